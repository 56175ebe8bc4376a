import { describe, it } from '@jest/globals';
import { at, member, noon, who } from '../../../../test/support/domain.ts';
import type { AgendaCommand, AgendaEvent } from './index.ts';
import { ada, given, item, proposed, publishedAfter, ready, secondItem } from '../../../../test/support/agenda.ts';

const until = at('2015-06-23T21:59:00.000Z');
const late = at('2015-06-23T21:59:00.001Z');
const past = publishedAfter(...ready);
const kenya = who('k', 'KE');
const record = (more: object = {}): AgendaCommand => ({
  type: 'RecordAgendaOutcome',
  data: {
    actor: ada,
    now: noon,
    itemId: 'i1',
    verb: 'took_note',
    statement: { en: 'Noted.' },
    carriedTo: null,
    begun: true,
    correctableUntil: until,
    ...more,
  },
});
const outcome = (more: object = {}): AgendaEvent => ({
  type: 'AgendaOutcomeRecorded',
  data: {
    agendaId: 'a1',
    itemId: 'i1',
    verb: 'took_note',
    statement: { en: 'Noted.' },
    carriedTo: null,
    recordedBy: ada.accreditationId,
    recordedAt: noon,
    correctableUntil: until,
    ...more,
  },
});
const carried = { verb: 'carried_forward', carriedTo: 'PTC-209-210' };

describe('an outcome', () => {
  it.each(['took_note', 'agreed', 'gave_guidance', 'endorsed', 'decided', 'forwarded_to_policy_commission', 'forwarded_to_council'])(
    'may be that the body %s (BR-22), once',
    (verb) => {
      given(...past)
        .when(record({ verb }))
        .then(outcome({ verb }));
      given(...past, outcome({ verb }))
        .when(record({ verb }))
        .thenNothing();
    },
  );
  it('is never a recommendation to Governments: the way is to forward to the Council', () => {
    given(...past)
      .when(record({ verb: 'recommended_to_governments' }))
      .thenRejected({ code: 'agenda.cannot_recommend_to_governments', instead: 'forwarded_to_council' });
    given(...past, outcome())
      .when({
        type: 'CorrectAgendaOutcome',
        data: {
          actor: ada,
          now: noon,
          itemId: 'i1',
          verb: 'recommended_to_governments',
          statement: { en: 'x' },
          carriedTo: null,
          correctionId: null,
        },
      })
      .thenRejected({ code: 'agenda.cannot_recommend_to_governments', instead: 'forwarded_to_council' });
  });
  it('that is carried forward names the session, no other does', () => {
    given(...past)
      .when(record(carried))
      .then(outcome(carried));
    given(...past)
      .when(record({ ...carried, carriedTo: null }))
      .thenRejected({ code: 'agenda.carried_to_missing' });
    given(...past)
      .when(record({ carriedTo: 'PTC-209-210' }))
      .thenRejected({ code: 'agenda.carried_to_not_asked', verb: 'took_note' });
  });
  it('is recorded in words, of a published item, when the meeting has begun', () => {
    given(...past)
      .when(record({ statement: {} }))
      .thenRejected({ code: 'agenda.outcome_text_missing' });
    given(...past, secondItem)
      .when(record({ itemId: 'i2' }))
      .thenRejected({ code: 'agenda.item_not_published', item: 'i2' });
    given(...past)
      .when(record({ itemId: 'i9' }))
      .thenRejected({ code: 'agenda.item_unknown', item: 'i9' });
    given(...past)
      .when(record({ begun: false }))
      .thenRejected({ code: 'agenda.meeting_not_begun' });
    given(...past, outcome())
      .when(record({ verb: 'agreed' }))
      .thenRejected({ code: 'agenda.outcome_exists', item: 'i1' });
  });
});

