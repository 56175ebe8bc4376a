/** Seconds before the second attempt, the third and so on, as Standard Webhooks advises: ten attempts within about 75 hours. */
const waits = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

/**
 * @param attempt the one that failed, from 1
 * @returns seconds until the next one, or null when there is none
 */
export const webhookRetryAfter = (attempt: number): number | null => waits[attempt - 1] ?? null;
