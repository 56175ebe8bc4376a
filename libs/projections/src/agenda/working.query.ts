import { hasTopic, itemLabel, type AgendaContent, type AgendaProgramme, type Instant } from '../../../domain/src/index.ts';
import { commentStanding } from '../agenda-circulation/comment-standing.query.ts';
import { groupings, memberNames, members, themeSet } from '../member-directory/member-directory.query.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { SlotView, WorkingAgendaView } from '../views.ts';
import { agendaRow, agendaVersion, openingOf, pendingVersion, waivedLanguages, workingContent, type AgendaRow } from './agenda.query.ts';
import { partsOf } from './agenda.parts.ts';
import { agendaBalance } from './balance.ts';
import { agendaChecks, type Checked } from './checks.ts';

type Facts = Pick<WorkingAgendaView, 'returned' | 'freezeDue' | 'frozen' | 'adopted' | 'closed'>;
type Names = ReturnType<typeof memberNames>;
const noFacts: Facts = { returned: null, freezeDue: null, frozen: null, adopted: null, closed: null };

type Slot = AgendaProgramme['slots'][number];

/** Those of some topics that were found to be one with another among them, or of which a ruling or a merge is under way (BR-16). */
const unresolvedAmong =
  (db: ReadDatabase): Checked['unresolvedAmong'] =>
  (topicIds) => {
    const wanted = JSON.stringify(topicIds);
    const rows = db.all<{ topic_id: string }>(
      `SELECT DISTINCT topic_id FROM agenda_doubt WHERE topic_id IN (SELECT value FROM json_each(?))
         AND (kind <> 'confirmed' OR other_id IN (SELECT value FROM json_each(?)))`,
      wanted,
      wanted,
    );
    return topicIds.filter((topicId) => rows.some((row) => row.topic_id === topicId));
  };

/** Those of some topics that are on their way no longer; told in the open at once. */
const goneAmong =
  (db: ReadDatabase): Checked['goneAmong'] =>
  (topicIds) => {
    const rows = db.all<{ contribution_id: string }>(
      `SELECT contribution_id FROM contribution WHERE contribution_id IN (SELECT value FROM json_each(?))
         AND told_stage IN ('withdrawn', 'merged', 'split')`,
      JSON.stringify(topicIds),
    );
    return topicIds.filter((topicId) => rows.some(({ contribution_id }) => contribution_id === topicId));
  };

const prioritiesOf = (db: ReadDatabase, themeSetId: string | null): readonly string[] =>
  themeSetId === null ? [] : (themeSet(db, themeSetId)?.themes ?? []).filter(({ kind }) => kind === 'priority').map(({ code }) => code);

const linesOf = ({ headings }: AgendaContent, itemIds: readonly string[], names: Names): SlotView['items'] =>
  headings.flatMap(({ number, theme, items }) =>
    items
      .filter(({ itemId }) => itemIds.includes(itemId))
      .map((item) => ({
        itemId: item.itemId,
        label: itemLabel(number, item.letter),
        title: item.title,
        topicReference: hasTopic(item) ? item.topicReference : null,
        sponsors: hasTopic(item) ? item.sponsors.map((member) => ({ member, name: names[member] ?? { en: member, fr: member } })) : [],
        priority: theme,
      })),
  );

const slotView = (content: AgendaContent, { speakers, itemIds, roomId, ...slot }: Slot, names: Names): SlotView => ({
  slotId: slot.slotId,
  start: slot.start,
  end: slot.end,
  title: slot.title,
  room: content.programme?.rooms.find((room) => room.roomId === roomId)?.name ?? null,
  items: linesOf(content, itemIds, names),
  moderator: speakers.find(({ part }) => part === 'moderator') ?? null,
  speakers: speakers.filter(({ part }) => part === 'speaker'),
});

interface Standing {
  readonly content: AgendaContent;
  readonly pending: WorkingAgendaView['pending'];
  readonly published: ReturnType<typeof agendaVersion>;
  readonly facts: Facts;
}

const standingOf = (db: ReadDatabase, row: AgendaRow): Standing => {
  const { agenda_id: agendaId } = row;
  const pending = pendingVersion(db, agendaId);
  const published = agendaVersion(db, agendaId, null);
  const final = pending?.final ?? published?.final ?? false;
  const content = workingContent(db, agendaId, openingOf(row).title, (published?.version ?? 0) + 1, final);
  return { content, pending, published, facts: { ...noFacts, ...(JSON.parse(row.facts) as Partial<Facts>) } };
};

const checksOf = (db: ReadDatabase, row: AgendaRow, { content, pending, published, facts }: Standing, now: Instant) =>
  agendaChecks({
    now,
    content,
    pending,
    published: published?.content ?? null,
    waivedOnPublished: published === null ? [] : waivedLanguages(db, row.agenda_id, published.version),
    priorities: prioritiesOf(db, openingOf(row).themeSetId),
    closed: facts.closed !== null,
    ...commentStanding(db, row.agenda_id),
    unresolvedAmong: unresolvedAmong(db),
    goneAmong: goneAmong(db),
  });

/** The agenda as the Secretariat is building it, or null. For internal viewers. @param now, today  by the business clock, in Brussels */
export const workingAgenda = (db: ReadDatabase, agendaId: string, now: Instant, today: string): WorkingAgendaView | null => {
  const row = agendaRow(db, agendaId);
  if (row === null) return null;
  const standing = standingOf(db, row);
  const { content, pending, published, facts } = standing;
  const names = memberNames(db);
  return {
    agendaId,
    meeting: { kind: row.meeting_kind, id: row.meeting_id },
    conferenceId: row.meeting_kind === 'conference' ? row.meeting_id : null,
    ...openingOf(row),
    content,
    slots: (content.programme?.slots ?? []).map((slot) => slotView(content, slot, names)),
    pending,
    ...facts,
    publishedVersion: published?.version ?? 0,
    late: partsOf(db, agendaId, 'late'),
    otherMeetings: partsOf(db, agendaId, 'meeting'),
    clashes: partsOf(db, agendaId, 'clash'),
    checks: checksOf(db, row, standing, now),
    balance: agendaBalance(content, members(db, today), groupings(db, today)),
    revision: String(row.revision),
  };
};
