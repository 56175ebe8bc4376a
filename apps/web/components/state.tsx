import type { JSX } from 'preact';
import type { Language } from '../format.ts';
import { stateNames } from '../texts/state-names.texts.ts';

/** Shapes and tones of the style sheet, by the words of the record. */
const shapes: Readonly<Record<string, string>> = {
  kept: 'draft',
  classified: 'triage',
  under_triage: 'triage',
  split: 'merged',
  partially_closed: 'partly',
  carried_over: 'carried',
  carried_forward: 'carried',
  in_progress: 'in-progress',
  evidence_filed: 'evidence',
  silence_running: 'silence',
  convened: 'issued',
  announced: 'planned',
  cancelled: 'dropped',
  postponed: 'deferred',
  nominated: 'issued',
  accredited: 'approved',
  ended: 'closed',
  imported: 'submitted',
  confirmed: 'approved',
  waiting: 'due',
  consented: 'accepted',
  refused: 'declined',
};

/** A state: a word, a tone and a shape. @param state  as the record names it */
export const StateChip = ({
  state,
  language,
  label,
}: {
  readonly state: string;
  readonly language: Language;
  /** Instead of the state's own name: `Waiting for you`. */
  readonly label?: string;
}): JSX.Element => (
  <span class="chip" data-s={shapes[state] ?? state}>
    {label ?? stateNames[state]?.[language] ?? state}
  </span>
);

/** A lasting fact beside a state. */
export const Tag = ({ label, isLate = false }: { readonly label: string; readonly isLate?: boolean }): JSX.Element => (
  <span class={isLate ? 'tag late' : 'tag'}>{label}</span>
);

/** In which language a text is. */
export const LanguageTag = ({
  language,
  is = 'whole',
}: {
  readonly language: 'en' | 'fr';
  readonly is?: 'whole' | 'part' | 'missing';
}): JSX.Element => <span class={is === 'whole' ? 'lang' : `lang ${is}`}>{language.toUpperCase()}</span>;
