/** Formats that training is configured in and that are not read, by the ending of the file. */
const formats: ReadonlyMap<string, string> = new Map([
  ['gin', 'gin-config'],
  ['jsonnet', 'Jsonnet'],
  ['libsonnet', 'Jsonnet'],
  ['pbtxt', 'protocol buffers as text'],
  ['textproto', 'protocol buffers as text'],
  ['cue', 'CUE'],
  ['dhall', 'Dhall'],
  ['hocon', 'HOCON'],
  ['zsh', 'zsh'],
  ['fish', 'fish'],
  ['csh', 'csh'],
  ['tcsh', 'csh'],
  ['ps1', 'PowerShell'],
  ['bat', 'a batch file of Windows'],
  ['cmd', 'a batch file of Windows'],
]);

/** The name of a format that is not read; `undefined` for all others. */
export function unsupportedFormat(path: string): string | undefined {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase();
  if (ending === 'ini' || ending === 'cfg')
    return /(?:^|\/)(?:configs?|conf|recipes)\//.test(path) ? 'INI' : undefined;
  return ending === undefined ? undefined : formats.get(ending);
}
