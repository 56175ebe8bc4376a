import type { AgendaContent, Bilingual, Instant } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { FeedEntry, FeedKind, FeedName, FeedPage, Viewer } from '../views.ts';

interface FeedRow {
  readonly n: number;
  readonly kind: string;
  readonly subject: string;
  readonly at: string;
  readonly detail: string | null;
}

const alike = (text: string): Bilingual => ({ en: text, fr: text });

/** SQL and its values: which entries a viewer may know of. The Secretariat reads what Members read, and no single Member's. */
const openTo = (viewer: Viewer): readonly [sql: string, ...values: string[]] => {
  if (viewer.kind === 'public') return ["e.audience = 'public'"];
  if (viewer.kind === 'internal') return ["e.audience IN ('public', 'members')"];
  const behind = `EXISTS (SELECT 1 FROM contribution_sponsor s
    WHERE s.contribution_id = substr(e.subject, instr(e.subject, '-') + 1) AND s.member = ? AND s.until IS NULL)`;
  return [`e.audience IN ('public', 'members') OR (e.audience = 'addressee' AND ${behind})`, viewer.member];
};

const textOf = (db: ReadDatabase, sql: string, ...values: readonly string[]): string | null =>
  db.get<{ said: string | null }>(sql, ...values)?.said ?? null;

const bilingualOf = (db: ReadDatabase, sql: string, ...values: readonly string[]): Bilingual | null => {
  const said = textOf(db, sql, ...values);
  return said === null ? null : (JSON.parse(said) as Bilingual);
};

/** Of the version that is spoken of, or of the one that was published last: of one of its items, or its own. */
const agendaTitle = (db: ReadDatabase, agendaId: string, { kind, detail }: FeedRow): Bilingual | null => {
  const version = kind === 'outcome' ? null : detail;
  const content = textOf(
    db,
    `SELECT content AS said FROM agenda_version WHERE agenda_id = ? AND status = 'published' AND (? = '' OR version = CAST(? AS INTEGER))
     ORDER BY version DESC LIMIT 1`,
    agendaId,
    version ?? '',
    version ?? '',
  );
  if (content === null) return null;
  const { title, headings } = JSON.parse(content) as AgendaContent;
  return kind === 'outcome' ? (headings.flatMap(({ items }) => items).find(({ itemId }) => itemId === detail)?.title ?? title) : title;
};

const decisionTitle = (db: ReadDatabase, id: string): Bilingual | null =>
  bilingualOf(db, "SELECT words -> '$.title' AS said FROM decision WHERE decision_id = ?", id) ??
  alike(textOf(db, "SELECT prior ->> '$.quote' AS said FROM decision WHERE decision_id = ?", id) ?? '');

/** What an object is called as it stands, by its category. */
const titles: Readonly<Record<string, (db: ReadDatabase, id: string, row: FeedRow) => Bilingual | null>> = {
  agenda: agendaTitle,
  call: (db, id) => bilingualOf(db, "SELECT data -> '$.title' AS said FROM call WHERE call_id = ?", id),
  conference: (db, id) => bilingualOf(db, "SELECT data -> '$.name' AS said FROM conference WHERE conference_id = ?", id),
  decision: decisionTitle,
  document: (_db, _id, { detail }) => alike(detail ?? ''),
  guidance: (db, id) => alike(textOf(db, "SELECT data ->> '$.text' AS said FROM guidance WHERE guidance_id = ?", id) ?? ''),
  session: (db, id) => bilingualOf(db, "SELECT data -> '$.label' AS said FROM session WHERE session_id = ?", id),
};

const contributionTitle = (db: ReadDatabase, id: string): Bilingual => {
  const sql = "SELECT reference || ' · ' || (content ->> '$.title') AS said FROM contribution WHERE contribution_id = ?";
  return alike(textOf(db, sql, id) ?? '');
};

const toEntry = (db: ReadDatabase, row: FeedRow): FeedEntry => {
  const dash = row.subject.indexOf('-');
  const [category, id] = [row.subject.slice(0, dash), row.subject.slice(dash + 1)];
  const title = (titles[category] ?? contributionTitle)(db, id, row) ?? alike(id);
  return { n: row.n, kind: row.kind as FeedKind, subject: row.subject, at: row.at as Instant, title, detail: row.detail };
};

/** Entries of a feed that a viewer may know of, the newest first. @param before  index in the ledger; null for the first page */
export const feed = (
  db: ReadDatabase,
  { name, before, limit }: { readonly name: FeedName; readonly before: number | null; readonly limit: number },
  viewer: Viewer,
): FeedPage => {
  const [open, ...values] = openTo(viewer);
  const rows = db.all<FeedRow>(
    `SELECT e.n, e.kind, e.subject, e.at, e.detail FROM feed_entry e WHERE e.feed = ? AND e.n < ? AND (${open}) ORDER BY e.n DESC LIMIT ?`,
    name,
    before ?? Number.MAX_SAFE_INTEGER,
    ...values,
    limit + 1,
  );
  const shown = rows.slice(0, limit);
  return { entries: shown.map((row) => toEntry(db, row)), next: rows.length > limit ? (shown.at(-1)?.n ?? null) : null };
};
