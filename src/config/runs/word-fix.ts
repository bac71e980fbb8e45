import type { Fix } from '../../report/model.ts';
import type { ShellPlace } from '../../documents/shell/model.ts';

/**
 * The edit that writes `to` for `from`, the first part of a word (`text`) of a script; none where the word is not written as it is passed:
 * in quotes, over several lines, or put together. The place may be that of a variable: there the word is corrected for every command.
 */
export function respelledWord(place: ShellPlace, text: string, from: string, to: string): Fix | undefined {
  const { file, line, column, endLine, endColumn } = place;
  if (line !== endLine || endColumn - column !== text.length || !text.startsWith(from)) return undefined;
  return { file, at: { line, column, endLine, endColumn: column + from.length, before: from }, text: to };
}
