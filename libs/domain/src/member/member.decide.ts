import { accept, isBlank, reject, same, type CalendarDate, type Decider, type Decision } from '../kernel/index.ts';
import { isPlainName } from './member-names.ts';
import type { MemberCommand, MemberRejection } from './member.commands.ts';
import type { MemberEvent, MemberRegistration } from './member.events.ts';
import { evolveMember, type CommunityTime, type FromDay, type MemberState } from './member.state.ts';

type MemberDecision = Decision<MemberEvent, MemberRejection>;
type Existing = Extract<MemberState, { status: 'registered' }>;
/** Why a name is not taken, or null. */
const nameRejection = ({ code, name }: Pick<MemberRegistration, 'code' | 'name'>): MemberRejection | null => {
  if (isBlank(name.en) || isBlank(name.fr)) return { code: 'member.name_missing', member: code };
  return isPlainName(name.en) && isPlainName(name.fr) ? null : { code: 'member.name_not_plain', member: code };
};

type ChangeCommand = Exclude<MemberCommand, { type: 'RegisterMember' }>;

const register = (data: MemberRegistration, state: MemberState): MemberDecision => {
  const { code, accededOn } = data;
  if (state.status === 'registered') return same(state.data, data) ? accept() : reject({ code: 'member.already_registered', member: code });
  const wrong = nameRejection(data);
  if (wrong !== null) return reject(wrong);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(accededOn)) return reject({ code: 'member.bad_accession_date', accededOn });
  return accept({ type: 'MemberRegistered', data });
};

/** What stands against any change of a Member from a day on. */
const checkChange = ({ data: { code, inForceFrom, source } }: ChangeCommand, { data, leftOn }: Existing): MemberRejection | null => {
  if (isBlank(source)) return { code: 'member.source_missing', member: code };
  if (inForceFrom < data.accededOn) return { code: 'member.change_before_accession', accededOn: data.accededOn, inForceFrom };
  return leftOn !== null && inForceFrom >= leftOn ? { code: 'member.has_left', leftOn } : null;
};

/** The last value of a list that only grows; a new one has to come into force later. */
const follow = <T>(values: readonly FromDay<T>[], next: FromDay<T>, event: MemberEvent): MemberDecision => {
  const last = values.at(-1);
  if (last === undefined) return accept(event);
  if (same(last, next)) return accept();
  if (next.from <= last.from) return reject({ code: 'member.change_out_of_order', last: last.from, inForceFrom: next.from });
  return same(last.value, next.value) ? accept() : accept(event);
};

const lastIn = ({ communities }: Existing, community: string): CommunityTime | undefined =>
  communities.findLast((time) => time.community === community);

const join = (community: string, from: CalendarDate, event: MemberEvent, state: Existing): MemberDecision => {
  const last = lastIn(state, community);
  if (last === undefined) return accept(event);
  if (last.until === null) return accept();
  return from < last.until ? reject({ code: 'member.change_out_of_order', last: last.until, inForceFrom: from }) : accept(event);
};

const leave = (community: string, inForceFrom: CalendarDate, event: MemberEvent, state: Existing): MemberDecision => {
  const last = lastIn(state, community);
  if (last?.until === inForceFrom) return accept();
  if (last?.until !== null) return reject({ code: 'member.not_in_community', community, inForceFrom });
  return inForceFrom <= last.from ? reject({ code: 'member.change_out_of_order', last: last.from, inForceFrom }) : accept(event);
};

const change = (command: ChangeCommand, state: Existing): MemberDecision => {
  const { inForceFrom: from } = command.data;
  switch (command.type) {
    case 'RenameMember': {
      const wrong = nameRejection(command.data);
      if (wrong !== null) return reject(wrong);
      return follow(state.names, { value: command.data.name, from }, { type: 'MemberRenamed', data: command.data });
    }
    case 'ChangeMemberRegion':
      return follow(state.regions, { value: command.data.region, from }, { type: 'MemberRegionChanged', data: command.data });
    case 'RecordCommunityJoined':
      return join(command.data.community, from, { type: 'MemberCommunityJoined', data: command.data }, state);
    case 'RecordCommunityLeft':
      return leave(command.data.community, from, { type: 'MemberCommunityLeft', data: command.data }, state);
    case 'RecordMemberLeft':
      return accept({ type: 'MemberLeft', data: command.data });
  }
};

export const memberDecider: Decider<MemberState, MemberCommand, MemberEvent, MemberRejection> = {
  category: 'member',
  initialState: { status: 'unknown' },
  evolve: evolveMember,
  decide: (command, state) => {
    if (command.type === 'RegisterMember') return register(command.data, state);
    if (state.status === 'unknown') return reject({ code: 'member.not_registered', member: command.data.code });
    if (command.type === 'RecordMemberLeft' && state.leftOn === command.data.inForceFrom) return accept();
    const wrong = checkChange(command, state);
    return wrong === null ? change(command, state) : reject(wrong);
  },
};
