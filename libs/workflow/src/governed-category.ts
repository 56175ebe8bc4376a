/** What the domain fixes for a governed category and no definition can switch off (DESIGN §6, "two layers"). */
export interface GovernedCategory {
  readonly name: string;
  /** The milestones and after which of them each may be reached; `none` is the beginning. */
  readonly milestones: Readonly<Record<string, readonly string[]>>;
  /** Its commands besides the procedure's own, each with the events it may record. */
  readonly commands: Readonly<Record<string, readonly string[]>>;
  /** Milestone that an event stands for; an event that is not named leaves the milestone as it is. */
  readonly reaches: Readonly<Record<string, string>>;
  /** [first, then]: who gave the first last never gives the other. */
  readonly fourEyes: readonly (readonly [string, string])[];
  /** Commands that release or judge, with the roles that never may. */
  readonly never: Readonly<Record<string, readonly string[]>>;
}

/** Every role that a line of a procedure may name. */
export const knownRoles = [
  'drafter',
  'contact_point',
  'delegate',
  'alternate',
  'observer',
  'officer',
  'reviser',
  'approver',
  'chair',
  'auditor',
  'operator',
  'administrator',
  'data_protection',
  'process',
] as const;

/** Roles that act for a Member. */
export const memberRoles = ['drafter', 'contact_point', 'delegate', 'alternate'] as const;

/** Roles that read and never write (an auditor), or prepare and never release (a drafter). */
export const neverReleases = ['drafter', 'observer', 'auditor'] as const;
