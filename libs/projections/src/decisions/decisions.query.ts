import type { DecisionEvent, DecisionText, PriorDecision } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import { shownRevision } from '../told-revisions/shown-revision.ts';
import type { DecisionView, Viewer } from '../views.ts';

type Data<T extends DecisionEvent['type']> = Extract<DecisionEvent, { type: T }>['data'];

interface DecisionRow {
  readonly decision_id: string;
  readonly status: DecisionView['status'];
  readonly session_id: string;
  readonly about: string;
  readonly revision: number;
  readonly prior: string | null;
  readonly words: string | null;
  readonly circulation: string | null;
  readonly silence: string | null;
  readonly objections: string;
  readonly adoption: string | null;
  readonly transmissions: string;
  readonly implementation: string | null;
  readonly superseded: string | null;
}

/** A draft is the Secretariat's own; Members know of a text once it was circulated, everybody once it was adopted. */
const permitted = ({ kind }: Viewer): string => {
  switch (kind) {
    case 'internal':
      return '1';
    case 'member':
      return '(d.prior IS NOT NULL OR d.adoption IS NOT NULL OR d.circulation IS NOT NULL)';
    case 'public':
      return '(d.prior IS NOT NULL OR d.adoption IS NOT NULL)';
  }
};

const parsed = <T>(text: string | null): T | null => (text === null ? null : (JSON.parse(text) as T));

const silenceOf = (row: DecisionRow, viewer: Viewer): DecisionView['silence'] => {
  const circulation = parsed<Data<'DecisionCirculated'>>(row.circulation);
  const running = parsed<Data<'DecisionSilenceStarted'>>(row.silence);
  if (circulation === null || running === null) return null;
  const objections = (JSON.parse(row.objections) as readonly Data<'DecisionObjectionRaised'>[]).filter(
    ({ round }) => round === circulation.round,
  );
  return {
    circulatedAt: circulation.circulatedAt,
    deadline: running.deadline,
    addressees: circulation.addressees.length,
    textHash: circulation.textHash,
    objections:
      viewer.kind === 'public' ? null : objections.map(({ member, text, language, raisedAt }) => ({ member, text, language, raisedAt })),
  };
};

const wordsOf = (row: DecisionRow, hashOf: (words: DecisionText) => string): DecisionView['words'] => {
  const drafted = parsed<DecisionText & { readonly round: number }>(row.words);
  if (drafted === null) return null;
  const { title, text, verb, round } = drafted;
  return { title, text, verb, round, textHash: hashOf({ title, text, verb }) };
};

const toView = (db: ReadDatabase, row: DecisionRow, viewer: Viewer, hashOf: (words: DecisionText) => string): DecisionView => ({
  decisionId: row.decision_id,
  status: row.status,
  sessionId: row.session_id,
  about: JSON.parse(row.about) as readonly string[],
  words: wordsOf(row, hashOf),
  quote: parsed<PriorDecision>(row.prior),
  silence: silenceOf(row, viewer),
  adoption: parsed<NonNullable<DecisionView['adoption']>>(row.adoption),
  transmissions: JSON.parse(row.transmissions) as DecisionView['transmissions'],
  implementation: parsed<NonNullable<DecisionView['implementation']>>(row.implementation),
  supersededBy: parsed<NonNullable<DecisionView['supersededBy']>>(row.superseded),
  revision: shownRevision(db, { stream: `decision-${row.decision_id}`, isAddressee: viewer.kind === 'member' }, viewer),
});

/** Running silences first, the next deadline leading; then everything else by session and name. */
const inOrder = `ORDER BY d.status <> 'silence_running', CASE d.status WHEN 'silence_running' THEN d.silence ->> '$.deadline.instant' END, d.session_id DESC, d.decision_id`;

/**
 * The board: running silences first, the next deadline leading; then everything else by session and name.
 *
 * @param hashOf  hash of the words as the Chair has to confirm it
 */
export const decisionBoard = (db: ReadDatabase, viewer: Viewer, hashOf: (words: DecisionText) => string): readonly DecisionView[] =>
  db.all<DecisionRow>(`SELECT d.* FROM decision d WHERE ${permitted(viewer)} ${inOrder}`).map((row) => toView(db, row, viewer, hashOf));

/** One decision, or null: also when the viewer may not know of it. */
export const decision = (
  db: ReadDatabase,
  decisionId: string,
  viewer: Viewer,
  hashOf: (words: DecisionText) => string,
): DecisionView | null => {
  const row = db.get<DecisionRow>(`SELECT d.* FROM decision d WHERE d.decision_id = ? AND ${permitted(viewer)}`, decisionId);
  return row === undefined ? null : toView(db, row, viewer, hashOf);
};

/** Decisions about an object, by the name of its stream. */
export const decisionsAbout = (
  db: ReadDatabase,
  stream: string,
  viewer: Viewer,
  hashOf: (words: DecisionText) => string,
): readonly DecisionView[] =>
  db
    .all<DecisionRow>(
      `SELECT d.* FROM decision d WHERE ${permitted(viewer)} AND EXISTS (SELECT 1 FROM json_each(d.about) WHERE value = ?)
       ${inOrder}`,
      stream,
    )
    .map((row) => toView(db, row, viewer, hashOf));

/** Decisions of earlier sessions that a document quotes, by its symbol, in the order of their names. */
export const decisionsQuotedIn = (db: ReadDatabase, symbol: string): readonly PriorDecision[] =>
  db
    .all<{ prior: string }>("SELECT prior FROM decision WHERE prior ->> '$.source.symbol' = ? ORDER BY decision_id", symbol)
    .map(({ prior }) => JSON.parse(prior) as PriorDecision);
