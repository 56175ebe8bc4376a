import { act, type Act } from './act.ts';
import { answerDue, completeness, primaryTheme, questions, reasonFrom, secondaryThemes, toSession } from './fields.ts';

const given = ['topicId'] as const;
const reasoned = (list: string): { readonly given: readonly string[]; readonly fields: Act['fields'] } => ({
  given,
  fields: [reasonFrom('topic', list)],
});

/** What is done with a topic before somebody decides. */
export const topicIntakeActs: readonly Act[] = [
  act('acknowledgeTopic', {
    title: { en: 'Acknowledge receipt', fr: 'Accuser réception' },
    tone: 'primary',
    key: 'a',
    given,
    input: (sent) => ({ topicId: sent.id('topicId') }),
  }),
  act('admitLateTopic', {
    title: { en: 'Admit although late', fr: 'Admettre malgré le retard' },
    ...reasoned('late_admission'),
    input: (sent) => ({ topicId: sent.id('topicId'), reason: sent.reason() }),
  }),
  act('startTopicTriage', {
    title: { en: 'Start triage', fr: 'Commencer l’examen' },
    tone: 'primary',
    key: 's',
    given,
    input: (sent) => ({ topicId: sent.id('topicId') }),
  }),
  act('classifyTopic', {
    title: { en: 'Confirm themes', fr: 'Confirmer les thèmes' },
    key: 't',
    given,
    fields: [primaryTheme, secondaryThemes],
    input: (sent) => ({
      topicId: sent.id('topicId'),
      primaryTheme: sent.code('primaryTheme'),
      secondaryThemes: sent.chosen('secondaryThemes'),
    }),
  }),
  act('requestTopicClarification', {
    title: { en: 'Ask the Member', fr: 'Interroger le Membre' },
    key: 'c',
    given,
    fields: [questions, answerDue],
    input: (sent) => ({ topicId: sent.id('topicId'), questions: sent.either('questions'), due: sent.wallTimeOrNone('due') }),
  }),
  act('assessTopicCompleteness', {
    title: { en: 'Check completeness', fr: 'Vérifier la complétude' },
    given,
    fields: completeness,
    input: (sent) => ({
      topicId: sent.id('topicId'),
      result: sent.oneOf('result', ['complete', 'incomplete', 'not_required']),
      note: sent.either('note'),
    }),
  }),
  act('flagTopicSensitive', {
    title: { en: 'Mark as sensitive', fr: 'Signaler comme sensible' },
    ...reasoned('sensitive'),
    input: (sent) => ({ topicId: sent.id('topicId'), reason: sent.reason() }),
  }),
  act('liftTopicSensitiveFlag', {
    title: { en: 'No longer sensitive', fr: 'Lever le signalement' },
    ...reasoned('sensitive_lifted'),
    input: (sent) => ({ topicId: sent.id('topicId'), reason: sent.reason() }),
  }),
];

const recommendations = [
  { value: 'accept', label: { en: 'To accept', fr: 'De retenir' } },
  { value: 'decline', label: { en: 'To decline', fr: 'D’écarter' } },
  { value: 'defer', label: { en: 'To defer', fr: 'De reporter' } },
  { value: 'merge', label: { en: 'To merge', fr: 'De fusionner' } },
] as const;

