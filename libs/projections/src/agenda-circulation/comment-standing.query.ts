import type { Deadline, Instant } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';

/** Where the comments on an agenda stand: what its next step depends on. */
export interface CommentStanding {
  /** Version that was circulated last; 0 for none. */
  readonly circulated: number;
  /** Last moment for comments, as last extended; null when none were asked. */
  readonly commentsUntil: Instant | null;
  /** Ids of comments without an answer, in the order in which they came. */
  readonly undisposed: readonly string[];
}

interface CirculationRow {
  readonly version: number;
  readonly until: string | null;
  readonly extended: string | null;
}

const instantOf = (deadline: string | null): Instant | null => (deadline === null ? null : (JSON.parse(deadline) as Deadline).instant);

export const commentStanding = (db: ReadDatabase, agendaId: string): CommentStanding => {
  const circulations = db.all<CirculationRow>(
    `SELECT data ->> '$.version' AS version, data -> '$.commentsUntil' AS until, extensions -> '$[#-1].commentsUntil' AS extended
     FROM agenda_circulation WHERE agenda_id = ? ORDER BY place`,
    agendaId,
  );
  const asked = circulations.findLast(({ until }) => until !== null && until !== 'null');
  const undisposed = db.all<{ comment_id: string }>(
    "SELECT comment_id FROM agenda_comment WHERE agenda_id = ? AND withdrawal IS NULL AND dispositions = '[]' ORDER BY place",
    agendaId,
  );
  return {
    circulated: circulations.at(-1)?.version ?? 0,
    commentsUntil: asked === undefined ? null : instantOf(asked.extended ?? asked.until),
    undisposed: undisposed.map(({ comment_id }) => comment_id),
  };
};
