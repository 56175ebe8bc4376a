import type { PublishedWorkflow } from '../../../domain/src/index.ts';
import { domainData, loadStream, type EventStore, type Revision } from '../../../event-store/src/index.ts';
import {
  generalTable,
  governedCategory,
  parseDefinition,
  shippedDefinition,
  straightPathPolicy,
  type Definition,
} from '../../../workflow/src/index.ts';
import { hashOf } from '../canonical.ts';
import { upcasters } from '../upcasters.ts';

/** One version of a procedure with the hash that events of its instances are stamped with. */
export interface Edition {
  readonly policy: string;
  readonly definition: Definition;
}

/** Every version of one procedure. */
export interface Procedures {
  /** The version under which a new instance begins. */
  readonly current: Edition;
  /** The version of a hash; the shipped one for instances older than definitions. */
  readonly of: (policy: string) => Edition;
}

/** What events of categories without a definition are stamped with. */
export const generalPolicy = hashOf(generalTable);

const proceduresFrom = (shipped: Edition, published: readonly Edition[]): Procedures => {
  const all = [...published, shipped];
  return {
    current: published.at(-1) ?? shipped,
    of: (policy) => all.find((edition) => edition.policy === policy) ?? shipped,
  };
};

const editionOf = ({ policy, definition }: PublishedWorkflow): readonly Edition[] => {
  const read = parseDefinition(definition);
  return 'definition' in read ? [{ policy, definition: read.definition }] : [];
};

interface Known {
  readonly revision: Revision | null;
  readonly procedures: Procedures;
}

const known = new WeakMap<EventStore, Map<string, Known>>();

const shippedEditions = new Map<string, Edition>();

const shippedEdition = (category: string): Edition | null => {
  const kept = shippedEditions.get(category);
  if (kept !== undefined) return kept;
  const definition = shippedDefinition(category);
  if (definition === null) return null;
  const edition = { policy: hashOf(definition), definition };
  shippedEditions.set(category, edition);
  return edition;
};

/**
 * The versions of the procedure that governs a category, read from its own stream; null where none governs.
 * Until one is published the shipped version holds.
 */
export const proceduresOf = async (store: EventStore, category: string): Promise<Procedures | null> => {
  const shipped = governedCategory(category) === null ? null : shippedEdition(category);
  if (shipped === null) return null;
  const { events, revision } = await loadStream(store, `workflow-${category}`);
  const kept = known.get(store) ?? new Map<string, Known>();
  known.set(store, kept);
  const before = kept.get(category);
  if (before?.revision === revision) return before.procedures;
  const published = events.flatMap((event) => editionOf(domainData(event, upcasters) as PublishedWorkflow));
  const procedures = proceduresFrom(shipped, published);
  kept.set(category, { revision, procedures });
  return procedures;
};

/** Whether a stamped policy is older than definitions. */
export const isOlderThanDefinitions = (policy: string | undefined): boolean => policy === undefined || policy === straightPathPolicy;
