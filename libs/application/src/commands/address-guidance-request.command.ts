import { guidanceDecider, memberDecider, type CalendarDate, type MemberCode, type MemberState } from '../../../domain/src/index.ts';
import type { Environment } from '../contract.ts';
import { memberCodesOn } from '../facts.ts';
import { refused, runCommand, stateOf, useCase } from '../run-command.ts';
import { brusselsDate } from '../time/wall-time.ts';

export type ScopeInput =
  | { readonly kind: 'all_members' }
  | { readonly kind: 'region'; readonly region: string }
  | { readonly kind: 'named_members'; readonly members: readonly MemberCode[] };

export interface AddressGuidanceRequestInput {
  readonly guidanceId: string;
  readonly scope: ScopeInput;
}

/** The region a Member belongs to on a date: the latest that was in force by then. */
const regionOn = (member: MemberState, day: CalendarDate): string | null =>
  member.status === 'registered' ? (member.regions.findLast(({ from }) => from <= day)?.value ?? null) : null;

const ofRegion = async (
  env: Environment,
  codes: readonly MemberCode[],
  region: string,
  day: CalendarDate,
): Promise<readonly MemberCode[]> => {
  const members = await Promise.all(codes.map((code) => stateOf(env, memberDecider, code)));
  return codes.filter((_code, index) => {
    const member = members[index];
    return member !== undefined && regionOn(member, day) === region;
  });
};

interface UnknownMember {
  readonly code: 'member.unknown';
  readonly member: string;
}

const membersOf = async (env: Environment, scope: ScopeInput): Promise<readonly MemberCode[] | UnknownMember> => {
  const day = brusselsDate(env.clock.now());
  const codes = await memberCodesOn(env, day);
  if (scope.kind === 'all_members') return codes;
  if (scope.kind === 'region') return ofRegion(env, codes, scope.region, day);
  const unknown = scope.members.find((code) => !codes.includes(code));
  return unknown === undefined ? [...scope.members].sort() : { code: 'member.unknown', member: unknown };
};

/** Puts a request to every Member of the day, to those of a region, or to those named (BR-25). */
export const addressGuidanceRequest = useCase<AddressGuidanceRequestInput>('AddressGuidanceRequest', async (env, input, context) => {
  const members = await membersOf(env, input.scope);
  if ('code' in members) return refused(members);
  const { scope } = input;
  const kept = scope.kind === 'region' ? { kind: scope.kind, region: scope.region } : { kind: scope.kind };
  const data = { scope: kept, members, now: env.clock.now() };
  return runCommand(env, context, {
    decider: guidanceDecider,
    id: input.guidanceId,
    command: { type: 'AddressGuidanceRequest', data },
    input,
  });
});
