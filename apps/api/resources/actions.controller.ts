import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import { ActionEvidenceDto, CarryOverDto, OpenActionDto, ReasonedDto } from './decisions.dto.ts';

@ApiTags('actions')
@Controller('api/v1/actions')
export class ActionsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
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
