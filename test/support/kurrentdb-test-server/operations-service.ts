// Scavenges: started on a node, told of in a stream of their own, as the server does.
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import operations from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/operations_pb.js';
import { failureOf, type Faults } from './faults.ts';
import type { Log } from './log.ts';

type Request = InstanceType<typeof operations.StartScavengeReq>;
type Answer = InstanceType<typeof operations.ScavengeResp>;

/** How long a scavenge takes here. */
const lastsMs = 150;

/** One node's scavenges: one at a time; whoever asks for another is told of the one that runs. */
export class Scavenges {
  readonly #node: number;
  readonly #log: Log;
  readonly #faults: Faults;
  #running: string | null = null;

  constructor(node: number, log: Log, faults: Faults) {
    this.#node = node;
    this.#log = log;
    this.#faults = faults;
  }

  readonly start = (_call: ServerUnaryCall<Request, Answer>, callback: sendUnaryData<Answer>): void => {
    const fault = this.#faults.take('StartScavenge');
    if (fault?.how === 'silent') return;
    if (fault?.how === 'fail') {
      callback(failureOf(fault));
      return;
    }
    const { STARTED, INPROGRESS } = operations.ScavengeResp.ScavengeResult;
    const answer = new operations.ScavengeResp();
    answer.setScavengeResult(this.#running === null ? STARTED : INPROGRESS);
    this.#running ??= this.#begin(fault?.how === 'end' ? 'Failed' : 'Success');
    answer.setScavengeId(this.#running);
    callback(null, answer);
  };

  #begin(result: 'Success' | 'Failed'): string {
    const scavengeId = crypto.randomUUID();
    const stream = `$scavenges-${scavengeId}`;
    const tell = (type: string, facts: object): void => {
      const data = Buffer.from(JSON.stringify({ scavengeId, nodeEndpoint: String(this.#node), ...facts })).toString('base64');
      this.#log.append(stream, -2n, [{ id: crypto.randomUUID(), type, contentType: 'application/json', data, metadata: '' }]);
    };
    tell('$scavengeStarted', {});
    setTimeout(() => {
      if (result === 'Success') this.#log.scavenge(this.#node);
      this.#running = null;
      tell('$scavengeCompleted', { result, error: result === 'Failed' ? 'as the test asked' : null });
    }, lastsMs);
    return scavengeId;
  }
}
