import { Controller, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bodyThemeSet, type DraftView } from '../../../../libs/application/src/index.ts';
import type { PageFrame } from '../../components/frame.ts';
import { fieldsOf, code, oneOf } from '../../forms/read-fields.ts';
import { command } from '../../giving.ts';
import { ShowsPage, TakesForm } from '../../page-routes.ts';
import { Pages, type Ask, type Content } from '../../pages.ts';
import { contentFields, contentOf } from './content-fields.ts';
import { delegateForms, delegatePages } from './delegate.pages.ts';
import { DraftPage, type DraftShown } from './draft.page.tsx';
import { SuggestionsAside, type Suggestions } from './suggestions.section.tsx';

type Kind = 'topic' | 'practice';

const draftFields = { ...contentFields, guidanceId: code, kind: oneOf(['topic', 'practice']), do: oneOf(['save', 'send']) } as const;

interface Written {
  readonly language: 'en' | 'fr';
  readonly title: string;
  readonly text: string;
  readonly primaryTheme: string | null;
}

const nothingWritten: Suggestions = { likeness: [], themes: null };

const suggestionsFor = async (ask: Ask, kind: Kind, written: Written): Promise<Suggestions> => {
  if (written.title.trim() === '' && written.text.trim() === '') return nothingWritten;
  const [likeness, themes] = await Promise.all([ask('draftLikeness', { kind, ...written }), ask('themeSuggestions', written)]);
  return { likeness, themes };
};

/** What stands in the form: what was typed when it was refused, otherwise what is kept. */
const writtenOn = ({ form: { refused } }: PageFrame, draft: DraftView | null): Written | null => {
  if (refused?.of !== 'draft') return draft?.content ?? null;
  const { language, title = '', text = '' } = refused.typed;
  return { language: language === 'fr' ? 'fr' : 'en', title, text, primaryTheme: null };
};

/** Writing, keeping and sending what a Member contributes. */
@ApiExcludeController()
@Controller()
export class DraftsController {
  readonly #pages: Pages;

  constructor(@Inject(Pages) pages: Pages) {
    this.#pages = pages;
  }

  async #shown(frame: PageFrame, ask: Ask, kind: Kind, draft: DraftView | null): Promise<DraftShown> {
    const written = writtenOn(frame, draft);
    const [requests, calls, themes, groupings] = await Promise.all([
      ask('guidanceRegister', {}),
      ask('calls', {}),
      ask('themeSet', { themeSetId: bodyThemeSet, version: null }),
      ask('groupings', { onDate: null }),
    ]);
    const suggestions = written === null ? nothingWritten : await suggestionsFor(ask, kind, written);
    const isMeant = (guidanceId: string): boolean => guidanceId === (draft?.guidanceId ?? guidanceId);
    return {
      frame,
      kind,
      draft,
      requests: requests.filter((one) => one.expects === kind && one.callId !== null && isMeant(one.guidanceId)),
      calls,
      choices: { themes, communities: groupings.filter((one) => one.kind === 'economicCommunity'), suggested: suggestions.themes },
      suggestions,
      maySend: frame.who?.role !== 'drafter',
    };
  }

  #newOne(kind: Kind): Content {
    return async (frame, ask) => <DraftPage {...await this.#shown(frame, ask, kind, null)} />;
  }

  #kept(draftId: string): Content {
    return async (frame, ask) => {
      const draft = await ask('draft', { draftId });
      return draft === null ? null : <DraftPage {...await this.#shown(frame, ask, draft.kind, draft)} />;
    };
  }

  #make(request: FastifyRequest, reply: FastifyReply, kind: Kind): Promise<string> {
    const [page, form] =
      kind === 'topic' ? [delegatePages.newTopic, delegateForms.newTopic] : [delegatePages.newPractice, delegateForms.newPractice];
    return this.#pages.give(request, reply, {
      form,
      page,
      content: this.#newOne(kind),
      fields: draftFields,
      command: async (values, ask) => {
        const { guidanceId } = values;
        const callId = (await ask('guidanceRegister', {})).find((one) => one.guidanceId === guidanceId)?.callId ?? '';
        return command('saveDraft', { kind, guidanceId, callId, content: contentOf(values) });
      },
      then: ({ id }) => `/drafts/${id}`,
    });
  }

  @ShowsPage(delegatePages.newTopic)
  newTopic(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.show(delegatePages.newTopic, request, reply, this.#newOne('topic'));
  }

  @TakesForm(delegateForms.newTopic)
  saveNewTopic(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#make(request, reply, 'topic');
  }

  @ShowsPage(delegatePages.newPractice)
  newPractice(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.show(delegatePages.newPractice, request, reply, this.#newOne('practice'));
  }

  @TakesForm(delegateForms.newPractice)
  saveNewPractice(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#make(request, reply, 'practice');
  }

  /** What the text that is being written is like; nothing is kept of it. */
  @TakesForm(delegateForms.suggestions)
  suggest(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { kind, language, title = '', text = '', primaryTheme = '' } = fieldsOf(request);
    const written: Written = {
      language: language === 'fr' ? 'fr' : 'en',
      title: title.slice(0, 300),
      text: text.slice(0, 20_000),
      primaryTheme: /^[A-Z_]{2,40}$/.test(primaryTheme) ? primaryTheme : null,
    };
    return this.#pages.fragment(request, reply, async (frame, ask) => (
      <SuggestionsAside frame={frame} suggestions={await suggestionsFor(ask, kind === 'practice' ? 'practice' : 'topic', written)} />
    ));
  }

  @ShowsPage(delegatePages.draft)
  draft(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('draftId') draftId: string,
  ): Promise<string> {
    return this.#pages.show(delegatePages.draft, request, reply, this.#kept(draftId));
  }

  @TakesForm(delegateForms.saveDraft)
  save(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('draftId') draftId: string,
  ): Promise<string> {
    return this.#pages.give(request, reply, {
      form: delegateForms.saveDraft,
      page: delegatePages.draft,
      content: this.#kept(draftId),
      fields: draftFields,
      command: async (values, ask) => {
        const kept = await ask('draft', { draftId });
        const content = contentOf(values, kept?.content ?? {});
        return command('saveDraft', { draftId, kind: values.kind, guidanceId: values.guidanceId, callId: kept?.callId ?? '', content });
      },
      next: (_answer, values) => (values.do === 'send' ? command('releaseDraft', { draftId }) : null),
      then: ({ id, object }) => (object === 'draft' ? `/drafts/${id}` : `/contributions/${id}`),
    });
  }

  @TakesForm(delegateForms.discardDraft)
  discard(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('draftId') draftId: string,
  ): Promise<string> {
    return this.#pages.give(request, reply, {
      form: delegateForms.discardDraft,
      page: delegatePages.draft,
      content: this.#kept(draftId),
      fields: {},
      command: () => command('discardDraft', { draftId }),
      then: () => '/home',
    });
  }
}
