import { applyDecorators } from '@nestjs/common';
import { Decides } from './policies/policy.ts';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';

const problems = (...statuses: readonly number[]): MethodDecorator =>
  applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: 'Problem details (RFC 9457) with a stable code and the text in English and French.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }),
    ),
  );

/** Describes a command: its key, its precondition, its dry run, its refusals. */
export const CommandOperation = (summary: string): MethodDecorator =>
  applyDecorators(
    Decides('command'),
    ApiOperation({ summary }),
    ApiBearerAuth(),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: '8 to 200 printable characters; the same key with the same body gives the stored answer.',
    }),
    ApiHeader({ name: 'If-Match', required: false, description: 'Revision that the client has seen, as in ETag.' }),
    ApiQuery({ name: 'dryRun', required: false, enum: ['true', 'false'], description: 'Decide and tell, record nothing.' }),
    ApiResponse({
      status: 201,
      description: 'Recorded, durable.',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/CommandAnswer' } } },
    }),
    ApiResponse({
      status: 200,
      description: 'Nothing new to record, a stored answer, or a dry run.',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/CommandAnswer' } } },
    }),
    problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 503),
  );

/** Describes a question: its freshness and its refusals. */
export const QueryOperation = (summary: string): MethodDecorator =>
  applyDecorators(
    Decides('question'),
    ApiOperation({ summary }),
    ApiHeader({
      name: 'x-min-position',
      required: false,
      description: 'Position of an own command; the answer waits for it up to two seconds and says x-stale when it is late.',
    }),
    ApiQuery({
      name: 'asOf',
      required: false,
      description: 'The state to look at: an entry number, an RFC 3339 instant, or agenda:ID:vN. The answer names the entry in x-as-of.',
    }),
    ApiResponse({ status: 200, description: 'The answer, as of the ledger size in x-ledger-size.' }),
    problems(400, 401, 404, 422, 503),
  );

/** Describes what is asked at the entrance: no key, since nothing of it is recorded under one. */
export const EntranceOperation = (summary: string): MethodDecorator =>
  applyDecorators(Decides('entrance'), ApiOperation({ summary }), problems(400, 401, 403, 404, 413, 415, 422, 429, 503));
