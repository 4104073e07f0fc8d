// build.mjs: makes slides/dist from deck.md, the recordings of the demos and the
// packages. Needs build/blocks, and DEMO_RECORD, a directory of recordings
// (tools/demo.sh --check makes them).
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import Markdown from 'reveal.js/plugin/markdown';

const slides = path.resolve(import.meta.dirname, '..');
const root = path.dirname(slides);
const dist = process.env.SLIDES_DIST || path.join(slides, 'dist');
const demos = process.env.DEMO_DIR || path.join(slides, 'demos');
const deckFile = process.env.SLIDES_DECK || path.join(slides, 'deck.md');

// The cuts of the deck; the minutes of a slide stand in this order.
export const cuts = [
  { name: 'index', title: 'half a day', minutes: 240 },
  { name: '90', title: '90 minutes', minutes: 90 },
  { name: '25', title: '25 minutes', minutes: 25 },
];

function fail(message) {
  console.error(`slides: ${message}`);
  process.exit(1);
}
const escaped = (text) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

// ---- Markdown, by the parser that reveal.js brings ------------------------

const plugin = Markdown();
await plugin.init({
  getConfig: () => ({ markdown: { renderer: { code: codeBlock } } }),
  getRevealElement: () => ({ querySelectorAll: () => [] }),
});
function codeBlock({ text, lang = '' }) {
  const [kind] = lang.split(' ');
  const lines = /\{(.*)\}/.exec(lang)?.[1];
  const language = kind === 'cpp' ? 'language-cpp' : 'language-plaintext';
  return `<pre class="${kind}"><code class="${language}" data-trim${
    lines ? ` data-line-numbers="${lines}"` : ''}>${escaped(text)}</code></pre>\n`;
}

// ---- The deck -------------------------------------------------------------

