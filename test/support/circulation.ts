import { at, member, noon, until, who } from './domain.ts';
import { contentOf, type AgendaCommand, type AgendaEvent } from '../../libs/domain/src/index.ts';
import { ada, hashOf, publishedAfter, ready, secondItem, stateAfter } from './agenda.ts';

export const end = until('2015-05-06T21:59:00.000Z');
export const past = publishedAfter(...ready, secondItem);
export const content = contentOf(stateAfter(...ready, secondItem), 1);
export const [kenya, burundi] = [who('k', 'KE'), who('b', 'BI')];
export const circulate = (more: object = {}): AgendaCommand => ({
  type: 'CirculateAgenda',
  data: {
    now: noon,
    circulationId: 'c1',
    addressees: [member('BI'), member('KE')],
    registered: [ada.accreditationId],
    content,
    unresolvedDuplicates: [],
    commentsUntil: end,
    earliestEnd: end.instant,
    ...more,
  },
});
export const circulated = {
  type: 'AgendaCirculated',
  data: {
    agendaId: 'a1',
    circulationId: 'c1',
    version: 1,
    contentHash: hashOf(content),
    final: false,
    languages: ['en', 'fr'],
    addressees: [member('BI'), member('KE')],
    registered: [],
    circulatedAt: noon,
    commentsUntil: end,
  },
} as const satisfies AgendaEvent;
export const say = (more: object = {}): AgendaCommand => ({
  type: 'CommentOnAgenda',
  data: {
    actor: kenya,
    now: noon,
    commentId: 'm1',
    target: { kind: 'item', id: 'i1' },
    kind: 'object',
    text: { en: 'Too early.' },
    observer: false,
    ...more,
  },
});
export const said = (more: object = {}): AgendaEvent => ({
  type: 'AgendaCommented',
  data: {
    agendaId: 'a1',
    circulationId: 'c1',
    commentId: 'm1',
    version: 1,
    target: { kind: 'item', id: 'i1' },
    kind: 'object',
    text: { en: 'Too early.' },
    member: member('KE'),
    observer: false,
    by: kenya.accreditationId,
    commentedAt: noon,
    ...more,
  },
});
export const dispose = (more: object = {}): AgendaCommand => ({
  type: 'DisposeAgendaComment',
  data: { actor: ada, now: noon, commentId: 'm1', disposition: 'partly', reason: { en: 'Moved to the second day.' }, ...more },
});
export const disposed: AgendaEvent = {
  type: 'AgendaCommentDisposed',
  data: {
    agendaId: 'a1',
    commentId: 'm1',
    disposition: 'partly',
    reason: { en: 'Moved to the second day.' },
    disposedBy: ada.accreditationId,
    disposedAt: noon,
  },
};
export const justAfter = at('2015-05-06T21:59:00.001Z');
