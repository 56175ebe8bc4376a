import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import { AgendaTitleDto, MoveItemDto, AnnotationDto, ActionLabelsDto, RemoveItemDto, PinDocumentDto } from './agenda-building.dto.ts';

@ApiTags('agendas')
@Controller('api/v1/agendas')
export class AgendaItemsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Post(':agendaId/items/:itemId/move')
  @CommandOperation('Puts an item before another, under the same heading or another.')
  moveAgendaItem(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('itemId') itemId: string,
    @Body() body: MoveItemDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'moveAgendaItem', { ...body, agendaId, itemId });
  }

  @Post(':agendaId/items/:itemId/title')
  @CommandOperation('Gives an item another title.')
  retitleAgendaItem(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('itemId') itemId: string,
    @Body() body: AgendaTitleDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'retitleAgendaItem', { ...body, agendaId, itemId });
  }

  @Post(':agendaId/items/:itemId/annotation')
  @CommandOperation('Says for the annotated agenda what an item is about and what is asked.')
  annotateAgendaItem(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('itemId') itemId: string,
    @Body() body: AnnotationDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'annotateAgendaItem', { ...body, agendaId, itemId });
  }

  @Post(':agendaId/items/:itemId/action-labels')
  @CommandOperation('Asks the body for something else on an item.')
  changeAgendaActionLabels(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('itemId') itemId: string,
    @Body() body: ActionLabelsDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'changeAgendaActionLabels', { ...body, agendaId, itemId });
  }

  @Post(':agendaId/items/:itemId/remove')
  @CommandOperation('Takes an item off the agenda; its letter is not given again.')
  removeAgendaItem(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('itemId') itemId: string,
    @Body() body: RemoveItemDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'removeAgendaItem', { ...body, agendaId, itemId });
  }

  @Post(':agendaId/items/:itemId/refresh')
  @CommandOperation('Brings an item up to the present edition and sponsors of its topic.')
  refreshAgendaItemTopic(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('itemId') itemId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'refreshAgendaItemTopic', { agendaId, itemId });
  }

  @Post(':agendaId/items/:itemId/documents')
  @CommandOperation('Refers an item to a confirmed document by the hash of its bytes; a later edition takes the place of an earlier.')
  pinAgendaDocument(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('itemId') itemId: string,
    @Body() body: PinDocumentDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'pinAgendaDocument', { ...body, agendaId, itemId });
  }

  @Post(':agendaId/items/:itemId/documents/:documentId/remove')
  @CommandOperation('Takes a document off an item.')
  unpinAgendaDocument(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('itemId') itemId: string,
    @Param('documentId') documentId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'unpinAgendaDocument', { agendaId, itemId, documentId });
  }
}
