import {
  callDecider,
  deadlineOf,
  sessionDecider,
  termFrom,
  windowOf,
  type ContributionContent,
  type Instant,
  type PracticeState,
  type ReleaseFacts,
  type TopicState,
  type WorkingCalendar,
} from '../../../domain/src/index.ts';
import type { Definition } from '../../../workflow/src/index.ts';
import { hashOf } from '../canonical.ts';
import type { Environment } from '../contract.ts';
import { themesOf } from '../facts.ts';
import type { Instance } from '../procedure/instance.ts';
import { stateOf } from '../run-command.ts';
import { brusselsDate, resolveWallTime, type WallTimeRejection } from '../time/wall-time.ts';

type AnyContribution = TopicState | PracticeState;

/** The second cut-off of the call that a contribution answers; null when there is no contribution or no such call. */
export const closesForEditsOf = async (env: Environment, contribution: AnyContribution): Promise<Instant | null> => {
  if (contribution.milestone === 'none') return null;
  return windowOf(await stateOf(env, callDecider, contribution.release.callId))?.closesForEdits ?? null;
};

/** New wording with its hash, and the themes it may stand under. */
export const wordingOf = async (
  env: Environment,
  content: ContributionContent,
): Promise<{ readonly content: ContributionContent; readonly contentHash: string; readonly themes: ReleaseFacts['themes'] }> => ({
  content,
  contentHash: hashOf(content),
  themes: await themesOf(env),
});

/** Whether a session is planned and not over. */
export const isSessionAhead = async (env: Environment, sessionId: string): Promise<boolean> => {
  const { status } = await stateOf(env, sessionDecider, sessionId);
  return ['planned', 'convened', 'open', 'suspended'].includes(status);
};

/** The end of the nth working day in Brussels after an instant. */
const afterWorkingDays = (calendar: WorkingCalendar, from: Instant, workingDays: number): Instant => {
  const resolved = deadlineOf({ term: { workingDays }, bound: 'member' }, termFrom(brusselsDate(from)), {
    calendar,
    resolve: resolveWallTime,
  });
  return 'deadline' in resolved ? resolved.deadline.instant : from;
};

const usualWorkingDays = 10;

/** When a Member's answer is due: as said, in some zone, or ten working days from now. */
export const answerDue = (
  calendar: WorkingCalendar,
  now: Instant,
  due: { readonly wallTime: string; readonly zone: string } | null,
): { readonly dueAt: Instant } | { readonly rejection: WallTimeRejection } => {
  if (due === null) return { dueAt: afterWorkingDays(calendar, now, usualWorkingDays) };
  const resolved = resolveWallTime(due.wallTime, due.zone);
  return 'rejection' in resolved ? resolved : { dueAt: resolved.deadline.instant };
};

const termOf = ({ deadlines }: Definition, name: string): number => {
  const after = deadlines.find((deadline) => deadline.name === name)?.after;
  return after !== undefined && 'workingDays' in after ? after.workingDays : usualWorkingDays;
};

/** The last instant at which a second look may be asked for: what the procedure of the instance allows after the decision was told. */
export const reviewUntil = (calendar: WorkingCalendar, { edition }: Instance, contribution: AnyContribution, now: Instant): Instant => {
  const told = contribution.milestone === 'none' ? undefined : contribution.releases.at(-1)?.releasedAt;
  return afterWorkingDays(calendar, told ?? now, termOf(edition.definition, 'review_request'));
};
