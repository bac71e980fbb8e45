import type { Finding } from '../../report/model.ts';
import type { Arguments } from '../runs/flags.ts';

/**
 * What stands in a config that is whole without the command is the command's: at the word of the command whose value the finding
 * names, with the place in the config.
 */
export function atWord(finding: Finding, { flags, overrides }: Arguments): Finding {
  const words = [
    ...overrides.map(({ text, place }) => {
      const equals = text.indexOf('=');
      return { said: `${text.slice(0, equals).replace(/^.*[.+]/, '')} ${text.slice(equals + 1)}`, place };
    }),
    ...flags.flatMap(({ name, values: [value] }) =>
      value?.text === undefined ? [] : [{ said: `${name} ${value.text}`, place: value.place }],
    ),
  ];
  const word = words.find(({ said }) => ` ${finding.message} `.includes(` ${said} `));
  const isOfCommand = words.some(({ place }) => place.file === finding.file);
  if (word === undefined || finding.file === undefined || isOfCommand) return finding;
  const { file: config, line } = finding;
  const where = line === undefined ? config : `${config}:${line}`;
  return { ...finding, ...word.place, message: `${finding.message} (the other value is set at ${where})` };
}
