/** What a step has put out, and what in it was not meant by the gates but by whoever wrote the change. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readActions } from '../../../scripts/docs/action-metadata.ts';
import { verdicts } from '../../../src/report/model.ts';
import { root } from '../../support/contract/sources.ts';
import type { ActionRun } from '../../support/runner.ts';
import type { Scene } from '../../support/scene.ts';

const declared = new Map(readActions(root).map(({ folder, outputs }) => [folder, [...outputs.keys()]]));

/** Every trace of an injection, in words; empty for a run as it should be. */
export function injections(run: ActionRun, scene: Scene, action = '.'): string[] {
  return [
    ...commandProblems(run),
    ...outputProblems(run, action),
    ...[run.summary, ...ownComments(scene)].flatMap(markdownProblems),
    ...fileProblems(run),
    ...strayFiles(run, scene),
  ];
}

/** What others wrote is theirs. */
function ownComments({ api }: Scene): string[] {
  return api.state.comments.filter(({ user }) => user.type === 'Bot').map(({ body }) => body);
}

/** What a terminal would obey, or not show. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const hidden = /[\u0000-\u0008\u000B-\u001F\u007F\u200B\u202E\u2028\u2060]/;

const ours = new Set(['error', 'warning', 'notice', 'debug', 'add-mask']);
/** What the gates' own annotations are titled with. */
const ruleId = /^[a-z]+\/[a-z0-9-]+$/;

function commandProblems({ commands, stdout, stderr }: ActionRun): string[] {
  const foreign = commands.filter(
    ({ command, properties: { title } }) =>
      !ours.has(command) ||
      (['error', 'warning', 'notice'].includes(command) && title !== undefined && !ruleId.test(title)) ||
      (command === 'error' && title === undefined),
  );
  const raw = `${stdout}\n${stderr}`.split(/\r\n|\n|\r/);
  const stopped = raw.filter((line) => /^\s*::stop-commands/.test(line)).map(() => 'an end of commands');
  // The runner shows of a command its message alone, and its other fields to nobody.
  const lines = raw.filter((line) => !line.startsWith('::'));
  return [
    ...stopped,
    ...foreign.map(({ command, message }) => `a command ${command}: ${message}`),
    ...lines.filter((line) => line.includes('##[')).map((line) => `an old command: ${line}`),
    ...lines
      .filter((line) => hidden.test(line))
      .map((line) => `raw control characters: ${JSON.stringify(line)}`),
  ];
}

function outputProblems({ outputs, env, paths, state }: ActionRun, action: string): string[] {
  const undeclared = Object.keys(outputs).filter((name) => !declared.get(action)?.includes(name));
  const verdict = outputs['verdict'] ?? '';
  return [
    ...undeclared.map((name) => `an output ${name}`),
    ...((verdicts as readonly string[]).includes(verdict) ? [] : [`a verdict ${verdict}`]),
    ...Object.keys(env).map((name) => `a variable ${name}`),
    ...paths.map((folder) => `a path ${folder}`),
    ...Object.keys(state).map((name) => `a state ${name}`),
  ];
}

/** In Markdown outside of code: whatever GitHub would turn into more than the words. */
const markup: readonly (readonly [string, RegExp])[] = [
  ['a heading', /^\s{0,3}#{1,6} inj/m],
  ['a heading of HTML', /<h\d>inj/i],
  ['a link', /(?<!\\)\]\(https?:\/\/evil/],
  ['a reference', /^\s{0,3}\[inj\]:/m],
  ['an address', /(?<![\w/])https?:\/\/evil/],
  ['a mention', /(?<![\w&/])@acme/],
  ['an issue reference', /acme\/inj#1/],
  ['a tag', /<(?:script|img)\b/i],
  ['a marker', /<!-- model-gates:inj/],
  ['math', /(?<!\\)\$\$/],
  ['a table row', /^\s*\| inj \| inj \|\s*$/m],
  ['a task', /^\s*- \[x\] inj/m],
  ['an output', /^verdict=inj/m],
];

function markdownProblems(markdown: string): string[] {
  const prose = withoutCode(markdown);
  const found = markup.filter(([, pattern]) => pattern.test(prose)).map(([name]) => `${name} in Markdown`);
  const invisible = hidden.test(markdown.replaceAll('\r', '')) ? ['hidden characters in Markdown'] : [];
  const folds =
    count(prose, /<details\b/g) === count(prose, /<\/details>/g) ? [] : ['a fold that is ended early'];
  return [...found, ...invisible, ...folds];
}

/** Fenced blocks and code spans show what they hold. */
function withoutCode(markdown: string): string {
  return markdown
    .replaceAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1\s*$/gm, '')
    .replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '')
    .replaceAll(/<code>[^<]*<\/code>/g, '');
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

/** Both files are JSON, and nothing of a payload became a key of theirs. */
function fileProblems({ outputs }: ActionRun): string[] {
  return ['report', 'sarif'].flatMap((name) => {
    const file = outputs[name];
    if (file === undefined) return [`no ${name}`];
    try {
      JSON.parse(readFileSync(file, 'utf8'));
      return [];
    } catch (error) {
      return [`${name} is not JSON: ${String(error)}`];
    }
  });
}

/** What a shell or git would have made. */
function strayFiles(run: ActionRun, { checkout }: Scene): string[] {
  const places = [checkout.root, run.temp, path.dirname(checkout.root), root, process.cwd()];
  return places
    .filter((folder) => existsSync(path.join(folder, 'inj-pwned')))
    .map((folder) => `a file in ${folder}: ${readdirSync(folder).join(', ')}`);
}
