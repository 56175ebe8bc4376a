import type { ErasureSubject } from '../../../domain/src/index.ts';
import { loadStream, StreamDeleted } from '../../../event-store/src/index.ts';
import type { CommandOutcome, Environment } from '../contract.ts';
import { refused } from '../run-command.ts';

/** Whether there is anything on record of whom or what an erasure is about. */
export const isOnRecord = async ({ store }: Environment, { object, id }: ErasureSubject): Promise<boolean> => {
  try {
    return (await loadStream(store, `${object}-${id}`)).events.length > 0;
  } catch (error) {
    if (error instanceof StreamDeleted) return false;
    throw error;
  }
};

/** Runs a command about a person of the directory; of somebody who was erased nothing is left to change. */
export const ofPerson = async (work: Promise<CommandOutcome>): Promise<CommandOutcome> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StreamDeleted) return refused({ code: 'person.erased' });
    throw error;
  }
};
