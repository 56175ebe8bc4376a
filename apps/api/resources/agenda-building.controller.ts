import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import { SessionAgendaDto, AgendaTitleDto, AgendaReasonDto, BeforeDto, ProceduralItemDto, CarryItemDto } from './agenda-building.dto.ts';

@ApiTags('agendas')
@Controller('api/v1/agendas')
export class AgendaBuildingController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Post('for-sessions')
  @CommandOperation('Opens the agenda of a session.')
  openSessionAgenda(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: SessionAgendaDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'openSessionAgenda', body);
  }

  @Post(':agendaId/title')
  @CommandOperation('Gives the agenda another title.')
  retitleAgenda(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: AgendaTitleDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'retitleAgenda', { ...body, agendaId });
  }

  @Post(':agendaId/headings/:headingId/title')
  @CommandOperation('Gives a heading another title.')
  retitleAgendaHeading(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('headingId') headingId: string,
    @Body() body: AgendaTitleDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'retitleAgendaHeading', { ...body, agendaId, headingId });
  }

  @Post(':agendaId/headings/:headingId/move')
  @CommandOperation('Puts a heading before another; its number stays.')
  moveAgendaHeading(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('headingId') headingId: string,
    @Body() body: BeforeDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'moveAgendaHeading', { ...body, agendaId, headingId });
  }

  @Post(':agendaId/headings/:headingId/remove')
  @CommandOperation('Removes an empty heading; its number is not given again.')
  removeAgendaHeading(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('headingId') headingId: string,
    @Body() body: AgendaReasonDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'removeAgendaHeading', { ...body, agendaId, headingId });
  }

  @Post(':agendaId/procedural-items')
  @CommandOperation('Adds an item that no topic stands behind: opening, adoption of the agenda, closing.')
  addProceduralAgendaItem(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: ProceduralItemDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'addProceduralAgendaItem', { ...body, agendaId });
  }

  @Post(':agendaId/carried-items')
  @CommandOperation('Takes over an item that an earlier session carried forward to this one.')
  carryAgendaItem(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: CarryItemDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'carryAgendaItem', { ...body, agendaId });
  }
}
