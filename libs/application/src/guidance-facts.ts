import {
  documentDecider,
  sessionDecider,
  type ContributionFate,
  type ContributionRelease,
  type DocumentEdition,
  type GuidanceSession,
  type Instant,
  type LinkableContribution,
} from '../../domain/src/index.ts';
import { domainData, loadStream, type RecordedEvent } from '../../event-store/src/index.ts';
import type { Environment } from './contract.ts';
import { stateOf } from './run-command.ts';
import { upcasters } from './upcasters.ts';

const notYetOpened: readonly string[] = ['unplanned', 'planned', 'convened', 'cancelled'];

/** A session as its own stream shows it; null when it was never planned. */
export const sessionFact = async (env: Environment, sessionId: string): Promise<GuidanceSession | null> => {
  const session = await stateOf(env, sessionDecider, sessionId);
  if (session.status === 'unplanned') return null;
  return { sessionId, start: session.plan.start, opened: !notYetOpened.includes(session.status) };
};

/** A confirmed document as evidence; null when there is none, or a later edition took its place. */
export const evidenceOf = async (env: Environment, documentId: string): Promise<DocumentEdition | null> => {
  const document = await stateOf(env, documentDecider, documentId);
  if (document.status !== 'confirmed' || document.supersededBy !== null) return null;
  return { documentId, symbol: document.symbol, sha256: document.imported.sha256 };
};

const submissions = { TopicSubmitted: 'topic', PracticeSubmitted: 'practice' } as const;

const kindOf = (type: string): LinkableContribution['kind'] | null =>
  Object.hasOwn(submissions, type) ? submissions[type as keyof typeof submissions] : null;

const toContribution = (event: RecordedEvent): LinkableContribution | null => {
  const kind = kindOf(event.type);
  if (kind === null) return null;
  const { contributionId, reference, member, guidanceId } = domainData(event, upcasters) as ContributionRelease;
  return { contributionId, kind, reference, member, guidanceId };
};

/** A contribution as it was submitted, from its own stream; null when there is none. */
export const contributionFact = async (env: Environment, contributionId: string): Promise<LinkableContribution | null> => {
  for (const category of Object.values(submissions)) {
    const { events } = await loadStream(env.store, `${category}-${contributionId}`);
    const found = events.map(toContribution).find((contribution) => contribution !== null);
    if (found !== undefined) return found;
  }
  return null;
};

interface Fate {
  readonly returnedAt: Instant | null;
  /** The topic that it was merged into: its fate is this one's. */
  readonly mergedInto: string | null;
}

const noFate: Fate = { returnedAt: null, mergedInto: null };

const member = (data: object, name: string): string => String(Reflect.get(data, name));

/** What a step of a topic or practice means for the way back to its Member. */
const fateAfter = (fate: Fate, { type, data }: { readonly type: string; readonly data: object }): Fate => {
  switch (type.replace(/^(Topic|Practice)/, '')) {
    case 'DecisionReleased':
      return { ...fate, returnedAt: member(data, 'releasedAt') as Instant };
    case 'Withdrawn':
      return { ...fate, returnedAt: member(data, 'withdrawnAt') as Instant };
    case 'Split':
      return { ...fate, returnedAt: member(data, 'splitAt') as Instant };
    case 'MergedInto':
      return { returnedAt: null, mergedInto: member(data, 'targetId') };
    // Opened again: the earlier answer no longer holds.
    case 'Reconsidered':
    case 'Unmerged':
      return noFate;
    default:
      return fate;
  }
};

/** When the result of a contribution went back to its Member, by its own stream and those of the topics it was merged into; null when it has not. */
const returnedAt = async (env: Environment, kind: string, id: string, seen: readonly string[] = []): Promise<Instant | null> => {
  const { events } = await loadStream(env.store, `${kind}-${id}`);
  const fate = events.map((event) => ({ type: event.type, data: domainData(event, upcasters) })).reduce(fateAfter, noFate);
  if (fate.mergedInto === null || seen.includes(id)) return fate.returnedAt;
  return fate.returnedAt ?? returnedAt(env, kind, fate.mergedInto, [...seen, id]);
};

/** What came late answers a request only once it was admitted (BR-12). */
const counts = async (env: Environment, event: RecordedEvent): Promise<boolean> => {
  const { late } = domainData(event, upcasters) as ContributionRelease;
  if (late !== true) return true;
  const { events } = await loadStream(env.store, event.streamId);
  return events.some(({ type }) => type === 'TopicLateAdmitted' || type === 'PracticeLateAdmitted');
};

/** What became of every contribution on record that answers a request, each from its own stream. */
export const fatesOf = async (env: Environment, guidanceId: string): Promise<readonly ContributionFate[]> => {
  const fates: ContributionFate[] = [];
  for await (const event of env.store.readAll({ filter: { types: Object.keys(submissions) } })) {
    const contribution = toContribution(event);
    if (contribution?.guidanceId !== guidanceId || !(await counts(env, event))) continue;
    const { kind, contributionId, member: from } = contribution;
    fates.push({ contributionId, member: from, returnedAt: await returnedAt(env, kind, contributionId) });
  }
  return fates;
};
