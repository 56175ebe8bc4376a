import type { Instant } from '../../../domain/src/index.ts';
import { memberOnDay } from '../member-directory/name-on-day.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { TriageOfMember } from '../views.ts';

interface MemberRow {
  readonly member: string;
  readonly name_en: string | null;
  readonly name_fr: string | null;
  readonly region: string | null;
  readonly waiting: number;
  readonly paused: number;
  readonly overdue: number;
  readonly late: number;
  readonly oldest: number;
}

/**
 * What waits of each Member, the one with the oldest first (row B14).
 *
 * @param now  the instant at which age is counted
 * @param day  the date in Brussels: Members are named as on that day
 */
export const triageByMember = (db: ReadDatabase, now: Instant, day: string): readonly TriageOfMember[] =>
  db
    .all<MemberRow>(
      `WITH asked (day, at) AS (SELECT ?, ?), waits AS (
         SELECT t.member, count(*) AS waiting, sum(t.running = 0) AS paused, sum(t.overdue <> '{}') AS overdue, sum(t.late) AS late,
                max(CASE t.running WHEN 1 THEN asked.at - t.place ELSE -t.place END) AS oldest
         FROM asked, triage_item t WHERE t.waiting = 1 GROUP BY t.member)
       SELECT w.*, ${memberOnDay('name_en', 'w.member', 'asked.day')} AS name_en, ${memberOnDay('name_fr', 'w.member', 'asked.day')} AS name_fr,
              ${memberOnDay('region', 'w.member', 'asked.day')} AS region
       FROM asked, waits w ORDER BY w.oldest DESC, w.member`,
      day,
      Date.parse(now),
    )
    .map(({ member, name_en, name_fr, region, oldest, ...counts }) => ({
      member,
      memberName: { en: name_en ?? member, fr: name_fr ?? member },
      region: region ?? '',
      waiting: counts.waiting,
      paused: counts.paused,
      overdue: counts.overdue,
      late: counts.late,
      oldestSeconds: Math.floor(Math.max(0, oldest) / 1000),
    }));
