import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { objectIn, PublishRuleDto, RetireRuleDto, ruleIn, TemplateDto, toRule } from './deliveries.dto.ts';
import type { NoticeRule } from '../../../libs/domain/src/index.ts';
import { parameters } from '../headers.ts';
import { Refusal } from '../problem.ts';

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

  @Get('notice-preview')
  @QueryOperation('Who would be told, and how, if something happened to an object now; for the Secretariat and operators.')
  @ApiQuery({ name: 'ruleId', required: false, description: 'A rule in force; or else say rule.' })
  @ApiQuery({ name: 'rule', required: false, description: 'A rule as it would be published, as JSON.' })
  @ApiQuery({ name: 'object', description: 'Category of the object, topic.' })
  @ApiQuery({ name: 'id', description: 'Which one.' })
  @ApiQuery({
    name: 'fields',
    required: false,
    description: 'What the event would say, as JSON: conditions and addressees are read from it.',
  })
  async preview(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'noticePreview'>> {
    const { ruleId, rule, object, id, fields } = parameters(request, ['ruleId', 'rule', 'object', 'id', 'fields']);
    if (object === undefined || id === undefined)
      throw new Refusal({ code: 'query.bad_value', parameter: object === undefined ? 'object' : 'id' });
    const asked = rule === undefined ? await this.#ruleInForce(request, reply, ruleId) : ruleIn(rule);
    return this.#gateway.query(request, reply, 'noticePreview', { rule: asked, object, id, fields: objectIn('fields', fields ?? '{}') });
  }

  async #ruleInForce(request: FastifyRequest, reply: FastifyReply, ruleId: string | undefined): Promise<NoticeRule> {
    const { rules } = await this.#gateway.query(request, reply, 'noticeRules', {});
    const found = rules.find((one) => one.ruleId === ruleId);
    if (found === undefined) throw new Refusal({ code: 'query.bad_value', parameter: 'ruleId' });
    return found.rule;
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
