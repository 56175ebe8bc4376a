import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootApplication } from '../support/application.ts';
import { serveApplication, type TestServer } from '../support/http.ts';

/** Sends bytes as they are and reads until the service closes the connection. */
const send = (url: string, bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('utf8')));
    socket.on('close', () => {
      resolve(answer);
    });
    socket.on('error', reject);
  });

const get = (path: string, more = ''): string => `GET ${path} HTTP/1.1\r\nHost: x\r\n${more}Connection: close\r\n\r\n`;

describe('what is hardly a request', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serveApplication(bootApplication('2015-02-10T12:00:00.000Z'));
  });
  afterAll(() => server.close());

  it.each<[string, string, number, string]>([
    ['a broken escape in an address', get('/api/v1/documents/%zz'), 400, 'request.address_malformed'],
    ['bytes that are no UTF-8 in an address', get('/en/documents/%c0%af'), 400, 'request.address_malformed'],
    ['an id of 600 characters', get(`/api/v1/documents/${'a'.repeat(600)}`), 414, 'request.address_too_long'],
    ['NUL in an address', get('/api/v1/documents/%00'), 404, 'object.not_found'],
    ['a way out of the folder', get('/api/v1/../../etc/passwd'), 404, 'route.not_found'],
    ['20,000 characters of header', get('/', `X: ${'a'.repeat(20_000)}\r\n`), 431, 'request.headers_too_large'],
    ['bytes that are no HTTP', '\u0000\u0001\u0002\r\n\r\n', 400, 'request.malformed'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'request.malformed',
    ],
    ['a method that nothing answers to', get('/api/v1/members').replace('GET', 'TRACE'), 404, 'route.not_found'],
  ])('%s is refused with a code, in both languages', async (_what, bytes, status, code) => {
    const answer = await send(server.url, bytes);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    const problem = JSON.parse(/\{.*\}/s.exec(body)?.[0] ?? '{}') as { code: string; status: number; texts: { en: string; fr: string } };
    expect([head.split(' ')[1], problem.status, problem.code]).toStrictEqual([String(status), status, code]);
    expect(head).toContain('application/problem+json');
    expect(problem.texts.en === problem.texts.fr).toBe(false);
  });
});
