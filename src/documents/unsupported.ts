/** Formats that training is configured in and that are not read, by the ending of the file. */
const formats: ReadonlyMap<string, string> = new Map([
  ['gin', 'gin-config'],
  ['jsonnet', 'Jsonnet'],
  ['libsonnet', 'Jsonnet'],
  ['pbtxt', 'protocol buffers as text'],
  ['textproto', 'protocol buffers as text'],
  ['prototxt', 'protocol buffers as text'],
  ['hcl', 'HCL'],
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
  if (ending === undefined) return undefined;
  const isConfig = /(?:^|\/)(?:configs?|conf|recipes)\//.test(path);
  return formats.get(ending) ?? (isConfig ? besideConfigs.get(ending) : undefined);
}

/** What says something else in other folders. */
const besideConfigs: ReadonlyMap<string, string> = new Map([
  ['ini', 'INI'],
  ['cfg', 'INI'],
  ['properties', 'Java properties'],
  ['xml', 'XML'],
  ['nt', 'NestedText'],
  ['j2', 'a Jinja template'],
  ['pkl', 'a pickle'],
  ['pickle', 'a pickle'],
]);

/** Why a file by its ending is not a config that can be read, and what to do; `undefined` for all others. */
export function notSupported(path: string): { readonly message: string; readonly help: string } | undefined {
  const exception = `take it out of files in the policy ("!${path}")`;
  if (/\.(?:sh|bash|sbatch|slurm)$/i.test(path))
    return {
      message: 'this is a script and not a config: what it starts is judged when a change touches it',
      help: `see what is judged with \`model-gates config --entries\`, and ${exception}`,
    };
  const format = unsupportedFormat(path);
  if (format === undefined) return undefined;
  return {
    message: `${format} is not supported: configs are YAML, JSON, JSON5, TOML or Python`,
    help: `write it in one of these, or ${exception}`,
  };
}
