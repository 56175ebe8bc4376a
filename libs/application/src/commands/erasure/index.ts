import { approveErasure } from './approve-erasure.command.ts';
import { listErasureScope } from './list-erasure-scope.command.ts';
import { recordErasurePurged } from './record-erasure-purged.command.ts';
import { refuseErasure } from './refuse-erasure.command.ts';
import { requestErasure } from './request-erasure.command.ts';

/** Commands of erasures, by name. */
export const erasureCommands = { approveErasure, listErasureScope, recordErasurePurged, refuseErasure, requestErasure } as const;
