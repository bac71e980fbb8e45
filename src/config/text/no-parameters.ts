import { textRules } from '../../documents/rules.ts';
import type { Finding } from '../../report/model.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import { readers } from '../../documents/yaml/build.ts';

/** A file that the reader takes for something without names: nothing, one value, or a list. */
export function noParametersFindings({ file, root, dialect }: ConfigDocument): Finding[] {
  if (root === undefined || root.type === 'dict') return [];
  const place = { file, line: 1, column: 1 };
  if (root.type === 'list') {
    const message =
      'this file is a list: the registry and the cross-field rules look for names, and find none';
    return [
      textRules['no-parameters'].finding({
        ...place,
        severity: 'notice',
        message,
        help: `take it out of files in the policy ("!${file}"), or make it a mapping`,
      }),
    ];
  }
  const isEmpty = root.type === 'NoneType';
  return [
    textRules['no-parameters'].finding({
      ...place,
      message: `${readers[dialect]} reads this file as ${isEmpty ? 'None' : `one ${root.type}`}: it contains no parameters`,
      help: isEmpty ? 'write {} if it is to contain none' : 'write each parameter as name: value',
    }),
  ];
}
