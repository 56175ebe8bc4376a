import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Page, TriageFilter, TriageItem, TriageOfMember } from '../../../libs/application/src/index.ts';
import { Gateway } from '../gateway.ts';
import { oneOf, pageLimit, parameters } from '../headers.ts';
import { QueryOperation } from '../operations.ts';
import { Refusal } from '../problem.ts';

const words = {
  kind: ['practice', 'topic'],
  language: ['en', 'fr'],
  channel: ['portal', 'email', 'note_verbale', 'floor', 'split'],
  late: ['true', 'false'],
  clock: ['running', 'paused'],
} as const;
const known = ['kind', 'stage', 'theme', 'language', 'member', 'channel', 'late', 'clock', 'overdue', 'limit', 'cursor'] as const;

/** Only what was asked for stands in the filter. */
const present = (filter: { readonly [K in keyof TriageFilter]: TriageFilter[K] | undefined }): TriageFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));

const filterOf = (asked: Readonly<Partial<Record<(typeof known)[number], string>>>): TriageFilter =>
  present({
    kind: oneOf('kind', asked.kind, words.kind),
    stage: asked.stage,
    theme: asked.theme,
    language: oneOf('language', asked.language, words.language),
    member: asked.member,
    channel: oneOf('channel', asked.channel, words.channel),
    late: oneOf('late', asked.late, words.late),
    clock: oneOf('clock', asked.clock, words.clock),
    overdue: asked.overdue,
  });

@ApiTags('triage')
@Controller('api/v1/triage-queue')
export class TriageController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('What waits to be judged, the oldest first by the time for which its clock has run; for the Secretariat.')
  @ApiBearerAuth()
  @ApiQuery({ name: 'kind', required: false, enum: words.kind })
  @ApiQuery({ name: 'stage', required: false, description: 'Stage of the procedure, by name.' })
  @ApiQuery({ name: 'theme', required: false, description: 'Primary theme.' })
  @ApiQuery({ name: 'language', required: false, enum: words.language })
  @ApiQuery({ name: 'member', required: false })
  @ApiQuery({ name: 'channel', required: false, enum: words.channel, description: 'By which way it came.' })
  @ApiQuery({ name: 'late', required: false, enum: words.late })
  @ApiQuery({ name: 'clock', required: false, enum: words.clock })
  @ApiQuery({ name: 'overdue', required: false, description: 'true, false, or the name of a deadline that has passed.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200, 50 unless told.' })
  @ApiQuery({ name: 'cursor', required: false })
  async list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Page<TriageItem>> {
    const asked = parameters(request, known);
    const page = await this.#gateway.one(request, reply, 'triageQueue', {
      filter: filterOf(asked),
      limit: pageLimit(asked.limit),
      cursor: asked.cursor ?? null,
    });
    if ('code' in page) throw new Refusal({ code: page.code });
    return page;
  }

  @Get('members')
  @QueryOperation('What waits of each Member, the one with the oldest first; for the Secretariat.')
  @ApiBearerAuth()
  byMember(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<readonly TriageOfMember[]> {
    parameters(request, []);
    return this.#gateway.one(request, reply, 'triageByMember', {});
  }
}
