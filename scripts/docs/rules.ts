import { allRules } from '../../src/bundles/rules.ts';
import type { RuleDoc } from '../../src/report/rule.ts';
import { code, codeBlock, table } from './markdown.ts';
import type { Page } from './page.ts';

/** First part of a rule id → what its rules are about, in the order of the page. */
const chapters: Readonly<Record<string, string>> = {
  config: 'Model configuration',
  deps: 'Dependencies',
  inputs: 'Inputs',
  regression: 'Regression',
  compare: 'Two versions compared',
  locate: 'Locating a fall',
  version: 'Versions and tags',
  lineage: 'Lineage',
  promotion: 'Promotion',
  signatures: 'Signatures',
  board: 'Decision board',
  policy: 'Policy',
  trunk: 'Plan, exemptions and hotfixes',
  pipeline: 'Starting pipelines',
  branch: 'Branches',
  git: 'Git and files',
  runtime: 'The gate itself',
};

/** The first parts that a rule id may have. */
export const ruleFamilies: ReadonlySet<string> = new Set(Object.keys(chapters));

const introduction = `# Rules

Every finding names its rule. This page says what each rule finds, with an example and how to fix it.
It is generated from the rule tables beside the code (\`src/*/rules.ts\`) by \`npm run docs\`.`;

/** docs/rules.md from all rules; throws where two share an id. */
export function rulesPage(): Page {
  refuseTwins(allRules);
  return { file: 'docs/rules.md', text: renderRules(allRules) };
}

/** One id, one rule: throws where two share one. */
export function refuseTwins(rules: readonly RuleDoc[]): void {
  const ids = rules.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new Error(`the rule ${twice} is documented twice`);
}

export function renderRules(rules: readonly RuleDoc[]): string {
  const groups = Object.entries(Object.groupBy(rules, chapterOf)).toSorted(([a], [b]) => order(a) - order(b));
  return `${[introduction, ...groups.map(([name, group]) => chapter(name, group ?? []))].join('\n\n')}\n`;
}

function chapter(name: string, rules: readonly RuleDoc[]): string {
  const sorted = rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const index = table(
    ['Rule', 'Severity', 'Finds'],
    sorted.map(({ id, severity, summary }) => [
      `[${code(id)}](#${anchor(id)})`,
      severity,
      firstSentence(summary),
    ]),
  );
  return [`## ${chapters[name] ?? name}`, index, ...sorted.map(section)].join('\n\n');
}

function section({ id, severity, summary, example, fix, fixable }: RuleDoc): string {
  return [
    `### ${id}`,
    `**${severity}** · ${summary.trim()}`,
    codeBlock(example),
    `**Fix:** ${fix.trim()}${fixable === true ? ' Where that is one edit, `--fix` makes it.' : ''}`,
  ].join('\n\n');
}

/** As GitHub makes them from a heading: lower case, other punctuation than hyphens and underscores dropped. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\-_ ]/gu, '')
    .replaceAll(' ', '-');
}

function chapterOf({ id }: RuleDoc): string {
  return id.split('/')[0] ?? id;
}

function order(name: string): number {
  const at = Object.keys(chapters).indexOf(name);
  return at === -1 ? Object.keys(chapters).length : at;
}

function firstSentence(text: string): string {
  return /^.*?[.!?:](?=\s)/s.exec(text.trim())?.[0].replace(/:$/, '.') ?? text.trim();
}
