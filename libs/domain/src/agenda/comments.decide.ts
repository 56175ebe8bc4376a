import { accept, reject, same, saysNothing } from '../kernel/index.ts';
import type { AgendaRejection } from './agenda.rejections.ts';
import type { AgendaComment, Circulation, OpenAgendaState } from './agenda.state.ts';
import { type AgendaDecision, type Data } from './checks.ts';

type State = OpenAgendaState;

/** The circulation on which Members are asked for comments: the latest, as long as the agenda is a draft. */
const askedIn = ({ circulations, versions }: State): Circulation | null => {
  const latest = circulations.at(-1);
  return latest === undefined || latest.commentsUntil === null || versions.at(-1)?.final === true ? null : latest;
};

const checkTime = (state: State, now: Data<'CommentOnAgenda'>['now']): AgendaRejection | null => {
  const until = askedIn(state)?.commentsUntil?.instant ?? null;
  if (until === null) return { code: 'agenda.comments_not_open' };
  return now > until ? { code: 'agenda.comments_closed', until, now } : null;
};

const checkTarget = ({ kind, id }: AgendaComment['target'], { versions }: State): AgendaRejection | null => {
  const shown = versions.at(-1);
  const known = kind === 'item' ? shown?.itemIds : shown?.slotIds;
  return known?.includes(id) === true ? null : { code: 'agenda.comment_target_unknown', target: id };
};

/** Members that were addressed, and observers: who else has no say. */
const checkVoice = ({ actor, observer }: Data<'CommentOnAgenda'>, state: State): AgendaRejection | null => {
  if (observer) return null;
  const { member } = actor;
  return member !== null && askedIn(state)?.addressees.includes(member) === true ? null : { code: 'agenda.not_addressed', member };
};

/** UJ-11: a Member objects once to a slot or item. */
const checkObjection = ({ kind, target, actor, observer }: Data<'CommentOnAgenda'>, { comments }: State): AgendaRejection | null => {
  if (kind !== 'object' || observer) return null;
  const earlier = comments.find(
    (comment) => comment.kind === 'object' && same(comment.target, target) && comment.member === actor.member && !comment.observer,
  );
  return earlier === undefined ? null : { code: 'agenda.objection_exists', comment: earlier.commentId };
};

export const comment = (wish: Data<'CommentOnAgenda'>, state: State): AgendaDecision => {
  const { actor, now, commentId, target, kind, text, observer } = wish;
  if (state.commentsGiven.includes(commentId)) return accept();
  const wrong = checkTime(state, now) ?? checkVoice(wish, state) ?? checkTarget(target, state) ?? checkObjection(wish, state);
  if (wrong !== null) return reject(wrong);
  if (saysNothing(text)) return reject({ code: 'agenda.comment_text_missing' });
  const said = { commentId, version: state.published, target, kind, text };
  const voice = { member: observer ? null : actor.member, observer, by: actor.accreditationId, commentedAt: now };
  const { circulationId } = askedIn(state) ?? { circulationId: '' };
  return accept({ type: 'AgendaCommented', data: { agendaId: state.agendaId, circulationId, ...said, ...voice } });
};

const onComment = (state: State, commentId: string, decide: (comment: AgendaComment) => AgendaDecision): AgendaDecision => {
  const found = state.comments.find((entry) => entry.commentId === commentId);
  return found === undefined ? reject({ code: 'agenda.comment_unknown', comment: commentId }) : decide(found);
};

const isOwn = ({ member, observer, by }: AgendaComment, actor: Data<'WithdrawAgendaComment'>['actor']): boolean =>
  observer ? by === actor.accreditationId : member === actor.member;

/** Only who made a comment takes it back, and only before it was answered. */
export const withdrawComment = ({ actor, now, commentId }: Data<'WithdrawAgendaComment'>, state: State): AgendaDecision => {
  const gone = state.commentsGiven.includes(commentId) && !state.comments.some((entry) => entry.commentId === commentId);
  if (gone) return accept();
  return onComment(state, commentId, (found) => {
    if (!isOwn(found, actor)) return reject({ code: 'agenda.comment_of_another', comment: commentId });
    if (found.disposed !== null) return reject({ code: 'agenda.comment_disposed', comment: commentId });
    const data = { agendaId: state.agendaId, commentId, withdrawnBy: actor.accreditationId, withdrawnAt: now };
    return accept({ type: 'AgendaCommentWithdrawn', data });
  });
};

/** Another Member stands behind a comment as well; observers do not (BR-20). */
export const cosignComment = ({ actor, now, commentId }: Data<'CosignAgendaComment'>, state: State): AgendaDecision =>
  onComment(state, commentId, (found) => {
    const { member } = actor;
    if (member === null || found.observer) return reject({ code: 'agenda.observer_cannot_cosign' });
    if (found.member === member || found.cosigners.includes(member)) return accept();
    const wrong = checkTime(state, now);
    if (wrong !== null) return reject(wrong);
    if (askedIn(state)?.addressees.includes(member) !== true) return reject({ code: 'agenda.not_addressed', member });
    if (found.disposed !== null) return reject({ code: 'agenda.comment_disposed', comment: commentId });
    const data = { agendaId: state.agendaId, commentId, member, by: actor.accreditationId, cosignedAt: now };
    return accept({ type: 'AgendaCommentCosigned', data });
  });

/** BR-19: every comment is answered, with a reason; a later answer takes the place of the earlier until the agenda is final. */
export const disposeComment = (
  { actor, now, commentId, disposition, reason }: Data<'DisposeAgendaComment'>,
  state: State,
): AgendaDecision =>
  onComment(state, commentId, (found) => {
    if (same(found.disposed, { disposition, reason })) return accept();
    if (state.versions.at(-1)?.final === true) return reject({ code: 'agenda.already_final' });
    if (saysNothing(reason)) return reject({ code: 'reason.text_missing' });
    const data = { agendaId: state.agendaId, commentId, disposition, reason, disposedBy: actor.accreditationId, disposedAt: now };
    return accept({ type: 'AgendaCommentDisposed', data });
  });
