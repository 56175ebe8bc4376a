import { describe, expect, it } from '@jest/globals';
import { member, noon, who } from '../../../../test/support/domain.ts';
import type { AgendaCommand, AgendaEvent } from './index.ts';
import { ada, given, reason, stateAfter } from '../../../../test/support/agenda.ts';
import { eight, nine, seven, slotAdded, set, second } from '../../../../test/support/programme.ts';

describe('a speaker', () => {
  const eve = who('eve').accreditationId;
  const invite = (more: object = {}): AgendaCommand => ({
    type: 'InviteAgendaSpeaker',
    data: { now: noon, slotId: 's1', speakerId: 'p1', part: 'speaker', person: eve, member: member('KE'), ...more },
  });
  const invited = (more: object = {}): AgendaEvent => ({
    type: 'AgendaSpeakerInvited',
    data: { agendaId: 'a1', slotId: 's1', speakerId: 'p1', part: 'speaker', person: eve, member: member('KE'), invitedAt: noon, ...more },
  });
  const confirm: AgendaCommand = { type: 'ConfirmAgendaSpeaker', data: { now: noon, speakerId: 'p1' } };
  const confirmed: AgendaEvent = {
    type: 'AgendaSpeakerConfirmed',
    data: { agendaId: 'a1', slotId: 's1', speakerId: 'p1', confirmedAt: noon },
  };
  const decline: AgendaCommand = { type: 'DeclineAgendaSpeaker', data: { now: noon, speakerId: 'p1', remark: 'Away.' } };
  const declined: AgendaEvent = {
    type: 'AgendaSpeakerDeclined',
    data: { agendaId: 'a1', slotId: 's1', speakerId: 'p1', remark: 'Away.', declinedAt: noon },
  };
  const by = { speakerId: 'p2', person: who('max').accreditationId, member: null };
  const replace: AgendaCommand = { type: 'ReplaceAgendaSpeaker', data: { now: noon, speakerId: 'p1', by, reason } };
  const replaced: AgendaEvent = {
    type: 'AgendaSpeakerReplaced',
    data: { agendaId: 'a1', slotId: 's1', speakerId: 'p1', by, reason, replacedAt: noon },
  };
  const slots = [...set, slotAdded(), second];
  it('is invited, once', () => {
    given(...slots)
      .when(invite())
      .then(invited());
    given(...slots, invited())
      .when(invite())
      .thenNothing();
    given(...slots, invited(), confirmed)
      .when(invite())
      .thenNothing();
    given(...slots, invited())
      .when(invite({ speakerId: 'p9' }))
      .thenRejected({ code: 'agenda.speaker_exists', speaker: 'p1' });
    given(...set)
      .when(invite())
      .thenRejected({ code: 'agenda.slot_unknown', slot: 's1' });
  });
  it('is not in two slots at once, by invitation or by a move', () => {
    given(...slots, invited())
      .when(invite({ slotId: 's2', speakerId: 'p2' }))
      .thenRejected({ code: 'agenda.person_in_two_slots', slot: 's1' });
    const later = slotAdded({ slotId: 's3', roomId: 'r2', start: eight, end: nine, itemIds: [] });
    given(...set, slotAdded(), later, invited(), invited({ slotId: 's3', speakerId: 'p2' }))
      .when({ type: 'MoveAgendaSlot', data: { slotId: 's3', roomId: 'r2', start: seven, end: eight } })
      .thenRejected({ code: 'agenda.person_in_two_slots', slot: 's1' });
  });
  it('moderates alone', () => {
    given(...slots, invited({ part: 'moderator' }))
      .when(invite({ speakerId: 'p2', part: 'moderator', person: ada.accreditationId }))
      .thenRejected({ code: 'agenda.slot_has_moderator', speaker: 'p1' });
  });
  it('confirms, once', () => {
    given(...slots, invited())
      .when(confirm)
      .then(confirmed);
    given(...slots, invited(), confirmed)
      .when(confirm)
      .thenNothing();
    given(...slots)
      .when(confirm)
      .thenRejected({ code: 'agenda.speaker_unknown', speaker: 'p1' });
    given(...slots, invited(), declined)
      .when(confirm)
      .thenRejected({ code: 'agenda.speaker_unknown', speaker: 'p1' });
  });
  it('declines, once, with a remark', () => {
    given(...slots, invited())
      .when(decline)
      .then(declined);
    given(...slots, invited(), declined)
      .when(decline)
      .thenNothing();
    given(...slots, invited())
      .when({ type: 'DeclineAgendaSpeaker', data: { now: noon, speakerId: 'p1', remark: ' ' } })
      .thenRejected({ code: 'reason.text_missing' });
  });
  it('is replaced, once, and the other takes the part', () => {
    given(...slots, invited(), confirmed)
      .when(replace)
      .then(replaced);
    given(...slots, invited(), replaced)
      .when(replace)
      .thenNothing();
    given(...slots)
      .when(replace)
      .thenRejected({ code: 'agenda.speaker_unknown', speaker: 'p1' });
    expect(stateAfter(...slots, invited(), confirmed, replaced).programme.slots[0]?.speakers).toStrictEqual([
      { ...by, part: 'speaker', standing: 'invited' },
    ]);
  });
});
