import { memberDecider, type MemberRegistration } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

/** Puts a Member on the list, with the date from which it may submit (BR-04). */
export const registerMember = useCase<MemberRegistration>('RegisterMember', (env, input, context) =>
  runCommand(env, context, { decider: memberDecider, id: input.code, command: { type: 'RegisterMember', data: input }, input }),
);
