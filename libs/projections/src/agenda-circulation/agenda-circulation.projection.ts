import type { AgendaCirculationEvent } from '../../../domain/src/index.ts';
import type { Handler, Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

type Told = Extract<AgendaCirculationEvent['type'], 'AgendaCommentCosigned' | 'AgendaCommentDisposed'>;
type Data<T extends AgendaCirculationEvent['type']> = Extract<AgendaCirculationEvent, { type: T }>['data'];

const addToCirculation = (
  tx: ReadModelTransaction,
  { agendaId, circulationId, ...rest }: Data<'AgendaCirculationSupplemented' | 'AgendaCommentPeriodExtended'>,
  column: 'supplements' | 'extensions',
): void => {
  const sql = `UPDATE agenda_circulation SET ${column} = json_insert(${column}, '$[#]', json(?)) WHERE agenda_id = ? AND circulation_id = ?`;
  tx.run(sql, JSON.stringify(rest), agendaId, circulationId);
};

const addToComment = (
  tx: ReadModelTransaction,
  { agendaId, commentId, ...rest }: Data<Told>,
  column: 'cosignatures' | 'dispositions',
): void => {
  const sql = `UPDATE agenda_comment SET ${column} = json_insert(${column}, '$[#]', json(?)) WHERE agenda_id = ? AND comment_id = ?`;
  tx.run(sql, JSON.stringify(rest), agendaId, commentId);
};

const handlers: { readonly [T in AgendaCirculationEvent['type']]: Handler<T> } = {
  AgendaCirculated: (tx, { data: { agendaId, circulationId, ...circulation }, revision }) => {
    const sql = "INSERT INTO agenda_circulation VALUES (?, ?, ?, ?, '[]', '[]')";
    tx.run(sql, agendaId, circulationId, revision, JSON.stringify(circulation));
  },
  AgendaCirculationSupplemented: (tx, { data }) => {
    addToCirculation(tx, data, 'supplements');
  },
  AgendaCommentPeriodExtended: (tx, { data }) => {
    addToCirculation(tx, data, 'extensions');
  },
  AgendaCommented: (tx, { data: { agendaId, commentId, ...comment }, revision }) => {
    const sql = "INSERT INTO agenda_comment VALUES (?, ?, ?, ?, '[]', '[]', NULL)";
    tx.run(sql, agendaId, commentId, revision, JSON.stringify(comment));
  },
  AgendaCommentWithdrawn: (tx, { data: { agendaId, commentId, ...withdrawal } }) => {
    const sql = 'UPDATE agenda_comment SET withdrawal = ? WHERE agenda_id = ? AND comment_id = ?';
    tx.run(sql, JSON.stringify(withdrawal), agendaId, commentId);
  },
  AgendaCommentCosigned: (tx, { data }) => {
    addToComment(tx, data, 'cosignatures');
  },
  AgendaCommentDisposed: (tx, { data }) => {
    addToComment(tx, data, 'dispositions');
  },
};

/** To whom versions of agendas were sent, and what was said of them. */
export const agendaCirculationProjection: Projection = {
  name: 'agenda-circulation',
  version: 1,
  tables: ['agenda_circulation', 'agenda_comment'],
  ddl: `
    CREATE TABLE agenda_circulation (
      agenda_id TEXT, circulation_id TEXT, place INTEGER NOT NULL, data TEXT NOT NULL, supplements TEXT NOT NULL, extensions TEXT NOT NULL,
      PRIMARY KEY (agenda_id, circulation_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE agenda_comment (
      agenda_id TEXT, comment_id TEXT, place INTEGER NOT NULL, data TEXT NOT NULL, cosignatures TEXT NOT NULL, dispositions TEXT NOT NULL, withdrawal TEXT,
      PRIMARY KEY (agenda_id, comment_id)
    ) STRICT, WITHOUT ROWID;`,
  handlers,
};
