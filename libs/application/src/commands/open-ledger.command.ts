import { ledgerDecider, type BusinessClock } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface OpenLedgerInput {
  readonly origin: string;
  readonly uuid: string;
  readonly vkey: string;
  readonly clock: BusinessClock;
}

/** The first event of all: identity of the ledger and its clock. */
export const openLedger = useCase<OpenLedgerInput>('OpenLedger', (env, input, context) =>
  runCommand(env, context, { decider: ledgerDecider, id: 'main', command: { type: 'OpenLedger', data: input }, input }),
);
