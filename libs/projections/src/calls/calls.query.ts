import type { CallSchedule, CallStatus, Instant } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { CallView } from '../views.ts';

interface CallRow {
  readonly status: CallStatus;
  readonly opened_at: string | null;
  readonly addressees: number;
  readonly data: string;
  readonly extensions: string;
}

/** Calls, the one that closes first leading. */
export const calls = (db: ReadDatabase): readonly CallView[] =>
  db
    .all<CallRow>('SELECT status, opened_at, addressees, data, extensions FROM call ORDER BY closes, call_id')
    .map(({ status, opened_at, addressees, data, extensions }) => ({
      ...(JSON.parse(data) as CallSchedule),
      status,
      openedAt: opened_at as Instant | null,
      addresseeCount: addressees,
      extensions: JSON.parse(extensions) as CallView['extensions'],
    }));
