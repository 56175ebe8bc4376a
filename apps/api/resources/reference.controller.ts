import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bodyThemeSet } from '../../../libs/application/src/index.ts';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway } from '../gateway.ts';
import { QueryOperation } from '../operations.ts';

@ApiTags('reference')
@Controller('api/v1')
export class ReferenceController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get('groupings')
  @QueryOperation('Regions and Regional Economic Communities.')
  groupings(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'groupings'>> {
    return this.#gateway.query(request, reply, 'groupings', {});
  }

  @Get('themes')
  @QueryOperation('The themes in force.')
  themes(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<NonNullable<QueryAnswer<'themeSet'>>> {
    return this.#gateway.one(request, reply, 'themeSet', { themeSetId: bodyThemeSet });
  }

  @Get('projects')
  @QueryOperation('Projects, each fact with its paragraph.')
  projects(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'registerEntries'>> {
    return this.#gateway.query(request, reply, 'registerEntries', { register: 'project' });
  }

  @Get('structures')
  @QueryOperation('Regional structures.')
  structures(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'registerEntries'>> {
    return this.#gateway.query(request, reply, 'registerEntries', { register: 'structure' });
  }

  @Get('decisions')
  @QueryOperation('What the body decided earlier.')
  decisions(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'registerEntries'>> {
    return this.#gateway.query(request, reply, 'registerEntries', { register: 'decision' });
  }
}
