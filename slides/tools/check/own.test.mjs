// What must not happen on a real slide: demos that hang or leave something behind.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close, giveDemo, noSurvivors, ownPage, sleeps, terminalText, until, waiting } from './shared.mjs';

test('Ctrl-C stops the command only', async () => {
  const page = await ownPage('hang');
  await page.keyboard.press('Enter');
  await waiting(page);
  await page.keyboard.press('Enter');
  await until(() => sleeps().length > 0);
  assert.equal(await page.evaluate(() => demo.waiting), false);
  await page.keyboard.press('Control+c');
  await waiting(page); // the next command
  assert.match(await giveDemo(page), /^second$/m);
  await close(page);
});

test('one that hangs can be restarted, and leaves nothing', async () => {
  const page = await ownPage('hang');
  await page.keyboard.press('Enter');
  await waiting(page);
  await page.keyboard.press('Enter');
  await until(() => sleeps().length > 0);
  assert.equal(sleeps().length, 1);
  await page.keyboard.press('r');
  await page.waitForFunction(() => demo.waiting);
  assert.match(await terminalText(page), /It hangs/);
  await until(() => sleeps().length === 0);
  assert.deepEqual(sleeps(), []);
  await close(page);
  await noSurvivors();
});

test('leaving the slide ends all that a demo started', async () => {
  const page = await ownPage('away');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => demo.waiting);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => demo.waiting);
  assert.match(await terminalText(page), /^started$/m);
  await until(() => sleeps().length === 2); // a new process is no sleep before its exec
  assert.equal(sleeps().length, 2, 'two that left the terminal');
  await page.evaluate(() => Reveal.next());
  await page.waitForFunction(() => demo?.name === 'secrets' && demo.waiting);
  await until(() => sleeps().length === 0);
  assert.deepEqual(sleeps(), []);
  await close(page);
  await noSurvivors();
});

test('the lines that matter are lit, and clear clears', async () => {
  const page = await ownPage('lit');
  const isLit = (wanted) => [...document.querySelectorAll('section.present .xterm-rows > div')]
    .filter((row) => [...row.querySelectorAll('span')].some((span) => getComputedStyle(span).backgroundColor === 'rgb(90, 71, 0)'))
    .map((row) => row.textContent.trim()).join() === wanted;
  for (const key of ['Enter', 'Enter']) { await waiting(page); await page.keyboard.press(key); }
  await waiting(page);
  await page.waitForFunction(isLit, '2');
  assert.match(await terminalText(page), /One[\s\S]*3$/m);
  await page.keyboard.press('Enter'); // clears, and types
  await waiting(page);
  assert.match((await terminalText(page)).trim(), /^# Two\n\$ echo fresh$/);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => demo.ended);
  await page.waitForFunction(isLit, 'fresh');
  await close(page);
});

test("a command sees nothing of the presenter's environment", async () => {
  const page = await ownPage('secrets');
  const text = await giveDemo(page);
  assert.match(text, /^PATH=/m);
  assert.doesNotMatch(text, /PLANTED_SECRET/);
  await close(page);
});
