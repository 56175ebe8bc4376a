import { contribution, draftLikeness as ask, type DraftLikeness, type WrittenDraft } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** What may already say what somebody is writing, as far as the viewer may know of it. */
export const draftLikeness: Query<WrittenDraft, readonly DraftLikeness[]> = {
  name: 'draftLikeness',
  run: (env, draft, viewer) => ask(env.read, draft, viewer),
  stillPermitted: (env, found, viewer) => found.filter((each) => contribution(env.read, each.contribution.contributionId, viewer) !== null),
};
