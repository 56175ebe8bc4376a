import type { AgendaItem, ContributionRelease } from '../../../domain/src/index.ts';
import type { Envelope, Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';
import { addReader, alike, putEdge, putNode, quote, raise } from './chain-rows.ts';
import { outcomeHandlers } from './outcome-handlers.ts';

const receive = (tx: ReadModelTransaction, kind: 'topic' | 'practice', release: ContributionRelease, event: Envelope): void => {
  const { contributionId, content, member, reference, guidanceId, callId } = release;
  const id = `${kind}-${contributionId}`;
  putNode(tx, event, { id, label: alike(`${reference}: ${content.title}`), member });
  putEdge(tx, id, 'answers', `guidance-${guidanceId}`);
  putEdge(tx, id, 'sent_under', `call-${callId}`);
};

const place = (tx: ReadModelTransaction, agendaId: string, item: AgendaItem, event: Envelope): void => {
  const id = `agendaItem-${item.itemId}`;
  putNode(tx, event, { id, label: item.title });
  putEdge(tx, id, 'placed_on', `agenda-${agendaId}`);
  if ('topicId' in item) putEdge(tx, id, 'places', `topic-${item.topicId}`);
  if (item.carriedFrom !== undefined) putEdge(tx, id, 'carries_on', `agendaItem-${item.carriedFrom.itemId}`);
};

/** What follows from what, from the paragraph that asked to the action that was taken. */
export const chainProjection: Projection = {
  name: 'chain',
  version: 1,
  tables: ['chain_node', 'chain_edge', 'chain_reader'],
  ddl: `
    CREATE TABLE chain_node (id TEXT PRIMARY KEY, kind TEXT NOT NULL, label_en TEXT NOT NULL, label_fr TEXT NOT NULL, at TEXT NOT NULL, audience INTEGER NOT NULL, member TEXT) STRICT, WITHOUT ROWID;
    CREATE INDEX chain_node_by_label ON chain_node (kind, label_en);
    CREATE TABLE chain_edge (source TEXT, relation TEXT, target TEXT, PRIMARY KEY (source, relation, target)) STRICT, WITHOUT ROWID;
    CREATE INDEX chain_edge_by_target ON chain_edge (target);
    CREATE TABLE chain_reader (id TEXT, member TEXT, PRIMARY KEY (id, member)) STRICT, WITHOUT ROWID;`,
  handlers: {
    ...outcomeHandlers,
    SessionPlanned: (tx, event) => {
      putNode(tx, event, { id: `session-${event.data.sessionId}`, label: event.data.label });
    },
    ConferenceAnnounced: (tx, event) => {
      const id = `conference-${event.data.conferenceId}`;
      putNode(tx, event, { id, label: event.data.name });
      quote(tx, event, id, event.data.announcedIn);
    },
    GuidanceRequestIssued: (tx, event) => {
      const { guidanceId, source, sessionId, text, ref, carriedFrom } = event.data;
      const id = `guidance-${guidanceId}`;
      putNode(tx, event, { id, label: alike(`${ref}: ${text}`) });
      quote(tx, event, id, source);
      putEdge(tx, id, 'asked_at', `session-${sessionId}`);
      if (carriedFrom !== undefined) putEdge(tx, id, 'carries_on', `guidance-${carriedFrom}`);
    },
    CallScheduled: (tx, event) => {
      const { callId, title, guidanceIds, conferenceId } = event.data;
      putNode(tx, event, { id: `call-${callId}`, label: title });
      putEdge(tx, `call-${callId}`, 'prepares', `conference-${conferenceId}`);
      for (const guidanceId of guidanceIds) putEdge(tx, `call-${callId}`, 'asks_for', `guidance-${guidanceId}`);
    },
    TopicSubmitted: (tx, event) => {
      receive(tx, 'topic', event.data, event);
    },
    PracticeSubmitted: (tx, event) => {
      receive(tx, 'practice', event.data, event);
    },
    PracticePublished: (tx, { data }) => {
      raise(tx, `practice-${data.practiceId}`, 'public');
    },
    TopicSponsorJoined: (tx, { data }) => {
      addReader(tx, `topic-${data.topicId}`, data.member);
    },
    TopicMergedInto: (tx, { data }) => {
      putEdge(tx, `topic-${data.targetId}`, 'absorbs', `topic-${data.topicId}`);
    },
    TopicUnmerged: (tx, { data }) => {
      tx.run(
        "DELETE FROM chain_edge WHERE source = ? AND relation = 'absorbs' AND target = ?",
        `topic-${data.targetId}`,
        `topic-${data.topicId}`,
      );
    },
    TopicSplit: (tx, { data }) => {
      for (const { topicId } of data.parts) putEdge(tx, `topic-${topicId}`, 'part_of', `topic-${data.topicId}`);
    },
    AgendaOpened: (tx, event) => {
      putNode(tx, event, { id: `agenda-${event.data.agendaId}`, label: event.data.title });
    },
    AgendaItemAdded: (tx, event) => {
      place(tx, event.data.agendaId, event.data, event);
    },
    AgendaProceduralItemAdded: (tx, event) => {
      place(tx, event.data.agendaId, event.data, event);
    },
    AgendaVersionPublished: (tx, { data }) => {
      raise(tx, `agenda-${data.agendaId}`, 'public');
      for (const item of data.content.headings.flatMap(({ items }) => items)) {
        raise(tx, `agendaItem-${item.itemId}`, 'public');
        if ('topicId' in item) raise(tx, `topic-${item.topicId}`, 'public');
      }
    },
  },
};
