import { Controller, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pages, type Content } from '../../../pages.ts';
import { ShowsPage } from '../../../page-routes.ts';
import { openAtAll, type Desk } from '../acts/open-acts.ts';
import { releaseActs } from '../acts/release.acts.ts';
import { secretariatPages } from '../secretariat.pages.ts';
import { DecisionsPage, type DecisionsShown } from './decisions.page.tsx';

const batchActs = releaseActs.filter(({ command }) => command !== 'prepareRelease');
const prepareActs = releaseActs.filter(({ command }) => command === 'prepareRelease');

const batchesOf = async (desk: Desk): Promise<DecisionsShown['batches']> =>
  Promise.all(
    (await desk.ask('releases', {})).map(async (release) => ({
      ...release,
      acts:
        release.status === 'prepared'
          ? await openAtAll(desk, batchActs, { given: { releaseId: release.releaseId }, then: '/decisions', revision: release.revision })
          : [],
    })),
  );

const content: Content = async (frame, ask, may) => {
  const desk = { frame, ask, may };
  const [page, batches, [prepare]] = await Promise.all([
    ask('contributions', { filter: { stage: 'recommended' }, limit: 200, cursor: null }),
    batchesOf(desk),
    openAtAll(desk, prepareActs, { given: {}, then: '/decisions' }),
  ]);
  const untold = prepare?.choices['items']?.length ?? 0;
  return (
    <DecisionsPage
      frame={frame}
      waiting={'code' in page ? [] : page.items}
      batches={batches}
      prepare={untold === 0 ? null : (prepare ?? null)}
      untold={untold}
    />
  );
};

/** Decisions on contributions, and when they are told. */
@ApiExcludeController()
@Controller()
export class DecisionsController {
  readonly #pages: Pages;

  constructor(@Inject(Pages) pages: Pages) {
    this.#pages = pages;
  }

  @ShowsPage(secretariatPages.decisions)
  decisions(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.show(secretariatPages.decisions, request, reply, content);
  }
}
