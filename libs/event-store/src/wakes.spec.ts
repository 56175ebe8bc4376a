import { describe, expect, it, jest } from '@jest/globals';
import { Wakes } from './wakes.ts';

const isSettled = async (promise: Promise<unknown>): Promise<boolean> => {
  let settled = false;
  void promise.then(() => (settled = true));
  await new Promise((resolve) => setImmediate(resolve));
  return settled;
};

describe('whoever waits for an append', () => {
  const never = new AbortController().signal;

  it('sleeps until the next wake, all of them together', async () => {
    const wakes = new Wakes();
    const sleepers = [wakes.next(never), wakes.next(never)];
    expect(await isSettled(Promise.race(sleepers))).toBe(false);
    wakes.wake();
    expect(await isSettled(Promise.all(sleepers))).toBe(true);
  });

  it('is not woken by what was before', async () => {
    const wakes = new Wakes();
    wakes.wake();
    expect(await isSettled(wakes.next(never))).toBe(false);
  });

  it('stops waiting when its signal aborts, alone', async () => {
    const wakes = new Wakes();
    const stop = new AbortController();
    const [stopped, other] = [wakes.next(stop.signal), wakes.next(never)];
    stop.abort();
    expect([await isSettled(stopped), await isSettled(other)]).toStrictEqual([true, false]);
  });

  it('does not wait at all on a signal that has aborted', async () => {
    expect(await isSettled(new Wakes().next(AbortSignal.abort()))).toBe(true);
  });

  it('leaves nothing behind on its signal', async () => {
    const wakes = new Wakes();
    const { signal } = new AbortController();
    const added = jest.spyOn(signal, 'addEventListener');
    const removed = jest.spyOn(signal, 'removeEventListener');
    const sleeper = wakes.next(signal);
    wakes.wake();
    await sleeper;
    expect(added).toHaveBeenCalledTimes(1);
    expect(removed.mock.calls[0]?.slice(0, 2)).toStrictEqual(added.mock.calls[0]?.slice(0, 2));
  });
});
