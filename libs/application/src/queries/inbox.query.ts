import type { NoticePreference } from '../../../domain/src/index.ts';
import { inboxOf, mailSender, type HomeAskOfRole, type InboxRows, type Page, type Viewer } from '../../../projections/src/index.ts';
import type { Environment, Query } from '../contract.ts';
import { inWords } from '../notices/wording.ts';
import { delegateHome } from './delegate-home.query.ts';

/** One message in an inbox, in its reader's language. */
export interface InboxItem {
  readonly deliveryId: string;
  readonly unread: boolean;
  readonly subject: string;
  readonly text: string;
  /** What it tells of: type of the event, and the object by the name of its stream. */
  readonly type: string;
  readonly object: string;
  readonly id: string;
  readonly due: string | null;
  readonly occurredAt: string;
  readonly ledgerIndex: number;
  readonly rule: { readonly ruleId: string; readonly version: number };
}

/** What the caller was told and asked (row E12). */
export interface Inbox {
  /** Everything before this ledger size is read. */
  readonly readUpTo: number;
  readonly unread: number;
  readonly preference: NoticePreference;
  /** In whose name mail goes out; null: nothing goes out by mail, and all there is to know stands here. */
  readonly mail: { readonly sender: string; readonly since: string } | null;
  /** What the caller's Member is asked, and by when. */
  readonly asked: readonly HomeAskOfRole[];
  readonly items: Page<InboxItem>;
}

export interface InboxArgs {
  readonly unreadOnly: boolean;
  readonly cursor: string | null;
  readonly limit: number;
}

const toItem = ({ notice, unread }: InboxRows['items']['items'][number]): InboxItem => {
  const { deliveryId, type, occurredAt, ledgerIndex, rule, facts } = notice;
  const dash = facts.object.indexOf('-');
  const [object, id] = [facts.object.slice(0, dash), facts.object.slice(dash + 1)];
  return { deliveryId, unread, ...inWords(notice), type, object, id, due: facts.due, occurredAt, ledgerIndex, rule };
};

const askedOf = async (env: Environment, viewer: Viewer): Promise<readonly HomeAskOfRole[]> =>
  viewer.kind === 'member' ? ((await delegateHome.run(env, { since: null }, viewer))?.asked ?? []) : [];

/** The caller's inbox, the newest first; null for somebody who is nobody. */
export const inbox: Query<InboxArgs, Inbox | { readonly code: 'paging.bad_cursor' } | null> = {
  name: 'inbox',
  run: async (env, args, viewer) => {
    const { accreditationId } = viewer;
    if (accreditationId === undefined) return null;
    const rows = inboxOf(env.read, { accreditationId, ...args });
    if ('code' in rows) return rows;
    const { items, ...standing } = rows;
    const page = { ...items, items: items.items.map(toItem) };
    return { ...standing, mail: mailSender(env.read), asked: await askedOf(env, viewer), items: page };
  },
};
