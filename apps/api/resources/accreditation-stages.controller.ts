import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import { EndDto, LendDto, NominationDto, ScopeDto, toLending, toNomination } from './accreditations.dto.ts';

@ApiTags('accreditations')
@Controller('api/v1/accreditations')
export class AccreditationStagesController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Post('nominations')
  @CommandOperation('A Member proposes somebody of its own.')
  nominate(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: NominationDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'nominateAccreditation', toNomination(body));
  }

  @Post('delegations')
  @CommandOperation('Lends the own right to an alternate or drafter for a time; it falls with the own.')
  lend(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() body: LendDto): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'delegateAuthority', toLending(body));
  }

  @Post(':accreditationId/accredit')
  @CommandOperation('Accredits whom a Member has proposed.')
  accredit(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('accreditationId') accreditationId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'accreditNominee', { accreditationId });
  }

  @Post(':accreditationId/decline')
  @CommandOperation('Declines whom a Member has proposed.')
  decline(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('accreditationId') accreditationId: string,
    @Body() body: EndDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'declineNomination', { ...body, accreditationId });
  }

  @Post(':accreditationId/recall')
  @CommandOperation('Takes back at once what one of the own Member has lent.')
  recall(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('accreditationId') accreditationId: string,
    @Body() body: EndDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'recallDelegation', { ...body, accreditationId });
  }

  @Post(':accreditationId/scope')
  @CommandOperation('Says where the role reaches from now on.')
  scope(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('accreditationId') accreditationId: string,
    @Body() body: ScopeDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'changeAccreditationScope', { scope: body, accreditationId });
  }

  @Post(':accreditationId/suspend')
  @CommandOperation('Takes the right away until the suspension is lifted.')
  suspend(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('accreditationId') accreditationId: string,
    @Body() body: EndDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'suspendAccreditation', { ...body, accreditationId });
  }

  @Post(':accreditationId/reinstate')
  @CommandOperation('Lifts a suspension.')
  reinstate(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('accreditationId') accreditationId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'reinstateAccreditation', { accreditationId });
  }
}
