/** What the pages about decisions and their release say. */
export const decisionsTexts = {
  title: { en: 'Decisions', fr: 'Décisions' },
  standfirst: {
    en: '{waiting} recommended and waiting for a decision; {untold} decided and not told yet.',
    fr: '{waiting} recommandées en attente de décision ; {untold} décidées et non encore annoncées.',
  },
  waiting: { en: 'Waiting for a decision', fr: 'En attente de décision' },
  waitingNote: {
    en: 'Whoever recommended does not decide.',
    fr: 'La personne qui a recommandé ne décide pas.',
  },
  prepare: { en: 'Put a batch together', fr: 'Constituer un lot' },
  prepareNote: {
    en: 'Members are told of all decisions of a batch at one moment; until then nothing is known outside.',
    fr: 'Les Membres sont informés de toutes les décisions d’un lot au même moment ; jusque-là rien n’est connu au dehors.',
  },
  batches: { en: 'Batches', fr: 'Lots' },
  noBatches: { en: 'No batch was put together yet.', fr: 'Aucun lot n’a encore été constitué.' },
  batch_prepared: { en: 'Put together', fr: 'Constitué' },
  batch_released: { en: 'Released', fr: 'Publié' },
  batch_discarded: { en: 'Discarded', fr: 'Abandonné' },
  items: { en: '{count} decisions', fr: '{count} décisions' },
  recommended: { en: 'Recommended', fr: 'Recommandée' },
  contribution: { en: 'Contribution', fr: 'Contribution' },
  member: { en: 'Member', fr: 'Membre' },
} as const;
