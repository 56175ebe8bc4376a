import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { parameters } from '../headers.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { MergeAnswerDto, MergeProposalDto, MergeRefusalDto } from './contribution.dto.ts';
import { DecisionDto } from './triage.dto.ts';

@ApiTags('topics')
@Controller('api/v1/topics')
export class TopicMergesController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get(':topicId/merge-workbench')
  @QueryOperation('The topic beside those that it may be one with: texts, words in common, sponsors, consents; for the Secretariat.')
  @ApiBearerAuth()
  @ApiQuery({ name: 'with', required: false, description: 'Another topic that is laid beside it in any case.' })
  workbench(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
  ): Promise<NonNullable<QueryAnswer<'mergeWorkbench'>>> {
    return this.#gateway.one(request, reply, 'mergeWorkbench', { topicId, withId: parameters(request, ['with']).with ?? null });
  }

  @Post(':topicId/propose-merge')
  @CommandOperation('Proposes to merge this topic into another; every Member behind either is asked.')
  propose(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: MergeProposalDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'proposeTopicMerge', { topicId, ...body });
  }

  @Post(':topicId/consent-to-merge')
  @CommandOperation('A Member behind either topic agrees.')
  consent(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: MergeAnswerDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'consentToTopicMerge', { topicId, ...body });
  }

  @Post(':topicId/refuse-merge')
  @CommandOperation('A Member behind either topic asks to stay apart.')
  refuse(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: MergeRefusalDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'refuseTopicMerge', { topicId, ...body });
  }

  @Post(':topicId/withdraw-merge-proposal')
  @CommandOperation('Takes a proposal to merge back.')
  withdrawProposal(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: MergeRefusalDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'withdrawTopicMergeProposal', { topicId, ...body });
  }

  @Post(':topicId/unmerge')
  @CommandOperation('Takes the topic out of the one it was merged into.')
  unmerge(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'unmergeTopic', { topicId, ...body });
  }
}
