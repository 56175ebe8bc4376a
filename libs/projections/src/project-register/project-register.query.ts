import type { ProjectRegistration } from '../../../domain/src/index.ts';
import { citedParagraph } from '../cited-paragraph.ts';
import type { CitedParagraph, ProjectFactView, ProjectFilter, ProjectView, RegisterFlag } from '../register.views.ts';
import type { Cell, ReadDatabase } from '../storage/read-database.ts';
import type { Link } from './project-facts.ts';
import type { CorrectionNote } from './project-register.projection.ts';

interface ProjectRow {
  readonly project_id: string;
  readonly name: string;
  readonly ends: string | null;
  readonly closed_on: string | null;
  readonly revision: number;
  readonly data: string;
}

interface FactCells {
  readonly fact_id: string;
  readonly what: string;
  readonly text: string;
  readonly date: string | null;
  readonly countries: string;
  readonly symbol: string | null;
  readonly paragraph: string | null;
}

interface NoteRow {
  readonly fact_id: string;
  readonly kind: 'dispute' | 'correction';
  readonly data: string;
}

type Cite = (symbol: string, paragraph: string) => CitedParagraph;

/** Each paragraph is looked up once, however often it is cited. */
const citing = (db: ReadDatabase): Cite => {
  const known = new Map<string, CitedParagraph>();
  return (symbol, paragraph) => {
    const key = `${symbol} ${paragraph}`;
    const found = known.get(key) ?? citedParagraph(db, symbol, paragraph);
    known.set(key, found);
    return found;
  };
};

const toFact =
  (notes: readonly NoteRow[], cite: Cite) =>
  (row: FactCells): ProjectFactView => {
    const own = notes.filter(({ fact_id }) => fact_id === row.fact_id);
    const last = own.findLast(({ kind }) => kind === 'correction');
    const correction = last === undefined ? null : (JSON.parse(last.data) as CorrectionNote);
    return {
      factId: row.fact_id,
      what: row.what,
      text: row.text,
      date: row.date,
      countries: JSON.parse(row.countries) as readonly string[],
      source: row.symbol === null || row.paragraph === null ? null : cite(row.symbol, row.paragraph),
      disputes: own
        .filter(({ kind }) => kind === 'dispute')
        .map(({ data }) => {
          const { reason, member } = JSON.parse(data) as { readonly reason: string; readonly member: string | null };
          return { reason, member };
        }),
      correction:
        correction === null ? null : { text: correction.correction, source: cite(correction.source.symbol, correction.source.paragraph) },
    };
  };

const flagsOf = (data: ProjectRegistration, listed: number, facts: readonly ProjectFactView[], sources: readonly CitedParagraph[]) => {
  const { beneficiariesStated: statement, beneficiariesStatedCount: stated, beneficiariesDerived } = data;
  const isOff = statement !== null && stated !== undefined && stated !== null && stated !== listed && !beneficiariesDerived;
  const flags: readonly RegisterFlag[] = [
    ...(isOff ? [{ code: 'stated_not_listed', statement, stated, listed } as const] : []),
    ...sources
      .filter(({ documentId }) => documentId === null)
      .map(({ symbol, paragraph }) => ({ code: 'source_dangling', symbol, paragraph }) as const),
    ...facts.filter(({ disputes }) => disputes.length > 0).map(({ factId }) => ({ code: 'fact_disputed', fact: factId }) as const),
    ...facts.filter(({ correction }) => correction !== null).map(({ factId }) => ({ code: 'fact_corrected', fact: factId }) as const),
    ...data.issues.map((text) => ({ code: 'as_found', text }) as const),
  ];
  return flags;
};

const toView = (db: ReadDatabase, row: ProjectRow, cite: Cite): ProjectView => {
  const data = JSON.parse(row.data) as ProjectRegistration;
  const links = db.all<Link>('SELECT kind, value FROM project_link WHERE project_id = ? ORDER BY place', row.project_id);
  const of = (wanted: Link['kind']): readonly string[] => links.filter(({ kind }) => kind === wanted).map(({ value }) => value);
  const notes = db.all<NoteRow>('SELECT fact_id, kind, data FROM project_note WHERE project_id = ? ORDER BY revision', row.project_id);
  const facts = db
    .all<FactCells>('SELECT * FROM project_fact WHERE project_id = ? ORDER BY place', row.project_id)
    .map(toFact(notes, cite));
  const sources = [...new Set(facts.flatMap(({ source }) => (source === null ? [] : [source])))];
  const beneficiaries = of('country');
  return {
    projectId: row.project_id,
    kind: data.kind,
    name: row.name,
    formerNames: of('name'),
    donors: of('donor'),
    partners: of('partner'),
    economicCommunities: of('community'),
    regions: of('region'),
    beneficiaries,
    beneficiariesDerived: data.beneficiariesDerived,
    components: of('component'),
    themes: of('theme'),
    start: data.start,
    end: row.ends,
    closedOn: row.closed_on,
    sources,
    facts,
    flags: flagsOf(data, beneficiaries.length, facts, sources),
    revision: String(row.revision),
  };
};

const has = (kind: Link['kind'], comparison: string): string =>
  `EXISTS (SELECT 1 FROM project_link l WHERE l.project_id = p.project_id AND l.kind = '${kind}' AND ${comparison})`;

const contains = 'instr(lower(l.value), lower(?)) > 0';
const equals = 'l.value = ?';

/** Projects by donor, community, country, component, region or theme; all of them without a filter. */
export const projectRegister = (db: ReadDatabase, filter: ProjectFilter): readonly ProjectView[] => {
  const wanted: readonly (readonly [string, string | undefined])[] = [
    [has('donor', contains), filter.donor],
    [has('community', equals), filter.community],
    [has('country', equals), filter.country],
    [has('component', contains), filter.component],
    [has('region', equals), filter.region],
    [has('theme', equals), filter.theme],
  ];
  const used = wanted.flatMap(([sql, cell]): readonly { readonly sql: string; readonly cell: Cell }[] =>
    cell === undefined ? [] : [{ sql, cell }],
  );
  const where = ['1', ...used.map(({ sql }) => sql)].join(' AND ');
  const cite = citing(db);
  return db
    .all<ProjectRow>(`SELECT * FROM project p WHERE ${where} ORDER BY p.project_id`, ...used.map(({ cell }) => cell))
    .map((row) => toView(db, row, cite));
};

/** One project, or null. */
export const project = (db: ReadDatabase, projectId: string): ProjectView | null => {
  const row = db.get<ProjectRow>('SELECT * FROM project WHERE project_id = ?', projectId);
  return row === undefined ? null : toView(db, row, citing(db));
};
