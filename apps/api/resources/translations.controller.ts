import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { oneOf, parameters } from '../headers.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { Refusal } from '../problem.ts';
import { AssignmentDto, DeliveryDto, EditionDto, ReturnDto, RevisionDto, toAssignment, TranslationRequestDto } from './translations.dto.ts';

@ApiTags('translations')
@Controller('api/v1/translations')
export class TranslationsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Translations of an object, as far as the caller may read them.')
  @ApiQuery({ name: 'object', description: 'topic, practice or document.' })
  @ApiQuery({ name: 'id', description: 'Which one.' })
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'translations'>> {
    const { object, id } = parameters(request, ['object', 'id']);
    if (object === undefined || id === undefined)
      throw new Refusal({ code: 'query.bad_value', parameter: object === undefined ? 'object' : 'id' });
    return this.#gateway.query(request, reply, 'translations', { object, id });
  }

  @Get('queue')
  @QueryOperation('What waits to be translated or to be revised, oldest first; for the Secretariat.')
  @ApiQuery({ name: 'waitsFor', required: false, enum: ['translator', 'reviser'], description: 'For whom; for revisers unless told.' })
  queue(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'translationQueue'>> {
    const { waitsFor: asked } = parameters(request, ['waitsFor']);
    const waitsFor = oneOf('waitsFor', asked, ['translator', 'reviser']) ?? 'reviser';
    return this.#gateway.query(request, reply, 'translationQueue', { waitsFor });
  }

  @Post()
  @CommandOperation('Asks for a title, a text or a document in the other working language.')
  request(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: TranslationRequestDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'requestTranslation', { subject: body });
  }

  @Post(':translationId/assign')
  @CommandOperation('Gives it to somebody to translate; nobody else then delivers it.')
  assign(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('translationId') translationId: string,
    @Body() body: AssignmentDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'assignTranslation', toAssignment(body, translationId));
  }

  @Post(':translationId/deliver')
  @CommandOperation('Delivers an edition of the translation.')
  deliver(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('translationId') translationId: string,
    @Body() body: DeliveryDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'deliverTranslation', { ...body, translationId });
  }

  @Post(':translationId/revise')
  @CommandOperation('Puts on record that a reviser has read it against its source, with or without changes.')
  revise(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('translationId') translationId: string,
    @Body() body: RevisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'reviseTranslation', { ...body, translationId });
  }

  @Post(':translationId/certify')
  @CommandOperation('Stands for an edition; by nobody who wrote any of its words.')
  certify(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('translationId') translationId: string,
    @Body() body: EditionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'certifyTranslation', { ...body, translationId });
  }

  @Post(':translationId/return')
  @CommandOperation('Gives an edition back with what is wrong with it.')
  giveBack(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('translationId') translationId: string,
    @Body() body: ReturnDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'returnTranslation', { ...body, translationId });
  }

  @Post(':translationId/source')
  @CommandOperation('Puts on record that the other language has changed: what was translated is stale.')
  noteSource(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('translationId') translationId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'noteTranslationSource', { translationId });
  }
}
