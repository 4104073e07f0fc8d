// handout.mjs FILE.pdf [PAGE.html]: a PDF of the slides, their notes on pages of
// their own.
import path from 'node:path';
import { launch, pageAddress } from './browser.mjs';

const [file, page = 'index.html'] = process.argv.slice(2);
export async function handout(browser, target, name) {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await tab.goto(`${pageAddress(name)}?view=print`);
  await tab.evaluate(() => window.ready);
  const slides = await tab.evaluate(() => document.querySelectorAll('.pdf-page').length);
  await tab.pdf({ path: target, preferCSSPageSize: true, printBackground: true });
  await tab.close();
  return slides;
}
if (file) {
  const browser = await launch();
  const slides = await handout(browser, file, page);
  await browser.close();
  console.log(`handout: ${path.resolve(file)}, ${slides} slides, each with a page of notes`);
}
