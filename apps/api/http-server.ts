import { ValidationPipe, type Type, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ValidationError } from 'class-validator';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { ENVIRONMENT, type Environment } from '../../libs/application/src/index.ts';
import { sessionToken } from './browser-session.ts';
import { limitAddresses, limitHeaders, refuseOddNames } from './hardening/request-limits.ts';
import { secureAnswers } from './hardening/security-headers.ts';
import { cutSlowBodies, patience } from './hardening/slow-clients.ts';
import { checkJson } from './input/check-json.ts';
import { documentMediaTypes } from './input/document-media-types.ts';
import { bearerToken, noToken } from './headers.ts';
import { readForm } from './input/read-form.ts';
import { Gateway } from './gateway.ts';
import { Metrics } from './metrics.ts';
import { refuseUndeclared } from './policies/route-policies.ts';
import { Refusal } from './problem.ts';
import { takeUploads } from './uploads.ts';
import { tellUnreadable, tellUnroutable } from './unroutable.ts';
import { ProblemFilter, type DrawFailure } from './problem.filter.ts';

const jsonLimitBytes = 256 * 1024;
const documentLimitBytes = 5 * 1024 * 1024;
const formLimitBytes = 256 * 1024;

/** One wrong field: where it is, and which rules it breaks. */
interface WrongField {
  readonly pointer: string;
  readonly rules: readonly string[];
}

const wrongFields = (errors: readonly ValidationError[], parent = ''): readonly WrongField[] =>
  errors.flatMap(({ property, constraints, children }) => {
    const pointer = `${parent}/${property}`;
    const own = constraints === undefined ? [] : [{ pointer, rules: Object.keys(constraints).sort() }];
    return [...own, ...wrongFields(children ?? [], pointer)];
  });

/** Bodies are read by our own rules before anything else sees them. */
const takeBodies = (server: FastifyInstance): void => {
  server.removeAllContentTypeParsers();
  // A packed body would have to be unpacked before its size is known.
  server.addHook('preParsing', (request, _reply, payload, done) => {
    if ((request.headers['content-encoding'] ?? 'identity') === 'identity') done(null, payload);
    else done(new Refusal({ code: 'body.unsupported_media_type' }));
  });
  server.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: jsonLimitBytes }, (_request, body, done) => {
    const checked = checkJson(body as Buffer);
    if ('refusal' in checked) done(new Refusal({ ...checked.refusal }));
    else done(null, checked.value);
  });
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer', bodyLimit: formLimitBytes },
    (request, body, done) => {
      const form = request.url.startsWith('/api/') ? null : readForm(body as Buffer);
      if (form === null) done(new Refusal({ code: 'body.unsupported_media_type' }));
      else done(null, form);
    },
  );
  server.addContentTypeParser([...documentMediaTypes], { parseAs: 'buffer', bodyLimit: documentLimitBytes }, (_request, body, done) => {
    done(null, body);
  });
};

/** Whose role may not give the command of a route is told so before a byte of a body is read. */
const guardCommands = (server: FastifyInstance, gateway: Gateway): void => {
  server.addHook('onRequest', (request) => gateway.guard(request));
};

/** Routes as they are added, so that none is served of which nothing says who may use it. */
const servedRoutes = (server: FastifyInstance): readonly string[] => {
  const served: string[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    served.push(...[method].flat().map((one) => `${one} ${url}`));
  });
  return served;
};

/** Where people ask to be let in: nobody has a token yet. Pages look at their forms themselves. */
const withoutToken = /^\/(?:api\/v1\/sign-in(?:\/|$)|(?:en|fr)\/)/;

/** Whoever may not write is told so before a byte of a body is read. */
const askForToken = (server: FastifyInstance, env: Environment): void => {
  server.addHook('onRequest', (request, _reply, done) => {
    const needsToken = request.method === 'POST' && !withoutToken.test(request.routeOptions.url ?? '');
    if (needsToken && bearerToken(request) === null && sessionToken(env, request) === null) throw noToken();
    done();
  });
};

const withoutPast = /^\/(?:health\/|metrics|api\/v1\/(?:openapi\.json|sign-in)|(?:en|fr)\/(?:sign-in|account|set-up|join)(?:[/?]|$))/;

/** Some addresses speak of the process, not of the record: they have no past. */
const refusePast = (server: FastifyInstance): void => {
  server.addHook('onRequest', (request, _reply, done) => {
    const asksBack = Object.hasOwn(request.query as object, 'asOf');
    if (asksBack && withoutPast.test(request.url)) throw new Refusal({ code: 'asof.not_available' });
    done();
  });
};

const measure = (server: FastifyInstance, metrics: Metrics): void => {
  server.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.observeRequest({ method: request.method, route, status: `${Math.floor(reply.statusCode / 100)}xx` }, reply.elapsedTime / 1000);
    done();
  });
};

const refuseInput = (errors: ValidationError[]): Refusal => new Refusal({ code: 'input.invalid', errors: wrongFields(errors) });

const validation = new ValidationPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  validationError: { target: false, value: false },
  exceptionFactory: refuseInput,
});

/** Builds the HTTP server of one process from its modules; it does not listen yet. */
export const createHttpServer = async (
  root: Type | DynamicModule,
  log: Logger,
  drawFailure: DrawFailure | null = null,
  trustedProxies: readonly string[] = [],
): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({
    // Nobody is believed who says for whom he asks, unless he was named.
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    http: { headersTimeout: patience.headersTimeout, connectionsCheckingInterval: patience.connectionsCheckingInterval },
    requestTimeout: patience.upload,
    connectionTimeout: patience.silence,
    keepAliveTimeout: patience.keepAlive,
    forceCloseConnections: 'idle',
    bodyLimit: jsonLimitBytes,
    frameworkErrors: tellUnroutable,
    clientErrorHandler: tellUnreadable,
  });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and takes plain objects
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, { logger: false, abortOnError: false, bodyParser: false });
  const server = app.getHttpAdapter().getInstance();
  const env = app.get<Environment>(ENVIRONMENT, { strict: false });
  secureAnswers(server, env);
  cutSlowBodies(server);
  limitAddresses(server, env);
  limitHeaders(server);
  takeBodies(server);
  takeUploads(server);
  askForToken(server, env);
  guardCommands(server, app.get(Gateway, { strict: false }));
  refuseOddNames(server);
  const served = servedRoutes(server);
  refusePast(server);
  measure(server, app.get(Metrics, { strict: false }));
  app.useGlobalPipes(validation);
  app.useGlobalFilters(new ProblemFilter(log, drawFailure));
  await app.init();
  refuseUndeclared(app, served);
  return app;
};
