import { describe, expect, test } from 'vitest';
import { composeHydra, explain } from '../../../../src/config/index.ts';
import { storedConfigs } from '../../../../src/config/compose/hydra/stored.ts';
import { LineIndex } from '../../../../src/documents/source/lines.ts';

type Files = Readonly<Record<string, string>>;

async function composed(files: Files, overrides: readonly string[] = [], primary = 'conf/main.yaml') {
  const words = overrides.map((text) => ({
    text,
    source: { kind: 'override' as const, file: 'run.sh', lines: new LineIndex(text), name: text },
    start: 0,
    end: text.length,
  }));
  const read = (path: string) => Promise.resolve(new TextEncoder().encode(files[path]));
  const { document } = await composeHydra(primary, {
    overrides: words,
    files: { paths: new Set(Object.keys(files)), read },
  });
  return document;
}

async function valueOf(files: Files, overrides: readonly string[] = []) {
  const { value, findings } = await composed(files, overrides);
  return value === undefined ? findings.map(({ message }) => message) : JSON.parse(JSON.stringify(value));
}

const groups: Files = {
  'conf/db/mysql.yaml': 'name: mysql\nport: 3306\n',
  'conf/db/pg.yaml': 'name: pg\nport: 5432\n',
  'conf/db/engine/fast.yaml': 'mode: fast\n',
  'conf/ref/a.yaml': 'y: {a: 1}\nx: ${.y}\n',
  'conf/top/all.yaml': '# @package _global_\ndebug: true\n',
};

describe('the defaults list', () => {
  test.each([
    [
      '_self_ last: the file overrides its groups',
      '- db: mysql\n  - _self_',
      'db: {port: 1}',
      { db: { name: 'mysql', port: 1 } },
    ],
    [
      '_self_ first: its groups override the file',
      '- _self_\n  - db: mysql',
      'db: {port: 1}',
      { db: { port: 3306, name: 'mysql' } },
    ],
    ['no _self_: the file comes last', '- db: mysql', 'db: {port: 1}', { db: { name: 'mysql', port: 1 } }],
    ['a package', '- db@store.main: pg', '', { store: { main: { name: 'pg', port: 5432 } } }],
    ['the package of the file itself', '- top: all', '', { debug: true }],
    ['a nested group', '- db/engine: fast', '', { db: { engine: { mode: 'fast' } } }],
    ['a folder above', '- db/engine/../../db@x: pg', '', { x: { name: 'pg', port: 5432 } }],
    ['several options', '- db: [mysql, pg]', '', { db: { name: 'pg', port: 5432 } }],
    ['an optional one that is not there', '- optional db: none_such', 'a: 1', { a: 1 }],
    ['none', '- db: null', 'a: 1', { a: 1 }],
    ['an override', '- db: mysql\n  - override db: pg', '', { db: { name: 'pg', port: 5432 } }],
    [
      'another option by interpolation',
      '- db: mysql\n  - db@copy: ${db}',
      '',
      { db: { name: 'mysql', port: 3306 }, copy: { name: 'mysql', port: 3306 } },
    ],
    [
      "Hydra's own groups",
      '- db: pg\n  - override hydra/job_logging: none',
      'hydra: {run: {dir: x}}',
      { db: { name: 'pg', port: 5432 } },
    ],
    [
      'a value that must be given keeps what is there',
      '- db: mysql\n  - _self_',
      "db: {port: '???'}",
      { db: { name: 'mysql', port: 3306 } },
    ],
    [
      'a mapping over a reference to one',
      '- db: mysql\n  - ref: a',
      'db: {port: 1}\nref: {x: {b: 2}}',
      { db: { name: 'mysql', port: 1 }, ref: { y: { a: 1 }, x: { a: 1, b: 2 } } },
    ],
    [
      'an interpolation over files',
      '- db: mysql',
      'port: ${db.port}',
      { db: { name: 'mysql', port: 3306 }, port: 3306 },
    ],
  ])('%s', async (_, list, rest, expected) => {
    expect(await valueOf({ ...groups, 'conf/main.yaml': `defaults:\n  ${list}\n${rest}\n` })).toEqual(
      expected,
    );
  });

  test.each([
    ['an option that is not there', '- db: mysq', 2, /no config db\/mysq\.yaml/],
    [
      'an override of nothing',
      '- db: mysql\n  - override db/engine: fast',
      3,
      /db\/engine cannot be overridden/,
    ],
    ['an override before what it overrides', '- override db: pg\n  - db: mysql', 2, /stands before db/],
    ['two choices of a group', '- db: mysql\n  - db: pg', undefined, /db is chosen twice/],
    ['_self_ twice', '- _self_\n  - _self_', 3, /_self_ stands twice/],
    ['an option that must be given', '- db: ???', 2, /must be given/],
    ['a list of lists', '- [a]', 2, /a text or group: option/],
    ['a circle', '- main', 2, /lead back to main/],
  ])('%s is refused at its line', async (_, list, line, message) => {
    const { root, findings } = await composed({ ...groups, 'conf/main.yaml': `defaults:\n  ${list}\n` });
    expect(root).toBeUndefined();
    expect(findings).toMatchObject([
      { severity: 'error', file: 'conf/main.yaml', ...(line === undefined ? {} : { line }) },
    ]);
    expect(findings[0]?.message).toMatch(message);
  });

  test('a search path in the repository is read, one outside is said', async () => {
    const main = (path: string) => `defaults:\n  - db: far\nhydra:\n  searchpath: ['${path}']\n`;
    const far = { ...groups, 'lib/conf/db/far.yaml': 'name: far\n' };
    expect(await valueOf({ ...far, 'conf/main.yaml': main('file://lib/conf') })).toEqual({
      db: { name: 'far' },
    });
    expect(await valueOf({ ...far, 'conf/main.yaml': main('pkg://lib.conf') })).toEqual({
      db: { name: 'far' },
    });
    for (const path of ['pkg://acme.conf', 'file:///etc', 'file://../x', 'file://${oc.env:HOME}']) {
      const { findings } = await composed({ ...far, 'conf/main.yaml': main(path) });
      expect(findings).toMatchObject([{ rule: 'config/missing-config', severity: 'notice' }]);
    }
  });
});

