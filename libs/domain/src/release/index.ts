export type * from './release.events.ts';
export { releaseDecider, type ReleaseState } from './release.decide.ts';
