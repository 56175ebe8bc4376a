import { describe, expect, it } from '@jest/globals';
import { member, who } from '../../../../test/support/domain.ts';
import { specFor } from '../../../../test/support/given.ts';
import {
  projectDecider,
  registeredFacts,
  type ProjectCommand,
  type ProjectEvent,
  type ProjectFactCommand,
  type ProjectRegistration,
} from './index.ts';

const given = specFor(projectDecider);
const source = { symbol: 'PC0410E1', paragraph: 'A9' };
const registration: ProjectRegistration = {
  projectId: 'PRJ-INAMA',
  kind: 'project',
  name: 'GAPIN',
  aliases: [],
  donors: ['SIDA'],
  partners: [],
  economicCommunities: [],
  regions: ['ESA'],
  beneficiaries: ['KE'],
  beneficiariesDerived: false,
  beneficiariesStated: null,
  beneficiariesStatedCount: null,
  components: ['wildlife crime'],
  start: null,
  end: null,
  otherDates: [{ value: '2014-02', precision: 'month', what: 'signed', paragraph: 'A1' }],
  budget: null,
  themes: [],
  highlights: [{ paragraph: 'A9', quote: 'q', date: null, countries: [] }],
  issues: [],
  sourceSymbol: 'PC0410E1',
};
const projectId = registration.projectId;
const project = projectId;
const registered: ProjectEvent = { type: 'ProjectRegistered', data: registration };
const name = 'INAMA';
const rename = (more: object = {}): ProjectCommand => ({
  type: 'RenameProject',
  data: { projectId, name, inForceFrom: null, source, ...more },
});
const renamed: ProjectEvent = {
  type: 'ProjectRenamed',
  data: { projectId, factId: 'F1', from: 'GAPIN', name, inForceFrom: null, source },
};
const close = (closedOn = '2014-10'): ProjectCommand => ({
  type: 'CloseProject',
  data: { projectId, closedOn, evaluation: 'highly satisfactory', source },
});
const closed: ProjectEvent = {
  type: 'ProjectClosed',
  data: { projectId, factId: 'F1', closedOn: '2014-10', evaluation: 'highly satisfactory', source },
};
const ada = who('ada').accreditationId;
const dispute = (more: object = {}): ProjectCommand => ({
  type: 'DisputeProjectFact',
  data: { projectId, factId: 'donor-1', reason: 'We never gave.', member: member('SE'), disputedBy: ada, ...more },
});
const correct = (more: object = {}): ProjectCommand => ({
  type: 'CorrectProjectFact',
  data: { projectId, factId: 'donor-1', correction: 'Sida', source, correctedBy: ada, ...more },
});

