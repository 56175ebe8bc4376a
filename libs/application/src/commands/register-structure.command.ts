import { structureDecider, type StructureRegistration } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

/** Puts a regional structure on the list. */
export const registerStructure = useCase<StructureRegistration>('RegisterRegionalStructure', (env, input, context) =>
  runCommand(env, context, {
    decider: structureDecider,
    id: input.structureId,
    command: { type: 'RegisterRegionalStructure', data: input },
    input,
  }),
);
