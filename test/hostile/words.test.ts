import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { policy, skip } from '../support/exemptions.ts';
import { because, comment, gatedScene, label, remember } from '../support/gated.ts';
import { reportOf } from '../support/reports.ts';
import type { Files, Scene } from '../support/scene.ts';
import { injections } from './support/clean.ts';

describe('a reason counts where somebody says it', () => {
  let scene: Scene;
  let reset: () => void;
  beforeAll(async () => {
    scene = await gatedScene({ policy });
    reset = remember(scene.api);
  });
  beforeEach(() => reset());

  const shown: readonly (readonly [string, string])[] = [
    ['a code block', `How to do it:\n\`\`\`\n${because}\n\`\`\``],
    ['a code block of tildes in a list', `- ~~~text\n  ${because}\n  ~~~`],
    ['an indented block', `Never write\n\n    ${because}`],
    ['inline code', `\`${because}\``],
    ['inline code over lines', `You wrote \`\n${because}\n\` and`],
    ['a quote', `> ${because}\n\nNo!`],
    ['the lazy end of a quote', `> eve wrote\n${because}\n\nNo!`],
    ['an HTML comment', `<!--\n${because}\n-->`],
    ['preformatted text', `<pre>\n${because}\n</pre>`],
    ['a sentence', `I would not say ${because}`],
    ['characters that nobody sees', '/exempt skip-full-eval because \u200B\u2060\uFEFF'],
    ['letters that fill and show nothing', '/exempt skip-full-eval because \u3164\u3164\uFFA0'],
    ['dots', '/exempt skip-full-eval because …'],
  ];
  it.each(shown)('not in %s', async (_, body) => {
    comment(scene.api, 'grace', body);
    label(scene.api, skip, 'grace');
    const run = await scene.run();
    expect(run.outputs['verdict']).toBe('fail');
    const refused = reportOf(run).findings.find(({ rule }) => rule === 'trunk/exemption-refused');
    expect(refused?.message).toContain('needs a reason');
    expect(injections(run, scene)).toEqual([]);
  });

  const spoken: readonly (readonly [string, string])[] = [
    ['a quote that it answers', `> why?\n\n${because}`],
    ['a code block with the log', `\`\`\`\nsrun: error\n\`\`\`\n${because}`],
    ['a template that was left in', `<!-- say why -->\n${because}`],
  ];
  it.each(spoken)('below %s', async (_, body) => {
    comment(scene.api, 'grace', body);
    label(scene.api, skip, 'grace');
    expect((await scene.run()).outputs['verdict']).toBe('exempt');
  });
});

describe('a move is stated by a trailer', () => {
  const lock = (version: string): Files => ({
    'requirements.txt': undefined,
    'pyproject.toml': '[project]\nname = "m"\nversion = "0"\ndependencies = ["torch>=2.9"]\n',
    'uv.lock': `version = 1

[[package]]
name = "m"
version = "0"
source = { editable = "." }
dependencies = [{ name = "torch" }]

[package.metadata]
requires-dist = [{ name = "torch", specifier = ">=2.9" }]

[[package]]
name = "torch"
version = "${version}"
source = { registry = "https://index.example/simple" }
`,
  });
  const move = 'Dependency-Change: torch 2.9.1 -> 2.10.0';

  it.each<[string, string, 'pass' | 'fail']>([
    ['alone at the end', `Move torch\n\n${move}`, 'pass'],
    [
      'among others',
      `Move torch\n\nIt is faster.\n\nReviewed-by: grace\n${move}\nSigned-off-by: ada`,
      'pass',
    ],
    ['no other case of the letters', `Move torch\n\n${move.toLowerCase()}`, 'pass'],
    ['in the title', move, 'fail'],
    ['in a paragraph before the last', `Move torch\n\n${move}\n\nThat was never agreed on.`, 'fail'],
    ['in prose', `Do not move torch\n\nNobody wrote\n${move}\nso it must not move.`, 'fail'],
    ['in a quote', `Do not move torch\n\n> ${move}`, 'fail'],
    ['in a code block', `Explain trailers\n\n\`\`\`\n${move}\n\`\`\``, 'fail'],
    ['in an indented block', `Explain trailers\n\n    ${move}`, 'fail'],
    ['in inline code', `Explain trailers\n\n\`${move}\``, 'fail'],
    ['as what another trailer goes on with', `Explain\n\nNote: never\n  ${move}`, 'fail'],
  ])('%s', async (_, headMessage, verdict) => {
    const scene = await gatedScene({ base: lock('2.9.1'), head: lock('2.10.0'), headMessage });
    const run = await scene.run({ action: 'actions/detect-dep-drift' });
    expect(run.outputs['verdict']).toBe(verdict);
    expect(injections(run, scene, 'actions/detect-dep-drift')).toEqual([]);
  });
});
