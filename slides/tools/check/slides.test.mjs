// Each slide with each of its steps, as the room sees it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pageAddress } from '../browser.mjs';
import { faint, lowest, small, sticksOut } from './look.mjs';
import { build, close, count, deckText, demoOf, giveDemo, own, root, show, slides, still } from './shared.mjs';

const inTheDark = (page, dark) => page.evaluate((on) => document.documentElement.classList.toggle('dark', on), dark);

test('everything fits 1280x720, is large enough and 7:1, dark and light, and no slide is half empty', async () => {
  const page = await show(pageAddress('index.html'));
  await still(page);
  for (let more = true; more; more = await page.evaluate(() => {
    if (Reveal.isLastSlide() && !Reveal.availableFragments().next) return false;
    Reveal.next();
    return true;
  })) {
    if (await demoOf(page)) {
      await giveDemo(page);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    }
    const where = await page.evaluate(() => `slide ${Reveal.getSlidePastCount() + 1} (${Reveal.getCurrentSlide().dataset.title})`);
    assert.deepEqual(await sticksOut(page), [], where);
    assert.deepEqual(await small(page), [], where);
    for (const dark of [true, false]) {
      await inTheDark(page, dark);
      assert.deepEqual(await faint(page), [], `${where}${dark ? ', dark' : ''}`);
    }
    const reason = await page.evaluate(() => Reveal.getCurrentSlide().dataset.empty);
    if (!reason) assert.ok(await lowest(page) > 0.6 * 720, `${where} is half empty`);
  }
  assert.equal(await page.evaluate(() => Reveal.getSlidePastCount()), await count(page) - 1);
  assert.deepEqual(page.faults, []);
  await close(page);
});

test('with an address, a speaker and an event it all fits, too', async () => {
  const built = build(deckText, {
    COURSE_URL: 'https://example.org/a/somewhat/longer/path/strace-from-scratch', SPEAKER: 'Ada Example-Lovelace', EVENT: 'Systems Programming Day 2027',
    DEMO_DIR: path.join(slides, 'demos'),
  });
  assert.equal(built.status, 0, built.stderr);
  const page = await show(`file://${own.dist}/index.html`);
  let there = 0;
  for (let i = 0; i < await count(page); i++) {
    if (!await page.evaluate((index) => Boolean(Reveal.getSlides()[index].querySelector('.address, .speaker')), i)) continue;
    await page.evaluate((index) => Reveal.slide(index), i);
    const where = await page.evaluate(() => Reveal.getCurrentSlide().dataset.title);
    assert.deepEqual([...await sticksOut(page), ...await small(page), ...await faint(page)], [], where);
    there++;
  }
  assert.equal(there, deckText.match(/^!(address|turn)$/gm).length);
  await close(page);
});

test('the loop grows from the starter to the solution', async () => {
  const page = await show(pageAddress('index.html'));
  await still(page);
  const states = await page.evaluate(() => [...document.querySelectorAll('.growth .state')]
    .map((state) => [...state.querySelectorAll('.line')].map((line) => line.textContent)));
  // Each is what splice makes of it, but for comments and the try.
  const solution = path.join(root, 'solutions/03-enter-exit/enter_exit.cpp');
  const starter = path.join(root, 'tests/03-enter-exit/starter.cpp');
  const splice = (...args) => execFileSync(path.join(root, 'build/splice'), args, { encoding: 'utf8' });
  const bare = (text) => text.replace(/\/\/.*$/gm, '').replace(/\s+/g, '');
  const body = (source) => {
    const text = source.split(/^int trace\(/m)[1].split(/^\}$/m)[0];
    return bare(text.slice(text.indexOf('{') + 1).replace(/try \{([\s\S]*?)\} catch[\s\S]*?\n      \}/, '$1'));
  };
  const todos = splice('--todos', starter).trim().split('\n');
  const wanted = ['0', ...todos].map((todo) => body(splice(solution, starter, 'after', todo)));
  assert.equal(wanted.at(-1), body(fs.readFileSync(solution, 'utf8')));
  assert.deepEqual(states.map((lines) => bare(lines.join('\n'))), wanted.filter((text, n) => text !== wanted[n - 1]));
  // Each state has something new, and it is lit.
  const lit = await page.evaluate(() => [...document.querySelectorAll('.growth .state')].map((state) => state.querySelectorAll('.fresh').length));
  assert.deepEqual(lit.map((count) => count > 0), [false, ...states.slice(1).map(() => true)]);
  await page.evaluate(() => Reveal.slide(Reveal.getSlides().findIndex((slide) => slide.querySelector('.growth'))));
  for (let i = 0; i < states.length; i++) {
    const top = await page.evaluate(() => {
      const box = Reveal.getCurrentSlide().querySelector('.growth').getBoundingClientRect();
      return document.elementFromPoint(box.x + 30, box.y + 20).closest('.state').querySelectorAll('.line').length;
    });
    assert.equal(top, states[i].length, `state ${i}`);
    if (i < states.length - 1) await page.keyboard.press('Enter');
  }
  await close(page);
});

