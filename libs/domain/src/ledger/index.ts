export type * from './ledger.events.ts';
export type * from './ledger.commands.ts';
export { ledgerDecider, type LedgerState } from './ledger.decide.ts';
