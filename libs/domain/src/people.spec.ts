import { describe, expect, it } from '@jest/globals';
import { specFor } from '../../../test/support/given.ts';
import { at, member, noon, release, who } from '../../../test/support/domain.ts';
import {
  accreditationDecider,
  credentialDecider,
  draftDecider,
  standingAt,
  standingLink,
  tokenStandingAt,
  type AccreditationEvent,
  type CredentialEvent,
  type DraftEvent,
} from './index.ts';

const id = who('ada').accreditationId;
const later = at('2015-12-31T00:00:00.000Z');

describe('accreditation', () => {
  const given = specFor(accreditationDecider);
  const grant = {
    accreditationId: id,
    role: 'delegate' as const,
    member: member('KE'),
    validFrom: noon,
    validUntil: later,
    language: 'en' as const,
  };
  const granted: AccreditationEvent = { type: 'AccreditationGranted', data: grant };
  const ended: AccreditationEvent = { type: 'AccreditationEnded', data: { accreditationId: id, endedAt: noon, reasonCode: 'left' } };
  const end = { type: 'EndAccreditation', data: { now: noon, reasonCode: 'left' } } as const;
  it('is granted, once', () => {
    given().when({ type: 'GrantAccreditation', data: grant }).then(granted);
    given(granted).when({ type: 'GrantAccreditation', data: grant }).thenNothing();
  });
  it('is not granted twice on different terms', () => {
    given(granted)
      .when({ type: 'GrantAccreditation', data: { ...grant, role: 'alternate' } })
      .thenRejected({ code: 'accreditation.already_granted' });
  });
  it('ends after it begins', () => {
    given()
      .when({ type: 'GrantAccreditation', data: { ...grant, validUntil: noon } })
      .thenRejected({ code: 'accreditation.validity_reversed', validFrom: noon, validUntil: noon });
  });
  it('of a delegate names a Member, of an officer none', () => {
    given()
      .when({ type: 'GrantAccreditation', data: { ...grant, member: null } })
      .thenRejected({ code: 'accreditation.member_required', role: 'delegate' });
    given()
      .when({ type: 'GrantAccreditation', data: { ...grant, role: 'officer' } })
      .thenRejected({ code: 'accreditation.member_not_allowed', role: 'officer' });
  });
  it('is ended, once, if it was granted', () => {
    given(granted).when(end).then(ended);
    given(granted, ended).when(end).thenNothing();
    given().when(end).thenRejected({ code: 'accreditation.not_granted' });
  });
  it('stands from its first instant to before its last', () => {
    const state = accreditationDecider.evolve(accreditationDecider.initialState, granted);
    expect(standingAt(state, noon)).toStrictEqual({ valid: true, role: 'delegate', member: 'KE', delegatedBy: null, scope: null });
    expect(standingAt(state, at('2015-02-10T11:59:59.999Z'))).toStrictEqual({ valid: false, code: 'accreditation.not_yet_valid' });
    expect(standingAt(state, at('2015-12-30T23:59:59.999Z'))).toMatchObject({ valid: true });
    expect(standingAt(state, later)).toStrictEqual({ valid: false, code: 'accreditation.expired' });
    expect(standingAt(accreditationDecider.evolve(state, ended), noon)).toStrictEqual({ valid: false, code: 'accreditation.ended' });
    expect(standingAt(accreditationDecider.initialState, noon)).toStrictEqual({ valid: false, code: 'accreditation.unknown' });
  });
});

