import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { problemTexts } from '../../libs/application/src/index.ts';

const frozenAt = 'test/fixtures/stored-names.json';

interface StoredNames {
  /** Event type → members of its data; a question mark where one may be missing. */
  readonly events: Readonly<Record<string, readonly string[]>>;
  readonly rejections: readonly string[];
}

const eventNamesOf = (file: string): StoredNames['events'] => {
  const program = ts.createProgram([resolve(file)], {
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2023,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(resolve(file));
  const alias = source?.statements.find((statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === 'AnyDomainEvent');
  if (alias === undefined || !ts.isTypeAliasDeclaration(alias)) throw new Error('AnyDomainEvent is gone');
  const union = checker.getTypeAtLocation(alias.type);
  const member = (type: ts.Type, name: string): ts.Type => {
    const symbol = type.getProperty(name);
    if (symbol === undefined) throw new Error(`an event without ${name}`);
    return checker.getTypeOfSymbolAtLocation(symbol, alias);
  };
  const entries = (union.isUnion() ? union.types : [union]).map((event): [string, readonly string[]] => {
    const type = member(event, 'type');
    if (!type.isStringLiteral()) throw new Error('an event without a name');
    const data = checker.getPropertiesOfType(member(event, 'data'));
    return [type.value, data.map((field) => `${field.name}${(field.flags & ts.SymbolFlags.Optional) === 0 ? '' : '?'}`).sort()];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
};

describe('names that are stored or told', () => {
  const now: StoredNames = { events: eventNamesOf('libs/domain/src/any-event.ts'), rejections: Object.keys(problemTexts).sort() };
  const frozen = JSON.parse(readFileSync(frozenAt, 'utf8')) as StoredNames;

  // Asked for by hand, after the new names were read aloud: `WRITE_STORED_NAMES=1`.
  if (process.env['WRITE_STORED_NAMES'] === '1') writeFileSync(frozenAt, `${JSON.stringify(now, null, 2)}\n`);

  it('are for ever: what was once named keeps its name and its members', () => {
    const lost = Object.entries(frozen.events).filter(([type, members]) => {
      const present = new Set(now.events[type] ?? []);
      return members.some((member) => !present.has(member));
    });
    expect(lost.map(([type]) => type)).toStrictEqual([]);
    expect(frozen.rejections.filter((code) => !now.rejections.includes(code))).toStrictEqual([]);
  });

  it('were read aloud before they were added to the list', () => {
    expect(now).toStrictEqual(frozen);
  });

  it('are words: an event is a past fact in one word, a refusal is aggregate.what_is_wrong', () => {
    expect(Object.keys(now.events).filter((type) => !/^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/.test(type))).toStrictEqual([]);
    expect(now.rejections.filter((code) => !/^[a-z]+(?:\.[a-z0-9_]+)?$/.test(code))).toStrictEqual([]);
  });
});
