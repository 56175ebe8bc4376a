import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { ClockDto, SamplesDto, toTarget } from './record.dto.ts';

@ApiTags('record')
@Controller('api/v1/record')
export class RecordController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get('standing')
  @QueryOperation('Where the record stands and the business time now.')
  standing(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'recordStanding'>> {
    return this.#gateway.query(request, reply, 'recordStanding', {});
  }

  @Get('history/:stream')
  @QueryOperation('The recorded steps of one object.')
  history(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('stream') stream: string,
  ): Promise<QueryAnswer<'history'>> {
    return this.#gateway.query(request, reply, 'history', { stream });
  }

  @Post('clock')
  @CommandOperation('Puts a virtual clock forward.')
  advance(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() body: ClockDto): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'advanceBusinessClock', { to: toTarget(body) });
  }

  @Post('invented-samples')
  @CommandOperation('Puts on record that invented material follows.')
  declareSamples(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: SamplesDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'declareInventedSamples', body);
  }
}
