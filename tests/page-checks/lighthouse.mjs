// npm run lighthouse -- http://localhost:5080
// One line for each type of page of a running site: the four scores, then what a reader waits for. Takes about half a
// minute a page; run it on a quiet machine.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const site = (process.argv[2] ?? 'http://localhost:5080').replace(/\/$/, '');
const front = await (await fetch(site + '/')).text();
const first = pattern => front.match(pattern)?.[1];
const pages = ['/', first(/href="(\/\d{4}\/\d\d\/\d\d\/[a-z0-9-]+)"/), '/latest', first(/href="(\/sections\/[a-z0-9-]+)"/), first(/href="(\/stories\/[a-z0-9-]+)"/), '/search?q=%E5%BD%97%E6%98%9F', '/about'];

// Into a file: a report in a pipe is cut off where the program ends before it is read.
function measure(address) {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  const file = join(folder, 'report.json');
  try {
    const run = spawnSync('npx', ['--yes', 'lighthouse@12.8.2', address, '--quiet', '--output=json', `--output-path=${file}`, '--disable-full-page-screenshot',
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking'], { env: { CHROME_PATH: '/usr/bin/chromium', ...process.env } });
    return run.status === 0 ? JSON.parse(readFileSync(file, 'utf8')) : { runtimeError: { message: run.stderr.toString() } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const path of pages.filter(Boolean)) {
  const report = measure(site + path);
  if (report.runtimeError) {
    console.log(path, '| not measured:', report.runtimeError.message);
    continue;
  }

  const score = name => Math.round(report.categories[name].score * 100);
  const shown = name => report.audits[name].displayValue;
  console.log(path, '| performance', score('performance'), 'accessibility', score('accessibility'), 'best practices', score('best-practices'), 'SEO', score('seo'),
    '| LCP', shown('largest-contentful-paint'), 'CLS', shown('cumulative-layout-shift'), 'blocking', shown('total-blocking-time'), 'bytes', shown('total-byte-weight'));
}
