import { readFileSync } from 'node:fs';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Decides } from './policies/policy.ts';

/** The committed description; a spec keeps it equal to what the controllers say. */
@ApiExcludeController()
@Controller('api/v1')
export class OpenApiController {
  @Get('openapi.json')
  @Decides('open')
  read(@Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.header('content-type', 'application/json; charset=utf-8');
    return readFileSync(new URL('./openapi.json', import.meta.url), 'utf8');
  }
}
