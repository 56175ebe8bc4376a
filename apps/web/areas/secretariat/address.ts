import { href, type PageFrame } from '../../components/frame.ts';

/** Parameters of an address; those that are null or empty stay out of it. */
export type Parameters = Readonly<Record<string, string | null | undefined>>;

/** An address with parameters, without its language: `/triage?theme=ORIGIN`. */
export const addressOf = (path: string, parameters: Parameters): string => {
  const present = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] != null && pair[1] !== '');
  const query = new URLSearchParams(present).toString();
  return query === '' ? path : `${path}?${query}`;
};

/** The same as a link of a page; whoever looks back goes on looking back. */
export const linkTo = (frame: Pick<PageFrame, 'language' | 'asOf'>, path: string, parameters: Parameters = {}): string =>
  href(frame, addressOf(path, parameters));
