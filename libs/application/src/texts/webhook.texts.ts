import { text, type ProblemText } from './text.ts';

/** Refusals of programs that want to be told. */
export const webhookTexts: Readonly<Record<string, ProblemText>> = {
  'webhook.beyond_ledger': text(
    422,
    'The ledger has {size} entries. Nothing can be told again from beyond them.',
    'Le registre compte {size} écritures. Rien ne peut être renvoyé au-delà.',
  ),
  'webhook.generation_not_next': text(409, 'The next secret has the number {next}.', 'Le prochain secret porte le numéro {next}.'),
  'webhook.is_disabled': text(409, 'The endpoint is disabled. Enable it first.', 'Ce destinataire est désactivé. Réactivez-le d’abord.'),
  'webhook.not_found': text(404, 'There is no such endpoint.', 'Ce destinataire n’existe pas.'),
  'webhook.not_set_up': text(409, 'No webhooks go out of this service.', 'Ce service n’émet aucun webhook.'),
  'webhook.registered_already': text(
    409,
    'Another endpoint is registered under this id.',
    'Un autre destinataire est enregistré sous cet identifiant.',
  ),
  'webhook.replay_not_next': text(409, 'The next replay has the number {next}.', 'Le prochain renvoi porte le numéro {next}.'),
  'webhook.rotation_running': text(
    409,
    'The secret before this one still signs until {until}. Wait, or let it end at once.',
    'Le secret précédent signe encore jusqu’au {until}. Attendez, ou mettez-y fin immédiatement.',
  ),
  'webhook.type_never_told': text(
    422,
    'Nobody with this audience is ever told of {type}.',
    'Aucun destinataire de cette catégorie n’est jamais informé de {type}.',
  ),
  'webhook.url_refused': text(
    422,
    'Notices cannot go to this address ({fault}): https, port 443, and an address of the internet are needed.',
    'Les avis ne peuvent être envoyés à cette adresse ({fault}) : il faut https, le port 443 et une adresse d’Internet.',
  ),
};
