export * from './channel.port.ts';
