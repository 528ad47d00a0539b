// Checks JSON feeds against the schema of version 1.1 and prints what is wrong, a line each; nothing where all is well.
//   node json-feeds.mjs FILE.json…
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

const schema = JSON.parse(await readFile(createRequire(import.meta.url).resolve('jsonfeed-schema/schema-v1.1.json'), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
const check = ajv.compile(schema);
for (const file of process.argv.slice(2)) {
  if (!check(JSON.parse(await readFile(file, 'utf8')))) {
    console.log(`${file}: ${ajv.errorsText(check.errors)}`);
  }
}
