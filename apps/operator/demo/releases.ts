import { entries } from './entries.ts';
import { because, reasonOf } from './reasons.ts';
import { onDay, type Act, type Story } from './story.ts';

interface Item {
  readonly category: 'topic' | 'practice';
  readonly id: string;
}

const title = { en: 'Decisions on the contributions', fr: 'Décisions sur les contributions' };

/** Prepared by one, issued by another; each Member is then told. */
export const releaseDecisions = async (story: Story, items: readonly Item[]): Promise<void> => {
  const { id } = await story.give('editor', '/releases', { title, items });
  await story.give('approver', `/releases/${id}/issue`);
  await story.settle();
};

const undecided = ['SUB-041', 'SUB-076', 'SUB-060', 'SUB-090', 'SUB-071', 'SUB-118'];

const everything = (story: Story): readonly Item[] => {
  const sent = [...story.received.values()].filter(({ sample }) => !undecided.includes(sample.id));
  const ofSamples = sent.map(({ kind, contributionId: id }): Item => ({ category: kind === 'topics' ? 'topic' : 'practice', id }));
  const { topics, practices } = entries(story);
  const parts = ['part 1', 'part 2'].map((name) => story.made(name));
  return [
    ...ofSamples,
    ...[...topics, ...parts].map((id): Item => ({ category: 'topic', id })),
    ...practices.map((id): Item => ({ category: 'practice', id })),
  ];
};

const decideEntries = async (story: Story): Promise<void> => {
  const { topics, practices } = entries(story);
  for (const id of topics) {
    await story.give('triage', `/topics/${id}/recommend`, { recommendation: 'decline', reason: reasonOf('already_covered') });
    await story.give('decider', `/topics/${id}/decline`, because('already_covered'));
  }
  for (const id of practices) await story.giveUntil('decider', `/practices/${id}/accept`, because('merit'), ['practice', id, 'accepted']);
};

/** Decided, taken up again before anybody was told, and decided anew. */
const reconsider = async (story: Story): Promise<void> => {
  const topic = ['topic', story.idOf('SUB-088'), 'under_triage'] as const;
  await story.giveUntil('decider', `${story.pathOf('SUB-088')}/reconsider`, because('new_information'), topic);
  await story.give('triage', `${story.pathOf('SUB-088')}/recommend`, { recommendation: 'decline', reason: reasonOf('already_covered') });
  await story.give('decider', `${story.pathOf('SUB-088')}/decline`, because('already_covered'));
  const practice = ['practice', story.idOf('SUB-056'), 'under_triage'] as const;
  await story.giveUntil('decider', `${story.pathOf('SUB-056')}/reconsider`, because('mistake'), practice);
  await story.giveUntil('decider', `${story.pathOf('SUB-056')}/decline`, because('already_covered'), ['practice', practice[1], 'declined']);
};

/** 17 April: one batch is thrown away, the next tells every Member what became of its contribution. */
const release = async (story: Story): Promise<void> => {
  await decideEntries(story);
  await reconsider(story);
  const { id } = await story.give('editor', '/releases', { title, items: everything(story).slice(0, 3) });
  await story.give('editor', `/releases/${id}/discard`, because('mistake'));
  await releaseDecisions(story, everything(story));
  await story.stands('topic', story.idOf('SUB-026'), 'accepted_released');
  await story.stands('topic', story.idOf('SUB-078'), 'declined_released');
  await story.stands('topic', story.idOf('SUB-059'), 'deferred_released');
  await story.stands('practice', story.idOf('SUB-003'), 'accepted_released');
  await story.stands('practice', story.idOf('SUB-025'), 'declined_released');
};

const text = { en: 'We ask the Chair to look again.', fr: 'Nous prions la présidence de réexaminer.' };

/** 24 April: four Members ask the Chair to look again. */
const askAgain = async (story: Story): Promise<void> => {
  await story.give('delegate:PA', `${story.pathOf('SUB-078')}/request-review`, { text });
  await story.give('delegate:TR', `${story.pathOf('SUB-085')}/request-review`, { text });
  await story.give('delegate:ML', `${story.pathOf('SUB-025')}/request-review`, { text });
  await story.give('delegate:SE', `${story.pathOf('SUB-086')}/request-review`, { text });
};

/** 28 April: the Chair opens two of them again; one topic is now accepted, one practice too. */
const ruleOnReviews = async (story: Story): Promise<void> => {
  const [topic, practice] = [story.idOf('SUB-078'), story.idOf('SUB-025')];
  await story.giveUntil('chair', `/topics/${topic}/grant-review`, because('new_information'), ['topic', topic, 'under_triage']);
  await story.give('chair', `${story.pathOf('SUB-085')}/refuse-review`, because('decision_stands'));
  await story.giveUntil('chair', `/practices/${practice}/grant-review`, because('new_information'), ['practice', practice, 'under_triage']);
  await story.give('chair', `${story.pathOf('SUB-086')}/refuse-review`, because('decision_stands'));
  await story.give('triage', `/topics/${topic}/recommend`, { recommendation: 'accept', reason: reasonOf('merit') });
  await story.give('decider', `/topics/${topic}/accept`, because('merit'));
  await story.give('decider', `/practices/${practice}/accept`, because('merit'));
  await releaseDecisions(story, [
    { category: 'topic', id: topic },
    { category: 'practice', id: practice },
  ]);
};

/** 30 April: accepted practices are published; two Members ask for theirs back, and one gets it. */
const publishPractices = async (story: Story): Promise<void> => {
  for (const sampleId of ['SUB-003', 'SUB-012', 'SUB-028', 'SUB-104'])
    await story.giveUntil('editor', `${story.pathOf(sampleId)}/publish`, null, ['practice', story.idOf(sampleId), 'published']);
  await story.give('delegate:KE', `${story.pathOf('SUB-028')}/request-withdrawal`, because('no_longer_relevant'));
  await story.give('approver', `${story.pathOf('SUB-028')}/refuse-withdrawal`, because('speakers_engaged'));
  await story.give('delegate:KE', `${story.pathOf('SUB-104')}/request-withdrawal`, because('no_longer_relevant'));
  const granted = ['practice', story.idOf('SUB-104'), 'withdrawn'] as const;
  await story.giveUntil('approver', `${story.pathOf('SUB-104')}/grant-withdrawal`, because('member_request'), granted);
};

export const releaseActs: readonly Act[] = [
  { at: onDay('2015-04-17', '07:00'), title: 'Members are told', play: release },
  { at: onDay('2015-04-24'), title: 'Members ask the Chair', play: askAgain },
  { at: onDay('2015-04-28'), title: 'the Chair answers', play: ruleOnReviews },
  { at: onDay('2015-04-30'), title: 'practices are published', play: publishPractices },
];
