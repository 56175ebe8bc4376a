import { accept, reject, same, type Actor, type CodedReason, type Decider, type Decision } from '../kernel/index.ts';
import { acceptReasons, checkReason, checkRelease, checkThemes, declineReasons } from '../contribution/index.ts';
import type { TopicCommand, TopicRejection } from './topic.commands.ts';
import type { TopicEvent } from './topic.events.ts';
import { evolveTopic, initialTopic, type TopicStage, type TopicState } from './topic.state.ts';

type TopicDecision = Decision<TopicEvent, TopicRejection>;
type Existing = Extract<TopicState, { release: object }>;
type Data<T extends TopicCommand['type']> = Extract<TopicCommand, { type: T }>['data'];

const wrongStage = ({ stage }: Existing, needed: TopicStage): TopicDecision => reject({ code: 'topic.wrong_stage', stage, needed });

const submit = ({ release, facts }: Data<'SubmitTopic'>, state: TopicState): TopicDecision => {
  if (state.stage !== 'none') return same(state.release, release) ? accept() : reject({ code: 'draft.already_released' });
  const wrong = checkRelease(release, facts, 'topic');
  return wrong === null ? accept({ type: 'TopicSubmitted', data: release }) : reject(wrong);
};

const classify = ({ primaryTheme, secondaryThemes, themes }: Data<'ClassifyTopic'>, state: Existing): TopicDecision => {
  const chosen = { primaryTheme, secondaryThemes };
  if (state.stage === 'classified' && same(state.themes, chosen)) return accept();
  if (state.stage !== 'acknowledged' && state.stage !== 'classified') return wrongStage(state, 'acknowledged');
  const wrong = checkThemes(chosen, themes);
  return wrong === null ? accept({ type: 'TopicClassified', data: { topicId: state.release.contributionId, ...chosen } }) : reject(wrong);
};

/** Nobody judges what his own Member sent. */
const sponsorCheck = ({ member }: Actor, { release }: Existing): TopicRejection | null =>
  member === release.member ? { code: 'topic.sponsor_cannot_judge', member } : null;

const recommend = ({ actor, recommendation, reason }: Data<'RecommendTopic'>, state: Existing): TopicDecision => {
  const recommended = { topicId: state.release.contributionId, recommendation, reason, recommendedBy: actor.accreditationId };
  if (state.stage === 'recommended' && same(state.recommended, recommended)) return accept();
  if (state.stage !== 'classified') return wrongStage(state, 'classified');
  const wrong = sponsorCheck(actor, state) ?? checkReason(reason, recommendation === 'accept' ? acceptReasons : declineReasons);
  return wrong === null ? accept({ type: 'TopicRecommended', data: recommended }) : reject(wrong);
};

const fourEyes = (actor: Actor, state: Existing): TopicRejection | null =>
  state.recommended?.recommendedBy === actor.accreditationId ? { code: 'topic.recommender_cannot_decide' } : sponsorCheck(actor, state);

const decideOutcome = (
  type: 'TopicAccepted' | 'TopicDeclined',
  { actor, now, reason }: { readonly actor: Actor; readonly now: Data<'AcceptTopic'>['now']; readonly reason: CodedReason },
  state: Existing,
): TopicDecision => {
  const stage = type === 'TopicAccepted' ? 'accepted' : 'declined';
  if (state.stage === stage && state.decided?.decidedBy === actor.accreditationId && same(state.decided.reason, reason)) return accept();
  if (state.stage !== 'recommended') return wrongStage(state, 'recommended');
  const wrong = fourEyes(actor, state) ?? checkReason(reason, type === 'TopicAccepted' ? acceptReasons : declineReasons);
  if (wrong !== null) return reject(wrong);
  return accept({ type, data: { topicId: state.release.contributionId, reason, decidedBy: actor.accreditationId, decidedAt: now } });
};

const decideExisting = (command: Exclude<TopicCommand, { type: 'SubmitTopic' }>, state: Existing): TopicDecision => {
  switch (command.type) {
    case 'AcknowledgeTopic':
      if (state.stage !== 'submitted') return accept();
      return accept({ type: 'TopicAcknowledged', data: { topicId: state.release.contributionId, acknowledgedAt: command.data.now } });
    case 'ClassifyTopic':
      return classify(command.data, state);
    case 'RecommendTopic':
      return recommend(command.data, state);
    case 'AcceptTopic':
      return decideOutcome('TopicAccepted', command.data, state);
    case 'DeclineTopic':
      return decideOutcome('TopicDeclined', command.data, state);
  }
};

export const topicDecider: Decider<TopicState, TopicCommand, TopicEvent, TopicRejection> = {
  category: 'topic',
  initialState: initialTopic,
  evolve: evolveTopic,
  decide: (command, state) => {
    if (command.type === 'SubmitTopic') return submit(command.data, state);
    return state.stage === 'none' ? reject({ code: 'topic.not_found' }) : decideExisting(command, state);
  },
};
