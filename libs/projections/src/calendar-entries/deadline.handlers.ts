import type { CallSchedule, Deadline, Instant } from '../../../domain/src/index.ts';
import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';
import { cancelEntry, putEntry, type Entry } from './entry-rows.ts';

type Tx = ReadModelTransaction;

interface DeadlineEntry extends Omit<Entry, 'status' | 'data'> {
  readonly title?: Entry['data']['title'];
  readonly until: Deadline;
}

const putDeadline = (tx: Tx, { title = null, until, ...entry }: DeadlineEntry, at: Instant): void => {
  putEntry(tx, { ...entry, status: 'confirmed', data: { when: { until }, title } }, at);
};

const uidsOfCall = (callId: string): readonly [forNew: string, forEdits: string] => [`call-${callId}.new`, `call-${callId}.edits`];

const putCall = (tx: Tx, call: Pick<CallSchedule, 'callId' | 'title' | 'closesForNew' | 'closesForEdits'>, at: Instant): void => {
  const { callId, title, closesForNew, closesForEdits } = call;
  const [forNew, forEdits] = uidsOfCall(callId);
  const common = { subject: `call-${callId}`, audience: 'public', title } as const;
  putDeadline(tx, { ...common, uid: forNew, kind: 'call_new', until: closesForNew }, at);
  putDeadline(tx, { ...common, uid: forEdits, kind: 'call_edits', until: closesForEdits }, at);
};

const titleOf = (tx: Tx, uid: string): CallSchedule['title'] => {
  const row = tx.get<{ title: string }>("SELECT data -> '$.title' AS title FROM calendar_entry WHERE uid = ?", uid);
  return JSON.parse(row?.title ?? '{"en":"","fr":""}') as CallSchedule['title'];
};

const calls: Projection['handlers'] = {
  CallScheduled: (tx, { data, occurredAt }) => {
    putCall(tx, data, occurredAt);
  },
  CallExtended: (tx, { data: { callId, to }, occurredAt }) => {
    putCall(tx, { callId, title: titleOf(tx, uidsOfCall(callId)[0]), ...to }, occurredAt);
  },
};

const comments: Projection['handlers'] = {
  AgendaCirculated: (tx, { data: { agendaId, circulationId, commentsUntil }, occurredAt }) => {
    if (commentsUntil === null) return;
    const entry = { uid: `comments-${circulationId}`, kind: 'comments', subject: `agenda-${agendaId}`, audience: 'members' } as const;
    putDeadline(tx, { ...entry, until: commentsUntil }, occurredAt);
  },
  AgendaCommentPeriodExtended: (tx, { data: { agendaId, circulationId, commentsUntil }, occurredAt }) => {
    const entry = { uid: `comments-${circulationId}`, kind: 'comments', subject: `agenda-${agendaId}`, audience: 'members' } as const;
    putDeadline(tx, { ...entry, until: commentsUntil }, occurredAt);
  },
};

const silences: Projection['handlers'] = {
  DecisionSilenceStarted: (tx, { data: { decisionId, round, deadline }, occurredAt }) => {
    const uid = `silence-${decisionId}.${round}`;
    putDeadline(tx, { uid, kind: 'silence', subject: `decision-${decisionId}`, audience: 'members', until: deadline }, occurredAt);
  },
  DecisionSilenceBroken: (tx, { data, occurredAt }) => {
    cancelEntry(tx, `silence-${data.decisionId}.${data.round}`, occurredAt);
  },
};

const ofTheSecretariat: Projection['handlers'] = {
  AgendaFreezeScheduled: (tx, { data: { agendaId, due }, occurredAt }) => {
    const entry = { uid: `freeze-${agendaId}`, kind: 'freeze', subject: `agenda-${agendaId}`, audience: 'internal' } as const;
    putDeadline(tx, { ...entry, until: due }, occurredAt);
  },
  AgendaPublicationScheduled: (tx, { data: { agendaId, due }, occurredAt }) => {
    const entry = { uid: `publication-${agendaId}`, kind: 'publication', subject: `agenda-${agendaId}`, audience: 'internal' } as const;
    putDeadline(tx, { ...entry, until: due }, occurredAt);
  },
  AgendaPublicationUnscheduled: (tx, { data, occurredAt }) => {
    cancelEntry(tx, `publication-${data.agendaId}`, occurredAt);
  },
  AgendaVersionReturned: (tx, { data, occurredAt }) => {
    cancelEntry(tx, `publication-${data.agendaId}`, occurredAt);
  },
};

/** Until when something can be sent, said or objected to. */
export const deadlineHandlers: Projection['handlers'] = { ...calls, ...comments, ...silences, ...ofTheSecretariat };
