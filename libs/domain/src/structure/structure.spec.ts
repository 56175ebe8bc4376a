import { describe, it } from '@jest/globals';
import { on } from '../../../../test/support/domain.ts';
import { specFor } from '../../../../test/support/given.ts';
import { structureDecider, type StructureCommand, type StructureEvent, type StructureRegistration } from './index.ts';

const given = specFor(structureDecider);
const structureId = 'RCL-JP';
const registration: StructureRegistration = {
  structureId,
  kind: 'RCL',
  region: 'AP',
  name: 'Regional Customs Laboratory',
  hostCity: 'Kashiwa',
  host: 'JP',
  since: '2014',
  confidence: 'high',
  source: 'PC0410E1 B5',
};
const [day, before, later] = [on('2014-11-12'), on('2014-11-11'), on('2020-01-01')];
const source = 'PC0410E1 B5';
const at = (inForceFrom = day) => ({ structureId, inForceFrom, source });
const registered: StructureEvent = { type: 'RegionalStructureRegistered', data: registration };
const established: StructureEvent = { type: 'RegionalStructureEstablished', data: at() };
const establish = (from = day): StructureCommand => ({ type: 'EstablishRegionalStructure', data: at(from) });
const move = (from = later, hostCity = 'Tokyo'): StructureCommand => ({
  type: 'ChangeRegionalStructureHost',
  data: { ...at(from), host: 'JP', hostCity },
});
const moved: StructureEvent = { type: 'RegionalStructureHostChanged', data: { ...at(later), host: 'JP', hostCity: 'Tokyo' } };
const close = (from = later): StructureCommand => ({ type: 'CloseRegionalStructure', data: at(from) });
const closed: StructureEvent = { type: 'RegionalStructureClosed', data: at(later) };
const statement = { kind: 'RILO', name: { en: 'Office', fr: 'Bureau' }, count: 11, statement: '11 in total', source };
const stated: StructureEvent = { type: 'RegionalStructureCountStated', data: statement };
const state = (more: object = {}): StructureCommand => ({ type: 'StateRegionalStructureCount', data: { ...statement, ...more } });

describe('regional structure', () => {
  it('that is not on the list does not change', () => {
    given().when(establish()).thenRejected({ code: 'structure.not_found', structure: structureId });
    given(stated).when(establish()).thenRejected({ code: 'structure.not_found', structure: structureId });
  });
  it('is established on one day, once', () => {
    given(registered).when(establish()).then(established);
    given(registered, established).when(establish()).thenNothing();
    given(registered, established).when(establish(before)).thenRejected({ code: 'structure.already_established', establishedOn: day });
  });
  it('moves to another host from a day on, once, in order, not before it was established', () => {
    given(registered, established).when(move()).then(moved);
    given(registered, established, moved).when(move()).thenNothing();
    given(registered, established).when(move(later, 'Kashiwa')).thenNothing();
    given(registered, established)
      .when(move(before))
      .thenRejected({ code: 'structure.change_out_of_order', last: day, inForceFrom: before });
    given(registered, established)
      .when(move(day))
      .then({ type: 'RegionalStructureHostChanged', data: { ...at(day), host: 'JP', hostCity: 'Tokyo' } });
    given(registered, moved)
      .when(move(later, 'Osaka'))
      .thenRejected({ code: 'structure.change_out_of_order', last: later, inForceFrom: later });
  });
  it('is closed, once, and changes no more', () => {
    given(registered).when(close()).then(closed);
    given(registered, closed).when(close()).thenNothing();
    given(registered, closed).when(close(day)).thenRejected({ code: 'structure.closed', closedOn: later });
    given(registered, closed).when(move()).thenRejected({ code: 'structure.closed', closedOn: later });
  });
  it('changes with a source only', () => {
    given(registered)
      .when({ type: 'CloseRegionalStructure', data: { ...at(), source: ' ' } })
      .thenRejected({ code: 'structure.source_missing', structure: structureId });
  });
  it('has a contact by reference, once', () => {
    const name = (personId: string | null): StructureCommand => ({ type: 'NameRegionalStructureContact', data: { structureId, personId } });
    const named: StructureEvent = { type: 'RegionalStructureContactNamed', data: { structureId, personId: 'p1' } };
    given(registered).when(name('p1')).then(named);
    given(registered, named).when(name('p1')).thenNothing();
    given(registered).when(name(null)).thenNothing();
    given(registered, named)
      .when(name(null))
      .then({ type: 'RegionalStructureContactNamed', data: { structureId, personId: null } });
  });
});

describe('the count that a document states', () => {
  it('is recorded as stated, once, with its source', () => {
    given().when(state()).then(stated);
    given(stated).when(state()).thenNothing();
    given(stated)
      .when(state({ count: 12 }))
      .then({ type: 'RegionalStructureCountStated', data: { ...statement, count: 12 } });
    given()
      .when(state({ source: '' }))
      .thenRejected({ code: 'structure.source_missing', structure: 'RILO' });
  });
  it('does not stand in the place of a structure', () => {
    given(registered).when(state()).thenRejected({ code: 'structure.already_registered', structure: 'RILO' });
    given(stated)
      .when({ type: 'RegisterRegionalStructure', data: registration })
      .thenRejected({ code: 'structure.already_registered', structure: structureId });
  });
});
