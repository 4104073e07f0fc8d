// The speaker view, which has a window of its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageAddress } from '../browser.mjs';
import { at, close, count, giveDemo, goTo, isAt, live, noSurvivors, ownPage, show, sleeps, until, waiting } from './shared.mjs';

async function withSpeaker(page) {
  const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
  await speaker.setViewportSize({ width: 1280, height: 720 });
  await speaker.getByText('min, done at').waitFor();
  return speaker;
}
for (const [kind, address] of [['live', () => live('index.html')], ['from a file', () => pageAddress('index.html')]]) {
  test(`${kind}: shows notes, minutes, commands, the step and its output, and drives the demo`, async () => {
    const page = await show(await address());
    await goTo(page, 'Watch one');
    await waiting(page);
    const speaker = await withSpeaker(page);
    await speaker.locator('header').getByText('3 min, done at').waitFor();
    await speaker.locator('#notes').getByText('Nobody asked').waitFor();
    await speaker.locator('#commands').getByText('wc -l trace').waitFor();
    const step = () => speaker.locator('#commands li.now').textContent();
    assert.equal(await step(), '$ strace -o trace echo hello');
    // It has no terminal of its own, the demo is the audience's.
    assert.equal(await speaker.locator('.xterm').count(), 0);
    const press = async (key) => { // one that the demo hears of
      const keys = await page.evaluate(() => demo.keys);
      await speaker.keyboard.press(key);
      await page.waitForFunction((before) => demo.keys !== before, keys);
      await waiting(page);
    };
    await speaker.bringToFront();
    await press('Enter');
    await speaker.locator('#screen').getByText('$ strace -o trace echo hello').waitFor();
    await press('PageDown');
    await speaker.locator('#screen').getByText(/^hello$/m).waitFor();
    await speaker.locator('#commands li.now').getByText('tail -n 5 trace').waitFor();
    assert.equal(await at(page), 3);
    await speaker.keyboard.press('r');
    await speaker.locator('#commands li.now').getByText('strace -o trace echo hello').waitFor();
    await speaker.keyboard.press('ArrowRight');
    await isAt(page, 4);
    await speaker.locator('#title').getByText('Why would you want to know?').waitFor();
    await speaker.keyboard.press('b');
    await page.waitForFunction(() => Reveal.isPaused());
    assert.deepEqual(page.faults, []);
    await close(page);
    await noSurvivors();
  });
}
test('Ctrl-C in it stops the command that runs, and only that', async () => {
  const page = await ownPage('hang');
  const speaker = await withSpeaker(page);
  await speaker.bringToFront();
  await speaker.keyboard.press('Enter');
  await speaker.locator('#screen').getByText('sleep 1000').waitFor(); // typed
  await waiting(page);
  await speaker.keyboard.press('Enter');
  await speaker.locator('#state').getByText('running: Ctrl-C stops it').waitFor();
  await until(() => sleeps().length > 0);
  await speaker.keyboard.press('Control+c');
  await speaker.locator('#commands li.now').getByText('echo second').waitFor();
  await page.waitForFunction(() => demo.waiting && !demo.running);
  assert.match(await giveDemo(page), /^second$/m);
  await close(page);
  await noSurvivors();
});
test('has room for all notes, and nothing covers anything', async () => {
  const page = await show(pageAddress('index.html'));
  const speaker = await withSpeaker(page);
  for (let i = 0; i < await count(page); i++) {
    await page.evaluate((index) => Reveal.slide(index), i);
    const title = await page.evaluate(() => Reveal.getCurrentSlide().dataset.title);
    await speaker.waitForFunction((wanted) => document.getElementById('title').textContent === wanted, title);
    const wrong = await speaker.evaluate(() => {
      const found = [];
      const notes = document.getElementById('notes');
      if (notes.scrollHeight > notes.clientHeight) found.push('notes');
      const boxes = [...document.querySelectorAll('header, #notes, #state, #screen, #stage, #commands, #next')]
        .filter((e) => !e.hidden && e.textContent.trim()).map((e) => [e.tagName + e.id, e.getBoundingClientRect()]);
      for (const [name, a] of boxes) {
        if (a.bottom > innerHeight + 1 || a.right > innerWidth + 1) found.push(`${name} sticks out`);
        for (const [other, b] of boxes) {
          if (name < other && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) found.push(`${name} covers ${other}`);
        }
      }
      return found;
    });
    assert.deepEqual(wrong, [], title);
  }
  assert.ok(await speaker.evaluate(() => document.getElementById('notes').clientHeight / parseFloat(getComputedStyle(document.getElementById('notes')).lineHeight)) >= 15, 'lines');
  await close(page);
});
