import { attachmentLimits } from './limits.ts';

/**
 * A name as it may be shown and offered for saving: without folders, control and direction characters, and not hidden.
 *
 * @returns null when nothing usable is left
 */
export const usableName = (raw: string): string | null => {
  const last = raw.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  // Direction marks and tag characters make `exe.pdf` of `fdp.exe`.
  const shown = last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}"<>|:*?]/gu, '').trim();
  const isUsable = shown !== '' && !shown.startsWith('.') && shown.length <= attachmentLimits.maxNameLength;
  return isUsable ? shown : null;
};

/** Ending of a name in small letters, without the dot; empty when there is none. */
export const endingOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
