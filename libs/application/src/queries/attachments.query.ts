import { attachmentsOf as ask, attachment, type AttachmentView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** Files that hang on an object, as far as the viewer may read them. */
export const attachments: Query<{ readonly object: string; readonly id: string }, readonly AttachmentView[]> = {
  name: 'attachments',
  run: (env, { object, id }, viewer) => ask(env.read, object, id, viewer),
  stillPermitted: (env, then, viewer) => then.filter(({ attachmentId }) => attachment(env.read, attachmentId, viewer) !== null),
};
