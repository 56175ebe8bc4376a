import type { Bilingual, WorkingText } from '../../../domain/src/index.ts';
import type { ChainRelation } from '../chain.views.ts';
import type { Envelope } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

export type ChainAudience = Envelope['audience'];

const ranks: readonly ChainAudience[] = ['internal', 'addressee', 'members', 'public'];

/** One text for both languages where only one was written. */
export const inBoth = ({ en, fr }: WorkingText): Bilingual => ({ en: en ?? fr ?? '', fr: fr ?? en ?? '' });
export const alike = (text: string): Bilingual => ({ en: text, fr: text });

/** Puts a thing on the chain; what is already there keeps its place. */
export const putNode = (
  tx: ReadModelTransaction,
  { occurredAt, audience }: Pick<Envelope, 'occurredAt' | 'audience'>,
  node: { readonly id: string; readonly label: Bilingual; readonly member?: string },
): void => {
  tx.run(
    'INSERT OR IGNORE INTO chain_node VALUES (?, ?, ?, ?, ?, ?, ?)',
    node.id,
    node.id.slice(0, node.id.indexOf('-')),
    node.label.en,
    node.label.fr,
    occurredAt,
    ranks.indexOf(audience),
    node.member ?? null,
  );
};

/** One thing follows from another. */
export const putEdge = (tx: ReadModelTransaction, source: string, relation: ChainRelation, target: string): void => {
  tx.run('INSERT OR IGNORE INTO chain_edge VALUES (?, ?, ?)', source, relation, target);
};

/** From here on more people may know of a thing; never fewer. */
export const raise = (tx: ReadModelTransaction, id: string, audience: ChainAudience): void => {
  tx.run('UPDATE chain_node SET audience = max(audience, ?) WHERE id = ?', ranks.indexOf(audience), id);
};

/** A Member that stands behind a thing besides the one that sent it. */
export const addReader = (tx: ReadModelTransaction, id: string, member: string): void => {
  tx.run('INSERT OR IGNORE INTO chain_reader VALUES (?, ?)', id, member);
};

/** The paragraph that something was quoted from, and the document in which it stands when that is known. */
export const quote = (
  tx: ReadModelTransaction,
  event: Pick<Envelope, 'occurredAt'>,
  id: string,
  { symbol, paragraph }: { readonly symbol: string; readonly paragraph: string },
): void => {
  const place = `paragraph-${symbol}.${paragraph}`;
  putNode(tx, { occurredAt: event.occurredAt, audience: 'public' }, { id: place, label: alike(`${symbol}, ${paragraph}`) });
  putEdge(tx, id, 'quoted_from', place);
  const document = tx.get<{ id: string }>("SELECT id FROM chain_node WHERE kind = 'document' AND label_en = ?", symbol);
  if (document !== undefined) putEdge(tx, place, 'stands_in', document.id);
};
