import { randomBytes, randomUUID } from 'node:crypto';
import { makeToken } from '../../../apps/operator/token.ts';
import type { Service } from '../../../apps/standalone/serve.ts';
import { pdf } from '../files.ts';
import { named, sendForm } from '../uploads.ts';

/** A person or a contribution with a mark of its own in everything that people wrote. */
export interface Planted {
  readonly object: 'person' | 'topic' | 'practice';
  readonly id: string;
  /** Marks that occur nowhere else; small letters and digits only, so that indexes hold them as they are. */
  readonly marks: readonly string[];
}

type Answer = Readonly<Record<string, unknown>>;

const letters = 'ghijklmnopqrstuvwxyz';

/** Draws a new mark: ten letters that no hash has in a row, and a digit. */
const markFor = (place: string): string => {
  const drawn = [...randomBytes(10)].map((byte) => letters[byte % letters.length]);
  return `canary${place}${drawn.join('')}7`;
};

/** The marks of one subject, drawn when they are first asked for. */
class Marks {
  readonly #drawn = new Map<string, string>();

  readonly at = (place: string): string => {
    const drawn = this.#drawn.get(place) ?? markFor(place);
    this.#drawn.set(place, drawn);
    return drawn;
  };

  get all(): readonly string[] {
    return [...this.#drawn.values()];
  }
}

/** What plants, over HTTP, as the people that the service has. */
export class Planting {
  readonly #url: string;
  readonly #tokens: Readonly<Record<string, string>>;
  readonly #service: Service;

  private constructor(service: Service, tokens: Readonly<Record<string, string>>) {
    this.#service = service;
    this.#url = `${service.url}/api/v1`;
    this.#tokens = tokens;
  }

  static async of(service: Service): Promise<Planting> {
    const people = [
      ['officer', null],
      ['drafter', 'KE'],
      ['delegate', 'KE'],
      ['data_protection', null],
    ] as const;
    const tokens: Record<string, string> = {};
    for (const [role, member] of people)
      tokens[role] = (await makeToken(service.deployment.env, { role, member, language: 'en', label: role })).token;
    tokens['second'] = (
      await makeToken(service.deployment.env, { role: 'data_protection', member: null, language: 'fr', label: 'x' })
    ).token;
    return new Planting(service, tokens);
  }

  token(role: string): string {
    return this.#tokens[role] ?? '';
  }

  async post(path: string, body: unknown, role: string): Promise<{ readonly status: number; readonly body: Answer }> {
    const headers = { authorization: `Bearer ${this.token(role)}`, 'idempotency-key': randomUUID(), 'content-type': 'application/json' };
    const sent = body === null ? { headers: { ...headers, 'content-type': 'text/plain' } } : { headers, body: JSON.stringify(body) };
    const response = await fetch(`${this.#url}${path}`, { method: 'POST', ...sent });
    return { status: response.status, body: (await response.json()) as Answer };
  }

  /** Sends what has to be recorded. @returns the id of what it is about */
  async done(path: string, body: unknown, role: string): Promise<string> {
    const { status, body: answer } = await this.post(path, body, role);
    if (status !== 201) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
    return String(answer['id']);
  }

