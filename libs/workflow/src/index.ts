export { internalReaders, knownCommands, rolesAllowed, straightPathPolicy } from './straight-path.ts';
