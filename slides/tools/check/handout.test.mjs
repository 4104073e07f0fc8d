// The handout, as it is printed.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pageAddress } from '../browser.mjs';
import { handout } from '../handout.mjs';
import { browser, close, show, slideTexts, work } from './shared.mjs';

for (const [cut, place] of [['25.html', 2], ['index.html', 0]]) {
  test(`${cut}: a page for each slide, and one for its notes with its title; terminals are 9 pt on A4`, async () => {
    const file = path.join(work, 'handout.pdf');
    const printed = await handout(await browser(), file, cut);
    const pages = fs.readFileSync(file, 'latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;
    const wanted = slideTexts
      .filter((slide) => /minutes: (.*) -->/.exec(slide)[1].split(' / ')[place] !== '-').length;
    assert.equal(printed, wanted);
    assert.equal(pages, 2 * wanted);
    const page = await show(`${pageAddress(cut)}?view=print`);
    const notes = await page.evaluate(() => [...document.querySelectorAll('.speaker-notes-pdf')]
      .map((e) => [e.querySelector('h3')?.textContent, e.querySelector('.minutes')?.textContent, e.scrollHeight <= e.clientHeight + 1]));
    const titles = await page.evaluate(() => [...document.querySelectorAll('.slides section')].map((e) => [e.dataset.title, e.dataset.timing]));
    const minutesOf = (title) => Number(/minutes: (.*) -->/.exec(slideTexts.find((slide) => slide.includes(`# ${title}\n`)))[1].split(' / ')[place]);
    assert.deepEqual(notes, titles.map(([title]) => [title, `${minutesOf(title)} min`, true]));
    const onA4 = (297 / 25.4 * 72) / 1280; // points for a pixel
    const terminals = await page.evaluate(() => [...document.querySelectorAll('.demo .commands, pre.console')]
      .map((e) => [parseFloat(getComputedStyle(e).fontSize), e.scrollWidth <= e.clientWidth + 1 && e.scrollHeight <= e.clientHeight + 1, e.textContent.slice(0, 60)]));
    assert.ok(terminals.length > 5);
    for (const [size, whole, text] of terminals) {
      assert.ok(size * onA4 >= 9, `${size}px: ${text}`);
      assert.ok(whole, text);
    }
    // All steps are shown.
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('svg .fragment')].filter((e) => getComputedStyle(e).visibility !== 'visible' || getComputedStyle(e).opacity !== '1').length), 0);
    await close(page);
  });
}
