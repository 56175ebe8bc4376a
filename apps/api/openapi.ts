import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const bilingual = { type: 'object', required: ['en', 'fr'], properties: { en: { type: 'string' }, fr: { type: 'string' } } } as const;
const eventList = {
  type: 'array',
  items: { type: 'object', required: ['type', 'data'], properties: { type: { type: 'string' }, data: { type: 'object' } } },
} as const;

/** Shapes that every operation shares. */
const shared = {
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'detail', 'code', 'texts'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      code: { type: 'string' },
      texts: bilingual,
      instance: { type: 'string' },
    },
  },
  CommandAnswer: {
    type: 'object',
    required: ['object', 'id', 'revision', 'events'],
    properties: {
      object: { type: 'string' },
      id: { type: 'string' },
      revision: { type: 'string' },
      position: { type: ['string', 'null'] },
      events: eventList,
      token: { type: 'string' },
    },
  },
} as const;

/** The description of the API, generated from its controllers. */
export const describeApi = (app: NestFastifyApplication): OpenAPIObject => {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Rapporteur')
    .setVersion('1')
    .setDescription(
      'What Members send, what is decided, the agenda that comes of it, and the guidance it answers. Every POST takes an Idempotency-Key; every refusal has a stable code and a text in English and French.',
    )
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, config);
  return {
    ...document,
    components: {
      ...document.components,
      schemas: { ...document.components?.schemas, ...(shared as unknown as NonNullable<OpenAPIObject['components']>['schemas']) },
    },
  };
};
