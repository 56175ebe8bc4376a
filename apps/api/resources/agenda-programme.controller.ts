import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import { asAccreditation, asDate } from './brand.ts';
import { AgendaTitleDto, AgendaReasonDto } from './agenda-building.dto.ts';
import {
  DayDto,
  RoomDto,
  SlotDto,
  SlotTimesDto,
  SlotItemsDto,
  SpeakerDto,
  SpeakerRemarkDto,
  ReplaceSpeakerDto,
  OtherMeetingDto,
  ClashWaiverDto,
} from './agenda-programme.dto.ts';

@ApiTags('agendas')
@Controller('api/v1/agendas')
export class AgendaProgrammeController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Post(':agendaId/days')
  @CommandOperation('Adds a day of the meeting to the programme, and warns of meetings on the same day.')
  addAgendaDay(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: DayDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'addAgendaDay', { ...body, date: asDate(body.date), agendaId });
  }

  @Post(':agendaId/days/:date/remove')
  @CommandOperation('Takes an empty day off the programme.')
  removeAgendaDay(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('date') date: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'removeAgendaDay', { agendaId, date: asDate(date) });
  }

  @Post(':agendaId/rooms')
  @CommandOperation('Adds a room.')
  addAgendaRoom(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: RoomDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'addAgendaRoom', { ...body, agendaId });
  }

  @Post(':agendaId/rooms/:roomId/remove')
  @CommandOperation('Takes an unused room off the programme.')
  removeAgendaRoom(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('roomId') roomId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'removeAgendaRoom', { agendaId, roomId });
  }

  @Post(':agendaId/slots')
  @CommandOperation('Adds a slot; a room holds one at a time.')
  addAgendaSlot(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: SlotDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'addAgendaSlot', { ...body, agendaId });
  }

  @Post(':agendaId/slots/:slotId/move')
  @CommandOperation('Gives a slot another time or room.')
  moveAgendaSlot(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('slotId') slotId: string,
    @Body() body: SlotTimesDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'moveAgendaSlot', { ...body, agendaId, slotId });
  }

  @Post(':agendaId/slots/:slotId/title')
  @CommandOperation('Gives a slot another title.')
  retitleAgendaSlot(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('slotId') slotId: string,
    @Body() body: AgendaTitleDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'retitleAgendaSlot', { ...body, agendaId, slotId });
  }

  @Post(':agendaId/slots/:slotId/items')
  @CommandOperation('Says which items a slot takes up.')
  assignAgendaSlotItems(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('slotId') slotId: string,
    @Body() body: SlotItemsDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'assignAgendaSlotItems', { ...body, agendaId, slotId });
  }

  @Post(':agendaId/slots/:slotId/cancel')
  @CommandOperation('Cancels a slot; later versions say so.')
  cancelAgendaSlot(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('slotId') slotId: string,
    @Body() body: AgendaReasonDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'cancelAgendaSlot', { ...body, agendaId, slotId });
  }

  @Post(':agendaId/slots/:slotId/speakers')
  @CommandOperation('Invites somebody to speak or moderate.')
  inviteAgendaSpeaker(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('slotId') slotId: string,
    @Body() body: SpeakerDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'inviteAgendaSpeaker', {
      ...body,
      person: asAccreditation(body.person),
      agendaId,
      slotId,
    });
  }

  @Post(':agendaId/speakers/:speakerId/confirm')
  @CommandOperation('Records that a speaker comes.')
  confirmAgendaSpeaker(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('speakerId') speakerId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'confirmAgendaSpeaker', { agendaId, speakerId });
  }

  @Post(':agendaId/speakers/:speakerId/decline')
  @CommandOperation('Records that a speaker does not come.')
  declineAgendaSpeaker(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('speakerId') speakerId: string,
    @Body() body: SpeakerRemarkDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'declineAgendaSpeaker', { ...body, agendaId, speakerId });
  }

  @Post(':agendaId/speakers/:speakerId/replace')
  @CommandOperation('Puts another in the place of a speaker.')
  replaceAgendaSpeaker(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('speakerId') speakerId: string,
    @Body() body: ReplaceSpeakerDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'replaceAgendaSpeaker', {
      ...body,
      person: asAccreditation(body.person),
      agendaId,
      speakerId,
    });
  }

  @Post(':agendaId/other-meetings')
  @CommandOperation('Notes a meeting held elsewhere, and warns of the days that fall on it.')
  noteOtherMeeting(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: OtherMeetingDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'noteOtherMeeting', {
      ...body,
      start: asDate(body.start),
      end: asDate(body.end),
      agendaId,
    });
  }

  @Post(':agendaId/clash-waivers')
  @CommandOperation('Says why a clash is accepted.')
  waiveAgendaClash(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: ClashWaiverDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'waiveAgendaClash', { ...body, agendaId });
  }
}
