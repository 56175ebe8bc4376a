import type { ProjectFactEvent, ProjectRegistration, SourceParagraph } from '../../../domain/src/index.ts';

/** One fact as a row: what it is, what it says, where it was read. */
export interface FactRow {
  readonly factId: string;
  readonly what: string;
  readonly text: string;
  readonly date: string | null;
  readonly countries: readonly string[];
  readonly source: SourceParagraph | null;
}

/** By what a project is found. */
export interface Link {
  readonly kind: 'name' | 'donor' | 'partner' | 'community' | 'region' | 'country' | 'component' | 'theme' | 'mentioned';
  readonly value: string;
}

const bare = { date: null, countries: [], source: null } as const;

/** The paragraph whose quoted words name something: in full, or by the letters that stand in brackets behind its name. */
const sourceOf = ({ highlights, sourceSymbol: symbol }: ProjectRegistration, name: string): SourceParagraph | null => {
  const letters = /\(([A-Za-z]{3,10})\)$/.exec(name)?.[1];
  const names = letters === undefined ? [name] : [name, letters];
  const found = highlights.find(({ quote }) => names.some((form) => quote.includes(form)));
  return found === undefined ? null : { symbol, paragraph: found.paragraph };
};

const named = (data: ProjectRegistration, what: string, values: readonly string[]): readonly FactRow[] =>
  values.map((text, index) => ({ ...bare, factId: `${what}-${index + 1}`, what, text, source: sourceOf(data, text) }));

const single = (factId: string, text: string | null): readonly FactRow[] =>
  text === null ? [] : [{ ...bare, factId, what: factId, text }];

/** The facts of a registration, under the names that the domain gives them. */
export const rowsOfRegistration = (data: ProjectRegistration): readonly FactRow[] => {
  const at = (paragraph: string): SourceParagraph => ({ symbol: data.sourceSymbol, paragraph });
  return [
    { ...bare, factId: 'name', what: 'name', text: data.name, source: sourceOf(data, data.name) },
    ...named(data, 'alias', data.aliases),
    ...named(data, 'donor', data.donors),
    ...named(data, 'partner', data.partners),
    ...named(data, 'component', data.components),
    ...data.beneficiaries.map((code, index) => ({
      ...bare,
      factId: `beneficiary-${index + 1}`,
      what: 'beneficiary',
      text: code,
      countries: [code],
    })),
    ...single('beneficiaries-stated', data.beneficiariesStated),
    ...single('start', data.start),
    ...single('end', data.end),
    ...single('budget', data.budget),
    ...data.otherDates.map(({ value, what, paragraph }, index) => ({
      ...bare,
      factId: `date-${index + 1}`,
      what: 'date',
      text: what,
      date: value,
      source: at(paragraph),
    })),
    ...data.highlights.map(({ paragraph, quote, date, countries }, index) => ({
      factId: `highlight-${index + 1}`,
      what: 'highlight',
      text: quote,
      date,
      countries,
      source: at(paragraph),
    })),
  ];
};

const links = (kind: Link['kind'], values: readonly string[]): readonly Link[] => values.map((value) => ({ kind, value }));

export const linksOfRegistration = (data: ProjectRegistration): readonly Link[] => [
  ...links('name', data.aliases),
  ...links('donor', data.donors),
  ...links('partner', data.partners),
  ...links('community', data.economicCommunities),
  ...links('region', data.regions),
  ...links('country', data.beneficiaries),
  ...links('component', data.components),
  ...links('theme', data.themes),
  ...links(
    'mentioned',
    data.highlights.flatMap(({ countries }) => countries),
  ),
];

const beneficiaryKinds = { country: 'country', economicCommunity: 'community', region: 'region' } as const;

interface Said {
  readonly what: string;
  readonly text: string;
  readonly date?: string | null;
  readonly countries?: readonly string[];
  readonly links?: readonly Link[];
}

type Saying = { readonly [T in ProjectFactEvent['type']]: (data: Extract<ProjectFactEvent, { readonly type: T }>['data']) => Said };

const sayings: Saying = {
  ProjectRenamed: ({ name, from, inForceFrom }) => ({ what: 'name', text: name, date: inForceFrom, links: links('name', [from]) }),
  ProjectAgreementSigned: ({ kind, parties, amount, signedOn }) => ({
    what: 'agreement',
    text: [kind, parties.join(', '), amount ?? ''].filter((part) => part !== '').join('; '),
    date: signedOn,
  }),
  ProjectComponentDefined: ({ component }) => ({ what: 'component', text: component, links: links('component', [component]) }),
  ProjectActivityReported: ({ what, place, date, countries }) => ({
    what: 'activity',
    text: place === null ? what : `${what} (${place})`,
    date,
    countries,
    links: links('mentioned', countries),
  }),
  ProjectBeneficiaryAdded: ({ kind, beneficiary }) => ({
    what: 'beneficiary',
    text: beneficiary,
    countries: kind === 'country' ? [beneficiary] : [],
    links: links(beneficiaryKinds[kind], [beneficiary]),
  }),
  ProjectDonorJoined: ({ donor }) => ({ what: 'donor', text: donor, links: links('donor', [donor]) }),
  ProjectExtended: ({ until }) => ({ what: 'extension', text: until, date: until }),
  ProjectClosed: ({ closedOn, evaluation }) => ({ what: 'closing', text: evaluation ?? closedOn, date: closedOn }),
  ProjectSuccessorProposed: ({ successor }) => ({ what: 'successor', text: successor }),
};

/** A fact that was added later, and by what else the project is found from now on. */
export const rowOfFact = (event: ProjectFactEvent): { readonly row: FactRow; readonly links: readonly Link[] } => {
  // The table pairs each type with its data; indexing by the type of a union forgets the pair.
  const say = sayings[event.type] as (data: ProjectFactEvent['data']) => Said;
  const { what, text, date = null, countries = [], links: found = [] } = say(event.data);
  const { factId, source } = event.data;
  return { row: { factId, what, text, date, countries, source }, links: found };
};
