import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { EndDto, GrantDto, TokenDto, toGrant, toToken } from './accreditations.dto.ts';

@ApiTags('accreditations')
@Controller('api/v1/accreditations')
export class AccreditationsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Who may act for whom, with who holds it: all for the Secretariat, its own people for a Member.')
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'accreditations'>> {
    return this.#gateway.query(request, reply, 'accreditations', {});
  }

  @Post()
  @CommandOperation('Lets a person act in a role, from when to when.')
  grant(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() body: GrantDto): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'grantAccreditation', toGrant(body));
  }

  @Post(':accreditationId/end')
  @CommandOperation('Ends an accreditation at once.')
  end(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('accreditationId') accreditationId: string,
    @Body() body: EndDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'endAccreditation', { ...body, accreditationId });
  }

  @Post(':accreditationId/tokens')
  @CommandOperation('Makes a bearer token; it is shown this once.')
  issueToken(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('accreditationId') accreditationId: string,
    @Body() body: TokenDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'issueAccessToken', toToken(body, accreditationId));
  }

  @Post('tokens/:credentialId/revoke')
  @CommandOperation('Makes a bearer token worthless at once.')
  revokeToken(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('credentialId') credentialId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'revokeAccessToken', { credentialId });
  }
}
