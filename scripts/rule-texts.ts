/** What rules say of themselves, as the code of a module: the build puts it in the place of src/bundles/rules.ts, which would load every gate's. */
import { allRules } from '../src/bundles/rules.ts';

/** A CommonJS module that exports `allRules`, as data: JSON is read in a fifth of the time that V8 takes for the same as code. */
export function ruleTexts(): string {
  return `exports.allRules = JSON.parse(${JSON.stringify(JSON.stringify(allRules))});\n`;
}
