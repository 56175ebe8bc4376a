import { upcasters } from '../../../libs/application/src/index.ts';
import { domainData, loadStream, type EventStore } from '../../../libs/event-store/src/index.ts';
import { CannotStart } from '../../standalone/data-dir.ts';

const naming = ['LedgerOpened', 'LogKeyRotated', 'LedgerReopened'];

/**
 * Every key that the record has named for its ledger, of every origin it had. For the operator, who holds the record; an auditor trusts
 * a policy of his own instead.
 *
 * @throws CannotStart 66 when the ledger was never opened
 */
export const vkeysOf = async (store: EventStore): Promise<readonly string[]> => {
  const { events } = await loadStream(store, 'ledger-main');
  const found = events
    .filter(({ type }) => naming.includes(type))
    .map((event) => (domainData(event, upcasters) as { readonly vkey: string }).vkey);
  if (found.length === 0) throw new CannotStart('The record has no ledger.', { exitCode: 66 });
  return [...new Set(found)];
};
