import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ContributionFilter, ContributionStage, ContributionView, Page, QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway } from '../gateway.ts';
import { oneOf, pageLimit, parameters } from '../headers.ts';
import { QueryOperation } from '../operations.ts';
import { answerPage } from '../paging.ts';

const stages: readonly ContributionStage[] = [
  'submitted',
  'acknowledged',
  'classified',
  'recommended',
  'accepted',
  'declined',
  'deferred',
  'merged',
  'split',
  'withdrawn',
  'published',
];
const kinds = ['practice', 'topic'] as const;
const yesOrNo = ['true', 'false'] as const;
const known = [
  'kind',
  'member',
  'theme',
  'stage',
  'guidanceId',
  'callId',
  'region',
  'community',
  'landlocked',
  'standing',
  'limit',
  'cursor',
] as const;

/** Only what was asked for stands in the filter. */
const present = (filter: { readonly [K in keyof ContributionFilter]: ContributionFilter[K] | undefined }): ContributionFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));

@ApiTags('contributions')
@Controller('api/v1/contributions')
export class ContributionsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('What Members sent, in the order received, as far as the caller may know.')
  @ApiQuery({ name: 'kind', required: false, enum: kinds })
  @ApiQuery({ name: 'stage', required: false, enum: stages })
  @ApiQuery({ name: 'member', required: false })
  @ApiQuery({ name: 'theme', required: false })
  @ApiQuery({ name: 'guidanceId', required: false })
  @ApiQuery({ name: 'callId', required: false })
  @ApiQuery({ name: 'region', required: false, description: 'Region of its Member on the day it was submitted.' })
  @ApiQuery({ name: 'community', required: false, description: 'Regional Economic Community that its Member was in on that day.' })
  @ApiQuery({ name: 'landlocked', required: false, enum: yesOrNo })
  @ApiQuery({ name: 'standing', required: false, enum: yesOrNo, description: 'Neither withdrawn nor divided into parts.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200, 50 unless told.' })
  @ApiQuery({ name: 'cursor', required: false })
  async list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Page<ContributionView>> {
    const { kind, stage, landlocked, standing, limit, cursor, ...asAsked } = parameters(request, known);
    const filter = present({
      kind: oneOf('kind', kind, kinds),
      stage: oneOf('stage', stage, stages),
      landlocked: oneOf('landlocked', landlocked, yesOrNo),
      standing: oneOf('standing', standing, yesOrNo),
      member: asAsked.member,
      theme: asAsked.theme,
      guidanceId: asAsked.guidanceId,
      callId: asAsked.callId,
      region: asAsked.region,
      community: asAsked.community,
    });
    const page = await this.#gateway.query(request, reply, 'contributions', { filter, limit: pageLimit(limit), cursor: cursor ?? null });
    return answerPage(reply, '/api/v1/contributions', parameters(request, known), page);
  }

  @Get(':contributionId')
  @QueryOperation('The whole file of one contribution.')
  read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('contributionId') contributionId: string,
  ): Promise<NonNullable<QueryAnswer<'contribution'>>> {
    return this.#gateway.one(request, reply, 'contribution', { contributionId });
  }
}
