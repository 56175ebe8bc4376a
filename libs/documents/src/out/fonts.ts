import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Face = 'regular' | 'bold' | 'oblique';

const files: Readonly<Record<Face, string>> = {
  regular: 'DejaVuSans.ttf',
  bold: 'DejaVuSans-Bold.ttf',
  oblique: 'DejaVuSans-Oblique.ttf',
};

const folder = createRequire(import.meta.url)
  .resolve('dejavu-fonts-ttf/package.json')
  .replace(/package\.json$/, 'ttf/');

/** Fonts by face, read once. They may be embedded: Bitstream Vera licence, and public domain. */
export const fontBytes = (() => {
  const read: Partial<Record<Face, Buffer>> = {};
  return (face: Face): Buffer => (read[face] ??= readFileSync(folder + files[face]));
})();