/** Recommending, and deciding by another person. */
export const topicDecisionActs: readonly Act[] = [
  act('recommendTopic', {
    title: { en: 'Recommend', fr: 'Recommander' },
    key: 'r',
    given,
    fields: [
      { kind: 'one', name: 'recommendation', label: { en: 'Recommendation', fr: 'Recommandation' }, from: recommendations },
      reasonFrom('topic', 'recommend'),
      { ...toSession, isOptional: true },
      {
        kind: 'one',
        name: 'targetId',
        label: { en: 'Topic that takes it in, to merge', fr: 'Thème qui l’absorbe, pour fusionner' },
        from: 'likelyTopics',
        isOptional: true,
      },
    ],
    input: (sent) => {
      const [targetId, session] = [sent.idOrNone('targetId'), sent.idOrNone('toSession')];
      return {
        topicId: sent.id('topicId'),
        recommendation: sent.oneOf('recommendation', ['accept', 'decline', 'defer', 'merge']),
        reason: sent.reason(),
        ...(targetId === null ? {} : { targetId }),
        ...(session === null ? {} : { toSession: session }),
      };
    },
  }),
  act('acceptTopic', {
    title: { en: 'Accept', fr: 'Retenir' },
    tone: 'primary',
    key: 'y',
    ...reasoned('accept'),
    input: (sent) => ({ topicId: sent.id('topicId'), reason: sent.reason() }),
  }),
  act('deferTopic', {
    title: { en: 'Defer', fr: 'Reporter' },
    given,
    fields: [toSession, reasonFrom('topic', 'defer')],
    input: (sent) => ({ topicId: sent.id('topicId'), toSession: sent.id('toSession'), reason: sent.reason() }),
  }),
  act('declineTopic', {
    title: { en: 'Decline', fr: 'Écarter' },
    tone: 'danger',
    ...reasoned('decline'),
    input: (sent) => ({ topicId: sent.id('topicId'), reason: sent.reason() }),
  }),
  act('reconsiderTopic', {
    title: { en: 'Open the decision again', fr: 'Rouvrir la décision' },
    key: 'z',
    ...reasoned('reconsider'),
    input: (sent) => ({ topicId: sent.id('topicId'), reason: sent.reason() }),
  }),
  act('ruleOnLateTopic', {
    title: { en: 'Rule on the late topic', fr: 'Statuer sur le thème tardif' },
    given,
    fields: [
      {
        kind: 'one',
        name: 'ruling',
        label: { en: 'Ruling', fr: 'Décision' },
        from: [
          { value: 'on_agenda', label: { en: 'It may reach the agenda', fr: 'Il peut figurer à l’ordre du jour' } },
          { value: 'not_on_agenda', label: { en: 'It stays off the agenda', fr: 'Il n’y figure pas' } },
        ],
      },
      reasonFrom('topic', 'late_ruling'),
    ],
    input: (sent) => ({
      topicId: sent.id('topicId'),
      ruling: sent.oneOf('ruling', ['on_agenda', 'not_on_agenda']),
      reason: sent.reason(),
    }),
  }),
];

/** After the Member was told. */
export const topicLaterActs: readonly Act[] = [
  act('grantTopicReview', {
    title: { en: 'Look at it again', fr: 'Accorder le réexamen' },
    ...reasoned('review'),
    input: (sent) => ({ topicId: sent.id('topicId'), reason: sent.reason() }),
  }),
  act('refuseTopicReview', {
    title: { en: 'Leave the decision', fr: 'Maintenir la décision' },
    ...reasoned('review'),
    input: (sent) => ({ topicId: sent.id('topicId'), reason: sent.reason() }),
  }),
  act('grantTopicWithdrawal', {
    title: { en: 'Grant the withdrawal', fr: 'Accorder le retrait' },
    ...reasoned('withdrawal_granted'),
    input: (sent) => ({ topicId: sent.id('topicId'), reason: sent.reason() }),
  }),
  act('refuseTopicWithdrawal', {
    title: { en: 'Refuse the withdrawal', fr: 'Refuser le retrait' },
    ...reasoned('withdrawal_refused'),
    input: (sent) => ({ topicId: sent.id('topicId'), reason: sent.reason() }),
  }),
  act('carryTopicOver', {
    title: { en: 'Take it up again', fr: 'Reprendre le thème' },
    given,
    fields: [{ kind: 'one', name: 'sessionId', label: { en: 'Session', fr: 'Session' }, from: 'sessions' }],
    input: (sent) => ({ topicId: sent.id('topicId'), sessionId: sent.id('sessionId') }),
  }),
  act('closeTopic', {
    title: { en: 'Close', fr: 'Clore' },
    given,
    input: (sent) => ({ topicId: sent.id('topicId') }),
  }),
];
