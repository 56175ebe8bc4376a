import { structureDecider, type StructureCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type ChangeRegionalStructureHostInput = Extract<StructureCommand, { readonly type: 'ChangeRegionalStructureHost' }>['data'];

/** Records who hosts a regional structure from a day on. */
export const changeRegionalStructureHost = useCase<ChangeRegionalStructureHostInput>('ChangeRegionalStructureHost', (env, input, context) =>
  runCommand(env, context, {
    decider: structureDecider,
    id: input.structureId,
    command: { type: 'ChangeRegionalStructureHost', data: input },
    input,
  }),
);
