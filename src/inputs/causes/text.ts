import { change, sharedEnd, sharedStart, type Change } from './change.ts';

/** What happened to a text. */
export function textChange(a: string, b: string): Change {
  const [tight, tightNow] = [a, b].map((text) => text.replaceAll(/\s+/g, ''));
  if (tight === tightNow) return change('text', 'space', 'only white space differs');
  if (a.toLowerCase() === b.toLowerCase()) return change('text', 'case', 'only capitals differ');
  if (a.normalize('NFKC') === b.normalize('NFKC'))
    return change('text', 'unicode', 'only the Unicode normal form differs');
  const [one, other] = [Array.from(a), Array.from(b)];
  const start = sharedStart(one, other);
  const end = sharedEnd(one, other, Math.min(one.length, other.length) - start);
  const [gone, come] = [one.length - start - end, other.length - start - end];
  if (gone === 0)
    return change('template', `+${come}`, `+${come} characters from place ${start}: another template`);
  if (come === 0)
    return end === 0
      ? change('truncation', 'end', `the end is cut off (at ${start} characters)`)
      : change('template', `-${gone}`, `-${gone} characters from place ${start}: another template`);
  return change('text', 'other', `the text differs from place ${start}`);
}
