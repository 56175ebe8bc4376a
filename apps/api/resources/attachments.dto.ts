import { StreamableFile } from '@nestjs/common';
import type { ApiBodyOptions } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { CommandInput, QueryAnswer } from '../../../libs/application/src/index.ts';
import { OneOf, Pattern, Text } from '../input/fields.ts';
import { Refusal } from '../problem.ts';

const objects = ['draft', 'topic', 'practice', 'guidance', 'agenda', 'decision', 'action', 'document', 'translation', 'project'] as const;

export class ReasonDto {
  @Text(1, 2_000, 'Why.')
  readonly reason!: string;
}

export class EditionReasonDto extends ReasonDto {}

export class DeletionDto extends ReasonDto {
  @Pattern(/^[a-z][a-z_]{1,39}$/, 'Kind of reason.', 'personal_data')
  readonly reasonCode!: string;
}

export class ReleaseDto {
  @OneOf(['members', 'public'], 'Who may read it from now on.')
  readonly to!: 'members' | 'public';
}

/** How a form with one file is described. */
export const uploadBody = (fields: Readonly<Record<string, string>>): ApiBodyOptions => ({
  schema: {
    type: 'object',
    required: ['file'],
    properties: {
      ...Object.fromEntries(Object.entries(fields).map(([name, description]) => [name, { type: 'string', description }])),
      file: { type: 'string', format: 'binary' },
    },
  },
});

/** What a file is handed in for. @throws Refusal when nothing of that kind takes files */
export const toTarget = (object: string, id: string): CommandInput<'fileAttachment'>['owner'] => {
  const known = objects.find((name) => name === object);
  if (known === undefined) throw new Refusal({ code: 'input.invalid', errors: [{ pointer: '/object', rules: ['isIn'] }] });
  return { object: known, id };
};

type Bytes = NonNullable<QueryAnswer<'attachmentBytes'> | QueryAnswer<'documentSource'>>;

/**
 * Bytes to be saved, never to be shown: whatever is in them, a browser neither runs nor guesses it, and the name is a name only.
 *
 * @throws Refusal when they are gone
 */
export const asStreamable = (file: Bytes, reply: FastifyReply): StreamableFile => {
  if ('code' in file) throw new Refusal({ ...file });
  const plain = file.name.replace(/[^\x20-\x7E]|["\\%]/g, '_');
  const encoded = encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  void reply.headers({
    'content-type': file.mediaType,
    'content-length': String(file.sizeBytes),
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
  });
  return new StreamableFile(Readable.from(file.bytes));
};
