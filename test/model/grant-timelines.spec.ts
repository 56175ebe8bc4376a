import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditGrants, commands, type Caller, type CommandOutcome } from '../../libs/application/src/index.ts';
import type { AccreditationId, Instant, MemberCode } from '../../libs/domain/src/index.ts';
import { authenticate } from '../../libs/identity/src/index.ts';
import { bootApplication, callerAs, type TestApplication } from '../support/application.ts';
import { chanceOf, type Chance } from '../support/chance.ts';
import { recordOpenCall, topicDraft } from '../support/opened.ts';

const timelines = Number(process.env['GRANTS'] ?? '150');
const seed = Number(process.env['SEED'] ?? '20150616');
const stepsEach = 12;
const start = Date.parse('2015-02-10T12:00:00.000Z');
const hour = 3_600_000;

/** What ought to hold of one right, kept by hand beside the record. */
interface Ought {
  readonly from: number;
  readonly until: number | null;
  status: 'accredited' | 'suspended' | 'ended';
  readonly lender: Ought | null;
}

const holds = ({ from, until, status, lender }: Ought, at: number): boolean =>
  status === 'accredited' && at >= from && (until === null || at < until) && (lender === null || holds(lender, at));

interface Right {
  readonly id: string;
  readonly token: string;
  readonly ought: Ought;
}

const at = (millis: number): Instant => new Date(millis).toISOString() as Instant;

