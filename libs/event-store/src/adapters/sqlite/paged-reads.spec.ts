import { beforeEach, describe, expect, it } from '@jest/globals';
import { Disposed } from '../../errors.ts';
import type { GlobalPosition, ReadAllOptions, ReadStreamOptions, RecordedEvent } from '../../event-store.port.ts';
import { readLogPages, readStreamPages } from './paged-reads.ts';
import type { Reader } from './reader.ts';
import { StreamCache } from './stream-cache.ts';

/** A log of one stream, positions one above revisions; every page that is asked for is noted. */
const readerOf = (count: number, lowest: bigint, asked: string[]): Reader => {
  const events = Array.from({ length: count }, (_event, index) => ({
    streamId: 'thing-1',
    type: index % 2 === 0 ? 'Even' : 'Odd',
    revision: BigInt(index),
    position: BigInt(index + 1) as GlobalPosition,
  })) as unknown as readonly RecordedEvent[];
  const take = (fits: (event: RecordedEvent) => boolean, isForwards: boolean, limit: number): readonly RecordedEvent[] =>
    (isForwards ? events : events.toReversed()).filter(fits).slice(0, limit);
  return {
    shown: () => ({ lowest, last: BigInt(count) - 1n }),
    streamPage: (_stream: string, direction: string, at: bigint, limit: number) => {
      asked.push(`${direction} ${at} ${limit}`);
      const isForwards = direction === 'forwards';
      return take(({ revision }) => (isForwards ? revision >= at : revision <= at), isForwards, limit);
    },
    allPage: (direction: string, at: bigint, limit: number) => {
      asked.push(`${direction} ${at} ${limit}`);
      const isForwards = direction === 'forwards';
      return take(({ position }) => (isForwards ? position > at : position < at), isForwards, limit);
    },
  } as unknown as Reader;
};
const farAhead = 2n ** 63n - 1n;

