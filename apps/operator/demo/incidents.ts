import { reasonOf, because } from './reasons.ts';
import { onDay, type Act, type Story } from './story.ts';

const questions = { en: 'Which law does the text speak of?', fr: 'De quelle loi le texte parle-t-il ?' };
const answer = { en: 'The customs code of 2004.', fr: 'Le code des douanes de 2004.' };

const reworded = (story: Story, sampleId: string, title: string) => {
  const found = story.received.get(sampleId)?.sample;
  return {
    content: {
      language: 'en',
      title,
      text: `${found?.text ?? ''} Figures of 2014 are added.`,
      primaryTheme: found?.primaryTheme ?? '',
      secondaryThemes: [],
      economicCommunity: null,
    },
  };
};

/** What an officer asks, and whether the Member answers in time: a silence lapses by itself. */
const clarify = async (story: Story, sampleId: string): Promise<void> => {
  const object = story.received.get(sampleId)?.kind === 'topics' ? 'topic' : 'practice';
  const body = { questions, due: null };
  await story.giveUntil('triage', `${story.pathOf(sampleId)}/request-clarification`, body, [object, story.idOf(sampleId), 'clarification']);
};

const answerFor = async (story: Story, [sampleId, member]: readonly [string, string]): Promise<void> => {
  const object = story.received.get(sampleId)?.kind === 'topics' ? 'topic' : 'practice';
  const path = `${story.pathOf(sampleId)}/answer-clarification`;
  await story.giveUntil(`delegate:${member}`, path, { answer }, [object, story.idOf(sampleId), 'under_triage']);
};

/** 26 February: Bahrain is asked about its topic, Argentina about its practice; neither answers. */
const askInVain = async (story: Story): Promise<void> => {
  await clarify(story, 'SUB-035');
  await clarify(story, 'SUB-010');
};

const nobodyAnswered = async (story: Story): Promise<void> => {
  await story.stands('topic', story.idOf('SUB-035'), 'under_triage');
  await story.stands('practice', story.idOf('SUB-010'), 'under_triage');
};

/** 6 March: Rwanda is asked about its topic and about its practice, and answers. */
const askAndHear = async (story: Story): Promise<void> => {
  await clarify(story, 'SUB-054');
  await clarify(story, 'SUB-012');
  await answerFor(story, ['SUB-054', 'RW']);
  await answerFor(story, ['SUB-012', 'RW']);
};

const checkCompleteness = async (story: Story, sampleId: string): Promise<void> => {
  const note = { en: 'A reference is missing.', fr: 'Une référence manque.' };
  await story.give('triage', `${story.pathOf(sampleId)}/assess-completeness`, { result: 'incomplete', note });
};

const flag = async (story: Story, sampleId: string): Promise<void> => {
  await story.give('triage', `${story.pathOf(sampleId)}/flag-sensitive`, because('dispute_between_members'));
  await story.give('triage', `${story.pathOf(sampleId)}/lift-sensitive-flag`, because('reworded'));
};

const contest = async (story: Story, [sampleId, member]: readonly [string, string]): Promise<void> => {
  const wished = { primaryTheme: 'RISK', secondaryThemes: [] };
  const text = { en: 'It is about risk.', fr: 'Il s’agit de risque.' };
  await story.give(`delegate:${member}`, `${story.pathOf(sampleId)}/contest-themes`, { ...wished, text });
  const own = story.received.get(sampleId)?.sample.primaryTheme ?? '';
  await story.give('triage', `${story.pathOf(sampleId)}/classify`, { primaryTheme: own, secondaryThemes: ['RISK'] });
};

/** 10 March: what else happens to contributions while they are judged. */
const judge = async (story: Story): Promise<void> => {
  for (const sampleId of ['SUB-059', 'SUB-058']) await checkCompleteness(story, sampleId);
  for (const sampleId of ['SUB-066', 'SUB-049']) await flag(story, sampleId);
  await contest(story, ['SUB-066', 'AE']);
  await contest(story, ['SUB-042', 'SZ']);
};

