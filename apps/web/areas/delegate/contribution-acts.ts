import type { ContributionDossier } from '../../../../libs/application/src/index.ts';
import type { PageFrame } from '../../components/frame.ts';
import { command } from '../../giving.ts';
import type { Ask, Could } from '../../frame-of.ts';
import { listedReasons } from '../../reasons.ts';
import type { Acts } from './contribution-forms.tsx';

/** What a Member might do with a contribution, ready to be decided on. */
const candidates = ({ kind, contributionId, content }: ContributionDossier, reasonCode: string) => {
  const reason = { code: reasonCode, text: { en: '-' } };
  const answer = { en: '-' };
  const [topicId, practiceId] = [contributionId, contributionId];
  return kind === 'topic'
    ? {
        answer: command('answerTopicClarification', { topicId, answer }),
        confirm: command('confirmTopicEntry', { topicId }),
        correct: command('correctTopicEntry', { topicId, content }),
        amend: command('amendTopic', { topicId, content }),
        withdraw: command('withdrawTopic', { topicId, reason }),
      }
    : {
        answer: command('answerPracticeClarification', { practiceId, answer }),
        confirm: command('confirmPracticeEntry', { practiceId }),
        correct: command('correctPracticeEntry', { practiceId, content }),
        amend: command('amendPractice', { practiceId, content }),
        withdraw: command('withdrawPractice', { practiceId, reason }),
      };
};

/** The proposal to merge that waits for the reader's Member. */
const mergeWaiting = async ({ who, asOf }: PageFrame, { contributionId }: ContributionDossier, ask: Ask): Promise<string | null> => {
  if (who?.member == null || asOf !== null) return null;
  const home = await ask('delegateHome', { since: null });
  const merge = home?.asked.find(({ kind, id, mayAnswer }) => kind === 'merge_consent' && id === contributionId && mayAnswer);
  return merge?.details['mergeId'] ?? null;
};

const standsBehind = ({ sponsors }: ContributionDossier, member: string | null): boolean =>
  sponsors.some((sponsor) => sponsor.member === member && sponsor.until === null);

/** What the reader could do now: each is decided as if it were done. */
export const actsFor = async (frame: PageFrame, file: ContributionDossier, ask: Ask, could: Could): Promise<Acts> => {
  const { kind, contributionId: topicId } = file;
  const member = frame.who?.member ?? null;
  const [withdrawReasons, apartReasons] = await Promise.all([
    listedReasons(ask, kind, 'withdraw', frame.language),
    listedReasons(ask, 'topic', 'stay_apart', frame.language),
  ]);
  const { answer, confirm, correct, amend, withdraw } = candidates(file, withdrawReasons[0]?.value ?? 'other');
  const isShared = kind === 'topic' && file.member !== member;
  return {
    answer: await could(answer),
    confirm: await could(confirm),
    correct: await could(correct),
    amend: await could(amend),
    withdraw: await could(withdraw),
    join: isShared && !standsBehind(file, member) && (await could(command('joinTopic', { topicId }))),
    leave: isShared && standsBehind(file, member) && (await could(command('leaveTopic', { topicId }))),
    mergeId: await mergeWaiting(frame, file, ask),
    withdrawReasons,
    apartReasons,
  };
};
