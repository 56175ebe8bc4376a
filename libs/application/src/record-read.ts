import type { Caller, Environment } from './contract.ts';

/** Writes down what auditors look at (they see everything), before it is shown; nothing of anybody else. */
export const recordRead = ({ reads }: Pick<Environment, 'reads'>, caller: Caller | null, address: string): void => {
  if (caller?.role !== 'auditor' || reads === undefined) return;
  reads({ at: new Date().toISOString(), actor: caller.accreditationId, role: caller.role, address: address.slice(0, 2_000) });
};
