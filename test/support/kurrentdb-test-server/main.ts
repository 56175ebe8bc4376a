// The test server as a process of its own, told what to do over IPC. argv: ports with commas (0: any), file to keep the log in or nothing.
import { subscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';
import { TestCluster } from './server.ts';
import type { Command } from './start.ts';

// A read is answered in several small packets: without this each waits for the other side's acknowledgement.
subscribe('net.server.socket', (message) => {
  const socket: unknown = typeof message === 'object' && message !== null ? Reflect.get(message, 'socket') : null;
  if (socket instanceof Socket) socket.setNoDelay(true);
});

const [ports = '0', file] = process.argv.slice(2);
const cluster = new TestCluster(file ?? null);

const obey = async (command: Command): Promise<unknown> => {
  switch (command.do) {
    case 'fault':
      cluster.faults.add(command.fault);
      return null;
    case 'reset':
      cluster.faults.clear();
      cluster.log.reset();
      return null;
    case 'calm':
      cluster.faults.clear();
      return null;
    case 'kill':
      cluster.kill(command.node);
      return null;
    case 'revive':
      await cluster.revive(command.node);
      return null;
    case 'lead':
      cluster.lead(command.node);
      return null;
    case 'happened':
      return cluster.faults.happened;
  }
};

process.on('message', (message: { readonly number: number; readonly command: Command }) => {
  void obey(message.command).then((answer) => process.send?.({ number: message.number, answer }));
});
process.on('disconnect', () => process.exit(0));

await cluster.start(ports.split(',').map(Number));
process.send?.({ number: 0, answer: cluster.ports });
