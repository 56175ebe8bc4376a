import { draftDecider, type ContributionContent } from '../../../domain/src/index.ts';
import { derivedId } from '../../../event-store/src/index.ts';
import { draftState } from '../facts.ts';
import { commandIdOf, refused, runCommand, useCase } from '../run-command.ts';

export interface SaveDraftInput {
  /** Absent for a new draft. */
  readonly draftId?: string;
  readonly kind: 'practice' | 'topic';
  readonly guidanceId: string;
  readonly callId: string;
  readonly content: ContributionContent;
}

/** Keeps a text that its Member has not released; nobody else can know of it. */
export const saveDraft = useCase<SaveDraftInput>('SaveDraft', async (env, input, context) => {
  const { caller } = context;
  if (caller.member === null) return refused({ code: 'draft.not_found' });
  const draftId = input.draftId ?? derivedId(commandIdOf(context), 'draft', 0);
  const known = await draftState(env, draftId);
  const foreign = known.status !== 'unknown' && known.draft.member !== caller.member;
  if (foreign || (known.status === 'unknown' && input.draftId !== undefined)) return refused({ code: 'draft.not_found' });
  const { kind, guidanceId, callId, content } = input;
  const data = {
    draftId,
    member: caller.member,
    kind,
    guidanceId,
    callId,
    content,
    draftedBy: caller.accreditationId,
    savedAt: env.clock.now(),
  };
  return runCommand(env, context, { decider: draftDecider, id: draftId, command: { type: 'SaveDraft', data }, input });
});
