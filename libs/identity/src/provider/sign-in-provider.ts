/** What goes with somebody who is sent to a provider, and is expected back: each 43 characters that only this deployment can make. */
export interface ProviderChecks {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE: the code is worth nothing without it. */
  readonly verifier: string;
}

/** Who somebody is, as a provider says. */
export interface ProvidedIdentity {
  /** SHA-256 of issuer and subject: never given to another person, whatever becomes of the address. */
  readonly identitySha256: string;
  /** Null when the provider does not vouch for one. */
  readonly email: string | null;
}

export type ProviderRejection =
  /** Worth another try: it did not answer, or not in time. */
  | { readonly code: 'entrance.provider_unavailable' }
  /** What came back is not what was asked for; `reason` names the check. */
  | { readonly code: 'entrance.provider_refused'; readonly reason: string };

/** Another service that says who somebody is (OpenID Connect). */
export interface SignInProvider {
  /** Name of its host, as people are told. */
  readonly name: string;
  /** Where to send somebody who wants to sign in. @param redirectUri  where the provider sends him back to */
  readonly begin: (redirectUri: string, checks: ProviderChecks) => Promise<{ readonly url: string } | ProviderRejection>;
  /** Who came back. @param returned  the address that the provider sent him to, with what it added */
  readonly finish: (returned: URL, checks: ProviderChecks) => Promise<ProvidedIdentity | ProviderRejection>;
}
