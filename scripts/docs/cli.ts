import { code, codeBlock } from './markdown.ts';
import type { Page } from './page.ts';
import { overview, verbHelp } from '../../src/cli/help.ts';
import type { Verb } from '../../src/cli/verb.ts';
import { verbs } from '../../src/cli/verbs/index.ts';

const introduction = `# Command line

The gates run on a laptop as they run on a pull request: the same code, the same verdict, before the push.

\`\`\`sh
npm install --global --allow-remote=root https://github.com/model-gates/model-gates/archive/refs/tags/v1.tar.gz
model-gates check --base main
\`\`\`

Node 20 or newer and git are all that it needs. Install the tag that the workflows use, and the verdicts are the same. npm 12 must be
allowed to install an archive (\`--allow-remote\`); of \`github:model-gates/model-gates\` npm makes a link that leads nowhere.

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

**In a shell.** \`source <(model-gates completion bash)\` completes verbs and options; \`zsh\` and \`fish\` too.

The rest of this page is what \`--help\` prints, written by \`npm run docs\`.`;

/** docs/cli.md: the help of the CLI and of each of its verbs. */
export function cliPage(): Page {
  return { file: 'docs/cli.md', text: renderCli(verbs) };
}

export function renderCli(all: readonly Verb[]): string {
  const chapters = all.map(
    (verb) => `## ${code(`model-gates ${verb.name}`)}\n\n${codeBlock(verbHelp(verb), 'text')}`,
  );
  return `${[introduction, codeBlock(overview(all), 'text'), ...chapters].join('\n\n')}\n`;
}
