import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import { CarryOverDto, DeferralDto, LateRulingDto, PlaceDto } from './contribution.dto.ts';
import { DecisionDto, RecommendationDto } from './triage.dto.ts';

@ApiTags('topics')
@Controller('api/v1/topics')
export class TopicJudgementController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Post(':topicId/late-ruling')
  @CommandOperation('The Chair rules whether something late reaches the agenda.')
  ruleOnLate(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: LateRulingDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'ruleOnLateTopic', { topicId, ...body });
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

  @Post(':topicId/defer')
  @CommandOperation('Puts it off to a named session, where it comes back by itself.')
  defer(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: DeferralDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'deferTopic', { topicId, ...body });
  }

  @Post(':topicId/reconsider')
  @CommandOperation('Opens a decision again; the earlier one stays visible.')
  reconsider(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'reconsiderTopic', { topicId, ...body });
  }

  @Post(':topicId/grant-review')
  @CommandOperation('The Chair opens again what was declined.')
  grantReview(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'grantTopicReview', { topicId, ...body });
  }

  @Post(':topicId/refuse-review')
  @CommandOperation('The Chair has looked again and leaves the decision.')
  refuseReview(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'refuseTopicReview', { topicId, ...body });
  }

  @Post(':topicId/carry-over')
  @CommandOperation('Takes it up again in the session it was put off to.')
  carryOver(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: CarryOverDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'carryTopicOver', { topicId, ...body });
  }

  @Post(':topicId/discussed')
  @CommandOperation('Records that the body has dealt with it.')
  recordDiscussed(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: PlaceDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'recordTopicDiscussed', { topicId, ...body });
  }

  @Post(':topicId/close')
  @CommandOperation('Closes what was discussed, or declined and told.')
  close(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'closeTopic', { topicId });
  }
}
