import type { Envelope, Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';
import type { FeedKind, FeedName } from '../views.ts';

type Tx = ReadModelTransaction;

const tell = (tx: Tx, { ledgerIndex, stream, occurredAt, audience }: Envelope, feed: FeedName, kind: FeedKind, detail: string | null) => {
  tx.run('INSERT INTO feed_entry VALUES (?, ?, ?, ?, ?, ?, ?)', ledgerIndex, feed, kind, stream, audience, occurredAt, detail);
};

const told =
  (feed: FeedName, kind: FeedKind) =>
  (tx: Tx, event: Envelope): void => {
    tell(tx, event, feed, kind, null);
  };

const publications: Projection['handlers'] = {
  WorkingDocumentConfirmed: (tx, event) => {
    tell(tx, event, 'publications', 'document', event.data.symbol);
  },
  WorkingDocumentCorrected: (tx, event) => {
    tell(tx, event, 'publications', 'corrigendum', event.data.symbol);
  },
  AgendaVersionPublished: (tx, event) => {
    tell(tx, event, 'publications', 'agenda_version', String(event.data.version));
  },
  AgendaAdopted: (tx, event) => {
    tell(tx, event, 'publications', 'agenda_adopted', String(event.data.version));
  },
  AgendaCirculated: (tx, event) => {
    tell(tx, event, 'publications', 'agenda_circulated', String(event.data.version));
  },
  CallOpened: told('publications', 'call_opened'),
  CallExtended: told('publications', 'call_extended'),
  GuidanceRequestOpened: told('publications', 'request_opened'),
  GuidanceReported: told('publications', 'request_reported'),
  PracticePublished: told('publications', 'practice'),
  SessionReportAdopted: (tx, event) => {
    tell(tx, event, 'publications', 'session_report', event.data.symbol);
  },
  ConferenceReported: (tx, event) => {
    tell(tx, event, 'publications', 'conference_report', event.data.symbol);
  },
};

const decisions: Projection['handlers'] = {
  PriorDecisionRecorded: told('decisions', 'prior_decision'),
  DecisionCirculated: told('decisions', 'decision_circulated'),
  DecisionAdopted: told('decisions', 'decision_adopted'),
  DecisionAdoptedBySilence: told('decisions', 'decision_adopted'),
  DecisionTransmitted: told('decisions', 'decision_transmitted'),
  DecisionImplemented: told('decisions', 'decision_implemented'),
  DecisionSuperseded: told('decisions', 'decision_superseded'),
  GuidanceConcluded: told('decisions', 'request_concluded'),
  GuidanceRequestClosed: told('decisions', 'request_closed'),
  GuidanceCarriedOver: told('decisions', 'request_carried_over'),
  AgendaOutcomeRecorded: (tx, event) => {
    tell(tx, event, 'decisions', 'outcome', event.data.itemId);
  },
  TopicDecisionReleased: told('decisions', 'contribution_decided'),
  PracticeDecisionReleased: told('decisions', 'contribution_decided'),
};

/** What was published and what was decided, one row per event. */
export const feedProjection: Projection = {
  name: 'feed',
  version: 1,
  tables: ['feed_entry'],
  ddl: `
    CREATE TABLE feed_entry (
      n INTEGER PRIMARY KEY, feed TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, audience TEXT NOT NULL, at TEXT NOT NULL, detail TEXT
    ) STRICT;
    CREATE INDEX feed_entry_of ON feed_entry (feed, n);`,
  handlers: { ...publications, ...decisions },
};
