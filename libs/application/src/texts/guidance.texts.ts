import { text, type ProblemText } from './text.ts';

/** Refusals on the way from a request to its closing, and of the calls that ask for it. */
export const guidanceTexts: Readonly<Record<string, ProblemText>> = {
  'call.deadline_not_passed': text(
    409,
    'The deadline {deadline} has not passed; it is {now}.',
    'L’échéance {deadline} n’est pas passée ; il est {now}.',
  ),
  'call.deadline_passed': text(
    422,
    'The deadline {deadline} has passed and cannot be moved any more; it is {now}.',
    'L’échéance {deadline} est passée et ne peut plus être déplacée ; il est {now}.',
  ),
  'call.not_an_extension': text(
    422,
    '{deadline} is earlier than the deadline in force: a call is only ever extended.',
    '{deadline} précède l’échéance en vigueur : un appel ne peut être que prolongé.',
  ),
  'call.wrong_stage': text(
    409,
    'The call is at the stage {stage}; this step needs {needed}.',
    'L’appel en est à l’étape {stage} ; cette démarche exige {needed}.',
  ),
  'guidance.addressees_waiting': text(
    409,
    'These addressees have neither answered nor said that they have nothing to report: {members}.',
    'Ces destinataires n’ont ni répondu ni indiqué qu’ils n’avaient rien à signaler : {members}.',
  ),
  'guidance.concluder_cannot_close': text(
    403,
    'Whoever concluded the matter does not carry out the conclusion.',
    'La personne qui a conclu ne met pas elle-même la conclusion en œuvre.',
  ),
  'guidance.contribution_answers_another': text(
    422,
    'The contribution answers another request: {guidance}.',
    'La contribution répond à une autre demande : {guidance}.',
  ),
  'guidance.contribution_not_found': text(404, 'There is no such contribution.', 'Cette contribution n’existe pas.'),
  'guidance.evidence_missing': text(422, 'Name a confirmed document as evidence.', 'Indiquez un document confirmé à l’appui.'),
  'guidance.member_has_answered': text(
    409,
    '{member} has sent a contribution and so has something to report.',
    '{member} a envoyé une contribution et a donc quelque chose à signaler.',
  ),
  'guidance.no_addressee': text(422, 'The request would reach nobody.', 'La demande n’atteindrait personne.'),
  'guidance.no_enquiry': text(409, 'Nobody has asked how the request stands.', 'Aucune question n’a été posée sur l’état de la demande.'),
  'guidance.not_addressee': text(422, 'The request was not put to {member}.', 'La demande n’a pas été adressée à {member}.'),
  'guidance.not_concluded': text(
    409,
    'The Chair has not concluded so; needed: {needed}.',
    'La présidence n’a pas conclu en ce sens ; il faut : {needed}.',
  ),
  'guidance.not_dormant': text(
    409,
    'The request moved on {lastActivityAt}: there is no reason to ask yet.',
    'La demande a évolué le {lastActivityAt} : il n’y a pas encore lieu de s’enquérir.',
  ),
  'guidance.not_reported': text(
    409,
    'Nothing was reported on the request to the session {session}.',
    'Aucun rapport n’a été fait sur la demande à la session {session}.',
  ),
  'guidance.response_not_linked': text(
    422,
    'These contributions do not answer the request: {contributions}.',
    'Ces contributions ne répondent pas à la demande : {contributions}.',
  ),
  'guidance.result_not_returned': text(
    409,
    'The result has not gone back to the Member for: {contributions}.',
    'Le résultat n’est pas encore revenu au Membre pour : {contributions}.',
  ),
  'guidance.scope_empty': text(
    422,
    'Name the contributions that the partial closing covers.',
    'Indiquez les contributions visées par la clôture partielle.',
  ),
  'guidance.session_not_later': text(
    422,
    'The session {session} does not come later: carry over to a later one.',
    'La session {session} n’est pas postérieure : reportez à une session ultérieure.',
  ),
  'guidance.session_not_opened': text(409, 'The session {session} has not been opened.', 'La session {session} n’a pas été ouverte.'),
  'guidance.session_unknown': text(422, 'There is no session {session}.', 'La session {session} n’existe pas.'),
  'guidance.supersedes_itself': text(422, 'A request does not take its own place.', 'Une demande ne se remplace pas elle-même.'),
  'guidance.too_few_responses': text(
    409,
    '{needed} Members have to answer before it may be closed; {answered} have.',
    '{needed} Membres doivent répondre avant la clôture ; {answered} l’ont fait.',
  ),
  'guidance.wrong_stage': text(
    409,
    'The request is at the stage {stage}; this step needs {needed}.',
    'La demande en est à l’étape {stage} ; cette démarche exige {needed}.',
  ),
  'text.no_language': text(422, 'Write the text in English or in French.', 'Rédigez le texte en français ou en anglais.'),
};
