import { groupingDecider, type GroupingRegistration } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

/** Puts a region or a Regional Economic Community on the list. */
export const registerGrouping = useCase<GroupingRegistration>('RegisterGrouping', (env, input, context) =>
  runCommand(env, context, {
    decider: groupingDecider,
    id: `${input.kind}.${input.code}`,
    command: { type: 'RegisterGrouping', data: input },
    input,
  }),
);
