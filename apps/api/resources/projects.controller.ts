import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { parameters } from '../headers.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import {
  ActivityDto,
  AgreementDto,
  BeneficiaryDto,
  CloseProjectDto,
  ComponentDto,
  CorrectionDto,
  DisputeDto,
  DonorDto,
  ExtensionDto,
  ProjectDto,
  RenameProjectDto,
  SuccessorDto,
} from './projects.dto.ts';

@ApiTags('projects')
@Controller('api/v1/projects')
export class ProjectsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Projects by donor, community, country, component, region or theme, each fact with its paragraph.')
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'projects'>> {
    return this.#gateway.query(
      request,
      reply,
      'projects',
      parameters(request, ['donor', 'community', 'country', 'component', 'region', 'theme']),
    );
  }

  @Get(':projectId')
  @QueryOperation('One project with every fact, doubt and correction.')
  read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('projectId') projectId: string,
  ): Promise<NonNullable<QueryAnswer<'project'>>> {
    return this.#gateway.one(request, reply, 'project', { projectId });
  }

  @Post('')
  @CommandOperation('Puts a project on the register.')
  register(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: ProjectDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'registerProject', body);
  }

  @Post(':projectId/name')
  @CommandOperation('Gives the project another name; the former one stays findable.')
  rename(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('projectId') projectId: string,
    @Body() body: RenameProjectDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'renameProject', { ...body, projectId });
  }

  @Post(':projectId/agreements')
  @CommandOperation('Records an agreement.')
  agree(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('projectId') projectId: string,
    @Body() body: AgreementDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'recordProjectAgreement', { ...body, projectId });
  }

  @Post(':projectId/components')
  @CommandOperation('Adds a component.')
  define(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('projectId') projectId: string,
    @Body() body: ComponentDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'defineProjectComponent', { ...body, projectId });
  }

  @Post(':projectId/activities')
  @CommandOperation('Reports an activity.')
  report(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('projectId') projectId: string,
    @Body() body: ActivityDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'reportProjectActivity', { ...body, projectId });
  }

  @Post(':projectId/beneficiaries')
  @CommandOperation('Adds a country, community or region that it is for.')
  benefit(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('projectId') projectId: string,
    @Body() body: BeneficiaryDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'addProjectBeneficiary', { ...body, projectId });
  }

  @Post(':projectId/donors')
  @CommandOperation('Adds a donor.')
  fund(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('projectId') projectId: string,
    @Body() body: DonorDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'addProjectDonor', { ...body, projectId });
  }

  @Post(':projectId/extend')
  @CommandOperation('Records until when it was extended.')
  extend(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('projectId') projectId: string,
    @Body() body: ExtensionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'extendProject', { ...body, projectId });
  }

  @Post(':projectId/close')
  @CommandOperation('Records that it is over.')
  close(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('projectId') projectId: string,
    @Body() body: CloseProjectDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'closeProject', { ...body, projectId });
  }

  @Post(':projectId/successors')
  @CommandOperation('Records what is to follow it.')
  succeed(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('projectId') projectId: string,
    @Body() body: SuccessorDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'proposeProjectSuccessor', { ...body, projectId });
  }

  @Post(':projectId/facts/:factId/dispute')
  @CommandOperation('Says that a fact is wrong; it stays, with the doubt beside it.')
  dispute(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('projectId') projectId: string,
    @Param('factId') factId: string,
    @Body() body: DisputeDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'disputeProjectFact', { ...body, projectId, factId });
  }

  @Post(':projectId/facts/:factId/correct')
  @CommandOperation('Says what a fact should say, with where that was read.')
  correct(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('projectId') projectId: string,
    @Param('factId') factId: string,
    @Body() body: CorrectionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'correctProjectFact', { ...body, projectId, factId });
  }
}
