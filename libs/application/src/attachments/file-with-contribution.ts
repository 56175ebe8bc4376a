import { attachmentDecider, type DraftState } from '../../../domain/src/index.ts';
import { derivedId } from '../../../event-store/src/index.ts';
import type { CommandContext, Environment } from '../contract.ts';
import { runCommand } from '../run-command.ts';

/**
 * Files what hung on a draft with the contribution it has become, one after the other under ids that follow from the draft: a retry
 * finishes what was interrupted.
 */
export const fileWithContribution = async (
  env: Environment,
  context: CommandContext,
  state: Extract<DraftState, { status: 'kept' }>,
  contributionId: string,
): Promise<void> => {
  const { draftId, kind, member } = state.draft;
  for (const { attachmentId, file } of state.files) {
    const owner = { object: kind, id: contributionId } as const;
    const filed = { filedBy: context.caller.accreditationId, filedAt: env.clock.now() };
    await runCommand(
      env,
      { ...context, ifMatch: null },
      {
        decider: attachmentDecider,
        id: attachmentId,
        command: { type: 'FileAttachment', data: { attachmentId, owner, member, edition: 1, file, ...filed } },
        input: { draftId, attachmentId },
        commandId: derivedId(draftId, `file/${attachmentId}`, 0),
      },
    );
  }
};
