import { text, type ProblemText } from './text.ts';

/** Refusals of sessions and conferences. */
export const meetingTexts: Readonly<Record<string, ProblemText>> = {
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
  'conference.dates_reversed': text(
    422,
    'It would end ({end}) before it begins ({start}).',
    'Elle prendrait fin ({end}) avant de commencer ({start}).',
  ),
  'conference.not_announced': text(404, 'There is no such conference.', 'Cette conférence n’existe pas.'),
  'conference.outside_announced_month': text(
    422,
    '{start} is outside the announced month {month}.',
    '{start} est en dehors du mois annoncé {month}.',
  ),
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
};
