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
      /** Keys that sign, the newest last: two while one replaces the other. */
      readonly keys: readonly string[];
      readonly retiredKeys: readonly string[];
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
      keys: [event.data.vkey],
      retiredKeys: [],
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
    case 'LogKeyRotated':
      return { ...state, keys: [...state.keys, event.data.vkey] };
    case 'LogKeyRetired':
      return { ...state, keys: [event.data.vkey], retiredKeys: [...state.retiredKeys, event.data.retiredVkey] };
    case 'LedgerReopened':
      return { ...state, origin: event.data.origin, keys: [event.data.vkey] };
  }
};

type Advance = Extract<LedgerCommand, { type: 'AdvanceBusinessClock' }>['data'];

const advance = ({ now, to, reason }: Advance, { clock }: Open): LedgerDecision => {
  if (clock.mode === 'real') return reject({ code: 'clock.not_virtual' });
  if (to <= now) return reject({ code: 'clock.not_forward', now, to });
  return accept({ type: 'BusinessClockAdvanced', data: { from: now, to, reason } });
};

const isKeyOf = (origin: string, vkey: string): boolean => vkey.startsWith(`${origin}+`);

const rotate = (vkey: string, { origin, keys, retiredKeys }: Open): LedgerDecision => {
  const [formerVkey = ''] = keys;
  if (keys.at(-1) === vkey) return accept();
  if (!isKeyOf(origin, vkey)) return reject({ code: 'ledger.key_of_another_log' });
  if (retiredKeys.includes(vkey)) return reject({ code: 'ledger.key_was_retired' });
  return keys.length > 1 ? reject({ code: 'ledger.rotation_under_way' }) : accept({ type: 'LogKeyRotated', data: { vkey, formerVkey } });
};

const retire = (retiredVkey: string, { keys, retiredKeys }: Open): LedgerDecision => {
  if (retiredKeys.includes(retiredVkey)) return accept();
  const [former, vkey] = keys;
  return former === retiredVkey && vkey !== undefined
    ? accept({ type: 'LogKeyRetired', data: { vkey, retiredVkey } })
    : reject({ code: 'ledger.key_not_replaced' });
};

/** The origin after this one: `…/2` after the first, then counted on. The first ends in eight hexadecimal digits, never in a count. */
export const nextOrigin = (origin: string): string => {
  const [, base = origin, count = '1'] = /^(.+\/[0-9a-f]{8})\/(\d+)$/.exec(origin) ?? [];
  return `${base}/${Number(count) + 1}`;
};

type Reopen = Extract<LedgerCommand, { type: 'ReopenLedger' }>['data'];

const reopen = (data: Reopen, { origin }: Open): LedgerDecision => {
  const expected = nextOrigin(origin);
  if (data.origin === origin) return accept();
  if (data.origin !== expected) return reject({ code: 'ledger.origin_not_next', expected });
  if (!isKeyOf(data.origin, data.vkey)) return reject({ code: 'ledger.key_of_another_log' });
  const { signedSize, keptSize } = data;
  if (signedSize <= keptSize) return reject({ code: 'ledger.nothing_lost', signedSize, keptSize });
  return accept({ type: 'LedgerReopened', data: { ...data, formerOrigin: origin } });
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
    case 'RotateLogKey':
      return rotate(command.data.vkey, state);
    case 'RetireLogKey':
      return retire(command.data.vkey, state);
    case 'ReopenLedger':
      return reopen(command.data, state);
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
