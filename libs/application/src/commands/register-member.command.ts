import { memberDecider, type MemberRegistration } from '../../../domain/src/index.ts';
import { refused, runCommand, useCase } from '../run-command.ts';
import { likeAnotherMember } from './like-another-member.ts';

/** Puts a Member on the list, with the date from which it may submit (BR-04). */
export const registerMember = useCase<MemberRegistration>('RegisterMember', async (env, input, context) => {
  // The program's own list of Members is held against itself by its tests, and not two hundred times at each first start.
  const other = context.caller.grant === 'none' ? null : await likeAnotherMember(env, input);
  if (other !== null) return refused({ code: 'member.name_like_another', other });
  return runCommand(env, context, { decider: memberDecider, id: input.code, command: { type: 'RegisterMember', data: input }, input });
});
