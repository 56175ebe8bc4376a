import { describe, expect, it } from '@jest/globals';
import { noon, who } from '../../../../test/support/domain.ts';
import { specFor } from '../../../../test/support/given.ts';
import { isStale, translationDecider, type TranslationCommand, type TranslationEvent, type TranslationRequest } from './index.ts';

const given = specFor(translationDecider);
const [ada, ben, cleo] = [who('ada'), who('ben'), who('cleo')];
const wanted: TranslationRequest = {
  translationId: 't1',
  subject: { object: 'topic', id: 'c1', field: 'title' },
  from: 'en',
  to: 'fr',
  sourceHash: 'one',
  requestedBy: ada.accreditationId,
  requestedAt: noon,
};
const request = (more: Partial<TranslationRequest> = {}): TranslationCommand => ({
  type: 'RequestTranslation',
  data: { ...wanted, ...more },
});
const requested: TranslationEvent = { type: 'TranslationRequested', data: wanted };
const french = { kind: 'text', text: 'Une loi' } as const;
const deliver = (more: object = {}): TranslationCommand => ({
  type: 'DeliverTranslation',
  data: { actor: ben, now: noon, source: 'one', sourceHash: 'one', content: french, ...more },
});
const delivered = (edition = 1, sourceHash = 'one', content = french): TranslationEvent => ({
  type: 'TranslationDelivered',
  data: { translationId: 't1', edition, content, sourceHash, translatedBy: ben.accreditationId, deliveredAt: noon },
});
const certify = (more: object = {}): TranslationCommand => ({
  type: 'CertifyTranslation',
  data: { actor: cleo, now: noon, source: 'one', edition: 1, ...more },
});
const certified: TranslationEvent = {
  type: 'TranslationCertified',
  data: { translationId: 't1', edition: 1, sourceHash: 'one', certifiedBy: cleo.accreditationId, certifiedAt: noon },
};
const giveBack = (more: object = {}): TranslationCommand => ({
  type: 'ReturnTranslation',
  data: { actor: cleo, now: noon, edition: 1, reason: 'Law is droit here.', ...more },
});
const returned: TranslationEvent = {
  type: 'TranslationReturned',
  data: { translationId: 't1', edition: 1, reason: 'Law is droit here.', returnedBy: cleo.accreditationId, returnedAt: noon },
};
const assign = (translator = ben, dueAt: typeof noon | null = null): TranslationCommand => ({
  type: 'AssignTranslation',
  data: { actor: ada, now: noon, translator: translator.accreditationId, dueAt },
});
const assigned = (translator = ben, dueAt: typeof noon | null = null): TranslationEvent => ({
  type: 'TranslationAssigned',
  data: {
    translationId: 't1',
    translator: translator.accreditationId,
    dueAt,
    assignedBy: ada.accreditationId,
    assignedAt: noon,
  },
});
const revise = (more: object = {}): TranslationCommand => ({
  type: 'ReviseTranslation',
  data: { actor: cleo, now: noon, source: 'one', edition: 1, content: null, ...more },
});
const better = { kind: 'text', text: 'Un seul droit' } as const;
const revised = (edition = 1, content: { readonly kind: 'text'; readonly text: string } = french): TranslationEvent => ({
  type: 'TranslationRevised',
  data: { translationId: 't1', edition, content, sourceHash: 'one', revisedBy: cleo.accreditationId, revisedAt: noon },
});
const note = (source: string): TranslationCommand => ({ type: 'NoteTranslationSource', data: { now: noon, source } });
const changed: TranslationEvent = { type: 'TranslationSourceChanged', data: { translationId: 't1', sourceHash: 'two', noticedAt: noon } };
const staleAfter = (...events: readonly TranslationEvent[]): boolean =>
  isStale(events.reduce(translationDecider.evolve, translationDecider.initialState));

