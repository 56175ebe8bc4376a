import type { CalendarDate, MemberCode } from '../kernel/index.ts';
import type { MemberRegistration } from './member.events.ts';

export interface MemberCommand {
  readonly type: 'RegisterMember';
  readonly data: MemberRegistration;
}

export type MemberRejection =
  | { readonly code: 'member.already_registered'; readonly member: MemberCode }
  | { readonly code: 'member.name_missing'; readonly member: MemberCode }
  | { readonly code: 'member.bad_accession_date'; readonly accededOn: CalendarDate };
