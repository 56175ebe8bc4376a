import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes the names in a folder durable. */
export const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Puts a file in place whole: under another name, on disk, then renamed. Makes its folders. @param mode  who may do what with it */
export const replaceFile = (path: string, bytes: Uint8Array, mode = 0o666): void => {
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.partial`;
  const handle = openSync(partial, 'w', mode);
  try {
    writeSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(partial, path);
};
