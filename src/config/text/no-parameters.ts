import { textRules } from '../../documents/rules.ts';
import type { Finding } from '../../report/model.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import { findModels } from '../architecture/models.ts';
import { readers } from '../../documents/dialect.ts';

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

/** The config of a model of which nothing is left: its class would take defaults for everything. */
export function emptiedFindings({ file, root }: ConfigDocument, base: ConfigDocument): Finding[] {
  const isEmpty = root?.type === 'dict' && root.entries.size === 0;
  if (!isEmpty || findModels(base.root).length === 0) return [];
  return [
    textRules['no-parameters'].finding({
      file,
      line: 1,
      column: 1,
      message: 'nothing is left of this config of a model: it contains no parameters',
      help: 'restore its parameters, or delete the file',
    }),
  ];
}
