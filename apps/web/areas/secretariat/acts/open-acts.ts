import { commands } from '../../../../../libs/application/src/index.ts';
import type { PageFrame } from '../../../components/frame.ts';
import type { Ask, May } from '../../../pages.ts';
import type { OpenAct } from '../components/open-act.ts';
import type { Act } from './act.ts';
import { choicesFor } from './choices.ts';

/** What a page is drawn with. */
export interface Desk {
  readonly frame: PageFrame;
  readonly ask: Ask;
  readonly may: May;
}

/** How the forms of one object begin, and where they lead. */
export interface Begun {
  readonly given: Readonly<Record<string, string>>;
  readonly then: string;
  readonly begin?: Readonly<Record<string, string>>;
  readonly revision?: string | null;
}

const opened = async ({ frame, ask }: Desk, act: Act, { given, then, begin = {}, revision = null }: Begun): Promise<OpenAct> => ({
  act,
  given: Object.fromEntries(act.given.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]]))),
  choices: await choicesFor(ask, act.fields, given, frame.standing.now),
  begin,
  revision,
  then,
});

/** Acts that the procedure of an instance leaves open to the reader where it stands; none while looking back. */
export const openOn = async (
  desk: Desk,
  instance: { readonly object: string; readonly id: string },
  acts: readonly Act[],
  begun: Begun,
): Promise<readonly OpenAct[]> => {
  const { frame, ask } = desk;
  const role = frame.who?.role;
  if (role === undefined || frame.asOf !== null) return [];
  const standing = await ask('instance', instance);
  const names = (standing?.open ?? []).filter(({ roles }) => roles.includes(role)).map(({ command }) => command);
  const open = acts.filter((act) => names.includes(commands[act.command].name));
  return Promise.all(open.map((act) => opened(desk, act, { revision: standing?.revision ?? null, ...begun })));
};

/** Acts that the reader's role may give at all, for what no procedure governs and for what is yet to begin; none while looking back. */
export const openAtAll = async (desk: Desk, acts: readonly Act[], begun: Begun): Promise<readonly OpenAct[]> => {
  if (desk.frame.who === null || desk.frame.asOf !== null) return [];
  const may = await Promise.all(acts.map(({ command }) => desk.may(command)));
  return Promise.all(acts.filter((_act, index) => may[index]).map((act) => opened(desk, act, begun)));
};
