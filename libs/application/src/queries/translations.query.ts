import {
  translationQueue as askQueue,
  translationsOf as ask,
  type TranslationView,
  type TranslationWaitsFor,
} from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** What waits for translators or for revisers; internal. */
export const translationQueue: Query<{ readonly waitsFor: TranslationWaitsFor }, readonly TranslationView[]> = {
  name: 'translationQueue',
  run: (env, { waitsFor }, viewer) => (viewer.kind === 'internal' ? askQueue(env.read, waitsFor) : []),
};

/** Translations of an object, as far as the viewer may read them. */
export const translations: Query<{ readonly object: string; readonly id: string }, readonly TranslationView[]> = {
  name: 'translations',
  run: (env, { object, id }, viewer) => ask(env.read, object, id, viewer),
  stillPermitted: (env, then, viewer) =>
    then.filter(({ object, id, translationId }) =>
      ask(env.read, object, id, viewer).some((today) => today.translationId === translationId),
    ),
};
