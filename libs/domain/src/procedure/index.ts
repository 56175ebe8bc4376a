export type * from './procedure.events.ts';
export { procedureDecider, type ProcedureState } from './procedure.decide.ts';
