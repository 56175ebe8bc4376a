import { memberRoles, neverReleases, type GovernedCategory } from '../governed-category.ts';

const secretariatOnly = [...memberRoles, ...neverReleases];

/** What no definition can change about a decision of the body: nobody circulates or adopts his own words. */
export const decisionCategory: GovernedCategory = {
  name: 'decision',
  milestones: {
    drafted: ['none', 'broken'],
    circulated: ['drafted'],
    broken: ['circulated'],
    adopted: ['none', 'drafted', 'circulated', 'broken'],
    rejected: ['drafted', 'broken'],
    transmitted: ['adopted'],
    implemented: ['adopted', 'transmitted'],
    superseded: ['adopted', 'transmitted', 'implemented'],
  },
  commands: {
    RecordPriorDecision: ['PriorDecisionRecorded'],
    DraftDecision: ['DecisionDrafted'],
    RedraftDecision: ['DecisionRedrafted'],
    AdoptDecision: ['DecisionAdopted'],
    RejectDecision: ['DecisionNotAdopted'],
    CirculateDecision: ['DecisionCirculated', 'DecisionSilenceStarted'],
    ObjectToDecision: ['DecisionObjectionRaised', 'DecisionSilenceBroken'],
    AdoptDecisionBySilence: ['DecisionAdoptedBySilence'],
    TransmitDecision: ['DecisionTransmitted'],
    RecordDecisionImplemented: ['DecisionImplemented'],
    SupersedeDecision: ['DecisionSuperseded'],
  },
  reaches: {
    PriorDecisionRecorded: 'adopted',
    DecisionDrafted: 'drafted',
    DecisionRedrafted: 'drafted',
    DecisionSilenceStarted: 'circulated',
    DecisionSilenceBroken: 'broken',
    DecisionAdoptedBySilence: 'adopted',
    DecisionAdopted: 'adopted',
    DecisionNotAdopted: 'rejected',
    DecisionTransmitted: 'transmitted',
    DecisionImplemented: 'implemented',
    DecisionSuperseded: 'superseded',
  },
  fourEyes: [
    ['DraftDecision', 'AdoptDecision'],
    ['DraftDecision', 'CirculateDecision'],
    ['RedraftDecision', 'AdoptDecision'],
    ['RedraftDecision', 'CirculateDecision'],
  ],
  never: {
    RecordPriorDecision: secretariatOnly,
    AdoptDecision: secretariatOnly,
    CirculateDecision: secretariatOnly,
    ObjectToDecision: neverReleases,
  },
};
