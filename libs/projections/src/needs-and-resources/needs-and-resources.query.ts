import type { ContributionContent } from '../../../domain/src/index.ts';
import { citedParagraph } from '../cited-paragraph.ts';
import { permitted } from '../contributions/permitted.ts';
import { members } from '../member-directory/member-directory.query.ts';
import { projectRegister } from '../project-register/project-register.query.ts';
import type { CitedParagraph, ProjectView, StructureDirectory } from '../register.views.ts';
import type { Cell, ReadDatabase } from '../storage/read-database.ts';
import { structureDirectory } from '../structure-directory/structure-directory.query.ts';
import type { MemberView, Viewer } from '../views.ts';
import { matchProject, matchStructure, type Need } from './match.ts';
import type { DonorMatch, NeedsAndResources, NeedsFilter, NeedView, ResourceMatch } from './needs-and-resources.views.ts';

interface NeedRow {
  readonly contribution_id: string;
  readonly kind: 'practice' | 'topic';
  readonly member: string;
  readonly primary_theme: string;
  readonly secondary_themes: string;
  readonly reference: string;
  readonly content: string;
}

const needRows = (db: ReadDatabase, { contributionId, member, theme }: NeedsFilter, viewer: Viewer, limit: number): readonly NeedRow[] => {
  const may = permitted(viewer);
  const wanted: readonly (readonly [string, string | undefined])[] = [
    ['c.contribution_id = ?', contributionId],
    ['c.member = ?', member],
    ['c.primary_theme = ?', theme],
  ];
  const used = wanted.flatMap(([sql, cell]): readonly { readonly sql: string; readonly cell: Cell }[] =>
    cell === undefined ? [] : [{ sql, cell }],
  );
  const where = [may.sql, ...used.map(({ sql }) => sql)].join(' AND ');
  return db.all<NeedRow>(
    `SELECT c.contribution_id, c.kind, c.member, c.primary_theme, c.secondary_themes, c.reference, c.content FROM contribution c
     WHERE ${where} ORDER BY c.submitted_at DESC, c.contribution_id LIMIT ?`,
    ...may.cells,
    ...used.map(({ cell }) => cell),
    limit,
  );
};

const byScore = (a: { readonly score: number; readonly id: string }, b: { readonly score: number; readonly id: string }): number =>
  b.score - a.score || (a.id < b.id ? -1 : 1);

/** Paragraphs that speak of the Member come first. */
const sourcesFor = ({ facts, sources }: ProjectView, member: string): readonly CitedParagraph[] => {
  const own = facts.flatMap(({ countries, source }) => (source !== null && countries.includes(member) ? [source] : []));
  return [...new Set([...own, ...sources])];
};

const projectsFor = (need: Need, projects: readonly ProjectView[]): readonly ResourceMatch[] =>
  projects
    .flatMap((project): readonly ResourceMatch[] => {
      const match = matchProject(need, project);
      const { projectId: id, name } = project;
      return match === null ? [] : [{ kind: 'project', id, name, ...match, sources: sourcesFor(project, need.member) }];
    })
    .sort(byScore);

/** The paragraph that states how many structures of the kind there are, `PC0410E1 B5`. */
const sourceOfKind = (db: ReadDatabase, { counts }: StructureDirectory, kind: string): readonly CitedParagraph[] => {
  const [symbol, paragraph] = counts.find((count) => count.kind === kind)?.source.split(' ') ?? [];
  return symbol === undefined || paragraph === undefined ? [] : [citedParagraph(db, symbol, paragraph)];
};

const structuresFor = (db: ReadDatabase, need: Need, directory: StructureDirectory): readonly ResourceMatch[] =>
  directory.structures
    .flatMap((structure): readonly ResourceMatch[] => {
      const match = matchStructure(need, structure);
      const { structureId: id, name, kind } = structure;
      return match === null ? [] : [{ kind: 'structure', id, name, ...match, sources: sourceOfKind(db, directory, kind) }];
    })
    .sort(byScore);

const donorsOf = (matches: readonly ResourceMatch[], projects: readonly ProjectView[]): readonly DonorMatch[] => {
  const found = new Map<string, DonorMatch>();
  for (const { id, score } of matches) {
    for (const donor of projects.find(({ projectId }) => projectId === id)?.donors ?? []) {
      const known = found.get(donor) ?? { donor, score: 0, through: [] };
      found.set(donor, { donor, score: known.score + score, through: [...known.through, id] });
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score || (a.donor < b.donor ? -1 : 1));
};

const contentOf = ({ content }: NeedRow): ContributionContent => JSON.parse(content) as ContributionContent;

/** Whether a project had ended by then; one of which only the month or year is known has that month or year left. */
const isOver = ({ closedOn, end }: ProjectView, day: string): boolean => {
  const last = (closedOn ?? end ?? '').split('/').at(-1) ?? '';
  return last !== '' && last < day.slice(0, last.length);
};

const needOf = (row: NeedRow, member: MemberView | undefined): Need => {
  const content = contentOf(row);
  const own = member?.economicCommunities ?? [];
  const spokenOf = content.economicCommunity === null ? [] : [content.economicCommunity];
  return {
    member: row.member,
    region: member?.region ?? null,
    primaryTheme: row.primary_theme,
    secondaryThemes: JSON.parse(row.secondary_themes) as readonly string[],
    communities: [...new Set([...spokenOf, ...own])],
  };
};

/**
 * What Members brought forward against projects, donors and structures, each match with what it rests on and where that is written;
 * newest first. Compared when it is asked: the registers are small, and a stored score would be out of date with the next fact.
 *
 * @param day  the day whose Members and structures are looked at
 */
export const needsAndResources = (
  db: ReadDatabase,
  { filter, viewer, day, limit }: { readonly filter: NeedsFilter; readonly viewer: Viewer; readonly day: string; readonly limit: number },
): NeedsAndResources => {
  const projects = projectRegister(db, {}).filter((project) => !isOver(project, day));
  const [directory, all] = [structureDirectory(db, day), members(db, day)];
  const needs = needRows(db, filter, viewer, limit).map((row): NeedView => {
    const need = needOf(
      row,
      all.find(({ code }) => code === row.member),
    );
    const { title } = contentOf(row);
    const found = projectsFor(need, projects);
    return {
      contributionId: row.contribution_id,
      kind: row.kind,
      reference: row.reference,
      title,
      member: row.member,
      region: need.region,
      themes: [need.primaryTheme, ...need.secondaryThemes],
      communities: need.communities,
      projects: found,
      structures: structuresFor(db, need, directory),
      donors: donorsOf(found, projects),
    };
  });
  const used = new Set(needs.flatMap((need) => need.projects.map(({ id }) => id)));
  return { needs, idle: projects.filter(({ projectId }) => !used.has(projectId)).map(({ projectId, name }) => ({ projectId, name })) };
};
