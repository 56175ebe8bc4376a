import type { TriageFilter, TriageItem } from '../../libs/projections/src/index.ts';
import { callerAs, type TestApplication } from './application.ts';
import { topicDraft } from './opened.ts';

/** Topics that come in, and the queue that officers see of them; of the application that a test has open when it asks. */
export const triageOf = (application: () => TestApplication) => {
  const officer = callerAs('officer', null, 'ada');
  const send = async (member: string, title = `From ${member}`, more: object = {}): Promise<string> => {
    const draft = topicDraft(title);
    const content = { ...draft.content, ...more };
    const { id } = await application().done(callerAs('drafter', member), 'saveDraft', { ...draft, content });
    return (await application().done(callerAs('delegate', member), 'releaseDraft', { draftId: id })).id;
  };
  const acknowledged = async (member: string, title?: string): Promise<string> => {
    const topicId = await send(member, title);
    await application().done(officer, 'acknowledgeTopic', { topicId });
    return topicId;
  };
  const page = async (filter: TriageFilter = {}, limit = 50, cursor: string | null = null) => {
    const found = await application().ask('triageQueue', { filter, limit, cursor });
    if (found === null || 'code' in found) throw new Error('no page');
    return found;
  };
  const queue = async (filter: TriageFilter = {}): Promise<readonly TriageItem[]> => (await page(filter)).items;
  return { send, acknowledged, page, queue };
};
