// Survivors that the compiler refuses: no such change can be committed, so they say nothing about the specs.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

const config = () => {
  const read = ts.getParsedCommandLineOfConfigFile(
    'tsconfig.json',
    // What is left unused by a mutant is no mistake of the program.
    { noUnusedLocals: false, noUnusedParameters: false },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  return { options: read.options, files: read.fileNames };
};

/** Says of a mutated file whether the compiler takes it. */
export const compiler = () => {
  const { options, files } = config();
  const changed = new Map();
  let version = 0;
  const host = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => files,
    getScriptVersion: (path) => (changed.has(resolve(path)) ? `${changed.get(resolve(path)).version}` : '0'),
    getScriptSnapshot: (path) => {
      const text = changed.get(resolve(path))?.text ?? ts.sys.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
  };
  const service = ts.createLanguageService(host, ts.createDocumentRegistry());
  return (fileName, text) => {
    const path = resolve(fileName);
    changed.clear();
    changed.set(path, { version: (version += 1), text });
    return service.getSyntacticDiagnostics(path).length === 0 && service.getSemanticDiagnostics(path).length === 0;
  };
};

const offsetOf = (lines, { line, column }) => lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0) + column;

/** The file as the mutant has it. Lines and columns from 0. */
export const mutated = ({ fileName, location: { start, end }, replacement }) => {
  const text = readFileSync(fileName, 'utf8');
  const lines = text.split('\n');
  return text.slice(0, offsetOf(lines, start)) + replacement + text.slice(offsetOf(lines, end));
};
