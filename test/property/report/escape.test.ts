import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as escape from '../../../src/report/escape.ts';
import { hostileTexts } from '../../unit/report/sample.ts';
import { samples } from '../../support/seed.ts';

const marks = Array.from('`|\\*_[]()<>!#@:$~&;-+=.%, \n\r\t"\'1ax');
const phrases = ['](', '<!--', '</details>', '&lt;', 'https://', 'www.', '@oct', '#1', '``', '\n::', '##['];
const hidden = ['\u202E', '\u001B[', '😀', '\uFE0F'];

/** Strings dense in what some medium might obey. */
const text = oneof(
  constantFrom(...hostileTexts),
  string({ unit: 'binary' }),
  array(constantFrom(...marks, ...phrases, ...hidden), { maxLength: 20 }).map((parts) => parts.join('')),
);

type Law = readonly [name: string, holds: (text: string) => boolean];

const laws: Readonly<Record<string, readonly Law[]>> = {
  visible: [
    [
      'leaves nothing invisible',
      (raw) => !/[\u202A-\u202E\u2066-\u2069\u200B\u00AD\uFEFF]|(?![\n\t])\p{Cc}/u.test(escape.visible(raw)),
    ],
    ['changes nothing a second time', (raw) => escape.visible(escape.visible(raw)) === escape.visible(raw)],
    ['is well-formed', (raw) => escape.visible(raw).isWellFormed()],
  ],
  'workflow commands': [
    ['data is one line', (raw) => !/[\r\n]/.test(escape.commandData(raw))],
    ['data can be read back', (raw) => unescapeCommand(escape.commandData(raw)) === raw],
    [
      'no line of the log is a command',
      (raw) =>
        escape
          .logText(raw)
          .split(/[\r\n]/)
          .every((line) => !/^\s*::|##\[/.test(line)),
    ],
  ],
  terminal: [['no control character arrives', (raw) => !/\p{Cc}/u.test(escape.terminalText(raw))]],
  HTML: [
    ['no markup arrives', (raw) => !/[<>"'`]/.test(escape.htmlText(raw))],
    ['the text can be read back', (raw) => decode(escape.htmlText(raw)) === escape.visible(raw)],
  ],
  Markdown: [
    ['inline text is one line', (raw) => !/[\n\r]/.test(escape.mdText(raw))],
    [
      'inline text contains no HTML, mention, reference, link, emoji or math',
      (raw) => !/[<>`@#$]|:\/\/|www\.|:[\w+-]+:/i.test(outsideCode(escape.mdText(raw))),
    ],
    [
      'inline text contains no markup',
      (raw) => !/[*[\]~|]/.test(outsideCode(escape.mdText(raw)).replaceAll(/\\[\\*[\]~\-+=.)]/g, '')),
    ],
    ['inline text starts no block', (raw) => !/^(?:[-+*=#>]|\d+[.)]( |$)|\s)/.test(escape.mdText(raw))],
    ['inline text can be read back', (raw) => readBack(escape.mdText(raw)) === unmarked(escape.oneLine(raw))],
    ['code in a cell does not end the cell', (raw) => !/(?<!\\)\||\n/.test(escape.mdCellCode(raw))],
    [
      'code does not end itself',
      (raw) => fencesIn(escape.mdCode(raw)) === (escape.oneLine(raw) === '' ? 0 : 2),
    ],
    ['a fenced block ends at its end', fenceEndsAtEnd],
    [
      'a link has one address',
      (raw) =>
        /^\[x\]\(https:\/\/h\.example\/[^\s()<>]*\)$/.test(escape.mdLink('x', `https://h.example/${raw}`)),
    ],
    ['a link is http(s)', (raw) => /^\[x\]\((?:#|https?:\/\/[^\s()<>]*)\)$/i.test(escape.mdLink('x', raw))],
    [
      'the text of a summary element contains no markup',
      (raw) => !/[<>\n`]/.test(escape.mdHtml(raw).replaceAll(/<\/?code>/g, '')),
    ],
  ],
};

describe.each(Object.entries(laws))('%s', (_medium, ofMedium) => {
  it.each(ofMedium)('%s', (_name, holds) => {
    expect(() => assert(property(text, holds), { numRuns: samples(1500) })).not.toThrow();
  });
});

/** Markdown of `mdText` without character references and code spans, which all have one backtick at each end. */
function outsideCode(markdown: string): string {
  return markdown.replaceAll(/`[^`]+`|&#?\w+;/g, ' ');
}

/** What a reader sees of Markdown made by `mdText`. */
function readBack(markdown: string): string {
  return markdown
    .split(/(`[^`]+`)/)
    .map((part, i) => (i % 2 === 1 ? part.slice(1, -1) : decode(part.replaceAll(/\\(.)/g, '$1'))))
    .join('');
}

/** Without the backticks that mark code. */
function unmarked(line: string): string {
  return line.replaceAll(/`([^`|\s](?:[^`|]*[^`|\s])?)`/g, '$1');
}

function fencesIn(code: string): number {
  const [fence = ''] = /^`*/.exec(code) ?? [];
  return Array.from(code.matchAll(/`+/g)).filter(([run]) => run.length === fence.length).length;
}

function fenceEndsAtEnd(raw: string): boolean {
  const [first = '', ...lines] = escape.mdFence('mermaid', raw).trimEnd().split('\n');
  const [fence = ''] = /^`+/.exec(first) ?? [];
  return lines.findIndex((line) => line.trimStart().startsWith(fence)) === lines.length - 1;
}

function unescapeCommand(data: string): string {
  return data.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
}

function decode(html: string): string {
  const codes: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return html.replaceAll(/&(?:#(\d+)|(\w+));/g, (_, code?: string, name = '') =>
    code === undefined ? (codes[name] ?? '') : String.fromCodePoint(Number(code)),
  );
}
