import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkJson } from './check-json.ts';

const check = (text: string): ReturnType<typeof checkJson> => checkJson(Buffer.from(text, 'utf8'));
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('a JSON body', () => {
  it.each<[string, string, unknown]>([
    ['a plain object', '{"a":[1,true,null,"b"]}', { a: [1, true, null, 'b'] }],
    ['decomposed text, composed once', '{"title":"Se\u0301curite\u0301"}', { title: 'Sécurité' }],
    ['an escaped quotation mark before a colon', '{"a":"\\":","b":1}', { a: '":', b: 1 }],
    ['the same key in two objects', '[{"a":1},{"a":2}]', [{ a: 1 }, { a: 2 }]],
    ['a value that equals a key', '{"a":"a"}', { a: 'a' }],
    ['a line break and a tab in a text', '{"a":"b\\n\\tc"}', { a: 'b\n\tc' }],
    ['brackets in a text', `{"a":"${'['.repeat(40)}"}`, { a: '['.repeat(40) }],
    ['an astral character', '{"a":"\\ud83d\\ude00"}', { a: '😀' }],
  ])('%s is read', (_what, text, value) => {
    expect(check(text)).toStrictEqual({ value });
  });

  it('is read to depth 32 and no deeper', () => {
    expect(check(nested(32))).toHaveProperty('value');
    expect(check(nested(33))).toStrictEqual({ refusal: { code: 'json.too_deep' } });
  });

  it.each<[string, string, object]>([
    ['half an object', '{"a":', { code: 'json.malformed' }],
    ['nothing', '', { code: 'json.malformed' }],
    ['a key twice', '{"a":1,"a":1}', { code: 'json.duplicate_key' }],
    ['a key twice, far from its colon', `{"a":1,"a"${' '.repeat(500)}:1}`, { code: 'json.duplicate_key' }],
    ['a key twice, once escaped', '{"a":1,"\\u0061":1}', { code: 'json.duplicate_key' }],
    ['a key twice, once decomposed', '{"é":1,"e\u0301":1}', { code: 'json.duplicate_key' }],
    ['__proto__ deep inside', '{"a":[{"__proto__":1}]}', { code: 'json.forbidden_key', pointer: '/a/0' }],
    ['__proto__ in disguise', '{"__pr\\u006fto__":1}', { code: 'json.forbidden_key', pointer: '' }],
    ['half an astral character', '{"a":"\\ud83d"}', { code: 'text.lone_surrogate', pointer: '/a' }],
    ['half an astral character in a key', '{"\\udc00":1}', { code: 'text.lone_surrogate', pointer: '' }],
    ['NUL', '{"a/b":"\\u0000"}', { code: 'text.control_character', pointer: '/a~1b' }],
    ['DEL', '["\\u007f"]', { code: 'text.control_character', pointer: '/0' }],
  ])('with %s is refused', (_what, text, refusal) => {
    expect(check(text)).toStrictEqual({ refusal });
  });

  it('that is no UTF-8 is refused', () => {
    expect(checkJson(Uint8Array.of(0x22, 0xc3, 0x28, 0x22))).toStrictEqual({ refusal: { code: 'body.not_utf8' } });
  });

  it('of a quarter of a megabyte of keys is read in one pass', () => {
    const keys = Array.from({ length: 20_000 }, (_key, index) => `"k${index}":1`);
    expect(check(`{${keys.join(',')}}`)).toHaveProperty('value');
    expect(check(`{${keys.join(',')},"k0":1}`)).toStrictEqual({ refusal: { code: 'json.duplicate_key' } });
  });
});

const suite = '../shared/vectors/json-test-suite/test_parsing';
if (existsSync(suite)) {
  const files = readdirSync(suite).filter((name) => name.endsWith('.json'));
  const read = (name: string): ReturnType<typeof checkJson> => checkJson(readFileSync(join(suite, name)));

  describe(`the JSON parsing test suite, ${files.length} files`, () => {
    it('has nothing malformed that is read', () => {
      const wrong = files.filter((name) => name.startsWith('n_') && 'value' in read(name));
      expect([files.length > 300, wrong]).toStrictEqual([true, []]);
    });

    it('has nothing well-formed that is refused, except what is forbidden here on purpose', () => {
      const refused = files.flatMap((name) => {
        const answer = read(name);
        return name.startsWith('y_') && 'refusal' in answer ? [answer.refusal.code] : [];
      });
      const onPurpose = ['json.duplicate_key', 'text.control_character', 'text.lone_surrogate', 'json.too_deep'];
      expect(refused.filter((code) => !onPurpose.includes(code))).toStrictEqual([]);
      expect(refused.length).toBeLessThan(12);
    });
  });
} else process.stdout.write('NOTE: the JSON parsing test suite is not at hand; own cases only\n');

const strings = '../shared/vectors/blns/blns.base64.json';
if (existsSync(strings)) {
  const texts = (JSON.parse(readFileSync(strings, 'utf8')) as string[]).map((text) => Buffer.from(text, 'base64').toString('utf8'));

  describe(`${texts.length} naughty strings`, () => {
    it('come back as they were, composed, or are refused as control characters', () => {
      for (const text of texts) {
        const answer = check(JSON.stringify({ text }));
        if ('value' in answer) expect(answer.value).toStrictEqual({ text: text.normalize('NFC') });
        else expect(answer.refusal).toStrictEqual({ code: 'text.control_character', pointer: '/text' });
      }
      expect(texts.length).toBeGreaterThan(400);
    });
  });
} else process.stdout.write('NOTE: the list of naughty strings is not at hand; own cases only\n');
