import { accept, isBlank, reject, same, type Decider, type Decision, type SourceParagraph } from '../kernel/index.ts';
import type { ProjectCommand, ProjectFactCommand, ProjectRejection } from './project.commands.ts';
import type { ProjectEvent, ProjectFactEvent, ProjectRegistration } from './project.events.ts';
import { evolveProject, registeredFacts, type ProjectState } from './project.state.ts';

type ProjectDecision = Decision<ProjectEvent, ProjectRejection>;
type Existing = Extract<ProjectState, { status: 'registered' }>;
type Data<T extends ProjectCommand['type']> = Extract<ProjectCommand, { type: T }>['data'];

const isWithoutSource = ({ symbol, paragraph }: SourceParagraph): boolean => isBlank(symbol) || isBlank(paragraph);

const register = (data: ProjectRegistration, state: ProjectState): ProjectDecision => {
  const { projectId, highlights, otherDates } = data;
  if (state.status === 'registered')
    return same(state.data, data) ? accept() : reject({ code: 'project.already_registered', project: projectId });
  return [...highlights, ...otherDates].some(({ paragraph }) => isBlank(paragraph))
    ? reject({ code: 'project.fact_without_source', project: projectId })
    : accept({ type: 'ProjectRegistered', data });
};

/** The fact as it will be recorded, with the text that may not be empty. */
const factOf = (command: ProjectFactCommand, factId: string, from: string): { readonly event: ProjectFactEvent; readonly text: string } => {
  switch (command.type) {
    case 'RenameProject':
      return { event: { type: 'ProjectRenamed', data: { ...command.data, factId, from } }, text: command.data.name };
    case 'RecordProjectAgreement':
      return { event: { type: 'ProjectAgreementSigned', data: { ...command.data, factId } }, text: command.data.kind };
    case 'DefineProjectComponent':
      return { event: { type: 'ProjectComponentDefined', data: { ...command.data, factId } }, text: command.data.component };
    case 'ReportProjectActivity':
      return { event: { type: 'ProjectActivityReported', data: { ...command.data, factId } }, text: command.data.what };
    case 'AddProjectBeneficiary':
      return { event: { type: 'ProjectBeneficiaryAdded', data: { ...command.data, factId } }, text: command.data.beneficiary };
    case 'AddProjectDonor':
      return { event: { type: 'ProjectDonorJoined', data: { ...command.data, factId } }, text: command.data.donor };
    case 'ExtendProject':
      return { event: { type: 'ProjectExtended', data: { ...command.data, factId } }, text: command.data.until };
    case 'CloseProject':
      return { event: { type: 'ProjectClosed', data: { ...command.data, factId } }, text: command.data.closedOn };
    case 'ProposeProjectSuccessor':
      return { event: { type: 'ProjectSuccessorProposed', data: { ...command.data, factId } }, text: command.data.successor };
  }
};

/** Equal but for the number and the name it had before. */
const isSameFact = (a: ProjectFactEvent, b: ProjectFactEvent): boolean => {
  const bare = ({ type, data }: ProjectFactEvent): object => ({ type, data: { ...data, factId: null, from: null } });
  return same(bare(a), bare(b));
};

/** What is known of a project already, whichever way it was recorded. */
const isKnown = (command: ProjectFactCommand, { data, name }: Existing): boolean => {
  switch (command.type) {
    case 'RenameProject':
      return name === command.data.name;
    case 'DefineProjectComponent':
      return data.components.includes(command.data.component);
    case 'AddProjectDonor':
      return data.donors.includes(command.data.donor);
    case 'AddProjectBeneficiary':
      return data.beneficiaries.includes(command.data.beneficiary);
    case 'RecordProjectAgreement':
    case 'ReportProjectActivity':
    case 'ExtendProject':
    case 'CloseProject':
    case 'ProposeProjectSuccessor':
      return false;
  }
};

const addFact = (command: ProjectFactCommand, state: Existing): ProjectDecision => {
  const { projectId: project, source } = command.data;
  const { event, text } = factOf(command, `F${state.facts.length + 1}`, state.name);
  if (isKnown(command, state) || state.facts.some((fact) => isSameFact(fact, event))) return accept();
  if (isWithoutSource(source)) return reject({ code: 'project.fact_without_source', project });
  if (isBlank(text)) return reject({ code: 'project.fact_empty', project });
  const endsAgain = command.type === 'ExtendProject' || command.type === 'CloseProject';
  if (endsAgain && state.closedOn !== null) return reject({ code: 'project.closed', project, closedOn: state.closedOn });
  return accept(event);
};

const knowsFact = ({ data, facts }: Existing, factId: string): boolean =>
  registeredFacts(data).includes(factId) || facts.some((fact) => fact.data.factId === factId);

const dispute = (data: Data<'DisputeProjectFact'>, state: Existing): ProjectDecision => {
  const { projectId: project, factId: fact, reason } = data;
  if (state.disputes.some((known) => same(known, data))) return accept();
  if (!knowsFact(state, fact)) return reject({ code: 'project.fact_unknown', project, fact });
  return isBlank(reason) ? reject({ code: 'project.fact_empty', project }) : accept({ type: 'ProjectFactDisputed', data });
};

const correct = (data: Data<'CorrectProjectFact'>, state: Existing): ProjectDecision => {
  const { projectId: project, factId: fact, correction, source } = data;
  const last = state.corrections.findLast(({ factId }) => factId === fact);
  if (last !== undefined && same(last, data)) return accept();
  if (!knowsFact(state, fact)) return reject({ code: 'project.fact_unknown', project, fact });
  if (isWithoutSource(source)) return reject({ code: 'project.fact_without_source', project });
  return isBlank(correction) ? reject({ code: 'project.fact_empty', project }) : accept({ type: 'ProjectFactCorrected', data });
};

export const projectDecider: Decider<ProjectState, ProjectCommand, ProjectEvent, ProjectRejection> = {
  category: 'project',
  initialState: { status: 'unknown' },
  evolve: evolveProject,
  decide: (command, state) => {
    if (command.type === 'RegisterProject') return register(command.data, state);
    if (state.status === 'unknown') return reject({ code: 'project.not_found', project: command.data.projectId });
    if (command.type === 'DisputeProjectFact') return dispute(command.data, state);
    return command.type === 'CorrectProjectFact' ? correct(command.data, state) : addFact(command, state);
  },
};
