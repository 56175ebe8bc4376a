import { ActsController } from './acts/acts.controller.tsx';
import { CoverageController } from './coverage/coverage.controller.tsx';
import { DecisionsController } from './decisions/decisions.controller.tsx';
import { MergesController } from './merges/merges.controller.tsx';
import { TriageController } from './triage/triage.controller.tsx';

/** Everything that serves pages of the Secretariat. */
export const secretariatControllers = [
  TriageController,
  MergesController,
  CoverageController,
  DecisionsController,
  ActsController,
] as const;
