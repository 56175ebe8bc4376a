import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'preact';
import type { Caller, CommandName, Environment, QueryAnswer, QueryArgs, QueryName } from '../../libs/application/src/index.ts';
import { assetAddress, scripts, styleSheet } from './assets.ts';
import type { Happened, PageFrame } from './components/frame.ts';
import type { RefusedForm } from './forms/form-state.ts';
import { takeTold } from './forms/told.ts';
import type { Given } from './given.ts';
import { asked, cookieDisplay, languageFrom, pathOf } from './request.ts';
import { markFor } from './visitor.ts';

/** Asks one question about the state that a page shows. */
export type Ask = <N extends QueryName>(name: N, args: QueryArgs<N>) => Promise<QueryAnswer<N>>;

/** Whether the reader's role may give a command at all. */
export type May = (name: CommandName) => Promise<boolean>;

/** Whether the reader could give a command now: decided as if it were given, and nothing recorded. Never while looking back. */
export type Could = (given: Given) => Promise<boolean>;

/** What a page shows; null when there is nothing at its address. */
export type Content = (frame: PageFrame, ask: Ask, may: May, could: Could) => Promise<JSX.Element | null>;

/** Who asks for a page, and for which. */
export interface Asking {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Ledger size of the past state that is shown; null for the present. */
  readonly asOf: number | null;
  readonly caller: Caller | null;
  readonly refused: RefusedForm | null;
}

/** What the form before this page recorded, with its entry in the record where its sender may know it. */
const happened = async (ask: Ask, { request, reply, asOf, caller }: Asking): Promise<Happened | null> => {
  const told = caller === null || asOf !== null ? null : takeTold(request, reply);
  if (told === null) return null;
  const steps = (await ask('history', { stream: `${told.object}-${told.id}` })) ?? [];
  const last = steps.findLast(({ type }) => told.types.includes(type));
  return { ...told, entry: last === undefined ? null : last.n + 1 };
};

/** The reader's role, and the Member it speaks for by its name: nobody reads their country as a code. */
const whoReads = async (ask: Ask, caller: Caller | null): Promise<PageFrame['who']> => {
  if (caller === null) return null;
  const { role, member } = caller;
  const found = member === null ? undefined : (await ask('members', { onDate: null })).find(({ code }) => code === member);
  return { role, member, memberName: found?.name ?? null };
};

/** Everything that a page is drawn with besides what it shows. */
export const frameOf = async (env: Environment, ask: Ask, asking: Asking): Promise<PageFrame> => {
  const { request, reply, asOf, caller, refused } = asking;
  const [standing, head] = await Promise.all([ask('recordStanding', {}), ask('masthead', {})]);
  const language = languageFrom(request);
  return {
    language,
    path: pathOf(request),
    asked: asked(request),
    display: cookieDisplay(request) ?? 'system',
    standing,
    asOf,
    body: head.session === null ? null : `${head.session.bodyName[language]} · ${head.session.label[language]}`,
    styleSheet: assetAddress(styleSheet),
    // A copy has nobody to answer.
    scripts: env.copy === undefined ? scripts.map(assetAddress) : [],
    copy: env.copy ?? null,
    agendaId: head.agendaId,
    who: await whoReads(ask, caller),
    canSignIn: env.entrance !== undefined,
    form: { mark: caller === null ? '' : markFor(env, request, reply), key: randomUUID(), refused },
    happened: await happened(ask, asking),
  };
};
