import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPersonDirectory, upcasters } from '../../libs/application/src/index.ts';
import * as domain from '../../libs/domain/src/index.ts';
import { openMemoryEventStore } from '../../libs/event-store/src/adapters/memory/index.ts';
import {
  currentSchema,
  domainData,
  fold,
  isLedgered,
  uuidV5,
  type EventStore,
  type Json,
  type NewEvent,
  type RecordedEvent,
} from '../../libs/event-store/src/index.ts';
import { openShippedReadModels, shippedProjections, startProjections } from '../../libs/projections/src/index.ts';
import { sampleEvents, type Fullness } from '../support/sample-events.ts';

/** An event as some version of the program stored it: written once, never changed. */
interface StoredSample {
  readonly type: string;
  readonly schema: number;
  readonly sample: Fullness;
  /** Of the instance it belongs to. */
  readonly number: number;
  readonly data: Readonly<Record<string, Json>>;
}

type AnyDecider = domain.Decider<unknown, { readonly type: string }, domain.DomainEvent, domain.Rejection>;

const folder = 'test/fixtures/events';

/** The aggregate of each folder of the domain; what the procedure adds to any instance is read on a topic. */
const deciders: Readonly<Record<string, AnyDecider>> = Object.fromEntries(
  Object.entries(domain).flatMap(([name, value]): readonly (readonly [string, AnyDecider])[] =>
    name.endsWith('Decider') && typeof value === 'object'
      ? [[name.replace(/Decider$/, '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value as unknown as AnyDecider]]
      : [],
  ),
);
const deciderOf = (aggregate: string): AnyDecider =>
  aggregate === 'procedure' ? (domain.procedureDecider('topic') as unknown as AnyDecider) : (deciders[aggregate] as AnyDecider);

const read = (aggregate: string): readonly StoredSample[] => {
  const path = join(folder, `${aggregate}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly StoredSample[]) : [];
};

/** Adds what is missing and touches nothing that is there. Asked for by hand, after an event type or a version was added: `WRITE_EVENTS=1`. */
const writeMissing = (): void => {
  mkdirSync(folder, { recursive: true });
  for (const sample of ['full', 'bare'] as const) {
    for (const { type, aggregate, number, data } of sampleEvents(sample)) {
      const [stored, schema] = [read(aggregate), currentSchema(upcasters, type)];
      if (stored.some((known) => known.type === type && known.schema === schema && known.sample === sample)) continue;
      const added = [...stored, { type, schema, sample, number, data: data as StoredSample['data'] }];
      writeFileSync(join(folder, `${aggregate}.json`), `${JSON.stringify(added, null, 1)}\n`);
    }
  }
};
if (process.env['WRITE_EVENTS'] === '1') writeMissing();

const aggregates = readdirSync(folder).map((name) => name.replace(/\.json$/, ''));
const stored = aggregates.flatMap((aggregate) => read(aggregate).map((sample) => ({ ...sample, aggregate })));
const members = (
  JSON.parse(readFileSync('test/fixtures/stored-names.json', 'utf8')) as { readonly events: Readonly<Record<string, readonly string[]>> }
).events;

const toNewEvent = ({ type, schema, data }: StoredSample, index: number): NewEvent => ({
  id: uuidV5(`${type}/${index}`),
  type,
  data: { ...data, $salt: '0'.repeat(32) },
  metadata: {
    $correlationId: 'c',
    $causationId: 'c',
    commandId: uuidV5(`${type}/${index}/command`),
    requestHash: 'h',
    actor: 'accreditation-1',
    role: 'officer',
    actingFor: '',
    grant: 'accreditation-accreditation-1@0',
    policy: 'p',
    audience: 'internal',
    schema: String(schema),
    occurredAt: `2015-03-03T09:00:00.${String(index % 1_000).padStart(3, '0')}Z`,
  },
});

const streamOf = ({ aggregate, number }: { readonly aggregate: string; readonly number: number }): string => {
  const { category } = deciderOf(aggregate);
  return `${category}-${category}-${number}`;
};

const recordAll = async (store: EventStore): Promise<void> => {
  const streams = new Map<string, NewEvent[]>();
  stored.forEach((sample, index) => {
    const stream = streamOf(sample);
    streams.set(stream, [...(streams.get(stream) ?? []), toNewEvent(sample, index)]);
  });
  for (const [stream, events] of streams) await store.append(stream, 'no_stream', events);
};

describe('events as they are stored', () => {
  let store: EventStore;
  beforeAll(async () => {
    store = openMemoryEventStore();
    await recordAll(store);
  });
  afterAll(() => store.close());
  const all = (): Promise<readonly RecordedEvent[]> => Array.fromAsync(store.readAll());

  it('are kept of every type at every version, with everything that may be there and with nothing that may be missing', () => {
    const has = (type: string, schema: number, sample: Fullness): boolean =>
      stored.some((one) => one.type === type && one.schema === schema && one.sample === sample);
    const missing = Object.keys(members).flatMap((type) =>
      Array.from({ length: currentSchema(upcasters, type) }, (_version, index) => index + 1).flatMap((schema) =>
        (['full', 'bare'] as const).flatMap((sample) => (has(type, schema, sample) ? [] : [`${type} version ${schema}, ${sample}`])),
      ),
    );
    expect(missing).toStrictEqual([]);
    expect(stored.filter(({ type }) => !Object.hasOwn(members, type)).map(({ type }) => type)).toStrictEqual([]);
  });

  it('have, in today’s shape, every member that has to be there and none that nobody knows', async () => {
    for (const event of await all()) {
      const found = Object.keys(domainData(event, upcasters));
      const known = members[event.type] ?? [];
      const needed = known.filter((member) => !member.endsWith('?'));
      expect([event.type, needed.filter((member) => !found.includes(member))]).toStrictEqual([event.type, []]);
      const allowed = known.map((member) => member.replace('?', ''));
      expect([event.type, found.filter((member) => !allowed.includes(member))]).toStrictEqual([event.type, []]);
    }
  });

  it.each(aggregates)('are believed by %s, in the order of their declaration and backwards', async (aggregate) => {
    const decider = deciderOf(aggregate);
    const own = new Set(stored.filter((sample) => sample.aggregate === aggregate).map(({ type }) => type));
    const numbers = new Set(stored.filter((sample) => sample.aggregate === aggregate).map(({ number }) => number));
    for (const number of numbers) {
      const events = (await Array.fromAsync(store.readStream(streamOf({ aggregate, number })))).filter(({ type }) => own.has(type));
      expect(events.length).toBeGreaterThan(0);
      for (const order of [events, events.toReversed()]) {
        const state = fold(decider, order, upcasters);
        // Plain data, whatever came in which order.
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }
    }
  });

  it('are taken by every read model that ships', async () => {
    const db = openShippedReadModels(':memory:');
    const told: unknown[] = [];
    const runner = startProjections({ store, db, projections: shippedProjections, upcasters, tell: (trouble) => told.push(trouble) });
    const people = startPersonDirectory(store, ':memory:');
    await runner.caughtUp;
    await people.directory.upToDate();
    const ledgered = (await all()).filter(({ streamId }) => isLedgered(streamId)).length;
    expect(told).toStrictEqual([]);
    expect(runner.standing()).toMatchObject({ n: ledgered, stopped: [], parked: [], fault: null });
    expect(people.directory.read.all('SELECT person_id FROM person ORDER BY person_id')).toStrictEqual([
      { person_id: 'person-1' },
      { person_id: 'person-2' },
    ]);
    await people.stop();
    await runner.stop();
    db.close();
  });
});
