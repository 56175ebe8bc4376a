import { readFileSync } from 'node:fs';
import { commands } from '../../libs/application/src/index.ts';
import { readBounce } from '../../libs/channels/src/adapters/smtp/index.ts';
import { CannotStart } from '../standalone/data-dir.ts';
import { operatorContext, withRecord } from './open-record.ts';

/**
 * Puts on record that a letter came back. A report that it is late changes nothing: the station on the way goes on trying.
 *
 * @param file  the mail as it came back, or `-` for the standard input, where a mail server pipes it
 * @returns a line that says what was found
 * @throws CannotStart when it is no such report, or of no letter that was taken over
 */
export const takeBounce = async (dataDir: string, file: string): Promise<string> => {
  const found = readBounce(readFileSync(file === '-' ? 0 : file, 'latin1'));
  if (found === null) throw new CannotStart('This is no report of a letter that came back.', { exitCode: 65 });
  const { deliveryId, code: bounce, isForGood } = found;
  if (!isForGood) return `${deliveryId} is late (${bounce}); nothing was recorded.`;
  const outcome = await withRecord(dataDir, (env) => commands.recordDeliveryBounce.run(env, { deliveryId, bounce }, operatorContext()));
  if (outcome.kind === 'refused') throw new CannotStart(`Refused: ${outcome.rejection.code}.`, { exitCode: 65 });
  return `${deliveryId} came back (${bounce}).`;
};
