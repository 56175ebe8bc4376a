import { differenceOf } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { DocumentDifferenceView, Viewer } from '../views.ts';
import { documentText } from './document-register.query.ts';

/** What the later of two documents changes, or null when either is not to be seen. */
export const documentDifference = (
  db: ReadDatabase,
  { documentId, laterId }: { readonly documentId: string; readonly laterId: string },
  viewer: Viewer,
): DocumentDifferenceView | null => {
  const [earlier, later] = [documentText(db, documentId, viewer), documentText(db, laterId, viewer)];
  if (earlier === null || later === null) return null;
  const difference = differenceOf(earlier, later);
  const { added, removed, changed } = difference;
  const [gone, come] = [
    [...removed, ...changed.map(({ from }) => from)],
    [...added, ...changed.map(({ to }) => to)],
  ];
  return {
    earlier: { documentId, symbol: earlier.symbol },
    later: { documentId: laterId, symbol: later.symbol },
    difference,
    earlierParagraphs: earlier.paragraphs.filter(({ id }) => gone.includes(id)),
    laterParagraphs: later.paragraphs.filter(({ id }) => come.includes(id)),
  };
};
