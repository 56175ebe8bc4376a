import { agendaDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface ReturnAgendaVersionInput {
  readonly agendaId: string;
  readonly remark: string;
}

/** Sends a proposed version back with a remark. */
export const returnAgendaVersion = useCase<ReturnAgendaVersionInput>('ReturnAgendaVersion', (env, input, context) => {
  const { agendaId, remark } = input;
  return runCommand(env, context, {
    decider: agendaDecider,
    id: agendaId,
    command: { type: 'ReturnAgendaVersion', data: { actor: context.caller, remark } },
    input,
  });
});
