import type { AccreditationId, MemberCode, SourceParagraph } from '../kernel/index.ts';
import type { ProjectFactEvent, ProjectRegistration } from './project.events.ts';

type FactCommandName = {
  readonly ProjectRenamed: 'RenameProject';
  readonly ProjectAgreementSigned: 'RecordProjectAgreement';
  readonly ProjectComponentDefined: 'DefineProjectComponent';
  readonly ProjectActivityReported: 'ReportProjectActivity';
  readonly ProjectBeneficiaryAdded: 'AddProjectBeneficiary';
  readonly ProjectDonorJoined: 'AddProjectDonor';
  readonly ProjectExtended: 'ExtendProject';
  readonly ProjectClosed: 'CloseProject';
  readonly ProjectSuccessorProposed: 'ProposeProjectSuccessor';
};

/** The number of the fact, and the name it had, follow from the record. */
type Given<T extends ProjectFactEvent['type']> = Omit<Extract<ProjectFactEvent, { readonly type: T }>['data'], 'factId' | 'from'>;

export type ProjectFactCommand = {
  readonly [T in keyof FactCommandName]: { readonly type: FactCommandName[T]; readonly data: Given<T> };
}[keyof FactCommandName];

export type ProjectCommand =
  | { readonly type: 'RegisterProject'; readonly data: ProjectRegistration }
  | ProjectFactCommand
  | {
      readonly type: 'DisputeProjectFact';
      readonly data: {
        readonly projectId: string;
        readonly factId: string;
        readonly reason: string;
        readonly member: MemberCode | null;
        readonly disputedBy: AccreditationId;
      };
    }
  | {
      readonly type: 'CorrectProjectFact';
      readonly data: {
        readonly projectId: string;
        readonly factId: string;
        readonly correction: string;
        readonly source: SourceParagraph;
        readonly correctedBy: AccreditationId;
      };
    };

export type ProjectRejection =
  | { readonly code: 'project.already_registered'; readonly project: string }
  | { readonly code: 'project.fact_without_source'; readonly project: string }
  | { readonly code: 'project.not_found'; readonly project: string }
  | { readonly code: 'project.fact_empty'; readonly project: string }
  | { readonly code: 'project.fact_unknown'; readonly project: string; readonly fact: string }
  | { readonly code: 'project.closed'; readonly project: string; readonly closedOn: string };
