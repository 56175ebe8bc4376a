import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore } from '../../libs/event-store/src/index.ts';
import { describeAppend, describeConcurrency, describeIdempotency } from './event-store-append.contract.ts';
import { describeDoors } from './event-store-doors.contract.ts';
import { describeEncoding, describeErrors } from './event-store-limits.contract.ts';
import { describeHistories } from './event-store-history.contract.ts';
import { describeOutcomes } from './event-store-outcome.contract.ts';
import { describeDelete, describeRead } from './event-store-read.contract.ts';
import { describeSettings } from './event-store-settings.contract.ts';
import { describeSubscriptions } from './event-store-subscription.contract.ts';
import { uncovered } from './event-store.cases.ts';

/** What every engine has to do, case by case; `written` are the numbers that stand here, `ran` those that have run. */
export const describeEventStore = (
  engine: string,
  open: () => Promise<{ readonly store: EventStore; readonly clean: () => Promise<void> }>,
): void => {
  const written = new Set<number>();
  const ran = new Set<number>();
  const contract = (number: number, title: string, run: (store: EventStore) => Promise<void>, suffix = ''): void => {
    written.add(number);
    it(`C${String(number).padStart(2, '0')}${suffix} ${title}`, async () => {
      ran.add(number);
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
      const reasons = new Map<string, number[]>();
      uncovered(written).forEach(({ number, reason }) => reasons.set(reason, [...(reasons.get(reason) ?? []), number]));
      const lines = [...reasons].map(
        ([reason, numbers]) =>
          `NOTE: ${engine}: ${numbers.map((number) => `C${String(number).padStart(2, '0')}`).join(' ')} not covered: ${reason}`,
      );
      process.stdout.write(`NOTE: ${engine}: ${ran.size} of 92 contract cases ran here\n${lines.join('\n')}\n`);
    });

    describeAppend(contract);
    describeIdempotency(contract);
    describeConcurrency(contract);
    describeRead(contract);
    describeDelete(contract);
    describeErrors(contract);
    describeEncoding(contract);
    describeSubscriptions(contract);
    describeSettings(contract);
    describeDoors(contract);
    describeOutcomes(contract);
    describeHistories(contract);
    it('has a place or a reason for every case that does not stand here', () => {
      expect(uncovered(written).filter(({ reason }) => reason === 'NO REASON GIVEN')).toStrictEqual([]);
    });
  });
};
