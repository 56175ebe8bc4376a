import type { ProjectEvent, ProjectFactEvent, ProjectRegistration } from './project.events.ts';

type Disputed = Extract<ProjectEvent, { type: 'ProjectFactDisputed' }>['data'];
type Corrected = Extract<ProjectEvent, { type: 'ProjectFactCorrected' }>['data'];

export type ProjectState =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'registered';
      readonly data: ProjectRegistration;
      readonly name: string;
      readonly facts: readonly ProjectFactEvent[];
      readonly disputes: readonly Disputed[];
      readonly corrections: readonly Corrected[];
      readonly closedOn: string | null;
    };

type Existing = Extract<ProjectState, { status: 'registered' }>;

const withFact = (state: Existing, event: ProjectFactEvent): Existing => {
  const facts = [...state.facts, event];
  if (event.type === 'ProjectRenamed') return { ...state, facts, name: event.data.name };
  return event.type === 'ProjectClosed' ? { ...state, facts, closedOn: event.data.closedOn } : { ...state, facts };
};

export const evolveProject = (state: ProjectState, event: ProjectEvent): ProjectState => {
  if (event.type === 'ProjectRegistered') {
    const { data } = event;
    return { status: 'registered', data, name: data.name, facts: [], disputes: [], corrections: [], closedOn: null };
  }
  if (state.status === 'unknown') return state;
  if (event.type === 'ProjectFactDisputed') return { ...state, disputes: [...state.disputes, event.data] };
  if (event.type === 'ProjectFactCorrected') return { ...state, corrections: [...state.corrections, event.data] };
  return withFact(state, event);
};

const numbered = (kind: string, values: readonly unknown[]): readonly string[] => values.map((_value, index) => `${kind}-${index + 1}`);

/** Names of the facts of a registration: `name`, `donor-1`, `highlight-3` … */
export const registeredFacts = (data: ProjectRegistration): readonly string[] => [
  'name',
  ...numbered('alias', data.aliases),
  ...numbered('donor', data.donors),
  ...numbered('partner', data.partners),
  ...numbered('component', data.components),
  ...numbered('beneficiary', data.beneficiaries),
  ...numbered('date', data.otherDates),
  ...numbered('highlight', data.highlights),
  ...(data.beneficiariesStated === null ? [] : ['beneficiaries-stated']),
  ...(data.start === null ? [] : ['start']),
  ...(data.end === null ? [] : ['end']),
  ...(data.budget === null ? [] : ['budget']),
];
