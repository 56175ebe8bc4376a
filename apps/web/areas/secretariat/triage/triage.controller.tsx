import { Controller, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TriageFilter, TriageOrder } from '../../../../../libs/application/src/index.ts';
import { Pages, type Content } from '../../../pages.ts';
import { ShowsPage } from '../../../page-routes.ts';
import type { Desk } from '../acts/open-acts.ts';
import { addressOf, type Parameters } from '../address.ts';
import { secretariatPages } from '../secretariat.pages.ts';
import { DossierPage } from './dossier.page.tsx';
import { dossierOf } from './dossier-shown.ts';
import { TriagePage } from './triage.page.tsx';

const kept = ['kind', 'stage', 'theme', 'member', 'language', 'late', 'overdue', 'order'] as const;

type Asked = Readonly<Record<string, string>>;

const among = <const W extends string>(words: readonly W[], value: string | undefined): W | undefined =>
  words.find((word) => word === value);

const parametersOf = (fields: Asked): Parameters =>
  Object.fromEntries(kept.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])));

const filterOf = ({ kind, stage, theme, member, language, late, overdue }: Asked): TriageFilter => {
  const wanted = {
    kind: among(['practice', 'topic'], kind),
    stage: stage === '' ? undefined : stage,
    theme: theme === '' ? undefined : theme,
    member: member === '' ? undefined : member,
    language: among(['en', 'fr'], language),
    late: among(['true', 'false'], late),
    overdue: overdue === '' ? undefined : overdue,
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
};

const orderOf = ({ order }: Asked): TriageOrder | null => among<TriageOrder>(['member', 'theme', 'state'], order) ?? null;

const board = async (desk: Desk): Promise<ReturnType<typeof TriagePage> | null> => {
  const { frame, ask } = desk;
  const { asked: fields } = frame;
  const parameters = parametersOf(fields);
  const cursor = fields['after'] ?? null;
  const [queue, byMember, themes, members, procedure] = await Promise.all([
    ask('triageQueue', { filter: filterOf(fields), limit: 50, cursor, order: orderOf(fields) }),
    ask('triageByMember', {}),
    ask('themeSet', { themeSetId: 'ptc', version: null }),
    ask('members', { onDate: null }),
    ask('procedure', { object: 'topic', policy: null }),
  ]);
  if (queue === null || 'code' in queue || byMember === null) return null;
  const openId = fields['open'];
  const then = addressOf('/triage', { ...parameters, after: cursor, open: openId ?? null });
  const open = openId === undefined ? null : await dossierOf(desk, openId, queue.items, then);
  const lists = { themes, members, procedure };
  return <TriagePage {...{ frame, queue, byMember, lists, parameters, open }} isFirst={cursor === null} />;
};

/** What waits to be judged, and each contribution's file. */
@ApiExcludeController()
@Controller()
export class TriageController {
  readonly #pages: Pages;

  constructor(@Inject(Pages) pages: Pages) {
    this.#pages = pages;
  }

  @ShowsPage(secretariatPages.triage)
  queue(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const content: Content = (frame, ask, may) => board({ frame, ask, may });
    return this.#pages.show(secretariatPages.triage, request, reply, content);
  }

  @ShowsPage(secretariatPages.dossier)
  dossier(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('contributionId') contributionId: string,
  ): Promise<string> {
    const content: Content = async (frame, ask, may) => {
      const shown = await dossierOf({ frame, ask, may }, contributionId, [], `/triage/${contributionId}`);
      return shown === null ? null : <DossierPage {...shown} />;
    };
    return this.#pages.show(secretariatPages.dossier, request, reply, content);
  }
}
