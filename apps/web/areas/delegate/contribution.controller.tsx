import { Controller, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bodyThemeSet, type ContributionDossier } from '../../../../libs/application/src/index.ts';
import { code, oneOf, text, type FormShape } from '../../forms/read-fields.ts';
import { command, type Giving } from '../../giving.ts';
import { ShowsPage, TakesForm } from '../../page-routes.ts';
import { Pages, type Content } from '../../pages.ts';
import { contentFields, contentOf } from './content-fields.ts';
import { actsFor } from './contribution-acts.ts';
import { ContributionPage } from './contribution.page.tsx';
import { delegateForms, delegatePages } from './delegate.pages.ts';

const words = { language: oneOf(['en', 'fr']), text: text(4_000) } as const;
const reasoned = { ...words, reason: code } as const;

const workingText = ({
  language,
  text: said,
}: {
  readonly language: 'en' | 'fr';
  readonly text: string;
}): { readonly en?: string; readonly fr?: string } => (language === 'en' ? { en: said } : { fr: said });

type Act<S extends FormShape> = Pick<Giving<S>, 'form' | 'fields'> & {
  readonly topic: (topicId: string, values: Parameters<Giving<S>['command']>[0], file: ContributionDossier) => ReturnType<typeof command>;
  readonly practice?: (
    practiceId: string,
    values: Parameters<Giving<S>['command']>[0],
    file: ContributionDossier,
  ) => ReturnType<typeof command>;
};

/** The page of one contribution, and what its Members do there. */
@ApiExcludeController()
@Controller()
export class ContributionController {
  readonly #pages: Pages;

  constructor(@Inject(Pages) pages: Pages) {
    this.#pages = pages;
  }

  #content(contributionId: string): Content {
    return async (frame, ask, _may, could) => {
      const file = await ask('contribution', { contributionId });
      if (file === null) return null;
      const [history, themes, groupings, members, acts] = await Promise.all([
        ask('objectHistory', { object: file.kind, id: contributionId, filter: {}, limit: 200, cursor: null }),
        ask('themeSet', { themeSetId: bodyThemeSet, version: null }),
        ask('groupings', { onDate: null }),
        ask('members', { onDate: null }),
        actsFor(frame, file, ask, could),
      ]);
      const receipt = frame.asOf === null && frame.who !== null ? await ask('receipt', { contributionId, step: 'submission' }) : null;
      return (
        <ContributionPage
          frame={frame}
          file={file}
          steps={history !== null && 'items' in history ? history.items : []}
          themes={themes}
          receipt={receipt}
          acts={acts}
          choices={{ themes, communities: groupings.filter((one) => one.kind === 'economicCommunity'), suggested: null }}
          memberNames={new Map(members.map(({ code: member, name }) => [member, name[frame.language]]))}
        />
      );
    };
  }

  @ShowsPage(delegatePages.contribution)
  show(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('contributionId') contributionId: string,
  ): Promise<string> {
    return this.#pages.show(delegatePages.contribution, request, reply, this.#content(contributionId));
  }

  #act<S extends FormShape>(request: FastifyRequest, reply: FastifyReply, contributionId: string, act: Act<S>): Promise<string> {
    return this.#pages.give(request, reply, {
      form: act.form,
      page: delegatePages.contribution,
      content: this.#content(contributionId),
      fields: act.fields,
      command: async (values, ask) => {
        const file = await ask('contribution', { contributionId });
        const make = file?.kind === 'practice' ? (act.practice ?? act.topic) : act.topic;
        return make(contributionId, values, file as ContributionDossier);
      },
      then: () => `/contributions/${contributionId}`,
    });
  }

  @TakesForm(delegateForms.answer)
  answer(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('contributionId') id: string,
  ): Promise<string> {
    return this.#act(request, reply, id, {
      form: delegateForms.answer,
      fields: words,
      topic: (topicId, values) => command('answerTopicClarification', { topicId, answer: workingText(values) }),
      practice: (practiceId, values) => command('answerPracticeClarification', { practiceId, answer: workingText(values) }),
    });
  }

  @TakesForm(delegateForms.confirm)
  confirm(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('contributionId') id: string,
  ): Promise<string> {
    return this.#act(request, reply, id, {
      form: delegateForms.confirm,
      fields: {},
      topic: (topicId) => command('confirmTopicEntry', { topicId }),
      practice: (practiceId) => command('confirmPracticeEntry', { practiceId }),
    });
  }

  @TakesForm(delegateForms.consent)
  consent(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('contributionId') id: string,
  ): Promise<string> {
    return this.#act(request, reply, id, {
      form: delegateForms.consent,
      fields: { mergeId: code },
      topic: (topicId, { mergeId }) => command('consentToTopicMerge', { topicId, mergeId }),
    });
  }

  @TakesForm(delegateForms.refuse)
  refuse(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('contributionId') id: string,
  ): Promise<string> {
    return this.#act(request, reply, id, {
      form: delegateForms.refuse,
      fields: { ...reasoned, mergeId: code },
      topic: (topicId, values) =>
        command('refuseTopicMerge', { topicId, mergeId: values.mergeId, reason: { code: values.reason, text: workingText(values) } }),
    });
  }

  @TakesForm(delegateForms.join)
  join(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('contributionId') id: string,
  ): Promise<string> {
    return this.#act(request, reply, id, { form: delegateForms.join, fields: {}, topic: (topicId) => command('joinTopic', { topicId }) });
  }

  @TakesForm(delegateForms.leave)
  leave(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('contributionId') id: string,
  ): Promise<string> {
    return this.#act(request, reply, id, { form: delegateForms.leave, fields: {}, topic: (topicId) => command('leaveTopic', { topicId }) });
  }

  /** A new edition; of what the Secretariat entered and nobody has confirmed, a correction. */
  @TakesForm(delegateForms.amend)
  amend(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('contributionId') id: string,
  ): Promise<string> {
    const isEntered = ({ entry }: ContributionDossier): boolean =>
      entry !== null && entry.status !== 'confirmed' && entry.status !== 'corrected';
    return this.#act(request, reply, id, {
      form: delegateForms.amend,
      fields: contentFields,
      topic: (topicId, values, file) =>
        command(isEntered(file) ? 'correctTopicEntry' : 'amendTopic', { topicId, content: contentOf(values, file.content) }),
      practice: (practiceId, values, file) =>
        command(isEntered(file) ? 'correctPracticeEntry' : 'amendPractice', { practiceId, content: contentOf(values, file.content) }),
    });
  }

  @TakesForm(delegateForms.withdraw)
  withdraw(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('contributionId') id: string,
  ): Promise<string> {
    return this.#act(request, reply, id, {
      form: delegateForms.withdraw,
      fields: reasoned,
      topic: (topicId, values) => command('withdrawTopic', { topicId, reason: { code: values.reason, text: workingText(values) } }),
      practice: (practiceId, values) =>
        command('withdrawPractice', { practiceId, reason: { code: values.reason, text: workingText(values) } }),
    });
  }
}
