import type { Sample } from './fixtures.ts';
import type { Received, Story } from './story.ts';

const member = (sample: Sample): string => sample.member;

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
export const submit = async (story: Story, sample: Sample): Promise<Received> => {
  const { practice, topic, callId } = story.asked();
  const isTopic = sample.type === 'topic-proposal';
  const draft = { kind: isTopic ? 'topic' : 'practice', guidanceId: isTopic ? topic : practice, callId, content: contentOf(sample) };
  const { id } = await story.give(`drafter:${member(sample)}`, '/drafts', draft);
  const released = await story.give(`delegate:${member(sample)}`, `/drafts/${id}/release`);
  const late = released.events.some(({ type }) => type.endsWith('ReceivedLate'));
  const received = { sample, contributionId: released.id, kind: isTopic ? 'topics' : 'practices', late } as const;
  story.received.set(sample.id, received);
  return received;
};

/** Acknowledges and classifies what has come in. */
export const triage = async (story: Story, { sample, contributionId, kind }: Received): Promise<void> => {
  await story.give('triage', `/${kind}/${contributionId}/acknowledge`);
  const secondaryThemes = sample.themes.filter((theme) => theme !== sample.primaryTheme);
  await story.give('triage', `/${kind}/${contributionId}/classify`, { primaryTheme: sample.primaryTheme, secondaryThemes });
};

/** A sample arrives; what came in time is taken up at once. */
export const receive = async (story: Story, sample: Sample): Promise<void> => {
  const received = await submit(story, sample);
  if (received.late) await story.stands(received.kind.slice(0, -1), received.contributionId, 'late_not_admitted');
  else await triage(story, received);
};
