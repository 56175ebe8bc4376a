import { describe, expect, it } from '@jest/globals';
import { erasedWording, type AccreditationId, type ErasureSubject } from '../../../domain/src/index.ts';
import { openMemoryEventStore } from '../../../event-store/src/adapters/memory/index.ts';
import { uuidV5, type EventStore, type Json } from '../../../event-store/src/index.ts';
import { dataHashOf } from '../../../ledger/src/index.ts';
import type { DecidedErasure } from './pending.ts';
import { scopeOf } from './scope.ts';

const decided = (object: ErasureSubject['object'], id: string, erasureId = `e-${id}`): DecidedErasure => ({
  erasureId,
  subject: { object, id },
  requestedBy: 'ada' as AccreditationId,
  approvedBy: 'ben' as AccreditationId,
  events: 0,
});

type Written = readonly [stream: string, type: string, data: { readonly [key: string]: Json }];

const storeOf = async (...written: readonly Written[]): Promise<EventStore> => {
  const store = openMemoryEventStore();
  for (const [index, [stream, type, data]] of written.entries())
    await store.append(stream, 'any', [{ id: uuidV5(`${index}`), type, data: { ...data, $salt: String(index) }, metadata: {} }]);
  return store;
};

const content = (text: string): { readonly [key: string]: Json } => ({ title: 'Short', text, language: 'en' });
const submitted = (id: string, text: string, more = {}): Written => [
  `topic-${id}`,
  'TopicSubmitted',
  { contributionId: id, content: content(text), ...more },
];

const found = async (store: EventStore, ...erasures: readonly DecidedErasure[]): Promise<readonly string[]> => {
  const { contents, streams } = await scopeOf(store, erasures);
  return [
    ...contents.map(({ stream, revision, erasureId }) => `${stream}@${revision} ${erasureId}`),
    ...[...streams].map((pair) => pair.join(' ')),
  ];
};

describe('what an erasure takes away', () => {
  it('is the wording of a contribution, of its files and translations, and its draft', async () => {
    const store = await storeOf(
      submitted('t1', 'A trader of that name.', { draftId: 'd1' }),
      ['attachment-a1', 'AttachmentFiled', { attachmentId: 'a1', owner: { object: 'topic', id: 't1' }, file: { name: 'names.pdf' } }],
      ['attachment-a2', 'AttachmentFiled', { attachmentId: 'a2', owner: { object: 'topic', id: 't2' }, file: { name: 'other.pdf' } }],
      [
        'translation-x1',
        'TranslationRequested',
        { translationId: 'x1', subject: { object: 'topic', id: 't1', field: 'text' }, sourceHash: 'h' },
      ],
      ['translation-x1', 'TranslationDelivered', { translationId: 'x1', content: { kind: 'text', text: 'Un négociant.' } }],
      ['topic-t1', 'TopicAcknowledged', { topicId: 't1', acknowledgedAt: '2015-03-03T09:00:00.000Z' }],
    );
    expect(await found(store, decided('topic', 't1'))).toStrictEqual([
      'topic-t1@0 e-t1',
      'attachment-a1@0 e-t1',
      'translation-x1@0 e-t1',
      'translation-x1@1 e-t1',
      'draft-d1 e-t1',
    ]);
    const { contents } = await scopeOf(store, [decided('topic', 't1')]);
    const [first] = contents;
    const [event] = await Array.fromAsync(store.readStream('topic-t1', { maxCount: 1 }));
    expect(first).toMatchObject({
      dataHash: dataHashOf(event?.data),
      leftHash: dataHashOf(first?.data),
      data: {
        contributionId: 't1',
        draftId: 'd1',
        content: { title: erasedWording, text: erasedWording, language: 'en' },
        $erased: { by: 'e-t1', dataHash: dataHashOf(event?.data) },
      },
    });
  });

  it('is repeated by the Secretariat elsewhere, and by the parts of a topic, but another Member keeps what it said itself', async () => {
    const store = await storeOf(
      submitted('t1', 'A trader of that name.'),
      submitted('t2', 'A trader of that name.'),
      submitted('t3', 'A trader of that name.', { splitFrom: 't1' }),
      ['agenda-a', 'AgendaItemAdded', { itemId: 'i', title: { en: 'On “A trader of that name.”', fr: 'Court' } }],
      ['agenda-a', 'AgendaItemAdded', { itemId: 'j', title: { en: 'A trader of another name.', fr: 'Short' } }],
    );
    expect(await found(store, decided('topic', 't1'))).toStrictEqual(['topic-t1@0 e-t1', 'topic-t3@0 e-t1', 'agenda-a@0 e-t1']);
    expect(await found(store, decided('topic', 't2'))).toStrictEqual(['topic-t2@0 e-t2', 'agenda-a@0 e-t2']);
    expect(await found(store, decided('topic', 't3'))).toStrictEqual(['topic-t1@0 e-t3', 'topic-t3@0 e-t3', 'agenda-a@0 e-t3']);
    const { contents } = await scopeOf(store, [decided('topic', 't1')]);
    expect(contents[2]?.data).toMatchObject({ title: { en: erasedWording, fr: 'Court' } });
  });

  it('is a person with tokens and account, as far as nobody else holds the accreditation by now', async () => {
    const store = await storeOf(
      ['person-p1', 'PersonRegistered', { personId: 'p1', details: { name: 'One' } }],
      ['credential-c1', 'AccessTokenIssued', { credentialId: 'c1', accreditationId: 'held' }],
      ['credential-c2', 'AccessTokenIssued', { credentialId: 'c2', accreditationId: 'handed on' }],
      ['credential-c3', 'AccessTokenIssued', { credentialId: 'c3', accreditationId: 'of nobody' }],
      ['credential-a1', 'AccountInvited', { accountId: 'a1', personId: 'p1' }],
      ['credential-a2', 'AccountInvited', { accountId: 'a2', personId: 'p2' }],
      ['person-p1', 'PersonAccreditationLinked', { personId: 'p1', accreditationId: 'held' }],
      ['person-p1', 'PersonAccreditationLinked', { personId: 'p1', accreditationId: 'handed on' }],
      ['person-p2', 'PersonAccreditationLinked', { personId: 'p2', accreditationId: 'handed on' }],
    );
    expect(await found(store, decided('person', 'p1'))).toStrictEqual(['person-p1 e-p1', 'credential-c1 e-p1', 'credential-a1 e-p1']);
  });

  it('belongs to the erasure that was asked for first where two meet, and to each one its own', async () => {
    const store = await storeOf(submitted('t1', 'A trader of that name.'), submitted('t2', 'Another trader, elsewhere.'), [
      'agenda-a',
      'AgendaItemAdded',
      { title: { en: 'A trader of that name. Another trader, elsewhere.', fr: '' } },
    ]);
    expect(await found(store, decided('topic', 't1'), decided('topic', 't2'))).toStrictEqual([
      'topic-t1@0 e-t1',
      'topic-t2@0 e-t2',
      'agenda-a@0 e-t1',
    ]);
  });

  it('is not found again once it is gone', async () => {
    const store = await storeOf(submitted('t1', 'A trader of that name.'));
    const { contents } = await scopeOf(store, [decided('topic', 't1')]);
    const erased = openMemoryEventStore();
    await erased.append('topic-t1', 'no_stream', [
      { id: uuidV5('0'), type: 'TopicSubmitted', data: contents[0]?.data ?? null, metadata: {} },
    ]);
    expect(await found(erased, decided('topic', 't1'))).toStrictEqual([]);
  });
});
