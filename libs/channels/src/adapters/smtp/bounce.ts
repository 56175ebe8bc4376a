/** A letter that came back, or that somebody on the way says is late. */
export interface Bounce {
  readonly deliveryId: string;
  /** `smtp.5.1.1`, the code of RFC 3463, or `smtp.bounced` when the report gives none. */
  readonly code: string;
  /** Whether it was given up; false: the station on the way goes on trying. */
  readonly isForGood: boolean;
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** The return path names the delivery, and so does the message id of the letter that the report holds. */
const byReturnPath = new RegExp(`\\+(${uuid})@`, 'i');
const byMessageId = new RegExp(`^(?:Message-ID|References|In-Reply-To|Original-Message-ID):\\s*<(${uuid})@`, 'im');
const status = /^Status:\s*([245]\.\d{1,3}\.\d{1,3})\b/im;
const action = /^Action:\s*(failed|delayed|delivered|relayed|expanded)\b/im;
const isReport = /report-type\s*=\s*"?delivery-status/i;

const longestReport = 1_048_576;

/** Header lines that were broken are one line again. */
const unfold = (text: string): string => text.replaceAll(/\r?\n[ \t]+/g, ' ');

const deliveryIn = (text: string): string | null => (byReturnPath.exec(text) ?? byMessageId.exec(text))?.[1]?.toLowerCase() ?? null;

/** Without an action, the first figure of the code says whether it was given up. */
const wasGivenUp = (told: string | undefined, code: string | undefined): boolean =>
  told === undefined ? code?.startsWith('4') !== true : told === 'failed';

/**
 * Reads a report of non-delivery (RFC 3464).
 *
 * @param raw the mail as it came, of which the first MiB is looked at
 * @returns which delivery came back and why, or null when it is no such report: an answer, an absence notice, a letter of somebody
 */
export const readBounce = (raw: string): Bounce | null => {
  const text = unfold(raw.slice(0, longestReport));
  const told = action.exec(text)?.[1]?.toLowerCase();
  const deliveryId = deliveryIn(text);
  const arrived = told !== undefined && told !== 'failed' && told !== 'delayed';
  if (!isReport.test(text) || deliveryId === null || arrived) return null;
  const code = status.exec(text)?.[1];
  return { deliveryId, code: code === undefined ? 'smtp.bounced' : `smtp.${code}`, isForGood: wasGivenUp(told, code) };
};
