import { poetrySpecifiers } from '../../pep440/poetry.ts';

/** What a file says of one package: a version, ranges of which one is enough, or a commit whose version is unknown. */
export type ReadPin =
  | { readonly version: string }
  | { readonly specifiers: readonly string[] }
  | { readonly commit: string };

type Reader = (name: string, text: string) => ReadPin | undefined;

/** What one file decides on for a package, as its format says it; `undefined` where it does not name the package. */
export function readPin(name: string, file: string, text: string): ReadPin | undefined {
  const base = file.slice(file.lastIndexOf('/') + 1);
  const [, readers] = formats.find(([pattern]) => pattern.test(base)) ?? [];
  for (const read of readers ?? [required, fromGit]) {
    const found = read(name, text);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `name = "transformers"`, and its version in the next line. */
const tomlLock: Reader = (name, text) =>
  exact(new RegExp(`^name = "${spelling(name)}"\\r?\\nversion = "([^"\\n]{1,60})"`, 'm').exec(text));

/** `name: transformers`, and its version in the next line; of conda's packages, pixi.lock has the address alone. */
const yamlLock: Reader = (name, text) =>
  exact(
    new RegExp(`^[ \\t-]*name: ${spelling(name)}\\r?\\n\\s*version: ['"]?([^'"\\s]{1,60})`, 'm').exec(text),
  ) ??
  exact(new RegExp(`/${spelling(name)}-(\\d[\\w.]{0,60})-[^/\\s]{1,80}\\.(?:conda|tar\\.bz2)`).exec(text));

/** `"transformers": {…, "version": "==4.57.1"}`. */
const pipfileLock: Reader = (name, text) =>
  exact(
    new RegExp(`"${spelling(name)}"\\s*:\\s*\\{[^{}]{0,50000}?"version"\\s*:\\s*"==([^"]{1,60})"`).exec(text),
  );

/** `transformers[torch]>=4.46,<5`, in a line of its own, in quotes, or behind `pip install`. */
const required: Reader = (name, text) => {
  const pattern = new RegExp(
    `(?:^|[\\s"',\\[])${spelling(name)}(?:\\[[^\\]\\n]{0,80}\\])?[ \\t]{0,4}((?:===?|[<>!~]=?)[^;,#"'\\s]{1,80}(?:, ?[<>!~=][^;#"'\\s]{1,40}){0,4})`,
    'm',
  );
  const specifier = pattern.exec(text)?.[1]?.replace(/,$/, '');
  if (specifier === undefined) return undefined;
  return ranged([specifier]);
};

/** One `==` is a version. */
function ranged(specifiers: readonly string[]): ReadPin {
  const [first = '', second] = specifiers;
  const version = second === undefined ? /^={2,3}\s*([\w.+!-]+)$/.exec(first)?.[1] : undefined;
  return version === undefined ? { specifiers } : { version };
}

/** `transformers @ git+https://…@v4.57.0`, or the address alone. */
const fromGit: Reader = (name, text) => {
  const own = spelling(name);
  const address =
    new RegExp(
      `(?:^|[\\s"'])${own}(?:\\[[^\\]\\n]{0,80}\\])?[ \\t]{0,4}@[ \\t]{0,4}git\\+([^\\s"'#;,]{1,300})`,
      'm',
    ).exec(text) ??
    new RegExp(
      `git\\+([^\\s"'#;,@]{1,200}(?:@[^\\s"'#;,@]{1,200})?/${own}(?:\\.git)?(?:@[^\\s"'#;,]{1,100})?)(?=["'#;,\\s]|$)`,
      'i',
    ).exec(text);
  return address?.[1] === undefined
    ? undefined
    : tagged(/@(.+)$/.exec(address[1].replace(/^\w+:\/\/[^/@]*@/, ''))?.[1] ?? 'the default branch');
};

/**
 * `transformers = "^4.46"` or `{ git = "…", rev = "v4.57.0" }` in a table of dependencies or sources, as Poetry, pixi, uv and Pipenv write
 * them, and a table of its own: `[tool.poetry.dependencies.transformers]`. Groups of tests and documentation count too.
 */
const tomlTable: Reader = (name, text) => {
  const own = spelling(name);
  const table = new RegExp(
    `^[ \\t]*\\[[^\\]\\n]{0,100}(?:dependencies|sources|packages)\\.["']?${own}["']?\\][^\\n]*\\n((?:(?![ \\t]*\\[)[^\\n]*(?:\\n|$)){0,40})`,
    'm',
  ).exec(text)?.[1];
  const inline = new RegExp(`^[ \\t]*["']?${own}["']?[ \\t]*=[ \\t]*([{"'][^\\n]{0,500})`, 'm').exec(
    text,
  )?.[1];
  return readTable(table ?? inline ?? '');
};

function readTable(text: string): ReadPin | undefined {
  const value = (key: string) =>
    new RegExp(`(?:^|[\\s{,])(?:${key})[ \\t]*=[ \\t]*["']([^"'\\n]{1,300})["']`).exec(text)?.[1];
  if (value('git') !== undefined) return tagged(value('tag|rev|branch') ?? 'the default branch');
  const range = /^["']([^"'\n]{1,100})["']/.exec(text)?.[1] ?? value('version');
  // `vllm = "acme.server:main"` is a script
  return range === undefined || !/^v?[\d<>=!~^]/.test(range) ? undefined : ranged(poetrySpecifiers(range));
}

/** A tag names its version (`v4.57.0`, `core_v0.12.0`); a branch or a commit has one that only its files say. */
function tagged(ref: string): ReadPin {
  const version = /^(?:[a-z]+[_-])?v?(\d+(?:\.\d+){1,3}(?:\.?(?:post|rc|a|b)\d+)?)$/.exec(ref)?.[1];
  return version === undefined ? { commit: ref.slice(0, 60) } : { version };
}

/** conda's `- transformers=4.57.1=pyhd8ed1ab_0`. */
const conda: Reader = (name, text) =>
  exact(
    new RegExp(`^[ \\t]*-[ \\t]+(?:[\\w-]+::)?${spelling(name)}=(\\d[\\w.]{0,60})(?:=|\\s|$)`, 'm').exec(
      text,
    ),
  );

/** Images in which a framework runs, by its version. */
const images: ReadonlyMap<string, string> = new Map([
  ['vllm', 'vllm/vllm-openai'],
  ['sglang', 'lmsysorg/sglang'],
  ['transformers', 'huggingface/transformers-[\\w-]+'],
  ['axolotl', '(?:axolotlai|winglian)/axolotl(?:-cloud)?'],
]);

/** `FROM vllm/vllm-openai:v0.11.0`, `image: lmsysorg/sglang:v0.5.2-cu126`. */
const image: Reader = (name, text) => {
  const named = images.get(name);
  if (named === undefined) return undefined;
  return exact(
    new RegExp(
      `(?:^|[\\s"'/])${named}:v?(\\d+\\.\\d+[.\\d]{0,20}(?:\\.?(?:post|rc)\\d+)?)(?=[-_@"'\\s]|$)`,
      'm',
    ).exec(text),
  );
};

const formats: readonly (readonly [RegExp, readonly Reader[]])[] = [
  [/\.lock$/, [tomlLock, yamlLock, pipfileLock]],
  [/\.toml$|^Pipfile$/, [tomlLock, tomlTable, required, fromGit]],
  [/^conda-lock\.yml$/, [yamlLock]],
  [/^environment\.ya?ml$/, [required, fromGit, conda]],
  [/\.ya?ml$|Dockerfile|Containerfile/, [required, fromGit, image]],
];

function exact(found: RegExpExecArray | null): ReadPin | undefined {
  const version = found?.[1];
  return version === undefined ? undefined : { version };
}

const projectNames: ReadonlyMap<string, RegExp> = new Map([
  [
    'pyproject.toml',
    /^\[(?:project|tool\.poetry)\][ \t]*(?:\r?\n(?!\[).*)*?\r?\nname[ \t]*=[ \t]*["']([\w.-]{1,100})["']/m,
  ],
  ['setup.py', /^[ \t]*(?:setup\()?[ \t]*name[ \t]*=[ \t]*["']([\w.-]{1,100})["']/m],
  ['setup.cfg', /^name[ \t]*=[ \t]*([\w.-]{1,100})/m],
]);

/** The package that a project of the root makes, spelt as indexes spell it; `undefined` of other files. */
export function projectName(file: string, text: string): string | undefined {
  return projectNames
    .get(file)
    ?.exec(text)?.[1]
    ?.toLowerCase()
    .replaceAll(/[-_.]+/g, '-');
}

/** Dashes, underscores and points are one in names of packages. */
function spelling(name: string): string {
  return name.replaceAll('-', '[-_.]');
}
