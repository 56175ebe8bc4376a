import { Controller, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ShowsPage } from '../../page-routes.ts';
import { Pages } from '../../pages.ts';
import { delegatePages } from './delegate.pages.ts';
import { HomePage } from './home.page.tsx';
import { lastVisit, rememberVisit } from './last-visit.ts';

/** What a Member's people see first. */
@ApiExcludeController()
@Controller()
export class DelegateHomeController {
  readonly #pages: Pages;

  constructor(@Inject(Pages) pages: Pages) {
    this.#pages = pages;
  }

  @ShowsPage(delegatePages.home)
  home(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.show(delegatePages.home, request, reply, async (frame, ask) => {
      const since = frame.asOf === null ? lastVisit(request) : null;
      const home = await ask('delegateHome', { since: since === null ? null : { size: since } });
      if (home === null) return null;
      const drafts = frame.asOf === null ? await ask('drafts', { limit: 50, cursor: null }) : { items: [] };
      if (frame.asOf === null) rememberVisit(request, reply, home.size);
      return <HomePage frame={frame} home={home} drafts={'items' in drafts ? drafts.items : []} since={since} />;
    });
  }
}
