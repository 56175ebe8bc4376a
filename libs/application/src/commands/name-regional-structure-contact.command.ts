import { structureDecider, type StructureCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type NameRegionalStructureContactInput = Extract<StructureCommand, { readonly type: 'NameRegionalStructureContact' }>['data'];

/** Names whom to write to, by reference into the directory of persons. */
export const nameRegionalStructureContact = useCase<NameRegionalStructureContactInput>(
  'NameRegionalStructureContact',
  (env, input, context) =>
    runCommand(env, context, {
      decider: structureDecider,
      id: input.structureId,
      command: { type: 'NameRegionalStructureContact', data: input },
      input,
    }),
);
