import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDesk, type Desk, type Row } from '../support/desk.ts';
import { docxOf, pdf } from '../support/files.ts';
import { recordOpenCall, topicDraft } from '../support/opened.ts';
import { named, sendForm, type Sent } from '../support/uploads.ts';

describe('attachments over HTTP', () => {
  let desk: Desk;
  let delegate: string;
  let topicId: string;
  const upload = (
    path: string,
    token: string,
    fields: Readonly<Record<string, string>>,
    files: readonly File[],
    key?: string,
  ): Promise<Sent> => sendForm(`${desk.url}/api/v1${path}`, token, fields, files, key);
  const attach = (file: File): Promise<Sent> => upload('/attachments', delegate, { object: 'topic', id: topicId, forMember: '' }, [file]);

  beforeAll(async () => {
    desk = await openDesk(recordOpenCall);
    delegate = await desk.tokenFor('delegate', 'KE');
    const drafted = await desk.done('/drafts', topicDraft('refusals'), delegate);
    topicId = String((await desk.done(`/drafts/${String(drafted.body['id'])}/release`, null, delegate)).body['id']);
  });
  afterAll(() => desk.close());

  describe('that are not in order', () => {
    const target = (): Readonly<Record<string, string>> => ({ object: 'topic', id: topicId, forMember: '' });
    const refused = async (send: () => Promise<Sent>, status: number, code: string): Promise<void> => {
      const head = await desk.application.env.store.head();
      const answer = await send();
      expect([answer.status, answer.body['code']]).toStrictEqual([status, code]);
      expect(await desk.application.env.store.head()).toBe(head);
    };
    const raw = async (body: string | Uint8Array, type: string): Promise<Sent> => {
      const headers = { authorization: `Bearer ${delegate}`, 'idempotency-key': randomUUID(), 'content-type': type };
      const response = await fetch(`${desk.url}/api/v1/attachments`, {
        method: 'POST',
        headers,
        body: typeof body === 'string' ? body : new Uint8Array(body),
      });
      return { status: response.status, headers: response.headers, body: (await response.json()) as Row };
    };
    it.each<[string, () => Promise<Sent>, number, string]>([
      ['a program', () => attach(named(Buffer.from('MZ\x90\0\x03'), 'x.pdf')), 415, 'attachment.type_not_allowed'],
      ['a name that lies', () => attach(named(pdf, 'x.png')), 422, 'attachment.name_disagrees'],
      ['a macro', () => attach(named(docxOf({ name: 'word/vbaProject.bin' }), 'x.docx')), 422, 'attachment.archive_unsafe'],
      ['a name without letters', () => attach(named(pdf, '.pdf')), 422, 'attachment.name_unusable'],
      ['an empty file', () => attach(named(Buffer.alloc(0), 'x.txt')), 422, 'attachment.empty'],
      ['25 MB and a byte', () => attach(named(Buffer.alloc(25 * 1024 * 1024 + 1, 'a'), 'x.txt')), 413, 'attachment.too_large'],
      ['no file', () => upload('/attachments', delegate, target(), []), 400, 'upload.no_file'],
      ['two files', () => upload('/attachments', delegate, target(), [named(pdf, 'a.pdf'), named(pdf, 'b.pdf')]), 400, 'upload.one_file'],
      [
        'an unknown field',
        () => upload('/attachments', delegate, { ...target(), colour: 'blue' }, [named(pdf, 'a.pdf')]),
        400,
        'input.invalid',
      ],
      [
        'a field of a prototype',
        () => upload('/attachments', delegate, { ...target(), __proto__x: 'y' }, [named(pdf, 'a.pdf')]),
        400,
        'input.invalid',
      ],
      [
        'an object that takes none',
        () => upload('/attachments', delegate, { ...target(), object: 'ledger' }, [named(pdf, 'a.pdf')]),
        400,
        'input.invalid',
      ],
      [
        'too many fields',
        () =>
          upload('/attachments', delegate, Object.fromEntries(Array.from({ length: 30 }, (_none, nth) => [`f${nth}`, 'x'])), [
            named(pdf, 'a.pdf'),
          ]),
        400,
        'upload.too_many_fields',
      ],
      [
        'a form cut off',
        () => raw('--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\ncut', 'multipart/form-data; boundary=b'),
        400,
        'upload.malformed',
      ],
      ['no form', () => raw('{}', 'application/json'), 415, 'body.unsupported_media_type'],
      ['a form without a boundary', () => raw('x', 'multipart/form-data'), 400, 'upload.malformed'],
      ['nobody', () => upload('/attachments', 'x', target(), [named(pdf, 'a.pdf')]), 401, 'token.unknown'],
    ])('%s is refused with a code and leaves no event', async (_what, send, status, code) => {
      await refused(send, status, code);
    });
    it('leave no bytes behind', () => {
      expect(readdirSync(`${desk.application.blobFolder}/incoming`)).toStrictEqual([]);
    });
  });
});
