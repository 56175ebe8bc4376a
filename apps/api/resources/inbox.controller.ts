import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Inbox } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { oneOf, pageLimit, parameters } from '../headers.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { answerPage } from '../paging.ts';
import { Refusal } from '../problem.ts';
import { InboxReadDto, PreferenceDto } from './inbox.dto.ts';

@ApiTags('inbox')
@Controller('api/v1/inbox')
export class InboxController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('What the caller is asked and by when, and what he was told since he last read, in his language, the newest first.')
  @ApiBearerAuth()
  @ApiQuery({ name: 'unread', required: false, enum: ['true', 'false'], description: 'Only what was not read yet.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200, 50 unless told.' })
  @ApiQuery({ name: 'cursor', required: false })
  async read(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Inbox> {
    const { unread, cursor, limit } = parameters(request, ['unread', 'cursor', 'limit']);
    const unreadOnly = oneOf('unread', unread, ['true', 'false']) === 'true';
    const args = { unreadOnly, cursor: cursor ?? null, limit: pageLimit(limit) };
    const inbox = await this.#gateway.one(request, reply, 'inbox', args);
    if ('code' in inbox) throw new Refusal({ code: inbox.code });
    const asked = { ...(unread === undefined ? {} : { unread }), limit: String(args.limit) };
    answerPage(reply, '/api/v1/inbox', asked, inbox.items);
    return inbox;
  }

  @Post('read')
  @CommandOperation('Puts on record what the caller has read: everything up to an entry, or single messages.')
  mark(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() body: InboxReadDto): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'markMailboxRead', body);
  }

  @Post('preference')
  @CommandOperation('How the caller wants to be told by mail: at once, once a day or not at all, and in which hours not.')
  prefer(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: PreferenceDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'setMailboxPreference', { preference: body });
  }
}
