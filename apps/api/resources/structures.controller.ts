import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { dateParameter } from './members.dto.ts';
import { ContactDto, HostDto, StatedCountDto, StructureChangeDto, StructureDto, toChange } from './structures.dto.ts';

@ApiTags('structures')
@Controller('api/v1/structures')
export class StructuresController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Regional structures in force on a date, with the counts that documents state.')
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'structureDirectory'>> {
    return this.#gateway.query(request, reply, 'structureDirectory', { onDate: dateParameter(request) });
  }

  @Post('')
  @CommandOperation('Puts a regional structure on the list.')
  register(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: StructureDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'registerStructure', body);
  }

  @Post('stated-counts')
  @CommandOperation('Records how many structures of a kind a document states.')
  stateCount(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: StatedCountDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'stateRegionalStructureCount', body);
  }

  @Post(':structureId/establish')
  @CommandOperation('Records when it was established.')
  establish(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('structureId') structureId: string,
    @Body() body: StructureChangeDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'establishRegionalStructure', { structureId, ...toChange(body) });
  }

  @Post(':structureId/host')
  @CommandOperation('Records who hosts it from a day on.')
  move(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('structureId') structureId: string,
    @Body() body: HostDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'changeRegionalStructureHost', { structureId, ...toChange(body) });
  }

  @Post(':structureId/close')
  @CommandOperation('Records from which day on it is closed.')
  close(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('structureId') structureId: string,
    @Body() body: StructureChangeDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'closeRegionalStructure', { structureId, ...toChange(body) });
  }

  @Post(':structureId/contact')
  @CommandOperation('Names whom to write to, by reference.')
  contact(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('structureId') structureId: string,
    @Body() body: ContactDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'nameRegionalStructureContact', { ...body, structureId });
  }
}
