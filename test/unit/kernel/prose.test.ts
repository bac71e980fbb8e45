import { describe, expect, it } from 'vitest';
import { proseLines } from '../../../src/kernel/prose.ts';

const said = '/say this';

describe('a line that somebody says', () => {
  it.each<[string, string]>([
    ['alone', said],
    ['after other lines', `Hello\n${said}`],
    ['with Windows line ends', `Hello\r\n\r\n${said}\r\nBye`],
    ['a little indented', `   ${said}`],
    ['below a code block', `\`\`\`sh\nls\n\`\`\`\n${said}`],
    ['below a code block that shows a fence', `\`\`\`\`md\n\`\`\`\nx\n\`\`\`\n\`\`\`\`\n${said}`],
    ['below a code block with a quote in it', `~~~\n> x\n~~~\n${said}`],
    ['below a quote and a blank line', `> what?\n\n${said}`],
    ['beside code that is closed', `Use \`x\` and \`\`y\`z\`\`\n${said}`],
    ['below a backtick that is never closed', `It's a \` sign\n${said}`],
    ['below a comment', `<!-- template -->\n${said}`],
    ['below details', `<details>\n<pre>x</pre>\n</details>\n\n${said}`],
    ['below three backticks in a line that is not a fence', `\`\`\`x\`\`\` is code\n${said}`],
    ['below a list', `- one\n- two\n\n${said}`],
  ])('%s', (_, markdown) => {
    expect(proseLines(markdown)).toContain(said);
  });

  it('is reported with the code in it', () => {
    expect(proseLines('/say `this` <code>that</code>')).toEqual(['/say `this` <code>that</code>']);
  });
});

describe('a line that is only shown', () => {
  it.each<[string, string]>([
    ['in a code block', `\`\`\`\n${said}\n\`\`\``],
    ['in one with a language', `\`\`\`text\n${said}\n\`\`\``],
    ['in one of tildes', `~~~\n${said}\n~~~`],
    ['in one that is never closed', `\`\`\`\n${said}`],
    ['in one that a shorter fence does not close', `\`\`\`\`\n\`\`\`\n${said}\n\`\`\`\``],
    ['in one that another fence does not close', `\`\`\`\n~~~\n${said}\n\`\`\``],
    ['in one that a fence with words does not close', `\`\`\`\n\`\`\` js\n${said}\n\`\`\``],
    ['in one of a list', `- \`\`\`\n  ${said}\n  \`\`\``],
    ['in one of a numbered list', `1. x\n2) - ~~~\n${said}`],
    ['in an indented block', `Do:\n\n    ${said}`],
    ['in one that a tab indents', `Do:\n\n \t${said}`],
    ['in inline code', `\`${said}\``],
    ['in inline code over lines', `Write \`\n${said}\n\` there`],
    ['in inline code of two backticks', `Write \`\`a\n${said}\n\`b\`\``],
    ['in a quote', `> ${said}`],
    ['in a quote that goes on lazily', `> somebody wrote\n${said}`],
    ['in a quote of a quote', `> > ${said}\n${said}`],
    ['in a quote of a list', `- > x\n${said}`],
    ['in an HTML comment', `<!--\n${said}\n-->`],
    ['in one that is never closed', `<!--\n\n${said}`],
    ['in a pre', `<pre>\n${said}\n</pre>`],
    ['in code', `<CODE class="x">\n\n${said}\n\n</code>`],
    ['in a blockquote', `<blockquote>\n\n${said}\n\n</blockquote>`],
    ['in the middle of a sentence', `please ${said}`],
  ])('%s', (_, markdown) => {
    expect(proseLines(markdown)).not.toContain(said);
  });
});

it('reads long texts in time that grows with them', () => {
  const texts = ['`', '<!--', '<pre>', '> ', '- ', '```\n', '`\n', ' ', '\n', '</pre ', '1. '];
  for (const text of texts) expect(proseLines(text.repeat(60_000))).toBeInstanceOf(Array);
});
