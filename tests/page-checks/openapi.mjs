// Checks an OpenAPI document with programs of others and prints what they find, a line each; nothing where all is well.
//   node openapi.mjs DOCUMENT.json
import { readFile } from 'node:fs/promises';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';

const source = await readFile(process.argv[2], 'utf8');

// By the schema of the specification itself.
const { valid, errors } = await new Validator().validate(JSON.parse(source));
if (!valid) {
  console.log(`schema: ${typeof errors === 'string' ? errors : JSON.stringify(errors)}`);
}

// By what the specification says in words: references, paths, names, examples. The API is public and asks for no key; what
// it tells belongs to the publisher, who has no licence field; a site under test has the address it is bound to.
const config = await createConfig({
  extends: ['recommended-strict'],
  rules: {
    'info-license': 'off',
    'security-defined': 'off',
    'no-server-example.com': 'off',
    'operation-description': 'error',
    'parameter-description': 'error',
    'tag-description': 'error',
    'no-schema-type-mismatch': 'error',
    'no-invalid-schema-examples': 'error',
  },
});
for (const problem of await lintFromString({ source, absoluteRef: process.argv[2], config })) {
  console.log(`${problem.ruleId}: ${problem.message} at ${problem.location[0]?.pointer}`);
}
