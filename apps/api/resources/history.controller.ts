import { applyDecorators, Controller, Get, Inject, Param, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { historyFormats, type HistoryFilter, type ObjectHistory, type ObjectState } from '../../../libs/application/src/index.ts';
import { Gateway } from '../gateway.ts';
import { oneOf, pageLimit, parameters } from '../headers.ts';
import { QueryOperation } from '../operations.ts';
import { answerPage } from '../paging.ts';
import { Refusal } from '../problem.ts';

const filters = ['type', 'role', 'member', 'reason', 'field', 'from', 'until', 'clock'] as const;
const clocks = ['recorded', 'in_force'] as const;

const FilterOperation = (summary: string): MethodDecorator =>
  applyDecorators(
    QueryOperation(summary),
    ApiQuery({ name: 'type', required: false, description: 'Types of steps, separated by commas.' }),
    ApiQuery({ name: 'role', required: false }),
    ApiQuery({ name: 'member', required: false, description: 'Member for whom the step was taken.' }),
    ApiQuery({ name: 'reason', required: false, description: 'Code of its reason.' }),
    ApiQuery({
      name: 'field',
      required: false,
      description: 'A field that was changed, or what begins with it: content finds content.title.',
    }),
    ApiQuery({ name: 'from', required: false, description: 'First date or instant that counts.' }),
    ApiQuery({ name: 'until', required: false, description: 'Last date or instant that counts.' }),
    ApiQuery({ name: 'clock', required: false, enum: clocks, description: 'Which of the two clocks from and until speak of.' }),
  );

const isMoment = (text: string): boolean => /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z?)?$/.test(text);

type Asked = Readonly<Partial<Record<(typeof filters)[number], string>>>;

/** @throws Refusal for a date that is none */
const filterFrom = ({ type, clock, ...asked }: Asked): HistoryFilter => {
  for (const name of ['from', 'until'] as const) {
    const text = asked[name];
    if (text !== undefined && !isMoment(text)) throw new Refusal({ code: 'query.bad_value', parameter: name });
  }
  const which = oneOf('clock', clock, clocks);
  return { ...asked, ...(type === undefined ? {} : { types: type.split(',') }), ...(which === undefined ? {} : { clock: which }) };
};

@ApiTags('history')
@Controller('api/v1/history')
export class HistoryController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get(':object/:id')
  @FilterOperation('Every recorded step of any object, with who, why, under which procedure, and each field before and after.')
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200, 50 unless told.' })
  @ApiQuery({ name: 'cursor', required: false })
  async steps(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('object') object: string,
    @Param('id') id: string,
  ): Promise<ObjectHistory> {
    const asked = parameters(request, [...filters, 'limit', 'cursor']);
    const { limit, cursor = null, ...filter } = asked;
    const question = { object, id, filter: filterFrom(filter), limit: pageLimit(limit), cursor };
    const found = await this.#gateway.one(request, reply, 'objectHistory', question);
    if ('code' in found) throw new Refusal({ code: found.code });
    answerPage(reply, `/api/v1/history/${encodeURIComponent(object)}/${encodeURIComponent(id)}`, asked, found);
    return found;
  }

  @Get(':object/:id/state')
  @QueryOperation('The whole of any object as its steps make it; with asOf as it was.')
  async state(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('object') object: string,
    @Param('id') id: string,
  ): Promise<ObjectState> {
    const found = await this.#gateway.one(request, reply, 'objectState', { object, id });
    if ('code' in found) throw new Refusal({ code: found.code });
    return found;
  }

  @Get(':object/:id/file')
  @FilterOperation('The same steps as a file: JSON Lines, CSV with a row for each changed field, or W3C PROV-JSON.')
  @ApiQuery({ name: 'format', required: false, enum: [...historyFormats], description: 'JSON Lines unless told.' })
  @ApiQuery({ name: 'language', required: false, enum: ['en', 'fr'], description: 'Of headings and reasons; English unless told.' })
  @ApiProduces('application/jsonl', 'text/csv', 'application/json')
  async file(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('object') object: string,
    @Param('id') id: string,
  ): Promise<StreamableFile> {
    const { format, language, ...filter } = parameters(request, [...filters, 'format', 'language']);
    const found = await this.#gateway.one(request, reply, 'historyFile', {
      object,
      id,
      filter: filterFrom(filter),
      format: oneOf('format', format, historyFormats) ?? 'jsonl',
      language: oneOf('language', language, ['en', 'fr'] as const) ?? 'en',
    });
    if ('code' in found) throw new Refusal({ code: found.code });
    void reply.header('x-content-type-options', 'nosniff');
    return new StreamableFile(Buffer.from(found.text, 'utf8'), {
      type: found.mediaType,
      disposition: `attachment; filename="${found.name}"`,
    });
  }
}
