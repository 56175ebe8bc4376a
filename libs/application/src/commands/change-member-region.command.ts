import { memberDecider, type MemberCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type ChangeMemberRegionInput = Extract<MemberCommand, { readonly type: 'ChangeMemberRegion' }>['data'];

/** Puts a Member into another region from a day on. */
export const changeMemberRegion = useCase<ChangeMemberRegionInput>('ChangeMemberRegion', (env, input, context) =>
  runCommand(env, context, { decider: memberDecider, id: input.code, command: { type: 'ChangeMemberRegion', data: input }, input }),
);