  async get(path: string, role = 'officer'): Promise<{ readonly status: number; readonly text: string }> {
    const head = String(await this.#service.deployment.env.store.head());
    const headers = { authorization: `Bearer ${this.token(role)}`, 'x-min-position': head };
    const response = await fetch(`${this.#url}${path}`, { headers });
    return { status: response.status, text: await response.text() };
  }

  async person(): Promise<Planted> {
    const marks = new Marks();
    const mark = marks.at;
    const contact = { organisation: mark('office'), email: `${mark('mail')}@example.org`, telephone: mark('phone'), language: 'en' };
    const details = { name: mark('name'), title: mark('title'), ...contact };
    const id = await this.done('/persons', details, 'officer');
    await this.done(`/persons/${id}/details`, { ...details, title: mark('later') }, 'officer');
    const { env } = this.#service.deployment;
    const { accreditationId } = await makeToken(env, { role: 'officer', member: null, language: 'en', label: mark('label') });
    await this.done(`/persons/${id}/accreditations`, { accreditationId }, 'officer');
    const accountId = await this.done('/accounts', { personId: id }, 'officer');
    await env.entrance?.sessions.begin({ accountId, accreditationId, stage: 'open', device: `Browser ${mark('device')}` }, null);
    return { object: 'person', id, marks: marks.all };
  }

  /** A contribution with earlier wordings, a file, a question, an answer, a note and a translation. */
  async contribution(object: 'topic' | 'practice'): Promise<Planted> {
    const marks = new Marks();
    const mark = marks.at;
    const parts = { context: `The ${mark('context')}.`, measure: 'A measure.', result: 'A result.', lessons: `Of ${mark('lessons')}.` };
    const practice = object === 'practice' ? { practice: { ...parts, level: 'national', instrument: 'A law.' } } : {};
    const themes = { primaryTheme: 'DISPUTES', secondaryThemes: [], economicCommunity: null };
    const whole = { language: 'en', title: `The ${mark('title')}`, text: `A trader, ${mark('text')}.`, ...themes, ...practice };
    const request = { kind: object, guidanceId: object === 'topic' ? 'PC0410.GR-2' : 'PC0410.GR-1', callId: 'RIC-2015-input' };
    const first = { ...request, content: { ...whole, text: `First ${mark('draft')}.` } };
    const draftId = await this.done('/drafts', first, 'drafter');
    await this.done(`/drafts/${draftId}`, { ...request, content: whole }, 'drafter');
    await this.#file({ object: 'draft', id: draftId, forMember: '' }, 'drafter', `${mark('file')}.pdf`, mark('bytes'));
    const id = await this.done(`/drafts/${draftId}/release`, null, 'delegate');
    const of = object === 'topic' ? 'topics' : 'practices';
    await this.done(`/${of}/${id}/amend`, { content: { ...whole, text: `A trader, ${mark('amended')}.` } }, 'delegate');
    await this.done(`/${of}/${id}/acknowledge`, null, 'officer');
    await this.done(`/${of}/${id}/start-triage`, null, 'officer');
    await this.done(`/${of}/${id}/assess-completeness`, { result: 'complete', note: { en: `It says ${mark('note')}.` } }, 'officer');
    await this.done(`/${of}/${id}/request-clarification`, { questions: { fr: `Qui est ${mark('question')} ?` }, due: null }, 'officer');
    await this.done(`/${of}/${id}/answer-clarification`, { answer: { en: `It is ${mark('answer')}.` } }, 'delegate');
    await this.#translate(object, id, `Le ${mark('translated')}`);
    return { object, id, marks: marks.all };
  }

  async #file(target: Readonly<Record<string, string>>, role: string, name: string, inside: string): Promise<void> {
    const bytes = Buffer.concat([pdf, Buffer.from(`\n% ${inside}\n`)]);
    const { status, body } = await sendForm(`${this.#url}/attachments`, this.token(role), target, [named(bytes, name)]);
    if (status !== 201) throw new Error(`no file: ${status} ${JSON.stringify(body)}`);
  }

  async #translate(object: string, id: string, text: string): Promise<void> {
    const { body } = await this.post('/translations', { object, id, field: 'title' }, 'officer');
    const events = body['events'] as readonly { readonly data: { readonly sourceHash: string } }[];
    await this.done(`/translations/${String(body['id'])}/deliver`, { text, sourceHash: events[0]?.data.sourceHash }, 'officer');
  }

  /** Asks for the erasure as one person and confirms it as another. */
  async erase({ object, id }: Planted): Promise<string> {
    const wish = { object, id, basis: object === 'person' ? 'asked_by_the_person' : 'asked_by_the_member', reason: 'As asked.' };
    const erasureId = await this.done('/erasures', wish, 'data_protection');
    await this.done(`/erasures/${erasureId}/approve`, null, 'second');
    return erasureId;
  }
}
