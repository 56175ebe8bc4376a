import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256Of } from '../contract/blob-store.contract.ts';
import { openDesk, rows, type Desk, type Row } from '../support/desk.ts';
import { docxOf, exifOf, jpegOf, pdf } from '../support/files.ts';
import { recordOpenCall, topicDraft } from '../support/opened.ts';
import { named, sendForm, type Sent } from '../support/uploads.ts';

describe('attachments over HTTP', () => {
  let desk: Desk;
  let tokens: Readonly<Record<'drafter' | 'delegate' | 'foreign' | 'guard' | 'approver', string>>;
  const upload = (
    path: string,
    token: string,
    fields: Readonly<Record<string, string>>,
    files: readonly File[],
    key?: string,
  ): Promise<Sent> => sendForm(`${desk.url}/api/v1${path}`, token, fields, files, key);
  const attach = (token: string, object: string, id: string, file: File, key?: string): Promise<Sent> =>
    upload('/attachments', token, { object, id, forMember: '' }, [file], key);
  const dataOf = ({ body }: Sent): Row => (body['events'] as readonly { readonly data: Row }[])[0]?.data ?? {};
  const download = async (
    path: string,
    token: string | null,
  ): Promise<{ readonly status: number; readonly headers: Headers; readonly bytes: Buffer }> => {
    await desk.get('/record/standing');
    const response = await fetch(`${desk.url}/api/v1${path}`, { headers: token === null ? {} : { authorization: `Bearer ${token}` } });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const newDraft = async (title: string): Promise<string> =>
    String((await desk.done('/drafts', topicDraft(title), tokens.drafter)).body['id']);
  const released = async (title: string): Promise<string> =>
    String((await desk.done(`/drafts/${await newDraft(title)}/release`, null, tokens.delegate)).body['id']);

  beforeAll(async () => {
    desk = await openDesk(recordOpenCall);
    tokens = {
      drafter: await desk.tokenFor('drafter', 'KE'),
      delegate: await desk.tokenFor('delegate', 'KE'),
      foreign: await desk.tokenFor('delegate', 'FR'),
      guard: await desk.tokenFor('data_protection'),
      approver: await desk.tokenFor('approver'),
    };
  });
  afterAll(() => desk.close());

  it('hang on a draft unseen, and are filed with it when it is released', async () => {
    const draftId = await newDraft('with files');
    const photo = jpegOf(4, 3, [0xe1, exifOf(1)]);
    const sent = await attach(tokens.drafter, 'draft', draftId, named(photo, 'border.jpg'));
    expect([sent.status, dataOf(sent)]).toMatchObject([
      201,
      { file: { name: 'border.jpg', mediaType: 'image/jpeg', metadata: 'removed', receivedSha256: sha256Of(photo) } },
    ]);
    const attachmentId = String(dataOf(sent)['attachmentId']);
    const other = await attach(tokens.drafter, 'draft', draftId, named(pdf, 'law.pdf'));
    expect((await desk.get(`/drafts/${draftId}`, tokens.delegate)).body['files']).toMatchObject([{ attachmentId }, {}]);
    expect((await download(`/drafts/${draftId}/files/${attachmentId}/content`, tokens.delegate)).bytes).toStrictEqual(jpegOf(4, 3));
    for (const token of [desk.officer, tokens.foreign, null])
      expect((await download(`/drafts/${draftId}/files/${attachmentId}/content`, token)).status).toBe(404);
    await desk.done(`/drafts/${draftId}/files/${String(dataOf(other)['attachmentId'])}/remove`, null, tokens.drafter);
    const topicId = String((await desk.done(`/drafts/${draftId}/release`, null, tokens.delegate)).body['id']);
    const filed = rows(await desk.get(`/attachments?object=topic&id=${topicId}`, tokens.delegate));
    expect(filed).toMatchObject([
      {
        attachmentId,
        member: 'KE',
        editions: [{ edition: 1, name: 'border.jpg', sha256: sha256Of(jpegOf(4, 3)), sizeBytes: jpegOf(4, 3).length }],
      },
    ]);
    expect(rows(await desk.get(`/attachments?object=topic&id=${topicId}`))).toStrictEqual(filed);
    expect((await download(`/attachments/${attachmentId}/content`, desk.officer)).bytes).toStrictEqual(jpegOf(4, 3));
  });

  it('of another Member are as if they were not there', async () => {
    const topicId = await released('private');
    const sent = await attach(tokens.delegate, 'topic', topicId, named(pdf, 'law.pdf'));
    const attachmentId = String(sent.body['id']);
    expect(sent.status).toBe(201);
    expect((await desk.get(`/attachments/${attachmentId}`, tokens.delegate)).status).toBe(200);
    for (const token of [tokens.foreign, null]) {
      expect((await desk.get(`/attachments/${attachmentId}`, token)).status).toBe(404);
      expect((await download(`/attachments/${attachmentId}/content`, token)).status).toBe(404);
      expect(rows(await desk.get(`/attachments?object=topic&id=${topicId}`, token))).toStrictEqual([]);
    }
    await desk.refused(`/attachments/${attachmentId}/withdraw`, { reason: 'x' }, 404, 'attachment.not_found', tokens.foreign);
    expect((await attach(tokens.foreign, 'topic', topicId, named(pdf, 'x.pdf'))).body['code']).toBe('object.not_found');
    expect((await attach(tokens.foreign, 'topic', 'nobody', named(pdf, 'x.pdf'))).body['code']).toBe('object.not_found');
    const foreign = await upload(`/attachments/${attachmentId}/editions`, tokens.foreign, {}, [named(pdf, 'x.pdf')]);
    expect([foreign.status, foreign.body['code']]).toStrictEqual([404, 'attachment.not_found']);
  });

  it('are handed over for saving, inert, under their own name and hash', async () => {
    const topicId = await released('inert');
    const text = Buffer.from('<script>alert(1)</script>');
    const sent = await attach(tokens.delegate, 'topic', topicId, named(text, 'règle 1.txt'));
    const { status, headers, bytes } = await download(`/attachments/${String(sent.body['id'])}/content`, tokens.delegate);
    expect([status, bytes]).toStrictEqual([200, text]);
    expect(headers.get('content-type')).toContain('text/plain');
    expect(headers.get('content-disposition')).toBe(`attachment; filename="r_gle 1.txt"; filename*=UTF-8''r%C3%A8gle%201.txt`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('repr-digest')).toBe(`sha-256=:${Buffer.from(sha256Of(text), 'hex').toString('base64')}:`);
  });

  it('have editions, newest first, each with its hash', async () => {
    const topicId = await released('editions');
    const first = await attach(tokens.delegate, 'topic', topicId, named(Buffer.from('one'), 'a.txt'));
    const id = String(first.body['id']);
    expect((await upload(`/attachments/${id}/editions`, tokens.delegate, {}, [named(Buffer.from('two'), 'a.txt')])).status).toBe(201);
    expect((await upload(`/attachments/${id}/editions`, tokens.delegate, {}, [named(Buffer.from('two'), 'a.txt')])).status).toBe(200);
    expect((await desk.get(`/attachments/${id}`)).body['editions']).toMatchObject([
      { edition: 2, sha256: sha256Of(Buffer.from('two')) },
      { edition: 1, sha256: sha256Of(Buffer.from('one')) },
    ]);
    expect((await download(`/attachments/${id}/content?edition=1`, desk.officer)).bytes.toString()).toBe('one');
    expect((await download(`/attachments/${id}/content`, desk.officer)).bytes.toString()).toBe('two');
    expect((await download(`/attachments/${id}/content?edition=3`, desk.officer)).status).toBe(404);
  });

  it('sent twice under one key are one; with other bytes the key is refused; tried dry they leave nothing', async () => {
    const topicId = await released('keys');
    const key = randomUUID();
    const [one, again] = [
      await attach(tokens.delegate, 'topic', topicId, named(pdf, 'law.pdf'), key),
      await attach(tokens.delegate, 'topic', topicId, named(pdf, 'law.pdf'), key),
    ];
    expect([one.status, again.status, again.headers.get('idempotent-replayed')]).toStrictEqual([201, 200, 'true']);
    expect(again.body).toStrictEqual(one.body);
    const other = await attach(tokens.delegate, 'topic', topicId, named(Buffer.from('other'), 'law.txt'), key);
    expect([other.status, other.body['code']]).toStrictEqual([422, 'idempotency.key_reused']);
    const bytes = Buffer.from('never kept');
    const dry = await upload('/attachments?dryRun=true', tokens.delegate, { object: 'topic', id: topicId, forMember: '' }, [
      named(bytes, 'a.txt'),
    ]);
    expect([dry.status, dry.body['dryRun'], await desk.application.env.blobs.sizeOf(sha256Of(bytes))]).toStrictEqual([200, true, null]);
  });

  it('of the Secretariat are its own until they are released; what it hands in for a Member is the Member’s', async () => {
    const topicId = await released('secretariat');
    const own = await attach(desk.officer, 'topic', topicId, named(docxOf(), 'opinion.docx'));
    const ownId = String(own.body['id']);
    expect((await desk.get(`/attachments/${ownId}`, tokens.delegate)).status).toBe(404);
    await desk.done(`/attachments/${ownId}/release`, { to: 'members' });
    expect((await desk.get(`/attachments/${ownId}`, tokens.foreign)).status).toBe(200);
    expect((await desk.get(`/attachments/${ownId}`, null)).status).toBe(404);
    const received = await upload('/attachments', desk.officer, { object: 'topic', id: topicId, forMember: 'true' }, [
      named(Buffer.from('From: a\n\nText'), 'note.eml'),
    ]);
    const receivedId = String(received.body['id']);
    expect((await desk.get(`/attachments/${receivedId}`, tokens.delegate)).body['member']).toBe('KE');
    await desk.refused(`/attachments/${receivedId}/release`, { to: 'public' }, 422, 'attachment.follows_its_object');
    await desk.done(`/attachments/${receivedId}/withdraw`, { reason: 'Wrong file.' }, tokens.delegate);
    expect((await desk.get(`/attachments/${receivedId}`, tokens.delegate)).body['withdrawn']).toMatchObject({ reason: 'Wrong file.' });
  });

  it('lose their bytes by two persons, and keep their hash; what another needs stays', async () => {
    const bytes = Buffer.from('names a private person');
    const sha256 = sha256Of(bytes);
    const topicId = await released('deletion');
    const [first, second] = [
      await attach(tokens.delegate, 'topic', topicId, named(bytes, 'a.txt')),
      await attach(tokens.delegate, 'topic', topicId, named(bytes, 'b.txt')),
    ];
    const ask = async ({ body }: Sent): Promise<string> => {
      const path = `/attachments/${String(body['id'])}/editions/1/deletion`;
      await desk.done(path, { reasonCode: 'personal_data', reason: 'It names a private person.' });
      return path;
    };
    const path = await ask(first);
    expect(rows(await desk.get('/attachments/deletions')).map(({ attachmentId }) => attachmentId)).toStrictEqual([first.body['id']]);
    expect(rows(await desk.get('/attachments/deletions', tokens.delegate))).toStrictEqual([]);
    await desk.refused(`${path}/approve`, null, 403, 'authorisation.role_not_allowed');
    await desk.done(`${path}/refuse`, { reason: 'It is public.' }, tokens.approver);
    await desk.refused(`${path}/approve`, null, 409, 'attachment.deletion_not_requested', tokens.guard);
    await ask(first);
    await desk.done(`${path}/approve`, null, tokens.guard);
    expect(await desk.application.env.blobs.sizeOf(sha256)).toBe(bytes.length);
    const gone = await download(`/attachments/${String(first.body['id'])}/content`, tokens.delegate);
    expect([gone.status, (JSON.parse(gone.bytes.toString()) as Row)['code']]).toStrictEqual([409, 'attachment.bytes_deleted']);
    await desk.done(`${await ask(second)}/approve`, null, tokens.guard);
    expect(await desk.application.env.blobs.sizeOf(sha256)).toBeNull();
    const [view] = (await desk.get(`/attachments/${String(first.body['id'])}`, tokens.delegate)).body['editions'] as readonly Row[];
    expect(view).toMatchObject({ sha256, name: 'a.txt', deletionRequested: null });
    expect(view?.['bytesDeletedAt']).not.toBeNull();
  });

  it('of a draft that is thrown away go with it', async () => {
    const bytes = Buffer.from('taken back');
    const draftId = await newDraft('thrown away');
    await attach(tokens.drafter, 'draft', draftId, named(bytes, 'a.txt'));
    expect(await desk.application.env.blobs.sizeOf(sha256Of(bytes))).toBe(bytes.length);
    await desk.done(`/drafts/${draftId}/discard`, null, tokens.drafter);
    expect(await desk.application.env.blobs.sizeOf(sha256Of(bytes))).toBeNull();
  });
});
