import { accept, isBlank, reject, same, checkReasonGiven } from '../kernel/index.ts';
import { causesAgainst } from './bilingual-parity.ts';
import type { AgendaContent } from './agenda.content.ts';
import type { AgendaRejection } from './agenda.rejections.ts';
import { contentOf, type OpenAgendaState, type PendingVersion } from './agenda.state.ts';
import { checkTitle, type AgendaDecision, type Data } from './checks.ts';
import { coveredPriorities } from './items.decide.ts';
import type { Measures } from './version.commands.ts';

type State = OpenAgendaState;

/** BR-14: every priority has an item or a written reason. */
const checkPriorities = (priorities: readonly string[], state: State): AgendaRejection | null => {
  const accounted = [...coveredPriorities(state), ...state.omitted.map(({ theme }) => theme)];
  const themes = priorities.filter((theme) => !accounted.includes(theme));
  return themes.length === 0 ? null : { code: 'agenda.priority_unaccounted', themes };
};

/** The period in which Members may comment on the draft, as last extended; null when nothing was circulated. */
const commentPeriodEnd = ({ circulations }: State) =>
  circulations.findLast(({ commentsUntil }) => commentsUntil !== null)?.commentsUntil ?? null;

/** UJ-12: no agenda is final while Members may still speak or have not been answered. */
const checkComments = (now: Data<'ProposeAgendaVersion'>['now'], state: State): AgendaRejection | null => {
  const until = commentPeriodEnd(state)?.instant ?? null;
  if (until !== null && now <= until) return { code: 'agenda.comment_period_open', until };
  const comments = state.comments.filter(({ disposed }) => disposed === null).map(({ commentId }) => commentId);
  return comments.length === 0 ? null : { code: 'agenda.comments_undisposed', comments };
};

const checkSize = (content: AgendaContent, { sizeOf, maxBytes }: Measures): AgendaRejection | null => {
  const bytes = sizeOf(content);
  return bytes > maxBytes ? { code: 'agenda.version_too_large', bytes, limit: maxBytes } : null;
};

const isFinal = ({ versions }: State): boolean => versions.at(-1)?.final ?? false;

const checkProposal = (wish: Data<'ProposeAgendaVersion'>, content: AgendaContent, state: State): AgendaRejection | null => {
  if (state.closed) return { code: 'agenda.closed' };
  if (state.items.length === 0) return { code: 'agenda.no_item' };
  return (
    checkTitle(wish.changeNote) ??
    checkPriorities(wish.priorities, state) ??
    (wish.final && !isFinal(state) ? checkComments(wish.now, state) : null) ??
    checkSize(content, wish)
  );
};

/** Once final, every later version is (BR-21). */
export const proposeVersion = (wish: Data<'ProposeAgendaVersion'>, state: State): AgendaDecision => {
  const { actor, now, changeNote } = wish;
  const version = state.published + 1;
  const final = wish.final || isFinal(state);
  const content = contentOf(state, version, final);
  const contentHash = wish.hashOf(content);
  const { pending } = state;
  if (pending !== null) {
    const repeat =
      pending.proposedBy === actor.accreditationId && pending.contentHash === contentHash && same(pending.changeNote, changeNote);
    return repeat ? accept() : reject({ code: 'agenda.version_pending', version: pending.version });
  }
  const wrong = checkProposal(wish, content, state);
  if (wrong !== null) return reject(wrong);
  const proposal = { version, contentHash, changeNote, proposedBy: actor.accreditationId, proposedAt: now };
  return accept({ type: 'AgendaVersionProposed', data: { agendaId: state.agendaId, ...proposal, ...(final ? { final } : {}) } });
};

/** What is decided on the version that waits; refused when none does. */
const onPending = (state: State, decide: (pending: PendingVersion) => AgendaDecision): AgendaDecision =>
  state.pending === null ? reject({ code: 'agenda.no_version_proposed' }) : decide(state.pending);

export const returnVersion = ({ actor, remark }: Data<'ReturnAgendaVersion'>, state: State): AgendaDecision =>
  onPending(state, ({ version }) =>
    isBlank(remark)
      ? reject({ code: 'reason.text_missing' })
      : accept({
          type: 'AgendaVersionReturned',
          data: { agendaId: state.agendaId, version, remark, returnedBy: actor.accreditationId },
        }),
  );

export const approveVersion = ({ actor, now, contentHash }: Data<'ApproveAgendaVersion'>, state: State): AgendaDecision =>
  onPending(state, (pending) => {
    if (pending.contentHash !== contentHash)
      return reject({ code: 'agenda.content_differs', proposed: pending.contentHash, seen: contentHash });
    if (pending.proposedBy === actor.accreditationId) return reject({ code: 'agenda.proposer_cannot_approve' });
    if (pending.approved) return accept();
    const { version } = pending;
    return accept({
      type: 'AgendaVersionApproved',
      data: { agendaId: state.agendaId, version, contentHash, approvedBy: actor.accreditationId, approvedAt: now },
    });
  });

/** A named officer answers for a text that is missing in one language (BR-16). */
export const waiveParity = ({ actor, language, reason }: Data<'WaiveAgendaParity'>, state: State): AgendaDecision =>
  onPending(state, ({ version, parityWaivers }) => {
    if (parityWaivers.some((waiver) => waiver.language === language)) return accept();
    const wrong = checkReasonGiven(reason);
    if (wrong !== null) return reject(wrong);
    const waiver = { language, reason, waivedBy: actor.accreditationId };
    return accept({ type: 'AgendaParityWaived', data: { agendaId: state.agendaId, version, ...waiver } });
  });

const checkReady = (
  { unresolvedDuplicates, goneTopics = [], now }: Pick<Data<'PublishAgendaVersion'>, 'unresolvedDuplicates' | 'goneTopics' | 'now'>,
  content: AgendaContent,
  { version, approved, parityWaivers, embargo }: PendingVersion,
): AgendaRejection | null => {
  const unapproved = approved ? [] : [{ cause: 'version_unapproved', version } as const];
  const waived = parityWaivers.map(({ language }) => language);
  const causes = [...unapproved, ...causesAgainst(content, { waived, unresolvedDuplicates, goneTopics })];
  if (causes.length > 0) return { code: 'agenda.publication_refused', causes };
  return embargo !== null && now < embargo.instant ? { code: 'agenda.under_embargo', until: embargo.instant, now } : null;
};

/** Publishes a frozen copy with its content hash; refused with every cause at once (BR-16). */
export const publishVersion = (wish: Data<'PublishAgendaVersion'>, state: State): AgendaDecision =>
  onPending(state, (pending) => {
    const content = contentOf(state, pending.version, pending.final);
    const wrong = checkReady(wish, content, pending) ?? (pending.final && !isFinal(state) ? checkComments(wish.now, state) : null);
    if (wrong !== null) return reject(wrong);
    const contentHash = wish.hashOf(content);
    if (contentHash !== pending.contentHash)
      return reject({ code: 'agenda.content_differs', proposed: pending.contentHash, seen: contentHash });
    const { version, changeNote, parityWaivers } = pending;
    const published = { version, contentHash, content, changeNote, publishedAt: wish.now };
    return accept({
      type: 'AgendaVersionPublished',
      data: { agendaId: state.agendaId, ...published, ...(parityWaivers.length === 0 ? {} : { parityWaivers }) },
    });
  });
