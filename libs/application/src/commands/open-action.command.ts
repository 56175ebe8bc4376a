import { actionDecider, type Bilingual } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { sessionFact } from '../guidance-facts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface OpenActionInput {
  readonly actionId: string;
  readonly title: Bilingual;
  readonly owner: string;
  readonly dueSessionId: string;
  /** What it follows from, by the names of the streams. */
  readonly about: readonly string[];
}

/** Opens a follow-up with an owner and the session at which it is due (BR-23). */
export const openAction = useCase<OpenActionInput>('OpenAction', async (env, input, context) => {
  const { actionId, title, owner, dueSessionId, about } = input;
  const due = await sessionFact(env, dueSessionId);
  const data = { ...actOf(env, context), actionId, title, owner, dueSessionId, due, about };
  return runCommand(env, context, { decider: actionDecider, id: actionId, command: { type: 'OpenAction', data }, input });
});
