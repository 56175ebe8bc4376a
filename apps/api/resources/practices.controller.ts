import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import { ThemesDto } from '../input/shared.dto.ts';
import { DecisionDto } from './triage.dto.ts';

@ApiTags('practices')
@Controller('api/v1/practices')
export class PracticesController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Post(':practiceId/acknowledge')
  @CommandOperation('Confirms receipt.')
  acknowledge(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'acknowledgePractice', { practiceId });
  }

  @Post(':practiceId/classify')
  @CommandOperation('Confirms or changes the themes.')
  classify(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: ThemesDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'classifyPractice', { practiceId, ...body });
  }

  @Post(':practiceId/accept')
  @CommandOperation('Accepts; by another person than the one who prepared it.')
  accept(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'acceptPractice', { practiceId, ...body });
  }

  @Post(':practiceId/decline')
  @CommandOperation('Declines with a coded reason and a text.')
  decline(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'declinePractice', { practiceId, ...body });
  }
}
