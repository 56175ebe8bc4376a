import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Fault } from './faults.ts';

export type { Fault } from './faults.ts';

export type Command =
  | { readonly do: 'fault'; readonly fault: Fault }
  | { readonly do: 'reset' | 'calm' | 'happened' }
  | { readonly do: 'kill' | 'revive' | 'lead'; readonly node: number };

export interface TestServer {
  /** For the adapter, one node or all of them. */
  readonly url: string;
  readonly ports: readonly number[];
  readonly tell: (command: Command) => Promise<unknown>;
  /** Stops the process where it stands, and lets it go on. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly stop: () => Promise<void>;
}

interface Starting {
  /** Default 1. */
  readonly nodes?: number;
  /** Ports of an earlier start; default any that are free. */
  readonly ports?: readonly number[];
  /** Keeps the log over a restart. */
  readonly file?: string;
}

/** Starts the test server as a child process on 127.0.0.1; it ends with its parent. */
export const startTestServer = async ({ nodes = 1, ports, file }: Starting = {}): Promise<TestServer> => {
  const wanted = ports ?? Array.from({ length: nodes }, () => 0);
  const program = join(import.meta.dirname, 'main.ts');
  const child = fork(program, [wanted.join(','), ...(file === undefined ? [] : [file])], { execArgv: ['--no-warnings'] });
  const answers = new Map<number, (answer: unknown) => void>();
  let asked = 0;
  const answerTo = (number: number): Promise<unknown> =>
    new Promise((resolve, reject) => {
      answers.set(number, resolve);
      child.once('exit', (code) => {
        reject(new Error(`the test server ended with ${code}`));
      });
    });
  child.setMaxListeners(0);
  child.on('message', ({ number, answer }: { number: number; answer: unknown }) => {
    answers.get(number)?.(answer);
    answers.delete(number);
  });
  const bound = (await answerTo(0)) as readonly number[];
  const places = bound.map((port) => `127.0.0.1:${port}`).join(',');
  return {
    url: `kurrentdb://${places}?tls=false`,
    ports: bound,
    tell: (command) => {
      asked += 1;
      const answered = answerTo(asked);
      child.send({ number: asked, command });
      return answered;
    },
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
};
