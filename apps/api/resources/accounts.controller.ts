import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import { CodeDto, EnrolDto, InviteDto, NewPasswordDto, ResetDto } from './accounts.dto.ts';

@ApiTags('accounts')
@Controller('api/v1/accounts')
export class AccountsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Post()
  @CommandOperation('Lets a person sign in. The answer carries, once, the link with which the person sets a password.')
  invite(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() body: InviteDto): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'inviteAccount', body);
  }

  @Post(':accountId/reset')
  @CommandOperation('Hands out a link to a new password, once somebody made sure of who asks. The answer carries it once.')
  reset(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('accountId') accountId: string,
    @Body() body: ResetDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'resetAccount', { ...body, accountId });
  }

  @Post(':accountId/close')
  @CommandOperation('Closes an account for good; its sessions end.')
  close(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('accountId') accountId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'closeAccount', { accountId });
  }

  @Post(':accountId/password')
  @CommandOperation('Changes the password of one’s own account; its sessions end.')
  password(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('accountId') accountId: string,
    @Body() { password, currentPassword }: NewPasswordDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'setAccountPassword', { accountId, password, proof: { password: currentPassword } });
  }

  @Post(':accountId/second-factor')
  @CommandOperation('Adds the second factor that was proposed to one’s own account.')
  enrol(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('accountId') accountId: string,
    @Body() body: EnrolDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'enrolAccountSecondFactor', { ...body, accountId });
  }

  @Post(':accountId/second-factor/remove')
  @CommandOperation('Takes the second factor from one’s own account.')
  remove(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('accountId') accountId: string,
    @Body() body: CodeDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'removeAccountSecondFactor', { ...body, accountId });
  }
}
