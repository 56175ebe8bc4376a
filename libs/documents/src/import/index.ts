export type * from './parsed-document.ts';
export { parseWorkingDocument } from './parse-working-document.ts';
export {
  matchThemes,
  proposePriorDecisions,
  proposeProjectHighlights,
  type ProposedHighlight,
  type ProposedSentence,
} from './proposals.ts';
export { pairRenditions, type PairedParagraph, type PairedRenditions } from './renditions.ts';
