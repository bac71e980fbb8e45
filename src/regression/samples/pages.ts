/** Files that are pages of one export: a part of them is not the evaluation. */
import { count } from '../../kernel/text.ts';
import type { Finding } from '../../report/model.ts';
import { regressionRules } from '../rules.ts';
import { shown } from '../shown.ts';

/** What a file says of the page that it is. */
export interface Page {
  /** Whether further pages follow. */
  readonly more?: boolean;
  /** Its number, and how many there are. */
  readonly number?: number;
  readonly of?: number;
}

/** What is missing of the pages of one side. */
export function pageFindings(pages: ReadonlyMap<string, Page>): Finding[] {
  return [...openEnd(pages), ...missingPages(pages)];
}

/** Pages that only say whether more follow: one of them is the last. */
function openEnd(pages: ReadonlyMap<string, Page>): Finding[] {
  const [open] = [...pages].filter(([, { more }]) => more === true);
  if (open === undefined || [...pages.values()].some(({ more }) => more === false)) return [];
  return [incomplete(open[0], 'The file says that more results follow, and no file is the last page')];
}

function missingPages(pages: ReadonlyMap<string, Page>): Finding[] {
  const bySize = new Map<number, Map<number, string>>();
  for (const [file, { number, of }] of pages)
    if (of !== undefined && of > 1 && number !== undefined)
      bySize.set(of, (bySize.get(of) ?? new Map<number, string>()).set(number, file));
  return [...bySize].flatMap(([of, numbers]) => {
    const [file] = numbers.values();
    return file === undefined || numbers.size >= of
      ? []
      : [
          incomplete(
            file,
            `${count(numbers.size, 'page')} of ${of} ${numbers.size === 1 ? 'is' : 'are'} here`,
          ),
        ];
  });
}

function incomplete(file: string, what: string): Finding {
  return regressionRules['unreadable-results'].finding({
    message: `${what}: the results of ${shown(file)} are a part of the evaluation.`,
    file,
    help: 'Download all pages, each into a file of its own that the globs match.',
  });
}
