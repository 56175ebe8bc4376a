export { openSmtpChannel, type SmtpParts } from './smtp-channel.ts';
export { readBounce, type Bounce } from './bounce.ts';
