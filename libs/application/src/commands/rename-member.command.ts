import { memberDecider, type MemberCommand } from '../../../domain/src/index.ts';
import { refused, runCommand, useCase } from '../run-command.ts';
import { likeAnotherMember } from './like-another-member.ts';

export type RenameMemberInput = Extract<MemberCommand, { readonly type: 'RenameMember' }>['data'];

/** Gives a Member another name from a day on; the record keeps the one it had before (BR-26). */
export const renameMember = useCase<RenameMemberInput>('RenameMember', async (env, input, context) => {
  const other = await likeAnotherMember(env, input);
  if (other !== null) return refused({ code: 'member.name_like_another', other });
  return runCommand(env, context, { decider: memberDecider, id: input.code, command: { type: 'RenameMember', data: input }, input });
});
