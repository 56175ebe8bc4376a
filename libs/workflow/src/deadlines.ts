import { stageNamed, type DeadlineRule, type Definition } from './definition.ts';

/** An event, as far as deadlines look at it. */
interface Fact {
  readonly type: string;
  readonly data: object;
}

/** Deadlines that an event starts; one that runs already starts anew. */
export const deadlinesStartedBy = ({ deadlines }: Definition, { type }: Fact): readonly DeadlineRule[] =>
  deadlines.filter(({ startsOn }) => startsOn.includes(type));

const isStoppedBy = ({ name, stopsOn, startsOn }: DeadlineRule, { type, data }: Fact): boolean =>
  stopsOn.includes(type) || startsOn.includes(type) || (type === 'DeadlinePassed' && Reflect.get(data, 'deadline') === name);

/**
 * Deadlines that run after one more event.
 *
 * They run from an event that starts them to one that stops them, to their passing, or until a final stage is entered; one that
 * the definition no longer knows is over.
 *
 * @param stage  the stage after the event
 */
export const deadlinesRunning = (definition: Definition, running: readonly string[], fact: Fact, stage: string): readonly string[] => {
  const isOver = stageNamed(definition, stage)?.final === true;
  const stillRuns = ({ name }: Pick<DeadlineRule, 'name'>): boolean =>
    !isOver && running.includes(name) && !definition.deadlines.some((rule) => rule.name === name && isStoppedBy(rule, fact));
  const started = deadlinesStartedBy(definition, fact).map(({ name }) => name);
  return definition.deadlines.filter((rule) => started.includes(rule.name) || stillRuns(rule)).map(({ name }) => name);
};
