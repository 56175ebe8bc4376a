import type { Bilingual, Theme } from '../../libs/domain/src/index.ts';
import {
  guidanceRequests,
  memberRegistrations,
  sessionPlans,
  conferenceAnnouncement,
  themeSetPublication,
} from '../../libs/reference/src/index.ts';
import { callerAs, type TestApplication } from './application.ts';

export const setup = callerAs('operator', null, 'setup');
export const callId = 'RIC-2015-input';
export const text = (en: string): Bilingual => ({ en, fr: `${en} (fr)` });

const isAmong = (members: readonly string[] | null, code: string, index: number): boolean =>
  members === null ? index < 120 : members.includes(code);

/**
 * Puts on record what a call needs: Members, themes, the session, the conference, two requests and the open call.
 *
 * @param members  their codes; the first 120 unless told
 */
export const recordOpenCall = async (application: TestApplication, members: readonly string[] | null = null): Promise<void> => {
  for (const member of memberRegistrations().filter(({ code }, index) => isAmong(members, code, index)))
    await application.done(setup, 'registerMember', member);
  await application.done(setup, 'publishThemeSet', themeSetPublication());
  for (const session of sessionPlans().slice(0, members === null ? 1 : undefined)) await application.done(setup, 'planSession', session);
  await application.done(setup, 'announceConference', conferenceAnnouncement());
  for (const request of guidanceRequests()) await application.done(setup, 'recordGuidanceRequest', request);
  await application.done(setup, 'scheduleCall', {
    callId,
    title: text('Contributions'),
    guidanceIds: guidanceRequests().map(({ guidanceId }) => guidanceId),
    conferenceId: 'RIC-2015',
    themeSetId: 'ptc',
    closesForNew: { wallTime: '2015-03-31T23:59', zone: 'Europe/Brussels' },
    closesForEdits: { wallTime: '2015-04-16T18:00', zone: 'Europe/Brussels' },
  });
  await application.done(setup, 'openCall', { callId });
};

/** Codes of the nine priorities. */
export const priorities: readonly string[] = themeSetPublication()
  .themes.filter(({ kind }: Theme) => kind === 'priority')
  .map(({ code }) => code);

/** A draft of a topic, as a Member would send it. */
export const topicDraft = (title = 'One law, five tribunals') =>
  ({
    kind: 'topic',
    guidanceId: 'PC0410.GR-2',
    callId,
    content: {
      language: 'en',
      title,
      text: 'Appeals end differently.',
      primaryTheme: 'DISPUTES',
      secondaryThemes: [],
      economicCommunity: null,
    },
  }) as const;
