import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { commands, type CommandOutcome, type Environment } from '../../../libs/application/src/index.ts';
import { makeKey, parseVerifierKey } from '../../../libs/ledger/src/index.ts';
import { CannotStart } from '../../standalone/data-dir.ts';
import { ledgerState } from '../../standalone/opening.ts';
import { operatorContext, withRecord } from '../open-record.ts';
import { signerIn } from './files.ts';

/** @throws CannotStart 65 with the code when a command was refused */
export const settled = (outcome: CommandOutcome): void => {
  if (outcome.kind === 'refused') throw new CannotStart(`Refused: ${outcome.rejection.code}.`, { exitCode: 65 });
};

const openState = async (env: Environment) => {
  const state = await ledgerState(env.store);
  if (state.status === 'unopened') throw new CannotStart('The record has no ledger.', { exitCode: 66 });
  return state;
};

const hexId = (vkey: string): string => (parseVerifierKey(vkey)?.id ?? 0).toString(16).padStart(8, '0');

/**
 * Makes a new signing key and puts on record that it signs too. The file comes first: a key on record that nobody has would stop the
 * sealing. Whoever serves the record signs with both from the next checkpoint on.
 *
 * @returns sentences for the operator: what to publish, what comes next
 * @throws CannotStart 65 when it is refused, 66 without a record
 */
export const rotateLogKey = (dataDir: string): Promise<readonly string[]> =>
  withRecord(dataDir, async (env) => {
    const { origin, keys } = await openState(env);
    const file = `key-${keys.length + 1}-${env.clock.now().slice(0, 10)}-${Buffer.from(env.random(4)).toString('hex')}.pem`;
    const vkey = makeKey(signerIn(dataDir), file, origin);
    const outcome = await commands.rotateLogKey.run(env, { vkey }, operatorContext());
    if (outcome.kind === 'refused') rmSync(join(signerIn(dataDir), file));
    settled(outcome);
    return [
      `The key ${hexId(vkey)} signs beside the former one from the next checkpoint on. Publish this line for every policy:`,
      `log ${vkey}`,
      'When everybody has it: operator ledger retire-key.',
    ];
  });

/**
 * Puts on record that the key that was replaced signs no more. Its file stays: checkpoints up to this entry still need it.
 *
 * @returns sentences for the operator
 * @throws CannotStart 65 when no rotation is under way, 66 without a record
 */
export const retireLogKey = (dataDir: string): Promise<readonly string[]> =>
  withRecord(dataDir, async (env) => {
    const [former = ''] = (await openState(env)).keys;
    settled(await commands.retireLogKey.run(env, { vkey: former }, operatorContext()));
    return [
      `The key ${hexId(former)} signs no more. Policies need it only for what was signed until now:`,
      `log ${former}`,
      'Its file may be destroyed once a checkpoint covers this entry: see operator ledger fsck.',
    ];
  });
