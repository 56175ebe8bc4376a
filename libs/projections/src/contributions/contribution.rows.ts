import type { ContributionContent, Outcome, ThemeAssignment } from '../../../domain/src/index.ts';
import type { Envelope } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

type Tx = ReadModelTransaction;

interface Wording {
  readonly edition: number;
  readonly content: ContributionContent;
  readonly contentHash: string;
}

export const addSponsor = (tx: Tx, id: string, member: string, since: string, source: string | null): void => {
  tx.run('INSERT OR REPLACE INTO contribution_sponsor VALUES (?, ?, ?, NULL, ?)', id, member, since, source);
};

export const endSponsor = (tx: Tx, id: string, member: string, until: string): void => {
  tx.run('UPDATE contribution_sponsor SET until = ? WHERE contribution_id = ? AND member = ? AND until IS NULL', until, id, member);
};

export const addEdition = (tx: Tx, id: string, { edition, content, contentHash }: Wording, how: string, by: string, at: string): void => {
  tx.run('INSERT INTO contribution_edition VALUES (?, ?, ?, ?, ?, ?, ?)', id, edition, JSON.stringify(content), contentHash, how, by, at);
};

/** The latest wording stands; the first edition stays as it was received. */
export const reword = (tx: Tx, id: string, wording: Wording, how: string, by: string, at: string, { revision }: Envelope): void => {
  addEdition(tx, id, wording, how, by, at);
  tx.run(
    'UPDATE contribution SET edition = ?, content = ?, content_hash = ?, revision = ? WHERE contribution_id = ?',
    wording.edition,
    JSON.stringify(wording.content),
    wording.contentHash,
    revision,
    id,
  );
};

/** A stage that the Members behind it may know at once; what was told before does not count for it any more. */
export const openStage = (tx: Tx, id: string, stage: string, { revision }: Envelope): void => {
  tx.run(
    'UPDATE contribution SET stage = ?, told_stage = ?, told_since = ?, revision = ? WHERE contribution_id = ?',
    stage,
    stage,
    revision,
    revision,
    id,
  );
};

/** A stage that only the Secretariat knows. */
export const innerStage = (tx: Tx, id: string, stage: string, { revision }: Envelope): void => {
  tx.run('UPDATE contribution SET stage = ?, revision = ? WHERE contribution_id = ?', stage, revision, id);
};

/** Something its Members may know, under a name; null takes it away. */
export const note = (tx: Tx, id: string, name: string, value: object | null, { revision }: Envelope): void => {
  tx.run(
    `UPDATE contribution SET facts = json_set(facts, '$.${name}', json(?)), revision = ? WHERE contribution_id = ?`,
    JSON.stringify(value),
    revision,
    id,
  );
};

/** Something that only the Secretariat knows, under a name. */
export const innerNote = (tx: Tx, id: string, name: string, value: object | null, { revision }: Envelope): void => {
  tx.run(
    `UPDATE contribution SET internal_facts = json_set(internal_facts, '$.${name}', json(?)), revision = ? WHERE contribution_id = ?`,
    JSON.stringify(value),
    revision,
    id,
  );
};

export const acknowledge = (tx: Tx, id: string, at: string, event: Envelope): void => {
  openStage(tx, id, 'acknowledged', event);
  tx.run('UPDATE contribution SET acknowledged_at = ? WHERE contribution_id = ?', at, id);
};

/** Confirmed themes; a later stage stays what it is. */
export const classify = (tx: Tx, id: string, { primaryTheme, secondaryThemes }: ThemeAssignment, event: Envelope): void => {
  tx.run(
    `UPDATE contribution SET primary_theme = ?, secondary_themes = ?, revision = ?,
       stage = CASE WHEN stage = 'acknowledged' THEN 'classified' ELSE stage END,
       told_stage = CASE WHEN told_stage = 'acknowledged' THEN 'classified' ELSE told_stage END
     WHERE contribution_id = ?`,
    primaryTheme,
    JSON.stringify(secondaryThemes),
    event.revision,
    id,
  );
  note(tx, id, 'contest', null, event);
};

interface Decision {
  readonly reason: { readonly code: string; readonly text: object };
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly toSession?: string;
}

export const decide = (tx: Tx, id: string, outcome: Outcome, data: Decision, { revision }: Envelope): void => {
  const { reason, decidedBy, decidedAt, toSession } = data;
  const session = toSession === undefined ? {} : { toSession };
  const decision = JSON.stringify({ outcome, reasonCode: reason.code, reasonText: reason.text, decidedBy, decidedAt, ...session });
  tx.run('INSERT INTO contribution_decision VALUES (?, ?, ?, ?)', id, revision, outcome, decision);
  tx.run('UPDATE contribution SET stage = ?, decision = ?, revision = ? WHERE contribution_id = ?', outcome, decision, revision, id);
};

/** Under triage again for the Secretariat; its Members know what they were told. */
export const reopen = (tx: Tx, id: string, { revision }: Envelope): void => {
  tx.run(
    "UPDATE contribution SET stage = 'classified', decision = NULL, recommendation = NULL, revision = ? WHERE contribution_id = ?",
    revision,
    id,
  );
};
