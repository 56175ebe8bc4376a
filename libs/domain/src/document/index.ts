export type * from './document.events.ts';
export type * from './document.commands.ts';
export { documentDecider } from './document.decide.ts';
export type { ConfirmedDocument, DocumentState } from './document.state.ts';
export type * from './difference.values.ts';
export { differenceOf, type ReadDocument } from './difference.ts';
export { isLaterEdition } from './symbol-edition.ts';
