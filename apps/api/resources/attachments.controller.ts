import { Body, Controller, Get, Inject, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { parameters, wholeNumber } from '../headers.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { Refusal } from '../problem.ts';
import { uploadFields } from '../uploads.ts';
import { asStreamable, DeletionDto, EditionReasonDto, ReasonDto, ReleaseDto, toTarget, uploadBody } from './attachments.dto.ts';

const anyId = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const yesOrNo = /^(true|false)?$/;

@ApiTags('attachments')
@Controller('api/v1/attachments')
export class AttachmentsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Files that hang on an object, with hash, size and type of every edition.')
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'attachments'>> {
    const { object, id } = parameters(request, ['object', 'id']);
    if (object === undefined || id === undefined)
      throw new Refusal({ code: 'query.bad_value', parameter: object === undefined ? 'object' : 'id' });
    return this.#gateway.query(request, reply, 'attachments', { object, id });
  }

  @Get('deletions')
  @QueryOperation('Files whose bytes somebody asked to be deleted; for the Secretariat.')
  deletions(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'deletionsRequested'>> {
    return this.#gateway.query(request, reply, 'deletionsRequested', {});
  }

  @Get(':attachmentId')
  @QueryOperation('One file with its editions.')
  read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('attachmentId') attachmentId: string,
  ): Promise<NonNullable<QueryAnswer<'attachment'>>> {
    return this.#gateway.one(request, reply, 'attachment', { attachmentId });
  }

  @Get(':attachmentId/content')
  @QueryOperation('The bytes of an edition, the last without one: for saving, never for showing.')
  @ApiProduces('application/octet-stream')
  async content(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('attachmentId') attachmentId: string,
  ): Promise<StreamableFile> {
    const { edition } = parameters(request, ['edition']);
    const args = { attachmentId, edition: edition === undefined ? null : wholeNumber(edition) };
    return asStreamable(await this.#gateway.one(request, reply, 'attachmentBytes', args), reply);
  }

  @Post()
  @CommandOperation('Hands in a file for an object, or for a draft of the own Member; up to 25 MB.')
  @ApiConsumes('multipart/form-data')
  @ApiBody(uploadBody({ object: 'What it hangs on.', id: 'Which one.', forMember: 'true when the Secretariat hands it in as received.' }))
  file(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<CommandReply> {
    return this.#gateway.upload(request, (upload) => {
      const { object, id, forMember } = uploadFields(upload, { object: /^[a-z]{1,40}$/, id: anyId, forMember: yesOrNo });
      const { name, stagedId } = upload;
      const input = { owner: toTarget(object, id), name, stagedId, forMember: forMember === 'true' };
      return this.#gateway.command(request, reply, 'fileAttachment', input);
    });
  }

  @Post(':attachmentId/editions')
  @CommandOperation('Hands in a newer edition; the earlier ones stay.')
  @ApiConsumes('multipart/form-data')
  @ApiBody(uploadBody({}))
  edition(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('attachmentId') attachmentId: string,
  ): Promise<CommandReply> {
    return this.#gateway.upload(request, (upload) => {
      uploadFields(upload, {});
      const { name, stagedId } = upload;
      return this.#gateway.command(request, reply, 'fileAttachmentEdition', { attachmentId, name, stagedId });
    });
  }

  @Post(':attachmentId/withdraw')
  @CommandOperation('Takes the file away from its object; what was filed stays on record.')
  withdraw(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('attachmentId') attachmentId: string,
    @Body() body: ReasonDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'withdrawAttachment', { ...body, attachmentId });
  }

  @Post(':attachmentId/release')
  @CommandOperation('Lets others read a file of the Secretariat from now on.')
  release(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('attachmentId') attachmentId: string,
    @Body() body: ReleaseDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'releaseAttachment', { ...body, attachmentId });
  }

  @Post(':attachmentId/editions/:edition/deletion')
  @CommandOperation('Asks for the bytes of an edition to be deleted; a second person decides.')
  askDeletion(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('attachmentId') attachmentId: string,
    @Param('edition') edition: string,
    @Body() body: DeletionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'requestAttachmentDeletion', { ...body, attachmentId, edition: wholeNumber(edition) });
  }

  @Post(':attachmentId/editions/:edition/deletion/refuse')
  @CommandOperation('Refuses the deletion that somebody asked for.')
  refuseDeletion(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('attachmentId') attachmentId: string,
    @Param('edition') edition: string,
    @Body() body: EditionReasonDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'refuseAttachmentDeletion', { ...body, attachmentId, edition: wholeNumber(edition) });
  }

  @Post(':attachmentId/editions/:edition/deletion/approve')
  @CommandOperation('A second person decides: the bytes go, the hash stays.')
  approveDeletion(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('attachmentId') attachmentId: string,
    @Param('edition') edition: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'approveAttachmentDeletion', { attachmentId, edition: wholeNumber(edition) });
  }
}
