import type { Instant } from '../../../domain/src/index.ts';
import { contribution } from '../contributions/contributions.query.ts';
import { member as memberOn } from '../member-directory/member-directory.query.ts';
import { recordStanding } from '../record-standing/record-standing.query.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { DelegateHome, HomeAsk, HomeChange, HomeContribution } from '../views.ts';
import { aboutAgendas, aboutContributions, aboutDecisions, aboutDrafts, aboutGuidance } from './asked-of-member.ts';

const mostContributions = 200;
const mostSteps = 1_000;

/** What is asked about: since a ledger size, or since an instant. */
export type HomeSince = { readonly size: number } | { readonly instant: Instant };

/** The Member's own contributions and those that it stands or stood behind, the newest first. */
const contributionsOf = (db: ReadDatabase, member: string): readonly HomeContribution[] =>
  db
    .all<{ contribution_id: string }>(
      `SELECT DISTINCT c.contribution_id, c.submitted_at FROM contribution c JOIN contribution_sponsor s ON s.contribution_id = c.contribution_id
       WHERE s.member = ? ORDER BY c.submitted_at DESC, c.contribution_id LIMIT ?`,
      member,
      mostContributions,
    )
    .flatMap(({ contribution_id }) => {
      const file = contribution(db, contribution_id, { kind: 'member', member });
      if (file === null) return [];
      const { decision, agendaLine, entry } = file;
      const { contributionId, kind, reference, memberName, region, guidanceId, callId, title, language } = file;
      const { primaryTheme, secondaryThemes, submittedAt, late, stage, revision } = file;
      const named = { contributionId, kind, reference, member: file.member, memberName, region, guidanceId, callId, title, language };
      const standing = { primaryTheme, secondaryThemes, submittedAt, late, stage, revision };
      return [{ ...named, ...standing, decision, agendaLine, entry, isOwn: file.member === member }];
    });

interface StepRow {
  readonly n: number;
  readonly stream: string;
  readonly type: string;
  readonly occurred_at: string;
  readonly role: string;
}

/** Objects whose steps everybody, or every Member, is told. */
const common = ['agenda', 'call', 'conference', 'decision', 'guidance', 'session'];

/** Steps since then that the Member may know of: of what it stands behind, and of what is everybody's. */
const stepsSince = (db: ReadDatabase, member: string, since: HomeSince): readonly StepRow[] =>
  db.all<StepRow>(
    `SELECT h.n, h.stream, h.type, h.occurred_at, h.role FROM history h
     WHERE ${'size' in since ? 'h.n >= ?' : 'h.occurred_at > ?'} AND (
       (h.audience IN ('members', 'public') AND substr(h.stream, 1, instr(h.stream, '-') - 1) IN (SELECT value FROM json_each(?)))
       OR (h.audience <> 'internal' AND h.stream IN (
         SELECT c.kind || '-' || c.contribution_id FROM contribution c JOIN contribution_sponsor s ON s.contribution_id = c.contribution_id
         WHERE s.member = ? AND s.until IS NULL)))
     ORDER BY h.n DESC LIMIT ?`,
    'size' in since ? since.size : since.instant,
    JSON.stringify(common),
    member,
    mostSteps,
  );

const changesOf = (rows: readonly StepRow[]): readonly HomeChange[] =>
  [...new Set(rows.map(({ stream }) => stream))].map((stream) => {
    const dash = stream.indexOf('-');
    const steps = rows
      .filter((row) => row.stream === stream)
      .map(({ n, type, occurred_at, role }) => ({ n, type, occurredAt: occurred_at as Instant, role }));
    return { object: stream.slice(0, dash), id: stream.slice(dash + 1), steps: steps.reverse() };
  });

/** What a Member's people see first, without what only the procedure knows. */
export interface HomeRows extends Omit<DelegateHome, 'asked'> {
  readonly asked: readonly HomeAsk[];
}

/**
 * What a Member is asked, where its contributions stand and what has changed; nothing internal.
 *
 * @param day  the date in Brussels: the Member is named as on that day
 * @param withDrafts  false when the past is looked at: no past is kept of drafts
 */
export const delegateHome = (
  db: ReadDatabase,
  {
    member,
    now,
    day,
    since,
    withDrafts,
  }: {
    readonly member: string;
    readonly now: Instant;
    readonly day: string;
    readonly since: HomeSince | null;
    readonly withDrafts: boolean;
  },
): HomeRows => ({
  member,
  memberName: memberOn(db, member, day)?.name ?? { en: member, fr: member },
  size: recordStanding(db).n,
  asked: [
    ...aboutContributions(db, member),
    ...aboutAgendas(db, member, now),
    ...aboutDecisions(db, member),
    ...aboutGuidance(db, member),
    ...(withDrafts ? aboutDrafts(db, member) : []),
  ],
  contributions: contributionsOf(db, member),
  changed: since === null ? [] : changesOf(stepsSince(db, member, since)),
});
