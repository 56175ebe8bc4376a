import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import type { Instant } from '../../../libs/domain/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { parameters, wholeNumber } from '../headers.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { DeadlinePassedDto, MigrateInstanceDto, MoveToStageDto, WorkflowVersionDto } from './workflows.dto.ts';

@ApiTags('workflows')
@Controller('api/v1')
export class WorkflowsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get('workflows')
  @QueryOperation('Every version of every procedure.')
  workflows(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'workflows'>> {
    return this.#gateway.query(request, reply, 'workflows', {});
  }

  @Get('workflows/:name/diagram')
  @QueryOperation('A procedure as a Mermaid state diagram.')
  @ApiQuery({ name: 'language', required: false, enum: ['en', 'fr'] })
  @ApiQuery({ name: 'version', required: false, type: Number })
  diagram(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('name') name: string,
  ): Promise<NonNullable<QueryAnswer<'workflowDiagram'>>> {
    const { language, version } = parameters(request, ['language', 'version']);
    const asked = version === undefined ? null : wholeNumber(version);
    return this.#gateway.one(request, reply, 'workflowDiagram', { name, version: asked, language: language === 'fr' ? 'fr' : 'en' });
  }

  @Post('workflows/:name/versions')
  @CommandOperation('Publishes the next version of a procedure; running instances keep theirs.')
  publish(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('name') name: string,
    @Body() body: WorkflowVersionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'publishWorkflow', { name, ...body });
  }

  @Get('instances/:object/:id')
  @QueryOperation('Where an object stands in its procedure, and what is open to whom.')
  instance(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('object') object: string,
    @Param('id') id: string,
  ): Promise<NonNullable<QueryAnswer<'instance'>>> {
    return this.#gateway.one(request, reply, 'instance', { object, id });
  }

  @Post('instances/:object/:id/stage')
  @CommandOperation('Moves an object by hand to another stage of the same milestone.')
  moveToStage(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('object') object: string,
    @Param('id') id: string,
    @Body() body: MoveToStageDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'moveToStage', { object, id, ...body });
  }

  @Post('instances/:object/:id/migrate')
  @CommandOperation('Puts an object under the version of its procedure that is in force.')
  migrate(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('object') object: string,
    @Param('id') id: string,
    @Body() body: MigrateInstanceDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'migrateInstance', { object, id, ...body });
  }

  @Post('instances/:object/:id/deadline')
  @CommandOperation('Puts on record that a deadline of the procedure passed.')
  deadlinePassed(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('object') object: string,
    @Param('id') id: string,
    @Body() body: DeadlinePassedDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'recordDeadlinePassed', { object, id, ...body, dueAt: body.dueAt as Instant });
  }
}
