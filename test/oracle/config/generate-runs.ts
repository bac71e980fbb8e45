/** Trees of Hydra and mmengine configs that make runs: the same for the same seed. Most compose; some have a slip that the framework refuses. */
import type { Random } from './generate.ts';

export interface Run {
  readonly files: Readonly<Record<string, string>>;
  readonly entry: string;
  readonly overrides: readonly string[];
}

class Draw {
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0];
  }

  some<T>(most: number, make: () => T, least = 0): T[] {
    return Array.from({ length: least + this.below(most - least + 1) }, make);
  }
}

const groups = ['model', 'data', 'optim', 'model/head'] as const;
const options = ['base', 'large', 'tiny'] as const;

export function generateHydra(random: Random): Run {
  const draw = new Draw(random);
  const files: Record<string, string> = {};
  for (const group of groups) {
    for (const option of options) {
      if (draw.chance(0.85))
        files[`config/${group}/${option}.yaml`] = hydraConfig(draw, {
          depth: group.includes('/') ? 2 : 1,
          group,
        });
    }
  }
  files['config/extra.yaml'] = hydraConfig(draw, { depth: 2, group: '' });
  if (draw.chance(0.3)) files['more/conf/data/far.yaml'] = 'far: 1\nlr: 7\n';
  files['config/main.yaml'] = hydraConfig(draw, { depth: 0, group: '' });
  return {
    files,
    entry: 'config/main.yaml',
    overrides: draw.some(2, () => hydraOverride(draw)).filter(() => draw.chance(0.7)),
  };
}

interface Where {
  /** Of the primary config 0. */
  readonly depth: number;
  readonly group: string;
}

function hydraConfig(draw: Draw, where: Where): string {
  const header =
    where.depth > 0 && draw.chance(0.15)
      ? `# @package ${draw.pick(['_global_', 'other', 'a.b', 'model'])}\n`
      : '';
  const list =
    where.depth === 0 || (where.group === 'model' && draw.chance(0.25)) || draw.chance(0.04)
      ? defaultsList(draw, where)
      : '';
  const search = where.depth === 0 && draw.chance(0.15) ? 'hydra:\n  searchpath: [file://more/conf]\n' : '';
  return header + list + search + mapping(draw, 0, where);
}

function defaultsList(draw: Draw, where: Where): string {
  const items = draw.some(3, () => defaultItem(draw, where), where.depth === 0 ? 1 : 0);
  const overrides = draw.chance(0.2) ? [`override /${draw.pick(groups)}: ${draw.pick(options)}`] : [];
  const self = draw.chance(0.6) ? ['_self_'] : [];
  const all = draw.chance(0.5) ? [...self, ...items] : [...items, ...self];
  if (draw.chance(0.02)) all.push('_self_');
  const lines = [...all, ...overrides].map((item) => `  - ${item}`);
  return lines.length === 0 ? 'defaults: []\n' : `defaults:\n${lines.join('\n')}\n`;
}

function defaultItem(draw: Draw, where: Where): string {
  const slash = where.depth > 0 && draw.chance(0.6) ? '/' : '';
  const group =
    where.depth > 0 && slash === ''
      ? where.group === 'model'
        ? 'head'
        : draw.pick(groups)
      : draw.pick(groups);
  const package_ = draw.chance(0.25)
    ? `@${draw.pick(['_here_', '_global_', 'p', 'p.q', 'model', '_group_'])}`
    : '';
  const roll = draw.below(100);
  if (roll < 6) return `${slash}${draw.pick(['extra', 'model/base', 'data/tiny'])}${package_}`;
  if (roll < 12) return `optional ${slash}${group}${package_}: ${draw.pick(['base', 'none_such'])}`;
  if (roll < 16) return `${slash}${group}${package_}: null`;
  if (roll < 19) return `${slash}${group}${package_}: [base, ${draw.pick(['large', 'tiny'])}]`;
  if (roll < 20) return `${slash}${group}${package_}: '???'`;
  if (roll < 22) return `${slash}${group}${package_}: \${${draw.pick(groups)}}`;
  if (roll < 23) return `${slash}${group}${package_}: far`;
  if (roll < 24) return `${slash}${group}${package_}: bsae`;
  return `${slash}${group}${package_}: ${draw.pick(options)}`;
}

const keys = ['lr', 'model', 'data', 'n', 'head', 'other', 'p', 'optim'] as const;

function mapping(draw: Draw, depth: number, where: Where): string {
  const used = new Set<string>();
  const lines = draw.some(4, () => {
    const key = draw.pick(keys);
    if (used.has(key)) return '';
    used.add(key);
    const indent = '  '.repeat(depth);
    const nested =
      depth < 2 && draw.chance(key.length > 2 ? 0.6 : 0.1) ? mapping(draw, depth + 1, where) : '';
    if (nested === '{}') return `${indent}${key}: {}\n`;
    return nested === '' ? `${indent}${key}: ${scalar(draw)}\n` : `${indent}${key}:\n${nested}`;
  });
  return lines.join('');
}

function scalar(draw: Draw): string {
  return draw.pick([
    '1',
    '2.5',
    '1e-5',
    'true',
    'null',
    'adam',
    "'8'",
    '[1, 2]',
    '{a: 1}',
    '{}',
    '[]',
    '???',
    '${lr}',
    '${model}',
    '${.n}',
    'x${n}y',
    '4096',
    '-1',
  ]);
}

