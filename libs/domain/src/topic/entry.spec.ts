import { describe } from '@jest/globals';
import { tellsOf } from '../../../../test/support/given.ts';
import { at, deadline, facts, noon, release } from '../../../../test/support/domain.ts';
import * as T from '../../../../test/support/topic.ts';
import { topicDecider, type TopicCommand, type TopicEvent } from './index.ts';

const tells = tellsOf(topicDecider);
const late = at('2015-04-01T09:29:00.000Z');
const tooLate = at('2015-04-16T16:00:00.001Z');
const { themes } = facts();

describe('an entry for a Member', () => {
  const original = { sha256: 'ab', name: 'mail.eml', mediaType: 'message/rfc822', sizeBytes: 10 };
  const data = {
    release: release(),
    facts: facts({ actorRole: 'officer' }),
    channel: 'email',
    original,
    actor: T.ada,
    now: T.later,
  } as const;
  const enter: TopicCommand = { type: 'EnterTopicForMember', data };
  const entered: TopicEvent = {
    type: 'TopicEnteredForMember',
    data: {
      topicId: 'c1',
      channel: 'email',
      receivedAt: noon,
      original,
      mark: 'as_received',
      enteredBy: T.ada.accreditationId,
      enteredAt: T.later,
    },
  };
  const onFloor: TopicCommand = { type: 'EnterTopicForMember', data: { ...data, channel: 'floor', original: null } };
  tells('keeps the original and when it came', [], enter, [T.submitted, entered]);
  tells('is made once', [T.submitted, entered], enter, 'nothing');
  tells(
    'under a known id with other words is refused',
    [T.submitted, entered],
    { ...enter, data: { ...data, release: release({ reference: 'X' }) } },
    { code: 'draft.already_released' },
  );
  tells('from the floor needs no original and is marked as recorded', [], onFloor, [
    T.submitted,
    { ...entered, data: { ...entered.data, channel: 'floor', original: null, mark: 'as_recorded' } },
  ]);
  tells(
    'of a note verbale needs the note',
    [],
    { ...enter, data: { ...data, channel: 'note_verbale', original: null } },
    { code: 'entry.original_missing', channel: 'note_verbale' },
  );
  tells(
    'of a mail needs the mail',
    [],
    { ...enter, data: { ...data, original: null } },
    { code: 'entry.original_missing', channel: 'email' },
  );
  tells(
    'received in the future is refused',
    [],
    { ...enter, data: { ...data, now: at('2015-02-10T11:59:59.999Z') } },
    { code: 'entry.received_in_future', receivedAt: noon, now: at('2015-02-10T11:59:59.999Z') },
  );
  tells(
    'says something',
    [],
    { ...enter, data: { ...data, release: release({ content: { ...release().content, title: '' } }) } },
    { code: 'draft.text_empty', field: 'title' },
  );
  tells('counts by the day it was received: in time', [], { ...enter, data: { ...data, facts: facts({ now: deadline }), now: late } }, [
    T.submitted,
    { ...entered, data: { ...entered.data, receivedAt: deadline, enteredAt: late } },
  ]);
  tells('counts by the day it was received: late', [], { ...enter, data: { ...data, facts: facts({ now: late }), now: late } }, [
    T.submittedLate,
    T.receivedLate(),
    { ...entered, data: { ...entered.data, receivedAt: late, enteredAt: late } },
  ]);
  tells(
    'follows the rules of every release',
    [],
    { ...enter, data: { ...data, facts: facts({ memberAccededOn: null }) } },
    { code: 'member.unknown', member: 'KE' },
  );
  const part = { ...data, channel: 'split', original: null, now: tooLate } as const;
  const enteredPart = { ...entered.data, channel: 'split', original: null, enteredAt: tooLate } as const;
  tells('of a part opens no window of its own', [], { ...enter, data: { ...part, facts: facts({ now: late, guidanceExpects: null }) } }, [
    T.submittedLate,
    T.receivedLate(),
    { ...entered, data: { ...enteredPart, receivedAt: late } },
  ]);
  tells('of a part that was in time is in time', [], { ...enter, data: { ...part, facts: facts({ call: null }) } }, [
    T.submitted,
    { ...entered, data: enteredPart },
  ]);
  tells(
    'of a part keeps to the themes',
    [],
    { ...enter, data: { ...data, channel: 'split', original: null, facts: facts({ themes: [] }) } },
    { code: 'theme.unknown', themes: ['DISPUTES'] },
  );

  const past = [T.submitted, entered];
  const confirm: TopicCommand = { type: 'ConfirmTopicEntry', data: { actor: T.kenyan, now: T.later } };
  const confirmed: TopicEvent = {
    type: 'TopicEntryConfirmed',
    data: { topicId: 'c1', confirmedBy: T.kenyan.accreditationId, confirmedAt: T.later },
  };
  const wording = { actor: T.kenyan, now: T.later, content: T.otherContent, contentHash: 'hash2', themes };
  const correct: TopicCommand = { type: 'CorrectTopicEntry', data: wording };
  const corrected: TopicEvent = {
    type: 'TopicEntryCorrected',
    data: {
      topicId: 'c1',
      edition: 2,
      content: T.otherContent,
      contentHash: 'hash2',
      correctedBy: T.kenyan.accreditationId,
      correctedAt: T.later,
    },
  };
  tells('is confirmed by its Member', past, confirm, [confirmed]);
  tells('is confirmed once', [...past, confirmed], confirm, 'nothing');
  tells('is confirmed by no other Member', past, { ...confirm, data: { actor: T.ugandan, now: noon } }, { code: 'topic.not_found' });
  tells('is corrected by its Member as a new edition', past, correct, [corrected]);
  tells('is corrected once', [...past, corrected], correct, 'nothing');
  tells('is corrected by no other Member', past, { ...correct, data: { ...wording, actor: T.ada } }, { code: 'topic.not_found' });
  tells('once confirmed is not corrected', [...past, confirmed], correct, { code: 'entry.already_settled', status: 'confirmed' });
  tells('once corrected is not confirmed', [...past, corrected], confirm, { code: 'entry.already_settled', status: 'corrected' });
  tells('that was never made is not confirmed', [T.submitted], confirm, { code: 'entry.not_entered' });
  tells('that was never made is not corrected', [T.submitted], correct, { code: 'entry.not_entered' });
  tells('of a withdrawn topic is not confirmed', [...past, T.withdrawn], confirm, {
    code: 'topic.wrong_stage',
    stage: 'withdrawn',
    needed: 'submitted',
  });
  tells('of a withdrawn topic is not corrected', [...past, T.withdrawn], correct, {
    code: 'topic.wrong_stage',
    stage: 'withdrawn',
    needed: 'acknowledged',
  });
  tells(
    'is corrected with a text',
    past,
    { ...correct, data: { ...wording, content: { ...T.otherContent, text: ' ' } } },
    { code: 'draft.text_empty', field: 'text' },
  );
  tells(
    'is corrected under known themes',
    past,
    { ...correct, data: { ...wording, themes: [] } },
    { code: 'theme.unknown', themes: ['ORIGIN'] },
  );
});
