import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import { ThemesDto } from '../input/shared.dto.ts';
import { ClarificationDto, CompletenessDto, PairDto, SplitDto } from './contribution.dto.ts';
import { DecisionDto } from './triage.dto.ts';

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

  @Post(':topicId/start-triage')
  @CommandOperation('Says that somebody is looking at it.')
  startTriage(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'startTopicTriage', { topicId });
  }

  @Post(':topicId/assess-completeness')
  @CommandOperation('Says whether everything needed is there, apart from merit.')
  assessCompleteness(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: CompletenessDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'assessTopicCompleteness', { topicId, ...body });
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

  @Post(':topicId/flag-sensitive')
  @CommandOperation('Marks it as sensitive for those who handle it.')
  flagSensitive(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'flagTopicSensitive', { topicId, ...body });
  }

  @Post(':topicId/lift-sensitive-flag')
  @CommandOperation('Takes the mark of sensitivity off.')
  liftSensitiveFlag(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'liftTopicSensitiveFlag', { topicId, ...body });
  }

  @Post(':topicId/request-clarification')
  @CommandOperation('Asks the Member something; the clock pauses until the answer.')
  requestClarification(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: ClarificationDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'requestTopicClarification', { topicId, ...body });
  }

  @Post(':topicId/confirm-duplicate')
  @CommandOperation('Rules that two contributions ask for the same; both are kept.')
  confirmDuplicate(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: PairDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'confirmTopicDuplicate', { topicId, ...body });
  }

  @Post(':topicId/rule-out-duplicate')
  @CommandOperation('Rules that two contributions are no duplicates.')
  ruleOutDuplicate(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: PairDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'ruleOutTopicDuplicate', { topicId, ...body });
  }

  @Post(':topicId/undo-duplicate-ruling')
  @CommandOperation('Takes a ruling on a pair back.')
  undoDuplicateRuling(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: PairDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'undoTopicDuplicateRuling', { topicId, ...body });
  }

  @Post(':topicId/split')
  @CommandOperation('Divides a topic that asks for several things.')
  split(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: SplitDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'splitTopic', { topicId, ...body });
  }
}
