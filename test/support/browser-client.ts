import type { HttpAnswer } from './http.ts';

/** A browser as far as the service can tell: it keeps cookies, says where a request comes from, and follows nothing. */
export class BrowserClient {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();
  /** Mark of the session, as the last answer told it. */
  mark = '';

  constructor(origin: string, cookies: readonly (readonly [string, string])[] = []) {
    this.#origin = origin;
    this.#cookies = new Map(cookies);
  }

  /** The same browser, as somebody who copied its cookies. */
  copy(): BrowserClient {
    const copied = new BrowserClient(this.#origin, [...this.#cookies]);
    copied.mark = this.mark;
    return copied;
  }

  get cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async send(method: 'GET' | 'POST', path: string, body?: BodyInit, more: Readonly<Record<string, string>> = {}): Promise<Response> {
    const own = method === 'GET' ? {} : { origin: this.#origin, 'sec-fetch-site': 'same-origin' };
    const headers = { ...own, cookie: this.cookies, ...more };
    const response = await fetch(`${this.#origin}${path}`, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }

  /** Sends JSON to the API with the mark of the session. */
  async api(method: 'GET' | 'POST', path: string, body?: unknown, more: Readonly<Record<string, string>> = {}): Promise<HttpAnswer> {
    const own = method === 'GET' ? {} : { 'x-form-mark': this.mark, 'idempotency-key': crypto.randomUUID() };
    const typed = body === undefined ? {} : { 'content-type': 'application/json' };
    const text = body === undefined ? undefined : JSON.stringify(body);
    const response = await this.send(method, `/api/v1${path}`, text, { ...own, ...typed, ...more });
    const raw = await response.text();
    const told = raw === '' ? {} : (JSON.parse(raw) as HttpAnswer['body']);
    if (typeof told['mark'] === 'string') this.mark = told['mark'];
    return { status: response.status, headers: response.headers, body: told };
  }
}
