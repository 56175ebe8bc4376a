import type { Handlers } from '../kernel/index.ts';
import type { AgendaCancellation, AgendaContent, AgendaItem } from './agenda.content.ts';
import type { OpenAgendaState, PendingVersion } from './agenda.state.ts';
import { itemLabel } from './numbering.ts';
import type { AgendaVersionEvent } from './version.events.ts';

type State = OpenAgendaState;

const changePending = (state: State, change: Partial<PendingVersion>): State => ({
  ...state,
  pending: state.pending === null ? null : { ...state.pending, ...change },
});

const itemsOf = ({ headings }: AgendaContent): readonly AgendaItem[] => headings.flatMap(({ items }) => items);

/** What readers have seen and the restored version does not show leaves a trace too. */
const goneBy = (state: State, content: AgendaContent): readonly AgendaCancellation[] => {
  const stays = itemsOf(content).map(({ itemId }) => itemId);
  const shown = state.versions.flatMap(({ itemIds }) => itemIds);
  return state.items
    .filter(({ itemId }) => shown.includes(itemId) && !stays.includes(itemId))
    .map(({ itemId, headingId, letter, title }) => ({
      kind: 'item',
      id: itemId,
      label: itemLabel(state.headings.find((heading) => heading.headingId === headingId)?.number ?? 0, letter),
      title,
      reasonCode: 'version_restored',
    }));
};

const restored = (state: State, content: AgendaContent): State => ({
  ...state,
  title: content.title,
  headings: content.headings.map(({ items: _items, ...heading }) => heading),
  items: itemsOf(content),
  omitted: content.omittedPriorities,
  programme: content.programme ?? { days: [], rooms: [], slots: [] },
  cancelled: [...(content.cancelled ?? []), ...goneBy(state, content)],
});

export const versionEvolve: Handlers<AgendaVersionEvent, State, State> = {
  AgendaVersionProposed: ({ version, contentHash, changeNote, proposedBy, final }, state) => ({
    ...state,
    pending: {
      version,
      contentHash,
      changeNote,
      proposedBy,
      approved: false,
      final: final ?? false,
      parityWaivers: [],
      scheduledFor: null,
      embargo: null,
    },
  }),
  AgendaVersionReturned: (_data, state) => ({ ...state, pending: null }),
  AgendaVersionApproved: (_data, state) => changePending(state, { approved: true }),
  AgendaParityWaived: ({ language, reason, waivedBy }, state) =>
    changePending(state, { parityWaivers: [...(state.pending?.parityWaivers ?? []), { language, reason, waivedBy }] }),
  AgendaPublicationScheduled: ({ due }, state) => changePending(state, { scheduledFor: due }),
  AgendaPublicationUnscheduled: (_data, state) => changePending(state, { scheduledFor: null }),
  AgendaVersionEmbargoed: ({ until }, state) => changePending(state, { embargo: until }),
  AgendaEmbargoLifted: (_data, state) => changePending(state, { embargo: null }),
  AgendaVersionPublished: ({ version, contentHash, content, parityWaivers = [] }, state) => {
    const itemIds = itemsOf(content).map(({ itemId }) => itemId);
    const slotIds = (content.programme?.slots ?? []).map(({ slotId }) => slotId);
    const headingIds = content.headings.map(({ headingId }) => headingId);
    const waived = parityWaivers.map(({ language }) => language);
    const published = { version, contentHash, final: content.final ?? false, waived, headingIds, itemIds, slotIds };
    return { ...state, pending: null, published: version, versions: [...state.versions, published] };
  },
  AgendaVersionRestored: ({ content }, state) => restored(state, content),
  AgendaAdopted: ({ version }, state) => ({ ...state, adoptedVersion: version }),
};
