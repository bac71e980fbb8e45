import { code, codeBlock, table } from './markdown.ts';
import type { Page } from './page.ts';
import { verbHelp } from '../../src/cli/help.ts';
import type { Verb } from '../../src/cli/verb.ts';
import { verbs } from '../../src/cli/verbs/index.ts';

const introduction = `# Command line

The gates run on a laptop as they run on a pull request: the same code, the same verdict, before the push.

\`\`\`sh
npm install --global --allow-remote=root https://github.com/model-gates/model-gates/archive/refs/tags/v1.tar.gz
model-gates check --base main
\`\`\`

Node 20 or newer and git are all that it needs. Install the tag that the workflows use, and the verdicts are the same. npm 12 must be
allowed to install an archive (\`--allow-remote\`); of \`github:model-gates/model-gates\` npm makes a link that leads nowhere. \`v1\` is the newest
[release](https://github.com/model-gates/model-gates/releases) of major version 1; what none of them contains comes from a clone, where
\`npm install --global .\` installs what is checked out, without a build.

**Before each commit**, with [pre-commit](https://pre-commit.com); both hooks look only at what a commit changes, and need no installation:

\`\`\`yaml
# .pre-commit-config.yaml
repos:
  - repo: https://github.com/model-gates/model-gates
    rev: v1
    hooks:
      - id: model-gates-config
        files: ^configs/
      - id: model-gates-dependencies
\`\`\`

**In an editor.** \`model-gates schema > .vscode/configs.schema.json\` writes a JSON Schema of the registry, with which VS Code (the YAML extension), Neovim and
others complete names, show what they mean and mark wrong values. It never refuses what the gate lets through. A file names it in a first line, or the settings
of the editor name the files; \`model-gates init --editor\` writes both schema and settings:

\`\`\`yaml
# yaml-language-server: $schema=../.vscode/configs.schema.json
learning_rate: 1.0e-4
\`\`\`

<picture>
  <source media="(prefers-color-scheme: dark)" srcset="pictures/editor-dark.png">
  <img alt="A config in an editor: a text where the registry wants an integer is marked, and half a word is completed from the registry, with kind and owner" src="pictures/editor-light.png" width="960">
</picture>

**What is kept.** What V8 compiled of the code that a verb runs is in \`model-gates/compiled\` of the user's cache (\`$XDG_CACHE_HOME\`, \`~/.cache\`,
\`~/Library/Caches\`, \`%LOCALAPPDATA%\`), a few MB a verb, never in a repository and never where \`CI\` is set. With it a \`check\` takes a quarter less processor time. It is used for
the very same bundles and the same Node alone, by digest, and says nothing of what is judged. Deleting it costs the next call some milliseconds; \`NODE_DISABLE_COMPILE_CACHE=1\` keeps nothing.

**In a shell.** \`source <(model-gates completion bash)\` completes verbs and options; \`zsh\` and \`fish\` too.

What \`--help\` prints of each verb, written by \`npm run docs\`:`;

const ends = 'What a verb ends with, and what `--json` prints: [report](report.md).';

interface Chapter {
  readonly title: string;
  readonly verbs: readonly string[];
}

/** Name of the page below docs/cli → the verbs on it, in their order. */
const chapters: Readonly<Record<string, Chapter>> = {
  judging: { title: 'judge a change', verbs: ['check', 'config', 'deps', 'inputs', 'regression'] },
  branches: { title: 'branches', verbs: ['plan', 'branch', 'sync', 'sweep'] },
  versions: {
    title: 'after the merge',
    verbs: ['version', 'record', 'trace', 'locate', 'compare', 'promote', 'verify', 'dashboard', 'figures'],
  },
  setup: { title: 'set up', verbs: ['init', 'schema', 'completion'] },
};

/** docs/cli.md, how to install it and an overview, and a page for each kind of work; throws where a verb is on none. */
export function cliPages(): Page[] {
  return [
    { file: 'docs/cli.md', text: renderIndex(verbs) },
    ...Object.entries(chapters).map(([page, chapter]) => ({
      file: `docs/cli/${page}.md`,
      text: renderChapter(chapter, verbs),
    })),
  ];
}

function renderIndex(all: readonly Verb[]): string {
  const rows = all.map(({ name, summary }) => [
    `[${code(name)}](cli/${pageOf(name)}.md#model-gates-${name})`,
    summary,
  ]);
  return `${[introduction, table(['Verb', 'Does'], rows), ends].join('\n\n')}\n`;
}

function pageOf(verb: string): string {
  const page = Object.entries(chapters).find(([, chapter]) => chapter.verbs.includes(verb))?.[0];
  if (page === undefined) throw new Error(`no page of docs/cli has the verb ${verb}`);
  return page;
}

function renderChapter({ title, verbs: names }: Chapter, all: readonly Verb[]): string {
  const head = `# Command line: ${title}\n\nWhat \`--help\` prints. [All verbs](../cli.md).`;
  const parts = names.flatMap((name) => all.filter((verb) => verb.name === name).map(verbChapter));
  return `${[head, ...parts].join('\n\n')}\n`;
}

function verbChapter(verb: Verb): string {
  return `## ${code(`model-gates ${verb.name}`)}\n\n${codeBlock(verbHelp(verb), 'text')}`;
}
