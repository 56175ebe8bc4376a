import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteEventStore } from '../../libs/event-store/src/adapters/sqlite/index.ts';
import {
  formatVerifierKey,
  ledgerFolder,
  parseCheckpoint,
  parsePolicy,
  parseTlogProof,
  sha256Tree,
  signatureTypes,
  signerAt,
  startSealer,
  verifierKeyOf,
  verifyCheckpoint,
  verifyConsistency,
  verifyTlogProof,
  type Policy,
  type Sealer,
  type SignerClient,
} from '../../libs/ledger/src/index.ts';
import { bootApplication, type TestApplication } from '../support/application.ts';
import { serveApplication, type TestServer } from '../support/http.ts';
import { recordOpenCall, topicDraft } from '../support/opened.ts';

const origin = 'example.org/rapporteur/0badcafe';

describe('the ledger over HTTP', () => {
  let folder: string;
  let application: TestApplication;
  let server: TestServer;
  let signer: SignerClient;
  let policy: Policy;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-sealed-'));
    mkdirSync(join(folder, 'signer'));
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(join(folder, 'signer', 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const read = parsePolicy(`log ${formatVerifierKey(verifierKeyOf(origin, signatureTypes.log, privateKey))}\nquorum none\n`);
    if ('why' in read) throw new Error(read.why);
    policy = read;
    const checkpoint = join(folder, 'ledger', 'checkpoint');
    application = bootApplication('2015-02-10T12:00:00.000Z', openSqliteEventStore(join(folder, 'events.db')), null, {
      origin,
      file: ledgerFolder(join(folder, 'ledger')),
      checkpoint: () => (existsSync(checkpoint) ? readFileSync(checkpoint) : null),
      fault: () => null,
    });
    await recordOpenCall(application);
    server = await serveApplication(application);
    signer = signerAt({ origin, folder: join(folder, 'signer'), tiles: join(folder, 'ledger') });
  });
  afterEach(async () => {
    await signer.stop();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const seal = async (): Promise<void> => {
    const sealer: Sealer = startSealer({ store: application.env.store, origin, folder: join(folder, 'ledger'), signer, pauseMs: 5 });
    await sealer.caughtUp;
    await sealer.stop();
  };
  const text = (answer: { readonly body: Readonly<Record<string, unknown>> }): string => String(answer.body['text']);
  const published = async () => {
    const checkpoint = parseCheckpoint(Buffer.from(text(await server.get('/api/v1/ledger/checkpoint'))));
    if (checkpoint === null) throw new Error('no checkpoint');
    return checkpoint;
  };

  it('gives the Member a receipt once the submission is sealed, which a stranger can check alone', async () => {
    const [drafter, delegate, foreign] = await Promise.all([
      server.tokenFor('drafter', 'KE'),
      server.tokenFor('delegate', 'KE'),
      server.tokenFor('delegate', 'FR'),
    ]);
    const draft = await server.post('/api/v1/drafts', topicDraft(), { token: drafter });
    const topic = await server.post(`/api/v1/drafts/${String(draft.body['id'])}/release`, null, { token: delegate });
    const receipt = `/api/v1/receipts/${String(topic.body['id'])}`;
    const early = await server.get(receipt, { token: delegate, headers: { 'x-min-position': topic.headers.get('x-position') ?? '' } });
    expect([early.status, early.headers.get('retry-after'), early.body]).toStrictEqual([202, '1', { sealed: false }]);
    await seal();
    const answer = await server.get(receipt, { token: delegate });
    expect([answer.status, answer.headers.get('content-disposition')]).toStrictEqual([
      200,
      `attachment; filename="${String(topic.body['id'])}.submission.tlog-proof"`,
    ]);
    const proof = parseTlogProof(Buffer.from(text(answer)));
    if (proof?.extra === undefined || proof.extra === null) throw new Error('no proof');
    const { leaf, data } = JSON.parse(Buffer.from(proof.extra).toString('utf8')) as { leaf: string; data: { member: string } };
    expect(verifyTlogProof(sha256Tree, policy, proof, sha256Tree.leaf(Buffer.from(leaf)))).toStrictEqual({ good: true });
    expect(data.member).toBe('KE');
    expect(JSON.parse(leaf)).toMatchObject({ type: 'TopicSubmitted', stream: `topic-${String(topic.body['id'])}` });
    for (const token of [foreign, null]) expect((await server.get(receipt, { token })).status).toBe(404);
    expect((await server.get(`${receipt}?step=decision`, { token: delegate })).status).toBe(404);
    expect((await server.get(`${receipt}?step=lunch`, { token: delegate })).status).toBe(400);
  });

  it('says that nothing is sealed before anything is', async () => {
    for (const path of ['/api/v1/ledger/checkpoint', '/api/v1/ledger/consistency?old=1']) {
      const answer = await server.get(path);
      expect([answer.status, answer.body['code'], answer.headers.get('retry-after')]).toStrictEqual([409, 'ledger.not_sealed', '1']);
    }
  });

  it('publishes a signed checkpoint that each later one continues', async () => {
    await seal();
    const first = await published();
    expect(verifyCheckpoint(policy, first)).toStrictEqual({ good: true });
    await server.tokenFor('officer');
    await seal();
    const second = await published();
    expect(second.size).toBeGreaterThan(first.size);
    const answer = (await server.get(`/api/v1/ledger/consistency?old=${first.size}&size=${second.size}`)).body as unknown as {
      proof: readonly string[];
    };
    const path = answer.proof.map((line) => Buffer.from(line, 'base64'));
    expect(verifyConsistency(sha256Tree, { size1: first.size, size2: second.size, path }, first.root, second.root)).toBe(true);
  });

  it('refuses proofs about what is not sealed or lies the wrong way round', async () => {
    await seal();
    const { size } = await published();
    const ask = async (query: string) => {
      const { status, body } = await server.get(`/api/v1/ledger/consistency?${query}`);
      return [status, body['code']];
    };
    expect(await ask(`old=1&size=${size + 1}`)).toStrictEqual([404, 'ledger.size_not_sealed']);
    expect(await ask(`old=0`)).toStrictEqual([422, 'ledger.sizes_reversed']);
    expect(await ask(`old=3&size=2`)).toStrictEqual([422, 'ledger.sizes_reversed']);
    expect(await ask('old=x')).toStrictEqual([400, 'query.bad_value']);
    expect(await ask('')).toStrictEqual([400, 'query.bad_value']);
    expect(await ask('old=1&asOf=3')).toMatchObject([400, 'asof.not_available']);
  });

  it('shows hashes to everybody and entries to those who read what is internal', async () => {
    await seal();
    const { size } = await published();
    const partial = size % 256;
    const auditor = await server.tokenFor('auditor');
    const tile = (path: string, token: string | null = null) => server.get(`/api/v1/ledger/tile/${path}`, { token });
    const last = size < 256 ? `000.p/${partial}` : '000';
    expect((await tile(`0/${last}`)).status).toBe(200);
    expect((await tile(`entries/${last}`)).status).toBe(404);
    expect((await tile(`entries/${last}`, auditor)).status).toBe(200);
    for (const path of ['0/999', '../size', '..%2f..%2fsigner%2fkey.pem', '0/000.p/256', 'x/000', '0/..%2f..%2f..%2fevents.db'])
      expect((await tile(path, auditor)).status).toBe(404);
  });
});
