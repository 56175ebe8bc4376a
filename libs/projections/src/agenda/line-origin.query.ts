import {
  itemLabel,
  type AgendaHeading,
  type AgendaItem,
  type CallSchedule,
  type ContributionRelease,
  type GuidanceRequest,
  type Instant,
} from '../../../domain/src/index.ts';
import { historyOf } from '../history/history.query.ts';
import { memberNames } from '../member-directory/member-directory.query.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { AgendaLineOrigin, AgendaVersionView, HistoryEntry } from '../views.ts';
import { agendaVersion } from './agenda.query.ts';

interface Line {
  readonly heading: AgendaHeading;
  readonly item: AgendaItem;
}

const findLine = ({ content }: AgendaVersionView, itemId: string): Line | null =>
  content.headings.flatMap((heading) => heading.items.filter((item) => item.itemId === itemId).map((item) => ({ heading, item }))).at(0) ??
  null;

const parsed = <T>(db: ReadDatabase, sql: string, id: string): T | null => {
  const row = db.get<{ data: string }>(sql, id);
  return row === undefined ? null : (JSON.parse(row.data) as T);
};

const contributionOf = (db: ReadDatabase, topicId: string): AgendaLineOrigin['contribution'] | null => {
  const release = parsed<ContributionRelease>(db, 'SELECT release AS data FROM contribution WHERE contribution_id = ?', topicId);
  const decision = parsed<{ decidedAt: Instant } | null>(
    db,
    "SELECT coalesce(decision, 'null') AS data FROM contribution WHERE contribution_id = ?",
    topicId,
  );
  if (release === null) return null;
  const { contributionId, reference, member, content, submittedAt, contentHash } = release;
  const memberName = memberNames(db)[member] ?? { en: member, fr: member };
  return {
    contributionId,
    reference,
    member,
    memberName,
    title: content.title,
    language: content.language,
    submittedAt,
    acceptedAt: decision?.decidedAt ?? null,
    contentHash,
  };
};

const callOf = (db: ReadDatabase, topicId: string): AgendaLineOrigin['call'] | null => {
  const row = db.get<{ data: string; opened_at: string | null }>(
    'SELECT call.data, call.opened_at FROM call JOIN contribution c ON c.call_id = call.call_id WHERE c.contribution_id = ?',
    topicId,
  );
  if (row === undefined) return null;
  const { callId, title, closesForNew } = JSON.parse(row.data) as CallSchedule;
  return { callId, title, openedAt: row.opened_at as Instant | null, closesForNew };
};

/** Every recorded step of the line: of the agenda up to the publication, of the topic, of the call, of the request. */
const stepsOf = (
  db: ReadDatabase,
  { item }: Line,
  callId: string,
  { agendaId, publishedAt }: AgendaVersionView,
): readonly HistoryEntry[] => {
  const streams = [`guidance-${item.guidanceId}`, `call-${callId}`, `topic-${item.topicId}`];
  const milestones = ['AgendaVersionProposed', 'AgendaVersionApproved', 'AgendaVersionPublished'];
  const ofAgenda = historyOf(db, `agenda-${agendaId}`).filter(
    ({ type, occurredAt }) => milestones.includes(type) && occurredAt <= (publishedAt ?? occurredAt),
  );
  return [...streams.flatMap((stream) => historyOf(db, stream)), ...ofAgenda].sort((a, b) => a.n - b.n);
};

/** Why is this line on the agenda? Every step back to the paragraph that asked for it; null when there is no such published line. */
export const agendaLineOrigin = (db: ReadDatabase, agendaId: string, version: number, itemId: string): AgendaLineOrigin | null => {
  const published = agendaVersion(db, agendaId, version);
  const line = published === null ? null : findLine(published, itemId);
  if (published?.publishedAt == null || line === null) return null;
  const contribution = contributionOf(db, line.item.topicId);
  const call = callOf(db, line.item.topicId);
  const guidance = parsed<GuidanceRequest>(db, 'SELECT data FROM guidance WHERE guidance_id = ?', line.item.guidanceId);
  if (contribution === null || call === null || guidance === null) return null;
  const { heading, item } = line;
  const documentId =
    guidance.documentId ??
    db.get<{ document_id: string }>("SELECT document_id FROM document WHERE symbol = ? AND status = 'confirmed'", guidance.source.symbol)
      ?.document_id ??
    null;
  return {
    agendaId,
    version,
    contentHash: published.contentHash,
    publishedAt: published.publishedAt,
    heading: { number: heading.number, title: heading.title, theme: heading.theme },
    item: { itemId, label: itemLabel(heading.number, item.letter), title: item.title, actionLabels: item.actionLabels },
    contribution,
    call,
    guidance: { guidanceId: guidance.guidanceId, ref: guidance.ref, leadIn: guidance.leadIn, text: guidance.text },
    source: { ...guidance.source, documentId },
    steps: stepsOf(db, line, call.callId, published),
  };
};
