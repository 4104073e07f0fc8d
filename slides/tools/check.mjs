// The deck's test, in real Chromium: what is on the slides is true, can be read,
// and nothing that a demo starts outlives it. Needs a built deck.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { dist, launch, pageAddress } from './browser.mjs';
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
const environment = { DEMO_DIR: own.demos, SLIDES_DECK: own.deck, SLIDES_DIST: own.dist, DEMO_RECORD: work };
for (const name of ['hang', 'away', 'secrets']) fs.writeFileSync(path.join(work, `${name}.rec`), '\x1b]5151;end\x07');
const ownSlide = (body) => `<!-- minutes: 1 / 1 / 1 -->\n${body}\n\nNote:\nNothing.\n`;
function build(deck) {
  fs.writeFileSync(own.deck, deck);
  return spawnSync('node', [path.join(import.meta.dirname, 'build.mjs')],
    { env: { ...process.env, ...environment }, encoding: 'utf8' });
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

async function show(address, size = { width: 1280, height: 720 }) {
  const context = await browser.newContext({ viewport: size });
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
  .split('\n').filter((line) => line.startsWith('? ')).map((line) => line.slice(2));
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

describe('what is on the slides', () => {
  for (const deck of decks) {
    test(`${deck}: everything fits 1280x720`, async () => {
      const page = await show(pageAddress(deck));
      for await (const where of everyStep(page)) {
        const out = await page.evaluate(() => {
          const slide = Reveal.getCurrentSlide();
          const frame = document.querySelector('.slides').getBoundingClientRect();
          const found = [];
          for (const element of [slide, ...slide.querySelectorAll('*')]) {
            if (element.closest('.notes') || element.closest('.xterm-helpers, .xterm-viewport, .xterm-scrollable-element .scrollbar, .xterm-accessibility')) continue;
            const style = getComputedStyle(element);
            if (style.visibility === 'hidden' || style.display === 'none') continue;
            const box = element.getBoundingClientRect();
            if (box.width > 0 && (box.left < frame.left - 1 || box.top < frame.top - 1 ||
                box.right > frame.right + 1 || box.bottom > frame.bottom + 1)) {
              found.push(`${element.tagName} ${element.className} sticks out`);
            }
            if (!element.closest('.xterm') && !element.closest('svg') &&
                (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) &&
                style.display !== 'inline' && element.clientWidth > 0 && style.overflow !== 'visible') {
              found.push(`${element.tagName} ${element.className} has more inside than it shows`);
            }
          }
          const texts = [...slide.querySelectorAll('pre, p, ul, ol, table, figure, h1, h2, .demo')]
            .filter((element) => !element.closest('.notes'));
          const lowest = Math.max(...texts.map((element) => element.getBoundingClientRect().bottom));
          if (lowest > frame.bottom) found.push(`the text ends at ${lowest}`);
          return found;
        });
        assert.deepEqual(out, [], where);
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
    const got = await page.evaluate(() => [...document.querySelectorAll('.slides pre:not(.notes pre)')]
      .map((pre) => pre.querySelector('code:not(.fragment)'))
      .filter(Boolean)
      .map((code) => (code.querySelector('tr')
        ? [...code.querySelectorAll('tr')].map((row) => row.querySelector('.hljs-ln-code').textContent.replace(/^\n$|\n$/g, '')).join('\n')
        : code.textContent).trimEnd()));
    // Times and process ids differ from one run of a command to the next.
    const still = (text) => (text.startsWith('$ ') ? text.replace(/\d+/g, '0') : text);
    assert.deepEqual(got.map(still), wanted.map(still));
    await close(page);
  });

  for (const deck of decks) {
    test(`${deck}: contrast is at least 7:1`, async () => {
      const page = await show(pageAddress(deck));
      for await (const where of everyStep(page)) {
        if (await demoOf(page)) await giveDemo(page);
        const low = await page.evaluate(() => {
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
          const slide = Reveal.getCurrentSlide();
          const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
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
            let behind = [255, 255, 255, 255];
            for (const under of document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2)) {
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
        assert.deepEqual(low, [], where);
      }
      await close(page);
    });
  }

  test('nothing is smaller than 18 of 720 pixels, but for the page number', async () => {
    const page = await show(pageAddress('index.html'));
    for await (const where of everyStep(page)) {
      const small = await page.evaluate(() => [...Reveal.getCurrentSlide().querySelectorAll('*')]
        .filter((e) => !e.closest('.notes') && !e.closest('.xterm-helpers') && [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()))
        .filter((e) => parseFloat(getComputedStyle(e).fontSize) * (e.closest('svg') ? e.closest('svg').getBoundingClientRect().width / 1168 : 1) < 18)
        .map((e) => e.textContent.slice(0, 30)));
      assert.deepEqual(small, [], where);
    }
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
    await page.evaluate(() => Reveal.slide(2));
    assert.equal(await demoOf(page), '00-strace');
    await giveDemo(page, 'PageDown');
    assert.equal(await page.evaluate(() => Reveal.getIndices().h), 2);
    await page.keyboard.press('PageDown');
    await page.waitForFunction(() => Reveal.getIndices().h === 3);
    await close(page);
  });

  test('Space drives it too, and a click into the terminal takes no key away', async () => {
    const page = await show(live('25.html'));
    await page.evaluate(() => Reveal.slide(2));
    await waiting(page);
    await page.mouse.click(600, 400);
    assert.match(await giveDemo(page, 'Space'), /hello/);
    await page.keyboard.press('r');
    await page.waitForFunction(() => demo.waiting && !demo.ended);
    await page.mouse.click(600, 400);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => Reveal.getIndices().h === 3);
    await close(page);
    await noSurvivors();
  });

  test('one that came to its end can be gone back to', async () => {
    const page = await show(live('25.html'));
    await page.evaluate(() => Reveal.slide(2));
    const text = await giveDemo(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(() => Reveal.getIndices().h === 2 && demo.ended);
    assert.ok(text.trimEnd().endsWith((await terminalText(page)).trim()));
    await page.keyboard.press('PageDown');
    await page.waitForFunction(() => Reveal.getIndices().h === 3);
    await close(page);
    await noSurvivors();
  });

  test('one whose server went away is replayed, from its start', async () => {
    const server = spawn('node', [path.join(import.meta.dirname, 'serve.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    server.stdout.on('data', (text) => { printed += text; });
    await until(() => /25\.html#t=\w+\n/.test(printed));
    const page = await show(/\S+25\.html#t=\w+/.exec(printed)[0]);
    await page.evaluate(() => Reveal.slide(2));
    await waiting(page);
    await page.keyboard.press('Enter');
    await waiting(page);
    server.kill('SIGKILL');
    await page.waitForFunction(() => demo.place.dataset.state === 'recorded');
    const text = await giveDemo(page);
    for (const line of expectations('00-strace')) assert.match(text, new RegExp(line, 'm'), line);
    assert.equal(await page.evaluate(() => demo.place.dataset.state), 'recorded');
    await page.keyboard.press('PageDown');
    await page.waitForFunction(() => Reveal.getIndices().h === 3);
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
    const built = build(['hang', 'away', 'secrets'].map((name) => ownSlide(`## ${name}\n\n!demo ${name}`)).join('---\n'));
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
  for (const [kind, address] of [['live', () => live('index.html')], ['from a file', () => pageAddress('index.html')]]) {
    test(`${kind}: shows notes, minutes and commands, and drives the demo`, async () => {
      const page = await show(address());
      await page.evaluate(() => Reveal.slide(2));
      await waiting(page);
      const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
      const notes = speaker.locator('.speaker-controls-notes .value');
      await notes.getByText('3 min.').waitFor({ timeout: 10000 });
      await notes.getByText('strace echo hello 2>&1 >/dev/null | wc -l').waitFor();
      await notes.getByText('Nobody asked the program').waitFor();
      // It has no terminal of its own, the demo is the audience's.
      for (const frame of speaker.frames()) assert.equal(await frame.locator('.xterm').count(), 0);
      const typed = page.waitForFunction(() => {
        const line = demo.term.buffer.active.getLine(1)?.translateToString(true);
        return line?.includes('strace echo hello');
      }, null, { timeout: 10000 });
      await speaker.bringToFront();
      await speaker.waitForTimeout(500);
      await speaker.keyboard.press('Enter');
      await typed;
      await waiting(page);
      await speaker.keyboard.press('PageDown');
      await page.waitForFunction(() => demo.term.buffer.active.getLine(2)?.translateToString(true) !== '', null, { timeout: 10000 });
      assert.equal(await page.evaluate(() => Reveal.getIndices().h), 2);
      assert.deepEqual(page.faults, []);
      await close(page);
      await noSurvivors();
    });
  }
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
  test('has a page for each slide and one for its notes', async () => {
    const file = path.join(work, 'handout.pdf');
    const printed = await handout(browser, file, 'index.html');
    const pages = fs.readFileSync(file, 'latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;
    const wanted = deckText.split(/^---$/m).length;
    assert.equal(printed, wanted);
    assert.equal(pages, 2 * wanted);
  });
});
