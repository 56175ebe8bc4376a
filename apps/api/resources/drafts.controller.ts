import { Body, Controller, Get, Inject, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DraftView, Page, QueryAnswer } from '../../../libs/application/src/index.ts';
import { pageLimit, parameters } from '../headers.ts';
import { answerPage } from '../paging.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { asStreamable } from './attachments.dto.ts';
import { DraftDto } from '../input/shared.dto.ts';

@ApiTags('drafts')
@Controller('api/v1/drafts')
export class DraftsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Drafts of the own Member, newest first.')
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200, 50 unless told.' })
  @ApiQuery({ name: 'cursor', required: false })
  async list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Page<DraftView>> {
    const asked = parameters(request, ['limit', 'cursor']);
    const page = await this.#gateway.query(request, reply, 'drafts', { limit: pageLimit(asked.limit), cursor: asked.cursor ?? null });
    return answerPage(reply, '/api/v1/drafts', asked, page);
  }

  @Get(':draftId')
  @QueryOperation('One draft of the own Member.')
  read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('draftId') draftId: string,
  ): Promise<NonNullable<QueryAnswer<'draft'>>> {
    return this.#gateway.one(request, reply, 'draft', { draftId });
  }

  @Get(':draftId/files/:attachmentId/content')
  @QueryOperation('The bytes of a file that hangs on the draft.')
  async fileContent(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('draftId') draftId: string,
    @Param('attachmentId') attachmentId: string,
  ): Promise<StreamableFile> {
    return asStreamable(await this.#gateway.one(request, reply, 'draftFileBytes', { draftId, attachmentId }), reply);
  }

  @Post(':draftId/files/:attachmentId/remove')
  @CommandOperation('Takes a file away from the draft.')
  removeFile(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('draftId') draftId: string,
    @Param('attachmentId') attachmentId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'detachFromDraft', { draftId, attachmentId });
  }

  @Post()
  @CommandOperation('Keeps a new draft.')
  create(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() body: DraftDto): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'saveDraft', body);
  }

  @Post(':draftId')
  @CommandOperation('Keeps the draft with new content.')
  revise(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('draftId') draftId: string,
    @Body() body: DraftDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'saveDraft', { ...body, draftId });
  }

  @Post(':draftId/discard')
  @CommandOperation('Throws the draft away.')
  discard(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('draftId') draftId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'discardDraft', { draftId });
  }

  @Post(':draftId/release')
  @CommandOperation('Releases the draft to the Secretariat in the name of the Member.')
  release(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('draftId') draftId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'releaseDraft', { draftId });
  }
}
