import { Controller, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DuplicateFilter } from '../../../../../libs/application/src/index.ts';
import { Pages, type Content } from '../../../pages.ts';
import { ShowsPage } from '../../../page-routes.ts';
import { mergeActs } from '../acts/merge.acts.ts';
import { openOn, type Desk } from '../acts/open-acts.ts';
import type { OpenAct } from '../components/open-act.ts';
import { addressOf } from '../address.ts';
import { secretariatPages } from '../secretariat.pages.ts';
import { SuggestionsPage } from './suggestions.page.tsx';
import { WorkbenchPage, type WorkbenchShown } from './workbench.page.tsx';

const filterOf = ({ languages, ruling }: Readonly<Record<string, string>>): DuplicateFilter => ({
  ...(languages === 'same' || languages === 'across' ? { languages } : {}),
  ...(ruling === 'confirmed' || ruling === 'ruled_out' ? { ruling } : {}),
});

const suggestions: Content = async (frame, ask) => {
  const { asked: fields } = frame;
  const page = await ask('duplicateSuggestions', { filter: filterOf(fields), limit: 30, cursor: fields['after'] ?? null });
  if (page === null || 'code' in page) return null;
  return <SuggestionsPage frame={frame} page={page} parameters={{ languages: fields['languages'], ruling: fields['ruling'] }} />;
};

const isRuled = (candidate: NonNullable<WorkbenchShown['candidate']>): boolean => candidate.ruling !== null;

/** Acts on the pair that is on the table, as far as they are apt: what is ruled is undone first. */
const actsOn = async (
  desk: Desk,
  { topic }: WorkbenchShown['table'],
  candidate: NonNullable<WorkbenchShown['candidate']>,
): Promise<readonly OpenAct[]> => {
  const topicId = topic.contributionId;
  const otherId = candidate.side.contributionId;
  const pending = candidate.cases.find(({ status, sourceId }) => status === 'proposed' && sourceId === topicId);
  const given = { topicId, otherId, targetId: otherId, ...(pending === undefined ? {} : { mergeId: pending.mergeId }) };
  const then = addressOf(`/merges/${topicId}`, { with: otherId });
  const open = await openOn(desk, { object: 'topic', id: topicId }, mergeActs, { given, then });
  const isApt: Readonly<Record<string, boolean>> = {
    confirmTopicDuplicate: !isRuled(candidate),
    ruleOutTopicDuplicate: !isRuled(candidate),
    undoTopicDuplicateRuling: isRuled(candidate),
    proposeTopicMerge: pending === undefined,
    withdrawTopicMergeProposal: pending !== undefined,
  };
  return open.filter(({ act }) => isApt[act.command] ?? true);
};

/** Topics that may be one. */
@ApiExcludeController()
@Controller()
export class MergesController {
  readonly #pages: Pages;

  constructor(@Inject(Pages) pages: Pages) {
    this.#pages = pages;
  }

  @ShowsPage(secretariatPages.duplicates)
  pairs(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#pages.show(secretariatPages.duplicates, request, reply, suggestions);
  }

  @ShowsPage(secretariatPages.workbench)
  workbench(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('topicId') topicId: string,
  ): Promise<string> {
    const content: Content = async (frame, ask, may) => {
      const withId = frame.asked['with'] ?? null;
      const table = await ask('mergeWorkbench', { topicId, withId });
      if (table === null) return null;
      const candidate = table.candidates.find(({ side }) => side.contributionId === withId) ?? table.candidates[0] ?? null;
      const acts = candidate === null ? [] : await actsOn({ frame, ask, may }, table, candidate);
      return <WorkbenchPage frame={frame} table={table} candidate={candidate} acts={acts} />;
    };
    return this.#pages.show(secretariatPages.workbench, request, reply, content);
  }
}
