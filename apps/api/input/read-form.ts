const fieldsAtMost = 600;

/** Fields of a form by name; null when it is not UTF-8, names a field twice, or has more fields than any form of ours. */
export const readForm = (body: Uint8Array): Readonly<Record<string, string>> | null => {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
  const fields = [...new URLSearchParams(text)];
  const names = new Set(fields.map(([name]) => name));
  if (names.size !== fields.length || fields.length > fieldsAtMost) return null;
  // Without a prototype a field of any name is a field.
  return Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(fields));
};
