import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { StreamNotFound, Unavailable } from '../../errors.ts';
import { Calls } from './calls.ts';
import { clientAt, ClientKeeper } from './client-keeper.ts';
import { pause } from './deadline.ts';
import { Reading } from './reading.ts';

/** What one node of a cluster did to take away what streams no longer hold. */
export interface NodeScavenge {
  /** Host and port as the nodes know it. */
  readonly node: string;
  readonly scavengeId: string;
}

interface Operation {
  readonly url: string;
  /** Longest time for one node; a large log takes hours. */
  readonly limitMs: number;
  readonly pollMs: number;
  readonly tell: (line: string) => void;
}

/** The client offers no call of its own for these services; its way to make one is there, for itself. */
type Execute = <T>(service: unknown, name: string, action: (stub: Stub) => Promise<T>) => Promise<T>;
type Stub = Readonly<Record<string, (request: unknown, answer: (error: Error | null, value: unknown) => void) => void>>;

const ask = (client: KurrentDBClient, service: unknown, method: string, request: unknown): Promise<unknown> => {
  const execute = Reflect.get(client, 'execute') as Execute;
  return execute(
    service,
    method,
    (stub) =>
      new Promise((resolve, reject) => {
        stub[method]?.(request, (error, value) => {
          if (error === null) resolve(value);
          else reject(error);
        });
      }),
  );
};

/** The same address, of one node alone. */
const urlOfNode = (url: string, node: string): string => {
  const [, user = '', tail = ''] = /^[a-z]+(?:\+discover)?:\/\/(?:([^@/?]*)@)?[^/?]*(.*)$/.exec(url) ?? [];
  return `kurrentdb://${user === '' ? '' : `${user}@`}${node}${tail}`;
};

const withCalls = async <T>(url: string, work: (calls: Calls) => Promise<T>): Promise<T> => {
  const keeper = new ClientKeeper(clientAt(url));
  try {
    return await work(new Calls(keeper));
  } finally {
    await keeper.close();
  }
};

/** Every node that holds the log: all but managers. @throws Unavailable when one of them is away: what it holds would come back with it */
const nodesOf = (url: string): Promise<readonly string[]> =>
  withCalls(url, async (calls) => {
    const [{ default: grpc }, { default: pb }, { default: shared }] = await Promise.all([
      import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_grpc_pb.js'),
      import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb.js'),
      import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js'),
    ]);
    const answer = await calls.make({
      asked: { streamId: '$mem-gossip', expected: 'any' },
      options: {},
      outcome: 'n/a',
      repeatable: true,
      run: (client) => ask(client, grpc.GossipClient, 'read', new shared.Empty()),
    });
    const members = (answer as InstanceType<typeof pb.ClusterInfo>)
      .getMembersList()
      .filter((member) => member.getState() !== pb.MemberInfo.VNodeState.MANAGER)
      .map((member) => ({
        node: `${member.getHttpEndPoint()?.getAddress() ?? ''}:${member.getHttpEndPoint()?.getPort() ?? 0}`,
        isAlive: member.getIsAlive(),
      }));
    const away = members.filter(({ isAlive }) => !isAlive).map(({ node }) => node);
    if (away.length > 0) throw new Unavailable(`nodes that hold the log are away: ${away.join(', ')}`, 'connect');
    return members.map(({ node }) => node);
  });

interface Begun {
  readonly scavengeId: string;
  readonly isOurs: boolean;
}

/** A scavenge that was running before is none of ours: it may have passed by what goes now. */
const begin = async (calls: Calls): Promise<Begun> => {
  const [{ default: grpc }, { default: pb }] = await Promise.all([
    import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/operations_grpc_pb.js'),
    import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/operations_pb.js'),
  ]);
  const request = new pb.StartScavengeReq();
  const options = new pb.StartScavengeReq.Options();
  options.setThreadCount(1);
  options.setStartFromChunk(0);
  request.setOptions(options);
  const answer = await calls.make({
    asked: { streamId: '$scavenges', expected: 'any' },
    options: {},
    outcome: 'unknown',
    repeatable: true,
    run: (client) => ask(client, grpc.OperationsClient, 'startScavenge', request),
  });
  const said = answer as InstanceType<typeof pb.ScavengeResp>;
  return { scavengeId: said.getScavengeId(), isOurs: said.getScavengeResult() === pb.ScavengeResp.ScavengeResult.STARTED };
};

/** How a scavenge ended, as the node itself has written it down; null while it goes on. */
const resultOf = async (calls: Calls, scavengeId: string): Promise<string | null> => {
  const how = { direction: 'backwards', fromRevision: 'end', maxCount: 8 } as const;
  try {
    const events = await new Reading(calls).rawStreamPage(`$scavenges-${scavengeId}`, how, {});
    // The client's types know only ours; what the server writes for itself has types of its own.
    const isEnd = (type: string | undefined): boolean => type === '$scavengeCompleted';
    const end: unknown = events.find(({ event }) => isEnd(event?.type))?.event?.data;
    const result: unknown = typeof end === 'object' && end !== null ? Reflect.get(end, 'result') : null;
    return typeof result === 'string' ? result : null;
  } catch (error) {
    if (error instanceof StreamNotFound) return null;
    throw error;
  }
};

const waitFor = async (calls: Calls, scavengeId: string, node: string, { limitMs, pollMs, tell }: Operation): Promise<string> => {
  const end = performance.now() + limitMs;
  for (let told = false; performance.now() < end; told = true) {
    const result = await resultOf(calls, scavengeId);
    if (result !== null) return result;
    if (!told) tell(`${node}: scavenge ${scavengeId} goes on`);
    await pause(pollMs);
  }
  throw new Unavailable(`${node}: scavenge ${scavengeId} did not end within ${limitMs} ms`, 'inflight');
};

/** Started on the node itself; what it writes down is read where the cluster is read. */
const scavengeNode = (node: string, cluster: Calls, operation: Operation): Promise<NodeScavenge> =>
  withCalls(urlOfNode(operation.url, node), async (calls) => {
    for (;;) {
      const { scavengeId, isOurs } = await begin(calls);
      const result = await waitFor(cluster, scavengeId, node, operation);
      if (isOurs && result !== 'Success') throw new Unavailable(`${node}: scavenge ${scavengeId} ended with ${result}`, 'inflight');
      if (isOurs) return { node, scavengeId };
    }
  });

/**
 * Has every node of a cluster rewrite its files without what streams no longer hold, one after the other, and waits for each to say that
 * it is done. What lies in the chunk that a node still writes to stays until that chunk is full.
 *
 * @param url      as for the store
 * @param limitMs  longest time for one node, default 6 h
 * @throws Unavailable when a node is away, when its scavenge fails or does not end; AccessDenied without an operator's credentials
 */
export const scavengeCluster = async (
  url: string,
  { limitMs = 6 * 3_600_000, pollMs = 1_000, tell = () => undefined }: Partial<Omit<Operation, 'url'>> = {},
): Promise<readonly NodeScavenge[]> => {
  const nodes = await nodesOf(url);
  return withCalls(url, async (cluster) => {
    const done: NodeScavenge[] = [];
    for (const node of nodes) {
      done.push(await scavengeNode(node, cluster, { url, limitMs, pollMs, tell }));
      tell(`${node}: done`);
    }
    return done;
  });
};
