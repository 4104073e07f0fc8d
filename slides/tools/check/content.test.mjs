// What the slides say is so, and comes from where it is said to come from.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import decodeQR from 'qr/decode.js';
import { dist, pageAddress } from '../browser.mjs';
import { browser, build, close, deckText, decks, goTo, own, ownSlide, root, show, slides } from './shared.mjs';

test('the shorter cuts have slides of the whole, in its order', async () => {
  const slidesOf = (deck) => [...fs.readFileSync(path.join(dist, deck), 'utf8')
    .matchAll(/<section [\s\S]*?<\/section>/g)].map(([text]) => text
    .replace(/ data-timing="\d+"/, '').replace(/data-minutes="[\d.]+">[\d.]+</, '<').replace(/<p class="minutes">.*<\/p>/, '').replace(/<div class="part-list">.*<\/div>/, ''));
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
test("a part's title lists the parts of its cut", () => {
  for (const deck of decks) {
    const html = fs.readFileSync(path.join(dist, deck), 'utf8');
    const there = [...html.matchAll(/class="part-title">[\s\S]*?<h1[^>]*>(.*)<\/h1>/g)].map((match) => match[1]);
    const lists = [...html.matchAll(/<div class="part-list">(.*)<\/div>/g)].map(([, list]) => [...list.matchAll(/<(?:b|span)>([^<]*)</g)].map((match) => match[1]));
    assert.ok(there.length >= 5);
    for (const list of lists) assert.deepEqual(list, there, deck);
  }
});

test('each code block is its region, each terminal block what blocks made of it', async () => {
  const filled = execFileSync(path.join(root, 'build/blocks'),
    ['--fill', path.join(root, 'build'), root, path.join(slides, 'deck.md')],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const wanted = [...filled.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, header, text]) => {
    const lines = text.trimEnd().split('\n');
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

test('numbers of this kernel come from its headers', () => {
  const count = execFileSync('sh', ['-c', "echo '#include <asm/unistd.h>' | ${CXX:-c++} -E -dM -x c++ - | grep -cE '^#define __NR_[a-z0-9_]+ [0-9]+$'"], { encoding: 'utf8' }).trim();
  assert.ok(fs.readFileSync(path.join(dist, 'index.html'), 'utf8').includes(`<strong>${count}</strong> calls here`), count);
  assert.doesNotMatch(deckText, /\b(362|335|423|288|350)\b/);
});

test('"Your turn" counts its minutes down, and the break says when it ends', async () => {
  const context = await (await browser()).newContext({ viewport: { width: 1280, height: 720 }, timezoneId: 'UTC' });
  const page = await context.newPage();
  await page.clock.install({ time: new Date('2027-01-01T10:00:00Z') });
  await page.goto(pageAddress('index.html'));
  await page.clock.runFor(1000);
  await page.evaluate(() => window.ready);
  const turn = async (title) => {
    await goTo(page, title);
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
  await close(page);
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

test('there is a demo for each chapter, and each demo is on a slide', () => {
  const demos = fs.readdirSync(path.join(slides, 'demos')).map((name) => name.replace('.demo', ''));
  const chapters = fs.readdirSync(path.join(root, 'chapters')).filter((name) => /^\d/.test(name));
  for (const chapter of chapters) assert.ok(demos.some((demo) => demo.slice(0, 2) === chapter.slice(0, 2)), chapter);
  for (const demo of demos) assert.ok(deckText.includes(`!demo ${demo}\n`), demo);
});

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
