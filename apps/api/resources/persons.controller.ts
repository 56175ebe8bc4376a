import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { HeldAccreditationDto, PersonDto, toLink } from './persons.dto.ts';

@ApiTags('persons')
@Controller('api/v1/persons')
export class PersonsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('The directory of persons as it is today: everybody for the Secretariat, its own people for a Member.')
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'persons'>> {
    return this.#gateway.query(request, reply, 'persons', {});
  }

  @Get(':personId')
  @QueryOperation('One person, with the accreditations held.')
  read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('personId') personId: string,
  ): Promise<NonNullable<QueryAnswer<'person'>>> {
    return this.#gateway.one(request, reply, 'person', { personId });
  }

  @Post()
  @CommandOperation('Puts a person into the directory, outside the ledger.')
  register(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: PersonDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'registerPerson', { details: body });
  }

  @Post(':personId/details')
  @CommandOperation('Changes what the directory says of a person.')
  change(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('personId') personId: string,
    @Body() body: PersonDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'changePersonDetails', { personId, details: body });
  }

  @Post(':personId/accreditations')
  @CommandOperation('Says that the person holds an accreditation.')
  link(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('personId') personId: string,
    @Body() body: HeldAccreditationDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'linkPersonAccreditation', toLink(body, personId));
  }
}
