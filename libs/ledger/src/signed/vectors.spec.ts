import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isAtHand, judged, vectors } from '../../../../test/support/vectors.ts';
import { referenceConsistency, referenceRoot, verifyConsistency, type TreeHash } from '../merkle/index.ts';
import { sha256Tree } from '../sha256.ts';
import { entriesOf } from '../tiles.ts';
import { bundlePath, tilePath } from '../tile-paths.ts';
import {
  formatVerifierKey,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  parseVerifierKey,
  verifyCheckpoint,
  verifyEd25519,
  verifyNote,
} from './index.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(join(vectors, path), 'utf8'));
const hex = (text: string): Buffer => Buffer.from(text, 'hex');

interface EdgeCase {
  readonly number: number;
  readonly key: string;
  readonly sig: string;
  readonly msg: string;
  readonly flags: readonly string[] | null;
}

interface Wycheproof {
  readonly testGroups: readonly {
    readonly publicKey: { readonly pk: string };
    readonly tests: readonly { readonly tcId: number; readonly msg: string; readonly sig: string; readonly result: 'valid' | 'invalid' }[];
  }[];
}

interface NoteVectors {
  readonly c2sp: { readonly vkey: string; readonly text: string; readonly sigLine: string };
  readonly sumdb: { readonly vkey: string; readonly badVkeys: readonly string[] };
}

/** What the stated policy refuses of the edge cases: it takes no cofactor, no point of small order and no second encoding. */
const refusedFlags = ['low_order_A', 'low_order_R', 'non_canonical_A', 'non_canonical_R', 'low_order_residue', 'reencoded_k'];

if (isAtHand('tessera'))
  describe('published vectors', () => {
    it('of Ed25519 edge cases come out by the stated policy: 914', () => {
      const cases = json('cctv/ed25519/ed25519vectors.json') as readonly EdgeCase[];
      const wrong = cases.filter(({ key, sig, msg, flags }) => {
        const expected = !(flags ?? []).some((flag) => refusedFlags.includes(flag));
        return verifyEd25519(hex(key), Buffer.from(msg, 'utf8'), hex(sig)) !== expected;
      });
      expect(
        judged(
          'Ed25519 edge cases (CCTV), by the stated policy',
          cases.length,
          wrong.map(({ number }) => number),
        ),
      ).toStrictEqual([914, []]);
    });

    it('of Ed25519 signatures come out as published: 151', () => {
      const { testGroups } = json('wycheproof/testvectors_v1/ed25519_test.json') as Wycheproof;
      const cases = testGroups.flatMap(({ publicKey, tests }) => tests.map((test) => ({ ...test, pk: publicKey.pk })));
      const wrong = cases.filter(({ pk, msg, sig, result }) => verifyEd25519(hex(pk), hex(msg), hex(sig)) !== (result === 'valid'));
      expect(
        judged(
          'Ed25519 (Wycheproof)',
          cases.length,
          wrong.map(({ tcId }) => tcId),
        ),
      ).toStrictEqual([151, []]);
    });

    it('of signed notes: four keys, a signature and one over another text', () => {
      const { c2sp, sumdb } = json('signed-note-vectors.json') as NoteVectors;
      const readBack = (vkey: string): string | null => {
        const key = parseVerifierKey(vkey);
        return key === null ? null : formatVerifierKey(key);
      };
      const wrongKeys = [c2sp.vkey, sumdb.vkey].filter((vkey) => readBack(vkey) !== vkey);
      const takenKeys = sumdb.badVkeys.filter((vkey) => readBack(vkey) !== null);
      const note = parseNote(Buffer.from(`${c2sp.text}\n${c2sp.sigLine}\n`));
      const key = parseVerifierKey(c2sp.vkey);
      if (note === null || key === null) throw new Error('the note or its key cannot be read');
      expect(verifyNote(note, [key])).toStrictEqual({ good: true, signers: [key] });
      expect(verifyNote({ ...note, text: `${note.text}x\n` }, [key])).toMatchObject({ good: false, why: 'bad_signature' });
      expect(judged('signed notes and their keys', 4 + 2, [...wrongKeys, ...takenKeys])).toStrictEqual([6, []]);
    });

    it('of a whole log: 17 checkpoints signed, each root that of its entries and of its tile', () => {
      const log = join(vectors, 'tessera/testdata/log');
      const policy = parsePolicy(`log ${readFileSync(join(vectors, 'tessera/vkey.txt'), 'utf8').trim()}\nquorum none\n`);
      if ('why' in policy) throw new Error(policy.why);
      const names = readdirSync(log).filter((name) => name.startsWith('checkpoint'));
      const roots = names.map((name) => {
        const checkpoint = parseCheckpoint(readFileSync(join(log, name)));
        if (checkpoint === null || !verifyCheckpoint(policy, checkpoint).good) return `${name} is bad`;
        const { size, root } = checkpoint;
        if (size === 0) return Buffer.from(root).equals(Buffer.from(sha256Tree.empty)) ? 'good' : name;
        const tile = readFileSync(join(log, tilePath(0, 0, size)));
        const hashes: readonly TreeHash[] = Array.from({ length: size }, (_hash, index) => tile.subarray(index * 32, (index + 1) * 32));
        const entries = entriesOf(readFileSync(join(log, bundlePath(0, size)))).map((entry) => sha256Tree.leaf(entry));
        const found = [hashes, entries].map((leaves) => Buffer.from(referenceRoot(sha256Tree, leaves)).toString('hex'));
        return found.every((one) => one === Buffer.from(root).toString('hex')) ? 'good' : name;
      });
      expect(
        judged(
          'Tessera checkpoints',
          names.length,
          roots.filter((root) => root !== 'good'),
        ),
      ).toStrictEqual([17, []]);
    });

    it('of a whole log: each checkpoint is the beginning of every later one, and of no other', () => {
      const log = join(vectors, 'tessera/testdata/log');
      const checkpoints = readdirSync(log)
        .filter((name) => name.startsWith('checkpoint.'))
        .flatMap((name) => parseCheckpoint(readFileSync(join(log, name))) ?? [])
        .filter(({ size }) => size > 0)
        .sort((one, other) => one.size - other.size);
      const size = Math.max(...checkpoints.map((one) => one.size));
      const leaves = entriesOf(readFileSync(join(log, bundlePath(0, size)))).map((entry) => sha256Tree.leaf(entry));
      const pairs = checkpoints.flatMap((later, index) => checkpoints.slice(0, index).map((earlier) => ({ earlier, later })));
      const wrong = pairs.filter(({ earlier, later }) => {
        const path = referenceConsistency(sha256Tree, earlier.size, leaves.slice(0, later.size));
        const proof = { size1: earlier.size, size2: later.size, path };
        const isProved = verifyConsistency(sha256Tree, proof, earlier.root, later.root);
        return !isProved || verifyConsistency(sha256Tree, proof, later.root, later.root);
      });
      const told = wrong.map(({ earlier, later }) => [earlier.size, later.size]);
      expect(judged('Tessera consistency', pairs.length, told)).toStrictEqual([105, []]);
    });
  });
else {
  describe('published vectors', () => {
    it('are not at hand, and that is said', () => {
      process.stdout.write('NOTE: the published vectors of signatures, notes and logs are not at hand\n');
      expect(isAtHand('tessera')).toBe(false);
    });
  });
}
