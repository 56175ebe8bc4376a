import { request as plainRequest, type ClientRequest, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';

export interface Post {
  readonly url: URL;
  /** The one address that was looked at; the name is not asked for again. */
  readonly address: string;
  readonly host: string;
  readonly isLiteral: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly withinMs: number;
  readonly authorities?: string;
}

const mostAnswer = 64 * 1024;

const optionsOf = ({ url, address, host, isLiteral, headers, body, authorities }: Post): RequestOptions & Record<string, unknown> => ({
  method: 'POST',
  host: address,
  port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
  path: `${url.pathname}${url.search}`,
  headers: { ...headers, host: url.host, 'content-length': String(Buffer.byteLength(body)) },
  // A connection of its own: one that is kept would lead to an address that was looked at another time.
  agent: false,
  ...(url.protocol === 'https:' ? { servername: isLiteral ? '' : host, minVersion: 'TLSv1.2' } : {}),
  ...(authorities === undefined ? {} : { ca: authorities }),
});

/** What was answered stands in the first line. The rest is read so far as is bearable, and nobody looks at it. */
const statusOf = (request: ClientRequest): Promise<number> => {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  request.on('error', reject);
  request.on('response', (response) => {
    let read = 0;
    response.on('data', (piece: Buffer) => {
      read += piece.length;
      if (read > mostAnswer) request.destroy();
    });
    const done = (): void => {
      resolve(response.statusCode ?? 0);
    };
    // A line that is cut within the rest changes nothing of the answer.
    response.on('error', done);
    response.on('close', done);
  });
  return promise;
};

/**
 * Sends once, to that address, and follows nothing.
 *
 * @returns the status of the answer
 * @throws Error when none came in time; `AbortError` when it was late
 */
export const post = async (what: Post): Promise<number> => {
  const send = what.url.protocol === 'https:' ? tlsRequest : plainRequest;
  const request = send({ ...optionsOf(what), signal: AbortSignal.timeout(what.withinMs) });
  const status = statusOf(request);
  request.end(what.body);
  return status;
};
