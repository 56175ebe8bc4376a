import { createPrivateKey, type KeyObject } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { proveInclusion, referenceRoot, type TreeHash } from '../merkle/index.ts';
import { sha256Tree } from '../sha256.ts';
import {
  cosign,
  cosignedAt,
  formatNote,
  formatTlogProof,
  formatVerifierKey,
  headText,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  parseTlogProof,
  parseVerifierKey,
  signatureTypes,
  signNote,
  verifierKeyOf,
  verifyCheckpoint,
  verifyTlogProof,
  type Policy,
  type SignatureLine,
} from './index.ts';

/** A key of 32 equal bytes: for tests alone. */
const keyFrom = (byte: number): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, byte)]),
    format: 'der',
    type: 'pkcs8',
  });

const origin = 'example.org/rapporteur/0badcafe';
const [logKey, otherKey, ...witnessKeys] = [1, 2, 11, 12, 13].map(keyFrom) as [KeyObject, KeyObject, ...KeyObject[]];
const witnessName = (index: number): string => `witness.example/w${index}`;
const witnessVkeys = witnessKeys.map((key, index) => formatVerifierKey(verifierKeyOf(witnessName(index), signatureTypes.cosignature, key)));

const policyText = `# whom we trust
log ${formatVerifierKey(verifierKeyOf(origin, signatureTypes.log, logKey))}
${witnessVkeys.map((vkey, index) => `witness w${index} ${vkey}`).join('\n')}
group two 2 w0 w1 w2
quorum two
`;
const policyOf = (text: string): Policy => {
  const policy = parsePolicy(text);
  if ('why' in policy) throw new Error(`${policy.line}: ${policy.why}`);
  return policy;
};
const policy = policyOf(policyText);

const leaves = Array.from({ length: 5 }, (_leaf, index): TreeHash => sha256Tree.leaf(Buffer.from(`entry ${index}`)));
const head = { origin, size: 5, root: referenceRoot(sha256Tree, leaves) };
const text = headText(head);
const logLine = signNote(origin, logKey, text);
const cosigned = (index: number, seconds = 1_425_373_200n): SignatureLine =>
  cosign(witnessName(index), witnessKeys[index] ?? logKey, text, seconds);
const verdictOn = (lines: readonly SignatureLine[], by = policy, body = text) => {
  const checkpoint = parseCheckpoint(formatNote(body, lines));
  return checkpoint === null ? null : verifyCheckpoint(by, checkpoint);
};

describe('a checkpoint', () => {
  it('is good with the log and a quorum of witnesses', () => {
    expect(verdictOn([logLine, cosigned(0), cosigned(2)])).toStrictEqual({ good: true });
    expect(verdictOn([logLine, cosigned(0), cosigned(1), cosigned(2)])).toStrictEqual({ good: true });
  });
  it('has no quorum with one witness too few, nor with one twice', () => {
    expect(verdictOn([logLine, cosigned(0)])).toStrictEqual({ good: false, why: 'no_quorum', name: 'two' });
    expect(verdictOn([logLine, cosigned(0), cosigned(0, 7n)])).toStrictEqual({ good: false, why: 'no_quorum', name: 'two' });
  });
  it('is worth nothing without its log, however many witnesses there are', () => {
    expect(verdictOn([cosigned(0), cosigned(1)])).toStrictEqual({ good: false, why: 'no_log_signature', name: origin });
  });
  it('with one bad signature of a known key is bad as a whole', () => {
    const forged = { ...cosigned(1), signature: cosigned(0).signature };
    expect(verdictOn([logLine, cosigned(0), cosigned(2), forged])).toStrictEqual({
      good: false,
      why: 'bad_signature',
      name: witnessName(1),
    });
    expect(verdictOn([{ ...logLine, signature: signNote(origin, otherKey, text).signature }, cosigned(0), cosigned(1)])).toMatchObject({
      why: 'bad_signature',
    });
  });
  it('with a line of a key that nobody named is refused', () => {
    const stranger = signNote('stranger.example', otherKey, text);
    expect(verdictOn([logLine, cosigned(0), cosigned(1), stranger])).toStrictEqual({
      good: false,
      why: 'unknown_signature',
      name: 'stranger.example',
    });
  });
  it('of another log is refused', () => {
    expect(verdictOn([logLine, cosigned(0), cosigned(1)], policy, headText({ ...head, origin: 'example.org/other' }))).toStrictEqual({
      good: false,
      why: 'unknown_origin',
      name: 'example.org/other',
    });
  });
  it('is bad when anything of its text changed', () => {
    expect(verdictOn([logLine, cosigned(0), cosigned(1)], policy, headText({ ...head, size: 6 }))).toMatchObject({ why: 'bad_signature' });
  });
  it('carries when each witness saw it', () => {
    expect(cosignedAt(cosigned(0))).toBe(1_425_373_200n);
    const late = { ...cosigned(0), signature: Buffer.concat([Buffer.alloc(8, 0), cosigned(0).signature.slice(8)]) };
    expect(verdictOn([logLine, late, cosigned(1), cosigned(2)])).toMatchObject({ why: 'bad_signature', name: witnessName(0) });
  });
  it('needs nobody where the policy says none', () => {
    const alone = policyOf(`log ${formatVerifierKey(verifierKeyOf(origin, signatureTypes.log, logKey))}\nquorum none`);
    expect(verdictOn([logLine], alone)).toStrictEqual({ good: true });
  });
  it.each([
    ['an extension line', `${text}more\n`],
    ['a leading zero', text.replace('\n5\n', '\n05\n')],
    ['a short root', text.replace(/\n[^\n]+\n$/, '\nAAAA\n')],
    ['no origin', text.replace(origin, '')],
    ['a size beyond what is exact', text.replace('\n5\n', '\n9007199254740992\n')],
  ])('with %s is not of the form', (_what, body) => {
    expect(parseCheckpoint(formatNote(body, [logLine]))).toBeNull();
  });
});

