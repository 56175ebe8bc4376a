import type { ContributionRelease } from '../../../domain/src/index.ts';
import { noStage, type Definition } from '../../../workflow/src/index.ts';
import type { Envelope, Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';
import { stageNow, type StageNow } from './procedure-stage.ts';

type Tx = ReadModelTransaction;
type AnyEvent = { readonly type: string; readonly data: object } & Envelope;

/** Until somebody has decided, a contribution waits for the Secretariat, or the Secretariat for its Member. */
const waitingMilestones = ['submitted', 'acknowledged', 'recommended'];

interface ItemRow {
  readonly policy: string;
  readonly stage: string;
  readonly waiting: number;
  readonly running: number;
  readonly place: number;
  readonly pauses: string;
  readonly overdue: string;
}

/** A time in which nothing is counted. */
interface Pause {
  readonly from: string;
  readonly to: string | null;
  readonly stage: string;
  /** Type of the event by which the clock stopped. */
  readonly cause: string;
}

type Overdue = Readonly<Record<string, { readonly dueAt: string; readonly passedAt: string }>>;

const columns = ['policy', 'stage', 'waiting', 'running', 'place', 'pauses', 'overdue'] as const;

const notThere: ItemRow = { policy: '', stage: noStage, waiting: 0, running: 0, place: 0, pauses: '[]', overdue: '{}' };

/** Milliseconds for which the clock has run. */
const ranFor = ({ running, place }: ItemRow, at: number): number => (running === 1 ? at - place : -place);

/** A pause ends when the clock runs on, or when it goes on standing still for another reason. */
const pausesAfter = (before: ItemRow, isRunning: boolean, stage: string, { type, occurredAt }: AnyEvent): string => {
  if (isRunning ? before.running === 1 : before.running === 0 && before.stage === stage) return before.pauses;
  const pauses = JSON.parse(before.pauses) as readonly Pause[];
  const ended = pauses.map((pause) => (pause.to === null ? { ...pause, to: occurredAt } : pause));
  return JSON.stringify(isRunning ? ended : [...ended, { from: occurredAt, to: null, stage, cause: type }]);
};

/** What passed stays overdue until it is done or begins anew. */
const overdueAfter = ({ overdue }: ItemRow, { deadlines }: Definition, { type, data }: AnyEvent): string => {
  if (overdue === '{}' && type !== 'DeadlinePassed') return overdue;
  const isStill = (name: string): boolean =>
    deadlines.some((rule) => rule.name === name && !rule.stopsOn.includes(type) && !rule.startsOn.includes(type));
  const still = Object.entries(JSON.parse(overdue) as Overdue).filter(([name]) => isStill(name));
  const kept = Object.fromEntries(still);
  if (type !== 'DeadlinePassed') return JSON.stringify(kept);
  const { deadline, dueAt, passedAt } = data as { readonly deadline: string; readonly dueAt: string; readonly passedAt: string };
  return JSON.stringify({ ...kept, [deadline]: { dueAt, passedAt } });
};

const store = (tx: Tx, id: string, before: ItemRow, now: StageNow, event: AnyEvent): void => {
  const isWaiting = waitingMilestones.includes(now.milestone);
  const isRunning = isWaiting && now.clock === 'running';
  const at = Date.parse(event.occurredAt);
  const ran = before.stage === noStage ? 0 : ranFor(before, at);
  const after: ItemRow = {
    policy: now.policy,
    stage: now.stage,
    waiting: isWaiting ? 1 : 0,
    running: isRunning ? 1 : 0,
    place: isRunning ? at - ran : -ran,
    pauses: pausesAfter(before, isRunning, now.stage, event),
    overdue: overdueAfter(before, now.definition, event),
  };
  const { policy, stage, waiting, running, place, pauses, overdue } = after;
  // Most events leave it as it is: a row that is written anew is also kept for looking back.
  if (columns.every((column) => before[column] === after[column])) return;
  tx.run(
    'UPDATE triage_item SET policy = ?, stage = ?, waiting = ?, running = ?, place = ?, pauses = ?, overdue = ? WHERE contribution_id = ?',
    policy,
    stage,
    waiting,
    running,
    place,
    pauses,
    overdue,
    id,
  );
};

/** Follows every event of a topic or practice: where it stands, and whether its clock runs. */
const follow = (tx: Tx, event: AnyEvent): void => {
  const dash = event.stream.indexOf('-');
  const [category, id] = [event.stream.slice(0, dash), event.stream.slice(dash + 1)];
  if (category !== 'topic' && category !== 'practice') return;
  const found = tx.get<ItemRow>('SELECT * FROM triage_item WHERE contribution_id = ?', id);
  if (found === undefined)
    tx.run(
      `INSERT INTO triage_item VALUES (?, ?, '', '', '', 0, 'portal', ?, ?, ?, 0, 0, 0, '[]', '{}')`,
      id,
      category,
      event.occurredAt,
      event.policy,
      noStage,
    );
  const before = found ?? { ...notThere, policy: event.policy };
  const now = stageNow(tx, category, before, event);
  if (now !== null) store(tx, id, before, now, event);
};

const receive = (tx: Tx, { contributionId, member, content, late }: ContributionRelease): void => {
  tx.run(
    'UPDATE triage_item SET member = ?, theme = ?, language = ?, late = ? WHERE contribution_id = ?',
    member,
    content.primaryTheme,
    content.language,
    late === true ? 1 : 0,
    contributionId,
  );
};

const classify = (tx: Tx, id: string, theme: string): void => {
  tx.run('UPDATE triage_item SET theme = ? WHERE contribution_id = ?', theme, id);
};

const speak = (tx: Tx, id: string, language: string): void => {
  tx.run('UPDATE triage_item SET language = ? WHERE contribution_id = ?', language, id);
};

const came = (tx: Tx, id: string, channel: string): void => {
  tx.run('UPDATE triage_item SET channel = ? WHERE contribution_id = ?', channel, id);
};

/**
 * What waits to be judged and for how long (rows B2, B14). A row holds no age: it holds from when it counts while the clock runs
 * (`place`, milliseconds since 1970), or how long it had run when it stopped (`place`, negative); oldest first is then the order of
 * `place` in both.
 */
export const triageQueueProjection: Projection = {
  name: 'triage-queue',
  version: 2,
  tables: ['triage_item', 'triage_procedure'],
  ddl: `
    CREATE TABLE triage_item (
      contribution_id TEXT PRIMARY KEY, kind TEXT NOT NULL, member TEXT NOT NULL, theme TEXT NOT NULL, language TEXT NOT NULL, late INTEGER NOT NULL, channel TEXT NOT NULL, recorded_at TEXT NOT NULL, policy TEXT NOT NULL,
      stage TEXT NOT NULL, waiting INTEGER NOT NULL, running INTEGER NOT NULL, place INTEGER NOT NULL, pauses TEXT NOT NULL, overdue TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX triage_by_age ON triage_item (waiting, running, place, contribution_id);
    CREATE INDEX triage_of_member ON triage_item (member, waiting, running, place, contribution_id);
    CREATE INDEX triage_overdue ON triage_item (waiting, running, place, contribution_id) WHERE overdue <> '{}';
    CREATE TABLE triage_procedure (policy TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  every: follow,
  handlers: {
    WorkflowPublished: (tx, { data }) => {
      tx.run('INSERT OR IGNORE INTO triage_procedure VALUES (?, ?)', data.policy, JSON.stringify(data.definition));
    },
    TopicSubmitted: (tx, { data }) => {
      receive(tx, data);
    },
    PracticeSubmitted: (tx, { data }) => {
      receive(tx, data);
    },
    TopicClassified: (tx, { data }) => {
      classify(tx, data.topicId, data.primaryTheme);
    },
    PracticeClassified: (tx, { data }) => {
      classify(tx, data.practiceId, data.primaryTheme);
    },
    TopicAmended: (tx, { data }) => {
      speak(tx, data.topicId, data.content.language);
    },
    PracticeAmended: (tx, { data }) => {
      speak(tx, data.practiceId, data.content.language);
    },
    TopicEntryCorrected: (tx, { data }) => {
      speak(tx, data.topicId, data.content.language);
    },
    PracticeEntryCorrected: (tx, { data }) => {
      speak(tx, data.practiceId, data.content.language);
    },
    TopicEnteredForMember: (tx, { data }) => {
      came(tx, data.topicId, data.channel);
    },
    PracticeEnteredForMember: (tx, { data }) => {
      came(tx, data.practiceId, data.channel);
    },
  },
};
