import type { AccreditationId, Instant } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';

/** A bearer token as its holder sees it in a list. */
export interface AccessTokenView {
  readonly credentialId: string;
  readonly label: string;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant | null;
  readonly readsOnly: boolean;
  /** The only commands that are taken with it; null: all that its holder may give. */
  readonly commands: readonly string[] | null;
}

interface TokenRow {
  readonly credential_id: string;
  readonly label: string;
  readonly issued_at: string;
  readonly expires_at: string | null;
  readonly reads_only: number;
  readonly commands: string | null;
}

/** Tokens of an accreditation that nobody took back, the oldest first; those that have expired among them. */
export const accessTokens = (db: ReadDatabase, holder: AccreditationId): readonly AccessTokenView[] =>
  db
    .all<TokenRow>('SELECT * FROM access_token WHERE accreditation_id = ? ORDER BY issued_at, credential_id', holder)
    .map(({ credential_id, label, issued_at, expires_at, reads_only, commands }) => ({
      credentialId: credential_id,
      label,
      issuedAt: issued_at as Instant,
      expiresAt: expires_at as Instant | null,
      readsOnly: reads_only === 1,
      commands: commands === null ? null : (JSON.parse(commands) as readonly string[]),
    }));
