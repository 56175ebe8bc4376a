import { createHash } from 'node:crypto';

/** A UUID that follows from a name; fast, for load only. */
export const idOf = (name) => {
  const hex = createHash('sha1').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

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
