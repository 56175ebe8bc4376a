import { describe, expect, it } from '@jest/globals';
import type { ProjectView, StructureView } from '../register.views.ts';
import { matchProject, matchStructure, type Need } from './match.ts';

const need: Need = {
  member: 'KE',
  region: 'ESA',
  primaryTheme: 'AEO',
  secondaryThemes: ['RISK', 'CBM'],
  communities: ['EAC', 'COMESA'],
};
const project = (more: Partial<ProjectView>): ProjectView =>
  ({ themes: [], economicCommunities: [], regions: [], beneficiaries: [], ...more }) as unknown as ProjectView;
const structure = (more: Partial<StructureView>): StructureView => ({ region: null, host: null, ...more }) as unknown as StructureView;

describe('a project serves a need', () => {
  it.each<[string, Partial<ProjectView>, number]>([
    ['about its primary theme', { themes: ['AEO'] }, 6],
    ['about a further theme', { themes: ['RISK'] }, 3],
    ['about all of them', { themes: ['CBM', 'AEO', 'RISK', 'ORIGIN'] }, 12],
    ['for its very Member', { beneficiaries: ['KE', 'UG'] }, 5],
    ['about its theme, in its communities', { themes: ['AEO'], economicCommunities: ['COMESA', 'EAC'] }, 9],
    ['about its theme, in its region', { themes: ['AEO'], regions: ['ESA', 'WCA'] }, 7],
    ['in every way', { themes: ['AEO', 'RISK'], economicCommunities: ['EAC'], regions: ['ESA'], beneficiaries: ['KE'] }, 18],
  ])('%s', (_how, more, score) => {
    expect(matchProject(need, project(more))?.score).toBe(score);
  });
  it('and says by which themes, communities and region', () => {
    const found = matchProject(need, project({ themes: ['ORIGIN', 'RISK'], economicCommunities: ['EAC', 'SACU'], regions: ['ESA'] }));
    expect(found?.because).toStrictEqual({ themes: ['RISK'], communities: ['EAC'], regions: ['ESA'], forMember: false });
  });
  it('not by its ground alone', () => {
    expect(matchProject(need, project({ economicCommunities: ['EAC'], regions: ['ESA'], beneficiaries: ['UG'] }))).toBeNull();
    expect(matchProject({ ...need, region: null }, project({ themes: ['ORIGIN'] }))).toBeNull();
  });
});

describe('a structure serves a need', () => {
  it('of a Member of its region, its host first', () => {
    expect(matchStructure(need, structure({ region: 'ESA' }))?.score).toBe(1);
    expect(matchStructure(need, structure({ region: 'ESA', host: 'KE' }))?.score).toBe(6);
    expect(matchStructure(need, structure({ region: 'WCA', host: 'KE' }))?.score).toBe(5);
  });
  it('of nobody else', () => {
    expect(matchStructure(need, structure({ region: 'WCA', host: 'SN' }))).toBeNull();
    expect(matchStructure({ ...need, region: null }, structure({}))).toBeNull();
  });
});
