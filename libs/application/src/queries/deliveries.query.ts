import {
  deliveries as askAll,
  delivery as askOne,
  mailSender,
  ruleViews,
  templatesInForce,
  wouldBeTold,
  type DeliveryFilter,
  type DeliveryView,
  type Page,
  type RuleView,
  type TemplateView,
  type Viewer,
  type WouldBeTold,
} from '../../../projections/src/index.ts';
import type { NoticeRule } from '../../../domain/src/index.ts';
import { audienceOfNamed } from '../audience.ts';
import type { Nothing, Query } from '../contract.ts';

/** The Secretariat and the auditors, and who runs the service: he sees who is told, never what was decided. */
export const seesMessages = (viewer: Viewer): boolean =>
  viewer.kind === 'internal' || (viewer.kind === 'public' && viewer.role === 'operator');

export interface DeliveriesArgs {
  readonly filter: DeliveryFilter;
  readonly cursor: string | null;
  readonly limit: number;
}

const nobody: Page<DeliveryView> = { items: [], total: 0, next: null };

/** Who was told what, when, of which version and in which attempt. */
export const deliveries: Query<DeliveriesArgs, Page<DeliveryView> | { readonly code: 'paging.bad_cursor' }> = {
  name: 'deliveries',
  run: (env, args, viewer) => (seesMessages(viewer) ? askAll(env.read, args) : nobody),
};

/** One message on its way. */
export const delivery: Query<{ readonly deliveryId: string }, DeliveryView | null> = {
  name: 'delivery',
  run: (env, { deliveryId }, viewer) => (seesMessages(viewer) ? askOne(env.read, deliveryId) : null),
};

/** Who is told of what, and whether mail goes out at all. */
export interface NoticeRules {
  /** In whose name mail goes out and since when; null: no mail goes out, and what happens now is never sent later. */
  readonly mail: { readonly sender: string; readonly since: string } | null;
  readonly rules: readonly RuleView[];
}

/** Every rule in force. */
export const noticeRules: Query<Nothing, NoticeRules> = {
  name: 'noticeRules',
  run: (env, _args, viewer) =>
    seesMessages(viewer) ? { mail: mailSender(env.read), rules: ruleViews(env.read) } : { mail: null, rules: [] },
};

/** Every wording in force. */
export const noticeTemplates: Query<Nothing, readonly TemplateView[]> = {
  name: 'noticeTemplates',
  run: (env, _args, viewer) => (seesMessages(viewer) ? templatesInForce(env.read) : []),
};

/** A rule, and something that might happen. */
export interface PreviewArgs {
  readonly rule: NoticeRule;
  /** Category and id of the object to which it would happen. */
  readonly object: string;
  readonly id: string;
  /** Members of the event's data that conditions and addressees are read from. */
  readonly fields: object;
}

/** Who would be told by a rule if its event happened to an object now (row E10). */
export const noticePreview: Query<PreviewArgs, readonly WouldBeTold[]> = {
  name: 'noticePreview',
  run: ({ read, clock }, { rule, object, id, fields }, viewer) => {
    const audience = audienceOfNamed(rule.on);
    if (audience === null || !seesMessages(viewer)) return [];
    const occasion = { type: rule.on, audience, data: fields, stream: `${object}-${id}`, occurredAt: clock.now() };
    return wouldBeTold(read, rule, occasion);
  },
};
