import { accept, isBlank, reject, same, type Decider, type Decision } from '../kernel/index.ts';
import type { TranslationCommand, TranslationRejection } from './translation.commands.ts';
import type { TranslationEvent, TranslationRequest } from './translation.events.ts';
import { evolveTranslation, isStale, type TranslationState } from './translation.state.ts';

type TranslationDecision = Decision<TranslationEvent, TranslationRejection>;
type Existing = Exclude<TranslationState, { status: 'unknown' }>;
type Data<T extends TranslationCommand['type']> = Extract<TranslationCommand, { type: T }>['data'];

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

const assign = ({ actor, now, translator, dueAt }: Data<'AssignTranslation'>, state: Existing): TranslationDecision => {
  if (same(state.assigned, { translator, dueAt })) return accept();
  if (state.status === 'certified' && !isStale(state)) return reject({ code: 'translation.already_certified' });
  const { translationId } = state.request;
  const by = { assignedBy: actor.accreditationId, assignedAt: now };
  return accept({ type: 'TranslationAssigned', data: { translationId, translator, dueAt, ...by } });
};

/** The same words for the same source, from the same hand, and not given back since. */
const isDelivered = ({ actor, content, sourceHash }: Data<'DeliverTranslation'>, { status, last }: Existing): boolean =>
  status !== 'pending' && last !== null && same({ ...last, content, sourceHash, translatedBy: actor.accreditationId }, last);

const deliver = (data: Data<'DeliverTranslation'>, state: Existing): TranslationDecision => {
  const { actor, now, source, content, sourceHash } = data;
  const translatedBy = actor.accreditationId;
  if (isDelivered(data, state)) return accept();
  if (state.assigned !== null && state.assigned.translator !== translatedBy) return reject({ code: 'translation.assigned_to_another' });
  if (content.kind === 'text' && isBlank(content.text)) return reject({ code: 'translation.text_empty' });
  if (sourceHash !== source) return reject({ code: 'translation.source_changed', translated: sourceHash, current: source });
  const edition = (state.last?.edition ?? 0) + 1;
  const { translationId } = state.request;
  return accept({ type: 'TranslationDelivered', data: { translationId, edition, content, sourceHash, translatedBy, deliveredAt: now } });
};

type Read = Data<'ReviseTranslation' | 'CertifyTranslation'>;

/** Why an edition that was read is not what there is to be judged; otherwise that edition. */
const readEdition = ({ source, edition }: Read, { last, status }: Existing): NonNullable<Existing['last']> | TranslationRejection => {
  if (last === null || status === 'pending') return { code: 'translation.nothing_delivered' };
  if (last.edition !== edition) return { code: 'translation.edition_differs', latest: last.edition, seen: edition };
  return last.sourceHash === source ? last : { code: 'translation.source_changed', translated: last.sourceHash, current: source };
};

/** What was revised already, and left as it is now. */
const isRevised = ({ edition, content }: Data<'ReviseTranslation'>, { status, last }: Existing): boolean => {
  if (status !== 'revised' || last === null) return false;
  return content === null ? edition === last.edition : same(content, last.content);
};

const revise = (data: Data<'ReviseTranslation'>, state: Existing): TranslationDecision => {
  const { actor, now: revisedAt, content } = data;
  if (isRevised(data, state)) return accept();
  const last = readEdition(data, state);
  if ('code' in last) return reject(last);
  if (state.status === 'certified') return reject({ code: 'translation.already_certified' });
  if (last.translatedBy === actor.accreditationId) return reject({ code: 'translation.translator_cannot_revise' });
  if (content?.kind === 'text' && isBlank(content.text)) return reject({ code: 'translation.text_empty' });
  const isChanged = content !== null && !same(content, last.content);
  const revised = isChanged ? { edition: last.edition + 1, content } : { edition: last.edition, content: last.content };
  const { translationId } = state.request;
  const by = { revisedBy: actor.accreditationId, revisedAt };
  return accept({ type: 'TranslationRevised', data: { translationId, ...revised, sourceHash: last.sourceHash, ...by } });
};

const certify = (data: Data<'CertifyTranslation'>, state: Existing): TranslationDecision => {
  const { actor, now, edition } = data;
  const last = readEdition(data, state);
  if ('code' in last) return reject(last);
  if (state.status === 'certified') return accept();
  // Whoever wrote any of its words does not stand for them.
  if ([last.translatedBy, last.changedBy].includes(actor.accreditationId)) return reject({ code: 'translation.translator_cannot_certify' });
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

const noteSource = ({ source: sourceHash, now: noticedAt }: Data<'NoteTranslationSource'>, state: Existing): TranslationDecision =>
  state.sourceHash === sourceHash
    ? accept()
    : accept({ type: 'TranslationSourceChanged', data: { translationId: state.request.translationId, sourceHash, noticedAt } });

export const translationDecider: Decider<TranslationState, TranslationCommand, TranslationEvent, TranslationRejection> = {
  category: 'translation',
  initialState: { status: 'unknown' },
  evolve: evolveTranslation,
  decide: (command, state) => {
    if (command.type === 'RequestTranslation') return request(command.data, state);
    if (state.status === 'unknown') return reject({ code: 'translation.not_requested' });
    switch (command.type) {
      case 'AssignTranslation':
        return assign(command.data, state);
      case 'DeliverTranslation':
        return deliver(command.data, state);
      case 'ReviseTranslation':
        return revise(command.data, state);
      case 'CertifyTranslation':
        return certify(command.data, state);
      case 'ReturnTranslation':
        return giveBack(command.data, state);
      case 'NoteTranslationSource':
        return noteSource(command.data, state);
    }
  },
};
