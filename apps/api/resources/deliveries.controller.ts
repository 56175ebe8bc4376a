import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DeliveryFilter, DeliveryView, Page } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { pageLimit, parameters, wholeNumber } from '../headers.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { answerPage } from '../paging.ts';
import { DiscardDeliveryDto } from './deliveries.dto.ts';

const filters = ['stage', 'channel', 'recipient', 'member', 'ledgerIndex'] as const;

const filterFrom = ({ ledgerIndex, ...asked }: Readonly<Partial<Record<(typeof filters)[number], string>>>): DeliveryFilter => ({
  ...asked,
  ...(ledgerIndex === undefined ? {} : { ledgerIndex: wholeNumber(ledgerIndex) }),
});

@ApiTags('deliveries')
@Controller('api/v1/deliveries')
export class DeliveriesController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation(
    'Who was told what, when, by which rule, in which version and attempt, the newest first; for the Secretariat and operators.',
  )
  @ApiQuery({ name: 'stage', required: false, description: 'Where the messages stand: held waits for review, no_channel was never sent.' })
  @ApiQuery({ name: 'channel', required: false, enum: ['inbox', 'mail'] })
  @ApiQuery({ name: 'recipient', required: false, description: 'An accreditation.' })
  @ApiQuery({ name: 'member', required: false })
  @ApiQuery({ name: 'ledgerIndex', required: false, description: 'Entry that they tell of.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200, 50 unless told.' })
  @ApiQuery({ name: 'cursor', required: false })
  async list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Page<DeliveryView>> {
    const { cursor, limit, ...asked } = parameters(request, [...filters, 'cursor', 'limit']);
    const args = { filter: filterFrom(asked), cursor: cursor ?? null, limit: pageLimit(limit) };
    const page = await this.#gateway.query(request, reply, 'deliveries', args);
    return answerPage(reply, '/api/v1/deliveries', { ...asked, limit: String(args.limit) }, page);
  }

  @Get(':deliveryId')
  @QueryOperation('One message, with every attempt to bring it.')
  one(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('deliveryId') deliveryId: string,
  ): Promise<DeliveryView> {
    return this.#gateway.one(request, reply, 'delivery', { deliveryId });
  }

  @Post(':deliveryId/release')
  @CommandOperation('Lets go of a message that waited for review.')
  release(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('deliveryId') deliveryId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'releaseDelivery', { deliveryId });
  }

  @Post(':deliveryId/discard')
  @CommandOperation('Keeps a message that has not gone from going.')
  discard(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('deliveryId') deliveryId: string,
    @Body() body: DiscardDeliveryDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'discardDelivery', { deliveryId, ...body });
  }

  @Post(':deliveryId/resend')
  @CommandOperation('Has a message brought once more, with the same message id.')
  resend(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('deliveryId') deliveryId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'resendDelivery', { deliveryId });
  }
}
