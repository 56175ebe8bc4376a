import type { Definition, Guard } from './definition.ts';

export type GuardRefusal =
  | { readonly code: 'reason.unknown_code'; readonly reasonCode: string }
  | { readonly code: 'workflow.text_missing'; readonly field: string; readonly missing: readonly string[] }
  | { readonly code: 'workflow.value_not_allowed'; readonly field: string; readonly value: string };

const atPath = (data: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined),
      data,
    );

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The reason's code stands on a list of the definition. Parameters: `list`, `field` (where the reason is, `reason` unless told). */
const reasonListed = ({ reasons }: Definition, { list = '', field = 'reason' }: Guard, data: object): GuardRefusal | null => {
  const code = textOf(atPath(data, `${field}.code`));
  return (reasons[list] ?? []).some((reason) => reason.code === code) ? null : { code: 'reason.unknown_code', reasonCode: code };
};

/** A text stands in every language named. Parameters: `field`, `values` (languages). */
const textInLanguages = (_definition: Definition, { field = '', values = [] }: Guard, data: object): GuardRefusal | null => {
  const missing = values.filter((language) => textOf(atPath(data, `${field}.${language}`)).trim() === '');
  return missing.length === 0 ? null : { code: 'workflow.text_missing', field, missing };
};

/** A field has one of the values named. Parameters: `field`, `values`. */
const valueAllowed = (_definition: Definition, { field = '', values = [] }: Guard, data: object): GuardRefusal | null => {
  const value = textOf(atPath(data, field));
  return values.includes(value) ? null : { code: 'workflow.value_not_allowed', field, value };
};

type Check = (definition: Definition, guard: Guard, data: object) => GuardRefusal | null;

const guards: Readonly<Record<string, { readonly check: Check; readonly needs: readonly ('field' | 'list' | 'values')[] }>> = {
  reason_listed: { check: reasonListed, needs: ['list'] },
  text_in_languages: { check: textInLanguages, needs: ['field', 'values'] },
  value_allowed: { check: valueAllowed, needs: ['field', 'values'] },
};

/** What a guard has against the data of a command, or null. An unknown guard cannot reach this: the checker refuses the definition. */
export const guardRefusal = (definition: Definition, guard: Guard, data: object): GuardRefusal | null =>
  guards[guard.guard]?.check(definition, guard, data) ?? null;

/** Whether there is such a guard and it has its parameters. */
export const isKnownGuard = (definition: Definition, guard: Guard): boolean => {
  const known = Object.hasOwn(guards, guard.guard) ? guards[guard.guard] : undefined;
  if (known === undefined || known.needs.some((parameter) => guard[parameter] === undefined)) return false;
  return guard.list === undefined || Object.hasOwn(definition.reasons, guard.list);
};
