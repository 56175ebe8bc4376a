import { createHash } from 'node:crypto';
import { uuidV5 as idOf } from '../../../dist/libs/event-store/src/index.js';

export { idOf };

/** Data and metadata of the size that the demonstration records: some 300 and 350 bytes. */
export const dataOf = (n) => ({
  topicId: idOf(`topic${n}`),
  reason: {
    code: 'merit',
    text: { en: 'It answers what paragraph 16 asks, and no other proposal does.', fr: 'Elle répond à ce que demande le paragraphe 16.' },
  },
  decidedBy: idOf('ada'),
  decidedAt: '2015-03-12T10:00:00.000Z',
  $salt: '0123456789abcdef0123456789abcdef',
});

export const metadataOf = (n) => ({
  $correlationId: idOf(`cor${n}`),
  $causationId: idOf(`cau${n}`),
  commandId: idOf(`cmd${n}`),
  requestHash: createHash('sha256').update(String(n)).digest('hex'),
  actor: idOf('ada'),
  role: 'officer',
  grant: 'accreditation-ada@0',
  audience: 'internal',
  schema: '1',
  occurredAt: '2015-03-12T10:00:00.000Z',
});
