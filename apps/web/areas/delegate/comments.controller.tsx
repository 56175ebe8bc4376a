import { Controller, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { itemLabel } from '../../../../libs/domain/src/index.ts';
import { oneOf, text, type FieldReader } from '../../forms/read-fields.ts';
import { code } from '../../forms/read-fields.ts';
import { command, type Given } from '../../giving.ts';
import { ShowsPage, TakesForm, type FormEntry } from '../../page-routes.ts';
import { Pages, type Content } from '../../pages.ts';
import { CommentsPage } from './comments.page.tsx';
import { delegateForms, delegatePages } from './delegate.pages.ts';

interface Target {
  readonly kind: 'item' | 'slot';
  readonly id: string;
}

/** `item:…` or `slot:…`. */
const target: FieldReader<Target> = (fields, name) => {
  const read = code(fields, name);
  if ('problem' in read) return read;
  const [kind = '', id = ''] = read.value.split(':');
  return { value: { kind: kind === 'slot' ? 'slot' : 'item', id } };
};

const commentFields = {
  target,
  kind: oneOf(['support', 'amend', 'object', 'offer_speaker']),
  language: oneOf(['en', 'fr']),
  text: text(4_000),
} as const;

/** Comments on the circulated draft of an agenda. */
@ApiExcludeController()
@Controller()
export class CommentsController {
  readonly #pages: Pages;

  constructor(@Inject(Pages) pages: Pages) {
    this.#pages = pages;
  }

  #content(agendaId: string): Content {
    return async (frame, ask, may) => {
      const { language, standing } = frame;
      const comments = await ask('agendaComments', { agendaId });
      if (comments === null) return null;
      const version = await ask('agendaVersion', { agendaId, version: null });
      const targets = (version?.content.headings ?? []).flatMap(({ number, items }) =>
        items.map((item) => ({ value: `item:${item.itemId}`, label: `${itemLabel(number, item.letter)} ${item.title[language]}` })),
      );
      const isOpen = frame.asOf === null && comments.commentsUntil !== null && standing.now <= comments.commentsUntil;
      return <CommentsPage frame={frame} comments={comments} targets={targets} mayComment={isOpen && (await may('commentOnAgenda'))} />;
    };
  }

  @ShowsPage(delegatePages.comments)
  show(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
  ): Promise<string> {
    return this.#pages.show(delegatePages.comments, request, reply, this.#content(agendaId));
  }

  @TakesForm(delegateForms.comment)
  comment(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
  ): Promise<string> {
    return this.#pages.give(request, reply, {
      form: delegateForms.comment,
      page: delegatePages.comments,
      content: this.#content(agendaId),
      fields: commentFields,
      command: ({ target: on, kind, language, text: said }) =>
        command('commentOnAgenda', { agendaId, target: on, kind, text: language === 'en' ? { en: said } : { fr: said } }),
      then: () => `/agendas/${agendaId}/comments`,
    });
  }

  @TakesForm(delegateForms.cosign)
  cosign(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('commentId') commentId: string,
  ): Promise<string> {
    return this.#giveOn(request, reply, delegateForms.cosign, agendaId, command('cosignAgendaComment', { agendaId, commentId }));
  }

  @TakesForm(delegateForms.takeBack)
  takeBack(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('commentId') commentId: string,
  ): Promise<string> {
    return this.#giveOn(request, reply, delegateForms.takeBack, agendaId, command('withdrawAgendaComment', { agendaId, commentId }));
  }

  /** A button beside a comment: nothing is typed. */
  #giveOn(request: FastifyRequest, reply: FastifyReply, form: FormEntry, agendaId: string, given: Given): Promise<string> {
    return this.#pages.give(request, reply, {
      form,
      page: delegatePages.comments,
      content: this.#content(agendaId),
      fields: {},
      command: () => given,
      then: () => `/agendas/${agendaId}/comments`,
    });
  }
}
