import { readAgendaItem, readDateRange, readPlaceAndDate, readSessions } from '../import/header.ts';
import type { Piece } from './piece.ts';

type Heading = Extract<Piece, { kind: 'heading' }>;

/** Places of the pieces that a cover is known by. */
export interface Cover {
  readonly title: number | null;
  readonly subtitle: number | null;
  readonly item: number | null;
  /** Pieces before this place are the cover. */
  readonly end: number;
}

const textOf = (piece: Piece): string => ('text' in piece ? piece.text : '');

/** Which session, when, where: bold or not, it is no title. */
const isParticulars = (text: string): boolean =>
  readSessions(text) !== null || readPlaceAndDate(text) !== null || readDateRange(text) !== null;

/** The headings that may be the title: before the agenda item; without one, all but that of the first section. */
const candidates = (pieces: readonly Piece[], item: number | null, end: number): readonly number[] => {
  const found = pieces.slice(0, item ?? end).flatMap((piece, at) => (piece.kind === 'heading' && !isParticulars(piece.text) ? [at] : []));
  const last = found.at(-1) ?? 0;
  const belongsToSection = item === null && found.length > 1 && pieces.slice(last + 1, end).length === 0;
  return belongsToSection && (pieces[last] as Heading).style === null ? found.slice(0, -1) : found;
};

const styled = (pieces: readonly Piece[], among: readonly number[], style: Heading['style']): number | null =>
  among.find((at) => (pieces[at] as Heading).style === style) ?? null;

/** The one that stands out most; among equals the first after what says when and where. */
const mostProminent = (pieces: readonly Piece[], among: readonly number[]): number | null => {
  const rankOf = (at: number): number => (pieces[at] as Heading).rank;
  const best = Math.min(...among.map(rankOf));
  const equals = among.filter((at) => rankOf(at) === best);
  const lastParticulars = pieces.findLastIndex((piece, at) => at < (among.at(-1) ?? 0) && isParticulars(textOf(piece)));
  return equals.find((at) => at > lastParticulars) ?? equals[0] ?? null;
};

/** Finds title, subtitle and agenda item before the first numbered paragraph. */
export const findCover = (pieces: readonly Piece[]): Cover => {
  const first = pieces.findIndex((piece) => piece.kind === 'numbered' || (piece.kind === 'text' && /^1\.\s/.test(piece.text)));
  const end = first === -1 ? pieces.length : first;
  const found = pieces.findIndex((piece, at) => at < end && readAgendaItem(textOf(piece), 1) !== null);
  const item = found === -1 ? null : found;
  const among = candidates(pieces, item, end);
  const title = styled(pieces, among, 'title') ?? mostProminent(pieces, among);
  const below = among.filter((at) => title !== null && at > title);
  return { title, subtitle: styled(pieces, below, 'subtitle') ?? below[0] ?? null, item, end };
};
