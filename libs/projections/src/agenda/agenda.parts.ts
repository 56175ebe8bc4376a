import { placed } from '../../../domain/src/index.ts';
import type { ReadDatabase, ReadModelTransaction } from '../storage/read-database.ts';

/** What a working agenda consists of: rows of one table, told apart by their kind. */
export type PartKind = 'heading' | 'item' | 'omission' | 'day' | 'room' | 'slot' | 'trace' | 'late' | 'meeting' | 'clash';

interface PartAddress {
  readonly agendaId: string;
  readonly kind: PartKind;
  readonly id: string;
}

type Tx = ReadModelTransaction;

/** Puts a part behind those of its kind. @param place  revision of the event: later events come behind, moved and restored parts stand before */
export const putPart = (tx: Tx, { agendaId, kind, id }: PartAddress, place: number, data: object): void => {
  tx.run('INSERT OR REPLACE INTO agenda_part VALUES (?, ?, ?, ?, ?)', agendaId, kind, id, place, JSON.stringify(data));
};

/** The content of one part, or null. */
export const partOf = <T>(db: ReadDatabase, { agendaId, kind, id }: PartAddress): T | null => {
  const sql = 'SELECT data FROM agenda_part WHERE agenda_id = ? AND kind = ? AND id = ?';
  const row = db.get<{ data: string }>(sql, agendaId, kind, id);
  return row === undefined ? null : (JSON.parse(row.data) as T);
};

/** Contents of all parts of a kind, in their order. */
export const partsOf = <T>(db: ReadDatabase, agendaId: string, kind: PartKind): readonly T[] =>
  db
    .all<{ data: string }>('SELECT data FROM agenda_part WHERE agenda_id = ? AND kind = ? ORDER BY place, id', agendaId, kind)
    .map(({ data }) => JSON.parse(data) as T);

export const changePart = <T extends object>(tx: Tx, address: PartAddress, change: (data: T) => T): void => {
  const data = partOf<T>(tx, address);
  if (data === null) return;
  const { agendaId, kind, id } = address;
  const sql = 'UPDATE agenda_part SET data = ? WHERE agenda_id = ? AND kind = ? AND id = ?';
  tx.run(sql, JSON.stringify(change(data)), agendaId, kind, id);
};

export const dropPart = (tx: Tx, { agendaId, kind, id }: PartAddress): void => {
  tx.run('DELETE FROM agenda_part WHERE agenda_id = ? AND kind = ? AND id = ?', agendaId, kind, id);
};

/** Puts a part right before another of its kind, at the end when there is none. */
export const movePart = (tx: Tx, { agendaId, kind, id }: PartAddress, before: string | null): void => {
  const ids = tx
    .all<{ id: string }>('SELECT id FROM agenda_part WHERE agenda_id = ? AND kind = ? ORDER BY place, id', agendaId, kind)
    .map((row) => row.id);
  placed(ids, { id, before, idOf: (entry) => entry }).forEach((entry, place) => {
    tx.run(
      'UPDATE agenda_part SET place = ? WHERE agenda_id = ? AND kind = ? AND id = ? AND place <> ?',
      place,
      agendaId,
      kind,
      entry,
      place,
    );
  });
};

/** All parts of a kind are these now, in this order. */
export const replaceParts = (
  tx: Tx,
  { agendaId, kind }: Omit<PartAddress, 'id'>,
  parts: readonly { readonly id: string; readonly data: object }[],
): void => {
  tx.run('DELETE FROM agenda_part WHERE agenda_id = ? AND kind = ?', agendaId, kind);
  parts.forEach(({ id, data }, place) => {
    putPart(tx, { agendaId, kind, id }, place, data);
  });
};

/** Whether a published version showed a heading, an item or a slot. */
export const wasShown = (db: ReadDatabase, { agendaId, kind, id }: PartAddress): boolean =>
  db.get('SELECT 1 AS found FROM agenda_shown WHERE agenda_id = ? AND kind = ? AND id = ?', agendaId, kind, id) !== undefined;

/** Something about the agenda as a whole, under a name; null takes it away. */
export const noteOnAgenda = (tx: Tx, agendaId: string, name: string, value: object | null): void => {
  tx.run(`UPDATE agenda SET facts = json_set(facts, '$.${name}', json(?)) WHERE agenda_id = ?`, JSON.stringify(value), agendaId);
};
