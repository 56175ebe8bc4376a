const tones: Readonly<Record<string, string>> = {
  under_triage: 'triage',
  late_not_admitted: 'late',
  accepted_released: 'accepted',
  declined_released: 'declined',
  deferred_released: 'deferred',
};

/** Tone of a chip by the stage of a procedure. */
export const toneOf = (stage: string): string => tones[stage] ?? stage;
