import type { ArchivedConference } from './collect.ts';
import { attachmentPath, contributionPath, documentPath } from './files.ts';

/** What an archive says of one thing it holds; members named after the terms of the Dublin Core Metadata Initiative. */
interface ArchiveRecord {
  readonly identifier: string;
  readonly type: string;
  readonly title: string | { readonly en: string; readonly fr: string };
  readonly creator: string;
  readonly publisher: string;
  readonly date: string | null;
  readonly format: string;
  readonly language: readonly string[];
  readonly subject: readonly string[];
  readonly relation: readonly string[];
  /** Place in the archive. */
  readonly source: string;
  readonly rights: string;
  /** SHA-256 of the bytes; null for what is a page of the archive itself. */
  readonly checksum: string | null;
}

/** What each member of a record means, in both languages. */
export const fields: Readonly<Record<keyof ArchiveRecord, { readonly en: string; readonly fr: string }>> = {
  identifier: {
    en: 'Name under which it is quoted, or its id on record.',
    fr: 'Nom sous lequel il est cité, ou son identifiant au registre.',
  },
  type: { en: 'Kind of object.', fr: 'Type d’objet.' },
  title: { en: 'Title as it was written.', fr: 'Titre tel qu’il a été rédigé.' },
  creator: {
    en: 'Member or Secretariat that it comes from; never a person.',
    fr: 'Membre ou Secrétariat dont il émane ; jamais une personne.',
  },
  publisher: { en: 'Who keeps the record.', fr: 'Qui tient le registre.' },
  date: { en: 'When it was received, RFC 3339.', fr: 'Date de réception, RFC 3339.' },
  format: { en: 'Media type.', fr: 'Type de média.' },
  language: { en: 'Languages in which it stands.', fr: 'Langues dans lesquelles il est disponible.' },
  subject: { en: 'Codes of themes.', fr: 'Codes des thèmes.' },
  relation: { en: 'Objects that it belongs to or answers.', fr: 'Objets auxquels il se rattache ou répond.' },
  source: { en: 'Place in this folder.', fr: 'Emplacement dans ce dossier.' },
  rights: { en: 'Who could read it when the archive was made.', fr: 'Qui pouvait le lire lorsque l’archive a été constituée.' },
  checksum: { en: 'SHA-256 of the bytes.', fr: 'SHA-256 des octets.' },
};

const publisher = 'Secretariat';

const ofDocuments = ({ documents, conference }: ArchivedConference): readonly ArchiveRecord[] =>
  documents.map((document) => ({
    identifier: document.symbol ?? document.documentId,
    type: 'working document',
    title: document.header.title ?? '',
    creator: publisher,
    publisher,
    date: document.importedAt,
    format: 'text/markdown',
    language: [/^[A-Z]{2}\d{4}F/.test(document.symbol ?? '') ? 'fr' : 'en'],
    subject: [],
    relation: [conference.conferenceId],
    source: documentPath(document),
    rights: document.status === 'confirmed' ? 'public' : 'internal',
    checksum: document.sha256,
  }));

const ofContributions = ({ contributions }: ArchivedConference): readonly ArchiveRecord[] =>
  contributions.map((contribution) => ({
    identifier: contribution.reference,
    type: contribution.kind,
    title: contribution.title,
    creator: contribution.member,
    publisher,
    date: contribution.submittedAt,
    format: 'text/html',
    language: [contribution.language],
    subject: [contribution.primaryTheme, ...contribution.secondaryThemes],
    relation: [contribution.callId, contribution.guidanceId],
    source: `en/${contributionPath(contribution.reference)}`,
    rights: contribution.agendaLine === null ? 'its Member and the Secretariat' : 'public',
    checksum: null,
  }));

const ofAttachments = ({ attachments }: ArchivedConference): readonly ArchiveRecord[] =>
  attachments.flatMap(({ attachmentId, object, id, member, releasedTo, editions }) =>
    editions.map((edition) => ({
      identifier: `${attachmentId}/${edition.edition}`,
      type: 'attachment',
      title: edition.name,
      creator: member ?? publisher,
      publisher,
      date: edition.filedAt,
      format: edition.mediaType,
      language: [],
      subject: [],
      relation: [`${object}/${id}`],
      source: edition.bytesDeletedAt === null ? attachmentPath(edition) : 'deleted',
      rights: releasedTo ?? 'whoever may read what it hangs on',
      checksum: edition.sha256,
    })),
  );

/** One record for every document, contribution and file of an archive. */
export const archiveRecords = (archived: ArchivedConference): readonly ArchiveRecord[] => [
  ...ofDocuments(archived),
  ...ofContributions(archived),
  ...ofAttachments(archived),
];
