import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { streamModel, type StreamInput, type StreamOutput } from './append-model.ts';
import { isLinearizable, type Model, type Operation } from './check-history.ts';

type RegisterInput =
  | { readonly kind: 'read' }
  | { readonly kind: 'write'; readonly value: number }
  | { readonly kind: 'cas'; readonly from: number; readonly to: number };
/** `value` of a read; whether a write or exchange went through; `unknown` when nobody was told. */
type RegisterOutput = { readonly unknown: boolean; readonly done: boolean; readonly value: number | null };

/** Boxed, because a register may well hold null. */
const register: Model<{ readonly value: number | null }, RegisterInput, RegisterOutput> = {
  initial: { value: null },
  step: ({ value }, input, output) => {
    if (input.kind === 'read') return output.unknown || output.value === value ? { value } : null;
    if (input.kind === 'write') return { value: input.value };
    const fits = value === input.from;
    if (!output.unknown && output.done !== fits) return null;
    return { value: fits ? input.to : value };
  },
  key: ({ value }) => String(value),
};

const unknown: RegisterOutput = { unknown: true, done: false, value: null };
const told = (value: number | null, done = true): RegisterOutput => ({ unknown: false, done, value });
const call = <I, O>(calledAt: number, answeredAt: number, input: I, output: O): Operation<I, O> => ({
  calledAt,
  answeredAt,
  input,
  output,
});
const write = (from: number, to: number, value: number) =>
  call<RegisterInput, RegisterOutput>(from, to, { kind: 'write', value }, told(null));
const read = (from: number, to: number, value: number | null) =>
  call<RegisterInput, RegisterOutput>(from, to, { kind: 'read' }, told(value));

describe('the checker of histories', () => {
  it.each<[string, readonly Operation<RegisterInput, RegisterOutput>[], boolean]>([
    ['nothing', [], true],
    ['a read of what was written', [write(1, 2, 7), read(3, 4, 7)], true],
    ['a stale read', [write(1, 2, 7), write(3, 4, 8), read(5, 6, 7)], false],
    ['a read during a write, before it', [write(1, 6, 7), read(2, 3, null)], true],
    ['a read during a write, after it', [write(1, 6, 7), read(2, 3, 7)], true],
    ['a value that was seen and is gone', [write(1, 8, 7), read(2, 3, 7), read(4, 5, null)], false],
    ['an exchange that failed though it fitted', [write(1, 2, 7), call(3, 4, { kind: 'cas', from: 7, to: 8 }, told(null, false))], false],
    [
      'an unknown write that took effect late',
      [call(1, Infinity, { kind: 'write', value: 7 }, unknown), read(2, 3, null), read(4, 5, 7)],
      true,
    ],
    ['an unknown write that never took effect', [call(1, Infinity, { kind: 'write', value: 7 }, unknown), read(2, 3, null)], true],
    ['a value that nobody wrote', [call(1, Infinity, { kind: 'write', value: 7 }, unknown), read(2, 3, 9)], false],
  ])('judges %s', (_what, operations, verdict) => {
    expect(isLinearizable(register, operations)).toBe(verdict);
  });

  const append = (from: number, to: number, expected: number, id: string, output: StreamOutput) =>
    call<StreamInput, StreamOutput>(from, to, { kind: 'append', expected, ids: [id] }, output);
  const ids = (from: number, to: number, ...found: readonly string[]) =>
    call<StreamInput, StreamOutput>(from, to, { kind: 'read' }, { kind: 'ids', ids: found });

  it.each<[string, readonly Operation<StreamInput, StreamOutput>[], boolean]>([
    [
      'two winners at one revision',
      [append(1, 4, -1, 'a', { kind: 'appended', revision: 0 }), append(2, 5, -1, 'b', { kind: 'appended', revision: 0 })],
      false,
    ],
    [
      'a winner and a truthful loser',
      [append(1, 4, -1, 'a', { kind: 'appended', revision: 0 }), append(2, 5, -1, 'b', { kind: 'conflict', actual: 0 })],
      true,
    ],
    [
      'a loser who is told another revision',
      [append(1, 4, -1, 'a', { kind: 'appended', revision: 0 }), append(2, 5, -1, 'b', { kind: 'conflict', actual: 1 })],
      false,
    ],
    [
      'a repeat',
      [append(1, 2, -1, 'a', { kind: 'appended', revision: 0 }), append(3, 4, -1, 'a', { kind: 'appended', revision: 0 }), ids(5, 6, 'a')],
      true,
    ],
    [
      'a repeat stored twice',
      [
        append(1, 2, -1, 'a', { kind: 'appended', revision: 0 }),
        append(3, 4, -1, 'a', { kind: 'appended', revision: 0 }),
        ids(5, 6, 'a', 'a'),
      ],
      false,
    ],
    ['an acknowledged append that is gone', [append(1, 2, -1, 'a', { kind: 'appended', revision: 0 }), ids(3, 4)], false],
    ['an unknown append that shows later', [append(1, Infinity, -1, 'a', { kind: 'unknown' }), ids(2, 3), ids(4, 5, 'a')], true],
    ['an unknown append that shows and is gone', [append(1, Infinity, -1, 'a', { kind: 'unknown' }), ids(2, 3, 'a'), ids(4, 5)], false],
  ])('judges %s', (_what, operations, verdict) => {
    expect(isLinearizable(streamModel, operations)).toBe(verdict);
  });

  const folder = '../shared/vectors/porcupine';
  if (existsSync(folder)) {
    const line = /^INFO\s+jepsen\.util\s+-\s+(\d+)\s+:(invoke|ok|fail)\s+:(read|write|cas)\s+(.*)$/;
    const number = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : null);
    const inputOf = (kind: string, value: string): RegisterInput => {
      if (kind === 'read') return { kind: 'read' };
      if (kind === 'write') return { kind: 'write', value: Number(value) };
      const [from = NaN, to = NaN] = value.slice(1, -1).split(' ').map(Number);
      return { kind: 'cas', from, to };
    };
    const historyOf = (text: string): readonly Operation<RegisterInput, RegisterOutput>[] => {
      const found: { input: RegisterInput; output: RegisterOutput; calledAt: number; answeredAt: number }[] = [];
      const open = new Map<string, (typeof found)[number]>();
      text.split('\n').forEach((raw, at) => {
        const [, client = '', phase = '', kind = '', value = ''] = line.exec(raw) ?? [];
        if (phase === 'invoke') {
          const operation = { input: inputOf(kind, value), output: unknown, calledAt: at, answeredAt: Infinity };
          open.set(client, operation);
          found.push(operation);
        } else if (phase !== '') {
          const operation = open.get(client);
          if (operation === undefined) throw new Error(`an answer without a question: ${raw}`);
          operation.answeredAt = at;
          operation.output = value === ':timed-out' ? unknown : told(number(value), phase === 'ok');
        }
      });
      return found;
    };
    const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Readonly<Record<string, boolean>>;
    const files = readdirSync(join(folder, 'test_data/jepsen')).filter((name) => name.replace('.log', '') in expected);

    it(`judges the ${files.length} published histories of a register as published`, () => {
      const wrong = files.filter((name) => {
        const operations = historyOf(readFileSync(join(folder, 'test_data/jepsen', name), 'utf8'));
        return isLinearizable(register, operations) !== expected[name.replace('.log', '')];
      });
      expect([files.length, wrong]).toStrictEqual([102, []]);
    }, 120_000);
  } else process.stdout.write('NOTE: the published histories are not at hand; the checker of histories is tried on own cases only\n');
});
