// A page that is open beside the slides: it gets nothing, and starts nothing.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from '../browser.mjs';
import { browser, demos, noSurvivors, server, tools, until, work } from './shared.mjs';

const open = await server();
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
test('a terminal that cannot be had is told, and the slides go on', async () => {
  const alone = path.join(work, 'alone', 'serve.mjs'); // without demo.sh beside it
  fs.mkdirSync(path.dirname(alone));
  fs.copyFileSync(path.join(tools, 'serve.mjs'), alone);
  const { serve } = await import(pathToFileURL(alone));
  const other = await serve({ dist, demos });
  const Host = `127.0.0.1:${other.port}`;
  const headers = { Host, Origin: `http://${Host}`, 'X-Demo-Token': other.token };
  assert.equal(await ask({ port: other.port, headers }), 503);
  assert.equal(other.sessions.size, 0);
  assert.equal(await ask({ port: other.port, headers: { Host }, method: 'GET', path: '/' }, ''), 200);
  await other.close();
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
  const page = await (await (await browser()).newContext()).newPage();
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
