import { isBlank, registerDecider } from '../kernel/index.ts';
import type { DecisionRejection, PriorDecision } from './decision.events.ts';

export const decisionDecider = registerDecider<'PriorDecisionRecorded', PriorDecision, DecisionRejection>({
  category: 'decision',
  event: 'PriorDecisionRecorded',
  check: ({ decisionId, quote }) => (isBlank(quote) ? { code: 'decision.quote_missing', decision: decisionId } : null),
  taken: ({ decisionId }) => ({ code: 'decision.already_recorded', decision: decisionId }),
});
