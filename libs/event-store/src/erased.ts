import type { Json } from './event-store.port.ts';

/** Member of stored data that says that their content was erased; data that are recorded never have it. */
const mark = '$erased';

/** What stands in erased data beside what was left: never silent, and enough for the ledger to hold. */
export interface Erased {
  /** Id of the erasure on record that two persons decided. */
  readonly by: string;
  /** Hash of the data as they were recorded, with their salt: SHA-256 of their canonical JSON, base64url. */
  readonly dataHash: string;
}

const isObject = (value: unknown): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stored data say of their own erasure; null when they are as they were recorded. A mark of another form is none. */
export const erasedIn = (data: unknown): Erased | null => {
  const said = isObject(data) ? data[mark] : undefined;
  if (!isObject(said)) return null;
  const { by, dataHash } = said;
  return typeof by === 'string' && typeof dataHash === 'string' && Object.keys(said).length === 2 ? { by, dataHash } : null;
};

/** Data with what was left of them, marked; their salt goes, so that nobody can try what they were. */
export const erasedData = (left: object, { by, dataHash }: Erased): Json => {
  const { $salt: _salt, [mark]: _before, ...rest } = left as { readonly [key: string]: Json };
  return { ...rest, [mark]: { by, dataHash } };
};

/** Data without what only the ledger needs. */
export const withoutLedgerMarks = (data: object): object => {
  const { $salt: _salt, [mark]: _erased, ...rest } = data as { readonly [key: string]: Json };
  return rest;
};
