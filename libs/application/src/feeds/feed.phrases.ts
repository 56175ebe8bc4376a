import type { Bilingual } from '../../../domain/src/index.ts';
import type { FeedKind, FeedName } from '../../../projections/src/index.ts';

export const feedTitles: Readonly<Record<FeedName, Bilingual>> = {
  publications: { en: 'Publications', fr: 'Publications' },
  decisions: { en: 'Decisions', fr: 'Décisions' },
};

export const feedAuthor: Bilingual = { en: 'Secretariat', fr: 'Secrétariat' };

/** What each kind of entry is called. */
export const feedKinds: Readonly<Record<FeedKind, Bilingual>> = {
  document: { en: 'Working document', fr: 'Document de travail' },
  corrigendum: { en: 'Corrigendum', fr: 'Corrigendum' },
  agenda_version: { en: 'Agenda, version {detail}', fr: 'Ordre du jour, version {detail}' },
  agenda_adopted: { en: 'Agenda adopted, version {detail}', fr: 'Ordre du jour adopté, version {detail}' },
  agenda_circulated: { en: 'Agenda circulated, version {detail}', fr: 'Ordre du jour diffusé, version {detail}' },
  call_opened: { en: 'Call for contributions opened', fr: 'Appel à contributions ouvert' },
  call_extended: { en: 'Call for contributions extended', fr: 'Appel à contributions prolongé' },
  request_opened: { en: 'Request for guidance', fr: 'Demande d’orientation' },
  request_reported: { en: 'Report on a request', fr: 'Rapport sur une demande' },
  practice: { en: 'National practice', fr: 'Pratique nationale' },
  session_report: { en: 'Report of the session, {detail}', fr: 'Rapport de la session, {detail}' },
  conference_report: { en: 'Report of the conference, {detail}', fr: 'Rapport de la conférence, {detail}' },
  prior_decision: { en: 'Earlier decision', fr: 'Décision antérieure' },
  decision_circulated: { en: 'Proposed decision circulated', fr: 'Projet de décision diffusé' },
  decision_adopted: { en: 'Decision adopted', fr: 'Décision adoptée' },
  decision_transmitted: { en: 'Decision transmitted', fr: 'Décision transmise' },
  decision_implemented: { en: 'Decision carried out', fr: 'Décision mise en œuvre' },
  decision_superseded: { en: 'Decision replaced', fr: 'Décision remplacée' },
  request_concluded: { en: 'Conclusion on a request', fr: 'Conclusion sur une demande' },
  request_closed: { en: 'Request closed', fr: 'Demande close' },
  request_carried_over: { en: 'Request carried over', fr: 'Demande reportée' },
  outcome: { en: 'Outcome of an item', fr: 'Résultat d’un point' },
  contribution_decided: { en: 'Decision on a contribution', fr: 'Décision sur une contribution' },
};
