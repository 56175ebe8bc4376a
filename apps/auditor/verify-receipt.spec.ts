import { createHash, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import {
  formatNote,
  formatTlogProof,
  formatVerifierKey,
  headText,
  proveInclusion,
  referenceRoot,
  sha256Tree,
  signatureTypes,
  signNote,
  verifierKeyOf,
} from '../../libs/ledger/src/index.ts';
import { verifyReceipt } from './verify-receipt.ts';

const origin = 'example.org/rapporteur/0badcafe';
const { privateKey: key } = generateKeyPairSync('ed25519');
const { privateKey: strangerKey } = generateKeyPairSync('ed25519');
const policy = `log ${formatVerifierKey(verifierKeyOf(origin, signatureTypes.log, key))}\nquorum none\n`;

const data = { $salt: '00'.repeat(16), title: 'Sécurité' };
const leafWith = (n: string): string =>
  canonicalize({
    v: 'rapporteur-leaf/1',
    n,
    stream: 'topic-1',
    rev: '0',
    id: 'e',
    type: 'TopicSubmitted',
    meta: { occurredAt: '2015-02-10T12:00:00.000Z' },
    data: createHash('sha256')
      .update(canonicalize(data) ?? '')
      .digest('base64url'),
  }) ?? '';
const leaf = leafWith('2');
const leaves = ['a', 'b', leaf, 'd'].map((entry) => sha256Tree.leaf(Buffer.from(entry)));
const text = headText({ origin, size: 4, root: referenceRoot(sha256Tree, leaves) });

const receipt = (more: { extra?: unknown; index?: number; by?: typeof key; body?: string } = {}): Buffer =>
  formatTlogProof({
    index: more.index ?? 2,
    path: proveInclusion((first, end) => referenceRoot(sha256Tree, leaves.slice(first, end)), more.index ?? 2, 4),
    checkpoint: formatNote(more.body ?? text, [signNote(origin, more.by ?? key, more.body ?? text)]),
    extra: Buffer.from(JSON.stringify(more.extra ?? { leaf, data })),
  });

describe('a receipt', () => {
  it('is good by itself, and says what of', () => {
    expect(verifyReceipt(receipt(), policy)).toStrictEqual({
      exitCode: 0,
      sentences: [
        `TopicSubmitted of topic-1, recorded 2015-02-10T12:00:00.000Z, is entry 2 of ${origin}.`,
        "The log has signed it within its first 4 entries, and the policy's quorum agrees.",
      ],
    });
  });
  it.each([
    ['other data', receipt({ extra: { leaf, data: { ...data, title: 'Securité' } } }), 10],
    ['another entry', receipt({ extra: { leaf: leaf.replace('topic-1', 'topic-2'), data } }), 10],
    ['an entry of another place', receipt({ extra: { leaf: leafWith('3'), data } }), 10],
    ['another place', receipt({ index: 3 }), 10],
    ['a checkpoint that a stranger signed', receipt({ by: strangerKey }), 20],
    ['a checkpoint of another log', receipt({ body: text.replace('0badcafe', '0badc0de') }), 20],
    ['no entry', receipt({ extra: { data } }), 60],
    ['an entry that is no JSON', receipt({ extra: { leaf: 'x', data } }), 60],
    ['nothing of a receipt', Buffer.from('hello'), 60],
  ])('with %s is refused', (_what, file, exitCode) => {
    expect(verifyReceipt(file, policy).exitCode).toBe(exitCode);
  });
  it('needs a policy that is one', () => {
    expect(verifyReceipt(receipt(), 'log nobody')).toStrictEqual({
      exitCode: 60,
      sentences: ['The policy is none: line 1, not the key of a log.'],
    });
  });
  it('needs the witnesses that the policy asks for', () => {
    const witness = formatVerifierKey(verifierKeyOf('w.example', signatureTypes.cosignature, strangerKey));
    expect(verifyReceipt(receipt(), policy.replace('quorum none', `witness w ${witness}\nquorum w`)).exitCode).toBe(20);
  });
});
