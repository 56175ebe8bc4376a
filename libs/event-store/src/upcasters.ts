import type { Json } from './event-store.port.ts';

/** Turns data of one schema version of an event type into the next. */
export type Upcaster = (data: Json) => Json;

/** By event type: the steps from schema 1 to 2, 2 to 3 and so on; the current schema of a type is the number of its steps plus one. */
export type Upcasters = Readonly<Record<string, readonly Upcaster[]>>;

/** The stored event was written by a newer program than this one. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';
  constructor(type: string, found: number, known: number) {
    super(`${type}: stored with schema ${found}, this program knows ${known}; use the newer program`);
  }
}

/** Schema that a new event of this type is written with. */
export const currentSchema = (upcasters: Upcasters, type: string): number => (upcasters[type]?.length ?? 0) + 1;

/**
 * Data of a stored event in its current shape; what is stored is never rewritten.
 *
 * @param schema  as stored in the event's metadata, from 1
 * @throws NewerSchema
 */
export const upcast = (upcasters: Upcasters, type: string, schema: number, data: Json): Json => {
  const steps = upcasters[type] ?? [];
  if (schema > steps.length + 1) throw new NewerSchema(type, schema, steps.length + 1);
  return steps.slice(schema - 1).reduce((value, step) => step(value), data);
};
