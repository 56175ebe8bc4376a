/** How somebody is told: in the inbox of the service, or by mail as well. */
export type NoticeChannel = 'inbox' | 'mail';

/**
 * Who is told: the Members that the object belongs to, those that the event itself names (addressees, who is asked), every Member,
 * or the Secretariat in some roles. Of what is internal only the last may be told (DESIGN §6).
 */
export type NoticeAudience =
  { readonly kind: 'owners' | 'named' | 'members' } | { readonly kind: 'roles'; readonly roles: readonly string[] };

/** Holds when the event's data has one of these values under this name. */
export interface NoticeCondition {
  readonly field: string;
  readonly oneOf: readonly string[];
}

/** Event × condition → template × audience × channels × timing (row E1). */
export interface NoticeRule {
  /** Type of the event. */
  readonly on: string;
  /** All of them hold. */
  readonly when: readonly NoticeCondition[];
  readonly to: NoticeAudience;
  readonly templateId: string;
  readonly channels: readonly NoticeChannel[];
  /** `digest`: once a day in one mail with others; never in the inbox, which shows everything at once. */
  readonly timing: 'at_once' | 'digest';
  /** Mails wait until an officer lets them go (row E2). */
  readonly review: boolean;
}

/** A rule with its name and version. */
export interface NamedRule {
  readonly ruleId: string;
  readonly version: number;
  readonly rule: NoticeRule;
}

/** An event as far as rules look at it. */
export interface NoticeTrigger {
  readonly type: string;
  readonly audience: 'internal' | 'addressee' | 'members' | 'public';
  readonly data: object;
}

/** Who may be told: accreditations in one of these roles of one of these Members, or of the Secretariat. */
export type NoticeReach =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'secretariat'; readonly roles: readonly string[] }
  /** members: null for every Member. */
  | { readonly kind: 'members'; readonly members: readonly string[] | null };
