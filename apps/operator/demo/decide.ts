import type { ApiClient } from './client.ts';
import type { Received } from './intake.ts';
import type { People } from './people.ts';

const itemsPerPriority = 3;

const texts = {
  merit: {
    en: 'The topic answers a priority and is concrete enough for a session.',
    fr: 'Le thème répond à une priorité et se prête à une séance.',
  },
  already_covered: {
    en: 'Another topic on the agenda covers the same question; your text is kept with it.',
    fr: 'Un autre thème de l’ordre du jour traite la même question ; votre texte est conservé avec lui.',
  },
  not_ready: {
    en: 'The sessions under this priority are taken; we suggest the next session.',
    fr: 'Les séances de cette priorité sont attribuées ; nous suggérons la prochaine session.',
  },
} as const;

type ReasonCode = keyof typeof texts;

const reason = (code: ReasonCode) => ({ reason: { code, text: texts[code] } });

/** Accepted: the first of each priority, in the order received, duplicates aside. */
const judge = (received: readonly Received[]): ReadonlyMap<Received, ReasonCode> => {
  const taken = new Map<string, number>();
  return new Map(
    received.map((one) => {
      const { primaryTheme, duplicateOf } = one.sample;
      const count = taken.get(primaryTheme) ?? 0;
      if (duplicateOf !== null) return [one, 'already_covered'];
      if (count >= itemsPerPriority) return [one, 'not_ready'];
      taken.set(primaryTheme, count + 1);
      return [one, 'merit'];
    }),
  );
};

const decideTopic = async (client: ApiClient, people: People, { contributionId }: Received, code: ReasonCode): Promise<void> => {
  const outcome = code === 'merit' ? 'accept' : 'decline';
  await client.post(people.triage, `/topics/${contributionId}/recommend`, { recommendation: outcome, ...reason(code) });
  await client.post(people.decider, `/topics/${contributionId}/${outcome}`, reason(code));
};

/** Recommended by one officer, decided by another. @returns the accepted topics, in the order received */
export const decide = async (client: ApiClient, people: People, received: readonly Received[]): Promise<readonly Received[]> => {
  const topics = received.filter(({ kind }) => kind === 'topics');
  const judged = judge(topics);
  for (const [topic, code] of judged) await decideTopic(client, people, topic, code);
  for (const practice of received.filter(({ kind }) => kind === 'practices')) {
    const code: ReasonCode = practice.sample.duplicateOf === null ? 'merit' : 'already_covered';
    await client.post(people.decider, `/practices/${practice.contributionId}/${code === 'merit' ? 'accept' : 'decline'}`, reason(code));
  }
  return topics.filter((topic) => judged.get(topic) === 'merit');
};
