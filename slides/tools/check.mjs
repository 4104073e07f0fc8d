// The deck's test, in real Chromium: what is on the slides is true, can be read,
// and nothing that a demo starts outlives it. Needs a built deck.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { dist, launch, pageAddress } from './browser.mjs';
import decodeQR from 'qr/decode.js';
import { handout } from './handout.mjs';

const slides = path.resolve(import.meta.dirname, '..');
const root = path.dirname(slides);
const decks = ['index.html', '90.html', '25.html'];
const deckText = fs.readFileSync(path.join(slides, 'deck.md'), 'utf8');

// A deck and demos of the tests' own, for what must not be on a real slide.
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'slides-'));
const own = { demos: path.join(work, 'demos'), dist: path.join(work, 'dist'), deck: path.join(work, 'deck.md') };
fs.mkdirSync(own.demos);
const write = (name, text) => fs.writeFileSync(path.join(own.demos, `${name}.demo`), text);
write('hang', '# It hangs\n$ sleep 1000\n? .\n$ echo second\n? ^second$\n');
write('away', '# It starts what does not end\n$ (setsid sleep 1000 & nohup sleep 1000 >/dev/null 2>&1 &) ; echo started\n? ^started$\n$ echo second\n? ^second$\n');
write('secrets', '# What a command sees\n$ env\n? ^PATH=\n');
write('lit', '# One\n$ seq 3\n* ^2$\nclear\n# Two\n$ echo fresh\n* ^fresh$\n');
const environment = { DEMO_DIR: own.demos, SLIDES_DECK: own.deck, SLIDES_DIST: own.dist, DEMO_RECORD: work };
const end = '\x1b]5151;end\x07';
for (const name of ['hang', 'away', 'secrets', 'lit']) fs.writeFileSync(path.join(work, `${name}.rec`), end);
const ownSlide = (body) => `<!-- minutes: 1 / 1 / 1 -->\n<!-- part: call -->\n${body}\n\nNote:\nNothing.\n`;
function build(deck, more = {}) {
  fs.writeFileSync(own.deck, deck);
  return spawnSync('node', [path.join(import.meta.dirname, 'build.mjs')],
    { env: { ...process.env, ...environment, ...more }, encoding: 'utf8' });
}

let browser;
let open; // the server of the real deck
before(async () => {
  browser = await launch();
  open = await (await import('./serve.mjs')).serve();
});
after(async () => {
  await browser?.close();
  await open?.close();
  fs.rmSync(work, { recursive: true, force: true });
  // What a failed test left open must not keep the others' verdict back.
  setTimeout(() => process.exit(), 5000).unref();
});

async function show(address, colorScheme = 'light') {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, colorScheme });
  const page = await context.newPage();
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && page.faults.push(message.text()));
  await page.goto(address);
  await page.evaluate(() => window.ready);
  return page;
}
const live = (name, server = open) => `http://127.0.0.1:${server.port}/${name}#t=${server.token}`;
const close = (page) => page.context().close();
const count = (page) => page.evaluate(() => Reveal.getTotalSlides());
const demoOf = (page) => page.evaluate(() => Reveal.getCurrentSlide().querySelector('.demo')?.dataset.demo);
const terminalText = (page) => page.evaluate(() => {
  const buffer = demo.term.buffer.active;
  const lines = [];
  for (let i = 0; i < buffer.length; i++) lines.push(buffer.getLine(i).translateToString(true));
  return lines.join('\n');
});
const waiting = (page) => page.waitForFunction(() => demo && (demo.waiting || demo.ended), null, { timeout: 15000 });
// Every slide with every step of its code.
async function* everyStep(page) {
  await page.evaluate(() => Reveal.slide(0, 0, -1));
  for (;;) {
    yield await page.evaluate(() => `slide ${Reveal.getSlidePastCount() + 1} (${
      Reveal.getCurrentSlide().querySelector('h1, h2').textContent})`);
    if (await page.evaluate(() => Reveal.isLastSlide() && !Reveal.availableFragments().next)) return;
    await page.evaluate(() => Reveal.next());
    // What fades in is looked at when it has: the cursor's blinking never ends.
    await page.evaluate(() => Promise.allSettled(document.getAnimations()
      .filter((a) => a instanceof CSSTransition && Reveal.getCurrentSlide().contains(a.effect.target))
      .map((a) => a.finished)));
  }
}
// Gives the demo to its end; everything that was on the terminal.
async function giveDemo(page, key = 'Enter') {
  let text = '';
  for (let keys = 0; keys < 40; keys++) {
    await waiting(page);
    text += `${await terminalText(page)}\n`;
    if (await page.evaluate(() => demo.ended)) return text;
    await page.evaluate(() => { demo.seen = demo.waiting; });
    await page.keyboard.press(key);
  }
  assert.fail('the demo does not end');
}
const expectations = (name) => fs.readFileSync(path.join(slides, 'demos', `${name}.demo`), 'utf8')
  .split('\n').filter((line) => /^[?*] /.test(line)).map((line) => line.slice(2));
