import type { AgendaContent } from '../../domain/src/index.ts';
import { defaultLimits } from '../../event-store/src/index.ts';
import { hashOf, sizeOf } from './canonical.ts';

/** What the event around the content needs besides it: names, notes, hash and salt. */
const envelopeBytes = 16 * 1024;

/** How a version is measured: by its canonical form, which one event has to hold whole. */
export const measures = {
  hashOf: (content: AgendaContent): string => hashOf(content),
  sizeOf: (content: AgendaContent): number => sizeOf(content),
  maxBytes: defaultLimits.maxEventBytes - envelopeBytes,
};
