export type * from './agenda.events.ts';
export type * from './agenda.commands.ts';
export { agendaDecider } from './agenda.decide.ts';
export { contentOf, type AgendaState } from './agenda.state.ts';
export { itemLabel, itemLetter, romanNumeral } from './numbering.ts';
