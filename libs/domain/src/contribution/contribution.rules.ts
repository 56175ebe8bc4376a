import { isBlank, repeated, saysNothing, type Instant, type WorkingText } from '../kernel/index.ts';
import type { NoLanguage } from './contribution.rejections.ts';
import type {
  ContributionContent,
  ContributionRelease,
  EditsClosed,
  ReleaseFacts,
  SubmissionRejection,
  ThemeAssignment,
  ThemeRejection,
} from './contribution.values.ts';

/** The first thing wrong with a choice of themes, or null (BR-07). */
export const checkThemes = ({ primaryTheme, secondaryThemes }: ThemeAssignment, themes: ReleaseFacts['themes']): ThemeRejection | null => {
  const chosen = [primaryTheme, ...secondaryThemes];
  const unknown = chosen.filter((code) => !themes.some((theme) => theme.code === code));
  if (unknown.length > 0) return { code: 'theme.unknown', themes: unknown };
  if (!themes.some(({ code, kind }) => code === primaryTheme && kind === 'priority'))
    return { code: 'theme.primary_must_be_priority', theme: primaryTheme };
  const twice = repeated(chosen);
  return twice.length === 0 ? null : { code: 'theme.repeated', themes: twice };
};

const checkMember = ({ member }: ContributionRelease, { memberAccededOn, today }: ReleaseFacts): SubmissionRejection | null => {
  if (memberAccededOn === null) return { code: 'member.unknown', member };
  return memberAccededOn > today ? { code: 'member.not_yet_joined', member, accededOn: memberAccededOn } : null;
};

const checkRequest = (
  { guidanceId }: ContributionRelease,
  { guidanceExpects }: ReleaseFacts,
  kind: 'practice' | 'topic',
): SubmissionRejection | null => {
  if (guidanceExpects === null) return { code: 'guidance.not_open', guidance: guidanceId };
  return guidanceExpects === kind ? null : { code: 'guidance.expects_other_contribution', guidance: guidanceId, expects: guidanceExpects };
};

/** Changes, joining and leaving end at the second cut-off (row A2). @param closesForEdits  null when there is no such call */
export const checkEditsOpen = (now: Instant, closesForEdits: Instant | null): EditsClosed | null =>
  closesForEdits === null || now > closesForEdits ? { code: 'call.closed_for_edits', closedAt: closesForEdits ?? now, now } : null;

/** Whether a release comes after the deadline for new contributions. */
export const isLate = ({ call, now }: Pick<ReleaseFacts, 'call' | 'now'>): boolean => call !== null && now > call.closesForNew;

const checkCall = ({ callId, guidanceId }: ContributionRelease, facts: ReleaseFacts): SubmissionRejection | null => {
  const { call, now } = facts;
  if (call?.open !== true) return { code: 'call.not_open', call: callId };
  if (!call.guidanceIds.includes(guidanceId)) return { code: 'call.does_not_cover_request', call: callId, guidance: guidanceId };
  if (!isLate(facts)) return null;
  if (call.lateInput === 'refused') return { code: 'call.closed_for_new', closedAt: call.closesForNew, now };
  return checkEditsOpen(now, call.closesForEdits);
};

/**
 * The first thing that stands against a release, or null: who releases (row A4), for which Member (BR-04), answering which
 * request (BR-03), inside which window (row A1), under which themes (BR-07), in that order. Late input is kept (BR-12).
 */
export const checkRelease = (release: ContributionRelease, facts: ReleaseFacts, kind: 'practice' | 'topic'): SubmissionRejection | null => {
  if (facts.actorRole === 'drafter') return { code: 'draft.drafter_cannot_release' };
  return (
    checkMember(release, facts) ??
    checkRequest(release, facts, kind) ??
    checkCall(release, facts) ??
    checkThemes(release.content, facts.themes)
  );
};

/** Something is said in at least one working language, or which field says nothing. */
export const checkText = (text: WorkingText, field: string): NoLanguage | null =>
  saysNothing(text) ? { code: 'text.no_language', field } : null;

/** A text of a Member has a title and a body. */
export const checkContent = ({ title, text }: ContributionContent) => {
  if (isBlank(title)) return { code: 'draft.text_empty', field: 'title' } as const;
  return isBlank(text) ? ({ code: 'draft.text_empty', field: 'text' } as const) : null;
};
