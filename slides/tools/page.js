// What the slides do besides being slides: the demos, the clocks and the speaker
// view. A demo runs live where tools/serve.mjs serves the page, and is replayed from
// its recording elsewhere.
'use strict';

const recordings = JSON.parse(document.getElementById('recordings').textContent);
const printing = /[?&](view=print|print-pdf)/.test(location.search);

// serve.mjs prints the address with "#t=TOKEN". It stays in this tab.
const given = /^#t=([0-9a-f]+)$/.exec(location.hash);
if (given) {
  sessionStorage.setItem('token', given[1]);
  history.replaceState(null, '', location.pathname + location.search);
}
const token = location.protocol === 'file:' ? null : sessionStorage.getItem('token');

// ---- Demos ----------------------------------------------------------------

// The letters of a terminal are as large as what it has to show allows.
const height = 594;
const width = 1172;

class Demo {
  constructor(place) {
    this.place = place;
    this.name = place.dataset.demo;
    this.recording = recordings[this.name];
    const { size } = this.recording;
    this.columns = Math.floor(width / (size / 2));
    this.rows = Math.floor(height / Math.ceil(size * 1.25));
    this.term = new Terminal({
      cols: this.columns, rows: this.rows, fontFamily: 'Iosevka', fontSize: size, lineHeight: 1, fontWeight: 500,
      scrollback: 0, minimumContrastRatio: 7, cursorBlink: false, disableStdin: true, allowProposedApi: true,
      theme: { background: getComputedStyle(document.documentElement).getPropertyValue('--screen'), foreground: '#ffffff', yellow: '#ffd866', green: '#7ee787', brightGreen: '#7ee787' },
    });
    place.replaceChildren();
    this.term.open(place.appendChild(document.createElement('div')));
    this.label = place.appendChild(document.createElement('div'));
    this.label.className = 'demo-label';
    this.term.textarea.disabled = true; // a click does not take the keys from the deck
    this.term.parser.registerOscHandler(5151, (mark) => this.mark(...mark.split(' ')) ?? true);
    this.term.onWriteParsed(tellSpeaker);
    this.step = this.keys = 0;
    this.waiting = this.ended = this.left = this.running = false;
    if (token) this.live();
    else this.replay();
  }
  // The marks of tools/demo.sh.
  mark(what, step, status) {
    if (what === 'wait') this.waiting = true;
    if (what === 'step') this.step = Number(step);
    if (what === 'run') {
      this.running = true;
      this.from = this.term.registerMarker(0);
    }
    if (what === 'done') {
      this.running = false;
      this.status = status;
      this.light(Number(step));
    }
    if (what === 'end') this.end('ended');
  }
  light(step) { // the lines of a step's output that matter
    const wanted = this.recording.lit[step - 1]?.map((text) => new RegExp(text)) ?? [];
    const buffer = this.term.buffer.active;
    const now = buffer.baseY + buffer.cursorY;
    for (let line = Math.max(this.from.line, 0); line <= now; line++) {
      const text = buffer.getLine(line).translateToString(true);
      if (!wanted.some((pattern) => pattern.test(text))) continue;
      this.term.registerDecoration({
        marker: this.term.registerMarker(line - now), width: this.columns, layer: 'bottom',
        backgroundColor: '#5a4700', foregroundColor: '#ffffff',
      });
    }
  }
  end(how) {
    this.ended = true;
    if (this.session) this.say(how);
  }
  say(what) {
    this.place.dataset.state = what;
    // How it stands with a live demo is for the presenter to know, not for the room.
    this.label.textContent = what === 'recorded' && this.recording.old ? `recorded on ${this.recording.old}` : { recorded: 'recorded', missing: 'not recorded' }[what] ?? '';
    tellSpeaker();
  }

