import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import { AnswerDto, ContestDto, EntryDto, ReviewDto, WordingDto } from './contribution.dto.ts';
import { DecisionDto } from './triage.dto.ts';
import { asInstant, asMember } from './brand.ts';

@ApiTags('practices')
@Controller('api/v1/practices')
export class PracticeIntakeController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Post('entries')
  @CommandOperation('Enters for a Member what came by mail, by note verbale or from the floor.')
  enter(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() body: EntryDto): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'enterPracticeForMember', {
      ...body,
      member: asMember(body.member),
      receivedAt: asInstant(body.receivedAt),
    });
  }

  @Post(':practiceId/confirm-entry')
  @CommandOperation('The Member confirms what the Secretariat entered for it.')
  confirmEntry(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'confirmPracticeEntry', { practiceId });
  }

  @Post(':practiceId/correct-entry')
  @CommandOperation('The Member puts its own wording in place of the entry.')
  correctEntry(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: WordingDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'correctPracticeEntry', { practiceId, ...body });
  }

  @Post(':practiceId/amend')
  @CommandOperation('A new edition by its Member, until changes close.')
  amend(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: WordingDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'amendPractice', { practiceId, ...body });
  }

  @Post(':practiceId/withdraw')
  @CommandOperation('Takes it back, before publication.')
  withdraw(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'withdrawPractice', { practiceId, ...body });
  }

  @Post(':practiceId/request-withdrawal')
  @CommandOperation('Asks the Secretariat to take back what is published.')
  requestWithdrawal(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'requestPracticeWithdrawal', { practiceId, ...body });
  }

  @Post(':practiceId/grant-withdrawal')
  @CommandOperation('Takes back what is published, as its Member asked.')
  grantWithdrawal(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'grantPracticeWithdrawal', { practiceId, ...body });
  }

  @Post(':practiceId/refuse-withdrawal')
  @CommandOperation('Leaves published what its Member asked to take back.')
  refuseWithdrawal(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'refusePracticeWithdrawal', { practiceId, ...body });
  }

  @Post(':practiceId/admit-late')
  @CommandOperation('Admits what came after the deadline; late it stays.')
  admitLate(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'admitLatePractice', { practiceId, ...body });
  }

  @Post(':practiceId/contest-themes')
  @CommandOperation('The Member asks for other themes.')
  contestThemes(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: ContestDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'contestPracticeThemes', { practiceId, ...body });
  }

  @Post(':practiceId/answer-clarification')
  @CommandOperation('The Member answers what it was asked.')
  answerClarification(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: AnswerDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'answerPracticeClarification', { practiceId, ...body });
  }

  @Post(':practiceId/request-review')
  @CommandOperation('The Member asks the Chair to look again at what was declined.')
  requestReview(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: ReviewDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'requestPracticeReview', { practiceId, ...body });
  }
}
