import {
  uuidV5,
  type EventStore,
  type ExpectedRevision,
  type Json,
  type NewEvent,
  type RecordedEvent,
} from '../../libs/event-store/src/index.ts';

export const idOf = (name: string): string => uuidV5(`contract/${name}`);

export const event = (name: string, data: Json = { name }, type = 'ThingHappened'): NewEvent => ({
  id: idOf(name),
  type,
  data,
  metadata: { commandId: name, $correlationId: 'c' },
});

export const events = (...names: readonly string[]): readonly NewEvent[] => names.map((name) => event(name));

export const all = (source: AsyncIterable<RecordedEvent>): Promise<RecordedEvent[]> => Array.fromAsync(source);

export const names = (recorded: readonly RecordedEvent[]): readonly unknown[] => recorded.map(({ metadata }) => metadata['commandId']);

export const wrong = (expected: ExpectedRevision, actual: bigint | 'no_stream'): object => ({
  code: 'wrong_expected_version',
  expected,
  actual,
  outcome: 'not_applied',
  retryable: false,
});

/** Registers one case under its number. */
export type Contract = (number: number, title: string, run: (store: EventStore) => Promise<void>, suffix?: string) => void;
