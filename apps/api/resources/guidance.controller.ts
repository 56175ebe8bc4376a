import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { IssueGuidanceDto } from './documents.dto.ts';

@ApiTags('guidance requests')
@Controller('api/v1/guidance-requests')
export class GuidanceController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('What the body asked for.')
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'guidanceRegister'>> {
    return this.#gateway.query(request, reply, 'guidanceRegister', {});
  }

  @Get(':guidanceId')
  @QueryOperation('One request.')
  read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('guidanceId') guidanceId: string,
  ): Promise<NonNullable<QueryAnswer<'guidanceRequest'>>> {
    return this.#gateway.one(request, reply, 'guidanceRequest', { guidanceId });
  }

  @Get(':guidanceId/grid')
  @QueryOperation('Who was asked, by region, and who has answered; rows of single Members for the Secretariat and the Member itself.')
  grid(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('guidanceId') guidanceId: string,
  ): Promise<NonNullable<QueryAnswer<'guidanceGrid'>>> {
    return this.#gateway.one(request, reply, 'guidanceGrid', { guidanceId });
  }

  @Post()
  @CommandOperation('Issues one bullet of the Expected Outcome of a confirmed document, verbatim.')
  issue(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: IssueGuidanceDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'issueGuidanceRequest', body);
  }
}
