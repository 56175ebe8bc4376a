import type { EventStore } from '../../event-store/src/index.ts';
import type { AccreditationId, MemberCode, Rejection, Role } from '../../domain/src/index.ts';
import type { ProjectionRunner, ReadDatabase, Viewer, RowHistory } from '../../projections/src/index.ts';
import type { Clock } from './time/business-clock.ts';

/** Everything a use case needs from the world, so that the domain needs nothing. */
export interface Environment {
  readonly store: EventStore;
  readonly read: ReadDatabase;
  readonly projections: ProjectionRunner;
  /** Past states of the read models; null where none are kept. */
  readonly rowHistory: RowHistory | null;
  /** Business time: real, or virtual as fixed by the first event of the log. */
  readonly clock: Clock;
  /** Fresh random bytes; the only source of randomness. */
  readonly random: (bytes: number) => Uint8Array;
}

/** Who calls: an accreditation that was found valid, and the revision of its stream that it was checked against. */
export interface Caller {
  readonly accreditationId: AccreditationId;
  readonly role: Role;
  readonly member: MemberCode | null;
  /** `accreditation-<id>@<revision>`, stored with every event. */
  readonly grant: string;
}

/** What comes with one command besides its input. */
export interface CommandContext {
  readonly caller: Caller;
  /** Chosen by the client; the same key and the same body give the stored answer (DESIGN §5). */
  readonly idempotencyKey: string;
  /** Decide and tell, record nothing. */
  readonly dryRun: boolean;
  /** Stream revision the client has seen (If-Match); null when it does not care. */
  readonly ifMatch: bigint | null;
  readonly correlationId: string;
}

/** The answer to a command; built from the events read back, never from what was sent. */
export type CommandOutcome =
  | {
      readonly kind: 'done';
      /** True when the same key had already been answered and nothing was recorded now. */
      readonly replayed: boolean;
      readonly answer: CommandAnswer;
    }
  | { readonly kind: 'wouldRecord'; readonly events: readonly { readonly type: string; readonly data: object }[] }
  | { readonly kind: 'refused'; readonly rejection: Rejection };

export interface CommandAnswer {
  /** Category and id of the object, `topic` and its UUID. */
  readonly object: string;
  readonly id: string;
  /** Stream revision after the command, as decimal text; the ETag. */
  readonly revision: string;
  /** Opaque, short-lived: give it back as `x-min-position` to read your own write. Null when nothing was recorded. */
  readonly position: string | null;
  readonly events: readonly { readonly type: string; readonly data: object }[];
  /** A bearer token, shown this once and never stored. */
  readonly token?: string;
}

/** One command of the application: what it needs as input, and how it is carried out. One file each. */
export interface UseCase<Input> {
  /** The domain command's name; looked up in the straight-path table for the roles that may. */
  readonly name: string;
  readonly run: (env: Environment, input: Input, context: CommandContext) => Promise<CommandOutcome>;
}

/** A question that needs to know nothing. */
export type Nothing = Readonly<Record<string, never>>;

/** One question: answered from read models (or from a stream), never blocking writes. `notFound` is null. */
export interface Query<Args, Answer> {
  readonly name: string;
  readonly run: (env: Environment, args: Args, viewer: Viewer) => Promise<Answer> | Answer;
  /** False when no past is kept of what it asks about; true unless told. */
  readonly looksBack?: false;
  /** Of an answer about the past, what the viewer may still know today; without it an answer is kept when there is one today. */
  readonly stillPermitted?: (env: Environment, answer: Answer, viewer: Viewer) => Answer;
}
