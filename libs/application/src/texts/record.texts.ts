import { text, type ProblemText } from './text.ts';

/** Refusals of registers, accreditations, attachments, translations and the directory of persons. */
export const recordTexts: Readonly<Record<string, ProblemText>> = {
  'accreditation.beyond_delegator': text(
    422,
    'From {validFrom} to {validUntil} is more than the lender holds himself.',
    'Du {validFrom} au {validUntil}, c’est plus que ce dont dispose celui qui délègue.',
  ),
  'accreditation.cannot_delegate': text(
    422,
    'The role {role} cannot be lent, proposed or lend in this way.',
    'Le rôle {role} ne peut être ni délégué ni proposé de cette manière, ni servir à déléguer.',
  ),
  'accreditation.delegator_not_valid': text(
    409,
    'Only who holds a right at this moment can lend it.',
    'Seul celui qui détient un droit en ce moment peut le déléguer.',
  ),
  'accreditation.foreign_member': text(
    403,
    'That is for {member} itself to propose, and for its own people.',
    'C’est à {member} de le proposer, et pour ses propres représentants.',
  ),
  'accreditation.lender_not_valid': text(
    401,
    'The right behind this token was lent by somebody who no longer holds it.',
    'Le droit lié à ce jeton a été délégué par une personne qui ne le détient plus.',
  ),
  'accreditation.not_yet_accredited': text(
    401,
    'The person behind this token is proposed, not accredited.',
    'La personne liée à ce jeton est proposée, pas encore accréditée.',
  ),
  'accreditation.suspended': text(
    401,
    'The accreditation behind this token is suspended. Ask your Secretariat contact.',
    'L’accréditation liée à ce jeton est suspendue. Adressez-vous à votre interlocuteur du Secrétariat.',
  ),
  'accreditation.wrong_stage': text(
    409,
    'The accreditation is {stage}; this needs {needed}.',
    'L’accréditation est au stade {stage} ; il faut le stade {needed}.',
  ),
  'attachment.already_filed': text(
    409,
    'Another file was filed under this name before.',
    'Un autre fichier a déjà été déposé sous cet identifiant.',
  ),
  'attachment.archive_unsafe': text(
    422,
    'The document is an archive inside, and not a safe one: {what}.',
    'Le document est une archive, et elle n’est pas sûre : {what}.',
  ),
  'attachment.bytes_deleted': text(
    409,
    'The bytes of edition {edition} have been deleted; its hash stays.',
    'Les octets de l’édition {edition} ont été supprimés ; son empreinte demeure.',
  ),
  'attachment.deletion_not_requested': text(
    409,
    'Nobody has asked for edition {edition} to be deleted.',
    'Personne n’a demandé la suppression de l’édition {edition}.',
  ),
  'attachment.deletion_pending': text(
    409,
    'The deletion of edition {edition} has been asked for already; it waits for a second person.',
    'La suppression de l’édition {edition} a déjà été demandée ; elle attend une seconde personne.',
  ),
  'attachment.empty': text(422, 'The file is empty.', 'Le fichier est vide.'),
  'attachment.follows_its_object': text(
    422,
    'A file of a Member is read by whoever may read what it hangs on.',
    'Le fichier d’un Membre est lu par quiconque peut lire l’objet auquel il est joint.',
  ),
  'attachment.image_unusable': text(
    422,
    'The picture is damaged, or wider than 30,000 pixels.',
    'L’image est endommagée, ou dépasse 30 000 pixels de côté.',
  ),
  'attachment.name_disagrees': text(
    422,
    '{name} is not what its name says: inside it is {found}.',
    '{name} n’est pas ce que son nom annonce : son contenu est {found}.',
  ),
  'attachment.name_unusable': text(
    422,
    'The file needs a name of up to 200 characters with an ending.',
    'Le fichier doit avoir un nom d’au plus 200 caractères, avec une extension.',
  ),
  'attachment.no_such_edition': text(404, 'There is no edition {edition}.', 'Il n’y a pas d’édition {edition}.'),
  'attachment.not_found': text(404, 'There is no such attachment.', 'Cette pièce jointe n’existe pas.'),
  'attachment.reason_missing': text(422, 'Say why.', 'Précisez pourquoi.'),
  'attachment.requester_cannot_approve': text(
    403,
    'Whoever asked for the deletion does not approve it. Ask somebody else.',
    'Qui a demandé la suppression ne l’approuve pas. Adressez-vous à une autre personne.',
  ),
  'attachment.too_large': text(413, 'The file is larger than {maxBytes} bytes.', 'Le fichier dépasse {maxBytes} octets.'),
  'attachment.type_not_allowed': text(
    415,
    'Files of this type ({found}) are not taken: PDF, DOCX, XLSX, PPTX, PNG, JPEG, TXT, CSV, EML.',
    'Les fichiers de ce type ({found}) ne sont pas acceptés : PDF, DOCX, XLSX, PPTX, PNG, JPEG, TXT, CSV, EML.',
  ),
  'attachment.withdrawn': text(409, 'The attachment has been withdrawn.', 'La pièce jointe a été retirée.'),
  'member.change_before_accession': text(
    422,
    '{inForceFrom} is before the accession of {accededOn}.',
    'Le {inForceFrom} précède l’adhésion du {accededOn}.',
  ),
  'member.change_out_of_order': text(
    422,
    '{inForceFrom} is not after the last change, of {last}.',
    'Le {inForceFrom} n’est pas postérieur au dernier changement, du {last}.',
  ),
  'member.has_left': text(409, 'The Member left on {leftOn}.', 'Le Membre a quitté l’Organisation le {leftOn}.'),
  'member.not_in_community': text(
    409,
    'It is not in {community} on {inForceFrom}.',
    'Il ne fait pas partie de {community} au {inForceFrom}.',
  ),
  'member.not_registered': text(404, '{member} is not on the list of Members.', '{member} ne figure pas sur la liste des Membres.'),
  'member.source_missing': text(422, 'Say where the fact about {member} was read.', 'Indiquez où le fait concernant {member} a été lu.'),
  'person.already_registered': text(
    409,
    'The person was registered before, with other details.',
    'La personne a déjà été enregistrée, avec d’autres coordonnées.',
  ),
  'person.email_malformed': text(
    422,
    'This is not an address that mail can be sent to.',
    'Ce n’est pas une adresse à laquelle un courriel peut être envoyé.',
  ),
  'person.name_missing': text(422, 'A person has a name.', 'Une personne a un nom.'),
  'person.not_found': text(404, 'There is no such person in the directory.', 'Cette personne ne figure pas dans l’annuaire.'),
  'project.closed': text(409, 'The project {project} was closed on {closedOn}.', 'Le projet {project} a été clos le {closedOn}.'),
  'project.fact_empty': text(422, 'The fact about project {project} says nothing.', 'Le fait concernant le projet {project} ne dit rien.'),
  'project.fact_unknown': text(404, 'The project {project} has no fact {fact}.', 'Le projet {project} n’a pas de fait {fact}.'),
  'project.not_found': text(404, 'There is no project {project}.', 'Il n’y a pas de projet {project}.'),
  'structure.already_established': text(409, 'It was established on {establishedOn}.', 'Elle a été établie le {establishedOn}.'),
  'structure.change_out_of_order': text(422, '{inForceFrom} is not after {last}.', 'Le {inForceFrom} n’est pas postérieur au {last}.'),
  'structure.closed': text(409, 'The structure was closed on {closedOn}.', 'La structure a été fermée le {closedOn}.'),
  'structure.not_found': text(404, 'There is no structure {structure}.', 'Il n’y a pas de structure {structure}.'),
  'structure.source_missing': text(
    422,
    'Say where the fact about {structure} was read.',
    'Indiquez où le fait concernant {structure} a été lu.',
  ),
  'translation.already_certified': text(
    409,
    'The translation is certified; deliver a new edition instead.',
    'La traduction est certifiée ; livrez plutôt une nouvelle édition.',
  ),
  'translation.already_requested': text(
    409,
    'This translation was asked for before, of something else.',
    'Cette traduction a déjà été demandée, pour autre chose.',
  ),
  'translation.edition_differs': text(
    412,
    'You have read edition {seen}; the latest is {latest}.',
    'Vous avez lu l’édition {seen} ; la dernière est {latest}.',
  ),
  'translation.not_requested': text(404, 'There is no such translation.', 'Cette traduction n’existe pas.'),
  'translation.nothing_delivered': text(
    409,
    'Nothing has been delivered that could be certified.',
    'Rien n’a été livré qui puisse être certifié.',
  ),
  'translation.same_language': text(
    422,
    'It is written in {language} already.',
    'Le texte est déjà rédigé dans cette langue ({language}).',
  ),
  'translation.source_changed': text(
    412,
    'The text has changed since: translated {translated}, now {current}.',
    'Le texte a changé depuis : traduit {translated}, actuel {current}.',
  ),
  'translation.text_empty': text(422, 'There is no text.', 'Il n’y a pas de texte.'),
  'translation.translator_cannot_certify': text(
    403,
    'Whoever translated does not certify. Ask a reviser.',
    'Qui a traduit ne certifie pas. Adressez-vous à un réviseur.',
  ),
};
