import { dirname, basename, resolve } from 'node:path';
import ts from 'typescript';

/** An event as its type allows it: with everything that may be there, or with nothing that may be missing. */
export interface SampleEvent {
  readonly type: string;
  /** Folder of the aggregate whose event it is. */
  readonly aggregate: string;
  /** Which instance of the aggregate it belongs to. */
  readonly number: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** With everything that may be there, or with nothing that may be missing. */
export type Fullness = 'full' | 'bare';

/** Which event of which instance a value stands in: what counts up, or names one of many, is told by its place. */
interface Place {
  readonly aggregate: string;
  /** Of the instance. */
  readonly number: number;
  /** Of the event among those of its aggregate, from 1. */
  readonly ordinal: number;
}

const dayOf = ({ ordinal }: Place): string => `2015-03-${String((ordinal % 28) + 1).padStart(2, '0')}`;

/** Values of named kinds; what is not here is told by its name or its shape. */
const byKind: Readonly<Record<string, (place: Place) => unknown>> = {
  Instant: () => '2015-03-03T09:00:00.000Z',
  CalendarDate: dayOf,
  MemberCode: ({ number }) => ['KE', 'GH', 'FR', 'JP'][number - 1] ?? 'SE',
  AccreditationId: ({ number }) => `accreditation-${number}`,
  Language: () => 'en',
};

const byName: Readonly<Record<string, (place: Place) => unknown>> = {
  zone: () => 'Europe/Brussels',
  wallTime: () => '2015-03-03T10:00',
  // Facts, editions and revisions are counted within their object.
  factId: ({ ordinal }) => `f${ordinal}`,
  edition: ({ ordinal }) => ordinal,
  revision: ({ ordinal }) => ordinal,
  // A contribution is the topic or practice itself.
  contributionId: ({ aggregate, number }) => `${aggregate}-${number}`,
  id: ({ aggregate, number }) => `${aggregate}-${number}`,
};

const textNamed = (name: string, place: Place): string => {
  if (/sha256|hash$/i.test(name)) return 'a'.repeat(64);
  if (/(?:At|Until|^instant)$/.test(name)) return '2015-03-03T09:00:00.000Z';
  if (/(?:On|Date|^start|^end|^date|^inForceFrom)$/.test(name)) return dayOf(place);
  return name.endsWith('Id') ? `${name.slice(0, -2)}-${place.number}` : `a ${name} ${place.number}`;
};

/** Events that begin, or end, an instance of their own beside the others of their aggregate. */
const ownInstance: readonly string[] = ['PriorDecisionRecorded', 'SessionAgendaOpened', 'PersonErased'];

const aggregateOf = (event: ts.Type): string => {
  const file = event.getSymbol()?.declarations?.[0]?.getSourceFile().fileName;
  if (file === undefined) throw new Error('an event that is declared nowhere');
  return basename(dirname(file));
};

class Sampler {
  readonly #checker: ts.TypeChecker;
  readonly #place: ts.Node;
  readonly #fullness: Fullness;
  readonly #seen = new Map<string, number>();
  #here: Place = { aggregate: '', number: 1, ordinal: 1 };

  constructor(checker: ts.TypeChecker, place: ts.Node, fullness: Fullness) {
    this.#checker = checker;
    this.#place = place;
    this.#fullness = fullness;
  }

