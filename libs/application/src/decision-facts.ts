import type { DecisionText } from '../../domain/src/index.ts';
import { hashOf } from './canonical.ts';

/** SHA-256 of the canonical JSON of the words: what silence is about, and what the Chair has read out. */
export const wordsHash = ({ title, text, verb }: DecisionText): string => hashOf({ title, text, verb });
