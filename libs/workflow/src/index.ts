export type * from './definition.ts';
export { noStage, procedureCommands, procedureEvents, stageNamed } from './definition.ts';
export { categoryOfCommand, commandBehind, governedCategories, governedCategory } from './categories/index.ts';
export { checkDefinition, type Finding } from './check-definition.ts';
export { deadlinesStartedBy } from './deadlines.ts';
export { diagramOf } from './diagram.ts';
export { generalCommands, generalTable, internalReaders, rolesAllowed } from './general.ts';
export { knownRoles, type GovernedCategory } from './governed-category.ts';
export {
  interpret,
  isAboutWho,
  isPaused,
  notStarted,
  openCommands,
  standingAfter,
  type Attempt,
  type ProcedureFact,
  type ProcedureRefusal,
  type Standing,
} from './interpret.ts';
export { parseDefinition } from './parse-definition.ts';
export { shippedCategories, shippedDefinition } from './shipped.ts';
export { straightPathPolicy } from './straight-path.ts';
