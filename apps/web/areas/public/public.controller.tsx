import { Controller, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ShowsPage } from '../../page-routes.ts';
import { Pages } from '../../pages.ts';
import { AgendaPage } from './agenda.page.tsx';
import { CopyPage } from './copy.page.tsx';
import { DocumentPage } from './document.page.tsx';
import { publicPages } from './public.pages.ts';
import { HomePage } from './home.page.tsx';
import { LineOriginPage } from './line-origin.page.tsx';
import { DocumentsPage, GuidanceRegisterPage, MembersPage } from './registers.page.tsx';

const wholeNumber = (raw: string): number => (/^\d{1,9}$/.test(raw) ? Number(raw) : 0);

/** Pages that everybody may read. */
@ApiExcludeController()
@Controller()
export class PublicController {
  readonly #pages: Pages;

  constructor(@Inject(Pages) pages: Pages) {
    this.#pages = pages;
  }

  @ShowsPage(publicPages.home)
  home(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.draw(request, reply, async (frame, ask) => <HomePage frame={frame} status={await ask('conferenceStatus', {})} />);
  }

  @ShowsPage(publicPages.latestAgenda)
  latestAgenda(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
  ): Promise<string> {
    return this.#agenda(request, reply, agendaId, null);
  }

  @ShowsPage(publicPages.agendaVersion)
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
      const [members, themes, versions] = await Promise.all([
        ask('members', { onDate: null }),
        ask('themeSet', { themeSetId: 'ptc', version: null }),
        ask('agendaVersions', { agendaId }),
      ]);
      return <AgendaPage frame={frame} version={version} members={members} themes={themes} versions={versions} />;
    });
  }

  @ShowsPage(publicPages.lineOrigin)
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

  @ShowsPage(publicPages.guidance)
  guidance(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.draw(request, reply, async (frame, ask) => (
      <GuidanceRegisterPage frame={frame} requests={await ask('guidanceRegister', {})} />
    ));
  }

  @ShowsPage(publicPages.documents)
  documents(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.draw(request, reply, async (frame, ask) => <DocumentsPage frame={frame} documents={await ask('documents', {})} />);
  }

  @ShowsPage(publicPages.document)
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

  @ShowsPage(publicPages.members)
  members(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.draw(request, reply, async (frame, ask) => {
      const [members, groupings] = await Promise.all([ask('members', { onDate: null }), ask('groupings', { onDate: null })]);
      return <MembersPage frame={frame} members={members} groupings={groupings} />;
    });
  }

  @ShowsPage(publicPages.copy)
  copy(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.draw(request, reply, (frame) =>
      Promise.resolve(frame.copy === null ? null : <CopyPage frame={frame} copy={frame.copy} />),
    );
  }

  @ShowsPage(publicPages.nothing)
  nothing(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.draw(request, reply, () => Promise.resolve(null));
  }
}
