import { accept, reject, same, checkReasonGiven } from '../kernel/index.ts';
import type { AgendaHeading } from './agenda.content.ts';
import type { AgendaRejection } from './agenda.rejections.ts';
import type { OpenAgendaState } from './agenda.state.ts';
import { checkBuilding, checkTitle, type AgendaDecision, type Data } from './checks.ts';
import { placed } from './order.ts';

const checkTheme = (theme: string | null, priorities: readonly string[], { headings }: OpenAgendaState): AgendaRejection | null => {
  if (theme === null) return null;
  if (!priorities.includes(theme)) return { code: 'agenda.theme_not_a_priority', theme };
  return headings.some((heading) => heading.theme === theme) ? { code: 'agenda.theme_already_has_heading', theme } : null;
};

export const addHeading = ({ headingId, title, theme, priorities }: Data<'AddAgendaHeading'>, state: OpenAgendaState): AgendaDecision => {
  const known = state.headings.find((heading) => heading.headingId === headingId);
  if (known !== undefined && same(known.title, title) && known.theme === theme) return accept();
  const wrong = checkBuilding(state) ?? checkTitle(title) ?? checkTheme(theme, priorities, state);
  if (wrong !== null) return reject(wrong);
  const number = state.numbersGiven + 1;
  return accept({ type: 'AgendaHeadingAdded', data: { agendaId: state.agendaId, headingId, number, title, theme } });
};

const onHeading = (state: OpenAgendaState, headingId: string, decide: (heading: AgendaHeading) => AgendaDecision): AgendaDecision => {
  const heading = state.headings.find((entry) => entry.headingId === headingId);
  return heading === undefined ? reject({ code: 'agenda.heading_unknown', heading: headingId }) : decide(heading);
};

export const retitleAgenda = ({ title }: Data<'RetitleAgenda'>, state: OpenAgendaState): AgendaDecision => {
  if (same(state.title, title)) return accept();
  const wrong = checkBuilding(state) ?? checkTitle(title);
  return wrong === null ? accept({ type: 'AgendaRetitled', data: { agendaId: state.agendaId, title } }) : reject(wrong);
};

export const retitleHeading = ({ headingId, title }: Data<'RetitleAgendaHeading'>, state: OpenAgendaState): AgendaDecision =>
  onHeading(state, headingId, (heading) => {
    if (same(heading.title, title)) return accept();
    const wrong = checkBuilding(state) ?? checkTitle(title);
    return wrong === null ? accept({ type: 'AgendaHeadingRetitled', data: { agendaId: state.agendaId, headingId, title } }) : reject(wrong);
  });

export const moveHeading = ({ headingId, before }: Data<'MoveAgendaHeading'>, state: OpenAgendaState): AgendaDecision =>
  onHeading(state, headingId, () => {
    if (before !== null && (before === headingId || !state.headings.some((entry) => entry.headingId === before)))
      return reject({ code: 'agenda.place_unknown', before });
    if (same(state.headings, placed(state.headings, { id: headingId, before, idOf: (entry) => entry.headingId }))) return accept();
    const wrong = checkBuilding(state);
    return wrong === null ? accept({ type: 'AgendaHeadingMoved', data: { agendaId: state.agendaId, headingId, before } }) : reject(wrong);
  });

export const removeHeading = ({ headingId, reason }: Data<'RemoveAgendaHeading'>, state: OpenAgendaState): AgendaDecision => {
  // A number that was given and is there no more was removed before: a repeat.
  if (state.removedHeadings.includes(headingId)) return accept();
  return onHeading(state, headingId, ({ number }) => {
    const wrong = checkBuilding(state) ?? checkReasonGiven(reason);
    if (wrong !== null) return reject(wrong);
    if (state.items.some((item) => item.headingId === headingId)) return reject({ code: 'agenda.heading_not_empty', heading: headingId });
    return accept({ type: 'AgendaHeadingRemoved', data: { agendaId: state.agendaId, headingId, number, reason } });
  });
};
