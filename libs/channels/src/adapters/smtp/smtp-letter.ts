import type { MailMessage } from '../../channel.port.ts';

const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$/;
const host = /^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$/;

/** Whether it is one address, and nothing that could be read as two or as a line of a header. */
export const isAddress = (text: string): boolean => {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(0, at));
  return localPart.test(local) && !local.startsWith('.') && !local.endsWith('.') && !local.includes('..') && host.test(text.slice(at + 1));
};

const deliveryId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ourHeader = /^(X|List)-[A-Za-z0-9-]{1,60}$/;
const isLine = (text: string): boolean => !/[\r\n\0]/.test(text);

/** @returns what of a letter no server should see, or null */
export const wrongIn = ({ deliveryId: id, recipient, subject, headers = {} }: MailMessage): string | null => {
  if (!deliveryId.test(id)) return 'smtp.bad_delivery_id';
  if (!isAddress(recipient)) return 'smtp.bad_address';
  if (!isLine(subject)) return 'smtp.bad_subject';
  return Object.entries(headers).every(([name, value]) => ourHeader.test(name) && isLine(value)) ? null : 'smtp.bad_header';
};

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** The same for every attempt, so that a receiver who has it already knows it again. */
export const messageIdOf = (id: string, sender: string): string => `<${id}@${domainOf(sender)}>`;

/** Where bounces of one delivery come back to: `bounces+<delivery>@…`. */
export const returnPathOf = (id: string, bounceAddress: string): string => {
  const at = bounceAddress.lastIndexOf('@');
  return `${bounceAddress.slice(0, at)}+${id}${bounceAddress.slice(at)}`;
};
