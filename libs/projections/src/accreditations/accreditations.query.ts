import type { AccreditationScope, Instant } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { AccreditationView } from '../views.ts';

interface AccreditationRow {
  readonly accreditation_id: string;
  readonly role: string;
  readonly member: string | null;
  readonly status: AccreditationView['status'];
  readonly valid_from: string;
  readonly valid_until: string | null;
  readonly delegated_by: string | null;
  readonly scope: string | null;
  readonly ended_at: string | null;
}

/** Every accreditation ever nominated or granted, of one Member when it is named. For the Secretariat and that Member. */
export const accreditations = (db: ReadDatabase, member: string | null = null): readonly AccreditationView[] =>
  db
    .all<AccreditationRow>(
      'SELECT * FROM accreditation WHERE member = coalesce(?, member) OR (? IS NULL AND member IS NULL) ORDER BY valid_from, accreditation_id',
      member,
      member,
    )
    .map((row) => ({
      accreditationId: row.accreditation_id,
      role: row.role,
      member: row.member,
      status: row.status,
      validFrom: row.valid_from as Instant,
      validUntil: row.valid_until as Instant | null,
      delegatedBy: row.delegated_by,
      scope: row.scope === null ? null : (JSON.parse(row.scope) as AccreditationScope),
      endedAt: row.ended_at as Instant | null,
    }));
