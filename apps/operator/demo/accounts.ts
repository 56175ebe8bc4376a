import { randomBytes } from 'node:crypto';
import { totpCode } from '../../../libs/identity/src/index.ts';
import type { ApiClient } from './client.ts';
import type { Who } from './people.ts';
import { onDay, type Act, type Story } from './story.ts';

/** Posts that can be looked at from inside; the addresses lead nowhere. */
const posts: readonly (readonly [who: Who, address: string, name: string])[] = [
  ['contact_point:KE', 'contact.ke@demonstration.example', 'The contact point of Kenya'],
  ['triage', 'officer@demonstration.example', 'The officer at the triage desk'],
  ['approver', 'approver@demonstration.example', 'The approver'],
  ['chair', 'chair@demonstration.example', 'The Chairperson'],
];

interface Held {
  readonly accountId: string;
  readonly address: string;
}

/** One browser of somebody who signs in: its cookie, and the mark that its commands carry. */
class Browser {
  readonly #client: ApiClient;
  #cookie = '';
  #mark = '';

  constructor(client: ApiClient) {
    this.#client = client;
  }

  /** @throws Error when it is refused */
  async #send<T>(method: 'GET' | 'POST', path: string, body: unknown = null): Promise<T> {
    const { origin } = this.#client;
    const own = method === 'POST' ? { origin, 'sec-fetch-site': 'same-origin', 'x-form-mark': this.#mark } : {};
    const response = await this.#client.browse(method, path, body, { cookie: this.#cookie, ...own });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    this.#cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? this.#cookie;
    return (response.status === 204 ? {} : await response.json()) as T;
  }

  async useLink(link: string | null, password: string): Promise<void> {
    await this.#send('POST', '/sign-in/link', { link, password });
  }

  async signIn(email: string, password: string): Promise<void> {
    this.#mark = (await this.#send<{ mark: string }>('POST', '/sign-in', { email, password })).mark;
  }

  /** Adds a second factor and takes it away again: nobody who looks at a demonstration has its authenticator. */
  async trySecondFactor(accountId: string, email: string, password: string): Promise<void> {
    const { uri, sealedSeed } = await this.#send<{ uri: string; sealedSeed: string }>('GET', '/sign-in/second-factor');
    const path = `/accounts/${accountId}/second-factor`;
    // A code serves once; the one before and the one after are good as well.
    const now = Date.now();
    await this.#send('POST', path, { sealedSeed, code: totpCode(uri, now - 30_000) });
    // Whatever was open under the old factors has ended.
    await this.signIn(email, password);
    this.#mark = (await this.#send<{ mark: string }>('POST', '/sign-in/code', { code: totpCode(uri, now) })).mark;
    await this.#send('POST', `${path}/remove`, { code: totpCode(uri, now + 30_000) });
  }
}

const open = async (story: Story, who: Who, email: string, name: string): Promise<Held> => {
  const details = { name, title: null, organisation: null, email, telephone: null, language: 'en' };
  const { id: personId } = await story.give('triage', '/persons', details);
  await story.give('triage', `/persons/${personId}/accreditations`, { accreditationId: await story.people.accreditationOf(who) });
  const { id, token } = await story.give('triage', '/accounts', { personId });
  await new Browser(story.client).useLink(token, story.password);
  return { accountId: id, address: email };
};

/** 4 February: some get accounts; one tries a second factor, another's is closed again. */
const openAccounts = async (story: Story): Promise<void> => {
  for (const [who, address, name] of posts) story.accounts.push((await open(story, who, address, name)).address);
  const { accountId, address } = await open(story, 'alternate:KE', 'alternate.ke@demonstration.example', 'The alternate of Kenya');
  const browser = new Browser(story.client);
  await browser.signIn(address, story.password);
  await browser.trySecondFactor(accountId, address, story.password);
  await story.give('operator', `/accounts/${accountId}/close`);
};

/** A password that nobody could have read in a source of ours. */
export const drawPassword = (): string => `look-around-${randomBytes(9).toString('base64url')}`;

export const accountActs: readonly Act[] = [{ at: onDay('2015-02-04', '10:00'), title: 'accounts to sign in with', play: openAccounts }];
