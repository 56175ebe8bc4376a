import { agendaComments as ask, type AgendaCommentsView, type CommentView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

const commentsIn = ({ targets }: AgendaCommentsView): readonly CommentView[] =>
  targets.flatMap(({ members, observers }) => [...members, ...observers]);

/** What was said of each item and slot, observers apart (BR-19, BR-20). */
export const agendaComments: Query<{ readonly agendaId: string }, AgendaCommentsView | null> = {
  name: 'agendaComments',
  run: (env, { agendaId }, viewer) => ask(env.read, agendaId, viewer),
  // A comment that was taken back since stays with its own Member, in the past too.
  stillPermitted: (env, then, viewer) => {
    const today = then === null ? null : ask(env.read, then.agendaId, viewer);
    if (then === null || today === null) return null;
    const known = new Set(commentsIn(today).map(({ commentId }) => commentId));
    const kept = (comments: readonly CommentView[]): readonly CommentView[] => comments.filter(({ commentId }) => known.has(commentId));
    const targets = then.targets.map((target) => ({ ...target, members: kept(target.members), observers: kept(target.observers) }));
    return { ...then, targets };
  },
};
