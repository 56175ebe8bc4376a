import { isIP } from 'node:net';
import { standingOf, type AllowedNetworks } from './address-guard.ts';

export interface EndpointUrl {
  readonly url: URL;
  /** The host as it is resolved: a name, or an address without brackets. */
  readonly host: string;
  readonly isLiteral: boolean;
}

const longest = 2_048;
const bare = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');

const isPlausible = (text: string): boolean => text.length <= longest && !/[\s\p{Cc}\\]/u.test(text) && URL.canParse(text);

/** A place on the web and nothing more: who asks is said by the signature, and a part of a page is nothing to send to. */
const isPlain = ({ protocol, hostname, username, password, hash }: URL): boolean =>
  /^https?:$/.test(protocol) && hostname !== '' && username + password + hash === '';

const isUsual = ({ protocol, port }: URL): boolean => protocol === 'https:' && port === '';

/**
 * Reads where notices are to go. Says nothing yet of what a name stands for: that is looked up for each notice.
 *
 * @returns the place, or the code of what is wrong with it
 */
export const readEndpointUrl = (text: string, allowed: AllowedNetworks): EndpointUrl | { readonly wrong: string } => {
  const url = isPlausible(text) ? new URL(text) : null;
  if (url === null || !isPlain(url)) return { wrong: 'webhook.bad_url' };
  const host = bare(url.hostname);
  const isLiteral = isIP(host) > 0;
  if (isLiteral && standingOf(host, allowed) === 'forbidden') return { wrong: 'webhook.forbidden_address' };
  // Other ports and lines without encryption lead nowhere but into networks that the deployment named.
  return isUsual(url) || allowed.length > 0 ? { url, host, isLiteral } : { wrong: 'webhook.not_https' };
};

/** Whether a place may be reached in this way at an address with this standing. */
export const isFitting = (url: URL, standing: 'everybody' | 'allowed'): boolean => standing === 'allowed' || isUsual(url);
