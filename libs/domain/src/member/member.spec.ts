import { describe, expect, it } from '@jest/globals';
import { member, on } from '../../../../test/support/domain.ts';
import { specFor } from '../../../../test/support/given.ts';
import { accessionOf, memberDecider, type MemberCommand, type MemberEvent, type MemberRegistration } from './index.ts';

const given = specFor(memberDecider);
const code = member('SZ');
const [name, newName] = [
  { en: 'Swaziland', fr: 'Swaziland' },
  { en: 'Eswatini', fr: 'Eswatini' },
];
const [acceded, before, day, later] = [on('1981-05-15'), on('1981-05-14'), on('2018-04-19'), on('2018-04-20')];
const source = 'Government notice';
const registration: MemberRegistration = {
  code,
  name,
  region: 'ESA',
  accededOn: acceded,
  accessionVerified: true,
  correspondenceLanguage: 'en',
  landlocked: true,
  kind: 'state',
  economicCommunities: ['SACU'],
};
const registered: MemberEvent = { type: 'MemberRegistered', data: registration };
const renamed: MemberEvent = { type: 'MemberRenamed', data: { code, name: newName, inForceFrom: day, source } };
const rename = (inForceFrom = day, more: object = {}): MemberCommand => ({
  type: 'RenameMember',
  data: { code, name: newName, inForceFrom, source, ...more },
});
const moveTo = (region: string, inForceFrom = day): MemberCommand => ({
  type: 'ChangeMemberRegion',
  data: { code, region, inForceFrom, source },
});
const change = (community: string, inForceFrom = day) => ({ code, community, inForceFrom, source });
const join = (community: string, from = day): MemberCommand => ({ type: 'RecordCommunityJoined', data: change(community, from) });
const leave = (community: string, from = day): MemberCommand => ({ type: 'RecordCommunityLeft', data: change(community, from) });
const joined: MemberEvent = { type: 'MemberCommunityJoined', data: change('SADC') };
const leftCommunity: MemberEvent = { type: 'MemberCommunityLeft', data: change('SACU') };
const goes = (inForceFrom = day): MemberCommand => ({ type: 'RecordMemberLeft', data: { code, inForceFrom, source } });
const gone: MemberEvent = { type: 'MemberLeft', data: { code, inForceFrom: day, source } };

describe('member', () => {
  it('that is not on the list does not change', () => {
    given().when(rename()).thenRejected({ code: 'member.not_registered', member: code });
  });

  it('is renamed from a day on, once', () => {
    given(registered).when(rename()).then(renamed);
    given(registered, renamed).when(rename()).thenNothing();
    given(registered, renamed).when(rename(later)).thenNothing();
  });
  it('is named as it looks: in letters of one alphabet, all of them seen', () => {
    for (const name of [
      { en: 'Eswatin\u0456', fr: 'Eswatini' },
      { en: 'Eswatini', fr: 'Eswa\u200Btini' },
    ])
      given(registered).when(rename(day, { name })).thenRejected({ code: 'member.name_not_plain', member: code });
  });
  it('is renamed in both languages, with a source', () => {
    given(registered)
      .when(rename(day, { name: { en: 'Eswatini', fr: ' ' } }))
      .thenRejected({ code: 'member.name_missing', member: code });
    given(registered)
      .when(rename(day, { source: '' }))
      .thenRejected({ code: 'member.source_missing', member: code });
  });
  it('changes not before its accession; on that very day only what holds already', () => {
    given(registered)
      .when(rename(before))
      .thenRejected({ code: 'member.change_before_accession', accededOn: acceded, inForceFrom: before });
    given(registered).when(rename(acceded)).thenRejected({ code: 'member.change_out_of_order', last: acceded, inForceFrom: acceded });
  });

  it('moves to another region from a day on, once, and in order', () => {
    given(registered)
      .when(moveTo('WCA'))
      .then({ type: 'MemberRegionChanged', data: { code, region: 'WCA', inForceFrom: day, source } });
    const moved: MemberEvent = { type: 'MemberRegionChanged', data: { code, region: 'WCA', inForceFrom: day, source } };
    given(registered, moved).when(moveTo('WCA')).thenNothing();
    given(registered, moved).when(moveTo('MENA', day)).thenRejected({ code: 'member.change_out_of_order', last: day, inForceFrom: day });
  });

  it('joins a community from a day on, once', () => {
    given(registered).when(join('SADC')).then(joined);
    given(registered, joined).when(join('SADC')).thenNothing();
    given(registered).when(join('SACU')).thenNothing();
  });
  it('leaves a community it is in, once', () => {
    given(registered).when(leave('SACU')).then(leftCommunity);
    given(registered, leftCommunity).when(leave('SACU')).thenNothing();
    given(registered).when(leave('EAC')).thenRejected({ code: 'member.not_in_community', community: 'EAC', inForceFrom: day });
    given(registered, leftCommunity)
      .when(leave('SACU', later))
      .thenRejected({ code: 'member.not_in_community', community: 'SACU', inForceFrom: later });
  });
  it('leaves a community after it joined, and comes back when it has left', () => {
    given(registered, joined).when(leave('SADC')).thenRejected({ code: 'member.change_out_of_order', last: day, inForceFrom: day });
    given(registered, leftCommunity)
      .when(join('SACU'))
      .then({ type: 'MemberCommunityJoined', data: change('SACU') });
    given(registered, leftCommunity)
      .when(join('SACU', on('2018-04-18')))
      .thenRejected({ code: 'member.change_out_of_order', last: day, inForceFrom: on('2018-04-18') });
  });

  it('leaves the Organization, once, and changes no more from that day on', () => {
    given(registered).when(goes()).then(gone);
    given(registered, gone).when(goes()).thenNothing();
    given(registered, gone).when(goes(later)).thenRejected({ code: 'member.has_left', leftOn: day });
    given(registered, gone).when(join('SADC')).thenRejected({ code: 'member.has_left', leftOn: day });
    given(registered, gone)
      .when(join('SADC', on('2018-04-18')))
      .then({ type: 'MemberCommunityJoined', data: change('SADC', on('2018-04-18')) });
  });
  it('is a Member up to the day before it left', () => {
    const state = [registered, gone].reduce(memberDecider.evolve, memberDecider.initialState);
    expect(accessionOf(state, on('2018-04-18'))).toBe(acceded);
    expect(accessionOf(state, day)).toBeNull();
    expect(accessionOf(memberDecider.initialState, day)).toBeNull();
  });
});
