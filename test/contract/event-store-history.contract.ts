import { expect } from '@jest/globals';
import { loadStream, WrongExpectedVersion, type EventStore } from '../../libs/event-store/src/index.ts';
import { chanceOf, type Chance } from '../support/chance.ts';
import { streamModel, type StreamInput, type StreamOutput } from '../support/linearizability/append-model.ts';
import { isLinearizable, type Operation } from '../support/linearizability/check-history.ts';
import { event, type Contract } from './event-store.builders.ts';

const stream = 'thing-1';
const clients = 6;
const operationsOfEach = 8;

const conflict = ({ actual }: WrongExpectedVersion): StreamOutput => ({
  kind: 'conflict',
  actual: actual === 'no_stream' ? -1 : Number(actual),
});

const perform = async (store: EventStore, input: StreamInput, chance: Chance): Promise<StreamOutput> => {
  if (input.kind === 'read') return { kind: 'ids', ids: (await loadStream(store, stream)).events.map(({ id }) => id) };
  try {
    const expected = input.expected < 0 ? 'no_stream' : BigInt(input.expected);
    const events = input.ids.map((id) => ({ ...event(id), id }));
    const { nextExpectedRevision } = await store.append(stream, expected, events);
    // Some answers are lost on their way back.
    return chance.next() < 0.1 ? { kind: 'unknown' } : { kind: 'appended', revision: Number(nextExpectedRevision) };
  } catch (error) {
    if (error instanceof WrongExpectedVersion) return conflict(error);
    throw error;
  }
};

const yieldFor = (turns: number): Promise<void> =>
  turns === 0 ? Promise.resolve() : new Promise<void>((resolve) => setImmediate(resolve)).then(() => yieldFor(turns - 1));

/** Clients that append at guessed revisions, repeat themselves and read, all at once; what they asked and were told. */
const play = async (store: EventStore, seed: number): Promise<readonly Operation<StreamInput, StreamOutput>[]> => {
  const chance = chanceOf(seed);
  const history: Operation<StreamInput, StreamOutput>[] = [];
  let time = 0;
  let known = -1;
  const client = async (name: number): Promise<void> => {
    let last: StreamInput = { kind: 'read' };
    for (let n = 0; n < operationsOfEach; n += 1) {
      const fresh: StreamInput = {
        kind: 'append',
        expected: known - chance.below(2),
        ids: Array.from({ length: 1 + chance.below(2) }, (_id, index) => event(`${seed}/${name}/${n}/${index}`).id),
      };
      const input: StreamInput = chance.pick<StreamInput>([fresh, fresh, fresh, last, { kind: 'read' }]);
      const safe: StreamInput = input.kind === 'append' && input.expected < -1 ? { ...input, expected: -1 } : input;
      last = safe;
      const calledAt = (time += 1);
      const output = await perform(store, safe, chance);
      const answeredAt = output.kind === 'unknown' ? Infinity : (time += 1);
      if (output.kind === 'appended') known = Math.max(known, output.revision);
      if (output.kind === 'conflict') known = Math.max(known, output.actual);
      history.push({ input: safe, output, calledAt, answeredAt });
      await yieldFor(chance.below(3));
    }
  };
  await Promise.all(Array.from({ length: clients }, (_client, name) => client(name)));
  history.push({
    input: { kind: 'read' },
    output: await perform(store, { kind: 'read' }, chance),
    calledAt: (time += 1),
    answeredAt: (time += 1),
  });
  return history;
};

/** Histories of many clients, each explained by some order. */
export const describeHistories = (contract: Contract): void => {
  const seeds = Number(process.env['CONTRACT_SEEDS'] ?? 12);
  const first = Number(process.env['SEED'] ?? 1);
  Array.from({ length: seeds }, (_seed, index) => first + index).forEach((seed, index) => {
    contract(
      34,
      `what ${clients} clients were told at once is explained by an order (seed ${seed})`,
      async (store) => {
        const history = await play(store, seed);
        expect([history.length, isLinearizable(streamModel, history)]).toStrictEqual([clients * operationsOfEach + 1, true]);
      },
      index === 0 ? '' : `-${index + 1}`,
    );
  });
};
