import type { FastifyReply } from 'fastify';
import type { Page } from '../../libs/application/src/index.ts';
import { Refusal } from './problem.ts';

/** One page as it is answered, the next one named in a Link header (RFC 8288). @throws Refusal for a cursor that is not one of ours */
export const answerPage = <T>(
  reply: FastifyReply,
  path: string,
  asked: Readonly<Record<string, string>>,
  page: Page<T> | { readonly code: 'paging.bad_cursor' },
): Page<T> => {
  if ('code' in page) throw new Refusal({ code: page.code });
  if (page.next !== null) {
    const next = new URLSearchParams({ ...asked, cursor: page.next });
    void reply.header('link', `<${path}?${next.toString()}>; rel="next"`);
  }
  return page;
};
