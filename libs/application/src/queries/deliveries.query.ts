import {
  deliveries as askAll,
  delivery as askOne,
  mailSender,
  ruleViews,
  templatesInForce,
  type DeliveryFilter,
  type DeliveryView,
  type Page,
  type RuleView,
  type TemplateView,
  type Viewer,
} from '../../../projections/src/index.ts';
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
