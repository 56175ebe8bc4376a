import { memberDecider, type MemberCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type RecordCommunityLeftInput = Extract<MemberCommand, { readonly type: 'RecordCommunityLeft' }>['data'];

/** Records that a Member left a Regional Economic Community. */
export const recordCommunityLeft = useCase<RecordCommunityLeftInput>('RecordCommunityLeft', (env, input, context) =>
  runCommand(env, context, { decider: memberDecider, id: input.code, command: { type: 'RecordCommunityLeft', data: input }, input }),
);
