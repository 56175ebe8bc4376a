export type * from './channel.ts';
export { channelDecider } from './channel.ts';
