import { accept, reject, same, checkReasonGiven } from '../kernel/index.ts';
import type { OpenAgendaState } from './agenda.state.ts';
import { checkStill, type AgendaDecision, type Data } from './checks.ts';

type State = OpenAgendaState;

/** An officer puts before the Chair what came late (BR-12), or after the agenda was frozen (row C10). */
export const listLateTopic = ({ actor, topic }: Data<'ListLateAgendaTopic'>, state: State): AgendaDecision => {
  if (topic === null) return reject({ code: 'agenda.topic_not_found' });
  const { topicId } = topic;
  if (state.lateTopics.some((late) => late.topicId === topicId)) return accept();
  if (state.closed) return reject({ code: 'agenda.closed' });
  if (topic.late !== true && state.frozenAt === null) return reject({ code: 'agenda.topic_not_late', topic: topicId });
  const data = { agendaId: state.agendaId, topicId, topicReference: topic.reference, listedBy: actor.accreditationId };
  return accept({ type: 'AgendaLateTopicListed', data });
};

export const ruleOnLateTopic = ({ actor, now, topicId, ruling, reason }: Data<'RuleOnLateAgendaTopic'>, state: State): AgendaDecision => {
  const late = state.lateTopics.find((entry) => entry.topicId === topicId);
  if (late === undefined) return reject({ code: 'agenda.late_topic_unknown', topic: topicId });
  if (late.ruling !== null)
    return late.ruling === ruling ? accept() : reject({ code: 'agenda.late_topic_ruled', topic: topicId, ruling: late.ruling });
  const wrong = state.closed ? ({ code: 'agenda.closed' } as const) : checkReasonGiven(reason);
  if (wrong !== null) return reject(wrong);
  const data = { agendaId: state.agendaId, topicId, ruling, reason, ruledBy: actor.accreditationId, ruledAt: now };
  return accept({ type: 'AgendaLateTopicRuled', data });
};

export const scheduleFreeze = ({ now, daysBefore, due }: Data<'ScheduleAgendaFreeze'>, state: State): AgendaDecision => {
  if (due === null) return reject({ code: 'agenda.dates_not_fixed' });
  if (same(state.freezeDue, due)) return accept();
  if (state.closed) return reject({ code: 'agenda.closed' });
  if (state.frozenAt !== null) return reject({ code: 'agenda.frozen', frozenAt: state.frozenAt });
  if (due.instant <= now) return reject({ code: 'agenda.moment_in_past', due: due.instant, now });
  return accept({ type: 'AgendaFreezeScheduled', data: { agendaId: state.agendaId, daysBefore, due, dueAt: due.instant } });
};

const checkDue = ({ now, rule }: Data<'FreezeAgenda'>, { freezeDue }: State) => {
  if (rule === 'by_hand') return null;
  if (freezeDue === null) return { code: 'agenda.freeze_not_scheduled' } as const;
  return now < freezeDue.instant ? ({ code: 'agenda.freeze_not_due', due: freezeDue.instant, now } as const) : null;
};

/** A version that waits may wait on: freezing changes nothing that a reader sees. */
export const freeze = (data: Data<'FreezeAgenda'>, state: State): AgendaDecision => {
  if (state.frozenAt !== null) return accept();
  const wrong = state.closed ? ({ code: 'agenda.closed' } as const) : checkDue(data, state);
  if (wrong !== null) return reject(wrong);
  const { actor, now, rule } = data;
  return accept({
    type: 'AgendaFrozen',
    data: { agendaId: state.agendaId, rule, frozenBy: actor.accreditationId, frozenAt: now },
  });
};

export const unfreeze = ({ actor, now, reason }: Data<'UnfreezeAgenda'>, state: State): AgendaDecision => {
  if (state.frozenAt === null) return accept();
  const wrong = checkStill(state) ?? checkReasonGiven(reason);
  if (wrong !== null) return reject(wrong);
  return accept({
    type: 'AgendaUnfrozen',
    data: { agendaId: state.agendaId, reason, unfrozenBy: actor.accreditationId, unfrozenAt: now },
  });
};
