/** What an accredited person may be; definitions and the general table say what each role may do. */
export const accreditableRoles = [
  'drafter',
  'contact_point',
  'delegate',
  'alternate',
  /** Of an international organization or a regional structure: reads and comments, marked as observer. */
  'observer',
  'officer',
  'reviser',
  'approver',
  'chair',
  'auditor',
  'operator',
  'administrator',
  'data_protection',
] as const;

/** A role, or `process`: the process managers and timers of the program itself, which nobody can be accredited as. */
export type Role = (typeof accreditableRoles)[number] | 'process';
