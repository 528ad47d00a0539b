// Checks sitemaps against the schema of sitemaps.org and prints what is wrong, a line each; nothing where all is well.
//   node sitemaps.mjs FILE.xml…
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';

// The package reads files by it and publishes it beside its code. What other namespaces add (pictures, news) has schemas of
// Google's that no package holds; it is passed over.
const folder = dirname(dirname(dirname(createRequire(import.meta.url).resolve('sitemap'))));
const schema = (await readFile(join(folder, 'schema', 'sitemap.xsd'), 'utf8')).replaceAll('processContents="strict"', 'processContents="lax"');
const validator = XsdValidator.fromDoc(XmlDocument.fromString(schema));
for (const file of process.argv.slice(2)) {
  try {
    validator.validate(XmlDocument.fromBuffer(await readFile(file)));
  } catch (fault) {
    console.log(`${file}: ${fault.message.trim().split('\n')[0]}`);
  }
}
