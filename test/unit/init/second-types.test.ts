import { describe, expect, test } from 'vitest';
import { configDefaults } from '../../../src/config/index.ts';
import { judgeConfig } from '../../../src/config/gate/validate-model-config.ts';
import { initialFiles } from '../../../src/init/init.ts';
import { memoryPorts, memoryTree } from '../../support/trees.ts';

type Files = Readonly<Record<string, string>>;

const config = 'trainer:\n  test_freq: -1\n  total_epochs: 3\n  lr: 1.0e-4\n';
const program = `import hydra
@hydra.main(version_base=None, config_path="conf", config_name="c0")
def main(cfg):
    fit(cfg)
`;
const takes = (word: string, name = 'self.config.test_freq') => `if ${name} == "${word}":\n    freq = 1\n`;
const start = (...words: readonly string[]) => `python train.py ${words.join(' ')}\n`;

/** A repository with five configs of one program, which its scripts start. */
function repository(files: Files): Files {
  const configs = [0, 1, 2, 3, 4].map((at) => [`conf/c${at}.yaml`, config]);
  return { ...Object.fromEntries(configs), 'train.py': program, ...files };
}

async function registered(files: Files) {
  const written = await initialFiles(memoryTree(repository(files)), 'main');
  const { content = '', details = [] } = written.find(({ path }) => path === configDefaults.registry) ?? {};
  return { content, details };
}

/** What the gate says of a new script, with the registry that `init` writes for the repository. */
async function judged(files: Files, script: string): Promise<string[]> {
  return judgedWith(
    { ...repository(files), [configDefaults.registry]: (await registered(files)).content },
    script,
  );
}

async function judgedWith(before: Files, script: string): Promise<string[]> {
  const ports = await memoryPorts(memoryTree(before), memoryTree({ ...before, 'new.sh': script }));
  const { findings } = await judgeConfig({ ...configDefaults, files: ['conf/*.yaml'] }, ports);
  return findings.map(({ severity, message }) => `${severity} ${message}`);
}

describe('a second type that the code takes', () => {
  const files = {
    'run.sh': start('trainer.test_freq=after_each_epoch', 'trainer.total_epochs=0.5'),
    'src/trainer.py': takes('after_each_epoch') + takes('never', 'cfg.get("test_freq")'),
    'src/options.py': '@dataclass\nclass Options:\n    total_epochs: float = 3\n',
  };

  test('is registered, with where it comes from', async () => {
    const { content, details } = await registered(files);
    expect(content).toContain(`  # after_each_epoch of run.sh:1: src/trainer.py:1 compares it with that
  trainer.test_freq: { type: [int, str], pattern: '^(after_each_epoch|never)$', kind: structural, seen: 5 }
`);
    expect(content).toContain(`  # 0.5 of run.sh:1: src/options.py:3 declares a float
  trainer.total_epochs: { type: float, kind: structural, seen: 5 }
`);
    expect(details).toEqual([
      'trainer.test_freq may be str too, by the repository’s own runs: after_each_epoch of run.sh:1: src/trainer.py:1 compares it with that. Take it out of its line where that is a slip',
      'trainer.total_epochs may be float too, by the repository’s own runs: 0.5 of run.sh:1: src/options.py:3 declares a float. Take it out of its line where that is a slip',
    ]);
  });

  test.each([
    ['trainer.test_freq=after_each_epoch', []],
    ['trainer.test_freq=never', []],
    ['trainer.test_freq=10', []],
    ['trainer.total_epochs=1.5', []],
    ['trainer.test_freq=after_each_epch', ['error trainer.test_freq']],
    ['trainer.test_freq=1O', ['error trainer.test_freq']],
    ['trainer.test_freq=ture', ['error trainer.test_freq']],
    [`'trainer.test_freq="8"'`, ['error trainer.test_freq']],
    ['trainer.total_epochs=three', ['error total_epochs']],
  ])('%s', async (word, found) => {
    const findings = await judged(files, start(word));
    expect(findings.map((each) => each.split(' ', 2).join(' '))).toEqual(found);
  });
});

