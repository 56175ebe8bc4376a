import { structureDecider, type StructureCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type CloseRegionalStructureInput = Extract<StructureCommand, { readonly type: 'CloseRegionalStructure' }>['data'];

/** Records from which day on a regional structure is closed. */
export const closeRegionalStructure = useCase<CloseRegionalStructureInput>('CloseRegionalStructure', (env, input, context) =>
  runCommand(env, context, {
    decider: structureDecider,
    id: input.structureId,
    command: { type: 'CloseRegionalStructure', data: input },
    input,
  }),
);
