import { memberRoles, neverReleases, type GovernedCategory } from '../governed-category.ts';

/** What no definition can change about the agenda of a session or conference. */
export const agendaCategory: GovernedCategory = {
  name: 'agenda',
  milestones: { opened: ['none', 'published'], published: ['opened'] },
  commands: {
    OpenAgenda: ['AgendaOpened'],
    AddAgendaHeading: ['AgendaHeadingAdded'],
    AddAgendaItem: ['AgendaItemAdded'],
    JustifyPriorityOmission: ['PriorityOmissionJustified'],
    ProposeAgendaVersion: ['AgendaVersionProposed'],
    ReturnAgendaVersion: ['AgendaVersionReturned'],
    ApproveAgendaVersion: ['AgendaVersionApproved'],
    PublishAgendaVersion: ['AgendaVersionPublished'],
  },
  reaches: { AgendaOpened: 'opened', AgendaVersionPublished: 'published' },
  fourEyes: [['ProposeAgendaVersion', 'ApproveAgendaVersion']],
  never: { ApproveAgendaVersion: [...memberRoles, ...neverReleases], PublishAgendaVersion: [...memberRoles, ...neverReleases] },
};
