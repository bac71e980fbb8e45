import type { Finding } from '../../report/model.ts';
import { shortText, type ValueChange } from './classify.ts';

/** More changes than this are a rewrite, and what was before is not advice. */
const maxChanges = 200;

/** Advice that knows the change: where a finding names a value that the change set, its help begins with what it was. */
export function withHistory(
  findings: readonly Finding[],
  changes: readonly ValueChange[],
  isAboutValues: (rule: string) => boolean,
): Finding[] {
  const replaced = changes.filter(({ before, after }) => before !== undefined && after !== undefined);
  if (replaced.length === 0 || replaced.length > maxChanges) return [...findings];
  return findings.map((finding) => {
    if (!isAboutValues(finding.rule)) return finding;
    const words = new Set(finding.message.slice(0, 1000).match(/[\w-]+/g));
    const past = replaced.filter(({ path }) => words.has(String(path.at(-1))));
    if (past.length === 0 || past.length > 3) return finding;
    const was = past.map(
      ({ path, before }) => `${String(path.at(-1))} was ${shortText(before)} before this change`,
    );
    const before = was.join(', and ');
    // A question comes first: it names the one value that was meant.
    if (finding.help?.includes('?') === true) return { ...finding, help: `${finding.help}; ${before}` };
    const help = finding.help === undefined ? '' : `, or ${finding.help}`;
    return { ...finding, help: `${before}: restore ${past.length === 1 ? 'it' : 'them'}${help}` };
  });
}
