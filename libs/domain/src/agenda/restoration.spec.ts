import { describe, expect, it } from '@jest/globals';
import { noon } from '../../../../test/support/domain.ts';
import { contentOf, type AgendaCommand, type AgendaEvent } from './index.ts';
import {
  ada,
  ben,
  given,
  hashOf,
  heading,
  item,
  opened,
  propose,
  proposed,
  publishedAfter,
  ready,
  secondItem,
  stateAfter,
  title,
} from '../../../../test/support/agenda.ts';

describe('an earlier version', () => {
  const one = publishedAfter(...ready);
  const content = contentOf(stateAfter(...ready), 1);
  const restore = (more: object = {}): AgendaCommand => ({
    type: 'RestoreAgendaVersion',
    data: { actor: ada, version: 1, content, goneTopics: [], hashOf, ...more },
  });
  const restored: AgendaEvent = {
    type: 'AgendaVersionRestored',
    data: { agendaId: 'a1', version: 1, contentHash: hashOf(content), content, restoredBy: ada.accreditationId },
  };
  it('becomes the working agenda again (row C6), once', () => {
    given(...one, secondItem)
      .when(restore())
      .then(restored);
    given(...one, secondItem, restored)
      .when(restore())
      .thenNothing();
    expect(contentOf(stateAfter(...one, secondItem, restored), 2)).toStrictEqual({ ...content, version: 2 });
  });
  it('shows as cancelled what readers saw since', () => {
    const two = publishedAfter(...one, secondItem);
    const { cancelled } = contentOf(stateAfter(...two, restored), 3);
    expect(cancelled).toStrictEqual([{ kind: 'item', id: 'i2', label: 'I - b', title, reasonCode: 'version_restored' }]);
  });
  it('is one that was published, word for word', () => {
    given(...one)
      .when(restore({ version: 2 }))
      .thenRejected({ code: 'agenda.version_unknown', version: 2 });
    given(...one)
      .when(restore({ content: null }))
      .thenRejected({ code: 'agenda.version_unknown', version: 1 });
    given(...one)
      .when(restore({ content: { ...content, version: 9 } }))
      .thenRejected({ code: 'agenda.version_unknown', version: 1 });
  });
  it('does not bring back a topic that left', () => {
    given(...one, secondItem)
      .when(restore({ goneTopics: ['t1'] }))
      .thenRejected({ code: 'agenda.topics_gone', topics: ['t1'] });
  });
});

describe('adoption (BR-21)', () => {
  const adopt = (inSession = false): AgendaCommand => ({ type: 'AdoptAgenda', data: { actor: ben, now: noon, inSession } });
  const adopted = (adoptedBy: 'body' | 'secretariat', contentHash: string): AgendaEvent => ({
    type: 'AgendaAdopted',
    data: { agendaId: 'a1', version: 1, contentHash, adoptedBy, recordedBy: ben.accreditationId, adoptedAt: noon },
  });
  it('is by the Secretariat for a conference, once, of a published version', () => {
    given(...publishedAfter(...ready))
      .when(adopt())
      .then(adopted('secretariat', 'hash of 1 with 1'));
    given(...publishedAfter(...ready), adopted('secretariat', 'hash of 1 with 1'))
      .when(adopt())
      .thenNothing();
    given(...ready)
      .when(adopt())
      .thenRejected({ code: 'agenda.nothing_published' });
  });
  it('is by the body for a session, while it sits', () => {
    const session: AgendaEvent = { type: 'SessionAgendaOpened', data: { agendaId: 'a1', sessionId: 's', title, themeSetId: null } };
    const past = publishedAfter(session, heading, item);
    given(...past)
      .when(adopt(true))
      .then(adopted('body', 'hash of 1 with 1'));
    given(...past)
      .when(adopt(false))
      .thenRejected({ code: 'agenda.not_in_session' });
  });
});

describe('a final version', () => {
  it('says so, and every later one does', () => {
    given(opened, heading, item, ...ready.slice(3))
      .when(propose(ada, { final: true }))
      .then({ ...proposed, data: { ...proposed.data, final: true } });
    expect(contentOf(stateAfter(...ready), 1, true).final).toBe(true);
  });
});
