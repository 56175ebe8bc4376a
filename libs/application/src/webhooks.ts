import type { AnyDomainEvent } from '../../domain/src/index.ts';
import { audienceOf } from './audience.ts';
import type { Environment } from './contract.ts';

/** How much is on record and shown: where an endpoint begins to be told. A program that is told a little twice knows it by the id. */
export const shownSize = ({ projections }: Environment): number => projections.standing().n;

/** Whether a program of an audience is ever told of events of a type. */
export const isEverTold = (type: string, audience: 'members' | 'public'): boolean => {
  // A word that somebody sent; what is no event type has no audience of its own.
  const told = audienceOf(type as AnyDomainEvent['type']);
  return told === 'public' || (audience === 'members' && told === 'members');
};
