import { isBlank, registerDecider } from '../kernel/index.ts';
import type { StructureRegistration, StructureRejection } from './structure.events.ts';

export const structureDecider = registerDecider<'RegionalStructureRegistered', StructureRegistration, StructureRejection>({
  category: 'structure',
  event: 'RegionalStructureRegistered',
  check: ({ structureId, name }) => (isBlank(name) ? { code: 'structure.name_missing', structure: structureId } : null),
  taken: ({ structureId }) => ({ code: 'structure.already_registered', structure: structureId }),
});
