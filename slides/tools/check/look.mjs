// What can be measured of a slide that is shown: is it seen from the last row?
// Each function gives what is wrong.

// What is painted too faintly: less than 7:1.
export const faint = (page) => page.evaluate(() => {
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
// What is too small, in pixels of 720.
export const small = (page) => page.evaluate(() => {
  const least = (e) => (e.closest('.demo-label, .part-list') ? 20 : e.closest('pre.cpp, pre.sh, pre.console') ? 30 : 26);
  const scale = (e) => (e.closest('figure svg') ? e.closest('svg').getBoundingClientRect().width / e.closest('svg').viewBox.baseVal.width : 1);
  return [...Reveal.getCurrentSlide().querySelectorAll('*')]
    .filter((e) => !e.closest('.notes, .xterm-helpers, style') && [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()))
    .filter((e) => parseFloat(getComputedStyle(e).fontSize) * scale(e) < least(e) - 0.01)
    .map((e) => `${getComputedStyle(e).fontSize}: ${e.textContent.slice(0, 30)}`);
});
// What leaves the slide, or the box that it is in.
export const sticksOut = (page) => page.evaluate(() => {
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
      if (around && (box.left < around.left + 6 || box.right > around.right - 6)) found.push(`'${element.textContent}' leaves its box`);
    }
  }
  // A sentence does not leave a word or two for a line of their own.
  for (const element of slide.querySelectorAll(':scope > :is(p, ul, ol, blockquote) :is(p, li), :scope > p')) {
    const range = document.createRange();
    range.selectNodeContents(element);
    const lines = new Map(); // where each ends, by where it stands
    for (const { left, right, bottom } of range.getClientRects()) {
      const line = [...lines.keys()].find((there) => Math.abs(there - bottom) < 20) ?? bottom;
      const [from, to] = lines.get(line) ?? [left, right];
      lines.set(line, [Math.min(from, left), Math.max(to, right)]);
    }
    const [from, to] = [...lines.values()].at(-1) ?? [0, 0];
    if (lines.size > 1 && to - from < 240) found.push(`'${element.textContent.trim().slice(-20)}' has a line to itself`);
  }
  // Its label and its number stand beside a terminal, not on it.
  const terminal = slide.querySelector('.xterm')?.getBoundingClientRect();
  for (const element of [slide.querySelector('.demo-label'), document.querySelector('.slide-number')]) {
    if (terminal && element?.getBoundingClientRect().top < terminal.bottom) found.push(`${element.className} stands on the terminal`);
  }
  return found;
});
// Where the lowest thing on it ends.
export const lowest = (page) => page.evaluate(() => Math.max(...[...Reveal.getCurrentSlide().children]
  .filter((e) => !e.matches('.notes, .part-name')).map((e) => e.getBoundingClientRect().bottom)));
