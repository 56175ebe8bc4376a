import { isBlank, registerDecider } from '../kernel/index.ts';
import type { ProjectRegistration, ProjectRejection } from './project.events.ts';

const check = ({ projectId, highlights, otherDates }: ProjectRegistration): ProjectRejection | null =>
  [...highlights, ...otherDates].some(({ paragraph }) => isBlank(paragraph))
    ? { code: 'project.fact_without_source', project: projectId }
    : null;

export const projectDecider = registerDecider<'ProjectRegistered', ProjectRegistration, ProjectRejection>({
  category: 'project',
  event: 'ProjectRegistered',
  check,
  taken: ({ projectId }) => ({ code: 'project.already_registered', project: projectId }),
});
