import { applyDecorators, Controller, Get, Inject, Param, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { outFormats, parseSymbol, type DocumentWish } from '../../../libs/application/src/index.ts';
import { Gateway } from '../gateway.ts';
import { oneOf, parameters, wholeNumber } from '../headers.ts';
import { QueryOperation } from '../operations.ts';
import { Refusal } from '../problem.ts';

const DocumentOperation = (summary: string): MethodDecorator =>
  applyDecorators(
    QueryOperation(summary),
    ApiProduces('application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'text/markdown'),
    ApiQuery({ name: 'language', required: false, enum: ['en', 'fr'], description: 'English unless told.' }),
    ApiQuery({ name: 'format', required: false, enum: [...outFormats], description: 'PDF unless told.' }),
  );

/** A symbol to be printed, or null. @throws Refusal when it is none */
const symbolOf = (raw: string | undefined): string | null => {
  if (raw !== undefined && parseSymbol(raw) === null) throw new Refusal({ code: 'query.bad_value', parameter: 'symbol' });
  return raw ?? null;
};

/** Place on an agenda, `IX - a`, or null. @throws Refusal when it is none */
const itemOf = (raw: string | undefined): string | null => {
  if (raw !== undefined && !/^[IVXLC]{1,9}(?: - [a-z])?$/.test(raw)) throw new Refusal({ code: 'query.bad_value', parameter: 'item' });
  return raw ?? null;
};

@ApiTags('documents')
@Controller('api/v1/documents-out')
export class DocumentsOutController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  /** Hands over a document, for saving. */
  async #file(
    request: FastifyRequest,
    reply: FastifyReply,
    make: (more: Readonly<Partial<Record<'symbol' | 'item' | 'callId', string>>>) => DocumentWish,
  ): Promise<StreamableFile> {
    const { language, format, ...more } = parameters(request, ['language', 'format', 'symbol', 'item', 'callId']);
    const file = await this.#gateway.one(request, reply, 'documentOut', {
      wish: make(more),
      language: oneOf('language', language, ['en', 'fr'] as const) ?? 'en',
      format: oneOf('format', format, outFormats) ?? 'pdf',
    });
    if ('code' in file) throw new Refusal({ code: file.code }, { 'retry-after': '1' });
    void reply.header('x-content-type-options', 'nosniff');
    return new StreamableFile(file.bytes, {
      type: file.mediaType,
      disposition: `attachment; filename="${file.name}"`,
      length: file.bytes.byteLength,
    });
  }

  @Get('agendas/:agendaId/versions/:version/agenda')
  @DocumentOperation('A published version with its programme, draft or final.')
  agenda(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('version') version: string,
  ): Promise<StreamableFile> {
    return this.#file(request, reply, () => ({ kind: 'agenda', agendaId, version: wholeNumber(version) }));
  }

  @Get('agendas/:agendaId/versions/:version/annotated-agenda')
  @DocumentOperation('A published version with background, documents, earlier discussion and what is asked of each item (row C11).')
  annotated(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('version') version: string,
  ): Promise<StreamableFile> {
    return this.#file(request, reply, () => ({ kind: 'annotated', agendaId, version: wholeNumber(version) }));
  }

  @Get('agendas/:agendaId/versions/:version/circulation-note')
  @DocumentOperation('The note that goes out with a version; for Members and the Secretariat (BR-18).')
  circulation(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('version') version: string,
  ): Promise<StreamableFile> {
    return this.#file(request, reply, () => ({ kind: 'circulation', agendaId, version: wholeNumber(version) }));
  }

  @Get('agendas/:agendaId/versions/:version/differences-from/:from')
  @DocumentOperation('What a version changes of an earlier one, marked (rows C4, C5).')
  differences(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('version') version: string,
    @Param('from') from: string,
  ): Promise<StreamableFile> {
    return this.#file(request, reply, () => ({ kind: 'difference', agendaId, from: wholeNumber(from), to: wholeNumber(version) }));
  }

  @Get('agendas/:agendaId/outcome-record')
  @DocumentOperation('What the body did with every item (row C13); for Members and the Secretariat.')
  outcomes(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
  ): Promise<StreamableFile> {
    return this.#file(request, reply, () => ({ kind: 'outcomes', agendaId }));
  }

  @Get('compendium')
  @DocumentOperation('National practices that the viewer may see, by Member (row A11).')
  compendium(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.#file(request, reply, () => ({ kind: 'compendium' }));
  }

  @Get('coverage')
  @DocumentOperation('What a call brought, by priority, region and community (row C16).')
  @ApiQuery({ name: 'callId', required: false, description: 'The call that closes last unless told.' })
  coverage(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.#file(request, reply, ({ callId }) => ({ kind: 'coverage', callId: callId ?? null }));
  }

  @Get('guidance-requests/:guidanceId/synthesis')
  @DocumentOperation('What was received in answer to a request.')
  synthesis(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('guidanceId') guidanceId: string,
  ): Promise<StreamableFile> {
    return this.#file(request, reply, () => ({ kind: 'synthesis', guidanceId }));
  }

  @Get('sessions/:sessionId/follow-up')
  @DocumentOperation('The follow-up document of a session, in the form of a working document that can be imported again (row D8).')
  @ApiQuery({ name: 'symbol', required: false, description: 'Its symbol; the next number of the series unless told.' })
  @ApiQuery({ name: 'item', required: false, description: 'Its place on the agenda, `IX - a`; `I` unless told.' })
  followUp(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('sessionId') sessionId: string,
  ): Promise<StreamableFile> {
    return this.#file(request, reply, ({ symbol, item }) => ({
      kind: 'follow-up',
      sessionId,
      symbol: symbolOf(symbol),
      agendaItem: itemOf(item),
    }));
  }
}
