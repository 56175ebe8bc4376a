import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { ActionEvidenceDto, CarryOverDto, OpenActionDto, ReasonedDto } from './decisions.dto.ts';

@ApiTags('actions')
@Controller('api/v1/actions')
export class ActionsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Actions by due session: who owes what, what is overdue.')
  @ApiQuery({ name: 'owner', required: false })
  @ApiQuery({ name: 'dueSessionId', required: false })
  @ApiQuery({ name: 'overdue', required: false, enum: ['true', 'false'] })
  list(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('owner') owner?: string,
    @Query('dueSessionId') dueSessionId?: string,
    @Query('overdue') overdue?: string,
  ): Promise<QueryAnswer<'actions'>> {
    return this.#gateway.query(request, reply, 'actions', {
      ...(owner === undefined ? {} : { owner }),
      ...(dueSessionId === undefined ? {} : { dueSessionId }),
      ...(overdue === undefined ? {} : { overdue: overdue === 'true' }),
    });
  }

  @Get(':actionId')
  @QueryOperation('One action.')
  read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('actionId') actionId: string,
  ): Promise<NonNullable<QueryAnswer<'action'>>> {
    return this.#gateway.one(request, reply, 'action', { actionId });
  }

  @Post('')
  @CommandOperation('Opens a follow-up with an owner and a due session.')
  open(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: OpenActionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'openAction', body);
  }

  @Post(':actionId/start')
  @CommandOperation('Says that work has begun.')
  start(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('actionId') actionId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'startAction', { actionId });
  }

  @Post(':actionId/evidence')
  @CommandOperation('Files a confirmed document as evidence.')
  fileEvidence(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('actionId') actionId: string,
    @Body() body: ActionEvidenceDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'fileActionEvidence', { actionId, ...body });
  }

  @Post(':actionId/complete')
  @CommandOperation('Says that an action is done; by another than who filed its evidence.')
  complete(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('actionId') actionId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'completeAction', { actionId });
  }

  @Post(':actionId/carry-forward')
  @CommandOperation('Carries an action forward to a later session.')
  carryForward(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('actionId') actionId: string,
    @Body() body: CarryOverDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'carryActionForward', { actionId, ...body });
  }

  @Post(':actionId/drop')
  @CommandOperation('Gives an action up, with a reason.')
  drop(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('actionId') actionId: string,
    @Body() body: ReasonedDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'dropAction', { actionId, ...body });
  }
}
