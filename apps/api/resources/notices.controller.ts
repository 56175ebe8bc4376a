import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { PublishRuleDto, RetireRuleDto, TemplateDto, toRule } from './deliveries.dto.ts';

@ApiTags('notices')
@Controller('api/v1')
export class NoticesController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get('notice-rules')
  @QueryOperation('Who is told of what, and whether mail goes out at all; for the Secretariat and operators.')
  rules(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'noticeRules'>> {
    return this.#gateway.query(request, reply, 'noticeRules', {});
  }

  @Post('notice-rules/:ruleId')
  @CommandOperation('Publishes who is told of what from now on; a rule that reaches nobody is refused.')
  publishRule(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('ruleId') ruleId: string,
    @Body() { rule, changeNote }: PublishRuleDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'publishRule', { ruleId, rule: toRule(rule), changeNote });
  }

  @Post('notice-rules/:ruleId/retire')
  @CommandOperation('Nobody is told by a rule any longer.')
  retireRule(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('ruleId') ruleId: string,
    @Body() body: RetireRuleDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'retireRule', { ruleId, ...body });
  }

  @Get('notice-templates')
  @QueryOperation('Every wording in both languages, in its version in force; for the Secretariat and operators.')
  templates(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'noticeTemplates'>> {
    return this.#gateway.query(request, reply, 'noticeTemplates', {});
  }

  @Post('notice-templates/:templateId')
  @CommandOperation('Publishes a wording in both languages.')
  publishTemplate(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('templateId') templateId: string,
    @Body() body: TemplateDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'publishTemplate', { templateId, template: body });
  }
}
