import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { anchor } from '../../../scripts/docs/rules.ts';
import { root, type SourceFile } from './sources.ts';

/** Links of a page to files or headings that are not there; links to other sites are not followed. */
export function brokenLinks({ file, text }: SourceFile): string[] {
  const prose = text.replaceAll(/^( *)(`{3,})[\s\S]*?^\1\2 *$/gm, '').replaceAll(/(`+)[^`\n]+\1/g, '');
  const targets = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map(
    (match) => match[1] ?? '',
  );
  return targets.filter((target) => !/^[a-z]+:/i.test(target) && !isThere(file, text, target));
}

function isThere(file: string, text: string, target: string): boolean {
  const [place = '', heading] = target.split('#');
  const linked = place === '' ? file : path.posix.join(path.posix.dirname(file), decodeURI(place));
  const full = path.join(root, linked);
  if (place !== '' && !existsSync(full)) return false;
  if (heading === undefined || !linked.endsWith('.md')) return true;
  return anchorsOf(place === '' ? text : readFileSync(full, 'utf8')).has(heading);
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(text: string): Set<string> {
  const headings = text.replaceAll(/^(`{3,})[\s\S]*?^\1 *$/gm, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm);
  return new Set([...headings].map((match) => anchor((match[1] ?? '').replaceAll(/[`*]|\]\([^)]*\)/g, ''))));
}
