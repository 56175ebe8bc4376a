import { parseDefinition, shippedDefinition, stageNamed, standingAfter, type Definition } from '../../../workflow/src/index.ts';
import type { Envelope } from '../projection.port.ts';
import type { ReadDatabase } from '../storage/read-database.ts';

/** Definitions by the hash of what they say: a hash means one definition for ever. */
const parsed = new Map<string, Definition | null>();

const parsedAs = (policy: string, text: string): Definition | null => {
  const known = parsed.get(policy);
  if (known !== undefined) return known;
  const read = parseDefinition(JSON.parse(text));
  const definition = 'definition' in read ? read.definition : null;
  parsed.set(policy, definition);
  return definition;
};

const shipped = new Map(['topic', 'practice'].map((category) => [category, shippedDefinition(category)]));

/** The version of a category's procedure that an instance runs on: a published one by its hash, otherwise the one that ships. */
export const definitionOf = (db: ReadDatabase, category: string, policy: string): Definition | null => {
  const row = db.get<{ definition: string }>('SELECT definition FROM triage_procedure WHERE policy = ?', policy);
  return (row === undefined ? null : parsedAs(policy, row.definition)) ?? shipped.get(category) ?? null;
};

/** What the procedure makes of one more event. */
export interface StageNow {
  readonly policy: string;
  readonly stage: string;
  readonly milestone: string;
  readonly clock: 'running' | 'paused';
  readonly definition: Definition;
}

type AnyEvent = { readonly type: string; readonly data: object } & Envelope;

/** Where an instance stands after one more event; null when no procedure is known. */
export const stageNow = (
  db: ReadDatabase,
  category: string,
  before: { readonly policy: string; readonly stage: string },
  { type, data }: AnyEvent,
): StageNow | null => {
  const under = definitionOf(db, category, before.policy);
  if (under === null) return null;
  const { stage } = standingAfter(under, { stage: before.stage, given: [], running: [] }, { type, data, actor: '' });
  const policy = type === 'InstanceMigrated' ? String(Reflect.get(data, 'toPolicy')) : before.policy;
  const definition = policy === before.policy ? under : (definitionOf(db, category, policy) ?? under);
  const entered = stageNamed(definition, stage);
  return { policy, stage, milestone: entered?.milestone ?? '', clock: entered?.clock ?? 'running', definition };
};
