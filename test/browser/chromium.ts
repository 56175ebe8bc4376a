import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Where a Chromium is, or null: CHROMIUM_PATH, or Debian's. */
export const findChromium = (): string | null =>
  [process.env['CHROMIUM_PATH'] ?? '', '/usr/bin/chromium'].find((path) => path !== '' && existsSync(path)) ?? null;

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser with nothing kept from before; `close` ends it and removes what it wrote. */
export const launchChromium = async (
  executablePath: string,
): Promise<{ readonly browser: Browser; readonly close: () => Promise<void> }> => {
  const home = mkdtempSync(join(tmpdir(), 'rapporteur-browser-'));
  const browser = await chromium.launch({ executablePath, args: flags, env: { ...process.env, HOME: home } });
  const close = async (): Promise<void> => {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  };
  return { browser, close };
};
