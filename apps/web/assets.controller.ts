import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { assetNamed, type Asset } from './assets.ts';

const codingFor = (request: FastifyRequest): keyof Asset['bytes'] => {
  const accepted = request.headers['accept-encoding'] ?? '';
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
};

/** Style sheet and scripts: all that pages bring along, from here and nowhere else. */
@ApiExcludeController()
@Controller()
export class AssetsController {
  @Get('/assets/:name')
  asset(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('name') name: string): Buffer | string {
    const asset = assetNamed(name);
    if (asset === null) {
      void reply.code(404);
      return '';
    }
    const coding = codingFor(request);
    if (coding !== 'identity') void reply.header('content-encoding', coding);
    void reply.headers({ 'content-type': asset.type, 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' });
    return asset.bytes[coding];
  }
}
