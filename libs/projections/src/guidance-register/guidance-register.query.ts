import type { GuidanceRequest, Instant } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { GuidanceView } from '../views.ts';

interface GuidanceRow {
  readonly status: 'issued' | 'open';
  readonly opened_at: string | null;
  readonly call_id: string | null;
  readonly revision: number;
  readonly data: string;
  readonly received: number;
  readonly members: number;
}

const select = `
  SELECT g.status, g.opened_at, g.call_id, g.revision, g.data,
         (SELECT count(*) FROM contribution c WHERE c.guidance_id = g.guidance_id) AS received,
         (SELECT count(DISTINCT c.member) FROM contribution c WHERE c.guidance_id = g.guidance_id) AS members
  FROM guidance g`;

const toView = ({ status, opened_at, call_id, revision, data, received, members }: GuidanceRow): GuidanceView => ({
  ...(JSON.parse(data) as GuidanceRequest),
  status,
  openedAt: opened_at as Instant | null,
  callId: call_id,
  received,
  contributingMembers: members,
  revision: String(revision),
});

/** Every request, in the order of its document. */
export const guidanceRegister = (db: ReadDatabase): readonly GuidanceView[] =>
  db.all<GuidanceRow>(`${select} ORDER BY g.guidance_id`).map(toView);

/** One request, or null. */
export const guidanceRequest = (db: ReadDatabase, guidanceId: string): GuidanceView | null => {
  const row = db.get<GuidanceRow>(`${select} WHERE g.guidance_id = ?`, guidanceId);
  return row === undefined ? null : toView(row);
};
