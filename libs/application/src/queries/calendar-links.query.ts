import type { AccreditationId } from '../../../domain/src/index.ts';
import { calendarLinks as ask, type CalendarLinkView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** Links to calendars that whoever asks has made. */
export const calendarLinks: Query<{ readonly person: AccreditationId | null }, readonly CalendarLinkView[]> = {
  name: 'calendarLinks',
  run: (env, { person }) => (person === null ? [] : ask(env.read, person)),
  looksBack: false,
};
