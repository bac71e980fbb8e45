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

Every finding names its rule, such as \`config/number-as-text\`, and links to it. The page of its gate says what each rule finds, with an example and how to fix it;
it begins with all of them in one table. The pages are generated from the rule tables beside the code (\`src/*/rules.ts\`) by \`npm run docs\`.`;

/** docs/rules.md, the index, and a page for each family of rules; throws where two share an id. */
export function rulePages(): Page[] {
  refuseTwins(allRules);
  const families = familiesOf(allRules);
  return [
    { file: 'docs/rules.md', text: renderIndex(families) },
    ...families.map(([name, rules]) => ({ file: `docs/rules/${name}.md`, text: renderFamily(name, rules) })),
  ];
}

type Family = readonly [name: string, rules: readonly RuleDoc[]];

/** In the order of the index, the rules of each by their ids. */
export function familiesOf(rules: readonly RuleDoc[]): Family[] {
  return Object.entries(Object.groupBy(rules, chapterOf))
    .toSorted(([a], [b]) => order(a) - order(b))
    .map(([name, group = []]) => [name, group.toSorted((a, b) => (a.id < b.id ? -1 : 1))]);
}

/** One id, one rule: throws where two share one. */
export function refuseTwins(rules: readonly RuleDoc[]): void {
  const ids = rules.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new Error(`the rule ${twice} is documented twice`);
}

/** The gates, each with the page of its rules. */
export function renderIndex(families: readonly Family[]): string {
  const contents = table(
    ['Rules of', 'Ids', 'Number'],
    families.map(([name, { length }]) => [
      `[${titleOf(name)}](rules/${name}.md)`,
      code(`${name}/…`),
      String(length),
    ]),
  );
  return `${[introduction, contents].join('\n\n')}\n`;
}

export function renderFamily(name: string, rules: readonly RuleDoc[]): string {
  const head = `# Rules: ${titleOf(name)}\n\nThe rules of \`${name}/…\`, each with an example and how to fix it. [All rules](../rules.md).`;
  return `${[head, ruleTable(rules), ...rules.map(section)].join('\n\n')}\n`;
}

function ruleTable(rules: readonly RuleDoc[]): string {
  return table(
    ['Rule', 'Severity', 'Finds'],
    rules.map(({ id, severity, summary }) => [
      `[${code(id)}](#${anchor(id)})`,
      severity,
      firstSentence(summary),
    ]),
  );
}

function titleOf(name: string): string {
  return chapters[name] ?? name;
}

function section({ id, severity, summary, example, fix, fixable }: RuleDoc): string {
  return [
    `## ${id}`,
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