// Processes that carry a demo's mark.
function survivors() {
  return fs.readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && fs.readFileSync(`/proc/${pid}/environ`, 'latin1').includes('DEMO_SESSION=');
    } catch { return false; } // ended meanwhile, or another user's
  });
}
async function until(holds) { // ten seconds at most; what did not come about is the caller's to say
  for (let tries = 0; tries < 200 && !holds(); tries++) await new Promise((r) => setTimeout(r, 50));
}
async function noSurvivors() {
  await until(() => survivors().length === 0);
  assert.deepEqual(survivors(), []);
}

// What is painted too faintly for the last row: less than 7:1.
const faint = (page) => page.evaluate(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = '#000';
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (c) => c.slice(0, 3).map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const opaque = (element) => {
    for (let e = element; e; e = e.parentElement) if (Number(getComputedStyle(e).opacity) < 1) return false;
    return true;
  };
  const found = [];
  const walker = document.createTreeWalker(Reveal.getCurrentSlide(), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.textContent.trim() || element.closest('.notes, .xterm-helpers, .xterm-accessibility')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const style = getComputedStyle(element);
    if (box.width === 0 || style.visibility === 'hidden') continue;
    const color = rgba(element.closest('svg') ? style.fill : style.color);
    // What is painted behind the text's middle.
    let behind = [0, 0, 0, 255];
    const middle = [box.x + Math.min(box.width / 2, 60), box.y + box.height / 2];
    for (const under of document.elementsFromPoint(...middle)) {
      const css = getComputedStyle(under);
      const paint = under.closest('svg') ? (/^(rect|path|circle)$/.test(under.tagName) ? css.fill : 'none') : css.backgroundColor;
      if (paint === 'none') continue;
      const value = rgba(paint);
      if (value[3] === 255) { behind = value; break; }
    }
    const [a, b] = [luminance(color), luminance(behind)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 7 || !opaque(element)) found.push(`${ratio.toFixed(1)}: ${node.textContent.trim().slice(0, 40)}`);
  }
  return found;
});
// What is smaller than the last row can read, in pixels of 720.
const small = (page) => page.evaluate(() => {
  const least = (e) => (e.closest('.demo-label, .part-list') ? 20 : e.closest('pre.cpp, pre.sh, pre.console') ? 30 : e.closest('.xterm') ? 26 : e.closest('svg') ? 26 : 26);
  const scale = (e) => (e.closest('figure svg') ? e.closest('svg').getBoundingClientRect().width / e.closest('svg').viewBox.baseVal.width : 1);
  return [...Reveal.getCurrentSlide().querySelectorAll('*')]
    .filter((e) => !e.closest('.notes, .xterm-helpers, style') && [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()))
    .filter((e) => parseFloat(getComputedStyle(e).fontSize) * scale(e) < least(e) - 0.01)
    .map((e) => `${getComputedStyle(e).fontSize}: ${e.textContent.slice(0, 30)}`);
});
const sticksOut = (page) => page.evaluate(() => {
  const slide = Reveal.getCurrentSlide();
  const frame = document.querySelector('.slides').getBoundingClientRect();
  const found = [];
  for (const element of [slide, ...slide.querySelectorAll('*')]) {
    if (element.closest('.notes') || element.closest('.xterm-helpers, .xterm-viewport, .xterm-scrollable-element .scrollbar, .xterm-accessibility, .xterm-decoration-container')) continue;
    const style = getComputedStyle(element);
    if (style.visibility === 'hidden' || style.display === 'none') continue;
    const box = element.getBoundingClientRect();
    if (box.width > 0 && (box.left < frame.left - 1 || box.top < frame.top - 1 ||
        box.right > frame.right + 1 || box.bottom > frame.bottom + 1)) {
      found.push(`${element.tagName} ${element.className} sticks out`);
    }
    if (!element.closest('.xterm') && !element.closest('svg') &&
        (element.scrollWidth > element.clientWidth + 1 || (element.scrollHeight > element.clientHeight + 1 && !element.closest('.growth') && !element.matches('.line'))) &&
        style.display !== 'inline' && element.clientWidth > 0 && (style.overflow !== 'visible' || element.matches('pre, code, .line, td, p, li'))) {
      found.push(`${element.tagName} ${element.className} has more inside than it shows`);
    }
    // Text of a picture stays in the box that it is in.
    if (element.tagName === 'text') {
      const middle = [box.x + box.width / 2, box.y + box.height / 2];
      const around = [...element.closest('svg').querySelectorAll('rect')].map((rect) => rect.getBoundingClientRect())
        .filter((r) => r.left < middle[0] && r.right > middle[0] && r.top < middle[1] && r.bottom > middle[1])
        .sort((a, b) => a.width * a.height - b.width * b.height)[0];
      if (around && (box.left < around.left + 2 || box.right > around.right - 2)) found.push(`'${element.textContent}' leaves its box`);
    }
  }
  return found;
});
// Where the lowest thing on a slide ends.
const lowest = (page) => page.evaluate(() => Math.max(...[...Reveal.getCurrentSlide().children]
  .filter((e) => !e.matches('.notes, .part-name')).map((e) => e.getBoundingClientRect().bottom)));

