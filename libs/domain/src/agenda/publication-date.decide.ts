import { accept, reject, same, checkReasonGiven } from '../kernel/index.ts';
import { contentOf, type OpenAgendaState, type PendingVersion } from './agenda.state.ts';
import { checkBuilding, type AgendaDecision, type Data } from './checks.ts';

type State = OpenAgendaState;

const onApproved = (state: State, decide: (pending: PendingVersion) => AgendaDecision): AgendaDecision => {
  if (state.pending === null) return reject({ code: 'agenda.no_version_proposed' });
  const { approved, version } = state.pending;
  return approved ? decide(state.pending) : reject({ code: 'agenda.version_not_approved', version });
};

/** An approved version goes out at that moment, by a command that the passing of the date fires. */
export const schedulePublication = ({ actor, now, due }: Data<'ScheduleAgendaPublication'>, state: State): AgendaDecision =>
  onApproved(state, ({ version, scheduledFor, embargo }) => {
    if (scheduledFor !== null)
      return same(scheduledFor, due) ? accept() : reject({ code: 'agenda.publication_scheduled', due: scheduledFor.instant });
    if (due.instant <= now) return reject({ code: 'agenda.moment_in_past', due: due.instant, now });
    if (embargo !== null && due.instant < embargo.instant)
      return reject({ code: 'agenda.under_embargo', until: embargo.instant, now: due.instant });
    const data = { agendaId: state.agendaId, version, due, dueAt: due.instant, scheduledBy: actor.accreditationId };
    return accept({ type: 'AgendaPublicationScheduled', data });
  });

export const unschedulePublication = ({ actor, reason }: Data<'UnscheduleAgendaPublication'>, state: State): AgendaDecision =>
  onApproved(state, ({ version, scheduledFor }) => {
    if (scheduledFor === null) return reject({ code: 'agenda.publication_not_scheduled' });
    const wrong = checkReasonGiven(reason);
    if (wrong !== null) return reject(wrong);
    const data = { agendaId: state.agendaId, version, reason, unscheduledBy: actor.accreditationId };
    return accept({ type: 'AgendaPublicationUnscheduled', data });
  });

/** Holds a version back: before that moment nobody publishes it, by hand or by schedule. */
export const embargoVersion = ({ actor, now, until, reason }: Data<'EmbargoAgendaVersion'>, state: State): AgendaDecision => {
  const { pending } = state;
  if (pending === null) return reject({ code: 'agenda.no_version_proposed' });
  if (same(pending.embargo, until)) return accept();
  if (until.instant <= now) return reject({ code: 'agenda.moment_in_past', due: until.instant, now });
  if (pending.scheduledFor !== null && pending.scheduledFor.instant < until.instant)
    return reject({ code: 'agenda.publication_scheduled', due: pending.scheduledFor.instant });
  const wrong = checkReasonGiven(reason);
  if (wrong !== null) return reject(wrong);
  const data = { agendaId: state.agendaId, version: pending.version, until, reason, embargoedBy: actor.accreditationId };
  return accept({ type: 'AgendaVersionEmbargoed', data });
};

export const liftEmbargo = ({ actor, reason }: Data<'LiftAgendaEmbargo'>, state: State): AgendaDecision => {
  const { pending } = state;
  if (pending === null) return reject({ code: 'agenda.no_version_proposed' });
  if (pending.embargo === null) return reject({ code: 'agenda.no_embargo' });
  const wrong = checkReasonGiven(reason);
  if (wrong !== null) return reject(wrong);
  const data = { agendaId: state.agendaId, version: pending.version, reason, liftedBy: actor.accreditationId };
  return accept({ type: 'AgendaEmbargoLifted', data });
};

/** The working agenda becomes again what that version showed (row C6); the copy is checked by the hash under which it was published. */
export const restoreVersion = (
  { actor, version, content, goneTopics, hashOf }: Data<'RestoreAgendaVersion'>,
  state: State,
): AgendaDecision => {
  const published = state.versions.find((entry) => entry.version === version);
  if (published === undefined || content === null || hashOf(content) !== published.contentHash)
    return reject({ code: 'agenda.version_unknown', version });
  if (same(contentOf(state, version, published.final), content)) return accept();
  const wrong = checkBuilding(state);
  if (wrong !== null) return reject(wrong);
  if (goneTopics.length > 0) return reject({ code: 'agenda.topics_gone', topics: goneTopics });
  const data = { agendaId: state.agendaId, version, contentHash: published.contentHash, content, restoredBy: actor.accreditationId };
  return accept({ type: 'AgendaVersionRestored', data });
};

/** A session adopts its own agenda; the Secretariat approves that of a conference (BR-21). */
export const adopt = ({ actor, now, inSession }: Data<'AdoptAgenda'>, state: State): AgendaDecision => {
  const latest = state.versions.at(-1);
  if (latest === undefined) return reject({ code: 'agenda.nothing_published' });
  if (state.adoptedVersion === latest.version) return accept();
  if (state.closed) return reject({ code: 'agenda.closed' });
  const bySession = state.meeting.kind === 'session';
  if (bySession && !inSession) return reject({ code: 'agenda.not_in_session' });
  return accept({
    type: 'AgendaAdopted',
    data: {
      agendaId: state.agendaId,
      version: latest.version,
      contentHash: latest.contentHash,
      adoptedBy: bySession ? 'body' : 'secretariat',
      recordedBy: actor.accreditationId,
      adoptedAt: now,
    },
  });
};
