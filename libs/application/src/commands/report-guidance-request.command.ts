import { guidanceDecider } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { evidenceOf, sessionFact } from '../guidance-facts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface ReportGuidanceRequestInput {
  readonly guidanceId: string;
  readonly sessionId: string;
  /** The confirmed document that answers the request. */
  readonly documentId: string;
}

/** Reports on a request to a session, with the document that lies before it (BR-24). */
export const reportGuidanceRequest = useCase<ReportGuidanceRequestInput>('ReportGuidanceRequest', async (env, input, context) => {
  const { guidanceId, sessionId, documentId } = input;
  const [session, evidence] = await Promise.all([sessionFact(env, sessionId), evidenceOf(env, documentId)]);
  const data = { ...actOf(env, context), sessionId, session, evidence };
  return runCommand(env, context, { decider: guidanceDecider, id: guidanceId, command: { type: 'ReportGuidanceRequest', data }, input });
});
