import { text, type ProblemText } from './text.ts';

/** Refusals of the agenda. */
export const agendaTexts: Readonly<Record<string, ProblemText>> = {
  'agenda.action_label_missing': text(
    422,
    'Say what the body is asked to do with the item.',
    'Précisez ce qui est demandé à l’organe sur ce point.',
  ),
  'agenda.already_open': text(
    409,
    'The agenda {agenda} is open already, with another title or conference.',
    'L’ordre du jour {agenda} est déjà ouvert, avec un autre titre ou une autre conférence.',
  ),
  'agenda.content_differs': text(
    409,
    'What you have read is not what was proposed: proposed {proposed}, read {seen}.',
    'Ce que vous avez lu n’est pas ce qui a été proposé : proposé {proposed}, lu {seen}.',
  ),
  'agenda.heading_unknown': text(422, 'The agenda has no heading {heading}.', 'L’ordre du jour n’a pas de rubrique {heading}.'),
  'agenda.no_item': text(422, 'The agenda has no item yet.', 'L’ordre du jour ne comporte encore aucun point.'),
  'agenda.no_version_proposed': text(409, 'No version of the agenda is proposed.', 'Aucune version de l’ordre du jour n’est proposée.'),
  'agenda.not_found': text(404, 'There is no such agenda.', 'Cet ordre du jour n’existe pas.'),
  'agenda.priority_is_on_agenda': text(
    422,
    'The priority {theme} has an item on the agenda; there is no omission to justify.',
    'La priorité {theme} figure à l’ordre du jour ; il n’y a pas d’omission à justifier.',
  ),
  'agenda.priority_unaccounted': text(
    422,
    'These priorities have neither an item nor a reason for their omission: {themes}.',
    'Ces priorités n’ont ni point à l’ordre du jour ni motif d’omission : {themes}.',
  ),
  'agenda.proposer_cannot_approve': text(
    403,
    'Who proposed a version does not approve it. Ask another approver.',
    'Qui a proposé une version ne peut l’approuver. Adressez-vous à une autre personne habilitée.',
  ),
  'agenda.theme_already_has_heading': text(409, 'The priority {theme} has a heading already.', 'La priorité {theme} a déjà une rubrique.'),
  'agenda.theme_not_a_priority': text(422, '{theme} is not one of the priorities.', '{theme} ne fait pas partie des priorités.'),
  'agenda.title_missing_language': text(422, 'The text is missing in: {missing}.', 'Le texte manque en : {missing}.'),
  'agenda.topic_already_placed': text(409, 'The topic is on the agenda already.', 'Ce thème figure déjà à l’ordre du jour.'),
  'agenda.topic_not_accepted': text(
    422,
    'Only an accepted topic can be placed; this one is {stage}.',
    'Seul un thème accepté peut être inscrit ; celui-ci est au stade {stage}.',
  ),
  'agenda.topic_not_found': text(422, 'There is no such topic.', 'Ce thème n’existe pas.'),
  'agenda.version_not_approved': text(
    409,
    'Version {version} has not been approved yet.',
    'La version {version} n’a pas encore été approuvée.',
  ),
  'agenda.version_pending': text(
    409,
    'Version {version} waits for approval or publication; until then the agenda stands still.',
    'La version {version} attend son approbation ou sa publication ; d’ici là, l’ordre du jour ne peut être modifié.',
  ),
};
