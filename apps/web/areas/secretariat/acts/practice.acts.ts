import { act, type Act } from './act.ts';
import { answerDue, completeness, primaryTheme, questions, reasonFrom, secondaryThemes } from './fields.ts';

const given = ['practiceId'] as const;
const reasoned = (list: string): { readonly given: readonly string[]; readonly fields: Act['fields'] } => ({
  given,
  fields: [reasonFrom('practice', list)],
});

/** What is done with a national practice before somebody decides. */
export const practiceIntakeActs: readonly Act[] = [
  act('acknowledgePractice', {
    title: { en: 'Acknowledge receipt', fr: 'Accuser réception' },
    tone: 'primary',
    key: 'a',
    given,
    input: (sent) => ({ practiceId: sent.id('practiceId') }),
  }),
  act('admitLatePractice', {
    title: { en: 'Admit although late', fr: 'Admettre malgré le retard' },
    ...reasoned('late_admission'),
    input: (sent) => ({ practiceId: sent.id('practiceId'), reason: sent.reason() }),
  }),
  act('startPracticeTriage', {
    title: { en: 'Start triage', fr: 'Commencer l’examen' },
    tone: 'primary',
    key: 's',
    given,
    input: (sent) => ({ practiceId: sent.id('practiceId') }),
  }),
  act('classifyPractice', {
    title: { en: 'Confirm themes', fr: 'Confirmer les thèmes' },
    key: 't',
    given,
    fields: [primaryTheme, secondaryThemes],
    input: (sent) => ({
      practiceId: sent.id('practiceId'),
      primaryTheme: sent.code('primaryTheme'),
      secondaryThemes: sent.chosen('secondaryThemes'),
    }),
  }),
  act('requestPracticeClarification', {
    title: { en: 'Ask the Member', fr: 'Interroger le Membre' },
    key: 'c',
    given,
    fields: [questions, answerDue],
    input: (sent) => ({ practiceId: sent.id('practiceId'), questions: sent.either('questions'), due: sent.wallTimeOrNone('due') }),
  }),
  act('assessPracticeCompleteness', {
    title: { en: 'Check completeness', fr: 'Vérifier la complétude' },
    given,
    fields: completeness,
    input: (sent) => ({
      practiceId: sent.id('practiceId'),
      result: sent.oneOf('result', ['complete', 'incomplete', 'not_required']),
      note: sent.either('note'),
    }),
  }),
  act('flagPracticeSensitive', {
    title: { en: 'Mark as sensitive', fr: 'Signaler comme sensible' },
    ...reasoned('sensitive'),
    input: (sent) => ({ practiceId: sent.id('practiceId'), reason: sent.reason() }),
  }),
  act('liftPracticeSensitiveFlag', {
    title: { en: 'No longer sensitive', fr: 'Lever le signalement' },
    ...reasoned('sensitive_lifted'),
    input: (sent) => ({ practiceId: sent.id('practiceId'), reason: sent.reason() }),
  }),
];

/** Deciding, and what follows. */
export const practiceDecisionActs: readonly Act[] = [
  act('acceptPractice', {
    title: { en: 'Accept', fr: 'Retenir' },
    tone: 'primary',
    key: 'y',
    ...reasoned('accept'),
    input: (sent) => ({ practiceId: sent.id('practiceId'), reason: sent.reason() }),
  }),
  act('declinePractice', {
    title: { en: 'Decline', fr: 'Écarter' },
    tone: 'danger',
    ...reasoned('decline'),
    input: (sent) => ({ practiceId: sent.id('practiceId'), reason: sent.reason() }),
  }),
  act('reconsiderPractice', {
    title: { en: 'Open the decision again', fr: 'Rouvrir la décision' },
    key: 'z',
    ...reasoned('reconsider'),
    input: (sent) => ({ practiceId: sent.id('practiceId'), reason: sent.reason() }),
  }),
  act('publishPractice', {
    title: { en: 'Publish in the compendium', fr: 'Publier au recueil' },
    tone: 'primary',
    given,
    input: (sent) => ({ practiceId: sent.id('practiceId') }),
  }),
  act('grantPracticeReview', {
    title: { en: 'Look at it again', fr: 'Accorder le réexamen' },
    ...reasoned('review'),
    input: (sent) => ({ practiceId: sent.id('practiceId'), reason: sent.reason() }),
  }),
  act('refusePracticeReview', {
    title: { en: 'Leave the decision', fr: 'Maintenir la décision' },
    ...reasoned('review'),
    input: (sent) => ({ practiceId: sent.id('practiceId'), reason: sent.reason() }),
  }),
  act('grantPracticeWithdrawal', {
    title: { en: 'Grant the withdrawal', fr: 'Accorder le retrait' },
    ...reasoned('withdrawal_granted'),
    input: (sent) => ({ practiceId: sent.id('practiceId'), reason: sent.reason() }),
  }),
  act('refusePracticeWithdrawal', {
    title: { en: 'Refuse the withdrawal', fr: 'Refuser le retrait' },
    ...reasoned('withdrawal_refused'),
    input: (sent) => ({ practiceId: sent.id('practiceId'), reason: sent.reason() }),
  }),
];
