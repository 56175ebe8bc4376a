import type { AgendaCirculationEvent, Bilingual, DecisionEvent, GuidanceRequest, Instant } from '../../../domain/src/index.ts';
import { calls } from '../calls/calls.query.ts';
import { drafts } from '../drafts/drafts.query.ts';
import { hasAnswered } from '../guidance-register/guidance-register.query.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { HomeAsk } from '../views.ts';

const alike = (text: string): Bilingual => ({ en: text, fr: text });

interface AskRow {
  readonly ask_id: string;
  readonly kind: 'clarification' | 'merge_consent' | 'entry_confirmation';
  readonly contribution_id: string;
  readonly topic_or_practice: 'topic' | 'practice';
  readonly asked_at: string;
  readonly due_at: string | null;
  readonly words: string | null;
  readonly reference: string;
  readonly title: string;
}

const answerOf = ({ kind, topic_or_practice }: AskRow): string => {
  const noun = topic_or_practice === 'topic' ? 'Topic' : 'Practice';
  switch (kind) {
    case 'clarification':
      return `Answer${noun}Clarification`;
    case 'merge_consent':
      return 'ConsentToTopicMerge';
    case 'entry_confirmation':
      return `Confirm${noun}Entry`;
  }
};

/** What the Member's contributions wait for; of a merge also what is asked about a topic of others. */
export const aboutContributions = (db: ReadDatabase, member: string): readonly HomeAsk[] =>
  db
    .all<AskRow>(
      `SELECT a.ask_id, a.kind, a.contribution_id, a.asked_at, coalesce(a.due_at, t.overdue ->> ('$.' || a.kind || '.dueAt')) AS due_at, a.words,
              c.kind AS topic_or_practice, c.reference, c.content ->> '$.title' AS title
       FROM member_ask a JOIN contribution c ON c.contribution_id = a.contribution_id
       LEFT JOIN triage_item t ON t.contribution_id = a.contribution_id
       WHERE a.member = ? OR (a.member IS NULL AND a.kind = 'entry_confirmation' AND c.member = ?)
          OR (a.member IS NULL AND a.kind = 'clarification' AND EXISTS
            (SELECT 1 FROM contribution_sponsor s WHERE s.contribution_id = c.contribution_id AND s.member = ? AND s.until IS NULL))
       ORDER BY a.asked_at, a.ask_id`,
      member,
      member,
      member,
    )
    .map((row) => ({
      kind: row.kind,
      command: answerOf(row),
      object: row.topic_or_practice,
      id: row.contribution_id,
      about: alike(row.title),
      reference: row.reference,
      askedAt: row.asked_at as Instant,
      dueAt: row.due_at as Instant | null,
      words: row.words === null ? null : (JSON.parse(row.words) as NonNullable<HomeAsk['words']>),
      details: row.kind === 'merge_consent' ? { mergeId: row.ask_id.slice(0, row.ask_id.lastIndexOf(':')) } : {},
    }));

type Circulated = Extract<AgendaCirculationEvent, { type: 'AgendaCirculated' }>['data'];
type Supplement = Pick<Circulated, 'addressees' | 'circulatedAt'>;

interface CirculationRow {
  readonly agenda_id: string;
  readonly circulation_id: string;
  readonly data: string;
  readonly supplements: string;
  readonly extensions: string;
  readonly title: string | null;
}