describe('rights that begin, rest and end while commands are given', () => {
  let application: TestApplication;
  const setup = callerAs('operator', null, 'setup');
  let clock = start;
  const seen = { recorded: 0, refused: 0, stale: 0, atOnce: 0 };

  beforeAll(async () => {
    application = bootApplication(at(start));
    await recordOpenCall(application);
  });
  afterAll(() => application.close());

  const pass = (millis: number): void => {
    clock += millis;
    application.moveTo(at(clock));
  };

  const give = (caller: Caller, title: string): Promise<CommandOutcome> =>
    commands.saveDraft.run(application.env, topicDraft(title), {
      caller,
      idempotencyKey: randomUUID(),
      dryRun: false,
      ifMatch: null,
      correlationId: 'timeline',
    });

  const begin = async (chance: Chance): Promise<Right> => {
    const from = clock + (chance.below(3) - 1) * hour;
    const until = chance.below(3) === 0 ? null : Math.max(from, clock) + (1 + chance.below(12)) * hour;
    const grant = { role: 'delegate', member: 'KE' as MemberCode, language: 'en' } as const;
    const { id } = await application.done(setup, 'grantAccreditation', {
      ...grant,
      validFrom: at(from),
      validUntil: until === null ? null : at(until),
    });
    return { id, token: await tokenOf(id), ought: { from, until, status: 'accredited', lender: null } };
  };

  /** A token is issued while the right holds; the clock waits for it. */
  const tokenOf = async (accreditationId: string): Promise<string> => {
    const issue = () => application.give(setup, 'issueAccessToken', { accreditationId, label: 'timeline', expiresAt: null });
    let outcome = await issue();
    if (outcome.kind === 'refused') {
      pass(hour);
      outcome = await issue();
    }
    return outcome.kind === 'done' ? (outcome.answer.token ?? '') : '';
  };

  const lend = async (right: Right, caller: Caller): Promise<Right | null> => {
    const until = Math.min(clock + 6 * hour, right.ought.until ?? Number.POSITIVE_INFINITY);
    const input = { role: 'alternate', validFrom: at(clock), validUntil: at(until), language: 'en' } as const;
    const outcome = await application.give(caller, 'delegateAuthority', input);
    if (outcome.kind !== 'done') return null;
    const { id } = outcome.answer;
    return { id, token: await tokenOf(id), ought: { from: clock, until, status: 'accredited', lender: right.ought } };
  };

  const change = async ({ id, ought }: Right, to: Ought['status']): Promise<void> => {
    if (ought.status === to || ought.status === 'ended') return;
    const accreditationId = id as AccreditationId;
    const reasonCode = 'enquiry';
    if (to === 'suspended') await application.done(setup, 'suspendAccreditation', { accreditationId, reasonCode });
    else if (to === 'accredited') await application.done(setup, 'reinstateAccreditation', { accreditationId });
    else await application.done(setup, 'endAccreditation', { accreditationId, reasonCode });
    ought.status = to;
  };

  /** Gives a command as somebody who was let in now, or some time ago, and holds the outcome against what ought to be. */
  const tryOut = async (right: Right, before: Caller | null): Promise<Caller | null> => {
    const found = await authenticate(application.env.store, right.token, at(clock));
    const ought = holds(right.ought, clock);
    expect([right.id, !('code' in found)]).toStrictEqual([right.id, ought]);
    const caller = before ?? ('code' in found ? null : found);
    if (caller === null) return null;
    const outcome = await give(caller, `At ${clock}`);
    expect([right.id, outcome.kind]).toStrictEqual([right.id, ought ? 'done' : 'refused']);
    seen[ought ? 'recorded' : 'refused'] += 1;
    if (before !== null && !ought) seen.stale += 1;
    return caller;
  };

  /** The right ends while a command is on its way: either comes first, and what is recorded after the end is an overrun. */
  const race = async (right: Right, caller: Caller): Promise<void> => {
    if (!holds(right.ought, clock)) return;
    await Promise.all([give(caller, `Beside the end, ${clock}`), change(right, 'ended')]);
    seen.atOnce += 1;
  };

  interface Scene {
    right: Right;
    /** Rights that what is lived with was lent from. */
    readonly lenders: Right[];
    caller: Caller | null;
  }

  type Happening = (scene: Scene, chance: Chance) => Promise<void>;

  const lendOn = async (scene: Scene): Promise<void> => {
    const { right, caller } = scene;
    if (caller === null || right.ought.lender !== null || !holds(right.ought, clock)) return;
    const lent = await lend(right, caller);
    if (lent === null) return;
    scene.lenders.push(right);
    scene.right = lent;
    scene.caller = null;
  };

  const passHours: Happening = (_scene, chance) => {
    pass(chance.below(4) * hour + chance.below(3));
    return Promise.resolve();
  };

  /** What may happen, the more often the more often it stands here. */
  const happenings: readonly [Happening, ...Happening[]] = [
    async (scene) => {
      scene.caller = (await tryOut(scene.right, null)) ?? scene.caller;
    },
    async (scene) => {
      scene.caller = (await tryOut(scene.right, null)) ?? scene.caller;
    },
    async ({ right, caller }) => {
      await tryOut(right, caller);
    },
    passHours,
    passHours,
    ({ right, lenders }, chance) => change(chance.below(2) === 0 ? (lenders[0] ?? right) : right, 'suspended'),
    ({ right, lenders }) => change(lenders[0] ?? right, 'accredited'),
    ({ right }, chance) => (chance.below(3) === 0 ? change(right, 'ended') : Promise.resolve()),
    lendOn,
    ({ right, caller }, chance) => (caller !== null && chance.below(3) === 0 ? race(right, caller) : Promise.resolve()),
  ];

  const live = async (chance: Chance): Promise<void> => {
    const scene: Scene = { right: await begin(chance), lenders: [], caller: null };
    for (let step = 0; step < stepsEach; step += 1) await chance.pick(happenings)(scene, chance);
  };

  it(
    `${timelines} times: nothing is recorded without a right, and nothing under one that ended more than five seconds before`,
    async () => {
      const chance = chanceOf(seed);
      for (let nth = 0; nth < timelines; nth += 1) await live(chance);
      const { checked, without, overruns } = await auditGrants(application.env.store);
      const late = overruns.filter(({ lateMs }) => lateMs > 5_000);
      process.stdout.write(
        `NOTE grants: ${timelines} timelines, seed ${seed}: ${seen.recorded} recorded, ${seen.refused} refused, ${seen.stale} of them let in before, ${seen.atOnce} beside the end; ${checked} events under a grant, ${without.length} without, ${overruns.length} overruns, ${late.length} late\n`,
      );
      expect({ without, late }).toStrictEqual({ without: [], late: [] });
      expect(Math.min(seen.recorded, seen.refused, seen.stale, seen.atOnce)).toBeGreaterThan(timelines / 50);
    },
    40 * 60_000,
  );

  it('lists what was recorded after the end of its right, and what had none', async () => {
    const right = await begin(chanceOf(1));
    const found = await authenticate(application.env.store, right.token, at(clock));
    if ('code' in found) throw new Error(found.code);
    await change(right, 'ended');
    pass(6_000);
    const event = (grant: string) => ({
      id: randomUUID(),
      type: 'CalendarDayClosed',
      data: {},
      metadata: { actor: found.accreditationId, role: 'officer', grant, occurredAt: at(clock), schema: '1' },
    });
    await application.env.store.append('calendar-late', 'no_stream', [event(found.grant)]);
    await application.env.store.append('calendar-none', 'no_stream', [event('none')]);
    const { without, overruns } = await auditGrants(application.env.store);
    expect(overruns.find(({ stream }) => stream === 'calendar-late')).toMatchObject({ code: 'accreditation.ended', lateMs: 6_000 });
    expect(without.map(({ stream }) => stream)).toStrictEqual(['calendar-none']);
  });
});
