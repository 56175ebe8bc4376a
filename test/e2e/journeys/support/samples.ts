import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sendContribution, type Requests } from './beginnings.ts';
import type { Journey } from './journey.ts';

/** One invented contribution. */
export interface Sample {
  readonly id: string;
  readonly type: 'topic-proposal' | 'national-practice';
  readonly member: string;
  readonly recs: readonly string[];
  readonly language: 'E' | 'F';
  readonly title: string;
  readonly text: string;
  readonly themes: readonly string[];
  readonly primaryTheme: string;
  readonly submittedAt: string;
  readonly duplicateOf: string | null;
}

/** The 120 invented contributions of 2015, in the order in which they were sent. */
export const samples = (): readonly Sample[] => {
  const { submissions } = JSON.parse(readFileSync(resolve('test/fixtures/demo/contributions-2015.json'), 'utf8')) as {
    readonly submissions: readonly Sample[];
  };
  return [...submissions].sort((a, b) => (a.submittedAt < b.submittedAt ? -1 : 1));
};

const contentOf = (sample: Sample) => ({
  language: sample.language === 'F' ? 'fr' : 'en',
  title: sample.title,
  text: sample.text,
  primaryTheme: sample.primaryTheme,
  secondaryThemes: sample.themes.filter((theme) => theme !== sample.primaryTheme),
  economicCommunity: sample.recs[0] ?? null,
});

/** Sends every sample now, one after the other. @returns ids of the contributions by those of their samples */
export const sendSamples = async (journey: Journey, requests: Requests): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>();
  for (const sample of samples()) {
    const kind = sample.type === 'topic-proposal' ? 'topic' : 'practice';
    const { id } = await sendContribution(journey, requests, { member: sample.member, kind, content: contentOf(sample) });
    ids.set(sample.id, id);
  }
  return ids;
};
