import { accept, reject, isBlank, same, checkReasonGiven } from '../kernel/index.ts';
import type { AgendaSlot, AgendaSpeaker } from './agenda.content.ts';
import type { AgendaRejection } from './agenda.rejections.ts';
import type { OpenAgendaState } from './agenda.state.ts';
import { checkStill, type AgendaDecision, type Data } from './checks.ts';
import { onSlot, overlap } from './programme.decide.ts';

type State = OpenAgendaState;
type Person = AgendaSpeaker['person'];

/** Nobody speaks in two rooms at once. */
const checkFree = (slot: AgendaSlot, person: Person, { programme }: State): AgendaRejection | null => {
  const busy = programme.slots.find(
    (other) => other.slotId !== slot.slotId && overlap(slot, other) && other.speakers.some((speaker) => speaker.person === person),
  );
  return busy === undefined ? null : { code: 'agenda.person_in_two_slots', slot: busy.slotId };
};

const checkIdentity = (slot: AgendaSlot, speakerId: string, person: Person, state: State): AgendaRejection | null => {
  if (state.programme.slots.some(({ speakers }) => speakers.some((speaker) => speaker.speakerId === speakerId)))
    return { code: 'agenda.speaker_exists', speaker: speakerId };
  const there = slot.speakers.find((speaker) => speaker.person === person);
  return there === undefined ? null : { code: 'agenda.speaker_exists', speaker: there.speakerId };
};

export const inviteSpeaker = (wish: Data<'InviteAgendaSpeaker'>, state: State): AgendaDecision =>
  onSlot(state, wish.slotId, (slot) => {
    const { now, slotId, speakerId, part, person, member } = wish;
    const known = slot.speakers.find((speaker) => speaker.speakerId === speakerId);
    if (known !== undefined && same({ ...known, standing: 0 }, { speakerId, part, person, member, standing: 0 })) return accept();
    const wrong = checkStill(state) ?? checkIdentity(slot, speakerId, person, state) ?? checkFree(slot, person, state);
    if (wrong !== null) return reject(wrong);
    const moderator = slot.speakers.find((speaker) => speaker.part === 'moderator');
    if (part === 'moderator' && moderator !== undefined) return reject({ code: 'agenda.slot_has_moderator', speaker: moderator.speakerId });
    return accept({
      type: 'AgendaSpeakerInvited',
      data: { agendaId: state.agendaId, slotId, speakerId, part, person, member, invitedAt: now },
    });
  });

interface OnSlot {
  readonly slot: AgendaSlot;
  readonly speaker: AgendaSpeaker;
}

const onSpeaker = (state: State, speakerId: string, decide: (found: OnSlot) => AgendaDecision): AgendaDecision => {
  for (const slot of state.programme.slots) {
    const speaker = slot.speakers.find((entry) => entry.speakerId === speakerId);
    if (speaker !== undefined) return decide({ slot, speaker });
  }
  return state.formerSpeakers.includes(speakerId) ? accept() : reject({ code: 'agenda.speaker_unknown', speaker: speakerId });
};

export const confirmSpeaker = ({ now, speakerId }: Data<'ConfirmAgendaSpeaker'>, state: State): AgendaDecision => {
  if (state.formerSpeakers.includes(speakerId)) return reject({ code: 'agenda.speaker_unknown', speaker: speakerId });
  return onSpeaker(state, speakerId, ({ slot, speaker }) => {
    if (speaker.standing === 'confirmed') return accept();
    const wrong = checkStill(state);
    if (wrong !== null) return reject(wrong);
    const data = { agendaId: state.agendaId, slotId: slot.slotId, speakerId, confirmedAt: now };
    return accept({ type: 'AgendaSpeakerConfirmed', data });
  });
};

export const declineSpeaker = ({ now, speakerId, remark }: Data<'DeclineAgendaSpeaker'>, state: State): AgendaDecision =>
  onSpeaker(state, speakerId, ({ slot }) => {
    const wrong = checkStill(state);
    if (wrong !== null) return reject(wrong);
    if (isBlank(remark)) return reject({ code: 'reason.text_missing' });
    const data = { agendaId: state.agendaId, slotId: slot.slotId, speakerId, remark, declinedAt: now };
    return accept({ type: 'AgendaSpeakerDeclined', data });
  });

export const replaceSpeaker = ({ now, speakerId, by, reason }: Data<'ReplaceAgendaSpeaker'>, state: State): AgendaDecision =>
  onSpeaker(state, speakerId, ({ slot }) => {
    const wrong =
      checkStill(state) ??
      checkReasonGiven(reason) ??
      checkIdentity(slot, by.speakerId, by.person, state) ??
      checkFree(slot, by.person, state);
    if (wrong !== null) return reject(wrong);
    const data = { agendaId: state.agendaId, slotId: slot.slotId, speakerId, by, reason, replacedAt: now };
    return accept({ type: 'AgendaSpeakerReplaced', data });
  });