  /** An event of an aggregate. */
  event(type: ts.Type): SampleEvent {
    const aggregate = aggregateOf(type);
    const ordinal = (this.#seen.get(aggregate) ?? 0) + 1;
    this.#seen.set(aggregate, ordinal);
    const name = this.#checker.typeToString(this.#typeOf(type.getProperty('type'))).replaceAll('"', '');
    const number = (this.#fullness === 'full' ? 1 : 2) + (ownInstance.includes(name) ? 2 : 0);
    this.#here = { aggregate, number, ordinal };
    return { type: name, aggregate, number, data: this.#members(this.#typeOf(type.getProperty('data')), 0) };
  }

  #typeOf(member: ts.Symbol | undefined): ts.Type {
    if (member === undefined) throw new Error('an event without type and data');
    return this.#checker.getTypeOfSymbolAtLocation(member, this.#place);
  }

  #sample(type: ts.Type, name: string, depth: number): unknown {
    if (depth > 12) throw new Error(`${name} has no end`);
    const known = byName[name] ?? byKind[type.aliasSymbol?.name ?? ''];
    // Objects of such a name have parts of their own.
    if (known !== undefined && (type.flags & ts.TypeFlags.Object) === 0) return known(this.#here);
    if (type.isUnion()) return this.#choose(type, name, depth);
    return this.#text(type, name) ?? this.#word(type) ?? this.#compound(type, name, depth);
  }

  #text(type: ts.Type, name: string): string | number | undefined {
    if (type.isStringLiteral() || type.isNumberLiteral()) return type.value;
    return this.#isText(type) ? textNamed(name, this.#here) : undefined;
  }

  /** A brand makes an intersection of a text; anything else that is put together is an object. */
  #isText(type: ts.Type): boolean {
    const parts = type.isIntersection() ? type.types : [type];
    return parts.some(({ flags }) => (flags & ts.TypeFlags.StringLike) !== 0);
  }

  /** What has no parts. */
  #word(type: ts.Type): boolean | number | undefined {
    if ((type.flags & ts.TypeFlags.BooleanLiteral) !== 0) return this.#checker.typeToString(type) === 'true';
    return (type.flags & ts.TypeFlags.NumberLike) === 0 ? undefined : 1;
  }

  #compound(type: ts.Type, name: string, depth: number): unknown {
    if ((type.flags & ts.TypeFlags.Null) !== 0) return null;
    if (this.#checker.isArrayType(type)) return this.#list(type, name, depth);
    if (this.#checker.isTupleType(type))
      return this.#checker.getTypeArguments(type as ts.TypeReference).map((one) => this.#sample(one, name, depth + 1));
    const values = type.getStringIndexType();
    if (values === undefined) return this.#members(type, depth);
    return this.#fullness === 'full' ? { key: this.#sample(values, name, depth + 1) } : {};
  }

  #list(type: ts.Type, name: string, depth: number): readonly unknown[] {
    const [item] = this.#checker.getTypeArguments(type as ts.TypeReference);
    return this.#fullness === 'bare' || item === undefined ? [] : [this.#sample(item, name, depth + 1)];
  }

  /** Full takes the first that is something, bare the last, or nothing where that is allowed. */
  #choose(type: ts.UnionType, name: string, depth: number): unknown {
    const said = type.types.filter(({ flags }) => (flags & ts.TypeFlags.Undefined) === 0);
    const isNull = ({ flags }: ts.Type): boolean => (flags & ts.TypeFlags.Null) !== 0;
    if (this.#fullness === 'bare' && said.some(isNull)) return null;
    const something = said.filter((one) => !isNull(one));
    const chosen = this.#fullness === 'full' ? something[0] : something.at(-1);
    if (chosen === undefined) return null;
    return this.#sample(chosen, name, depth + 1);
  }

  #members(type: ts.Type, depth: number): Readonly<Record<string, unknown>> {
    const members = this.#checker
      .getPropertiesOfType(type)
      .filter(({ flags }) => this.#fullness === 'full' || (flags & ts.SymbolFlags.Optional) === 0)
      .map((member): [string, unknown] => [member.name, this.#sample(this.#typeOf(member), member.name, depth + 1)]);
    return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** One sample of every event type of the catalogue, read from its declaration, in the order of declaration. */
export const sampleEvents = (fullness: Fullness): readonly SampleEvent[] => {
  const file = resolve('libs/domain/src/any-event.ts');
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2023,
  });
  const checker = program.getTypeChecker();
  const alias = program
    .getSourceFile(file)
    ?.statements.find((statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === 'AnyDomainEvent');
  if (alias === undefined || !ts.isTypeAliasDeclaration(alias)) throw new Error('AnyDomainEvent is gone');
  const union = checker.getTypeAtLocation(alias.type);
  const sampler = new Sampler(checker, alias, fullness);
  return (union.isUnion() ? union.types : [union]).map((event) => sampler.event(event));
};
