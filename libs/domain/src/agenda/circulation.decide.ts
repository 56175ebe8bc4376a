import { accept, reject, checkReasonGiven } from '../kernel/index.ts';
import type { AgendaRejection, PublicationCause } from './agenda.rejections.ts';
import type { OpenAgendaState } from './agenda.state.ts';
import { causesAgainst } from './bilingual-parity.ts';
import { type AgendaDecision, type Data } from './checks.ts';

type State = OpenAgendaState;

/** BR-16, all at once: no published version, a language missing, a suspicion of a duplicate that nobody decided. */
const causesAgainstCirculation = (
  { content, unresolvedDuplicates }: Pick<Data<'CirculateAgenda'>, 'content' | 'unresolvedDuplicates'>,
  { versions, published }: State,
): readonly PublicationCause[] => {
  const latest = versions.at(-1);
  if (latest === undefined || content?.version !== latest.version) return [{ cause: 'version_unapproved', version: published + 1 }];
  return causesAgainst(content, { waived: latest.waived, unresolvedDuplicates });
};

const checkPeriod = ({ commentsUntil, earliestEnd }: Data<'CirculateAgenda'>, final: boolean): AgendaRejection | null => {
  if (final) return null;
  if (commentsUntil === null) return { code: 'agenda.comment_period_missing' };
  return commentsUntil.instant < earliestEnd
    ? { code: 'agenda.comment_period_too_short', earliest: earliestEnd, until: commentsUntil.instant }
    : null;
};

/** Circulates the latest published version to the Members of the day: the list is frozen with it (BR-18). */
export const circulate = (wish: Data<'CirculateAgenda'>, state: State): AgendaDecision => {
  const { now, circulationId, addressees, registered, commentsUntil } = wish;
  if (state.circulations.some((entry) => entry.circulationId === circulationId)) return accept();
  if (state.closed) return reject({ code: 'agenda.closed' });
  const causes = causesAgainstCirculation(wish, state);
  const latest = state.versions.at(-1);
  if (causes.length > 0 || latest === undefined) return reject({ code: 'agenda.circulation_refused', causes });
  const { version, contentHash, final } = latest;
  if (state.circulations.some((entry) => entry.version === version)) return reject({ code: 'agenda.already_circulated', version });
  if (addressees.length === 0) return reject({ code: 'agenda.no_addressee' });
  const wrong = checkPeriod(wish, final);
  if (wrong !== null) return reject(wrong);
  const told = { languages: ['en', 'fr'], addressees, registered: final ? registered : [], circulatedAt: now } as const;
  const period = { commentsUntil: final ? null : commentsUntil };
  return accept({
    type: 'AgendaCirculated',
    data: { agendaId: state.agendaId, circulationId, version, contentHash, final, ...told, ...period },
  });
};

const onCirculation = (
  state: State,
  circulationId: string,
  decide: (circulation: State['circulations'][number]) => AgendaDecision,
): AgendaDecision => {
  const circulation = state.circulations.find((entry) => entry.circulationId === circulationId);
  return circulation === undefined ? reject({ code: 'agenda.circulation_unknown', circulation: circulationId }) : decide(circulation);
};

/** Members that acceded since: the frozen list stays as it was, they are told besides (BR-18). */
export const supplementCirculation = (
  { now, circulationId, addressees }: Data<'SupplementAgendaCirculation'>,
  state: State,
): AgendaDecision =>
  onCirculation(state, circulationId, (circulation) => {
    const added = addressees.filter((member) => !circulation.addressees.includes(member));
    if (added.length === 0) return accept();
    if (state.closed) return reject({ code: 'agenda.closed' });
    const data = { agendaId: state.agendaId, circulationId, addressees: added, circulatedAt: now };
    return accept({ type: 'AgendaCirculationSupplemented', data });
  });

export const extendCommentPeriod = (
  { actor, now, circulationId, commentsUntil, reason }: Data<'ExtendAgendaCommentPeriod'>,
  state: State,
): AgendaDecision =>
  onCirculation(state, circulationId, (circulation) => {
    const until = circulation.commentsUntil;
    if (until === null || state.pending?.final === true) return reject({ code: 'agenda.comments_not_open' });
    if (commentsUntil.instant === until.instant) return accept();
    if (commentsUntil.instant < until.instant) return reject({ code: 'agenda.comment_period_not_longer', until: until.instant });
    if (commentsUntil.instant <= now) return reject({ code: 'agenda.moment_in_past', due: commentsUntil.instant, now });
    const wrong = checkReasonGiven(reason);
    if (wrong !== null) return reject(wrong);
    const data = { agendaId: state.agendaId, circulationId, commentsUntil, reason, extendedBy: actor.accreditationId };
    return accept({ type: 'AgendaCommentPeriodExtended', data });
  });
