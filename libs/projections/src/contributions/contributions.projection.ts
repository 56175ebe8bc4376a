import { hasTopic, type CodedReason, type ContributionRelease, type ThemeAssignment } from '../../../domain/src/index.ts';
import type { Envelope, Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

const submit = (tx: ReadModelTransaction, kind: 'practice' | 'topic', release: ContributionRelease, { revision }: Envelope): void => {
  const { contributionId, reference, member, guidanceId, callId, submittedAt, content } = release;
  tx.run(
    `INSERT INTO contribution (contribution_id, kind, reference, member, guidance_id, call_id, submitted_at, primary_theme, secondary_themes, stage, revision, release)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'submitted', ?, ?)`,
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
    JSON.stringify(release),
  );
};

const acknowledge = (tx: ReadModelTransaction, id: string, acknowledgedAt: string, { revision }: Envelope): void => {
  tx.run(
    "UPDATE contribution SET stage = 'acknowledged', acknowledged_at = ?, revision = ? WHERE contribution_id = ?",
    acknowledgedAt,
    revision,
    id,
  );
};

const classify = (
  tx: ReadModelTransaction,
  id: string,
  { primaryTheme, secondaryThemes }: ThemeAssignment,
  { revision }: Envelope,
): void => {
  tx.run(
    "UPDATE contribution SET stage = 'classified', primary_theme = ?, secondary_themes = ?, revision = ? WHERE contribution_id = ?",
    primaryTheme,
    JSON.stringify(secondaryThemes),
    revision,
    id,
  );
};

const decided = (
  tx: ReadModelTransaction,
  id: string,
  outcome: 'accepted' | 'declined',
  { reason, decidedBy, decidedAt }: { readonly reason: CodedReason; readonly decidedBy: string; readonly decidedAt: string },
  { revision }: Envelope,
): void => {
  const decision = { outcome, reasonCode: reason.code, reasonText: reason.text, decidedBy, decidedAt };
  tx.run(
    'UPDATE contribution SET stage = ?, decision = ?, revision = ? WHERE contribution_id = ?',
    outcome,
    JSON.stringify(decision),
    revision,
    id,
  );
};

/** What Members sent, topics and practices alike, and how far each has come. */
export const contributionsProjection: Projection = {
  name: 'contributions',
  version: 1,
  tables: ['contribution'],
  ddl: `
    CREATE TABLE contribution (
      contribution_id TEXT PRIMARY KEY, kind TEXT NOT NULL, reference TEXT NOT NULL, member TEXT NOT NULL, guidance_id TEXT NOT NULL, call_id TEXT NOT NULL,
      submitted_at TEXT NOT NULL, primary_theme TEXT NOT NULL, secondary_themes TEXT NOT NULL, stage TEXT NOT NULL, acknowledged_at TEXT,
      recommendation TEXT, decision TEXT, agenda_line TEXT, revision INTEGER NOT NULL, release TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX contribution_by_time ON contribution (submitted_at, contribution_id);
    CREATE INDEX contribution_by_guidance ON contribution (guidance_id, member);`,
  handlers: {
    TopicSubmitted: (tx, event) => {
      submit(tx, 'topic', event.data, event);
    },
    PracticeSubmitted: (tx, event) => {
      submit(tx, 'practice', event.data, event);
    },
    TopicAcknowledged: (tx, event) => {
      acknowledge(tx, event.data.topicId, event.data.acknowledgedAt, event);
    },
    PracticeAcknowledged: (tx, event) => {
      acknowledge(tx, event.data.practiceId, event.data.acknowledgedAt, event);
    },
    TopicClassified: (tx, event) => {
      classify(tx, event.data.topicId, event.data, event);
    },
    PracticeClassified: (tx, event) => {
      classify(tx, event.data.practiceId, event.data, event);
    },
    TopicRecommended: (tx, { data, revision }) => {
      const { recommendation, reason, recommendedBy } = data;
      const value = JSON.stringify({ recommendation, reasonCode: reason.code, recommendedBy });
      tx.run(
        "UPDATE contribution SET stage = 'recommended', recommendation = ?, revision = ? WHERE contribution_id = ?",
        value,
        revision,
        data.topicId,
      );
    },
    TopicAccepted: (tx, event) => {
      decided(tx, event.data.topicId, 'accepted', event.data, event);
    },
    TopicDeclined: (tx, event) => {
      decided(tx, event.data.topicId, 'declined', event.data, event);
    },
    PracticeAccepted: (tx, event) => {
      decided(tx, event.data.practiceId, 'accepted', event.data, event);
    },
    PracticeDeclined: (tx, event) => {
      decided(tx, event.data.practiceId, 'declined', event.data, event);
    },
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
