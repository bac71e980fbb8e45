/** Settings of the caller that would point git at another repository or change what it prints. */
const dropped =
  /^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|NAMESPACE|SHALLOW_FILE|DEFAULT_HASH|EXTERNAL_DIFF|DIFF_OPTS|PAGER|TRACE.*|(LITERAL|GLOB|NOGLOB|ICASE)_PATHSPECS|CURL_VERBOSE)$/;

export type Environment = Readonly<Record<string, string | undefined>>;

const fixed: Record<string, string> = {
  GIT_TERMINAL_PROMPT: '0',
  GCM_INTERACTIVE: 'never',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
  // Like replacements, grafts tell another history than the commits do: they are read where no file can be.
  GIT_GRAFT_FILE: '/dev/null/none',
  GIT_MERGE_AUTOEDIT: 'no',
  GIT_PAGER: '',
  LC_ALL: 'C',
};

/** The environment of every git process: the caller's, less what would lead git astray; never waits for a person. */
export function gitEnvironment(env: Environment): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(env))
    if (value !== undefined && !dropped.test(name)) kept[name] = value;
  return { ...kept, ...fixed };
}

/**
 * Variables that let git send the token to the forge of this job, and to no other host.
 * By environment and not by argument, so that no process list shows it. An empty value first drops
 * the header that actions/checkout has left: two of them are refused.
 */
export function authentication(remoteUrl: string, token: string, env: Environment): Record<string, string> {
  const server = originOf(env['GITHUB_SERVER_URL'] ?? 'https://github.com');
  if (server === undefined || originOf(remoteUrl) !== server) return {};
  const header = `AUTHORIZATION: basic ${basicCredential(token)}`;
  const key = `http.${server}/.extraheader`;
  return settingVariables(env, [
    [key, ''],
    [key, header],
  ]);
}

/** Variables by which git takes settings beside those that `env` hands it already. */
export function settingVariables(
  env: Environment,
  settings: readonly (readonly [key: string, value: string])[],
): Record<string, string> {
  const count = Number(env['GIT_CONFIG_COUNT'] ?? 0) || 0;
  const variables = settings.flatMap(([key, value], at) => [
    [`GIT_CONFIG_KEY_${count + at}`, key],
    [`GIT_CONFIG_VALUE_${count + at}`, value],
  ]);
  return Object.fromEntries([...variables, ['GIT_CONFIG_COUNT', String(count + settings.length)]]);
}

/** What stands for the token on the wire, and must be masked like it. */
export function basicCredential(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString('base64');
}

function originOf(url: string): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed?.protocol === 'https:' || parsed?.protocol === 'http:' ? parsed.origin : undefined;
}
