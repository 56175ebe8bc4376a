import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway } from '../gateway.ts';
import { pageLimit, parameters } from '../headers.ts';
import { QueryOperation } from '../operations.ts';

@ApiTags('needs')
@Controller('api/v1/needs-and-resources')
export class NeedsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation(
    'What Members brought forward against projects, donors and structures, newest first, each match with what it rests on and where it is written.',
  )
  @ApiQuery({ name: 'contribution', required: false, description: 'One contribution.' })
  @ApiQuery({ name: 'member', required: false, description: 'Contributions of one Member.' })
  @ApiQuery({ name: 'theme', required: false, description: 'Contributions under one primary theme.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200; 50 unless told.' })
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'needsAndResources'>> {
    const { contribution, member, theme, limit } = parameters(request, ['contribution', 'member', 'theme', 'limit']);
    const filter = {
      ...(contribution === undefined ? {} : { contributionId: contribution }),
      ...(member === undefined ? {} : { member }),
      ...(theme === undefined ? {} : { theme }),
    };
    return this.#gateway.query(request, reply, 'needsAndResources', { filter, limit: pageLimit(limit) });
  }
}
