import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { commands, type CommandName } from '../../libs/application/src/index.ts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accreditableRoles } from '../../libs/domain/src/index.ts';
import { bootApplication, type TestApplication } from '../support/application.ts';
import { chanceOf, type Chance } from '../support/chance.ts';
import { serveApplication, type TestServer } from '../support/http.ts';
import { recordPublishedAgenda } from '../support/published.ts';
import { drawBody, drawPath, naughty, operations } from './draw.ts';

const requests = Number(process.env['REQUESTS'] ?? '2000');
const seed = Number(process.env['SEED'] ?? '20150617');
const atOnce = 8;

const memberRoles = ['drafter', 'contact_point', 'delegate', 'alternate'];

/** What no answer may tell: where the program lies, what it is made of, how it failed, what is kept of passwords. */
const leaks =
  /node_modules|\.[jt]s:\d+:\d+|\bat (?:async )?[\w.<>]+ \(|SQLITE_|better-sqlite3|argon2id|-----BEGIN|\/dist\/|file:\/\/|ENOENT|TypeError|RangeError|ECONN/;

const table = JSON.parse(readFileSync('apps/api/policies/route-commands.json', 'utf8')) as Readonly<Record<string, CommandName>>;

const reviewed = readFileSync('test/fixtures/authority.csv', 'utf8')
  .split('\n')
  .map((line) => line.split(','));

/** Roles that may give the command of a route somewhere. */
const rolesOf = (route: string): readonly string[] => {
  const name = table[route];
  return name === undefined ? [] : reviewed.filter(([, command]) => command === commands[name].name).map(([, , role = '']) => role);
};

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

interface Drawn {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

const headerText = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, '').slice(0, 300);

const send = (port: number, { method, path, headers, body }: Drawn): Promise<Answer> =>
  new Promise((done, failed) => {
    const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request({ host: '127.0.0.1', port, method, path, headers: { ...headers, ...length } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        done({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          body: Buffer.concat(parts).toString('utf8'),
        });
      });
      response.on('error', failed);
    });
    sent.on('error', (error: Error & { code?: string }) => {
      // Whoever sends more than is read is answered and cut; on the way the answer may be lost.
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') done({ status: 413, type: 'cut', body: '' });
      else failed(error);
    });
    sent.end(body ?? undefined);
  });