test('with each Enter one step is seen, in order, and the line that acts is lit', async () => {
  const page = await show(pageAddress('index.html'));
  await still(page);
  const wanted = [...deckText.split('!picture two-stops')[1].split('!end')[0].matchAll(/^(.*?)\s+@([\d,]+)$/gm)]
    .flatMap(([, line, steps]) => steps.split(',').map((step) => [Number(step), line.trim()]));
  let drawn = 0;
  for (let i = 0; i < await count(page); i++) {
    await page.evaluate((index) => Reveal.slide(index, 0, -1), i);
    const indices = await page.evaluate(() => [...new Set([...Reveal.getCurrentSlide().querySelectorAll('.fragment')].map((e) => Number(e.dataset.fragmentIndex)))].sort((a, b) => a - b));
    if (indices.length === 0) continue;
    assert.deepEqual(indices, indices.map((_, n) => n), `slide ${i + 1}: no step is left out`);
    const groups = await page.evaluate(() => [...Reveal.getCurrentSlide().querySelectorAll('svg .fragment')].map((e) => e.dataset.fragmentIndex));
    assert.equal(new Set(groups).size, groups.length, `slide ${i + 1}: one thing is drawn at a step`);
    for (const index of indices) {
      await page.keyboard.press('Enter');
      const seen = await page.evaluate(() => [...Reveal.getCurrentSlide().querySelectorAll('.fragment')].map((e) => ({
        index: Number(e.dataset.fragmentIndex), visible: e.classList.contains('visible'), now: e.classList.contains('current-fragment'),
        lit: e.parentElement.matches('.line') ? getComputedStyle(e.parentElement).backgroundColor !== 'rgba(0, 0, 0, 0)' : null,
        text: e.parentElement.textContent.trim(), drawn: e.matches('g') ? e.textContent : '',
      })));
      for (const step of seen) {
        assert.equal(step.visible, step.index <= index, `slide ${i + 1}, step ${index}`);
        assert.equal(step.now, step.index === index);
        if (step.lit !== null && step.now) assert.ok(step.lit, step.text);
      }
      if (await page.evaluate(() => Boolean(Reveal.getCurrentSlide().querySelector('[aria-label^="Three lanes"]')))) {
        drawn++;
        assert.deepEqual(seen.filter((step) => step.now && step.lit).map((step) => step.text),
          wanted.filter(([step]) => step === index).map(([, line]) => line), `step ${index}`);
        // What the code does is drawn as it does it.
        const drawnNow = seen.filter((step) => step.now).map((step) => step.drawn).join('');
        for (const [line, what] of [['wait_for', /SIGTRAP/], ['read_registers', /rax = /], ['thread.inside = !', /inside: /]]) {
          const acts = seen.some((step) => step.now && step.lit && step.text.includes(line));
          assert.equal(what.test(drawnNow), acts, `step ${index}: ${line}`);
        }
      }
    }
    assert.ok(await page.evaluate(() => [...Reveal.getCurrentSlide().querySelectorAll('svg .fragment')]
      .every((e) => getComputedStyle(e).visibility === 'visible' && getComputedStyle(e).opacity === '1')), `slide ${i + 1}`);
  }
  assert.equal(drawn, 13);
  // Both stops look alike: what differs is what the tracer finds and remembers.
  const texts = fs.readFileSync(path.join(slides, 'pictures/two-stops.svg'), 'utf8').match(/>([^<>\n]+)<\/text>/g).map((text) => text.slice(1, -7));
  for (const twice of ['stands still', 'SIGTRAP | 0x80']) assert.equal(texts.filter((text) => text === twice).length, 2);
  assert.deepEqual(texts.filter((text) => text.startsWith('inside')), ['inside: false → true', 'inside: true → false']);
  await close(page);
});
