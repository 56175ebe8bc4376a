import { contributions } from '../contributions/contributions.query.ts';
import { groupings, member } from '../member-directory/member-directory.query.ts';
import { pageLimits } from '../paging.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import { structureDirectory } from '../structure-directory/structure-directory.query.ts';
import type { GroupingView, Viewer } from '../views.ts';
import type { CountryPage } from './country-page.views.ts';

const namesOf = (db: ReadDatabase, code: string): CountryPage['names'] =>
  db
    .all<{ from_day: string; name_en: string; name_fr: string }>('SELECT * FROM member_name WHERE code = ? ORDER BY from_day', code)
    .map(({ from_day, name_en, name_fr }) => ({ name: { en: name_en, fr: name_fr }, from: from_day }));

const ranks = { country: 'beneficiary', community: 'community', mentioned: 'mentioned' } as const;

/** Projects that name the country, one of its communities, or speak of it; each once, in that order of nearness. */
const projectsFor = (db: ReadDatabase, code: string, communities: readonly string[]): CountryPage['projects'] => {
  const found = db.all<{ project_id: string; name: string; kind: keyof typeof ranks }>(
    `SELECT p.project_id, p.name, l.kind FROM project_link l JOIN project p ON p.project_id = l.project_id
     WHERE (l.kind IN ('country', 'mentioned') AND l.value = ?)
        OR (l.kind = 'community' AND l.value IN (SELECT value FROM json_each(?)))
     ORDER BY p.project_id, CASE l.kind WHEN 'country' THEN 0 WHEN 'community' THEN 1 ELSE 2 END`,
    code,
    JSON.stringify(communities),
  );
  const first = found.filter(({ project_id }, index) => found.findIndex((other) => other.project_id === project_id) === index);
  return first.map(({ project_id, name, kind }) => ({ projectId: project_id, name, as: ranks[kind] }));
};

const short = ({ kind, code, name, shortName }: GroupingView): CountryPage['groupings'][number] => ({ kind, code, name, shortName });

/** What the record holds about one country on a date; null when it was never on the list. */
export const countryPage = (db: ReadDatabase, code: string, day: string, viewer: Viewer): CountryPage | null => {
  const names = namesOf(db, code);
  if (names.length === 0) return null;
  const found = member(db, code, day);
  const { structures } = structureDirectory(db, day);
  const sent = contributions(db, { filter: { member: code }, viewer, limit: pageLimits.largest });
  return {
    code,
    inForceAt: day,
    member: found,
    names,
    groupings: groupings(db, day)
      .filter(({ members }) => members.includes(code))
      .map(short),
    hostedStructures: structures.filter(({ host }) => host === code),
    regionalStructures: structures.filter(({ region }) => found !== null && region === found.region),
    projects: projectsFor(db, code, found?.economicCommunities ?? []),
    contributions: 'code' in sent ? [] : sent.items,
  };
};
