const outsideLedger: ReadonlySet<string> = new Set(['person', 'credential', 'draft', 'checkpoint']);

/** The part of a stream name before the first hyphen. */
export const categoryOf = (streamId: string): string => streamId.slice(0, Math.max(0, streamId.indexOf('-')));

/** Whether a stream's events count in the ledger: all but directory data, credentials, drafts and checkpoints (DESIGN §6). */
export const isLedgered = (streamId: string): boolean => !outsideLedger.has(categoryOf(streamId));
