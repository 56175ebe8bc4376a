import { text, type ProblemText } from './text.ts';

/** Refusals of those who sign in, and of what browsers send for them. */
export const entranceTexts: Readonly<Record<string, ProblemText>> = {
  'account.address_missing': text(
    409,
    'The directory names no address for mail; without one nobody signs in.',
    'L’annuaire n’indique aucune adresse électronique ; sans elle, personne ne peut se connecter.',
  ),
  'account.address_taken': text(
    409,
    'Somebody else signs in with this address.',
    'Une autre personne se connecte déjà avec cette adresse.',
  ),
  'account.already_set_up': text(
    409,
    'The account has a password. Reset it instead.',
    'Le compte a déjà un mot de passe. Réinitialisez-le plutôt.',
  ),
  'account.closed': text(409, 'The account is closed.', 'Le compte est clos.'),
  'account.identity_differs': text(
    403,
    'Somebody else came through this service under your address before. Ask the Secretariat for a link.',
    'Une autre personne est déjà venue de ce service sous votre adresse. Demandez un lien au Secrétariat.',
  ),
  'account.link_not_valid': text(
    403,
    'This link has been used, has expired, or was replaced by a later one. Ask for another.',
    'Ce lien a déjà servi, a expiré ou a été remplacé par un lien plus récent. Demandez-en un autre.',
  ),
  'account.not_found': text(404, 'There is no such account.', 'Ce compte n’existe pas.'),
  'account.not_set_up': text(
    409,
    'Nobody has set a password for this account yet.',
    'Aucun mot de passe n’a encore été choisi pour ce compte.',
  ),
  'account.second_factor_enrolled': text(
    409,
    'The account has a second factor. Remove it first.',
    'Le compte a déjà un second facteur. Retirez-le d’abord.',
  ),
  'accreditation.reach_changed': text(
    409,
    'Where your role reaches was changed meanwhile. Try again.',
    'La portée de votre rôle a été modifiée entre-temps. Réessayez.',
  ),
  'password.easily_guessed': text(
    422,
    'This password is easily guessed: it is common, follows the keyboard, or says who you are. A few words that have nothing to do with each other are better.',
    'Ce mot de passe se devine facilement : il est courant, suit le clavier ou dit qui vous êtes. Quelques mots sans rapport entre eux valent mieux.',
  ),
  'password.too_long': text(422, 'A password has at most {max} characters.', 'Un mot de passe compte au plus {max} caractères.'),
  'password.too_short': text(422, 'A password has at least {min} characters.', 'Un mot de passe compte au moins {min} caractères.'),
  'password.wrong': text(403, 'That is not the present password.', 'Ce n’est pas le mot de passe actuel.'),
  'request.cross_site': text(
    403,
    'Only pages of this service may do this for somebody who is signed in.',
    'Seules les pages de ce service peuvent le faire au nom d’une personne connectée.',
  ),
  'request.form_mark_wrong': text(
    403,
    'The form is too old, or was not one of ours. Open it again.',
    'Le formulaire est trop ancien ou n’est pas des nôtres. Ouvrez-le à nouveau.',
  ),
  'request.header_repeated': text(400, 'The header {header} comes twice.', 'L’en-tête {header} figure deux fois.'),
  'request.too_many': text(
    429,
    'That is more than one may ask for at once. Try again in {seconds} seconds.',
    'C’est plus que ce que l’on peut demander à la fois. Réessayez dans {seconds} secondes.',
  ),
  'session.ended': text(401, 'You are no longer signed in.', 'Vous n’êtes plus connecté.'),
  'session.not_found': text(404, 'There is no such session.', 'Cette session n’existe pas.'),
  'session.second_factor_missing': text(
    401,
    'The code of the second factor is still to be shown.',
    'Le code du second facteur doit encore être indiqué.',
  ),
  'credential.expiry_too_late': text(
    422,
    'A token of one’s own expires by {latest} at the latest.',
    'Un jeton personnel expire au plus tard le {latest}.',
  ),
  'credential.never_by_token': text(
    422,
    'No token is made for {command}: sign in for that.',
    'Aucun jeton ne donne {command} : connectez-vous pour cela.',
  ),
  'credential.scope_missing': text(
    422,
    'Say which commands are taken with the token, or that it only asks.',
    'Indiquez les commandes que le jeton permet, ou qu’il ne sert qu’à consulter.',
  ),
  'token.command_not_covered': text(403, 'This token was not made for {action}.', 'Ce jeton n’a pas été établi pour {action}.'),
  'token.reads_only': text(403, 'This token asks and gives no command.', 'Ce jeton sert à consulter et ne donne aucune commande.'),
  'entrance.unavailable': text(
    503,
    'Nobody can be signed in or out at this moment. Try again in a minute; the record is not affected.',
    'Personne ne peut être connecté ni déconnecté en ce moment. Réessayez dans une minute\u00a0; le registre n’est pas touché.',
  ),
  'entrance.busy': text(
    503,
    'Too many people are signing in at this moment. Try again in a few seconds.',
    'Trop de personnes se connectent en ce moment. Réessayez dans quelques secondes.',
  ),
  'entrance.code_wrong': text(
    401,
    'The code is not right, or has served before. Wait for the next one.',
    'Le code est erroné ou a déjà servi. Attendez le suivant.',
  ),
  'entrance.no_accreditation': text(
    403,
    'The account is accredited for nothing at present. Ask the Secretariat.',
    'Le compte ne dispose actuellement d’aucune accréditation. Adressez-vous au Secrétariat.',
  ),
  'entrance.not_here': text(
    403,
    'Nobody signs in at this address: it needs https, or the machine itself.',
    'On ne se connecte pas à cette adresse : il faut https, ou la machine elle-même.',
  ),
  'entrance.provider_names_nobody': text(
    403,
    'Nobody has an account under the address that this service vouches for. Ask the Secretariat to invite you.',
    'Aucun compte ne correspond à l’adresse que ce service garantit. Demandez au Secrétariat de vous inviter.',
  ),
  'entrance.provider_refused': text(
    401,
    'What the other service answered cannot be relied on ({reason}). Try again; if it stays so, tell the Secretariat.',
    'La réponse de l’autre service n’est pas fiable ({reason}). Réessayez ; si cela persiste, prévenez le Secrétariat.',
  ),
  'entrance.provider_too_late': text(
    401,
    'This way back was gone before, or ten minutes have passed. Begin again.',
    'Ce retour a déjà servi, ou dix minutes se sont écoulées. Recommencez.',
  ),
  'entrance.provider_unavailable': text(
    503,
    'The service that says who you are does not answer. Try again in a moment.',
    'Le service qui atteste votre identité ne répond pas. Réessayez dans un instant.',
  ),
  'entrance.refused': text(401, 'The address and the password do not match.', 'L’adresse et le mot de passe ne correspondent pas.'),
  'entrance.too_many_attempts': text(
    429,
    'Too many attempts. Try again in {seconds} seconds.',
    'Trop de tentatives. Réessayez dans {seconds} secondes.',
  ),
};
