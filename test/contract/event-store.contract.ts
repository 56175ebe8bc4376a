import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore } from '../../libs/event-store/src/index.ts';
import { describeAppend, describeConcurrency, describeIdempotency } from './event-store-append.contract.ts';
import { describeEncoding, describeErrors } from './event-store-limits.contract.ts';
import { describeHistories } from './event-store-history.contract.ts';
import { describeOutcomes } from './event-store-outcome.contract.ts';
import { describeDelete, describeRead } from './event-store-read.contract.ts';
import { describeSubscriptions } from './event-store-subscription.contract.ts';
import { uncovered } from './event-store.cases.ts';

/** What every engine has to do, case by case; `covered` collects the numbers that have run. */
export const describeEventStore = (
  engine: string,
  open: () => Promise<{ readonly store: EventStore; readonly clean: () => Promise<void> }>,
): void => {
  const covered = new Set<number>();
  const contract = (number: number, title: string, run: (store: EventStore) => Promise<void>, suffix = ''): void => {
    it(`C${String(number).padStart(2, '0')}${suffix} ${title}`, async () => {
      covered.add(number);
      await run(opened.store);
    });
  };
  let opened: Awaited<ReturnType<typeof open>>;

  describe(`event store contract, ${engine}`, () => {
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => {
      await opened.clean();
    });
    afterAll(() => {
      const open = uncovered(covered);
      expect(open.filter(({ reason }) => reason === 'NO REASON GIVEN')).toStrictEqual([]);
      const reasons = new Map<string, number[]>();
      open.forEach(({ number, reason }) => reasons.set(reason, [...(reasons.get(reason) ?? []), number]));
      const lines = [...reasons].map(
        ([reason, numbers]) =>
          `NOTE: ${engine}: ${numbers.map((number) => `C${String(number).padStart(2, '0')}`).join(' ')} not covered: ${reason}`,
      );
      process.stdout.write(`NOTE: ${engine}: ${covered.size} of 92 contract cases ran here\n${lines.join('\n')}\n`);
    });

    describeAppend(contract);
    describeIdempotency(contract);
    describeConcurrency(contract);
    describeRead(contract);
    describeDelete(contract);
    describeErrors(contract);
    describeEncoding(contract);
    describeSubscriptions(contract);
    describeOutcomes(contract);
    describeHistories(contract);
  });
};
