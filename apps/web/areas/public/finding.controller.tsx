import { Controller, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { searchKinds } from '../../../../libs/application/src/index.ts';
import { ShowsPage } from '../../page-routes.ts';
import { Pages } from '../../pages.ts';
import { ComparePage } from './compare.page.tsx';
import { LedgerPage } from './ledger.page.tsx';
import { publicPages } from './public.pages.ts';
import { SearchPage } from './search.page.tsx';

const versionAsked = (raw: string | undefined, otherwise: number): number => (/^\d{1,6}$/.test(raw ?? '') ? Number(raw) : otherwise);

/** Search, comparison of versions, and the ledger: for everybody, too. */
@ApiExcludeController()
@Controller()
export class FindingController {
  readonly #pages: Pages;

  constructor(@Inject(Pages) pages: Pages) {
    this.#pages = pages;
  }

  @ShowsPage(publicPages.search)
  search(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.show(publicPages.search, request, reply, async (frame, ask) => {
      const { q = '', kind, cursor } = frame.asked;
      const words = q.slice(0, 200).trim();
      const kinds = searchKinds.filter((one) => one === kind);
      const found = words === '' ? null : await ask('search', { words, kinds, language: null, limit: 20, cursor: cursor ?? null });
      return <SearchPage frame={frame} found={found === null || 'code' in found ? null : found} />;
    });
  }

  @ShowsPage(publicPages.compare)
  compare(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
  ): Promise<string> {
    return this.#pages.show(publicPages.compare, request, reply, async (frame, ask) => {
      const versions = await ask('agendaVersions', { agendaId });
      const newest = versions[0]?.version ?? 0;
      const to = versionAsked(frame.asked['to'], newest);
      const from = versionAsked(frame.asked['from'], Math.max(1, to - 1));
      const [before, after, difference] = await Promise.all([
        ask('agendaVersion', { agendaId, version: from }),
        ask('agendaVersion', { agendaId, version: to }),
        ask('agendaDifference', { agendaId, from, to, ignore: [], only: [] }),
      ]);
      if (before === null || after === null || difference === null) return null;
      return <ComparePage frame={frame} versions={versions} from={before} to={after} difference={difference} />;
    });
  }

  @ShowsPage(publicPages.ledger)
  ledger(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.show(publicPages.ledger, request, reply, async (frame, ask) => {
      const checkpoint = await ask('ledgerCheckpoint', {});
      return <LedgerPage frame={frame} note={'note' in checkpoint ? checkpoint.note : null} />;
    });
  }
}