describe('init never blesses a slip of a script', () => {
  const four = (word: string) => Object.fromEntries([1, 2, 3, 4].map((at) => [`run${at}.sh`, start(word)]));
  const slip = 'trainer.test_freq=after_each_epch';
  const asks = 'trainer.test_freq is int in configs and';
  test.each<[string, Files, string]>([
    [
      'a word that no code knows',
      { 'run.sh': start('trainer.test_freq=often') },
      `${asks} "often" in run.sh:1`,
    ],
    [
      'a near miss of one',
      { 'run.sh': start(slip), 'a.py': takes('after_each_epoch') },
      `${asks} "after_each_epch" in run.sh:1`,
    ],
    [
      'copied into four scripts',
      four(slip),
      `${asks} "after_each_epch" in run1.sh:1, run2.sh:1, run3.sh:1 and 1 more`,
    ],
    ['a misspelt bool', { 'run.sh': start('trainer.test_freq=ture') }, `${asks} "ture" in run.sh:1`],
    [
      'a number in quotes, whatever code compares it with',
      { 'run.sh': start(`'trainer.test_freq="8"'`), 'a.py': takes('8') },
      `${asks} "8" in run.sh:1`,
    ],
    [
      'a number that a reader of YAML takes for text',
      { 'run.sh': start('trainer.total_epochs=1e-5') },
      'trainer.total_epochs is int in configs and "1e-05" in run.sh:1',
    ],
    [
      'a letter in a number',
      { 'run.sh': start('trainer.lr=1e-5x'), 'a.py': takes('1e-5', 'lr') },
      'trainer.lr is float or int in configs and "1e-5x" in run.sh:1',
    ],
    [
      'known to tests alone',
      { 'run.sh': start('trainer.test_freq=often'), 'tests/a.py': takes('often') },
      `${asks} "often" in run.sh:1`,
    ],
    [
      'known of another name',
      { 'run.sh': start('trainer.test_freq=often'), 'a.py': takes('often', 'save_freq') },
      `${asks} "often" in run.sh:1`,
    ],
    [
      'one of more words than a pattern of the registry takes',
      {
        'run.sh': start('trainer.test_freq=often'),
        'a.py': ['often', ...Array.from({ length: 60 }, (_, at) => `a_long_word_${at}`)]
          .map((word) => takes(word))
          .join(''),
      },
      `${asks} "often" in run.sh:1`,
    ],
    [
      'refused by the code',
      {
        'run.sh': start('trainer.test_freq=often'),
        'a.py': 'if test_freq == "often":\n    raise ValueError\n',
      },
      `${asks} "often" in run.sh:1`,
    ],
    [
      'said in a comment',
      { 'run.sh': start('trainer.test_freq=often'), 'a.py': `# ${takes('often')}` },
      `${asks} "often" in run.sh:1`,
    ],
    [
      'a fraction that code declares both ways',
      {
        'run.sh': start('trainer.total_epochs=0.5'),
        'a.py': 'class A:\n    total_epochs: float\nclass B:\n    total_epochs: int\n',
      },
      'trainer.total_epochs is int in configs and "0.5" in run.sh:1',
    ],
    [
      'of a script of tests',
      { 'tests/run.sh': start('trainer.test_freq=often') },
      `${asks} "often" in tests/run.sh:1`,
    ],
  ])('%s', async (_, files, question) => {
    const [, value = ''] = /and "(.*?)"/.exec(question) ?? [];
    const meant = { '1e-05': 'float', '0.5': 'float', '1e-5x': '[float, str]' }[value] ?? '[int, str]';
    const { content, details } = await registered(files);
    expect(content).toBe((await registered({})).content);
    expect(details).toEqual([
      `${question}: a slip, or a second type? If it is meant, write type: ${meant} in its line of ${configDefaults.registry}`,
    ]);
  });

  test.each([
    'trainer.test_freq=auto',
    'trainer.test_freq=null',
    'trainer.test_freq=$FREQ',
    'trainer.test_freq=',
    'trainer.test_freq=5',
  ])('%s asks nothing', async (word) => {
    expect((await registered({ 'run.sh': start(word) })).details).toEqual([]);
  });

  test('what a question says to write takes the value', async () => {
    const files = { 'run.sh': start('trainer.test_freq=often') };
    const { content, details } = await registered(files);
    const [, type = ''] = /write type: (.+?) in its line/.exec(details[0] ?? '') ?? [];
    const written = content.replace('trainer.test_freq: { type: int', `trainer.test_freq: { type: ${type}`);
    const before = { ...repository(files), [configDefaults.registry]: written };
    expect(await judgedWith(before, start('trainer.test_freq=often'))).toEqual([]);
    expect(
      await judgedWith({ ...before, [configDefaults.registry]: content }, start('trainer.test_freq=often')),
    ).toHaveLength(1);
  });

  test.each([
    ['trainer.test_freq=often', "write pattern: '^(after_each_epoch|often)$' in its line"],
    [`'trainer.test_freq="x y"'`, 'take the pattern out of its line'],
    ['trainer.test_freq=0.5', 'write type: [str, float] in its line'],
  ])('beside a word that the code takes, what a question of %s says takes both', async (word, says) => {
    const taken = 'trainer.test_freq=after_each_epoch';
    const files = { 'a.sh': start(taken), 'run.sh': start(word), 'a.py': takes('after_each_epoch') };
    const { content, details } = await registered(files);
    expect(details).toEqual([expect.any(String), expect.stringContaining(says)]);
    const [, type, pattern] = /write (type: .+?)? ?(pattern: .+)? in its line/.exec(details[1] ?? '') ?? [];
    const line = "type: [int, str], pattern: '^(after_each_epoch)$'";
    const bound = says.startsWith('take') ? 'type: [int, str]' : line;
    const written = content
      .replace(line, () => bound)
      .replace('type: [int, str]', type ?? 'type: [int, str]')
      .replace("pattern: '^(after_each_epoch)$'", (all) => pattern ?? all);
    const before = { ...repository(files), [configDefaults.registry]: written };
    for (const each of [word, taken]) expect(await judgedWith(before, start(each))).toEqual([]);
    const slips = await judgedWith(before, start('trainer.test_freq=oftn'));
    expect(slips).toHaveLength(says.startsWith('take') ? 0 : 1);
  });

  test('many questions are counted', async () => {
    const words = Array.from({ length: 14 }, (_, at) => start(`trainer.test_freq=word${at}`)).join('');
    const { details } = await registered({ 'run.sh': words });
    expect(details).toHaveLength(11);
    expect(details.at(-1)).toBe('4 more values of runs with another type than in configs');
  });
});
