import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { listTables, toCsv, toJsonLines, toXlsx, type QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway } from '../gateway.ts';
import { oneOf, parameters } from '../headers.ts';
import { QueryOperation } from '../operations.ts';
import { Refusal } from '../problem.ts';

type Table = NonNullable<QueryAnswer<'tableOut'>>;

const formats = ['csv', 'xlsx', 'jsonl'] as const;

const mediaTypes = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/jsonl; charset=utf-8',
} as const;

const streamOf = (table: Table, format: (typeof formats)[number], withMark: boolean): Readable => {
  if (format === 'xlsx') return toXlsx(table);
  return Readable.from(format === 'csv' ? toCsv(table, withMark) : toJsonLines(table), { objectMode: false });
};

/** The parameters of a list, each one of its words. @throws Refusal for any other */
const filterOf = (list: string, asked: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> => {
  const filters = listTables[list]?.filters ?? {};
  return Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) => {
      const words = filters[name];
      const word = words === null || words === undefined ? value : oneOf(name, value, words);
      return word === undefined ? [] : [[name, word]];
    }),
  );
};

@ApiTags('tables')
@Controller('api/v1/tables')
export class TablesController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get(':list')
  @QueryOperation('A list as a table with its filter and rights: CSV, XLSX or JSON Lines, streamed.')
  @ApiProduces(...Object.values(mediaTypes))
  @ApiQuery({ name: 'format', required: false, enum: [...formats], description: 'CSV unless told.' })
  @ApiQuery({ name: 'in', required: false, enum: ['en', 'fr'], description: 'Language of titles and names; English unless told.' })
  @ApiQuery({ name: 'mark', required: false, enum: ['true', 'false'], description: 'Begins CSV with a byte order mark.' })
  async table(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('list') list: string,
  ): Promise<StreamableFile> {
    if (!Object.hasOwn(listTables, list)) throw new Refusal({ code: 'object.not_found' });
    const known = ['format', 'in', 'mark', ...Object.keys(listTables[list]?.filters ?? {})];
    const { format: rawFormat, in: rawLanguage, mark, ...asked } = parameters(request, known);
    const format = oneOf('format', rawFormat, formats) ?? 'csv';
    const language = oneOf('in', rawLanguage, ['en', 'fr'] as const) ?? 'en';
    const withMark = oneOf('mark', mark, ['true', 'false']) === 'true';
    const table = await this.#gateway.one(request, reply, 'tableOut', { list, language, filter: filterOf(list, asked) });
    void reply.header('x-content-type-options', 'nosniff');
    const disposition = `attachment; filename="${list}.${format}"`;
    return new StreamableFile(streamOf(table, format, withMark), { type: mediaTypes[format], disposition });
  }
}
