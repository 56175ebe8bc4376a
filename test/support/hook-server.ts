import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a receiver of webhooks treats the next notice. */
export type HookBehaviour =
  | 'takes'
  | 'takes and is cut'
  | 'is cut in the middle'
  | 'says nothing more'
  /** Answers well, and then sends without end. */
  | 'never stops'
  | { readonly says: number; readonly location?: string };

export interface ReceivedNotice {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const flat = (headers: IncomingMessage['headers']): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** A receiver of webhooks on loopback that can be told to misbehave. */
export class HookServer {
  readonly notices: ReceivedNotice[] = [];
  /** What it does with the notices that come, one after the other; afterwards it takes them. */
  readonly behaviours: HookBehaviour[] = [];
  requests = 0;
  #server: Server | null = null;
  #port = 0;
  readonly #host: string;

  private constructor(host: string) {
    this.#host = host;
  }

  static async start(host = '127.0.0.1', port = 0): Promise<HookServer> {
    const server = new HookServer(host);
    server.#port = port;
    await server.up();
    return server;
  }

  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `http://${this.#host}:${String(this.#port)}/hooks`;
  }

  async up(): Promise<void> {
    const server = createServer((request, response) => {
      this.requests += 1;
      this.#answer(request, response);
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, this.#host, resolve));
    this.#port = (server.address() as AddressInfo).port;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const behaviour = this.behaviours.shift() ?? 'takes';
    if (behaviour === 'is cut in the middle') {
      request.socket.destroy();
      return;
    }
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      this.#finish(behaviour, { headers: flat(request.headers), body: Buffer.concat(pieces).toString() }, response);
    });
  }

  #finish(behaviour: Exclude<HookBehaviour, 'is cut in the middle'>, notice: ReceivedNotice, response: ServerResponse): void {
    if (behaviour === 'says nothing more') return;
    if (typeof behaviour === 'object') {
      response.writeHead(behaviour.says, behaviour.location === undefined ? {} : { location: behaviour.location }).end();
      return;
    }
    this.notices.push(notice);
    if (behaviour === 'takes and is cut') response.socket?.destroy();
    else if (behaviour === 'never stops') this.#pour(response.writeHead(200));
    else response.writeHead(204).end();
  }

  #pour(response: ServerResponse): void {
    const timer = setInterval(() => response.write(Buffer.alloc(16_384)), 1);
    response.on('close', () => {
      clearInterval(timer);
    });
  }

  async down(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
