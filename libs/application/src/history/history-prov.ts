import type { ProvDocument } from '../../../projections/src/index.ts';
import type { ObjectStep } from './entry.ts';
import type { ObjectName } from './known-events.ts';

type Attributes = Readonly<Record<string, string>>;

/** A qualified name; what the W3C's grammar does not take is written as its code. */
const named = (kind: string, id: string): string => `rap:${kind}/${encodeURIComponent(id)}`;

const agentOf = ({ role, actor, actingFor }: ObjectStep): string =>
  named('agent', actor ?? (actingFor === null ? role : `${role}.${actingFor}`));
const memberOf = (member: string): string => named('member', member);

/** Attributes that are there. */
const present = (attributes: Readonly<Record<string, string | null | undefined>>): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

const describeStep = ({ type, recordedAt, inForceFrom, reason, procedure }: ObjectStep): Attributes =>
  present({
    'prov:type': `rap:${type}`,
    'prov:startTime': recordedAt,
    'prov:endTime': recordedAt,
    'rap:inForceFrom': inForceFrom,
    'rap:reason': reason?.code,
    'rap:policy': procedure.policy,
  });

/** The relation of one kind, one a step. */
const each = (steps: readonly ObjectStep[], mark: string, relation: (step: ObjectStep, place: number) => Attributes | null) =>
  Object.fromEntries(
    steps.flatMap((step, place) => {
      const found = relation(step, place);
      return found === null ? [] : [[`_:${mark}${step.revision}`, found]];
    }),
  );

/** Names of an object's versions and of the steps that made them. */
const namesIn = ({ object, id }: ObjectName) => ({
  whole: named('object', `${object}-${id}`),
  version: ({ revision }: ObjectStep): string => named('version', `${object}-${id}@${revision}`),
  activity: ({ revision }: ObjectStep): string => named('step', `${object}-${id}@${revision}`),
});

const byStep = (steps: readonly ObjectStep[], name: (step: ObjectStep) => string, value: (step: ObjectStep) => Attributes) =>
  Object.fromEntries(steps.map((step) => [name(step), value(step)]));

/** Who took the steps, and for whom. */
const agentsOf = (steps: readonly ObjectStep[]) => {
  const members = [...new Set(steps.flatMap(({ actingFor }) => (actingFor === null ? [] : [actingFor])))];
  return {
    ...byStep(steps, agentOf, ({ role }) => ({ 'prov:type': `rap:${role}` })),
    ...Object.fromEntries(members.map((member) => [memberOf(member), { 'prov:type': 'prov:Organization' }])),
  };
};

/** Each version follows from the step, and from the version before it. */
const versionRelations = (steps: readonly ObjectStep[], { whole, version, activity }: ReturnType<typeof namesIn>) => {
  const after = (relation: (step: ObjectStep, earlier: ObjectStep) => Attributes) => (step: ObjectStep, place: number) => {
    const earlier = steps[place - 1];
    return earlier === undefined ? null : relation(step, earlier);
  };
  return {
    specializationOf: each(steps, 's', (step) => ({ 'prov:specificEntity': version(step), 'prov:generalEntity': whole })),
    wasGeneratedBy: each(steps, 'g', (step) => ({
      'prov:entity': version(step),
      'prov:activity': activity(step),
      'prov:time': step.recordedAt,
    })),
    wasDerivedFrom: each(
      steps,
      'd',
      after((step, earlier) => ({ 'prov:generatedEntity': version(step), 'prov:usedEntity': version(earlier) })),
    ),
    used: each(
      steps,
      'u',
      after((step, earlier) => ({ 'prov:activity': activity(step), 'prov:entity': version(earlier) })),
    ),
  };
};

/**
 * A history as W3C PROV-JSON: the object after each step is an entity, the step an activity, who took it an agent; each version derives
 * from the one before. Outside the house agents are roles and Members, never persons.
 *
 * @see https://www.w3.org/Submission/prov-json/
 */
export const historyProv = (name: ObjectName, steps: readonly ObjectStep[]): ProvDocument => {
  const names = namesIn(name);
  const { whole, version, activity } = names;
  const type = `rap:${name.object}`;
  const describeVersion = ({ size }: ObjectStep) => present({ 'prov:type': type, 'rap:ledgerSize': size === null ? null : String(size) });
  return {
    prefix: { rap: 'urn:rapporteur:', prov: 'http://www.w3.org/ns/prov#' },
    entity: { [whole]: { 'prov:type': type }, ...byStep(steps, version, describeVersion) },
    activity: byStep(steps, activity, describeStep),
    agent: agentsOf(steps),
    ...versionRelations(steps, names),
    wasAssociatedWith: each(steps, 'a', (step) => ({ 'prov:activity': activity(step), 'prov:agent': agentOf(step) })),
    actedOnBehalfOf: each(steps, 'b', (step) =>
      step.actingFor === null
        ? null
        : { 'prov:delegate': agentOf(step), 'prov:responsible': memberOf(step.actingFor), 'prov:activity': activity(step) },
    ),
  };
};
