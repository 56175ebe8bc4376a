export { dataFiles, readDataFile } from './files.ts';
export {
  conferenceAnnouncement,
  groupingRegistrations,
  guidanceRequests,
  memberRegistrations,
  priorDecisions,
  projectRegistrations,
  sessionPlans,
  structureCountStatements,
  structureOpenings,
  structureRegistrations,
  themeSetPublication,
} from './registrations.ts';
