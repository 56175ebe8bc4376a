import { templateDecider, type NoticeTemplate } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface PublishTemplateInput {
  readonly templateId: string;
  readonly template: NoticeTemplate;
}

/** Publishes a wording in both languages, for what is put into words from now on. */
export const publishTemplate = useCase<PublishTemplateInput>('PublishTemplate', (env, input, context) => {
  const publishedBy = context.caller.accreditationId;
  return runCommand(env, context, {
    decider: templateDecider,
    id: input.templateId,
    command: { type: 'PublishTemplate', data: { ...input, publishedBy, now: env.clock.now() } },
    input,
  });
});
