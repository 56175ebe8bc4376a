import { setTimeout } from 'node:timers/promises';
import type { Answer, ApiClient } from './client.ts';
import type { People, Who } from './people.ts';
import type { Sample } from './fixtures.ts';

/** A contribution that reached the Secretariat. */
export interface Received {
  readonly sample: Sample;
  readonly contributionId: string;
  readonly kind: 'topics' | 'practices';
  /** Stored after the deadline. */
  readonly late: boolean;
}

/** The requests of the working document, and the call that asks for answers to them. */
export interface Requests {
  readonly documentId: string;
  readonly symbol: string;
  readonly practice: string;
  readonly topic: string;
  readonly callId: string;
}

/** What happens at an instant of the year. */
export interface Act {
  /** RFC 3339. */
  readonly at: string;
  readonly title: string;
  readonly play: (story: Story) => Promise<void>;
}

/** The year as far as it was played: who acts, what came in, and what has an id. */
export class Story {
  readonly client: ApiClient;
  readonly people: People;
  /** What came in, by the id of its sample. */
  readonly received = new Map<string, Received>();
  /** Ids of what was made on the way, by a name of its own. */
  readonly #made = new Map<string, string>();
  /** What an officer was told who had not seen what another did. */
  readonly conflicts: string[] = [];
  /** Addresses that can be signed in with, and the password of all. */
  readonly accounts: string[] = [];
  readonly password: string;
  requests: Requests | null = null;
  accepted: readonly Received[] = [];
  agendaVersion = 0;
  /** To how many Members the draft agenda went. */
  addressees = 0;
  contentHash: string | null = null;

  constructor(client: ApiClient, people: People, password: string) {
    this.password = password;
    this.client = client;
    this.people = people;
  }

  /** Gives a command that has to be recorded. @throws Error when it is refused, or was recorded before */
  async give(who: Who, path: string, body: unknown = null): Promise<Answer> {
    const answer = await this.client.post(await this.people.token(who), path, body);
    if (answer.status !== 201) throw new Error(`${path}: nothing was recorded`);
    return answer;
  }

  /** Gives a command that has to be refused with this code. @returns what the refusal tells @throws Error when it is not */
  async refused(who: Who, path: string, body: unknown, code: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const answer = await this.client.send(await this.people.token(who), path, body, headers);
    if (answer.code !== code) throw new Error(`${path}: expected the refusal ${code}, got ${answer.status} ${String(answer.code)}`);
    return answer;
  }

  async ask<T>(who: Who | null, path: string): Promise<T> {
    return this.client.get<T>(path, who === null ? null : await this.people.token(who));
  }

  /** Puts the clock to an instant, unless it is past it. */
  async walkTo(to: string): Promise<void> {
    const instant = new Date(to).toISOString();
    if (instant > (await this.#now())) await this.#advance(instant);
  }

  /** Lets a minute pass, in which everything that follows by itself follows. */
  async settle(): Promise<void> {
    await this.#advance(new Date(Date.parse(await this.#now()) + 60_000).toISOString());
  }

  async #now(): Promise<string> {
    return (await this.client.get<{ now: string }>('/record/standing')).now;
  }

  /** The answer to the command waits ten seconds at most; on a busy machine more may follow by itself than fits in there. */
  async #advance(to: string): Promise<void> {
    await this.give('operator', '/record/clock', { to });
    while ((await this.#now()) < to) await setTimeout(100);
  }

  /** @throws Error when an object does not stand at a stage of its procedure */
  async stands(object: string, id: string, stage: string): Promise<void> {
    const found = await this.ask<{ stage: string }>('triage', `/instances/${object}/${id}`);
    if (found.stage !== stage) throw new Error(`${object} ${id} stands at ${found.stage} and not at ${stage}`);
  }

  /** Gives a command, after which an object stands at a stage. */
  async giveUntil(who: Who, path: string, body: unknown, [object, id, stage]: readonly [string, string, string]): Promise<Answer> {
    const answer = await this.give(who, path, body);
    await this.stands(object, id, stage);
    return answer;
  }

  remember(name: string, id: string): string {
    this.#made.set(name, id);
    return id;
  }

  /** @throws Error when nothing was made under that name */
  made(name: string): string {
    const id = this.#made.get(name);
    if (id === undefined) throw new Error(`nothing is known as ${name}`);
    return id;
  }

  /** Id of the contribution that a sample became. */
  idOf(sampleId: string): string {
    const found = this.received.get(sampleId);
    if (found === undefined) throw new Error(`${sampleId} was not received`);
    return found.contributionId;
  }

  /** Path of the contribution that a sample became. */
  pathOf(sampleId: string): string {
    return `/${this.received.get(sampleId)?.kind ?? ''}/${this.idOf(sampleId)}`;
  }

  asked(): Requests {
    if (this.requests === null) throw new Error('nothing has been asked yet');
    return this.requests;
  }
}

/** Value of a field of the first event of an answer. */
export const fieldOf = ({ events }: Answer, name: string): string => {
  const value = events.map(({ data }) => data[name]).find((found) => found !== undefined);
  if (typeof value !== 'string') throw new Error(`no ${name} in the answer`);
  return value;
};

export const inBrussels = (wallTime: string) => ({ wallTime, zone: 'Europe/Brussels' });

/** An instant without milliseconds, so that acts can be told apart by eye. */
export const onDay = (date: string, time = '09:00'): string => `${date}T${time}:00Z`;
