import type { AnyDomainEvent } from '../../../domain/src/index.ts';
import type { Json, RecordedEvent } from '../../../event-store/src/index.ts';
import { straightPathPolicy, type Wording } from '../../../workflow/src/index.ts';
import { generalPolicy, type Procedures } from '../procedure/procedures.ts';
import { fieldChanges, type FieldChange } from './field-changes.ts';
import type { KnownEvent, ObjectName } from './known-events.ts';
import type { Step } from './steps.ts';

/** Which version of which procedure an event was recorded under. */
export interface ProcedureStamp {
  /** `general` where a table of commands and roles governs, `straight-path` before definitions; null when it is not known here. */
  readonly name: string | null;
  readonly version: number | null;
  /** Hash of the definition. */
  readonly policy: string;
}

/** Why something was done: the code, what the procedure calls it, and what was written with it. */
export interface ReasonTold {
  readonly code: string;
  readonly title: Wording;
  readonly text: { readonly en?: string; readonly fr?: string };
}

/** The object as it was after so many entries of the ledger. */
export interface Moment {
  readonly size: number;
  readonly href: string;
}

/** One recorded step of an object. */
export interface ObjectStep {
  readonly type: AnyDomainEvent['type'] | (string & {});
  /** Within the object; for those from whom some are kept, counted without them. */
  readonly revision: number;
  /** Place in the ledger, 0-based, and the size right after; null outside it. */
  readonly n: number | null;
  readonly size: number | null;
  /** When it was put on record, by the business clock. */
  readonly recordedAt: string;
  /** From when it holds, a date or an instant, as it says itself; otherwise from when it was recorded; null when that is not known. */
  readonly inForceFrom: string | null;
  readonly audience: KnownEvent['audience'];
  readonly role: string;
  readonly actingFor: string | null;
  readonly reason: ReasonTold | null;
  readonly procedure: ProcedureStamp;
  /** The rest of who and why; told to those who read what is internal. */
  readonly actor?: string;
  readonly grant?: string;
  readonly commandId?: string;
  readonly correlationId?: string;
  readonly causationId?: string | null;
  readonly stage?: { readonly before: string; readonly after: string };
  /** What the step says, as it was recorded. */
  readonly facts: Readonly<Record<string, Json>>;
  /** What it changed about the object, field by field. */
  readonly changes: readonly FieldChange[];
  /** The object as it was right after this step, and around it. */
  readonly asItWas: Moment | null;
  readonly previous: Moment | null;
  readonly next: Moment | null;
}

/** What telling a step takes besides the step. */
export interface Telling {
  readonly name: ObjectName;
  readonly known: readonly KnownEvent[];
  readonly isInternal: boolean;
  readonly procedures: Procedures | null;
  /** Whether a text is the pseudonym of an accreditation: nobody outside is told who acted. */
  readonly isPseudonym: (text: string) => boolean;
}

/** Where the whole object can be read as it was after so many entries. */
export const momentOf = ({ object, id }: ObjectName, known: KnownEvent | undefined): Moment | null => {
  if (known === undefined || known.n === null) return null;
  const size = known.n + 1;
  return { size, href: `/api/v1/history/${encodeURIComponent(object)}/${encodeURIComponent(id)}/state?asOf=${size}` };
};

const textAt = (data: object, field: string): string | null => {
  const value: unknown = Reflect.get(data, field);
  return typeof value === 'string' ? value : null;
};

const inForceFields = ['inForceFrom', 'validFrom'];

const inForceFrom = (data: object, recordedAt: string): string | null => {
  const field = inForceFields.find((name) => Object.hasOwn(data, name));
  return field === undefined ? recordedAt : textAt(data, field);
};