describe('requests that nobody of good will sends', () => {
  let application: TestApplication;
  let server: TestServer;
  let known: readonly string[];
  const tokens: string[] = [];
  const tokenOf = new Map<string, string>();

  beforeAll(async () => {
    application = bootApplication('2015-02-10T12:00:00.000Z');
    const { itemId, documentId } = await recordPublishedAgenda(application);
    server = await serveApplication(application);
    for (const role of accreditableRoles) tokenOf.set(role, await server.tokenFor(role, memberRoles.includes(role) ? 'KE' : null));
    tokens.push(...tokenOf.values());
    known = ['A', itemId, documentId, 'KE', '1', 'PTC-207-208', 'RIC-2015', 'ptc', 'RIC-2015-input', 'PC0410.GR-2', 'topic', 'nothing'];
  }, 60_000);
  afterAll(() => server.close());

  /** Mostly somebody who may, so that what is sent is looked at. */
  const drawToken = (chance: Chance, route: string): string => {
    const may = rolesOf(route);
    const role = chance.below(4) > 0 ? may[chance.below(Math.max(1, may.length))] : undefined;
    return (role === undefined ? undefined : tokenOf.get(role)) ?? tokens[chance.below(tokens.length)] ?? '';
  };

  const drawHeaders = (chance: Chance, route: string): Readonly<Record<string, string>> => {
    const token = drawToken(chance, route);
    const authorization = chance.pick([
      ...([1, 2, 3, 4, 5, 6, 7, 8].map(() => `Bearer ${token}`) as [string]),
      `Bearer ${token.slice(0, -1)}`,
      headerText(naughty(chance)),
      '',
    ]);
    const some = (name: string, text: string): Readonly<Record<string, string>> =>
      chance.below(20) === 0 ? { [name]: headerText(text) } : {};
    return {
      ...(authorization === '' ? {} : { authorization }),
      ...(chance.below(12) === 0 ? {} : { 'idempotency-key': `hostile-${chance.below(1_000_000)}` }),
      ...some('if-match', chance.pick(['"0"', '"99999999999999999999"', '*', 'W/"1"', naughty(chance)])),
      ...some('x-min-position', chance.pick(['0', '999999999999999999', '-1', naughty(chance)])),
      ...some('accept-language', naughty(chance)),
      ...some('accept', naughty(chance)),
      ...some('cookie', `rapporteur-session=${naughty(chance)}; display=${naughty(chance)}`),
      ...some('x-forwarded-for', naughty(chance)),
      ...some('content-encoding', chance.pick(['gzip', 'identity', 'br'])),
      ...some('origin', naughty(chance)),
      ...some('x-http-method-override', 'DELETE'),
    };
  };

  const draw = (chance: Chance): Drawn => {
    const { path, method, operation } = operations[chance.below(operations.length)] ?? { path: '/', method: 'GET', operation: {} };
    const { body, type } = method === 'POST' ? drawBody(chance, operation) : { body: null, type: '' };
    const typed = body === null ? {} : { 'content-type': headerText(type) };
    const other = chance.below(40) === 0 ? chance.pick(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE']) : method;
    return {
      method: other,
      path: drawPath(chance, path, operation, known),
      headers: { ...drawHeaders(chance, `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`), ...typed },
      body: other === method ? body : null,
    };
  };

  const wrongWith = ({ status, type, body }: Answer): readonly string[] => [
    ...(status >= 500 ? [`answered ${status}`] : []),
    ...(status >= 400 && body !== '' && !type.startsWith('application/problem+json') ? [`${status} as ${type}`] : []),
    ...(leaks.test(body.replaceAll(/"instance":"[^"]*"/g, '')) ? ['leaks'] : []),
  ];

  it(
    `${requests} times: none fails, none is told what is inside, and nobody waits`,
    async () => {
      const chance = chanceOf(seed);
      const port = Number(new URL(server.url).port);
      const faults: string[] = [];
      const byStatus = new Map<number, number>();
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      let left = requests;
      const work = async (): Promise<void> => {
        while (left > 0) {
          left -= 1;
          const drawn = draw(chance);
          const answer = await send(port, drawn);
          byStatus.set(answer.status, (byStatus.get(answer.status) ?? 0) + 1);
          for (const fault of wrongWith(answer))
            faults.push(
              `${fault}: ${drawn.method} ${drawn.path.slice(0, 200)} ${String(drawn.body).slice(0, 300)} → ${answer.body.slice(0, 200)}`,
            );
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      delay.disable();
      const p99 = delay.percentile(99) / 1e6;
      const failed = [...byStatus].reduce((sum, [status, count]) => sum + (status >= 500 ? count : 0), 0);
      const statuses = [...byStatus].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
      process.stdout.write(
        `NOTE hostile: ${requests} requests, seed ${seed}: ${failed} × 5xx, ${faults.length} faults; event loop p99 ${p99.toFixed(1)} ms; ${statuses.join(', ')}\n`,
      );
      expect(faults.slice(0, 20)).toStrictEqual([]);
      expect(Object.keys(Object.prototype)).toStrictEqual([]);
      expect('polluted' in {}).toBe(false);
      expect(p99).toBeLessThan(200);
      // Most go past the first look: some are recorded, others refused by what they say.
      for (const status of [200, 201, 400, 401, 403, 404, 422]) expect([status, byStatus.has(status)]).toStrictEqual([status, true]);
    },
    40 * 60_000,
  );
});