  replay() {
    if (!this.recording.text) { // it never worked here
      showAsText(this.place, this.recording.commands.join('\n'));
      this.place.append(this.label);
      this.ended = true;
      return this.say('missing');
    }
    this.say('recorded');
    this.chunks = this.recording.text.split('\x1b]5151;wait\x07');
    this.next();
  }
  next() { // up to the next key
    const chunk = this.chunks.shift();
    this.term.write(this.chunks.length > 0 ? chunk + '\x1b]5151;wait\x07' : chunk);
  }

  async live() {
    this.say('live');
    this.abort = new AbortController();
    try {
      const answer = await fetch('pty', {
        method: 'POST', headers: { 'X-Demo-Token': token }, body: this.name,
        signal: this.abort.signal,
      });
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      this.session = answer.headers.get('X-Demo-Session');
      const reader = answer.body.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        this.term.write(value);
      }
      // What was written is parsed later; then it is known whether that was the end.
      await new Promise((resolve) => this.term.write('', resolve));
      if (!this.ended && !this.left) this.end('stopped');
      this.session = null;
    } catch (error) { // no server, or none any more
      this.session = null;
      if (this.left || this.ended) return;
      console.warn(`${this.name} is replayed: ${error.message}`);
      this.term.reset();
      this.step = 0;
      this.waiting = this.running = false;
      this.replay();
    }
  }
  send(keys) {
    return fetch(`key/${this.session}`, {
      method: 'POST', headers: { 'X-Demo-Token': token }, body: keys,
    }).catch(() => {}); // the output has ended too, and live() says so
  }

  key() { // Enter: type the next command, or run it
    if (this.ended || !this.waiting) return;
    this.waiting = false;
    this.keys++;
    if (this.session) this.send('\r'); else this.next();
  }
  screen() {
    const buffer = this.term.buffer.active;
    return Array.from({ length: this.rows }, (_, i) => buffer.getLine(buffer.baseY + i)?.translateToString(true) ?? '').join('\n').trimEnd();
  }
  close() {
    this.left = true;
    this.abort?.abort();
    this.term.dispose();
    showAsText(this.place, this.recording.commands.join('\n'));
  }
}

let demo = null;
const seen = new Map(); // demos that came to their end, by their place: to go back to
function leave() {
  if (demo?.ended) seen.set(demo.place, demo);
  else demo?.close();
  demo = null;
}
function enter(slide) {
  leave();
  const place = slide.querySelector('.demo');
  if (place && !printing && !Reveal.isOverview()) demo = seen.get(place) ?? new Demo(place);
  startClock(slide);
  tellSpeaker();
}
function restart() {
  if (!demo) return;
  const { place } = demo;
  demo.close();
  seen.delete(place);
  demo = new Demo(place);
  tellSpeaker();
}
// The chosen slide of the overview, the next step of the demo, or the next slide.
function advance() {
  if (Reveal.isOverview()) Reveal.toggleOverview(false);
  else if (demo && !demo.ended) demo.key();
  else Reveal.next();
  tellSpeaker();
}
function interrupt() {
  if (demo?.session) demo.send('\x03');
}
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey && event.key === 'c') interrupt();
});

