// What `make present` does when not all is as it should be.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { afterEach, before, test } from 'node:test';
import { close, environment, giveDemo, own, ownSlide, show, tools, until, work } from './shared.mjs';

const place = { ...environment, SLIDES_DIST: path.join(work, 'stage'), DEMO_DIR: path.join(work, 'stage-demos') };
const good = '# Said\n$ echo first\n? ^first$\n';
const put = (text) => fs.writeFileSync(path.join(place.DEMO_DIR, 'one.demo'), text);
const recording = path.join(place.DEMO_RECORD, 'one.rec');
before(() => {
  fs.mkdirSync(place.DEMO_DIR);
  put(good);
  fs.writeFileSync(own.deck, ownSlide('## One\n\n!demo one'));
});
const started = []; // whatever a test finds out, its server ends with it
afterEach(() => Promise.all(started.splice(0).map((said) => said.end())));
// Starts it; gives its address and what it said. `prefix` is a shell's.
async function present(prefix = 'exec', more = {}) {
  const child = spawn('sh', ['-c', `${prefix} '${path.join(tools, 'slides.sh')}' present`],
    { env: { ...process.env, ...place, ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '', code: undefined };
  child.stdout.on('data', (text) => { said.out += text; });
  child.stderr.on('data', (text) => { said.err += text; });
  child.on('exit', (code) => { said.code = code; });
  await until(() => said.code !== undefined || /25\.html#t=\w+\n/.test(said.out));
  said.address = /\S+25\.html#t=\w+/.exec(said.out)?.[0];
  said.end = async () => {
    if (said.code === undefined) { child.kill('SIGTERM'); await once(child, 'exit'); }
  };
  started.push(said);
  return said;
}
async function shows(said, state, text) {
  assert.ok(said.address, said.err + said.out);
  const page = await show(said.address);
  const seen = await giveDemo(page);
  assert.match(seen, text);
  assert.equal(await page.evaluate(() => demo.place.dataset.state), state);
  await close(page);
}
// One after the other: each begins with what the last one left.
test('begins although its demo fails and has never worked: live it can be given', async () => {
  put('# Said\n$ echo wrong\n? ^first$\n');
  const said = await present();
  await shows(said, 'ended', /^wrong$/m);
  await said.end();
  assert.match(said.err, /FAIL {2}one: step 1 printed no line like/);
  assert.ok(!fs.existsSync(recording));
  const page = await show(`file://${place.SLIDES_DIST}/25.html`);
  assert.match(await page.evaluate(() => Reveal.getCurrentSlide().textContent), /echo wrong[\s\S]*not recorded/);
  await page.keyboard.press('Enter');
  await close(page);
});
test('a good run is recorded', async () => {
  put(good);
  const said = await present();
  await shows(said, 'ended', /^first$/m);
  await said.end();
  assert.match(fs.readFileSync(recording, 'utf8'), /first/);
  const page = await show(`file://${place.SLIDES_DIST}/25.html`);
  assert.equal(await page.evaluate(() => demo.label.textContent), 'recorded');
  await close(page);
});
test('a demo that fails now keeps its good recording, marked as old', async () => {
  const day = new Date('2020-01-02T12:00:00Z');
  fs.utimesSync(recording, day, day);
  put('# Said\n$ echo wrong\n? ^first$\n');
  const said = await present();
  await shows(said, 'ended', /^wrong$/m);
  await said.end();
  assert.match(said.err, /FAIL {2}one[\s\S]*shown as it was recorded last/);
  const page = await show(`file://${place.SLIDES_DIST}/25.html`);
  assert.match(await giveDemo(page), /^first$/m);
  assert.equal(await page.evaluate(() => demo.label.textContent), 'recorded on 2020-01-02');
  await close(page);
});
test('a full disk: the slides of the last time are shown', async () => {
  put(good);
  const said = await present("trap '' XFSZ; ulimit -f 0; exec");
  assert.ok(said.address, said.err);
  const page = await show(said.address);
  assert.equal(await page.evaluate(() => Reveal.getTotalSlides()), 1);
  await close(page);
  await said.end();
  assert.match(said.err, /slides of 20\d\d-.* are shown/);
  assert.match(fs.readFileSync(recording, 'utf8'), /first/);
});
test('a program that a demo needs is missing, strace too: it is said', async () => {
  const bin = path.join(work, 'bin');
  fs.mkdirSync(bin);
  for (const directory of ['/bin', '/usr/bin']) {
    for (const name of fs.readdirSync(directory)) {
      if (name !== 'strace' && !fs.existsSync(path.join(bin, name))) try { fs.symlinkSync(path.join(directory, name), path.join(bin, name)); } catch { /* it is there */ }
    }
  }
  const said = await present('exec', { PATH: `${bin}:${path.dirname(process.execPath)}` });
  await shows(said, 'ended', /^first$/m);
  await said.end();
  if (!fs.existsSync(path.join(path.dirname(process.execPath), 'strace'))) assert.match(said.err, /strace is missing/);
});
test('a busy port: another one is taken, and said', async () => {
  const busy = http.createServer();
  await new Promise((resolve) => busy.listen(0, '127.0.0.1', resolve));
  const said = await present('exec', { PORT: String(busy.address().port) });
  await shows(said, 'ended', /^first$/m);
  await said.end();
  busy.close();
  assert.match(said.err, /cannot be had \(EADDRINUSE\): another one is taken/);
});
test('no network at all: it says where the slides are', async (t) => {
  if (spawnSync('unshare', ['-rn', 'true']).status !== 0) return t.skip('unshare -rn is not possible here');
  const said = await present('exec unshare -rn');
  await said.end();
  assert.equal(said.code, 1);
  assert.match(said.err, /no demo can be live[\s\S]*stage\/25\.html/);
});
