import { ledgerDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export type RotateLogKeyInput = { readonly vkey: string };

/** Puts on record that another key signs too, and will replace the one before. */
export const rotateLogKey = useCase<RotateLogKeyInput>('RotateLogKey', (env, input, context) =>
  runCommand(env, context, { decider: ledgerDecider, id: 'main', command: { type: 'RotateLogKey', data: input }, input }),
);