describe('overrides', () => {
  const files = {
    ...groups,
    'conf/main.yaml': 'defaults:\n  - db: mysql\nlr: 1.0e-5\nopt: {name: adam, betas: [0.9, 0.95]}\n',
  };

  test.each([
    ['lr=2e-5', { lr: 2e-5 }],
    ['lr=null', { lr: null }],
    ['lr=True', { lr: true }],
    ["lr='2e-5'", { lr: '2e-5' }],
    ['lr=a b', { lr: 'a b' }],
    ['lr=', { lr: '' }],
    ['opt.betas=[0.9,0.99]', { opt: { name: 'adam', betas: [0.9, 0.99] } }],
    ['opt={name: sgd}', { opt: { name: 'sgd', betas: [0.9, 0.95] } }],
    ['+opt.eps=1e-8', { opt: { name: 'adam', betas: [0.9, 0.95], eps: 1e-8 } }],
    ['++new.key=1', { new: { key: 1 } }],
    ['db=pg', { db: { name: 'pg', port: 5432 } }],
    ['+db@second=pg', { second: { name: 'pg', port: 5432 } }],
    ['db.port=${lr}', { db: { name: 'mysql', port: 1e-5 } }],
  ])('%s', async (override, expected) => {
    expect(await valueOf(files, [override])).toMatchObject(expected);
  });

  test('~ takes a key or a group out', async () => {
    expect(await valueOf(files, ['~opt', '~db'])).toEqual({ lr: 1e-5 });
  });

  test.each([
    ['lrr=1', 'config/unknown-override', /no such key/],
    ['opt.bates=1', 'config/unknown-override', /no such key/],
    ['+lr=1', 'config/not-composed', /already set/],
    ['~lrr', 'config/not-composed', /not there/],
    ['db=mysq', 'config/missing-config', /no config db\/mysq/],
    ['db@second=pg', 'config/not-composed', /cannot be overridden/],
    ['lr=[1', 'config/not-composed', /cannot read/],
    ['lr', 'config/not-composed', /not an override/],
    ['opt=[1]', 'config/not-composed', /is a dict/],
  ])('%s is refused at its word', async (override, rule, message) => {
    const { root, findings } = await composed(files, [override]);
    expect(root).toBeUndefined();
    expect(findings).toMatchObject([{ rule, file: 'run.sh', line: 1 }]);
    expect(findings[0]?.message).toMatch(message);
  });

  test.each([
    ['~lr', 'lr: ${lr}\n'],
    ['~lr', 'lr: ${base}\nbase: ${lr}\n'],
    ['+data.n=1', 'data: x${n}y\n'],
    ['+lr=1', 'lr: ${nowhere}\n'],
    ['+lr.n=[]', 'lr: ${.n}\n'],
    ['+lr.n=1', 'lr: ${..n}\nn: 1\n'],
    ['+a.lr.n=1', 'a: {lr: "${.m}", m: "${.lr}"}\n'],
    ['+a.lr.n=1', 'a: {lr: "${b.x}"}\nb: {x: "${.y}"}\n'],
  ])('%s looks at a value that refers to nothing: %s', async (override, text) => {
    const { root, findings } = await composed({ 'conf/main.yaml': text }, [override]);
    expect(root).toBeUndefined();
    expect(findings).toMatchObject([{ rule: 'config/not-composed', file: 'run.sh' }]);
  });

  test.each([
    ['++lr=1', 'lr: ${nowhere}\n', { lr: 1 }],
    ['lr=1', 'lr: ${nowhere}\n', { lr: 1 }],
    ['++data.n=1', 'data: ${nowhere}\n', { data: { n: 1 } }],
    ['++a.data.n.m=1', 'a: {data: "${.n}"}\n', { a: { data: { n: { m: 1 } } } }],
    ['+data.n=1', 'data: x${n}y\nn: 2\n', { data: { n: 1 }, n: 2 }],
    ['+data.n=1', 'data: ${oc.env:X}\n', { data: { n: 1 } }],
    ['+a.lr.n=1', 'a: {lr: "${..m}"}\nm: 2\n', { a: { lr: { n: 1 } }, m: 2 }],
    ['+a.lr.n=1', 'a: {lr: "${.b.0}", b: ["${.1}", 2]}\n', { a: { lr: { n: 1 }, b: [2, 2] } }],
  ])('%s does not, or finds it: %s', async (override, text, value) => {
    expect(await valueOf({ 'conf/main.yaml': text }, [override])).toEqual(value);
  });

  test('texts that name each other twice are each looked at once', async () => {
    const doubled = Array.from({ length: 60 }, (_, n) => `k${n}: \${k${n + 1}}\${k${n + 1}}`);
    const { root } = await composed({ 'conf/main.yaml': `${doubled.join('\n')}\nk60: ???\n` }, ['+k0.x=1']);
    expect(root).toBeUndefined();
  });

  test('a reference to what the same file merges is merged with it', async () => {
    const files = {
      'conf/main.yaml': 'defaults:\n  - g: a\n  - _self_\nmodel: {n: 1, k: 2}\ndata: {h: 3, n: 4}\n',
      'conf/g/a.yaml': '# @package _global_\ndata: ${model}\n',
    };
    const { value } = await composed(files);
    expect(JSON.stringify(value)).toBe('{"data":{"n":4,"k":2,"h":3},"model":{"n":1,"k":2}}');
  });

  test('a sweep is several runs: its value is unknown', async () => {
    const document = await composed(files, ['lr=1e-5,2e-5', 'opt.name=choice(adam, sgd)']);
    const types = Object.fromEntries(explain(document).map(({ path, type }) => [path, type]));
    expect(types).toMatchObject({ lr: 'unknown', 'opt.name': 'unknown' });
  });

  test('each value has its origin, and what it overrode', async () => {
    const values = explain(
      await composed({ ...files, 'conf/main.yaml': `${files['conf/main.yaml']}db: {port: 1}\n` }, [
        'db.port=2',
      ]),
    );
    expect(values.find(({ path }) => path === 'db.port')).toMatchObject({
      value: 2,
      origin: {
        kind: 'override',
        file: 'run.sh',
        name: 'db.port=2',
        overrode: [
          { kind: 'file', file: 'conf/main.yaml', line: 5, value: 1 },
          { kind: 'group', file: 'conf/db/mysql.yaml', line: 2, name: 'db=mysql', value: 3306 },
        ],
      },
    });
  });
});

