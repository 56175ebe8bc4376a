import { attachment as ask, type AttachmentView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** One file with its editions; a foreign one is like one that is not there. */
export const attachment: Query<{ readonly attachmentId: string }, AttachmentView | null> = {
  name: 'attachment',
  run: (env, { attachmentId }, viewer) => ask(env.read, attachmentId, viewer),
};
