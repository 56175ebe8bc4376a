import type { GuidanceRequest, GuidanceScope, GuidanceStatus, Instant } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import { shownRevision } from '../told-revisions/shown-revision.ts';
import type { GuidanceView, Viewer } from '../views.ts';

interface GuidanceRow {
  readonly guidance_id: string;
  readonly status: GuidanceStatus;
  readonly opened_at: string | null;
  readonly call_id: string | null;
  readonly revision: number;
  readonly data: string;
  readonly scope: string | null;
  readonly policy: string | null;
  readonly consolidation: string | null;
  readonly report: string | null;
  readonly conclusion: string | null;
  readonly partial_closures: string;
  readonly ending: string | null;
  readonly enquiry: string | null;
  readonly received: number;
  readonly members: number;
  readonly addressees: number;
  readonly answered: number;
  readonly nil_returns: number;
}

/** Whether an addressee has sent a contribution. */
export const hasAnswered = 'EXISTS (SELECT 1 FROM guidance_response r WHERE r.guidance_id = gm.guidance_id AND r.member = gm.member)';

const ofAddressees = (condition: string): string =>
  `(SELECT count(*) FROM guidance_member gm WHERE gm.guidance_id = g.guidance_id AND gm.addressed = 1 AND ${condition})`;

const select = `
  SELECT g.*,
         (SELECT count(*) FROM contribution c WHERE c.guidance_id = g.guidance_id) AS received,
         (SELECT count(DISTINCT c.member) FROM contribution c WHERE c.guidance_id = g.guidance_id) AS members,
         ${ofAddressees('1')} AS addressees,
         ${ofAddressees(hasAnswered)} AS answered,
         ${ofAddressees(`gm.nil_at IS NOT NULL AND NOT ${hasAnswered}`)} AS nil_returns
  FROM guidance g`;

const parsed = <T>(text: string | null): T | null => (text === null ? null : (JSON.parse(text) as T));

const stepsOf = (row: GuidanceRow, viewer: Viewer) => ({
  consolidation: viewer.kind === 'internal' ? parsed<GuidanceView['consolidation']>(row.consolidation) : null,
  report: viewer.kind === 'public' ? null : parsed<GuidanceView['report']>(row.report),
  conclusion: parsed<GuidanceView['conclusion']>(row.conclusion),
  partialClosures: JSON.parse(row.partial_closures) as GuidanceView['partialClosures'],
  ending: parsed<GuidanceView['ending']>(row.ending),
  enquiry: viewer.kind === 'public' ? null : parsed<GuidanceView['enquiry']>(row.enquiry),
});

const toView = (db: ReadDatabase, row: GuidanceRow, viewer: Viewer): GuidanceView => ({
  ...(JSON.parse(row.data) as GuidanceRequest),
  status: row.status,
  openedAt: row.opened_at as Instant | null,
  callId: row.call_id,
  received: row.received,
  contributingMembers: row.members,
  scope: parsed<{ scope: GuidanceScope }>(row.scope)?.scope ?? null,
  policy: parsed<{ policy: GuidanceView['policy'] }>(row.policy)?.policy ?? { basis: 'secretariat_judgement' },
  addressees: row.addressees,
  answered: row.answered,
  nilReturns: row.nil_returns,
  waiting: row.addressees - row.answered - row.nil_returns,
  ...stepsOf(row, viewer),
  revision: shownRevision(db, { stream: `guidance-${row.guidance_id}`, isAddressee: viewer.kind === 'member' }, viewer),
});

/** Every request, in the order of its document. */
export const guidanceRegister = (db: ReadDatabase, viewer: Viewer = { kind: 'public' }): readonly GuidanceView[] =>
  db.all<GuidanceRow>(`${select} ORDER BY g.guidance_id`).map((row) => toView(db, row, viewer));

/** One request, or null. */
export const guidanceRequest = (db: ReadDatabase, guidanceId: string, viewer: Viewer = { kind: 'public' }): GuidanceView | null => {
  const row = db.get<GuidanceRow>(`${select} WHERE g.guidance_id = ?`, guidanceId);
  return row === undefined ? null : toView(db, row, viewer);
};
