import type { AccreditationId, CalendarLinkScope, Instant } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { CalendarLinkView } from '../views.ts';

interface LinkRow {
  readonly credential_id: string;
  readonly scope: string;
  readonly issued_at: string;
}

/** Links to calendars that somebody made and has not taken back, the oldest first. */
export const calendarLinks = (db: ReadDatabase, holder: AccreditationId): readonly CalendarLinkView[] =>
  db
    .all<LinkRow>('SELECT * FROM calendar_link WHERE accreditation_id = ? ORDER BY issued_at, credential_id', holder)
    .map(({ credential_id, scope, issued_at }) => ({
      credentialId: credential_id,
      scope: scope as CalendarLinkScope,
      issuedAt: issued_at as Instant,
    }));
