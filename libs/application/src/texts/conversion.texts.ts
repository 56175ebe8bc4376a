import { text, type ProblemText } from './text.ts';

/** Why a document that is no text was not taken. */
export const conversionTexts: Readonly<Record<string, ProblemText>> = {
  'document.conversion_busy': text(
    503,
    'Other documents are being read. Try again in a minute.',
    'D’autres documents sont en cours de lecture. Réessayez dans une minute.',
  ),
  'document.conversion_too_big': text(
    422,
    'Reading the document takes more than {maxMegabytes} MB of memory: it is not made as documents are.',
    'La lecture du document demande plus de {maxMegabytes} Mo de mémoire : il n’est pas fait comme un document.',
  ),
  'document.conversion_too_long': text(
    422,
    'Reading the document takes more than {maxSeconds} seconds. Save it anew, or send its text.',
    'La lecture du document prend plus de {maxSeconds} secondes. Enregistrez-le de nouveau ou envoyez-en le texte.',
  ),
  'document.docx_damaged': text(
    422,
    'The file is not a Word document that can be read. Open it, save it as DOCX and send it again.',
    'Le fichier n’est pas un document Word lisible. Ouvrez-le, enregistrez-le en DOCX et renvoyez-le.',
  ),
  'document.docx_unsafe': text(
    422,
    'The Word document is not safe to open ({what}). Save it anew without macros and embedded files.',
    'Le document Word n’est pas sûr ({what}). Enregistrez-le de nouveau, sans macros ni fichiers incorporés.',
  ),
  'document.no_text': text(
    422,
    'The document has no text: its pages are images, or empty. Send one whose text can be selected.',
    'Le document ne contient aucun texte : ses pages sont des images, ou vides. Envoyez-en un dont le texte peut être sélectionné.',
  ),
  'document.pdf_active': text(
    422,
    'The PDF does something when it is opened ({what}). Print it to PDF anew and send that.',
    'Le PDF exécute une action à l’ouverture ({what}). Imprimez-le de nouveau en PDF et envoyez le résultat.',
  ),
  'document.pdf_damaged': text(
    422,
    'The file is not a PDF that can be read. Make it anew and send it again.',
    'Le fichier n’est pas un PDF lisible. Produisez-le de nouveau et renvoyez-le.',
  ),
  'document.pdf_locked': text(
    422,
    'The PDF is locked with a password. Take the password off and send it again.',
    'Le PDF est protégé par un mot de passe. Retirez le mot de passe et renvoyez-le.',
  ),
  'document.text_unreadable': text(
    422,
    'What the PDF holds as text is not what its pages show. Send the document it was made from.',
    'Ce que le PDF contient comme texte n’est pas ce que montrent ses pages. Envoyez le document d’origine.',
  ),
  'document.too_many_pages': text(
    422,
    'The document has {pages} pages; at most {maxPages} are taken.',
    'Le document compte {pages} pages ; {maxPages} au plus sont acceptées.',
  ),
  'document.type_not_taken': text(
    415,
    'This is no working document but {found}. Send text, DOCX or PDF.',
    'Ce n’est pas un document de travail mais {found}. Envoyez du texte, un DOCX ou un PDF.',
  ),
};
