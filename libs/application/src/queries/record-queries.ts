import { attachment } from './attachment.query.ts';
import { attachmentBytes, draftFileBytes } from './attachment-bytes.query.ts';
import { attachments } from './attachments.query.ts';
import { inbox } from './inbox.query.ts';
import { deliveries, delivery, noticePreview, noticeRules, noticeTemplates } from './deliveries.query.ts';
import { deletionsRequested } from './deletions-requested.query.ts';
import { daysOff } from './days-off.query.ts';
import { releases } from './releases.query.ts';
import { countryPage } from './country-page.query.ts';
import { person, persons } from './persons.query.ts';
import { needsAndResources } from './needs-and-resources.query.ts';
import { project } from './project.query.ts';
import { projects } from './projects.query.ts';
import { referenceGraph } from './reference-graph.query.ts';
import { structureDirectory } from './structure-directory.query.ts';
import { translationQueue, translations } from './translations.query.ts';
import { themeSetHistory } from './theme-set-history.query.ts';

/** Questions about the registers, by name. */
export const recordQueries = {
  attachment,
  attachmentBytes,
  attachments,
  deletionsRequested,
  deliveries,
  delivery,
  inbox,
  noticePreview,
  noticeRules,
  noticeTemplates,
  draftFileBytes,
  countryPage,
  daysOff,
  releases,
  person,
  persons,
  needsAndResources,
  project,
  projects,
  referenceGraph,
  structureDirectory,
  themeSetHistory,
  translationQueue,
  translations,
} as const;