describe('hostile trees', () => {
  test('10,000 groups are composed', async () => {
    const many = Array.from({ length: 400 }, (_, index) => `g${index}`);
    const files: Record<string, string> = {
      'conf/main.yaml': `defaults:\n${many.map((group) => `  - ${group}: a\n`).join('')}`,
    };
    for (const group of Array.from({ length: 10_000 }, (_, index) => `g${index}`))
      files[`conf/${group}/a.yaml`] = 'x: 1\n';
    expect(Object.keys(await valueOf(files))).toHaveLength(400);
  });

  test('a run of more files than any is refused', async () => {
    const files: Record<string, string> = {
      'conf/main.yaml': `defaults:\n${Array.from({ length: 600 }, (_, index) => `  - g${index}: a\n`).join('')}`,
    };
    for (let index = 0; index < 600; index += 1) files[`conf/g${index}/a.yaml`] = 'x: 1\n';
    expect(await valueOf(files)).toEqual([expect.stringMatching(/more than 500 files/)]);
  });

  test.each([
    ['a binary group', '\u0000'],
    ['a list', '- 1\n'],
    ['an alias bomb', 'a: &a [1, 1]\nb: &b [*a, *a]\n'],
    ['__proto__', '__proto__: {polluted: 1}\nconstructor: 1\n'],
  ])('%s ends in a value or a finding', async (_, text) => {
    const { root, findings } = await composed({
      ...groups,
      'conf/db/mysql.yaml': text,
      'conf/main.yaml': 'defaults:\n  - db: mysql\n',
    });
    expect(root !== undefined || findings.length > 0).toBe(true);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('configs that code registers', () => {
  const code = `from dataclasses import dataclass, field
defaults = [{"db": MISSING}, "_self_"]
@dataclass
class Db:
    host: str = "localhost"
    port: int = MISSING
@dataclass
class MySQL(Db):
    port: int = 3306
@dataclass
class Config:
    defaults: List[Any] = field(default_factory=lambda: [{"db": "mysql"}, "_self_"])
    db: Any = MISSING
    mode: Mode = Mode.FAST
    name: str = II("db.host")
    tags: list = field(default_factory=list)
    lr: float = 1
    home: str = os.getcwd()
class Mode(Enum):
    FAST = 1
cs = ConfigStore.instance()
cs.store(name="base", node=Config)
cs.store(group="db", name="mysql", node=MySQL)
cs.store("pg", Db(port=5432), "db")
cs.store(group="db", name="dict", node={"port": 1})
cs.store(group="log", name="all", package="_global_", node={"tags": ["x"]})
cs.store(name="asks", node=Asks)
@dataclass
class Asks:
    defaults: List[Any] = field(default_factory=lambda: defaults)
`;
  const main = (defaults: string, more = '') => `defaults:\n${defaults}  - _self_\n${more}`;
  const made = async (text: string, overrides: readonly string[] = []) => {
    const files = { 'conf/main.yaml': text, 'conf/db/lite.yaml': 'host: file\n' };
    const { document } = await composeHydra('conf/main.yaml', {
      overrides: overrides.map((word) => ({
        text: word,
        source: { kind: 'override' as const, file: 'run.sh', lines: new LineIndex(word), name: word },
        start: 0,
        end: word.length,
      })),
      files: {
        paths: new Set(Object.keys(files)),
        read: (path) => Promise.resolve(new TextEncoder().encode(new Map(Object.entries(files)).get(path))),
        stored: () => Promise.resolve(storedConfigs(new Map([['app.py', code]]))),
      },
    });
    return document;
  };

  // as hydra-core 1.3 composes them
  test.each([
    [
      'its fields, its own defaults',
      [],
      { db: { host: 'localhost', port: 3306 }, mode: 'FAST', name: 'localhost', tags: [], lr: 1 },
    ],
    ['an instance', ['db=pg'], { db: { host: 'localhost', port: 5432 } }],
    ['a mapping', ['db=dict'], { db: { port: 1 } }],
    ['a file beside them', ['db=lite'], { db: { host: 'file' } }],
    ['a package', ['+log=all'], { tags: ['x'] }],
  ])('%s', async (_, overrides, expected) => {
    expect((await made(main('  - base\n'), overrides)).value).toMatchObject(expected);
  });

  test('each value has the line of its field, and what is computed is unknown', async () => {
    const values = explain(await made(main('  - base\n')));
    expect(values.find(({ path }) => path === 'db.port')?.origin).toMatchObject({
      kind: 'default',
      file: 'app.py',
      line: 9,
    });
    expect(values.find(({ path }) => path === 'home')).toMatchObject({ type: 'unknown' });
    expect(values.find(({ path }) => path === 'lr')).toMatchObject({ type: 'float' });
  });

  test.each([
    ['a key that the class has not', main('  - base\n', 'stpes: 3\n'), [], /stpes is not a field/],
    ['an option of no file and no call', main('  - base\n'), ['db=non'], /no config db\/non/],
    ['a choice that must be made', main('  - asks\n'), [], /an option of db must be given/],
    ['a config that is made when it runs', main('  - other\n'), [], /no config other/],
  ])('%s is refused', async (_, text, overrides, message) => {
    const { root, findings } = await made(text, overrides);
    expect([root, findings[0]?.message]).toEqual([undefined, expect.stringMatching(message)]);
  });

  test('code that leads into itself, nests deep or is none is no harm', () => {
    const hostile = (text: string) => storedConfigs(new Map([['a.py', `ConfigStore\n${text}`]]));
    const loop =
      'class A(B):\n    a: A = field(default_factory=A)\n    b: A = field(default_factory=A)\nclass B(A):\n    c: int = 1\ncs.store(name="a", node=A)\n';
    expect([...hostile(loop).keys()]).toEqual(['a']);
    expect(hostile(`x = ${'['.repeat(20_000)}\ncs.store(name="a", node={})`).size).toBeLessThan(2);
    expect(
      hostile(
        'cs.store(name=f"{x}", node=A)\ncs.store(group="__proto__", name="b", node={"__proto__": 1})',
      ).has('__proto__/b'),
    ).toBe(true);
    expect(hostile('\u0000 class: ((').size).toBe(0);
  });
});
