import { workflowDecider, type Bilingual } from '../../../domain/src/index.ts';
import { checkDefinition, governedCategory, parseDefinition } from '../../../workflow/src/index.ts';
import { hashOf } from '../canonical.ts';
import { refused, runCommand, useCase } from '../run-command.ts';

export interface PublishWorkflowInput {
  /** Category that the definition governs. */
  readonly name: string;
  readonly definition: object;
  readonly changeNote: Bilingual;
}

/** Publishes the next version of a procedure, checked as a whole; running instances keep theirs until they are migrated. */
export const publishWorkflow = useCase<PublishWorkflowInput>('PublishWorkflow', (env, input, context) => {
  const category = governedCategory(input.name);
  if (category === null) return Promise.resolve(refused({ code: 'workflow.category_not_governed', category: input.name }));
  const read = parseDefinition(input.definition);
  if ('malformed' in read) return Promise.resolve(refused({ code: 'workflow.definition_malformed', at: read.malformed.slice(0, 20) }));
  const { definition } = read;
  if (definition.name !== input.name)
    return Promise.resolve(refused({ code: 'workflow.name_differs', name: input.name, definition: definition.name }));
  const published = {
    name: input.name,
    version: definition.version,
    policy: hashOf(definition),
    definition,
    changeNote: input.changeNote,
    publishedBy: context.caller.accreditationId,
    publishedAt: env.clock.now(),
  };
  return runCommand(env, context, {
    decider: workflowDecider,
    id: input.name,
    command: { type: 'PublishWorkflow', data: { ...published, findings: checkDefinition(definition, category) } },
    input,
  });
});
