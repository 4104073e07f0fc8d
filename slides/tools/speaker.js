// The speaker view: what the window that opened it tells, and keys that drive it.
'use strict';

const deck = window.opener;
const at = (id) => document.getElementById(id);
const ask = (action) => deck?.postMessage({ namespace: 'deck', action }, '*');

let begun = null; // when the first key was pressed, or the clock clicked
const minutes = (number) => `${Math.floor(number)}:${String(Math.floor((number % 1) * 60 + 1e-6)).padStart(2, '0')}`;
setInterval(() => { at('clock').textContent = begun ? minutes((Date.now() - begun) / 60000) : '0:00'; }, 250);
at('clock').onclick = () => { begun = Date.now(); };

window.addEventListener('message', ({ data, source }) => {
  if (source !== deck || data?.namespace !== 'deck') return;
  document.documentElement.classList.toggle('dark', data.dark);
  at('title').textContent = data.title;
  at('page').textContent = data.page + (data.steps ? `, step ${data.steps}` : '');
  at('planned').textContent = `${data.minutes} min, done at ${minutes(data.planned)} of ${minutes(data.total)}`;
  if (at('notes').innerHTML !== data.notes) at('notes').innerHTML = data.notes;
  at('next').textContent = `Next: ${data.next}`;
  at('slide').innerHTML = data.slide;
  at('stage').hidden = Boolean(data.demo);
  at('screen').hidden = !data.demo;
  at('screen').textContent = data.demo?.screen ?? '';
  const { step = 0, running, ended, state, commands = data.nextCommands } = data.demo ?? {};
  const of = commands.filter((line) => line.startsWith('$ ')).length;
  at('state').textContent = (data.paused ? 'black. ' : '') + (!data.demo ? ''
    : state === 'missing' ? 'not recorded: give it in a terminal'
      : ended ? `${state}: Enter goes on, R begins again`
        : `${state}, ${step} of ${of}${running ? ', running: Ctrl-C stops it' : ''}`);
  let number = 0;
  at('commands').replaceChildren(...commands.map((line) => {
    const item = document.createElement('li');
    item.textContent = line;
    if (line.startsWith('$ ')) number++;
    else item.className = 'said';
    if (data.demo && line.startsWith('$ ') && !ended) item.className = number === step ? 'now' : number < step ? 'past' : '';
    return item;
  }));
});

const bindings = {
  Enter: 'advance', ' ': 'advance', PageDown: 'advance', PageUp: 'back', ArrowRight: 'next', ArrowLeft: 'previous',
  ArrowDown: 'next', ArrowUp: 'previous', r: 'restart', d: 'dark', b: 'black', '.': 'black',
};
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey && event.key === 'c') return ask('interrupt');
  const action = bindings[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!action || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  begun ??= Date.now();
  ask(action);
});
ask('tellSpeaker');
