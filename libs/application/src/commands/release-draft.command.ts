import {
  practiceDecider,
  topicDecider,
  type ContributionRelease,
  type DraftState,
  type Rejection,
  type ReleaseFacts,
  type SubmissionRejection,
  type SavedDraft,
} from '../../../domain/src/index.ts';
import { derivedId, StreamDeleted } from '../../../event-store/src/index.ts';
import { fileWithContribution } from '../attachments/file-with-contribution.ts';
import { hashOf } from '../canonical.ts';
import type { CommandContext, CommandOutcome, Environment, UseCase } from '../contract.ts';
import { contributionReference, draftState, releaseFacts } from '../facts.ts';
import { refused, runCommand } from '../run-command.ts';
import { authoriseCommand } from '../procedure/authorise-command.ts';
import { answerAfterRelease } from './released-draft.ts';

type KeptDraft = Extract<DraftState, { status: 'kept' }>;

export interface ReleaseDraftInput {
  readonly draftId: string;
}

const releaseOf = (draft: SavedDraft, { caller }: CommandContext, now: ReleaseFacts['now']): ContributionRelease => {
  const contributionId = derivedId(draft.draftId, 'contribution', 0);
  const { draftId, member, guidanceId, callId, content, draftedBy } = draft;
  const reference = contributionReference(member, contributionId);
  const identity = { contributionId, reference, edition: 1, member, guidanceId, callId, draftId } as const;
  return { ...identity, content, contentHash: hashOf(content), draftedBy, releasedBy: caller.accreditationId, submittedAt: now };
};

const submit = (
  env: Environment,
  context: CommandContext,
  input: ReleaseDraftInput,
  draft: SavedDraft,
  facts: ReleaseFacts,
): Promise<CommandOutcome> => {
  const release = releaseOf(draft, context, facts.now);
  const id = release.contributionId;
  return draft.kind === 'topic'
    ? runCommand(env, context, { decider: topicDecider, id, command: { type: 'SubmitTopic', data: { release, facts } }, input })
    : runCommand(env, context, { decider: practiceDecider, id, command: { type: 'SubmitPractice', data: { release, facts } }, input });
};

/** The draft has become edition 1 of a contribution: its files go with it, its own stream is closed for ever. A retry finishes what was interrupted. */
const closeDraft = async (env: Environment, context: CommandContext, state: KeptDraft): Promise<void> => {
  const { draftId } = state.draft;
  await fileWithContribution(env, context, state, derivedId(draftId, 'contribution', 0));
  try {
    await env.store.tombstoneStream(`draft-${draftId}`, 'any');
  } catch (error) {
    if (!(error instanceof StreamDeleted)) throw error;
  }
};

/** Why somebody may not release a draft of his own Member, or null (row A4). */
const releaseRefusal = async (env: Environment, { caller }: CommandContext, { kind }: SavedDraft): Promise<Rejection | null> => {
  const drafterOnly: SubmissionRejection = { code: 'draft.drafter_cannot_release' };
  return caller.role === 'drafter' ? drafterOnly : authoriseCommand(env, caller, kind === 'topic' ? 'SubmitTopic' : 'SubmitPractice');
};

/** Releases a draft to the Secretariat in the name of its Member (row A4): edition 1 with the full text, who drafted and who released. */
export const releaseDraft: UseCase<ReleaseDraftInput> = {
  name: 'ReleaseDraft',
  run: async (env, input, context) => {
    const state = await draftState(env, input.draftId);
    const after = await answerAfterRelease(env, context, input);
    if (after !== null) {
      if (state.status === 'kept' && state.draft.member === context.caller.member) await closeDraft(env, context, state);
      return after;
    }
    if (state.status !== 'kept' || state.draft.member !== context.caller.member) return refused({ code: 'draft.not_found' });
    const forbidden = await releaseRefusal(env, context, state.draft);
    if (forbidden !== null) return refused(forbidden);
    const facts = await releaseFacts(env, context, state.draft);
    const outcome = await submit(env, context, input, state.draft, facts);
    if (outcome.kind === 'done') await closeDraft(env, context, state);
    return outcome;
  },
};
