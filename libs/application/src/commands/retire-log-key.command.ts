import { ledgerDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type RetireLogKeyInput = { readonly vkey: string };

/** Puts on record that the key that was replaced signs no more. */
export const retireLogKey = useCase<RetireLogKeyInput>('RetireLogKey', (env, input, context) =>
  runCommand(env, context, { decider: ledgerDecider, id: 'main', command: { type: 'RetireLogKey', data: input }, input }),
);
