import { randomUUID } from 'node:crypto';

/** What a command was answered with over HTTP. */
export interface Answer {
  readonly status: number;
  readonly id: string;
  readonly code: string | null;
  readonly token: string | null;
  readonly events: readonly { readonly type: string; readonly data: Readonly<Record<string, unknown>> }[];
}

interface RawAnswer {
  readonly id?: string;
  readonly code?: string | null;
  readonly token?: string | null;
  readonly events?: Answer['events'];
}

const toAnswer = (status: number, { id = '', code = null, token = null, events = [] }: RawAnswer): Answer => ({
  status,
  id,
  code,
  token,
  events,
});

const payloadOf = (headers: Readonly<Record<string, string>>, body: unknown): RequestInit => {
  if (body === null) return { headers };
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

  /** Sends a command. @throws Error when it is refused and `mayRefuse` does not say that it may be */
  async post(token: string, path: string, body: unknown, { mayRefuse = false }: { readonly mayRefuse?: boolean } = {}): Promise<Answer> {
    this.sent += 1;
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() };
    const response = await fetch(`${this.#base}/api/v1${path}`, { method: 'POST', ...payloadOf(headers, body) });
    const answer = toAnswer(response.status, (await response.json()) as RawAnswer);
    if (!response.ok && !mayRefuse) throw new Error(`${path}: ${response.status} ${String(answer.code)}`);
    this.#position = response.headers.get('x-position') ?? this.#position;
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
