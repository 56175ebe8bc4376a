import { describe } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether tests with a Redis run: where there is one, and always in the gate, which installs one. */
export const hasRedis = process.env['CI'] === 'true' || spawnSync('redis-server', ['--version']).status === 0;

/** Tests that need a Redis. */
export const describeWithRedis = hasRedis ? describe : describe.skip;

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

/** A real Redis on loopback, as `infra` sets one up: nothing evicted, append-only file. */
export class RedisServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'rapporteur-redis-'));
  readonly #port: number;
  #child: ChildProcess | null = null;

  private constructor(port: number) {
    this.#port = port;
  }

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort());
    await server.up();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${String(this.#port)}`;
  }

  async up(): Promise<void> {
    const where = ['--bind', '127.0.0.1', '--port', String(this.#port), '--dir', this.#folder];
    const child = spawn('redis-server', [...where, '--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', '']);
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      let text = '';
      child.stdout.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (text.includes('Ready to accept connections')) resolve();
      });
      child.on('error', reject);
      child.on('exit', () => {
        reject(new Error(`redis-server ended: ${text}`));
      });
    });
  }

  /** Ends it as a crash does, or politely. */
  async down(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }

  /** Stands still: connections stay open, nothing is answered. */
  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child?.kill('SIGCONT');
  }

  async end(): Promise<void> {
    await this.down();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
