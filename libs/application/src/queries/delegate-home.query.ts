import {
  delegateHome as ask,
  type DelegateHome,
  type HomeAsk,
  type HomeAskOfRole,
  type HomeSince,
} from '../../../projections/src/index.ts';
import type { Environment, Query } from '../contract.ts';
import { authoriseCommand } from '../procedure/authorise-command.ts';
import { askDueAt, isTimed } from '../procedure/ask-due.ts';
import { brusselsDate } from '../time/wall-time.ts';

/** The last moment for what is asked, from the procedure where the event did not say it. */
const dueAtOf = async (env: Environment, { kind, object, id, dueAt }: HomeAsk): Promise<HomeAsk['dueAt']> =>
  dueAt ?? (isTimed(kind) ? askDueAt(env, kind, `${object}-${id}`) : null);

const isNearer = (one: HomeAsk, two: HomeAsk): number =>
  (one.dueAt ?? '9').localeCompare(two.dueAt ?? '9') || one.askedAt.localeCompare(two.askedAt) || one.id.localeCompare(two.id);

/**
 * What a Member's people see first: what it is asked and by when, where its contributions stand, what has changed; null for everybody
 * else.
 */
export const delegateHome: Query<{ readonly since: HomeSince | null }, DelegateHome | null> = {
  name: 'delegateHome',
  run: async (env, { since }, viewer) => {
    if (viewer.kind !== 'member') return null;
    const { member, role } = viewer;
    const now = env.clock.now();
    const found = ask(env.read, { member, now, day: brusselsDate(now), since, withDrafts: env.looksBack !== true });
    const asked = await Promise.all(
      found.asked.map(async (one): Promise<HomeAskOfRole> => {
        const mayAnswer = role === undefined || (await authoriseCommand(env, { role }, one.command)) === null;
        return { ...one, dueAt: await dueAtOf(env, one), mayAnswer };
      }),
    );
    return { ...found, asked: asked.sort(isNearer) };
  },
};
