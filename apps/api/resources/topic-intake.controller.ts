import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import { AnswerDto, ContestDto, EntryDto, ReviewDto, WordingDto } from './contribution.dto.ts';
import { DecisionDto } from './triage.dto.ts';
import { asInstant, asMember } from './brand.ts';

@ApiTags('topics')
@Controller('api/v1/topics')
export class TopicIntakeController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Post('entries')
  @CommandOperation('Enters for a Member what came by mail, by note verbale or from the floor.')
  enter(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() body: EntryDto): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'enterTopicForMember', {
      ...body,
      member: asMember(body.member),
      receivedAt: asInstant(body.receivedAt),
    });
  }

  @Post(':topicId/confirm-entry')
  @CommandOperation('The Member confirms what the Secretariat entered for it.')
  confirmEntry(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'confirmTopicEntry', { topicId });
  }

  @Post(':topicId/correct-entry')
  @CommandOperation('The Member puts its own wording in place of the entry.')
  correctEntry(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: WordingDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'correctTopicEntry', { topicId, ...body });
  }

  @Post(':topicId/amend')
  @CommandOperation('A new edition by its Member, until changes close.')
  amend(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: WordingDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'amendTopic', { topicId, ...body });
  }

  @Post(':topicId/withdraw')
  @CommandOperation('Takes it back, before publication.')
  withdraw(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'withdrawTopic', { topicId, ...body });
  }

  @Post(':topicId/request-withdrawal')
  @CommandOperation('Asks the Secretariat to take back what is published.')
  requestWithdrawal(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'requestTopicWithdrawal', { topicId, ...body });
  }

  @Post(':topicId/grant-withdrawal')
  @CommandOperation('Takes back what is published, as its Member asked.')
  grantWithdrawal(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'grantTopicWithdrawal', { topicId, ...body });
  }

  @Post(':topicId/refuse-withdrawal')
  @CommandOperation('Leaves published what its Member asked to take back.')
  refuseWithdrawal(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'refuseTopicWithdrawal', { topicId, ...body });
  }

  @Post(':topicId/join')
  @CommandOperation('A Member joins a topic of another.')
  join(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'joinTopic', { topicId });
  }

  @Post(':topicId/leave')
  @CommandOperation('A Member leaves a topic that it stands behind with others.')
  leave(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'leaveTopic', { topicId });
  }

  @Post(':topicId/admit-late')
  @CommandOperation('Admits what came after the deadline; late it stays.')
  admitLate(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'admitLateTopic', { topicId, ...body });
  }

  @Post(':topicId/contest-themes')
  @CommandOperation('The Member asks for other themes.')
  contestThemes(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: ContestDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'contestTopicThemes', { topicId, ...body });
  }

  @Post(':topicId/answer-clarification')
  @CommandOperation('The Member answers what it was asked.')
  answerClarification(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: AnswerDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'answerTopicClarification', { topicId, ...body });
  }

  @Post(':topicId/request-review')
  @CommandOperation('The Member asks the Chair to look again at what was declined.')
  requestReview(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: ReviewDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'requestTopicReview', { topicId, ...body });
  }
}
