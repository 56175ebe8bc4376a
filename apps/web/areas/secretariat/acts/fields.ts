import type { ActField, Choice } from './act.ts';

/** A coded reason of the procedure's list, with its text for whoever is told. */
export const reasonFrom = (category: string, list: string): ActField => ({ kind: 'reason', from: { category, list } });

/** A coded reason where no procedure names any. */
export const reasonAmong = (...from: readonly Choice[]): ActField => ({ kind: 'reason', from });

export const primaryTheme: ActField = {
  kind: 'one',
  name: 'primaryTheme',
  label: { en: 'Primary theme', fr: 'Thème principal' },
  from: 'themes',
};

export const secondaryThemes: ActField = {
  kind: 'many',
  name: 'secondaryThemes',
  label: { en: 'Further themes', fr: 'Autres thèmes' },
  from: 'themes',
  isOptional: true,
};

export const questions: ActField = {
  kind: 'either',
  name: 'questions',
  label: { en: 'What the Member is asked', fr: 'Ce qui est demandé au Membre' },
  isLong: true,
};

export const answerDue: ActField = {
  kind: 'moment',
  name: 'due',
  label: {
    en: 'Answer due, in Brussels (ten working days unless told)',
    fr: 'Réponse attendue, à Bruxelles (dix jours ouvrables sauf indication)',
  },
  isOptional: true,
};

export const completeness: readonly ActField[] = [
  {
    kind: 'one',
    name: 'result',
    label: { en: 'Completeness', fr: 'Complétude' },
    from: [
      { value: 'complete', label: { en: 'Everything needed is there', fr: 'Tout ce qu’il faut est là' } },
      { value: 'incomplete', label: { en: 'Something is missing', fr: 'Il manque quelque chose' } },
      { value: 'not_required', label: { en: 'Not required', fr: 'Non requis' } },
    ],
  },
  { kind: 'either', name: 'note', label: { en: 'What is there and what is missing', fr: 'Ce qui est là et ce qui manque' } },
];

export const toSession = {
  kind: 'one',
  name: 'toSession',
  label: { en: 'Session it comes back to', fr: 'Session à laquelle elle revient' },
  from: 'sessionsAhead',
} as const satisfies ActField;

export const titleInBoth: ActField = { kind: 'both', name: 'title', label: { en: 'Title', fr: 'Intitulé' } };

/** What the body is asked to do with an item. */
export const actionLabels: ActField = {
  kind: 'many',
  name: 'actionLabels',
  label: { en: 'What the body is asked to do', fr: 'Ce qui est demandé à l’organe' },
  from: [
    { value: 'for_decision', label: { en: 'For decision', fr: 'Pour décision' } },
    { value: 'for_guidance', label: { en: 'For guidance', fr: 'Pour orientation' } },
    { value: 'for_discussion', label: { en: 'For discussion', fr: 'Pour discussion' } },
    { value: 'to_take_note', label: { en: 'To take note', fr: 'Pour prendre note' } },
  ],
};
