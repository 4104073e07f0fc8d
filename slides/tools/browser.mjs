// Chromium from the system's packages, for the handout and the deck's test.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

export const dist = process.env.SLIDES_DIST || path.resolve(import.meta.dirname, '../dist');
export const pageAddress = (name) => pathToFileURL(path.join(dist, name)).href;

export async function launch() {
  const at = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
    .find((file) => file && fs.existsSync(file));
  if (!at) {
    console.error('slides: Chromium is missing (Debian: apt-get install chromium; or set CHROMIUM to its path)');
    process.exit(1);
  }
  // Its own sandbox wants an ordinary user; the pages are ours.
  const args = process.getuid() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: at, args });
}