describe('what is on the slides', () => {
  test('the shorter cuts have slides of the whole, in its order', async () => {
    const slidesOf = (deck) => [...fs.readFileSync(path.join(dist, deck), 'utf8')
      .matchAll(/<section [\s\S]*?<\/section>/g)].map(([text]) => text
      .replace(/ data-timing="\d+"/, '').replace(/data-minutes="[\d.]+">[\d.]+</, '<').replace(/<p class="minutes">.*<\/p>/, ''));
    const whole = slidesOf('index.html');
    for (const deck of decks.slice(1)) {
      let from = 0;
      for (const slide of slidesOf(deck)) {
        const found = whole.indexOf(slide, from);
        assert.ok(found >= 0, slide.slice(0, 200));
        from = found + 1;
      }
    }
  });
  for (const scheme of ['light', 'dark']) {
    test(`${scheme}: everything fits 1280x720, is large enough and 7:1, and no slide is half empty`, async () => {
      const page = await show(pageAddress('index.html'), scheme);
      for await (const where of everyStep(page)) {
        if (await demoOf(page)) {
          await giveDemo(page);
          await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
        }
        assert.deepEqual(await sticksOut(page), [], where);
        assert.deepEqual(await small(page), [], where);
        assert.deepEqual(await faint(page), [], where);
        const reason = await page.evaluate(() => Reveal.getCurrentSlide().dataset.empty);
        if (!reason) assert.ok(await lowest(page) > 0.6 * 720, `${where} is half empty`);
      }
      assert.deepEqual(page.faults, []);
      await close(page);
    });
  }

  test('each code block is its region, each terminal block what blocks made of it', async () => {
    const filled = execFileSync(path.join(root, 'build/blocks'),
      ['--fill', path.join(root, 'build'), root, path.join(slides, 'deck.md')],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const wanted = [...filled.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, header, text]) => {
      const from = /from=(\S+)#(\w+)(?:\.(\d))?/.exec(header);
      if (!header.startsWith('cpp')) return text.trimEnd();
      // Read once more, by other means than `blocks` does.
      const region = () => {
        const source = fs.readFileSync(path.join(root, from[1]), 'utf8');
        return [...source.matchAll(new RegExp(`// TODO ${from[2]}\\b.*\\n([\\s\\S]*?)^.*// end of ${from[2]}$`, 'gm'))][(from[3] ?? 1) - 1][1];
      };
      const lines = (from ? region() : text).trimEnd().split('\n');
      const indent = Math.min(...lines.filter(Boolean).map((line) => line.search(/\S/)));
      return lines.map((line) => line.slice(indent)).join('\n');
    });
    assert.ok(wanted.length > 15);
    const page = await show(pageAddress('index.html'));
    const got = await page.evaluate(() => [...document.querySelectorAll('.slides pre:not(.notes pre, .excerpt, .growth)')]
      .map((pre) => [...pre.querySelectorAll('.line')].map((line) => line.textContent).join('\n').trimEnd()));
    // Times and process ids differ from one run of a command to the next.
    const still = (text) => (text.startsWith('$ ') ? text.replace(/\d+/g, '0') : text);
    assert.deepEqual(got.map(still), wanted.map(still));
    await close(page);
  });
  test('the loop grows from the starter to the solution', async () => {
    const page = await show(pageAddress('index.html'));
    const states = await page.evaluate(() => [...document.querySelectorAll('.growth .state')]
      .map((state) => [...state.querySelectorAll('.line')].map((line) => line.textContent)));
    const source = fs.readFileSync(path.join(root, 'solutions/03-enter-exit/enter_exit.cpp'), 'utf8').split(/^int trace\(/m)[1];
    const starter = fs.readFileSync(path.join(root, 'tests/03-enter-exit/starter.cpp'), 'utf8');
    // The last is the solution, but for comments and the try.
    const bare = (text) => text.replace(/\/\/.*$/gm, '').replace(/\s+/g, '');
    const whole = bare(source.slice(source.indexOf('{') + 1).replace(/try \{([\s\S]*?)\} catch[\s\S]*?\n      \}/, '$1').replace(/\}\s*$/, ''));
    assert.equal(bare(states.at(-1).join('\n')), whole);
    assert.ok(states.length >= 4);
    const begins = starter.split('\n').filter((line) => /at_syscall|signal = 0/.test(line)).map((line) => line.trim());
    assert.ok(begins.length > 0);
    for (const line of begins) assert.ok(states[0].some((there) => there.trim() === line), line);
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
      await page.waitForTimeout(300); // it fades in
    }
    await close(page);
  });

  test('with each Enter one step is seen, in order, and the line that acts is lit', async () => {
    const page = await show(pageAddress('index.html'));
    const wanted = [...deckText.split('!picture two-stops')[1].split('!end')[0].matchAll(/^(.*?)\s+@([\d,]+)$/gm)]
      .flatMap(([, line, steps]) => steps.split(',').map((step) => [Number(step), line.trim()]));
    let drawn = 0;
    for (let i = 0; i < await count(page); i++) {
      await page.evaluate((index) => Reveal.slide(index, 0, -1), i);
      const indices = await page.evaluate(() => [...new Set([...Reveal.getCurrentSlide().querySelectorAll('.fragment')].map((e) => Number(e.dataset.fragmentIndex)))].sort((a, b) => a - b));
      if (indices.length === 0) continue;
      assert.deepEqual(indices, indices.map((_, n) => n), `slide ${i + 1}: no step is left out`);
      for (const index of indices) {
        await page.keyboard.press('Enter');
        const seen = await page.evaluate(() => [...Reveal.getCurrentSlide().querySelectorAll('.fragment')].map((e) => ({
          index: Number(e.dataset.fragmentIndex), visible: e.classList.contains('visible'), now: e.classList.contains('current-fragment'),
          lit: e.parentElement.matches('.line') ? getComputedStyle(e.parentElement).backgroundColor !== 'rgba(0, 0, 0, 0)' : null,
          text: e.parentElement.textContent.trim(),
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
        }
      }
      await page.waitForFunction(() => [...Reveal.getCurrentSlide().querySelectorAll('svg .fragment')]
        .every((e) => getComputedStyle(e).visibility === 'visible' && getComputedStyle(e).opacity === '1'));
    }
    assert.equal(drawn, 13);
    // Both stops look alike: what differs is what the tracer finds and remembers.
    const texts = fs.readFileSync(path.join(slides, 'pictures/two-stops.svg'), 'utf8').match(/>([^<>\n]+)<\/text>/g).map((text) => text.slice(1, -7));
    for (const twice of ['stands still', 'SIGTRAP | 0x80']) assert.equal(texts.filter((text) => text === twice).length, 2);
    assert.deepEqual(texts.filter((text) => text.startsWith('inside')), ['inside: false → true', 'inside: true → false']);
    await close(page);
  });

  test('numbers of this kernel come from its headers', () => {
    const count = execFileSync('sh', ['-c', "echo '#include <asm/unistd.h>' | ${CXX:-c++} -E -dM -x c++ - | grep -cE '^#define __NR_[a-z0-9_]+ [0-9]+$'"], { encoding: 'utf8' }).trim();
    assert.ok(fs.readFileSync(path.join(dist, 'index.html'), 'utf8').includes(`<strong>${count}</strong> calls`), count);
    assert.doesNotMatch(deckText, /\b(362|335|423|288|350)\b/);
  });

  test('"Your turn" counts its minutes down, and the break says when it ends', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, timezoneId: 'UTC' });
    const page = await context.newPage();
    await page.clock.install({ time: new Date('2027-01-01T10:00:00Z') });
    await page.goto(pageAddress('index.html'));
    await page.clock.runFor(1000);
    await page.evaluate(() => window.ready);
    const turn = async (title) => {
      await page.evaluate((wanted) => Reveal.slide(Reveal.getSlides().findIndex((slide) => slide.dataset.title === wanted)), title);
      return page.evaluate(() => Reveal.getCurrentSlide().querySelector('.countdown').textContent);
    };
    assert.match(await turn('Your turn: chapter 01'), /^22:00until 10:22$/);
    await page.clock.runFor(60_500);
    assert.match(await turn('Your turn: chapter 01'), /^20:(59|60)until 10:22$|^21:00until/);
    assert.match(await turn('Break'), /^15:00until 10:16$/);
    await page.clock.runFor(16 * 60_000);
    assert.match(await turn('Break'), /^00:00/);
    for (const [, title] of deckText.matchAll(/^## (Your turn.*)$/gm)) {
      const text = deckText.split(`## ${title}\n`)[1].split('Note:')[0];
      for (const wanted of ['!turn', '&& ./check', './check --hint', 'stuck?']) assert.ok(text.includes(wanted), `${title}: ${wanted}`);
      const chapters = title.match(/\d\d/g);
      for (const chapter of chapters) assert.ok(text.includes(`make chapter-${chapter}`), `${title}: ${chapter}`);
    }
    await context.close();
  });

  test('the address is there as text and as a QR code that says it; unset, nothing is', async () => {
    const url = 'https://example.org/strace-from-scratch?from=stage';
    const deck = [ownSlide('# First\n\n!speaker\n\n!address'), ownSlide('## Turn\n\n!turn')].join('---\n');
    assert.equal(build(deck, { COURSE_URL: url, SPEAKER: 'Ada <b>', EVENT: 'Day' }).status, 0);
    const page = await show(`file://${own.dist}/index.html`);
    for (const i of [0, 1]) {
      await page.evaluate((index) => Reveal.slide(index), i);
      assert.match(await page.evaluate(() => Reveal.getCurrentSlide().textContent), /example\.org\/strace-from-scratch\?from=stage/);
      const png = await page.locator('section.present .address svg').screenshot();
      const [width, height, data] = await page.evaluate(async (base64) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
        const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
        canvas.drawImage(image, 0, 0);
        return [image.width, image.height, [...canvas.getImageData(0, 0, image.width, image.height).data]];
      }, png.toString('base64'));
      assert.equal(decodeQR({ width, height, data: Uint8Array.from(data) }), url);
    }
    assert.match(await page.evaluate(() => document.querySelector('.speaker').textContent), /^Ada <b> · Day$/);
    await close(page);
    assert.equal(build(deck, { COURSE_URL: '', SPEAKER: '', EVENT: '' }).status, 0);
    const html = fs.readFileSync(path.join(own.dist, 'index.html'), 'utf8');
    assert.doesNotMatch(html, /class="(address|speaker)"/);
    for (const place of ['# strace from scratch', '## Your turn: chapter 01', '## What you have seen']) {
      assert.match(deckText.split(`${place}`)[1].split('Note:')[0], /^!(address|turn)$/m, place);
    }
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
    assert.equal(await page.evaluate(() => Reveal.getIndices().h), 1);
    await page.keyboard.press('PageUp');
    assert.equal(await page.evaluate(() => Reveal.getIndices().h), 0);
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
    assert.equal(await page.evaluate(() => Reveal.getIndices().h), 3);
    await close(page);
  });
});

