import { accept, isBlank, reject, same, saysNothing } from '../kernel/index.ts';
import type { AgendaRejection } from './agenda.rejections.ts';
import type { OpenAgendaState, RecordedOutcome } from './agenda.state.ts';
import { itemOf, type AgendaDecision, type Data } from './checks.ts';
import type { ClaimedOutcome } from './outcome.commands.ts';
import type { AgendaOutcome, AgendaOutcomeVerb } from './outcome.events.ts';

type State = OpenAgendaState;

/** BR-22: the body has no power to recommend to Governments; it forwards to the Council. */
const isAllowed = (verb: ClaimedOutcome['verb']): verb is AgendaOutcomeVerb => verb !== 'recommended_to_governments';

const checkClaim = ({ verb, statement, carriedTo }: ClaimedOutcome): AgendaRejection | null => {
  if (!isAllowed(verb)) return { code: 'agenda.cannot_recommend_to_governments', instead: 'forwarded_to_council' };
  if (saysNothing(statement)) return { code: 'agenda.outcome_text_missing' };
  if (verb === 'carried_forward') return isBlank(carriedTo) ? { code: 'agenda.carried_to_missing' } : null;
  return carriedTo === null ? null : { code: 'agenda.carried_to_not_asked', verb };
};

const claimed = ({ itemId, verb, statement, carriedTo }: ClaimedOutcome): AgendaOutcome | null =>
  isAllowed(verb) ? { itemId, verb, statement, carriedTo } : null;

const outcomeOf = ({ outcomes }: State, itemId: string): RecordedOutcome | null =>
  outcomes.find((outcome) => outcome.itemId === itemId) ?? null;

const isRecorded = ({ itemId, verb, statement, carriedTo }: RecordedOutcome, claim: AgendaOutcome | null): boolean =>
  same({ itemId, verb, statement, carriedTo }, claim);

const checkItem = (itemId: string, state: State): AgendaRejection | null => {
  if (itemOf(state, itemId) === null) return { code: 'agenda.item_unknown', item: itemId };
  return state.versions.at(-1)?.itemIds.includes(itemId) === true ? null : { code: 'agenda.item_not_published', item: itemId };
};

/** What the body did with an item of the published agenda (row C13). */
export const recordOutcome = (wish: Data<'RecordAgendaOutcome'>, state: State): AgendaDecision => {
  const { actor, now, itemId, begun, correctableUntil } = wish;
  const recorded = outcomeOf(state, itemId);
  const claim = claimed(wish);
  if (recorded !== null) return isRecorded(recorded, claim) ? accept() : reject({ code: 'agenda.outcome_exists', item: itemId });
  if (state.closed) return reject({ code: 'agenda.closed' });
  const wrong = checkItem(itemId, state) ?? checkClaim(wish);
  if (wrong !== null || claim === null) return reject(wrong ?? { code: 'agenda.item_unknown', item: itemId });
  if (!begun) return reject({ code: 'agenda.meeting_not_begun' });
  const data = { agendaId: state.agendaId, ...claim, recordedBy: actor.accreditationId, recordedAt: now, correctableUntil };
  return accept({ type: 'AgendaOutcomeRecorded', data });
};

const onOutcome = (state: State, itemId: string, decide: (outcome: RecordedOutcome) => AgendaDecision): AgendaDecision => {
  const outcome = outcomeOf(state, itemId);
  return outcome === null ? reject({ code: 'agenda.outcome_missing', item: itemId }) : decide(outcome);
};

/** A correction is a new revision; what was recorded first stays in the record. */
export const correctOutcome = (wish: Data<'CorrectAgendaOutcome'>, state: State): AgendaDecision =>
  onOutcome(state, wish.itemId, (outcome) => {
    const { actor, now, correctionId } = wish;
    const claim = claimed(wish);
    if (isRecorded(outcome, claim)) return accept();
    const wrong = checkClaim(wish);
    if (wrong !== null || claim === null) return reject(wrong ?? { code: 'agenda.outcome_missing', item: wish.itemId });
    if (correctionId !== null && !outcome.corrections.some((correction) => correction.correctionId === correctionId))
      return reject({ code: 'agenda.correction_unknown', correction: correctionId });
    const revision = { revision: outcome.revision + 1, correctionId, correctedBy: actor.accreditationId, correctedAt: now };
    return accept({ type: 'AgendaOutcomeCorrected', data: { agendaId: state.agendaId, ...claim, ...revision } });
  });

/** A Member says what the record should say, within five working days (domain.md §8.8). */
export const fileCorrection = ({ actor, now, itemId, correctionId, text }: Data<'FileAgendaCorrection'>, state: State): AgendaDecision =>
  onOutcome(state, itemId, ({ corrections, correctableUntil }) => {
    if (corrections.some((correction) => correction.correctionId === correctionId)) return accept();
    if (actor.member === null) return reject({ code: 'agenda.correction_without_member' });
    if (now > correctableUntil) return reject({ code: 'agenda.correction_too_late', until: correctableUntil, now });
    if (saysNothing(text)) return reject({ code: 'agenda.correction_text_missing' });
    const filed = { member: actor.member, text, filedBy: actor.accreditationId, filedAt: now };
    return accept({ type: 'AgendaCorrectionFiled', data: { agendaId: state.agendaId, itemId, correctionId, ...filed } });
  });

export const attachPresentation = (
  { actor, itemId, sha256, title, mediaType, sizeBytes }: Data<'AttachAgendaPresentation'>,
  state: State,
): AgendaDecision => {
  if (itemOf(state, itemId) === null) return reject({ code: 'agenda.item_unknown', item: itemId });
  if (state.presentations.some((presentation) => same(presentation, { itemId, sha256 }))) return accept();
  const file = { sha256, title, mediaType, sizeBytes, attachedBy: actor.accreditationId };
  return accept({ type: 'AgendaPresentationAttached', data: { agendaId: state.agendaId, itemId, ...file } });
};

/** Items of the latest published version that have no outcome yet. */
export const itemsWithoutOutcome = ({ versions, outcomes }: Pick<State, 'versions' | 'outcomes'>): readonly string[] =>
  (versions.at(-1)?.itemIds ?? []).filter((itemId) => !outcomes.some((outcome) => outcome.itemId === itemId));

/** Nothing is left open: every item has an outcome or goes to a named session. */
export const closeAgenda = ({ actor, now }: Data<'CloseAgenda'>, state: State): AgendaDecision => {
  if (state.closed) return accept();
  if (state.pending !== null) return reject({ code: 'agenda.version_pending', version: state.pending.version });
  const latest = state.versions.at(-1);
  if (latest === undefined) return reject({ code: 'agenda.nothing_published' });
  const items = itemsWithoutOutcome(state);
  if (items.length > 0) return reject({ code: 'agenda.items_without_outcome', items });
  const carriedForward = state.outcomes.flatMap(({ itemId, carriedTo }) => (carriedTo === null ? [] : [{ itemId, carriedTo }]));
  const closing = { version: latest.version, carriedForward, closedBy: actor.accreditationId, closedAt: now };
  return accept({ type: 'AgendaClosed', data: { agendaId: state.agendaId, ...closing } });
};
