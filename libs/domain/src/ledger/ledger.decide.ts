import { accept, reject, same, type Decider, type Decision, type Instant } from '../kernel/index.ts';
import type { LedgerCommand, LedgerRejection } from './ledger.commands.ts';
import type { BusinessClock, LedgerEvent } from './ledger.events.ts';

export type LedgerState =
  | { readonly status: 'unopened' }
  | {
      readonly status: 'open';
      readonly clock: BusinessClock;
      readonly uuid: string;
      /** Name of the log in its checkpoints. */
      readonly origin: string;
      /** Where the last advance left a virtual clock. */
      readonly advancedTo: Instant | null;
      /** Hash by data set. */
      readonly datasets: Readonly<Record<string, string>>;
      readonly samples: boolean;
    };

type Open = Extract<LedgerState, { status: 'open' }>;
type LedgerDecision = Decision<LedgerEvent, LedgerRejection>;

const evolve = (state: LedgerState, event: LedgerEvent): LedgerState => {
  if (event.type === 'LedgerOpened') {
    return {
      status: 'open',
      clock: event.data.clock,
      uuid: event.data.uuid,
      origin: event.data.origin,
      advancedTo: null,
      datasets: {},
      samples: false,
    };
  }
  if (state.status === 'unopened') return state;
  switch (event.type) {
    case 'BusinessClockAdvanced':
      return { ...state, advancedTo: event.data.to };
    case 'ReferenceDataRecorded':
      return { ...state, datasets: { ...state.datasets, [event.data.dataset]: event.data.sha256 } };
    case 'InventedSamplesDeclared':
      return { ...state, samples: true };
  }
};

type Advance = Extract<LedgerCommand, { type: 'AdvanceBusinessClock' }>['data'];

const advance = ({ now, to, reason }: Advance, { clock }: Open): LedgerDecision => {
  if (clock.mode === 'real') return reject({ code: 'clock.not_virtual' });
  if (to <= now) return reject({ code: 'clock.not_forward', now, to });
  return accept({ type: 'BusinessClockAdvanced', data: { from: now, to, reason } });
};

const decideOpen = (command: Exclude<LedgerCommand, { type: 'OpenLedger' }>, state: Open): LedgerDecision => {
  switch (command.type) {
    case 'AdvanceBusinessClock':
      return advance(command.data, state);
    case 'RecordReferenceData': {
      const known = state.datasets[command.data.dataset];
      if (known === command.data.sha256) return accept();
      return known === undefined
        ? accept({ type: 'ReferenceDataRecorded', data: command.data })
        : reject({ code: 'reference.content_changed', dataset: command.data.dataset });
    }
    case 'DeclareInventedSamples':
      return state.samples ? accept() : accept({ type: 'InventedSamplesDeclared', data: command.data });
  }
};

export const ledgerDecider: Decider<LedgerState, LedgerCommand, LedgerEvent, LedgerRejection> = {
  category: 'ledger',
  initialState: { status: 'unopened' },
  evolve,
  decide: (command, state) => {
    if (command.type !== 'OpenLedger') return state.status === 'open' ? decideOpen(command, state) : reject({ code: 'ledger.not_opened' });
    if (state.status === 'unopened') return accept({ type: 'LedgerOpened', data: command.data });
    return state.uuid === command.data.uuid && same(state.clock, command.data.clock) ? accept() : reject({ code: 'ledger.already_opened' });
  },
};
