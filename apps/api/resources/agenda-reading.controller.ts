import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { differenceAspects, type DifferenceAspect } from '../../../libs/domain/src/index.ts';
import { Gateway } from '../gateway.ts';
import { oneOf, parameters, wholeNumber } from '../headers.ts';
import { QueryOperation } from '../operations.ts';
import { Refusal } from '../problem.ts';

const listed = (raw: string | undefined): readonly string[] => (raw === undefined || raw === '' ? [] : raw.split(','));

/** @throws Refusal when one of them is no aspect */
const aspects = (raw: string | undefined): readonly DifferenceAspect[] =>
  listed(raw).flatMap((word) => oneOf('ignore', word, differenceAspects) ?? []);

/** @throws Refusal unless all are words */
const kinds = (raw: string | undefined): readonly string[] => {
  const words = listed(raw);
  if (words.some((word) => !/^[a-z_]{1,40}$/.test(word))) throw new Refusal({ code: 'query.bad_value', parameter: 'only' });
  return words;
};

/** @throws Refusal unless it is a number */
const versionAsked = (name: string, raw: string | undefined): number => {
  if (raw === undefined || !/^\d{1,9}$/.test(raw)) throw new Refusal({ code: 'query.bad_value', parameter: name });
  return Number(raw);
};

@ApiTags('agendas')
@Controller('api/v1/agendas')
export class AgendaReadingController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Agendas with a published version; for the Secretariat those being built too.')
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'agendas'>> {
    return this.#gateway.query(request, reply, 'agendas', {});
  }

  @Get(':agendaId/difference')
  @QueryOperation('Everything in which two versions differ, each change once; a move is a move (rows C4, C5).')
  @ApiQuery({ name: 'from', required: true, description: 'The earlier published version.' })
  @ApiQuery({ name: 'to', required: true, description: 'The later published version; for the Secretariat also `working`.' })
  @ApiQuery({ name: 'ignore', required: false, description: `What to leave out, with commas: ${differenceAspects.join(', ')}.` })
  @ApiQuery({ name: 'only', required: false, description: 'Kinds of change that are wanted, with commas: `item_moved,item_added`.' })
  difference(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
  ): Promise<NonNullable<QueryAnswer<'agendaDifference'>>> {
    const { from, to, ignore, only } = parameters(request, ['from', 'to', 'ignore', 'only']);
    return this.#gateway.one(request, reply, 'agendaDifference', {
      agendaId,
      from: versionAsked('from', from),
      to: to === 'working' ? to : versionAsked('to', to),
      ignore: aspects(ignore),
      only: kinds(only),
    });
  }

  @Get(':agendaId/traces')
  @QueryOperation('What was moved, dropped or cancelled from version to version (row C14).')
  traces(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
  ): Promise<NonNullable<QueryAnswer<'agendaTraces'>>> {
    return this.#gateway.one(request, reply, 'agendaTraces', { agendaId });
  }

  @Get(':agendaId/versions/:version/annotated')
  @QueryOperation('A version with background, documents, earlier discussion and what is asked of each item (row C11).')
  annotated(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('version') version: string,
  ): Promise<NonNullable<QueryAnswer<'annotatedAgenda'>>> {
    return this.#gateway.one(request, reply, 'annotatedAgenda', { agendaId, version: wholeNumber(version) });
  }

  @Get(':agendaId/working/annotated')
  @QueryOperation('The agenda being built, annotated; for the Secretariat.')
  annotatedWorking(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
  ): Promise<NonNullable<QueryAnswer<'annotatedAgenda'>>> {
    return this.#gateway.one(request, reply, 'annotatedAgenda', { agendaId, version: 'working' });
  }

  @Get(':agendaId/circulations')
  @QueryOperation('To whom versions were sent, each with its frozen list; for Members and the Secretariat (BR-18).')
  circulations(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
  ): Promise<NonNullable<QueryAnswer<'agendaCirculations'>>> {
    return this.#gateway.one(request, reply, 'agendaCirculations', { agendaId });
  }

  @Get(':agendaId/comments')
  @QueryOperation('What was said of each item and slot, with its answer, observers apart (BR-19, BR-20); for Members and the Secretariat.')
  comments(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
  ): Promise<NonNullable<QueryAnswer<'agendaComments'>>> {
    return this.#gateway.one(request, reply, 'agendaComments', { agendaId });
  }

  @Get(':agendaId/outcomes')
  @QueryOperation('What the body did with every item, with every revision (row C13); for Members and the Secretariat.')
  outcomes(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
  ): Promise<NonNullable<QueryAnswer<'outcomeSheet'>>> {
    return this.#gateway.one(request, reply, 'outcomeSheet', { agendaId });
  }
}
