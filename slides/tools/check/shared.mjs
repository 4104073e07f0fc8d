// What the deck's tests share. Each file of tests is a process of its own, with a
// browser, servers and a directory of its own: any two can run side by side.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { launch } from '../browser.mjs';
import { serve } from '../serve.mjs';

export const tools = path.resolve(import.meta.dirname, '..');
export const slides = path.dirname(tools);
export const root = path.dirname(slides);
export const decks = ['index.html', '90.html', '25.html'];
export const deckText = fs.readFileSync(path.join(slides, 'deck.md'), 'utf8');
export const slideTexts = deckText.split(/^---$/m);

export const work = fs.mkdtempSync(path.join(os.tmpdir(), 'slides-'));
const closing = [() => fs.rmSync(work, { recursive: true, force: true })];
after(async () => {
  // What a failed test left open must not keep the others' verdict back.
  setTimeout(() => process.exit(), 5000).unref();
  for (const close of closing.reverse()) await close();
});
function once(make, close) {
  let made;
  return () => (made ??= make().then((it) => { closing.push(() => close(it)); return it; }));
}

// ---- Servers and pages ----------------------------------------------------

// The demos of the deck, under a path that no other file of tests has: whoever has it
// in the environment was started here.
export const demos = path.join(work, 'deck-demos');
fs.symlinkSync(path.join(slides, 'demos'), demos);
const start = (more, environment = { ...process.env, DEMO_INSTANT: '1' }) =>
  serve({ dist: path.join(slides, 'dist'), demos, ...more }, environment);
export const server = once(start, (it) => it.close()); // of the deck
export const browser = once(launch, (it) => it.close());

export async function show(address, options = {}) {
  const context = await (await browser()).newContext({ viewport: { width: 1280, height: 720 }, colorScheme: 'light', ...options });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && page.faults.push(message.text()));
  await page.goto(address);
  await page.evaluate(() => window.ready);
  return page;
}
export const live = async (name, of) => {
  const { port, token } = of ?? await server();
  return `http://127.0.0.1:${port}/${name}#t=${token}`;
};
export const close = (page) => page.context().close();
// Nothing fades: what is to be seen is seen at once.
export const still = (page) => page.addStyleTag({ content: '* { transition: none !important }' });

// ---- What a page shows ----------------------------------------------------

export const count = (page) => page.evaluate(() => Reveal.getTotalSlides());
export const at = (page) => page.evaluate(() => Reveal.getIndices().h);
export const isAt = (page, h) => page.waitForFunction((wanted) => Reveal.getIndices().h === wanted, h);
export const goTo = (page, title) => page.evaluate((wanted) => {
  const index = Reveal.getSlides().findIndex((slide) => slide.dataset.title === wanted);
  if (index === -1) throw new Error(`there is no slide '${wanted}'`);
  Reveal.slide(index);
  return index;
}, title);
export const demoOf = (page) => page.evaluate(() => Reveal.getCurrentSlide().querySelector('.demo')?.dataset.demo);
export const terminalText = (page) => page.evaluate(() => {
  const buffer = demo.term.buffer.active;
  const lines = [];
  for (let i = 0; i < buffer.length; i++) lines.push(buffer.getLine(i).translateToString(true));
  return lines.join('\n');
});
export const waiting = (page) => page.waitForFunction(() => demo && (demo.waiting || demo.ended));
// Gives the demo to its end; everything that was on the terminal.
export async function giveDemo(page, key = 'Enter') {
  let text = '';
  for (let keys = 0; keys < 40; keys++) {
    await waiting(page);
    text += `${await terminalText(page)}\n`;
    if (await page.evaluate(() => demo.ended)) return text;
    await page.keyboard.press(key);
  }
  assert.fail('the demo does not end');
}
export const expectations = (name) => fs.readFileSync(path.join(slides, 'demos', `${name}.demo`), 'utf8')
  .split('\n').filter((line) => /^[?*] /.test(line)).map((line) => line.slice(2));

// ---- Processes ------------------------------------------------------------

// Those of a demo that was started here, and their command lines.
export function survivors() {
  const found = [];
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const environment = fs.readFileSync(`/proc/${pid}/environ`, 'latin1');
      if (!environment.includes('DEMO_SESSION=') || !environment.includes(`DEMO_DIR=${work}/`)) continue;
      found.push({ pid, command: fs.readFileSync(`/proc/${pid}/cmdline`, 'latin1').replace(/\0/g, ' ') });
    } catch { /* ended meanwhile, or another user's */ }
  }
  return found;
}
export const sleeps = () => survivors().filter(({ command }) => command.startsWith('sleep'));
// How long the slowest machine may take; what did not come about is the caller's to say.
const patience = 120_000;
export async function until(holds) {
  for (const end = Date.now() + patience; Date.now() < end && !holds();) await new Promise((r) => setTimeout(r, 50));
}
export async function noSurvivors() {
  await until(() => survivors().length === 0);
  assert.deepEqual(survivors(), []);
}

// ---- A deck of the tests' own ---------------------------------------------

export const own = { demos: path.join(work, 'demos'), dist: path.join(work, 'dist'), deck: path.join(work, 'deck.md'), recordings: path.join(work, 'recordings') };
fs.mkdirSync(own.demos);
fs.mkdirSync(own.recordings);
export const environment = { DEMO_DIR: own.demos, SLIDES_DECK: own.deck, SLIDES_DIST: own.dist, DEMO_RECORD: own.recordings };
export const ownSlide = (body) => `<!-- minutes: 1 / 1 / 1 -->\n<!-- part: call -->\n${body}\n\nNote:\nNothing.\n`;
export function build(deck, more = {}) {
  fs.writeFileSync(own.deck, deck);
  return spawnSync('node', [path.join(tools, 'build.mjs')], { env: { ...process.env, ...environment, ...more }, encoding: 'utf8' });
}
// What must not be on a real slide.
const ownDemos = {
  hang: '# It hangs\n$ sleep 1000\n? .\n$ echo second\n? ^second$\n',
  away: '# It starts what does not end\n$ (setsid sleep 1000 & nohup sleep 1000 >/dev/null 2>&1 &) ; echo started\n? ^started$\n$ echo second\n? ^second$\n',
  secrets: '# What a command sees\n$ env\n? ^PATH=\n',
  lit: '# One\n$ seq 3\n* ^2$\nclear\n# Two\n$ echo fresh\n* ^fresh$\n',
};
const ownServer = once(() => {
  for (const [name, text] of Object.entries(ownDemos)) {
    fs.writeFileSync(path.join(own.demos, `${name}.demo`), text);
    fs.writeFileSync(path.join(own.recordings, `${name}.rec`), '\x1b]5151;end\x07');
  }
  const built = build(Object.keys(ownDemos).map((name) => ownSlide(`## ${name}\n\n!demo ${name}`)).join('---\n'));
  assert.equal(built.status, 0, built.stderr);
  // Its commands are typed letter by letter, as on stage.
  return start({ dist: own.dist, demos: own.demos }, { ...process.env, PLANTED_SECRET: 'do not show this' });
}, (it) => it.close());
// A page of it, live, at that demo.
export async function ownPage(name) {
  const page = await show(await live('index.html', await ownServer()));
  await goTo(page, name);
  await waiting(page);
  return page;
}
