import { accept, isBlank, reject, same, type AccreditationId, type Decider, type Decision } from '../kernel/index.ts';
import type { TranslationCommand, TranslationRejection } from './translation.commands.ts';
import type { TranslationContent, TranslationEvent, TranslationRequest } from './translation.events.ts';

export type TranslationState =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'pending' | 'translated' | 'certified';
      readonly request: TranslationRequest;
      /** What is to be translated, as last seen. */
      readonly sourceHash: string;
      /** The last delivery; null before the first. */
      readonly last: {
        readonly edition: number;
        readonly content: TranslationContent;
        readonly sourceHash: string;
        readonly translatedBy: AccreditationId;
      } | null;
      readonly certifiedBy: AccreditationId | null;
    };

type TranslationDecision = Decision<TranslationEvent, TranslationRejection>;
type Existing = Exclude<TranslationState, { status: 'unknown' }>;
type Data<T extends TranslationCommand['type']> = Extract<TranslationCommand, { type: T }>['data'];

const evolve = (state: TranslationState, event: TranslationEvent): TranslationState => {
  if (event.type === 'TranslationRequested')
    return { status: 'pending', request: event.data, sourceHash: event.data.sourceHash, last: null, certifiedBy: null };
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'TranslationDelivered': {
      const { edition, content, sourceHash, translatedBy } = event.data;
      return { ...state, status: 'translated', sourceHash, last: { edition, content, sourceHash, translatedBy }, certifiedBy: null };
    }
    case 'TranslationCertified':
      return { ...state, status: 'certified', certifiedBy: event.data.certifiedBy };
    case 'TranslationReturned':
      return { ...state, status: 'pending' };
    case 'TranslationSourceChanged':
      return { ...state, sourceHash: event.data.sourceHash };
  }
};

/** Whether the other language changed after this one was translated; a stale translation stays readable, and is never taken for certified. */
export const isStale = (state: TranslationState): boolean =>
  state.status !== 'unknown' && state.last !== null && state.last.sourceHash !== state.sourceHash;

const request = (data: TranslationRequest, state: TranslationState): TranslationDecision => {
  if (state.status !== 'unknown') {
    const { subject, from, to } = state.request;
    return same({ subject, from, to }, { subject: data.subject, from: data.from, to: data.to })
      ? accept()
      : reject({ code: 'translation.already_requested' });
  }
  return data.from === data.to
    ? reject({ code: 'translation.same_language', language: data.to })
    : accept({ type: 'TranslationRequested', data });
};

/** The same words for the same source, from the same hand, and not given back since. */
const isDelivered = ({ actor, content, sourceHash }: Data<'DeliverTranslation'>, { status, last }: Existing): boolean =>
  status !== 'pending' && last !== null && same({ ...last, content, sourceHash, translatedBy: actor.accreditationId }, last);

const deliver = (data: Data<'DeliverTranslation'>, state: Existing): TranslationDecision => {
  const { actor, now, source, content, sourceHash } = data;
  if (isDelivered(data, state)) return accept();
  if (content.kind === 'text' && isBlank(content.text)) return reject({ code: 'translation.text_empty' });
  if (sourceHash !== source) return reject({ code: 'translation.source_changed', translated: sourceHash, current: source });
  const edition = (state.last?.edition ?? 0) + 1;
  const { translationId } = state.request;
  return accept({
    type: 'TranslationDelivered',
    data: { translationId, edition, content, sourceHash, translatedBy: actor.accreditationId, deliveredAt: now },
  });
};

const certify = ({ actor, now, source, edition }: Data<'CertifyTranslation'>, state: Existing): TranslationDecision => {
  const { last } = state;
  if (last === null || state.status === 'pending') return reject({ code: 'translation.nothing_delivered' });
  if (last.edition !== edition) return reject({ code: 'translation.edition_differs', latest: last.edition, seen: edition });
  if (last.sourceHash !== source) return reject({ code: 'translation.source_changed', translated: last.sourceHash, current: source });
  if (state.status === 'certified') return accept();
  if (last.translatedBy === actor.accreditationId) return reject({ code: 'translation.translator_cannot_certify' });
  const { translationId } = state.request;
  return accept({
    type: 'TranslationCertified',
    data: { translationId, edition, sourceHash: last.sourceHash, certifiedBy: actor.accreditationId, certifiedAt: now },
  });
};

const giveBack = ({ actor, now, edition, reason }: Data<'ReturnTranslation'>, state: Existing): TranslationDecision => {
  const { last } = state;
  if (last === null) return reject({ code: 'translation.nothing_delivered' });
  if (last.edition !== edition) return reject({ code: 'translation.edition_differs', latest: last.edition, seen: edition });
  if (state.status === 'pending') return accept();
  if (state.status === 'certified') return reject({ code: 'translation.already_certified' });
  if (isBlank(reason)) return reject({ code: 'translation.text_empty' });
  const { translationId } = state.request;
  return accept({
    type: 'TranslationReturned',
    data: { translationId, edition, reason, returnedBy: actor.accreditationId, returnedAt: now },
  });
};

export const translationDecider: Decider<TranslationState, TranslationCommand, TranslationEvent, TranslationRejection> = {
  category: 'translation',
  initialState: { status: 'unknown' },
  evolve,
  decide: (command, state) => {
    if (command.type === 'RequestTranslation') return request(command.data, state);
    if (state.status === 'unknown') return reject({ code: 'translation.not_requested' });
    switch (command.type) {
      case 'DeliverTranslation':
        return deliver(command.data, state);
      case 'CertifyTranslation':
        return certify(command.data, state);
      case 'ReturnTranslation':
        return giveBack(command.data, state);
      case 'NoteTranslationSource': {
        const { source: sourceHash, now: noticedAt } = command.data;
        if (state.sourceHash === sourceHash) return accept();
        return accept({
          type: 'TranslationSourceChanged',
          data: { translationId: state.request.translationId, sourceHash, noticedAt },
        });
      }
    }
  },
};
