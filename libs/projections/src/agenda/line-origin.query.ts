import {
  hasTopic,
  itemLabel,
  type AgendaHeading,
  type AgendaTopicItem,
  type CallSchedule,
  type ContributionRelease,
  type GuidanceRequest,
  type Instant,
} from '../../../domain/src/index.ts';
import { historyOf } from '../history/history.query.ts';
import { memberNames } from '../member-directory/member-directory.query.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { AgendaLineOrigin, AgendaVersionView, HistoryEntry, Viewer } from '../views.ts';
import { agendaVersion } from './agenda.query.ts';

interface Line {
  readonly heading: AgendaHeading;
  readonly item: AgendaTopicItem;
}

const findLine = ({ content }: AgendaVersionView, itemId: string): Line | null =>
  content.headings
    .flatMap((heading) => heading.items.filter(hasTopic).map((item) => ({ heading, item })))
    .find(({ item }) => item.itemId === itemId) ?? null;

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

/** Without what is internal, counted anew in each stream: a gap would tell that something internal happened in between. */
const shownSteps = (steps: readonly HistoryEntry[], internal: boolean): readonly HistoryEntry[] => {
  if (internal) return steps;
  const known = steps.filter(({ audience }) => audience !== 'internal');
  return known.map((step) => ({ ...step, revision: known.filter(({ stream, n }) => stream === step.stream && n < step.n).length }));
};

/** The document that a request was read from: the one it names, or the confirmed one with its symbol; null when it is only cited. */
const documentOf = (db: ReadDatabase, { documentId, source }: GuidanceRequest): string | null =>
  documentId ??
  db.get<{ document_id: string }>("SELECT document_id FROM document WHERE symbol = ? AND status = 'confirmed'", source.symbol)
    ?.document_id ??
  null;

interface Sources {
  readonly contribution: AgendaLineOrigin['contribution'];
  readonly call: AgendaLineOrigin['call'];
  readonly guidance: GuidanceRequest;
}

const sourcesOf = (db: ReadDatabase, { item }: Line): Sources | null => {
  const contribution = contributionOf(db, item.topicId);
  const call = callOf(db, item.topicId);
  const guidance = parsed<GuidanceRequest>(db, 'SELECT data FROM guidance WHERE guidance_id = ?', item.guidanceId);
  return contribution === null || call === null || guidance === null ? null : { contribution, call, guidance };
};

export interface LineAddress {
  readonly agendaId: string;
  readonly version: number;
  readonly itemId: string;
}

/** Why is this line on the agenda? Every step back to the paragraph that asked for it; null when there is no such published line. */
export const agendaLineOrigin = (db: ReadDatabase, { agendaId, version, itemId }: LineAddress, viewer: Viewer): AgendaLineOrigin | null => {
  const published = agendaVersion(db, agendaId, version);
  const line = published === null ? null : findLine(published, itemId);
  const sources = line === null ? null : sourcesOf(db, line);
  if (published?.publishedAt == null || line === null || sources === null) return null;
  const { heading, item } = line;
  const { contribution, call, guidance } = sources;
  const internal = viewer.kind === 'internal';
  return {
    agendaId,
    version,
    contentHash: published.contentHash,
    publishedAt: published.publishedAt,
    heading: { number: heading.number, title: heading.title, theme: heading.theme },
    item: { itemId, label: itemLabel(heading.number, item.letter), title: item.title, actionLabels: item.actionLabels },
    // The publication says that it was accepted; when and by whom stays internal until it is released.
    contribution: internal ? contribution : { ...contribution, acceptedAt: null },
    call,
    guidance: { guidanceId: guidance.guidanceId, ref: guidance.ref, leadIn: guidance.leadIn, text: guidance.text },
    source: { ...guidance.source, documentId: documentOf(db, guidance) },
    steps: shownSteps(stepsOf(db, line, call.callId, published), internal),
  };
};
