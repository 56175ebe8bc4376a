export {
  outFormats,
  type Block,
  type NumberedParagraph,
  type OutDocument,
  type OutFormat,
  type OutStanding,
  type RichText,
  type Run,
} from './out-document.ts';
export { toDocx } from './to-docx.ts';
export { toMarkdown } from './to-markdown.ts';
export { toPdf } from './to-pdf.ts';
