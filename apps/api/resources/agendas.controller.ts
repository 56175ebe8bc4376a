import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { wholeNumber } from '../headers.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { ApprovalDto, ChangeNoteDto, HeadingDto, ItemDto, OmissionDto, OpenAgendaDto, RemarkDto } from './agendas.dto.ts';

@ApiTags('agendas')
@Controller('api/v1/agendas')
export class AgendasController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Post()
  @CommandOperation('Opens the working agenda of a conference.')
  open(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: OpenAgendaDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'openAgenda', body);
  }

  @Get(':agendaId/working')
  @QueryOperation('The agenda being built; for the Secretariat.')
  working(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
  ): Promise<NonNullable<QueryAnswer<'workingAgenda'>>> {
    return this.#gateway.one(request, reply, 'workingAgenda', { agendaId });
  }

  @Get(':agendaId')
  @QueryOperation('The latest published version.')
  latest(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
  ): Promise<NonNullable<QueryAnswer<'agendaVersion'>>> {
    return this.#gateway.one(request, reply, 'agendaVersion', { agendaId, version: null });
  }

  @Get(':agendaId/versions')
  @QueryOperation('Published versions, newest first.')
  versions(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
  ): Promise<QueryAnswer<'agendaVersions'>> {
    return this.#gateway.query(request, reply, 'agendaVersions', { agendaId });
  }

  @Get(':agendaId/versions/:version')
  @QueryOperation('One published version, frozen.')
  version(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('version') version: string,
  ): Promise<NonNullable<QueryAnswer<'agendaVersion'>>> {
    return this.#gateway.one(request, reply, 'agendaVersion', { agendaId, version: wholeNumber(version) });
  }

  @Get(':agendaId/versions/:version/lines/:itemId')
  @QueryOperation('Why a line is on the agenda, back to the paragraph that asked for it.')
  line(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('version') version: string,
    @Param('itemId') itemId: string,
  ): Promise<NonNullable<QueryAnswer<'agendaLineOrigin'>>> {
    return this.#gateway.one(request, reply, 'agendaLineOrigin', { agendaId, version: wholeNumber(version), itemId });
  }

  @Post(':agendaId/headings')
  @CommandOperation('Adds a heading.')
  addHeading(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: HeadingDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'addAgendaHeading', { ...body, agendaId });
  }

  @Post(':agendaId/items')
  @CommandOperation('Places an accepted topic.')
  addItem(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: ItemDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'addAgendaItem', { ...body, agendaId });
  }

  @Post(':agendaId/omissions')
  @CommandOperation('Says why a priority is not on the agenda.')
  justifyOmission(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: OmissionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'justifyPriorityOmission', { ...body, agendaId });
  }

  @Post(':agendaId/propose')
  @CommandOperation('Proposes the next version.')
  propose(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: ChangeNoteDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'proposeAgendaVersion', { ...body, agendaId });
  }

  @Post(':agendaId/return')
  @CommandOperation('Sends the proposed version back.')
  returnVersion(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: RemarkDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'returnAgendaVersion', { ...body, agendaId });
  }

  @Post(':agendaId/approve')
  @CommandOperation('Approves what somebody else proposed.')
  approve(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: ApprovalDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'approveAgendaVersion', { ...body, agendaId });
  }

  @Post(':agendaId/publish')
  @CommandOperation('Publishes the approved version.')
  publish(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'publishAgendaVersion', { agendaId });
  }
}
