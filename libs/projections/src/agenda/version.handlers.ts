import {
  itemLabel,
  type AgendaCancellation,
  type AgendaContent,
  type AgendaHeading,
  type AgendaItem,
  type AgendaVersionEvent,
} from '../../../domain/src/index.ts';
import type { Handler } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';
import { noteOnAgenda, partOf, partsOf, replaceParts, wasShown } from './agenda.parts.ts';

type Tx = ReadModelTransaction;

interface VersionAddress {
  readonly agendaId: string;
  readonly version: number;
}

/** Something about a version, under a name; null takes it away. */
const noteOnVersion = (tx: Tx, { agendaId, version }: VersionAddress, name: string, value: object | null): void => {
  const sql = `UPDATE agenda_version SET facts = json_set(facts, '$.${name}', json(?)) WHERE agenda_id = ? AND version = ?`;
  tx.run(sql, JSON.stringify(value), agendaId, version);
};

const itemsOf = ({ headings }: AgendaContent): readonly AgendaItem[] => headings.flatMap(({ items }) => items);

const show = (tx: Tx, { agendaId, headings, programme }: AgendaContent): void => {
  const shown = [
    ...headings.map(({ headingId }) => ['heading', headingId] as const),
    ...headings.flatMap(({ items }) => items.map(({ itemId }) => ['item', itemId] as const)),
    ...(programme?.slots ?? []).map(({ slotId }) => ['slot', slotId] as const),
  ];
  for (const [kind, id] of shown) tx.run('INSERT OR IGNORE INTO agenda_shown VALUES (?, ?, ?)', agendaId, kind, id);
};

const publish: Handler<'AgendaVersionPublished'> = (tx, { data }) => {
  const { agendaId, version, publishedAt, content } = data;
  const sql = "UPDATE agenda_version SET status = 'published', published_at = ?, content = ? WHERE agenda_id = ? AND version = ?";
  tx.run(sql, publishedAt, JSON.stringify(content), agendaId, version);
  show(tx, content);
};

/** What readers have seen and the restored version does not show leaves a trace too. */
const goneBy = (tx: Tx, { agendaId, ...content }: AgendaContent): readonly AgendaCancellation[] => {
  const stays = itemsOf({ agendaId, ...content }).map(({ itemId }) => itemId);
  return partsOf<AgendaItem>(tx, agendaId, 'item')
    .filter(({ itemId }) => !stays.includes(itemId) && wasShown(tx, { agendaId, kind: 'item', id: itemId }))
    .map(({ itemId, headingId, letter, title }) => {
      const heading = partOf<AgendaHeading>(tx, { agendaId, kind: 'heading', id: headingId });
      return { kind: 'item', id: itemId, label: itemLabel(heading?.number ?? 0, letter), title, reasonCode: 'version_restored' };
    });
};

const restore: Handler<'AgendaVersionRestored'> = (tx, { data: { agendaId, content } }) => {
  const traces = [...(content.cancelled ?? []), ...goneBy(tx, content)];
  const { days, rooms, slots } = content.programme ?? { days: [], rooms: [], slots: [] };
  tx.run("UPDATE agenda SET data = json_set(data, '$.title', json(?)) WHERE agenda_id = ?", JSON.stringify(content.title), agendaId);
  const headings = content.headings.map(({ items: _items, ...heading }) => ({ id: heading.headingId, data: heading }));
  replaceParts(tx, { agendaId, kind: 'heading' }, headings);
  replaceParts(
    tx,
    { agendaId, kind: 'item' },
    itemsOf(content).map((data) => ({ id: data.itemId, data })),
  );
  replaceParts(
    tx,
    { agendaId, kind: 'omission' },
    content.omittedPriorities.map((data) => ({ id: data.theme, data })),
  );
  replaceParts(
    tx,
    { agendaId, kind: 'day' },
    days.map((data) => ({ id: data.date, data })),
  );
  replaceParts(
    tx,
    { agendaId, kind: 'room' },
    rooms.map((data) => ({ id: data.roomId, data })),
  );
  replaceParts(
    tx,
    { agendaId, kind: 'slot' },
    slots.map((data) => ({ id: data.slotId, data })),
  );
  replaceParts(
    tx,
    { agendaId, kind: 'trace' },
    traces.map((data, index) => ({ id: `restored-${index}`, data })),
  );
};

export const versionHandlers: { readonly [T in AgendaVersionEvent['type']]: Handler<T> } = {
  AgendaVersionProposed: (tx, { data }) => {
    tx.run(
      "INSERT INTO agenda_version VALUES (?, ?, 'proposed', ?, ?, ?, ?, NULL, NULL, NULL, ?)",
      data.agendaId,
      data.version,
      data.final === true ? 1 : 0,
      data.contentHash,
      JSON.stringify(data.changeNote),
      data.proposedAt,
      JSON.stringify({ proposedBy: data.proposedBy, approvedBy: null, parityWaivers: [], scheduledFor: null, embargo: null }),
    );
    noteOnAgenda(tx, data.agendaId, 'returned', null);
  },
  AgendaVersionReturned: (tx, { data: { agendaId, ...returned } }) => {
    tx.run('DELETE FROM agenda_version WHERE agenda_id = ? AND version = ?', agendaId, returned.version);
    noteOnAgenda(tx, agendaId, 'returned', returned);
  },
  AgendaVersionApproved: (tx, { data }) => {
    const sql = `UPDATE agenda_version SET status = 'approved', approved_at = ?, facts = json_set(facts, '$.approvedBy', ?)
      WHERE agenda_id = ? AND version = ?`;
    tx.run(sql, data.approvedAt, data.approvedBy, data.agendaId, data.version);
  },
  AgendaParityWaived: (tx, { data: { agendaId, version, ...waiver } }) => {
    const sql = "UPDATE agenda_version SET facts = json_insert(facts, '$.parityWaivers[#]', json(?)) WHERE agenda_id = ? AND version = ?";
    tx.run(sql, JSON.stringify(waiver), agendaId, version);
  },
  AgendaPublicationScheduled: (tx, { data }) => {
    noteOnVersion(tx, data, 'scheduledFor', data.due);
  },
  AgendaPublicationUnscheduled: (tx, { data }) => {
    noteOnVersion(tx, data, 'scheduledFor', null);
  },
  AgendaVersionEmbargoed: (tx, { data }) => {
    noteOnVersion(tx, data, 'embargo', data.until);
  },
  AgendaEmbargoLifted: (tx, { data }) => {
    noteOnVersion(tx, data, 'embargo', null);
  },
  AgendaVersionPublished: publish,
  AgendaVersionRestored: restore,
  AgendaAdopted: (tx, { data: { agendaId, ...adopted } }) => {
    noteOnAgenda(tx, agendaId, 'adopted', adopted);
  },
};
