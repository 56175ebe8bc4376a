import type { BlobStore } from '../../documents/src/index.ts';
import type { EventStore } from '../../event-store/src/index.ts';
import type {
  AccreditationId,
  AccreditationScope,
  Bilingual,
  Instant,
  Language,
  MemberCode,
  Rejection,
  Role,
} from '../../domain/src/index.ts';
import type { BuildStanding, ProjectionRunner, ReadDatabase, RunnerStanding, Viewer, RowHistory } from '../../projections/src/index.ts';
import type { RateLimit, RateLimiter } from '../../identity/src/index.ts';
import type { Entrance } from './entrance/entrance.ts';
import type { PersonDirectory } from './person-directory.ts';
import type { Clock } from './time/business-clock.ts';

/** How far the processes are, and what waits. */
export interface ProcessesStanding {
  readonly caughtUp: boolean;
  /** Seconds since everything in the log had last been read; 0 while it has. */
  readonly lagSeconds: number;
  /** Seconds since the runner last looked at the log. */
  readonly silentSeconds: number;
  /** Why the runner stopped. */
  readonly fault: string | null;
  /** Commands that are to be given and have not been yet. */
  readonly waiting: number;
  readonly timersPending: number;
  /** Timers whose instant has passed. */
  readonly timersOverdue: number;
  /** Commands and events that a person has to look at. */
  readonly parkedEffects: number;
  readonly parkedEvents: number;
}

/** The processes of a deployment, as far as commands and operators know of them. */
export interface Processes {
  readonly standing: () => ProcessesStanding;
  /** Instants at which pending timers are due, nearest first. */
  readonly duesAfter: (now: Instant) => Promise<readonly Instant[]>;
  /** Waits until a virtual clock that the record put to `instant` has walked there and every timer on the way has fired. */
  readonly arrive: (instant: Instant) => Promise<void>;
}

/** How what goes out is doing: a word for what is wrong, null where all is well. */
export interface OutgoingStanding {
  readonly mail: string | null;
  readonly queue: string | null;
}

/** The sealed ledger as it is published: files anybody may hold against each other. */
export interface SealedLedger {
  /** Name of the log, first line of its checkpoints. */
  readonly origin: string;
  /** A file by its path, `tile/0/000`; null when there is none. */
  readonly file: (path: string) => Uint8Array | null;
  /** The last published checkpoint; null before the first. */
  readonly checkpoint: () => Uint8Array | null;
  /** Why it is sealed no further; null while all is well. */
  readonly fault: () => string | null;
}

/** The files of the read models: what is built beside those that are shown, and who keeps the past. */
export interface ReadModelVersions {
  readonly builds: () => readonly BuildStanding[];
  /** Read models that are shown as an earlier program left them. */
  readonly outdated: () => readonly string[];
  /** How far the row history is; null until it is open. */
  readonly rowHistory: () => RunnerStanding | null;
}

/** How much one person, all of one Member together, and one address of the network may ask for. */
export interface RequestLimits {
  readonly limiter: RateLimiter;
  readonly subject: RateLimit;
  readonly member: RateLimit;
  readonly address: RateLimit;
  /** Whether the machine itself is limited by address as well. */
  readonly withLoopback?: true;
}

/** What the way out by webhooks says of addresses, and the secrets that notices are signed with. */
export interface WebhookDesk {
  /** Why notices may not go to an address, in a code; null when they may. */
  readonly urlFault: (url: string) => string | null;
  /** The secret of an endpoint by its number: derived from the key of the deployment, and stored nowhere. */
  readonly secret: (endpointId: string, generation: number) => string;
}

/** That somebody looked at something. */
export interface ReadEntry {
  /** Instant of the real clock. */
  readonly at: string;
  /** Accreditation, a pseudonym. */
  readonly actor: string;
  readonly role: string;
  /** Address that was asked for, with the past state that was wanted. */
  readonly address: string;
}

/** Everything a use case needs from the world, so that the domain needs nothing. */
/** A file beside the pages of a copy. */
export interface CopiedFile {
  /** From the folder of the copy. */
  readonly path: string;
  readonly group: 'documents' | 'tables' | 'calendars' | 'received';
  readonly title: Bilingual;
  /** Null where it has no language of its own. */
  readonly language: Language | null;
  readonly sizeBytes: number;
}

/** A copy of the pages that nobody serves: whose eyes it is drawn with, and what lies beside them. */
export interface StaticCopy {
  readonly cut: 'public' | 'member' | 'secretariat';
  /** Null for everybody. */
  readonly reader: Caller | null;
  readonly files: readonly CopiedFile[];
  /** Name of the log that it shows, and how much of it. */
  readonly origin: string;
  readonly size: number;
}

export interface Environment {
  readonly store: EventStore;
  readonly read: ReadDatabase;
  /** Who people are: beside the record, and copied nowhere. */
  readonly directory: PersonDirectory;
  readonly projections: ProjectionRunner;
  /** Past states of the read models; null where none are kept. */
  readonly rowHistory: RowHistory | null;
  /** Null where nothing is sealed. */
  readonly ledger: SealedLedger | null;
  /** Process managers and timers; null where none run. */
  readonly processes: Processes | null;
  /** How the files of the read models are kept and replaced; absent where nothing replaces them. */
  readonly versions?: ReadModelVersions;
  /** Business time: real, or virtual as fixed by the first event of the log. */
  readonly clock: Clock;
  /** True while a question is answered as of a moment in the past. */
  readonly looksBack?: true;
  /** How much is asked for at most; absent where nobody counts. */
  readonly limits?: RequestLimits;
  /** What the processes of a deployment share beside the log; absent where there is one process. Pings reject while it is away. */
  readonly shared?: { readonly ping: () => Promise<void> };
  /** Keeps what auditors look at; absent where nothing is kept beside the record. */
  readonly reads?: (entry: ReadEntry) => void;
  /** What lets people in; absent where nobody signs in. */
  readonly entrance?: Entrance;
  /** What goes out; absent where nothing does. */
  readonly outgoing?: () => OutgoingStanding;
  /** Set while a copy is drawn that nobody signs in to. */
  readonly copy?: StaticCopy;
  /** The way out by webhooks; absent where none is set up. */
  readonly webhooks?: WebhookDesk;
  /** The read models of today, while a question is answered as of a moment in the past. */
  readonly today?: ReadDatabase;
  /** Bytes of files, under their hash. */
  readonly blobs: BlobStore;
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
  /** Where the role reaches, its lender's reach among them: all of them hold; absent: everywhere. */
  readonly scopes?: readonly AccreditationScope[];
  /** Whoever came with a token that was made for asking. */
  readonly readsOnly?: true;
  /** The only commands that are taken from whoever came with a token that was made for them. */
  readonly onlyCommands?: readonly string[];
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
  /** Id of the event that a process gives the command because of; a person gives it for himself. */
  readonly causationId?: string;
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
