import type { FieldChange } from './field-changes.ts';
import type { StepHead } from './entry.ts';

/** Which steps of an object are looked for; all of it holds. */
export interface HistoryFilter {
  readonly types?: readonly string[];
  readonly role?: string;
  /** Whom the step was taken for. */
  readonly member?: string;
  /** Coded reason. */
  readonly reason?: string;
  /** A field, or what begins with it: `content` finds `content.title`. */
  readonly field?: string;
  /** Dates or instants, the first and the last that count, by the clock that is asked for. */
  readonly from?: string;
  readonly until?: string;
  readonly clock?: 'recorded' | 'in_force';
}

/** A date stands for its whole day. */
const isWithin = (at: string | null, { from, until }: HistoryFilter): boolean => {
  if (from === undefined && until === undefined) return true;
  if (at === null) return false;
  const [notBefore, notAfter] = [
    from === undefined || at >= from.slice(0, at.length),
    until === undefined || at.slice(0, until.length) <= until,
  ];
  return notBefore && notAfter;
};

/** Whether a step is looked for, as far as that can be told without looking at fields. */
export const isSought = (head: StepHead, filter: HistoryFilter): boolean => {
  const { types, role, member, reason, clock } = filter;
  const wanted: readonly (readonly [string | undefined, string | null | undefined])[] = [
    [role, head.role],
    [member, head.actingFor],
    [reason, head.reason?.code],
  ];
  if (types !== undefined && !types.includes(head.type)) return false;
  if (wanted.some(([asked, found]) => asked !== undefined && asked !== found)) return false;
  return isWithin(clock === 'in_force' ? head.inForceFrom : head.recordedAt, filter);
};

/** Whether one of the changes is of a field that is looked for. */
export const touches = (changes: readonly FieldChange[], field: string): boolean =>
  changes.some(({ path }) => path === field || (path.startsWith(field) && '.['.includes(path.charAt(field.length))));
