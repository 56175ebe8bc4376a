import { hasTopic, type AgendaContent } from '../../../domain/src/index.ts';
import type { AgendaBalance, GroupingView, MemberView } from '../views.ts';

/** Items by the regions and communities of the Members behind them: every group is named, those without an item too (BR-15). Pure. */
export const agendaBalance = (content: AgendaContent, members: readonly MemberView[], groups: readonly GroupingView[]): AgendaBalance => {
  const items = content.headings.flatMap((heading) => heading.items.filter(hasTopic).map(({ sponsors }) => sponsors));
  const countOf = (codes: readonly string[]): number =>
    items.filter((sponsors) => sponsors.some((sponsor) => codes.includes(sponsor))).length;
  const counted = (kind: GroupingView['kind']): AgendaBalance['byRegion'] =>
    groups
      .filter((group) => group.kind === kind)
      .map((group) => ({ code: group.code, name: group.shortName, items: countOf(group.members) }));
  return {
    byRegion: counted('region'),
    byCommunity: counted('economicCommunity'),
    items: items.length,
    landlocked: countOf(members.filter(({ landlocked }) => landlocked).map(({ code }) => code)),
  };
};
