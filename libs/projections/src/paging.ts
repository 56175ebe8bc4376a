/** Bounds of a page: 1 to 200 items, 50 unless told. */
export const pageLimits = { smallest: 1, usual: 50, largest: 200 } as const;

/** Opaque cursor that leads to the row after this key. */
export const cursorOf = (key: readonly string[]): string => Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');

/** The key in a cursor, or null when it is not one of ours. */
export const keyOf = (cursor: string, parts: number): readonly string[] | null => {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) && value.length === parts && value.every((part) => typeof part === 'string') ? value : null;
  } catch {
    // Whatever JSON.parse dislikes is not a cursor of ours.
    return null;
  }
};
