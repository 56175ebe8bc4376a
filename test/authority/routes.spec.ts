import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Module } from '@nestjs/common';
import { ApplicationModule, commands, type CommandName } from '../../libs/application/src/index.ts';
import { accreditableRoles } from '../../libs/domain/src/index.ts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { ApiModule } from '../../apps/api/api.module.ts';
import { createHttpServer } from '../../apps/api/http-server.ts';
import { RouteWithoutPolicy } from '../../apps/api/policies/route-policies.ts';
import { bootApplication, type TestApplication } from '../support/application.ts';
import { serveApplication, type TestServer } from '../support/http.ts';
import { recordOpenCall } from '../support/opened.ts';
import { authorityCells } from './cells.ts';

const tableAt = 'apps/api/policies/route-commands.json';
const table = JSON.parse(readFileSync(tableAt, 'utf8')) as Readonly<Record<string, CommandName>>;

/** What each route of a controller gives, as its source says. */
const givenIn = (source: string): readonly (readonly [route: string, name: string])[] => {
  const [, base = '', body = ''] = /@Controller\('([^']*)'\)([\s\S]*)/.exec(source) ?? [];
  const handlers = body.split(/(?=@(?:Get|Post)\()/).slice(1);
  return handlers.flatMap((handler) => {
    const [, paths = ''] = /^@Post\(([^)]*)\)/.exec(handler) ?? [];
    const name = /gateway\.command\(\s*request,\s*reply,\s*'(\w+)'/.exec(handler)?.[1];
    if (!handler.startsWith('@Post') || name === undefined) return [];
    const named = [...paths.matchAll(/'([^']*)'/g)].map(([, path = '']) => path);
    return (named.length === 0 ? [''] : named).map(
      (path) => [`POST /${[base, path].filter((part) => part !== '').join('/')}`, name] as const,
    );
  });
};

const fromSources = (): Readonly<Record<string, string>> => {
  const folder = 'apps/api/resources';
  const sources = readdirSync(folder).filter((name) => name.endsWith('.controller.ts'));
  const all = sources.flatMap((name) => givenIn(readFileSync(join(folder, name), 'utf8')));
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Roles that may give a command somewhere, as reviewed. */
const reviewedRoles = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const roles = new Map<string, Set<string>>();
  for (const line of readFileSync('test/fixtures/authority.csv', 'utf8').split('\n').slice(1)) {
    const [, command = '', role = ''] = line.split(',');
    roles.set(command, (roles.get(command) ?? new Set()).add(role));
  }
  return roles;
};

const memberRoles = ['drafter', 'contact_point', 'delegate', 'alternate'];

describe('the table of routes and commands', () => {
  // Asked for by hand, after a route was added: `WRITE_ROUTES=1`.
  if (process.env['WRITE_ROUTES'] === '1') writeFileSync(tableAt, `${JSON.stringify(fromSources(), null, 2)}\n`);

  it('is what the controllers give', () => {
    expect(fromSources()).toStrictEqual(JSON.parse(readFileSync(tableAt, 'utf8')));
  });

  it('multiplies with stages, roles and ownership to a good many decisions, each in the reviewed table', () => {
    const cells = authorityCells();
    const reviewed = reviewedRoles();
    const decisions = Object.values(table).flatMap((name) => cells.filter(({ command }) => command === commands[name].name));
    const wrong = decisions.filter(({ command, role, allowed }) => allowed && reviewed.get(command)?.has(role) !== true);
    process.stdout.write(
      `NOTE routes: ${Object.keys(table).length} routes give commands, ${decisions.length} decisions of stage, role and ownership behind them\n`,
    );
    expect(wrong).toStrictEqual([]);
    expect(decisions.length).toBeGreaterThan(20_000);
  });
});

describe('a route of which nothing says who may use it', () => {
  it('stops the start', async () => {
    @Controller('api/v1/backdoor')
    class BackdoorController {
      @Get()
      read(): string {
        return 'everything';
      }
    }
    const application = bootApplication('2015-02-10T12:00:00.000Z');
    @Module({
      imports: [ApiModule.forEnvironment(application.env), ApplicationModule.forEnvironment(application.env)],
      controllers: [BackdoorController],
    })
    class OpenModule {}
    const start = createHttpServer(OpenModule, pino({ level: 'silent' }));
    await expect(start).rejects.toThrow(RouteWithoutPolicy);
    await expect(start).rejects.toThrow('nothing says who may use GET /api/v1/backdoor, HEAD /api/v1/backdoor');
    await application.close();
  });
});

describe('every route that gives a command, for every role', () => {
  let application: TestApplication;
  let server: TestServer;
  const tokens = new Map<string, string>();
  const wrong: string[] = [];
  let asked = 0;

  beforeAll(async () => {
    application = bootApplication('2015-02-10T12:00:00.000Z');
    await recordOpenCall(application);
    server = await serveApplication(application);
    for (const role of accreditableRoles) tokens.set(role, await server.tokenFor(role, memberRoles.includes(role) ? 'KE' : null));
  }, 60_000);
  afterAll(() => server.close());

  /** Of these the object decides: any governed one may be meant, each under its own procedure. */
  const byObject: readonly string[] = ['moveToStage', 'migrateInstance', 'recordDeadlinePassed', 'releaseDraft'];
  const roles = reviewedRoles();
  const expected = (name: CommandName, role: string): 'let in' | 'refused' | 'decided by its object' => {
    if (byObject.includes(name)) return 'decided by its object';
    return roles.get(commands[name].name)?.has(role) === true ? 'let in' : 'refused';
  };

  it('lets in who is in the reviewed table, tells everybody else the same, and records nothing', async () => {
    const head = await application.env.store.head();
    for (const [route, name] of Object.entries(table)) {
      const path = route.replace('POST ', '').replaceAll(/:\w+/g, 'nothing');
      const anonymous = await server.post(`${path}?dryRun=true`, {});
      if (anonymous.status !== 401) wrong.push(`${route} anonymously: ${anonymous.status}`);
      for (const [role, token] of tokens) {
        const { status, body } = await server.post(`${path}?dryRun=true`, {}, { token });
        asked += 1;
        const isRefused = status === 403 && body['code'] === 'authorisation.role_not_allowed';
        const want = expected(name, role);
        const isRight = want === 'refused' ? isRefused : status < 500 && status !== 401 && (want !== 'let in' || !isRefused);
        if (!isRight) wrong.push(`${route} as ${role}: ${status} ${String(body['code'])}, ${want}`);
      }
    }
    process.stdout.write(
      `NOTE routes: ${asked + Object.keys(table).length} answers over HTTP to ${Object.keys(table).length} routes, ${wrong.length} wrong\n`,
    );
    expect(wrong).toStrictEqual([]);
    expect(await application.env.store.head()).toBe(head);
  }, 120_000);
});
