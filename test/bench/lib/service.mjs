// A service under test: started, given a token, looked at, ended.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A contribution of the usual length. */
export const draft = {
  kind: 'topic',
  guidanceId: 'PC0410.GR-2',
  callId: 'RIC-2015-input',
  content: {
    language: 'en',
    title: 'One law, five tribunals',
    text: 'Appeals against rulings end differently in each of the five Members of our union. '.repeat(6),
    primaryTheme: 'DISPUTES',
    secondaryThemes: [],
    economicCommunity: null,
  },
};

/** What a program prints until it ends. */
export const output = (child) =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(text) : reject(new Error(`ended with ${code}`))));
  });

/** What `npm start` runs: what it sets for node, node's own flags, and the program. */
const [settings, command] = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts.start.split('exec node ');
const started = Object.fromEntries(
  settings
    .trim()
    .split(' ')
    .map((setting) => setting.split('=')),
);
export const standalone = command.split(' ');

/** Starts a server and waits until it says where. */
export const served = (args, env) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', ...args], {
      cwd: root,
      env: { ...process.env, ...started, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const url = /http:\/\/\S+?:\d+/.exec(text)?.[0];
      if (url !== undefined) resolve({ url, child });
    });
    child.on('close', (code) => reject(new Error(`the server ended with ${code}`)));
  });

/** Ends it as an operator does. */
export const end = ({ child }) =>
  new Promise((resolve) => {
    child.on('close', resolve);
    child.kill('SIGTERM');
  });

/** A token, a drafter's unless told, for the data folder of a running service. */
export const tokenOf = async (dataDir, role = 'drafter') => {
  const made = spawn(process.execPath, ['dist/apps/operator/main.js', 'token', 'create', '--role', role, '--member', 'KE'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(await output(made)).token;
};

/** Megabytes that a process has in memory now, and had at most. */
export const memoryOf = (pid) => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (field) => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1_024;
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
};
