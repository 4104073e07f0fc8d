// build.mjs: makes slides/dist from deck.md, the recordings of the demos and the
// packages. Needs build/blocks and build/splice, and DEMO_RECORD, a directory of
// recordings (tools/demo.sh --check makes them); one older than DEMO_SINCE (seconds
// since 1970) is marked as old. COURSE_URL, SPEAKER and EVENT are shown if they are set.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import hljs from 'highlight.js/lib/core';
import cpp from 'highlight.js/lib/languages/cpp';
import encodeQR from 'qr';
import Markdown from 'reveal.js/plugin/markdown';

hljs.registerLanguage('cpp', cpp);
const slides = path.resolve(import.meta.dirname, '..');
const root = path.dirname(slides);
const dist = process.env.SLIDES_DIST || path.join(slides, 'dist');
const demos = process.env.DEMO_DIR || path.join(slides, 'demos');
const deckFile = process.env.SLIDES_DECK || path.join(slides, 'deck.md');
const { COURSE_URL: url, SPEAKER: speaker, EVENT: event } = process.env;

// The cuts of the deck; the minutes of a slide stand in this order.
export const cuts = [
  { name: 'index', title: 'half a day', minutes: 240 },
  { name: '90', title: '90 minutes', minutes: 90 },
  { name: '25', title: '25 minutes', minutes: 25 },
];
// The parts of the talk; page.css has a colour for each.
const parts = { call: 'The call', stops: 'Two stops', names: 'Names', counts: 'Counts', security: 'Least privilege', beyond: 'Beyond the talk' };

