import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pages } from './pages.ts';
import { AgendaPage } from './pages/agenda.page.tsx';
import { DocumentPage } from './pages/document.page.tsx';
import { HomePage } from './pages/home.page.tsx';
import { LineOriginPage } from './pages/line-origin.page.tsx';
import { DocumentsPage, GuidanceRegisterPage, MembersPage } from './pages/registers.page.tsx';
import { styleSheet } from './style-sheet.ts';

const wholeNumber = (raw: string): number => (/^\d{1,9}$/.test(raw) ? Number(raw) : 0);

/** Pages that everybody may read. */
@ApiExcludeController()
@Controller()
export class WebController {
  readonly #pages: Pages;

  constructor(@Inject(Pages) pages: Pages) {
    this.#pages = pages;
  }

  @Get(['/', '/en', '/fr'])
  home(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.draw(request, reply, async (frame, ask) => <HomePage frame={frame} status={await ask('conferenceStatus', {})} />);
  }

  @Get(['/en/agendas/:agendaId', '/fr/agendas/:agendaId'])
  latestAgenda(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
  ): Promise<string> {
    return this.#agenda(request, reply, agendaId, null);
  }

  @Get(['/en/agendas/:agendaId/v/:version', '/fr/agendas/:agendaId/v/:version'])
  agendaVersion(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('version') version: string,
  ): Promise<string> {
    return this.#agenda(request, reply, agendaId, wholeNumber(version));
  }

  #agenda(request: FastifyRequest, reply: FastifyReply, agendaId: string, number: number | null): Promise<string> {
    return this.#pages.draw(request, reply, async (frame, ask) => {
      const version = await ask('agendaVersion', { agendaId, version: number });
      if (version === null) return null;
      const [members, themes] = await Promise.all([
        ask('members', { onDate: null }),
        ask('themeSet', { themeSetId: 'ptc', version: null }),
      ]);
      return <AgendaPage frame={frame} version={version} members={members} themes={themes} />;
    });
  }

  @Get(['/en/agendas/:agendaId/v/:version/items/:itemId', '/fr/agendas/:agendaId/v/:version/items/:itemId'])
  lineOrigin(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('version') version: string,
    @Param('itemId') itemId: string,
  ): Promise<string> {
    return this.#pages.draw(request, reply, async (frame, ask) => {
      const origin = await ask('agendaLineOrigin', { agendaId, version: wholeNumber(version), itemId });
      return origin === null ? null : <LineOriginPage frame={frame} origin={origin} />;
    });
  }

  @Get(['/en/guidance-requests', '/fr/guidance-requests'])
  guidance(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.draw(request, reply, async (frame, ask) => (
      <GuidanceRegisterPage frame={frame} requests={await ask('guidanceRegister', {})} />
    ));
  }

  @Get(['/en/documents', '/fr/documents'])
  documents(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.draw(request, reply, async (frame, ask) => <DocumentsPage frame={frame} documents={await ask('documents', {})} />);
  }

  @Get(['/en/documents/:documentId', '/fr/documents/:documentId'])
  document(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('documentId') documentId: string,
  ): Promise<string> {
    return this.#pages.draw(request, reply, async (frame, ask) => {
      const document = await ask('documentText', { documentId });
      return document === null ? null : <DocumentPage frame={frame} document={document} />;
    });
  }

  @Get(['/en/members', '/fr/members'])
  members(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.draw(request, reply, async (frame, ask) => {
      const [members, groupings] = await Promise.all([ask('members', { onDate: null }), ask('groupings', { onDate: null })]);
      return <MembersPage frame={frame} members={members} groupings={groupings} />;
    });
  }

  @Get(['/en/*', '/fr/*'])
  nothing(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.draw(request, reply, () => Promise.resolve(null));
  }

  @Get('/assets/:name')
  asset(@Res({ passthrough: true }) reply: FastifyReply, @Param('name') name: string): Buffer | string {
    if (name !== styleSheet.name) {
      void reply.code(404);
      return '';
    }
    void reply.headers({ 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' });
    return styleSheet.bytes;
  }
}