function demoCommands(name) {
  const file = path.join(demos, `${name}.demo`);
  if (!fs.existsSync(file)) fail(`there is no demo ${name}`);
  return fs.readFileSync(file, 'utf8').split('\n').filter((line) => /^[#$] /.test(line));
}
function picture(name) {
  const file = path.join(slides, 'pictures', `${name}.svg`);
  if (!fs.existsSync(file)) fail(`there is no picture ${name}`);
  return fs.readFileSync(file, 'utf8').replace(/^<\?xml.*\?>\s*/, '');
}

// One slide: <!-- minutes: HALF-DAY / 90 / 25 -->, then Markdown, then "Note:"
// and what is said. "-" is a cut that leaves the slide out.
function parseSlide(text, number) {
  const where = `slide ${number} (${/^#+ (.*)$/m.exec(text)?.[1] ?? 'without a title'})`;
  const header = /^\s*<!-- minutes: (\S+) \/ (\S+) \/ (\S+) -->\n/.exec(text);
  if (!header) fail(`${where} does not begin with <!-- minutes: A / B / C -->`);
  const minutes = header.slice(1).map((word) => {
    if (word !== '-' && !(Number(word) > 0)) fail(`${where}: '${word}' are no minutes`);
    return word === '-' ? 0 : Number(word);
  });
  const [body, notes] = text.slice(header[0].length).split(/^Note:\n/m);
  if (!notes?.trim()) fail(`${where} has no notes`);
  const demos = [...body.matchAll(/^!demo (\S+)$/gm)].map((match) => match[1]);
  demos.forEach(demoCommands);
  if (demos.length > 1) fail(`${where} has more than one demo`);
  const html = plugin.marked.parse(
    body.replace(/^!demo (\S+)$/gm, (_, name) => `<div class="demo" data-demo="${name}"></div>\n`)
        .replace(/^!picture (\S+)$/gm, (_, name) => `<figure>\n${picture(name).replace(/\n\s*\n/g, '\n')}</figure>\n`));
  return { where, minutes, html, notes: plugin.marked.parse(notes), demo: demos[0] };
}

function section(slide, next, cut) {
  const minutes = slide.minutes[cut];
  const upcoming = slide.demo ?? next?.demo;
  const commands = upcoming
    ? `<p><b>${slide.demo ? 'Demo' : 'Next slide, demo'}</b> ${upcoming}:</p><pre style="white-space:pre-wrap">${
        escaped(demoCommands(upcoming).join('\n'))}</pre>`
    : '';
  return `<section data-timing="${Math.round(minutes * 60)}">\n${slide.html}
<aside class="notes"><p><b>${minutes} min.</b></p>\n${slide.notes}${commands}</aside>\n</section>\n`;
}

const filled = spawnSync(path.join(root, 'build/blocks'),
  ['--fill', path.join(root, 'build'), root, deckFile],
  { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
if (filled.status !== 0) fail('the deck was not built');
const deck = filled.stdout.split(/^---$/m).map((text, i) => parseSlide(text, i + 1));

const recordings = {};
for (const { demo } of deck) {
  if (!demo) continue;
  const file = path.join(process.env.DEMO_RECORD ?? '', `${demo}.rec`);
  if (!fs.existsSync(file)) fail(`demo ${demo} was not recorded`);
  recordings[demo] = { text: fs.readFileSync(file, 'utf8'), commands: demoCommands(demo) };
}

// ---- The folder -----------------------------------------------------------

fs.rmSync(dist, { recursive: true, force: true });
fs.mkdirSync(dist, { recursive: true });
const module = (name) => path.join(slides, 'node_modules', name);
for (const [from, to] of [
  [module('reveal.js/dist/reveal.js'), 'reveal.js'],
  [module('reveal.js/dist/reveal.css'), 'reveal.css'],
  [module('reveal.js/dist/plugin/highlight.js'), 'highlight.js'],
  [module('reveal.js/dist/plugin/notes.js'), 'notes.js'],
  [module('@xterm/xterm/lib/xterm.js'), 'xterm.js'],
  [module('@xterm/xterm/css/xterm.css'), 'xterm.css'],
  [path.join(import.meta.dirname, 'page.js'), 'page.js'],
  [path.join(import.meta.dirname, 'page.css'), 'page.css'],
]) fs.copyFileSync(from, path.join(dist, to));

// The same letters everywhere, so that what fits here fits on stage.
const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf', 'DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf'];
for (const font of fonts) {
  const at = ['/usr/share/fonts/truetype/dejavu', '/usr/share/fonts/dejavu-sans-fonts',
    '/usr/share/fonts/dejavu-sans-mono-fonts', '/usr/share/fonts/TTF', '/usr/share/fonts/dejavu']
    .map((directory) => path.join(directory, font)).find(fs.existsSync);
  if (!at) fail(`the font ${font} is missing (Debian: apt-get install fonts-dejavu-core)`);
  fs.copyFileSync(at, path.join(dist, font));
}

const data = JSON.stringify(recordings).replace(/</g, '\\u003c');
cuts.forEach((cut, c) => {
  const chosen = deck.filter((slide) => slide.minutes[c] > 0);
  const total = chosen.reduce((sum, slide) => sum + slide.minutes[c], 0);
  if (total > cut.minutes) fail(`${cut.title}: the slides take ${total} minutes`);
  console.log(`slides: ${cut.title}: ${chosen.length} slides, ${total} minutes`);
  fs.writeFileSync(path.join(dist, `${cut.name}.html`), `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>strace from scratch, in C++</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="reveal.css">
<link rel="stylesheet" href="xterm.css">
<link rel="stylesheet" href="page.css">
<div class="reveal"><div class="slides">
${chosen.map((slide, i) => section(slide, chosen[i + 1], c)).join('')}</div></div>
<script type="application/json" id="recordings">${data}</script>
<script src="reveal.js"></script>
<script src="highlight.js"></script>
<script src="notes.js"></script>
<script src="xterm.js"></script>
<script src="page.js"></script>
</html>
`);
});
