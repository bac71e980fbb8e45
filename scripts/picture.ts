/**
 * `npm run picture`: the pull-request comment of the demo, one of its suggestions, and a config in an editor as pictures, light and dark,
 * into docs/pictures. The words are those of the report that the demo made, and of yaml-language-server (YAML_LANGUAGE_SERVER, its program;
 * without it the editor's pictures stay); a browser without a window (Chromium, or CHROMIUM) draws them.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'marked';
import { renderComment } from '../src/report/comment.ts';
import { htmlText } from '../src/report/escape.ts';
import type { Report } from '../src/report/model.ts';
import { suggestionsOf } from '../src/report/suggestion.ts';
import { tellStory } from './demo/story.ts';
import { editorMarkup } from './editor-picture.ts';

const root = path.resolve(import.meta.dirname, '..');
const pictures = path.join(root, 'docs/pictures');
const browser = process.env['CHROMIUM'] ?? 'chromium';
const width = 960;

const schemes = {
  light: {
    back: '#ffffff',
    text: '#1f2328',
    muted: '#59636e',
    line: '#d1d9e0',
    head: '#f6f8fa',
    code: '#818b981f',
    link: '#0969da',
    old: '#ffebe9',
    fresh: '#dafbe1',
  },
  dark: {
    back: '#0d1117',
    text: '#f0f6fc',
    muted: '#9198a1',
    line: '#3d444d',
    head: '#151b23',
    code: '#656c7633',
    link: '#4493f8',
    old: '#f851491a',
    fresh: '#2ea04326',
  },
} as const;

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'model-gates-picture-'));
  try {
    const silence = { chapter: nothing, detail: nothing, pullRequest: nothing };
    mkdirSync(path.join(folder, 'story'));
    const { blocked, checkout } = await tellStory(path.join(folder, 'story'), silence);
    const comment = drawn(await parse(renderComment(blocked.report, 'model-gates'), { gfm: true }));
    const suggestion = drawn(await suggested(blocked.report, checkout));
    const server = process.env['YAML_LANGUAGE_SERVER'];
    const editor = server === undefined ? undefined : await editorMarkup(server, folder);
    mkdirSync(pictures, { recursive: true });
    for (const scheme of ['light', 'dark'] as const) {
      draw(folder, 'comment', scheme, page(boxed(comment), scheme));
      draw(folder, 'suggestion', scheme, page(boxed(suggestion), scheme));
      if (editor !== undefined) draw(folder, 'editor', scheme, page(editor, scheme));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function nothing(): void {}

/** The first suggestion, its block as GitHub shows it: the lines as they are, and as they would be. */
async function suggested(report: Report, checkout: string): Promise<string> {
  const { suggestions } = await suggestionsOf(report, (file) =>
    readFile(path.join(checkout, file), 'utf8').catch(() => undefined),
  );
  const [first] = suggestions;
  if (first === undefined) throw new Error('the demo has no suggestion');
  const [words = '', block = ''] = first.body.split('```suggestion\n');
  const after = block.replace(/\n```\n$/, '').split('\n');
  const rows = [...rowsOf('old', '-', first.before, first.line), ...rowsOf('new', '+', after, first.line)];
  const head = `<div class="file">${htmlText(first.file)}</div>`;
  const change = `<div class="change"><div class="title">Suggested change</div>${rows.join('')}<div class="buttons"><span>Commit suggestion</span></div></div>`;
  return head + (await parse(words, { gfm: true })) + change;
}

function rowsOf(kind: string, sign: string, lines: readonly string[], from: number): string[] {
  return lines.map(
    (line, index) =>
      `<div class="row ${kind}"><span>${from + index}</span><pre>${sign} ${htmlText(line)}</pre></div>`,
  );
}

/** The signs of verdicts and severities as GitHub's font shows them: the machine that draws may have no font for them. */
const signs: Readonly<Record<string, string>> = {
  '❌': '<path d="M3 3l10 10M13 3L3 13" stroke="#dd2e44" stroke-width="3" stroke-linecap="round"/>',
  '⏭': '<rect width="16" height="16" rx="3" fill="#3b88c3"/><path d="M3 4l4 4-4 4zM7 4l4 4-4 4z" fill="#fff"/><path d="M12 4v8" stroke="#fff" stroke-width="1.6"/>',
  '✅': '<rect width="16" height="16" rx="3" fill="#77b255"/><path d="M4 8l3 3 5-6" stroke="#fff" stroke-width="2" fill="none"/>',
};

function drawn(html: string): string {
  return html
    .replaceAll(
      /❌|⏭️?|✅/gu,
      (sign) => `<svg width="14" height="14" viewBox="0 0 16 16">${signs[sign.charAt(0)] ?? ''}</svg>`,
    )
    .replaceAll('\uFE0F', '');
}

/** The first drawing says how high the page is, the second is as high. */
function draw(folder: string, name: string, scheme: keyof typeof schemes, html: string): void {
  const file = path.join(folder, `${name}-${scheme}.html`);
  writeFileSync(file, html);
  const common = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--force-device-scale-factor=1.5',
    `--user-data-dir=${path.join(folder, 'profile')}`,
  ];
  const dom = run([...common, `--window-size=${width},800`, '--dump-dom', `file://${file}`]);
  const height = /data-height="(\d+)"/.exec(dom)?.[1] ?? '800';
  const target = path.join(pictures, `${name}-${scheme}.png`);
  run([...common, `--window-size=${width},${height}`, `--screenshot=${target}`, `file://${file}`]);
  console.log(`${path.relative(root, target)}: ${width} × ${height}`);
}

function run(args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(browser, args, { encoding: 'utf8', timeout: 120_000 });
  if (status === 0) return stdout;
  throw new Error(`${browser} does not draw: ${error?.message ?? stderr}`);
}

function boxed(comment: string): string {
  return `<div class="box"><div class="top"><b>github-actions</b> bot commented</div><div class="body">${comment}</div></div>`;
}

function page(content: string, scheme: keyof typeof schemes): string {
  const { back, text, muted, line, head, code, link, old, fresh } = schemes[scheme];
  return `<!doctype html><html><head><meta charset="utf-8"><style>
body { margin: 0; padding: 16px; background: ${back}; color: ${text}; font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif, "Noto Color Emoji"; }
.box { border: 1px solid ${line}; border-radius: 6px; }
.top { padding: 8px 16px; background: ${head}; border-bottom: 1px solid ${line}; border-radius: 6px 6px 0 0; color: ${muted}; }
.top b { color: ${text}; }
.body { padding: 16px; }
svg { vertical-align: -1px; } td:nth-child(2), td:last-child, td:first-child code { white-space: nowrap; }
h1, h2, h3 { margin: 16px 0 8px; font-size: 1.25em; } .body > :first-child { margin-top: 0; }
table { border-collapse: collapse; margin: 0 0 16px; display: block; max-width: 100%; overflow: hidden; }
th, td { border: 1px solid ${line}; padding: 6px 13px; text-align: left; }
tr:nth-child(2n) td { background: ${head}; }
code { background: ${code}; padding: .2em .4em; border-radius: 6px; font: 85% ui-monospace, "DejaVu Sans Mono", monospace; }
.file { font: 85% ui-monospace, "DejaVu Sans Mono", monospace; color: ${muted}; margin-bottom: 12px; }
.change { border: 1px solid ${line}; border-radius: 6px; overflow: hidden; } .title { padding: 6px 12px; border-bottom: 1px solid ${line}; color: ${muted}; }
.row { display: flex; font: 85% ui-monospace, "DejaVu Sans Mono", monospace; } .row span { width: 48px; padding: 2px 10px; text-align: right; color: ${muted}; } .row pre { margin: 0; padding: 2px 10px; font: inherit; flex: 1; }
.old { background: ${old}; } .new { background: ${fresh}; } .buttons { padding: 8px 12px; text-align: right; border-top: 1px solid ${line}; }
.buttons span { border: 1px solid ${line}; border-radius: 6px; padding: 4px 12px; background: ${head}; font-weight: 500; }
.editor { position: relative; border: 1px solid ${line}; border-radius: 6px; padding-bottom: 96px; font: 14px/1.6 ui-monospace, "DejaVu Sans Mono", monospace; }
.editor .tab { padding: 6px 16px; background: ${head}; border-bottom: 1px solid ${line}; border-radius: 6px 6px 0 0; margin-bottom: 8px; font: 13px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; }
.line { display: flex; } .line span { width: 48px; text-align: right; padding-right: 16px; color: ${muted}; } .line pre { margin: 0; font: inherit; }
.line b { font-weight: 400; color: ${link}; } .line s { text-decoration: none; color: ${muted}; } .line u { text-decoration: underline wavy #f85149; } .line em { margin-left: 24px; color: #f85149; font-style: normal; }
.line i { border-left: 2px solid ${text}; margin-left: 1px; }
.popup { position: absolute; left: 92px; top: 206px; display: flex; border: 1px solid ${line}; border-radius: 4px; background: ${head}; } .popup ul { margin: 0; padding: 4px 0; list-style: none; min-width: 200px; } .popup li { padding: 0 12px; } .popup li:first-child { background: ${link}; color: #fff; } .popup p { margin: 0; padding: 4px 12px; border-left: 1px solid ${line}; max-width: 420px; font: 13px/1.6 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; }
a { color: ${link}; text-decoration: none; } details { margin: 8px 0; } summary { cursor: default; } p { margin: 0 0 12px; }
</style></head><body>${content}
<script>document.documentElement.dataset.height = Math.ceil(document.documentElement.getBoundingClientRect().height)</script></body></html>
`;
}

await main();
