declare const brand: unique symbol;

/** A string that may not be mistaken for another kind of string. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };

/** A moment: RFC 3339 in UTC with milliseconds, `2015-03-31T21:59:00.000Z`. Sorts as text. */
export type Instant = Brand<'Instant'>;

/** A calendar date without a time, `2015-03-31`. Sorts as text. */
export type CalendarDate = Brand<'CalendarDate'>;

/** SHA-256 as 64 lower-case hexadecimal digits. */
export type Sha256 = Brand<'Sha256'>;

/** A Member administration by its ISO 3166-1 alpha-2 code (`KE`), as the reference data names it. */
export type MemberCode = Brand<'MemberCode'>;

/** An accreditation id: the pseudonym under which a person acts. */
export type AccreditationId = Brand<'AccreditationId'>;