describe('translation', () => {
  it('is asked for, once', () => {
    given().when(request()).then(requested);
    given(requested)
      .when(request({ sourceHash: 'two', requestedBy: ben.accreditationId }))
      .thenNothing();
  });
  it('is into the other language, and of one thing', () => {
    given()
      .when(request({ to: 'en' }))
      .thenRejected({ code: 'translation.same_language', language: 'en' });
    given(requested)
      .when(request({ subject: { ...wanted.subject, field: 'text' } }))
      .thenRejected({ code: 'translation.already_requested' });
  });
  it.each([assign(), deliver(), revise(), certify(), giveBack(), note('two')])('that nobody asked for is not given: %j', (command) => {
    given().when(command).thenRejected({ code: 'translation.not_requested' });
  });

  it('is delivered, once, edition by edition', () => {
    given(requested).when(deliver()).then(delivered());
    given(requested, delivered()).when(deliver()).thenNothing();
    given(requested, delivered())
      .when(deliver({ content: better }))
      .then(delivered(2, 'one', better as never));
  });
  it('says something', () => {
    given(requested)
      .when(deliver({ content: { kind: 'text', text: ' ' } }))
      .thenRejected({ code: 'translation.text_empty' });
    const file = { kind: 'file', sha256: 'h', reference: 'a1' } as const;
    given(requested)
      .when(deliver({ content: file }))
      .then(delivered(1, 'one', file as never));
  });
  it('of what no longer stands there is refused', () => {
    given(requested)
      .when(deliver({ source: 'two' }))
      .thenRejected({ code: 'translation.source_changed', translated: 'one', current: 'two' });
  });

  it('is certified by another than its translator, once', () => {
    given(requested, delivered()).when(certify()).then(certified);
    given(requested, delivered(), certified).when(certify()).thenNothing();
    given(requested, delivered())
      .when(certify({ actor: ben }))
      .thenRejected({ code: 'translation.translator_cannot_certify' });
  });
  it('is certified as it was read, of what stands there now', () => {
    given(requested).when(certify()).thenRejected({ code: 'translation.nothing_delivered' });
    given(requested, delivered(), delivered(2)).when(certify()).thenRejected({ code: 'translation.edition_differs', latest: 2, seen: 1 });
    given(requested, delivered())
      .when(certify({ source: 'two' }))
      .thenRejected({ code: 'translation.source_changed', translated: 'one', current: 'two' });
  });

  it('is given back with a reason, once, and then delivered anew', () => {
    given(requested, delivered()).when(giveBack()).then(returned);
    given(requested, delivered(), returned).when(giveBack()).thenNothing();
    given(requested, delivered(), returned).when(certify()).thenRejected({ code: 'translation.nothing_delivered' });
    given(requested, delivered(), returned).when(deliver()).then(delivered(2));
  });
  it('is given back before it is certified, as it was read, with a reason', () => {
    given(requested).when(giveBack()).thenRejected({ code: 'translation.nothing_delivered' });
    given(requested, delivered(), certified).when(giveBack()).thenRejected({ code: 'translation.already_certified' });
    given(requested, delivered())
      .when(giveBack({ edition: 2 }))
      .thenRejected({ code: 'translation.edition_differs', latest: 1, seen: 2 });
    given(requested, delivered())
      .when(giveBack({ reason: '' }))
      .thenRejected({ code: 'translation.text_empty' });
  });

  it('goes stale when the other language changes, once, until it is delivered anew', () => {
    given(requested, delivered()).when(note('two')).then(changed);
    given(requested, delivered(), changed).when(note('two')).thenNothing();
    expect(staleAfter()).toBe(false);
    expect(staleAfter(requested, changed)).toBe(false);
    expect(staleAfter(requested, delivered(), certified)).toBe(false);
    expect(staleAfter(requested, delivered(), certified, changed)).toBe(true);
    expect(staleAfter(requested, delivered(), changed, delivered(2, 'two'))).toBe(false);
  });
  it('that is stale and certified is not certified again', () => {
    given(requested, delivered(), certified, changed)
      .when(certify({ source: 'two' }))
      .thenRejected({ code: 'translation.source_changed', translated: 'one', current: 'two' });
  });

  it('is given to somebody, once for each term, and then delivered by nobody else', () => {
    given(requested).when(assign()).then(assigned());
    given(requested, assigned()).when(assign()).thenNothing();
    given(requested, assigned()).when(assign(ben, noon)).then(assigned(ben, noon));
    given(requested, assigned()).when(deliver()).then(delivered());
    given(requested, assigned(cleo)).when(deliver()).thenRejected({ code: 'translation.assigned_to_another' });
    given(requested, assigned(cleo), assigned()).when(deliver()).then(delivered());
  });
  it('that is certified is given to nobody, until it is stale', () => {
    given(requested, delivered(), certified).when(assign()).thenRejected({ code: 'translation.already_certified' });
    given(requested, delivered(), certified, changed).when(assign()).then(assigned());
  });

  it('is revised by another than its translator, once, with or without changes', () => {
    given(requested, delivered()).when(revise()).then(revised());
    given(requested, delivered(), revised()).when(revise()).thenNothing();
    given(requested, delivered())
      .when(revise({ content: better }))
      .then(revised(2, better));
    given(requested, delivered(), revised(2, better))
      .when(revise({ content: better }))
      .thenNothing();
    given(requested, delivered())
      .when(revise({ content: french }))
      .then(revised());
    given(requested, delivered())
      .when(revise({ actor: ben }))
      .thenRejected({ code: 'translation.translator_cannot_revise' });
  });
  it('is revised as it was read, of what stands there now, in words', () => {
    given(requested).when(revise()).thenRejected({ code: 'translation.nothing_delivered' });
    given(requested, delivered(), returned).when(revise()).thenRejected({ code: 'translation.nothing_delivered' });
    given(requested, delivered(), revised(2, better))
      .when(revise())
      .thenRejected({ code: 'translation.edition_differs', latest: 2, seen: 1 });
    given(requested, delivered())
      .when(revise({ source: 'two' }))
      .thenRejected({ code: 'translation.source_changed', translated: 'one', current: 'two' });
    given(requested, delivered(), certified).when(revise()).thenRejected({ code: 'translation.already_certified' });
    given(requested, delivered())
      .when(revise({ content: { kind: 'text', text: ' ' } }))
      .thenRejected({ code: 'translation.text_empty' });
  });
  it('is certified by nobody who wrote any of its words', () => {
    given(requested, delivered(), revised()).when(certify()).then(certified);
    given(requested, delivered(), revised(2, better))
      .when(certify({ edition: 2 }))
      .thenRejected({ code: 'translation.translator_cannot_certify' });
    given(requested, delivered(), revised(2, better))
      .when(certify({ edition: 2, actor: ben }))
      .thenRejected({ code: 'translation.translator_cannot_certify' });
    given(requested, delivered(), revised(2, better))
      .when(certify({ edition: 2, actor: ada }))
      .then({
        type: 'TranslationCertified',
        data: { translationId: 't1', edition: 2, sourceHash: 'one', certifiedBy: ada.accreditationId, certifiedAt: noon },
      });
  });
  it('knows of no revision before a delivery', () => {
    given(requested, revised()).when(certify()).thenRejected({ code: 'translation.nothing_delivered' });
  });
});
