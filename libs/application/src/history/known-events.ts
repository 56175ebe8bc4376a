import { contribution, toldHistoryOf, type ToldPlace, type Viewer } from '../../../projections/src/index.ts';
import { domainData, loadStream, StreamDeleted, type RecordedEvent } from '../../../event-store/src/index.ts';
import type { Environment } from '../contract.ts';
import { upcasters } from '../upcasters.ts';
import { folds } from './fold-kinds.ts';

/** An object of any kind. */
export interface ObjectName {
  /** Category of its stream: `topic`, `agenda`, `member` and so on. */
  readonly object: string;
  readonly id: string;
}

/** An event of an object that the viewer may know of; outside the ledger it has no place there. */
export interface KnownEvent extends Omit<ToldPlace, 'n'> {
  readonly n: number | null;
}

/** The audiences that a viewer belongs to, for one object: a Member is the addressee of what it stands behind. */
export const audiencesOf = (env: Environment, { object, id }: ObjectName, viewer: Viewer): readonly ToldPlace['audience'][] => {
  if (viewer.kind === 'internal') return ['internal', 'addressee', 'members', 'public'];
  if (viewer.kind !== 'member') return ['public'];
  const file = object === 'topic' || object === 'practice' ? contribution(env.read, id, viewer) : null;
  const isOwn = file?.sponsors.some(({ member }) => member === viewer.member) === true;
  return isOwn ? ['addressee', 'members', 'public'] : ['members', 'public'];
};

/** A draft that was released or discarded has no text any longer. */
const eventsOfDraft = async (env: Environment, id: string): Promise<readonly RecordedEvent[]> => {
  try {
    return (await loadStream(env.store, `draft-${id}`)).events;
  } catch (error) {
    if (error instanceof StreamDeleted) return [];
    throw error;
  }
};

/** Text that is not released is read by its own Member alone, whoever asks. */
const ofDraft = async (env: Environment, { id }: ObjectName, viewer: Viewer): Promise<readonly KnownEvent[]> => {
  if (viewer.kind !== 'member') return [];
  const events = await eventsOfDraft(env, id);
  const [first] = events;
  const member: unknown = first === undefined ? null : Reflect.get(domainData(first, upcasters), 'member');
  return member === viewer.member ? events.map(({ revision }) => ({ revision: Number(revision), n: null, audience: 'addressee' })) : [];
};

/** What the viewer may know of an object's events, oldest first; none when there is no such object, or none that he may know of. */
export const knownEvents = async (env: Environment, name: ObjectName, viewer: Viewer): Promise<readonly KnownEvent[]> => {
  if (!folds.has(name.object)) return [];
  if (name.object === 'draft') return ofDraft(env, name, viewer);
  const may = audiencesOf(env, name, viewer);
  return toldHistoryOf(env.read, `${name.object}-${name.id}`).filter(({ audience }) => may.includes(audience));
};

/** Whether the viewer may know of an object on record; a draft is none. */
export const isKnown = (env: Environment, name: ObjectName, viewer: Viewer): boolean => {
  const may = audiencesOf(env, name, viewer);
  return toldHistoryOf(env.read, `${name.object}-${name.id}`).some(({ audience }) => may.includes(audience));
};