describe('a note', () => {
  const bytes = formatNote(text, [logLine]);
  it('comes back as it was written', () => {
    expect(parseNote(bytes)).toStrictEqual({ text, signatures: [{ ...logLine, signature: Buffer.from(logLine.signature) }] });
  });
  it.each([
    ['no signature', Buffer.from(`${text}\n`)],
    ['no blank line', Buffer.from(text)],
    ['a tab', Buffer.from(bytes.toString('utf8').replace('rapporteur', 'rapp\torteur'))],
    ['no newline at its end', bytes.subarray(0, -1)],
    ['bytes that are no text', Buffer.concat([Buffer.from([0xff]), bytes])],
    ['a line that is no signature', Buffer.concat([bytes, Buffer.from('hello\n')])],
    ['a signature in loose base64', Buffer.from(bytes.toString('utf8').replace(/=+\n$/, '\n'))],
    [
      'more signatures than anybody needs',
      formatNote(
        text,
        Array.from({ length: 101 }, () => logLine),
      ),
    ],
  ])('with %s is none', (_what, wrong) => {
    expect(parseNote(wrong)).toBeNull();
  });
});

describe('a verifier key', () => {
  const vkey = formatVerifierKey(verifierKeyOf('example.org/log', signatureTypes.log, logKey));
  it('comes back as it was written', () => {
    const key = parseVerifierKey(vkey);
    expect(key === null ? '' : formatVerifierKey(key)).toBe(vkey);
  });
  it.each([
    ['another id', vkey.replace(/\+[0-9a-f]{8}\+/, '+00000000+')],
    ['another name', vkey.replace('example.org', 'example.com')],
    ['no name', vkey.replace('example.org/log', '')],
    ['an unknown type', `x+00000000+${Buffer.alloc(33, 9).toString('base64')}`],
    ['nothing', ''],
  ])('with %s is none', (_what, wrong) => {
    expect(parseVerifierKey(wrong)).toBeNull();
  });
  it.each(['00', '01'])('that is a point of small order (%s…) is none, even with its right id', (first) => {
    const small = Buffer.concat([Buffer.from(first, 'hex'), Buffer.alloc(31, 0)]);
    const named = { name: 'small.example', type: signatureTypes.log, publicKey: small, id: 0 };
    const idOf = parseVerifierKey(formatVerifierKey(named));
    expect(idOf).toBeNull();
  });
});

