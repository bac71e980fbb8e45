import { describe, expect, it } from 'vitest';
import {
  commandData,
  htmlText,
  logText,
  mdCellCode,
  mdCode,
  mdFence,
  mdHtml,
  mdLink,
  mdText,
  terminalText,
  visible,
} from '../../../src/report/escape.ts';

type Escape = (text: string) => string;
type Case = readonly [what: string, text: string, expected: string];

const tables: readonly (readonly [name: string, escape: Escape, cases: readonly Case[]])[] = [
  [
    'visible',
    visible,
    [
      ['keeps plain text', 'num_experts: 128', 'num_experts: 128'],
      ['keeps line feeds and tabs', 'a\n\tb', 'a\n\tb'],
      ['makes CR LF a line feed', 'a\r\nb', 'a\nb'],
      ['shows a lone carriage return', 'a\rb', 'a[U+000D]b'],
      ['shows bidirectional overrides', '\u202Eabc\u202C', '[U+202E]abc[U+202C]'],
      ['shows a zero-width space', 'num\u200B_experts', 'num[U+200B]_experts'],
      ['shows a no-break space', 'a\u00A0b', 'a[U+00A0]b'],
      ['shows a byte order mark', '\uFEFFa', '[U+FEFF]a'],
      ['shows tag characters', 'a\u{E0041}', 'a[U+E0041]'],
      ['shows a variation selector that belongs to no emoji', 'a\uFE0F', 'a[U+FE0F]'],
      ['keeps emoji and their joiners', '⚠️ 👩‍💻', '⚠️ 👩‍💻'],
      ['replaces lone surrogates', 'a\uD800b', 'a\uFFFDb'],
      ['keeps other scripts', '你好 café naïve', '你好 café naïve'],
    ],
  ],
  [
    'commandData',
    commandData,
    [
      ['percent first', '50%\r\n::error::x', '50%25%0D%0A::error::x'],
      ['keeps colons and commas', 'a: b, c', 'a: b, c'],
    ],
  ],
  [
    'logText',
    logText,
    [
      ['a command at the start', '::error::x', ': :error::x'],
      ['a command after spaces on a later line', 'a\n  ::add-mask::b', 'a\n  : :add-mask::b'],
      ['a command behind a carriage return', 'a\r::error::b', 'a[U+000D]::error::b'],
      ['the older form anywhere', 'a ##[add-mask]b', 'a ## [add-mask]b'],
      ['colons inside a line stay', 'a::b', 'a::b'],
    ],
  ],
  [
    'terminalText',
    terminalText,
    [
      ['drops colours', '\u001B[1;31mred\u001B[0m', 'red'],
      ['drops titles and links', '\u001B]0;owned\u0007a\u001B]8;;https://x\u001B\\b', 'ab'],
      ['shows what is left', 'a\u001B', 'a[U+001B]'],
      ['is one line', 'a\nb\tc', 'a b c'],
    ],
  ],
  ['htmlText', htmlText, [['markup', `<a href="x">'&\``, '&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#96;']]],
  [
    'mdText',
    mdText,
    [
      [
        'plain prose stays',
        'torch moves from 2.9.1 to 2.10.0 (minor).',
        'torch moves from 2.9.1 to 2.10.0 (minor).',
      ],
      ['markup', '*a* ~~b~~ [c](d) \\', '\\*a\\* \\~\\~b\\~\\~ \\[c\\](d) \\\\'],
      ['HTML', '</details><img src=x>&lt;', '&lt;/details&gt;&lt;img src=x&gt;&amp;lt;'],
      ['an image', '![x](y)', '!\\[x\\](y)'],
      ['bars and line breaks, which end a cell', 'a|b\nc', 'a&#124;b c'],
      ['a mention', 'ask @octo-cat.', 'ask `@octo-cat`.'],
      [
        'a team, an issue, a pull request elsewhere',
        '@org/team #12 org/repo#3 GH-7',
        '`@org/team` `#12` `org/repo#3` `GH-7`',
      ],
      ['a commit, whole or short', 'at 1a2b3c4d5e, a..1a2b3c4', 'at `1a2b3c4d5e`, `a..1a2b3c4`'],
      ['a URL', 'see https://evil.example/a?b=c', 'see `https://evil.example/a`?b=c'],
      ['a URL to a host in another script', 'www.例え.jp', '`www.`例え.jp'],
      ['an e-mail address', 'a.b@c.example', '`a.b@c.example`'],
      ['an emoji name', 'x :tada: y', 'x `:tada:` y'],
      ['a place, which contains an emoji name', 'uv.lock:100:3', '`uv.lock:100:3`'],
      ['math', '$x$ costs', '`$x$` costs'],
      [
        'names read better as code',
        'num_expert in configs/a.yaml, e.g.',
        '`num_expert` in `configs/a.yaml`, e.g.',
      ],
      ['code that a message marks', 'Run `uv lock -P vllm`.', 'Run `uv lock -P vllm`.'],
      ['code side by side is one span', '`a``b`c_d', '`abc_d`'],
      ['a lone backtick', 'a ` b', 'a &#96; b'],
      ['a bar in marked code is text', '`a|b`', '&#96;a&#124;b&#96;'],
      ['a list mark at the start', '- a', '\\- a'],
      ['a number at the start', '1. a', '1\\. a'],
      ['a number that starts no list', '1.5 a', '1.5 a'],
      ['a rule at the start', '---', '\\---'],
      ['a heading', '# a', '`#` a'],
      ['nothing', ' \n ', ''],
    ],
  ],
  [
    'mdCode',
    mdCode,
    [
      ['plain', 'a', '`a`'],
      ['backticks inside', 'a``b', '```a``b```'],
      ['backticks at an end', '`a', '`` `a ``'],
      ['line breaks', 'a\n\nb', '`a  b`'],
      ['nothing', '', ''],
    ],
  ],
  ['mdCellCode', mdCellCode, [['bars', 'a|b\\|c', '`a\\|b\\\\|c`']]],
  [
    'mdHtml',
    mdHtml,
    [
      ['markup', '</summary>*a*', '&lt;/summary&gt;*a*'],
      ['a mention', 'by @octocat', 'by <code>@octocat</code>'],
    ],
  ],
];

describe.each(tables)('%s', (_name, escape, cases) => {
  it.each(cases)('%s', (_what, text, expected) => expect(escape(text)).toBe(expected));
});

describe('mdLink', () => {
  it.each([
    ['an address', 'https://h.example/a/b#L1', '[x](https://h.example/a/b#L1)'],
    ['brackets and spaces in it', 'https://h.example/a (b)>', '[x](https://h.example/a%20%28b%29%3E)'],
    ['another scheme', 'javascript:alert(1)', '[x](#)'],
    ['none', undefined, 'x'],
  ])('%s', (_what, url, expected) => expect(mdLink('x', url)).toBe(expected));
});

describe('mdFence', () => {
  it('has a fence longer than any in the text', () => {
    expect(mdFence('mermaid', 'graph LR\n````\nx')).toBe('`````mermaid\ngraph LR\n````\nx\n`````\n');
  });
});
