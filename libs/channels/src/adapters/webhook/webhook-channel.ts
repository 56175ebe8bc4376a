import { lookup } from 'node:dns/promises';
import type { ChannelOutcome, DeliveryChannel, WebhookMessage } from '../../channel.port.ts';
import { standingOf, type AllowedNetworks } from './address-guard.ts';
import { isFitting, readEndpointUrl, type EndpointUrl } from './endpoint-url.ts';
import { post } from './post.ts';
import { signature } from './signature.ts';

/** Where notices of one endpoint go, and what they are signed with: the newest secret first, at least one. */
export interface WebhookTarget {
  readonly url: string;
  readonly secrets: readonly string[];
}

export interface WebhookParts {
  /** Looked up for each attempt; null: it takes none (any more). */
  readonly targetOf: (endpointId: string) => Promise<WebhookTarget | null>;
  /** Networks that are reached although they are private; only there over plain HTTP and other ports than 443. None unless told. */
  readonly allowed?: AllowedNetworks;
  /** Every address of a name; the system's unless told. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  /** Most milliseconds from being handed a notice to the outcome: 15,000 unless told. */
  readonly answerWithinMs?: number;
  /** Authorities that are believed in place of those of the system, PEM. */
  readonly authorities?: string;
}

type Unsent = Exclude<ChannelOutcome, { outcome: 'accepted' }>;

const failed = (code: string): Unsent => ({ outcome: 'failed', code });
const refused = (code: string): Unsent => ({ outcome: 'refused', code });

const systemResolve = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true, order: 'verbatim' })).map(({ address }) => address);

const late = (milliseconds: number): Promise<never> =>
  new Promise((_resolve, reject) => {
    AbortSignal.timeout(Math.max(1, milliseconds)).addEventListener('abort', () => {
      reject(new Error('late'));
    });
  });

const lineCodes: Readonly<Record<string, string>> = { AbortError: 'webhook.timeout', TimeoutError: 'webhook.timeout' };

const codeOf = (thrown: unknown): string => {
  const { name = '', code = '' } = thrown as { readonly name?: string; readonly code?: string };
  if (/TLS|CERT|SSL|EPROTO/.test(code)) return 'webhook.tls';
  return lineCodes[name] ?? 'webhook.connection';
};

/** What an answer says. Whoever answers “gone” wants no more; all other refusals may be mended over there. */
const outcomeOf = (status: number): ChannelOutcome => {
  if (status >= 200 && status < 300) return { outcome: 'accepted', confirmation: String(status) };
  return status === 410 ? refused('webhook.410') : failed(`webhook.${String(status)}`);
};

/** Notices to programs, by Standard Webhooks. */
class WebhookChannel implements DeliveryChannel<WebhookMessage> {
  readonly #parts: WebhookParts;
  readonly #underWay = new Set<Promise<ChannelOutcome>>();
  #isClosed = false;

  constructor(parts: WebhookParts) {
    this.#parts = parts;
  }

  get #withinMs(): number {
    return this.#parts.answerWithinMs ?? 15_000;
  }

  async send(message: WebhookMessage): Promise<ChannelOutcome> {
    if (this.#isClosed) return failed('webhook.closed');
    const sending = this.#attempt(message)
      .catch(() => failed('webhook.unknown'))
      .finally(() => this.#underWay.delete(sending));
    this.#underWay.add(sending);
    return sending;
  }

  async #attempt(message: WebhookMessage): Promise<ChannelOutcome> {
    const end = Date.now() + this.#withinMs;
    const target = await this.#parts.targetOf(message.endpointId);
    if (target === null) return refused('webhook.no_endpoint');
    const place = readEndpointUrl(target.url, this.#parts.allowed ?? []);
    if ('wrong' in place) return refused(place.wrong);
    const address = await this.#addressOf(place, end);
    return typeof address === 'string' ? this.#post(message, target, { ...place, address, end }) : address;
  }

  /** Looks the name up once. Every address behind it has to be fit to be reached, and the first one is. */
  async #addressOf({ url, host, isLiteral }: EndpointUrl, end: number): Promise<string | Unsent> {
    const { resolve = systemResolve, allowed = [] } = this.#parts;
    const asked = isLiteral ? Promise.resolve([host]) : resolve(host);
    const addresses = await Promise.race([asked, late(end - Date.now())]).catch(() => []);
    const [first] = addresses;
    if (first === undefined) return failed('webhook.name');
    const standings = addresses.map((address) => standingOf(address, allowed));
    const isSafe = standings.every((standing) => standing !== 'forbidden' && isFitting(url, standing));
    return isSafe ? first : failed('webhook.forbidden_address');
  }

  async #post(
    { noticeId, body }: WebhookMessage,
    { secrets }: WebhookTarget,
    { end, ...place }: EndpointUrl & { readonly address: string; readonly end: number },
  ): Promise<ChannelOutcome> {
    const { authorities } = this.#parts;
    const atSecond = Math.floor(Date.now() / 1_000);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Rapporteur (Standard Webhooks 1.0.0)',
      'webhook-id': noticeId,
      'webhook-timestamp': String(atSecond),
      'webhook-signature': signature(noticeId, atSecond, body, secrets),
    };
    const withinMs = Math.max(1, end - Date.now());
    return post({ ...place, headers, body, withinMs, ...(authorities === undefined ? {} : { authorities }) }).then(
      outcomeOf,
      (error: unknown) => failed(codeOf(error)),
    );
  }

  /** There is no station of ours on the way. */
  trouble(): Promise<string | null> {
    return Promise.resolve(null);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#underWay);
  }
}

/** Opens the way out by webhooks. */
export const openWebhookChannel = (parts: WebhookParts): DeliveryChannel<WebhookMessage> => new WebhookChannel(parts);
