import { structureDecider, type StructureCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type StateRegionalStructureCountInput = Extract<StructureCommand, { readonly type: 'StateRegionalStructureCount' }>['data'];

/** Records how many structures of a kind a document states there are. */
export const stateRegionalStructureCount = useCase<StateRegionalStructureCountInput>('StateRegionalStructureCount', (env, input, context) =>
  runCommand(env, context, {
    decider: structureDecider,
    id: `stated-${input.kind}`,
    command: { type: 'StateRegionalStructureCount', data: input },
    input,
  }),
);
