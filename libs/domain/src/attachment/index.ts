export type * from './attachment.events.ts';
export type * from './attachment.commands.ts';
export { attachmentDecider } from './attachment.decide.ts';
export type { AttachmentEdition, AttachmentState } from './attachment.state.ts';
