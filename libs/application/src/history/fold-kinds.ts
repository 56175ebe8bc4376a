import {
  accreditationDecider,
  actionDecider,
  agendaDecider,
  attachmentDecider,
  calendarDecider,
  callDecider,
  conferenceDecider,
  decisionDecider,
  documentDecider,
  draftDecider,
  erasureDecider,
  groupingDecider,
  guidanceDecider,
  isOfProcedure,
  ledgerDecider,
  memberDecider,
  practiceDecider,
  processOutcomeDecider,
  projectDecider,
  releaseDecider,
  sessionDecider,
  structureDecider,
  themeSetDecider,
  topicDecider,
  translationDecider,
  workflowDecider,
} from '../../../domain/src/index.ts';

/** How an object follows from its events, whatever its kind. */
export interface ObjectFold {
  readonly initial: unknown;
  readonly evolve: (state: unknown, event: { readonly type: string; readonly data: object }) => unknown;
}

interface AnyDecider {
  readonly category: string;
  readonly readsProcedure?: true;
  readonly initialState: unknown;
  readonly evolve: (state: never, event: never) => unknown;
}

const foldOf = ({ initialState, evolve, readsProcedure }: AnyDecider): ObjectFold => ({
  initial: initialState,
  // The stream holds what its own decider recorded, and what the procedure did beside it.
  evolve: (state, event) => (isOfProcedure(event.type) && readsProcedure !== true ? state : evolve(state as never, event as never)),
});

const deciders: readonly AnyDecider[] = [
  accreditationDecider,
  actionDecider,
  agendaDecider,
  attachmentDecider,
  calendarDecider,
  callDecider,
  conferenceDecider,
  decisionDecider,
  documentDecider,
  draftDecider,
  erasureDecider,
  groupingDecider,
  guidanceDecider,
  ledgerDecider,
  memberDecider,
  practiceDecider,
  processOutcomeDecider,
  projectDecider,
  releaseDecider,
  sessionDecider,
  structureDecider,
  themeSetDecider,
  topicDecider,
  translationDecider,
  workflowDecider,
];

/** Kinds of objects that have a history; persons, credentials and signed heads are no part of the record. */
export const folds: ReadonlyMap<string, ObjectFold> = new Map(deciders.map((decider) => [decider.category, foldOf(decider)]));
