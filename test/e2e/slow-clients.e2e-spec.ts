import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDesk, type Desk } from '../support/desk.ts';
import { recordOpenCall } from '../support/opened.ts';

const connections = 300;

const wait = (millis: number): Promise<void> => new Promise((done) => setTimeout(done, millis));

/** One byte after another, for ever; each kind says first what makes the service wait for more. */
const kinds = ['silent', 'headers', 'json without a token', 'json', 'document', 'chunked', 'question with a body'] as const;

const beginning = (kind: (typeof kinds)[number], token: string): string => {
  const head = (line: string, ...headers: readonly string[]): string => [line, 'Host: 127.0.0.1', ...headers, '', ''].join('\r\n');
  const key = 'Idempotency-Key: slow-client-1';
  const authorised = `Authorization: Bearer ${token}`;
  switch (kind) {
    case 'silent':
      return '';
    case 'headers':
      return 'GET /api/v1/members HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ';
    case 'json without a token':
      return head('POST /api/v1/drafts HTTP/1.1', 'Content-Type: application/json', 'Content-Length: 5000', key);
    case 'json':
      return head('POST /api/v1/drafts HTTP/1.1', 'Content-Type: application/json', 'Content-Length: 5000', key, authorised);
    case 'document':
      return head('POST /api/v1/documents HTTP/1.1', 'Content-Type: text/markdown', 'Content-Length: 5000', key, authorised);
    case 'chunked':
      return head('POST /api/v1/drafts HTTP/1.1', 'Content-Type: application/json', 'Transfer-Encoding: chunked', key, authorised);
    case 'question with a body':
      return head('GET /api/v1/members HTTP/1.1', 'Content-Length: 5000');
  }
};

/** A client that never hangs up by itself. */
const openSlow = (port: number, text: string): Promise<{ readonly socket: Socket; readonly timer: NodeJS.Timeout }> =>
  new Promise((done, failed) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => undefined);
    socket.once('error', failed);
    socket.once('connect', () => {
      socket.write(text);
      socket.resume();
      const timer = setInterval(() => {
        if (text !== '' && !socket.destroyed) socket.write('a');
      }, 500);
      done({ socket, timer });
    });
  });

describe('clients that are slow on purpose', () => {
  let desk: Desk;
  let token: string;
  beforeAll(async () => {
    desk = await openDesk(recordOpenCall);
    token = await desk.tokenFor('contact_point', 'KE');
  });
  afterAll(() => desk.close());

  const p99 = async (untilMs: number): Promise<number> => {
    const times: number[] = [];
    while (performance.now() < untilMs) {
      const begun = performance.now();
      expect((await fetch(`${desk.url}/api/v1/members`)).status).toBe(200);
      times.push(performance.now() - begun);
    }
    times.sort((a, b) => a - b);
    return times[Math.floor(times.length * 0.99)] ?? Number.POSITIVE_INFINITY;
  };

  it(`hold none of ${connections} connections after eight seconds, and do not hold up others`, async () => {
    const port = Number(new URL(desk.url).port);
    const calm = await p99(performance.now() + 1_000);
    const slow = await Promise.all(
      Array.from({ length: connections }, (_, index) => openSlow(port, beginning(kinds[index % kinds.length] ?? 'silent', token))),
    );
    const begun = performance.now();
    let told = '';
    slow[kinds.indexOf('json')]?.socket.on('data', (bytes: Buffer) => (told += bytes.toString()));
    const busy = await p99(begun + 4_000);
    await wait(begun + 8_000 - performance.now());
    const alive = kinds.map((kind, nth) => [
      kind,
      slow.filter(({ socket }, index) => index % kinds.length === nth && !socket.destroyed && !socket.readableEnded).length,
    ]);
    slow.forEach(({ socket, timer }) => {
      clearInterval(timer);
      socket.destroy();
    });
    process.stdout.write(
      `NOTE slow clients: p99 of others ${calm.toFixed(1)} ms before, ${busy.toFixed(1)} ms beside ${connections} connections\n`,
    );
    expect(alive).toStrictEqual(kinds.map((kind) => [kind, 0]));
    // Whoever listens is told why.
    expect([told.slice(0, 13), told.includes('request.too_slow')]).toStrictEqual(['HTTP/1.1 408 ', true]);
    // A loaded machine has its own moods below a tenth of a second.
    expect(busy).toBeLessThan(Math.max(2 * calm, 100));
  }, 30_000);
});