/** Without who acted and without anything that names an accreditation. */
const withoutActors = (value: unknown, isPseudonym: Telling['isPseudonym']): unknown => {
  if (Array.isArray(value)) return value.filter((one) => !isName(one, isPseudonym)).map((one) => withoutActors(one, isPseudonym));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([field, held]) => !/By$|^recommenders$/.test(field) && !isName(held, isPseudonym));
  return Object.fromEntries(kept.map(([field, held]) => [field, withoutActors(held, isPseudonym)]));
};

const isName = (value: unknown, isPseudonym: Telling['isPseudonym']): boolean => typeof value === 'string' && isPseudonym(value);

/** A state or the facts of an event as the viewer may read them. */
export const readable = <T>(value: T, { isInternal, isPseudonym }: Pick<Telling, 'isInternal' | 'isPseudonym'>): T =>
  isInternal ? value : (withoutActors(value, isPseudonym) as T);

const procedureOf = (procedures: Procedures | null, policy: string): ProcedureStamp => {
  if (policy === generalPolicy) return { name: 'general', version: 1, policy };
  if (policy === straightPathPolicy) return { name: 'straight-path', version: 1, policy };
  const edition = procedures?.of(policy);
  if (edition?.policy !== policy) return { name: null, version: null, policy };
  return { name: edition.definition.name, version: edition.definition.version, policy };
};

const writtenText = (text: unknown): ReasonTold['text'] => {
  if (typeof text === 'string') return { en: text };
  return typeof text === 'object' && text !== null ? text : {};
};

const reasonOf = (data: object, procedures: Procedures | null, policy: string): ReasonTold | null => {
  const said: unknown = Reflect.get(data, 'reason');
  const inside = typeof said === 'object' && said !== null;
  const code = inside ? textAt(said, 'code') : textAt(data, 'reasonCode');
  if (code === null) return null;
  const listed = Object.values(procedures?.of(policy).definition.reasons ?? {}).flat();
  const title = listed.find((reason) => reason.code === code)?.title ?? { en: code, fr: code };
  return { code, title, text: writtenText(inside ? Reflect.get(said, 'text') : said) };
};

const behind = ({ metadata }: RecordedEvent) => ({
  actor: metadata['actor'] ?? '',
  grant: metadata['grant'] ?? '',
  commandId: metadata['commandId'] ?? '',
  correlationId: metadata['$correlationId'] ?? '',
  causationId: metadata['$causationId'] ?? null,
});

/** What a step is, without what it changed. */
export type StepHead = Omit<ObjectStep, 'facts' | 'changes'>;

/** Tells who took a step, when, why and under which procedure. */
export const headOf = ({ known, place, event, data, stage }: Step, telling: Telling): StepHead => {
  const { metadata, type } = event;
  const [policy, recordedAt] = [metadata['policy'] ?? '', metadata['occurredAt'] ?? ''];
  const member = metadata['actingFor'] ?? '';
  const at = (other: number): Moment | null => momentOf(telling.name, telling.known[other]);
  return {
    type,
    revision: telling.isInternal ? known.revision : place,
    n: known.n,
    size: known.n === null ? null : known.n + 1,
    recordedAt,
    inForceFrom: inForceFrom(data, recordedAt),
    audience: known.audience,
    role: metadata['role'] ?? '',
    actingFor: member === '' ? null : member,
    reason: reasonOf(data, telling.procedures, policy),
    procedure: procedureOf(telling.procedures, policy),
    ...(telling.isInternal ? behind(event) : {}),
    ...(stage === null ? {} : { stage }),
    asItWas: at(place),
    previous: at(place - 1),
    next: at(place + 1),
  };
};

/** What a step changed about the object. */
export const changesIn = ({ before, after }: Step, telling: Telling): readonly FieldChange[] =>
  fieldChanges(readable(before, telling), readable(after, telling));

/** A step, told whole. */
export const toldStep = (step: Step, telling: Telling, head = headOf(step, telling)): ObjectStep => ({
  ...head,
  facts: readable(step.data, telling) as ObjectStep['facts'],
  changes: changesIn(step, telling),
});
