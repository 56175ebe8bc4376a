import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import { AskWebhookReplayDto, RegisterWebhookDto, RotateWebhookSecretDto } from './webhooks.dto.ts';

@ApiTags('webhooks')
@Controller('api/v1/webhooks')
export class WebhooksController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Post()
  @CommandOperation('Lets a program be told of what is recorded from now on, by Standard Webhooks.')
  register(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: RegisterWebhookDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'registerWebhook', body);
  }

  @Post(':endpointId/secret-rotations')
  @CommandOperation('Replaces the secret; for the hours that are asked for, notices carry a signature with either.')
  rotate(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('endpointId') endpointId: string,
    @Body() body: RotateWebhookSecretDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'rotateWebhookSecret', { ...body, endpointId });
  }

  @Post(':endpointId/disable')
  @CommandOperation('Ends the telling of the program.')
  disable(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('endpointId') endpointId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'disableWebhook', { endpointId, reason: 'not_wanted' });
  }

  @Post(':endpointId/enable')
  @CommandOperation('Takes it up again: what was recorded meanwhile is told now.')
  enable(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('endpointId') endpointId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'enableWebhook', { endpointId });
  }

  @Post(':endpointId/replays')
  @CommandOperation('Tells the program once more of what is recorded from a ledger size on, under the ids of the first time.')
  replay(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('endpointId') endpointId: string,
    @Body() body: AskWebhookReplayDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'askWebhookReplay', { ...body, endpointId });
  }
}
