import { describe, expect, test } from 'vitest';
import { editManifest } from '../../../src/promotion/index.ts';

function edit(
  text: string,
  path: string,
  value: string,
  { document, file = 'a.yaml' }: { document?: number; file?: string } = {},
): string {
  const edited = editManifest(text, { file, path, value, document });
  return edited.ok ? edited.text : `${edited.line ?? 0}:${edited.column ?? 0} ${edited.message}`;
}

describe('what stays as it was', () => {
  test.each([
    [
      'a comment for Flux',
      'tag: v1 # {"$imagepolicy": "flux:app:tag"}\n',
      'tag',
      'v2',
      'tag: v2 # {"$imagepolicy": "flux:app:tag"}\n',
    ],
    ['CRLF and no last line break', 'a:\r\n  b: 1 # c\r\nz: 2', 'a.b', '5', 'a:\r\n  b: 5 # c\r\nz: 2'],
    ['the rest of a flow mapping', 'a: {b: old, c: 2}\n', 'a.b', 'new', 'a: {b: new, c: 2}\n'],
    ['the style of a folded block', 'b: >-\n  long\n  text\nc: 1\n', 'b', 'new', 'b: >-\n  new\nc: 1\n'],
    ['quotes', 'a: "1.10"\nb: \'1.10\'\n', 'b', "it's", "a: \"1.10\"\nb: 'it''s'\n"],
    [
      'other documents',
      'a: 1\n---\na: 2\n...\n---\na: 3\n',
      'a',
      '9',
      'a: 1\n---\na: 9\n...\n---\na: 3\n',
      2,
    ],
    ['a byte order mark in front of a marker', '\uFEFF---\na: v1\n', 'a', 'v2', '\uFEFF---\na: v2\n'],
    ['tabs in a comment', 'a: v1 #\tx\ty\n', 'a', 'v2', 'a: v2 #\tx\ty\n'],
    ['an anchor that nothing uses', 'a: &x v1\n', 'a', 'v2', 'a: &x v2\n'],
    ['a tag', 'a: !!str 5 # c\n', 'a', '6', 'a: !!str 6 # c\n'],
    [
      'a bracket that closes at the left',
      'a: [\n  {i: x},\n]\nz: {\nb: q\n}\n',
      'z.b',
      'p',
      'a: [\n  {i: x},\n]\nz: {\nb: p\n}\n',
    ],
    ['a template elsewhere', 'a: v1\nb: {{ x }}\n', 'a', 'v2', 'a: v2\nb: {{ x }}\n'],
    [
      'a key over a merge',
      'b: &b {i: 1}\np: {<<: *b, n: 1}\n',
      'p.n',
      '2',
      'b: &b {i: 1}\np: {<<: *b, n: 2}\n',
    ],
    ['empty lines behind a block', 'a: |\n  x\n\n\nb: 1\n', 'a', 'new', 'a: |-\n  new\n\n\nb: 1\n'],
    [
      'a comment in the header of a block',
      'a: | # c | d\r\n  x\r\nb: 1\r\n',
      'a',
      'k\nl\n',
      'a: | # c | d\r\n  k\r\n  l\r\nb: 1\r\n',
    ],
    ['a block at the end of the file', 'a: |\n  x', 'a', 'new', 'a: |-\n  new'],
    ['a text over two lines', 'a: first\n  second # c\n', 'a', 'v', 'a: v # c\n'],
    ['all of it, where the value is there already', "a: 'v1'", 'a', 'v1', "a: 'v1'"],
  ])('%s', (_, text, path, value, expected, document?: number) => {
    expect(edit(text, path, value, document === undefined ? {} : { document })).toBe(expected);
  });
});

