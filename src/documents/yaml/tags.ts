import type { DocumentDirective } from 'js-yaml';

export type TagHandles = ReadonlyMap<string, string>;

const yamlPrefix = 'tag:yaml.org,2002:';

/** The tag handles of a document: `!!`, `!` and those of its %TAG directives. */
export function tagHandles(directives: readonly DocumentDirective[]): TagHandles {
  const handles = new Map([
    ['!', '!'],
    ['!!', yamlPrefix],
  ]);
  for (const directive of directives) {
    if (directive.kind === 'tag') handles.set(directive.handle, directive.prefix);
  }
  return handles;
}

/** The full tag of `!!int`, `!mine`, `!<…>`; `undefined` where the handle is not declared. */
export function tagName(written: string, handles: TagHandles): string | undefined {
  if (written === '!') return '!';
  if (written.startsWith('!<')) return written.slice(2, -1);
  const [, handle = '!', suffix = ''] = /^(!(?:[0-9A-Za-z_-]*!)?)(.*)$/.exec(written) ?? [];
  const prefix = handles.get(handle);
  return prefix === undefined ? undefined : prefix + suffix;
}

/** `int` of `tag:yaml.org,2002:int`; `undefined` of any other tag. */
export function yamlTag(tag: string): string | undefined {
  return tag.startsWith(yamlPrefix) ? tag.slice(yamlPrefix.length) : undefined;
}
