import { accept, missingLanguages, reject, type Decider } from '../kernel/index.ts';
import type { PublishedWorkflow, WorkflowCommand, WorkflowEvent, WorkflowRejection } from './workflow.events.ts';

export interface WorkflowState {
  readonly versions: readonly PublishedWorkflow[];
}

/** Versions of one procedure: published one after the other, none ever changed. */
export const workflowDecider: Decider<WorkflowState, WorkflowCommand, WorkflowEvent, WorkflowRejection> = {
  category: 'workflow',
  initialState: { versions: [] },
  evolve: ({ versions }, { data }) => ({ versions: [...versions, data] }),
  decide: ({ data: { findings, ...data } }, { versions }) => {
    const last = versions.at(-1);
    if (last !== undefined && last.policy === data.policy) return accept();
    const next = (last?.version ?? 0) + 1;
    if (data.version !== next) return reject({ code: 'workflow.version_not_next', version: data.version, next });
    const missing = missingLanguages(data.changeNote);
    if (missing.length > 0) return reject({ code: 'workflow.note_missing_language', missing });
    if (findings.length > 0)
      return reject({ code: 'workflow.definition_faulty', findings: findings.map(({ rule, at }) => `${rule}: ${at}`) });
    return accept({ type: 'WorkflowPublished', data });
  },
};
