import { agendaDecider, type Bilingual } from '../../../domain/src/index.ts';
import { measures } from '../agenda-facts.ts';
import { prioritiesOf } from '../facts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface ProposeAgendaVersionInput {
  readonly agendaId: string;
  readonly changeNote: Bilingual;
  /** No longer a draft (BR-21). */
  readonly final?: boolean;
}

/** Proposes the working agenda as the next version; it stands still until it is returned or published. */
export const proposeAgendaVersion = useCase<ProposeAgendaVersionInput>('ProposeAgendaVersion', async (env, input, context) => {
  const { agendaId, changeNote } = input;
  const priorities = await prioritiesOf(env, agendaId);
  return runCommand(env, context, {
    decider: agendaDecider,
    id: agendaId,
    command: {
      type: 'ProposeAgendaVersion',
      data: { actor: context.caller, now: env.clock.now(), changeNote, priorities, final: input.final ?? false, ...measures },
    },
    input,
  });
});
