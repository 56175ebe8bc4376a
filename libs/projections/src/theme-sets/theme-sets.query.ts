import type { Instant, Theme, ThemeSetPublication } from '../../../domain/src/index.ts';
import type { ThemeSetVersionView } from '../register.views.ts';
import type { ReadDatabase } from '../storage/read-database.ts';

interface VersionRow {
  readonly published_at: string;
  readonly data: string;
  readonly classified: number;
}

const codesOf = (themes: readonly Theme[]): readonly string[] => themes.map(({ code }) => code);

/** Versions of a theme set, oldest first, each with what it changed and how many contributions stand under it. */
export const themeSetHistory = (db: ReadDatabase, themeSetId: string): readonly ThemeSetVersionView[] => {
  const rows = db.all<VersionRow>(
    `SELECT v.published_at, v.data,
            (SELECT count(*) FROM theme_use u WHERE u.theme_set_id = v.theme_set_id AND u.version = v.version) AS classified
     FROM theme_version v WHERE v.theme_set_id = ? ORDER BY v.version`,
    themeSetId,
  );
  const publications = rows.map(({ data }) => JSON.parse(data) as ThemeSetPublication);
  return publications.map(({ version, decidedBy, themes }, index) => {
    const before = publications[index - 1]?.themes ?? [];
    const same = (theme: Theme): boolean => before.some((known) => JSON.stringify(known) === JSON.stringify(theme));
    const [now, then] = [codesOf(themes), codesOf(before)];
    return {
      themeSetId,
      version,
      decidedBy,
      publishedAt: (rows[index]?.published_at ?? '') as Instant,
      added: now.filter((code) => !then.includes(code)),
      removed: then.filter((code) => !now.includes(code)),
      changed: themes.filter((theme) => then.includes(theme.code) && !same(theme)).map(({ code }) => code),
      classified: rows[index]?.classified ?? 0,
    };
  });
};

/** The version of its theme set under which a contribution stands, or null. */
export const themeVersionOf = (db: ReadDatabase, contributionId: string): number | null =>
  db.get<{ version: number }>('SELECT version FROM theme_use WHERE contribution_id = ?', contributionId)?.version ?? null;