describe('access token', () => {
  const given = specFor(credentialDecider);
  const token = { credentialId: 'c', accreditationId: id, tokenSha256: 'h', label: 'l' };
  const issued: CredentialEvent = { type: 'AccessTokenIssued', data: { ...token, issuedAt: noon, expiresAt: later } };
  const revoked: CredentialEvent = { type: 'AccessTokenRevoked', data: { credentialId: 'c', revokedAt: noon } };
  const issue = (expiresAt = later) => ({ type: 'IssueAccessToken', data: { ...token, now: noon, expiresAt } }) as const;
  it('is issued once', () => {
    given().when(issue()).then(issued);
    given(issued).when(issue()).thenRejected({ code: 'credential.already_issued' });
  });
  it('may be made for asking alone', () => {
    const asking: CredentialEvent = { type: 'AccessTokenIssued', data: { ...token, issuedAt: noon, expiresAt: later, readsOnly: true } };
    given()
      .when({ type: 'IssueAccessToken', data: { ...token, now: noon, expiresAt: later, readsOnly: true } })
      .then(asking);
    const state = credentialDecider.evolve(credentialDecider.initialState, asking);
    expect(tokenStandingAt(state, noon)).toStrictEqual({ valid: true, accreditationId: id, readsOnly: true });
  });
  const latest = at('2016-02-11T12:00:00.000Z');
  const own = (more: object, expiresAt = later) =>
    ({ type: 'IssueOwnAccessToken', data: { ...token, now: noon, expiresAt, latest, ...more } }) as const;
  it('may be made by its holder, for some commands or for asking', () => {
    const made = { ...token, issuedAt: noon, expiresAt: later };
    const forDrafts: CredentialEvent = { type: 'AccessTokenIssued', data: { ...made, commands: ['SaveDraft'] } };
    given()
      .when(own({ commands: ['SaveDraft'] }))
      .then(forDrafts);
    given()
      .when(own({ readsOnly: true }, latest))
      .then({ type: 'AccessTokenIssued', data: { ...made, expiresAt: latest, readsOnly: true } });
    const state = credentialDecider.evolve(credentialDecider.initialState, forDrafts);
    expect(tokenStandingAt(state, noon)).toStrictEqual({ valid: true, accreditationId: id, commands: ['SaveDraft'] });
  });
  it('made by its holder says what it is for, and ends within a year', () => {
    for (const nothing of [{}, { commands: [] }]) given().when(own(nothing)).thenRejected({ code: 'credential.scope_missing' });
    const tooLate = at('2016-02-11T12:00:00.001Z');
    given()
      .when(own({ readsOnly: true }, tooLate))
      .thenRejected({ code: 'credential.expiry_too_late', latest });
    given()
      .when(own({ readsOnly: true }, noon))
      .thenRejected({ code: 'credential.expiry_in_past', expiresAt: noon, now: noon });
    given(issued)
      .when(own({ readsOnly: true }))
      .thenRejected({ code: 'credential.already_issued' });
  });
  it('is taken back by its holder, once, and by nobody else', () => {
    const take = (by = id) => ({ type: 'RevokeOwnAccessToken', data: { by, now: noon } }) as const;
    given(issued).when(take()).then(revoked);
    given(issued, revoked).when(take()).thenNothing();
    given(issued)
      .when(take('other' as typeof id))
      .thenRejected({ code: 'credential.not_issued' });
    given().when(take()).thenRejected({ code: 'credential.not_issued' });
  });
  it('expires in the future', () => {
    given().when(issue(noon)).thenRejected({ code: 'credential.expiry_in_past', expiresAt: noon, now: noon });
  });
  it('is revoked, once, if it was issued', () => {
    const revoke = { type: 'RevokeAccessToken', data: { now: noon } } as const;
    given(issued).when(revoke).then(revoked);
    given(issued, revoked).when(revoke).thenNothing();
    given().when(revoke).thenRejected({ code: 'credential.not_issued' });
  });
  it('stands until before it expires, and not once revoked', () => {
    const state = credentialDecider.evolve(credentialDecider.initialState, issued);
    expect(tokenStandingAt(state, noon)).toStrictEqual({ valid: true, accreditationId: id });
    expect(tokenStandingAt(state, later)).toStrictEqual({ valid: false, code: 'token.expired' });
    expect(tokenStandingAt(credentialDecider.evolve(state, revoked), noon)).toStrictEqual({ valid: false, code: 'token.revoked' });
    expect(tokenStandingAt(credentialDecider.initialState, noon)).toStrictEqual({ valid: false, code: 'token.unknown' });
  });
});