describe('the record', () => {
  const file = (more: object = {}): AgendaCommand => ({
    type: 'FileAgendaCorrection',
    data: { actor: kenya, now: noon, itemId: 'i1', correctionId: 'x1', text: { en: 'We agreed.' }, ...more },
  });
  const filed = (more: object = {}): AgendaEvent => ({
    type: 'AgendaCorrectionFiled',
    data: {
      agendaId: 'a1',
      itemId: 'i1',
      correctionId: 'x1',
      member: member('KE'),
      text: { en: 'We agreed.' },
      filedBy: kenya.accreditationId,
      filedAt: noon,
      ...more,
    },
  });
  const correct = (more: object = {}): AgendaCommand => ({
    type: 'CorrectAgendaOutcome',
    data: {
      actor: ada,
      now: noon,
      itemId: 'i1',
      verb: 'agreed',
      statement: { en: 'Agreed.' },
      carriedTo: null,
      correctionId: 'x1',
      ...more,
    },
  });
  const corrected = (revision: number, correctionId: string | null = 'x1'): AgendaEvent => ({
    type: 'AgendaOutcomeCorrected',
    data: {
      agendaId: 'a1',
      itemId: 'i1',
      verb: 'agreed',
      statement: { en: 'Agreed.' },
      carriedTo: null,
      revision,
      correctionId,
      correctedBy: ada.accreditationId,
      correctedAt: noon,
    },
  });
  it('is corrected by a Member within the term, once, not a millisecond later', () => {
    given(...past, outcome())
      .when(file())
      .then(filed());
    given(...past, outcome(), filed())
      .when(file())
      .thenNothing();
    given(...past, outcome())
      .when(file({ now: until }))
      .then(filed({ filedAt: until }));
    given(...past, outcome())
      .when(file({ now: late }))
      .thenRejected({ code: 'agenda.correction_too_late', until, now: late });
    given(...past)
      .when(file())
      .thenRejected({ code: 'agenda.outcome_missing', item: 'i1' });
    given(...past, outcome())
      .when(file({ text: {} }))
      .thenRejected({ code: 'agenda.correction_text_missing' });
    given(...past, outcome())
      .when(file({ actor: ada }))
      .thenRejected({ code: 'agenda.correction_without_member' });
  });
  it('gets a new revision, once, that names the correction it follows', () => {
    given(...past, outcome(), filed())
      .when(correct())
      .then(corrected(2));
    given(...past, outcome(), filed(), corrected(2))
      .when(correct())
      .thenNothing();
    given(...past, outcome())
      .when(correct({ correctionId: null }))
      .then(corrected(2, null));
    given(...past, outcome())
      .when(correct())
      .thenRejected({ code: 'agenda.correction_unknown', correction: 'x1' });
    given(...past)
      .when(correct())
      .thenRejected({ code: 'agenda.outcome_missing', item: 'i1' });
    given(...past, outcome())
      .when(correct({ statement: { fr: '' } }))
      .thenRejected({ code: 'agenda.outcome_text_missing' });
  });
  it('keeps the hash of what was shown, once', () => {
    const file = { itemId: 'i1', sha256: 'f'.repeat(64), title: { en: 'Slides' }, mediaType: 'application/pdf', sizeBytes: 10 };
    const attach: AgendaCommand = { type: 'AttachAgendaPresentation', data: { actor: ada, ...file } };
    const attached: AgendaEvent = {
      type: 'AgendaPresentationAttached',
      data: { agendaId: 'a1', ...file, attachedBy: ada.accreditationId },
    };
    given(...past)
      .when(attach)
      .then(attached);
    given(...past, attached)
      .when(attach)
      .thenNothing();
    given(...past)
      .when({ type: 'AttachAgendaPresentation', data: { actor: ada, ...file, itemId: 'i9' } })
      .thenRejected({ code: 'agenda.item_unknown', item: 'i9' });
  });
});

describe('closing', () => {
  const close: AgendaCommand = { type: 'CloseAgenda', data: { actor: ada, now: noon } };
  const closed = (carriedForward: readonly { itemId: string; carriedTo: string }[]): AgendaEvent => ({
    type: 'AgendaClosed',
    data: { agendaId: 'a1', version: 1, carriedForward, closedBy: ada.accreditationId, closedAt: noon },
  });
  it('waits for an outcome or a later session of every published item, once', () => {
    given(...past)
      .when(close)
      .thenRejected({ code: 'agenda.items_without_outcome', items: ['i1'] });
    given(...past, outcome())
      .when(close)
      .then(closed([]));
    given(...past, outcome(carried))
      .when(close)
      .then(closed([{ itemId: 'i1', carriedTo: 'PTC-209-210' }]));
    given(...past, outcome(), closed([]))
      .when(close)
      .thenNothing();
  });
  it('needs a published agenda, and none that waits', () => {
    given(...ready)
      .when(close)
      .thenRejected({ code: 'agenda.nothing_published' });
    given(...past, outcome(), { ...proposed, data: { ...proposed.data, version: 2 } })
      .when(close)
      .thenRejected({ code: 'agenda.version_pending', version: 2 });
  });
  it('leaves nothing to change but corrections of the record', () => {
    const over = [...past, outcome(), closed([])];
    given(...over)
      .when({ type: 'RetitleAgendaItem', data: { itemId: 'i1', title: { en: 'x', fr: 'y' } } })
      .thenRejected({ code: 'agenda.closed' });
    given(...over)
      .when(record({ itemId: item.data.itemId, verb: 'agreed' }))
      .thenRejected({ code: 'agenda.outcome_exists', item: 'i1' });
  });
});
