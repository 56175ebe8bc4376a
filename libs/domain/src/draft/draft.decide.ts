import { accept, isBlank, reject, same, type Decider, type Decision } from '../kernel/index.ts';
import type { DraftCommand, DraftEvent, DraftRejection, SavedDraft } from './draft.events.ts';

export type DraftState =
  | { readonly status: 'unknown' }
  | { readonly status: 'kept'; readonly draft: SavedDraft }
  | { readonly status: 'discarded'; readonly draft: SavedDraft };

type DraftDecision = Decision<DraftEvent, DraftRejection>;

const sameObject = (a: SavedDraft, b: SavedDraft): boolean =>
  a.member === b.member && a.kind === b.kind && a.guidanceId === b.guidanceId && a.callId === b.callId;

const save = (data: SavedDraft, state: DraftState): DraftDecision => {
  if (state.status === 'discarded') return reject({ code: 'draft.discarded' });
  if (state.status === 'kept' && !sameObject(state.draft, data)) return reject({ code: 'draft.identity_changed' });
  if (isBlank(data.content.title)) return reject({ code: 'draft.text_empty', field: 'title' });
  if (isBlank(data.content.text)) return reject({ code: 'draft.text_empty', field: 'text' });
  if (state.status === 'kept' && same(state.draft.content, data.content)) return accept();
  return accept({ type: 'DraftSaved', data });
};

export const draftDecider: Decider<DraftState, DraftCommand, DraftEvent, DraftRejection> = {
  category: 'draft',
  initialState: { status: 'unknown' },
  evolve: (state, event) => {
    switch (event.type) {
      case 'DraftSaved':
        return { status: 'kept', draft: event.data };
      case 'DraftDiscarded':
        return state.status === 'unknown' ? state : { status: 'discarded', draft: state.draft };
    }
  },
  decide: (command, state) => {
    if (command.type === 'SaveDraft') return save(command.data, state);
    // A draft of another Member answers exactly like one that never was.
    if (state.status === 'unknown' || state.draft.member !== command.data.actor.member) return reject({ code: 'draft.not_found' });
    if (state.status === 'discarded') return accept();
    return accept({ type: 'DraftDiscarded', data: { draftId: state.draft.draftId, discardedAt: command.data.now } });
  },
};
