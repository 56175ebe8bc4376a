import { hasTopic, type ContributionRelease } from '../../../domain/src/index.ts';
import type { Envelope, Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';
import { practiceHandlers, topicHandlers } from './contribution.handlers.ts';
import { addEdition, addSponsor, note } from './contribution.rows.ts';

const submit = (tx: ReadModelTransaction, kind: 'practice' | 'topic', release: ContributionRelease, { revision }: Envelope): void => {
  const { contributionId, reference, member, guidanceId, callId, submittedAt, content, contentHash, releasedBy } = release;
  tx.run(
    `INSERT INTO contribution (contribution_id, kind, reference, member, guidance_id, call_id, submitted_at, primary_theme, secondary_themes,
       stage, told_stage, told_since, late, edition, content, content_hash, facts, internal_facts, revision, release)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'submitted', 'submitted', ?, ?, 1, ?, ?, '{}', '{}', ?, ?)`,
    contributionId,
    kind,
    reference,
    member,
    guidanceId,
    callId,
    submittedAt,
    content.primaryTheme,
    JSON.stringify(content.secondaryThemes),
    revision,
    release.late === true ? 1 : 0,
    JSON.stringify(content),
    contentHash,
    revision,
    JSON.stringify(release),
  );
  addSponsor(tx, contributionId, member, submittedAt, null);
  addEdition(tx, contributionId, { edition: 1, content, contentHash }, 'submitted', releasedBy, submittedAt);
};

/** What Members sent, topics and practices alike, how far each has come, and what of it its Members may know. */
export const contributionsProjection: Projection = {
  name: 'contributions',
  version: 4,
  tables: ['contribution', 'contribution_sponsor', 'contribution_edition', 'contribution_decision'],
  ddl: `
    CREATE TABLE contribution (
      contribution_id TEXT PRIMARY KEY, kind TEXT NOT NULL, reference TEXT NOT NULL, member TEXT NOT NULL, guidance_id TEXT NOT NULL, call_id TEXT NOT NULL,
      submitted_at TEXT NOT NULL, primary_theme TEXT NOT NULL, secondary_themes TEXT NOT NULL, stage TEXT NOT NULL, told_stage TEXT NOT NULL,
      told_since INTEGER NOT NULL, late INTEGER NOT NULL, edition INTEGER NOT NULL, content TEXT NOT NULL, content_hash TEXT NOT NULL, facts TEXT NOT NULL,
      internal_facts TEXT NOT NULL, acknowledged_at TEXT, recommendation TEXT, decision TEXT, agenda_line TEXT, revision INTEGER NOT NULL, release TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX contribution_by_time ON contribution (submitted_at, contribution_id);
    CREATE INDEX contribution_by_guidance ON contribution (guidance_id, member);
    CREATE INDEX contribution_by_theme ON contribution (primary_theme, kind);
    CREATE TABLE contribution_sponsor (
      contribution_id TEXT NOT NULL, member TEXT NOT NULL, since TEXT NOT NULL, until TEXT, source TEXT,
      PRIMARY KEY (contribution_id, member, since)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE contribution_edition (
      contribution_id TEXT NOT NULL, edition INTEGER NOT NULL, content TEXT NOT NULL, content_hash TEXT NOT NULL, how TEXT NOT NULL, by_whom TEXT NOT NULL,
      at TEXT NOT NULL, PRIMARY KEY (contribution_id, edition)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE contribution_decision (
      contribution_id TEXT NOT NULL, revision INTEGER NOT NULL, outcome TEXT NOT NULL, decision TEXT NOT NULL, PRIMARY KEY (contribution_id, revision)
    ) STRICT, WITHOUT ROWID;`,
  handlers: {
    TopicSubmitted: (tx, event) => {
      submit(tx, 'topic', event.data, event);
    },
    PracticeSubmitted: (tx, event) => {
      submit(tx, 'practice', event.data, event);
    },
    // Its Member knows by itself that it has not answered: what passes is told at once.
    DeadlinePassed: (tx, event) => {
      const { object, id, deadline, passedAt } = event.data;
      if (deadline === 'entry_confirmation' && (object === 'topic' || object === 'practice'))
        note(tx, id, 'entryUnconfirmed', { at: passedAt }, event);
    },
    ...topicHandlers,
    ...practiceHandlers,
    AgendaVersionPublished: (tx, { data }) => {
      for (const { number, items } of data.content.headings) {
        for (const { itemId, letter, topicId } of items.filter(hasTopic)) {
          const line = { agendaId: data.agendaId, version: data.version, itemId, number, letter };
          tx.run('UPDATE contribution SET agenda_line = ? WHERE contribution_id = ?', JSON.stringify(line), topicId);
        }
      }
    },
  },
};