describe('a read in pages', () => {
  let asked: string[];
  let cache: StreamCache;
  let closed: boolean;
  const check = (): void => {
    if (closed) throw new Disposed();
  };
  const stream = async (count: number, options: ReadStreamOptions = {}, lowest = 0n): Promise<readonly bigint[]> => {
    const events = readStreamPages(readerOf(count, lowest, asked), cache, 'thing-1', options, check);
    return (await Array.fromAsync(events)).map(({ revision }) => revision);
  };
  const log = async (count: number, options: ReadAllOptions = {}): Promise<readonly bigint[]> =>
    (await Array.fromAsync(readLogPages(readerOf(count, 0n, asked), options, check))).map(({ position }) => position);

  beforeEach(() => {
    [asked, cache, closed] = [[], new StreamCache(), false];
  });

  it('of a stream takes 256 events at a time, and a page that is not full is the last', async () => {
    expect(await stream(600)).toStrictEqual(Array.from({ length: 600 }, (_event, index) => BigInt(index)));
    expect(asked).toStrictEqual(['forwards 0 256', 'forwards 256 256', 'forwards 512 256']);
  });

  it('of a stream looks once more when the last page was full', async () => {
    expect(await stream(512)).toHaveLength(512);
    expect(asked).toStrictEqual(['forwards 0 256', 'forwards 256 256', 'forwards 512 256']);
  });

  it('of a stream backwards ends at its first event', async () => {
    expect(await stream(512, { direction: 'backwards' })).toHaveLength(512);
    expect(asked).toStrictEqual([`backwards ${farAhead} 256`, 'backwards 255 256']);
  });

  it('of a stream asks for no more than is wanted', async () => {
    expect(await stream(600, { maxCount: 300 })).toHaveLength(300);
    expect(await stream(600, { maxCount: 256 })).toHaveLength(256);
    expect(await stream(600, { maxCount: 0 })).toStrictEqual([]);
    expect(await stream(600, { from: 'end' })).toStrictEqual([]);
    expect(asked).toStrictEqual(['forwards 0 256', 'forwards 256 44', 'forwards 0 256']);
  });

  it('of a stream begins at what it shows', async () => {
    expect(await stream(6, {}, 4n)).toStrictEqual([4n, 5n]);
    expect(await stream(6, { from: 1n, maxCount: 1 }, 4n)).toStrictEqual([4n]);
    expect(await stream(6, { from: 5n }, 4n)).toStrictEqual([5n]);
    expect(await stream(6, { direction: 'backwards' }, 4n)).toStrictEqual([5n, 4n]);
    expect(asked).toStrictEqual(['forwards 4 256', 'forwards 4 1', 'forwards 5 256', `backwards ${farAhead} 256`]);
  });

  it('of a short stream happens once while nothing changes', async () => {
    expect(await stream(64)).toHaveLength(64);
    expect(await stream(64)).toHaveLength(64);
    expect(await stream(64, { from: 'start', direction: 'forwards' })).toHaveLength(64);
    expect(asked).toHaveLength(1);
  });

  it('of a stream of more than 64 events happens every time', async () => {
    expect(await stream(65)).toHaveLength(65);
    expect(await stream(65)).toHaveLength(65);
    expect(asked).toHaveLength(2);
  });

  it.each<ReadStreamOptions>([
    { direction: 'backwards' },
    { from: 0n },
    { from: 1n },
    { maxCount: 3 },
    { signal: new AbortController().signal },
  ])('of a part of a stream, or one that may be given up, neither uses nor fills what is kept (%j)', async (options) => {
    await stream(3, options);
    await stream(3);
    await stream(3, options);
    expect(asked).toHaveLength(3);
  });

  it('that is left in the middle keeps nothing', async () => {
    for await (const _event of readStreamPages(readerOf(3, 0n, asked), cache, 'thing-1', {}, check)) break;
    expect(await stream(3)).toHaveLength(3);
    expect(asked).toHaveLength(2);
  });

  it('ends with the store', async () => {
    const reading = async (): Promise<void> => {
      for await (const { revision } of readStreamPages(readerOf(600, 0n, asked), cache, 'thing-1', {}, check)) closed = revision >= 255n;
    };
    await expect(reading()).rejects.toMatchObject({ code: 'disposed' });
    expect(asked).toStrictEqual(['forwards 0 256']);
  });

  it('of the log takes 256 events at a time, each behind the one before', async () => {
    expect(await log(600)).toHaveLength(600);
    expect(await log(600, { direction: 'backwards', after: 300n as GlobalPosition })).toHaveLength(299);
    expect(asked).toStrictEqual(['forwards 0 256', 'forwards 256 256', 'forwards 512 256', 'backwards 300 256', 'backwards 44 256']);
  });

  it('of the log backwards begins behind all there may be', async () => {
    expect(await log(2, { direction: 'backwards' })).toStrictEqual([2n, 1n]);
    expect(asked).toStrictEqual([`backwards ${farAhead} 256`]);
  });

  it('of the log asks for no more than is wanted, unless a filter has to look for it', async () => {
    expect(await log(600, { maxCount: 3 })).toStrictEqual([1n, 2n, 3n]);
    expect(await log(600, { maxCount: 3, filter: { types: ['Odd'] } })).toStrictEqual([2n, 4n, 6n]);
    expect(await log(600, { maxCount: 200, filter: { types: ['Odd'] } })).toHaveLength(200);
    expect(await log(600, { maxCount: 0, filter: { types: ['Odd'] } })).toStrictEqual([]);
    expect(await log(600, { maxCount: 0 })).toStrictEqual([]);
    expect(await log(600, { after: 'end' })).toStrictEqual([]);
    expect(await log(600, { after: 'end', filter: { types: ['Odd'] } })).toStrictEqual([]);
    expect(asked).toStrictEqual(['forwards 0 3', 'forwards 0 256', 'forwards 0 256', 'forwards 256 256']);
  });
});
