import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { OwnTokenDto, toOwnToken } from './accreditations.dto.ts';

@ApiTags('accounts')
@Controller('api/v1/access-tokens')
export class AccessTokensController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Bearer tokens of the caller that were not taken back; their secrets are not kept.')
  async list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'accessTokens'>> {
    const person = (await this.#gateway.whoAsks(request))?.accreditationId ?? null;
    return this.#gateway.query(request, reply, 'accessTokens', { person });
  }

  @Post()
  @CommandOperation(
    'Makes a bearer token for the caller, for some commands or for asking alone, for a year at most; it is shown this once.',
  )
  issue(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() body: OwnTokenDto): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'issueOwnAccessToken', toOwnToken(body));
  }

  @Post(':credentialId/revoke')
  @CommandOperation('Makes a bearer token of the caller worthless at once.')
  revoke(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('credentialId') credentialId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'revokeOwnAccessToken', { credentialId });
  }
}
