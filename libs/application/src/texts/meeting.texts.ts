import { text, type ProblemText } from './text.ts';

/** Refusals of sessions and conferences. */
export const meetingTexts: Readonly<Record<string, ProblemText>> = {
  'conference.agenda_not_closed': text(
    409,
    'Close the agenda first: every item needs its outcome.',
    'Clôturez d’abord l’ordre du jour : chaque point doit avoir son résultat.',
  ),
  'conference.agenda_not_its_own': text(
    422,
    'The agenda {agenda} is not an open agenda of this conference.',
    'L’ordre du jour {agenda} n’est pas un ordre du jour ouvert de cette conférence.',
  ),
  'conference.already_announced': text(
    409,
    'The conference {conference} was announced before, in other words.',
    'La conférence {conference} a déjà été annoncée, en d’autres termes.',
  ),
  'conference.dates_already_fixed': text(
    409,
    'The dates are fixed already: it begins on {start}.',
    'Les dates sont déjà fixées : elle commence le {start}.',
  ),
  'conference.dates_not_fixed': text(409, 'The conference has no dates yet.', 'La conférence n’a pas encore de dates.'),
  'conference.dates_reversed': text(
    422,
    'It would end ({end}) before it begins ({start}).',
    'Elle prendrait fin ({end}) avant de commencer ({start}).',
  ),
  'conference.month_not_later': text(
    422,
    'A conference announced for {announced} is postponed to a later month, not to {month}.',
    'Une conférence annoncée pour {announced} est reportée à un mois ultérieur, non à {month}.',
  ),
  'conference.not_accredited': text(
    422,
    'The accreditation {person} does not hold today.',
    'L’accréditation {person} n’est pas valable aujourd’hui.',
  ),
  'conference.not_after': text(
    422,
    'The conference is held after a meeting that ends on {end}; it would begin on {start}.',
    'La conférence se tient après une réunion qui prend fin le {end} ; elle commencerait le {start}.',
  ),
  'conference.not_announced': text(404, 'There is no such conference.', 'Cette conférence n’existe pas.'),
  'conference.not_yet_due': text(
    409,
    'The conference begins on {start}; today is {today}.',
    'La conférence commence le {start} ; nous sommes le {today}.',
  ),
  'conference.outside_announced_month': text(
    422,
    '{start} is outside the announced month {month}.',
    '{start} est en dehors du mois annoncé {month}.',
  ),
  'conference.over': text(
    409,
    'That is no longer possible: the conference is {status}.',
    'Cela n’est plus possible : la conférence est au stade {status}.',
  ),
  'conference.programme_not_published': text(
    409,
    'No version of the programme is published.',
    'Aucune version du programme n’est publiée.',
  ),
  'conference.report_already_filed': text(409, 'The conference has its report, {document}.', 'La conférence a son rapport, {document}.'),
  'conference.report_missing': text(
    422,
    'There is no confirmed document of that kind.',
    'Il n’existe pas de document confirmé correspondant.',
  ),
  'conference.title_missing_language': text(422, 'The text is missing in: {missing}.', 'Le texte manque en : {missing}.'),
  'conference.wrong_status': text(
    409,
    'The conference is {status}; this needs {needed}.',
    'La conférence est au stade {status} ; il faut le stade {needed}.',
  ),
  'session.agenda_missing': text(409, 'The session has no agenda.', 'La session n’a pas d’ordre du jour.'),
  'session.agenda_not_closed': text(409, 'Close the agenda {agenda} first.', 'Clôturez d’abord l’ordre du jour {agenda}.'),
  'session.already_planned': text(
    409,
    'The session {session} was planned before, with other terms.',
    'La session {session} a déjà été prévue, à d’autres conditions.',
  ),
  'session.dates_reversed': text(
    422,
    'It would end ({end}) before it begins ({start}).',
    'Elle prendrait fin ({end}) avant de commencer ({start}).',
  ),
  'session.item_classed_twice': text(422, 'Items are in two classes: {items}.', 'Des points sont dans deux classes : {items}.'),
  'session.items_open': text(
    409,
    'Items have neither an outcome nor a later session: {items}.',
    'Des points n’ont ni résultat ni session ultérieure : {items}.',
  ),
  'session.items_unclassed': text(422, 'Items are in no class: {items}.', 'Des points ne sont dans aucune classe : {items}.'),
  'session.not_convened': text(409, 'The session has not been convened.', 'La session n’a pas été convoquée.'),
  'session.not_planned': text(404, 'There is no such session.', 'Cette session n’existe pas.'),
  'session.not_yet_due': text(
    422,
    'The session begins on {start}; today is {today}.',
    'La session commence le {start} ; nous sommes le {today}.',
  ),
  'session.numbers_not_a_pair': text(
    422,
    '{numbers} are not two consecutive numbers, odd first.',
    '{numbers} ne sont pas deux numéros consécutifs, l’impair d’abord.',
  ),
  'session.over': text(
    409,
    'That is no longer possible: the session is {status}.',
    'Cela n’est plus possible : la session est au stade {status}.',
  ),
  'session.report_already_adopted': text(
    409,
    'The session has adopted its report, {document}.',
    'La session a adopté son rapport, {document}.',
  ),
  'session.report_missing': text(
    422,
    'There is no confirmed document of that kind.',
    'Il n’existe pas de document confirmé correspondant.',
  ),
  'session.wrong_status': text(
    409,
    'The session is {status}; this needs {needed}.',
    'La session est au stade {status} ; il faut le stade {needed}.',
  ),
};
