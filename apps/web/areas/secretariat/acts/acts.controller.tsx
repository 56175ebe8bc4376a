import { Controller, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fieldsOf, type FieldReader } from '../../../forms/read-fields.ts';
import type { Given } from '../../../giving.ts';
import { Pages, type Content } from '../../../pages.ts';
import { ShowsPage, TakesForm } from '../../../page-routes.ts';
import { asked } from '../../../request.ts';
import { secretariatForms, secretariatPages } from '../secretariat.pages.ts';
import { deskTexts } from '../desk.texts.ts';
import type { Act } from './act.ts';
import { ActPage } from './act.page.tsx';
import { actOf } from './catalogue.ts';
import { openAtAll } from './open-acts.ts';
import { Sent, type Fault } from './sent.ts';

type Fields = Readonly<Record<string, string>>;

const faultTexts = { missing: 'whatIsMissing', tooLong: 'whatIsTooLong', malformed: 'whatIsMalformed' } as const;

/** A page of ours and nothing else: what leads on comes from the form. */
const placeIn = ({ then = '' }: Fields): string => (/^\/(?![/\\])[\w\-./?=&%~+,:]*$/.test(then) ? then : '/triage');

const subjectOf = ({ topicId, practiceId }: Fields): string | null => topicId ?? practiceId ?? null;

/** Fields of the form that say what is wrong with them. */
const refusing = (faults: readonly Fault[]): Readonly<Record<string, FieldReader<never>>> =>
  Object.fromEntries(faults.map(({ field, fault }) => [field, () => ({ problem: deskTexts[faultTexts[fault]] })]));

/** The form of every act: drawn by itself, taken from wherever it stood. */
@ApiExcludeController()
@Controller()
export class ActsController {
  readonly #pages: Pages;

  constructor(@Inject(Pages) pages: Pages) {
    this.#pages = pages;
  }

  #content(act: Act | undefined, fields: Fields): Content {
    return async (frame, ask, may) => {
      if (act === undefined) return null;
      const given = Object.fromEntries(act.given.map((name) => [name, fields[name] ?? '']));
      const begun = { given, then: placeIn(fields), begin: fields, revision: fields['expected'] ?? null };
      const [open] = await openAtAll({ frame, ask, may }, [act], begun);
      const contributionId = subjectOf(fields);
      const about = contributionId === null ? null : await ask('contribution', { contributionId });
      return open === undefined ? null : <ActPage frame={frame} open={open} about={about} />;
    };
  }

  @ShowsPage(secretariatPages.act)
  show(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('command') command: string,
  ): Promise<string> {
    return this.#pages.show(secretariatPages.act, request, reply, this.#content(actOf(command), asked(request)));
  }

  @TakesForm(secretariatForms.act)
  async give(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('command') command: string,
  ): Promise<string> {
    const [act, fields] = [actOf(command), fieldsOf(request)];
    const content = this.#content(act, fields);
    if (act === undefined) return this.#pages.show(secretariatPages.act, request, reply, content);
    const read = act.read(new Sent(fields));
    return this.#pages.give(request, reply, {
      form: secretariatForms.act,
      page: secretariatPages.act,
      content,
      fields: 'faults' in read ? refusing(read.faults) : {},
      command: (): Given => ('faults' in read ? { name: act.command, give: () => Promise.reject(new Error('refused before')) } : read),
      then: () => placeIn(fields),
    });
  }
}
