import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ThemeSuggestions } from '../../../libs/application/src/index.ts';
import { Gateway } from '../gateway.ts';
import { parameters } from '../headers.ts';
import { QueryOperation } from '../operations.ts';
import { Refusal } from '../problem.ts';
import { WrittenTextDto } from './text.dto.ts';

@ApiTags('contributions')
@Controller('api/v1/theme-suggestions')
export class ThemeSuggestionsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Themes that a contribution speaks for, with the words that led to each.')
  @ApiQuery({ name: 'contributionId', required: true })
  ofContribution(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<ThemeSuggestions> {
    const { contributionId } = parameters(request, ['contributionId']);
    if (contributionId === undefined) throw new Refusal({ code: 'query.bad_value', parameter: 'contributionId' });
    return this.#gateway.one(request, reply, 'themeSuggestions', { contributionId });
  }

  @Post('lookup')
  @HttpCode(200)
  @QueryOperation('Themes that a text speaks for while it is written. Records nothing and needs no key.')
  @ApiBearerAuth()
  ofText(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() { language, title, text }: WrittenTextDto,
  ): Promise<ThemeSuggestions> {
    parameters(request, []);
    return this.#gateway.one(request, reply, 'themeSuggestions', { language, title, text });
  }
}
