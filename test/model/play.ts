import { commands, type Caller, type CommandOutcome } from '../../libs/application/src/index.ts';
import { categoryOfCommand, governedCategory, rolesAllowed, shippedDefinition, type OpenCommand } from '../../libs/workflow/src/index.ts';
import type { TestApplication } from '../support/application.ts';
import { groups, onward, type Act } from './acts.ts';
import type { Draw } from './draw.ts';
import type { Facts } from './facts.ts';
import { people } from './world.ts';

/** One thing that somebody tried. */
export interface Attempt {
  readonly act: Act;
  readonly caller: Caller;
  readonly input: Readonly<Record<string, unknown>>;
  /** What the shipped procedure alone says: whether the role may at all, and whether the stage is the wrong one. */
  readonly procedure: { readonly isForbidden: boolean; readonly isShut: boolean };
  readonly outcome: CommandOutcome;
  /** The same again with the same key. */
  readonly again: CommandOutcome;
}

/** What the shipped procedure says of a command in its category; undefined for what no procedure governs. */
const openedBy = (name: string): OpenCommand | undefined => {
  const category = categoryOfCommand(name);
  return category === null ? undefined : shippedDefinition(category.name)?.commands.find(({ command }) => command === name);
};

/** A draft is released by whoever may submit what it becomes. */
const procedureName = (act: Act): string => (act.command === 'releaseDraft' ? 'SubmitTopic' : commands[act.command].name);

const allowedRoles = (act: Act): readonly string[] => openedBy(procedureName(act))?.roles ?? rolesAllowed(procedureName(act));

/** Whose draft it is. */
const ownerOf = (facts: Facts, input: Readonly<Record<string, unknown>>): string | null =>
  facts.drafts.get(String(input['draftId'])) ?? null;

/** Two times in three somebody whose role may; otherwise anybody. */
const callerFor = (act: Act, owner: string | null, draw: Draw): Caller => {
  const roles = allowedRoles(act);
  const able = people.filter(({ role, member }) => roles.includes(role) && (owner === null || member === owner));
  return draw.oneOf(draw.once(3) || able.length === 0 ? people : able) as Caller;
};

const isOpenIn = ({ stages }: OpenCommand, object: string | null, stage: string): boolean => {
  const category = governedCategory((object ?? '').split('-')[0] ?? '')?.name ?? '';
  const isFinal = shippedDefinition(category)?.stages.find(({ name }) => name === stage)?.final === true;
  return stages.includes(stage) || (stages.includes('*') && !isFinal);
};

/** What usually comes next for what was last heard of. */
const onwardFrom = async (application: TestApplication, { last }: Facts): Promise<readonly Act[]> => {
  const stage = last === null ? null : await stageOf(application, `${last.category}-${last.id}`);
  const names = onward[stage ?? ''] ?? [];
  return groups.flat().filter(({ command }) => names.includes(command));
};

interface Choice {
  readonly act: Act;
  readonly input: Readonly<Record<string, unknown>>;
  readonly isShut: boolean;
}

/** One command on one object, and whether it is the one's turn; null when there is nothing to try it on. */
const choiceOf = async (
  application: TestApplication,
  facts: Facts,
  draw: Draw,
  act: Act,
): Promise<(Choice & { readonly isTimely: boolean }) | null> => {
  const input = act.input(facts, draw);
  if (input === null) return null;
  const object = act.object(input);
  const [open, stage] = [openedBy(commands[act.command].name), object === null ? null : await stageOf(application, object)];
  if (open === undefined || stage === null) return { act, input, isShut: false, isTimely: true };
  const isShut = !isOpenIn(open, object, stage);
  return { act, input, isShut, isTimely: open.stages.includes(stage) || (!isShut && draw.once(5)) };
};

/** Mostly what is open in some stage now, so that histories get far; now and then anything. */
const choose = async (application: TestApplication, facts: Facts, draw: Draw): Promise<Choice | null> => {
  const next = await onwardFrom(application, facts);
  for (let tries = 0; tries < 12; tries += 1) {
    const act = draw.oneOf(next.length > 0 && draw.once(2) ? next : (draw.oneOf(groups) ?? []));
    const choice = act === null ? null : await choiceOf(application, facts, draw, act);
    if (choice !== null && (choice.isTimely || draw.once(8))) return choice;
  }
  return null;
};

export const stageOf = async (application: TestApplication, object: string): Promise<string | null> => {
  const at = object.indexOf('-');
  const view = await application.ask('instance', { object: object.slice(0, at), id: object.slice(at + 1) });
  return view?.stage ?? null;
};

let keys = 0;

/** Tries one thing, twice with the same key. @returns null when the draw found nothing to try */
export const attempt = async (application: TestApplication, facts: Facts, draw: Draw): Promise<Attempt | null> => {
  const chosen = await choose(application, facts, draw);
  if (chosen === null) return null;
  const { act, input, isShut } = chosen;
  const caller = callerFor(act, ownerOf(facts, input), draw);
  const procedure = { isForbidden: !allowedRoles(act).includes(caller.role), isShut };
  const idempotencyKey = `model-${(keys += 1)}`;
  const give = () => application.give(caller, act.command, input as never, { idempotencyKey });
  const outcome = await give();
  return { act, caller, input, procedure, outcome, again: await give() };
};
