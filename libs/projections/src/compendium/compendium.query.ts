import type { ContributionContent } from '../../../domain/src/index.ts';
import type { CompendiumEntry, CompendiumFilter } from '../follow-up.views.ts';
import { memberOnDay } from '../member-directory/name-on-day.ts';
import type { Cell, ReadDatabase } from '../storage/read-database.ts';
import type { Viewer } from '../views.ts';

interface PracticeRow {
  readonly contribution_id: string;
  readonly reference: string;
  readonly member: string;
  readonly name_en: string | null;
  readonly name_fr: string | null;
  readonly content: string;
  readonly primary_theme: string;
  readonly secondary_themes: string;
  readonly published_at: string | null;
}

/** What is published is for everybody; the Secretariat also sees what it has accepted, a Member its own. */
const permitted = (viewer: Viewer): { readonly sql: string; readonly cells: readonly Cell[] } => {
  switch (viewer.kind) {
    case 'internal':
      return { sql: "(p.practice_id IS NOT NULL OR c.stage = 'accepted')", cells: [] };
    case 'member':
      return { sql: "(p.practice_id IS NOT NULL OR (c.member = ? AND c.told_stage <> 'withdrawn'))", cells: [viewer.member] };
    case 'public':
      return { sql: 'p.practice_id IS NOT NULL', cells: [] };
  }
};

const toEntry = (row: PracticeRow): CompendiumEntry => {
  const { language, title, text, economicCommunity, practice } = JSON.parse(row.content) as ContributionContent;
  return {
    practiceId: row.contribution_id,
    reference: row.reference,
    member: row.member,
    memberName: { en: row.name_en ?? row.member, fr: row.name_fr ?? row.member },
    language,
    title,
    text,
    primaryTheme: row.primary_theme,
    secondaryThemes: JSON.parse(row.secondary_themes) as readonly string[],
    economicCommunity,
    account: practice ?? null,
    publishedAt: row.published_at,
  };
};

/** National practices by what they rest on, their themes, their community, level and Member, in the order received (row A11). */
export const compendium = (db: ReadDatabase, filter: CompendiumFilter, viewer: Viewer): readonly CompendiumEntry[] => {
  const may = permitted(viewer);
  const wanted: readonly (readonly [string, string | undefined])[] = [
    ["instr(lower(c.content ->> '$.practice.instrument'), lower(?)) > 0", filter.instrument],
    ["c.content ->> '$.economicCommunity' = ?", filter.economicCommunity],
    ["c.content ->> '$.practice.level' = ?", filter.level],
    ['c.member = ?', filter.member],
  ];
  const used = wanted.flatMap(([sql, cell]) => (cell === undefined ? [] : [{ sql, cell }]));
  const where = ["c.kind = 'practice'", may.sql, ...used.map(({ sql }) => sql)].join(' AND ');
  return db
    .all<PracticeRow>(
      `SELECT c.contribution_id, c.reference, c.member, ${memberOnDay('name_en', 'c.member', 'c.submitted_at')} AS name_en,
              ${memberOnDay('name_fr', 'c.member', 'c.submitted_at')} AS name_fr, c.content, c.primary_theme, c.secondary_themes, p.published_at
       FROM contribution c LEFT JOIN published_practice p ON p.practice_id = c.contribution_id
       WHERE ${where} ORDER BY c.submitted_at, c.contribution_id`,
      ...may.cells,
      ...used.map(({ cell }) => cell),
    )
    .map(toEntry)
    .filter(({ primaryTheme, secondaryThemes }) => filter.theme === undefined || [primaryTheme, ...secondaryThemes].includes(filter.theme));
};
