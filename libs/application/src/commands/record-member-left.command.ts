import { memberDecider, type MemberCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type RecordMemberLeftInput = Extract<MemberCommand, { readonly type: 'RecordMemberLeft' }>['data'];

/** Records from which day on a Member is none any longer. */
export const recordMemberLeft = useCase<RecordMemberLeftInput>('RecordMemberLeft', (env, input, context) =>
  runCommand(env, context, { decider: memberDecider, id: input.code, command: { type: 'RecordMemberLeft', data: input }, input }),
);
