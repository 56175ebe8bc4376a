import 'reflect-metadata';
import { pathToFileURL } from 'node:url';

/** Refuses a Node that the embedded store would crash on, before anything of it is loaded. */
const oldestNode = 22;
const major = Number(process.versions.node.split('.')[0]);

if (major < oldestNode) {
  process.stderr.write(`Rapporteur needs Node ${oldestNode} or newer, this is ${process.versions.node}. "npm start" brings its own.\n`);
  process.exit(78);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { serve } = await import('./serve.ts');
  process.exitCode = await serve(process.env);
}
