import type { CommandName } from '../../libs/application/src/index.ts';
import { topicDraft } from '../support/opened.ts';
import type { Draw } from './draw.ts';
import type { Facts } from './facts.ts';
import { agendaId, members, practiceOf } from './world.ts';

/** One command as somebody might try it: its name, and what it is asked with; null when there is nothing to try it on. */
export interface Act {
  readonly command: CommandName;
  /** The object whose stage and procedure it meets; null for what no procedure governs. */
  readonly object: (input: Readonly<Record<string, unknown>>) => string | null;
  readonly input: (facts: Facts, draw: Draw) => Readonly<Record<string, unknown>> | null;
}

const reason = (code: string) => ({ code, text: { en: `Because of ${code}.` } });
const title = (draw: Draw) => ({ en: `Title ${draw.below(9)}`, fr: `Titre ${draw.below(9)}` });

const texts = ['Appeals end differently.', 'One certificate for one lorry.', 'Le transit par les corridors.', 'Scans shared at the lake.'];
const content = (draw: Draw) => ({
  ...topicDraft(`Proposal ${draw.below(5)}`).content,
  text: texts[draw.below(texts.length)] ?? '',
  primaryTheme: draw.once(2) ? 'RISK' : 'DISPUTES',
});

type More = (facts: Facts, draw: Draw) => Readonly<Record<string, unknown>> | null;
const nothingMore: More = () => ({});

/** A command on a topic or practice that exists. */
const on =
  (kind: 'practice' | 'topic') =>
  (command: CommandName, more: More = nothingMore): Act => ({
    command,
    object: (input) => `${kind}-${String(input[`${kind}Id`])}`,
    input: (facts, draw) => {
      const { last } = facts;
      const chosen = last?.category === kind && draw.once(2) ? last : draw.oneOf(facts.of(kind));
      const rest = more(facts, draw);
      return chosen === null || rest === null ? null : { [`${kind}Id`]: chosen.id, ...rest };
    },
  });

const because =
  (...codes: readonly string[]): More =>
  (_facts, draw) => ({ reason: reason(draw.oneOf(codes) ?? '') });

const other =
  (kind: 'practice' | 'topic', name: string, code: string): More =>
  (facts, draw) => {
    const chosen = draw.oneOf(facts.of(kind));
    return chosen === null ? null : { [name]: chosen.id, reason: reason(code) };
  };

/** What is ruled on a pair stands with the one whose id comes first. */
const onPair = (command: CommandName, code: string): Act => ({
  ...on('topic')(command, other('topic', 'otherId', code)),
  object: ({ topicId, otherId }) => `topic-${[String(topicId), String(otherId)].sort()[0] ?? ''}`,
});

const onMerge = (command: CommandName, more: More = nothingMore): Act => ({
  command,
  object: (input) => `topic-${String(input['topicId'])}`,
  input: (facts, draw) => {
    const chosen = draw.oneOf([...facts.merges]);
    return chosen === null ? null : { mergeId: chosen[0], topicId: chosen[1], ...more(facts, draw) };
  },
});

const onDraft = (command: CommandName, more: More = nothingMore): Act => ({
  command,
  object: () => null,
  input: (facts, draw) => {
    const chosen = draw.oneOf([...facts.drafts.keys()]);
    return chosen === null ? null : { draftId: chosen, ...more(facts, draw) };
  },
});

const free = (command: CommandName, input: More): Act => ({ command, object: () => null, input });

/** New ones as long as there are few: the rest of a history is about what becomes of them. */
const mostContributions = 9;

const draft: More = (_facts, draw) => ({
  ...topicDraft(),
  ...(draw.once(3) ? practiceOf : {}),
  content: content(draw),
});

const whileFew =
  (more: More): More =>
  (facts, draw) =>
    facts.drafts.size < mostContributions && facts.contributions.size < mostContributions ? more(facts, draw) : null;

const entered: More = (_facts, draw) => {
  const { guidanceId, callId } = topicDraft();
  const member = members[draw.below(members.length)] ?? 'KE';
  const receivedAt = draw.once(4) ? '2015-04-02T09:00:00.000Z' : '2015-03-01T09:00:00.000Z';
  return { member, guidanceId, callId, content: content(draw), channel: 'floor', receivedAt, original: null };
};

const recommendations = [
  { recommendation: 'accept', reason: reason('merit') },
  { recommendation: 'accept', reason: reason('fills_gap') },
  { recommendation: 'decline', reason: reason('out_of_scope') },
  { recommendation: 'defer', reason: reason('next_session'), toSession: 'PTC-209-210' },
] as const;

const intake: readonly Act[] = [
  free('saveDraft', whileFew(draft)),
  onDraft('saveDraft', draft),
  onDraft('releaseDraft'),
  onDraft('discardDraft'),
  free('enterTopicForMember', whileFew(entered)),
  on('topic')('confirmTopicEntry'),
  on('topic')('correctTopicEntry', (_facts, draw) => ({ content: content(draw) })),
  on('topic')('amendTopic', (_facts, draw) => ({ content: content(draw) })),
  on('topic')('withdrawTopic', because('sent_in_error', 'replaced')),
  on('topic')('joinTopic'),
  on('topic')('leaveTopic'),
  on('topic')('admitLateTopic', because('technical_failure')),
  on('topic')('ruleOnLateTopic', (_facts, draw) => ({
    ruling: draw.once(2) ? 'not_on_agenda' : 'on_agenda',
    reason: reason('relevance'),
  })),
];

