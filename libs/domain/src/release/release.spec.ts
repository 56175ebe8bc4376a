import { describe } from '@jest/globals';
import { tellsOf } from '../../../../test/support/given.ts';
import { at, noon, who } from '../../../../test/support/domain.ts';
import { releaseDecider, type ReleaseCandidate, type ReleaseCommand, type ReleaseEvent } from './index.ts';

const tells = tellsOf(releaseDecider);
const [ada, cleo, dan] = [who('ada'), who('cleo'), who('dan')];
const later = at('2015-04-17T09:00:00.000Z');
const title = { en: 'First batch', fr: 'Premier lot' };
const reason = { code: 'wrong_batch', text: { en: 'Too early.' } };

const item = { category: 'topic', id: 'c1', reference: 'KE-1', revision: 4, outcome: 'accepted', decidedAt: noon } as const;
const other = { category: 'practice', id: 'c1', reference: 'KE-1', revision: 3, outcome: 'declined', decidedAt: noon } as const;
const candidate = (decision: ReleaseCandidate['decision'], category: 'topic' | 'practice' = 'topic'): ReleaseCandidate => ({
  category,
  id: 'c1',
  decision,
});
const both = [candidate(item), candidate(other, 'practice')];

const prepare = (candidates: readonly ReleaseCandidate[] = both, named = title): ReleaseCommand => ({
  type: 'PrepareRelease',
  data: { releaseId: 'r1', title: named, candidates, actor: ada, now: noon },
});
const issue = (actor = cleo, candidates: readonly ReleaseCandidate[] = both): ReleaseCommand => ({
  type: 'IssueRelease',
  data: { candidates, actor, now: later },
});
const discard = (why = reason): ReleaseCommand => ({ type: 'DiscardRelease', data: { actor: ada, now: later, reason: why } });
const prepared: ReleaseEvent = {
  type: 'ReleasePrepared',
  data: { releaseId: 'r1', title, items: [item, other], preparedBy: ada.accreditationId, preparedAt: noon },
};
const issued: ReleaseEvent = {
  type: 'ReleaseIssued',
  data: { releaseId: 'r1', items: [item, other], releasedBy: cleo.accreditationId, releasedAt: later },
};
const discarded: ReleaseEvent = {
  type: 'ReleaseDiscarded',
  data: { releaseId: 'r1', reason, discardedBy: ada.accreditationId, discardedAt: later },
};

describe('a release', () => {
  tells('is prepared', [], prepare(), [prepared]);
  tells('is prepared once', [prepared], prepare(), 'nothing');
  tells('under a known id is not prepared with others', [prepared], prepare([candidate(item)]), { code: 'release.already_prepared' });
  tells('has something in it', [], prepare([]), { code: 'release.empty' });
  tells('has a title in both languages', [], prepare(both, { en: 'x', fr: '' }), {
    code: 'release.title_missing_language',
    missing: ['fr'],
  });
  tells('names each contribution once', [], prepare([candidate(item), candidate(item)]), {
    code: 'release.item_repeated',
    items: ['topic-c1'],
  });
  tells('tells decisions that were not told', [], prepare([candidate(item), candidate(null, 'practice')]), {
    code: 'release.nothing_to_tell',
    items: ['practice-c1'],
  });
  tells('is released by another', [prepared], issue(), [issued]);
  tells('is released once', [prepared, issued], issue(), 'nothing');
  tells('released is not released by a third', [prepared, issued], issue(dan), { code: 'release.already_issued' });
  tells('is not released by whoever prepared it', [prepared], issue(ada), { code: 'release.preparer_cannot_release' });
  tells(
    'is not released when a decision was taken anew',
    [prepared],
    issue(cleo, [candidate({ ...item, revision: 9 }), both[1] ?? candidate(null)]),
    { code: 'release.decision_changed', items: ['topic-c1'] },
  );
  tells('is not released when a decision was reopened', [prepared], issue(cleo, [candidate(item), candidate(null, 'practice')]), {
    code: 'release.decision_changed',
    items: ['practice-c1'],
  });
  tells('that is not there is not released', [], issue(), { code: 'release.not_found' });
  tells('is discarded with a reason', [prepared], discard(), [discarded]);
  tells('is discarded once', [prepared, discarded], discard(), 'nothing');
  tells('is discarded with a text', [prepared], discard({ code: 'wrong_batch', text: { en: '' } }), { code: 'reason.text_missing' });
  tells('discarded is not discarded for another reason', [prepared, discarded], discard({ code: 'other', text: { en: 'x' } }), {
    code: 'release.discarded',
  });
  tells('discarded is not released', [prepared, discarded], issue(), { code: 'release.discarded' });
  tells('released is not discarded', [prepared, issued], discard(), { code: 'release.already_issued' });
  tells('that is not there is not discarded', [], discard(), { code: 'release.not_found' });
});
