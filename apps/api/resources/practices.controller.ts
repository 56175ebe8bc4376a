import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import { ThemesDto } from '../input/shared.dto.ts';
import { ClarificationDto, CompletenessDto, PairDto } from './contribution.dto.ts';
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

  @Post(':practiceId/start-triage')
  @CommandOperation('Says that somebody is looking at it.')
  startTriage(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'startPracticeTriage', { practiceId });
  }

  @Post(':practiceId/assess-completeness')
  @CommandOperation('Says whether everything needed is there, apart from merit.')
  assessCompleteness(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: CompletenessDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'assessPracticeCompleteness', { practiceId, ...body });
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

  @Post(':practiceId/flag-sensitive')
  @CommandOperation('Marks it as sensitive for those who handle it.')
  flagSensitive(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'flagPracticeSensitive', { practiceId, ...body });
  }

  @Post(':practiceId/lift-sensitive-flag')
  @CommandOperation('Takes the mark of sensitivity off.')
  liftSensitiveFlag(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'liftPracticeSensitiveFlag', { practiceId, ...body });
  }

  @Post(':practiceId/request-clarification')
  @CommandOperation('Asks the Member something; the clock pauses until the answer.')
  requestClarification(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: ClarificationDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'requestPracticeClarification', { practiceId, ...body });
  }

  @Post(':practiceId/confirm-duplicate')
  @CommandOperation('Rules that two contributions ask for the same; both are kept.')
  confirmDuplicate(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: PairDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'confirmPracticeDuplicate', { practiceId, ...body });
  }

  @Post(':practiceId/rule-out-duplicate')
  @CommandOperation('Rules that two contributions are no duplicates.')
  ruleOutDuplicate(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: PairDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'ruleOutPracticeDuplicate', { practiceId, ...body });
  }

  @Post(':practiceId/undo-duplicate-ruling')
  @CommandOperation('Takes a ruling on a pair back.')
  undoDuplicateRuling(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: PairDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'undoPracticeDuplicateRuling', { practiceId, ...body });
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

  @Post(':practiceId/reconsider')
  @CommandOperation('Opens a decision again; the earlier one stays visible.')
  reconsider(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'reconsiderPractice', { practiceId, ...body });
  }

  @Post(':practiceId/grant-review')
  @CommandOperation('The Chair opens again what was declined.')
  grantReview(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'grantPracticeReview', { practiceId, ...body });
  }

  @Post(':practiceId/refuse-review')
  @CommandOperation('The Chair has looked again and leaves the decision.')
  refuseReview(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'refusePracticeReview', { practiceId, ...body });
  }

  @Post(':practiceId/publish')
  @CommandOperation('Opens an accepted practice to everybody, in the compendium.')
  publish(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('practiceId') practiceId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'publishPractice', { practiceId });
  }
}
