import { isBlank, repeated, type CodedReason } from '../kernel/index.ts';
import type { ContributionRelease, ReleaseFacts, ReleaseRejection, ThemeAssignment, ThemeRejection } from './contribution.values.ts';

/** First version of the coded reasons (row B10); a code once published keeps its meaning for ever. */
export const acceptReasons = ['merit', 'fills_gap', 'regional_balance'] as const;
export const declineReasons = ['out_of_scope', 'already_covered', 'not_ready', 'practice_not_topic', 'sensitive'] as const;

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

const checkMember = ({ member }: ContributionRelease, { memberAccededOn, today }: ReleaseFacts): ReleaseRejection | null => {
  if (memberAccededOn === null) return { code: 'member.unknown', member };
  return memberAccededOn > today ? { code: 'member.not_yet_joined', member, accededOn: memberAccededOn } : null;
};

const checkRequest = (
  { guidanceId }: ContributionRelease,
  { guidanceExpects }: ReleaseFacts,
  kind: 'practice' | 'topic',
): ReleaseRejection | null => {
  if (guidanceExpects === null) return { code: 'guidance.not_open', guidance: guidanceId };
  return guidanceExpects === kind ? null : { code: 'guidance.expects_other_contribution', guidance: guidanceId, expects: guidanceExpects };
};

const checkCall = ({ callId, guidanceId }: ContributionRelease, { call, now }: ReleaseFacts): ReleaseRejection | null => {
  if (call?.open !== true) return { code: 'call.not_open', call: callId };
  if (!call.guidanceIds.includes(guidanceId)) return { code: 'call.does_not_cover_request', call: callId, guidance: guidanceId };
  return now > call.closesForNew ? { code: 'call.closed_for_new', closedAt: call.closesForNew, now } : null;
};

/**
 * The first thing that stands against a release, or null: who releases (row A4), for which Member (BR-04), answering which
 * request (BR-03), inside which window (row A1), under which themes (BR-07), in that order.
 */
export const checkRelease = (release: ContributionRelease, facts: ReleaseFacts, kind: 'practice' | 'topic'): ReleaseRejection | null => {
  if (facts.actorRole === 'drafter') return { code: 'draft.drafter_cannot_release' };
  return (
    checkMember(release, facts) ??
    checkRequest(release, facts, kind) ??
    checkCall(release, facts) ??
    checkThemes(release.content, facts.themes)
  );
};

export type ReasonRejection =
  { readonly code: 'reason.unknown_code'; readonly reasonCode: string } | { readonly code: 'reason.text_missing' };

/** The first thing wrong with a coded reason, or null: its code is on the list and it says something in a working language (BR-10). */
export const checkReason = ({ code, text }: CodedReason, known: readonly string[]): ReasonRejection | null => {
  if (!known.includes(code)) return { code: 'reason.unknown_code', reasonCode: code };
  return isBlank(text.en) && isBlank(text.fr) ? { code: 'reason.text_missing' } : null;
};
