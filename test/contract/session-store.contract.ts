import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SessionRecord, SessionStore } from '../../libs/identity/src/index.ts';

export interface OpenedSessions {
  readonly store: SessionStore;
  /** Takes everything away, as a new store has it. */
  readonly empty: () => Promise<void>;
  readonly clean: () => Promise<void>;
}

const session = (token: string, more: Partial<SessionRecord> = {}): SessionRecord => ({
  sessionId: `id of ${token}`,
  tokenSha256: token.padEnd(64, '0'),
  accountId: 'ada',
  accreditationId: 'officer-1',
  stage: 'open',
  startedAt: 1_000,
  seenAt: 1_000,
  device: 'Firefox “nightly”, Nairobi',
  ...more,
});

/** What every place for sessions has to do. */
export const describeSessionStore = (kind: string, open: () => Promise<OpenedSessions>): void => {
  describe(`session store contract, ${kind}`, () => {
    let opened: OpenedSessions;
    let store: SessionStore;
    beforeAll(async () => {
      opened = await open();
      ({ store } = opened);
    });
    beforeEach(() => opened.empty());
    afterAll(() => opened.clean());
    const [first, second] = [session('a'), session('b', { startedAt: 2_000, seenAt: 2_000, stage: 'password' })];

    it('gives back what was put, by its token alone', async () => {
      await store.put(first);
      expect([await store.byToken(first.tokenSha256), await store.byToken(second.tokenSha256)]).toStrictEqual([first, null]);
    });
    it('replaces what is put again', async () => {
      await store.put(first);
      await store.put({ ...first, stage: 'password', device: 'another' });
      expect(await store.ofAccount('ada')).toStrictEqual([{ ...first, stage: 'password', device: 'another' }]);
    });
    it('knows when one was seen last, and makes none by touching', async () => {
      await store.put(first);
      await store.touch(first.tokenSha256, 61_000);
      await store.touch(second.tokenSha256, 61_000);
      expect([await store.byToken(first.tokenSha256), await store.byToken(second.tokenSha256)]).toStrictEqual([
        { ...first, seenAt: 61_000 },
        null,
      ]);
    });
    it('lists those of one account, newest first, and of one age by their names', async () => {
      const twin = session('c', { startedAt: 2_000 });
      for (const one of [first, twin, second, session('d', { accountId: 'ben' })]) await store.put(one);
      expect((await store.ofAccount('ada')).map(({ sessionId }) => sessionId)).toStrictEqual(['id of b', 'id of c', 'id of a']);
      expect(await store.ofAccount('eve')).toStrictEqual([]);
    });
    it('removes one, and again nothing', async () => {
      await store.put(first);
      await store.put(second);
      await store.remove(first.tokenSha256);
      await store.remove(first.tokenSha256);
      expect([await store.byToken(first.tokenSha256), await store.ofAccount('ada')]).toStrictEqual([null, [second]]);
    });
    it('sweeps what began before one instant or was not seen since another, and not what was at it', async () => {
      const all = [session('e', { startedAt: 999, seenAt: 9_000 }), session('f', { seenAt: 4_999 }), session('g', { seenAt: 5_000 })];
      for (const one of all) await store.put(one);
      await store.sweep(1_000, 5_000);
      expect((await store.ofAccount('ada')).map(({ sessionId }) => sessionId)).toStrictEqual(['id of g']);
    });
    it('lets something serve once, whoever asks at the same time', async () => {
      const now = Date.now();
      const taken = await Promise.all(['code 7', 'code 7', 'code 7', 'code 8'].map((what) => store.spend(what, now)));
      expect(taken.filter((isFirst) => isFirst).length).toBe(2);
      expect([await store.spend('code 7', now), await store.spend('code 9', now)]).toStrictEqual([false, true]);
    });
  });
};
