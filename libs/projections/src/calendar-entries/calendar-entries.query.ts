import type { Bilingual, Instant } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { CalendarFact, CalendarKind, Viewer } from '../views.ts';
import type { EntryData } from './entry-rows.ts';

interface EntryRow {
  readonly uid: string;
  readonly kind: string;
  readonly subject: string;
  readonly status: string;
  readonly sequence: number;
  readonly changed_at: string;
  readonly data: string;
  readonly agenda_title: string | null;
  readonly contribution_title: string | null;
  readonly decision_title: string | null;
}

/** SQL and its values: which entries a viewer may know of. What single Members are asked is theirs; the Secretariat has its queues. */
const openTo = (viewer: Viewer): readonly [sql: string, ...values: string[]] => {
  if (viewer.kind === 'internal') return ["e.audience <> 'addressee'"];
  if (viewer.kind === 'public') return ["e.audience = 'public'"];
  const behind =
    'EXISTS (SELECT 1 FROM contribution_sponsor s WHERE s.contribution_id = c.contribution_id AND s.member = ? AND s.until IS NULL)';
  return [
    `e.audience IN ('public', 'members') OR (e.audience = 'addressee' AND (e.member = ? OR (e.member IS NULL AND (c.member = ? OR ${behind}))))`,
    viewer.member,
    viewer.member,
    viewer.member,
  ];
};

const alike = (text: string): Bilingual => ({ en: text, fr: text });

const titleOf = (row: EntryRow, own: Bilingual | null): Bilingual => {
  if (own !== null) return own;
  if (row.contribution_title !== null) return alike(row.contribution_title);
  const said = row.agenda_title ?? row.decision_title;
  return said === null ? alike('') : (JSON.parse(said) as Bilingual);
};

/** Every entry that a viewer may know of, by its id; those that were taken off too. */
export const calendarEntries = (db: ReadDatabase, viewer: Viewer): readonly CalendarFact[] => {
  const [open, ...values] = openTo(viewer);
  return db
    .all<EntryRow>(
      `SELECT e.uid, e.kind, e.subject, e.status, e.sequence, e.changed_at, e.data, c.reference || ' · ' || (c.content ->> '$.title') AS contribution_title,
         d.words -> '$.title' AS decision_title,
         (SELECT v.content -> '$.title' FROM agenda_version v WHERE e.subject = 'agenda-' || v.agenda_id AND v.status = 'published'
          ORDER BY v.version DESC LIMIT 1) AS agenda_title
       FROM calendar_entry e
       LEFT JOIN contribution c ON e.audience = 'addressee' AND c.contribution_id = substr(e.subject, instr(e.subject, '-') + 1)
       LEFT JOIN decision d ON e.kind = 'silence' AND d.decision_id = substr(e.subject, length('decision-') + 1)
       WHERE ${open} ORDER BY e.uid`,
      ...values,
    )
    .map((row) => {
      const { title, ...data } = JSON.parse(row.data) as EntryData;
      return {
        uid: row.uid,
        kind: row.kind as CalendarKind,
        subject: row.subject,
        status: row.status as CalendarFact['status'],
        sequence: row.sequence,
        changedAt: row.changed_at as Instant,
        title: titleOf(row, title),
        ...data,
      };
    });
};
