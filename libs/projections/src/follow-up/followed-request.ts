import {
  itemLabel,
  type ContributionContent,
  type DecisionText,
  type GuidanceRequest,
  type GuidanceStatus,
  type WorkingText,
} from '../../../domain/src/index.ts';
import { actions } from '../actions/actions.query.ts';
import { shownDecision, shownStage } from '../contributions/contributions.query.ts';
import { decisionsAbout } from '../decisions/decisions.query.ts';
import type { FollowedContribution, FollowedRequest } from '../follow-up.views.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { Viewer } from '../views.ts';

/** A row of `guidance`. */
export interface RequestRow {
  readonly guidance_id: string;
  readonly status: GuidanceStatus;
  readonly data: string;
}

interface ContributionRow {
  readonly contribution_id: string;
  readonly kind: 'practice' | 'topic';
  readonly reference: string;
  readonly member: string;
  readonly content: string;
  readonly primary_theme: string;
  readonly region: string | null;
  readonly shown: string;
  readonly decision: string | null;
  readonly agenda_line: string | null;
}

interface Line {
  readonly agendaId: string;
  readonly version: number;
  readonly itemId: string;
  readonly number: number;
  readonly letter: string;
}

const received = (db: ReadDatabase, guidanceId: string, viewer: Viewer): readonly ContributionRow[] =>
  db.all<ContributionRow>(
    `SELECT c.contribution_id, c.kind, c.reference, c.member, c.content, c.primary_theme, m.region, c.agenda_line,
            ${shownStage(viewer)} AS shown, ${shownDecision(viewer)} AS decision
     FROM contribution c LEFT JOIN member m ON m.code = c.member WHERE c.guidance_id = ? ORDER BY c.submitted_at, c.contribution_id`,
    guidanceId,
  );

const toFollowed = (row: ContributionRow): FollowedContribution => {
  const line = row.agenda_line === null ? null : (JSON.parse(row.agenda_line) as Line);
  const decision = row.decision === null ? null : (JSON.parse(row.decision) as { readonly reasonCode: string });
  return {
    contributionId: row.contribution_id,
    kind: row.kind,
    reference: row.reference,
    member: row.member,
    title: (JSON.parse(row.content) as ContributionContent).title,
    stage: row.shown,
    reasonCode: decision?.reasonCode ?? null,
    agendaLine:
      line === null
        ? null
        : { agendaId: line.agendaId, version: line.version, itemId: line.itemId, label: itemLabel(line.number, line.letter) },
    href: `/api/v1/contributions/${row.contribution_id}`,
  };
};

const counted = <T>(
  rows: readonly ContributionRow[],
  key: (row: ContributionRow) => string,
  make: (name: string, own: readonly ContributionRow[]) => T,
) =>
  [...new Set(rows.map(key))].sort().map((name) =>
    make(
      name,
      rows.filter((row) => key(row) === name),
    ),
  );

const membersIn = (rows: readonly ContributionRow[]): number => new Set(rows.map(({ member }) => member)).size;

/** Counts over everything that was received: they tell no single contribution. */
const countsOf = (rows: readonly ContributionRow[]) => ({
  received: rows.length,
  members: membersIn(rows),
  byRegion: counted(
    rows,
    ({ region }) => region ?? '',
    (region, own) => ({ region, contributions: own.length, members: membersIn(own) }),
  ),
  byTheme: counted(
    rows,
    ({ primary_theme }) => primary_theme,
    (theme, own) => ({ theme, contributions: own.length }),
  ),
  byStage: counted(
    rows,
    ({ shown }) => shown,
    (stage, own) => ({ stage, contributions: own.length }),
  ),
});

const isOf = (row: { readonly member: string }, viewer: Viewer): boolean => viewer.kind === 'member' && row.member === viewer.member;

const outcomesOf = (db: ReadDatabase, guidanceId: string, viewer: Viewer): FollowedRequest['outcomes'] =>
  viewer.kind === 'public'
    ? []
    : db
        .all<{ item_id: string; agenda_id: string; verb: string; statement: string }>(
          `SELECT DISTINCT o.item_id, o.agenda_id, o.verb, o.statement FROM item_outcome o
           JOIN contribution c ON c.agenda_line ->> '$.itemId' = o.item_id WHERE c.guidance_id = ? ORDER BY o.agenda_id, o.item_id`,
          guidanceId,
        )
        .map(({ item_id, agenda_id, verb, statement }) => ({
          itemId: item_id,
          agendaId: agenda_id,
          verb,
          statement: JSON.parse(statement) as WorkingText,
        }));

/** Everything that a session is told of one request. */
export const followedRequest = (
  db: ReadDatabase,
  { guidance_id, status, data }: RequestRow,
  viewer: Viewer,
  hashOf: (words: DecisionText) => string,
): FollowedRequest => {
  const { ref, text, carriedFrom } = JSON.parse(data) as GuidanceRequest;
  const rows = received(db, guidance_id, viewer);
  const followed = rows.map(toFollowed);
  const decisions = decisionsAbout(db, `guidance-${guidance_id}`, viewer, hashOf);
  const subjects = [`guidance-${guidance_id}`, ...decisions.map(({ decisionId }) => `decision-${decisionId}`)];
  return {
    guidanceId: guidance_id,
    ref,
    text,
    status,
    carriedFrom: carriedFrom ?? null,
    ...countsOf(rows),
    reachedAgenda: followed.filter(({ agendaLine }) => agendaLine !== null),
    didNotReachAgenda: followed.filter((one) => one.agendaLine === null && (viewer.kind === 'internal' || isOf(one, viewer))),
    own: followed.filter((one) => isOf(one, viewer)),
    outcomes: outcomesOf(db, guidance_id, viewer),
    decisions,
    actions: actions(db, {}, viewer).filter(({ about }) => about.some((subject) => subjects.includes(subject))),
    href: `/api/v1/guidance-requests/${guidance_id}`,
  };
};
