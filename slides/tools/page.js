// What the slides do besides being slides: the demos. A demo runs live where
// tools/serve.mjs serves the page, and is replayed from its recording elsewhere.
'use strict';

const recordings = JSON.parse(document.getElementById('recordings').textContent);
const inSpeakerView = window.parent !== window;
const printing = /[?&](view=print|print-pdf)/.test(location.search);

// serve.mjs prints the address with "#t=TOKEN". It stays in this tab.
const given = /^#t=([0-9a-f]+)$/.exec(location.hash);
if (given) {
  sessionStorage.setItem('token', given[1]);
  history.replaceState(null, '', location.pathname);
}
const token = location.protocol === 'file:' ? null : sessionStorage.getItem('token');

class Demo {
  constructor(place) {
    this.place = place;
    this.name = place.dataset.demo;
    this.recording = recordings[this.name];
    this.term = new Terminal({
      cols: 86, rows: 20, fontFamily: 'DejaVu Sans Mono', fontSize: 22, lineHeight: 1,
      scrollback: 0, minimumContrastRatio: 7, cursorBlink: false, disableStdin: true,
      theme: { background: '#000000', foreground: '#ffffff' },
    });
    place.replaceChildren();
    this.label = place.appendChild(document.createElement('div'));
    this.label.className = 'demo-label';
    this.state = this.label.appendChild(document.createElement('span'));
    this.button = this.label.appendChild(document.createElement('button'));
    this.button.textContent = 'Restart (R)';
    this.button.onclick = () => restart();
    this.term.open(place.appendChild(document.createElement('div')));
    this.term.textarea.disabled = true; // a click does not take the keys from the deck
    // The marks of tools/demo.sh.
    this.term.parser.registerOscHandler(5151, (mark) => {
      if (mark === 'wait') this.waiting = true;
      if (mark === 'end') this.end('ended');
      return true;
    });
    this.waiting = this.ended = this.left = false;
    if (token) this.live();
    else this.replay();
  }
  end(how) {
    this.ended = true;
    if (this.session) this.say(how);
  }
  say(what) {
    this.state.textContent = what;
    this.place.dataset.state = what;
  }

  replay() {
    this.say('recorded');
    this.chunks = this.recording.text.split('\x1b]5151;wait\x07');
    this.next();
  }
  next() { // up to the next key; what is typed comes letter by letter
    const chunk = this.chunks.shift();
    if (this.chunks.length > 0) {
      this.term.write(chunk + '\x1b]5151;wait\x07');
    } else {
      this.term.write(chunk);
    }
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
      if (!this.ended && !this.left) this.end('stopped');
      this.session = null;
    } catch (error) { // no server, or none any more
      this.session = null;
      if (this.left || this.ended) return;
      console.warn(`${this.name} is replayed: ${error.message}`);
      this.term.reset();
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
    if (this.session) this.send('\r'); else this.next();
  }
  close() {
    this.left = true;
    this.abort?.abort();
    this.term.dispose();
    this.place.replaceChildren();
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
  if (!place || inSpeakerView || printing) return;
  demo = seen.get(place) ?? new Demo(place);
}
function restart() {
  if (!demo) return;
  const { place } = demo;
  demo.close();
  seen.delete(place);
  demo = new Demo(place);
}
// The next step of the demo, or the next slide when there is none.
function advance() {
  if (demo && !demo.ended) demo.key();
  else Reveal.next();
}
// In the speaker view a key drives the window that opened it.
function fromAnyWindow(action) {
  return () => {
    if (inSpeakerView) window.parent.opener?.postMessage({ namespace: 'demo', action }, '*');
    else ({ advance, restart })[action]();
  };
}
window.addEventListener('message', ({ data, source }) => {
  if (data?.namespace !== 'demo' || source?.parent?.opener !== window) return;
  if (data.action === 'advance') advance();
  if (data.action === 'restart') restart();
});
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey && event.key === 'c' && demo?.session) demo.send('\x03');
});

// Where no terminal can be, the demo is its text.
function showAsText(place) {
  const { text, commands } = recordings[place.dataset.demo];
  const pre = place.appendChild(document.createElement('pre'));
  const plain = text.replace(/\x1b\]5151;[^\x07]*\x07/g, '').replace(/\x1b\[[0-9;]*m/g, '').replace(/\r/g, '');
  pre.textContent = inSpeakerView ? commands.join('\n') : plain;
  const lines = pre.textContent.split('\n').length;
  pre.style.fontSize = `${Math.min(inSpeakerView ? 24 : 18, Math.floor(540 / (lines * 1.3)))}px`;
}

Reveal.on('ready', ({ currentSlide }) => {
  if (inSpeakerView || printing) document.querySelectorAll('.demo').forEach(showAsText);
  enter(currentSlide);
});
Reveal.on('slidechanged', ({ currentSlide }) => enter(currentSlide));
window.addEventListener('pagehide', leave);

const printed = new Promise((resolve) => Reveal.on('pdf-ready', resolve));
window.ready = document.fonts.ready
  .then(() => Promise.all(['DejaVu Sans', 'DejaVu Sans Mono'].map((font) => document.fonts.load(`20px "${font}"`))))
  .then(() => Reveal.initialize({
    width: 1280, height: 720, margin: 0, minScale: 0.1, maxScale: 4,
    hash: true, transition: 'none', backgroundTransition: 'none', center: false,
    slideNumber: true, controls: false, defaultTiming: 60, pdfSeparateFragments: false,
    showNotes: printing ? 'separate-page' : false,
    keyboard: { // Enter, Space, PageDown; R
      13: fromAnyWindow('advance'), 32: fromAnyWindow('advance'), 34: fromAnyWindow('advance'), 82: fromAnyWindow('restart'),
    },
    plugins: [RevealHighlight, RevealNotes],
  }));
if (printing) window.ready = window.ready.then(() => printed);
