import type { ApiClient } from './client.ts';
import type { Sample } from './fixtures.ts';
import type { People } from './people.ts';

/** A contribution that reached the Secretariat. */
export interface Received {
  readonly sample: Sample;
  readonly contributionId: string;
  readonly kind: 'topics' | 'practices';
  /** Stored after the deadline. */
  readonly late: boolean;
}

export interface Requests {
  readonly practice: string;
  readonly topic: string;
  readonly callId: string;
}

/** REC codes that the API takes; the samples' own list may name several. */
const contentOf = (sample: Sample) => ({
  language: sample.language === 'F' ? 'fr' : 'en',
  title: sample.title,
  text: sample.text,
  primaryTheme: sample.primaryTheme,
  secondaryThemes: sample.themes.filter((theme) => theme !== sample.primaryTheme),
  economicCommunity: sample.recs[0] ?? null,
});

/** Drafted by one, released by another of the same Member. */
export const submit = async (
  client: ApiClient,
  people: People,
  { practice, topic, callId }: Requests,
  sample: Sample,
): Promise<Received> => {
  const isTopic = sample.type === 'topic-proposal';
  const draft = { kind: isTopic ? 'topic' : 'practice', guidanceId: isTopic ? topic : practice, callId, content: contentOf(sample) };
  const { id } = await client.post(people.drafter(sample.member), '/drafts', draft);
  const released = await client.post(people.delegate(sample.member), `/drafts/${id}/release`, null);
  const late = released.events.some(({ type }) => type.endsWith('ReceivedLate'));
  return { sample, contributionId: released.id, kind: isTopic ? 'topics' : 'practices', late };
};

/** Acknowledges and classifies what has come in. */
export const triage = async (client: ApiClient, people: People, received: readonly Received[]): Promise<void> => {
  for (const { sample, contributionId, kind } of received) {
    await client.post(people.triage, `/${kind}/${contributionId}/acknowledge`, null);
    const secondaryThemes = sample.themes.filter((theme) => theme !== sample.primaryTheme);
    await client.post(people.triage, `/${kind}/${contributionId}/classify`, { primaryTheme: sample.primaryTheme, secondaryThemes });
  }
};
