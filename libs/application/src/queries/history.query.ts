import { contribution, effectiveAudience, historyOf, type HistoryEntry, type Viewer } from '../../../projections/src/index.ts';
import type { Environment, Query } from '../contract.ts';

/** The audiences that a viewer belongs to, for one object: a Member is the addressee of what it stands behind. */
const audiencesOf = (env: Environment, stream: string, viewer: Viewer): readonly HistoryEntry['audience'][] => {
  if (viewer.kind !== 'member') return ['public'];
  const [, contributionId] = /^(?:topic|practice)-(.+)$/.exec(stream) ?? [];
  const file = contributionId === undefined ? null : contribution(env.read, contributionId, viewer);
  const isOwn = file?.sponsors.some(({ member }) => member === viewer.member) === true;
  return isOwn ? ['addressee', 'members', 'public'] : ['members', 'public'];
};

/** The recorded steps of one object: all for internal viewers, for everybody else what its audience or a release opens to them. */
export const history: Query<{ readonly stream: string }, readonly HistoryEntry[] | null> = {
  name: 'history',
  run: (env, { stream }, viewer) => {
    const entries = historyOf(env.read, stream);
    if (viewer.kind === 'internal') return entries;
    const may = audiencesOf(env, stream, viewer);
    // Counted anew: a gap would tell that something internal happened in between.
    return entries.filter((entry) => may.includes(effectiveAudience(env.read, entry))).map((entry, revision) => ({ ...entry, revision }));
  },
};
