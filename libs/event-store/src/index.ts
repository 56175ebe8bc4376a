export * from './event-store.port.ts';
export * from './errors.ts';
export { appendWithRetry } from './append-with-retry.ts';
export {
  ConflictError,
  domainData,
  fold,
  handleCommand,
  type CommandHandling,
  type CommandResult,
  type Verdict,
} from './handle-command.ts';
export { compareLogs, copyLog, type Copied } from './copy-log.ts';
export { erasedData, erasedIn, type Erased } from './erased.ts';
export { categoryOf, isLedgered } from './ledgered.ts';
export { loadStream, type LoadedStream } from './load-stream.ts';
export { currentSchema, NewerSchema, upcast, type Upcaster, type Upcasters } from './upcasters.ts';
export { derivedId, uuidV5 } from './uuid.ts';
