import { accept, reject, same, type Decider, type Decision } from '../kernel/index.ts';
import type { MailboxCommand, MailboxEvent, MailboxRejection, NoticePreference } from './mailbox.events.ts';

/** How everybody is told who has said nothing else. */
export const usualPreference: NoticePreference = { mail: 'at_once', quietHours: null };

export interface MailboxState {
  /** Everything before this ledger size is read. */
  readonly upTo: number;
  /** Read besides. */
  readonly deliveryIds: readonly string[];
  readonly preference: NoticePreference;
}

type MailboxDecision = Decision<MailboxEvent, MailboxRejection>;
type Data<T extends MailboxCommand['type']> = Extract<MailboxCommand, { type: T }>['data'];

const markRead = ({ accreditationId, upTo, deliveryIds, now: readAt }: Data<'MarkMailboxRead'>, state: MailboxState): MailboxDecision => {
  if (upTo === null && deliveryIds.length === 0) return reject({ code: 'mailbox.nothing_read' });
  const further = upTo !== null && upTo > state.upTo ? upTo : null;
  const others = deliveryIds.filter((id) => !state.deliveryIds.includes(id));
  if (further === null && others.length === 0) return accept();
  return accept({ type: 'MailboxRead', data: { accreditationId, upTo: further, deliveryIds: others, readAt } });
};

const isHour = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);

const checkPreference = ({ preference: { quietHours }, zoneExists }: Data<'SetMailboxPreference'>): MailboxRejection | null => {
  if (quietHours === null) return null;
  const { from, until, zone } = quietHours;
  if (!isHour(from) || !isHour(until) || from === until) return { code: 'mailbox.hours_malformed', from, until };
  return zoneExists ? null : { code: 'mailbox.zone_unknown', zone };
};

const setPreference = (wish: Data<'SetMailboxPreference'>, state: MailboxState): MailboxDecision => {
  const { accreditationId, preference, now: setAt } = wish;
  if (same(preference, state.preference)) return accept();
  const wrong = checkPreference(wish);
  if (wrong !== null) return reject(wrong);
  return accept({ type: 'MailboxPreferenceSet', data: { accreditationId, preference, setAt } });
};

const evolve = (state: MailboxState, event: MailboxEvent): MailboxState => {
  if (event.type === 'MailboxPreferenceSet') return { ...state, preference: event.data.preference };
  const { upTo, deliveryIds } = event.data;
  return { ...state, upTo: upTo ?? state.upTo, deliveryIds: [...state.deliveryIds, ...deliveryIds] };
};

/** What somebody has read of what he was told, and how he wants to be told; one stream per accreditation. */
export const mailboxDecider: Decider<MailboxState, MailboxCommand, MailboxEvent, MailboxRejection> = {
  category: 'mailbox',
  initialState: { upTo: 0, deliveryIds: [], preference: usualPreference },
  evolve,
  decide: (command, state) => (command.type === 'MarkMailboxRead' ? markRead(command.data, state) : setPreference(command.data, state)),
};

/** Whether it is quiet at a wall time, `23:15`. */
export const isQuietAt = ({ from, until }: { readonly from: string; readonly until: string }, time: string): boolean =>
  from < until ? from <= time && time < until : from <= time || time < until;
