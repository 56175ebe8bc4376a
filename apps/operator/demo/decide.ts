import { reasonOf } from './reasons.ts';
import type { Received, Story } from './story.ts';

const itemsPerPriority = 3;

type ReasonCode = 'merit' | 'already_covered' | 'not_ready';

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

/** Recommended by one officer and decided by another. */
export const decideTopic = async (story: Story, contributionId: string, code: ReasonCode): Promise<void> => {
  const outcome = code === 'merit' ? 'accept' : 'decline';
  const reason = reasonOf(code);
  await story.give('triage', `/topics/${contributionId}/recommend`, { recommendation: outcome, reason });
  const stage = code === 'merit' ? 'accepted' : 'declined';
  await story.giveUntil('decider', `/topics/${contributionId}/${outcome}`, { reason }, ['topic', contributionId, stage]);
};

const decidePractice = async (story: Story, { sample, contributionId }: Received): Promise<void> => {
  const [outcome, code] = sample.duplicateOf === null ? ['accept', 'merit'] : ['decline', 'already_covered'];
  await story.give('decider', `/practices/${contributionId}/${outcome}`, { reason: reasonOf(code) });
};

/** Decides everything that came in time and has no fate of its own. @param aside  samples that have */
export const decide = async (story: Story, aside: readonly string[]): Promise<void> => {
  const inTime = [...story.received.values()].filter(({ late, sample }) => !late && !aside.includes(sample.id));
  const judged = judge(inTime.filter(({ kind }) => kind === 'topics'));
  for (const [{ contributionId }, code] of judged) await decideTopic(story, contributionId, code);
  for (const practice of inTime.filter(({ kind }) => kind === 'practices')) await decidePractice(story, practice);
  story.accepted = [...judged].filter(([, code]) => code === 'merit').map(([topic]) => topic);
};
