import type { Bilingual } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { GroupingView, MemberView, RegisterEntry, ThemeSetView } from '../views.ts';

interface DataRow {
  readonly data: string;
}

/** Members that had acceded on a date, by English name. */
export const members = (db: ReadDatabase, onDate: string): readonly MemberView[] =>
  db
    .all<DataRow>('SELECT data FROM member WHERE acceded_on <= ? ORDER BY name_en, code', onDate)
    .map(({ data }) => JSON.parse(data) as MemberView);

/** Names of every Member ever registered, by code. */
export const memberNames = (db: ReadDatabase): Readonly<Record<string, Bilingual>> =>
  Object.fromEntries(
    db
      .all<{ code: string; name_en: string; name_fr: string }>('SELECT code, name_en, name_fr FROM member')
      .map(({ code, name_en, name_fr }) => [code, { en: name_en, fr: name_fr }]),
  );

/** Regions and Regional Economic Communities. */
export const groupings = (db: ReadDatabase): readonly GroupingView[] =>
  db.all<DataRow>('SELECT data FROM grouping ORDER BY kind DESC, code').map(({ data }) => JSON.parse(data) as GroupingView);

/** The theme set in force, or null. */
export const themeSet = (db: ReadDatabase, themeSetId: string): ThemeSetView | null => {
  const row = db.get<DataRow>('SELECT data FROM theme_set WHERE theme_set_id = ? ORDER BY version DESC LIMIT 1', themeSetId);
  return row === undefined ? null : (JSON.parse(row.data) as ThemeSetView);
};

/** Entries of one register, as recorded. */
export const registerEntries = (db: ReadDatabase, kind: 'project' | 'structure' | 'decision'): readonly RegisterEntry[] =>
  db
    .all<DataRow & { id: string }>('SELECT id, data FROM register_entry WHERE kind = ? ORDER BY id', kind)
    .map(({ id, data }) => ({ id, data: JSON.parse(data) as object }));
