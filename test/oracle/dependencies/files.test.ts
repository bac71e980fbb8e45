/** Requirements files against pip's own parser, and TOML against tomllib, on fixtures and on real files where they are. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';

import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';

import { logicalLines } from '../../../src/dependencies/formats/requirement-lines.ts';
import { readLines } from '../../../src/dependencies/formats/requirements.ts';
import { parseSpecifiers } from '../../../src/pep440/specifier.ts';
import { askPython, canAsk } from './python.ts';

const corpus = '../shared/corpus/locks';
if (!existsSync(corpus)) console.log('skipped: the real locks are not here');

const requirementFiles = [
  ...globSync('test/fixtures/dependencies/{requirements.txt,requirements.in,pip-freeze}/*'),
  ...globSync(`${corpus}/**/*requirements*.txt`),
].filter((file) => statSync(file).isFile() && !file.endsWith('/requirements.txt/requirements.txt'));

const tomlFiles = [
  ...globSync(
    'test/fixtures/dependencies/{uv.lock,poetry.lock,pdm.lock,pylock.toml,pyproject.toml,pixi.toml,Pipfile}/*',
  ),
  ...globSync(`${corpus}/**/{uv.lock,poetry.lock,pdm.lock,pylock*.toml,pyproject.toml}/*`),
  ...globSync(`${corpus}/**/{uv.lock,poetry.lock,pdm.lock,pylock*.toml,pyproject.toml}`),
].filter((path) => statSync(path).isFile());

(canAsk('pip._internal.req.req_file') ? describe : describe.skip)("against pip's parser", () => {
  it(`${requirementFiles.length} requirements files alike`, () => {
    const wanted = askPython('pip._internal.req.req_file', pipProgram, requirementFiles);
    expect(requirementFiles.map((file) => [file, ours(readFileSync(file, 'utf8'))])).toEqual(wanted);
  });

  it('lines with every trap alike', () => {
    const wanted = askPython('pip._internal.req.req_file', linesProgram, traps);
    expect(logicalLines(traps).map(({ text, line }) => [line, text])).toEqual(wanted);
  });
});

(canAsk('tomllib') ? describe : describe.skip)('against tomllib', () => {
  it(`${tomlFiles.length} TOML files alike`, () => {
    const wanted = askPython('tomllib', tomlProgram, tomlFiles) as Record<string, unknown>;
    for (const file of tomlFiles) {
      const read: unknown = JSON.parse(JSON.stringify(parse(readFileSync(file, 'utf8')), dateless));
      expect([file, read]).toEqual([file, wanted[file]]);
    }
  });
});

function ours(text: string): unknown {
  const { statements } = readLines(logicalLines(text), 'requirements.txt').to;
  return statements
    .filter(({ name }) => name !== '*')
    .map(
      ({ name, specifier }) =>
        `${name} ${(parseSpecifiers(specifier) ?? [])
          .map((clause) => clause.operator + clause.text)
          .toSorted()
          .join(',')}`,
    );
}

function dateless(this: unknown, key: string, value: unknown): unknown {
  const raw =
    typeof this === 'object' && this !== null ? Object.getOwnPropertyDescriptor(this, key)?.value : undefined;
  return raw instanceof Date ? 'date' : value;
}

const traps = [
  'a==1 # comment',
  'b==1#not a comment',
  '# whole line \\',
  'c==1 \\',
  '# in between',
  'd==1 \\',
  '    --hash=sha256:aa \\',
  '    --hash=sha256:bb',
  '',
  '   ',
  'e @ https://x.example/y#egg=e  # end',
  '\tf==1',
  'g==1 ; python_version < "3" \\',
  '',
  'h==1\\\\',
  'i==2',
  'last \\',
].join('\n');

const linesProgram = `
import json, sys
from pip._internal.req.req_file import preprocess
print(json.dumps([[number, line] for number, line in preprocess(json.load(sys.stdin))]))
`;

const pipProgram = `
import json, sys, re
from pip._internal.req.req_file import parse_requirements
from pip._internal.network.session import PipSession
from pip._internal.req.constructors import install_req_from_parsed_requirement
def name(text): return re.sub(r'[-_.]+', '-', text).lower()
def one(path):
    rows = []
    for parsed in parse_requirements(path, session=PipSession()):
        if parsed.constraint: continue
        req = install_req_from_parsed_requirement(parsed)
        if req.req is None: continue
        rows.append(name(req.req.name) + ' ' + ','.join(sorted(str(s) for s in req.req.specifier)))
    return rows
print(json.dumps([[path, one(path)] for path in json.load(sys.stdin)]))
`;

const tomlProgram = `
import json, sys, tomllib, datetime
def plain(value): return 'date' if isinstance(value, (datetime.date, datetime.time)) else str(value)
print(json.dumps({path: tomllib.load(open(path, 'rb')) for path in json.load(sys.stdin)}, default=plain))
`;
