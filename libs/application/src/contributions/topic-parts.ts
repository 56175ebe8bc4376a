import type { ContributionContent, ThemeAssignment, TopicCommands, TopicFacts, TopicPart } from '../../../domain/src/index.ts';
import { derivedId, domainData, loadStream } from '../../../event-store/src/index.ts';
import { actOf } from '../acts.ts';
import { hashOf } from '../canonical.ts';
import type { CommandContext, Environment } from '../contract.ts';
import { contributionReference, releaseFacts } from '../facts.ts';
import { upcasters } from '../upcasters.ts';
import { topicState } from './on-contribution.ts';

/** One part as the Secretariat words it. */
export interface PartInput extends ThemeAssignment {
  readonly title: string;
  readonly text: string;
}

const contentOf = (origin: ContributionContent, { title, text, primaryTheme, secondaryThemes }: PartInput): ContributionContent => ({
  ...origin,
  title,
  text,
  primaryTheme,
  secondaryThemes,
});

/** The parts of a topic with their ids and references; none when there is no such topic. */
export const partsOf = async (
  env: Environment,
  topicId: string,
  commandId: string,
  parts: readonly PartInput[],
): Promise<readonly TopicPart[]> => {
  const origin = await topicState(env, topicId);
  if (origin.milestone === 'none') return [];
  return parts.map((part, index) => {
    const partId = derivedId(commandId, 'part', index);
    const content = contentOf(origin.content, part);
    return { topicId: partId, reference: contributionReference(origin.release.member, partId), content, contentHash: hashOf(content) };
  });
};

const splitOf = async (env: Environment, originId: string): Promise<TopicFacts['TopicSplit'] | null> => {
  const { events } = await loadStream(env.store, `topic-${originId}`);
  const split = events.find(({ type }) => type === 'TopicSplit');
  return split === undefined ? null : (domainData(split, upcasters) as TopicFacts['TopicSplit']);
};

/** A part as it begins: received with its origin, worded by whoever divided it; null when the origin has no such part. */
export const partEntry = async (
  env: Environment,
  context: CommandContext,
  originId: string,
  partId: string,
): Promise<TopicCommands['EnterTopicForMember'] | null> => {
  const [origin, split] = await Promise.all([topicState(env, originId), splitOf(env, originId)]);
  const part = split?.parts.find(({ topicId }) => topicId === partId);
  if (origin.milestone === 'none' || split === null || part === undefined) return null;
  const { member, guidanceId, callId, submittedAt } = origin.release;
  const { reference, content, contentHash } = part;
  const words = { content, contentHash, draftedBy: split.splitBy, releasedBy: split.splitBy };
  const identity = { contributionId: partId, reference, edition: 1, member, guidanceId, callId, draftId: partId } as const;
  const release = { ...identity, ...words, submittedAt, splitFrom: originId };
  const facts = await releaseFacts(env, context, release, submittedAt);
  return { release, facts, channel: 'split', original: null, ...actOf(env, context) };
};
