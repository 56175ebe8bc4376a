import type { AnyDomainEvent, Bilingual } from '../../../domain/src/index.ts';
import type { Envelope } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

type Tx = ReadModelTransaction;
type Data<T extends AnyDomainEvent['type']> = Extract<AnyDomainEvent, { readonly type: T }>['data'];
type Keep<T extends AnyDomainEvent['type']> = (tx: Tx, data: Data<T>, stream: string) => void;

/** What an object is called when somebody is told of it, and the Members that it belongs to. */
export interface NoticeSubject {
  readonly reference: string | null;
  readonly title: Bilingual;
  readonly owners: readonly string[];
  readonly due: string | null;
}

interface SubjectRow {
  readonly subject: string;
}

/** The object of a stream; null when nothing is kept of its kind. */
export const subjectOf = (tx: Pick<Tx, 'get'>, stream: string): NoticeSubject | null => {
  const row = tx.get<SubjectRow>('SELECT subject FROM notice_subject WHERE stream = ?', stream);
  return row === undefined ? null : (JSON.parse(row.subject) as NoticeSubject);
};

const nothing: NoticeSubject = { reference: null, title: { en: '', fr: '' }, owners: [], due: null };

const change = (tx: Tx, stream: string, to: (before: NoticeSubject) => NoticeSubject): void => {
  tx.run('INSERT OR REPLACE INTO notice_subject VALUES (?, ?)', stream, JSON.stringify(to(subjectOf(tx, stream) ?? nothing)));
};

const titled = (tx: Tx, stream: string, title: Bilingual): void => {
  change(tx, stream, (before) => ({ ...before, title }));
};

const both = (text: string): Bilingual => ({ en: text, fr: text });

const joined = (tx: Tx, stream: string, members: readonly string[]): void => {
  change(tx, stream, (before) => ({ ...before, owners: [...new Set([...before.owners, ...members])] }));
};

const left = (tx: Tx, stream: string, members: readonly string[]): void => {
  change(tx, stream, (before) => ({ ...before, owners: before.owners.filter((owner) => !members.includes(owner)) }));
};

const submitted = (tx: Tx, { reference, member, content }: Data<'TopicSubmitted' | 'PracticeSubmitted'>, stream: string): void => {
  change(tx, stream, () => ({ reference, title: both(content.title), owners: [member], due: null }));
};

type Reworded = 'TopicAmended' | 'PracticeAmended' | 'TopicEntryCorrected' | 'PracticeEntryCorrected';

const reworded = (tx: Tx, data: Data<Reworded>, stream: string): void => {
  titled(tx, stream, both(data.content.title));
};

const kept: { readonly [T in AnyDomainEvent['type']]?: Keep<T> } = {
  TopicSubmitted: submitted,
  PracticeSubmitted: submitted,
  TopicAmended: reworded,
  PracticeAmended: reworded,
  TopicEntryCorrected: reworded,
  PracticeEntryCorrected: reworded,
  TopicSponsorJoined: (tx, { member }, stream) => {
    joined(tx, stream, [member]);
  },
  TopicSponsorLeft: (tx, { member }, stream) => {
    left(tx, stream, [member]);
  },
  TopicMergeAccepted: (tx, { sponsors }, stream) => {
    joined(tx, stream, sponsors);
  },
  TopicSourceDropped: (tx, { members }, stream) => {
    left(tx, stream, members);
  },
  CallScheduled: (tx, { title, closesForNew }, stream) => {
    change(tx, stream, (before) => ({ ...before, title, due: closesForNew.instant }));
  },
  CallExtended: (tx, { to }, stream) => {
    change(tx, stream, (before) => ({ ...before, due: to.closesForNew.instant }));
  },
  GuidanceRequestIssued: (tx, { ref }, stream) => {
    change(tx, stream, (before) => ({ ...before, reference: ref, title: both(ref) }));
  },
  AgendaOpened: (tx, { title }, stream) => {
    titled(tx, stream, title);
  },
  SessionAgendaOpened: (tx, { title }, stream) => {
    titled(tx, stream, title);
  },
  AgendaRetitled: (tx, { title }, stream) => {
    titled(tx, stream, title);
  },
  AgendaCommented: (tx, { commentId, member }, stream) => {
    const title = subjectOf(tx, stream)?.title ?? nothing.title;
    change(tx, `comment-${commentId}`, () => ({ ...nothing, title, owners: member === null ? [] : [member] }));
  },
  DecisionDrafted: (tx, { title }, stream) => {
    titled(tx, stream, title);
  },
  DecisionRedrafted: (tx, { title }, stream) => {
    titled(tx, stream, title);
  },
  ActionOpened: (tx, { title, owner }, stream) => {
    change(tx, stream, () => ({ ...nothing, title, owners: [owner] }));
  },
};

/** Keeps what an event says of the object that it happened to. */
export const keepSubject = (tx: Tx, event: { readonly type: string; readonly data: object } & Envelope): void => {
  if (!Object.hasOwn(kept, event.type)) return;
  // The table pairs each type with its data; here only the name is known.
  const keep = kept[event.type as AnyDomainEvent['type']] as ((tx: Tx, data: object, stream: string) => void) | undefined;
  keep?.(tx, event.data, event.stream);
};

/** Whose an event is: an answer to a comment is its author's, everything else its stream's. */
export const subjectKeyOf = ({ stream, type, data }: { readonly stream: string; readonly type: string; readonly data: object }): string =>
  type === 'AgendaCommentDisposed' && 'commentId' in data ? `comment-${String(data.commentId)}` : stream;