// Where there is no terminal, in the overview for one, a demo is its text.
function showAsText(place, text) {
  const pre = document.createElement('div');
  pre.className = 'commands';
  pre.textContent = text;
  place.replaceChildren(pre);
  return pre;
}
// On paper, what it prints, as large as goes on a page.
function print(place) {
  const { text, commands, old } = recordings[place.dataset.demo];
  const plain = (text ?? commands.join('\n')).replace(/\x1b\]5151;[^\x07]*\x07/g, '').replace(/\x1b\[[0-9;]*m/g, '')
    .replace(/\x1b\[H\x1b\[2J/g, '\n').replace(/\r/g, '').trim();
  const pre = showAsText(place, text ? plain + (old ? `\n(recorded on ${old})` : '') : `${plain}\n(not recorded)`);
  for (const [size, count] of [26, 24, 22, 20, 19, 18, 17, 16, 15, 14].flatMap((size) => [[size, 1], [size, 2]])) {
    pre.style.fontSize = `${size}px`;
    pre.style.columnCount = count;
    if (pre.scrollWidth <= pre.clientWidth && pre.scrollHeight <= pre.clientHeight) return;
  }
}

// ---- Clocks ---------------------------------------------------------------

// "Your turn" counts its minutes down from when it is first shown.
const clocks = new Map();
function startClock(slide) {
  const place = slide.querySelector('.countdown');
  if (!place || printing || Reveal.isOverview() || clocks.has(place)) return;
  clocks.set(place, Date.now() + place.dataset.minutes * 60000);
  tick();
}
function tick() {
  const two = (number) => String(number).padStart(2, '0');
  for (const [place, end] of clocks) {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    const at = new Date(end);
    place.textContent = `${two(Math.floor(left / 60))}:${two(left % 60)}`;
    place.appendChild(document.createElement('small')).textContent = `until ${two(at.getHours())}:${two(at.getMinutes())}`;
  }
}
setInterval(tick, 250);

// ---- The speaker view -----------------------------------------------------

let speaker = null; // its window
function openSpeaker() {
  if (speaker && !speaker.closed) return speaker.focus();
  speaker = window.open('speaker.html', 'speaker', 'width=1280,height=720');
}
let telling = false;
function tellSpeaker() {
  if (!speaker || telling) return;
  telling = true;
  setTimeout(() => { // many changes, one message
    telling = false;
    if (!speaker || speaker.closed) return;
    const slides = Reveal.getSlides();
    const now = slides.indexOf(Reveal.getCurrentSlide());
    const minutes = (from, to) => slides.slice(from, to).reduce((sum, slide) => sum + Number(slide.dataset.timing), 0) / 60;
    const next = slides[now + 1];
    const nextDemo = next?.querySelector('.demo')?.dataset.demo;
    const shown = slides[now].querySelector('.demo');
    speaker.postMessage({
      namespace: 'deck',
      title: slides[now].dataset.title, page: `${now + 1} / ${slides.length}`,
      notes: slides[now].querySelector('.notes').innerHTML,
      minutes: minutes(now, now + 1), planned: minutes(0, now + 1), total: minutes(0),
      steps: slides[now].querySelectorAll('.fragment').length > 0
        ? `${(Reveal.getState().indexf ?? -1) + 1} of ${new Set([...slides[now].querySelectorAll('.fragment')].map((e) => e.dataset.fragmentIndex)).size}` : '',
      slide: shown ? '' : slides[now].outerHTML,
      next: next ? next.dataset.title : 'the end', nextCommands: nextDemo && !shown ? recordings[nextDemo].commands : [],
      dark: document.documentElement.classList.contains('dark'), paused: Reveal.isPaused(),
      demo: demo && {
        commands: demo.recording.commands, step: demo.step, running: demo.running, ended: demo.ended,
        state: demo.place.dataset.state, screen: demo.screen(),
      },
    }, '*');
  }, 30);
}
const actions = {
  advance, restart, interrupt, dark, tellSpeaker,
  next: () => Reveal.right(), previous: () => Reveal.left(),
  back: () => Reveal.prev(), black: () => Reveal.togglePause(),
};
window.addEventListener('message', ({ data, source }) => {
  if (data?.namespace === 'deck' && source === speaker && Object.hasOwn(actions, data.action)) actions[data.action]();
});

// ---- Looks ----------------------------------------------------------------

function dark() {
  const now = document.documentElement.classList.toggle('dark');
  try { localStorage.setItem('dark', now ? 'yes' : 'no'); } catch { /* it is not remembered */ }
  tellSpeaker();
}
function remembered() {
  try { return localStorage.getItem('dark'); } catch { return null; }
}
const wanted = /[?&](dark|light)\b/.exec(location.search)?.[1] ?? { yes: 'dark', no: 'light' }[remembered()];
if (!printing && (wanted ? wanted === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches)) document.documentElement.classList.add('dark');

// The largest letters with which a slide is still whole.
function fitText() {
  const frame = document.createElement('div');
  frame.className = 'measure slides';
  document.querySelector('.reveal').append(frame);
  for (const slide of document.querySelectorAll('.reveal > .slides:not(.measure) > section')) {
    if (slide.querySelector('.demo') || slide.classList.contains('part-title')) continue;
    const copy = frame.appendChild(slide.cloneNode(true));
    const fits = (text, code) => {
      copy.style.setProperty('--text', `${text}px`);
      copy.style.setProperty('--code-size', `${code}px`);
      const lowest = Math.max(...[...copy.children].filter((e) => !e.matches('.notes, .part-name')).map((e) => e.getBoundingClientRect().bottom));
      return lowest <= 700 && ![...copy.querySelectorAll('pre code, table, p, li')]
        .some((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0);
    };
    const text = [58, 54, 50, 46, 42, 38, 34].find((size) => fits(size, 30)) ?? 34;
    [42, 40, 38, 36, 34, 32, 30].find((size) => fits(text, size));
    slide.style.cssText = copy.style.cssText;
    copy.remove();
  }
  frame.remove();
}

const keys = [
  ['Enter, Space, PageDown', 'the next step: of the demo, of the slide, or the next slide'],
  ['← →', 'the slide before, the next slide: a demo that runs is ended'],
  ['PageUp', 'one step back'],
  ['R', 'the demo again, from its start'],
  ['Ctrl-C', 'stops the command that runs, not the demo'],
  ['S', 'the speaker view; all of these keys work there, too'],
  ['D', 'dark, or light'],
  ['B', 'black'],
  ['F', 'full screen'],
  ['Esc', 'all slides; arrows choose one, Enter opens it'],
  ['?', 'these keys'],
];
function help() {
  const shown = document.querySelector('.overlay-keys');
  if (shown) return shown.remove();
  const overlay = document.querySelector('.reveal').appendChild(document.createElement('div'));
  overlay.className = 'overlay-keys';
  const table = overlay.appendChild(document.createElement('table'));
  for (const words of keys) {
    const row = table.insertRow();
    for (const word of words) row.insertCell().textContent = word;
  }
}
document.addEventListener('keydown', ({ key }) => {
  if (key === '?') help();
  else if (key === 'Escape') document.querySelector('.overlay-keys')?.remove();
});

Reveal.on('ready', ({ currentSlide }) => {
  for (const place of document.querySelectorAll('.demo')) {
    if (!printing) showAsText(place, recordings[place.dataset.demo].commands.join('\n'));
  }
  enter(currentSlide);
});
Reveal.on('slidechanged', ({ currentSlide }) => enter(currentSlide));
for (const event of ['fragmentshown', 'fragmenthidden', 'paused', 'resumed']) Reveal.on(event, tellSpeaker);
Reveal.on('overviewshown', () => leave());
Reveal.on('overviewhidden', ({ currentSlide }) => enter(currentSlide ?? Reveal.getCurrentSlide()));
window.addEventListener('pagehide', leave);

const printed = new Promise((resolve) => Reveal.on('pdf-ready', () => {
  document.querySelectorAll('.demo').forEach(print); // the pages have their sizes now
  resolve();
}));
const letters = ['400 20px Plex', 'bold 20px Plex', '500 20px Iosevka', 'bold 20px Iosevka'];
window.ready = Promise.all(letters.map((font) => document.fonts.load(font)))
  .then(() => fitText())
  .then(() => Reveal.initialize({
    width: 1280, height: 720, margin: 0, minScale: 0.1, maxScale: 4,
    hash: true, transition: 'none', backgroundTransition: 'none', center: false,
    slideNumber: 'c/t', controls: false, progress: false, help: false, jumpToSlide: false,
    defaultTiming: 60, pdfSeparateFragments: false, showNotes: printing ? 'separate-page' : false,
    keyboard: { // Enter, Space, PageDown; PageUp; R, S, D
      13: advance, 32: advance, 34: advance, 33: () => Reveal.prev(), 82: restart, 83: openSpeaker, 68: dark,
    },
  }));
if (printing) window.ready = window.ready.then(() => printed);
