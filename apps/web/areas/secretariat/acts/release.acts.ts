import { act, type Act } from './act.ts';
import { reasonAmong, titleInBoth } from './fields.ts';

/** A decision by its category and id, `topic_9f1c…`. */
const naming = (value: string): { readonly category: 'topic' | 'practice'; readonly id: string } => ({
  category: value.startsWith('practice_') ? 'practice' : 'topic',
  id: value.slice(value.indexOf('_') + 1),
});

/** Decisions are told together, by another person than the one who put them together. */
export const releaseActs: readonly Act[] = [
  act('prepareRelease', {
    title: { en: 'Put a batch together', fr: 'Constituer un lot' },
    tone: 'primary',
    fields: [
      titleInBoth,
      { kind: 'many', name: 'items', label: { en: 'Decisions it tells', fr: 'Décisions qu’il annonce' }, from: 'unreleased' },
    ],
    input: (sent) => ({ title: sent.both('title'), items: sent.chosen('items').map(naming) }),
  }),
  act('issueRelease', {
    title: { en: 'Release the batch', fr: 'Publier le lot' },
    tone: 'primary',
    given: ['releaseId'],
    input: (sent) => ({ releaseId: sent.id('releaseId') }),
  }),
  act('discardRelease', {
    title: { en: 'Discard the batch', fr: 'Abandonner le lot' },
    tone: 'danger',
    given: ['releaseId'],
    fields: [
      reasonAmong(
        { value: 'mistake', label: { en: 'Put together by mistake', fr: 'Constitué par erreur' } },
        { value: 'incomplete', label: { en: 'Something is missing', fr: 'Incomplet' } },
        { value: 'decided_anew', label: { en: 'A decision has changed', fr: 'Une décision a changé' } },
      ),
    ],
    input: (sent) => ({ releaseId: sent.id('releaseId'), reason: sent.reason() }),
  }),
];