describe('demos', () => {
  test('there is one for each chapter, and each demo is on a slide', () => {
    const demos = fs.readdirSync(path.join(slides, 'demos')).map((name) => name.replace('.demo', ''));
    const chapters = fs.readdirSync(path.join(root, 'chapters')).filter((name) => /^\d/.test(name));
    for (const chapter of chapters) assert.ok(demos.some((demo) => demo.slice(0, 2) === chapter.slice(0, 2)), chapter);
    for (const demo of demos) assert.ok(deckText.includes(`!demo ${demo}\n`), demo);
  });

  for (const [kind, address] of [['live', () => live('index.html')], ['recorded', () => pageAddress('index.html')]]) {
    test(`${kind}: each shows what it has to`, async () => {
      const page = await show(address());
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
        given++;
      }
      assert.ok(given >= 8);
      assert.deepEqual(page.faults, []);
      await close(page);
      await noSurvivors();
    });
  }

  test("a clicker's PageDown drives the demo, and then goes on", async () => {
    const page = await show(live('25.html'));
    await page.evaluate(() => Reveal.slide(3));
    assert.equal(await demoOf(page), '00-strace');
    await giveDemo(page, 'PageDown');
    assert.equal(await page.evaluate(() => Reveal.getIndices().h), 3);
    await page.keyboard.press('PageDown');
    await page.waitForFunction(() => Reveal.getIndices().h === 4);
    await close(page);
  });

  test('Space drives it too, and a click into the terminal takes no key away', async () => {
    const page = await show(live('25.html'));
    await page.evaluate(() => Reveal.slide(3));
    await waiting(page);
    await page.mouse.click(600, 400);
    assert.match(await giveDemo(page, 'Space'), /hello/);
    await page.keyboard.press('r');
    await page.waitForFunction(() => demo.waiting && !demo.ended);
    await page.mouse.click(600, 400);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => Reveal.getIndices().h === 4);
    await close(page);
    await noSurvivors();
  });

  test('one that came to its end can be gone back to', async () => {
    const page = await show(live('25.html'));
    await page.evaluate(() => Reveal.slide(3));
    const text = await giveDemo(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(() => Reveal.getIndices().h === 3 && demo.ended);
    assert.ok(text.trimEnd().endsWith((await terminalText(page)).trim()));
    await page.keyboard.press('PageDown');
    await page.waitForFunction(() => Reveal.getIndices().h === 4);
    await close(page);
    await noSurvivors();
  });

  test('one whose server went away is replayed, from its start', async () => {
    const server = spawn('node', [path.join(import.meta.dirname, 'serve.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    server.stdout.on('data', (text) => { printed += text; });
    await until(() => /25\.html#t=\w+\n/.test(printed));
    const page = await show(/\S+25\.html#t=\w+/.exec(printed)[0]);
    await page.evaluate(() => Reveal.slide(3));
    await waiting(page);
    await page.keyboard.press('Enter');
    await waiting(page);
    server.kill('SIGKILL');
    await page.waitForFunction(() => demo.place.dataset.state === 'recorded');
    const text = await giveDemo(page);
    for (const line of expectations('00-strace')) assert.match(text, new RegExp(line, 'm'), line);
    assert.equal(await page.evaluate(() => demo.place.dataset.state), 'recorded');
    await page.keyboard.press('PageDown');
    await page.waitForFunction(() => Reveal.getIndices().h === 4);
    await close(page);
    await noSurvivors();
  });

  test('Ctrl-C stops the command only', async () => {
    const page = await ownPage();
    await page.keyboard.press('Enter');
    await waiting(page);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300); // sleep runs
    assert.equal(await page.evaluate(() => demo.waiting), false);
    await page.keyboard.press('Control+c');
    await waiting(page); // the next command
    assert.match(await giveDemo(page), /^second$/m);
    await close(page);
  });

  test('one that hangs can be restarted, and leaves nothing', async () => {
    const page = await ownPage();
    await page.keyboard.press('Enter');
    await waiting(page);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
    const before = survivors();
    assert.ok(before.length > 0);
    await page.keyboard.press('r');
    await page.waitForFunction(() => demo.waiting);
    assert.match(await terminalText(page), /It hangs/);
    await until(() => !before.some((pid) => survivors().includes(pid)));
    assert.deepEqual(before.filter((pid) => survivors().includes(pid)), []);
    await close(page);
    await noSurvivors();
  });

  test('leaving the slide ends all that a demo started', async () => {
    const page = await ownPage();
    await page.evaluate(() => Reveal.slide(1));
    await waiting(page);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => demo.waiting);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => demo.waiting);
    assert.match(await terminalText(page), /^started$/m);
    assert.ok(survivors().length >= 2, 'two sleeps that left the terminal');
    await page.evaluate(() => Reveal.slide(2));
    await page.waitForFunction(() => demo?.waiting);
    await until(() => survivors().length <= 3);
    const commands = survivors().map((pid) => fs.readFileSync(`/proc/${pid}/cmdline`, 'latin1'));
    assert.deepEqual(commands.filter((command) => command.startsWith('sleep')), []);
    await close(page);
    await noSurvivors();
  });

  test('the lines that matter are lit, and clear clears', async () => {
    const page = await ownPage();
    await page.evaluate(() => Reveal.slide(3));
    const lit = () => page.evaluate(() => [...document.querySelectorAll('section.present .xterm-rows > div')]
      .filter((row) => [...row.querySelectorAll('span')].some((span) => getComputedStyle(span).backgroundColor === 'rgb(90, 71, 0)'))
      .map((row) => row.textContent.trim()));
    const rendered = () => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    for (const key of ['Enter', 'Enter']) { await waiting(page); await page.keyboard.press(key); }
    await waiting(page);
    await rendered();
    assert.deepEqual(await lit(), ['2']);
    assert.match(await terminalText(page), /One[\s\S]*3$/m);
    await page.keyboard.press('Enter'); // clears, and types
    await waiting(page);
    assert.match((await terminalText(page)).trim(), /^# Two\n\$ echo fresh$/);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => demo.ended);
    await rendered();
    assert.deepEqual(await lit(), ['fresh']);
    await close(page);
  });

  test("a command sees nothing of the presenter's environment", async () => {
    process.env.PLANTED_SECRET = 'do not show this';
    const page = await ownPage();
    await page.evaluate(() => Reveal.slide(2));
    const text = await giveDemo(page);
    delete process.env.PLANTED_SECRET;
    assert.match(text, /^PATH=/m);
    assert.doesNotMatch(text, /PLANTED_SECRET/);
    await close(page);
  });
});

// A page of the tests' own deck, live.
let ownServer;
async function ownPage() {
  if (!ownServer) {
    const built = build(['hang', 'away', 'secrets', 'lit'].map((name) => ownSlide(`## ${name}\n\n!demo ${name}`)).join('---\n'));
    assert.equal(built.status, 0, built.stderr);
    Object.assign(process.env, { DEMO_DIR: own.demos, SLIDES_DIST: own.dist });
    ownServer = await (await import('./serve.mjs?own')).serve();
    delete process.env.SLIDES_DIST;
    delete process.env.DEMO_DIR;
  }
  const page = await show(live('index.html', ownServer));
  await waiting(page);
  return page;
}
after(async () => { await ownServer?.close(); });

describe('the build', () => {
  for (const [what, body, message] of [
    ['a region that is missing', '## A\n\n```cpp from=solutions/03-enter-exit/enter_exit.cpp#9z\n```', /no region 9z/],
    ['code that is not so', '## A\n\n```cpp from=solutions/03-enter-exit/enter_exit.cpp\nint nonsense;\n```', /does not stand so/],
    ['a command without output', '## A\n\n```console state=built\n$ true\n```', /prints nothing/],
    ['a demo that is missing', '## A\n\n!demo none', /no demo none/],
    ['a picture that is missing', '## A\n\n!picture none', /no picture none/],
  ]) {
    test(`fails for ${what}`, () => {
      const result = build(ownSlide(body));
      assert.notEqual(result.status, 0);
      assert.match(result.stderr, message);
    });
  }
  test('fails for a slide without minutes or notes, and for too many minutes', () => {
    assert.match(build('## A\n\nNote:\nx\n').stderr, /minutes: A \/ B \/ C/);
    assert.match(build('<!-- minutes: 1 / 1 / 1 -->\n## A\n').stderr, /no notes/);
    assert.match(build('<!-- minutes: 1 / 1 / 26 -->\n## A\n\nNote:\nx\n').stderr, /26 minutes/);
  });
});

describe('the speaker view', () => {
  async function withSpeaker(page) {
    const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
    await speaker.setViewportSize({ width: 1280, height: 720 });
    await speaker.getByText('min, done at').waitFor({ timeout: 10000 });
    return speaker;
  }
  for (const [kind, address] of [['live', () => live('index.html')], ['from a file', () => pageAddress('index.html')]]) {
    test(`${kind}: shows notes, minutes, commands, the step and its output, and drives the demo`, async () => {
      const page = await show(address());
      await page.evaluate(() => Reveal.slide(3));
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
      assert.equal(await page.evaluate(() => Reveal.getIndices().h), 3);
      await speaker.keyboard.press('r');
      await speaker.locator('#commands li.now').getByText('strace -o trace echo hello').waitFor();
      await speaker.keyboard.press('ArrowRight');
      await page.waitForFunction(() => Reveal.getIndices().h === 4);
      await speaker.locator('#title').getByText('Why would you want to know?').waitFor();
      await speaker.keyboard.press('b');
      await page.waitForFunction(() => Reveal.isPaused());
      assert.deepEqual(page.faults, []);
      await close(page);
      await noSurvivors();
    });
  }
  test('Ctrl-C in it stops the command that runs, and only that', async () => {
    const page = await ownPage();
    const speaker = await withSpeaker(page);
    await speaker.bringToFront();
    await speaker.keyboard.press('Enter');
    await speaker.locator('#screen').getByText('sleep 1000').waitFor(); // typed
    await waiting(page);
    await speaker.keyboard.press('Enter');
    await speaker.locator('#state').getByText('running: Ctrl-C stops it').waitFor();
    await until(() => survivors().some((pid) => fs.readFileSync(`/proc/${pid}/cmdline`, 'latin1').startsWith('sleep')));
    await speaker.keyboard.press('Control+c');
    await speaker.locator('#commands li.now').getByText('echo second').waitFor({ timeout: 10000 });
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
});

describe('a page that is open beside it', () => {
  const ask = (options, body = '00-strace') => new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port: open.port, method: 'POST', path: '/pty', ...options }, (response) => {
      response.resume();
      resolve(response.statusCode);
      response.destroy();
    });
    request.on('error', reject);
    request.end(body);
  });
  const right = () => ({ Host: `127.0.0.1:${open.port}`, Origin: `http://127.0.0.1:${open.port}`, 'X-Demo-Token': open.token });
  const without = (name) => Object.fromEntries(Object.entries(right()).filter(([key]) => key !== name));

  test('cannot start a demo: Host, Origin and token', async () => {
    assert.equal(await ask({ headers: right() }), 200);
    await until(() => open.sessions.size === 0);
    assert.equal(await ask({ headers: { ...right(), Host: `localhost:${open.port}` } }), 421);
    assert.equal(await ask({ headers: { ...right(), Host: `attacker.example:${open.port}` } }), 421);
    assert.equal(await ask({ headers: { ...right(), Origin: 'https://attacker.example' } }), 403);
    assert.equal(await ask({ headers: { ...right(), Origin: 'null' } }), 403);
    assert.equal(await ask({ headers: without('Origin') }), 403);
    assert.equal(await ask({ headers: without('X-Demo-Token') }), 403);
    assert.equal(await ask({ headers: { ...right(), 'X-Demo-Token': '0'.repeat(32) } }), 403);
    assert.equal(await ask({ headers: { ...right(), 'X-Demo-Token': open.token.slice(1) } }), 403);
    assert.equal(await ask({ headers: right(), method: 'PUT' }), 405);
    assert.equal(open.sessions.size, 0);
  });
  test('a quiet connection is written to, to hear that it is closed', async () => {
    const request = http.request({ host: '127.0.0.1', port: open.port, method: 'POST', path: '/pty', headers: right() });
    request.end('00-strace');
    const [response] = await once(request, 'response');
    let quiet = false;
    response.on('data', (bytes) => { quiet ||= bytes.equals(Buffer.from([0])); });
    await until(() => quiet);
    assert.ok(quiet);
    response.destroy();
    await noSurvivors();
  });
  test('names a demo and never a command', async () => {
    for (const name of ['none', '../demos/00-strace', '00-strace; id', '$(id)', '', '00-strace\n', '/etc/passwd']) {
      assert.equal(await ask({ headers: right() }, name), 404, JSON.stringify(name));
    }
    assert.equal(await ask({ headers: right() }, 'x'.repeat(5000)), 413);
    assert.equal(await ask({ headers: right(), path: '/key/0123456789abcdef' }, 'x'), 404);
    assert.equal(open.sessions.size, 0);
  });
  test('gets no file but the slides', async () => {
    for (const wanted of ['/../package.json', '/..%2fpackage.json', '/%2e%2e/package.json', '/tools/serve.mjs', '/etc/passwd']) {
      assert.equal(await ask({ headers: { Host: right().Host }, method: 'GET', path: wanted }, ''), 404, wanted);
    }
    assert.equal(await ask({ headers: { Host: 'attacker.example' }, method: 'GET', path: '/' }, ''), 421);
    assert.equal(await ask({ headers: { Host: right().Host }, method: 'GET', path: '/' }, ''), 200);
  });
  test('four demos at the same time, and no more', async () => {
    const responses = [];
    const start = () => new Promise((resolve, reject) => {
      const request = http.request({ host: '127.0.0.1', port: open.port, method: 'POST', path: '/pty', headers: right() }, (response) => {
        responses.push(response);
        response.resume();
        response.on('error', () => {});
        resolve(response.statusCode);
      });
      request.on('error', reject);
      request.end('00-strace');
    });
    const codes = [];
    for (let i = 0; i < 5; i++) codes.push(await start());
    assert.deepEqual(codes, [200, 200, 200, 200, 429]);
    for (const response of responses) response.destroy();
    await noSurvivors();
  });
  test('in a real browser, at another port, with the right token', async () => {
    const other = http.createServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>other</title>');
    });
    await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve));
    const page = await (await browser.newContext()).newPage();
    await page.goto(`http://127.0.0.1:${other.address().port}/`);
    const outcomes = await page.evaluate(async ([port, token]) => {
      const url = `http://127.0.0.1:${port}/pty`;
      const attempt = (options) => fetch(url, { method: 'POST', body: '00-strace', ...options })
        .then((response) => `${response.type} ${response.status}`, () => 'blocked');
      return [
        await attempt({ headers: { 'X-Demo-Token': token } }),
        await attempt({ mode: 'no-cors' }),
        await attempt({ mode: 'no-cors', headers: { 'X-Demo-Token': token } }),
      ];
    }, [open.port, open.token]);
    assert.equal(outcomes[0], 'blocked');
    for (const outcome of outcomes) assert.ok(['blocked', 'opaque 0'].includes(outcome), outcome);
    assert.equal(open.sessions.size, 0);
    await noSurvivors();
    await page.context().close();
    other.close();
  });
});