describe('a text stays a text', () => {
  const quoted = [
    '2024',
    'no',
    'on',
    'y',
    '1e3',
    'null',
    '~',
    '0x10',
    '0o7',
    '1:30',
    '1_000',
    '.5',
    '=',
    '<<',
    '2024-01-01',
    ' leading',
    'a: b',
    '# x',
    'a #b',
    '- x',
    '@x',
    '%x',
    '*x',
    'true',
    'a:',
    '-5',
    '',
  ];
  test.each(quoted)('%j is quoted', (value) => {
    expect(edit('a: v1 # c\n', 'a', value)).toBe(`a: "${value}" # c\n`);
    expect(edit("a: v1\nb: 'x'\n", 'a', value)).toBe(`a: '${value}'\nb: 'x'\n`);
  });

  test.each(['v2', '1.2.3', '-x', 's3://b/m:x', 'hf://org/m@rev', 'é', 'a b'])('%j is not', (value) => {
    expect(edit('a: v1 # c\n', 'a', value)).toBe(`a: ${value} # c\n`);
  });

  test('in a flow mapping brackets and commas are quoted too', () => {
    expect(edit('a: {b: v1}', 'a.b', 'x, y]')).toBe('a: {b: "x, y]"}');
  });

  test('what needs an escape is in double quotes', () => {
    expect(edit("a: 'x'\n", 'a', 'a\nb')).toBe('a: "a\\nb"\n');
    expect(edit('a: x\n', 'a', '\u0007\u2028"\\')).toBe('a: "\\u0007\\u2028\\"\\\\"\n');
    expect(edit('a: x\n', 'a', '\uFEFFv2')).toBe('a: "\\ufeffv2"\n');
    expect(edit('{"a": "x"}', 'a', 'b\u0085c', { file: 'a.json' })).toBe('{"a": "b\\u0085c"}');
  });

  test('behind a tag that says nothing, it is refused: readers differ', () => {
    expect(edit('a: ! v1\n', 'a', '2024')).toMatch(/^1:6 a is a text to some readers/);
  });
});

describe('a number stays a number', () => {
  test.each(['25', '0', '-3', '1.5'])('%s', (value) => {
    expect(edit('p: 10 # c', 'p', value)).toBe(`p: ${value} # c`);
  });

  test.each(['v2', '', '1e3', '010', '1_0', '0x1', '.5', ' 5'])('%j is refused', (value) => {
    expect(edit('p: 10', 'p', value)).toMatch(/^1:4 p is a number \(10\)/);
  });

  test('so does true or false, and null says nothing', () => {
    expect(edit('p: true', 'p', 'false')).toBe('p: false');
    expect(edit('p: true', 'p', 'no')).toMatch(/^1:4 p is true or false/);
    expect(edit('p: null', 'p', 'v2')).toBe('p: v2');
    expect(edit('p: null', 'p', '10')).toMatch(/^1:4 p is null/);
    expect(edit('p: on', 'p', 'off')).toMatch(/^1:4 p is a text to some readers/);
  });
});

