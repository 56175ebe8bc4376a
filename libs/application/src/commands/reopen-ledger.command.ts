import { ledgerDecider, type LedgerCommand } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type ReopenLedgerInput = Extract<LedgerCommand, { type: 'ReopenLedger' }>['data'];

/** Puts on record that the ledger begins anew under another origin, because signed entries were lost. */
export const reopenLedger = useCase<ReopenLedgerInput>('ReopenLedger', (env, input, context) =>
  runCommand(env, context, { decider: ledgerDecider, id: 'main', command: { type: 'ReopenLedger', data: input }, input }),
);
