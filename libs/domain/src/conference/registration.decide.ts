import { accept, reject, same, type Decision } from '../kernel/index.ts';
import type { ConferenceCommand } from './conference.commands.ts';
import type { ConferenceEvent } from './conference.events.ts';
import type { ConferenceRejection } from './conference.rejections.ts';
import type { AnnouncedConference } from './conference.state.ts';

type ConferenceDecision = Decision<ConferenceEvent, ConferenceRejection>;
type Data<T extends ConferenceCommand['type']> = Extract<ConferenceCommand, { type: T }>['data'];

/** Who is registered is told of every later change of the programme (row C18). Another part takes the place of the earlier. */
export const registerParticipant = (
  { now, person, member, part, accredited }: Data<'RegisterParticipant'>,
  { status, announcement, participants }: AnnouncedConference,
): ConferenceDecision => {
  if (participants.some((participant) => same(participant, { person, member, part }))) return accept();
  if (status === 'held' || status === 'reported' || status === 'cancelled') return reject({ code: 'conference.over', status });
  if (!accredited) return reject({ code: 'conference.not_accredited', person });
  const data = { conferenceId: announcement.conferenceId, person, member, part, registeredAt: now };
  return accept({ type: 'ConferenceParticipantRegistered', data });
};

export const withdrawRegistration = (
  { now, person }: Data<'WithdrawRegistration'>,
  { status, announcement, participants }: AnnouncedConference,
): ConferenceDecision => {
  if (!participants.some((participant) => participant.person === person)) return accept();
  if (status === 'held' || status === 'reported') return reject({ code: 'conference.over', status });
  const data = { conferenceId: announcement.conferenceId, person, withdrawnAt: now };
  return accept({ type: 'ConferenceRegistrationWithdrawn', data });
};
