// A record as the first start makes it: reference data, requests, the open call; sealed.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const openedRecord = (dataDir) =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' };
    const child = spawn(process.execPath, ['--no-warnings', 'dist/apps/standalone/main.js'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.on('data', async (chunk) => {
      const url = /http:\/\/\S+?:\d+/.exec(String(chunk))?.[0];
      if (url === undefined) return;
      for (let tries = 0; tries < 200; tries += 1) {
        if ((await fetch(`${url}/api/v1/ledger/checkpoint`)).status === 200) break;
        await new Promise((wait) => setTimeout(wait, 50));
      }
      child.kill('SIGTERM');
    });
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`the service ended with ${code}`))));
  });
