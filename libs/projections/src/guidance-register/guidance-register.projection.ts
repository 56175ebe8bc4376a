import type { GuidanceStatus, MemberCode } from '../../../domain/src/index.ts';
import type { Envelope, Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

type Column = 'consolidation' | 'report' | 'conclusion' | 'ending' | 'enquiry' | 'policy' | 'scope';

/** Keeps what an event says in a column of its request, and the stage that it leads to, if any. */
const keep = (
  tx: ReadModelTransaction,
  { revision, data }: Envelope & { readonly data: { readonly guidanceId: string } },
  column: Column,
  status: GuidanceStatus | null = null,
): void => {
  tx.run(
    `UPDATE guidance SET ${column} = ?, status = coalesce(?, status), revision = ? WHERE guidance_id = ?`,
    JSON.stringify(data),
    status,
    revision,
    data.guidanceId,
  );
};

const touch = (tx: ReadModelTransaction, guidanceId: string, { revision }: Envelope): void => {
  tx.run('UPDATE guidance SET revision = ?, enquiry = NULL WHERE guidance_id = ?', revision, guidanceId);
};

const addressTo = (tx: ReadModelTransaction, guidanceId: string, members: readonly MemberCode[]): void => {
  tx.run('UPDATE guidance_member SET addressed = 0 WHERE guidance_id = ?', guidanceId);
  for (const member of members) {
    tx.run(
      `INSERT INTO guidance_member (guidance_id, member, addressed) VALUES (?, ?, 1)
       ON CONFLICT (guidance_id, member) DO UPDATE SET addressed = 1`,
      guidanceId,
      member,
    );
  }
};

/** What the body asked for, request by request, and who has answered. */
export const guidanceRegisterProjection: Projection = {
  name: 'guidance-register',
  version: 2,
  tables: ['guidance', 'guidance_member', 'guidance_response'],
  ddl: `
    CREATE TABLE guidance (
      guidance_id TEXT PRIMARY KEY, status TEXT NOT NULL, session_id TEXT NOT NULL, opened_at TEXT, call_id TEXT, revision INTEGER NOT NULL, data TEXT NOT NULL,
      scope TEXT, policy TEXT, consolidation TEXT, report TEXT, conclusion TEXT, partial_closures TEXT NOT NULL, ending TEXT, enquiry TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE guidance_member (
      guidance_id TEXT, member TEXT, addressed INTEGER NOT NULL, nil_at TEXT, confirmed_at TEXT, PRIMARY KEY (guidance_id, member)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE guidance_response (
      guidance_id TEXT, contribution_id TEXT, member TEXT NOT NULL, reference TEXT NOT NULL, linked_at TEXT NOT NULL, PRIMARY KEY (guidance_id, contribution_id)
    ) STRICT, WITHOUT ROWID;`,
  handlers: {
    GuidanceRequestIssued: (tx, { data, revision }) => {
      tx.run(
        `INSERT INTO guidance (guidance_id, status, session_id, revision, data, partial_closures) VALUES (?, 'issued', ?, ?, ?, '[]')`,
        data.guidanceId,
        data.sessionId,
        revision,
        JSON.stringify(data),
      );
    },
    GuidanceRequestAddressed: (tx, event) => {
      addressTo(tx, event.data.guidanceId, event.data.members);
      keep(tx, event, 'scope');
    },
    GuidanceClosurePolicySet: (tx, event) => {
      keep(tx, event, 'policy');
    },
    GuidanceRequestOpened: (tx, { data, revision }) => {
      const { openedAt, callId, guidanceId } = data;
      tx.run(
        "UPDATE guidance SET status = 'open', opened_at = ?, call_id = ?, revision = ? WHERE guidance_id = ?",
        openedAt,
        callId,
        revision,
        guidanceId,
      );
    },
    GuidanceResponseLinked: (tx, event) => {
      const { guidanceId, contributionId, member, reference, linkedAt } = event.data;
      tx.run('INSERT INTO guidance_response VALUES (?, ?, ?, ?, ?)', guidanceId, contributionId, member, reference, linkedAt);
      touch(tx, guidanceId, event);
    },
    GuidanceNilReturnRecorded: (tx, event) => {
      const { guidanceId, member, recordedAt } = event.data;
      tx.run('UPDATE guidance_member SET nil_at = ? WHERE guidance_id = ? AND member = ?', recordedAt, guidanceId, member);
      touch(tx, guidanceId, event);
    },
    GuidanceConsolidationDrafted: (tx, event) => {
      keep(tx, event, 'consolidation');
      tx.run("UPDATE guidance SET status = 'consolidating' WHERE guidance_id = ? AND status = 'open'", event.data.guidanceId);
      touch(tx, event.data.guidanceId, event);
    },
    GuidanceReported: (tx, event) => {
      keep(tx, event, 'report');
      touch(tx, event.data.guidanceId, event);
    },
    GuidanceConcluded: (tx, event) => {
      keep(tx, event, 'conclusion');
      touch(tx, event.data.guidanceId, event);
    },
    GuidancePartiallyClosed: (tx, event) => {
      tx.run(
        "UPDATE guidance SET status = 'partially_closed', partial_closures = json_insert(partial_closures, '$[#]', json(?)) WHERE guidance_id = ?",
        JSON.stringify(event.data),
        event.data.guidanceId,
      );
      touch(tx, event.data.guidanceId, event);
    },
    GuidanceRequestClosed: (tx, event) => {
      keep(tx, event, 'ending', 'closed');
    },
    GuidanceClosureConfirmed: (tx, event) => {
      const { guidanceId, member, confirmedAt } = event.data;
      tx.run('UPDATE guidance_member SET confirmed_at = ? WHERE guidance_id = ? AND member = ?', confirmedAt, guidanceId, member);
      touch(tx, guidanceId, event);
    },
    GuidanceCarriedOver: (tx, event) => {
      keep(tx, event, 'ending', 'carried_over');
    },
    GuidanceLapsed: (tx, event) => {
      keep(tx, event, 'ending', 'lapsed');
    },
    GuidanceSuperseded: (tx, event) => {
      keep(tx, event, 'ending', 'superseded');
    },
    GuidanceReopened: (tx, { data, revision }) => {
      tx.run(
        "UPDATE guidance SET status = 'open', ending = NULL, report = NULL, conclusion = NULL, enquiry = NULL, revision = ? WHERE guidance_id = ?",
        revision,
        data.guidanceId,
      );
      tx.run('UPDATE guidance_member SET confirmed_at = NULL WHERE guidance_id = ?', data.guidanceId);
    },
    GuidanceStatusEnquiryOpened: (tx, event) => {
      keep(tx, event, 'enquiry');
    },
    GuidanceStatusEnquiryAnswered: (tx, { data, revision }) => {
      tx.run('UPDATE guidance SET revision = ? WHERE guidance_id = ?', revision, data.guidanceId);
    },
  },
};
