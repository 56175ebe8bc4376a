import { agendaTexts } from './agenda.texts.ts';
import { conversionTexts } from './conversion.texts.ts';
import { documentEditionTexts } from './document-edition.texts.ts';
import { contributionTexts } from './contribution.texts.ts';
import { webhookTexts } from './webhook.texts.ts';
import { entranceTexts } from './entrance.texts.ts';
import { guidanceTexts } from './guidance.texts.ts';
import { meetingTexts } from './meeting.texts.ts';
import { recordTexts } from './record.texts.ts';
import { noticeTexts } from './notice.texts.ts';
import { outcomeTexts } from './outcome.texts.ts';
import { text, type ProblemText } from './text.ts';

/** Every code by which something is refused; a code once used keeps its meaning for ever. */
export const problemTexts: Readonly<Record<string, ProblemText>> = {
  ...agendaTexts,
  ...conversionTexts,
  ...documentEditionTexts,
  ...contributionTexts,
  ...entranceTexts,
  ...webhookTexts,
  ...guidanceTexts,
  ...meetingTexts,
  ...noticeTexts,
  ...recordTexts,
  ...outcomeTexts,
  'accreditation.already_granted': text(
    409,
    'This accreditation was granted before, with other terms.',
    'Cette accréditation a déjà été accordée, à d’autres conditions.',
  ),
  'accreditation.ended': text(
    401,
    'The accreditation behind this token has ended. Ask your Secretariat contact for a new one.',
    'L’accréditation liée à ce jeton a pris fin. Demandez-en une nouvelle à votre interlocuteur du Secrétariat.',
  ),
  'accreditation.expired': text(
    401,
    'The accreditation behind this token is no longer valid.',
    'L’accréditation liée à ce jeton n’est plus valable.',
  ),
  'accreditation.member_not_allowed': text(
    422,
    'The role {role} does not act for a Member.',
    'Le rôle {role} n’agit pas au nom d’un Membre.',
  ),
  'accreditation.member_required': text(
    422,
    'The role {role} acts for a Member; say which.',
    'Le rôle {role} agit au nom d’un Membre ; précisez lequel.',
  ),
  'accreditation.not_granted': text(404, 'There is no such accreditation.', 'Cette accréditation n’existe pas.'),
  'accreditation.not_yet_valid': text(
    401,
    'The accreditation behind this token is not valid yet.',
    'L’accréditation liée à ce jeton n’est pas encore valable.',
  ),
  'accreditation.unknown': text(401, 'The accreditation behind this token is not known.', 'L’accréditation liée à ce jeton est inconnue.'),
  'accreditation.validity_reversed': text(
    422,
    'Validity would end ({validUntil}) before it begins ({validFrom}).',
    'La validité prendrait fin ({validUntil}) avant de commencer ({validFrom}).',
  ),
  'asof.in_future': text(
    422,
    'The record ends at entry {n}; what comes after it has not happened.',
    'Le registre s’arrête à l’inscription {n} ; la suite n’a pas eu lieu.',
  ),
  'asof.malformed': text(
    400,
    'A state is named by an entry number, an instant such as 2015-03-31T21:59:00Z, or agenda:ID:v1.',
    'Un état se désigne par un numéro d’inscription, un instant comme 2015-03-31T21:59:00Z, ou agenda:ID:v1.',
  ),
  'asof.not_available': text(400, 'No past is kept of this.', 'Aucun état passé n’est conservé ici.'),
  'asof.not_ready': text(
    503,
    'The past is shown up to entry {n} so far; try again in a moment.',
    'Le passé n’est montré pour l’instant que jusqu’à l’inscription {n} ; réessayez dans un moment.',
  ),
  'asof.unknown_version': text(
    404,
    'Version {version} of the agenda {agenda} was never published.',
    'La version {version} de l’ordre du jour {agenda} n’a jamais été publiée.',
  ),
  'authorisation.role_not_allowed': text(
    403,
    'The role {role} may not do this ({action}).',
    'Le rôle {role} ne permet pas cette action ({action}).',
  ),
  'body.length_mismatch': text(400, 'The body is not as long as its header says.', 'Le corps de la requête n’a pas la longueur annoncée.'),
  'body.not_utf8': text(400, 'The body is not valid UTF-8.', 'Le corps de la requête n’est pas en UTF-8 valide.'),
  'body.too_large': text(
    413,
    'The body is too large: at most 256 KB, 5 MB for a document.',
    'Le corps de la requête est trop volumineux : 256 Ko au plus, 5 Mo pour un document.',
  ),
  'body.unsupported_media_type': text(415, 'This content type is not taken here.', 'Ce type de contenu n’est pas accepté ici.'),
  'call.already_scheduled': text(
    409,
    'The call {call} was scheduled before, with other terms.',
    'L’appel {call} a déjà été programmé, à d’autres conditions.',
  ),
  'call.closed_for_new': text(
    422,
    'Not sent: the call closed at {closedAt}. It is now {now}.',
    'Non envoyée : l’appel a pris fin le {closedAt}. Il est maintenant {now}.',
  ),
  'call.deadline_in_past': text(
    422,
    'The deadline {deadline} has passed; it is now {now}.',
    'Le délai {deadline} est dépassé ; il est maintenant {now}.',
  ),
  'call.does_not_cover_request': text(
    422,
    'The call {call} does not ask for contributions to {guidance}.',
    'L’appel {call} ne porte pas sur {guidance}.',
  ),
  'call.edits_close_before_new': text(
    422,
    'Changes would close ({edits}) before new contributions do ({new}).',
    'Les modifications seraient closes ({edits}) avant les nouvelles contributions ({new}).',
  ),
  'call.no_addressee': text(
    422,
    'Nobody is a Member on that day: the call would reach nobody.',
    'Aucun Membre à cette date : l’appel n’atteindrait personne.',
  ),
  'call.no_guidance_request': text(
    422,
    'A call asks for something: name at least one request.',
    'Un appel porte sur une demande : indiquez-en au moins une.',
  ),
  'call.not_open': text(422, 'The call {call} is not open.', 'L’appel {call} n’est pas ouvert.'),
  'call.not_scheduled': text(404, 'There is no such call.', 'Cet appel n’existe pas.'),
  'clock.no_deadline_ahead': text(422, 'No deadline lies ahead.', 'Aucune échéance à venir.'),
  'clock.not_forward': text(
    422,
    'The clock only goes forward: it is {now}, asked for {to}.',
    'L’horloge ne peut qu’avancer : il est {now}, demandé {to}.',
  ),
  'clock.not_virtual': text(
    409,
    'This deployment follows the real time; its clock cannot be moved.',
    'Ce service suit l’heure réelle ; son horloge ne peut être déplacée.',
  ),
  'credential.already_issued': text(409, 'This token was issued before.', 'Ce jeton a déjà été délivré.'),
  'credential.expiry_in_past': text(
    422,
    'The token would have expired already: {expiresAt}, it is now {now}.',
    'Le jeton serait déjà expiré : {expiresAt}, il est maintenant {now}.',
  ),
  'credential.link_not_issued': text(404, 'You have no such link.', 'Vous n’avez pas de tel lien.'),
  'credential.not_issued': text(404, 'There is no such token.', 'Ce jeton n’existe pas.'),
  'credential.token_already_shown': text(
    409,
    'A token is shown once. Make another, and revoke this one.',
    'Un jeton n’est montré qu’une fois. Créez-en un autre et révoquez celui-ci.',
  ),
  'deadline.ambiguous_hour': text(
    422,
    '{wallTime} comes twice in {zone}: the clocks go back over it. Choose another time.',
    '{wallTime} survient deux fois à {zone} : passage à l’heure d’hiver. Choisissez une autre heure.',
  ),
  'deadline.bad_wall_time': text(
    422,
    '"{wallTime}" is not a local time to the minute such as 2015-03-31T23:59.',
    '« {wallTime} » n’est pas une heure locale à la minute près, telle que 2015-03-31T23:59.',
  ),
  'deadline.bad_zone': text(
    422,
    '"{zone}" is not a time zone such as Europe/Brussels.',
    '« {zone} » n’est pas un fuseau horaire tel que Europe/Brussels.',
  ),
  'deadline.nonexistent_hour': text(
    422,
    '{wallTime} does not exist in {zone}: the clocks go forward over it. Choose another time.',
    '{wallTime} n’existe pas à {zone} : passage à l’heure d’été. Choisissez une autre heure.',
  ),
  'decision.already_recorded': text(
    409,
    'The decision {decision} was recorded before, in other words.',
    'La décision {decision} a déjà été enregistrée, en d’autres termes.',
  ),
  'decision.quote_missing': text(
    422,
    'The decision {decision} has no quotation.',
    'La décision {decision} n’est accompagnée d’aucune citation.',
  ),
  'document.already_confirmed': text(
    409,
    'The document is confirmed already, with another header.',
    'Le document est déjà confirmé, avec un autre en-tête.',
  ),
  'document.empty': text(422, 'The document is empty.', 'Le document est vide.'),
  'document.header_incomplete': text(
    422,
    'Fill these fields before you confirm: {missing}.',
    'Complétez ces champs avant de confirmer : {missing}.',
  ),
  'document.contains_nul': text(
    422,
    'The document contains the character NUL: it is no text. Save it as UTF-8 text.',
    'Le document contient le caractère NUL : ce n’est pas du texte. Enregistrez-le en texte UTF-8.',
  ),
  'document.no_numbered_paragraph': text(
    422,
    'The document has no numbered paragraph: there is nothing to refer to.',
    'Le document n’a aucun paragraphe numéroté : rien à quoi se référer.',
  ),
  'document.not_confirmed': text(409, 'The document has not been confirmed yet.', 'Le document n’a pas encore été confirmé.'),
  'document.not_imported': text(404, 'There is no such document.', 'Ce document n’existe pas.'),
  'document.too_many_references': text(
    422,
    'The document refers to its own paragraphs more than {maxReferences} times: it is no working document.',
    'Le document renvoie plus de {maxReferences} fois à ses propres paragraphes : ce n’est pas un document de travail.',
  ),
  'document.not_utf8': text(
    422,
    'The document is not valid UTF-8. Save it as UTF-8 and send it again.',
    'Le document n’est pas en UTF-8 valide. Enregistrez-le en UTF-8 et renvoyez-le.',
  ),
  'document.part_out_of_order': text(
    409,
    'Part {found} came where part {expected} was expected.',
    'La partie {found} est arrivée à la place de la partie {expected}.',
  ),
  'document.parts_missing': text(
    409,
    'The document has {expected} parts, {found} were kept.',
    'Le document compte {expected} parties, {found} ont été conservées.',
  ),
  'document.too_large': text(
    413,
    'The document has {sizeBytes} bytes; at most {maxBytes} are taken.',
    'Le document compte {sizeBytes} octets ; {maxBytes} au plus sont acceptés.',
  ),
  'document.too_many_lines': text(
    422,
    'The document has {lines} lines; at most {maxLines} are taken.',
    'Le document compte {lines} lignes ; {maxLines} au plus sont acceptées.',
  ),
  'draft.already_released': text(409, 'This draft has been released already.', 'Ce projet de texte a déjà été transmis.'),
  'draft.discarded': text(409, 'This draft has been discarded.', 'Ce projet de texte a été supprimé.'),
  'draft.drafter_cannot_release': text(
    403,
    'A drafter prepares; the contact point, a delegate or an alternate of your Member releases.',
    'Le rédacteur prépare ; le point de contact, un délégué ou un suppléant de votre Membre transmet.',
  ),
  'draft.identity_changed': text(
    409,
    'A draft keeps its kind, its call and the request it answers.',
    'Un projet de texte garde sa nature, son appel et la demande à laquelle il répond.',
  ),
  'draft.not_found': text(404, 'There is no such draft.', 'Ce projet de texte n’existe pas.'),
  'draft.text_empty': text(422, 'The {field} is empty.', 'Le champ {field} est vide.'),
  'grouping.already_registered': text(
    409,
    '{grouping} was registered before, with other content.',
    '{grouping} a déjà été enregistré, avec un autre contenu.',
  ),
  'grouping.member_listed_twice': text(422, 'Listed twice: {members}.', 'Cités deux fois : {members}.'),
  'guidance.already_issued': text(
    409,
    'The request {guidance} was issued before, in other words.',
    'La demande {guidance} a déjà été émise, en d’autres termes.',
  ),
  'guidance.already_open': text(
    409,
    'The request is open already under the call {call}.',
    'La demande est déjà ouverte dans le cadre de l’appel {call}.',
  ),
  'guidance.expects_other_contribution': text(
    422,
    'The request {guidance} asks for something else: {expects}.',
    'La demande {guidance} appelle une autre contribution : {expects}.',
  ),
  'guidance.not_issued': text(422, 'There is no such request.', 'Cette demande n’existe pas.'),
  'guidance.not_open': text(422, 'The request {guidance} is not open.', 'La demande {guidance} n’est pas ouverte.'),
  'guidance.not_quoted': text(
    422,
    'The document has no such bullet: a request is quoted from a paragraph.',
    'Le document ne contient pas cet alinéa : une demande est citée d’un paragraphe.',
  ),
  'idempotency.key_malformed': text(
    400,
    'The Idempotency-Key has to be 8 to 200 printable characters.',
    'L’en-tête Idempotency-Key doit compter de 8 à 200 caractères imprimables.',
  ),
  'idempotency.key_missing': text(400, 'Send an Idempotency-Key with every POST.', 'Envoyez un en-tête Idempotency-Key avec chaque POST.'),
  'idempotency.key_reused': text(
    422,
    'This Idempotency-Key was used for another request. Use a new key.',
    'Cet en-tête Idempotency-Key a servi à une autre requête. Utilisez-en un nouveau.',
  ),
  'input.invalid': text(
    400,
    'Some fields are not as they should be; all are listed.',
    'Certains champs ne conviennent pas ; tous sont énumérés.',
  ),
  internal: text(
    500,
    'Something went wrong on our side. Nothing was recorded unless you were told so.',
    'Une erreur s’est produite de notre côté. Rien n’a été enregistré sauf confirmation.',
  ),
  'json.duplicate_key': text(400, 'An object says the same key twice.', 'Un objet contient deux fois la même clé.'),
  'json.forbidden_key': text(400, 'A key of this name is not taken.', 'Une clé de ce nom n’est pas acceptée.'),
  'json.malformed': text(400, 'The body is not valid JSON.', 'Le corps de la requête n’est pas du JSON valide.'),
  'json.too_deep': text(400, 'The body is nested deeper than 32 levels.', 'Le corps de la requête dépasse 32 niveaux d’imbrication.'),
  // Nothing is broken, and nothing is away: the same question is answered a moment later, as the answer says in Retry-After.
  'ledger.not_sealed': text(
    409,
    'Nothing of the ledger is sealed yet; try again in a moment.',
    'Rien du registre n’est encore scellé ; réessayez dans un instant.',
  ),
  'ledger.size_not_sealed': text(
    404,
    'The ledger is sealed up to {sealed} entries, not up to {size}.',
    'Le registre est scellé jusqu’à {sealed} écritures, et non jusqu’à {size}.',
  ),
  'ledger.sizes_reversed': text(
    422,
    'A ledger of {size} entries does not begin with one of {old}.',
    'Un registre de {size} écritures ne commence pas par un registre de {old}.',
  ),
  'ledger.already_opened': text(409, 'The ledger is open already.', 'Le registre est déjà ouvert.'),
  'ledger.key_not_replaced': text(
    409,
    'Only the key that another one has replaced can be retired.',
    'Seule la clé qu’une autre a remplacée peut être retirée.',
  ),
  'ledger.key_of_another_log': text(422, 'This is the key of another log.', 'C’est la clé d’un autre registre.'),
  'ledger.key_was_retired': text(409, 'This key was retired: it never signs again.', 'Cette clé a été retirée : elle ne signera plus.'),
  'ledger.nothing_lost': text(
    409,
    'Nothing is lost: the record has the {signedSize} entries that were signed.',
    'Rien n’est perdu : les {signedSize} entrées signées sont enregistrées.',
  ),
  'ledger.origin_not_next': text(422, 'The next origin is {expected}.', 'La prochaine origine est {expected}.'),
  'ledger.rotation_under_way': text(
    409,
    'Two keys sign already: retire the former one first.',
    'Deux clés signent déjà : retirez d’abord l’ancienne.',
  ),
  'ledger.not_opened': text(409, 'The ledger is not open yet.', 'Le registre n’est pas encore ouvert.'),
  'member.already_registered': text(
    409,
    '{member} is registered already, with other content.',
    '{member} est déjà enregistré, avec un autre contenu.',
  ),
  'member.bad_accession_date': text(422, '"{accededOn}" is not a date.', '« {accededOn} » n’est pas une date.'),
  'member.name_like_another': text(422, 'This name is taken for that of {other}.', 'Ce nom se confond avec celui de {other}.'),
  'member.name_not_plain': text(
    422,
    'The name has letters of another alphabet, or characters that are not seen.',
    'Le nom comporte des lettres d’un autre alphabet ou des caractères invisibles.',
  ),
  'member.name_missing': text(
    422,
    'The name of {member} is missing in English or French.',
    'Le nom de {member} manque en anglais ou en français.',
  ),
  'member.not_yet_joined': text(
    422,
    '{member} joins on {accededOn}; it may submit from that day.',
    '{member} adhère le {accededOn} ; il peut contribuer à compter de ce jour.',
  ),
  'member.unknown': text(422, '{member} is not a Member.', '{member} n’est pas Membre.'),
  'object.not_found': text(404, 'There is no such object, or it is not open to you.', 'Cet objet n’existe pas ou ne vous est pas ouvert.'),
  'paging.bad_cursor': text(
    400,
    'The cursor is not one of ours. Begin again without it.',
    'Le curseur n’est pas valable. Recommencez sans lui.',
  ),
  'position.malformed': text(400, 'The x-min-position header is not a position.', 'L’en-tête x-min-position n’est pas une position.'),
  'practice.classifier_cannot_decide': text(
    403,
    'Who classified a practice does not decide on it.',
    'Qui a classé une pratique ne statue pas sur elle.',
  ),
  'practice.not_found': text(404, 'There is no such practice.', 'Cette pratique n’existe pas.'),
  'practice.sponsor_cannot_judge': text(
    403,
    'Nobody judges what his own Member ({member}) sent.',
    'Nul ne juge ce que son propre Membre ({member}) a envoyé.',
  ),
  'practice.wrong_stage': text(
    409,
    'The practice is {stage}; this needs {needed}.',
    'La pratique est au stade {stage} ; il faut le stade {needed}.',
  ),
  'project.already_registered': text(
    409,
    'The project {project} is registered already, with other content.',
    'Le projet {project} est déjà enregistré, avec un autre contenu.',
  ),
  'project.fact_without_source': text(
    422,
    'A fact of the project {project} has no source paragraph.',
    'Un fait relatif au projet {project} est sans paragraphe source.',
  ),
  'query.bad_value': text(
    400,
    'The query parameter {parameter} has a value that is not taken.',
    'Le paramètre {parameter} a une valeur qui n’est pas acceptée.',
  ),
  'query.unknown_parameter': text(400, 'There is no query parameter {parameter} here.', 'Il n’y a pas de paramètre {parameter} ici.'),
  'projection.building': text(
    503,
    'This part of the record is being prepared for display; try again in a moment.',
    'Cette partie du registre est en cours de préparation ; réessayez dans un moment.',
  ),
  'reason.text_missing': text(422, 'Give the reason in words as well.', 'Donnez aussi le motif en toutes lettres.'),
  'reason.unknown_code': text(422, '{reasonCode} is not on the list of reasons.', '{reasonCode} ne figure pas dans la liste des motifs.'),
  'reference.content_changed': text(
    409,
    'The data set {dataset} was recorded before with other content; give it a new version.',
    'Le jeu de données {dataset} a déjà été enregistré avec un autre contenu ; donnez-lui une nouvelle version.',
  ),
  'revision.conflict': text(
    412,
    'Changed by somebody else while you were asking. Read it again.',
    'Modifié par quelqu’un d’autre entre-temps. Relisez-le.',
  ),
  'revision.malformed': text(
    400,
    'The If-Match header has to be a quoted revision, or *.',
    'L’en-tête If-Match doit être une révision entre guillemets, ou *.',
  ),
  'revision.stale': text(
    412,
    'Changed since you opened it: you have seen revision {expected}, it is now {actual}. What changed is listed.',
    'Modifié depuis que vous l’avez ouvert : vous avez vu la révision {expected}, elle est maintenant {actual}. Les changements sont indiqués.',
  ),
  'request.address_malformed': text(
    400,
    'The address is not written as addresses are.',
    'L’adresse n’est pas écrite comme le sont les adresses.',
  ),
  'request.address_too_long': text(414, 'A part of the address is too long.', 'Une partie de l’adresse est trop longue.'),
  'request.headers_too_large': text(
    431,
    'The header fields of the request are too large.',
    'Les champs d’en-tête de la requête sont trop grands.',
  ),
  'request.malformed': text(400, 'This is no HTTP request.', 'Ceci n’est pas une requête HTTP.'),
  'request.too_slow': text(408, 'The request did not arrive in time.', 'La requête n’est pas arrivée à temps.'),
  'route.not_found': text(404, 'There is nothing at this address.', 'Il n’y a rien à cette adresse.'),
  'store.unavailable': text(
    503,
    'The record cannot be reached just now. Nothing was lost; try again.',
    'Le registre est momentanément inaccessible. Rien n’est perdu ; réessayez.',
  ),
  'structure.already_registered': text(
    409,
    'The structure {structure} is registered already, with other content.',
    'La structure {structure} est déjà enregistrée, avec un autre contenu.',
  ),
  'structure.name_missing': text(422, 'The structure {structure} has no name.', 'La structure {structure} n’a pas de nom.'),
  'text.control_character': text(400, 'A text holds a control character.', 'Un texte contient un caractère de contrôle.'),
  'text.lone_surrogate': text(400, 'A text holds half of a character.', 'Un texte contient la moitié d’un caractère.'),
  'theme.primary_must_be_priority': text(
    422,
    '{theme} goes with a priority and never stands first.',
    '{theme} accompagne une priorité et ne vient jamais en premier.',
  ),
  'theme.repeated': text(422, 'Named twice: {themes}.', 'Cités deux fois : {themes}.'),
  'theme.unknown': text(422, 'Not among the themes: {themes}.', 'Ne figurent pas parmi les thèmes : {themes}.'),
  'themes.code_repeated': text(422, 'Code used twice: {codes}.', 'Code employé deux fois : {codes}.'),
  'themes.no_priority': text(422, 'A set of themes has at least one priority.', 'Un ensemble de thèmes compte au moins une priorité.'),
  'themes.version_gap': text(422, 'The next version is {expected}, found {found}.', 'La version suivante est {expected}, trouvé {found}.'),
  'token.expired': text(401, 'The token has expired.', 'Le jeton a expiré.'),
  'token.malformed': text(
    401,
    'The Authorization header has to be "Bearer" and a token.',
    'L’en-tête Authorization doit être « Bearer » suivi d’un jeton.',
  ),
  'token.missing': text(401, 'This needs a token.', 'Un jeton est nécessaire.'),
  'token.revoked': text(401, 'The token has been revoked.', 'Le jeton a été révoqué.'),
  'token.unknown': text(401, 'The token is not known.', 'Le jeton est inconnu.'),
  'topic.not_found': text(404, 'There is no such topic.', 'Ce thème n’existe pas.'),
  'topic.recommender_cannot_decide': text(
    403,
    'Who recommended does not decide. Ask another officer.',
    'Qui a recommandé ne décide pas. Adressez-vous à un autre fonctionnaire.',
  ),
  'topic.sponsor_cannot_judge': text(
    403,
    'Nobody judges what his own Member ({member}) sent.',
    'Nul ne juge ce que son propre Membre ({member}) a envoyé.',
  ),
  'topic.wrong_stage': text(
    409,
    'The topic is {stage}; this needs {needed}.',
    'Le thème est au stade {stage} ; il faut le stade {needed}.',
  ),
  'workflow.category_not_governed': text(404, 'No procedure governs {category}.', 'Aucune procédure ne régit {category}.'),
  'workflow.command_not_open': text(
    409,
    '{command} is not open at the stage {stage}; it is open at: {openIn}.',
    '{command} n’est pas ouverte à l’étape {stage} ; elle l’est à : {openIn}.',
  ),
  'workflow.deadline_not_reached': text(
    409,
    'The deadline {deadline} ends at {dueAt}; it is {now}.',
    'Le délai {deadline} expire le {dueAt} ; nous sommes le {now}.',
  ),
  'workflow.deadline_not_running': text(
    409,
    'The deadline {deadline} does not run: it has not begun, was met, or is over.',
    'Le délai {deadline} ne court pas : il n’a pas commencé, a été respecté ou est passé.',
  ),
  'workflow.definition_faulty': text(
    422,
    'The definition cannot be published: {findings}.',
    'La définition ne peut pas être publiée : {findings}.',
  ),
  'workflow.definition_malformed': text(
    422,
    'The definition is not of the form expected at: {at}.',
    'La définition n’a pas la forme attendue à : {at}.',
  ),
  'workflow.four_eyes': text(
    403,
    'Whoever gave {given} does not give {command} as well; another person has to.',
    'La personne qui a donné {given} ne donne pas aussi {command} ; une autre doit le faire.',
  ),
  'workflow.instance_not_found': text(404, 'There is no {object} {id}.', 'Il n’existe pas de {object} {id}.'),
  'workflow.milestone_differs': text(
    422,
    'The stage {stage} stands for another milestone than the one that was reached.',
    'L’étape {stage} correspond à un autre jalon que celui qui est atteint.',
  ),
  'workflow.name_differs': text(
    422,
    'The definition is for {definition}, not for {name}.',
    'La définition concerne {definition}, et non {name}.',
  ),
  'workflow.not_your_member': text(
    403,
    '{command} is for the Members whose contribution it is.',
    '{command} est réservée aux Membres dont c’est la contribution.',
  ),
  'workflow.note_missing_language': text(
    422,
    'Say what changes in English and in French; missing: {missing}.',
    'Indiquez ce qui change en anglais et en français ; il manque : {missing}.',
  ),
  'workflow.only_other_members': text(
    403,
    '{command} is for other Members than those whose contribution it is.',
    '{command} est réservée aux Membres dont ce n’est pas la contribution.',
  ),
  'workflow.stage_unknown': text(
    422,
    'The version in force has no stage {stage}.',
    'La version en vigueur ne connaît pas l’étape {stage}.',
  ),
  'workflow.text_missing': text(422, 'A text is missing in {field}, in: {missing}.', 'Il manque un texte dans {field}, en : {missing}.'),
  'workflow.value_not_allowed': text(
    422,
    '{value} is not allowed for {field} by the procedure.',
    'La procédure n’admet pas {value} pour {field}.',
  ),
  'workflow.version_not_next': text(
    409,
    'The next version is {next}, not {version}.',
    'La prochaine version est {next}, et non {version}.',
  ),
};
