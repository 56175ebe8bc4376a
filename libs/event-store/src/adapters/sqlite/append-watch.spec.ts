import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { GlobalPosition } from '../../event-store.port.ts';
import { AppendWatch } from './append-watch.ts';
import type { Reader } from './reader.ts';

const at = (position: bigint): GlobalPosition => position as GlobalPosition;

describe('whoever waits for an append to the file', () => {
  let head: bigint | null;
  let version: bigint;
  let looks: number;
  let watch: AppendWatch;
  const never = new AbortController().signal;
  const isWoken = async (waiting: Promise<void>): Promise<boolean> => {
    let woken = false;
    void waiting.then(() => (woken = true));
    await jest.advanceTimersByTimeAsync(0);
    return woken;
  };

  beforeEach(() => {
    jest.useFakeTimers();
    [head, version, looks] = [null, 1n, 0];
    const reader = {
      head: () => head as GlobalPosition | null,
      dataVersion: () => {
        looks += 1;
        return version;
      },
    };
    watch = new AppendWatch(reader as unknown as Reader);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('does not wait when something stands behind the place already', async () => {
    head = 5n;
    expect(await isWoken(watch.next(at(4n), never))).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('waits behind the last event, and on an empty log', async () => {
    expect(await isWoken(watch.next(at(0n), never))).toBe(false);
    head = 5n;
    expect(await isWoken(watch.next(at(5n), never))).toBe(false);
  });

  it('is woken by this process at once', async () => {
    const waiting = watch.next(at(0n), never);
    watch.wake();
    expect(await isWoken(waiting)).toBe(true);
  });

  it('is woken within 25 ms of a commit of another process, and not before there is one', async () => {
    const waiting = watch.next(at(0n), never);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await isWoken(waiting)).toBe(false);
    version = 2n;
    await jest.advanceTimersByTimeAsync(25);
    expect(await isWoken(waiting)).toBe(true);
  });

  it('is woken once for each commit', async () => {
    const first = watch.next(at(0n), never);
    const stays = new AbortController();
    void watch.next(at(0n), stays.signal);
    version = 2n;
    await jest.advanceTimersByTimeAsync(25);
    await first;
    const second = watch.next(at(0n), never);
    await jest.advanceTimersByTimeAsync(100);
    expect(await isWoken(second)).toBe(false);
  });

  it('shares one look at the file with all others, which ends with the last of them', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const waiting = [watch.next(at(0n), first.signal), watch.next(at(0n), second.signal)];
    expect([looks, jest.getTimerCount()]).toStrictEqual([1, 1]);
    await jest.advanceTimersByTimeAsync(25);
    expect(looks).toBe(2);
    first.abort();
    await waiting[0];
    expect(jest.getTimerCount()).toBe(1);
    second.abort();
    await waiting[1];
    expect(jest.getTimerCount()).toBe(0);
    void watch.next(at(0n), never);
    expect(jest.getTimerCount()).toBe(1);
  });

  it('does not keep the process alive', () => {
    const unref = jest.fn();
    jest.spyOn(globalThis, 'setInterval').mockReturnValueOnce({ unref } as unknown as NodeJS.Timeout);
    void watch.next(at(0n), never);
    expect(unref).toHaveBeenCalledTimes(1);
  });

  it('is woken when the store is closed, and nobody waits on a closed store', async () => {
    const waiting = watch.next(at(0n), never);
    watch.close();
    expect([await isWoken(waiting), jest.getTimerCount()]).toStrictEqual([true, 0]);
    expect(await isWoken(watch.next(at(0n), never))).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('may be nobody when the store is closed', () => {
    expect(() => {
      watch.close();
    }).not.toThrow();
  });
});
