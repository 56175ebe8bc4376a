import { agendaDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface ApproveAgendaVersionInput {
  readonly agendaId: string;
  /** Hash of what the approver has read. */
  readonly contentHash: string;
}

/** Approves what somebody else proposed (BR-17). */
export const approveAgendaVersion = useCase<ApproveAgendaVersionInput>('ApproveAgendaVersion', (env, input, context) => {
  const { agendaId, contentHash } = input;
  return runCommand(env, context, {
    decider: agendaDecider,
    id: agendaId,
    command: { type: 'ApproveAgendaVersion', data: { actor: context.caller, now: env.clock.now(), contentHash } },
    input,
  });
});