describe('project', () => {
  it('that is not on the register takes no fact', () => {
    given().when(rename()).thenRejected({ code: 'project.not_found', project });
  });
  it('is renamed, once, and keeps the name it had', () => {
    given(registered).when(rename()).then(renamed);
    given(registered, renamed).when(rename()).thenNothing();
    given(registered)
      .when(rename({ name: 'GAPIN' }))
      .thenNothing();
    given(registered, renamed)
      .when(rename({ name: 'INAMA II' }))
      .then({ type: 'ProjectRenamed', data: { projectId, factId: 'F2', from: name, name: 'INAMA II', inForceFrom: null, source } });
  });
  it('takes no fact without a source, and none that says nothing', () => {
    given(registered)
      .when(rename({ source: { symbol: 'PC0410E1', paragraph: ' ' } }))
      .thenRejected({ code: 'project.fact_without_source', project });
    given(registered)
      .when(rename({ source: { symbol: '', paragraph: 'A9' } }))
      .thenRejected({ code: 'project.fact_without_source', project });
    given(registered)
      .when(rename({ name: ' ' }))
      .thenRejected({ code: 'project.fact_empty', project });
  });

  it.each<[ProjectFactCommand, ProjectEvent['type']]>([
    [
      {
        type: 'RecordProjectAgreement',
        data: { projectId, kind: 'grant', signedOn: '2012-09', parties: ['NORAD'], amount: '2 m', source },
      },
      'ProjectAgreementSigned',
    ],
    [{ type: 'DefineProjectComponent', data: { projectId, component: 'nCEN', source } }, 'ProjectComponentDefined'],
    [
      {
        type: 'ReportProjectActivity',
        data: { projectId, what: 'meeting', date: '2014-11', place: 'Kampala', countries: ['UG'], source },
      },
      'ProjectActivityReported',
    ],
    [{ type: 'AddProjectBeneficiary', data: { projectId, kind: 'country', beneficiary: 'UG', source } }, 'ProjectBeneficiaryAdded'],
    [{ type: 'AddProjectDonor', data: { projectId, donor: 'GIZ', source } }, 'ProjectDonorJoined'],
    [{ type: 'ExtendProject', data: { projectId, until: '2016-03-31', source } }, 'ProjectExtended'],
    [{ type: 'ProposeProjectSuccessor', data: { projectId, successor: 'Phase 2', successorId: null, source } }, 'ProjectSuccessorProposed'],
  ])('takes the fact of %j, once', (command, type) => {
    const event = { type, data: { ...command.data, factId: 'F1' } } as ProjectEvent;
    given(registered).when(command).then(event);
    given(registered, event).when(command).thenNothing();
  });

  it.each<ProjectFactCommand>([
    { type: 'DefineProjectComponent', data: { projectId, component: 'wildlife crime', source } },
    { type: 'AddProjectBeneficiary', data: { projectId, kind: 'country', beneficiary: 'KE', source } },
    { type: 'AddProjectDonor', data: { projectId, donor: 'SIDA', source } },
  ])('knows from its registration %j', (command) => {
    given(registered).when(command).thenNothing();
  });

  it('is closed once; then it ends no other day', () => {
    given(registered).when(close()).then(closed);
    given(registered, closed).when(close()).thenNothing();
    given(registered, closed).when(close('2015')).thenRejected({ code: 'project.closed', project, closedOn: '2014-10' });
    given(registered, closed)
      .when({ type: 'ExtendProject', data: { projectId, until: '2016', source } })
      .thenRejected({ code: 'project.closed', project, closedOn: '2014-10' });
    given(registered, closed)
      .when({ type: 'ProposeProjectSuccessor', data: { projectId, successor: 'Phase 2', successorId: null, source } })
      .then({ type: 'ProjectSuccessorProposed', data: { projectId, factId: 'F2', successor: 'Phase 2', successorId: null, source } });
  });

  it('has a fact disputed, once, that exists, with a reason', () => {
    const disputed: ProjectEvent = {
      type: 'ProjectFactDisputed',
      data: { projectId, factId: 'donor-1', reason: 'We never gave.', member: member('SE'), disputedBy: ada },
    };
    given(registered).when(dispute()).then(disputed);
    given(registered, disputed).when(dispute()).thenNothing();
    given(registered)
      .when(dispute({ factId: 'donor-2' }))
      .thenRejected({ code: 'project.fact_unknown', project, fact: 'donor-2' });
    given(registered)
      .when(dispute({ reason: '' }))
      .thenRejected({ code: 'project.fact_empty', project });
  });

  it('has a fact corrected, once, with a source; the fact stays', () => {
    const corrected: ProjectEvent = {
      type: 'ProjectFactCorrected',
      data: { projectId, factId: 'donor-1', correction: 'Sida', source, correctedBy: ada },
    };
    given(registered).when(correct()).then(corrected);
    given(registered, corrected).when(correct()).thenNothing();
    given(registered, renamed)
      .when(correct({ factId: 'F1' }))
      .then({ ...corrected, data: { ...corrected.data, factId: 'F1' } });
    given(registered)
      .when(correct({ factId: 'F1' }))
      .thenRejected({ code: 'project.fact_unknown', project, fact: 'F1' });
    given(registered)
      .when(correct({ source: { symbol: '', paragraph: '' } }))
      .thenRejected({ code: 'project.fact_without_source', project });
    given(registered)
      .when(correct({ correction: ' ' }))
      .thenRejected({ code: 'project.fact_empty', project });
  });

  it('names each fact of its registration', () => {
    expect(registeredFacts({ ...registration, end: '2015', start: '2014', budget: 'b', beneficiariesStated: 's' })).toStrictEqual([
      'name',
      'donor-1',
      'component-1',
      'beneficiary-1',
      'date-1',
      'highlight-1',
      'beneficiaries-stated',
      'start',
      'end',
      'budget',
    ]);
    expect(registeredFacts(registration)).toHaveLength(6);
  });
});
