import { shippedDefinition } from '../../../libs/workflow/src/index.ts';
import { reasonOf } from './reasons.ts';
import { onDay, type Act, type Story } from './story.ts';

const review = { en: 'Legal review', fr: 'Examen juridique' };

/** The shipped procedure with a review by the lawyers before a recommendation. */
const withLegalReview = () => {
  const definition = shippedDefinition('topic');
  if (definition === null) throw new Error('no procedure ships for topics');
  const stage = { name: 'legal_review', title: review, milestone: 'acknowledged', final: false, clock: 'running' };
  return {
    ...definition,
    version: 2,
    stages: [...definition.stages, stage],
    commands: definition.commands.map((line) =>
      line.command === 'RecommendTopic' ? { ...line, stages: ['legal_review', 'recommended'] } : line,
    ),
    transitions: [
      ...definition.transitions.map((line) =>
        line.event === 'TopicRecommended' ? { ...line, from: ['legal_review', 'recommended'] } : line,
      ),
      { event: 'StageEntered', from: ['under_triage'], to: 'legal_review' },
    ],
  };
};

/** 20 October: another version of the procedure; a topic that was put off is migrated to it and goes through the review. */
const reviewByLawyers = async (story: Story): Promise<void> => {
  const publish = { changeNote: { en: 'As shipped.', fr: 'Telle que livrée.' }, definition: shippedDefinition('topic') };
  await story.give('administrator', '/workflows/topic/versions', publish);
  await story.give('administrator', '/workflows/topic/versions', { changeNote: review, definition: withLegalReview() });
  const id = story.idOf('SUB-059');
  const instance = `/instances/topic/${id}`;
  await story.give('triage', `${instance}/migrate`, { stage: null, note: review });
  const wish = { recommendation: 'accept', reason: reasonOf('merit') };
  await story.refused('triage', `/topics/${id}/recommend`, wish, 'workflow.command_not_open');
  await story.giveUntil('triage', `${instance}/stage`, { to: 'legal_review', reason: null }, ['topic', id, 'legal_review']);
  await story.giveUntil('triage', `/topics/${id}/recommend`, wish, ['topic', id, 'recommended']);
  await story.giveUntil('decider', `/topics/${id}/accept`, { reason: reasonOf('merit') }, ['topic', id, 'accepted']);
};

/** December: the themes get another version, with words in which Members wrote of them. */
const publishThemes = async (story: Story): Promise<void> => {
  interface Theme {
    readonly code: string;
    readonly keywords: { readonly en: readonly string[]; readonly fr: readonly string[] };
  }
  const { themes } = await story.ask<{ themes: readonly Theme[] }>(null, '/themes');
  const more = themes.map((theme) =>
    theme.code === 'CBM' ? { ...theme, keywords: { ...theme.keywords, en: [...theme.keywords.en, 'juxtaposed border office'] } } : theme,
  );
  await story.give('editor', '/themes', { version: 2, decidedBy: 'Secretariat, for the exercise', themes: more });
};

const told = { en: 'So that people hear less of it.', fr: 'Pour que chacun en entende moins.' };

/** December: who is told of what changes, in other words, and less of it. */
const tellLess = async (story: Story): Promise<void> => {
  const template = {
    subject: { en: 'Sponsors of {reference}', fr: 'Coauteurs de {reference}' },
    body: { en: 'Another Member supports “{title}”.', fr: 'Un autre Membre soutient « {title} ».' },
  };
  await story.give('triage', '/notice-templates/topic-sponsor-joined', template);
  const { rules } = await story.ask<{ rules: readonly { ruleId: string; rule: object }[] }>('triage', '/notice-rules');
  const { rule } = rules.find(({ ruleId }) => ruleId === 'guidance-closed') ?? {};
  await story.give('triage', '/notice-rules/guidance-closed', { rule: { ...rule, timing: 'at_once' }, changeNote: told });
  await story.give('triage', '/notice-rules/topic-sponsor-joined/retire', { changeNote: told });
  const quietHours = { from: '20:00', until: '08:00', zone: 'Europe/Brussels' };
  await story.give('triage', '/inbox/preference', { mail: 'digest', quietHours });
  const { items } = await story.ask<{ items: { items: readonly { ledgerIndex: number }[] } }>('triage', '/inbox?limit=1');
  await story.give('triage', '/inbox/read', { upTo: items.items[0]?.ledgerIndex ?? 1, deliveryIds: [] });
};

export const procedureActs: readonly Act[] = [
  { at: onDay('2015-10-20'), title: 'another version of a procedure', play: reviewByLawyers },
  { at: onDay('2015-12-14'), title: 'another version of the themes', play: publishThemes },
  { at: onDay('2015-12-14'), title: 'who is told of what', play: tellLess },
];
