import { loadStream, type RecordedEvent } from '../../../event-store/src/index.ts';
import { lastRevision } from '../../../projections/src/index.ts';
import { governedCategory, isPaused, stageNamed, type Wording } from '../../../workflow/src/index.ts';
import type { Environment, Query } from '../contract.ts';
import { instanceOf } from '../procedure/instance.ts';
import { proceduresOf } from '../procedure/procedures.ts';

/** Where an instance stands in its procedure, and what is open to whom there. */
export interface InstanceView {
  readonly object: string;
  readonly id: string;
  readonly stage: string;
  readonly title: Wording;
  readonly milestone: string;
  readonly paused: boolean;
  readonly policy: string;
  readonly version: number;
  readonly open: readonly { readonly command: string; readonly roles: readonly string[] }[];
  readonly revision: string;
}

/** The events of a stream; of those, while looking back, the ones that had been recorded. */
const eventsThen = async (env: Environment, stream: string): Promise<readonly RecordedEvent[]> => {
  const { events } = await loadStream(env.store, stream);
  if (env.looksBack !== true) return events;
  const last = lastRevision(env.read, stream);
  return events.filter(({ revision }) => last !== null && revision <= BigInt(last));
};

/** Read from its own stream, for the Secretariat; null when there is none. */
export const instance: Query<{ readonly object: string; readonly id: string }, InstanceView | null> = {
  name: 'instance',
  run: async (env, { object, id }, viewer) => {
    const procedures = viewer.kind === 'internal' && governedCategory(object) !== null ? await proceduresOf(env.store, object) : null;
    if (procedures === null) return null;
    const events = await eventsThen(env, `${object}-${id}`);
    const last = events.at(-1);
    if (last === undefined) return null;
    const { edition, standing } = instanceOf(procedures, object, events);
    const { definition, policy } = edition;
    const stage = stageNamed(definition, standing.stage);
    const open = definition.commands.filter(
      ({ stages }) => stages.includes(standing.stage) || (stages.includes('*') && stage?.final !== true),
    );
    return {
      object,
      id,
      stage: standing.stage,
      title: stage?.title ?? { en: standing.stage, fr: standing.stage },
      milestone: stage?.milestone ?? '',
      paused: isPaused(definition, standing.stage),
      policy,
      version: definition.version,
      open: open.map(({ command, roles }) => ({ command, roles })),
      revision: String(last.revision),
    };
  },
};
