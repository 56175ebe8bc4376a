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
  readonly code?: string;
  readonly token?: string;
  readonly events?: Answer['events'];
}

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
    const isBytes = body instanceof Uint8Array;
    const headers = {
      authorization: `Bearer ${token}`,
      'idempotency-key': randomUUID(),
      ...(body === null ? {} : { 'content-type': isBytes ? 'text/markdown' : 'application/json' }),
    };
    const payload = body === null ? null : isBytes ? new Uint8Array(body) : JSON.stringify(body);
    const response = await fetch(`${this.#base}/api/v1${path}`, { method: 'POST', headers, body: payload });
    const answer = (await response.json()) as RawAnswer;
    if (!response.ok && !mayRefuse) throw new Error(`${path}: ${response.status} ${answer.code ?? ''} ${JSON.stringify(answer)}`);
    this.#position = response.headers.get('x-position') ?? this.#position;
    return {
      status: response.status,
      id: answer.id ?? '',
      code: answer.code ?? null,
      token: answer.token ?? null,
      events: answer.events ?? [],
    };
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
