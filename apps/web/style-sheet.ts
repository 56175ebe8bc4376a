import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('./assets/rapporteur.css', import.meta.url));

/** The one style sheet; its address changes with its content, so that it can be kept for a year. */
export const styleSheet = {
  bytes: css,
  name: `rapporteur.${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`,
} as const;
