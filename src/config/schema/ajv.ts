import { Ajv2020 } from 'ajv/dist/2020.js';
import { compilePattern } from '../pattern/compile.ts';

/** Ajv for JSON Schema 2020-12 that reports every error and matches patterns without backtracking. */
export function createAjv(): Ajv2020 {
  return new Ajv2020({
    allErrors: true,
    strict: false,
    verbose: true,
    validateFormats: false,
    // a schema may have names such as `$data` in it: they stay data
    $data: false,
    code: { regExp: Object.assign(safePattern, { code: 'safePattern' }) },
  });
}

/** Thrown for a pattern that only a backtracking matcher could run, or that is malformed. */
function safePattern(source: string): { test(text: string): boolean; toString(): string } {
  const compiled = compilePattern(source);
  if (!compiled.ok) throw new Error(`pattern ${JSON.stringify(source.slice(0, 60))}: ${compiled.problem}`);
  return { test: (text) => compiled.pattern.test(text), toString: () => `/${source}/` };
}
