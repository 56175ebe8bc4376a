import type { CalendarDate, MemberCode } from '../kernel/index.ts';
import type { MemberEvent, MemberRegistration } from './member.events.ts';

type ChangeOf<T extends MemberEvent['type']> = Extract<MemberEvent, { readonly type: T }>['data'];

export type MemberCommand =
  | { readonly type: 'RegisterMember'; readonly data: MemberRegistration }
  | { readonly type: 'RenameMember'; readonly data: ChangeOf<'MemberRenamed'> }
  | { readonly type: 'ChangeMemberRegion'; readonly data: ChangeOf<'MemberRegionChanged'> }
  | { readonly type: 'RecordCommunityJoined'; readonly data: ChangeOf<'MemberCommunityJoined'> }
  | { readonly type: 'RecordCommunityLeft'; readonly data: ChangeOf<'MemberCommunityLeft'> }
  | { readonly type: 'RecordMemberLeft'; readonly data: ChangeOf<'MemberLeft'> };

export type MemberRejection =
  | { readonly code: 'member.already_registered'; readonly member: MemberCode }
  | { readonly code: 'member.name_not_plain'; readonly member: MemberCode }
  | { readonly code: 'member.name_missing'; readonly member: MemberCode }
  | { readonly code: 'member.bad_accession_date'; readonly accededOn: CalendarDate }
  | { readonly code: 'member.not_registered'; readonly member: MemberCode }
  /** No fact without where it was read. */
  | { readonly code: 'member.source_missing'; readonly member: MemberCode }
  | { readonly code: 'member.change_before_accession'; readonly accededOn: CalendarDate; readonly inForceFrom: CalendarDate }
  /** Changes of one kind are recorded in the order in which they come into force. */
  | { readonly code: 'member.change_out_of_order'; readonly last: CalendarDate; readonly inForceFrom: CalendarDate }
  | { readonly code: 'member.not_in_community'; readonly community: string; readonly inForceFrom: CalendarDate }
  | { readonly code: 'member.has_left'; readonly leftOn: CalendarDate };
