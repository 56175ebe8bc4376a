import type {
  ClosurePolicy,
  ContributionFate,
  DocumentEdition,
  GuidanceCommand,
  GuidanceEvent,
  GuidanceSession,
  LinkableContribution,
} from '../../libs/domain/src/index.ts';
import { at, member, noon, on, who } from './domain.ts';

export const guidanceId = 'PC0410.GR-1';
export const [officer, chair, kenyan] = [who('officer'), who('chair'), who('kim', 'KE')];
export const [kenya, uganda, france] = [member('KE'), member('UG'), member('FR')];
export const later = at('2015-10-15T10:00:00.000Z');

export const request = {
  guidanceId,
  ref: 'GR-1',
  order: 1,
  source: { symbol: 'PC0410E1', paragraph: 'B16' },
  documentId: 'd',
  sessionId: 'PTC-207-208',
  addressee: 'PTC delegates',
  leadIn: 'Lead',
  text: 'Text',
  expects: 'practice',
} as const;

export const evidence: DocumentEdition = { documentId: 'doc', symbol: 'PC0450E1', sha256: 'h' };
export const autumn: GuidanceSession = { sessionId: 'PTC-209-210', start: on('2015-10-14'), opened: true };
export const spring: GuidanceSession = { sessionId: 'PTC-207-208', start: on('2015-03-03'), opened: true };
export const settled = { code: 'answered', text: { en: 'The report answers it.' } } as const;
export const wordless = { code: 'answered', text: { en: ' ' } } as const;

export const contribution = (id: string, of = kenya, more: Partial<LinkableContribution> = {}): LinkableContribution => ({
  contributionId: id,
  kind: 'practice',
  reference: `${of}-${id}`,
  member: of,
  guidanceId,
  ...more,
});

export const returned = (...ids: readonly string[]): readonly ContributionFate[] =>
  ids.map((contributionId) => ({ contributionId, member: kenya, returnedAt: noon }));

// What happened, in order.
export const issued: GuidanceEvent = { type: 'GuidanceRequestIssued', data: request };
export const addressed: GuidanceEvent = {
  type: 'GuidanceRequestAddressed',
  data: { guidanceId, scope: { kind: 'all_members' }, members: [kenya, uganda, france], addressedAt: noon },
};
export const opened: GuidanceEvent = { type: 'GuidanceRequestOpened', data: { guidanceId, callId: 'c', openedAt: noon } };
export const linked = (id: string, of = kenya): GuidanceEvent => ({
  type: 'GuidanceResponseLinked',
  data: { guidanceId, contributionId: id, kind: 'practice', reference: `${of}-${id}`, member: of, linkedAt: noon },
});
export const nothingFrom = (of = uganda): GuidanceEvent => ({
  type: 'GuidanceNilReturnRecorded',
  data: { guidanceId, member: of, recordedBy: kenyan.accreditationId, recordedAt: noon },
});
export const policyIs = (policy: ClosurePolicy): GuidanceEvent => ({
  type: 'GuidanceClosurePolicySet',
  data: { guidanceId, policy, setBy: officer.accreditationId },
});
export const drafted = (edition = 1, contributionIds: readonly string[] = ['p1']): GuidanceEvent => ({
  type: 'GuidanceConsolidationDrafted',
  data: { guidanceId, edition, text: { en: 'Summary' }, contributionIds, draftedBy: officer.accreditationId, draftedAt: noon },
});
export const reported: GuidanceEvent = {
  type: 'GuidanceReported',
  data: {
    guidanceId,
    sessionId: autumn.sessionId,
    evidence,
    consolidation: 1,
    reportedBy: officer.accreditationId,
    reportedAt: noon,
  },
};
export const concluded = (conclusion: 'close' | 'carry_over'): GuidanceEvent => ({
  type: 'GuidanceConcluded',
  data: {
    guidanceId,
    sessionId: autumn.sessionId,
    conclusion,
    text: { fr: 'Le Comité prend note.' },
    concludedBy: chair.accreditationId,
    concludedAt: noon,
  },
});
export const partially: GuidanceEvent = {
  type: 'GuidancePartiallyClosed',
  data: {
    guidanceId,
    scope: { en: 'Practices on origin' },
    contributionIds: ['p1'],
    sessionId: autumn.sessionId,
    evidence,
    reason: settled,
    closedBy: officer.accreditationId,
    closedAt: noon,
  },
};
export const closed: GuidanceEvent = {
  type: 'GuidanceRequestClosed',
  data: {
    guidanceId,
    sessionId: autumn.sessionId,
    evidence,
    basis: 'secretariat_judgement',
    addressees: 3,
    answered: 1,
    nilReturns: 0,
    reason: settled,
    closedBy: officer.accreditationId,
    closedAt: noon,
  },
};
export const lapsed: GuidanceEvent = {
  type: 'GuidanceLapsed',
  data: { guidanceId, reason: settled, lapsedBy: officer.accreditationId, lapsedAt: noon },
};
export const carriedOver: GuidanceEvent = {
  type: 'GuidanceCarriedOver',
  data: {
    guidanceId,
    fromSessionId: autumn.sessionId,
    toSessionId: 'PTC-211-212',
    successorId: 'PC0410.GR-1.PTC-211-212',
    openContributionIds: ['p1'],
    reason: settled,
    carriedBy: officer.accreditationId,
    carriedAt: noon,
  },
};
export const superseded: GuidanceEvent = {
  type: 'GuidanceSuperseded',
  data: { guidanceId, supersededBy: 'PC0411.GR-1', reason: settled, recordedBy: officer.accreditationId, supersededAt: noon },
};
export const reopened: GuidanceEvent = {
  type: 'GuidanceReopened',
  data: { guidanceId, reason: settled, reopenedBy: officer.accreditationId, reopenedAt: noon },
};

export const open = [issued, addressed, opened] as const;
export const answered = [...open, linked('p1')] as const;
export const summarised = [...answered, drafted()] as const;
export const toClose = [...summarised, reported, concluded('close')] as const;

type Data<T extends GuidanceCommand['type']> = Extract<GuidanceCommand, { type: T }>['data'];

// What is asked for.
export const close = (more: Partial<Data<'CloseGuidanceRequest'>> = {}): GuidanceCommand => ({
  type: 'CloseGuidanceRequest',
  data: { fates: returned('p1'), reason: settled, actor: officer, now: noon, ...more },
});
export const reportTo = (more: Partial<Data<'ReportGuidanceRequest'>> = {}): GuidanceCommand => ({
  type: 'ReportGuidanceRequest',
  data: { sessionId: autumn.sessionId, session: autumn, evidence, actor: officer, now: noon, ...more },
});
export const conclude = (more: Partial<Data<'ConcludeGuidanceRequest'>> = {}): GuidanceCommand => ({
  type: 'ConcludeGuidanceRequest',
  data: {
    sessionId: autumn.sessionId,
    session: autumn,
    conclusion: 'close',
    text: { fr: 'Le Comité prend note.' },
    actor: chair,
    now: noon,
    ...more,
  },
});
