import { domainData, type RecordedEvent, type Verdict } from '../../../event-store/src/index.ts';
import {
  commandBehind,
  governedCategory,
  interpret,
  isAboutWho,
  notStarted,
  standingAfter,
  type Attempt,
  type Standing,
} from '../../../workflow/src/index.ts';
import type { Caller } from '../contract.ts';
import { upcasters } from '../upcasters.ts';
import { generalPolicy, isOlderThanDefinitions, type Edition, type Procedures } from './procedures.ts';
import { reachRefusal } from './reach.ts';

/** Where an instance stands, and under which version of its procedure. */
export interface Instance {
  readonly edition: Edition;
  readonly standing: Standing;
}

const firstEdition = (procedures: Procedures, first: RecordedEvent | undefined): Edition => {
  if (first === undefined) return procedures.current;
  const policy = first.metadata['policy'];
  return policy === undefined || isOlderThanDefinitions(policy) ? procedures.of('') : procedures.of(policy);
};

/** An instance of which nothing but its first event is known yet. */
export const instanceBefore = (procedures: Procedures, first: RecordedEvent | undefined): Instance => ({
  edition: firstEdition(procedures, first),
  standing: notStarted,
});

/** Where an instance stands after one more event. */
export const instanceAfter = (
  procedures: Procedures,
  category: string,
  { edition, standing }: Instance,
  event: RecordedEvent,
): Instance => {
  const data = domainData(event, upcasters);
  const governed = governedCategory(category);
  const command = governed === null ? undefined : commandBehind(governed, event.type);
  const fact = { type: event.type, data, actor: event.metadata['actor'] ?? '', ...(command === undefined ? {} : { command }) };
  const next = event.type === 'InstanceMigrated' ? procedures.of(String(Reflect.get(data, 'toPolicy'))) : edition;
  return { edition: next, standing: standingAfter(edition.definition, standing, fact) };
};

/** Where an instance stands after its events: it keeps the version under which it began until it is migrated. */
export const instanceOf = (procedures: Procedures, category: string, events: readonly RecordedEvent[]): Instance =>
  events.reduce((instance, event) => instanceAfter(procedures, category, instance, event), instanceBefore(procedures, events[0]));

/** Whether an instance belongs to the Member somebody acts for; what belongs to nobody yet is his own. */
export const relationOf = ({ member }: Pick<Caller, 'member'>, owners: readonly string[]): Attempt['relation'] => {
  if (member === null) return 'none';
  return owners.length === 0 || owners.includes(member) ? 'own' : 'other';
};

/** A command as it is given. */
export interface Given {
  readonly type: string;
  readonly data: object;
}

/** What the procedure of a category says of a command, told anew from the stream at each attempt. */
export const judgeBy =
  <S, C extends Given>(
    procedures: Procedures,
    category: string,
    caller: Caller,
    owners: (state: S) => readonly string[],
    fill: (command: C, instance: Instance) => C = (command) => command,
  ) =>
  (events: readonly RecordedEvent[], state: S, command: C): Verdict<C> => {
    const instance = instanceOf(procedures, category, events);
    const filled = fill(command, instance);
    const tooFar = reachRefusal(caller, category, events);
    const refusal = interpret(instance.edition.definition, instance.standing, {
      command: filled.type,
      data: filled.data,
      role: caller.role,
      actor: caller.accreditationId,
      relation: relationOf(caller, owners(state)),
    });
    return {
      refusal: tooFar ?? refusal,
      isAboutWho: tooFar !== null || (refusal !== null && isAboutWho(refusal)),
      policy: instance.edition.policy,
      command: filled,
    };
  };

/** Where no definition governs, only how far the caller's role reaches is judged. */
export const judgeReach =
  <S, C extends Given>(category: string, caller: Caller) =>
  (events: readonly RecordedEvent[], _state: S, command: C): Verdict<C> => ({
    refusal: reachRefusal(caller, category, events),
    isAboutWho: true,
    policy: generalPolicy,
    command,
  });
