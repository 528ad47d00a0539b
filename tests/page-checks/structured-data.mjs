// Checks structured data against schema.org's vocabulary and prints what is wrong, a line each; nothing where all is well.
//   node structured-data.mjs DOCUMENTS.json
// The file holds an array of { "at", "data" }. The vocabulary, as the types of TypeScript that schema-dts makes of it, says
// which properties a type has and of which types their values are; TypeScript's compiler holds the data against it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';

const documents = JSON.parse(await readFile(process.argv[2], 'utf8'));

// "query-input" is a word of the notation for actions, not of the vocabulary.
const text = JSON.stringify.bind(null);
const source = "import type * as Schema from 'schema-dts';\n" + documents
  .map(({ data }, i) => `export const d${i}: Schema.WithContext<Schema.${data['@type']}> = ${text(data, (name, value) => (name === 'query-input' ? undefined : value))};`)
  .join('\n');
const name = join(import.meta.dirname, 'documents.ts');
const options = { noEmit: true, strict: true, skipLibCheck: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022, types: [] };
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists } = host;
host.getSourceFile = (file, ...rest) => (file === name ? ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true) : getSourceFile(file, ...rest));
host.fileExists = (file) => file === name || fileExists(file);
for (const fault of ts.getPreEmitDiagnostics(ts.createProgram([name], options, host))) {
  const line = fault.file?.fileName === name ? fault.file.getLineAndCharacterOfPosition(fault.start).line - 1 : -1;
  console.log(`${documents[line]?.at ?? fault.file?.fileName}: ${ts.flattenDiagnosticMessageText(fault.messageText, ' ').slice(0, 400)}`);
}
