// npm run lighthouse -- http://localhost:5080
// One line for each type of page of a running site: the four scores, then what a reader waits for. Takes about half a
// minute a page; run it on a quiet machine.
import { execFileSync } from 'node:child_process';

const site = (process.argv[2] ?? 'http://localhost:5080').replace(/\/$/, '');
const front = await (await fetch(site + '/')).text();
const first = pattern => front.match(pattern)?.[1];
const pages = ['/', first(/href="(\/\d{4}\/\d\d\/\d\d\/[a-z0-9-]+)"/), '/latest', first(/href="(\/sections\/[a-z0-9-]+)"/), first(/href="(\/stories\/[a-z0-9-]+)"/), '/search?q=%E5%BD%97%E6%98%9F', '/about'];

for (const path of pages.filter(Boolean)) {
  const report = JSON.parse(execFileSync('npx', ['--yes', 'lighthouse@12.8.2', site + path, '--quiet', '--output=json', '--disable-full-page-screenshot',
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking'], { env: { CHROME_PATH: '/usr/bin/chromium', ...process.env }, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }));
  const score = name => Math.round(report.categories[name].score * 100);
  const shown = name => report.audits[name].displayValue;
  console.log(path, '| performance', score('performance'), 'accessibility', score('accessibility'), 'best practices', score('best-practices'), 'SEO', score('seo'),
    '| LCP', shown('largest-contentful-paint'), 'CLS', shown('cumulative-layout-shift'), 'blocking', shown('total-blocking-time'), 'bytes', shown('total-byte-weight'));
}
