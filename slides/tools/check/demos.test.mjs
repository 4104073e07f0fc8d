// The demos of the deck, live and recorded, and the keys that drive slides.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pageAddress } from '../browser.mjs';
import { faint } from './look.mjs';
import { at, close, count, demoOf, demos, expectations, giveDemo, goTo, isAt, live, noSurvivors, show, terminalText, tools, until, waiting } from './shared.mjs';

for (const [kind, address, colorScheme] of [
  ['live', () => live('index.html'), 'light'], ['recorded', () => pageAddress('index.html'), 'dark'],
]) {
  test(`${kind}: each shows what it has to`, async () => {
    const page = await show(await address(), { colorScheme });
    let given = 0;
    for (let i = 0; i < await count(page); i++) {
      await page.evaluate((index) => Reveal.slide(index), i);
      const name = await demoOf(page);
      if (!name) continue;
      await waiting(page);
      assert.equal(await page.evaluate(() => demo.place.dataset.state), kind, name);
      const text = await giveDemo(page);
      for (const expected of expectations(name)) {
        assert.match(text, new RegExp(expected, 'm'), `${name}: ${expected}`);
      }
      assert.deepEqual(await faint(page), [], name);
      given++;
    }
    assert.ok(given >= 8);
    assert.deepEqual(page.faults, []);
    await close(page);
    await noSurvivors();
  });
}

test("a clicker's PageDown drives the demo, and then goes on", async () => {
  const page = await show(await live('25.html'));
  await goTo(page, 'Watch one');
  assert.equal(await demoOf(page), '00-strace');
  await giveDemo(page, 'PageDown');
  assert.equal(await at(page), 3);
  await page.keyboard.press('PageDown');
  await isAt(page, 4);
  await close(page);
});

test('Space drives it too, and a click into the terminal takes no key away', async () => {
  const page = await show(await live('25.html'));
  await goTo(page, 'Watch one');
  await waiting(page);
  await page.mouse.click(600, 400);
  assert.match(await giveDemo(page, 'Space'), /hello/);
  await page.keyboard.press('r');
  await page.waitForFunction(() => demo.waiting && !demo.ended);
  await page.mouse.click(600, 400);
  await page.keyboard.press('ArrowRight');
  await isAt(page, 4);
  await close(page);
  await noSurvivors();
});

test('one that came to its end can be gone back to', async () => {
  const page = await show(await live('25.html'));
  await goTo(page, 'Watch one');
  const text = await giveDemo(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(() => Reveal.getIndices().h === 3 && demo.ended);
  assert.ok(text.trimEnd().endsWith((await terminalText(page)).trim()));
  await page.keyboard.press('PageDown');
  await isAt(page, 4);
  await close(page);
  await noSurvivors();
});

test('one whose server went away is replayed, from its start', async (t) => {
  const gone = spawn('node', [path.join(tools, 'serve.mjs')], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DEMO_DIR: demos } });
  t.after(() => gone.kill('SIGKILL'));
  let printed = '';
  gone.stdout.on('data', (text) => { printed += text; });
  await until(() => /25\.html#t=\w+\n/.test(printed));
  const page = await show(/\S+25\.html#t=\w+/.exec(printed)[0]);
  await goTo(page, 'Watch one');
  await waiting(page);
  await page.keyboard.press('Enter');
  await waiting(page);
  const place = `/tmp/demo.${await page.evaluate(() => demo.session)}`;
  assert.ok(fs.existsSync(place));
  gone.kill('SIGKILL');
  await page.waitForFunction(() => demo.place.dataset.state === 'recorded');
  const text = await giveDemo(page);
  for (const line of expectations('00-strace')) assert.match(text, new RegExp(line, 'm'), line);
  assert.equal(await page.evaluate(() => demo.place.dataset.state), 'recorded');
  await page.keyboard.press('PageDown');
  await isAt(page, 4);
  await close(page);
  await noSurvivors();
  await until(() => !fs.existsSync(place));
  assert.ok(!fs.existsSync(place), place);
});

test('? lists the keys, and they do what it says', async () => {
  const page = await show(pageAddress('25.html'));
  await page.keyboard.press('?');
  const listed = await page.evaluate(() => document.querySelector('.overlay-keys').textContent);
  for (const key of ['Enter', 'PageDown', 'PageUp', 'R', 'Ctrl-C', 'S', 'D', 'B', 'F', 'Esc']) assert.ok(listed.includes(key), key);
  await page.keyboard.press('?');
  assert.equal(await page.locator('.overlay-keys').count(), 0);
  await page.keyboard.press('d');
  assert.ok(await page.evaluate(() => document.documentElement.classList.contains('dark')));
  await page.keyboard.press('b');
  assert.ok(await page.evaluate(() => Reveal.isPaused()));
  await page.keyboard.press('b');
  await page.keyboard.press('PageDown');
  assert.equal(await at(page), 1);
  await page.keyboard.press('PageUp');
  assert.equal(await at(page), 0);
  await close(page);
});
test('the overview shows the demos, and Enter opens the slide that is chosen', async () => {
  const page = await show(pageAddress('25.html'));
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => Reveal.isOverview());
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  assert.equal(await demoOf(page), '00-strace');
  assert.match(await page.evaluate(() => Reveal.getCurrentSlide().querySelector('.commands').textContent), /strace -o trace echo hello/);
  assert.equal(await page.evaluate(() => demo), null);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => !Reveal.isOverview() && demo?.waiting);
  assert.equal(await at(page), 3);
  await close(page);
});
