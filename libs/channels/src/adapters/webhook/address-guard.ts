import { isIP } from 'node:net';
import ipaddr, { type IPv4, type IPv6 } from 'ipaddr.js';

/** Networks that are reached although they are nobody's own on the internet: those of the deployment. */
export type AllowedNetworks = readonly (readonly [IPv4 | IPv6, number])[];

/** Answers to machines in a cloud, at an address that looks like anybody's. */
const metadataService = '168.63.129.16';

/** The part of the address space in which addresses for everybody are given out. */
const everybodys = ipaddr.parseCIDR('2000::/3');

/** @returns the networks, or what of the list is none */
export const readNetworks = (list: readonly string[]): { readonly networks: AllowedNetworks } | { readonly wrong: string } => {
  const wrong = list.find((text) => !ipaddr.IPv4.isValidCIDR(text) && !ipaddr.IPv6.isValidCIDR(text));
  return wrong === undefined ? { networks: list.map((text) => ipaddr.parseCIDR(text)) } : { wrong };
};

/** An IPv4 address in the clothes of the other family is judged as what it reaches. */
const undressed = (address: IPv4 | IPv6): IPv4 | IPv6 =>
  address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address;

const isEverybodys = (address: IPv4 | IPv6): boolean => {
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv6 ? address.match(everybodys) : address.toString() !== metadataService;
};

const isIn = (address: IPv4 | IPv6, network: AllowedNetworks[number]): boolean =>
  address.kind() === network[0].kind() && address.match([network[0], network[1]]);

/** Whether an address may be reached, and whether because the deployment says so. */
export const standingOf = (text: string, allowed: AllowedNetworks): 'everybody' | 'allowed' | 'forbidden' => {
  if (isIP(text) === 0) return 'forbidden';
  const address = undressed(ipaddr.parse(text));
  if (allowed.some((network) => isIn(address, network))) return 'allowed';
  return isEverybodys(address) ? 'everybody' : 'forbidden';
};
