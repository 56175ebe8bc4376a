import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import {
  CommunityDto,
  MemberChangeDto,
  MemberDto,
  MemberNameDto,
  MemberRegionDto,
  dateParameter,
  memberCode,
  toMemberChange,
  toRegistration,
} from './members.dto.ts';

@ApiTags('members')
@Controller('api/v1/members')
export class MembersController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Members on a date, today without one.')
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'members'>> {
    return this.#gateway.query(request, reply, 'members', { onDate: dateParameter(request) });
  }

  @Post()
  @CommandOperation('Puts a Member on the list.')
  register(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: MemberDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'registerMember', toRegistration(body));
  }

  @Get(':code')
  @QueryOperation('What the record holds about one country on a date, as far as the caller may know.')
  country(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('code') code: string,
  ): Promise<NonNullable<QueryAnswer<'countryPage'>>> {
    return this.#gateway.one(request, reply, 'countryPage', { code: memberCode(code), onDate: dateParameter(request) });
  }

  @Post(':code/name')
  @CommandOperation('Gives the Member another name from a day on.')
  rename(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('code') code: string,
    @Body() body: MemberNameDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'renameMember', toMemberChange(code, body));
  }

  @Post(':code/region')
  @CommandOperation('Puts the Member into another region from a day on.')
  region(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('code') code: string,
    @Body() body: MemberRegionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'changeMemberRegion', toMemberChange(code, body));
  }

  @Post(':code/communities/join')
  @CommandOperation('Records that the Member joined a Regional Economic Community.')
  join(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('code') code: string,
    @Body() body: CommunityDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'recordCommunityJoined', toMemberChange(code, body));
  }

  @Post(':code/communities/leave')
  @CommandOperation('Records that the Member left a Regional Economic Community.')
  leaveCommunity(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('code') code: string,
    @Body() body: CommunityDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'recordCommunityLeft', toMemberChange(code, body));
  }

  @Post(':code/leave')
  @CommandOperation('Records from which day on it is a Member no longer.')
  leave(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('code') code: string,
    @Body() body: MemberChangeDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'recordMemberLeft', toMemberChange(code, body));
  }
}
