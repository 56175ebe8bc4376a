export { commandPort } from './command-port.ts';
export * from './runner/process.port.ts';
export { openProcessFile } from './runner/process-file.ts';
export { startProcesses, type ProcessRunner } from './runner/run-processes.ts';
export { countEffects } from './runner/effects.ts';
export { ProcessWork, type ProcessParts } from './runner/process-work.ts';
export { duesIn, followingProcesses, startShippedProcesses } from './shipped.ts';
export { deadlineProcess } from './processes/deadlines.process.ts';
