import type { Bilingual, CalendarDate } from '../kernel/index.ts';
import type { MemberEvent, MemberRegistration } from './member.events.ts';

/** A value and the first day on which it holds. */
export interface FromDay<T> {
  readonly value: T;
  readonly from: CalendarDate;
}

/** A time in a community: from the first day on, up to but without `until`. */
export interface CommunityTime {
  readonly community: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

export type MemberState =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'registered';
      readonly data: MemberRegistration;
      /** Oldest first; the first holds from accession. */
      readonly names: readonly FromDay<Bilingual>[];
      readonly regions: readonly FromDay<string>[];
      readonly communities: readonly CommunityTime[];
      readonly leftOn: CalendarDate | null;
    };

export const evolveMember = (state: MemberState, event: MemberEvent): MemberState => {
  if (event.type === 'MemberRegistered') {
    const { data } = event;
    const from = data.accededOn;
    const communities = data.economicCommunities.map((community) => ({ community, from, until: null }));
    return {
      status: 'registered',
      data,
      names: [{ value: data.name, from }],
      regions: [{ value: data.region, from }],
      communities,
      leftOn: null,
    };
  }
  if (state.status === 'unknown') return state;
  const { inForceFrom: from } = event.data;
  switch (event.type) {
    case 'MemberRenamed':
      return { ...state, names: [...state.names, { value: event.data.name, from }] };
    case 'MemberRegionChanged':
      return { ...state, regions: [...state.regions, { value: event.data.region, from }] };
    case 'MemberCommunityJoined':
      return { ...state, communities: [...state.communities, { community: event.data.community, from, until: null }] };
    case 'MemberCommunityLeft': {
      const { community } = event.data;
      const left = (time: CommunityTime): CommunityTime =>
        time.community === community && time.until === null ? { ...time, until: from } : time;
      return { ...state, communities: state.communities.map(left) };
    }
    case 'MemberLeft':
      return { ...state, leftOn: from };
  }
};

/** Day of accession of who is a Member on a day; null for who is none, or no longer (BR-04). */
export const accessionOf = (state: MemberState, day: CalendarDate): CalendarDate | null =>
  state.status === 'unknown' || (state.leftOn !== null && state.leftOn <= day) ? null : state.data.accededOn;
