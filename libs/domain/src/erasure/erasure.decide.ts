import { accept, isBlank, reject, same, type Decider, type Decision } from '../kernel/index.ts';
import type { ErasureCommand, ErasureRejection } from './erasure.commands.ts';
import type { ErasedEvent, ErasureEvent } from './erasure.events.ts';
import { evolveErasure, type ErasureState } from './erasure.state.ts';

type ErasureDecision = Decision<ErasureEvent, ErasureRejection>;
type Existing = Exclude<ErasureState, { status: 'unknown' }>;
type Data<T extends ErasureCommand['type']> = Extract<ErasureCommand, { type: T }>['data'];

/** Events of one part of a list: some 100 KB, well below what an event may hold. */
const mostListed = 500;

const request = (data: Data<'RequestErasure'>, state: ErasureState): ErasureDecision => {
  const { actor, now, erasureId, subject, basis, reason } = data;
  if (state.status !== 'unknown') {
    const isSame = same(state.subject, subject) && state.basis === basis && state.reason === reason;
    return isSame ? accept() : reject({ code: 'erasure.already_requested' });
  }
  if (isBlank(reason)) return reject({ code: 'erasure.reason_missing' });
  return accept({
    type: 'ErasureRequested',
    data: { erasureId, subject, basis, reason, requestedBy: actor.accreditationId, requestedAt: now },
  });
};

const refuse = ({ actor, now, reason }: Data<'RefuseErasure'>, { status, erasureId }: Existing): ErasureDecision => {
  if (status === 'refused') return accept();
  if (status !== 'requested') return reject({ code: 'erasure.already_approved' });
  if (isBlank(reason)) return reject({ code: 'erasure.reason_missing' });
  return accept({ type: 'ErasureRefused', data: { erasureId, reason, refusedBy: actor.accreditationId, refusedAt: now } });
};

const approve = ({ actor, now }: Data<'ApproveErasure'>, { status, erasureId, requestedBy }: Existing): ErasureDecision => {
  if (status === 'refused') return reject({ code: 'erasure.refused' });
  if (status !== 'requested') return accept();
  if (requestedBy === actor.accreditationId) return reject({ code: 'erasure.requester_cannot_approve' });
  return accept({ type: 'ErasureApproved', data: { erasureId, approvedBy: actor.accreditationId, approvedAt: now } });
};

const inParts = (events: readonly ErasedEvent[]): readonly (readonly ErasedEvent[])[] =>
  events.length === 0 ? [] : [events.slice(0, mostListed), ...inParts(events.slice(mostListed))];

/** Lists what is not listed yet: a scope that was found again after an interruption adds nothing. */
const list = ({ events, now }: Data<'ListErasureScope'>, state: Existing): ErasureDecision => {
  const nameOf = ({ stream, revision, dataHash, leftHash }: ErasedEvent): string => `${stream}@${revision} ${dataHash} ${leftHash}`;
  const known = new Set(state.events.map(nameOf));
  const parts = inParts(events.filter((event) => !known.has(nameOf(event))));
  return accept(
    ...parts.map((listed, index): ErasureEvent => {
      const part = state.parts + index + 1;
      return { type: 'ErasureScopeListed', data: { erasureId: state.erasureId, part, events: listed, listedAt: now } };
    }),
  );
};

const purged = ({ now, ...counts }: Data<'RecordErasurePurged'>, { status, erasureId }: Existing): ErasureDecision =>
  status === 'purged' ? accept() : accept({ type: 'ErasurePurged', data: { erasureId, ...counts, purgedAt: now } });

const carryOut = (
  command: Extract<ErasureCommand, { type: 'ListErasureScope' | 'RecordErasurePurged' }>,
  state: Existing,
): ErasureDecision => {
  if (state.status === 'requested' || state.status === 'refused') return reject({ code: 'erasure.not_approved' });
  return command.type === 'ListErasureScope' ? list(command.data, state) : purged(command.data, state);
};

/** Asked for by one person, confirmed by another, then carried out for good (DESIGN §8): never undone, never silent. */
export const erasureDecider: Decider<ErasureState, ErasureCommand, ErasureEvent, ErasureRejection> = {
  category: 'erasure',
  initialState: { status: 'unknown' },
  evolve: evolveErasure,
  decide: (command, state) => {
    if (command.type === 'RequestErasure') return request(command.data, state);
    if (state.status === 'unknown') return reject({ code: 'erasure.not_found' });
    switch (command.type) {
      case 'RefuseErasure':
        return refuse(command.data, state);
      case 'ApproveErasure':
        return approve(command.data, state);
      case 'ListErasureScope':
      case 'RecordErasurePurged':
        return carryOut(command, state);
    }
  },
};
