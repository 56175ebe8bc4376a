export type * from './ledger.events.ts';
export type * from './ledger.commands.ts';
export { ledgerDecider, nextOrigin, type LedgerState } from './ledger.decide.ts';
