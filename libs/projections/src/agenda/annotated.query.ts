import {
  hasTopic,
  itemLabel,
  romanNumeral,
  type AgendaContent,
  type AgendaItem,
  type AgendaOutcome,
  type DecisionText,
  type GuidanceRequest,
} from '../../../domain/src/index.ts';
import { contribution } from '../contributions/contributions.query.ts';
import { decisionsAbout, decisionsQuotedIn } from '../decisions/decisions.query.ts';
import { memberNames } from '../member-directory/member-directory.query.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { AnnotatedAgenda, AnnotatedItem, DecisionView, Viewer } from '../views.ts';
import { agendaRow, agendaVersion, openingOf, workingContent } from './agenda.query.ts';
import { labelledItems } from './checks.ts';

/** With whose eyes, and how the words of a decision are hashed. */
interface Reader {
  readonly viewer: Viewer;
  readonly hashOf: (words: DecisionText) => string;
}

type Names = ReturnType<typeof memberNames>;

const requestOf = (db: ReadDatabase, item: AgendaItem): AnnotatedItem['asked']['request'] => {
  if (!hasTopic(item)) return null;
  const row = db.get<{ data: string }>('SELECT data FROM guidance WHERE guidance_id = ?', item.guidanceId);
  if (row === undefined) return null;
  const { guidanceId, ref, text, source } = JSON.parse(row.data) as GuidanceRequest;
  return { guidanceId, ref, text, source: { symbol: source.symbol, paragraph: source.paragraph } };
};

const topicOf = (db: ReadDatabase, item: AgendaItem, viewer: Viewer): AnnotatedItem['background']['topic'] => {
  const found = hasTopic(item) ? contribution(db, item.topicId, viewer) : null;
  if (found === null) return null;
  const { contributionId, reference, content } = found;
  return { topicId: contributionId, reference, title: content.title, text: content.text, language: content.language };
};

const backgroundOf = (db: ReadDatabase, item: AgendaItem, viewer: Viewer, names: Names): AnnotatedItem['background'] => ({
  annotation: item.annotation ?? null,
  topic: topicOf(db, item, viewer),
  sponsors: hasTopic(item) ? item.sponsors.map((member) => ({ member, name: names[member] ?? { en: member, fr: member } })) : [],
  late: item.list === 'late',
});

const carriedFrom = (db: ReadDatabase, item: AgendaItem, viewer: Viewer): AnnotatedItem['earlier']['carriedFrom'] => {
  if (item.carriedFrom === undefined) return null;
  const { agendaId, itemId } = item.carriedFrom;
  const version = agendaVersion(db, agendaId, null);
  const line = version === null ? undefined : labelledItems(version.content).find((entry) => entry.itemId === itemId);
  if (line === undefined) return null;
  const sql = 'SELECT data FROM agenda_outcome WHERE agenda_id = ? AND item_id = ? ORDER BY revision DESC LIMIT 1';
  const outcome = viewer.kind === 'public' ? undefined : db.get<{ data: string }>(sql, agendaId, itemId);
  return { ...line, agendaId, statement: outcome === undefined ? null : (JSON.parse(outcome.data) as AgendaOutcome).statement };
};

const decisionsOn = (db: ReadDatabase, item: AgendaItem, { viewer, hashOf }: Reader): readonly DecisionView[] =>
  hasTopic(item)
    ? [`topic-${item.topicId}`, `guidance-${item.guidanceId}`].flatMap((stream) => decisionsAbout(db, stream, viewer, hashOf))
    : [];

const slotsOf = ({ programme }: AgendaContent, itemId: string): AnnotatedItem['slots'] =>
  (programme?.slots ?? [])
    .filter(({ itemIds }) => itemIds.includes(itemId))
    .map(({ slotId, start, end, roomId }) => ({
      slotId,
      start,
      end,
      room: programme?.rooms.find((room) => room.roomId === roomId)?.name ?? null,
    }));

interface Whole extends Reader {
  readonly content: AgendaContent;
  readonly names: Names;
}

const annotate = (db: ReadDatabase, number: number, item: AgendaItem, whole: Whole): AnnotatedItem => {
  const { viewer, content, names } = whole;
  const request = requestOf(db, item);
  return {
    itemId: item.itemId,
    label: itemLabel(number, item.letter),
    title: item.title,
    asked: { actionLabels: item.actionLabels, request },
    background: backgroundOf(db, item, viewer, names),
    documents: item.documents ?? [],
    earlier: {
      carriedFrom: carriedFrom(db, item, viewer),
      decisions: decisionsOn(db, item, whole),
      quoted: request === null ? [] : decisionsQuotedIn(db, request.source.symbol),
    },
    slots: slotsOf(content, item.itemId),
  };
};

const contentOf = (
  db: ReadDatabase,
  agendaId: string,
  version: number | 'working',
  viewer: Viewer,
): { readonly content: AgendaContent; readonly hash: string | null } | null => {
  if (version !== 'working') {
    const found = agendaVersion(db, agendaId, version);
    return found === null ? null : { content: found.content, hash: found.contentHash };
  }
  const row = viewer.kind === 'internal' ? agendaRow(db, agendaId) : null;
  return row === null ? null : { content: workingContent(db, agendaId, openingOf(row).title, 0, false), hash: null };
};

/**
 * An agenda with what a reader has to know of each item: background, documents, earlier discussion, what is asked (row C11). Null when
 * the viewer knows of no such version.
 *
 * @param version  a published one, or `working` for the one being built
 */
export const annotatedAgenda = (
  db: ReadDatabase,
  { agendaId, version }: { readonly agendaId: string; readonly version: number | 'working' },
  reader: Reader,
): AnnotatedAgenda | null => {
  const found = contentOf(db, agendaId, version, reader.viewer);
  if (found === null) return null;
  const { content, hash } = found;
  const whole = { ...reader, content, names: memberNames(db) };
  return {
    agendaId,
    version: content.version,
    contentHash: hash,
    title: content.title,
    final: content.final ?? false,
    headings: content.headings.map(({ headingId, number, title, theme, items }) => ({
      headingId,
      label: romanNumeral(number),
      title,
      theme,
      items: items.map((item) => annotate(db, number, item, whole)),
    })),
    omittedPriorities: content.omittedPriorities,
  };
};
