import { because, reasonOf } from './reasons.ts';
import { fieldOf, onDay, type Act, type Story } from './story.ts';

const propose = async (story: Story, [source, target]: readonly [string, string]): Promise<string> => {
  const targetId = story.idOf(target);
  const proposed = await story.give('editor', `${story.pathOf(source)}/propose-merge`, because('same_question', { targetId }));
  return story.remember(`merge ${source}`, fieldOf(proposed, 'mergeId'));
};

const consent = async (story: Story, [source, member]: readonly [string, string]): Promise<void> => {
  await story.give(`delegate:${member}`, `${story.pathOf(source)}/consent-to-merge`, { mergeId: story.made(`merge ${source}`) });
};

const isMerged = (story: Story, source: string): Promise<void> => story.stands('topic', story.idOf(source), 'merged');

/** Two topics of one question are merged when the Members behind both consent. */
const merge = async (story: Story, source: string, [target, ...members]: readonly [string, ...string[]]): Promise<void> => {
  await propose(story, [source, target]);
  for (const member of members) await consent(story, [source, member]);
  await story.settle();
  await isMerged(story, source);
};

/** 8 April: near-duplicates. Two are merged, one Member keeps its own voice, one proposal is taken back. */
const consolidate = async (story: Story): Promise<void> => {
  await merge(story, 'SUB-076', ['SUB-052', 'MX', 'CL']);
  await merge(story, 'SUB-089', ['SUB-073', 'PE', 'UY']);
  await merge(story, 'SUB-041', ['SUB-009', 'MW', 'ZM']);
  const mergeId = await propose(story, ['SUB-080', 'SUB-061']);
  await story.give('delegate:DO', `${story.pathOf('SUB-080')}/refuse-merge`, because('own_voice', { mergeId }));
  await story.stands('topic', story.idOf('SUB-080'), 'under_triage');
  const silent = await propose(story, ['SUB-101', 'SUB-026']);
  await story.give('editor', `${story.pathOf('SUB-101')}/withdraw-merge-proposal`, because('no_reply', { mergeId: silent }));
  await propose(story, ['SUB-107', 'SUB-090']);
  await consent(story, ['SUB-107', 'LT']);
};

/** 9 April: what was merged by mistake is taken out again. */
const unmerge = async (story: Story): Promise<void> => {
  const id = story.idOf('SUB-089');
  await story.giveUntil('editor', `${story.pathOf('SUB-089')}/unmerge`, because('mistake'), ['topic', id, 'under_triage']);
  await story.settle();
};

/** 10 April: the target is withdrawn before the last Member consents, so the reservation ends. */
const released = async (story: Story): Promise<void> => {
  const target = ['topic', story.idOf('SUB-090'), 'withdrawn'] as const;
  await story.giveUntil('delegate:LT', `${story.pathOf('SUB-090')}/withdraw`, because('no_longer_relevant'), target);
  await consent(story, ['SUB-107', 'ES']);
  await story.settle();
  await story.stands('topic', story.idOf('SUB-107'), 'under_triage');
};

/** 13 April: people rule on what looks alike; one ruling is taken back. */
const rule = async (story: Story): Promise<void> => {
  const topics = { otherId: story.idOf('SUB-061') };
  await story.give('editor', `${story.pathOf('SUB-080')}/rule-out-duplicate`, because('different_question', topics));
  const spare = { otherId: story.idOf('SUB-035') };
  await story.give('editor', `${story.pathOf('SUB-088')}/confirm-duplicate`, because('same_question', spare));
  await story.give('editor', `${story.pathOf('SUB-088')}/undo-duplicate-ruling`, because('mistake', spare));
  await story.give('editor', `${story.pathOf('SUB-025')}/confirm-duplicate`, because('same_question', { otherId: story.idOf('SUB-003') }));
  const practices = { otherId: story.idOf('SUB-010') };
  await story.give('editor', `${story.pathOf('SUB-056')}/rule-out-duplicate`, because('different_question', practices));
  await story.give('editor', `${story.pathOf('SUB-056')}/undo-duplicate-ruling`, because('mistake', practices));
};

/** 14 April: four of the five that came late are admitted; whether they reach the agenda is for the Chair. */
const admitLate = async (story: Story): Promise<void> => {
  for (const sampleId of ['SUB-116', 'SUB-117', 'SUB-119', 'SUB-120']) {
    const admitted = ['topic', story.idOf(sampleId), 'submitted'] as const;
    await story.giveUntil('triage', `${story.pathOf(sampleId)}/admit-late`, because('importance'), admitted);
    await story.giveUntil('triage', `${story.pathOf(sampleId)}/acknowledge`, null, ['topic', story.idOf(sampleId), 'acknowledged']);
    await story.give('triage', `${story.pathOf(sampleId)}/start-triage`);
  }
  await story.give('chair', `${story.pathOf('SUB-117')}/late-ruling`, because('can_wait', { ruling: 'not_on_agenda' }));
};

const decide = async (story: Story, sampleId: string, outcome: 'accept' | 'decline'): Promise<void> => {
  const reason = reasonOf(outcome === 'accept' ? 'merit' : 'already_covered');
  await story.give('triage', `${story.pathOf(sampleId)}/recommend`, { recommendation: outcome, reason });
  await story.give('decider', `${story.pathOf(sampleId)}/${outcome}`, { reason });
};

const defer = async (story: Story, path: string): Promise<void> => {
  const wish = { toSession: 'PTC-209-210', reason: reasonOf('next_session') };
  await story.give('triage', `${path}/recommend`, { recommendation: 'defer', ...wish });
  await story.give('decider', `${path}/defer`, wish);
};

/** Samples whose fate is told here, and by others of these acts. */
export const fatesOfTheirOwn: readonly string[] = [
  ...['SUB-041', 'SUB-076', 'SUB-080', 'SUB-089', 'SUB-090', 'SUB-101', 'SUB-107', 'SUB-059', 'SUB-060'],
  'SUB-071',
];

/** 16 April, before the decisions of all: what is put off, what was divided, what came late, and what stayed apart. */
const decideTheRest = async (story: Story): Promise<void> => {
  for (const sampleId of ['SUB-059', 'SUB-089', 'SUB-117']) {
    await defer(story, story.pathOf(sampleId));
    await story.stands('topic', story.idOf(sampleId), 'deferred');
  }
  for (const sampleId of ['SUB-080', 'SUB-101', 'SUB-107']) await decide(story, sampleId, 'decline');
  for (const sampleId of ['SUB-116', 'SUB-119', 'SUB-120']) await decide(story, sampleId, 'accept');
  for (const part of ['part 1', 'part 2']) await story.give('decider', `/topics/${story.made(part)}/decline`, because('not_ready'));
};

export const consolidationActs: readonly Act[] = [
  { at: onDay('2015-04-08'), title: 'near-duplicates', play: consolidate },
  { at: onDay('2015-04-09', '15:00'), title: 'a merge is undone', play: unmerge },
  { at: onDay('2015-04-10', '12:00'), title: 'a merge does not come about', play: released },
  { at: onDay('2015-04-13'), title: 'rulings on duplicates', play: rule },
  { at: onDay('2015-04-14'), title: 'late input', play: admitLate },
  { at: onDay('2015-04-16', '12:00'), title: 'decisions of their own', play: decideTheRest },
];
