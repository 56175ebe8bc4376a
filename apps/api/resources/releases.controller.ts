import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { PrepareReleaseDto } from './contribution.dto.ts';
import { DecisionDto } from './triage.dto.ts';

@ApiTags('releases')
@Controller('api/v1/releases')
export class ReleasesController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Batches of decisions: all for the Secretariat, for a Member those that told it something.')
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'releases'>> {
    return this.#gateway.query(request, reply, 'releases', {});
  }

  @Post()
  @CommandOperation('Puts decisions together that are to be told at one moment.')
  prepare(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: PrepareReleaseDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'prepareRelease', body);
  }

  @Post(':releaseId/issue')
  @CommandOperation('Tells every decision of the batch at one moment; by another than who prepared it.')
  issue(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('releaseId') releaseId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'issueRelease', { releaseId });
  }

  @Post(':releaseId/discard')
  @CommandOperation('Gives a batch up that was not released.')
  discard(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('releaseId') releaseId: string,
    @Body() body: DecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'discardRelease', { releaseId, ...body });
  }
}
