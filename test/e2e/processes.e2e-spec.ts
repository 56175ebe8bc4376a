import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bootWorkingApplication, callerAs, type TestApplication } from '../support/application.ts';
import { recordOpenCall, topicDraft } from '../support/opened.ts';

describe('what follows by itself', () => {
  let application: TestApplication;
  beforeEach(async () => {
    application = bootWorkingApplication('2015-02-10T12:00:00.000Z');
    await recordOpenCall(application);
  });
  afterEach(async () => {
    await application.close();
    expect(application.alerts).toStrictEqual([]);
  });

  const submitted = async (title: string): Promise<string> => {
    const { id } = await application.done(callerAs('drafter', 'KE'), 'saveDraft', topicDraft(title));
    const topic = await application.done(callerAs('delegate', 'KE'), 'releaseDraft', { draftId: id });
    await application.settled();
    return topic.id;
  };
  const recorded = async (...types: readonly string[]) => Array.fromAsync(application.env.store.readAll({ filter: { types } }));

  it('counts a contribution as the response of its Member, because it was submitted', async () => {
    const topicId = await submitted('One law');
    const [[link], [submission]] = [await recorded('GuidanceResponseLinked'), await recorded('TopicSubmitted')];
    expect(link).toMatchObject({
      streamId: 'guidance-PC0410.GR-2',
      data: { contributionId: topicId },
      metadata: { role: 'process', actor: 'process-guidance-responses', $causationId: submission?.id },
    });
  });
});
