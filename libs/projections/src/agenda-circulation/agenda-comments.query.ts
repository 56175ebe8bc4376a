import type { AgendaCirculationEvent, AgendaContent, Bilingual, CommentKind, CommentTarget } from '../../../domain/src/index.ts';
import { agendaVersion } from '../agenda/agenda.query.ts';
import { labelledItems } from '../agenda/checks.ts';
import { memberNames } from '../member-directory/member-directory.query.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { AgendaCommentsView, CommentedTarget, CommentView, DispositionView, Viewer } from '../views.ts';
import { commentStanding } from './comment-standing.query.ts';

type Data<T extends AgendaCirculationEvent['type']> = Omit<Extract<AgendaCirculationEvent, { type: T }>['data'], 'agendaId' | 'commentId'>;

interface CommentRow {
  readonly comment_id: string;
  readonly data: string;
  readonly cosignatures: string;
  readonly dispositions: string;
  readonly withdrawal: string | null;
}

interface Comment {
  readonly said: Data<'AgendaCommented'>;
  readonly view: CommentView;
}

type Named = Pick<CommentedTarget, 'label' | 'title'>;
type NameOf = (member: string) => Bilingual;

const dispositionsOf = ({ dispositions }: CommentRow): readonly DispositionView[] =>
  (JSON.parse(dispositions) as readonly Data<'AgendaCommentDisposed'>[]).map(({ disposition, reason, disposedAt }) => ({
    disposition,
    reason,
    disposedAt,
  }));

const toComment = (row: CommentRow, viewer: Viewer, nameOf: NameOf): Comment => {
  const said = JSON.parse(row.data) as Data<'AgendaCommented'>;
  const { version, kind, text, member, commentedAt, by } = said;
  const cosignatures = JSON.parse(row.cosignatures) as readonly Data<'AgendaCommentCosigned'>[];
  const dispositions = dispositionsOf(row);
  const withdrawal = row.withdrawal === null ? null : (JSON.parse(row.withdrawal) as Data<'AgendaCommentWithdrawn'>);
  return {
    said,
    view: {
      commentId: row.comment_id,
      version,
      kind,
      text,
      member,
      memberName: member === null ? null : nameOf(member),
      commentedAt,
      cosigners: cosignatures.map((cosigned) => ({
        member: cosigned.member,
        name: nameOf(cosigned.member),
        cosignedAt: cosigned.cosignedAt,
      })),
      disposition: dispositions.at(-1) ?? null,
      earlierDispositions: dispositions.slice(0, -1),
      withdrawnAt: withdrawal?.withdrawnAt ?? null,
      by: viewer.kind === 'internal' ? by : null,
    },
  };
};

/** An observer sees his own comments; one that was taken back stays with its Member and the Secretariat. */
const maySee = ({ said, view }: Comment, viewer: Viewer): boolean => {
  if (viewer.kind === 'public') return said.observer && said.by === viewer.observer;
  return view.withdrawnAt === null || viewer.kind === 'internal' || viewer.member === view.member;
};

const membersBehind = (comments: readonly Comment[], kind: CommentKind): number => {
  const standing = comments.filter(({ said, view }) => !said.observer && said.kind === kind && view.withdrawnAt === null);
  return new Set(standing.flatMap(({ view }) => [view.member, ...view.cosigners.map(({ member }) => member)])).size;
};

const itemName = (content: AgendaContent, id: string): Named => {
  const line = labelledItems(content).find(({ itemId }) => itemId === id);
  return line === undefined ? { label: id, title: null } : { label: line.label, title: line.title };
};

const slotName = ({ programme }: AgendaContent, id: string): Named => {
  const slot = programme?.slots.find(({ slotId }) => slotId === id);
  return slot === undefined ? { label: id, title: null } : { label: slot.start.wallTime, title: slot.title };
};

/** What a target is called in the version that was commented on. */
const nameIn = (content: AgendaContent | null, { kind, id }: CommentTarget): Named => {
  if (content === null) return { label: id, title: null };
  return kind === 'item' ? itemName(content, id) : slotName(content, id);
};

const grouped = (db: ReadDatabase, agendaId: string, comments: readonly Comment[]): readonly CommentedTarget[] => {
  const keys = [...new Set(comments.map(({ said }) => `${said.target.kind} ${said.target.id}`))];
  return keys.flatMap((key) => {
    const here = comments.filter(({ said }) => `${said.target.kind} ${said.target.id}` === key);
    const latest = here.at(-1);
    if (latest === undefined) return [];
    const { target, version } = latest.said;
    const count = (kind: CommentKind): number => membersBehind(here, kind);
    return [
      {
        target,
        ...nameIn(agendaVersion(db, agendaId, version)?.content ?? null, target),
        memberCounts: { support: count('support'), amend: count('amend'), object: count('object'), offer_speaker: count('offer_speaker') },
        members: here.filter(({ said }) => !said.observer).map(({ view }) => view),
        observers: here.filter(({ said }) => said.observer).map(({ view }) => view),
      },
    ];
  });
};

/**
 * Comments on an agenda by what they are about, in the order in which each was first spoken of; an observer sees its own,
 * the public none.
 */
export const agendaComments = (db: ReadDatabase, agendaId: string, viewer: Viewer): AgendaCommentsView | null => {
  if (viewer.kind === 'public' && viewer.observer === undefined) return null;
  if (agendaVersion(db, agendaId, null) === null) return null;
  const names = memberNames(db);
  const nameOf: NameOf = (member) => names[member] ?? { en: member, fr: member };
  const comments = db
    .all<CommentRow>('SELECT * FROM agenda_comment WHERE agenda_id = ? ORDER BY place', agendaId)
    .map((row) => toComment(row, viewer, nameOf))
    .filter((comment) => maySee(comment, viewer));
  const { commentsUntil, undisposed } = commentStanding(db, agendaId);
  return {
    agendaId,
    commentsUntil,
    undisposed: viewer.kind === 'public' ? 0 : undisposed.length,
    targets: grouped(db, agendaId, comments),
  };
};