/** Draft agendas that were circulated to the Member and on which it can still comment. */
export const aboutAgendas = (db: ReadDatabase, member: string, now: Instant): readonly HomeAsk[] =>
  db
    .all<CirculationRow>(
      "SELECT k.*, a.data ->> '$.title' AS title FROM agenda_circulation k LEFT JOIN agenda a ON a.agenda_id = k.agenda_id ORDER BY k.agenda_id, k.place",
    )
    .flatMap((row): readonly HomeAsk[] => {
      const first = JSON.parse(row.data) as Circulated;
      const sent = [first, ...(JSON.parse(row.supplements) as readonly Supplement[])].find(({ addressees }) =>
        addressees.some((addressee) => addressee === member),
      );
      const until =
        (JSON.parse(row.extensions) as readonly Pick<Circulated, 'commentsUntil'>[]).at(-1)?.commentsUntil ?? first.commentsUntil;
      if (sent === undefined || until === null || until.instant < now) return [];
      return [
        {
          kind: 'agenda_comment',
          command: 'CommentOnAgenda',
          object: 'agenda',
          id: row.agenda_id,
          about: row.title === null ? alike(row.agenda_id) : (JSON.parse(row.title) as Bilingual),
          reference: null,
          askedAt: sent.circulatedAt,
          dueAt: until.instant,
          words: null,
          details: { circulationId: row.circulation_id, version: String(first.version) },
        },
      ];
    });

type DecisionData<T extends DecisionEvent['type']> = Extract<DecisionEvent, { type: T }>['data'];

/** Decisions that come about by the Member's silence. */
export const aboutDecisions = (db: ReadDatabase, member: string): readonly HomeAsk[] =>
  db
    .all<{ decision_id: string; circulation: string; silence: string; words: string }>(
      `SELECT decision_id, circulation, silence, words FROM decision WHERE status = 'silence_running'
         AND EXISTS (SELECT 1 FROM json_each(circulation, '$.addressees') k WHERE k.value = ?) ORDER BY decision_id`,
      member,
    )
    .map(({ decision_id, circulation, silence, words }) => {
      const { title, text } = JSON.parse(words) as DecisionData<'DecisionDrafted'>;
      return {
        kind: 'silence',
        command: 'ObjectToDecision',
        object: 'decision',
        id: decision_id,
        about: title,
        reference: null,
        askedAt: (JSON.parse(circulation) as DecisionData<'DecisionCirculated'>).circulatedAt,
        dueAt: (JSON.parse(silence) as DecisionData<'DecisionSilenceStarted'>).deadline.instant,
        words: text,
        details: {},
      };
    });

/** Requests that the Member has neither answered nor said that it has nothing to say to. */
export const aboutGuidance = (db: ReadDatabase, member: string): readonly HomeAsk[] => {
  const open = calls(db);
  return db
    .all<{ guidance_id: string; data: string; opened_at: string; call_id: string | null }>(
      `SELECT g.guidance_id, g.data, g.opened_at, g.call_id FROM guidance g JOIN guidance_member gm ON gm.guidance_id = g.guidance_id
       WHERE gm.member = ? AND gm.addressed = 1 AND gm.nil_at IS NULL AND NOT ${hasAnswered} AND g.status = 'open' AND g.opened_at IS NOT NULL
       ORDER BY g.guidance_id`,
      member,
    )
    .map(({ guidance_id, data, opened_at, call_id }) => {
      const { ref, text, expects } = JSON.parse(data) as GuidanceRequest;
      return {
        kind: 'guidance_answer',
        command: expects === 'topic' ? 'SubmitTopic' : 'SubmitPractice',
        object: 'guidance',
        id: guidance_id,
        about: alike(text),
        reference: ref,
        askedAt: opened_at as Instant,
        dueAt: open.find(({ callId }) => callId === call_id)?.closesForNew.instant ?? null,
        words: null,
        details: call_id === null ? {} : { callId: call_id },
      };
    });
};

/** Drafts of the Member that wait to be released: the newest fifty, for nobody works through more at once. */
export const aboutDrafts = (db: ReadDatabase, member: string): readonly HomeAsk[] => {
  const open = calls(db);
  const page = drafts(db, { viewer: { kind: 'member', member } });
  return ('items' in page ? page.items : []).map(({ draftId, kind, content, savedAt, callId }) => ({
    kind: 'draft_release',
    command: kind === 'topic' ? 'SubmitTopic' : 'SubmitPractice',
    object: 'draft',
    id: draftId,
    about: alike(content.title),
    reference: null,
    askedAt: savedAt,
    dueAt: open.find((call) => call.callId === callId)?.closesForNew.instant ?? null,
    words: null,
    details: { callId },
  }));
};
