import type { Upcasters } from '../../event-store/src/index.ts';

/** Steps from older stored shapes to today's; none yet, every stored event has schema 1. */
export const upcasters: Upcasters = {};
