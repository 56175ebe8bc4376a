import type { AccreditationId, CalendarDate, DocumentHeader, Instant, MemberCode } from '../../../libs/domain/src/index.ts';

// The field rules have been checked; from here on the values carry their kind in their type.

export const asDate = (text: string): CalendarDate => text as CalendarDate;
export const asInstant = (text: string): Instant => text as Instant;
export const asMember = (text: string): MemberCode => text as MemberCode;
export const asAccreditation = (text: string): AccreditationId => text as AccreditationId;

export const datesOf = ({ start, end, source }: { readonly start: string; readonly end: string; readonly source: string }) => ({
  start: asDate(start),
  end: asDate(end),
  source,
});

/** Header fields as supplied; what was not supplied is not there. */
export const headerOf = (supplied: object): Partial<DocumentHeader> =>
  Object.fromEntries(Object.entries(supplied).filter(([, value]) => value !== undefined));
