import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import { ThemesDto } from '../input/shared.dto.ts';
import { DecisionDto, RecommendationDto } from './triage.dto.ts';

@ApiTags('topics')
@Controller('api/v1/topics')
export class TopicsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Post(':topicId/acknowledge')
  @CommandOperation('Confirms receipt.')
  acknowledge(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'acknowledgeTopic', { topicId });
  }

  @Post(':topicId/classify')
  @CommandOperation('Confirms or changes the themes.')
  classify(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: ThemesDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'classifyTopic', { topicId, ...body });
  }

  @Post(':topicId/recommend')
  @CommandOperation('Recommends an outcome to whoever decides.')
  recommend(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: RecommendationDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'recommendTopic', { topicId, ...body });
  }

  @Post(':topicId/accept')
  @CommandOperation('Accepts; by another person than the one who prepared it.')
  accept(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'acceptTopic', { topicId, ...body });
  }

  @Post(':topicId/decline')
  @CommandOperation('Declines with a coded reason and a text.')
  decline(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'declineTopic', { topicId, ...body });
  }
}
