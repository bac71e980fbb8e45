/** Packages and modules that the code of src/ imports at the top, as every reader expects, and that a bundle loads when first called. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Most runs of an action that ends early match no glob, most configs are simple YAML, most locks are TOML, most arrays come unpacked, and few jobs make a digest: to load node:crypto takes a third of a bare start. */
const lazy: readonly LazyPackage[] = [
  { name: 'picomatch', local: 'picomatch' },
  { name: 'toml-eslint-parser', local: 'tomlParser' },
  { name: '@lezer/python', local: 'lezerPython' },
  { name: 'fflate', local: 'fflate' },
  { name: 'node:crypto', local: 'crypto' },
  { name: 'js-yaml', local: 'jsYaml' },
  { name: './full.js', local: 'fullYaml' },
];

interface LazyPackage {
  readonly name: string;
  /** What the code calls its default import, or the whole of it (`* as`). */
  readonly local: string;
}

/** Rewrites all modules in `folder`, where the compiler has put src/. */
export function loadWhenCalled(folder: string): void {
  const modules = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  for (const file of modules.map((name) => path.join(folder, name))) {
    const code = readFileSync(file, 'utf8');
    const changed = lazy.reduce(requiringWhenCalled, code);
    if (changed !== code) writeFileSync(file, changed);
  }
}

/** The code with each use of the default import of a package, or of all of it, as a `require` of its own, which Node answers from memory; in brackets, for `new`. */
export function requiringWhenCalled(code: string, { name, local }: LazyPackage): string {
  const statement = new RegExp(String.raw`^import (?:\* as )?${local} from '${name}';\n`, 'm');
  if (!statement.test(code)) return code;
  // Without its import the name would be that of something else, as `crypto` is of a browser's.
  if (new RegExp(String.raw`(?:[=(,:?]|\.\.\.|\breturn)\s*${local}\s*[;,)\]}]`).test(code))
    throw new Error(
      `${name} is loaded when it is called: write ${local}.name or ${local}(…), not ${local} alone`,
    );
  return code
    .replace(statement, '')
    .replaceAll(new RegExp(String.raw`\b${local}(?=[.(])`, 'g'), `(require('${name}'))`);
}
