import type { ErasedEvent, ErasureBasis, ErasureSubject, Instant } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';

/** An erasure, asked for by one person and decided by another. */
export interface ErasureView {
  readonly erasureId: string;
  readonly status: 'requested' | 'refused' | 'approved' | 'purged';
  readonly subject: ErasureSubject;
  readonly basis: ErasureBasis;
  readonly reason: string;
  /** Accreditations of both persons; null before the second has decided. */
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  /** Why the second person refused it; null unless that is so. */
  readonly refusal: string | null;
  /** What went, once it is carried out. */
  readonly purged: { readonly events: number; readonly streams: number; readonly files: number; readonly at: Instant } | null;
  readonly revision: string;
}

/** What an erasure certifies: which events are without their content since, by hashes that the ledger holds. */
export interface ErasureCertificate extends ErasureView {
  readonly contents: readonly ErasedEvent[];
}

interface ErasureRow {
  readonly erasure_id: string;
  readonly status: ErasureView['status'];
  readonly object: ErasureSubject['object'];
  readonly subject_id: string;
  readonly basis: ErasureBasis;
  readonly reason: string;
  readonly requested_by: string;
  readonly requested_at: Instant;
  readonly decided_by: string | null;
  readonly decided_at: Instant | null;
  readonly refusal: string | null;
  readonly events: number | null;
  readonly streams: number | null;
  readonly files: number | null;
  readonly purged_at: Instant | null;
  readonly revision: number;
}

const purgedOf = ({ events, streams, files, purged_at: at }: ErasureRow): ErasureView['purged'] =>
  at === null ? null : { events: events ?? 0, streams: streams ?? 0, files: files ?? 0, at };

const toView = (row: ErasureRow): ErasureView => ({
  erasureId: row.erasure_id,
  status: row.status,
  subject: { object: row.object, id: row.subject_id },
  basis: row.basis,
  reason: row.reason,
  requestedBy: row.requested_by,
  requestedAt: row.requested_at,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  refusal: row.refusal,
  purged: purgedOf(row),
  revision: String(row.revision),
});

/** Erasures, newest first, at most 500; for the Secretariat. */
export const erasures = (db: ReadDatabase): readonly ErasureView[] =>
  db.all<ErasureRow>('SELECT * FROM erasure ORDER BY requested_at DESC, erasure_id LIMIT 500').map(toView);

/** One erasure with what it took away, or null. */
export const erasure = (db: ReadDatabase, erasureId: string): ErasureCertificate | null => {
  const row = db.get<ErasureRow>('SELECT * FROM erasure WHERE erasure_id = ?', erasureId);
  if (row === undefined) return null;
  const contents = db.all<ErasedEvent>(
    'SELECT stream, revision, data_hash AS dataHash, left_hash AS leftHash FROM erased_event WHERE erasure_id = ? ORDER BY stream, revision',
    erasureId,
  );
  return { ...toView(row), contents };
};
