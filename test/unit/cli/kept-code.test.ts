import {
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { beforeEach, describe, expect, test } from 'vitest';
import { KeptCode } from '../../../src/cli/kept-code.ts';
import { temporaryFolder } from '../../support/repository.ts';

let folder: string;
let kept: string;

beforeEach(() => {
  folder = temporaryFolder();
  kept = path.join(folder, 'cache/kept');
  bundle('number', 'exports.number = () => 12;');
});

function bundle(name: string, source: string): string {
  const file = path.join(folder, name, 'index.js');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, source);
  return file;
}

interface Numbers {
  number(): number;
  other(): number;
}

/** One call of the program: what it used is kept when it ends. */
function call(use: (numbers: Numbers) => unknown = ({ number }) => number()) {
  const code = new KeptCode(kept);
  const answer = use(code.load(path.join(folder, 'number/index.js')) as Numbers);
  code.keep();
  return { answer, complete: code.complete };
}

const fileOf = (name: string): string => path.join(kept, name);

test('a second call finds what the first one compiled', () => {
  expect(call()).toEqual({ answer: 12, complete: false });
  expect(call()).toEqual({ answer: 12, complete: true });
});

test('a bundle is given what Node gives it, and runs once', () => {
  bundle('number', 'exports.all = [__filename, __dirname, module.exports === exports, this === exports];');
  const file = bundle(
    'both',
    'exports.a = require("../number/index.js"); exports.path = require("node:path");',
  );
  const code = new KeptCode(kept);
  const both = code.load(file) as { a: { all: unknown }; path: unknown };
  expect(both.a.all).toEqual([path.join(folder, 'number/index.js'), path.join(folder, 'number'), true, true]);
  expect(both.a).toBe(code.load(path.join(folder, 'number/index.js')));
  expect(both.path).toBe(path);
});

test('bundles may need each other', () => {
  bundle('number', 'exports.number = () => require("../twice/index.js").twice(6);');
  bundle(
    'twice',
    'const { number } = require("../number/index.js"); exports.twice = (n) => number && 2 * n;',
  );
  expect([call(), call()].map(({ answer }) => answer)).toEqual([12, 12]);
});

test('a part that stands beside a bundle is kept by itself', () => {
  bundle('number', 'exports.number = () => require("./79.index.js").part;');
  writeFileSync(path.join(folder, 'number/79.index.js'), 'exports.part = 12;');
  expect([call(), call()]).toEqual([
    { answer: 12, complete: false },
    { answer: 12, complete: true },
  ]);
});

test('an error has its place in the bundle', () => {
  bundle('number', 'exports.number = () => {\n  throw new Error("here"); };');
  const stack = call(({ number }) => {
    try {
      return number();
    } catch (error) {
      return (error as Error).stack;
    }
  }).answer;
  expect(stack).toContain(`${path.join(folder, 'number/index.js')}:2:9`);
});

describe('what is called later is kept too', () => {
  const called = (n: number): string =>
    `exports.f${n} = (n) => { let sum = ${n}; for (let i = 0; i < n; i++) sum += i * ${n}; return sum; };`;

  beforeEach(() => {
    bundle(
      'number',
      `exports.number = () => 1; exports.other = () => 2;\n${Array.from({ length: 50 }, (_, n) => called(n)).join('\n')}`,
    );
  });

  const callAll = (numbers: object): unknown[] =>
    Object.values(numbers).map((f: (n: number) => number) => f(3));

  test('of the first call', () => {
    call();
    const small = statSync(fileOf('number')).size;
    writeFileSync(fileOf('number'), '');
    call(callAll);
    expect(statSync(fileOf('number')).size).toBeGreaterThan(2 * small);
  });

  test('of the second, the fourth and the eighth', () => {
    const written = Array.from({ length: 9 }, (_, at) => at + 1).filter((n) => {
      if (n > 1) utimesSync(fileOf('number'), 0, 0);
      call();
      return statSync(fileOf('number')).mtimeMs !== 0;
    });
    expect(written).toEqual([1, 2, 4, 8]);
  });

  test('of a second call that runs more', () => {
    call();
    const small = statSync(fileOf('number')).size;
    call(callAll);
    expect(statSync(fileOf('number')).size).toBeGreaterThan(2 * small);
  });
});

describe('never believed', () => {
  test('of another bundle, be it as long', () => {
    call();
    bundle('number', 'exports.number = () => 34;');
    expect(call()).toEqual({ answer: 34, complete: false });
    expect(call()).toEqual({ answer: 34, complete: true });
  });

  test.each([
    ['empty', () => Buffer.alloc(0)],
    ['a text', () => Buffer.from('damaged')],
    ['cut', (whole: Buffer) => whole.subarray(0, -9)],
    ['longer', (whole: Buffer) => Buffer.concat([whole, Buffer.from('more')])],
  ])('%s', (_, damage) => {
    call();
    const whole = readFileSync(fileOf('number'));
    writeFileSync(fileOf('number'), damage(whole));
    expect(call()).toEqual({ answer: 12, complete: false });
    expect(call()).toEqual({ answer: 12, complete: true });
  });

  test('with one bit that is not its own, wherever', () => {
    call();
    const whole = readFileSync(fileOf('number'));
    for (let at = 0; at < whole.length; at += 37) {
      const wrong = Buffer.from(whole);
      wrong[at] = (wrong[at] ?? 0) ^ 16;
      writeFileSync(fileOf('number'), wrong);
      expect(call()).toEqual({ answer: 12, complete: false });
    }
  });

  test('written under other flags of V8', () => {
    const code = new KeptCode(kept);
    code.load(path.join(folder, 'number/index.js'));
    setFlagsFromString('--stack-trace-limit=11');
    code.keep();
    setFlagsFromString('--stack-trace-limit=10');
    expect(() => readdirSync(kept)).toThrow('ENOENT');
  });
});

describe(
  'a folder that another user may write to is not used',
  { skip: process.platform === 'win32' },
  () => {
    test.each([
      ['by its mode', () => chmodSync(kept, 0o777)],
      [
        'behind a link',
        () => {
          renameSync(kept, `${kept}-elsewhere`);
          symlinkSync(`${kept}-elsewhere`, kept);
        },
      ],
    ])('%s', (_, open) => {
      call();
      open();
      utimesSync(fileOf('calls.txt'), 0, 0);
      expect(call()).toEqual({ answer: 12, complete: false });
      expect(statSync(fileOf('calls.txt')).mtimeMs).toBe(0);
    });
  },
);

test('a folder that cannot be written costs time only', () => {
  writeFileSync(path.join(folder, 'cache'), 'a file');
  expect(call()).toEqual({ answer: 12, complete: false });
  expect(call()).toEqual({ answer: 12, complete: false });
});

test.each(['', 'many', '-1', '1e99'])('calls that read %j cost time only', (text) => {
  call();
  writeFileSync(fileOf('calls.txt'), text);
  expect(call()).toEqual({ answer: 12, complete: true });
});

test('the folder is the user’s alone', { skip: process.platform === 'win32' }, () => {
  call();
  expect(statSync(kept).mode & 0o77).toBe(0);
  expect(readdirSync(kept).map((name) => statSync(fileOf(name)).mode & 0o77)).toEqual([0, 0]);
});
