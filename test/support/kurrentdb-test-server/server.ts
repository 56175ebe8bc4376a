// Nodes of one pretended cluster: they share a log, one of them leads.
import { Server, ServerCredentials, type sendUnaryData, type ServerUnaryCall, type ServiceError } from '@grpc/grpc-js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import featuresPb from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import gossip from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_grpc_pb.js';
import gossipPb from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb.js';
import operations from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/operations_grpc_pb.js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import { failureOf, Faults } from './faults.ts';
import { Log } from './log.ts';
import { notLeader } from './messages.ts';
import { Scavenges } from './operations-service.ts';
import { streamsOf } from './streams-service.ts';

const host = '127.0.0.1';
type Empty = InstanceType<typeof shared.Empty>;

const supported = (version: string): InstanceType<typeof featuresPb.SupportedMethods> => {
  const methods = ['read', 'append', 'batchappend', 'delete', 'tombstone'].map((name) => {
    const method = new featuresPb.SupportedMethod();
    method.setServiceName('event_store.client.streams.streams');
    method.setMethodName(name);
    method.setFeaturesList(name === 'read' ? ['all', 'stream', 'position', 'events'] : []);
    return method;
  });
  const answer = new featuresPb.SupportedMethods();
  answer.setEventStoreServerVersion(version);
  answer.setMethodsList(methods);
  return answer;
};

/** So many nodes on ports of 127.0.0.1 that stay the same when a node goes and comes back. */
export class TestCluster {
  readonly log: Log;
  readonly faults = new Faults();
  readonly ports: number[] = [];
  readonly #servers: (Server | null)[] = [];
  #leader = 0;

  constructor(file: string | null) {
    this.log = new Log(file);
  }

  async start(ports: readonly number[]): Promise<void> {
    this.log.nodes = ports.length;
    for (const [index, port] of ports.entries()) this.ports[index] = await this.#serve(index, port);
  }

  /** The node is gone at once, with every call on it. */
  kill(index: number): void {
    this.#servers[index]?.forceShutdown();
    this.#servers[index] = null;
  }

  async revive(index: number): Promise<void> {
    if (this.#servers[index] === null) await this.#serve(index, this.ports[index] ?? 0);
  }

  /** Another node leads; the recent ids that only the old one knew are forgotten. */
  lead(index: number): void {
    this.#leader = index;
    this.log.forgetRecent();
  }

  async #serve(index: number, port: number): Promise<number> {
    const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
    const leaderElsewhere = (): ServiceError => notLeader(host, this.ports[this.#leader] ?? 0);
    const refuse = (): ServiceError | null => (index === this.#leader ? null : leaderElsewhere());
    server.addService(streams.StreamsService, streamsOf({ log: this.log, faults: this.faults, refuse, leaderElsewhere }));
    server.addService(features.ServerFeaturesService, {
      getSupportedMethods: this.#unary('GetSupportedMethods', () => supported('26.1.0')),
    });
    server.addService(gossip.GossipService, { read: this.#unary('Gossip', () => this.#members()) });
    server.addService(operations.OperationsService, { startScavenge: new Scavenges(index, this.log, this.faults).start });
    this.#servers[index] = server;
    return new Promise((resolve, reject) => {
      server.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
        if (error === null) resolve(bound);
        else reject(error);
      });
    });
  }

  #unary<T>(operation: 'GetSupportedMethods' | 'Gossip', answer: () => T) {
    return (_call: ServerUnaryCall<Empty, T>, callback: sendUnaryData<T>): void => {
      const fault = this.faults.take(operation);
      if (fault?.how === 'silent') return;
      if (fault?.how === 'fail') callback(failureOf(fault));
      else if (fault?.how === 'late')
        setTimeout(() => {
          callback(null, answer());
        }, fault.ms ?? 100);
      else callback(null, answer());
    };
  }

  #members(): InstanceType<typeof gossipPb.ClusterInfo> {
    const members = this.ports.map((port, index) => {
      const place = new gossipPb.EndPoint();
      place.setAddress(host);
      place.setPort(port);
      const id = new shared.UUID();
      id.setString(`00000000-0000-4000-8000-00000000000${index}`);
      const member = new gossipPb.MemberInfo();
      member.setInstanceId(id);
      member.setTimeStamp('14238042000000000');
      const { LEADER, FOLLOWER } = gossipPb.MemberInfo.VNodeState;
      member.setState(index === this.#leader ? LEADER : FOLLOWER);
      member.setIsAlive(this.#servers[index] !== null);
      member.setHttpEndPoint(place);
      return member;
    });
    const info = new gossipPb.ClusterInfo();
    info.setMembersList(members);
    return info;
  }
}
