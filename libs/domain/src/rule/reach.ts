import { repeated } from '../kernel/index.ts';
import type { NoticeAudience, NoticeCondition, NoticeReach, NoticeRule, NoticeTrigger } from './rule.values.ts';

/** Who speaks for a Member and is told what its Member is told. */
export const memberRoles: readonly string[] = ['contact_point', 'delegate', 'alternate'];

/** Members of an event's data by which it says itself whom it concerns. */
const naming: readonly string[] = ['addressees', 'asked', 'members', 'member'];

const valueOf = (data: object, field: string): unknown => Object.entries(data).find(([name]) => name === field)?.[1];

const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');

const holds = ({ field, oneOf }: NoticeCondition, data: object): boolean => {
  const value = valueOf(data, field);
  const texts = typeof value === 'boolean' || typeof value === 'number' ? [String(value)] : textsIn(value);
  return texts.some((text) => oneOf.includes(text));
};

/** Whether an event is what a rule waits for. */
export const isTriggeredBy = ({ on, when }: NoticeRule, { type, data }: NoticeTrigger): boolean =>
  on === type && when.every((condition) => holds(condition, data));

/** Members that an event names itself, each once. */
export const membersNamedIn = (data: object): readonly string[] => {
  const named = naming.flatMap((field) => textsIn(valueOf(data, field)));
  return named.filter((member, index) => named.indexOf(member) === index);
};

/** Whether an audience may be told of events of an audience at all: the Secretariat of everything, all Members of what is for all. */
export const mayReach = (to: NoticeAudience, audience: NoticeTrigger['audience']): boolean => {
  if (to.kind === 'roles') return true;
  return to.kind === 'members' ? audience === 'members' || audience === 'public' : audience !== 'internal';
};

/** Who is told of an event by a rule. @param owners  Members that the event's object belongs to */
export const reachOf = (to: NoticeAudience, trigger: NoticeTrigger, owners: readonly string[]): NoticeReach => {
  if (!mayReach(to, trigger.audience)) return { kind: 'nobody' };
  switch (to.kind) {
    case 'roles':
      return { kind: 'secretariat', roles: to.roles };
    case 'members':
      return { kind: 'members', members: null };
    case 'owners':
      return { kind: 'members', members: owners };
    case 'named':
      return { kind: 'members', members: membersNamedIn(trigger.data) };
  }
};

/** Values that stand twice in what a rule lists. */
export const repeatedIn = ({ channels, to }: NoticeRule): readonly string[] => [
  ...repeated(channels),
  ...(to.kind === 'roles' ? repeated(to.roles) : []),
];
