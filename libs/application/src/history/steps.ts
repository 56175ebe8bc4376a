import { domainData, type RecordedEvent } from '../../../event-store/src/index.ts';
import type { Environment } from '../contract.ts';
import { instanceAfter, instanceBefore, type Instance } from '../procedure/instance.ts';
import type { Procedures } from '../procedure/procedures.ts';
import { upcasters } from '../upcasters.ts';
import { folds, type ObjectFold } from './fold-kinds.ts';
import type { KnownEvent, ObjectName } from './known-events.ts';

/** One event with the object before and after it. */
export interface Step {
  readonly known: KnownEvent;
  /** Among the events that are known, 0-based. */
  readonly place: number;
  readonly event: RecordedEvent;
  readonly data: object;
  readonly before: unknown;
  readonly after: unknown;
  /** Stage of its procedure; null where none governs, or where nobody outside is told. */
  readonly stage: { readonly before: string; readonly after: string } | null;
}

const nothing: ObjectFold = { initial: {}, evolve: (state) => state };

const stageStep = (
  procedures: Procedures,
  object: string,
  instance: Instance | null,
  event: RecordedEvent,
): readonly [Instance, Step['stage']] => {
  const before = instance ?? instanceBefore(procedures, event);
  const after = instanceAfter(procedures, object, before, event);
  return [after, { before: before.standing.stage, after: after.standing.stage }];
};

/**
 * The steps of an object, oldest first, folded from those events alone that are known: what is kept from a viewer shows in no value.
 * Reads as it goes and keeps one state.
 *
 * @param procedures  of the object's kind, for those who read what is internal; null otherwise
 */
export async function* stepsOf(
  env: Environment,
  { object, id }: ObjectName,
  known: readonly KnownEvent[],
  procedures: Procedures | null,
): AsyncGenerator<Step> {
  const { initial, evolve } = folds.get(object) ?? nothing;
  let [state, instance, place]: [unknown, Instance | null, number] = [initial, null, 0];
  if (known.length === 0) return;
  for await (const event of env.store.readStream(`${object}-${id}`)) {
    const next = known[place];
    if (next === undefined) return;
    if (Number(event.revision) !== next.revision) continue;
    const data = domainData(event, upcasters);
    const [before, after] = [state, evolve(state, { type: event.type, data })];
    let stage: Step['stage'] = null;
    if (procedures !== null) [instance, stage] = stageStep(procedures, object, instance, event);
    yield { known: next, place, event, data, before, after, stage };
    state = after;
    place += 1;
  }
}
