import { accept, reject, type Decider } from '../../libs/domain/src/kernel/index.ts';
import { handleCommand, uuidV5, type CommandHandling, type EventStore } from '../../libs/event-store/src/index.ts';
import { frozen } from './given.ts';

/** What adding to a counter records. */
export interface Added {
  readonly type: 'Added';
  readonly data: { readonly amount: number };
}

export interface Counter {
  readonly total: number;
}

export interface TooMuch {
  readonly code: 'counter.too_much';
  readonly total: number;
}

/** A decider of no meaning: counts up to a hundred. */
export const counter: Decider<Counter, { readonly add: number }, Added, TooMuch> = {
  category: 'counter',
  initialState: { total: 0 },
  evolve: ({ total }, { data }) => ({ total: total + data.amount }),
  decide: ({ add }, { total }) => {
    if (add === 0) return accept();
    return total + add > 100 ? reject({ code: 'counter.too_much', total }) : accept({ type: 'Added', data: { amount: add } });
  },
};

/** Gives the command to add, under a key. */
export const handling = (
  store: EventStore,
  add: number,
  key: string,
  more: Partial<CommandHandling<Counter, { readonly add: number }, Added, TooMuch>> = {},
) =>
  handleCommand({
    store,
    decider: counter,
    stream: 'counter-1',
    command: frozen({ add }),
    commandId: uuidV5(key),
    requestHash: `hash of ${add}`,
    metadata: () => ({ commandId: uuidV5(key), requestHash: `hash of ${add}`, actor: 'ada' }),
    random: (bytes) => new Uint8Array(bytes).fill(7),
    upcasters: {},
    ifMatch: null,
    dryRun: false,
    ...more,
  });
