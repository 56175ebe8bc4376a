import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { areSignedBy, formatVerifierKey, LogKeys, signatureTypes, signNote, verifierKeyOf } from './index.ts';

const origin = 'example.int/rapporteur/0badcafe';
const made = () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { vkey: formatVerifierKey(verifierKeyOf(origin, signatureTypes.log, privateKey)), line: signNote(origin, privateKey, 'text\n') };
};
const [founding, second, stranger] = [made(), made(), made()];
const event = (type: string, vkey: string, streamId = 'ledger-main') => ({ streamId, type, data: { vkey, $salt: 's' } });

const after = (...events: readonly ReturnType<typeof event>[]): readonly string[] => {
  const keys = new LogKeys();
  events.forEach((one) => {
    keys.learn(one);
  });
  return keys.inForce;
};

describe('the keys in force', () => {
  const opened = event('LedgerOpened', founding.vkey);
  const rotated = event('LogKeyRotated', second.vkey);
  it('are those that the ledger’s own events name', () => {
    expect(after()).toStrictEqual([]);
    expect(after(opened)).toStrictEqual([founding.vkey]);
    expect(after(opened, rotated)).toStrictEqual([founding.vkey, second.vkey]);
    expect(after(opened, rotated, event('LogKeyRetired', second.vkey))).toStrictEqual([second.vkey]);
    expect(after(opened, rotated, event('LedgerReopened', second.vkey))).toStrictEqual([second.vkey]);
  });
  it('are named by no other stream and no other event', () => {
    expect(after(opened, event('LogKeyRotated', stranger.vkey, 'topic-1'))).toStrictEqual([founding.vkey]);
    expect(after(opened, event('BusinessClockAdvanced', stranger.vkey))).toStrictEqual([founding.vkey]);
  });
});

describe('a checkpoint is signed by the keys in force', () => {
  const both = [founding.vkey, second.vkey];
  const witness = { ...stranger.line, name: 'w.example/one' };
  it.each([
    ['one key, its line', [founding.vkey], [founding.line], true],
    ['one key, its line and a witness', [founding.vkey], [founding.line, witness], true],
    ['two keys, both lines', both, [second.line, founding.line], true],
    ['two keys, the former line alone', both, [founding.line], false],
    ['two keys, the new line alone', both, [second.line], false],
    ['one key, the line of a retired one', [second.vkey], [founding.line], false],
    ['one key, both lines', [second.vkey], [second.line, founding.line], false],
    ['one key, a stranger’s line beside it', [founding.vkey], [founding.line, stranger.line], false],
    ['a key that is none', ['nonsense'], [founding.line], false],
    ['no key', [], [founding.line], false],
  ])('%s: %#', (_words, inForce, lines, expected) => {
    expect(areSignedBy(inForce, origin, lines)).toBe(expected);
  });
});