describe('the handout', () => {
  for (const [cut, place] of [['25.html', 2], ['index.html', 0]]) {
    test(`${cut}: a page for each slide, and one for its notes with its title; terminals are 9 pt on A4`, async () => {
      const file = path.join(work, 'handout.pdf');
      const printed = await handout(browser, file, cut);
      const pages = fs.readFileSync(file, 'latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;
      const wanted = deckText.split(/^---$/m)
        .filter((slide) => /minutes: (.*) -->/.exec(slide)[1].split(' / ')[place] !== '-').length;
      assert.equal(printed, wanted);
      assert.equal(pages, 2 * wanted);
      const page = await show(`${pageAddress(cut)}?view=print`);
      const notes = await page.evaluate(() => [...document.querySelectorAll('.speaker-notes-pdf')]
        .map((e) => [e.querySelector('h3')?.textContent, e.querySelector('.minutes')?.textContent, e.scrollHeight <= e.clientHeight + 1]));
      const titles = await page.evaluate(() => [...document.querySelectorAll('.slides section')].map((e) => [e.dataset.title, e.dataset.timing]));
      const minutesOf = (title) => Number(/minutes: (.*) -->/.exec(deckText.split(/^---$/m).find((slide) => slide.includes(`# ${title}\n`)))[1].split(' / ')[place]);
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
});

// What `make present` does when not all is as it should be.
describe('present', () => {
  const place = { ...environment, DEMO_RECORD: path.join(work, 'recordings'), DEMO_PATIENCE: '5', SLIDES_DIST: path.join(work, 'stage'), DEMO_DIR: path.join(work, 'stage-demos') };
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
    const child = spawn('sh', ['-c', `${prefix} '${path.join(import.meta.dirname, 'slides.sh')}' present`],
      { env: { ...process.env, ...place, ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { out: '', err: '', code: undefined };
    child.stdout.on('data', (text) => { said.out += text; });
    child.stderr.on('data', (text) => { said.err += text; });
    child.on('exit', (code) => { said.code = code; });
    for (let tries = 0; tries < 600 && said.code === undefined && !/25\.html#t=\w+\n/.test(said.out); tries++) await new Promise((r) => setTimeout(r, 50));
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
});
