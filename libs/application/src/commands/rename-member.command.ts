import { memberDecider, type MemberCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type RenameMemberInput = Extract<MemberCommand, { readonly type: 'RenameMember' }>['data'];

/** Gives a Member another name from a day on; the record keeps the one it had before (BR-26). */
export const renameMember = useCase<RenameMemberInput>('RenameMember', (env, input, context) =>
  runCommand(env, context, { decider: memberDecider, id: input.code, command: { type: 'RenameMember', data: input }, input }),
);
