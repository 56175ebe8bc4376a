import { describe, it } from '@jest/globals';
import { specFor } from '../../../test/support/given.ts';
import { at, member, noon, on } from '../../../test/support/domain.ts';
import {
  decisionDecider,
  groupingDecider,
  ledgerDecider,
  memberDecider,
  projectDecider,
  structureDecider,
  themeSetDecider,
  type LedgerEvent,
  type MemberRegistration,
  type ProjectRegistration,
  type Theme,
} from './index.ts';

const name = { en: 'Kenya', fr: 'Kenya' };

describe('register entries', () => {
  const kenya: MemberRegistration = {
    code: member('KE'),
    name,
    region: 'ESA',
    accededOn: on('1965-05-24'),
    accessionVerified: true,
    correspondenceLanguage: 'en',
    landlocked: false,
    kind: 'state',
    economicCommunities: ['EAC'],
  };
  const grouping = {
    kind: 'economicCommunity' as const,
    code: 'EAC',
    name,
    shortName: name,
    members: [member('KE'), member('UG')],
    outsiders: [],
    seat: null,
    establishedYear: 2000,
    sourceParagraphs: [],
    note: null,
  };
  const structure = {
    structureId: 's',
    kind: 'RTC',
    region: 'ESA',
    name: 'RTC',
    hostCity: null,
    host: null,
    since: null,
    confidence: 'high',
    source: null,
  };
  const project: ProjectRegistration = {
    projectId: 'p',
    kind: 'project',
    name: 'P',
    aliases: [],
    donors: [],
    partners: [],
    economicCommunities: [],
    regions: [],
    beneficiaries: [],
    beneficiariesDerived: false,
    beneficiariesStated: null,
    components: [],
    start: null,
    end: null,
    otherDates: [],
    budget: null,
    themes: [],
    highlights: [{ paragraph: 'A1', quote: 'q', date: null, countries: [] }],
    issues: [],
    sourceSymbol: 'PC0410E1',
  };
  const decision = {
    decisionId: 'd',
    sessionId: 's',
    kind: 'agreement',
    quote: 'q',
    source: { symbol: 'PC0410E1', paragraph: 'B1' },
    followUp: null,
  };

  it('are recorded, once, and not under a taken name', () => {
    specFor(memberDecider)().when({ type: 'RegisterMember', data: kenya }).then({ type: 'MemberRegistered', data: kenya });
    specFor(memberDecider)({ type: 'MemberRegistered', data: kenya }).when({ type: 'RegisterMember', data: kenya }).thenNothing();
    specFor(memberDecider)({ type: 'MemberRegistered', data: kenya })
      .when({ type: 'RegisterMember', data: { ...kenya, region: 'WCA' } })
      .thenRejected({ code: 'member.already_registered', member: member('KE') });
    specFor(groupingDecider)({ type: 'GroupingRegistered', data: grouping })
      .when({ type: 'RegisterGrouping', data: { ...grouping, members: [] } })
      .thenRejected({ code: 'grouping.already_registered', grouping: 'EAC' });
    specFor(structureDecider)({ type: 'RegionalStructureRegistered', data: structure })
      .when({ type: 'RegisterRegionalStructure', data: { ...structure, name: 'x' } })
      .thenRejected({ code: 'structure.already_registered', structure: 's' });
    specFor(projectDecider)({ type: 'ProjectRegistered', data: project })
      .when({ type: 'RegisterProject', data: { ...project, name: 'x' } })
      .thenRejected({ code: 'project.already_registered', project: 'p' });
    specFor(decisionDecider)({ type: 'PriorDecisionRecorded', data: decision })
      .when({ type: 'RecordPriorDecision', data: { ...decision, quote: 'x' } })
      .thenRejected({ code: 'decision.already_recorded', decision: 'd' });
  });
  it('are refused when something is missing', () => {
    specFor(memberDecider)()
      .when({ type: 'RegisterMember', data: { ...kenya, name: { en: 'Kenya', fr: '' } } })
      .thenRejected({ code: 'member.name_missing', member: member('KE') });
    specFor(memberDecider)()
      .when({ type: 'RegisterMember', data: { ...kenya, accededOn: on('1965') } })
      .thenRejected({ code: 'member.bad_accession_date', accededOn: on('1965') });
    specFor(groupingDecider)()
      .when({ type: 'RegisterGrouping', data: { ...grouping, members: [member('KE'), member('KE')] } })
      .thenRejected({ code: 'grouping.member_listed_twice', members: [member('KE')] });
    specFor(structureDecider)()
      .when({ type: 'RegisterRegionalStructure', data: { ...structure, name: '' } })
      .thenRejected({ code: 'structure.name_missing', structure: 's' });
    specFor(projectDecider)()
      .when({ type: 'RegisterProject', data: { ...project, highlights: [{ paragraph: '', quote: 'q', date: null, countries: [] }] } })
      .thenRejected({ code: 'project.fact_without_source', project: 'p' });
    specFor(decisionDecider)()
      .when({ type: 'RecordPriorDecision', data: { ...decision, quote: '' } })
      .thenRejected({ code: 'decision.quote_missing', decision: 'd' });
  });
});

