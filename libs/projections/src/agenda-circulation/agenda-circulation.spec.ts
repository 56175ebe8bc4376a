import { describe, expect, it } from '@jest/globals';
import { stateAfter } from '../../../../test/support/agenda.ts';
import { chanceOf, type Chance } from '../../../../test/support/chance.ts';
import { circulate, circulated, past } from '../../../../test/support/circulation.ts';
import { at, member, noon, until, who } from '../../../../test/support/domain.ts';
import { followed } from '../../../../test/support/followed.ts';
import { agendaDecider, type AgendaCommand, type AgendaState, type CommentKind } from '../../../domain/src/index.ts';
import { agendaProjection } from '../agenda/agenda.projection.ts';
import { memberDirectoryProjection } from '../member-directory/member-directory.projection.ts';
import type { AgendaCommentsView, CommentView } from '../views.ts';
import { agendaCirculationProjection } from './agenda-circulation.projection.ts';
import { circulations } from './agenda-circulation.query.ts';
import { agendaComments } from './agenda-comments.query.ts';
import { commentStanding } from './comment-standing.query.ts';

const seed = Number(process.env['SEED'] ?? 1);
const projections = [agendaProjection, agendaCirculationProjection, memberDirectoryProjection];
const reason = { code: 'members_asked', text: { en: 'Asked.' } };
const people = [who('k', 'KE'), who('b', 'BI'), who('x', 'XX')] as const;
type Open = Exclude<AgendaState, { status: 'unopened' }>;

const anyCommand = (chance: Chance): AgendaCommand => {
  const commentId = `m${chance.below(12)}`;
  const own = { actor: chance.pick(people), now: noon, commentId };
  const target = { kind: 'item', id: `i${1 + chance.below(2)}` } as const;
  const kind = chance.pick<CommentKind>(['support', 'amend', 'object', 'offer_speaker']);
  const comment = (): AgendaCommand => ({
    type: 'CommentOnAgenda',
    data: { ...own, target, kind, text: { en: 'Words.' }, observer: chance.below(4) === 0 },
  });
  return chance.pick<() => AgendaCommand>([
    comment,
    comment,
    comment,
    () => ({ type: 'WithdrawAgendaComment', data: own }),
    () => ({ type: 'CosignAgendaComment', data: own }),
    () => ({ type: 'CosignAgendaComment', data: own }),
    () => ({
      type: 'DisposeAgendaComment',
      data: { ...own, disposition: chance.pick(['accepted', 'partly', 'noted']), reason: { en: 'Because.' } },
    }),
    () => ({
      type: 'ExtendAgendaCommentPeriod',
      data: { actor: people[0], now: noon, circulationId: 'c1', commentsUntil: until(`2015-05-1${chance.below(9)}T21:59:00.000Z`), reason },
    }),
    () => ({
      type: 'SupplementAgendaCirculation',
      data: { now: noon, circulationId: 'c1', addressees: [member(chance.pick(['KE', 'RW', 'TZ']))] },
    }),
    () => circulate({ circulationId: 'c2' }),
  ])();
};

const allOf = (view: AgendaCommentsView | null): readonly CommentView[] =>
  (view?.targets ?? []).flatMap(({ members, observers }) => [...members, ...observers]);

const toldOf = ({ comments }: Open): readonly unknown[] =>
  comments.map((comment) => [comment.commentId, comment.member, comment.by, comment.cosigners, comment.disposed]);

const shownOf = (comments: readonly CommentView[]): readonly unknown[] =>
  comments
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ commentId, member: from, by, cosigners, disposition }) => [
      commentId,
      from,
      by,
      cosigners.map((cosigner) => cosigner.member),
      disposition === null ? null : { disposition: disposition.disposition, reason: disposition.reason },
    ]);

const byId = (list: readonly unknown[]): readonly string[] => list.map((entry) => JSON.stringify(entry)).sort();

describe('circulations and comments', () => {
  it(`are shown as the domain has them, over 40 histories of 60 commands (seed ${seed})`, () => {
    const chance = chanceOf(seed);
    const seen = new Set<string>();
    for (let history = 0; history < 40; history += 1) {
      const { db, state, give, counts } = followed(agendaDecider, projections, [...past, circulated]);
      for (let count = 0; count < 60; count += 1) {
        give(anyCommand(chance));
        const now = state();
        if (now.status === 'unopened') throw new Error('it was opened');
        expect(byId(shownOf(allOf(agendaComments(db, 'a1', { kind: 'internal' }))))).toStrictEqual(byId(toldOf(now)));
        const shown = circulations(db, 'a1', { kind: 'member', member: 'KE' });
        expect(shown.map(({ addressees, commentsUntil }) => [addressees.map((one) => one.member), commentsUntil])).toStrictEqual(
          now.circulations.map(({ addressees, commentsUntil }) => [addressees, commentsUntil]),
        );
        expect(commentStanding(db, 'a1')).toStrictEqual({
          circulated: 1,
          commentsUntil: now.circulations[0]?.commentsUntil?.instant,
          undisposed: now.comments.filter(({ disposed }) => disposed === null).map(({ commentId }) => commentId),
        });
      }
      for (const type of Object.keys(counts)) seen.add(type);
      db.close();
    }
    expect(Object.keys(agendaCirculationProjection.handlers).filter((type) => !seen.has(type))).toStrictEqual([]);
  });

  it('observers are no Members: what they say counts nowhere, and they see their own alone (BR-20)', () => {
    const { db, give } = followed(agendaDecider, projections, [...past, circulated]);
    const target = { kind: 'item', id: 'i1' } as const;
    const say = (commentId: string, actor: (typeof people)[number], observer: boolean): void => {
      give({ type: 'CommentOnAgenda', data: { actor, now: noon, commentId, target, kind: 'support', text: { en: 'Yes.' }, observer } });
    };
    say('m1', people[0], false);
    say('m2', people[2], true);
    give({ type: 'CosignAgendaComment', data: { actor: people[1], now: at(noon), commentId: 'm1' } });
    const [seenByMember] = agendaComments(db, 'a1', { kind: 'member', member: 'KE' })?.targets ?? [];
    expect(seenByMember).toMatchObject({ label: 'I - a', memberCounts: { support: 2, object: 0 }, observers: [{ commentId: 'm2' }] });
    expect(
      allOf(agendaComments(db, 'a1', { kind: 'public', observer: people[2].accreditationId })).map(({ commentId }) => commentId),
    ).toStrictEqual(['m2']);
    expect(allOf(agendaComments(db, 'a1', { kind: 'public', observer: people[0].accreditationId }))).toStrictEqual([]);
    expect([agendaComments(db, 'a1', { kind: 'public' }), stateAfter(...past).comments]).toStrictEqual([null, []]);
    db.close();
  });
});