describe('link to a calendar', () => {
  const given = specFor(credentialDecider);
  const link = { credentialId: 'c', accreditationId: id, scope: 'mine', tokenSha256: 'h' } as const;
  const issued: CredentialEvent = { type: 'CalendarLinkIssued', data: { ...link, issuedAt: noon } };
  const revoked: CredentialEvent = { type: 'CalendarLinkRevoked', data: { credentialId: 'c', revokedAt: noon } };
  const token: CredentialEvent = {
    type: 'AccessTokenIssued',
    data: { credentialId: 'c', accreditationId: id, tokenSha256: 'h', label: 'l', issuedAt: noon, expiresAt: null },
  };
  const after = (...events: readonly CredentialEvent[]) => events.reduce(credentialDecider.evolve, credentialDecider.initialState);
  const revoke = (by = id) => ({ type: 'RevokeCalendarLink', data: { by, now: noon } }) as const;
  it('is issued once', () => {
    given()
      .when({ type: 'IssueCalendarLink', data: { ...link, now: noon } })
      .then(issued);
    given(issued)
      .when({ type: 'IssueCalendarLink', data: { ...link, now: noon } })
      .thenRejected({ code: 'credential.already_issued' });
  });
  it('is taken back, once, by whoever made it', () => {
    given(issued).when(revoke()).then(revoked);
    given(issued, revoked).when(revoke()).thenNothing();
    const notIssued = { code: 'credential.link_not_issued' } as const;
    given(issued)
      .when(revoke('other' as typeof id))
      .thenRejected(notIssued);
    given().when(revoke()).thenRejected(notIssued);
    given(token).when(revoke()).thenRejected(notIssued);
  });
  it('is no token, and a token is no link', () => {
    given(issued)
      .when({ type: 'RevokeAccessToken', data: { now: noon } })
      .thenRejected({ code: 'credential.not_issued' });
    expect(tokenStandingAt(after(issued), noon)).toStrictEqual({ valid: false, code: 'token.unknown' });
    expect([standingLink(after(issued)), standingLink(after(issued, revoked)), standingLink(after(token))]).toStrictEqual([
      link,
      null,
      null,
    ]);
  });
});

describe('draft', () => {
  const given = specFor(draftDecider);
  const draft = {
    draftId: 'd',
    member: member('KE'),
    kind: 'topic' as const,
    guidanceId: 'g',
    callId: 'c',
    content: release().content,
    draftedBy: id,
    savedAt: noon,
  };
  const saved: DraftEvent = { type: 'DraftSaved', data: draft };
  const discarded: DraftEvent = { type: 'DraftDiscarded', data: { draftId: 'd', discardedAt: noon } };
  const save = (more: object = {}) => ({ type: 'SaveDraft', data: { ...draft, ...more } }) as const;
  const discard = (of: string) => ({ type: 'DiscardDraft', data: { now: noon, actor: who('x', of) } }) as const;
  it('is kept, and once while nothing changes', () => {
    given().when(save()).then(saved);
    given(saved)
      .when(save({ savedAt: later }))
      .thenNothing();
  });
  it('keeps its Member, kind and request', () => {
    given(saved)
      .when(save({ kind: 'practice' }))
      .thenRejected({ code: 'draft.identity_changed' });
  });
  it('says something', () => {
    given()
      .when(save({ content: { ...draft.content, title: ' ' } }))
      .thenRejected({ code: 'draft.text_empty', field: 'title' });
    given()
      .when(save({ content: { ...draft.content, text: '' } }))
      .thenRejected({ code: 'draft.text_empty', field: 'text' });
  });
  it('is discarded by its own Member, once', () => {
    given(saved).when(discard('KE')).then(discarded);
    given(saved, discarded).when(discard('KE')).thenNothing();
  });
  it('of another Member is like one that never was', () => {
    given(saved).when(discard('UG')).thenRejected({ code: 'draft.not_found' });
    given().when(discard('KE')).thenRejected({ code: 'draft.not_found' });
  });
  it('once discarded takes nothing more', () => {
    given(saved, discarded).when(save()).thenRejected({ code: 'draft.discarded' });
  });
});