function fail(message) {
  console.error(`slides: ${message}`);
  process.exit(1);
}
const escaped = (text) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
function run(program, ...args) {
  const result = spawnSync(path.join(root, 'build', program), args,
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (result.status !== 0) fail('the deck was not built');
  return result.stdout;
}

// ---- Code -----------------------------------------------------------------

// What is coloured through several lines is closed at the end of each, and opened again.
function highlighted(text) {
  const open = [];
  return hljs.highlight(text, { language: 'cpp' }).value.split('\n').map((line) => {
    const before = open.join('');
    for (const [tag] of line.matchAll(/<span[^>]*>|<\/span>/g)) tag === '</span>' ? open.pop() : open.push(tag);
    return before + line + '</span>'.repeat(open.length);
  });
}
// Lines of code; `steps` is for each line the steps of the slide at which it is
// lit, and `fresh` says which lines are new.
function code(kind, given, steps = [], fresh = []) {
  const indent = kind === 'cpp' ? Math.min(...given.filter((line) => line.trim()).map((line) => line.search(/\S/))) : 0;
  const lines = given.map((line) => line.slice(indent));
  const shown = kind === 'cpp' ? highlighted(lines.join('\n')) : lines.map(escaped);
  const html = shown.map((line, i) => {
    const marks = (steps[i] ?? []).map((step) => `<i class="fragment custom" data-fragment-index="${step}"></i>`);
    return `<span class="line${fresh[i] ? ' fresh' : ''}">${marks.join('')}${line}</span>`;
  });
  return `<code>${html.join('')}</code>`;
}
// {1-3|4}: which lines are lit at which step. Steps are counted through a slide.
let step = 0;
function lightings(text, count) {
  const steps = Array.from({ length: count }, () => []);
  for (const group of text.split('|')) {
    for (const range of group.split(',')) {
      const [first, last = first] = range.split('-').map(Number);
      for (let line = first; line <= last; line++) {
        if (!steps[line - 1]) fail(`there is no line ${line} to light up`);
        steps[line - 1].push(step);
      }
    }
    step++;
  }
  return steps;
}
// Lines that stand in a file, each as it is there; "@2,5" behind one are its steps.
function excerpt(file, text) {
  const there = new Set(fs.readFileSync(path.join(root, file), 'utf8').split('\n').map((line) => line.trim()));
  const steps = [];
  const lines = text.replace(/\n$/, '').split('\n').map((line) => {
    const [, plain, marks] = /^(.*?)(?:\s+@([\d,]+))?$/.exec(line);
    if (!there.has(plain.trim())) fail(`'${plain.trim()}' does not stand in ${file}`);
    steps.push(marks ? marks.split(',').map(Number) : []);
    return plain;
  });
  return `<pre class="cpp excerpt">${code('cpp', lines, steps)}</pre>\n`;
}
// The loop of chapter 03 as it grows: what stands between the start of the
// solution and its end, one state for each TODO. Without comments, and without
// the try around a tracee that is killed meanwhile.
function growth(chapter) {
  const solution = path.join(root, 'solutions', chapter, fs.readdirSync(path.join(root, 'solutions', chapter))[0]);
  const starter = path.join(root, 'tests', chapter, 'starter.cpp');
  const todos = run('splice', '--todos', starter).split('\n').slice(0, -1);
  const body = (state) => {
    const text = run('splice', solution, starter, 'after', state);
    const start = /^int trace\(.*\{\n/m.exec(text);
    const lines = [];
    let tries = 0;
    for (const line of text.slice(start.index + start[0].length).split('\n')) {
      if (line === '}') break;
      if (/^\s*\/\//.test(line) || !line.trim()) continue;
      const plain = line.replace(/\s+\/\/.*$/, '');
      if (/^\s*try \{$/.test(plain)) { tries = plain.search(/\S/); continue; }
      if (tries && /^\s*\} catch/.test(plain)) { tries = -tries; continue; }
      if (tries < 0) { if (plain.search(/\S/) === -tries) tries = 0; continue; }
      lines.push(plain.slice(tries ? 4 : 2));
    }
    return lines;
  };
  const states = ['0', ...todos].map(body).filter((lines, i, all) => i === 0 || lines.join() !== all[i - 1].join());
  return `<pre class="cpp growth">${states.map((lines, i) => {
    const fresh = lines.map((line) => i > 0 && !states[i - 1].includes(line));
    return code('cpp', lines, [], fresh).replace('<code>', i ? `<code class="fragment custom state" data-fragment-index="${i - 1}">` : '<code class="state">');
  }).join('')}</pre>\n`;
}

// ---- Markdown, by the parser that reveal.js brings ------------------------

const plugin = Markdown();
await plugin.init({
  getConfig: () => ({ markdown: { renderer: {
    code({ text, lang = '' }) {
      const [kind] = lang.split(' ');
      const lines = text.split('\n');
      const lit = /\{(.*)\}/.exec(lang)?.[1];
      return `<pre class="${kind}">${code(kind, lines, lit ? lightings(lit, lines.length) : [])}</pre>\n`;
    },
  } } }),
  getRevealElement: () => ({ querySelectorAll: () => [] }),
});

// ---- The deck -------------------------------------------------------------

function demoLines(name) {
  const file = path.join(demos, `${name}.demo`);
  if (!fs.existsSync(file)) fail(`there is no demo ${name}`);
  return fs.readFileSync(file, 'utf8').split('\n');
}
function picture(name) {
  const file = path.join(slides, 'pictures', `${name}.svg`);
  if (!fs.existsSync(file)) fail(`there is no picture ${name}`);
  return `<figure>\n${fs.readFileSync(file, 'utf8').replace(/<!--[\s\S]*?-->\n?/g, '').replace(/\n\s*\n/g, '\n')}</figure>\n`;
}
// Where the course can be had: as text, and to be photographed.
function address() {
  if (!url) return '';
  return `<div class="address">${encodeQR(url, 'svg', { border: 3, scale: 1 })}<p>${escaped(url.replace(/^https?:\/\//, ''))}</p></div>\n`;
}
const whoAndWhere = [speaker, event].filter(Boolean).map((text) => `<span>${escaped(text)}</span>`).join(' · ');

// Numbers of this kernel's headers: {{calls}}, and the first wide gap in them.
function numbers() {
  const table = /native_syscalls\[\] = \{\n([\s\S]*?)\};/.exec(fs.readFileSync(path.join(root, 'build/tables.inc'), 'utf8'))[1];
  const all = [...table.matchAll(/\{(\d+), "/g)].map((match) => Number(match[1])).sort((a, b) => a - b);
  const at = all.findIndex((number, i) => i > 0 && number - all[i - 1] > 10);
  return { calls: all.length, 'gap-first': all[at - 1] + 1, 'gap-last': all[at] - 1 };
}
function withNumbers(text) {
  const known = numbers();
  return text.replace(/\{\{([\w-]+)\}\}/g, (_, name) => known[name] ?? fail(`there is no number ${name}`));
}

// One slide: <!-- minutes: HALF-DAY / 90 / 25 -->, then Markdown, then "Note:"
// and what is said. "-" is a cut that leaves the slide out.
let part;
function parseSlide(text, number) {
  const title = /^##? (.*)$/m.exec(text)?.[1];
  const where = `slide ${number} (${title ?? 'without a title'})`;
  const header = /^\s*<!-- minutes: (\S+) \/ (\S+) \/ (\S+) -->\n/.exec(text);
  if (!header) fail(`${where} does not begin with <!-- minutes: A / B / C -->`);
  if (!title) fail(`${where} needs a title`);
  const minutes = header.slice(1).map((word) => {
    if (word !== '-' && !(Number(word) > 0)) fail(`${where}: '${word}' are no minutes`);
    return word === '-' ? 0 : Number(word);
  });
  let [body, notes] = withNumbers(text.slice(header[0].length)).split(/^Note:\n/m);
  if (!notes?.trim()) fail(`${where} has no notes`);
  const begun = /^<!-- part: (.*) -->\n/m.exec(body)?.[1];
  if (begun && !(begun in parts) && begun !== 'none') fail(`${where}: there is no part '${begun}'`);
  if (begun) part = begun;
  const empty = /^<!-- empty: (.+) -->\n/m.exec(body)?.[1];
  const demo = [...body.matchAll(/^!demo (\S+)$/gm)].map((match) => match[1]);
  demo.forEach(demoLines);
  if (demo.length > 1) fail(`${where} has more than one demo`);
  step = 0;
  body = body.replace(/^<!-- (?:part|empty): .* -->\n/gm, '')
    .replace(/^!excerpt (\S+)\n([\s\S]*?)^!end$/gm, (_, file, lines) => excerpt(file, lines))
    .replace(/^!growth (\S+)$/gm, (_, chapter) => growth(chapter))
    .replace(/^!demo (\S+)$/gm, (_, name) => `<div class="demo" data-demo="${name}"></div>\n`)
    .replace(/^!picture (\S+)$/gm, (_, name) => picture(name))
    .replace(/^!address$/gm, address)
    .replace(/^!speaker$/gm, () => (whoAndWhere ? `<p class="speaker">${whoAndWhere}</p>\n` : ''))
    .replace(/^!countdown$/gm, '<div class="countdown"></div>\n')
    .replace(/^!turn$/gm, () => `<div class="turn"><div class="countdown"></div>\n${address()}</div>\n`);
  // In the parser's eyes an HTML block ends at an empty line.
  const html = plugin.marked.parse(body);
  const kind = begun && begun !== 'none' && /^# /m.test(body) ? 'part-title' : '';
  return { where, title, minutes, html, notes: plugin.marked.parse(notes), demo: demo[0], part, empty, kind };
}

function section(slide, cut, there) { // `there`: the parts of this cut
  const seconds = Math.round(slide.minutes[cut] * 60);
  const head = slide.part !== 'none' && slide.kind !== 'part-title' ? `<div class="part-name">${parts[slide.part]}</div>\n` : '';
  const number = Object.keys(parts).indexOf(slide.part) + 1;
  return `<section data-timing="${seconds}" data-part="${slide.part}" data-title="${escaped(slide.title)}"${
    slide.empty ? ` data-empty="${escaped(slide.empty)}"` : ''} class="${slide.kind}">
${head}${slide.kind ? `<div class="part-number">${number}</div>\n` : ''}${
    slide.kind ? `<div class="part-list">${there.map((key) => (key === slide.part ? `<b>${parts[key]}</b>` : `<span>${parts[key]}</span>`)).join('')}</div>\n` : ''}${
    slide.html.replace('<div class="countdown"></div>', `<div class="countdown" data-minutes="${slide.minutes[cut]}">${slide.minutes[cut]}<small>minutes</small></div>`)}
<aside class="notes"><h3>${escaped(slide.title)}</h3>\n<p class="minutes">${slide.minutes[cut]} min</p>\n${slide.notes}</aside>\n</section>\n`;
}

const deck = run('blocks', '--fill', path.join(root, 'build'), root, deckFile)
  .split(/^---$/m).map((text, i) => parseSlide(text, i + 1));

// The largest letters, in pixels, with which all that a demo shows at a time is on
// the slide: page.js makes the terminal of them.
function terminalSize(text) {
  const screens = text.replace(/\x1b\]5151;[^\x07]*\x07|\x1b\[[0-9;]*m|\r/g, '').split('\x1b[H\x1b[2J')
    .map((screen) => screen.trimEnd().split('\n'));
  const lines = Math.max(...screens.map((screen) => screen.length)) + 1;
  const longest = Math.max(...screens.flat().map((line) => line.length)) + 2;
  return [38, 36, 34, 32, 30, 28].find((size) => lines * Math.ceil(size * 1.25) <= 594 && longest * size / 2 <= 1172) ?? 26;
}

// A demo of which there is no recording is given live, or told in words.
const recordings = {};
for (const { demo } of deck) {
  if (!demo) continue;
  const file = path.join(process.env.DEMO_RECORD ?? '', `${demo}.rec`);
  const lines = demoLines(demo);
  const steps = [];
  for (const line of lines) {
    if (line.startsWith('$ ')) steps.push([]);
    if (line.startsWith('* ')) steps.at(-1).push(line.slice(2));
  }
  recordings[demo] = { size: 26, commands: lines.filter((line) => /^[#$] /.test(line)), lit: steps };
  if (fs.existsSync(file)) {
    const { mtime } = fs.statSync(file);
    recordings[demo].text = fs.readFileSync(file, 'utf8');
    recordings[demo].size = terminalSize(recordings[demo].text);
    if (mtime.getTime() / 1000 < Number(process.env.DEMO_SINCE ?? 0)) {
      recordings[demo].old = mtime.toISOString().slice(0, 10);
    }
  }
}

process.on('exit', () => fs.rmSync(`${dist}.new`, { recursive: true, force: true }));

// ---- The folder -----------------------------------------------------------

// Made beside the old one, which is good until the new one is whole.
const made = `${dist}.new`;
try {
  fs.rmSync(made, { recursive: true, force: true });
  fs.mkdirSync(made, { recursive: true });
  const module = (name) => path.join(slides, 'node_modules', name);
  // The same letters everywhere, so that what fits here fits on stage.
  const font = (name, weight) => [module(`@fontsource/${name}/files/${name}-latin-${weight}-normal.woff2`), `${name}-${weight}.woff2`];
  for (const [from, to] of [
    [module('reveal.js/dist/reveal.js'), 'reveal.js'],
    [module('reveal.js/dist/reveal.css'), 'reveal.css'],
    [module('@xterm/xterm/lib/xterm.js'), 'xterm.js'],
    [module('@xterm/xterm/css/xterm.css'), 'xterm.css'],
    font('ibm-plex-sans-condensed', 400), font('ibm-plex-sans-condensed', 700), font('iosevka', 500), font('iosevka', 700),
    ...['page.js', 'page.css', 'speaker.html', 'speaker.js', 'speaker.css'].map((file) => [path.join(import.meta.dirname, file), file]),
  ]) fs.copyFileSync(from, path.join(made, to));

  const data = JSON.stringify(recordings).replace(/</g, '\\u003c');
  cuts.forEach((cut, c) => {
    const chosen = deck.filter((slide) => slide.minutes[c] > 0);
    const there = Object.keys(parts).filter((part) => chosen.some((slide) => slide.part === part));
    const total = chosen.reduce((sum, slide) => sum + slide.minutes[c], 0);
    if (total > cut.minutes) fail(`${cut.title}: the slides take ${total} minutes`);
    console.log(`slides: ${cut.title}: ${chosen.length} slides, ${Math.round(total * 100) / 100} minutes`);
    fs.writeFileSync(path.join(made, `${cut.name}.html`), `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>strace from scratch, in C++</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="reveal.css">
<link rel="stylesheet" href="xterm.css">
<link rel="stylesheet" href="page.css">
<div class="reveal"><div class="slides">
${chosen.map((slide) => section(slide, c, there)).join('')}</div></div>
<script type="application/json" id="recordings">${data}</script>
<script src="reveal.js"></script>
<script src="xterm.js"></script>
<script src="page.js"></script>
</html>
`);
  });
  fs.rmSync(dist, { recursive: true, force: true });
  fs.renameSync(made, dist);
} catch (error) {
  fail(error.message);
}
