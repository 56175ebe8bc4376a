import { scavengeCluster } from '../../../libs/event-store/src/adapters/kurrentdb/index.ts';
import { keptListOf } from '../../standalone/kept-erasures.ts';
import type { RecordPlace } from '../../standalone/open-store.ts';
import { withRecordAt } from '../open-record.ts';
import { list, recordEnds, takeAway, type Listed } from './steps.ts';

/** A server rewrites no event: what takes wording out of one has to wait. */
const onlyWholeStreams = ({ erasures, scope }: Listed): { readonly possible: Listed; readonly waiting: number } => {
  const rewriting = new Set(scope.contents.map(({ erasureId }) => erasureId));
  const streams = new Map([...scope.streams].filter(([, erasureId]) => !rewriting.has(erasureId)));
  const possible = { erasures: erasures.filter(({ erasureId }) => !rewriting.has(erasureId)), scope: { contents: [], streams } };
  return { possible, waiting: rewriting.size };
};

const waitingLine = (count: number): string =>
  `${count} erasures take wording out of recorded events: a server does not rewrite events, so they wait. They are carried out on an embedded record.`;

/**
 * Carries out the erasures that a KurrentDB cluster can: persons, their credentials and drafts, whose streams go whole. Tombstones first,
 * then a scavenge of every node, which is waited for and put on record. May be done while the record is served.
 *
 * @returns one sentence
 * @throws Unavailable when a node is away or its scavenge fails: nothing is said to be done then, and it is done again next time
 */
export const carryOutOnCluster = (place: RecordPlace, tell: (line: string) => void): Promise<string> =>
  withRecordAt(place, async (env) => {
    const listed = await list(env, place.dataDir, tell);
    if (listed === null) return 'Nothing waits to be erased.';
    const { possible, waiting } = onlyWholeStreams(listed);
    if (waiting > 0) tell(waitingLine(waiting));
    if (possible.erasures.length === 0) return 'Nothing is carried out.';
    tell(`${possible.erasures.length} erasures: ${possible.scope.streams.size} streams`);
    const files = await takeAway(env, possible);
    const nodes = await scavengeCluster(place.events, { tell });
    await recordEnds(env, possible, files, nodes);
    return [
      `${possible.erasures.length} erasures are carried out on ${nodes.length} nodes.`,
      'What a node still writes to keeps them until that chunk is full; backups of the nodes keep them until they are replaced.',
      `Empty the data folders of api, web and worker processes, which come back from the record. Keep ${keptListOf(place.dataDir)} with your backups.`,
    ].join(' ');
  });
