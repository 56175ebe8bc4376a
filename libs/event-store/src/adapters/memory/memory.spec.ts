import { describeEventStore } from '../../../../../test/contract/event-store.contract.ts';
import { openMemoryEventStore } from './index.ts';

describeEventStore('memory', () => {
  const store = openMemoryEventStore();
  return Promise.resolve({ store, clean: () => store.close() });
});
