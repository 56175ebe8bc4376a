import { documentDecider, guidanceDecider, type DocumentState, type ExpectedContribution } from '../../../domain/src/index.ts';
import { familyOf } from '../facts.ts';
import { refused, runCommand, stateOf, useCase } from '../run-command.ts';

export interface IssueGuidanceRequestInput {
  readonly documentId: string;
  /** `GR-1` as the importer numbered it. */
  readonly ref: string;
  readonly expects: ExpectedContribution;
}

type Confirmed = Extract<DocumentState, { status: 'confirmed' }>;

const requestOf = (document: Confirmed, { documentId, ref, expects }: IssueGuidanceRequestInput, sessionId: string) => {
  const order = document.imported.guidanceRequests.findIndex((request) => request.ref === ref);
  const proposed = document.imported.guidanceRequests[order];
  const { symbol } = document;
  const request = {
    guidanceId: `${familyOf(symbol)}.${ref}`,
    ref,
    order: order + 1,
    documentId,
    sessionId,
    addressee: 'PTC delegates',
    expects,
  };
  const source = { symbol, paragraph: proposed?.paragraph ?? '' };
  const words = { leadIn: proposed?.leadIn ?? '', text: proposed?.text ?? '' };
  return { ...request, ...words, source, quoted: proposed === undefined ? null : words };
};

/** Issues one bullet of "Expected Outcome" of a confirmed document, verbatim (BR-02, BR-28). */
export const issueGuidanceRequest = useCase<IssueGuidanceRequestInput>('IssueGuidanceRequest', async (env, input, context) => {
  const document = await stateOf(env, documentDecider, input.documentId);
  if (document.status !== 'confirmed')
    return refused({ code: document.status === 'receiving' ? 'document.not_imported' : 'document.not_confirmed' });
  if (document.supersededBy !== null) return refused({ code: 'document.superseded', by: document.supersededBy });
  const data = { ...requestOf(document, input, document.sessionId), actor: context.caller };
  return runCommand(env, context, {
    decider: guidanceDecider,
    id: data.guidanceId,
    command: { type: 'IssueGuidanceRequest', data },
    input,
  });
});
