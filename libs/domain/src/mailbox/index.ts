export type * from './mailbox.events.ts';
export { isQuietAt, mailboxDecider, usualPreference, type MailboxState } from './mailbox.decide.ts';
