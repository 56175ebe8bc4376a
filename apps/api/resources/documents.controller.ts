import { Body, Controller, Get, Inject, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { Refusal } from '../problem.ts';
import { documentMediaTypes } from '../input/document-media-types.ts';
import { asStreamable } from './attachments.dto.ts';
import { headerOf } from './brand.ts';
import { ConfirmDocumentDto, CorrigendumDto, SupersedeDocumentDto } from './documents.dto.ts';

@ApiTags('documents')
@Controller('api/v1/documents')
export class DocumentsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Working documents; unconfirmed ones for the Secretariat.')
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'documents'>> {
    return this.#gateway.query(request, reply, 'documents', {});
  }

  @Get('references')
  @QueryOperation('What the documents cite, and what is cited and not there.')
  references(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'referenceGraph'>> {
    return this.#gateway.query(request, reply, 'referenceGraph', {});
  }

  @Get(':documentId')
  @QueryOperation('One document with its paragraphs.')
  read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('documentId') documentId: string,
  ): Promise<NonNullable<QueryAnswer<'documentText'>>> {
    return this.#gateway.one(request, reply, 'documentText', { documentId });
  }

  @Get(':documentId/source')
  @QueryOperation('The document as it was received, byte for byte: for saving, never for showing.')
  @ApiProduces('application/octet-stream')
  async source(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('documentId') documentId: string,
  ): Promise<StreamableFile> {
    return asStreamable(await this.#gateway.one(request, reply, 'documentSource', { documentId }), reply);
  }

  @Post()
  @CommandOperation('Imports a working document from its bytes, text, DOCX or PDF; the same bytes again change nothing.')
  @ApiConsumes(...documentMediaTypes)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  import(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<CommandReply> {
    if (!Buffer.isBuffer(request.body)) throw new Refusal({ code: 'body.unsupported_media_type' });
    return this.#gateway.command(request, reply, 'importWorkingDocument', { bytes: request.body });
  }

  @Post(':documentId/confirm')
  @CommandOperation('A person has read the warnings and stands for the header.')
  confirm(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('documentId') documentId: string,
    @Body() { sessionId, supplied }: ConfirmDocumentDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'confirmWorkingDocument', { documentId, sessionId, supplied: headerOf(supplied) });
  }

  @Get(':documentId/difference/:laterId')
  @QueryOperation('What a later edition changes, paragraph by paragraph.')
  difference(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('documentId') documentId: string,
    @Param('laterId') laterId: string,
  ): Promise<NonNullable<QueryAnswer<'documentDifference'>>> {
    return this.#gateway.one(request, reply, 'documentDifference', { documentId, laterId });
  }

  @Post(':documentId/supersede')
  @CommandOperation('A confirmed later edition takes its place; what it changes is recorded.')
  supersede(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('documentId') documentId: string,
    @Body() body: SupersedeDocumentDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'supersedeWorkingDocument', { documentId, ...body });
  }

  @Post(':documentId/corrigenda')
  @CommandOperation('Puts words right by a numbered corrigendum; the bytes stay.')
  correct(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('documentId') documentId: string,
    @Body() body: CorrigendumDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'correctWorkingDocument', { documentId, ...body });
  }
}
