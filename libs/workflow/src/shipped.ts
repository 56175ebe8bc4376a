import action from './definitions/action.v1.json' with { type: 'json' };
import agenda from './definitions/agenda.v1.json' with { type: 'json' };
import call from './definitions/call.v1.json' with { type: 'json' };
import decision from './definitions/decision.v1.json' with { type: 'json' };
import guidance from './definitions/guidance.v1.json' with { type: 'json' };
import practice from './definitions/practice.v1.json' with { type: 'json' };
import topic from './definitions/topic.v1.json' with { type: 'json' };
import { parseDefinition } from './parse-definition.ts';
import type { Definition } from './definition.ts';

const files: Readonly<Record<string, unknown>> = { action, agenda, call, decision, guidance, practice, topic };

const read = (file: unknown): Definition | null => {
  const parsed = parseDefinition(file);
  return 'definition' in parsed ? parsed.definition : null;
};

/** Read once: a definition never changes. */
const definitions: Readonly<Record<string, Definition | null>> = Object.fromEntries(
  Object.entries(files).map(([category, file]) => [category, read(file)]),
);

/** The definition that ships for a category, version 1; null where none does. A spec holds every one against form and checker. */
export const shippedDefinition = (category: string): Definition | null =>
  Object.hasOwn(definitions, category) ? (definitions[category] ?? null) : null;

/** Names of the categories for which a definition ships. */
export const shippedCategories: readonly string[] = Object.keys(files);
