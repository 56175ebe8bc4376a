import { structureDecider, type StructureCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type EstablishRegionalStructureInput = Extract<StructureCommand, { readonly type: 'EstablishRegionalStructure' }>['data'];

/** Records on which day a regional structure was established. */
export const establishRegionalStructure = useCase<EstablishRegionalStructureInput>('EstablishRegionalStructure', (env, input, context) =>
  runCommand(env, context, {
    decider: structureDecider,
    id: input.structureId,
    command: { type: 'EstablishRegionalStructure', data: input },
    input,
  }),
);