describe('theme set', () => {
  const theme: Theme = {
    code: 'ORIGIN',
    order: 1,
    kind: 'priority',
    label: name,
    shortLabel: name,
    keywords: { en: [], fr: [] },
    sourceParagraph: 'B14',
  };
  const set = (version: number, themes: readonly Theme[] = [theme]) => ({ themeSetId: 'ptc', version, decidedBy: 'x', themes });
  const given = specFor(themeSetDecider);
  it('is published version by version, each once', () => {
    given()
      .when({ type: 'PublishThemeSet', data: set(1) })
      .then({ type: 'ThemeSetPublished', data: set(1) });
    given({ type: 'ThemeSetPublished', data: set(1) })
      .when({ type: 'PublishThemeSet', data: set(1) })
      .thenNothing();
    given({ type: 'ThemeSetPublished', data: set(1) })
      .when({ type: 'PublishThemeSet', data: set(3) })
      .thenRejected({ code: 'themes.version_gap', expected: 2, found: 3 });
  });
  it('has a priority and no code twice', () => {
    given()
      .when({ type: 'PublishThemeSet', data: set(1, [{ ...theme, kind: 'crossCutting' }]) })
      .thenRejected({ code: 'themes.no_priority' });
    given()
      .when({ type: 'PublishThemeSet', data: set(1, [theme, theme]) })
      .thenRejected({ code: 'themes.code_repeated', codes: ['ORIGIN'] });
  });
});

describe('ledger', () => {
  const given = specFor(ledgerDecider);
  const clock = { mode: 'virtual', start: noon, rate: 1 } as const;
  const opening = { origin: 'o', uuid: 'u', vkey: 'v', clock };
  const opened: LedgerEvent = { type: 'LedgerOpened', data: opening };
  const later = at('2015-02-11T08:00:00.000Z');
  const advance = (to: typeof noon) => ({ type: 'AdvanceBusinessClock', data: { now: noon, to, reason: 'next_day' } }) as const;
  it('is opened, once, and before anything else', () => {
    given().when({ type: 'OpenLedger', data: opening }).then(opened);
    given(opened).when({ type: 'OpenLedger', data: opening }).thenNothing();
    given(opened)
      .when({ type: 'OpenLedger', data: { ...opening, uuid: 'w' } })
      .thenRejected({ code: 'ledger.already_opened' });
    given().when(advance(later)).thenRejected({ code: 'ledger.not_opened' });
  });
  it('puts a virtual clock forward only, a real one never', () => {
    given(opened)
      .when(advance(later))
      .then({ type: 'BusinessClockAdvanced', data: { from: noon, to: later, reason: 'next_day' } });
    given(opened).when(advance(noon)).thenRejected({ code: 'clock.not_forward', now: noon, to: noon });
    given({ type: 'LedgerOpened', data: { ...opening, clock: { mode: 'real' } } })
      .when(advance(later))
      .thenRejected({ code: 'clock.not_virtual' });
  });
  it('notes a data set once, and never another under its name', () => {
    const data = { dataset: 'd', sha256: 'h' };
    given(opened).when({ type: 'RecordReferenceData', data }).then({ type: 'ReferenceDataRecorded', data });
    given(opened, { type: 'ReferenceDataRecorded', data }).when({ type: 'RecordReferenceData', data }).thenNothing();
    given(opened, { type: 'ReferenceDataRecorded', data })
      .when({ type: 'RecordReferenceData', data: { ...data, sha256: 'x' } })
      .thenRejected({ code: 'reference.content_changed', dataset: 'd' });
  });
  it('declares invented samples once', () => {
    const data = { note: name, count: 3 };
    given(opened).when({ type: 'DeclareInventedSamples', data }).then({ type: 'InventedSamplesDeclared', data });
    given(opened, { type: 'InventedSamplesDeclared', data }).when({ type: 'DeclareInventedSamples', data }).thenNothing();
  });
});