describe('what cannot be edited surely is refused, with its place', () => {
  test.each([
    ['an anchored value', 'x: &t v1\ny: *t\n', 'x', /^1:7 x has the anchor &t/],
    ['a value through an alias', 'x: &t v1\ny: *t\n', 'y', /^2:4 y is the alias \*t/],
    ['below an alias', 'b: &b {i: v1}\np: *b\n', 'p.i', /^2:4 p is the alias \*b/],
    ['below an anchor that is used', 'b: &b {i: v1}\np: *b\n', 'b.i', /^1:7 b has the anchor &b|^1:8/],
    [
      'what a merge key brings',
      'b: &b {i: v1}\np: {<<: *b, n: 1}\n',
      'p.i',
      /^2:5 p.i comes in through the merge key/,
    ],
    ['one that two documents have', 'a: 1\n---\na: 2\n', 'a', /^3:4 2 documents of the file have a: 1 and 2/],
    ['one that no document has', 'b: 1\n---\nc: 2\n', 'a', /none of the 2 documents of the file has a/],
    ['a key that stands twice', 'a: v1\na: v2\n', 'a', /^2:1 a stands twice/],
    ['beside a key that stands twice', 'a: v1\nb: {c: 1, "c": 2}\n', 'a', /^2:11 the key "c" stands twice/],
    ['a template', 'a: {{ x }}\n', 'a', /^1:4 a is a template/],
    ['a template in quotes', 'a: "{{ x }}"\n', 'a', /^1:4 a is a template/],
    ['a value that is filled in later', 'a: app:${TAG}\n', 'a', /^1:4 a is a template/],
    ['a tag of another program', 'a: !vault x\n', 'a', /^1:11 a is tagged for another program/],
    ['nothing', 'a:\nb: 1', 'a', /^1:\d a has no value/],
    ['a list', 'a: [1]', 'a', /^1:4 a is a list/],
    ['a mapping', 'a: {b: 1}', 'a', /^1:4 a is a mapping/],
    [
      'a path that is not there',
      'spec: {storageUri: x}',
      'spec.storageURI',
      /^1:7 there is no spec.storageURI/,
    ],
    ['an item that is not there', 'a: [1]', 'a[1]', /there is no a\[1\]: a has 1 item,/],
    [
      'two items of one name',
      'a: [{name: x, i: 1}, {name: x, i: 2}]',
      'a[name=x].i',
      /^1:22 2 items fit a\[name=x\]/,
    ],
    ['a text that is not YAML', 'a: [1', 'a', /^1:6 this is not YAML/],
    ['a Helm template', '{{- if x }}\na: 1\n{{- end }}\n', 'a', /^1:\d/],
    ['a file of another encoding', '\0a: 1', 'a', /NUL byte/],
    ['an empty file', '', 'a', /the file is empty/],
    ['no path', 'a: 1', '', /the path is empty/],
    ['half a path', 'a: 1', 'a[', /the path "a\[" cannot be read from "\["/],
  ])('%s', (_, text, path, message) => {
    expect(edit(text, path, 'v2')).toMatch(message);
  });

  test('a document that is not there', () => {
    expect(edit('a: 1', 'a', '2', { document: 2 })).toMatch(
      /there is no document 2: the file has 1 document/,
    );
  });

  test('a value that no file can have', () => {
    expect(edit('a: x', 'a', '\uD800')).toMatch(/the new value is not a text/);
  });
});

describe('paths', () => {
  const text = `metadata:
  annotations:
    a.b/c: v1
containers:
- name: x
  image: x:1
- name: "y z"
  image: y:1
0: {1: [v]}
`;
  test.each([
    ['metadata.annotations["a.b/c"]', 'a.b/c: v1', 'a.b/c: v2'],
    ["metadata.annotations['a.b/c']", 'a.b/c: v1', 'a.b/c: v2'],
    ['metadata.annotations.a\\.b/c', 'a.b/c: v1', 'a.b/c: v2'],
    ['containers[1].image', 'y:1', 'v2'],
    ['containers.0.image', 'x:1', 'v2'],
    ['containers[name=x].image', 'x:1', 'v2'],
    ['containers.[name=x].image', 'x:1', 'v2'],
    ['containers[name=y z].image', 'y:1', 'v2'],
    ['containers[name="y z"].image', 'y:1', 'v2'],
    ['0.1[0]', '[v]', '[v2]'],
  ])('%s', (path, before, after) => {
    expect(edit(text, path, 'v2')).toBe(text.replace(before, after));
  });
});

describe('JSON', () => {
  const file = 'a.json';
  test.each([
    ['{"a":\t{"b":"x",  "c": 1}}\n', 'a.b', 'y"', '{"a":\t{"b":"y\\"",  "c": 1}}\n'],
    ['{"a":\t{"b":"x",  "c": 1}}\n', 'a.c', '25', '{"a":\t{"b":"x",  "c": 25}}\n'],
    ['[{"name":"x","i":"1"}]', '[name=x].i', '2024', '[{"name":"x","i":"2024"}]'],
  ])('%j at %s', (text, path, value, expected) => {
    expect(edit(text, path, value, { file })).toBe(expected);
  });

  test.each([
    ['{"a":1}', 'a', /^1:6 a is a number/],
    ['{"a":"x","a":"y"}', 'a', /already set/],
    ['{"a":"x",}', 'a', /JSON: expected/],
    ['{"a":"x"} b', 'a', /JSON: expected the end/],
  ])('%j at %s is refused', (text, path, message) => {
    expect(edit(text, path, 'v2', { file })).toMatch(message);
  });
});
