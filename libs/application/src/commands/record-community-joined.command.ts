import { memberDecider, type MemberCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type RecordCommunityJoinedInput = Extract<MemberCommand, { readonly type: 'RecordCommunityJoined' }>['data'];

/** Records that a Member joined a Regional Economic Community. */
export const recordCommunityJoined = useCase<RecordCommunityJoinedInput>('RecordCommunityJoined', (env, input, context) =>
  runCommand(env, context, { decider: memberDecider, id: input.code, command: { type: 'RecordCommunityJoined', data: input }, input }),
);
