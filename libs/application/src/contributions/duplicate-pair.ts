import type { CodedReason, PracticeCommand, TopicCommand } from '../../../domain/src/index.ts';
import { loadStream } from '../../../event-store/src/index.ts';
import { actOf } from '../acts.ts';
import type { CommandContext, CommandOutcome, Environment } from '../contract.ts';
import { contributionFact } from '../guidance-facts.ts';
import { onPractice, onTopic } from './on-contribution.ts';

/** Two contributions and what is ruled about them. */
export interface Pair {
  readonly kind: 'topic' | 'practice';
  readonly id: string;
  readonly otherId: string;
  readonly reason: CodedReason;
  readonly ruling: 'confirmed' | 'ruledOut' | 'undone';
}

const topicCommands = {
  confirmed: 'ConfirmTopicDuplicate',
  ruledOut: 'RuleOutTopicDuplicate',
  undone: 'UndoTopicDuplicateRuling',
} as const satisfies Record<Pair['ruling'], TopicCommand['type']>;

const practiceCommands = {
  confirmed: 'ConfirmPracticeDuplicate',
  ruledOut: 'RuleOutPracticeDuplicate',
  undone: 'UndoPracticeDuplicateRuling',
} as const satisfies Record<Pair['ruling'], PracticeCommand['type']>;

/** Whether a contribution has been published. */
const isPublished = async (env: Environment, { kind, id }: { readonly kind: Pair['kind']; readonly id: string }): Promise<boolean> => {
  const { events } = await loadStream(env.store, `${kind}-${id}`);
  return events.some(({ type }) => type === 'TopicPublished' || type === 'PracticePublished');
};

/**
 * Rules on a pair, whichever of the two it is named by: always in the stream of the one whose id comes first, so that two officers
 * who rule at the same time meet there.
 */
export const ruleOnPair = async <I extends object>(
  env: Environment,
  context: CommandContext,
  { kind, id, otherId, reason, ruling }: Pair,
  input: I,
): Promise<CommandOutcome> => {
  const other = await contributionFact(env, otherId);
  const swapped = other !== null && otherId < id;
  const first = swapped ? { kind: other.kind, id: otherId } : { kind, id };
  const second = swapped ? { kind, id } : { kind: other?.kind ?? kind, id: otherId };
  const wish = {
    ...actOf(env, context),
    reason,
    otherId: second.id,
    otherExists: swapped ? (await contributionFact(env, id)) !== null : other !== null,
    otherIsPublished: await isPublished(env, second),
  };
  return first.kind === 'topic'
    ? onTopic(env, context, { ...input, topicId: first.id }, { type: topicCommands[ruling], data: wish })
    : onPractice(env, context, { ...input, practiceId: first.id }, { type: practiceCommands[ruling], data: wish });
};
