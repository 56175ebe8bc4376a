import { InvalidArgument, MalformedEvent } from './errors.ts';
import type { Json } from './event-store.port.ts';

const maxDepth = 32;

const checkText = (text: string, path: string): void => {
  if (!text.isWellFormed()) throw new InvalidArgument(path, 'holds half of a surrogate pair');
};

const checkObject = (value: object, path: string, depth: number): void => {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new InvalidArgument(path, 'is not a plain object');
  for (const [key, member] of Object.entries(value)) {
    checkText(key, `${path}.${key}`);
    checkValue(member, `${path}.${key}`, depth + 1);
  }
};

const checkNumber = (value: number, path: string): void => {
  // A float is a rounding question waiting for an auditor: counts are integers, amounts are decimal text.
  if (!Number.isSafeInteger(value)) throw new InvalidArgument(path, `${value} is not a safe integer`);
};

const checkValue = (value: unknown, path: string, depth: number): void => {
  if (depth > maxDepth) throw new InvalidArgument(path, `is nested deeper than ${maxDepth}`);
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    checkNumber(value, path);
  } else if (typeof value === 'string') {
    checkText(value, path);
  } else if (Array.isArray(value)) {
    value.forEach((member, index) => {
      checkValue(member, `${path}[${index}]`, depth + 1);
    });
  } else if (typeof value === 'object') {
    checkObject(value, path, depth);
  } else {
    throw new InvalidArgument(path, `a ${typeof value} is not JSON`);
  }
};

/**
 * The one encoding of event data and metadata, the same bytes on every engine.
 *
 * @throws InvalidArgument naming the place of anything that JSON would change or drop: undefined, floats, bigint, dates,
 * lone surrogates, nesting deeper than 32
 */
export const encode = (value: Json, field: string): string => {
  checkValue(value, field, 0);
  return JSON.stringify(value);
};

/** Reads what was encoded. @throws MalformedEvent */
export const decode = (text: string, streamId: string, revision: bigint): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new MalformedEvent(streamId, revision, cause);
  }
};
