import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { noon, who } from '../../../../test/support/domain.ts';
import { frozen, specFor } from '../../../../test/support/given.ts';
import { erasedWording, erasureDecider, withoutWording, type ErasedEvent, type ErasureCommand, type ErasureEvent } from './index.ts';

const given = specFor(erasureDecider);
const [ada, ben, kim] = [who('ada'), who('ben'), who('kim')];
const erasureId = 'e1';
const subject = { object: 'topic', id: 't1' } as const;
const basis = 'asked_by_the_member';

const ask = (reason = 'Named a trader.', actor = ada): ErasureCommand => ({
  type: 'RequestErasure',
  data: { actor, now: noon, erasureId, subject, basis, reason },
});
const asked: ErasureEvent = {
  type: 'ErasureRequested',
  data: { erasureId, subject, basis, reason: 'Named a trader.', requestedBy: ada.accreditationId, requestedAt: noon },
};
const refuse = (reason = 'Lawful.'): ErasureCommand => ({ type: 'RefuseErasure', data: { actor: ben, now: noon, reason } });
const refused: ErasureEvent = {
  type: 'ErasureRefused',
  data: { erasureId, reason: 'Lawful.', refusedBy: ben.accreditationId, refusedAt: noon },
};
const approve = (actor = ben): ErasureCommand => ({ type: 'ApproveErasure', data: { actor, now: noon } });
const approved: ErasureEvent = { type: 'ErasureApproved', data: { erasureId, approvedBy: ben.accreditationId, approvedAt: noon } };
const erased = (n: number): ErasedEvent => ({ stream: 'topic-t1', revision: n, dataHash: `was ${n}`, leftHash: `is ${n}` });
const list = (events: readonly ErasedEvent[]): ErasureCommand => ({ type: 'ListErasureScope', data: { events, now: noon } });
const listed = (part: number, events: readonly ErasedEvent[]): ErasureEvent => ({
  type: 'ErasureScopeListed',
  data: { erasureId, part, events, listedAt: noon },
});
const counts = { events: 1, streams: 2, files: 3 };
const purge: ErasureCommand = { type: 'RecordErasurePurged', data: { ...counts, now: noon } };
const purged: ErasureEvent = { type: 'ErasurePurged', data: { erasureId, ...counts, purgedAt: noon } };

describe('an erasure', () => {
  it('is asked for with a reason, once', () => {
    given().when(ask()).then(asked);
    given(asked).when(ask()).thenNothing();
    given(asked).when(ask('Otherwise.')).thenRejected({ code: 'erasure.already_requested' });
    given().when(ask(' ')).thenRejected({ code: 'erasure.reason_missing' });
  });
  it('is confirmed by a second person, once, and not after it was refused', () => {
    given(asked).when(approve()).then(approved);
    given(asked).when(approve(ada)).thenRejected({ code: 'erasure.requester_cannot_approve' });
    given(asked, approved).when(approve()).thenNothing();
    given(asked, approved).when(approve(kim)).thenNothing();
    given(asked, refused).when(approve()).thenRejected({ code: 'erasure.refused' });
    given().when(approve()).thenRejected({ code: 'erasure.not_found' });
  });
  it('is refused with a reason, once, and not after it was confirmed', () => {
    given(asked).when(refuse()).then(refused);
    given(asked, refused).when(refuse()).thenNothing();
    given(asked).when(refuse('')).thenRejected({ code: 'erasure.reason_missing' });
    given(asked, approved).when(refuse()).thenRejected({ code: 'erasure.already_approved' });
  });
  it('lists what goes once it is confirmed, each event once, in parts of 500', () => {
    given(asked).when(list([])).thenRejected({ code: 'erasure.not_approved' });
    given(asked, refused)
      .when(list([erased(1)]))
      .thenRejected({ code: 'erasure.not_approved' });
    given(asked, approved)
      .when(list([erased(1)]))
      .then(listed(1, [erased(1)]));
    given(asked, approved, listed(1, [erased(1)]))
      .when(list([erased(1), erased(2)]))
      .then(listed(2, [erased(2)]));
    given(asked, approved, listed(1, [erased(1)]))
      .when(list([erased(1)]))
      .thenNothing();
    const many = Array.from({ length: 501 }, (_event, n) => erased(n));
    given(asked, approved)
      .when(list(many))
      .then(listed(1, many.slice(0, 500)), listed(2, many.slice(500)));
    given(asked, approved)
      .when(list(many.slice(0, 500)))
      .then(listed(1, many.slice(0, 500)));
  });
  it('is carried out to its end once it is confirmed, once', () => {
    given(asked).when(purge).thenRejected({ code: 'erasure.not_approved' });
    given(asked, approved).when(purge).then(purged);
    given(asked, approved, purged).when(purge).thenNothing();
    given(asked, approved, purged).when(approve()).thenNothing();
  });
});

interface Sample {
  readonly type: string;
  readonly data: object;
}

const samplesOf = (aggregate: string): readonly Sample[] =>
  JSON.parse(readFileSync(`test/fixtures/events/${aggregate}.json`, 'utf8')) as readonly Sample[];

/** Every text of a value with the names that lead to it. */
const textsIn = (value: unknown, path: readonly string[] = []): readonly string[] => {
  if (typeof value === 'string') return [path.join('.')];
  if (Array.isArray(value)) return value.flatMap((member) => textsIn(member, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => textsIn(member, [...path, name]));
};

/** Texts of contributions, files and translations that stay: codes, names of Members and themes, ids, instants and hashes. */
const stays =
  /(?:At|Id|By|Hash|^(?!source)\w*[sS]ha256|Session|From|Outcome|Code)$|(?:^|\.)(?:code|language|level|mediaType|purpose|primaryTheme|secondaryThemes|economicCommunity|member|members|sponsors|asked|mark|channel|cause|outcome|recommendation|ruling|kind|metadata|object|id|field|from|to|translator|reference|sha256|receivedSha256|topicId)$/;

describe('what people wrote', () => {
  const samples = ['topic', 'practice', 'attachment', 'translation'].flatMap(samplesOf);

  it.each(samples.map(({ type, data }, index) => [type, index, data] as const))(
    'goes from %s (%i), and nothing else',
    (_type, _index, data) => {
      const { left } = withoutWording(frozen(data));
      const gone = textsIn(data).filter((_path, index) => textsOf(data)[index] !== textsOf(left)[index]);
      const kept = textsIn(data).filter((_path, index) => textsOf(data)[index] === textsOf(left)[index]);
      expect(kept.filter((path) => !stays.test(path) && !/^result$/.test(path))).toStrictEqual([]);
      expect(gone.filter((path) => /(?:At|Id|By)$/.test(path))).toStrictEqual([]);
      expect(withoutWording(left).left).toStrictEqual(left);
    },
  );

  it('is told where the Member said it, when it is long enough to be known again', () => {
    const content = { title: 'Twelve signs', text: 'Eleven here', attachments: [{ name: 'long enough.pdf' }] };
    expect(withoutWording({ content, reason: { code: 'out_of_scope', text: { en: 'Some long reason.' } } })).toStrictEqual({
      left: {
        content: { title: erasedWording, text: erasedWording, attachments: [{ name: erasedWording }] },
        reason: { code: 'out_of_scope', text: { en: erasedWording } },
      },
      said: ['Twelve signs'],
    });
  });
});

/** Every text of a value. */
const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};