describe('a policy', () => {
  it.each([
    ['no quorum', `log ${policyText.split('\n')[1]?.slice(4) ?? ''}\n`, 'no quorum'],
    ['two quorums', `${policyText}quorum none\n`, 'more than one quorum'],
    ['an unknown word', `${policyText}king arthur\n`, 'unknown word king'],
    ['a log that is a witness', `log ${witnessVkeys[0] ?? ''}\nquorum none\n`, 'not the key of a log'],
    ['a witness without a key', 'witness w0 hello\nquorum w0\n', 'not the key of a witness'],
    ['a name twice', policyText.replace('witness w1', 'witness w0'), 'the name w0 is taken'],
    ['more than there are', policyText.replace('group two 2', 'group two 4'), 'not a number of members'],
    ['none needed', policyText.replace('group two 2', 'group two 0'), 'not a number of members'],
    ['a stranger in a group', policyText.replace('w0 w1 w2\n', 'w0 w1 w9\n'), 'there is no w9'],
    ['a member twice', policyText.replace('w0 w1 w2\n', 'w0 w1 w1\n'), 'w1 is a member twice'],
    ['a quorum that is not there', policyText.replace('quorum two', 'quorum three'), 'there is no three'],
  ])('with %s is refused', (_what, wrong, why) => {
    expect(parsePolicy(wrong)).toMatchObject({ why });
  });
  it('knows groups of groups', () => {
    const nested = policyOf(
      policyText.replace('group two 2 w0 w1 w2\nquorum two', 'group pair all w0 w1\ngroup either any pair w2\nquorum either'),
    );
    expect(verdictOn([logLine, cosigned(2)], nested)).toStrictEqual({ good: true });
    expect(verdictOn([logLine, cosigned(0)], nested)).toMatchObject({ why: 'no_quorum' });
    expect(verdictOn([logLine, cosigned(0), cosigned(1)], nested)).toStrictEqual({ good: true });
  });
});

describe('a proof', () => {
  const checkpoint = formatNote(text, [logLine, cosigned(0), cosigned(1)]);
  const rootOf = (first: number, end: number): TreeHash => referenceRoot(sha256Tree, leaves.slice(first, end));
  const entry = Buffer.from('entry 3');
  const path = proveInclusion(rootOf, 3, 5);
  const bytes = formatTlogProof({ index: 3, path, checkpoint, extra: entry });
  const judged = (wrong: Buffer, leaf = leaves[3] ?? sha256Tree.empty) => {
    const proof = parseTlogProof(wrong);
    return proof === null ? null : verifyTlogProof(sha256Tree, policy, proof, leaf);
  };

  it('shows that an entry is in the log', () => {
    expect(judged(bytes)).toStrictEqual({ good: true });
    expect(parseTlogProof(bytes)).toMatchObject({ index: 3, extra: entry });
    expect(bytes.toString('utf8').split('\n').slice(0, 3)).toStrictEqual([
      'c2sp.org/tlog-proof@v1',
      `extra ${entry.toString('base64')}`,
      'index 3',
    ]);
  });
  it('shows it without the entry too', () => {
    expect(parseTlogProof(formatTlogProof({ index: 3, path, checkpoint, extra: null }))).toMatchObject({ extra: null });
  });
  it('does not show another entry, nor at another place', () => {
    expect(judged(bytes, leaves[2])).toMatchObject({ why: 'not_included' });
    expect(judged(formatTlogProof({ index: 2, path, checkpoint, extra: null }))).toMatchObject({ why: 'not_included', name: '2' });
    expect(judged(formatTlogProof({ index: 5, path, checkpoint, extra: null }))).toMatchObject({ why: 'not_included' });
  });
  it('is no better than its checkpoint', () => {
    expect(judged(formatTlogProof({ index: 3, path, checkpoint: formatNote(text, [logLine]), extra: null }))).toMatchObject({
      why: 'no_quorum',
    });
  });
  it.each([
    ['another first line', bytes.toString('utf8').replace('@v1', '@v2')],
    ['a place that is no number', bytes.toString('utf8').replace('index 3', 'index x')],
    ['no place', bytes.toString('utf8').replace('index 3\n', '')],
    ['a path that is no hash', bytes.toString('utf8').replace('index 3\n', 'index 3\nAAAA\n')],
    [
      'a path longer than any tree',
      bytes.toString('utf8').replace('index 3\n', `index 3\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(64)}`),
    ],
    ['no checkpoint', bytes.toString('utf8').split('\n\n')[0] ?? ''],
    ['extra data that is no base64', bytes.toString('utf8').replace(/extra [^\n]+/, 'extra *')],
  ])('with %s is none', (_what, wrong) => {
    expect(judged(Buffer.from(wrong))).toBeNull();
  });
});
