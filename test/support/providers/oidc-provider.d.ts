/** What the tests use of the provider, which ships no types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  class Provider {
    constructor(issuer: string, configuration: object);
    callback(): RequestListener;
  }
  // eslint-disable-next-line no-restricted-syntax -- the package names nothing else
  export default Provider;
}
