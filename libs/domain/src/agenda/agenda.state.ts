import type { AccreditationId, Bilingual } from '../kernel/index.ts';
import type { AgendaContent, AgendaEvent, AgendaHeading, AgendaItem } from './agenda.events.ts';

/** A version between proposal and publication. */
export interface PendingVersion {
  readonly version: number;
  readonly contentHash: string;
  readonly changeNote: Bilingual;
  readonly proposedBy: AccreditationId;
  readonly approved: boolean;
}

export type AgendaState =
  | { readonly status: 'unopened' }
  | {
      readonly status: 'building';
      readonly agendaId: string;
      readonly conferenceId: string;
      readonly title: Bilingual;
      readonly themeSetId: string;
      readonly headings: readonly AgendaHeading[];
      readonly items: readonly AgendaItem[];
      readonly omitted: readonly { readonly theme: string; readonly reason: Bilingual }[];
      readonly pending: PendingVersion | null;
      readonly published: number;
    };

export type OpenAgendaState = Extract<AgendaState, { status: 'building' }>;

export const initialAgenda: AgendaState = { status: 'unopened' };

const withoutAgendaId = <T extends { readonly agendaId: string }>({ agendaId: _agendaId, ...rest }: T): Omit<T, 'agendaId'> => rest;

const evolveVersion = (state: OpenAgendaState, event: Extract<AgendaEvent, { type: `AgendaVersion${string}` }>): AgendaState => {
  switch (event.type) {
    case 'AgendaVersionProposed': {
      const { version, contentHash, changeNote, proposedBy } = event.data;
      return { ...state, pending: { version, contentHash, changeNote, proposedBy, approved: false } };
    }
    case 'AgendaVersionReturned':
      return { ...state, pending: null };
    case 'AgendaVersionApproved':
      return { ...state, pending: state.pending === null ? null : { ...state.pending, approved: true } };
    case 'AgendaVersionPublished':
      return { ...state, pending: null, published: event.data.version };
  }
};

export const evolveAgenda = (state: AgendaState, event: AgendaEvent): AgendaState => {
  if (event.type === 'AgendaOpened') {
    return { status: 'building', ...event.data, headings: [], items: [], omitted: [], pending: null, published: 0 };
  }
  if (state.status === 'unopened') return state;
  switch (event.type) {
    case 'AgendaHeadingAdded':
      return { ...state, headings: [...state.headings, withoutAgendaId(event.data)] };
    case 'AgendaItemAdded':
      return { ...state, items: [...state.items, withoutAgendaId(event.data)] };
    case 'PriorityOmissionJustified':
      return { ...state, omitted: [...state.omitted.filter(({ theme }) => theme !== event.data.theme), withoutAgendaId(event.data)] };
    case 'AgendaVersionProposed':
    case 'AgendaVersionReturned':
    case 'AgendaVersionApproved':
    case 'AgendaVersionPublished':
      return evolveVersion(state, event);
  }
};

/** Everything a reader of the version will see, taken from the working agenda as it stands. */
export const contentOf = ({ agendaId, title, headings, items, omitted }: OpenAgendaState, version: number): AgendaContent => ({
  agendaId,
  version,
  title,
  headings: headings.map((heading) => ({ ...heading, items: items.filter(({ headingId }) => headingId === heading.headingId) })),
  omittedPriorities: omitted,
});
