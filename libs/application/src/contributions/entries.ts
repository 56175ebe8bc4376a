import type {
  AttachmentReference,
  ContributionContent,
  ContributionRelease,
  EntryChannel,
  Instant,
  MemberCode,
  TopicCommands,
} from '../../../domain/src/index.ts';
import { derivedId } from '../../../event-store/src/index.ts';
import { actOf } from '../acts.ts';
import { hashOf } from '../canonical.ts';
import type { CommandContext, Environment } from '../contract.ts';
import { contributionReference, releaseFacts } from '../facts.ts';
import { commandIdOf } from '../run-command.ts';

/** What an officer enters for a Member. */
export interface EntryInput {
  readonly member: MemberCode;
  readonly guidanceId: string;
  readonly callId: string;
  readonly content: ContributionContent;
  readonly channel: Exclude<EntryChannel, 'split'>;
  readonly receivedAt: Instant;
  /** The file as it came; null for words from the floor. */
  readonly original: AttachmentReference | null;
}

/** The entry as it is decided: its facts are those of the day on which it was received. */
export const entryOf = async (
  env: Environment,
  context: CommandContext,
  { member, guidanceId, callId, content, channel, receivedAt, original }: EntryInput,
): Promise<TopicCommands['EnterTopicForMember']> => {
  const contributionId = derivedId(commandIdOf(context), 'contribution', 0);
  const { accreditationId } = context.caller;
  const release: ContributionRelease = {
    contributionId,
    reference: contributionReference(member, contributionId),
    edition: 1,
    member,
    guidanceId,
    callId,
    draftId: contributionId,
    content,
    contentHash: hashOf(content),
    draftedBy: accreditationId,
    releasedBy: accreditationId,
    submittedAt: receivedAt,
  };
  const facts = await releaseFacts(env, context, release, receivedAt);
  return { release, facts, channel, original, ...actOf(env, context) };
};
