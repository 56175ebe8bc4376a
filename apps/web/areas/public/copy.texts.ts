/** What a copy says of itself. */
export const copyTexts = {
  title: { en: 'This copy', fr: 'Cette copie' },
  standfirst: {
    en: 'The record after its first {size} entries, as pages that open from a disk. No page asks for anything from elsewhere.',
    fr: 'Le registre après ses {size} premières inscriptions, en pages qui s’ouvrent depuis un disque. Aucune page ne demande quoi que ce soit ailleurs.',
  },
  public: { en: 'It holds what everybody may read.', fr: 'Elle contient ce que tout le monde peut lire.' },
  member: {
    en: 'It holds what one Member may read: {member}. It is meant for that Member alone.',
    fr: 'Elle contient ce qu’un Membre peut lire : {member}. Elle est destinée à ce seul Membre.',
  },
  secretariat: {
    en: 'It holds what the Secretariat may read. It is not meant for anybody else.',
    fr: 'Elle contient ce que le Secrétariat peut lire. Elle n’est destinée à personne d’autre.',
  },
  documents: { en: 'Documents', fr: 'Documents' },
  tables: { en: 'Tables', fr: 'Tableaux' },
  calendars: { en: 'Calendars', fr: 'Calendriers' },
  received: { en: 'Working documents as received', fr: 'Documents de travail tels que reçus' },
  check: { en: 'How to check this', fr: 'Comment vérifier' },
  sums: {
    en: 'That no file was changed since it was made: in the folder of this copy,',
    fr: 'Qu’aucun fichier n’a été modifié depuis : dans le dossier de cette copie,',
  },
  evidence: {
    en: 'That the record is the one that was signed: the evidence lies in evidence/bundle.zip. VERIFY.md inside it says how it is checked with sha256sum and openssl alone. With the verifier of this project:',
    fr: 'Que le registre est celui qui a été signé : les preuves se trouvent dans evidence/bundle.zip. VERIFY.md, à l’intérieur, explique comment les vérifier avec sha256sum et openssl seulement. Avec le vérificateur de ce projet :',
  },
  policy: {
    en: 'The policy names the keys that you trust for the log below. Take it from whoever you trust, never from this copy.',
    fr: 'La politique nomme les clés auxquelles vous faites confiance pour le journal ci-dessous. Obtenez-la de quelqu’un de confiance, jamais de cette copie.',
  },
  log: { en: 'Log', fr: 'Journal' },
  bundle: { en: 'The evidence', fr: 'Les preuves' },
} as const;
