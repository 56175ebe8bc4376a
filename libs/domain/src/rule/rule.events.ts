import type { AccreditationId, Bilingual, Instant } from '../kernel/index.ts';
import type { NamedRule, NoticeTrigger } from './rule.values.ts';

export type RuleEvent =
  /** The rule in this form, for what happens from now on. */
  | {
      readonly type: 'RulePublished';
      readonly data: NamedRule & { readonly changeNote: Bilingual; readonly publishedBy: AccreditationId; readonly publishedAt: Instant };
    }
  /** Nobody is told by it any longer. */
  | {
      readonly type: 'RuleRetired';
      readonly data: {
        readonly ruleId: string;
        readonly version: number;
        readonly changeNote: Bilingual;
        readonly retiredBy: AccreditationId;
        readonly retiredAt: Instant;
      };
    };

export type RuleCommand =
  | {
      readonly type: 'PublishRule';
      readonly data: Omit<Extract<RuleEvent, { type: 'RulePublished' }>['data'], 'version' | 'publishedAt'> & {
        /** Audience of the events it waits for; null when there is no such event. */
        readonly audience: NoticeTrigger['audience'] | null;
        readonly templateExists: boolean;
        /** Accreditations that it would reach today, whatever the event. */
        readonly reaches: number;
        readonly now: Instant;
      };
    }
  | {
      readonly type: 'RetireRule';
      readonly data: {
        readonly ruleId: string;
        readonly changeNote: Bilingual;
        readonly retiredBy: AccreditationId;
        readonly now: Instant;
      };
    };

export type RuleRejection =
  | { readonly code: 'rule.not_found'; readonly ruleId: string }
  | { readonly code: 'rule.event_unknown'; readonly type: string }
  | { readonly code: 'rule.template_unknown'; readonly templateId: string }
  | { readonly code: 'rule.tells_more_than_may_be_known'; readonly type: string; readonly audience: string }
  | { readonly code: 'rule.reaches_nobody'; readonly type: string }
  | { readonly code: 'rule.condition_empty'; readonly field: string }
  | { readonly code: 'rule.value_repeated'; readonly values: readonly string[] }
  | { readonly code: 'rule.note_missing_language'; readonly missing: readonly string[] };
