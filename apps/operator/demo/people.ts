import type { ApiClient } from './client.ts';

/** Posts of the Secretariat and of the body, by the role that they act in. Nobody in the record has a name. */
const posts = {
  triage: 'officer',
  decider: 'officer',
  editor: 'officer',
  approver: 'approver',
  chair: 'chair',
  reviser: 'reviser',
  translator: 'reviser',
  certifier: 'reviser',
  administrator: 'administrator',
  guard: 'data_protection',
  confirmer: 'data_protection',
  observer: 'observer',
} as const;

/** A post, or somebody of a Member: `delegate:KE`. */
export type Who = 'operator' | keyof typeof posts | `${'drafter' | 'delegate' | 'contact_point' | 'alternate'}:${string}`;

interface Person {
  readonly accreditationId: string;
  readonly token: string;
}

const roleOf = (who: Who): { readonly role: string; readonly member: string | null } => {
  const [first = '', member = null] = who.split(':');
  const post = Object.entries(posts).find(([name]) => name === first);
  return { role: post?.[1] ?? first, member };
};

/** Everybody who takes part; each is accredited when first acting. */
export class People {
  readonly #client: ApiClient;
  readonly #operatorToken: string;
  readonly #known = new Map<Who, Person>();

  constructor(client: ApiClient, operatorToken: string) {
    this.#client = client;
    this.#operatorToken = operatorToken;
  }

  async token(who: Who): Promise<string> {
    return who === 'operator' ? this.#operatorToken : (await this.#person(who)).token;
  }

  async accreditationOf(who: Who): Promise<string> {
    return (await this.#person(who)).accreditationId;
  }

  async #person(who: Who): Promise<Person> {
    const found = this.#known.get(who) ?? (await this.#accredit(who));
    this.#known.set(who, found);
    return found;
  }

  async #accredit(who: Who): Promise<Person> {
    const { role, member } = roleOf(who);
    const grant = { role, member, validFrom: null, validUntil: null, language: 'en' };
    const { id } = await this.#client.post(this.#operatorToken, '/accreditations', grant);
    const label = `${role} ${member ?? 'Secretariat'}`;
    const { token } = await this.#client.post(this.#operatorToken, `/accreditations/${id}/tokens`, { label, expiresAt: null });
    if (token === null) throw new Error(`no token for ${who}`);
    return { accreditationId: id, token };
  }
}
