import {
  accessionOf,
  agendaDecider,
  callDecider,
  draftDecider,
  expectedNow,
  guidanceDecider,
  memberDecider,
  themeSetDecider,
  windowOf,
  type CalendarDate,
  type DraftState,
  type Instant,
  type MemberCode,
  type MemberRegistration,
  type ReleaseFacts,
  type SavedDraft,
} from '../../domain/src/index.ts';
import { domainData, StreamDeleted } from '../../event-store/src/index.ts';
import type { CommandContext, Environment } from './contract.ts';
import { stateOf } from './run-command.ts';
import { brusselsDate } from './time/wall-time.ts';
import { upcasters } from './upcasters.ts';

/** The theme set of the body; calls and agendas may name another. */
export const bodyThemeSet = 'ptc';

const themeSetOf = async (env: Environment, themeSetId: string): Promise<ReleaseFacts['themes']> => {
  const { inForce } = await stateOf(env, themeSetDecider, themeSetId);
  return (inForce?.themes ?? []).map(({ code, kind }) => ({ code, kind }));
};

/** Themes in force for the body. */
export const themesOf = (env: Environment): Promise<ReleaseFacts['themes']> => themeSetOf(env, bodyThemeSet);

/** Codes of the priorities that an agenda has to account for (BR-14). */
export const prioritiesOf = async (env: Environment, agendaId: string): Promise<readonly string[]> => {
  const agenda = await stateOf(env, agendaDecider, agendaId);
  const themes = agenda.status === 'unopened' || agenda.themeSetId === null ? [] : await themeSetOf(env, agenda.themeSetId);
  return themes.filter(({ kind }) => kind === 'priority').map(({ code }) => code);
};

/** A draft's state; a released one is closed for ever and reads as unknown. */
export const draftState = async (env: Environment, draftId: string): Promise<DraftState> => {
  try {
    return await stateOf(env, draftDecider, draftId);
  } catch (error) {
    if (error instanceof StreamDeleted) return { status: 'unknown' };
    throw error;
  }
};

/** What a release is checked against, each fact from its own stream. @param now  when it was received; now unless told */
export const releaseFacts = async (
  env: Environment,
  { caller }: CommandContext,
  draft: Pick<SavedDraft, 'member' | 'callId' | 'guidanceId'>,
  now: Instant = env.clock.now(),
): Promise<ReleaseFacts> => {
  const [member, call, guidance] = await Promise.all([
    stateOf(env, memberDecider, draft.member),
    stateOf(env, callDecider, draft.callId),
    stateOf(env, guidanceDecider, draft.guidanceId),
  ]);
  return {
    now,
    today: brusselsDate(now),
    actorRole: caller.role,
    memberAccededOn: accessionOf(member, brusselsDate(now)),
    call: windowOf(call),
    guidanceExpects: expectedNow(guidance),
    themes: call.status === 'unscheduled' ? [] : await themeSetOf(env, call.schedule.themeSetId),
  };
};

/** Members on a date, by code, without those that had left; read from their own streams. */
export const memberCodesOn = async (env: Environment, onDate: CalendarDate): Promise<readonly MemberCode[]> => {
  const codes = new Set<MemberCode>();
  for await (const event of env.store.readAll({ filter: { types: ['MemberRegistered', 'MemberLeft'] } })) {
    const data = domainData(event, upcasters) as MemberRegistration | { readonly code: MemberCode; readonly inForceFrom: CalendarDate };
    const isLeave = 'inForceFrom' in data;
    const day = isLeave ? data.inForceFrom : data.accededOn;
    if (day > onDate) continue;
    if (isLeave) codes.delete(data.code);
    else codes.add(data.code);
  }
  return [...codes].sort();
};

/** Instants still ahead at which something is due: timers of all processes, nearest first. */
export const deadlinesAfter = async (env: Environment, now: Instant): Promise<readonly Instant[]> =>
  (await env.processes?.duesAfter(now)) ?? [];

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What people quote: the Member and five letters that follow from the id, so that no counter tells how many others there are. */
export const contributionReference = (member: MemberCode, contributionId: string): string => {
  const bits = Number.parseInt(contributionId.replaceAll('-', '').slice(0, 7), 16);
  const text = [20, 15, 10, 5, 0].map((shift) => letters.charAt((bits >>> shift) & 31)).join('');
  return `${member}-${text}`;
};

/** Family of a document symbol: series and number without language and edition, `PC0410E1` → `PC0410`. */
export const familyOf = (symbol: string): string => /^[A-Z]{2}\d{4}/.exec(symbol)?.[0] ?? symbol;