const triage: readonly Act[] = [
  on('topic')('acknowledgeTopic'),
  on('topic')('startTopicTriage'),
  on('topic')('assessTopicCompleteness', () => ({ result: 'complete', note: { en: 'All there.' } })),
  on('topic')('classifyTopic', (_facts, draw) => ({ primaryTheme: draw.once(2) ? 'RISK' : 'DISPUTES', secondaryThemes: [] })),
  on('topic')('requestTopicClarification', () => ({ questions: { en: 'Which border?' }, due: null })),
  on('topic')('answerTopicClarification', () => ({ answer: { en: 'The northern one.' } })),
  onPair('confirmTopicDuplicate', 'same_question'),
  onPair('ruleOutTopicDuplicate', 'different_question'),
  onPair('undoTopicDuplicateRuling', 'mistake'),
  on('topic')('splitTopic', () => ({
    parts: ['One half', 'The other half'].map((name) => ({ title: name, text: `${name}.`, primaryTheme: 'RISK', secondaryThemes: [] })),
    reason: reason('two_questions'),
  })),
];

const merging: readonly Act[] = [
  on('topic')('proposeTopicMerge', other('topic', 'targetId', 'same_question')),
  onMerge('consentToTopicMerge'),
  onMerge('refuseTopicMerge', because('own_voice')),
  onMerge('withdrawTopicMergeProposal', because('mistake')),
  on('topic')('unmergeTopic', because('mistake')),
];

const judging: readonly Act[] = [
  on('topic')('recommendTopic', (_facts, draw) => draw.oneOf(recommendations)),
  on('topic')('acceptTopic', because('merit', 'out_of_scope')),
  on('topic')('declineTopic', because('not_ready', 'merit')),
  on('topic')('deferTopic', () => ({ toSession: 'PTC-209-210', reason: reason('no_room') })),
  on('topic')('reconsiderTopic', because('new_information')),
  on('practice')('acknowledgePractice'),
  on('practice')('startPracticeTriage'),
  on('practice')('classifyPractice', (_facts, draw) => ({ primaryTheme: draw.once(2) ? 'RISK' : 'DISPUTES', secondaryThemes: [] })),
  on('practice')('acceptPractice', because('merit')),
  on('practice')('declinePractice', because('not_ready')),
  on('practice')('withdrawPractice', because('replaced')),
  free('prepareRelease', (facts, draw) => ({
    title: title(draw),
    items: [...facts.contributions.values()].filter(({ decided }) => decided).map(({ category, id }) => ({ category, id })),
  })),
  free('issueRelease', (facts, draw) => {
    const releaseId = draw.oneOf(facts.releases);
    return releaseId === null ? null : { releaseId };
  }),
];

const onAgenda = (command: CommandName, more: More): Act => ({
  command,
  object: () => `agenda-${agendaId}`,
  input: (facts, draw) => {
    const rest = more(facts, draw);
    return rest === null ? null : { agendaId, ...rest };
  },
});

const onItem = (command: CommandName, more: More): Act =>
  onAgenda(command, (facts, draw) => {
    const itemId = draw.oneOf([...facts.items.keys()]);
    return itemId === null ? null : { itemId, ...more(facts, draw) };
  });

const building: readonly Act[] = [
  onAgenda('addAgendaItem', (facts, draw) => {
    const [topic, headingId] = [draw.oneOf(facts.of('topic').filter(({ decided }) => decided)), draw.oneOf(facts.headings)];
    return topic === null ? null : { headingId, topicId: topic.id, title: title(draw), actionLabels: ['for_guidance'] };
  }),
  onItem('moveAgendaItem', (facts, draw) => ({
    headingId: draw.oneOf(facts.headings),
    before: draw.oneOf([null, ...facts.items.keys()]),
  })),
  onItem('retitleAgendaItem', (_facts, draw) => ({ title: title(draw) })),
  onItem('removeAgendaItem', () => ({ reason: reason('no_time'), omission: { en: 'None is left', fr: 'Il n’en reste aucun' } })),
  onAgenda('proposeAgendaVersion', (_facts, draw) => ({ changeNote: title(draw) })),
  onAgenda('approveAgendaVersion', (facts) => (facts.proposed === null ? null : { contentHash: facts.proposed.contentHash })),
  onAgenda('returnAgendaVersion', () => ({ remark: 'Once more.' })),
  onAgenda('publishAgendaVersion', () => ({})),
];

/** Everything that is tried; a group is drawn first, and what judges is tried most. */
export const groups: readonly (readonly Act[])[] = [intake, triage, triage, merging, merging, judging, judging, judging, building];

/** What usually comes next, by the stage of a contribution: histories that only stumble do not get far. */
export const onward: Readonly<Record<string, readonly CommandName[]>> = {
  submitted: ['acknowledgeTopic', 'acknowledgePractice'],
  late_not_admitted: ['admitLateTopic'],
  acknowledged: ['startTopicTriage', 'startPracticeTriage'],
  under_triage: ['recommendTopic', 'recommendTopic', 'proposeTopicMerge', 'classifyPractice', 'acceptPractice', 'declinePractice'],
  clarification: ['answerTopicClarification'],
  recommended: ['acceptTopic', 'acceptTopic', 'declineTopic', 'deferTopic', 'consentToTopicMerge'],
  accepted: ['prepareRelease', 'issueRelease'],
  declined: ['prepareRelease', 'issueRelease'],
  deferred: ['prepareRelease', 'issueRelease'],
  accepted_released: ['addAgendaItem', 'ruleOnLateTopic'],
  scheduled: ['proposeAgendaVersion', 'approveAgendaVersion', 'publishAgendaVersion', 'moveAgendaItem'],
  published: ['proposeAgendaVersion', 'approveAgendaVersion', 'publishAgendaVersion', 'removeAgendaItem'],
  merged: ['unmergeTopic'],
};