/** 26 March: two Members change their texts, one takes its practice back, one stands behind another’s topic, and leaves it. */
const change = async (story: Story): Promise<void> => {
  await story.give('delegate:LA', `${story.pathOf('SUB-100')}/amend`, reworded(story, 'SUB-100', 'Regional transit: who guarantees'));
  await story.give('delegate:UY', `${story.pathOf('SUB-099')}/amend`, reworded(story, 'SUB-099', 'Electronic seals'));
  const withdrawn = ['practice', story.idOf('SUB-071'), 'withdrawn'] as const;
  await story.giveUntil('delegate:BR', `${story.pathOf('SUB-071')}/withdraw`, because('no_longer_relevant'), withdrawn);
  await story.give('delegate:KE', `${story.pathOf('SUB-091')}/join`);
  await story.give('delegate:RW', `${story.pathOf('SUB-091')}/join`);
  await story.give('delegate:RW', `${story.pathOf('SUB-091')}/leave`);
};

/** 30 March: both officers work on one topic; the second is told what has changed. */
const conflict = async (story: Story): Promise<void> => {
  const path = `/contributions/${story.idOf('SUB-078')}`;
  const { revision } = await story.ask<{ revision: string }>('decider', path);
  const themes = (...secondaryThemes: readonly string[]) => ({ primaryTheme: 'FREE_ZONES', secondaryThemes });
  await story.give('triage', `${story.pathOf('SUB-078')}/classify`, themes('RISK', 'TRADE_FACILITATION'));
  const seen = { 'if-match': `"${revision}"` };
  const told = await story.refused('decider', `${story.pathOf('SUB-078')}/classify`, themes('AEO'), 'revision.stale', seen);
  const [change] = told.changes;
  if (change === undefined) throw new Error('the second officer was not told what had changed');
  story.conflicts.push(`${told.detail} ${change.fields.join(' and ')}, by an ${change.role} at ${change.at}`);
};

/** 27 March: one text asks two questions and is divided; each part goes on by itself. */
const split = async (story: Story): Promise<void> => {
  const part = (title: string) => ({ title, text: `${title}: part of the text.`, primaryTheme: 'DISPUTES', secondaryThemes: [] });
  const parts = [part('Same infringement, other penalty'), part('Twenty-eight penalties, one list')];
  const divided = await story.giveUntil('triage', `${story.pathOf('SUB-060')}/split`, { parts, ...because('two_questions') }, [
    'topic',
    story.idOf('SUB-060'),
    'split',
  ]);
  await story.settle();
  const ids = (divided.events[0]?.data['parts'] as readonly { readonly topicId: string }[]).map(({ topicId }) => topicId);
  for (const [index, id] of ids.entries()) {
    await story.stands('topic', id, 'submitted');
    story.remember(`part ${index + 1}`, id);
    await story.give('triage', `/topics/${id}/acknowledge`);
    await story.giveUntil('triage', `/topics/${id}/start-triage`, null, ['topic', id, 'under_triage']);
    await story.give('triage', `/topics/${id}/recommend`, { recommendation: 'decline', reason: reasonOf('not_ready') });
  }
};

export const incidentActs: readonly Act[] = [
  { at: onDay('2015-02-26', '15:00'), title: 'two questions without an answer', play: askInVain },
  { at: onDay('2015-03-06', '18:00'), title: 'two questions with an answer', play: askAndHear },
  { at: onDay('2015-03-10'), title: 'while contributions are judged', play: judge },
  { at: onDay('2015-03-17'), title: 'the silence has lapsed', play: nobodyAnswered },
  { at: onDay('2015-03-26'), title: 'Members change what they sent', play: change },
  { at: onDay('2015-03-27'), title: 'a topic is divided', play: split },
  { at: onDay('2015-03-30', '07:00'), title: 'two officers at once', play: conflict },
];
