import type { Viewer } from '../../../projections/src/index.ts';
import type { Environment } from '../contract.ts';
import { proceduresOf } from '../procedure/procedures.ts';
import { headOf, toldStep, type ObjectStep, type Telling } from './entry.ts';
import { isSought, touches, type HistoryFilter } from './history-filter.ts';
import { knownEvents, type ObjectName } from './known-events.ts';
import { stepsOf, type Step } from './steps.ts';

/** An object whose history is read, and what reading it takes; null where there is nothing to be known. */
export const tellingOf = async (env: Environment, name: ObjectName, viewer: Viewer): Promise<Telling | null> => {
  const known = await knownEvents(env, name, viewer);
  if (known.length === 0) return null;
  const asked = new Map<string, boolean>();
  const isPseudonym = (text: string): boolean => {
    if (!/^[0-9a-f-]{36}$/.test(text)) return false;
    const found = asked.get(text) ?? env.read.get('SELECT 1 FROM history WHERE stream = ? LIMIT 1', `accreditation-${text}`) !== undefined;
    asked.set(text, found);
    return found;
  };
  return { name, known, isInternal: viewer.kind === 'internal', procedures: await proceduresOf(env.store, name.object), isPseudonym };
};

/** Every step that the viewer may know of, oldest first, whether it is looked for or not. */
export const allSteps = (env: Environment, { name, known, isInternal, procedures }: Telling): AsyncGenerator<Step> =>
  stepsOf(env, name, known, isInternal ? procedures : null);

/** A step told whole when it is looked for; null otherwise. */
export const soughtStep = (step: Step, telling: Telling, filter: HistoryFilter): ObjectStep | null => {
  const head = headOf(step, telling);
  if (!isSought(head, filter)) return null;
  const told = toldStep(step, telling, head);
  return filter.field === undefined || touches(told.changes, filter.field) ? told : null;
};

/** The steps that are looked for, told one by one: reads as it goes and keeps nothing but the object. */
export async function* toldSteps(env: Environment, telling: Telling, filter: HistoryFilter): AsyncGenerator<ObjectStep> {
  for await (const step of allSteps(env, telling)) {
    const told = soughtStep(step, telling, filter);
    if (told !== null) yield told;
  }
}
