export type * from './workflow.events.ts';
export { workflowDecider, type WorkflowState } from './workflow.decide.ts';
