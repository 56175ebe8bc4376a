import type { Envelope, Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

type Tx = ReadModelTransaction;
type AnyEvent = { readonly type: string; readonly data: object } & Envelope;

/** What was done for a coded reason, by the type of its event without the category it begins with. */
const acts: Readonly<Record<string, string>> = {
  Accepted: 'accepted',
  Declined: 'declined',
  Deferred: 'deferred',
  Reconsidered: 'reconsidered',
  Withdrawn: 'withdrawn',
  WithdrawalRefused: 'withdrawal_refused',
  LateAdmitted: 'late_admitted',
  LateRulingMade: 'late_ruled',
  ReviewGranted: 'review_granted',
  ReviewRefused: 'review_refused',
  Split: 'split',
  MergeProposed: 'merge_proposed',
  MergeRefused: 'merge_refused',
  MergeProposalWithdrawn: 'merge_proposal_withdrawn',
  Unmerged: 'unmerged',
  DuplicateConfirmed: 'duplicate_confirmed',
  DuplicateRuledOut: 'duplicate_ruled_out',
  FlaggedSensitive: 'flagged_sensitive',
};

/** Columns that the first event of a kind fills; what comes to it again is another judgement. */
const steps: Readonly<Record<string, 'acknowledged_at' | 'decided_at' | 'released_at'>> = {
  Acknowledged: 'acknowledged_at',
  Accepted: 'decided_at',
  Declined: 'decided_at',
  Deferred: 'decided_at',
  DecisionReleased: 'released_at',
};

const codeIn = (data: object): string | null => {
  const reason: unknown = Reflect.get(data, 'reason');
  const code: unknown = typeof reason === 'object' && reason !== null ? Reflect.get(reason, 'code') : null;
  return typeof code === 'string' ? code : null;
};

const count = (tx: Tx, id: string, kind: string, what: string, event: AnyEvent): void => {
  const act = acts[what];
  const code = act === undefined ? null : codeIn(event.data);
  if (act !== undefined && code !== null) tx.run('INSERT INTO reason_given VALUES (?, ?, ?, ?, ?)', id, event.revision, kind, act, code);
};

const reach = (tx: Tx, id: string, what: string, { occurredAt }: AnyEvent): void => {
  const column = steps[what];
  if (column !== undefined)
    tx.run(`UPDATE judgement SET ${column} = coalesce(${column}, ?) WHERE contribution_id = ?`, Date.parse(occurredAt), id);
};

/** When each contribution came to its steps, and for which coded reasons what was done. */
export const judgementsProjection: Projection = {
  name: 'judgements',
  version: 1,
  tables: ['judgement', 'reason_given'],
  ddl: `
    CREATE TABLE judgement (
      contribution_id TEXT PRIMARY KEY, recorded_at INTEGER NOT NULL, acknowledged_at INTEGER, decided_at INTEGER, released_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE reason_given (
      contribution_id TEXT, revision INTEGER, kind TEXT NOT NULL, act TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY (contribution_id, revision)
    ) STRICT, WITHOUT ROWID;`,
  every: (tx, event) => {
    const dash = event.stream.indexOf('-');
    const kind = event.stream.slice(0, dash);
    if (kind !== 'topic' && kind !== 'practice') return;
    const id = event.stream.slice(dash + 1);
    const what = event.type.slice(kind.length);
    if (event.revision === 0) tx.run('INSERT INTO judgement VALUES (?, ?, NULL, NULL, NULL)', id, Date.parse(event.occurredAt));
    count(tx, id, kind, what, event);
    reach(tx, id, what, event);
  },
  handlers: {},
};
