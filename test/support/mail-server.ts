import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

/** How a mail server treats the next letter. */
export type MailBehaviour =
  | 'takes'
  /** Has it, and the line is cut before it says so. */
  | 'takes and is cut'
  /** Stores it twice, as some do. */
  | 'doubles'
  | 'is cut in the middle'
  | 'says nothing more'
  | { readonly waitsMs: number }
  | { readonly at: 'connect' | 'sender' | 'recipient' | 'data'; readonly says: number };

export interface ReceivedLetter {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly isEncrypted: boolean;
  readonly atMs: number;
}

const answering = (says: number): Error => Object.assign(new Error('as told'), { responseCode: says });

type Told = (error?: Error | null) => void;

/** A real SMTP server on loopback that can be told to misbehave. */
export class MailServer {
  readonly letters: ReceivedLetter[] = [];
  /** What it does with the letters that come, one after the other; afterwards it takes them. */
  readonly behaviours: MailBehaviour[] = [];
  connections = 0;
  #server: SMTPServer | null = null;
  #port = 0;
  readonly #options: SMTPServerOptions;

  private constructor(options: SMTPServerOptions) {
    this.#options = options;
  }

  static async start(options: SMTPServerOptions = {}): Promise<MailServer> {
    const server = new MailServer(options);
    await server.up();
    return server;
  }

  get port(): number {
    return this.#port;
  }

  async up(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 50,
      disabledCommands: this.#options.key === undefined ? ['STARTTLS', 'AUTH'] : [],
      onConnect: (_session, told) => {
        this.connections += 1;
        this.#reply('connect', told);
      },
      onMailFrom: (_address, _session, told) => {
        this.#reply('sender', told);
      },
      onRcptTo: (_address, _session, told) => {
        this.#reply('recipient', told);
      },
      onData: (stream, session, told) => {
        this.#read(stream, session, told);
      },
      ...this.#options,
    });
    // A line that was cut is reported to the server, too.
    server.on('error', () => undefined);
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.server.address() as AddressInfo).port;
  }

  /** Refuses at this step of the conversation when it was told to. */
  #reply(step: 'connect' | 'sender' | 'recipient', told: Told): void {
    const [next] = this.behaviours;
    if (typeof next !== 'object' || !('at' in next) || next.at !== step) told();
    else {
      this.behaviours.shift();
      told(answering(next.says));
    }
  }

  #cut(session: SMTPServerSession): void {
    for (const connection of this.#server?.connections ?? []) if (connection.session.id === session.id) connection._socket.destroy();
  }

  #read(stream: NodeJS.ReadableStream, session: SMTPServerSession, told: Told): void {
    const behaviour = this.behaviours.shift() ?? 'takes';
    const pieces: Buffer[] = [];
    stream.on('data', (piece: Buffer) => {
      pieces.push(piece);
      if (behaviour === 'is cut in the middle') this.#cut(session);
    });
    stream.on('end', () => {
      this.#finish(behaviour, Buffer.concat(pieces).toString(), session, told);
    });
  }

  #finish(behaviour: MailBehaviour, raw: string, session: SMTPServerSession, told: Told): void {
    if (behaviour === 'is cut in the middle' || behaviour === 'says nothing more') return;
    if (typeof behaviour === 'object' && 'at' in behaviour) {
      told(answering(behaviour.says));
      return;
    }
    this.#keep(raw, session);
    if (behaviour === 'doubles') this.#keep(raw, session);
    if (behaviour === 'takes and is cut') this.#cut(session);
    else if (typeof behaviour === 'object') setTimeout(told, behaviour.waitsMs);
    else told();
  }

  #keep(raw: string, { envelope, secure }: SMTPServerSession): void {
    const { mailFrom, rcptTo } = envelope;
    const from = mailFrom === false ? '' : mailFrom.address;
    this.letters.push({ from, to: rcptTo.map(({ address }) => address), raw, isEncrypted: secure, atMs: performance.now() });
  }

  /** Ids under which letters came, in their order. */
  get messageIds(): readonly string[] {
    return this.letters.map(({ raw }) => /^Message-ID: <([^>]+)>/im.exec(raw)?.[1] ?? '');
  }

  async down(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    for (const { _socket } of server.connections) _socket.destroy();
    await new Promise<void>((resolve) => {
      server.close(resolve);
    });
  }
}
