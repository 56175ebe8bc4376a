import { agendaDifference, type AgendaChange, type AgendaContent, type DifferenceAspect } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { AgendaDifferenceView, AgendaTraces, Viewer } from '../views.ts';
import { agendaRow, agendaVersion, agendaVersions, openingOf, workingContent } from './agenda.query.ts';

/** Which versions are compared, and what of the difference is told. */
export interface DifferenceWish {
  readonly agendaId: string;
  readonly from: number;
  /** `working`: the agenda being built; for the Secretariat. */
  readonly to: number | 'working';
  readonly ignore: readonly DifferenceAspect[];
  /** Kinds of change that are wanted; all when empty. */
  readonly only: readonly string[];
}

interface Side {
  readonly content: AgendaContent;
  readonly hash: string | null;
}

const published = (db: ReadDatabase, agendaId: string, version: number): Side | null => {
  const found = agendaVersion(db, agendaId, version);
  return found === null ? null : { content: found.content, hash: found.contentHash };
};

const working = (db: ReadDatabase, agendaId: string): Side | null => {
  const row = agendaRow(db, agendaId);
  if (row === null) return null;
  const latest = agendaVersion(db, agendaId, null);
  const content = workingContent(db, agendaId, openingOf(row).title, (latest?.version ?? 0) + 1, latest?.final ?? false);
  return { content, hash: null };
};

/** Everything in which two versions of one agenda differ (rows C4, C5), or null when the viewer knows of no such versions. */
export const agendaDifferenceBetween = (
  db: ReadDatabase,
  { agendaId, from, to, ignore, only }: DifferenceWish,
  viewer: Viewer,
): AgendaDifferenceView | null => {
  const earlier = published(db, agendaId, from);
  const later = to !== 'working' ? published(db, agendaId, to) : viewer.kind === 'internal' ? working(db, agendaId) : null;
  if (earlier === null || later === null) return null;
  const { changes, ...difference } = agendaDifference(earlier.content, later.content, ignore);
  const wanted = only.length === 0 ? changes : changes.filter(({ change }) => only.includes(change));
  return { ...difference, changes: wanted, fromHash: earlier.hash, toHash: later.hash };
};

const tracing: readonly AgendaChange['change'][] = [
  'heading_dropped',
  'heading_moved',
  'item_dropped',
  'item_moved',
  'slot_dropped',
  'slot_time_changed',
  'slot_room_changed',
];

const idOf = (change: AgendaChange): string | null => {
  if ('itemId' in change) return change.itemId;
  if ('slotId' in change) return change.slotId;
  return 'headingId' in change ? change.headingId : null;
};

const tracesBetween = (earlier: AgendaContent, later: AgendaContent): AgendaTraces['versions'][number]['traces'] =>
  agendaDifference(earlier, later)
    .changes.filter(({ change }) => tracing.includes(change))
    .map((change) => ({ ...change, reasonCode: (later.cancelled ?? []).findLast(({ id }) => id === idOf(change))?.reasonCode ?? null }));

/** What was moved or taken off from each published version to the next, newest first (row C14); null while there is none. */
export const agendaTraces = (db: ReadDatabase, agendaId: string): AgendaTraces | null => {
  const versions = agendaVersions(db, agendaId);
  if (versions.length === 0) return null;
  return {
    agendaId,
    versions: versions.map(({ version, publishedAt, changeNote }) => {
      const [earlier, later] = [agendaVersion(db, agendaId, version - 1), agendaVersion(db, agendaId, version)];
      const traces = earlier === null || later === null ? [] : tracesBetween(earlier.content, later.content);
      return { version, publishedAt, changeNote, traces };
    }),
  };
};
