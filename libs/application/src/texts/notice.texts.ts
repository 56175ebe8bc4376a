import { text, type ProblemText } from './text.ts';

/** Refusals of who is told of what, and of messages on their way. */
export const noticeTexts: Readonly<Record<string, ProblemText>> = {
  'delivery.not_found': text(404, 'There is no such message.', 'Ce message n’existe pas.'),
  'delivery.planned_otherwise': text(409, 'This message was planned before, otherwise.', 'Ce message a déjà été prévu, autrement.'),
  'delivery.not_held': text(409, 'This message does not wait for review.', 'Ce message n’attend pas de relecture.'),
  'delivery.wrong_stage': text(
    409,
    'The message stands at: {stage}. That is not possible any more, or not yet.',
    'Le message est au stade {stage}. Ce n’est plus possible, ou pas encore.',
  ),
  'delivery.attempt_not_next': text(409, 'The next attempt is number {next}.', 'La prochaine tentative porte le numéro {next}.'),
  'delivery.too_early': text(409, 'It is not tried again before {retryAt}.', 'Aucune nouvelle tentative avant le {retryAt}.'),
  'mailbox.nothing_read': text(
    422,
    'Say up to which entry, or which messages were read.',
    'Indiquez jusqu’à quelle écriture, ou quels messages ont été lus.',
  ),
  'mailbox.hours_malformed': text(
    422,
    'Quiet hours from {from} until {until} are none.',
    'De {from} à {until}, ce ne sont pas des heures de silence.',
  ),
  'mailbox.zone_unknown': text(422, 'There is no time zone {zone}.', 'Le fuseau horaire {zone} n’existe pas.'),
  'rule.not_found': text(404, 'There is no rule {ruleId}.', 'La règle {ruleId} n’existe pas.'),
  'rule.event_unknown': text(422, 'No rule can wait for {type}.', 'Aucune règle ne peut attendre {type}.'),
  'rule.template_unknown': text(422, 'There is no wording {templateId}.', 'Le libellé {templateId} n’existe pas.'),
  'rule.tells_more_than_may_be_known': text(
    422,
    '{type} is known to: {audience}. The rule would tell it to others.',
    '{type} est connu de : {audience}. La règle le ferait savoir à d’autres.',
  ),
  'rule.reaches_nobody': text(422, 'Nobody would be told of {type} by this rule.', 'Cette règle n’informerait personne de {type}.'),
  'rule.condition_empty': text(
    422,
    'The condition on {field} lists no value: it would never hold.',
    'La condition sur {field} n’énumère aucune valeur : elle ne serait jamais remplie.',
  ),
  'rule.value_repeated': text(422, 'Listed twice: {values}.', 'Énuméré deux fois : {values}.'),
  'rule.note_missing_language': text(
    422,
    'Say what changes and why in both languages; missing: {missing}.',
    'Dites dans les deux langues ce qui change et pourquoi ; manque : {missing}.',
  ),
  'template.text_missing': text(
    422,
    'Subject and text are given in both languages; missing: {missing}.',
    'L’objet et le texte sont donnés dans les deux langues ; manque : {missing}.',
  ),
  'template.unknown_placeholder': text(422, 'Nothing is filled in for: {names}.', 'Rien ne remplace : {names}.'),
  'template.placeholders_differ': text(422, 'Only one of the languages says: {names}.', 'Une seule des langues mentionne : {names}.'),
};
