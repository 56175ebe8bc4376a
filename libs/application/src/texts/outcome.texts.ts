import { text, type ProblemText } from './text.ts';

/** Refusals of decisions of the body and of the actions that follow. */
export const outcomeTexts: Readonly<Record<string, ProblemText>> = {
  'action.already_open': text(
    409,
    'The action {action} was opened before, with other terms.',
    'La mesure {action} a déjà été ouverte, à d’autres conditions.',
  ),
  'action.evidence_missing': text(422, 'Name a confirmed document as evidence.', 'Indiquez un document confirmé à l’appui.'),
  'action.missing_language': text(422, 'The title is missing in: {missing}.', 'L’intitulé manque dans : {missing}.'),
  'action.not_found': text(404, 'There is no such action.', 'Cette mesure n’existe pas.'),
  'action.owner_missing': text(422, 'An action has an owner.', 'Une mesure a un responsable.'),
  'action.session_not_later': text(
    422,
    'The session {session} does not come later: carry forward to a later one.',
    'La session {session} n’est pas postérieure : reportez à une session ultérieure.',
  ),
  'action.session_unknown': text(422, 'There is no session {session}.', 'La session {session} n’existe pas.'),
  'action.wrong_stage': text(
    409,
    'The action is at the stage {stage}; this step needs {needed}.',
    'La mesure en est à l’étape {stage} ; cette démarche exige {needed}.',
  ),
  'decision.deadline_in_past': text(
    422,
    'The deadline {deadline} has passed; it is now {now}.',
    'Le délai {deadline} est dépassé ; il est maintenant {now}.',
  ),
  'decision.deadline_not_in_brussels': text(
    422,
    'A silence procedure ends at a minute in Brussels, not in {zone}.',
    'Une procédure de silence prend fin à une minute donnée à Bruxelles, et non à {zone}.',
  ),
  'decision.drafter_cannot_adopt': text(
    403,
    'Whoever drafted the text neither circulates nor adopts it.',
    'L’auteur du texte ne peut ni le distribuer ni l’adopter.',
  ),
  'decision.evidence_missing': text(422, 'Name a confirmed document as evidence.', 'Indiquez un document confirmé à l’appui.'),
  'decision.exceeds_authority': text(
    422,
    '{body} cannot recommend to Governments; record it as {instead}.',
    '{body} ne peut adresser de recommandation aux gouvernements ; enregistrez : {instead}.',
  ),
  'decision.missing_language': text(422, 'Title or text is missing in: {missing}.', 'Le titre ou le texte manque dans : {missing}.'),
  'decision.no_addressee': text(
    422,
    'Nobody is a Member on that day: the text would reach nobody.',
    'Aucun Membre à cette date : le texte n’atteindrait personne.',
  ),
  'decision.not_addressee': text(403, 'The text was not circulated to {member}.', 'Le texte n’a pas été distribué à {member}.'),
  'decision.not_for_higher_body': text(
    422,
    'The text was not forwarded to {to}; it reads {verb}.',
    'Le texte n’a pas été renvoyé à {to} ; il indique {verb}.',
  ),
  'decision.not_found': text(404, 'There is no such decision.', 'Cette décision n’existe pas.'),
  'decision.not_transmitted': text(
    409,
    'What was forwarded is carried out only after it was transmitted.',
    'Ce qui a été renvoyé n’est mis en œuvre qu’après avoir été transmis.',
  ),
  'decision.session_not_open': text(
    409,
    'The session {session} does not sit: adopt in writing, or at the session.',
    'La session {session} ne siège pas : adoptez par écrit, ou en séance.',
  ),
  'decision.session_unknown': text(422, 'There is no session {session}.', 'La session {session} n’existe pas.'),
  'decision.silence_over': text(
    422,
    'Too late to object: the silence ended at {deadline}. It is now {now}.',
    'Objection tardive : le silence a pris fin le {deadline}. Il est maintenant {now}.',
  ),
  'decision.silence_running': text(
    409,
    'The silence runs until {deadline}; it is {now}.',
    'Le silence court jusqu’au {deadline} ; il est {now}.',
  ),
  'decision.successor_not_adopted': text(
    409,
    'The decision {decision} was not adopted and cannot take the place of another.',
    'La décision {decision} n’a pas été adoptée et ne peut en remplacer une autre.',
  ),
  'decision.supersedes_itself': text(422, 'A decision does not take its own place.', 'Une décision ne se remplace pas elle-même.'),
  'decision.text_differs': text(
    409,
    'What was read out is not what was drafted: drafted {drafted}, read {seen}.',
    'Ce qui a été lu n’est pas ce qui a été rédigé : rédigé {drafted}, lu {seen}.',
  ),
  'decision.wrong_stage': text(
    409,
    'The decision is at the stage {stage}; this step needs {needed}.',
    'La décision en est à l’étape {stage} ; cette démarche exige {needed}.',
  ),
};
