import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller, Environment } from '../../../libs/application/src/index.ts';
import { Refusal } from '../problem.ts';

const headersAtMost = 100;

/** Headers of which two would say two things, one to us and one to what stands before us. */
const once: ReadonlySet<string> = new Set([
  ...['authorization', 'content-length', 'content-type', 'host', 'idempotency-key', 'if-match', 'origin', 'sec-fetch-site'],
  ...['transfer-encoding', 'x-form-mark', 'x-min-position'],
]);

const namesOf = ({ raw }: FastifyRequest): readonly string[] =>
  raw.rawHeaders.filter((_text, index) => index % 2 === 0).map((name) => name.toLowerCase());

/** Refuses more headers than any client sends, and the same one twice. */
export const limitHeaders = (server: FastifyInstance): void => {
  server.addHook('onRequest', (request, _reply, done) => {
    const names = namesOf(request);
    if (names.length > headersAtMost) throw new Refusal({ code: 'request.headers_too_large' });
    const limited = names.filter((name) => once.has(name));
    const repeated = limited.find((name, index) => limited.indexOf(name) !== index);
    if (repeated !== undefined) throw new Refusal({ code: 'request.header_repeated', header: repeated });
    done();
  });
};

/** What anything of ours may be called in an address. */
const nameForm = /^[A-Za-z0-9][A-Za-z0-9._~:@+-]{0,149}$/;

/** Nothing of ours is called like that: the same answer as for anything that is not there, before it is looked for. */
export const refuseOddNames = (server: FastifyInstance): void => {
  server.addHook('onRequest', ({ url, params }, _reply, done) => {
    const named = Object.entries(params as Readonly<Record<string, string>>).filter(([name]) => name !== '*');
    if (url.startsWith('/api/') && named.some(([, text]) => !nameForm.test(text))) throw new Refusal({ code: 'object.not_found' });
    done();
  });
};

const refuseIf = (seconds: number): void => {
  if (seconds > 0) throw new Refusal({ code: 'request.too_many', seconds }, { 'retry-after': String(seconds) });
};

const loopback = /^(?:127\.|::1$|::ffff:127\.)/;

/** Limits what one address of the network asks for, before anything of it is looked at. Who asks on the machine itself is its operator. */
export const limitAddresses = (server: FastifyInstance, { limits }: Environment): void => {
  if (limits === undefined) return;
  server.addHook('onRequest', async ({ ip }) => {
    if (limits.withLoopback !== true && loopback.test(ip)) return;
    refuseIf(await limits.limiter.take(`address ${ip}`, limits.address));
  });
};

/** Limits what one person, and all of one Member together, ask for. @throws Refusal */
export const limitCaller = async ({ limits }: Pick<Environment, 'limits'>, { accreditationId, member }: Caller): Promise<void> => {
  if (limits === undefined) return;
  refuseIf(await limits.limiter.take(`subject ${accreditationId}`, limits.subject));
  if (member !== null) refuseIf(await limits.limiter.take(`member ${member}`, limits.member));
};
