import type { Chain, ChainEdge } from '../chain.views.ts';

type Attributes = Readonly<Record<string, string>>;

/** A chain, or a history, in the W3C's terms. @see https://www.w3.org/Submission/prov-json/ */
export interface ProvDocument {
  readonly prefix: Attributes;
  readonly entity: Readonly<Record<string, Attributes>>;
  readonly activity: Readonly<Record<string, Attributes>>;
  readonly agent: Readonly<Record<string, Attributes>>;
  readonly wasDerivedFrom: Readonly<Record<string, Attributes>>;
  readonly wasGeneratedBy: Readonly<Record<string, Attributes>>;
  readonly wasInfluencedBy?: Readonly<Record<string, Attributes>>;
  readonly used?: Readonly<Record<string, Attributes>>;
  readonly specializationOf?: Readonly<Record<string, Attributes>>;
  readonly actedOnBehalfOf?: Readonly<Record<string, Attributes>>;
  readonly wasAssociatedWith: Readonly<Record<string, Attributes>>;
}

/** A qualified name; what the W3C's grammar does not take is written as its code. */
const named = (kind: string, id: string): string => `rap:${kind}/${encodeURIComponent(id)}`;

const entity = (id: string): string => named('object', id);

const byName = <T>(items: readonly T[], name: (item: T) => string, value: (item: T) => Attributes): Readonly<Record<string, Attributes>> =>
  Object.fromEntries(items.map((item) => [name(item), value(item)]));

const derivation = ({ from, relation, to }: ChainEdge): Attributes => ({
  'prov:generatedEntity': entity(from),
  'prov:usedEntity': entity(to),
  'prov:type': `rap:${relation}`,
});

/** Roles and Members act; never a person. */
const agentOf = ({ role, actingFor }: Chain['steps'][number]): string => named('agent', actingFor === null ? role : `${role}.${actingFor}`);

type Step = Chain['steps'][number];

const activity = ({ n }: Step): string => named('event', String(n));

const describeNode = ({ kind, label, at }: Chain['nodes'][number]): Attributes => ({
  'prov:type': `rap:${kind}`,
  'prov:label': label.en,
  'rap:labelFr': label.fr,
  'rap:since': at,
});

const describeStep = ({ type, occurredAt }: Step): Attributes => ({
  'prov:type': `rap:${type}`,
  'prov:startTime': occurredAt,
  'prov:endTime': occurredAt,
});

const describeAgent = ({ role, actingFor }: Step): Attributes => ({
  'prov:type': `rap:${role}`,
  ...(actingFor === null ? {} : { 'rap:member': actingFor }),
});

const generation = (step: Step): Attributes => ({
  'prov:entity': entity(step.stream),
  'prov:activity': activity(step),
  'prov:time': step.occurredAt,
});

const influence = (step: Step): Attributes => ({ 'prov:influencee': entity(step.stream), 'prov:influencer': activity(step) });
const association = (step: Step): Attributes => ({ 'prov:activity': activity(step), 'prov:agent': agentOf(step) });

/** The chain as W3C PROV-JSON: objects are entities, recorded steps are activities, roles are agents. */
export const toProvJson = ({ nodes, origins, consequences, steps }: Chain): ProvDocument => {
  const edges = [...new Map([...origins, ...consequences].map((edge) => [JSON.stringify(edge), edge])).values()];
  const [first, later] = [steps.filter(({ revision }) => revision === 0), steps.filter(({ revision }) => revision > 0)];
  return {
    prefix: { rap: 'urn:rapporteur:', prov: 'http://www.w3.org/ns/prov#' },
    entity: byName(nodes, ({ id }) => entity(id), describeNode),
    activity: byName(steps, activity, describeStep),
    agent: byName(steps, agentOf, describeAgent),
    wasDerivedFrom: Object.fromEntries(edges.map((edge, index) => [`_:d${index}`, derivation(edge)])),
    wasGeneratedBy: byName(first, ({ n }) => `_:g${n}`, generation),
    wasInfluencedBy: byName(later, ({ n }) => `_:i${n}`, influence),
    wasAssociatedWith: byName(steps, ({ n }) => `_:a${n}`, association),
  };
};
