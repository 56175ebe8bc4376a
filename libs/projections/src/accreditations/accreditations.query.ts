import type { Instant } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { AccreditationView } from '../views.ts';

interface AccreditationRow {
  readonly accreditation_id: string;
  readonly role: string;
  readonly member: string | null;
  readonly valid_from: string;
  readonly valid_until: string | null;
  readonly ended_at: string | null;
}

/** Every accreditation ever granted. For internal viewers. */
export const accreditations = (db: ReadDatabase): readonly AccreditationView[] =>
  db.all<AccreditationRow>('SELECT * FROM accreditation ORDER BY valid_from, accreditation_id').map((row) => ({
    accreditationId: row.accreditation_id,
    role: row.role,
    member: row.member,
    validFrom: row.valid_from as Instant,
    validUntil: row.valid_until as Instant | null,
    endedAt: row.ended_at as Instant | null,
  }));
