import { accept, isBlank, reject, same, type Decider, type Decision } from '../kernel/index.ts';
import type { DraftCommand, DraftEvent, DraftFile, DraftRejection, SavedDraft } from './draft.events.ts';

export type DraftState =
  | { readonly status: 'unknown' }
  | { readonly status: 'kept'; readonly draft: SavedDraft; readonly files: readonly DraftFile[] }
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

const mostFiles = 20;

type Kept = Extract<DraftState, { status: 'kept' }>;
type FileCommand = Extract<DraftCommand, { type: 'AttachToDraft' | 'DetachFromDraft' }>;

const decideFile = ({ type, data }: FileCommand, { draft: { draftId }, files }: Kept): DraftDecision => {
  const isThere = files.some(({ attachmentId }) => attachmentId === data.attachmentId);
  const { attachmentId, now } = data;
  if (type === 'DetachFromDraft')
    return isThere ? accept({ type: 'DraftFileDetached', data: { draftId, attachmentId, detachedAt: now } }) : accept();
  if (isThere) return accept();
  return files.length >= mostFiles
    ? reject({ code: 'draft.too_many_files', most: mostFiles })
    : accept({ type: 'DraftFileAttached', data: { draftId, attachmentId, file: data.file, attachedAt: now } });
};

const evolve = (state: DraftState, event: DraftEvent): DraftState => {
  if (event.type === 'DraftSaved') return { status: 'kept', draft: event.data, files: state.status === 'kept' ? state.files : [] };
  if (state.status !== 'kept') return state;
  switch (event.type) {
    case 'DraftDiscarded':
      return { status: 'discarded', draft: state.draft };
    case 'DraftFileAttached': {
      const { attachmentId, file } = event.data;
      return { ...state, files: [...state.files, { attachmentId, file }] };
    }
    case 'DraftFileDetached':
      return { ...state, files: state.files.filter(({ attachmentId }) => attachmentId !== event.data.attachmentId) };
  }
};

export const draftDecider: Decider<DraftState, DraftCommand, DraftEvent, DraftRejection> = {
  category: 'draft',
  initialState: { status: 'unknown' },
  evolve,
  decide: (command, state) => {
    if (command.type === 'SaveDraft') return save(command.data, state);
    // A draft of another Member answers exactly like one that never was.
    if (state.status === 'unknown' || state.draft.member !== command.data.actor.member) return reject({ code: 'draft.not_found' });
    if (command.type !== 'DiscardDraft') return state.status === 'kept' ? decideFile(command, state) : reject({ code: 'draft.discarded' });
    if (state.status === 'discarded') return accept();
    return accept({ type: 'DraftDiscarded', data: { draftId: state.draft.draftId, discardedAt: command.data.now } });
  },
};
