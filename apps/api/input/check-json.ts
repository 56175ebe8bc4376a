import { isUtf8 } from 'node:buffer';

/** Why a body was not taken; `pointer` says where, when there is a where. */
export interface BodyRefusal {
  readonly code: BodyRefusalCode;
  readonly pointer?: string;
}

export type BodyRefusalCode =
  | 'body.not_utf8'
  | 'json.malformed'
  | 'json.too_deep'
  | 'json.duplicate_key'
  | 'json.forbidden_key'
  | 'text.lone_surrogate'
  | 'text.control_character';

/** Deepest nesting that is taken. */
export const maxDepth = 32;

const endOfString = (text: string, begin: number): number => {
  let at = begin + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
};

/** Greatest depth of brackets, strings left out; one pass, so that depth is known before anything recurses. */
const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === '{' || character === '[') deepest = Math.max(deepest, (depth += 1));
    else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
};

const isKey = (text: string, end: number): boolean => {
  let at = end + 1;
  while (' \t\r\n'.includes(text[at] ?? 'x')) at += 1;
  return text[at] === ':';
};

/** Whether an object of this well-formed JSON text says a key twice, once its text is composed: one reader would take what another would not. */
const hasDuplicateKey = (text: string): boolean => {
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{') open.push(new Set());
    else if (character === '[') open.push(null);
    else if (character === '}' || character === ']') open.pop();
    else if (character === '"') {
      const end = endOfString(text, at);
      const keys = open.at(-1);
      if (keys != null && isKey(text, end)) {
        const key = (JSON.parse(text.slice(at, end + 1)) as string).normalize('NFC');
        if (keys.has(key)) return true;
        keys.add(key);
      }
      at = end;
    }
  }
  return false;
};

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const controlCharacter = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

class Refused extends Error {
  readonly refusal: BodyRefusal;
  constructor(refusal: BodyRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const cleanText = (text: string, pointer: string): string => {
  if (!text.isWellFormed()) throw new Refused({ code: 'text.lone_surrogate', pointer });
  if (controlCharacter.test(text)) throw new Refused({ code: 'text.control_character', pointer });
  return text.normalize('NFC');
};

const cleanEntry = (key: string, value: unknown, pointer: string): [string, unknown] => {
  if (forbiddenKeys.has(key)) throw new Refused({ code: 'json.forbidden_key', pointer });
  return [cleanText(key, pointer), clean(value, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)];
};

/** The value with every text in NFC, once, at the door. */
const clean = (value: unknown, pointer: string): unknown => {
  if (typeof value === 'string') return cleanText(value, pointer);
  if (Array.isArray(value)) return value.map((member, index) => clean(member, `${pointer}/${index}`));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => cleanEntry(key, member, pointer)));
};

const parse = (text: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/** Reads a JSON body under the limits of DESIGN §9; what it refuses, it refuses with a stable code. */
export const checkJson = (bytes: Uint8Array): { readonly value: unknown } | { readonly refusal: BodyRefusal } => {
  if (!isUtf8(bytes)) return { refusal: { code: 'body.not_utf8' } };
  const text = new TextDecoder().decode(bytes);
  if (depthOf(text) > maxDepth) return { refusal: { code: 'json.too_deep' } };
  const parsed = parse(text);
  if (parsed === null) return { refusal: { code: 'json.malformed' } };
  if (hasDuplicateKey(text)) return { refusal: { code: 'json.duplicate_key' } };
  try {
    return { value: clean(parsed.value, '') };
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal };
    throw error;
  }
};
