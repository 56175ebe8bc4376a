import { describe, it } from '@jest/globals';
import { noon, who } from '../../../../test/support/domain.ts';
import { specFor } from '../../../../test/support/given.ts';
import { workflowDecider, type PublishedWorkflow } from './index.ts';

const ada = who('ada');
const given = specFor(workflowDecider);
const version = (number: number, more: Partial<PublishedWorkflow> = {}): PublishedWorkflow => ({
  name: 'topic',
  version: number,
  policy: `hash of ${number}`,
  definition: { version: number },
  changeNote: { en: 'First', fr: 'Première' },
  publishedBy: ada.accreditationId,
  publishedAt: noon,
  ...more,
});
const published = (number: number) => ({ type: 'WorkflowPublished', data: version(number) }) as const;
const publish = (number: number, more: Partial<PublishedWorkflow> = {}, findings: readonly { rule: string; at: string }[] = []) =>
  ({ type: 'PublishWorkflow', data: { ...version(number, more), findings } }) as const;

describe('a procedure', () => {
  it('is published version by version', () => {
    given().when(publish(1)).then(published(1));
    given(published(1)).when(publish(2)).then(published(2));
  });
  it('is published once', () => {
    given(published(1)).when(publish(1)).thenNothing();
  });
  it('has no gap and no second first version', () => {
    given().when(publish(2)).thenRejected({ code: 'workflow.version_not_next', version: 2, next: 1 });
    given(published(1))
      .when(publish(1, { policy: 'another' }))
      .thenRejected({ code: 'workflow.version_not_next', version: 1, next: 2 });
  });
  it('says in both languages what changes', () => {
    given()
      .when(publish(1, { changeNote: { en: 'First', fr: ' ' } }))
      .thenRejected({ code: 'workflow.note_missing_language', missing: ['fr'] });
  });
  it('is not published while something is wrong with it', () => {
    given()
      .when(publish(1, {}, [{ rule: 'stage_unreachable', at: 'aside' }]))
      .thenRejected({ code: 'workflow.definition_faulty', findings: ['stage_unreachable: aside'] });
  });
});
