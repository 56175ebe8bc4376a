import type {
  AccreditationId,
  Actor,
  CalendarDate,
  ContributionRelease,
  Deadline,
  Instant,
  MemberCode,
  ReleaseFacts,
} from '../../libs/domain/src/index.ts';

export const at = (text: string): Instant => text as Instant;
export const on = (text: string): CalendarDate => text as CalendarDate;
export const member = (code: string): MemberCode => code as MemberCode;
export const who = (id: string, of: string | null = null): Actor => ({
  accreditationId: id as AccreditationId,
  member: of === null ? null : member(of),
});
export const until = (instant: string): Deadline => ({ wallTime: '2015-03-31T23:59', zone: 'Europe/Brussels', instant: at(instant) });

export const noon = at('2015-02-10T12:00:00.000Z');
export const deadline = at('2015-03-31T21:59:00.000Z');
export const editsDeadline = at('2015-04-16T16:00:00.000Z');

/** A contribution of Kenya, as released. */
export const release = (more: Partial<ContributionRelease> = {}): ContributionRelease => ({
  contributionId: 'c1',
  reference: 'KE-00001',
  edition: 1,
  member: member('KE'),
  guidanceId: 'PC0410.GR-2',
  callId: 'call-1',
  draftId: 'd1',
  content: {
    language: 'en',
    title: 'One law, five tribunals',
    text: 'Text.',
    primaryTheme: 'DISPUTES',
    secondaryThemes: [],
    economicCommunity: null,
  },
  contentHash: 'hash',
  draftedBy: who('drafter').accreditationId,
  releasedBy: who('delegate').accreditationId,
  submittedAt: noon,
  ...more,
});

/** Facts under which that release is in order. */
export const facts = (more: Partial<ReleaseFacts> = {}): ReleaseFacts => ({
  now: noon,
  actorRole: 'delegate',
  memberAccededOn: '1965-05-24',
  today: '2015-02-10',
  call: { open: true, guidanceIds: ['PC0410.GR-1', 'PC0410.GR-2'], closesForNew: deadline, closesForEdits: editsDeadline },
  guidanceExpects: 'topic',
  themes: [
    { code: 'DISPUTES', kind: 'priority' },
    { code: 'ORIGIN', kind: 'priority' },
    { code: 'INTERCONNECTIVITY', kind: 'crossCutting' },
  ],
  ...more,
});
