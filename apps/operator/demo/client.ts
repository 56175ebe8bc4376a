import { randomUUID } from 'node:crypto';

/** What a command was answered with over HTTP. */
export interface Answer {
  readonly status: number;
  readonly id: string;
  readonly code: string | null;
  /** What a refusal says of itself, for people. */
  readonly detail: string;
  /** What others changed meanwhile, of a refusal for that reason. */
  readonly changes: readonly { readonly type: string; readonly fields: readonly string[]; readonly role: string; readonly at: string }[];
  readonly token: string | null;
  readonly events: readonly { readonly type: string; readonly data: Readonly<Record<string, unknown>> }[];
}

type RawAnswer = Partial<Omit<Answer, 'status'>> & { readonly errors?: unknown };

const toAnswer = (
  status: number,
  { id = '', code = null, detail = '', changes = [], token = null, events = [], errors }: RawAnswer,
): Answer => ({
  status,
  id,
  code,
  detail: errors === undefined ? detail : `${detail} ${JSON.stringify(errors)}`,
  changes,
  token,
  events,
});

const payloadOf = (headers: Readonly<Record<string, string>>, body: unknown): RequestInit => {
  if (body === null) return { headers };
  if (body instanceof FormData) return { headers, body };
  if (body instanceof Uint8Array) return { headers: { ...headers, 'content-type': 'text/markdown' }, body: new Uint8Array(body) };
  return { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
};

/** A client of the API, as a Member or the Secretariat would write one. */
export class ApiClient {
  readonly #base: string;
  #position: string | null = null;
  /** Commands sent so far. */
  sent = 0;

  constructor(base: string) {
    this.#base = base;
  }

  /** Sends a command, whatever it is answered with. */
  async send(token: string, path: string, body: unknown, more: Readonly<Record<string, string>> = {}): Promise<Answer> {
    this.sent += 1;
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID(), ...more };
    const response = await fetch(`${this.#base}/api/v1${path}`, { method: 'POST', ...payloadOf(headers, body) });
    this.#position = response.headers.get('x-position') ?? this.#position;
    return toAnswer(response.status, (await response.json()) as RawAnswer);
  }

  /** Where the service is. */
  get origin(): string {
    return this.#base;
  }

  /** Sends what a browser would, without a token. */
  browse(method: 'GET' | 'POST', path: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<Response> {
    const all = method === 'POST' ? { 'idempotency-key': randomUUID(), ...headers } : headers;
    return fetch(`${this.#base}/api/v1${path}`, { method, ...payloadOf(all, body) });
  }

  /** Sends a command that is to be carried out. @throws Error when it is refused */
  async post(token: string, path: string, body: unknown): Promise<Answer> {
    const answer = await this.send(token, path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${String(answer.code)}: ${answer.detail}`);
    return answer;
  }

  /** Asks, having seen everything that was sent. */
  async get<T>(path: string, token: string | null = null): Promise<T> {
    const response = await fetch(`${this.#base}/api/v1${path}`, {
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(this.#position === null ? {} : { 'x-min-position': this.#position }),
      },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
}
