import type { Projection } from '../projection.port.ts';
import { alike, inBoth, putEdge, putNode, quote, raise } from './chain-rows.ts';

/** What the body concluded, and what followed from it. */
export const outcomeHandlers: Projection['handlers'] = {
  WorkingDocumentConfirmed: (tx, event) => {
    const { documentId, symbol } = event.data;
    putNode(tx, event, { id: `document-${documentId}`, label: alike(symbol) });
    const places = tx.all<{ id: string }>(
      "SELECT id FROM chain_node WHERE kind = 'paragraph' AND id LIKE ? || '.%'",
      `paragraph-${symbol}`,
    );
    for (const { id } of places) putEdge(tx, id, 'stands_in', `document-${documentId}`);
  },
  WorkingDocumentSuperseded: (tx, { data }) => {
    putEdge(tx, `document-${data.supersededBy}`, 'supersedes', `document-${data.documentId}`);
  },
  AgendaOutcomeRecorded: (tx, event) => {
    const { itemId, statement } = event.data;
    putNode(tx, event, { id: `outcome-${itemId}`, label: inBoth(statement) });
    putEdge(tx, `outcome-${itemId}`, 'concludes', `agendaItem-${itemId}`);
  },
  PriorDecisionRecorded: (tx, event) => {
    const id = `decision-${event.data.decisionId}`;
    putNode(tx, event, { id, label: alike(event.data.quote) });
    quote(tx, event, id, event.data.source);
  },
  DecisionDrafted: (tx, event) => {
    const { decisionId, title, about, sessionId } = event.data;
    putNode(tx, event, { id: `decision-${decisionId}`, label: title });
    putEdge(tx, `decision-${decisionId}`, 'taken_at', `session-${sessionId}`);
    for (const target of about) putEdge(tx, `decision-${decisionId}`, 'about', target);
  },
  DecisionCirculated: (tx, { data }) => {
    raise(tx, `decision-${data.decisionId}`, 'members');
  },
  DecisionAdopted: (tx, { data }) => {
    raise(tx, `decision-${data.decisionId}`, 'public');
  },
  DecisionAdoptedBySilence: (tx, { data }) => {
    raise(tx, `decision-${data.decisionId}`, 'public');
  },
  DecisionTransmitted: (tx, { data }) => {
    putEdge(tx, `document-${data.document.documentId}`, 'transmits', `decision-${data.decisionId}`);
  },
  DecisionImplemented: (tx, { data }) => {
    putEdge(tx, `document-${data.evidence.documentId}`, 'evidence_for', `decision-${data.decisionId}`);
  },
  DecisionSuperseded: (tx, { data }) => {
    putEdge(tx, `decision-${data.supersededBy}`, 'supersedes', `decision-${data.decisionId}`);
  },
  ActionOpened: (tx, event) => {
    const { actionId, title, about, dueSessionId } = event.data;
    putNode(tx, event, { id: `action-${actionId}`, label: title });
    putEdge(tx, `action-${actionId}`, 'due_at', `session-${dueSessionId}`);
    for (const target of about) putEdge(tx, `action-${actionId}`, 'about', target);
  },
  ActionEvidenceFiled: (tx, { data }) => {
    putEdge(tx, `document-${data.evidence.documentId}`, 'evidence_for', `action-${data.actionId}`);
  },
  GuidanceReported: (tx, { data }) => {
    putEdge(tx, `document-${data.evidence.documentId}`, 'reports_on', `guidance-${data.guidanceId}`);
  },
  GuidanceSuperseded: (tx, { data }) => {
    putEdge(tx, `guidance-${data.supersededBy}`, 'supersedes', `guidance-${data.guidanceId}`);
  },
};