function hydraOverride(draw: Draw): string {
  const path = draw.pick([
    'lr',
    'model.lr',
    'n',
    'model.head.n',
    'data.n',
    'other.x',
    'optim',
    'new.key',
    'model.new',
  ]);
  const group = draw.pick(groups);
  const roll = draw.below(100);
  if (roll < 45) return `${path}=${overrideValue(draw)}`;
  if (roll < 55) return `+${path}=${overrideValue(draw)}`;
  if (roll < 65) return `++${path}=${overrideValue(draw)}`;
  if (roll < 72) return `~${path}`;
  if (roll < 88) return `${group}=${draw.pick(['base', 'large', 'tiny', 'none_such'])}`;
  if (roll < 92) return `+${group}${draw.pick(['', '@q', '@_global_'])}=${draw.pick(options)}`;
  if (roll < 95) return `~${group}${draw.pick(['', '=base'])}`;
  return `${group}@${draw.pick(['p', '_global_', 'model'])}=${draw.pick(options)}`;
}

function overrideValue(draw: Draw): string {
  return draw.pick([
    '1',
    '-2',
    '1_000',
    '1e-5',
    '.5',
    '5.',
    'inf',
    'nan',
    'true',
    'FALSE',
    'null',
    'Null',
    'adamw',
    'a-b_c',
    'a/b.c',
    "'1'",
    '"a b"',
    "'a\\'b'",
    "'a\\\\'",
    '',
    '[1,2]',
    '[a, "b c", null]',
    '[]',
    '{a:1}',
    '{a: 1, lr: x}',
    '{}',
    '${lr}',
    'x${lr}y',
    'a b',
    'a\\,b',
    'a\\\\b',
    '0x10',
    '01',
    '1.2.3',
    '/abs/path',
    '@x',
    'a:b',
    '-',
    '+1',
    '???',
    '[[1],{a:[2]}]',
    'a=b',
    '10k',
    '$x',
    '*',
    'é',
    '(',
    '[1',
    "'x",
  ]);
}

export function generateMmengine(random: Random): Run {
  const draw = new Draw(random);
  const files: Record<string, string> = {};
  files['base/a.py'] = mmConfig(draw, ['lr', 'model', 'n', 'hooks'], '');
  files['base/b.py'] = mmConfig(draw, ['data', 'steps', draw.chance(0.05) ? 'lr' : 'seed'], '');
  files['base/c.yaml'] = 'runner:\n  max_epochs: 3\n  val: {interval: 1}\nlist: [1, 2]\n';
  files['base/d.json'] = '{"eval": {"metric": "acc", "k": [1, 2]}}';
  files['mid.py'] = mmConfig(
    draw,
    ['model', 'lr', 'extra'],
    baseLine(draw, ['./base/a.py', 'base/b.py', 'base/c.yaml']),
  );
  files['leaf.py'] = mmConfig(
    draw,
    ['model', 'data', 'lr', 'own', 'runner'],
    baseLine(draw, draw.chance(0.05) ? ['mid.py', 'base/a.py'] : ['mid.py', './base/d.json']),
  );
  files['leaf.yaml'] =
    `_base_: ${draw.pick(['./mid.py', '[mid.py, base/d.json]', 'base/c.yaml'])}\nmodel:\n  ${draw.pick(['lr: 5', '_delete_: true', 'size: 3', "size: '{{_base_.lr}}'"])}\nn: 4\n`;
  return { files, entry: draw.pick(['leaf.py', 'leaf.py', 'mid.py', 'leaf.yaml']), overrides: [] };
}

function baseLine(draw: Draw, bases: readonly [string, ...string[]]): string {
  if (draw.chance(0.3)) return `_base_ = '${draw.pick(bases)}'\n`;
  const some = bases.filter(() => draw.chance(0.6));
  return `_base_ = [${some.map((base) => `'${base}'`).join(', ')}]\n`;
}

function mmConfig(draw: Draw, names: readonly string[], base: string): string {
  const lines = names
    .filter(() => draw.chance(0.8))
    .map((name) => `${name} = ${mmValue(draw, 2, base !== '')}`);
  return `${base}${lines.join('\n')}\n`;
}

function mmValue(draw: Draw, depth: number, hasBase: boolean): string {
  const roll = draw.below(100);
  if (depth > 0 && roll < 40) {
    const pairs = ['type', 'lr', 'size', 'model', 'k']
      .filter(() => draw.chance(0.4))
      .map((name) => `${name}=${mmValue(draw, depth - 1, hasBase)}`);
    if (hasBase && draw.chance(0.15)) pairs.push('_delete_=True');
    return `dict(${pairs.join(', ')})`;
  }
  if (hasBase && roll < 47)
    return `{{_base_.${draw.pick(['lr', 'model', 'lr', 'model', 'lr', 'model', 'model.lr', 'data'])}}}`;
  if (hasBase && roll < 50) return `_base_.${draw.pick(['lr', 'model', 'lr', 'model', 'model.size'])}`;
  if (depth > 0 && roll < 58) return `[${draw.some(2, () => mmValue(draw, depth - 1, hasBase)).join(', ')}]`;
  return draw.pick([
    '1',
    '2e-5',
    "'SFT'",
    'None',
    'True',
    '(0.9, 0.95)',
    '1 + 2',
    "'{{fileBasenameNoExtension}}'",
    '[]',
    '{}',
    "dict(a=1)['a']",
  ]);
}
