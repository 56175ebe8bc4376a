import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway } from '../gateway.ts';
import { parameters, wholeNumber } from '../headers.ts';
import { QueryOperation } from '../operations.ts';
import { Refusal } from '../problem.ts';

type Consistency = Exclude<QueryAnswer<'ledgerConsistency'>, { readonly code: string }>;

/** A plain text that no browser takes for anything else. */
const asText = (reply: FastifyReply): void => {
  void reply.header('content-type', 'text/plain; charset=utf-8').header('x-content-type-options', 'nosniff');
};

@ApiTags('ledger')
@Controller('api/v1')
export class LedgerController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get('ledger/checkpoint')
  @QueryOperation('The last signed checkpoint (C2SP tlog-checkpoint).')
  async checkpoint(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const answer = await this.#gateway.query(request, reply, 'ledgerCheckpoint', {});
    if ('code' in answer) throw new Refusal({ code: answer.code }, { 'retry-after': '1' });
    asText(reply);
    return answer.note;
  }

  @Get('ledger/tile/*')
  @QueryOperation('A file of the ledger: hashes for everybody, entries for those who read what is internal (C2SP tlog-tiles).')
  async tile(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const path = new URL(request.url, 'http://ledger').pathname.replace(/^\/api\/v1\/ledger\//, '');
    const { bytes } = await this.#gateway.one(request, reply, 'ledgerFile', { path });
    void reply.header('content-type', 'application/octet-stream').header('x-content-type-options', 'nosniff');
    return Buffer.from(bytes);
  }

  @Get('ledger/consistency')
  @QueryOperation('Proof that the ledger of one size is the beginning of another.')
  @ApiQuery({ name: 'old', required: true, type: Number })
  @ApiQuery({ name: 'size', required: false, type: Number })
  async consistency(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Consistency> {
    const { old = '', size } = parameters(request, ['old', 'size']);
    if (!/^\d{1,9}$/.test(old)) throw new Refusal({ code: 'query.bad_value', parameter: 'old' });
    const args = { old: Number(old), size: size === undefined ? null : wholeNumber(size) };
    const answer = await this.#gateway.query(request, reply, 'ledgerConsistency', args);
    if ('code' in answer) throw new Refusal({ ...answer }, answer.code === 'ledger.not_sealed' ? { 'retry-after': '1' } : {});
    return answer;
  }

  @Get('receipts/:contributionId')
  @QueryOperation('Proof that a contribution is in the ledger: 202 until it is sealed, then a proof by itself (C2SP tlog-proof).')
  @ApiQuery({ name: 'step', required: false, enum: ['submission', 'decision'] })
  async receipt(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('contributionId') contributionId: string,
  ): Promise<string | { readonly sealed: false }> {
    const { step = 'submission' } = parameters(request, ['step']);
    if (step !== 'submission' && step !== 'decision') throw new Refusal({ code: 'query.bad_value', parameter: 'step' });
    const receipt = await this.#gateway.one(request, reply, 'receipt', { contributionId, step });
    if (!receipt.sealed) {
      void reply.code(202).header('retry-after', '1');
      return receipt;
    }
    asText(reply);
    void reply.header('content-disposition', `attachment; filename="${receipt.name}"`);
    return receipt.file;
  }
}
