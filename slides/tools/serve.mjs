// serve.mjs: serves slides/dist to this machine alone, with live demos.
//
// A page that is open beside it must not be able to run anything here: it listens
// on 127.0.0.1, answers to its own Host and Origin only, and wants a token in a
// header, which a page of another origin cannot send. The page names a demo, never
// a command. What a demo's processes have in their environment is up to demo.sh.
import { execFile, spawn } from 'node:child_process';
import crypto from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const slides = path.resolve(import.meta.dirname, '..');
const there = {
  dist: process.env.SLIDES_DIST || path.join(slides, 'dist'),
  demos: process.env.DEMO_DIR || path.join(slides, 'demos'),
};
const runner = path.join(import.meta.dirname, 'demo.sh');
const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2',
};
const sessionsAtMost = 4;
const keysAtMost = 1000; // bytes of one request
const pulseEvery = 500; // ms

// Starts the server; gives its port, its token, and close(). What its demos get is
// `environment`, but demo.sh keeps it from their commands.
export async function serve({ dist, demos } = there, environment = process.env) {
  const token = crypto.randomBytes(16).toString('hex');
  const sessions = new Map(); // id -> the child that is its terminal
  const policy = [
    "default-src 'none'", "script-src 'self'",
    "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self' data:",
    "connect-src 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  let port = 0;

  function refusal(request) {
    if (request.headers.host !== `127.0.0.1:${port}`) return 421; // another name for this machine
    if (request.method === 'GET' || request.method === 'HEAD') return 0;
    if (request.method !== 'POST') return 405;
    if (request.headers.origin !== `http://127.0.0.1:${port}`) return 403;
    const given = Buffer.from(String(request.headers['x-demo-token'] ?? ''));
    const wanted = Buffer.from(token);
    return given.length === wanted.length && crypto.timingSafeEqual(given, wanted) ? 0 : 403;
  }

  function sendFile(request, response) {
    const name = decodeURIComponent(new URL(request.url, 'http://x').pathname).slice(1) || 'index.html';
    const file = path.join(dist, name);
    if (!/^[A-Za-z0-9.-]+$/.test(name) || !fs.existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': types[path.extname(name)] ?? 'application/octet-stream' });
    fs.createReadStream(file).pipe(response);
  }

  // The terminal first, so that nothing starts any more, then whoever carries the mark.
  async function endSession(id) {
    const child = sessions.get(id);
    if (!sessions.delete(id)) return;
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await new Promise((resolve) => execFile(runner, ['--end', id], (error) => {
      if (error) console.error(`present: ${error.message}`);
      resolve();
    }));
  }
  async function startSession(name, response) {
    if (!/^[a-z0-9-]+$/.test(name) || !fs.existsSync(path.join(demos, `${name}.demo`))) {
      return response.writeHead(404).end('no such demo');
    }
    if (sessions.size >= sessionsAtMost) return response.writeHead(429).end('too many demos');
    const id = crypto.randomBytes(8).toString('hex');
    let child;
    try {
      child = spawn(runner, ['--session', id, name], {
        stdio: ['pipe', 'pipe', 'ignore'], env: { ...environment, DEMO_DIR: demos, DEMO_SESSION: id },
      });
      sessions.set(id, child);
      await once(child, 'spawn');
    } catch (error) { // no process to be had, perhaps: this demo is replayed, the next may be live
      sessions.delete(id);
      console.error(`present: ${error.message}`);
      return response.writeHead(503).end(error.message);
    }
    response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'X-Demo-Session': id });
    response.flushHeaders();
    child.stdin.on('error', () => {}); // it has ended; the page hears so
    child.stdout.pipe(response);
    child.on('exit', () => endSession(id));
    // The slide was left. That a quiet connection is closed is not always told,
    // so a silent demo sends NUL, which no terminal shows: writing finds out.
    const pulse = setInterval(() => response.write('\0'), pulseEvery);
    child.stdout.on('data', () => pulse.refresh());
    child.stdout.on('end', () => clearInterval(pulse));
    response.on('close', () => {
      clearInterval(pulse);
      endSession(id);
    });
  }
  function sendKeys(id, keys, response) {
    const child = sessions.get(id);
    if (!child) return response.writeHead(404).end('no such session');
    child.stdin.write(keys);
    response.writeHead(204).end();
  }

  const server = http.createServer(async (request, response) => {
    for (const [name, value] of Object.entries({
      'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store',
      'Cross-Origin-Resource-Policy': 'same-origin', 'Referrer-Policy': 'no-referrer',
    })) response.setHeader(name, value);
    const refused = refusal(request);
    if (refused) return response.writeHead(refused).end('refused');
    if (request.method !== 'POST') return sendFile(request, response);
    let body = '';
    for await (const part of request) {
      body += part;
      if (body.length > keysAtMost) return response.writeHead(413).end('too long');
    }
    if (request.url === '/pty') return startSession(body, response);
    const id = /^\/key\/([0-9a-f]{16})$/.exec(request.url)?.[1];
    if (id) return sendKeys(id, body, response);
    response.writeHead(404).end();
  });
  const listen = (wanted) => new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', resolve);
  });
  const wanted = Number(process.env.PORT ?? 0);
  await listen(wanted).catch((error) => {
    if (wanted === 0) throw error;
    console.error(`present: port ${wanted} cannot be had (${error.code}): another one is taken`);
    return listen(0);
  });
  port = server.address().port;
  return {
    port, token, sessions,
    async close() {
      await Promise.all([...sessions.keys()].map(endSession));
      server.closeAllConnections();
      server.close();
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await serve().then(async (started) => {
    await fetch(`http://127.0.0.1:${started.port}/`); // a machine may have no way even to itself
    return started;
  }).catch((error) => {
    console.error(`present: no demo can be live on the slides (${error.message}).
Open ${path.join(there.dist, '25.html')} (or 90.html, index.html), which has them recorded,
and give them beside it: slides/tools/demo.sh NAME`);
    process.exit(1);
  });
  const address = (page) => `http://127.0.0.1:${server.port}/${page}#t=${server.token}`;
  console.log(`The slides, with live demos, for this machine alone. Open one of these:

  half a day   ${address('')}
  90 minutes   ${address('90.html')}
  25 minutes   ${address('25.html')}

S opens the speaker view, ? shows the keys. Ctrl-C here ends the slides and all demos.`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => server.close().then(() => process.exit(0)));
  }
}
