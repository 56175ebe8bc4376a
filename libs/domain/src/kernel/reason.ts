import { isBlank } from './same.ts';
import type { CodedReason, WorkingText } from './values.ts';

export type ReasonMissing =
  { readonly code: 'reason.unknown_code'; readonly reasonCode: string } | { readonly code: 'reason.text_missing' };

/** True when a text says nothing in any working language. */
export const saysNothing = ({ en, fr }: WorkingText): boolean => isBlank(en) && isBlank(fr);

/** What is wrong with a coded reason under any procedure, or null; whether its code is listed is for the procedure to say (BR-10). */
export const checkReasonGiven = ({ code, text }: CodedReason): ReasonMissing | null => {
  if (isBlank(code)) return { code: 'reason.unknown_code', reasonCode: code };
  return saysNothing(text) ? { code: 'reason.text_missing' } : null;
};
