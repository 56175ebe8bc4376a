export type * from './structure.events.ts';
export type * from './structure.commands.ts';
export { structureDecider, type StructureState } from './structure.decide.ts';
