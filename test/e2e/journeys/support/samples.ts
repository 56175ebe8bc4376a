import { samples, type Sample } from '../../../../apps/operator/demo/fixtures.ts';
import { sendContribution, type Requests } from './beginnings.ts';
import type { Journey } from './journey.ts';

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
