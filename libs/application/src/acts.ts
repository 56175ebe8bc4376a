import type { Actor, Instant, MemberCode, Rejection } from '../../domain/src/index.ts';
import type { CommandContext, CommandOutcome, Environment } from './contract.ts';
import { refused } from './run-command.ts';

/** Who acts, and when: what most commands carry. */
export const actOf = ({ clock }: Environment, { caller }: CommandContext): { readonly actor: Actor; readonly now: Instant } => ({
  actor: { accreditationId: caller.accreditationId, member: caller.member },
  now: clock.now(),
});

export type SpeakerRejection =
  | { readonly code: 'accreditation.member_required'; readonly role: string }
  | { readonly code: 'workflow.not_your_member'; readonly command: string };

/** The Member that somebody speaks for: his own, or for the Secretariat the one it names; otherwise why there is none. */
export const memberSpokenFor = ({ caller }: CommandContext, named: MemberCode | null, command: string): MemberCode | SpeakerRejection => {
  if (caller.member === null) return named ?? { code: 'accreditation.member_required', role: caller.role };
  return named === null || named === caller.member ? caller.member : { code: 'workflow.not_your_member', command };
};

/** Refuses a command that waits for nothing else. */
export const refusedAtOnce = (rejection: Rejection): Promise<CommandOutcome> => Promise.resolve(refused(rejection));
