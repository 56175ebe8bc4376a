import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bodyThemeSet } from '../../../libs/application/src/index.ts';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { wholeNumber } from '../headers.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { GroupingDto, toGrouping } from './groupings.dto.ts';
import { dateParameter } from './members.dto.ts';
import { ThemeSetDto } from './themes.dto.ts';

@ApiTags('reference')
@Controller('api/v1')
export class ReferenceController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get('groupings')
  @QueryOperation('Regions and Regional Economic Communities with the Members they had on a date.')
  groupings(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'groupings'>> {
    return this.#gateway.query(request, reply, 'groupings', { onDate: dateParameter(request) });
  }

  @Post('groupings')
  @CommandOperation('Puts a region or a Regional Economic Community on the list.')
  registerGrouping(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: GroupingDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'registerGrouping', toGrouping(body));
  }

  @Get('themes')
  @QueryOperation('The themes in force.')
  themes(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<NonNullable<QueryAnswer<'themeSet'>>> {
    return this.#gateway.one(request, reply, 'themeSet', { themeSetId: bodyThemeSet, version: null });
  }

  @Get('themes/versions')
  @QueryOperation('Versions of the themes, what each changed, and how many contributions stand under it.')
  themeVersions(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'themeSetHistory'>> {
    return this.#gateway.query(request, reply, 'themeSetHistory', { themeSetId: bodyThemeSet });
  }

  @Get('themes/versions/:version')
  @QueryOperation('The themes of one version.')
  themeVersion(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('version') version: string,
  ): Promise<NonNullable<QueryAnswer<'themeSet'>>> {
    return this.#gateway.one(request, reply, 'themeSet', { themeSetId: bodyThemeSet, version: wholeNumber(version) });
  }

  @Post('themes')
  @CommandOperation('Publishes the next version of the themes; earlier ones are kept, and contributions keep theirs.')
  publishThemes(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: ThemeSetDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'publishThemeSet', { ...body, themeSetId: bodyThemeSet });
  }

  @Get('decisions')
  @QueryOperation('What the body decided earlier.')
  decisions(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'registerEntries'>> {
    return this.#gateway.query(request, reply, 'registerEntries', { register: 'decision' });
  }
}
