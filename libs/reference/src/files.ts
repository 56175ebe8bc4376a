import { readFileSync } from 'node:fs';

/** Shapes of the data files, as far as they are recorded; the files are ours and checked by the specs. */
export interface MemberRow {
  readonly iso2: string;
  readonly nameEn: string;
  readonly nameFr: string;
  readonly region: string;
  readonly accessionDate: string;
  readonly accessionVerified: boolean;
  readonly recs: readonly string[];
  readonly correspondenceLanguage: 'E' | 'F';
  readonly landlocked: boolean;
  readonly memberKind: string;
}

export interface RegionRow {
  readonly code: string;
  readonly nameEn: string;
  readonly nameFr: string;
  readonly shortEn: string;
  readonly shortFr: string;
  readonly members: readonly string[];
}

export interface CommunityRow {
  readonly code: string;
  readonly nameEn: string;
  readonly nameFr: string;
  readonly abbrFr: string;
  readonly established: number | null;
  readonly headquarters: string | null;
  readonly wcoMembers: readonly string[];
  readonly nonWcoMembers: readonly string[];
  readonly seedParas: readonly string[];
  readonly notes: string | null;
}

export interface StructureRow {
  readonly id: string;
  readonly type: string;
  readonly region: string | null;
  readonly name: string;
  readonly hostCity: string | null;
  readonly hostIso2?: string;
  readonly since: string | number | null;
  readonly confidence: string;
  readonly source?: string;
  /** The day, where it is known. */
  readonly openedOn?: string;
}

/** What the document says of a kind of structure. */
export interface StructureTypeRow {
  readonly code: string;
  readonly nameEn: string;
  readonly nameFr: string;
  readonly seedPara: number | null;
  readonly seedCount: number | null;
  readonly seedStatement: string | null;
}

export interface ThemeRow {
  readonly code: string;
  readonly order: number;
  readonly kind: 'priority' | 'cross-cutting';
  readonly labelEn: string;
  readonly labelFr: string;
  readonly shortLabelEn: string;
  readonly shortLabelFr: string;
  readonly keywordsEn: readonly string[];
  readonly keywordsFr: readonly string[];
  readonly sourcePara: string;
}

export interface ProjectRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly aka: readonly string[];
  readonly donors: readonly string[];
  readonly partners: readonly string[];
  readonly recs: readonly string[];
  readonly regions: readonly string[];
  readonly beneficiaries: readonly string[];
  readonly beneficiariesDerived?: boolean;
  readonly beneficiariesStated: string | null;
  readonly components: readonly string[];
  readonly start: string | null;
  readonly end: string | null;
  readonly otherDates: readonly { readonly value: string; readonly precision: string; readonly what: string; readonly para: string }[];
  readonly budget: { readonly quote: string } | null;
  readonly themes: readonly string[];
  readonly highlights: readonly {
    readonly para: string;
    readonly quote: string;
    readonly date?: string;
    readonly countries?: readonly string[];
  }[];
  readonly issues: readonly string[];
}

export interface SessionFile {
  readonly committee: { readonly code: string; readonly nameEn: string; readonly nameFr: string };
  readonly session: {
    readonly id: string;
    readonly numbers: readonly [number, number];
    readonly label: string;
    readonly labelFr: string;
    readonly start: string;
    readonly end: string;
    readonly place: string;
  };
  readonly nextSession: { readonly id: string; readonly numbers: readonly [number, number]; readonly start: string; readonly end: string };
  readonly previousDecisions: readonly {
    readonly ref: string;
    readonly session: string;
    readonly para: string;
    readonly kind: string;
    readonly quote: string;
    readonly followUp?: { readonly owner: string; readonly by: string; readonly status: string; readonly evidence: string | null };
  }[];
  readonly guidanceRequests: readonly {
    readonly ref: string;
    readonly para: string;
    readonly order: number;
    readonly text: string;
    readonly leadIn: string;
    readonly submissionType: string;
  }[];
  readonly conference: {
    readonly id: string;
    readonly name: string;
    readonly nameFr: string;
    readonly place: string;
    readonly announced: { readonly para: string };
  };
  readonly document: { readonly code: string };
}

/** Names of the data files, in the order in which they are recorded. */
export const dataFiles = ['members', 'regions', 'recs', 'regional-structures', 'themes', 'projects', 'session'] as const;

/** Text of a data file. */
export const readDataFile = (name: (typeof dataFiles)[number]): string =>
  readFileSync(new URL(`../data/${name}.json`, import.meta.url), 'utf8');

const parsed = <T>(name: (typeof dataFiles)[number]): T => JSON.parse(readDataFile(name)) as T;

export const memberRows = (): readonly MemberRow[] => parsed<{ members: MemberRow[] }>('members').members;
export const regionRows = (): readonly RegionRow[] => parsed<{ regions: RegionRow[] }>('regions').regions;
export const communityRows = (): readonly CommunityRow[] => parsed<{ recs: CommunityRow[] }>('recs').recs;
export const structureRows = (): readonly StructureRow[] => parsed<{ structures: StructureRow[] }>('regional-structures').structures;
export const structureTypeRows = (): readonly StructureTypeRow[] => parsed<{ types: StructureTypeRow[] }>('regional-structures').types;
export const themeRows = (): readonly ThemeRow[] => parsed<{ themes: ThemeRow[] }>('themes').themes;
export const projectRows = (): readonly ProjectRow[] => parsed<{ projects: ProjectRow[] }>('projects').projects;
export const sessionFile = (): SessionFile => parsed<SessionFile>('session');
