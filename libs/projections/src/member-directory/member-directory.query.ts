import type { Bilingual, MemberRegistration } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { GroupingView, MemberView, RegisterEntry, ThemeSetView } from '../views.ts';

interface DataRow {
  readonly data: string;
}

interface MemberRow extends DataRow {
  readonly name_en: string;
  readonly name_fr: string;
  readonly region: string;
  /** Codes, one a line, in the order in which it joined; null for none. */
  readonly communities: string | null;
}

/** The value that held on the day that is asked about: the last one that had come into force. */
const onDay = (column: string, table: string): string =>
  `(SELECT v.${column} FROM ${table} v WHERE v.code = m.code AND v.from_day <= asked.day ORDER BY v.from_day DESC LIMIT 1) AS ${column}`;

const communities = `(
  SELECT group_concat(c.community, char(10) ORDER BY c.from_day, c.community) FROM member_community c
  WHERE c.code = m.code AND c.from_day <= asked.day AND (c.until_day IS NULL OR c.until_day > asked.day)) AS communities`;

const select = `
  WITH asked (day) AS (SELECT ?)
  SELECT m.data, ${onDay('name_en', 'member_name')}, ${onDay('name_fr', 'member_name')}, ${onDay('region', 'member_region')}, ${communities}
  FROM asked, member m WHERE m.acceded_on <= asked.day AND (m.left_on IS NULL OR m.left_on > asked.day)`;

const toView = ({ data, name_en, name_fr, region, communities: joined }: MemberRow): MemberView => {
  const { code, accededOn, correspondenceLanguage, landlocked } = JSON.parse(data) as MemberRegistration;
  return {
    code,
    name: { en: name_en, fr: name_fr },
    region,
    accededOn,
    correspondenceLanguage,
    landlocked,
    economicCommunities: joined?.split('\n') ?? [],
  };
};

/** Members on a date with the names, regions and communities they had then (BR-25, BR-26), by English name. */
export const members = (db: ReadDatabase, day: string): readonly MemberView[] =>
  db.all<MemberRow>(`${select} ORDER BY 2, m.code`, day).map(toView);

/** One Member on a date, or null when it was none. */
export const member = (db: ReadDatabase, code: string, day: string): MemberView | null => {
  const row = db.get<MemberRow>(`${select} AND m.code = ?`, day, code);
  return row === undefined ? null : toView(row);
};

/** Names under which every Member ever registered was put on the list, by code. */
export const memberNames = (db: ReadDatabase): Readonly<Record<string, Bilingual>> =>
  Object.fromEntries(
    db
      .all<{ code: string; name_en: string; name_fr: string }>('SELECT code, name_en, name_fr FROM member')
      .map(({ code, name_en, name_fr }) => [code, { en: name_en, fr: name_fr }]),
  );

/** Regions and Regional Economic Communities with the Members they had on a date, by code. */
export const groupings = (db: ReadDatabase, day: string): readonly GroupingView[] => {
  const all = members(db, day);
  const within = ({ kind, code }: GroupingView): readonly string[] =>
    all
      .filter(({ region, economicCommunities }) => (kind === 'region' ? region === code : economicCommunities.includes(code)))
      .map((found) => found.code)
      .sort();
  return db.all<DataRow>('SELECT data FROM grouping ORDER BY kind DESC, code').map(({ data }) => {
    const grouping = JSON.parse(data) as GroupingView;
    return { ...grouping, members: within(grouping) };
  });
};

/** The theme set in force, or null. */
export const themeSet = (db: ReadDatabase, themeSetId: string): ThemeSetView | null => themeSetVersions(db, themeSetId)[0] ?? null;

/** Every version of a theme set, newest first; contributions keep the one they were classified under. */
export const themeSetVersions = (db: ReadDatabase, themeSetId: string): readonly ThemeSetView[] =>
  db
    .all<DataRow>('SELECT data FROM theme_set WHERE theme_set_id = ? ORDER BY version DESC', themeSetId)
    .map(({ data }) => JSON.parse(data) as ThemeSetView);

/** Entries of one register, as recorded. */
export const registerEntries = (db: ReadDatabase, kind: 'project' | 'structure' | 'decision'): readonly RegisterEntry[] =>
  db
    .all<DataRow & { id: string }>('SELECT id, data FROM register_entry WHERE kind = ? ORDER BY id', kind)
    .map(({ id, data }) => ({ id, data: JSON.parse(data) as object }));
