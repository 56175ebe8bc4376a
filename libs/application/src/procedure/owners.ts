import { sponsorsNow, type MemberCode, type PracticeState, type TopicState } from '../../../domain/src/index.ts';

const sponsorsOf = (state: TopicState | PracticeState): readonly MemberCode[] => (state.milestone === 'none' ? [] : sponsorsNow(state));

const owners: Readonly<Record<string, (state: never) => readonly MemberCode[]>> = {
  topic: (state: TopicState) => sponsorsOf(state),
  practice: (state: PracticeState) => sponsorsOf(state),
};

/** The Members an instance belongs to, in whose name alone some commands are given; none for what belongs to everybody. */
export const ownersOf = (category: string, state: unknown): readonly MemberCode[] => owners[category]?.(state as never) ?? [];

/** Whether instances of a category belong to Members. */
export const hasOwners = (category: string): boolean => Object.hasOwn(owners, category);
