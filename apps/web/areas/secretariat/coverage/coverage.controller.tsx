import { Controller, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ContributionFilter } from '../../../../../libs/application/src/index.ts';
import { Pages, type Content } from '../../../pages.ts';
import { ShowsPage } from '../../../page-routes.ts';
import { secretariatPages } from '../secretariat.pages.ts';
import { CoveragePage } from './coverage.page.tsx';
import type { Counted } from './matrix.tsx';
import { ReceivedPage } from './received.page.tsx';

type Asked = Readonly<Record<string, string>>;

const countedBy = ({ count }: Asked): Counted => (count === 'topics' || count === 'practices' ? count : 'all');

const filterOf = ({ theme, region, community, member, kind }: Asked): ContributionFilter => ({
  standing: 'true',
  ...(theme ? { theme } : {}),
  ...(region ? { region } : {}),
  ...(community ? { community } : {}),
  ...(member ? { member } : {}),
  ...(kind === 'topic' || kind === 'practice' ? { kind } : {}),
});

const matrix: Content = async (frame, ask) => {
  const view = await ask('coverage', { callId: frame.asked['call'] ?? null });
  const by = frame.asked['by'] === 'community' ? 'community' : 'region';
  return view === null ? null : <CoveragePage frame={frame} view={view} by={by} counted={countedBy(frame.asked)} />;
};

const received: Content = async (frame, ask) => {
  const { asked: fields } = frame;
  const page = await ask('contributions', { filter: filterOf(fields), limit: 50, cursor: fields['after'] ?? null });
  const { after: _after, asOf: _asOf, ...parameters } = fields;
  return 'code' in page ? null : <ReceivedPage frame={frame} page={page} parameters={parameters} />;
};

/** What a call brought, as figures and as a list. */
@ApiExcludeController()
@Controller()
export class CoverageController {
  readonly #pages: Pages;

  constructor(@Inject(Pages) pages: Pages) {
    this.#pages = pages;
  }

  @ShowsPage(secretariatPages.coverage)
  coverage(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.show(secretariatPages.coverage, request, reply, matrix);
  }

  @ShowsPage(secretariatPages.received)
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.show(secretariatPages.received, request, reply, received);
  }
}
