import type { Bilingual, Role } from '../../../../libs/domain/src/index.ts';
import type { FormEntry, PageEntry } from '../../page-routes.ts';
import { allActs } from './acts/catalogue.ts';

/** Who works at the desks of the Secretariat, and who looks at how they work. */
const desk: readonly Role[] = ['officer', 'approver', 'chair', 'reviser', 'auditor', 'administrator'];

const page = (path: string, nav?: Bilingual, roles: readonly Role[] = desk): PageEntry => ({
  kind: 'page',
  path,
  area: 'secretariat',
  roles,
  ...(nav === undefined ? {} : { nav }),
});

/** Pages of the Secretariat. */
export const secretariatPages = {
  triage: page('/triage', { en: 'Triage', fr: 'Examen' }),
  dossier: page('/triage/:contributionId'),
  duplicates: page('/merges', { en: 'Duplicates', fr: 'Doublons' }),
  workbench: page('/merges/:topicId'),
  decisions: page('/decisions', { en: 'Decisions', fr: 'Décisions' }),
  coverage: page('/coverage', { en: 'Coverage', fr: 'Couverture' }),
  received: page('/contributions-received'),
  act: page('/acts/:command'),
} as const;

/** One place takes every form that gives a command of the Secretariat. */
export const secretariatForms = {
  act: { kind: 'form', path: '/acts/:command', area: 'secretariat', gives: allActs.map(({ command }) => command) } satisfies FormEntry,
} as const;
