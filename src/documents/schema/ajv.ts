import type { Ajv2020 } from 'ajv/dist/2020.js';
import { compilePattern } from '../../kernel/pattern/compile.ts';

/**
 * Ajv for JSON Schema 2020-12 that reports every error and matches patterns without backtracking; loaded when it is first asked for.
 * `known`: the schema is held against that of JSON Schema itself no more, which costs more than a hundred configs.
 */
export async function createAjv({ known = false } = {}): Promise<Ajv2020> {
  const { Ajv2020: Ajv } = await import('ajv/dist/2020.js');
  return new Ajv({
    allErrors: true,
    ...(known ? { validateSchema: false, meta: false } : {}),
    strict: false,
    verbose: true,
    validateFormats: false,
    // 0.3 is a multiple of 0.1, whatever float64 says
    multipleOfPrecision: 9,
    // a schema may have names such as `$data` in it: they stay data
    $data: false,
    // the optimiser takes longer than what it saves of code that is used once
    code: { optimize: false, regExp: Object.assign(safePattern, { code: 'safePattern' }) },
  });
}

/** Thrown for a pattern that only a backtracking matcher could run, or that is malformed. */
export function safePattern(source: string): { test(text: string): boolean; toString(): string } {
  const compiled = compilePattern(source);
  if (!compiled.ok) throw new Error(`pattern ${JSON.stringify(source.slice(0, 60))}: ${compiled.problem}`);
  return { test: (text) => compiled.pattern.test(text), toString: () => `/${source}/` };
}
