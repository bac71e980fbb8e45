/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	// The require scope
/******/ 	var __nccwpck_require__ = {};
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};
// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  formatOf: () => (/* reexport */ formatOf),
  judgeDependencies: () => (/* reexport */ judgeDependencies)
});

;// CONCATENATED MODULE: ./build/src/dependencies/source.js
const kinds = [
    'default',
    'registry',
    'index',
    'pypi',
    'pip',
    'legacy',
    'conda',
    'image',
    'git',
    'hg',
    'svn',
    'bzr',
    'vcs',
    'url',
    'file',
    'path',
    'directory',
    'editable',
    'virtual',
    'source',
    'unknown',
];
const defaultSource = { kind: 'default', address: '' };
function sourceOf(kind, address = '') {
    const known = kinds.find((one) => one === kind);
    return known === undefined ? { kind: 'unknown', address: `${kind} ${address}` } : { kind: known, address };
}
function sourceText({ kind, address }) {
    if (kind === 'default')
        return '';
    return address === '' ? kind : `${kind} ${address}`;
}

;// CONCATENATED MODULE: ./build/src/kernel/record.js
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/own-values.js

function asTable(value) {
    return isRecord(value) ? value : undefined;
}
function at(value, ...keys) {
    let current = value;
    for (const key of keys)
        current = own(current, key);
    return current;
}
function own(value, key) {
    return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
function textAt(value, ...keys) {
    const found = at(value, ...keys);
    return typeof found === 'string' ? found : undefined;
}
function scalarAt(value, ...keys) {
    const found = at(value, ...keys);
    return typeof found === 'number' || typeof found === 'bigint'
        ? String(found)
        : textAt(found === undefined ? {} : { found }, 'found');
}
function listAt(value, ...keys) {
    const found = at(value, ...keys);
    return Array.isArray(found) ? found : [];
}
function textsAt(value, ...keys) {
    return listAt(value, ...keys).filter((item) => typeof item === 'string');
}
function entriesAt(value, ...keys) {
    return Object.entries(asTable(at(value, ...keys)) ?? {});
}

;// CONCATENATED MODULE: ./build/src/report/rule.js
function defineRules(family, texts) {
    const rules = Object.entries(texts).map(([name, text]) => [
        name,
        defineRule({ id: `${family}/${name}`, ...text }),
    ]);
    return Object.fromEntries(rules);
}
function defineRule(doc) {
    return { ...doc, finding: (found) => findingOf(doc, found) };
}
function findingOf(rule, { severity = rule.severity, ...found }) {
    const finding = { rule: '', severity, ...found };
    return { ...finding, rule: rule.id };
}

;// CONCATENATED MODULE: ./build/src/dependencies/rules.js

const stateIt = 'If it is meant, state the exact move in a commit message (`Dependency-Change: torch 2.9.1 -> 2.10.0`) or as a line of `.github/dependency-moves.txt`; if not, put the old version back with the command that the finding names.';
const depsRules = defineRules('deps', {
    unexplained: {
        severity: 'error',
        summary: 'A watched package moved although its own requirement did not change and the old version still satisfies it. Three of four such moves in real repositories are accidents of locking again.',
        example: 'pyproject.toml   "torch>=2.6"   (unchanged)\nuv.lock          torch 2.9.1 -> 2.10.0',
        fix: stateIt,
    },
    'over-move': {
        severity: 'error',
        summary: 'The requirement changed, but what was locked before still satisfies it, and the new one is not named: the lock moved further than the change asked for.',
        example: 'pyproject.toml   "torch>=2.6" -> "torch>=2.8"\nuv.lock          torch 2.9.1 -> 2.10.0',
        fix: `Name the version that you want in the requirement, or lock again with the old one. ${stateIt}`,
    },
    downgraded: {
        severity: 'error',
        summary: 'A watched package went to an older version that no requirement asks for.',
        example: 'uv.lock          torch 2.11.0 -> 2.10.0   (requirement unchanged)',
        fix: stateIt,
    },
    'identity-change': {
        severity: 'error',
        summary: 'The version number is the same, but the build, the index, the commit or the content of the files is another: `+cpu` for `+cu128`, a fork for the original.',
        example: 'uv.lock          torch 2.9.0+cu128 -> 2.9.0+cpu',
        fix: `State the index or source in the manifest. ${stateIt}`,
    },
    'fork-added': {
        severity: 'error',
        summary: 'The lock holds more variants of a watched package than before: some platform or extra gets another one.',
        example: 'uv.lock          torch 2.9.0 -> 2.9.0 | 2.9.0+cu128',
        fix: stateIt,
    },
    'fork-collapsed': {
        severity: 'error',
        summary: 'The lock holds fewer variants of a watched package than before.',
        example: 'uv.lock          torch 2.7.1 | 2.7.1+cu128 -> 2.7.1',
        fix: stateIt,
    },
    removed: {
        severity: 'error',
        summary: 'A watched package left the lock although no requirement for it was removed.',
        example: 'uv.lock          flash-attn 2.8.3 -> none',
        fix: `Name it in the manifest if the model needs it. ${stateIt}`,
    },
    forced: {
        severity: 'warning',
        summary: 'Another package that moved shuts the old version out. A warning where that package was asked for, else an error: nothing asked for either.',
        example: 'poetry.lock      transformers 4.55.0 -> 4.56.0   (asked for)\n                 tokenizers 0.21.4 -> 0.22.0',
        fix: 'Nothing, if you want the package that it follows. Read what changed in both.',
    },
    added: {
        severity: 'warning',
        summary: 'A watched package is new in the lock and no requirement names it. Libraries use what they find installed.',
        example: 'uv.lock          none -> xformers 0.0.32',
        fix: 'Name it in the manifest if the model is meant to run with it.',
    },
    held: {
        severity: 'error',
        summary: 'The move was asked for, but the policy lets this package move only with an exemption.',
        example: 'packages: { torch: { requested: fail } }',
        fix: 'Ask for an exemption, or change the policy first, in a change of its own.',
    },
    'broken-pair': {
        severity: 'error',
        summary: 'Packages that only work together do not fit, even if the move was asked for.',
        example: 'torch 2.10.0 with torchvision 0.24.1 (needs 0.25.0)',
        fix: 'Move both together, or set the pair in the policy (`pairs`, `ignore-pairs`).',
    },
    'cuda-major': {
        severity: 'warning',
        summary: 'The lock brings another major version of CUDA than before.',
        example: 'torch 2.10.0 (cu12) -> 2.11.0 (cu13)',
        fix: 'Check drivers, base images and compiled extensions.',
    },
    'requires-python': {
        severity: 'notice',
        summary: 'The required Python changed, and watched packages moved with it: locking for other Python versions chooses everything anew.',
        example: 'requires-python = ">=3.10" -> ">=3.11"',
        fix: 'Change the required Python in a change of its own, with the old versions kept.',
    },
    'base-image': {
        severity: 'warning',
        summary: 'The base image of a Dockerfile moved: it brings its own Python packages, CUDA and cuDNN, which no lock shows.',
        example: 'FROM registry.example/nvidia/pytorch:26.03-py3 -> 26.04-py3',
        fix: 'Read the release notes of the image for the versions of torch and CUDA.',
    },
    unpinned: {
        severity: 'warning',
        summary: 'A Dockerfile installs a watched package without a version: every build may get another one.',
        example: 'RUN pip install flash-attn',
        fix: 'Pin it (`flash-attn==2.8.3`) or install from the lock.',
    },
    'locks-disagree': {
        severity: 'warning',
        summary: 'Two locks of the same folder hold different versions of a watched package, and one of them moved or is new. A pin without a local tag goes with every build of its release.',
        example: 'uv.lock torch 2.10.0, requirements.txt torch 2.9.1',
        fix: 'Export or lock the other file again.',
    },
    'lock-removed': {
        severity: 'error',
        summary: 'A lock with watched packages was deleted and no other took its place.',
        example: 'deleted uv.lock',
        fix: 'Restore the lock, or add its replacement in the same folder.',
    },
    'unreadable-file': {
        severity: 'error',
        summary: 'A lock or manifest cannot be read: cut in half, merge-conflict markers, no text, a link out of the repository, or too large.',
        example: '<<<<<<< HEAD in uv.lock',
        fix: 'Take the version of the base and lock again.',
    },
    'unsupported-format': {
        severity: 'error',
        summary: 'The version of the lock format is not known: nothing in it can be judged.',
        example: 'version = 2 in uv.lock',
        fix: 'Write it with a known version of the tool, or update the action.',
    },
    'newer-revision': {
        severity: 'warning',
        summary: 'A uv.lock of a revision that is newer than this gate: it is judged, since uv keeps revisions readable for older readers (a new version is not).',
        example: 'version = 1, revision = 6 in uv.lock',
        fix: 'Update the action.',
    },
    'unreadable-line': {
        severity: 'error',
        summary: 'A line of a manifest is no requirement. A warning where it stood there before.',
        example: 'torch===>2',
        fix: 'Write it as PEP 508 says: `torch>=2.6`.',
    },
    'include-escapes': {
        severity: 'error',
        summary: 'A requirements file includes a file outside the repository, or an address, which is never read.',
        example: '-r ../../shared/requirements.txt',
        fix: 'Keep the included file in the repository.',
    },
    'include-cycle': {
        severity: 'error',
        summary: 'A requirements file includes itself, at once or through others.',
        example: '-r requirements.txt in requirements.txt',
        fix: 'Remove one of the includes.',
    },
    'environment-conflict': {
        severity: 'error',
        summary: '`pip check` finds that installed packages do not fit each other.',
        example: 'transformers 4.57.1 requires tokenizers>=0.22, but you have tokenizers 0.21.0.',
        fix: 'Install from the lock in a fresh environment.',
    },
    'environment-drift': {
        severity: 'error',
        summary: 'A watched package is installed in another version than the lock holds, or than in the snapshot of the base.',
        example: 'installed torch 2.9.1, uv.lock holds 2.10.0',
        fix: 'Install from the lock (`uv sync --frozen`, `pip install -r requirements.txt`).',
    },
    'unknown-class': {
        severity: 'error',
        summary: 'The policy gives a consequence to a class of moves that does not exist.',
        example: 'classes: { unexplaned: warn }',
        fix: 'Use a class of docs/dependencies.md.',
    },
});

;// CONCATENATED MODULE: ./build/src/dependencies/model.js


const moveClasses = [
    'requested',
    'allowed',
    'added',
    'forced',
    'over-move',
    'unexplained',
    'identity-change',
    'fork-added',
    'fork-collapsed',
    'removed',
    'downgraded',
];
const maxPackages = 200_000;
const nothing = {
    entries: [],
    statements: [],
    includes: [],
    problems: [],
    generated: false,
    governedBy: [],
};
function unreadable(message, place = {}) {
    return { ...nothing, problems: [{ rule: depsRules['unreadable-file'], message, ...place }] };
}
function newerRevision(format, revision, known) {
    return {
        rule: depsRules['newer-revision'],
        message: `was judged, but revision ${revision} of ${format} is newer than ${known}, the last that this gate knows`,
        line: 1,
        help: 'Update this action: a newer revision may hold what it does not look at.',
    };
}
function unsupported(format, version, expected) {
    const named = version === undefined
        ? `it names no version of ${format}`
        : `${format} version ${version} is not known to this gate`;
    const message = `${named} (it reads ${expected})`;
    return {
        ...nothing,
        problems: [
            {
                rule: depsRules['unsupported-format'],
                message,
                line: 1,
                help: 'Write the lock with a known version of the tool, or update this action.',
            },
        ],
    };
}

;// CONCATENATED MODULE: ./build/src/pep440/names.js
function normaliseName(name) {
    return name
        .trim()
        .toLowerCase()
        .replaceAll(/[-_.]+/g, '-');
}
const condaToPypi = new Map([
    ['pytorch', 'torch'],
    ['pytorch-gpu', 'torch'],
    ['pytorch-cpu', 'torch'],
    ['pytorch-triton', 'triton'],
]);
function pypiName(name) {
    return condaToPypi.get(name) ?? name;
}
function nameMatcher(patterns) {
    const plain = new Set();
    const globs = [];
    for (const pattern of patterns) {
        const parts = normalisePattern(pattern).split('*');
        if (parts.length === 1)
            plain.add(parts[0] ?? '');
        else
            globs.push(parts);
    }
    return (name) => plain.has(name) || globs.some((parts) => matchesParts(parts, name));
}
function normalisePattern(pattern) {
    return pattern.includes(':') ? pattern.trim().toLowerCase() : normaliseName(pattern);
}
function matchesParts(parts, name) {
    const first = parts[0] ?? '';
    const last = parts.at(-1) ?? '';
    if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last))
        return false;
    let from = first.length;
    for (const part of parts.slice(1, -1)) {
        const at = name.indexOf(part, from);
        if (at < 0 || at + part.length > name.length - last.length)
            return false;
        from = at + part.length;
    }
    return true;
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/places.js
const start = { line: 1, column: 1 };
function entrySpots(text, isHeader, key) {
    const spots = [];
    let found = true;
    forEachLine(text, (line, number) => {
        if (isHeader(line)) {
            spots.push({ line: number, column: 1 });
            found = false;
        }
        else if (!found) {
            const match = key.exec(line);
            if (match === null)
                return;
            spots[spots.length - 1] = { line: number, column: match[0].length + 1 };
            found = true;
        }
    });
    return spots;
}
function forEachLine(text, visit) {
    let from = 0;
    for (let number = 1; from <= text.length; number++) {
        const newline = text.indexOf('\n', from);
        const end = newline < 0 ? text.length : newline;
        visit(text.slice(from, text[end - 1] === '\r' ? end - 1 : end), number);
        from = end + 1;
    }
}
const scanBudget = 100_000_000;
function locator(text) {
    const lineStarts = startsOfLines(text);
    const used = new Map();
    let budget = scanBudget;
    return (...needles) => {
        for (const needle of needles) {
            const from = used.get(needle) ?? 0;
            const offset = budget > 0 ? text.indexOf(needle, from) : -1;
            budget -= (offset < 0 ? text.length : offset) - from;
            if (offset < 0)
                continue;
            used.set(needle, offset + needle.length);
            return spotAt(lineStarts, offset);
        }
        return start;
    };
}
function orderedLocator(text) {
    const lineStarts = startsOfLines(text);
    let cursor = 0;
    let misses = 0;
    return (...needles) => {
        for (const needle of needles) {
            const offset = misses > 100 ? -1 : text.indexOf(needle, cursor);
            if (offset < 0)
                continue;
            cursor = offset + needle.length;
            return spotAt(lineStarts, offset);
        }
        misses++;
        return start;
    };
}
function startsOfLines(text) {
    const starts = [0];
    for (let from = text.indexOf('\n'); from >= 0; from = text.indexOf('\n', from + 1))
        starts.push(from + 1);
    return starts;
}
function spotAt(lineStarts, offset) {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((lineStarts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/entry.js



function entryAt(name, spot, fields) {
    const { line, column } = spot;
    return {
        name: normaliseName(name.slice(0, longest)),
        source: defaultSource,
        own: false,
        environment: '',
        markers: [],
        needs: [],
        artifacts: noArtifacts,
        line,
        column,
        ...fields,
        ...(fields.version === undefined ? {} : { version: fields.version.slice(0, longest) }),
    };
}
const longest = 300;
const noArtifacts = () => [];
function tableSpots(text, table, count) {
    const header = new RegExp(`^\\s*\\[\\[\\s*${table}\\s*\\]\\]`);
    const spots = entrySpots(text, (line) => line.includes('[[') && header.test(line), /^\s*version\s*=\s*/);
    return (index) => (spots.length === count ? spots[index] : undefined) ?? start;
}

;// CONCATENATED MODULE: ./build/src/kernel/redact.js
const userInfo = /([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/?#@'"<>]{1,2000}(?:@[^\s/?#@'"<>]{0,2000}){0,4}@/gi;
const secretQuery = /([?&;][^=&\s#]{0,100}(?:token|key|secret|password|passwd|pwd|auth|sig|signature|credential|sas|private)[^=&\s#]{0,100}=)[^&\s#'"]{1,4000}/gi;
function redact(text, secrets = []) {
    const clean = secrets
        .filter((secret) => secret !== undefined)
        .filter((secret) => secret.length > 0)
        .flatMap(spellings)
        .toSorted((a, b) => b.length - a.length)
        .reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
    return clean.replaceAll(userInfo, '$1***@').replaceAll(secretQuery, '$1***');
}
function spellings(secret) {
    return [
        secret,
        JSON.stringify(secret).slice(1, -1),
        encodeURIComponent(secret.toWellFormed()),
        new URLSearchParams({ '': secret }).toString().slice(1),
        Buffer.from(secret).toString('base64'),
    ];
}
function sourceUrl(url) {
    return redact(url.trim())
        .replace(/\/+$/, '')
        .replace(/^[a-z][a-z0-9+.-]{0,30}:\/\/(?:\*\*\*@)?/i, (scheme) => scheme.toLowerCase().replace('***@', ''))
        .replace(/^([a-z0-9+.-]+:\/\/)([^/]+)/, (_, scheme, host) => scheme + host.toLowerCase());
}

;// CONCATENATED MODULE: ./build/src/pep440/version.js
const pattern = /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;
const preNames = {
    alpha: 'a',
    a: 'a',
    beta: 'b',
    b: 'b',
    preview: 'rc',
    pre: 'rc',
    c: 'rc',
    rc: 'rc',
};
const version_longest = 512;
function parseVersion(text) {
    const trimmed = text.trim().toLowerCase();
    const match = trimmed.length > version_longest ? null : pattern.exec(trimmed);
    if (match === null)
        return undefined;
    const [, epoch, release, preName, preNumber, postNumber, postName, postNumber2, devName, devNumber, local] = match;
    const pre = preName === undefined ? undefined : preNames[preName];
    return {
        epoch: BigInt(epoch ?? 0),
        release: (release ?? '').split('.').map(BigInt),
        pre: pre === undefined ? undefined : [pre, BigInt(preNumber ?? 0)],
        post: postNumber === undefined && postName === undefined ? undefined : BigInt(postNumber ?? postNumber2 ?? 0),
        dev: devName === undefined ? undefined : BigInt(devNumber ?? 0),
        local: (local?.split(/[-_.]/) ?? []).map((part) => (/^\d+$/.test(part) ? BigInt(part) : part)),
    };
}
function compareVersions(a, b) {
    const other = orderOf(b);
    for (const [index, parts] of orderOf(a).entries()) {
        const order = compareParts(parts, other[index] ?? []);
        if (order !== 0)
            return order;
    }
    return 0;
}
function orderOf({ epoch, release, pre, post, dev, local }) {
    return [
        [epoch],
        withoutTrailingZeros(release),
        pre ?? [post === undefined && dev !== undefined ? '' : 'release'],
        post === undefined ? [] : [post],
        dev === undefined ? ['release'] : ['dev', dev],
        local,
    ];
}
function compareParts(a, b) {
    for (const [index, part] of a.entries()) {
        const other = b[index];
        if (other === undefined)
            return 1;
        if (typeof part !== typeof other)
            return typeof part === 'bigint' ? 1 : -1;
        if (part !== other)
            return part < other ? -1 : 1;
    }
    return a.length - b.length;
}
function versionText(version) {
    const { local } = version;
    return publicText(version) + (local.length === 0 ? '' : `+${local.join('.')}`);
}
function publicText({ epoch, release, pre, post, dev }) {
    return [
        epoch === 0n ? '' : `${epoch}!`,
        release.join('.'),
        pre === undefined ? '' : pre.join(''),
        post === undefined ? '' : `.post${post}`,
        dev === undefined ? '' : `.dev${dev}`,
    ].join('');
}
function versionKey(text) {
    const version = parseVersion(text);
    return version === undefined
        ? text
        : versionText({ ...version, release: withoutTrailingZeros(version.release) });
}
function withoutTrailingZeros(release) {
    return release.slice(0, Math.max(1, release.findLastIndex((part) => part !== 0n) + 1));
}
function publicKey(text) {
    return versionKey(text).split('+', 1)[0] ?? text;
}
function meetsPin(version, pin) {
    return (versionKey(version) === versionKey(pin) || (!pin.includes('+') && publicKey(version) === publicKey(pin)));
}

;// CONCATENATED MODULE: ./build/src/pep440/specifier.js

const operators = ['===', '~=', '==', '!=', '<=', '>=', '<', '>'];
function parseSpecifiers(text) {
    const clauses = [];
    for (const part of text.split(',')) {
        if (part.trim() === '')
            continue;
        const clause = parseClause(part.trim());
        if (clause === undefined)
            return undefined;
        clauses.push(clause);
    }
    return clauses;
}
function parseClause(part) {
    const operator = operators.find((candidate) => part.startsWith(candidate));
    if (operator === undefined)
        return undefined;
    const text = part.slice(operator.length).trim();
    if (operator === '===')
        return /^[^\s,;)]+$/.test(text)
            ? { operator, text, version: parseVersion(text), prefix: false }
            : undefined;
    const prefix = text.endsWith('.*');
    const version = parseVersion(prefix ? text.slice(0, -2) : text);
    if (version === undefined || !isAllowed(operator, version, prefix))
        return undefined;
    return { operator, text, version, prefix };
}
function isAllowed(operator, version, prefix) {
    const equality = operator === '==' || operator === '!=';
    if (prefix)
        return equality && version.dev === undefined && version.local.length === 0;
    if (operator === '~=' && version.release.length < 2)
        return false;
    return equality || version.local.length === 0;
}
function satisfies(version, clauses, raw) {
    return clauses.every((clause) => holds(clause, version, raw));
}
function holds(clause, candidate, raw) {
    if (clause.operator === '===')
        return (raw ?? '').toLowerCase() === clause.text.toLowerCase();
    return clause.version !== undefined && tests[clause.operator](candidate, clause.version, clause.prefix);
}
const tests = {
    '==': equal,
    '!=': (candidate, wanted, prefix) => !equal(candidate, wanted, prefix),
    '<=': (candidate, wanted) => compareVersions(withoutLocal(candidate), wanted) <= 0,
    '>=': (candidate, wanted) => compareVersions(withoutLocal(candidate), wanted) >= 0,
    '<': less,
    '>': greater,
    '~=': compatible,
};
function equal(candidate, wanted, prefix) {
    if (prefix)
        return startsWith(candidate, wanted);
    return compareVersions(wanted.local.length === 0 ? withoutLocal(candidate) : candidate, wanted) === 0;
}
function startsWith(candidate, wanted) {
    const prefix = parts(wanted);
    const padded = Math.max(0, wanted.release.length - candidate.release.length);
    const release = [...candidate.release, ...Array.from({ length: padded }, () => 0n)];
    const whole = parts({ ...candidate, release });
    return prefix.every((part, index) => whole[index] === part);
}
function parts({ epoch, release, pre, post, dev }) {
    return [
        `${epoch}!`,
        ...release.map(String),
        ...(pre === undefined ? [] : [pre.join('')]),
        ...(post === undefined ? [] : [`post${post}`]),
        ...(dev === undefined ? [] : [`dev${dev}`]),
    ];
}
function less(candidate, wanted) {
    if (compareVersions(candidate, wanted) >= 0)
        return false;
    if (isPrerelease(wanted) || !isPrerelease(candidate) || !sameBase(candidate, wanted))
        return true;
    return wanted.post !== undefined && (candidate.pre !== undefined || candidate.post !== wanted.post);
}
function greater(candidate, wanted) {
    if (compareVersions(withoutLocal(candidate), wanted) <= 0)
        return false;
    if (wanted.post !== undefined || wanted.dev !== undefined || candidate.post === undefined)
        return true;
    return !sameBase(candidate, wanted) || candidate.pre?.join('') !== wanted.pre?.join('');
}
function compatible(candidate, wanted) {
    if (compareVersions(withoutLocal(candidate), wanted) < 0)
        return false;
    const release = wanted.release.slice(0, -1);
    return startsWith(candidate, { ...wanted, release, pre: undefined, post: undefined, dev: undefined });
}
function isPrerelease(version) {
    return version.pre !== undefined || version.dev !== undefined;
}
function sameBase(a, b) {
    return baseText(a) === baseText(b);
}
function baseText({ epoch, release }) {
    return `${epoch}!${withoutTrailingZeros(release).join('.')}`;
}
function withoutLocal(version) {
    return version.local.length === 0 ? version : { ...version, local: [] };
}

;// CONCATENATED MODULE: ./build/src/pep440/requirement.js



const head = /^([A-Za-z0-9](?:[A-Za-z0-9._-]{0,254}[A-Za-z0-9])?)\s{0,20}(?:\[([^\]]{0,2000})\])?\s{0,20}/;
function parseRequirement(text) {
    const trimmed = text.trim();
    const match = trimmed.length > 20_000 ? null : head.exec(trimmed);
    if (match === null)
        return undefined;
    const rest = trimmed.slice(match[0].length);
    const base = { name: normaliseName(match[1] ?? ''), extras: parseExtras(match[2] ?? '') };
    return rest.startsWith('@') ? withUrl(base, rest.slice(1).trim()) : withSpecifier(base, rest);
}
function parseExtras(text) {
    const extras = text.split(',').map(normaliseName);
    return extras.filter((extra) => extra !== '').toSorted();
}
function withUrl(base, rest) {
    const [url, marker] = splitMarker(rest);
    if (url === '' || /\s/.test(url))
        return undefined;
    return { ...base, specifier: '', url: sourceUrl(url), marker };
}
function splitMarker(text) {
    const at = /\s;|;\s/.exec(text);
    return at === null ? [text.trim(), ''] : [text.slice(0, at.index).trim(), text.slice(at.index + 2).trim()];
}
function withSpecifier(base, rest) {
    const semicolon = rest.indexOf(';');
    const specifier = unwrap((semicolon < 0 ? rest : rest.slice(0, semicolon)).trim());
    const clauses = parseSpecifiers(specifier);
    if (clauses === undefined)
        return undefined;
    const marker = semicolon < 0 ? '' : rest.slice(semicolon + 1).trim();
    return { ...base, specifier: specifierText(specifier), url: undefined, marker };
}
function unwrap(text) {
    return text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1).trim() : text;
}
function specifierText(text) {
    const clauses = text.split(',').map((clause) => clause.replaceAll(/\s+/g, ''));
    return [...new Set(clauses)]
        .filter((clause) => clause !== '')
        .toSorted()
        .join(',');
}
function requirementText({ name, extras, specifier, url, marker }) {
    const extraText = extras.length === 0 ? '' : `[${extras.join(',')}]`;
    const markerText = marker === '' ? '' : ` ; ${marker.replaceAll('"', "'").replaceAll(/\s+/g, ' ')}`;
    return name + extraText + (url === undefined ? specifier : ` @ ${url}`) + markerText;
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/requirement-lines.js
function logicalLines(text) {
    const lines = [];
    let pending;
    const flush = () => {
        if (pending === undefined)
            return;
        push(lines, pending.parts.join(''), pending.line);
        pending = undefined;
    };
    for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
        const isComment = /^\s*#/.test(raw);
        const continues = raw.endsWith('\\') && !isComment;
        const part = continues ? withoutBackslashes(raw) : raw;
        pending ??= { parts: [], line: index + 1 };
        pending.parts.push(isComment && pending.parts.length > 0 ? ` ${part}` : part);
        if (!continues)
            flush();
    }
    flush();
    return lines;
}
function push(lines, joined, line) {
    const text = withoutComment(joined).trim();
    if (text !== '')
        lines.push({ text, line, column: joined.length - joined.trimStart().length + 1 });
}
function withoutBackslashes(line) {
    let from = 0;
    let to = line.length;
    while (line[from] === '\\')
        from++;
    while (to > from && line[to - 1] === '\\')
        to--;
    return line.slice(from, to);
}
function withoutComment(line) {
    for (let hash = line.indexOf('#'); hash >= 0; hash = line.indexOf('#', hash + 1)) {
        if (hash === 0 || /\s/.test(line[hash - 1] ?? ''))
            return line.slice(0, hash);
    }
    return line;
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/statement.js




function collector(file) {
    const statements = [];
    return {
        statements,
        isFull: () => statements.length > maxPackages,
        requirement: (text, { line, column }, kind = 'requirement', context = '') => {
            const parsed = parseRequirement(text);
            if (parsed === undefined)
                return false;
            const { name, specifier, marker } = parsed;
            const identity = context + requirementText(parsed);
            statements.push({
                name,
                kind,
                text: identity,
                specifier,
                dialect: 'pep440',
                marker,
                file,
                line,
                column,
            });
            return true;
        },
        ranged: (name, { dialect, specifier, detail = '', marker = '', kind = 'requirement' }, { line, column }) => {
            const text = redact([name, specifier, detail, marker].filter((part) => part !== '').join(' '));
            statements.push({
                name: isLiteral(name) ? name : normaliseName(name),
                kind,
                text,
                specifier,
                dialect,
                marker,
                file,
                line,
                column,
            });
        },
    };
}
function isLiteral(name) {
    return name === '*' || name.startsWith('image:');
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/requirement-writers.js
function writerOf(text, path) {
    if (/freeze[^/]*$/i.test(path))
        return freeze;
    const head = text.slice(0, 4000);
    return writers.find(([sign]) => sign.test(head))?.[1] ?? {};
}
const compiler = {
    restore: (name, version) => `run the command at the top of the file with \`--upgrade-package '${name}==${version}'\``,
    relock: 'run the command at its top',
};
const exporter = {
    restore: (name, version) => `put ${name} ${version} back in the lock that the file is exported from, and export it again`,
    relock: 'export it again only when its lock is mended',
};
const freeze = {
    restore: (name, version) => `install ${name}==${version}, and write the file anew`,
};
const writers = [
    [/^#.*\b(?:pip-compile|uv pip compile)\b/m, compiler],
    [/^#.*(?:\b(?:uv|poetry|pdm) export\b|@generated by PDM)/m, exporter],
];

;// CONCATENATED MODULE: ./build/src/dependencies/formats/conflict-marker.js


const marker = /^(?:<{7} |>{7} |={7}$|\|{7} )/;
function conflictMarker(text) {
    let found;
    forEachLine(text, (line, number) => {
        if (found === undefined && marker.test(line))
            found = number;
    });
    if (found === undefined)
        return undefined;
    return unreadable('it holds merge-conflict markers', {
        line: found,
        column: 1,
        help: 'Resolve the conflict: take the base version of the lock, then let the tool lock again.',
    });
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/requirements.js










const requirements = {
    name: 'requirements.txt',
    supports: (path) => /(?:^|\/)(?:[^/]*(?:requirements|constraints)[^/]*\.(?:txt|in)|requirements\/[^/]+\.(?:txt|in)|(?:[^/]*[-_.])?freeze\.txt|pip[-_]?freeze[^/]*\.txt)$/i.test(path),
    parse,
    restore: (name, version) => `pin ${name}==${version} again`,
};
function parse(text, path) {
    const conflict = conflictMarker(text);
    if (conflict !== undefined)
        return conflict;
    const draft = readLines(logicalLines(text), path);
    const generated = isGenerated(text, draft) || /freeze[^/]*$/i.test(path);
    return {
        ...nothing,
        entries: sourcedEntries(draft),
        statements: generated ? [] : draft.to.statements,
        includes: draft.includes,
        problems: draft.problems,
        generated,
        governedBy: generated ? sourcesOf(text) : [],
        ...(generated ? { tool: writerOf(text, path) } : {}),
    };
}
function readLines(lines, path) {
    const draft = { to: collector(path), entries: [], includes: [], problems: [], indexes: [], path };
    for (const line of lines)
        readLine(line, draft);
    return draft;
}
function sourcedEntries({ entries, indexes }) {
    const source = indexes.length === 0 ? defaultSource : sourceOf('index', indexes.toSorted().join(' '));
    return entries.map((entry) => (entry.source.kind === 'default' ? { ...entry, source } : entry));
}
function isGenerated(text, { entries }) {
    if (/^#.{0,80}(?:autogenerated|generated by|pip-compile|uv pip compile|uv export|poetry export|pdm export)/im.test(text))
        return true;
    if (/^[ \t]*#[ \t]*via\b/m.test(text) || / # via \S/.test(text))
        return true;
    const isHashed = entries.length > 0 && entries.every(({ artifacts }) => artifacts().length > 0);
    const isExported = entries.length >= 10 &&
        entries.every(({ markers, version }) => markers.length > 0 && version !== undefined);
    return isHashed || isExported;
}
function sourcesOf(text) {
    const header = text.slice(0, 4000).match(/^#\s*(?:uv pip compile|pip-compile)[^\n]*/m)?.[0] ?? '';
    const named = header.split(/\s+/).filter((word) => /^[^-=][^=]*\.(?:in|toml|cfg|txt)$/.test(word));
    const via = [...text.matchAll(/# {1,8}(?:via )? {0,8}-r ([^\s(]{1,300})/g)].map((match) => match[1] ?? '');
    return [...new Set([...named, ...via])].filter((name) => name !== '');
}
const maxProblems = 1000;
function readLine(line, draft) {
    if (draft.to.isFull() || draft.problems.length >= maxProblems)
        return;
    const option = options.find(([names]) => names.test(line.text));
    if (option !== undefined)
        option[1](line.text.replace(option[0], '').trim(), line, draft);
    else if (line.text.startsWith('-'))
        ignoredOption(line, draft);
    else
        requirementLine(line.text, line, draft);
}
const include = (constraint) => (value, { line }, { includes }) => includes.push({ path: unquote(value), constraint, line });
const index = (kind) => (value, line, { indexes, to }) => {
    const url = sourceUrl(unquote(value));
    indexes.push(`${kind}${url}`);
    to.ranged('*', { dialect: 'pep440', specifier: '', kind: 'index', detail: `${kind}${url}` }, line);
};
const options = [
    [/^(?:-r|--requirement)(?:\s+|=|(?<=^-r))/, include(false)],
    [/^(?:-c|--constraint)(?:\s+|=|(?<=^-c))/, include(true)],
    [/^(?:-i|--index-url|--pypi-url)(?:\s+|=)/, index('')],
    [/^--extra-index-url(?:\s+|=)/, index('extra ')],
    [/^(?:-f|--find-links)(?:\s+|=)/, index('links ')],
    [/^(?:-e|--editable)(?:\s+|=)/, (value, line, draft) => requirementLine(value, line, draft)],
];
const known = /^--(?:no-index|prefer-binary|pre|trusted-host|require-hashes|no-binary|only-binary|use-feature|always-unzip|uploaded-prior-to|config-settings?|global-option)\b|^-Z\b/;
function ignoredOption({ text, line, column }, { problems }) {
    if (known.test(text))
        return;
    const message = `pip has no option ${JSON.stringify(text.split(/[\s=]/, 1)[0]?.slice(0, 40))} for a requirements file`;
    problems.push({ rule: depsRules['unreadable-line'], message, line, column });
}
function requirementLine(text, line, draft) {
    const { body, hashes } = splitOptions(text);
    const requirement = parseRequirement(body) ?? directUrl(body);
    if (requirement === undefined)
        return noRequirement(body, line, draft);
    const { name, specifier, marker, url, extras } = requirement;
    if (name === '')
        return;
    const detail = [extras.length === 0 ? '' : `[${extras.join(',')}]`, url ?? '']
        .filter((part) => part !== '')
        .join(' ');
    draft.to.ranged(name, { dialect: 'pep440', specifier, detail, marker: marker.replaceAll('"', "'") }, line);
    const entry = pinOf(requirement, line, hashes);
    if (entry !== undefined)
        draft.entries.push(entry);
}
function splitOptions(text) {
    const cut = text.search(/\s--?[a-z]/i);
    if (cut < 0)
        return { body: text, hashes: [] };
    const hashes = [...text.slice(cut).matchAll(/--hash[=\s]\s*([a-z0-9]+:[0-9a-f]+)/gi)].map((match) => match[1] ?? '');
    return { body: text.slice(0, cut).trim(), hashes };
}
function directUrl(text) {
    const [body, marker] = splitMarker(text);
    const isUrl = /^[a-z][a-z0-9+.-]*:/i.test(body);
    if (!isUrl && !/^[./~]|^[a-z]:[\\/]|[\\/]|\.(?:whl|zip|tar\.gz)(?:\[[^\]]*\])?$/i.test(body))
        return undefined;
    if (/\s/.test(body))
        return undefined;
    const egg = /[#&]egg=([A-Za-z0-9._-]+)/.exec(body)?.[1];
    const wheel = /([A-Za-z0-9._]+)-[^-/]+(?:-[^-/]+){3,4}\.whl/.exec(body)?.[1];
    const name = normaliseName(egg ?? wheel ?? (isUrl ? repositoryName(body) : ''));
    return { name, extras: [], specifier: '', url: sourceUrl(body), marker };
}
function repositoryName(url) {
    const path = url.split('#', 1)[0] ?? '';
    const last = path.slice(path.lastIndexOf('/') + 1).split('@', 1)[0] ?? '';
    return last.endsWith('.git') ? last.slice(0, -4) : last;
}
function noRequirement(text, { line, column }, { problems }) {
    const shown = JSON.stringify(sourceUrl(text).slice(0, 80));
    problems.push({
        rule: depsRules['unreadable-line'],
        message: `${shown} is no requirement that pip can read`,
        line,
        column,
    });
}
function pinOf({ name, specifier, url, marker }, spot, hashes) {
    const version = /^={2,3}([^,*]+)$/.exec(specifier)?.[1];
    if (version === undefined && url === undefined)
        return undefined;
    return {
        name,
        ...(version === undefined ? {} : { version }),
        source: url === undefined ? defaultSource : sourceOf('url', url),
        own: url !== undefined && !/^[a-z][a-z0-9+.-]+:/i.test(url) && !url.endsWith('.whl'),
        environment: '',
        markers: marker === '' ? [] : [marker],
        needs: [],
        artifacts: () => hashes,
        line: spot.line,
        column: spot.column,
    };
}
function unquote(text) {
    return text.replace(/^(["'])(.*)\1$/, '$2');
}

;// CONCATENATED MODULE: external "../js-yaml/index.js"
const index_js_namespaceObject = require("../js-yaml/index.js");
;// CONCATENATED MODULE: ./build/src/dependencies/formats/yaml.js



function readYaml(text) {
    try {
        const data = (0,index_js_namespaceObject.load)(text, { schema: index_js_namespaceObject.FAILSAFE_SCHEMA });
        const isBomb = text.includes('&') && countNodes(data, text.length) > text.length;
        return isBomb ? { ok: false, parsed: bomb } : { ok: true, data };
    }
    catch (error) {
        if (!(error instanceof index_js_namespaceObject.YAMLException || error instanceof RangeError))
            throw error;
        return { ok: false, parsed: conflictMarker(text) ?? failure(error) };
    }
}
const bomb = unreadable('its aliases repeat each other until it holds more than can be read', {
    help: 'Write it without aliases (`*name`), as the tools that lock do.',
});
function countNodes(value, most) {
    if (typeof value !== 'object' || value === null)
        return 1;
    let count = 1;
    for (const child of Object.values(value)) {
        if (count > most)
            break;
        count += countNodes(child, most - count);
    }
    return count;
}
function failure(error) {
    if (!(error instanceof index_js_namespaceObject.YAMLException))
        return unreadable('not YAML: it is nested too deeply or too large to read');
    const { reason, mark } = error;
    const place = mark === undefined ? {} : { line: mark.line + 1, column: mark.column + 1 };
    return unreadable(`not YAML: ${reason}`, place);
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/conda-environment.js








const condaEnvironment = {
    name: 'environment.yml',
    supports: (path) => /(?:^|\/)(?:environment[^/]*|[^/]*[-_.](?:environment|env)|conda(?!-lock)[^/]*|environments\/[^/]+)\.ya?ml$/i.test(path),
    parse: conda_environment_parse,
    restore: (name, version) => `pin ${name}=${version} again`,
};
const condaExport = {
    restore: (name, version) => `install ${name}=${version}, and write the file anew with \`conda env export\``,
};
const hasDependencies = /^dependencies[ \t]*:/m;
function conda_environment_parse(text, path) {
    const read = readYaml(text);
    if (!read.ok)
        return hasDependencies.test(text) ? read.parsed : nothing;
    const items = listAt(read.data, 'dependencies');
    if (items.length === 0)
        return nothing;
    const to = collector(path);
    const find = locator(text);
    const specs = items.filter((item) => typeof item === 'string').slice(0, maxPackages + 1);
    const entries = specs.flatMap((spec) => condaSpec(spec, find(`- ${spec}`, spec), to));
    const pipLines = items
        .flatMap((item) => textsAt(item, 'pip'))
        .slice(0, maxPackages + 1)
        .map((line) => ({ text: line.trim(), ...itemSpot(find, line) }));
    const pip = readLines(pipLines, path);
    for (const channel of textsAt(read.data, 'channels')) {
        to.ranged('*', { dialect: 'conda', specifier: '', kind: 'index', detail: `channel ${channel}` }, find(channel));
    }
    const generated = textAt(read.data, 'prefix') !== undefined || (specs.length >= 10 && specs.every(hasBuild));
    const statements = generated ? [] : [...to.statements, ...pip.to.statements];
    return {
        ...nothing,
        entries: [...entries, ...sourcedEntries(pip)],
        statements,
        includes: pip.includes,
        problems: pip.problems,
        generated,
        ...(generated ? { tool: condaExport } : {}),
    };
}
function itemSpot(find, line) {
    const { line: number, column } = find(`- ${line}`, `"${line}"`, `'${line}'`, line);
    return { line: number, column: column + 2 };
}
function hasBuild(spec) {
    return spec.split('=').filter((part) => part !== '').length === 3;
}
const shape = /^(?:([^\s:]+)::)?([A-Za-z0-9_.-]+)\s*(?:\[[^\]]*\])?\s*(.*)$/;
function condaSpec(spec, spot, to) {
    const match = shape.exec(spec.trim());
    if (match === null)
        return [];
    const [, channel = '', name = '', rest = ''] = match;
    const specifier = rest.trim();
    to.ranged(name, { dialect: 'conda', specifier, detail: channel === '' ? '' : `channel=${channel}` }, spot);
    const pin = /^={0,2}\s*(\d[^\s=*<>,|]*)(?:=([^\s=]+))?$/.exec(specifier);
    if (pin === null)
        return [];
    const source = sourceOf('conda', [channel, pin[2] ?? ''].filter((part) => part !== '').join(' '));
    return [entryAt(name, spot, { version: pin[1] ?? '', source })];
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/artifacts.js

function fileName(url) {
    const path = url.split(/[?#]/, 1)[0] ?? '';
    return path.slice(path.lastIndexOf('/') + 1);
}
function fileHashes(items, fileKeys, hashKey = 'hash') {
    return items.flatMap((item) => {
        const hash = textAt(item, hashKey);
        const file = fileKeys.map((key) => textAt(item, key)).find((name) => name !== undefined);
        return hash === undefined ? [] : [`${fileName(file ?? '')} ${hash}`];
    });
}
function hashTable(item, file) {
    return entriesAt(item, 'hashes').flatMap(([algorithm, hash]) => typeof hash === 'string' ? [`${fileName(file)} ${algorithm}:${hash}`] : []);
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/conda-url.js


function condaPackage(url) {
    const slash = url.lastIndexOf('/');
    const parts = url
        .slice(slash + 1)
        .replace(/\.(?:conda|tar\.bz2)$/, '')
        .split('-');
    const build = parts.pop();
    const version = parts.pop();
    if (slash < 0 || build === undefined || version === undefined || parts.length === 0)
        return undefined;
    return {
        name: parts.join('-'),
        version,
        source: sourceOf('conda', `${sourceUrl(url.slice(0, slash))} ${build}`),
    };
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/conda-lock.js










const condaLock = {
    name: 'conda-lock.yml',
    supports: (path) => /(?:^|\/)(?:[^/]*[-_.])?conda-lock\.ya?ml$/.test(path),
    parse: conda_lock_parse,
    relock: '`conda-lock lock --update NAME` for what you did mean',
};
function conda_lock_parse(text) {
    const read = readYaml(text);
    if (!read.ok)
        return read.parsed;
    const version = textAt(read.data, 'version');
    if (version !== '1')
        return unsupported('conda-lock.yml', version, 'version 1');
    const packages = listAt(read.data, 'package');
    const spots = entrySpots(text, (line) => /^\s*- (?:name|category|version|manager):/.test(line), /^\s*(?:- )?version: /);
    const entries = packages.map((item, index) => entryOf(item, (spots.length === packages.length ? spots[index] : undefined) ?? start));
    return { ...nothing, entries, generated: true, governedBy: textsAt(read.data, 'metadata', 'sources') };
}
function entryOf(item, spot) {
    const version = textAt(item, 'version');
    const url = textAt(item, 'url') ?? '';
    const isConda = textAt(item, 'manager') !== 'pip';
    return entryAt(textAt(item, 'name') ?? '', spot, {
        ...(version === undefined ? {} : { version }),
        source: isConda ? (condaPackage(url)?.source ?? sourceOf('conda', sourceUrl(url))) : pipSource(url),
        environment: textAt(item, 'platform') ?? '',
        needs: entriesAt(item, 'dependencies').map(([name, specifier]) => ({
            name: normaliseName(name),
            specifier: typeof specifier === 'string' ? specifier : '',
            dialect: isConda ? 'conda' : 'poetry',
        })),
        artifacts: () => entriesAt(item, 'hash').map(([algorithm, hash]) => `${fileName(url)} ${algorithm}:${String(hash)}`),
    });
}
function pipSource(url) {
    return url.startsWith('git+') ? sourceOf('git', sourceUrl(url)) : sourceOf('pip');
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/docker-lines.js
function instructions(text) {
    const lines = text.split(/\r\n|\n/);
    const found = [];
    for (let index = 0; index < lines.length;) {
        let first = index;
        const parts = [];
        let continues = true;
        while (continues && index < lines.length) {
            const at = index++;
            const line = lines[at] ?? '';
            if (/^\s*#/.test(line) || (parts.length > 0 && line.trim() === ''))
                continue;
            if (parts.length === 0)
                first = at;
            const trimmed = line.trimEnd();
            continues = trimmed.endsWith('\\');
            parts.push(continues ? trimmed.slice(0, -1) : trimmed);
        }
        const joined = parts.join(' ').trim();
        const end = /<<-?\s*["']?([A-Za-z_]\w*)["']?/.exec(joined)?.[1];
        const body = [];
        if (end !== undefined) {
            while (index < lines.length && (lines[index] ?? '').trim() !== end)
                body.push(lines[index++] ?? '');
            index++;
        }
        const split = joined.search(/\s/);
        if (split > 0)
            found.push({
                keyword: joined.slice(0, split).toUpperCase(),
                rest: [joined.slice(split).trim(), ...body].join('\n'),
                line: first + 1,
            });
    }
    return found;
}
function substitute(text, values) {
    return text.replaceAll(/\$(?:\{(\w+)(?::([-+])([^{}]*))?\}|(\w+))/g, (whole, braced, operator, other, bare) => {
        const value = values.get(braced ?? bare ?? '');
        if (operator === '+')
            return value === undefined || value === '' ? '' : (other ?? '');
        if (operator === '-')
            return value === undefined || value === '' ? (other ?? '') : value;
        return value ?? whole;
    });
}
function assignments(text) {
    return words(text).map((word) => {
        const split = word.indexOf('=');
        return split < 0 ? [word, undefined] : [word.slice(0, split), word.slice(split + 1)];
    });
}
function words(text) {
    const found = [];
    for (const match of text.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])+/g)) {
        found.push(match[0].replaceAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g, (_, double, single) => double ?? single ?? ''));
    }
    return found;
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/installs.js

function installsOf(script) {
    return commandsOf(script).flatMap((command) => installOf(words(command)));
}
function commandsOf(script) {
    const found = [];
    let current = '';
    for (const match of script.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|&&|\|\|?|;|\n|\\.|[^"'&|;\n\\]+|./gs)) {
        if (/^(?:&&|\|\|?|;|\n)$/.test(match[0])) {
            found.push(current);
            current = '';
        }
        else
            current += match[0];
    }
    return [...found, current];
}
const tools = [
    { dialect: 'pep440', names: /^(?:\S*\/)?(?:pip[\d.]*|uv)$/ },
    { dialect: 'conda', names: /^(?:\S*\/)?(?:conda|mamba|micromamba)$/ },
];
function installOf(all) {
    const at = all.findIndex((word) => word === 'install');
    const before = at < 0 ? [] : all.slice(0, at);
    const tool = tools.find(({ names }) => before.some((word) => names.test(word)));
    if (tool === undefined)
        return [];
    return [{ dialect: tool.dialect, items: itemsOf(all.slice(at + 1), tool.dialect) }];
}
const withValue = /^(?:-[rcteibnp]|-f|--(?:requirement|constraint|target|index-url|extra-index-url|default-index|index|find-links|prefix|root|python|platform|python-version|progress-bar|timeout|retries|cache-dir|no-binary|only-binary|config-settings|global-option|trusted-host|name|channel|editable|torch-backend|index-strategy|overrides?|build-constraints?))$/;
const indexOption = /^(?:-i|--index-url|--extra-index-url|--default-index|-f|--find-links)$/;
function itemsOf(rest, dialect) {
    const items = [];
    for (let index = 0; index < rest.length; index++) {
        const word = rest[index] ?? '';
        const [option = '', inline] = word.split('=', 2);
        const isIndex = dialect === 'pep440' && indexOption.test(option);
        if (!word.startsWith('-')) {
            if (isFetched(word))
                items.push(word);
        }
        else if (isIndex)
            items.push(inline === undefined ? `${option} ${rest[++index] ?? ''}` : word);
        else if (withValue.test(word))
            index++;
    }
    return items.map((item) => item.replace(/^--default-index/, '--index-url'));
}
function isFetched(word) {
    return !/^(?:\.|\/|~|\d?>|<|\$|&)/.test(word);
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/dockerfile.js









const dockerfile = {
    name: 'Dockerfile',
    supports: (path) => /(?:^|\/)(?:Dockerfile|Containerfile)(?:[.\-_][^/]*)?$|\.(?:dockerfile|containerfile)$/i.test(path),
    parse: dockerfile_parse,
    restore: (name, version) => name.startsWith('image:')
        ? `write FROM ${name.slice('image:'.length)}:${version} again`
        : `pin ${name}==${version} again`,
};
function dockerfile_parse(text, path) {
    const conflict = conflictMarker(text);
    if (conflict !== undefined)
        return conflict;
    const build = {
        to: collector(path),
        entries: [],
        global: new Map(),
        stages: new Set(),
        path,
        values: new Map(),
        inStage: false,
    };
    for (const instruction of instructions(text))
        if (!build.to.isFull())
            handlers[instruction.keyword]?.(instruction, build);
    return { ...nothing, entries: build.entries, statements: build.to.statements };
}
const handlers = {
    ARG: readArguments,
    ENV: readVariables,
    FROM: readBase,
    RUN: readRun,
};
function readArguments({ rest }, build) {
    for (const [name, value] of assignments(rest)) {
        const given = value === undefined ? build.global.get(name) : substitute(value, build.values);
        if (given === undefined)
            continue;
        if (!build.inStage)
            build.global.set(name, given);
        build.values.set(name, given);
    }
}
function readVariables({ rest }, build) {
    const pairs = assignments(rest);
    const old = /^(\w+)\s+([^=].*)$/s.exec(rest);
    if (pairs[0]?.[1] === undefined && old !== null)
        build.values.set(old[1] ?? '', substitute(old[2] ?? '', build.values));
    else
        for (const [name, value] of pairs)
            if (value !== undefined)
                build.values.set(name, substitute(value, build.values));
}
function readBase({ rest, line }, build) {
    const parts = words(substitute(rest, build.global)).filter((word) => !word.startsWith('--'));
    const [image = '', as = '', stage = ''] = parts;
    build.values = new Map();
    build.inStage = true;
    if (image !== '' && image !== 'scratch' && !build.stages.has(image.toLowerCase()))
        addImage(image, line, build);
    if (as.toLowerCase() === 'as')
        build.stages.add(stage.toLowerCase());
}
function addImage(image, line, { to, entries }) {
    const [reference = '', digest] = redact(image).split('@', 2);
    const colon = reference.indexOf(':', reference.lastIndexOf('/') + 1);
    const repository = (colon < 0 ? reference : reference.slice(0, colon)).toLowerCase();
    const tag = colon < 0 ? (digest === undefined ? 'latest' : '') : reference.slice(colon + 1);
    const name = `image:${repository}`;
    const version = tag === '' ? (digest ?? '') : tag;
    const spot = { line, column: 1 };
    to.ranged(name, {
        dialect: 'pep440',
        specifier: '',
        detail: `${tag}${digest === undefined ? '' : `@${digest}`}`,
        kind: 'image',
    }, spot);
    entries.push({
        ...entryAt('', spot, { version, source: sourceOf('image', digest === undefined ? '' : `@${digest}`) }),
        name,
    });
}
function readRun({ rest, line }, build) {
    const script = substitute(rest, build.values);
    for (const { items, dialect } of installsOf(script)) {
        if (dialect === 'conda')
            readConda(items, line, build);
        else
            readPip(items, line, build);
    }
}
function readPip(items, line, { to, entries, path }) {
    const draft = readLines(items.map((text) => ({ text, line, column: 1 })), path);
    for (const statement of draft.to.statements)
        to.statements.push(statement);
    for (const entry of sourcedEntries(draft))
        entries.push(entry);
}
function readConda(items, line, { to, entries }) {
    for (const item of items) {
        const match = /^(?:([^\s:]+)::)?([A-Za-z0-9_.-]+)(.*)$/.exec(item);
        if (match === null)
            continue;
        const [, channel = '', name = '', specifier = ''] = match;
        to.ranged(name, { dialect: 'conda', specifier, detail: channel }, { line, column: 1 });
        const version = /^={1,2}(\d[^=*<>,|]*)/.exec(specifier)?.[1];
        if (version !== undefined)
            entries.push(entryAt(name, { line, column: 1 }, { version, source: sourceOf('conda') }));
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/error.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
function getLineColFromPtr(string, ptr) {
    let lines = string.slice(0, ptr).split(/\r?\n/);
    return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
    let lines = string.split(/\r?\n/);
    let codeblock = '';
    let numberLen = (Math.log10(line + 1) | 0) + 1;
    for (let i = line - 1; i <= line + 1; i++) {
        let l = lines[i - 1];
        if (!l)
            continue;
        codeblock += i.toString().padEnd(numberLen, ' ');
        codeblock += ':  ';
        codeblock += l;
        codeblock += '\n';
        if (i === line) {
            codeblock += ' '.repeat(numberLen + column + 2);
            codeblock += '^\n';
        }
    }
    return codeblock;
}
class TomlError extends Error {
    line;
    column;
    codeblock;
    constructor(message, options) {
        const [line, column] = getLineColFromPtr(options.toml, options.ptr);
        const codeblock = makeCodeBlock(options.toml, line, column);
        super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
        this.line = line;
        this.column = column;
        this.codeblock = codeblock;
    }
    /** @internal */
    static x(message, ctx, ptr) {
        throw new TomlError(message, { toml: ctx.s, ptr: ptr ?? ctx.p });
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/primitive.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function parseString(ctx) {
    let startPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p++);
    let first = c;
    let isLiteral = c === 0x27; /* ' */
    let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
    if (isMultiline) {
        // Trim initial newline
        if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 0xa /* \n */)
            ctx.p++;
        else if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)
            ctx.p += 2;
    }
    // For the record: it is not worth it to use a fast-path for literal strings using `indexOf`.
    // Doing a char-by-char iteration ends up dispatching less instructions, for the same wall-clock runtime.
    let parsed = '';
    let sliceStart = ctx.p;
    // states:
    //   0 - decoding
    //   1 - decoding escape
    //   2 - whitespace escape (no newline encountered yet, must fail on non-whitespace)
    //   3 - whitespace escape (newline encountered, allowed to transition back to normal decode)
    let state = 0;
    for (; ctx.p < ctx.s.length; ctx.p++) {
        c = ctx.s.charCodeAt(ctx.p);
        // Deal with newlines first, since that simplifies control character checking and handling across all states
        if (isMultiline && (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */))) {
            state = state && 3;
        }
        // Control characters are banned in TOML, so we throw an error if we encounter them
        else if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in strings', ctx);
        }
        // The string might terminate while we're parsing through a newline escape.
        // It must have encountered a newline; otherwise, it'll simply fail in another branch.
        else if ((!state || state === 3) && c === first && (!isMultiline || (ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first))) {
            if (isMultiline) {
                // If the string ends with 4-5 quotes, then the first 1-2 are part of the string
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
            }
            // If we're in a newline escape still, then there's nothing to add.
            if (!state) {
                // Avoid a useless concat operation if the string can be used as-is.
                let s = ctx.s.slice(sliceStart, ctx.p);
                parsed = parsed ? parsed + s : s;
            }
            ctx.p += isMultiline ? 3 : 1;
            return parsed;
        }
        // Baseline state; keep moving forward unless an escape sequence starts
        else if (!state) {
            if (!isLiteral && c === 0x5c /* \ */) {
                parsed += ctx.s.slice(sliceStart, (sliceStart = ctx.p));
                state = 1;
            }
        }
        else if (state === 1) {
            if (c === 0x78 /* x */ || c === 0x75 /* u */ || c === 0x55 /* U */) { // Unicode escape
                let errPtr = ctx.p++ - 1;
                let value = 0;
                let len = c === 0x78 /* x */ ? 2 : c === 0x75 /* u */ ? 4 : 8;
                for (let j = 0; j < len; j++, ctx.p++) {
                    let hex = ctx.s.charCodeAt(ctx.p);
                    let digit = 
                    /* 0-9 */ hex >= 0x30 && hex <= 0x39 ? hex - 0x30 :
                        /* A-F */ hex >= 0x41 && hex <= 0x46 ? hex - 0x41 + 10 :
                            /* a-f */ hex >= 0x61 && hex <= 0x66 ? hex - 0x61 + 10 : -1;
                    if (digit < 0)
                        TomlError.x('invalid non-hex character in unicode escape', ctx);
                    value = (value << 4) | digit;
                }
                // Because JS does bitwise on signed 32bit integers, all 0xfzzzzzzz values are actually seen as negative
                if (value < 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
                    TomlError.x('invalid unicode escape', ctx, errPtr);
                }
                parsed += String.fromCodePoint(value);
                sliceStart = ctx.p--;
                state = 0;
            }
            // Newline escape sequence. We only need to care about spaces and tabs; newlines are dealt with earlier
            else if (isMultiline && (c === 0x20 || c === 0x9 /* \t */)) {
                state = 2;
            }
            // Basic escape sequence
            else {
                if (c === 0x62 /* b */)
                    parsed += '\b';
                else if (c === 0x74 /* t */)
                    parsed += '\t';
                else if (c === 0x6e /* n */)
                    parsed += '\n';
                else if (c === 0x66 /* f */)
                    parsed += '\f';
                else if (c === 0x72 /* r */)
                    parsed += '\r';
                else if (c === 0x65 /* e */)
                    parsed += '\x1b';
                else if (c === 0x22 /* " */)
                    parsed += '"';
                else if (c === 0x5c /* \ */)
                    parsed += '\\';
                else
                    TomlError.x('unrecognised escape sequence', ctx);
                sliceStart = ctx.p + 1;
                state = 0;
            }
        }
        // Newline escape continuation: keep moving forward until the first non-whitespace char
        else if (c !== 0x20 && c !== 0x9 /* \t */) {
            if (state === 2)
                TomlError.x('invalid escape: only line-ending whitespace may be escaped', ctx, sliceStart);
            // State cannot be zero, or we'd have branched earlier already.
            // If it's a backslash, immediately transition to the escape state so it can be processed.
            state = !isLiteral && c === 0x5c /* \ */ ? 1 : 0;
            sliceStart = ctx.p;
        }
    }
    TomlError.x('unfinished string', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/date.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
class TomlDate extends Date {
    #hasDate = false;
    #hasTime = false;
    #offset = null;
    constructor(date, fasttype, unsafeDelim) {
        let hasDate = true;
        let hasTime = true;
        let offset = 'Z';
        let c;
        if (typeof date === 'string') {
            if (fasttype)
                prep: {
                    // Date-time
                    if (fasttype < 3) {
                        if (+date.slice(11, 13) > 23) {
                            date = '';
                            break prep;
                        }
                        // Local
                        if (fasttype === 2) {
                            offset = null;
                            date += 'Z';
                        }
                        // Offset; keep track of offset if not Z
                        else if ((c = date.charCodeAt(date.length - 1)) !== 0x5a /* Z */ && c !== 0x7a /* z */) {
                            offset = date.slice(date.length - 6);
                        }
                        if (unsafeDelim)
                            date = date.slice(0, 10) + 'T' + date.slice(11);
                    }
                    // Time
                    else if (fasttype === 4) {
                        date = +date.slice(0, 2) > 23 ? '' : `0000-01-01T${date}Z`;
                    }
                    hasDate = fasttype !== 4;
                    hasTime = fasttype !== 3;
                }
            else {
                let match = date.match(DATE_TIME_RE);
                if (match) {
                    if (!match[1]) {
                        hasDate = false;
                        date = `0000-01-01T${date}`;
                    }
                    hasTime = !!match[2];
                    // Make sure to use T instead of a space. Breaks in case of extreme values otherwise.
                    hasTime && date[10] === ' ' && (date = date.replace(' ', 'T'));
                    // Do not allow rollover hours.
                    if (match[2] && +match[2] > 23) {
                        date = '';
                    }
                    else {
                        offset = match[3] || null;
                        if (!offset && hasTime)
                            date += 'Z';
                    }
                }
                else {
                    date = '';
                }
            }
        }
        super(date);
        if (!isNaN(this.getTime())) {
            this.#hasDate = hasDate;
            this.#hasTime = hasTime;
            this.#offset = offset;
        }
    }
    isDateTime() {
        return this.#hasDate && this.#hasTime;
    }
    isLocal() {
        return !this.#hasDate || !this.#hasTime || !this.#offset;
    }
    isDate() {
        return this.#hasDate && !this.#hasTime;
    }
    isTime() {
        return this.#hasTime && !this.#hasDate;
    }
    isValid() {
        return this.#hasDate || this.#hasTime;
    }
    toISOString() {
        let iso = super.toISOString();
        // Local Date
        if (this.isDate())
            return iso.slice(0, 10);
        // Local Time
        if (this.isTime())
            return iso.slice(11, 23);
        // Local DateTime
        if (this.#offset === null)
            return iso.slice(0, -1);
        // Offset DateTime
        if (this.#offset === 'Z' || this.#offset === 'z')
            return iso;
        // This part is quite annoying: JS strips the original timezone from the ISO string representation
        // Instead of using a "modified" date and "Z", we restore the representation "as authored"
        let offset = (+(this.#offset.slice(1, 3)) * 60) + +(this.#offset.slice(4, 6));
        offset = this.#offset[0] === '-' ? offset : -offset;
        let offsetDate = new Date(this.getTime() - (offset * 60e3));
        return offsetDate.toISOString().slice(0, -1) + this.#offset;
    }
    static wrapAsOffsetDateTime(jsDate, offset = 'Z') {
        let date = new TomlDate(jsDate);
        date.#offset = offset;
        return date;
    }
    static wrapAsLocalDateTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#offset = null;
        return date;
    }
    static wrapAsLocalDate(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasTime = false;
        date.#offset = null;
        return date;
    }
    static wrapAsLocalTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasDate = false;
        date.#offset = null;
        return date;
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/extract.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function isDigit(char, base = 10) {
    return base === 16
        ? (char > 0x2f && char < 0x3a) || (char > 0x40 && char < 0x47) || (char > 0x60 && char < 0x67)
        : (char > 0x2f && char < 0x30 + base);
}
function isEndOfValue(char, delim) {
    // Whitespace -- we're permissive on `\r` for performance; it'll be dealt with later anyway
    return char === 0x20 || char === 0x9 /* \t */ || char === 0xa /* \n */ || char === 0xd /* \r */ ||
        // Structure end or next value delimiter
        (delim && (char === delim || char === 0x2c /* , */)) ||
        // Comment
        char === 0x23; /* # */
}
/** @internal */
function extractValue(ctx, end) {
    let errPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p);
    // Structs
    if (c === 0x5b /* [ */ || c === 0x7b /* { */) {
        ctx.d-- || TomlError.x('document contains excessively nested structures. aborting.', ctx);
        let value = c === 0x5b /* [ */
            ? parseArray(ctx)
            : parseInlineTable(ctx);
        ctx.d++;
        return value;
    }
    // Strings
    if (c === 0x22 /* " */ || c === 0x27 /* ' */) {
        return parseString(ctx);
    }
    // Booleans
    // We can fast-path because the first character is enough to know the only possible value
    if (c === 0x74 /* t */) { // Only possible valid value is `true`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x72 || ctx.s.charCodeAt(++ctx.p) !== 0x75 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, true;
    }
    if (c === 0x66 /* f */) { // Only possible valid value is `false`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6c || ctx.s.charCodeAt(++ctx.p) !== 0x73 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, false;
    }
    if (c === 0x2b /* + */ || c === 0x2d /* - */) {
        return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 0x2c - c, end);
    }
    // Rough heuristic, but `parseDate` falls back to number parsing if it's a false positive.
    // e.g.: `a = 1\n-------------- = 1` would match this heuristic, but gracefully fallback to numbers.
    if (ctx.s.charCodeAt(ctx.p + 4) === 0x2d /* - */ && ctx.s.charCodeAt(ctx.p + 7) === 0x2d /* - */) {
        return parseDate(ctx, c, end);
    }
    // Same logic as above; `parseTime` falls back to number parsing if it's a false positive.
    if (ctx.s.charCodeAt(ctx.p + 2) === 0x3a /* : */) {
        return parseTime(ctx, c, end);
    }
    return parseNumber(ctx, ctx.p, c, 0, end);
}
// State:
// 0: init
// 1: integer
// 2: fractional dot
// 3: fractional
// 4: exponent letter
// 5: exponent
// 6: exponent sign
// 7: exponent with sign
// >9: underscore; see below
//     -> 12: was integer
//     -> 14: was fractional
//     -> 16: was exponent
// states 2-5, 14, 16 are ONLY permitted iif base === 10
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
    let c = startChr;
    let state = 0;
    let hasUnderscores = false;
    // (+/-)inf
    if (c === 0x69 /* i */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x6e || ctx.s.charCodeAt(++ctx.p) !== 0x66)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, (sign || 1) / 0;
    }
    // (+/-)nan
    if (c === 0x6e /* n */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6e)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, NaN;
    }
    // Leading zero
    // Only allowed cases: `0<EOV>`, `0.(...)`, `0e(...)`, `0x(...)`, `0b(...)`, `0o(...)`
    // FWIW, `0e(...)` is a stupid case, but it's not banned per-se so we have to parse it
    if (c === 0x30 /* 0 */) {
        if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr))
            return ctx.bi === true ? 0n : 0; // note: conveniently deals with `-0`
        if (!sign) {
            if (c === 0x78 /* x */)
                return parseIntegerBaseN(ctx, startPtr, 16, endChr);
            else if (c === 0x62 /* b */)
                return parseIntegerBaseN(ctx, startPtr, 2, endChr);
            else if (c === 0x6f /* o */)
                return parseIntegerBaseN(ctx, startPtr, 8, endChr);
        }
        if (c === 0x2e /* . */)
            state = 2;
        else if (c === 0x65 /* e */ || c === 0x45 /* E */)
            state = 4;
        else
            TomlError.x('illegal leading zero', ctx, startPtr);
    }
    // If the 1st char is not a digit by now, then it's not a valid TOML value at all
    else if (!isDigit(c))
        TomlError.x('invalid value', ctx, startPtr);
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (!state)
            state = 1; // Detects single-digit numbers we can use a fast parse path for
        // The way the states are numbered is not random: underscores are always permitted in odd-numbered states and
        // never permitted in even-numbered ones.
        if (c === 0x5f /* _ */) {
            if (!(state & 1))
                TomlError.x('illegal underscore', ctx);
            state += 11; // 11 is a marker that makes the state even and greater than 9; see the numbering + rationale above
            hasUnderscores = true;
        }
        // Transition to fractional part.
        else if (state === 1 && c === 0x2e /* . */)
            state = 2;
        // Transition to exponent part.
        else if ((state === 1 || state === 3) && (c === 0x65 /* e */ || c === 0x45 /* E */))
            state = 4;
        // + and - are permitted in state 4 only (handled before entering the function for state 0)
        else if (state === 4 && (c === 0x2b /* + */ || c === 0x2d /* - */)) {
            state = 6;
        }
        // All special cases have been handled; only digits are allowed here
        else if (!isDigit(c))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear state flags
        else if (state > 9)
            state -= 11;
        else if (!(state & 1))
            state++;
    }
    // Single-char number; we can fast-path these very easily.
    if (!state) {
        let val = (startChr - 0x30 /* 0 */) * (sign || 1);
        return ctx.bi === true ? BigInt(val) : val;
    }
    // Even-numbered states absolutely require a digit next; not even end of value is permitted
    if (!(state & 1))
        TomlError.x('unfinished numeric value', ctx, startPtr);
    let str = ctx.s.slice(startPtr, ctx.p);
    if (hasUnderscores)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return state > 1
        ? parseFloat(str)
        : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
    let c, underscore = 1;
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (c === 0x5f /* _ */) {
            if (underscore & 1)
                TomlError.x('illegal underscore', ctx);
            underscore = 3;
        }
        // We only need to check if the number is a valid digit, nothing else is permitted
        else if (!isDigit(c, base))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear underscore flag
        else if (underscore & 1)
            underscore--;
    }
    // Trailing underscore is not allowed
    if (underscore & 1)
        TomlError.x('unfinished numeric value', ctx);
    let str = ctx.s.slice(startPtr + 2, ctx.p);
    if (underscore)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
    if (ctx.bi !== true)
        int: {
            let val = parseInt(str, base);
            if (!Number.isSafeInteger(val)) {
                if (ctx.bi)
                    break int;
                TomlError.x('integer value cannot be represented losslessly', ctx, startPtr);
            }
            return val;
        }
    return base === 10 ? BigInt(str) : BigInt((base === 2 ? '0b' : base === 8 ? '0o' : '0x') + str);
}
function parseDate(ctx, c, endChr) {
    let startPtr = ctx.p++, unsafeSeparator;
    if (!isDigit(c) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++))) {
        return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
    }
    ctx.p += 5;
    if (!isDigit(ctx.s.charCodeAt(ctx.p++)))
        TomlError.x('invalid date-time: date part is malformed', ctx, startPtr);
    if (ctx.p >= ctx.s.length || (((c = ctx.s.charCodeAt(ctx.p)) !== 0x20 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 0x54 /* T */ && c !== 0x74 /* t */)) {
        let t = ctx.s.slice(startPtr, ctx.p);
        return readDate(ctx, t, 3, false, startPtr);
    }
    if (ctx.s.charCodeAt(ctx.p += 3) !== 0x3a /* : */)
        TomlError.x('invalid date-time: time part is malformed', ctx, startPtr);
    if (ctx.s.charCodeAt(ctx.p += 3) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    if (c = ctx.s.charCodeAt(ctx.p)) {
        if (c === 0x5a /* Z */ || c === 0x7a /* z */) {
            let t = ctx.s.slice(startPtr, ++ctx.p);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, '[+00:00]');
        }
        if (c === 0x2b /* + */ || c === 0x2d /* - */) {
            // Temporal's ZonedDateTime is weird asf when it comes to dealing with traditional offsets...
            // It's 1.2x faster to allocate a new string to pass to ZDT than use Instant.toZonedDateTimeISO
            let t = ctx.s.slice(startPtr, ctx.p += 6);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, !ctx.ld && ('[' + ctx.s.slice(ctx.p - 6, ctx.p) + ']'));
        }
    }
    let t = ctx.s.slice(startPtr, ctx.p);
    return readDate(ctx, t, 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
    let start = ctx.p;
    if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) {
        return parseNumber(ctx, --ctx.p, c, 0, endChr);
    }
    if (ctx.s.charCodeAt(ctx.p += 4) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    let t = ctx.s.slice(start, ctx.p);
    return readDate(ctx, t, 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
    if (ctx.ld) {
        let date = new TomlDate(str, type, unsafeDelim);
        if (!date.isValid())
            TomlError.x('invalid date', ctx, errPtr);
        return date;
    }
    try {
        if (temporalSuffix)
            str += temporalSuffix;
        switch (type) {
            case 1: return Temporal.ZonedDateTime.from(str);
            case 2: return Temporal.PlainDateTime.from(str);
            case 3: return Temporal.PlainDate.from(str);
            case 4: return Temporal.PlainTime.from(str);
        }
    }
    catch (e) {
        TomlError.x(e instanceof Error ? e.message : '' + e, ctx, errPtr);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/util.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function skipComment(ctx) {
    for (; ctx.p < ctx.s.length; ctx.p++) {
        let c = ctx.s.charCodeAt(ctx.p);
        if (c === 0xa /* \n */)
            break;
        if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */) {
            ctx.p++;
            break;
        }
        if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in comments', ctx);
        }
    }
}
/** @internal */
function skipVoid(ctx, banNewLines, banComments) {
    let c;
    while (ctx.p < ctx.s.length) {
        while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 0x20 ||
            c === 0x9 /* \t */ ||
            (!banNewLines &&
                (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)))))
            ctx.p++;
        if (banComments || c !== 0x23 /* # */)
            break;
        skipComment(ctx);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/struct.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




/** @internal */
function parseKey(ctx, end = 0x3d /* = */) {
    // States:
    // 0: before first char
    // 1: parsing bare key
    // 2: after key component
    let startPtr;
    let state = 0;
    let parsed = [];
    let sliceStart;
    let c = ctx.s.charCodeAt(startPtr = ctx.p);
    do {
        // End of key
        if (c === end) {
            if (!state)
                TomlError.x('unexpected end of key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            return ctx.p++, parsed;
        }
        // Dotted key separator
        else if (c === 0x2e /* . */) {
            if (!state)
                TomlError.x('illegal empty bare key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            state = 0;
        }
        // Quoted key
        else if (!state && (c === 0x22 /* " */ || c === 0x27 /* ' */)) {
            if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2))
                TomlError.x('illegal quoted key: multiline strings are not allowed', ctx);
            parsed.push(parseString(ctx));
            state = 2;
            ctx.p--;
        }
        // Whitespace; no-op in state 0 and 2, end of bare key in state 1
        else if (c === 0x20 || c === 0x9 /* \t */) {
            if (state === 1) {
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
                state = 2;
            }
        }
        // If state is post-key, no character is allowed; otherwise ensure it's a bare-key component
        else if (state === 2 || (c < 0x30 && c !== 0x2d /* - */) || (c > 0x39 && c < 0x41) || (c > 0x5a && c < 0x61 && c !== 0x5f /* _ */) || c > 0x7a) {
            TomlError.x('illegal character in key', ctx);
        }
        // Illegal character
        else if (!state) {
            state = 1;
            sliceStart = ctx.p;
        }
    } while (c = ctx.s.charCodeAt(++ctx.p));
    TomlError.x('incomplete key-value: cannot find end of key', ctx, startPtr);
}
/** @internal */
function parseInlineTable(ctx) {
    let startPtr = ctx.p++;
    let res = Object.create(null);
    let seen = new Set();
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x7d /* } */) {
            ctx.p++;
            return res;
        }
        let k;
        let t = res;
        let hasOwn = false;
        let errPtr = ctx.p;
        let key = parseKey(ctx);
        for (let i = 0; i < key.length; i++) {
            if (i)
                t = hasOwn ? t[k] : (t[k] = Object.create(null));
            k = key[i];
            if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== 'object' || seen.has(t[k]))) {
                TomlError.x('trying to redefine an already defined value', ctx, errPtr);
            }
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor')) {
                t = ctx.uk !== 1 && TomlError.x('document contains an unsafe property', ctx, errPtr);
                break;
            }
            if (!hasOwn && unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
            }
        }
        if (hasOwn) {
            TomlError.x('trying to redefine an already defined value', ctx, errPtr);
        }
        skipVoid(ctx, true, true);
        let value = extractValue(ctx, 0x7d /* } */);
        if (t && typeof (t[k] = value) === 'object')
            seen.add(value);
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x7d /* } */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished table', ctx, startPtr);
}
/** @internal */
function parseArray(ctx) {
    let startPtr = ctx.p++;
    let res = [];
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x5d /* ] */) {
            ctx.p++;
            return res;
        }
        res.push(extractValue(ctx, 0x5d /* ] */));
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x5d /* ] */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished array', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/parse.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function peekTable(ctx, key, table, meta, type) {
    let t = table;
    let m = meta;
    let k;
    let hasOwn = false;
    let state;
    for (let i = 0; i < key.length; i++) {
        if (i) {
            t = hasOwn ? t[k] : (t[k] = Object.create(null));
            m = (state = m[k]).c;
            if (type === 0 /* Type.DOTTED */ && (state.t === 1 /* Type.EXPLICIT */ || state.t === 2 /* Type.ARRAY */)) {
                return null;
            }
            if (state.t === 2 /* Type.ARRAY */) {
                let l = t.length - 1;
                t = t[l];
                m = m[l].c;
            }
        }
        k = key[i];
        if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 /* Type.DOTTED */ && m[k]?.d) {
            return null;
        }
        if (!hasOwn) {
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor'))
                return false;
            if (unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
                Object.defineProperty(m, k, { enumerable: true, configurable: true, writable: true });
            }
            m[k] = {
                t: i < key.length - 1 && type === 2 /* Type.ARRAY */
                    ? 3 /* Type.ARRAY_DOTTED */ : type,
                d: false,
                i: 0,
                c: Object.create(null),
            };
        }
    }
    state = m[k];
    if (state.t !== type && !(type === 1 /* Type.EXPLICIT */ && state.t === 3 /* Type.ARRAY_DOTTED */)) {
        // Bad key type!
        return null;
    }
    if (type === 2 /* Type.ARRAY */) {
        if (!state.d) {
            state.d = true;
            t[k] = [];
        }
        t[k].push(t = Object.create(null));
        state.c[state.i++] = (state = { t: 1 /* Type.EXPLICIT */, d: false, i: 0, c: Object.create(null) });
    }
    if (state.d) {
        // Redefining a table!
        return null;
    }
    state.d = true;
    if (type === 1 /* Type.EXPLICIT */) {
        t = hasOwn ? t[k] : (t[k] = Object.create(null));
    }
    else if (type === 0 /* Type.DOTTED */ && hasOwn) {
        return null;
    }
    return [k, t, state.c];
}
function validateTablePeek(ctx, peek, ptr) {
    if (peek === null || ctx.uk === 2)
        TomlError.x(peek === null
            ? 'trying to redefine an already defined table or value'
            : 'document contains an unsafe property', ctx, ptr);
}
function parse_parse(toml, options = {}) {
    let ctx = {
        s: toml,
        p: 0,
        d: options.maxDepth ?? 1000,
        bi: options.integersAsBigInt ?? false,
        ld: options.useLegacyDate ?? true,
        uk: options.unsafeKeyBehaviour === 'throw' ? 2 : options.unsafeKeyBehaviour === 'drop' ? 1 : 0,
    };
    let res = Object.create(null);
    let meta = Object.create(null);
    let tmp;
    let skipping = false;
    let tbl = res;
    let m = meta;
    // BOM is allowed, skip.
    // JS is UTF-16, so we have to check for the UTF-16 BOM instead of the UTF-8 BOM sequence!
    if (toml.charCodeAt(0) === 0xfeff)
        ctx.p++;
    skipVoid(ctx);
    while (ctx.p < toml.length) {
        if (toml.charCodeAt(ctx.p) === 0x5b /* [ */) {
            let isTableArray = toml.charCodeAt(++ctx.p) === 0x5b; /* [ */
            tmp = ctx.p += +isTableArray;
            skipping = false;
            let k = parseKey(ctx, 0x5d /* ] */);
            if (isTableArray) {
                if (toml.charCodeAt(ctx.p) !== 0x5d /* ] */) {
                    TomlError.x('expected end of table array declaration', ctx);
                }
                ctx.p++;
            }
            let p = peekTable(ctx, k, res, meta, isTableArray ? 2 /* Type.ARRAY */ : 1 /* Type.EXPLICIT */);
            if (!p) {
                validateTablePeek(ctx, p, tmp);
                skipping = true;
            }
            else {
                m = p[2];
                tbl = p[1];
            }
        }
        else {
            tmp = ctx.p;
            let k = parseKey(ctx);
            let p = peekTable(ctx, k, tbl, m, 0 /* Type.DOTTED */);
            if (!p && !skipping)
                validateTablePeek(ctx, p, tmp);
            skipVoid(ctx, true, true);
            let v = extractValue(ctx, void 0);
            if (p && !skipping)
                p[1][p[0]] = v;
        }
        skipVoid(ctx, true);
        if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 0xa /* \n */ && (tmp !== 0xd /* \r */ || toml.charCodeAt(ctx.p + 1) !== 0xa /* \n */)) {
            TomlError.x('each key-value declaration must be followed by an end-of-line', ctx);
        }
        skipVoid(ctx);
    }
    return res;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/stringify.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let BARE_KEY = /^[a-z0-9-_]+$/i;
let HAS_WELLFORMED = !!(''.isWellFormed);
function extendedTypeOf(obj) {
    let type = typeof obj;
    if (type === 'object') {
        if (Array.isArray(obj))
            return 'array';
        if (typeof obj.getUTCDate === 'function' && obj instanceof Date)
            return 'date';
        if (globalThis.Temporal) {
            if (obj.until) {
                if (obj instanceof Temporal.ZonedDateTime)
                    return 'temporal/tz+uc';
                if (obj instanceof Temporal.PlainDateTime || obj instanceof Temporal.PlainDate)
                    return 'temporal/uc';
                if (obj instanceof Temporal.PlainTime || obj instanceof Temporal.Instant)
                    return 'temporal';
                if (obj instanceof Temporal.PlainYearMonth)
                    return 'temporal/x';
            }
            else if ((obj.toPlainDate && obj instanceof Temporal.PlainMonthDay) ||
                (obj.negated && obj instanceof Temporal.Duration)) {
                return 'temporal/x';
            }
        }
    }
    return type;
}
function isArrayOfTables(obj) {
    for (let i = 0; i < obj.length; i++) {
        if (extendedTypeOf(obj[i]) !== 'object')
            return false;
    }
    return obj.length != 0;
}
function formatWellFormedStringUnchecked(s) {
    return JSON.stringify(s).replaceAll('\x7f', '\\u007f');
}
function formatString(s) {
    return formatWellFormedStringUnchecked(HAS_WELLFORMED ? s.toWellFormed() : s);
}
function formatKey(s) {
    if (BARE_KEY.test(s))
        return s;
    if (HAS_WELLFORMED && !s.isWellFormed())
        throw new RangeError('key contains illegal lone surrogates');
    return formatWellFormedStringUnchecked(s);
}
function stringifyValue(val, type, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    switch (type) {
        // @ts-expect-error -- intentional fallthrough case
        case 'number':
            if (isNaN(val))
                return 'nan';
            if (val === Infinity)
                return 'inf';
            if (val === -Infinity)
                return '-inf';
            if (Number.isInteger(val) && (numberAsFloat || !Number.isSafeInteger(val)))
                return val.toFixed(1);
        case 'bigint':
        case 'boolean':
        case 'temporal':
            return val.toString();
        case 'string':
            return formatString(val);
        case 'date':
            if (isNaN(val.getTime()))
                throw new TypeError('cannot serialize invalid date');
            return val.toISOString();
        case 'object':
            return stringifyInlineTable(val, depth, numberAsFloat, strictTemporal);
        case 'array':
            return stringifyArray(val, depth, numberAsFloat, strictTemporal);
        // @ts-expect-error -- intentional fallthrough case
        case 'temporal/tz+uc':
            if (strictTemporal) {
                let tz = val.timeZoneId;
                let tzc = tz.charCodeAt(0);
                if (
                // Classic offset
                tzc !== 0x2b /* + */ && tzc !== 0x2d /* - */ &&
                    (
                    // Fast pre-check pass; see below for the actually accepted values
                    (tzc !== 0x55 /* U */ && tzc !== 0x47 /* G */ && tzc !== 0x5a /* Z */ && tzc !== 0x45 /* E */) ||
                        (
                        // UTC and its aliases; Temporal implementations don't all canonicalise unfortunately
                        tz !== 'UTC' && tz !== 'UCT' && tz !== 'Universal' && tz !== 'Zulu' &&
                            // GMT is a TZ but it's for all intents and purposes equivalent to UTC. Safe to downgrade.
                            !tz.startsWith('GMT') && tz !== 'Greenwich' &&
                            // Etc/* are all safe to downgrade to offset (either UTC, GMT, or offset)
                            !tz.startsWith('Etc/')))) {
                    throw new TypeError('Temporal objects with an IANA timezone are not allowed in Temporal strict mode');
                }
            }
        case 'temporal/uc':
            if (strictTemporal && val.calendarId !== 'iso8601')
                throw new TypeError('Temporal objects with a non-default calendar are not allowed in Temporal strict mode');
            return val.toString({
                calendarName: 'never',
                timeZoneName: 'never',
            });
        case 'temporal/x':
            throw new TypeError('Unsupported ' + val[Symbol.toStringTag]);
    }
}
function stringifyInlineTable(obj, depth, numberAsFloat, strictTemporal) {
    let keys = Object.keys(obj);
    if (keys.length === 0)
        return '{}';
    let res = '{ ';
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (i)
            res += ', ';
        res += formatKey(k) + ' = ' + stringifyValue(obj[k], extendedTypeOf(obj[k]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' }';
}
function stringifyArray(array, depth, numberAsFloat, strictTemporal) {
    if (array.length === 0)
        return '[]';
    let res = '[ ';
    for (let i = 0; i < array.length; i++) {
        if (i)
            res += ', ';
        if (array[i] === null || array[i] === void 0) {
            throw new TypeError('arrays cannot contain null or undefined values');
        }
        res += stringifyValue(array[i], extendedTypeOf(array[i]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' ]';
}
function stringifyArrayTable(array, key, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let res = '';
    for (let i = 0; i < array.length; i++) {
        res += `${res && '\n'}[[${key}]]\n`;
        res += stringifyTable(0, array[i], key, depth, numberAsFloat, strictTemporal);
    }
    return res;
}
function stringifyTable(tableKey, obj, prefix, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let preamble = '';
    let tables = '';
    let keys = Object.keys(obj);
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (obj[k] !== null && obj[k] !== void 0) {
            let type = extendedTypeOf(obj[k]);
            if (type === 'symbol' || type === 'function') {
                throw new TypeError(`cannot serialize values of type '${type}'`);
            }
            let key = formatKey(k);
            if (type === 'array' && isArrayOfTables(obj[k])) {
                tables += (tables && '\n') + stringifyArrayTable(obj[k], prefix ? `${prefix}.${key}` : key, depth - 1, numberAsFloat, strictTemporal);
            }
            else if (type === 'object') {
                let tblKey = prefix ? `${prefix}.${key}` : key;
                tables += (tables && '\n') + stringifyTable(tblKey, obj[k], tblKey, depth - 1, numberAsFloat, strictTemporal);
            }
            else {
                preamble += key;
                preamble += ' = ';
                preamble += stringifyValue(obj[k], type, depth, numberAsFloat, strictTemporal);
                preamble += '\n';
            }
        }
    }
    if (tableKey && (preamble || !tables)) // Create table only if necessary
        preamble = preamble ? `[${tableKey}]\n${preamble}` : `[${tableKey}]`;
    return preamble && tables
        ? `${preamble}\n${tables}`
        : preamble || tables;
}
function stringify(obj, { maxDepth = 1000, numbersAsFloat = false, strictTemporal = false } = {}) {
    if (extendedTypeOf(obj) !== 'object') {
        throw new TypeError('stringify can only be called with an object');
    }
    let str = stringifyTable(0, obj, '', maxDepth, numbersAsFloat, strictTemporal);
    if (str[str.length - 1] !== '\n')
        return str + '\n';
    return str;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/index.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */





/** @deprecated use `import * as ... from 'smol-toml'` instead */
/* harmony default export */ const dist = ({ parse: parse_parse, stringify: stringify, TomlDate: TomlDate, TomlError: TomlError });

;// CONCATENATED MODULE: ./build/src/dependencies/formats/toml.js



function readToml(text) {
    try {
        return { ok: true, data: parse_parse(text) };
    }
    catch (error) {
        return { ok: false, parsed: conflictMarker(text) ?? toml_failure(error) };
    }
}
function toml_failure(error) {
    if (!(error instanceof TomlError))
        return unreadable('not TOML: it is nested too deeply or too large to read');
    const reason = error.message.split('\n', 1)[0] ?? '';
    return unreadable(`not TOML: ${reason.replace('Invalid TOML document: ', '')}`, {
        line: error.line,
        column: error.column,
    });
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/pdm-lock.js








const pdmLock = {
    name: 'pdm.lock',
    supports: (path) => /(?:^|\/)pdm[^/]*\.lock$/.test(path),
    parse: pdm_lock_parse,
    relock: '`pdm lock --update-reuse`',
};
function pdm_lock_parse(text) {
    const read = readToml(text);
    if (!read.ok)
        return read.parsed;
    const version = textAt(read.data, 'metadata', 'lock_version');
    if (version === undefined || !/^4\.[345](?:\.\d+)*$/.test(version)) {
        return unsupported('pdm.lock', version, 'lock_version 4.3 to 4.5');
    }
    const packages = listAt(read.data, 'package');
    const spot = tableSpots(text, 'package', packages.length);
    const entries = packages.map((item, index) => pdm_lock_entryOf(item, spot(index)));
    return { ...nothing, entries, generated: true, governedBy: ['pyproject.toml'] };
}
function pdm_lock_entryOf(item, spot) {
    const version = textAt(item, 'version');
    const marker = textAt(item, 'marker');
    return entryAt(textAt(item, 'name') ?? '', spot, {
        ...(version === undefined ? {} : { version }),
        source: whereFrom(item),
        own: at(item, 'editable') === true || textAt(item, 'path')?.startsWith('.') === true,
        markers: marker === undefined ? [] : [marker],
        needs: textsAt(item, 'dependencies').flatMap(needOf),
        artifacts: () => fileHashes(listAt(item, 'files'), ['file', 'url']),
    });
}
function whereFrom(item) {
    const git = textAt(item, 'git');
    if (git !== undefined)
        return sourceOf('git', `${sourceUrl(git)}@${textAt(item, 'revision') ?? textAt(item, 'ref') ?? ''}`);
    const direct = textAt(item, 'url') ?? textAt(item, 'path');
    return direct === undefined ? defaultSource : sourceOf('url', sourceUrl(direct));
}
function needOf(text) {
    const requirement = parseRequirement(text);
    return requirement === undefined ? [] : [{ name: requirement.name, specifier: requirement.specifier }];
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/json.js


function readJson(text) {
    try {
        return { ok: true, data: JSON.parse(text) };
    }
    catch (error) {
        if (!(error instanceof SyntaxError || error instanceof RangeError))
            throw error;
        return {
            ok: false,
            parsed: conflictMarker(text) ?? unreadable('not JSON: it ends too early or holds a syntax error'),
        };
    }
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/pip-json.js








const pipInspect = {
    name: 'pip inspect',
    supports: (path) => /(?:^|\/)[^/]*pip[-_]?inspect[^/]*\.json$/i.test(path),
    parse: parsePipJson,
};
const pipList = {
    name: 'pip list --format json',
    supports: (path) => /(?:^|\/)[^/]*pip[-_]?list[^/]*\.json$/i.test(path),
    parse: parsePipJson,
};
function parsePipJson(text) {
    const read = readJson(text);
    if (!read.ok)
        return read.parsed;
    const find = orderedLocator(text);
    if (Array.isArray(read.data)) {
        const entries = read.data.flatMap((item) => listed(item, find));
        return { ...nothing, entries, generated: true };
    }
    const version = textAt(read.data, 'version');
    if (at(read.data, 'installed') === undefined)
        return unreadable('neither `pip inspect` nor `pip list --format json` wrote it');
    if (version !== '1')
        return unsupported('pip inspect', version, 'version 1');
    const entries = listAt(read.data, 'installed').flatMap((item) => inspected(item, find));
    return { ...nothing, entries, generated: true };
}
function listed(item, find) {
    const name = textAt(item, 'name');
    const version = textAt(item, 'version');
    if (name === undefined || version === undefined)
        return [];
    const own = textAt(item, 'editable_project_location') !== undefined;
    return [entryAt(name, find(`"name": "${name}"`, `"name":"${name}"`), { version, own })];
}
function inspected(item, find) {
    const name = textAt(item, 'metadata', 'name');
    const version = textAt(item, 'metadata', 'version');
    if (name === undefined || version === undefined)
        return [];
    const url = textAt(item, 'direct_url', 'url');
    const revision = textAt(item, 'direct_url', 'vcs_info', 'commit_id');
    const source = url === undefined
        ? defaultSource
        : sourceOf('url', `${sourceUrl(url)}${revision === undefined ? '' : `@${revision}`}`);
    const own = at(item, 'direct_url', 'dir_info') !== undefined;
    const needs = textsAt(item, 'metadata', 'requires_dist').flatMap((text) => {
        const requirement = parseRequirement(text);
        return requirement === undefined || requirement.marker.includes('extra')
            ? []
            : [{ name: requirement.name, specifier: requirement.specifier }];
    });
    return [entryAt(name, find(`"name": "${name}"`, `"name":"${name}"`), { version, source, own, needs })];
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/tables.js


const detailKeys = [
    'git',
    'rev',
    'ref',
    'tag',
    'branch',
    'url',
    'path',
    'file',
    'index',
    'channel',
    'build',
    'subdir',
    'editable',
];
function rangedEntry(to, name, value, dialect, spot, where) {
    const version = typeof value === 'string' ? value : (textAt(value, 'version') ?? '');
    const details = detailKeys.flatMap((key) => {
        const item = at(value, key);
        return typeof item === 'string' || typeof item === 'boolean' ? [`${key}=${sourceUrl(String(item))}`] : [];
    });
    const extras = textsAt(value, 'extras').toSorted().join(',');
    const detail = [...details, ...(extras === '' ? [] : [`extras=${extras}`]), where]
        .filter((part) => part !== '')
        .join(' ');
    const specifier = version.trim() === '*' ? '' : version.trim();
    to.ranged(name, { dialect, specifier, detail, marker: textAt(value, 'markers') ?? '' }, spot);
}
function keySpot(find, name) {
    const spot = find(`\n${name} =`, `\n${name}=`, `\n"${name}" =`, `\n"${name}"=`);
    return spot.line === 1 ? spot : { line: spot.line + 1, column: 1 };
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/pipfile.js







const pipfile = { name: 'Pipfile', supports: (path) => /(?:^|\/)Pipfile$/.test(path), parse: pipfile_parse };
const notCategories = new Set(['source', 'requires', 'scripts', 'pipenv']);
function pipfile_parse(text, path) {
    const read = readToml(text);
    if (!read.ok)
        return read.parsed;
    const to = collector(path);
    const find = locator(text);
    for (const source of listAt(read.data, 'source')) {
        const url = textAt(source, 'url') ?? '';
        to.ranged('*', { dialect: 'pep440', specifier: '', kind: 'index', detail: `source ${sourceUrl(url)}` }, find(url));
    }
    for (const [category, table] of entriesAt(read.data)) {
        if (notCategories.has(category))
            continue;
        for (const [name] of entriesAt(table))
            rangedEntry(to, name, at(table, name), 'pep440', keySpot(find, name), category);
    }
    return { ...nothing, statements: to.statements };
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/pipfile-lock.js







const pipfileLock = {
    name: 'Pipfile.lock',
    supports: (path) => /(?:^|\/)Pipfile\.lock$/.test(path),
    parse: pipfile_lock_parse,
    relock: '`pipenv upgrade NAME` for what you did mean',
};
function pipfile_lock_parse(text) {
    const read = readJson(text);
    if (!read.ok)
        return read.parsed;
    const spec = scalarAt(read.data, '_meta', 'pipfile-spec');
    if (spec !== '6')
        return unsupported('Pipfile.lock', spec, 'pipfile-spec 6');
    const find = orderedLocator(text);
    const sources = listAt(read.data, '_meta', 'sources');
    const categories = entriesAt(read.data).filter(([name]) => name !== '_meta');
    const entries = categories.flatMap(([category]) => entriesAt(read.data, category).map(([name, item]) => pipfile_lock_entryOf(name, item, category, sources, find(`"${name}": {`))));
    return { ...nothing, entries, generated: true, governedBy: ['Pipfile'] };
}
function pipfile_lock_entryOf(name, item, environment, sources, spot) {
    const version = textAt(item, 'version')?.replace(/^={2,3}/, '');
    const marker = textAt(item, 'markers');
    return entryAt(name, spot, {
        ...(version === undefined ? {} : { version }),
        source: pipfile_lock_whereFrom(item, sources),
        own: at(item, 'editable') === true && textAt(item, 'git') === undefined,
        environment,
        markers: marker === undefined ? [] : [marker],
        artifacts: () => textsAt(item, 'hashes'),
    });
}
function pipfile_lock_whereFrom(item, sources) {
    const git = textAt(item, 'git');
    if (git !== undefined)
        return sourceOf('git', `${sourceUrl(git)}@${textAt(item, 'ref') ?? ''}`);
    const file = textAt(item, 'file') ?? textAt(item, 'path');
    if (file !== undefined)
        return sourceOf('url', sourceUrl(file));
    const index = textAt(item, 'index');
    const url = textAt(sources.find((source) => textAt(source, 'name') === index), 'url');
    return url === undefined ? defaultSource : sourceOf('registry', sourceUrl(url));
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/pixi-lock.js











const pixiLock = {
    name: 'pixi.lock',
    supports: (path) => /(?:^|\/)pixi\.lock$/.test(path),
    parse: pixi_lock_parse,
    relock: '`pixi lock`',
};
function pixi_lock_parse(text) {
    const read = readYaml(text);
    if (!read.ok)
        return read.parsed;
    const version = textAt(read.data, 'version');
    if (version !== '6' && version !== '7')
        return unsupported('pixi.lock', version, 'versions 6 and 7');
    const book = { details: detailsOf(read.data), spots: urlSpots(text), platforms: platformsOf(read.data) };
    const items = installedItems(read.data, book);
    const lost = items
        .map(([, item]) => addressOf(item)?.[1] ?? '')
        .find((address) => !book.details.has(address));
    if (lost !== undefined)
        return unreadable(`an environment holds ${JSON.stringify(redact(lost).slice(0, 120))}, which is not under packages: the file is cut`);
    const entries = entriesOf(items, book);
    return { ...nothing, entries, generated: true, governedBy: ['pixi.toml', 'pyproject.toml'] };
}
function installedItems(data, { platforms }) {
    return entriesAt(data, 'environments').flatMap(([name, environment]) => entriesAt(environment, 'packages').flatMap(([platform, list]) => listAt({ list }, 'list').map((item) => [`${name}/${platforms.get(platform) ?? platform}`, item])));
}
const pixi_lock_kinds = ['conda', 'pypi', 'conda_source'];
function addressOf(item) {
    for (const kind of pixi_lock_kinds) {
        const address = textAt(item, kind);
        if (address !== undefined)
            return [kind, address];
    }
    return undefined;
}
function detailsOf(data) {
    return new Map(listAt(data, 'packages').flatMap((item) => {
        const address = addressOf(item);
        return address === undefined ? [] : [[address[1], item]];
    }));
}
function platformsOf(data) {
    return new Map(listAt(data, 'platforms').flatMap((item) => {
        const name = textAt(item, 'name');
        return name === undefined ? [] : [[name, textAt(item, 'subdir') ?? name]];
    }));
}
function urlSpots(text) {
    const spots = new Map();
    forEachLine(text, (line, number) => {
        const match = /^\s*- (?:conda|pypi|conda_source): /.exec(line);
        if (match !== null)
            spots.set(line.slice(match[0].length).trim(), { line: number, column: match[0].length + 1 });
    });
    return spots;
}
function entriesOf(items, book) {
    const known = new Map();
    return items.flatMap(([environment, item]) => {
        const address = addressOf(item);
        if (address === undefined)
            return [];
        const entry = known.get(address[1]) ?? pixi_lock_entryOf(address, book);
        known.set(address[1], entry);
        return [{ ...entry, environment }];
    });
}
function pixi_lock_entryOf([kind, url], { details, spots }) {
    const detail = details.get(url);
    const spot = spots.get(url) ?? start;
    const shared = { artifacts: () => hashOf(detail, url) };
    if (kind === 'pypi')
        return pypiEntry(url, detail, spot, shared);
    const needs = textsAt(detail, 'depends').map(condaNeed);
    const conda = /\.(?:conda|tar\.bz2)$/.test(url) ? condaPackage(url) : undefined;
    if (conda === undefined)
        return builtEntry(url, detail, spot, { ...shared, needs });
    return entryAt(conda.name, spot, { version: conda.version, source: conda.source, needs, ...shared });
}
function builtEntry(address, detail, spot, shared) {
    const [label = '', folder = label] = address.split(' @ ', 2);
    const version = textAt(detail, 'version');
    const remote = remoteOf(detail) ?? (folder.includes('://') ? sourceUrl(folder) : undefined);
    return entryAt(textAt(detail, 'name') ?? label.split('[', 1)[0] ?? '', spot, {
        ...(version === undefined ? {} : { version }),
        source: sourceOf('source', remote ?? folder),
        own: remote === undefined,
        ...shared,
    });
}
function remoteOf(detail) {
    for (const key of ['source', 'package_build_source']) {
        const git = textAt(detail, key, 'git');
        if (git !== undefined)
            return `git ${sourceUrl(git)}@${textAt(detail, key, 'rev') ?? ''}`;
        const url = textAt(detail, key, 'url');
        if (url !== undefined)
            return `url ${sourceUrl(url)}`;
    }
    return undefined;
}
function pypiEntry(url, detail, spot, shared) {
    const version = textAt(detail, 'version');
    const isPath = !/^[a-z][a-z0-9+.-]*:/i.test(url);
    return entryAt(textAt(detail, 'name') ?? fileName(url).split('-', 1)[0] ?? '', spot, {
        ...(version === undefined ? {} : { version }),
        source: isPath
            ? sourceOf('directory', url)
            : url.startsWith('git+')
                ? sourceOf('git', sourceUrl(url))
                : sourceOf('pypi'),
        own: isPath && !url.endsWith('.whl'),
        needs: textsAt(detail, 'requires_dist').flatMap(needOf),
        ...shared,
    });
}
function condaNeed(text) {
    const [name = '', ...rest] = text.split(/\s+/);
    return { name: normaliseName(name), specifier: rest[0] ?? '', dialect: 'conda' };
}
function hashOf(detail, url) {
    const hash = textAt(detail, 'sha256');
    return hash === undefined ? [] : [`${fileName(url)} sha256:${hash}`];
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/pixi-manifest.js






const pixiManifest = {
    name: 'pixi.toml',
    supports: (path) => /(?:^|\/)pixi\.toml$/.test(path),
    parse: pixi_manifest_parse,
};
function pixi_manifest_parse(text, path) {
    const read = readToml(text);
    if (!read.ok)
        return read.parsed;
    const to = collector(path);
    pixiStatements(read.data, to, locator(text));
    return { ...nothing, statements: to.statements };
}
function pixiStatements(data, to, find) {
    const features = entriesAt(data, 'feature');
    const holders = [['', data], ...features];
    for (const [feature, holder] of holders) {
        const targets = entriesAt(holder, 'target');
        for (const [target, table] of [['', holder], ...targets])
            oneTable(table, [feature, target], to, find);
    }
}
const condaTables = [
    'dependencies',
    'host-dependencies',
    'build-dependencies',
    'run-dependencies',
    'system-requirements',
];
function oneTable(table, [feature, target], to, find) {
    const where = [feature === '' ? '' : `feature=${feature}`, target === '' ? '' : `target=${target}`]
        .filter((part) => part !== '')
        .join(' ');
    for (const key of condaTables) {
        for (const [name, value] of entriesAt(at(table, key)))
            rangedEntry(to, name, value, 'conda', keySpot(find, name), where);
    }
    for (const [name, value] of entriesAt(at(table, 'pypi-dependencies')))
        rangedEntry(to, name, value, 'pep440', keySpot(find, name), where);
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/poetry-lock.js








const poetryLock = {
    name: 'poetry.lock',
    supports: (path) => /(?:^|\/)poetry\.lock$/.test(path),
    parse: poetry_lock_parse,
    relock: '`poetry lock` (Poetry 1: `poetry lock --no-update`)',
};
const poetry_lock_known = /^(?:1\.[01]|2\.[01])$/;
function poetry_lock_parse(text) {
    const read = readToml(text);
    if (!read.ok)
        return read.parsed;
    const version = textAt(read.data, 'metadata', 'lock-version');
    if (version === undefined || !poetry_lock_known.test(version)) {
        return unsupported('poetry.lock', version, 'lock-version 1.1 to 2.1');
    }
    const packages = listAt(read.data, 'package');
    const spot = tableSpots(text, 'package', packages.length);
    const files = at(read.data, 'metadata', 'files');
    const entries = packages.map((item, index) => poetry_lock_entryOf(item, spot(index), files));
    return { ...nothing, entries, generated: true, governedBy: ['pyproject.toml'] };
}
function poetry_lock_entryOf(item, spot, files) {
    const name = textAt(item, 'name') ?? '';
    const version = textAt(item, 'version');
    const type = textAt(item, 'source', 'type');
    const marker = textAt(item, 'markers');
    return entryAt(name, spot, {
        ...(version === undefined ? {} : { version }),
        source: type === undefined ? defaultSource : poetry_lock_whereFrom(type, item),
        own: type === 'directory',
        markers: marker === undefined ? [] : [marker],
        needs: entriesAt(item, 'dependencies').map(poetry_lock_needOf),
        artifacts: () => fileHashes([...listAt(item, 'files'), ...listAt(files, name)], ['file']),
    });
}
function poetry_lock_whereFrom(type, item) {
    const url = sourceUrl(textAt(item, 'source', 'url') ?? '');
    const revision = textAt(item, 'source', 'resolved_reference');
    return sourceOf(type, revision === undefined ? url : `${url}@${revision}`);
}
function poetry_lock_needOf([name, value]) {
    const values = Array.isArray(value) ? value : [value];
    const specifiers = values.map((item) => typeof item === 'string' ? item : (textAt(item, 'version') ?? '*'));
    return { name: normaliseName(name), specifier: specifiers.join(' || '), dialect: 'poetry' };
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/pylock.js








const pylock = {
    name: 'pylock.toml',
    supports: (path) => /(?:^|\/)pylock\.(?:[^./]+\.)?toml$/.test(path),
    parse: pylock_parse,
};
function pylock_parse(text) {
    const read = readToml(text);
    if (!read.ok)
        return read.parsed;
    const version = textAt(read.data, 'lock-version');
    if (version === undefined || !/^1\.\d+$/.test(version))
        return unsupported('pylock.toml', version, 'lock-version 1');
    const packages = listAt(read.data, 'packages');
    const spot = tableSpots(text, 'packages', packages.length);
    const entries = packages.map((item, index) => pylock_entryOf(item, spot(index)));
    return { ...nothing, entries, generated: true, governedBy: ['pyproject.toml'] };
}
function pylock_entryOf(item, spot) {
    const version = textAt(item, 'version');
    const marker = textAt(item, 'marker');
    return entryAt(textAt(item, 'name') ?? '', spot, {
        ...(version === undefined ? {} : { version }),
        source: pylock_whereFrom(item),
        own: at(item, 'directory') !== undefined,
        markers: [...(marker === undefined ? [] : [marker]), ...textsAt(item, 'environments')],
        needs: listAt(item, 'dependencies').flatMap((need) => {
            const name = textAt(need, 'name');
            return name === undefined ? [] : [{ name: normaliseName(name) }];
        }),
        artifacts: () => artifactsOf(item),
    });
}
function pylock_whereFrom(item) {
    const vcs = textAt(item, 'vcs', 'url') ?? textAt(item, 'vcs', 'path');
    if (vcs !== undefined)
        return sourceOf(textAt(item, 'vcs', 'type') ?? 'vcs', `${sourceUrl(vcs)}@${textAt(item, 'vcs', 'commit-id') ?? ''}`);
    const archive = textAt(item, 'archive', 'url') ?? textAt(item, 'archive', 'path');
    if (archive !== undefined)
        return sourceOf('url', sourceUrl(archive));
    const directory = textAt(item, 'directory', 'path');
    if (directory !== undefined)
        return sourceOf('directory', directory);
    const index = textAt(item, 'index');
    return index === undefined ? defaultSource : sourceOf('registry', sourceUrl(index));
}
function artifactsOf(item) {
    const files = [at(item, 'sdist'), at(item, 'archive'), ...listAt(item, 'wheels')];
    return files.flatMap((file) => hashTable(file, textAt(file, 'name') ?? textAt(file, 'url') ?? textAt(file, 'path') ?? ''));
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/pyproject-poetry.js


function poetryStatements(data, to, find) {
    const poetry = at(data, 'tool', 'poetry');
    const groups = entriesAt(poetry, 'group').flatMap(([, group]) => entriesAt(group, 'dependencies'));
    const all = [...entriesAt(poetry, 'dependencies'), ...entriesAt(poetry, 'dev-dependencies'), ...groups];
    for (const [name, value] of all) {
        if (name.toLowerCase() === 'python')
            continue;
        const spot = lineOf(name, find);
        for (const item of Array.isArray(value) ? value : [value])
            poetryStatement(poetry, name, item, to, spot);
    }
    for (const source of listAt(poetry, 'source')) {
        const url = textAt(source, 'url');
        if (url === undefined || textAt(source, 'priority') === 'explicit')
            continue;
        to.ranged('*', { dialect: 'poetry', specifier: '', kind: 'index', detail: `poetry source ${sourceUrl(url)}` }, find(url));
    }
}
function lineOf(name, find) {
    const spot = find(`\n${name} =`, `\n${name}=`, `\n"${name}"`, `dependencies.${name}]`);
    return spot.line === 1 ? spot : { line: spot.line + Number(spot.column > 1), column: 1 };
}
const pyproject_poetry_detailKeys = [
    'git',
    'rev',
    'tag',
    'branch',
    'url',
    'path',
    'file',
    'source',
    'optional',
    'platform',
    'python',
];
function poetryStatement(poetry, name, value, to, spot) {
    const specifier = typeof value === 'string' ? value : (textAt(value, 'version') ?? '');
    const parts = pyproject_poetry_detailKeys.flatMap((key) => {
        const item = at(value, key);
        if (typeof item !== 'string' && typeof item !== 'boolean')
            return [];
        return [`${key}=${key === 'git' || key === 'url' ? sourceUrl(String(item)) : String(item)}`];
    });
    const extras = listAt(value, 'extras').map(String).toSorted().join(',');
    const source = listAt(poetry, 'source').find((item) => textAt(item, 'name') === textAt(value, 'source'));
    const url = textAt(source, 'url');
    const detail = [
        ...parts,
        ...(extras === '' ? [] : [`extras=${extras}`]),
        ...(url === undefined ? [] : [sourceUrl(url)]),
    ].join(' ');
    to.ranged(name, { dialect: 'poetry', specifier: specifier.trim(), detail, marker: textAt(value, 'markers') ?? '' }, spot);
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/pyproject-uv.js



function uvStatements(uv, to, find) {
    for (const item of textsAt(uv, 'override-dependencies'))
        to.requirement(item, find(`"${item}"`, `'${item}'`), 'override', 'override ');
    for (const item of textsAt(uv, 'constraint-dependencies'))
        to.requirement(item, find(`"${item}"`, `'${item}'`), 'constraint', 'constraint ');
    for (const [name, value] of entriesAt(uv, 'sources')) {
        const spot = find(`\n${name} =`, `\n${name}=`, `[tool.uv.sources.${name}]`, name);
        const placed = spot.line === 1 ? spot : { line: spot.line + 1, column: 1 };
        for (const source of Array.isArray(value) ? value : [value])
            sourceStatement(uv, normaliseName(name), source, to, placed);
    }
    for (const index of listAt(uv, 'index')) {
        const url = textAt(index, 'url');
        if (url === undefined || at(index, 'explicit') === true)
            continue;
        to.ranged('*', { dialect: 'pep440', specifier: '', kind: 'index', detail: `uv index ${sourceUrl(url)}` }, find(url));
    }
}
function sourceStatement(uv, name, source, to, spot) {
    const marker = textAt(source, 'marker') ?? '';
    to.ranged(name, {
        dialect: 'pep440',
        specifier: '',
        kind: 'source',
        detail: `source ${sourceDetail(uv, source)}`,
        marker,
    }, spot);
}
const sourceKeys = [
    'git',
    'rev',
    'tag',
    'branch',
    'subdirectory',
    'url',
    'path',
    'workspace',
    'index',
    'extra',
    'group',
];
function sourceDetail(uv, source) {
    const parts = sourceKeys.flatMap((key) => {
        const value = at(source, key);
        if (typeof value !== 'string' && typeof value !== 'boolean')
            return [];
        return [`${key}=${key === 'git' || key === 'url' ? sourceUrl(String(value)) : String(value)}`];
    });
    const indexName = textAt(source, 'index');
    const index = indexName === undefined
        ? undefined
        : listAt(uv, 'index').find((item) => textAt(item, 'name') === indexName);
    const url = textAt(index, 'url');
    return [...parts, ...(url === undefined ? [] : [sourceUrl(url)])].join(' ');
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/pyproject.js









const pyproject = {
    name: 'pyproject.toml',
    supports: (path) => /(?:^|\/)(?:pyproject|uv)\.toml$/.test(path),
    parse: pyproject_parse,
};
function pyproject_parse(text, path) {
    const read = readToml(text);
    if (!read.ok)
        return read.parsed;
    const to = collector(path);
    const find = locator(text);
    const lists = requirementLists(read.data);
    const problems = lists.flatMap(([where, list]) => list
        .filter((item) => !to.requirement(item, find(...quoted(item))))
        .map((item) => ({
        rule: depsRules['unreadable-line'],
        message: `${where} holds ${JSON.stringify(item.slice(0, 80))}, which is no requirement as PEP 508 writes it`,
        ...find(...quoted(item)),
    })));
    const python = textAt(read.data, 'project', 'requires-python');
    if (python !== undefined)
        to.ranged('python', { dialect: 'pep440', specifier: python }, find('requires-python'));
    for (const section of path.endsWith('uv.toml') ? [] : sections)
        section(read.data, to, find);
    if (path.endsWith('uv.toml'))
        uvStatements(read.data, to, find);
    return { ...nothing, statements: to.statements, problems };
}
const sections = [
    (data, to, find) => uvStatements(at(data, 'tool', 'uv'), to, find),
    poetryStatements,
    (data, to, find) => pixiStatements(asTable(at(data, 'tool', 'pixi')), to, find),
    (data, to, find) => {
        const overrides = entriesAt(data, 'tool', 'pdm', 'resolution', 'overrides');
        for (const [name, value] of overrides) {
            if (typeof value !== 'string')
                continue;
            const specifier = /^[<>=!~]/.test(value) ? value : `==${value}`;
            to.ranged(name, { dialect: 'pep440', specifier, kind: 'override', detail: 'pdm override' }, find(name));
        }
    },
];
function requirementLists(data) {
    const group = (...keys) => entriesAt(data, ...keys).map(([name, list]) => [[...keys, name].join('.'), textsAt({ list }, 'list')]);
    return [
        ['project.dependencies', textsAt(data, 'project', 'dependencies')],
        ...group('project', 'optional-dependencies'),
        ...group('dependency-groups'),
        ...group('tool', 'pdm', 'dev-dependencies'),
        ['tool.uv.dev-dependencies', textsAt(data, 'tool', 'uv', 'dev-dependencies')],
    ];
}
function quoted(text) {
    return [JSON.stringify(text), `'${text}'`, text];
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/setup-cfg.js





const setupCfg = {
    name: 'setup.cfg',
    supports: (path) => /(?:^|\/)setup\.cfg$/.test(path),
    parse: setup_cfg_parse,
};
function setup_cfg_parse(text, path) {
    const conflict = conflictMarker(text);
    if (conflict !== undefined)
        return conflict;
    const to = collector(path);
    const problems = [];
    forEachValue(text, (section, key, value, line, column) => {
        const isList = section === 'options.extras_require' || (section === 'options' && key === 'install_requires');
        if (!isList || value === '')
            return;
        if (to.requirement(value, { line, column }))
            return;
        problems.push({
            rule: depsRules['unreadable-line'],
            message: `${JSON.stringify(value.slice(0, 80))} is no requirement`,
            line,
            column,
        });
    });
    return { ...nothing, statements: to.statements, problems };
}
function forEachValue(text, visit) {
    let section = '';
    let key = '';
    forEachLine(text, (line, number) => {
        const bare = line.trim();
        if (bare === '' || bare.startsWith('#') || bare.startsWith(';'))
            return;
        const header = /^\[([^\]]*)\]/.exec(line);
        const column = line.length - line.trimStart().length + 1;
        if (header !== null)
            section = (header[1] ?? '').trim();
        else if (column > 1)
            visit(section, key, bare.split(' #', 1)[0]?.trim() ?? '', number, column);
        else {
            const split = line.search(/[=:]/);
            if (split < 0)
                return;
            key = line.slice(0, split).trim();
            visit(section, key, line.slice(split + 1).trim(), number, split + 2);
        }
    });
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/blocks.js



function readBlocks(text, entryOf, memo) {
    const [first, ...pieces] = split(text, '[[package]]');
    const head = readToml(first?.text ?? '');
    if (!head.ok)
        return undefined;
    const entries = [];
    for (const { text: block, offset } of pieces) {
        const entry = memo.get(block) ?? parseBlock(block, entryOf, memo);
        if (entry === undefined)
            return undefined;
        entries.push({ ...entry, line: entry.line + offset });
    }
    return { head: head.data, entries };
}
function parseBlock(text, entryOf, memo) {
    const read = readToml(text);
    const items = read.ok ? listAt(read.data, 'package') : [];
    if (items.length !== 1)
        return undefined;
    const entry = entryOf(items[0], versionSpot(text));
    memo.set(text, entry);
    return entry;
}
function versionSpot(text) {
    const match = /\nversion *= */.exec(text);
    if (match === null)
        return start;
    return { line: countLines(text.slice(0, match.index)) + 2, column: match[0].length };
}
function split(text, header) {
    const pieces = [];
    let from = 0;
    let offset = 0;
    for (let found = text.indexOf(header); found >= 0; found = text.indexOf(header, found + 1)) {
        const isLine = (found === 0 || text[found - 1] === '\n') && /[\r\n]/.test(text[found + header.length] ?? '\n');
        if (!isLine)
            continue;
        const piece = text.slice(from, found);
        pieces.push({ text: piece, offset });
        offset += countLines(piece);
        from = found;
    }
    return [...pieces, { text: text.slice(from), offset }];
}
function countLines(text) {
    let lines = 0;
    for (let found = text.indexOf('\n'); found >= 0; found = text.indexOf('\n', found + 1))
        lines++;
    return lines;
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/uv-lock.js









const uvLock = {
    name: 'uv.lock',
    supports: (path) => /(?:^|\/)uv\.lock$/.test(path),
    parse: uv_lock_parse,
    restore: (name, version) => `\`uv lock --upgrade-package '${name}==${version}'\``,
    relock: '`uv lock`',
};
function uv_lock_parse(text, _path, memo = new Map()) {
    const read = readBlocks(text, uv_lock_entryOf, memo);
    if (read !== undefined)
        return checked(read.head, read.entries);
    const whole = readToml(text);
    if (!whole.ok)
        return whole.parsed;
    const packages = listAt(whole.data, 'package');
    const spot = tableSpots(text, 'package', packages.length);
    return checked(whole.data, packages.map((item, index) => uv_lock_entryOf(item, spot(index))));
}
const lastRevision = 5;
function checked(head, entries) {
    const version = scalarAt(head, 'version');
    const revision = Number(scalarAt(head, 'revision') ?? '0');
    if (version !== '1' || !Number.isInteger(revision) || revision < 0)
        return unsupported('uv.lock', version === undefined || revision === 0 ? version : `${version} revision ${revision}`, 'version 1');
    const problems = revision > lastRevision ? [newerRevision('uv.lock', revision, lastRevision)] : [];
    return { ...nothing, entries, problems, generated: true, governedBy: membersOf(entries) };
}
function uv_lock_entryOf(item, spot) {
    const version = textAt(item, 'version');
    const source = uv_lock_whereFrom(item);
    return entryAt(textAt(item, 'name') ?? '', spot, {
        ...(version === undefined ? {} : { version }),
        source,
        own: ownKinds.has(source.kind),
        markers: textsAt(item, 'resolution-markers'),
        needs: needsOf(item),
        artifacts: () => fileHashes([at(item, 'sdist'), ...listAt(item, 'wheels')], ['url', 'path', 'filename']),
    });
}
const sourceKinds = ['registry', 'git', 'url', 'path', 'directory', 'editable', 'virtual'];
const ownKinds = new Set(['directory', 'editable', 'virtual']);
function uv_lock_whereFrom(item) {
    for (const kind of sourceKinds) {
        const value = textAt(item, 'source', kind);
        if (value !== undefined)
            return sourceOf(kind, sourceUrl(value));
    }
    return sourceOf('unknown');
}
function needsOf(item) {
    const groups = [...entriesAt(item, 'optional-dependencies'), ...entriesAt(item, 'dev-dependencies')];
    const lists = [listAt(item, 'dependencies'), ...groups.map(([, list]) => listAt({ list }, 'list'))];
    const names = lists.flat().flatMap((need) => textAt(need, 'name') ?? []);
    return [...new Set(names)].map((name) => ({ name: normaliseName(name) }));
}
function membersOf(entries) {
    const folders = entries.flatMap(({ own, source }) => (own ? [source.address] : []));
    return [...new Set(['.', ...folders])].map((folder) => `${folder}/pyproject.toml`);
}

;// CONCATENATED MODULE: ./build/src/dependencies/formats/index.js















const formats = [
    uvLock,
    poetryLock,
    pdmLock,
    pipfileLock,
    pylock,
    condaLock,
    pixiLock,
    pipInspect,
    pipList,
    pyproject,
    pixiManifest,
    pipfile,
    setupCfg,
    requirements,
    condaEnvironment,
    dockerfile,
];
function formatOf(path) {
    return formats.find((format) => format.supports(path));
}
function sniffFormat(text) {
    const head = text.slice(0, 20_000);
    return signs.find(([sign]) => sign.test(head))?.[1];
}
function plainFormat(path, isIncluded, isNamed) {
    return isIncluded || (isNamed && /\.(?:txt|in)$/.test(path)) ? requirements : undefined;
}
const signs = [
    [/generated by Poetry|^content-hash = /m, poetryLock],
    [/generated by PDM|^lock_version = /m, pdmLock],
    [/^lock-version = /m, pylock],
    [/^version = 1$[\s\S]*?^\[\[package\]\]/m, uvLock],
    [/"pipfile-spec"/, pipfileLock],
    [/^\s*[[{][\s\S]{0,2000}"(?:pip_version|installed|name)"/, pipInspect],
    [/generated by conda-lock|^package:\s*$[\s\S]*?manager:/m, condaLock],
    [/^environments:\s*$[\s\S]*?- (?:conda|pypi):/m, pixiLock],
    [/^\[project\]|^\[build-system\]|^\[tool\./m, pyproject],
    [/^dependencies:\s*$/m, condaEnvironment],
    [/^FROM\s+\S/m, dockerfile],
];

;// CONCATENATED MODULE: ./build/src/kernel/compare.js
function compareText(a, b) {
    return a < b ? -1 : Number(a > b);
}

;// CONCATENATED MODULE: ./build/src/dependencies/moves/compare.js


function compareLocks(before, after) {
    const old = byName(before);
    const now = byName(after);
    const names = new Set([...old.keys(), ...now.keys()]);
    const differences = [...names].map((name) => differenceOf(name, old.get(name) ?? [], now.get(name) ?? []));
    return differences.filter((difference) => difference !== undefined);
}
function byName(entries) {
    const map = new Map();
    for (const entry of entries) {
        const list = map.get(entry.name);
        if (list === undefined)
            map.set(entry.name, [entry]);
        else
            list.push(entry);
    }
    return map;
}
function differenceOf(name, before, after) {
    if ([...before, ...after].every(({ own }) => own))
        return undefined;
    const old = new Map(before.map((entry) => [keyOf(entry), entry]));
    const now = new Map(after.map((entry) => [keyOf(entry), entry]));
    const gone = [...old].filter(([key]) => !now.has(key)).map(([, entry]) => entry);
    const come = [...now].filter(([key]) => !old.has(key)).map(([, entry]) => entry);
    const rebuilt = [...now].filter(([key, entry]) => isRebuilt(old.get(key), entry)).map(([, entry]) => entry);
    if (gone.length + come.length + rebuilt.length === 0)
        return undefined;
    return { name, before, after, gone, come, rebuilt };
}
function keyOf({ environment, version, source, own }) {
    if (own)
        return `${environment}\0own`;
    return `${environment}\0${version === undefined ? '' : versionKey(version)}\0${sourceText(source)}`;
}
function isRebuilt(before, after) {
    if (before === undefined || before.artifacts === after.artifacts)
        return false;
    const old = before.artifacts();
    if (old.length === 0)
        return false;
    const now = after.artifacts();
    const oldHashes = new Set(old);
    const changed = now.filter((artifact) => !oldHashes.has(artifact));
    if (changed.length === 0)
        return false;
    const oldFiles = new Set(old.map(fileAndAlgorithm));
    if (old[0]?.includes(' ') === true)
        return changed.some((artifact) => oldFiles.has(fileAndAlgorithm(artifact)));
    return changed.length === now.length && now.some((artifact) => oldFiles.has(fileAndAlgorithm(artifact)));
}
function fileAndAlgorithm(artifact) {
    return artifact.split(':', 1)[0] ?? '';
}

;// CONCATENATED MODULE: ./build/src/dependencies/moves/consequences.js


const defaultConsequences = {
    requested: 'pass',
    allowed: 'pass',
    added: 'warn',
    forced: 'warn',
    'over-move': 'fail',
    unexplained: 'fail',
    'identity-change': 'fail',
    'fork-added': 'fail',
    'fork-collapsed': 'fail',
    removed: 'fail',
    downgraded: 'fail',
};
function consequenceOf(name, moveClass, policy, { asked, onTarget }) {
    const own = Object.entries(policy.packages).find(([pattern]) => nameMatcher([pattern])(name))?.[1];
    const stated = (own && ownValue(own, moveClass)) ?? ownValue(policy.classes, moveClass);
    if (stated !== undefined)
        return stated;
    if (moveClass === 'forced' && !asked)
        return 'fail';
    return moveClass.startsWith('fork') && !onTarget ? 'warn' : defaultConsequences[moveClass];
}
function ownValue(record, key) {
    return Object.hasOwn(record, key) ? record[key] : undefined;
}
function unknownClasses({ classes, packages }) {
    const names = [...Object.keys(classes), ...Object.values(packages).flatMap((own) => Object.keys(own))];
    return [...new Set(names)].filter((name) => !moveClasses.some((known) => known === name));
}

;// CONCATENATED MODULE: ./build/src/dependencies/moves/ranges.js


function allows(range, version) {
    const alternatives = alternativesOf(range);
    const parsed = parseVersion(version);
    if (alternatives === undefined || parsed === undefined)
        return undefined;
    return alternatives.some((clauses) => satisfies(parsed, clauses, version));
}
function namesVersion(range, version) {
    const parsed = parseVersion(version);
    if (parsed === undefined || allows(range, version) !== true)
        return false;
    return (alternativesOf(range) ?? []).some((clauses) => clauses.some((clause) => clauseNames(clause, parsed)));
}
const namingOperators = new Set(['==', '===', '>=', '~=']);
function clauseNames(clause, version) {
    if (!namingOperators.has(clause.operator) || clause.version === undefined)
        return false;
    if (clause.prefix)
        return clause.version.release.length >= 2 && satisfies(version, [clause]);
    return satisfies({ ...version, local: [] }, [
        { ...clause, operator: '==', prefix: false, version: { ...clause.version, local: [] } },
    ]);
}
function alternativesOf({ specifier, dialect }) {
    const alternatives = translate[dialect](specifier).map(parseSpecifiers);
    const readable = alternatives.filter((clauses) => clauses !== undefined);
    return readable.length === alternatives.length ? readable : undefined;
}
const translate = {
    pep440: (text) => [text],
    poetry: (text) => text.split(/\|\|?/).map((part) => clausesOf(part, poetryClause)),
    conda: (text) => text.split('|').map((part) => clausesOf(part, condaClause)),
};
function clausesOf(text, clause) {
    const joined = text.replaceAll(/([<>=!~^]+)\s+/g, '$1');
    return joined
        .split(/[,\s]+/)
        .filter((part) => part !== '')
        .map(clause)
        .join(',');
}
function poetryClause(text) {
    if (text === '*')
        return '';
    if (text.startsWith('^'))
        return caret(text.slice(1));
    if (text.startsWith('~') && !text.startsWith('~='))
        return tilde(text.slice(1));
    return /^\d|^v\d/.test(text) ? `==${text}` : equalsSign(text);
}
function equalsSign(text) {
    return /^=[^=]/.test(text) ? `=${text}` : text;
}
function condaClause(text) {
    if (text === '*' || text === '')
        return '';
    if (/^[<>!~]/.test(text))
        return text.replace(/(?<![.*])\*$/, '.*').replace(/^([<>]=?)(.*?)\.\*$/, '$1$2');
    const exact = text.startsWith('==');
    const version = (text.replace(/^=+/, '').split('=', 1)[0] ?? '').replace(/\.?\*$/, '');
    return exact ? `==${version}` : `==${version}.*`;
}
function caret(text) {
    const version = parseVersion(text);
    if (version === undefined)
        return `^${text}`;
    const { release } = version;
    const firstNonZero = release.findIndex((part) => part !== 0n);
    const place = firstNonZero < 0 ? release.length - 1 : firstNonZero;
    return `>=${publicText(version)},<${bumped(release, place)}`;
}
function tilde(text) {
    const version = parseVersion(text);
    if (version === undefined)
        return `~${text}`;
    return `>=${publicText(version)},<${bumped(version.release, Math.min(1, version.release.length - 1))}`;
}
function bumped(release, place) {
    return [...release.slice(0, place), (release[place] ?? 0n) + 1n].join('.');
}

;// CONCATENATED MODULE: ./build/src/dependencies/moves/classify.js



function classify(difference, intent, force) {
    const stated = changedStatements(intent);
    if (difference.after.length === 0)
        return classifyRemoved(difference, intent, force);
    if (isRequested(difference, stated))
        return { class: 'requested', reason: 'the requirement changed and asks for it' };
    const stale = staleRequirement(difference, intent);
    if (stale !== undefined)
        return stale;
    if (difference.before.length === 0)
        return added(force);
    if (force !== undefined)
        return forced(force);
    if (stated.any)
        return {
            class: 'over-move',
            reason: 'the requirement changed, but what was locked before still satisfies it',
        };
    return unasked(difference);
}
function forced({ by, what }) {
    return { class: 'forced', because: by, reason: `${by} ${what}` };
}
function added(force) {
    if (force !== undefined)
        return { class: 'added', because: force.by, reason: `${force.by} needs it` };
    return { class: 'added', reason: 'it was not locked before and no requirement names it' };
}
function changedStatements({ base, head, handWritten }) {
    const old = new Set(base.map(({ text }) => text));
    const current = new Set(head.map(({ text }) => text));
    const now = head.filter(({ text }) => !old.has(text));
    const gone = base.filter(({ text }) => !current.has(text));
    const said = new Set(handWritten?.before.map(({ text }) => text));
    const own = head.filter(({ file, text }) => file === handWritten?.file && !said.has(text));
    return { any: [...now, ...gone].some(({ name }) => name !== '*'), now, gone, own };
}
function isRequested({ before, gone, come, rebuilt }, stated) {
    if (rebuilt.length > 0)
        return false;
    if (come.length === 0)
        return gone.every((entry) => isDropped(entry, stated));
    return come.every((entry) => isAskedFor(entry, before, gone, stated));
}
function isDropped(entry, { now, gone }) {
    const own = (statement) => statement.name !== '*' && isSourceLike(statement);
    return ((entry.name.startsWith('image:') && gone.length > 0) ||
        gone.some(own) ||
        now.some((statement) => own(statement) || excludes(statement, entry)));
}
function isAskedFor(entry, before, gone, { now, gone: unsaid, own }) {
    if (own.some(({ line }) => line === entry.line))
        return true;
    const resourced = now.some((said) => isSourceOf(said, [entry])) || unsaid.some((said) => isSourceOf(said, gone));
    if (resourced && (entry.version === undefined || before.some((old) => samePublic(old, entry))))
        return true;
    return now.some((statement) => {
        const { version } = entry;
        if (version === undefined)
            return entry.source.kind === 'url' || isSourceLike(statement);
        if (statement.kind === 'source' && (entry.source.kind === 'git' || entry.source.kind === 'url'))
            return true;
        if (namesVersion(statement, version))
            return (before.every((old) => old.version === undefined || !samePublic(old, entry)) || namesLocal(statement));
        if (allows(statement, version) !== true)
            return false;
        return (gone.some((old) => excludes(statement, old)) ||
            (before.length === 0 && statement.kind === 'requirement'));
    });
}
function isSourceOf(statement, entries) {
    if (statement.name !== '*')
        return isSourceLike(statement);
    const url = statement.text.split(' ').find((word) => word.includes('://'));
    return url !== undefined && entries.some(({ source }) => source.address.includes(url));
}
function namesLocal({ specifier }) {
    return specifier.includes('+');
}
function isSourceLike({ kind, text }) {
    return (kind === 'source' ||
        kind === 'index' ||
        text.includes('source=') ||
        text.includes('git=') ||
        text.includes('url=') ||
        text.includes('://'));
}
function excludes(statement, { version }) {
    return version !== undefined && statement.specifier !== '' && allows(statement, version) === false;
}
function samePublic(a, b) {
    return a.version !== undefined && b.version !== undefined && publicKey(a.version) === publicKey(b.version);
}
function staleRequirement({ before, gone, come }, { base, head }) {
    if (come.length === 0 || new Set(before.map(publicOf)).size !== 1)
        return undefined;
    const old = new Set(base.map(({ text }) => text));
    const unchanged = head.filter(({ text, marker }) => old.has(text) && marker === '');
    const culprit = unchanged.find((statement) => {
        const shutsOut = gone.length > 0 && gone.every((entry) => excludes(statement, entry));
        return (shutsOut && come.every(({ version }) => version !== undefined && allows(statement, version) === true));
    });
    if (culprit === undefined)
        return undefined;
    const place = `${culprit.file}:${culprit.line}`;
    return {
        class: 'forced',
        because: place,
        reason: `the lock did not satisfy ${place} (${culprit.text}) before this change`,
    };
}
function classifyRemoved({ before }, { base, head, handWritten }, force) {
    const isOwn = ({ name }) => name !== '*';
    if (base.some(isOwn) && !head.some(isOwn))
        return { class: 'requested', reason: 'its requirement was removed' };
    const isPin = ({ line }) => handWritten?.before.some((said) => isOwn(said) && said.line === line) === true;
    if (handWritten !== undefined && before.every(isPin))
        return {
            class: 'requested',
            reason: `its pin was taken out of ${handWritten.file}, which a person writes`,
        };
    if (force !== undefined)
        return forced(force);
    return {
        class: 'removed',
        reason: head.some(isOwn) ? 'it is still required' : 'nothing that names it was removed',
    };
}
function unasked({ before, after, gone, come, rebuilt }) {
    const publicBefore = new Set(before.map(publicOf));
    const publicAfter = new Set(after.map(publicOf));
    const size = new Set(after.map(identity)).size - new Set(before.map(identity)).size;
    if (size > 0 && gone.length === 0)
        return { class: 'fork-added', reason: 'the lock now holds more variants of it than before' };
    if (size < 0 && come.length === 0)
        return { class: 'fork-collapsed', reason: 'the lock now holds fewer variants of it than before' };
    if (rebuilt.length > 0 && come.length === 0)
        return {
            class: 'identity-change',
            reason: 'the version is the same, but the files behind it have other hashes',
        };
    if (size === 0 &&
        publicBefore.size === publicAfter.size &&
        [...publicBefore].every((version) => publicAfter.has(version))) {
        return {
            class: 'identity-change',
            reason: 'the version is the same, but it is another build or comes from another source',
        };
    }
    if (size !== 0)
        return {
            class: size > 0 ? 'fork-added' : 'fork-collapsed',
            reason: 'the number of its variants in the lock changed, and so did versions',
        };
    if (isLower(gone, come))
        return { class: 'downgraded', reason: 'no requirement asks for an older version' };
    return {
        class: 'unexplained',
        reason: 'its requirement did not change and still allows what was locked before',
    };
}
function publicOf({ version, source }) {
    return version === undefined ? sourceText(source) : publicKey(version);
}
function identity({ version, source }) {
    return `${version ?? ''} ${sourceText(source)}`;
}
function isLower(gone, come) {
    const old = gone.map(({ version }) => parseVersion(version ?? ''));
    const now = come.map(({ version }) => parseVersion(version ?? ''));
    if (old.length === 0 || now.length === 0)
        return false;
    return now.every((a) => a !== undefined && old.every((b) => b !== undefined && compareVersions(a, b) < 0));
}

;// CONCATENATED MODULE: ./build/src/dependencies/pairs/table.js
const torchReleases = [
    ['2.5.1', '0.20.1', '2.5.1', '3.1.0'],
    ['2.6.0', '0.21.0', '2.6.0', '3.2.0'],
    ['2.7.0', '0.22.0', '2.7.0', '3.3.0'],
    ['2.7.1', '0.22.1', '2.7.1', '3.3.1'],
    ['2.8.0', '0.23.0', '2.8.0', '3.4.0'],
    ['2.9.0', '0.24.0', '2.9.0', '3.5.0'],
    ['2.9.1', '0.24.1', '2.9.1', '3.5.1'],
    ['2.10.0', '0.25.0', '2.10.0', '3.6.0'],
    ['2.11.0', '0.26.0', '2.11.0', '3.6.0'],
    ['2.12.0', '0.27.0', '', '3.7.0'],
    ['2.12.1', '0.27.1', '', '3.7.1'],
    ['2.13.0', '0.28.0', '', '3.7.1'],
];
const xformersReleases = [
    ['==0.0.28.post3', '==2.5.1'],
    ['==0.0.29.post2', '==2.6.0'],
    ['==0.0.30', '==2.7.0'],
    ['==0.0.31', '==2.7.1'],
    ['==0.0.32.*', '==2.8.0'],
    ['==0.0.33', '==2.9.0'],
    ['>=0.0.34', '>=2.10'],
];
const transformersNeeds = [
    ['>=4.40,<4.43', '>=0.19,<0.20', ''],
    ['>=4.43,<4.45', '>=0.19,<0.20', '>=0.23.2,<1.0'],
    ['>=4.45,<4.47', '>=0.20,<0.21', '>=0.23.2,<1.0'],
    ['>=4.47,<4.49', '>=0.21,<0.22', '>=0.24.0,<1.0'],
    ['>=4.49,<4.56', '>=0.21,<0.22', ''],
    ['>=4.56,<4.57', '>=0.22,<=0.23', ''],
    ['>=4.57,<4.58', '>=0.22,<=0.23', '>=0.34.0,<1.0'],
];
const numpyOne = [
    ['torch', '<2.3', 'PyTorch 2.3 release notes: first release built for NumPy 2'],
    ['scipy', '<1.13', 'SciPy 1.13 release notes: first release built for NumPy 2'],
    ['pandas', '<2.2.2', 'pandas 2.2.2 release notes: first release built for NumPy 2'],
    ['scikit-learn', '<1.4.2', 'scikit-learn 1.4.2 release notes: first release built for NumPy 2'],
];
const locks = 'releases that stand together in published locks, and the Requires-Dist of their wheels';
const wheels = 'Requires-Dist of the transformers wheels';
const builtInPairs = [
    ...torchReleases.flatMap(([torch, torchvision, torchaudio, triton]) => [
        {
            pair: 'torch-torchvision',
            package: 'torch',
            versions: `==${torch}`,
            needs: { torchvision: `==${torchvision}` },
            source: locks,
        },
        ...(torchaudio === ''
            ? []
            : [
                {
                    pair: 'torch-torchaudio',
                    package: 'torch',
                    versions: `==${torch}`,
                    needs: { torchaudio: `==${torchaudio}` },
                    source: locks,
                },
            ]),
        {
            pair: 'torch-triton',
            package: 'torch',
            versions: `==${torch}`,
            needs: { triton: `==${triton}` },
            severity: 'warning',
            source: locks,
        },
    ]),
    ...xformersReleases.map(([versions, torch]) => ({
        pair: 'xformers-torch',
        package: 'xformers',
        versions,
        needs: { torch },
        source: locks,
    })),
    ...transformersNeeds.flatMap(([versions, tokenizers, hub]) => [
        {
            pair: 'transformers-tokenizers',
            package: 'transformers',
            versions,
            needs: { tokenizers },
            source: wheels,
        },
        ...(hub === ''
            ? []
            : [
                {
                    pair: 'transformers-hub',
                    package: 'transformers',
                    versions,
                    needs: { 'huggingface-hub': hub },
                    source: wheels,
                },
            ]),
    ]),
    ...numpyOne.map(([name, versions, source]) => ({
        pair: 'numpy-2-abi',
        package: name,
        versions,
        needs: { numpy: '<2' },
        source,
    })),
];
const leaders = [
    {
        leader: 'torch',
        followers: ['torchvision', 'torchaudio', 'triton', 'pytorch-triton*', 'nvidia-*', 'cuda-*'],
        exact: ['triton', 'pytorch-triton*', 'nvidia-*', 'cuda-*'],
    },
    { leader: 'transformers', followers: ['tokenizers', 'huggingface-hub'], exact: [] },
    {
        leader: 'transformer-engine',
        followers: ['transformer-engine-*'],
        exact: ['transformer-engine-*'],
    },
    { leader: 'flashinfer-python', followers: ['flashinfer-cubin', 'flashinfer-jit-cache'], exact: [] },
];
const exactPins = [
    {
        leader: 'vllm',
        exact: [
            'torch',
            'torchvision',
            'torchaudio',
            'xformers',
            'flashinfer-python',
            'flashinfer-cubin',
            'compressed-tensors',
            'xgrammar',
        ],
    },
];

;// CONCATENATED MODULE: ./build/src/dependencies/pairs/pairs.js




function pairRows({ pairs, ignorePairs, }) {
    const replaced = new Set([...ignorePairs, ...pairs.map(({ pair }) => pair)]);
    return [...builtInPairs.filter(({ pair }) => !replaced.has(pair)), ...pairs];
}
function knownNeed(rows, parent, name) {
    const row = rows.find((candidate) => applies(candidate, parent) && pairs_needOf(candidate, name) !== undefined);
    return row === undefined ? undefined : pairs_needOf(row, name);
}
function pairs_needOf(row, name) {
    return Object.entries(row.needs).find(([key]) => normaliseName(key) === pypiName(name))?.[1];
}
function applies(row, { name, version }) {
    return (pypiName(name) === normaliseName(row.package) && version !== undefined && within(version, row.versions));
}
function within(version, range) {
    const parsed = parseVersion(version);
    const clauses = parseSpecifiers(range);
    return parsed !== undefined && clauses !== undefined && satisfies(parsed, clauses, version);
}
const compiled = leaders.map(({ leader, followers, exact }) => ({
    leader,
    follows: nameMatcher(followers),
    exactly: nameMatcher(exact),
}));
function leaderOf(name) {
    return compiled.find(({ follows }) => follows(pypiName(name)))?.leader;
}
function isPinnedBy(name, leader) {
    return compiled.some((entry) => entry.leader === leader && entry.exactly(pypiName(name)));
}
const pins = exactPins.map(({ leader, exact }) => ({ leader, pins: nameMatcher(exact) }));
function pinnersOf(name) {
    return pins.filter(({ pins: matches }) => matches(pypiName(name))).map(({ leader }) => leader);
}

;// CONCATENATED MODULE: ./build/src/dependencies/moves/forces.js



function parentsOf(entries) {
    const parents = new Map();
    for (const entry of new Map(entries.map((one) => [one.needs, one])).values()) {
        for (const { name } of entry.needs) {
            const list = parents.get(name);
            if (list === undefined)
                parents.set(name, [entry]);
            else
                list.push(entry);
        }
    }
    return parents;
}
function forcesOn(difference, graph) {
    const { name, before, after } = difference;
    const moved = (entries) => (entries ?? []).filter((entry) => graph.moved.has(entry.name) && entry.name !== name);
    if (after.length === 0)
        return unique(moved(graph.parentsBefore.get(name)).map((entry) => dropped(entry, name)));
    const parents = moved(graph.parents.get(name));
    if (before.length === 0)
        return unique(parents.map((entry) => ({ by: entry.name, what: `needs ${name}` })));
    return unique([
        ...parents.flatMap((parent) => byConstraint(difference, parent, graph)),
        ...byLeader(difference, graph),
        ...byPinner(name, parents),
    ]);
}
function dropped(entry, name) {
    return { by: entry.name, what: `no longer needs ${name}` };
}
function byConstraint(difference, parent, graph) {
    const need = parent.needs.find(({ name }) => name === difference.name);
    const specifier = need?.specifier ?? knownNeed(graph.rows, parent, difference.name);
    if (specifier === undefined || specifier === '' || wasSaid(parent, difference.name, specifier, graph))
        return [];
    const what = `${parent.version ?? ''} needs ${difference.name} ${specifier}`.trim();
    return shutsOut({ specifier, dialect: need?.dialect ?? 'pep440' }, difference)
        ? [{ by: parent.name, what }]
        : [];
}
function wasSaid(parent, name, specifier, graph) {
    const old = graph.before.get(parent.name) ?? [];
    return old.some(({ needs }) => needs.some((need) => need.name === name && need.specifier === specifier));
}
function shutsOut(range, { gone, come }) {
    const all = (entries, wanted) => entries.every(({ version }) => version !== undefined && allows(range, version) === wanted);
    return gone.length > 0 && all(gone, false) && all(come, true);
}
function byLeader(difference, graph) {
    const leader = leaderOf(difference.name);
    const move = leader === undefined ? undefined : graph.moved.get(leader);
    if (leader === undefined || move === undefined || move.gone.length + move.come.length === 0)
        return [];
    const entry = newest(graph.after.get(leader) ?? []);
    const specifier = entry === undefined ? undefined : knownNeed(graph.rows, entry, difference.name);
    if (specifier !== undefined && entry !== undefined) {
        const what = `${entry.version ?? ''} goes with ${difference.name} ${specifier}`.trim();
        return shutsOut({ specifier, dialect: 'pep440' }, difference) ? [{ by: leader, what }] : [];
    }
    return isPinnedBy(difference.name, leader)
        ? [{ by: leader, what: `pins ${difference.name} to one version` }]
        : [];
}
function newest(entries) {
    return entries.toSorted((a, b) => compareText(b.version ?? '', a.version ?? ''))[0];
}
function byPinner(name, parents) {
    const pinners = pinnersOf(name).filter((pinner) => parents.some((parent) => parent.name === pinner));
    return pinners.map((by) => ({ by, what: `pins ${name} to one version`, onlyIfRequested: true }));
}
function unique(forces) {
    return [...new Map(forces.toReversed().map((force) => [force.by, force])).values()].toReversed();
}

;// CONCATENATED MODULE: ./build/src/dependencies/moves/explain.js





function explain(differences, graph, intents) {
    const own = new Map(differences.map((difference) => [
        difference.name,
        classify(difference, intents(difference.name), undefined),
    ]));
    const result = new Map(own);
    for (const difference of differences) {
        const forces = forcesOn(difference, graph).filter((force) => mayForce(force, difference.name, own));
        const force = best(forces, own);
        if (force !== undefined)
            result.set(difference.name, classify(difference, intents(difference.name), force));
    }
    const circles = differences.filter(({ name }) => isOnCircle(name, result));
    for (const { name } of circles)
        result.set(name, own.get(name) ?? { class: 'unexplained', reason: '' });
    return result;
}
function mayForce({ by, onlyIfRequested }, name, own) {
    if (own.get(by)?.class === 'requested')
        return true;
    return onlyIfRequested !== true && leaderOf(by) !== pypiName(name);
}
function best(forces, own) {
    const sorted = forces.toSorted((a, b) => compareText(a.by, b.by));
    return sorted.find(({ by }) => own.get(by)?.class === 'requested') ?? sorted[0];
}
function isOnCircle(name, all) {
    const seen = new Set();
    for (let cause = all.get(name)?.because; cause !== undefined && !seen.has(cause); cause = all.get(cause)?.because) {
        if (cause === name)
            return true;
        seen.add(cause);
    }
    return false;
}
function explain_isAskedFor(name, all) {
    const seen = new Set();
    for (let current = name; !seen.has(current);) {
        seen.add(current);
        const found = all.get(current);
        if (found === undefined)
            return true;
        if (found.class === 'requested' || found.class === 'allowed')
            return true;
        if (found.because === undefined)
            return false;
        current = found.because;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/src/dependencies/findings/wording.js
function arrow(move) {
    const [left, right] = sides(move);
    return `${left.join(' | ') || 'none'} -> ${right.join(' | ') || 'none'}`;
}
function sides({ before, after, beforeSources, afterSources, }) {
    if (before.join() !== after.join())
        return [before, after];
    const cut = commonWords([...beforeSources, ...afterSources]);
    const labelled = (versions, sources) => {
        const texts = sources
            .map((source) => source.split(' ').slice(cut).join(' '))
            .filter((text) => text !== '');
        return texts.length === 0 ? versions : [`${versions.join(' | ')} (${texts.join(', ')})`];
    };
    return [labelled(before, beforeSources), labelled(after, afterSources)];
}
function commonWords(sources) {
    const lists = sources.map((source) => source.split(' '));
    const [first = []] = lists;
    const differs = first.findIndex((word, index) => lists.some((list) => list[index] !== word));
    return differs < 0 ? 0 : differs;
}
function wording_listed(items, most) {
    const more = items.length > most ? ` and ${items.length - most} more` : '';
    return items.slice(0, most).join(', ') + more;
}
function environmentText({ environments }) {
    return environments.length === 0 ? '' : ` in ${wording_listed(environments, 4)}`;
}
function statementsText({ statements }) {
    return wording_listed(statements.map(({ file, line, text }) => `${file}:${line} "${text.slice(0, 160)}"`), 3);
}
function signals({ name, before, after }) {
    const [old, now] = [majors(before), majors(after)];
    const isMajor = old.size > 0 &&
        now.size > 0 &&
        [...now].some((major) => !old.has(major)) &&
        [...old].some((major) => major !== '0');
    if (!isMajor)
        return '';
    const step = `from major version ${[...old].join('/')} to ${[...now].join('/')}`;
    return name === 'numpy' ? `It goes ${step}: compiled packages must be built for it.` : `It goes ${step}.`;
}
function majors(versions) {
    return new Set(versions.flatMap((version) => /^\d+/.exec(version)?.[0] ?? []));
}

;// CONCATENATED MODULE: ./build/src/dependencies/moves/intent.js


function moveLine(move) {
    const [left, right] = sides(move);
    return `${move.name} ${side(left)} -> ${side(right)}`;
}
function side(parts) {
    return parts.length === 0 ? 'none' : parts.join('|').replaceAll(/\s+/g, '_');
}
function allowLines(text, file) {
    const lines = text.split(/\r?\n/).slice(0, 10_000);
    return lines.flatMap((line, index) => {
        const comment = line.indexOf('#');
        return stated(comment < 0 ? line : line.slice(0, comment), `${file}:${index + 1}`);
    });
}
function trailerLines(message, sha) {
    const lines = message.slice(0, 200_000).split(/\r?\n/);
    return lines.flatMap((line) => {
        const match = /^\s*dependency-change:(.*)$/i.exec(line);
        return match === null ? [] : stated(match[1] ?? '', `commit ${sha.slice(0, 8)}`);
    });
}
function stated(text, where) {
    const line = canonical(text);
    return line === '' ? [] : [{ line, where }];
}
function canonical(text) {
    const words = text.trim().slice(0, 4000).replaceAll('→', '->').split(/\s+/);
    return [normaliseName(words[0] ?? ''), ...words.slice(1)].join(' ');
}
function whereStated(move, stated) {
    const gone = move.before.filter((version) => !move.after.includes(version));
    const come = move.after.filter((version) => !move.before.includes(version));
    const lines = new Set([canonical(moveLine(move))]);
    if (gone.length > 0 && come.length > 0)
        lines.add(canonical(`${move.name} ${side(gone)} -> ${side(come)}`));
    return stated.find(({ line }) => lines.has(line))?.where;
}

;// CONCATENATED MODULE: ./build/src/dependencies/moves/intents.js

function intentIndex({ intentBase, intentHead, before, after, file }) {
    const base = statementsByName(intentBase);
    const head = statementsByName(intentHead);
    const pick = (index, name) => [
        ...(index.get(pypiName(name)) ?? []),
        ...(index.get('*') ?? []),
    ];
    const own = before.generated || after.generated ? undefined : statementsByName(before.statements);
    return (name) => ({
        base: pick(base, name),
        head: pick(head, name),
        ...(own === undefined ? {} : { handWritten: { file, before: pick(own, name) } }),
    });
}
function statementsByName(statements) {
    const map = new Map();
    for (const statement of statements) {
        const key = pypiName(statement.name);
        const list = map.get(key);
        if (list === undefined)
            map.set(key, [statement]);
        else
            list.push(statement);
    }
    return map;
}

;// CONCATENATED MODULE: ./build/src/pep440/markers.js



const token = /[ \t]*(?:(?<mark>[()])|(?<operator>===|==|~=|!=|<=|>=|<|>)|'(?<single>[^'\n]*)'|"(?<double>[^"\n]*)"|(?<word>[A-Za-z][A-Za-z0-9._]*))[ \t]*/y;
const variables = new Set([
    'python_version',
    'python_full_version',
    'os_name',
    'sys_platform',
    'platform_release',
    'platform_system',
    'platform_version',
    'platform_machine',
    'platform_python_implementation',
    'implementation_name',
    'implementation_version',
    'extra',
    'extras',
    'dependency_groups',
]);
const versionVariables = new Set([
    'python_version',
    'python_full_version',
    'implementation_version',
    'platform_release',
]);
const markers_longest = 20_000;
const deepest = 100;
function parseMarker(text) {
    const tokens = text.length > markers_longest ? undefined : tokensOf(text);
    if (tokens === undefined)
        return undefined;
    const reader = { tokens, at: 0 };
    const marker = parseAny(reader, 0);
    return reader.at === tokens.length ? marker : undefined;
}
function tokensOf(text) {
    const tokens = [];
    token.lastIndex = 0;
    while (token.lastIndex < text.length) {
        const groups = token.exec(text)?.groups;
        if (groups === undefined)
            return undefined;
        tokens.push(tokenOf(groups));
    }
    return tokens;
}
function tokenOf({ mark, operator, single, double, word }) {
    if (mark !== undefined)
        return { kind: 'mark', text: mark };
    if (operator !== undefined)
        return { kind: 'operator', text: operator };
    const value = single ?? double;
    if (value !== undefined)
        return { kind: 'value', text: value };
    const name = (word ?? '')
        .replaceAll('.', '_')
        .replace(/^python_implementation$/, 'platform_python_implementation');
    return variables.has(name) ? { kind: 'variable', text: name } : { kind: 'word', text: word ?? '' };
}
function parseAny(reader, depth) {
    return parseChain(reader, 'or', () => parseChain(reader, 'and', () => parseAtom(reader, depth)));
}
function parseChain(reader, word, next) {
    const parts = [];
    do {
        const part = next();
        if (part === undefined)
            return undefined;
        parts.push(part);
    } while (takeWord(reader, word));
    return parts.length === 1 ? parts[0] : { kind: word, parts };
}
function takeWord(reader, word) {
    const next = reader.tokens[reader.at];
    if (next?.kind !== 'word' || next.text !== word)
        return false;
    reader.at++;
    return true;
}
function parseAtom(reader, depth) {
    const next = reader.tokens[reader.at];
    if (next?.kind !== 'mark')
        return parseComparison(reader);
    if (next.text !== '(' || depth > deepest)
        return undefined;
    reader.at++;
    const inner = parseAny(reader, depth + 1);
    return reader.tokens[reader.at++]?.text === ')' ? inner : undefined;
}
function parseComparison(reader) {
    const left = reader.tokens[reader.at++];
    const operator = parseOperator(reader);
    const right = reader.tokens[reader.at++];
    if (operator === undefined || left === undefined || right === undefined)
        return undefined;
    if (left.kind === 'variable' && right.kind === 'value') {
        return { kind: 'comparison', variable: left.text, operator, value: right.text, reversed: false };
    }
    if (left.kind !== 'value' || right.kind !== 'variable')
        return undefined;
    return { kind: 'comparison', variable: right.text, operator, value: left.text, reversed: true };
}
function parseOperator(reader) {
    const next = reader.tokens[reader.at++];
    if (next?.kind === 'operator')
        return next.text;
    if (next?.kind !== 'word')
        return undefined;
    if (next.text === 'in')
        return 'in';
    return next.text === 'not' && takeWord(reader, 'in') ? 'not in' : undefined;
}
function evaluateMarker(marker, environment) {
    if (marker.kind === 'comparison')
        return compare(marker, environment);
    const decisive = marker.kind === 'or';
    const values = marker.parts.map((part) => evaluateMarker(part, environment));
    if (values.includes(decisive))
        return decisive;
    return values.includes(undefined) ? undefined : !decisive;
}
function compare({ variable, operator, value, reversed }, environment) {
    const known = Object.hasOwn(environment, variable) ? environment[variable] : undefined;
    if (known === undefined)
        return undefined;
    const [left, right] = (reversed ? [value, known] : [known, value]).map((side) => variable === 'extra' ? normaliseName(side) : side);
    if (left === undefined || right === undefined)
        return undefined;
    if (versionVariables.has(variable)) {
        const byVersion = compareAsVersions(left, operator, right);
        if (byVersion !== undefined)
            return byVersion;
    }
    return textOperators[operator]?.(left, right);
}
function compareAsVersions(left, operator, right) {
    const clauses = operator.endsWith('in') ? undefined : parseSpecifiers(operator + right);
    const version = parseVersion(left);
    return clauses === undefined || version === undefined ? undefined : satisfies(version, clauses, left);
}
const textOperators = {
    in: (left, right) => right.includes(left),
    'not in': (left, right) => !right.includes(left),
    '==': (left, right) => left === right,
    '===': (left, right) => left === right,
    '!=': (left, right) => left !== right,
    '<': (left, right) => left < right,
    '<=': (left, right) => left <= right,
    '>': (left, right) => left > right,
    '>=': (left, right) => left >= right,
};

;// CONCATENATED MODULE: ./build/src/kernel/fields.js

const fields_text = (expects = 'text') => ({ expects, parse: (raw) => raw });
const flag = {
    expects: 'true or false',
    parse: (raw) => /^(true|True|TRUE)$/.test(raw) ? true : /^(false|False|FALSE)$/.test(raw) ? false : undefined,
};
function choice(allowed) {
    return { expects: `one of ${allowed.join(', ')}`, parse: (raw) => allowed.find((item) => item === raw) };
}
function number(limits = {}) {
    const { min = -Infinity, max = Infinity } = limits;
    return {
        expects: `a number${rangeText(min, max)}`,
        parse: (raw) => /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(raw) ? fields_within(Number(raw), min, max) : undefined,
    };
}
function integer(limits = {}) {
    const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = limits;
    return {
        expects: `a whole number${rangeText(limits.min ?? -Infinity, limits.max ?? Infinity)}`,
        parse: (raw) => (/^[-+]?\d+$/.test(raw) ? fields_within(Number(raw), min, max) : undefined),
    };
}
const list = {
    expects: 'a list, one item a line or separated by commas',
    parse: (raw) => raw
        .split(/\r?\n/)
        .flatMap((line) => line.split(/,(?![^{]*\})/))
        .map((item) => item.trim())
        .filter((item) => item !== ''),
};
const numbers = {
    expects: 'rising whole numbers, separated by commas',
    parse: (raw) => {
        const values = (list.parse(raw) ?? []).map((item) => /^\d{1,9}$/.test(item) ? Number(item) : Number.NaN);
        const rising = values.every((value, index) => value > (values[index - 1] ?? 0));
        return values.length > 0 && rising ? values : undefined;
    },
};
function fields_readFields(fields, get, label = (name) => `input ${name}`) {
    const values = [];
    const problems = [];
    for (const [name, field] of Object.entries(fields)) {
        const raw = get(name).trim();
        if (raw === '')
            continue;
        const value = field.parse(raw);
        if (value === undefined)
            problems.push(`${label(name)}: expected ${field.expects}, got ${quote(raw)}`);
        else
            values.push([name, value]);
    }
    if (problems.length > 0)
        throw new UserError(problems.join('; '), {
            help: 'Correct what is named here; leave it out to use the default.',
        });
    return Object.fromEntries(values);
}
function quote(raw) {
    return JSON.stringify(raw.length > 40 ? `${raw.slice(0, 40)}…` : raw);
}
function fields_within(value, min, max) {
    return value >= min && value <= max ? value : undefined;
}
function rangeText(min, max) {
    if (min !== -Infinity && max !== Infinity)
        return ` from ${min} to ${max}`;
    if (min !== -Infinity)
        return ` of at least ${min}`;
    return max === Infinity ? '' : ` of at most ${max}`;
}

;// CONCATENATED MODULE: ./build/src/kernel/kinds.js


const kinds_flag = { schema: { type: 'boolean' }, field: flag };
function kinds_choice(allowed) {
    return { schema: { enum: allowed }, field: choice(allowed) };
}
function kinds_number({ above, ...limits } = {}) {
    const lower = above === undefined ? {} : { exclusiveMinimum: above };
    return { schema: { type: 'number', ...lower, ...range(limits) }, field: fields.number(limits) };
}
function kinds_integer(limits = {}) {
    return { schema: { type: 'integer', ...range(limits) }, field: fields.integer(limits) };
}
function kinds_text(limits = {}, expects) {
    const { min: minLength, max: maxLength, pattern } = limits;
    return {
        schema: { type: 'string', ...present({ minLength, maxLength, pattern }) },
        field: fields_text(expects),
    };
}
function kinds_list(items, { min, max } = {}) {
    return {
        schema: { type: 'array', ...present({ minItems: min, maxItems: max }), items: items.schema },
        read: (value) => (Array.isArray(value) ? value.map((item) => readAs(items, item)) : []),
    };
}
function map(values, keys) {
    const propertyNames = keys === undefined ? undefined : { pattern: keys };
    return { schema: { type: 'object', ...present({ propertyNames }), additionalProperties: values.schema } };
}
function named(keys, values) {
    const properties = Object.fromEntries(keys.map((key) => [key, values.schema]));
    return { schema: { type: 'object', additionalProperties: false, properties } };
}
function kinds_define(name, kind) {
    return { ...kind, schema: { $ref: `#/$defs/${name}` }, definition: [name, kind.schema] };
}
const kinds_name = kinds_define('name', kinds_text({ min: 1, max: 250 }));
const path = kinds_define('path', kinds_text({ min: 1, max: 4096 }, 'a path'));
const globs = kinds_define('globs', {
    ...kinds_list(kinds_text({ min: 1, max: 4096 }), { max: 1000 }),
    field: list,
});
function readAs(kind, value) {
    return kind.read === undefined ? value : kind.read(value);
}
function recordOf(value) {
    return isRecord(value) ? { ...value } : {};
}
function range({ min, max }) {
    return present({ minimum: min, maximum: max });
}
function present(entries) {
    return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./build/src/kernel/text.js
function byteLength(text) {
    return Buffer.byteLength(text, 'utf8');
}
function clip(text, max) {
    if (text.length <= max)
        return text;
    const cut = text.slice(0, Math.max(0, max - 1));
    return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
function shown(text) {
    return text.replaceAll(/\p{C}/gu, ' ').slice(0, 100);
}
function count(n, one, many) {
    return `${grouped(n)} ${plural(n, one, many)}`;
}
function plural(n, one, many = `${one}s`) {
    return n === 1 ? one : many;
}
function grouped(n) {
    return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
function enumerate(parts, conjunction = 'and') {
    const last = parts.at(-1) ?? '';
    return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
function duration(ms) {
    if (ms === undefined || !Number.isFinite(ms))
        return '';
    const seconds = Math.max(0, ms) / 1000;
    if (seconds < 9.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

;// CONCATENATED MODULE: ./build/src/kernel/settings-text.js

function plainText(setting, text) {
    const preset = settings_text_shown(setting.default);
    const choices = choicesOf(setting).map((item) => (item === preset ? `${item} (default)` : item));
    return filled(text.replaceAll('`', ''), preset, choices);
}
function markedText(setting, text) {
    return filled(text, `\`${settings_text_shown(setting.default)}\``, choicesOf(setting).map((item) => `\`${item}\``));
}
function filled(text, preset, choices) {
    return text.replaceAll('{default}', preset).replaceAll('{choices}', enumerate(choices, 'or'));
}
function choicesOf({ kind }) {
    const allowed = kind?.schema['enum'];
    return Array.isArray(allowed) ? allowed.map(String) : [];
}
function settings_text_shown(value) {
    if (Array.isArray(value))
        return value.join(', ');
    return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}

;// CONCATENATED MODULE: ./build/src/kernel/settings.js



function settings(table) {
    return table;
}
function inputs(table) {
    return table;
}
function defaultsOf(table) {
    const given = Object.entries(table).flatMap(([name, { default: value }]) => value === undefined ? [] : [[camelCase(name), value]]);
    return Object.fromEntries(given);
}
function section(table, limits = {}) {
    return {
        get schema() {
            return sectionSchema(table, limits);
        },
        read: (value) => ({ ...defaultsOf(table), ...readSection(table, value) }),
    };
}
function partialSection(table) {
    return {
        get schema() {
            return sectionSchema(table, {});
        },
    };
}
function readSection(table, value) {
    const entries = Object.entries(recordOf(value)).map(([key, item]) => {
        const setting = table[key];
        return [key, setting === undefined ? item : readAs(setting.kind, item)];
    });
    return keysInCamelCase(Object.fromEntries(entries));
}
function sectionSchema(table, limits) {
    const required = Object.entries(table).flatMap(([name, setting]) => (setting.required ? [name] : []));
    return {
        type: 'object',
        additionalProperties: false,
        ...(required.length === 0 ? {} : { required }),
        ...limits,
        properties: Object.fromEntries(Object.entries(table).map(([name, setting]) => [name, settingSchema(setting)])),
    };
}
function settingSchema(setting) {
    const { kind, description } = setting;
    return description === undefined
        ? kind.schema
        : { description: plainText(setting, description), ...kind.schema };
}
function fieldsOf(table) {
    const entries = Object.entries(table).flatMap(([name, item]) => isInput(item) ? [[name, fieldOf(item)]] : []);
    return Object.fromEntries(entries);
}
function isInput(item) {
    return !('kind' in item) || item.input !== undefined;
}
function inputDescription(item) {
    return ('kind' in item && typeof item.input === 'string' ? item.input : item.description) ?? '';
}
function fieldOf(item) {
    const field = item.field ?? ('kind' in item ? item.kind.field : undefined);
    if (field === undefined)
        throw new Error(`no text can give ${item.description}`);
    return field;
}
function readInputs(table, get) {
    return withDefaults(table, readFields(fieldsOf(table), get));
}
function withDefaults(table, given) {
    const entries = Object.entries(given).map(([name, value]) => [table[name]?.as ?? camelCase(name), value]);
    return { ...defaultsOf(table), ...Object.fromEntries(entries) };
}
function camelCase(key) {
    return key.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
function keysInCamelCase(values) {
    return Object.fromEntries(Object.entries(values).map(([key, value]) => [camelCase(key), value]));
}

;// CONCATENATED MODULE: ./build/src/dependencies/settings.js


const consequence = kinds_choice(['fail', 'warn', 'pass']);
const consequences = kinds_define('consequences', map(consequence));
const pairRow = settings({
    pair: { kind: kinds_name, required: true, description: '' },
    package: { kind: kinds_name, required: true, description: '' },
    versions: { kind: kinds_name, required: true, description: '' },
    needs: { kind: map(kinds_name), required: true, description: '' },
    severity: { kind: kinds_choice(['error', 'warning']) },
    source: { kind: path, required: true, description: '' },
});
const dependencyTable = settings({
    files: {
        kind: globs,
        default: [],
        description: '',
        input: '',
    },
    watch: {
        kind: globs,
        description: '',
        input: '',
        option: { value: 'NAMES', help: '' },
    },
    'also-watch': {
        kind: globs,
        default: [],
        description: '',
        input: '',
        option: { value: 'NAMES', help: '' },
    },
    classes: { kind: consequences, default: {}, description: '' },
    packages: {
        kind: map(consequences),
        default: {},
        description: '',
    },
    'allow-file': {
        kind: path,
        default: '.github/dependency-moves.txt',
        description: '',
        input: true,
        option: { value: 'FILE', help: '' },
    },
    bots: {
        kind: globs,
        default: [],
        description: '',
    },
    'bot-branches': {
        kind: globs,
        default: [],
        description: '',
    },
    locks: {
        kind: globs,
        default: [],
        description: '',
    },
    pairs: {
        kind: kinds_list(section(pairRow), { max: 1000 }),
        default: [],
        description: '',
    },
    'ignore-pairs': { kind: globs, default: [], description: '' },
    target: {
        kind: map(kinds_name),
        default: {
            sys_platform: 'linux',
            platform_system: 'Linux',
            os_name: 'posix',
            platform_machine: 'x86_64',
            implementation_name: 'cpython',
            platform_python_implementation: 'CPython',
        },
        description: '',
    },
    environment: {
        kind: kinds_flag,
        default: false,
        description: '',
        input: '',
    },
    python: {
        kind: path,
        description: '',
        input: '',
    },
    snapshot: {
        kind: path,
        description: '',
        input: '',
    },
});
const dependencyDefaults = defaultsOf(dependencyTable);

;// CONCATENATED MODULE: ./build/src/dependencies/moves/target.js


function isOnTarget({ gone, come, rebuilt }, target = dependencyDefaults.target) {
    return [...gone, ...come, ...rebuilt].some((entry) => mayInstall(entry, target));
}
function mayInstall({ markers, environment }, target) {
    if (!platformFits(environment, target))
        return false;
    return (markers.length === 0 ||
        markers.some((text) => {
            const marker = parseMarker(text);
            return marker === undefined || evaluateMarker(marker, target) !== false;
        }));
}
const condaPlatforms = { linux: 'linux', darwin: 'osx', win32: 'win' };
function platformFits(environment, { sys_platform: system }) {
    const platform = /(?:^|\/)(linux|osx|win)-[a-z0-9_]+$/.exec(environment)?.[1];
    const wanted = system === undefined ? undefined : condaPlatforms[system];
    return platform === undefined || wanted === undefined || platform === wanted;
}

;// CONCATENATED MODULE: ./build/src/dependencies/moves/watch.js
const watchedByDefault = [
    'torch',
    'torchvision',
    'torchaudio',
    'torchao',
    'torchtune',
    'torchtitan',
    'pytorch',
    'pytorch-cuda',
    'pytorch-triton*',
    'triton',
    'transformers',
    'tokenizers',
    'huggingface-hub',
    'accelerate',
    'datasets',
    'safetensors',
    'sentencepiece',
    'tiktoken',
    'peft',
    'trl',
    'bitsandbytes',
    'deepspeed',
    'flash-attn',
    'flash-attn-*',
    'flashinfer*',
    'xformers',
    'vllm',
    'sglang',
    'megatron-*',
    'transformer-engine*',
    'apex',
    'liger-kernel',
    'numpy',
    'jax',
    'jaxlib',
    'qwen-vl-utils',
    'nvidia-*-cu1*',
    'nvidia-cublas*',
    'nvidia-cudnn*',
    'nvidia-cuda-*',
    'nvidia-nccl*',
    'nvidia-cusolver*',
    'nvidia-cusparse*',
    'cuda-toolkit',
    'cudatoolkit',
    'cuda-version',
    'cudnn',
    'nccl',
    'image:*',
];

;// CONCATENATED MODULE: ./build/src/dependencies/moves/moves.js













function movesOf(change, settings, stated) {
    const differences = compareLocks(change.before.entries, change.after.entries);
    const graph = graphOf(change, differences, settings);
    const intents = intentIndex(change);
    const watched = watcher(settings);
    const explained = explain(differences, graph, intents);
    const shapes = new Map(differences.map((difference) => [difference.name, shapeOf(difference)]));
    for (const [name, shape] of shapes) {
        const own = explained.get(name);
        if (own !== undefined)
            explained.set(name, statedClass(own, whereStated(shape, stated.moves), stated.bot));
    }
    const moves = differences.flatMap((difference) => {
        const { name } = difference;
        const [classified, shape] = [explained.get(name), shapes.get(name)];
        if (classified === undefined || shape === undefined)
            return [];
        const consequence = consequenceOf(name, classified.class, settings, {
            asked: explain_isAskedFor(name, explained),
            onTarget: isOnTarget(difference, settings.target),
        });
        const spot = difference.come[0] ?? difference.rebuilt[0] ?? difference.after[0] ?? difference.gone[0];
        const { line, column } = spot ?? { line: 1, column: 1 };
        const place = { file: change.file, line, column };
        const context = { ...contextOf(difference, intents(name)), movedParents: movedParents(name, graph) };
        return [{ ...shape, ...classified, ...place, ...context, consequence, watched: watched(name) }];
    });
    return moves.toSorted(compareMoves);
}
const gravity = ['fail', 'warn', 'pass'];
function compareMoves(a, b) {
    return (Number(b.watched) - Number(a.watched) ||
        gravity.indexOf(a.consequence) - gravity.indexOf(b.consequence) ||
        rankOf(a.name) - rankOf(b.name) ||
        compareText(a.name, b.name));
}
function rankOf(name) {
    const rank = watchedByDefault.indexOf(pypiName(name));
    return rank < 0 ? watchedByDefault.length : rank;
}
function watcher({ watch, alsoWatch, }) {
    return nameMatcher([...(watch ?? watchedByDefault), ...alsoWatch]);
}
function graphOf(change, differences, settings) {
    return {
        before: byName(change.before.entries),
        after: byName(change.after.entries),
        parentsBefore: parentsOf(change.before.entries),
        parents: parentsOf(change.after.entries),
        moved: new Map(differences.map((difference) => [difference.name, difference])),
        rows: pairRows(settings),
    };
}
function shapeOf(difference) {
    return {
        name: difference.name,
        before: versionsOf(difference.before),
        after: versionsOf(difference.after),
        beforeSources: moves_sourcesOf(difference.gone),
        afterSources: moves_sourcesOf([...difference.come, ...difference.rebuilt]),
    };
}
function contextOf(difference, intent) {
    const own = (statements) => statements.filter(({ name }) => name !== '*');
    const statements = own(intent.head);
    return {
        direct: statements.length + own(intent.base).length > 0,
        environments: environmentsOf(difference),
        statements,
    };
}
function statedClass(classified, where, bot) {
    if (classified.class === 'requested' || (where === undefined && bot === undefined))
        return classified;
    return {
        class: 'allowed',
        reason: where === undefined ? `${bot} only updates dependencies, says the policy` : `stated in ${where}`,
    };
}
function versionsOf(entries) {
    const texts = new Set(entries.map(({ version, source, own }) => version ?? (own ? '(this repository)' : `@ ${source.address || sourceText(source)}`)));
    return [...texts].toSorted(compareTexts);
}
function compareTexts(a, b) {
    const [x, y] = [parseVersion(a), parseVersion(b)];
    if (x !== undefined && y !== undefined)
        return compareVersions(x, y);
    return a < b ? -1 : Number(a > b);
}
function moves_sourcesOf(entries) {
    return [...new Set(entries.map(({ source }) => sourceText(source)))]
        .filter((source) => source !== '')
        .toSorted();
}
function environmentsOf({ gone, come, rebuilt }) {
    const names = [...gone, ...come, ...rebuilt].map(({ environment }) => environment);
    return [...new Set(names)].filter((name) => name !== '').toSorted();
}
function movedParents(name, { parents, moved }) {
    const names = (parents.get(name) ?? []).map((parent) => parent.name);
    return [...new Set(names)].filter((parent) => moved.has(parent)).toSorted();
}

;// CONCATENATED MODULE: ./build/src/dependencies/environment/disagreement.js


function disagreements(held, locks) {
    const told = new Set();
    return held
        .filter(({ after }) => after.length > 0)
        .flatMap((move) => locks
        .filter((lock) => lock.file !== move.file && isBeside(lock, move))
        .flatMap((lock) => disagreement(move, lock, told)));
}
function isBeside({ folder }, { file }) {
    return file.slice(0, file.lastIndexOf('/') + 1) === folder;
}
function disagreement(move, lock, told) {
    const others = lock.entries.filter(({ name, version }) => name === move.name && version !== undefined);
    const versions = [...new Set(others.map(({ version }) => version ?? ''))];
    const [first] = others;
    const both = [move.name, ...[move.file, lock.file].toSorted()].join('\0');
    if (first === undefined || told.has(both) || shareOne(move.after, versions))
        return [];
    told.add(both);
    return [
        depsRules['locks-disagree'].finding({
            message: `${move.name} is ${move.after.join(' | ')} in ${move.file} but ${versions.join(' | ')} in ${lock.file}: whoever installs from the other gets another model.`,
            file: lock.file,
            line: first.line,
            column: first.column,
            help: `${lock.generated ? 'Lock or export' : 'Write the same version in'} ${lock.file}${lock.generated ? ' again' : ''}, or put ${move.file} back.`,
        }),
    ];
}
function shareOne(some, others) {
    return some.some((one) => others.some((other) => meetsPin(one, other) || meetsPin(other, one)));
}

;// CONCATENATED MODULE: ./build/src/report/model.js

const verdicts = (/* unused pure expression or super */ null && (['pass', 'fail', 'inconclusive', 'exempt', 'skipped']));
const severities = ['error', 'warning', 'notice'];
const model_gravity = (/* unused pure expression or super */ null && (['fail', 'inconclusive', 'exempt', 'pass', 'skipped']));
function worstVerdict(all) {
    return model_gravity.find((verdict) => all.includes(verdict)) ?? 'skipped';
}
function verdictOf(findings) {
    return findings.some((finding) => finding.severity === 'error') ? 'fail' : 'pass';
}
function worstFirst(findings) {
    return findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        compareText(a.file ?? '', b.file ?? '') ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0));
}
function allFindings(report) {
    return [...report.findings, ...(report.reports ?? []).flatMap(allFindings)];
}
function blocks(report) {
    if (report.verdict === 'fail')
        return true;
    return (report.verdict === 'inconclusive' && allFindings(report).some(({ severity }) => severity === 'error'));
}
function exitCodeOf(verdict) {
    if (verdict === 'fail')
        return 1;
    return verdict === 'inconclusive' ? 3 : 0;
}

;// CONCATENATED MODULE: ./build/src/report/make.js

function makeReport({ findings = [], verdict = verdictOf(findings), ...parts }) {
    return { schema: 1, verdict, findings, ...parts };
}
function withFindings(report, findings) {
    const first = findings.find(({ severity }) => severity === 'error');
    const broken = first === undefined ? {} : { verdict: 'fail', title: first.message };
    return { ...report, ...broken, findings: [...findings, ...report.findings] };
}

;// CONCATENATED MODULE: ./build/src/kernel/user-error.js
const brand = 'ModelGatesUserError';
class user_error_UserError extends Error {
    name = brand;
    place;
    help;
    constructor(message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.place = details.place;
        this.help = details.help;
    }
}
function isUserError(error) {
    return error instanceof Error && error.name === brand;
}
function placeText(place) {
    return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

;// CONCATENATED MODULE: ./build/src/dependencies/gate/decode.js
function decode(bytes) {
    try {
        return { ok: true, text: new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes) };
    }
    catch {
        return { ok: false, reason: 'it is no text in UTF-8 or UTF-16' };
    }
}
function encodingOf(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return 'utf-16le';
    return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

;// CONCATENATED MODULE: ./build/src/dependencies/gate/files.js



const maxLockBytes = 32 * 1024 * 1024;
function files_sourceOf(tree, reading) {
    const parsed = new Map();
    let listed;
    const paths = () => (listed ??= tree.list().then((all) => new Set(all)));
    return {
        tree,
        paths,
        has: async (path) => (await paths()).has(path),
        parse: (path, use) => {
            const key = formatOf(path) === undefined ? `${use ?? 'own'}:${path}` : path;
            const found = parsed.get(key) ?? parseFile(tree, path, reading, use);
            parsed.set(key, found);
            return found;
        },
        text: async (path) => {
            const bytes = await tree.read(path, 1024 * 1024);
            const decoded = bytes === undefined ? undefined : decode(bytes);
            return decoded?.ok === true ? decoded.text : undefined;
        },
    };
}
async function parseFile(tree, path, reading, use) {
    const read = await readFile(tree, path);
    if (read === undefined || typeof read !== 'string')
        return read;
    const isNamed = reading.named.has(path);
    const format = formatOf(path) ?? sniffFormat(read) ?? plainFormat(path, use !== undefined, isNamed);
    if (format === undefined && isNamed)
        return unknownFormat(path);
    const parsed = format === undefined ? guess(read, path, reading) : parseText(format, read, path, reading.memo);
    const isWritten = reading.isLock(path) && !parsed.generated;
    return isWritten ? { ...parsed, generated: true, statements: [], tool: {} } : parsed;
}
function guess(text, path, { memo, isChosen }) {
    const format = isChosen(path) ? plainFormat(path, false, true) : undefined;
    const parsed = format === undefined ? nothing : parseText(format, text, path, memo);
    return parsed.problems.length === 0 ? parsed : nothing;
}
function unknownFormat(path) {
    const help = 'Name it as its tool does (uv.lock, requirements.txt, …), or leave it out of the files to judge.';
    return unreadable(`neither the name ${path} nor its content is that of a known lock or manifest`, { help });
}
async function readFile(tree, path) {
    try {
        const bytes = await tree.read(path, maxLockBytes);
        if (bytes === undefined)
            return undefined;
        const decoded = decode(bytes);
        return decoded.ok ? decoded.text : unreadable(decoded.reason);
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        return unreadable(error.message, error.help === undefined ? {} : { help: error.help });
    }
}
const tooMany = unreadable(`it names more than ${maxPackages} packages`);
function parseText(format, text, path, memo) {
    try {
        const parsed = format.parse(text, path, memo);
        return Math.max(parsed.entries.length, parsed.statements.length) > maxPackages ? tooMany : parsed;
    }
    catch (error) {
        if (error instanceof RangeError)
            return unreadable('it is nested too deeply to read');
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/dependencies/environment/installed.js




function installedDrift(installed, lock, file, settings) {
    const isWatched = watcher(settings);
    const locked = byName(lock);
    return installed.flatMap((entry) => {
        const wanted = (locked.get(entry.name) ?? []).filter(({ version }) => version !== undefined);
        const [first] = wanted;
        if (first === undefined || entry.version === undefined || !isWatched(entry.name))
            return [];
        if (wanted.some(({ version }) => version !== undefined && meetsPin(entry.version ?? '', version)))
            return [];
        const versions = [...new Set(wanted.map(({ version }) => version ?? ''))].join(' | ');
        return [
            depsRules['environment-drift'].finding({
                message: `Installed is ${entry.name} ${entry.version}, but ${file} holds ${versions}.`,
                file,
                line: first.line,
                column: first.column,
                help: 'Install from the lock (uv sync --frozen, poetry sync, pip install -r requirements.txt) and run again.',
            }),
        ];
    });
}

;// CONCATENATED MODULE: ./build/src/dependencies/findings/fix.js


function helpText(move, followers, context) {
    const lines = [move, ...followers.filter(({ because }) => because === undefined)].map(moveLine);
    return `If nobody meant it: ${putBack(move, context)}. If it is meant: ${fix_stateIt(lines, context)}.`;
}
function fix_stateIt(lines, { allowFile }) {
    const [line = ''] = lines;
    if (lines.length === 1)
        return `add the line "${line}" to ${allowFile}, or "Dependency-Change: ${line}" to a commit message`;
    const all = wording_listed(lines.map((text) => `"${text}"`), 9);
    return `add the lines ${all} to ${allowFile}, or each after "Dependency-Change: " to a commit message`;
}
function putBack(move, { tool, base }) {
    const [version] = move.before;
    const isPlain = move.before.length === 1 && version !== undefined && isWord(version) && isWord(move.name);
    const isThere = move.after.length > 0 && move.before.join() !== move.after.join();
    if (isPlain && isThere && tool?.restore !== undefined)
        return tool.restore(move.name, version);
    const lock = base !== undefined && isWord(move.file)
        ? `\`git checkout ${base.slice(0, 8)} -- ${move.file}\``
        : 'take the lock of the base';
    return `${lock}, then ${tool?.relock ?? 'lock again without upgrading'}`;
}
function isWord(text) {
    return /^[\w.+!/:][\w.+!/:-]*$/.test(text);
}

;// CONCATENATED MODULE: ./build/src/dependencies/findings/messages.js

function messageOf(move, ungoverned) {
    const head = `${move.name} ${verbs[move.class] ?? 'moved'}${environmentText(move)}: ${arrow(move)}`;
    const cause = causes[move.class]?.(move, ungoverned) ?? messages_unasked(move, ungoverned);
    return [`${head}${cause}`, signals(move)].filter((part) => part !== '').join(' ');
}
const verbs = {
    'identity-change': 'is not the build that it was',
    'fork-added': 'has more variants',
    'fork-collapsed': 'has fewer variants',
    removed: 'left the lock',
    downgraded: 'went down',
};
const causes = {
    requested: held,
    allowed: held,
    forced: ({ reason, because, consequence }) => consequence === 'fail'
        ? `, because ${reason}; but nothing asked for ${because ?? 'that'} to move either.`
        : `, because ${reason}.`,
    'over-move': (move) => `. The requirement changed to ${statementsText(move)}, but it still allows ${wording_listed(goneFrom(move), 3)}: the lock moved further than this change asked for.`,
    'identity-change': (move, ungoverned) => `. ${capital(move.reason)}. ${messages_requirementText(move, ungoverned)}`,
};
function held({ reason }) {
    return `. ${capital(reason)}, but the policy holds this package.`;
}
function messages_unasked(move, ungoverned) {
    const extra = move.class === 'unexplained' || move.class === 'downgraded' ? '' : `. ${capital(move.reason)}`;
    if (move.statements.length === 0)
        return `${extra}. ${messages_requirementText(move, ungoverned)}`;
    const allowed = move.class === 'unexplained' || move.class === 'downgraded'
        ? `, and still allows ${wording_listed(goneFrom(move), 3)}`
        : '';
    return `${extra}. Its requirement did not change (${statementsText(move)})${allowed}.`;
}
function messages_requirementText(move, ungoverned) {
    if (move.statements.length > 0)
        return `Its requirement did not change (${statementsText(move)}).`;
    if (ungoverned)
        return 'No manifest was found that governs this lock, so nothing says that it was asked for.';
    const parents = wording_listed(move.movedParents, 3);
    const through = parents === ''
        ? ''
        : ` It is needed by ${parents}, which moved too, but the lock does not show that this forced it.`;
    return `No requirement names it, and nothing in this change asks for it.${through}`;
}
function goneFrom({ before, after }) {
    const gone = before.filter((version) => !after.includes(version));
    return gone.length === 0 ? before : gone;
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./build/src/dependencies/findings/findings.js





function moveFindings(moves, context) {
    const told = moves.filter(({ watched, consequence }) => watched && consequence !== 'pass');
    const fresh = told.filter(({ class: kind }) => kind === 'added');
    const rest = told.filter((move) => !fresh.includes(move));
    const groups = groupByRoot(rest);
    const findings = [...groups].map(([root, followers]) => rootFinding(root, followers, context));
    return [...findings, ...takenAlong(rest, groups, moves), ...addedFinding(fresh)];
}
function groupByRoot(told) {
    const byName = new Map(told.map((move) => [move.name, move]));
    const groups = new Map();
    const roots = told.map((move) => [move, rootOf(move, byName)]);
    for (const [move, root] of roots)
        if (move === root && !isTakenAlong(move, byName))
            groups.set(move, []);
    for (const [move, root] of roots)
        if (move !== root)
            groups.get(root)?.push(move);
    return groups;
}
function isTakenAlong(move, byName) {
    return (move.class === 'forced' &&
        move.consequence === 'warn' &&
        move.because !== undefined &&
        !byName.has(move.because));
}
function rootOf(move, byName) {
    const seen = new Set();
    let current = move;
    for (;;) {
        seen.add(current);
        const cause = causeOf(current, byName);
        if (cause === undefined ||
            seen.has(cause) ||
            (cause.consequence === 'warn' && move.consequence === 'fail'))
            return current;
        current = cause;
    }
}
function causeOf(move, byName) {
    if (move.because !== undefined)
        return byName.get(move.because);
    const leader = leaderOf(move.name);
    return leader === undefined || move.class === 'over-move' ? undefined : byName.get(leader);
}
function rootFinding(move, followers, context) {
    const { file, line, column } = move;
    const tail = followers.length === 0 ? '' : ` With it came ${wording_listed(followers.map(findings_named), 8)}.`;
    return ruleOf(move).finding({
        severity: move.consequence === 'fail' ? 'error' : 'warning',
        message: messageOf(move, context.ungoverned) + tail,
        file,
        line,
        column,
        help: helpText(move, followers, context),
    });
}
function ruleOf({ class: kind }) {
    return kind === 'requested' || kind === 'allowed' ? depsRules.held : depsRules[kind];
}
function findings_named(move) {
    return `${move.name} ${arrow(move)}`;
}
function takenAlong(told, groups, all) {
    const inGroups = new Set([...groups].flatMap(([root, followers]) => [root, ...followers]));
    const causes = new Map();
    for (const move of told) {
        if (inGroups.has(move))
            continue;
        const cause = rootCause(move, all);
        causes.set(cause, [...(causes.get(cause) ?? []), move]);
    }
    return [...causes].map(([cause, moves]) => takenAlongFinding(cause, moves, all));
}
function rootCause(move, all) {
    const seen = new Set();
    let name = move.because ?? '';
    for (let next = all.find((other) => other.name === name); next?.because !== undefined && !seen.has(name);) {
        seen.add(name);
        name = next.because;
        next = all.find((other) => other.name === name);
    }
    return name;
}
function takenAlongFinding(cause, moves, all) {
    const [first] = moves;
    const root = all.find(({ name }) => name === cause);
    const moved = root === undefined ? cause : `${root.name} ${arrow(root)}`;
    const single = moves.length === 1 && first !== undefined ? ` (${first.reason})` : '';
    return depsRules.forced.finding({
        message: `${moved} took along ${wording_listed(moves.map(findings_named), 12)}${single}.`,
        ...(first === undefined ? {} : { file: first.file, line: first.line, column: first.column }),
        help: `Nothing to mend if you want ${cause} to move. Read what changed in the packages that came with it.`,
    });
}
function addedFinding(fresh) {
    const [first] = fresh;
    if (first === undefined)
        return [];
    const items = fresh.map(({ name, after, because }) => `${name} ${after.join(' | ')}${because === undefined ? '' : ` (for ${because})`}`);
    const severity = fresh.some(({ consequence }) => consequence === 'fail') ? 'error' : 'warning';
    const message = `New in the lock, and named by no requirement that changed: ${wording_listed(items, 12)}.`;
    const help = 'Some libraries use what they find installed: name it in the manifest if the model is meant to run with it.';
    return [
        depsRules.added.finding({
            severity,
            message,
            file: first.file,
            line: first.line,
            column: first.column,
            help,
        }),
    ];
}

;// CONCATENATED MODULE: ./build/src/dependencies/gate/paths.js
function folderOf(path) {
    return path.slice(0, path.lastIndexOf('/') + 1);
}
function joinPath(folder, path) {
    const forward = path.replaceAll('\\', '/');
    if (forward.startsWith('/') || forward.startsWith('~') || /^[a-z]:/i.test(forward))
        return undefined;
    const parts = [];
    for (const part of `${folder}${forward}`.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.pop() === undefined)
            return undefined;
    }
    return parts.join('/');
}

;// CONCATENATED MODULE: ./build/src/dependencies/gate/problem-findings.js

const help = 'Write the file anew with its tool; what cannot be read cannot be judged.';
function problemFindings(problems, tree, severity = 'error') {
    return problems.map(({ rule, message, file, line, column, help: own }) => rule.finding({
        severity: isNote(rule) ? 'warning' : severity,
        message: `${file} (${tree}) ${isNote(rule) ? '' : 'cannot be judged: '}${message}.`,
        file,
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { column }),
        help: own ?? help,
    }));
}
function placed(parsed, file) {
    return (parsed?.problems ?? []).map((problem) => ({ ...problem, file: file ?? '' }));
}
function isNote(rule) {
    return rule === depsRules['newer-revision'];
}
function isFatal({ rule }) {
    return rule === depsRules['unreadable-file'] || rule === depsRules['unsupported-format'];
}
function isBroken(parsed) {
    return parsed?.problems.some(isFatal) ?? false;
}

;// CONCATENATED MODULE: ./build/src/dependencies/gate/scope.js




const maxFiles = 500;
async function scopeOf(lock, parsed, source, other) {
    const walk = new Walk(source, other);
    for (const path of await governing(lock, parsed, source))
        await walk.visit(path, false, []);
    return { statements: walk.statements, problems: walk.problems, includeProblems: walk.includeProblems };
}
async function governing(lock, parsed, source) {
    const folder = folderOf(lock);
    const paths = await source.paths();
    const named = parsed.governedBy.flatMap((path) => resolved(path, folder, paths) ?? []);
    const beside = [...paths].filter((path) => folderOf(path) === folder && path !== lock && formatOf(path) !== undefined);
    return [...new Set([...named, ...beside, ...(parsed.generated ? [] : [lock])])];
}
function resolved(path, folder, paths) {
    const candidates = [joinPath(folder, path), joinPath('', path)];
    return candidates.find((candidate) => candidate !== undefined && paths.has(candidate));
}
class Walk {
    statements = [];
    problems = [];
    includeProblems = [];
    seen = new Set();
    source;
    other;
    constructor(source, other) {
        this.source = source;
        this.other = other;
    }
    async visit(path, constraint, above) {
        if (this.seen.has(path) || this.seen.size > maxFiles)
            return;
        this.seen.add(path);
        const parsed = await this.source.parse(path, 'included');
        if (parsed === undefined)
            return;
        const isGenerated = (await this.other.parse(path, 'included'))?.generated === true;
        for (const statement of isGenerated ? [] : parsed.statements)
            this.statements.push(constraint ? asConstraint(statement) : statement);
        for (const problem of parsed.problems) {
            const isLost = above.length > 0 && isFatal(problem);
            (isLost ? this.includeProblems : this.problems).push({ ...problem, file: path });
        }
        for (const include of parsed.includes) {
            const isUrl = /^[a-z][a-z0-9+.-]*:\/\//i.test(include.path);
            const target = isUrl ? undefined : joinPath(folderOf(path), include.path);
            if (target === undefined)
                this.escape(path, include.line);
            else if (target === path || above.includes(target))
                this.cycle(path, target, include.line);
            else
                await this.follow(target, { ...include, from: path }, constraint || include.constraint, [
                    ...above,
                    path,
                ]);
        }
    }
    async follow(target, include, constraint, above) {
        if (await this.source.has(target))
            return this.visit(target, constraint, above);
        this.includeProblems.push({
            rule: depsRules['unreadable-file'],
            message: `it includes ${target}, which is not in the repository`,
            file: include.from,
            line: include.line,
            help: 'Add that file, or remove the include.',
        });
    }
    escape(file, line) {
        this.includeProblems.push({
            rule: depsRules['include-escapes'],
            message: 'it includes a file outside the repository, which is not read',
            file,
            line,
            help: 'Include files of the repository only.',
        });
    }
    cycle(file, target, line) {
        const message = target === file ? 'it includes itself' : `it includes ${target}, which includes it`;
        this.includeProblems.push({
            rule: depsRules['include-cycle'],
            message,
            file,
            line,
            help: 'Remove one of the includes.',
        });
    }
}
function asConstraint(statement) {
    return { ...statement, kind: 'constraint', text: `constraint ${statement.text}` };
}

;// CONCATENATED MODULE: ./build/src/dependencies/gate/environment.js







const pip = {
    restore: (name, version) => `\`python -m pip install '${name}==${version}'\``,
    relock: 'install from it again',
};
const nothingJudged = { moves: [], findings: [] };
async function judgeEnvironment(settings, ports, sides, stated) {
    if (!settings.environment && settings.python === undefined)
        return nothingJudged;
    const python = settings.python ?? 'python';
    const installed = await inspect(python, ports);
    const conflicts = conflictFindings(await runPip(python, ['check'], ports));
    const drift = await driftFromLocks(installed, settings, sides);
    const compared = settings.snapshot === undefined
        ? nothingJudged
        : await fromSnapshot(settings.snapshot, installed, settings, ports, sides, stated);
    return { moves: compared.moves, findings: [...conflicts, ...drift, ...compared.findings] };
}
async function inspect(python, ports) {
    const result = await runPip(python, ['inspect'], ports);
    const parsed = result.exitCode === 0 ? parsePipJson(result.stdout) : undefined;
    if (parsed !== undefined && parsed.problems.length === 0)
        return parsed;
    const reason = parsed?.problems[0]?.message ?? redact(result.stderr.trim().split('\n').at(-1) ?? '').slice(0, 300);
    throw new user_error_UserError(`${python} -m pip inspect gave nothing that can be read: ${reason}`, {
        help: 'Use pip 22.2 or newer (python -m pip install --upgrade pip), in the environment that the model runs in.',
    });
}
const onlyInstalledPip = [
    'import runpy, sys',
    'sys.path[:] = [folder for folder in sys.path if folder]',
    "runpy.run_module('pip', run_name='__main__', alter_sys=True)",
].join('; ');
async function runPip(python, args, { commands }) {
    const env = {
        PIP_DISABLE_PIP_VERSION_CHECK: '1',
        PIP_NO_INPUT: '1',
        PYTHONUTF8: '1',
        PYTHONPATH: '',
        PYTHONSAFEPATH: '1',
    };
    const result = await commands.run(python, ['-c', onlyInstalledPip, ...args], { timeoutMs: 300_000, env });
    if (result !== undefined)
        return result;
    throw new user_error_UserError(`There is no ${python} here, so the installed environment cannot be judged`, {
        help: 'Set up Python in an earlier step (actions/setup-python), or name the interpreter: python: .venv/bin/python.',
    });
}
function conflictFindings({ exitCode, stdout }) {
    if (exitCode === 0)
        return [];
    const lines = redact(stdout)
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '');
    return lines.slice(0, 100).map((line) => depsRules['environment-conflict'].finding({
        message: `The installed environment does not fit together: ${line.slice(0, 500)}`,
        help: 'Install from the lock in a fresh environment.',
    }));
}
async function driftFromLocks(installed, settings, { head }) {
    const paths = [...(await head.paths())].filter((path) => folderOf(path) === '' && formatOf(path) !== undefined && formatOf(path)?.name !== 'Dockerfile');
    const locks = await Promise.all(paths.map(async (file) => ({ file, parsed: await head.parse(file) })));
    return locks.flatMap(({ file, parsed }) => parsed === undefined ? [] : installedDrift(installed.entries, parsed.entries, file, settings));
}
async function fromSnapshot(path, installed, settings, ports, sides, stated) {
    const bytes = (await ports.change.base.read(path, maxLockBytes)) ?? (await ports.workspace.read(path, maxLockBytes));
    const decoded = bytes === undefined ? undefined : decode(bytes);
    const before = decoded?.ok === true ? parsePipJson(decoded.text) : undefined;
    if (before === undefined || before.problems.length > 0) {
        const reason = before?.problems[0]?.message ?? (bytes === undefined ? 'there is no such file' : 'it is no text');
        throw new user_error_UserError(`The snapshot of the base's environment cannot be read: ${reason}`, {
            place: { file: path },
            help: 'Write it on trunk with: python -m pip inspect > snapshot.json',
        });
    }
    const asIfAtRoot = { ...installed, governedBy: ['pyproject.toml'] };
    const [scopeBase, scopeHead] = await Promise.all([
        scopeOf('', asIfAtRoot, sides.base, sides.head),
        scopeOf('', asIfAtRoot, sides.head, sides.base),
    ]);
    const change = {
        file: path,
        before,
        after: asIfAtRoot,
        intentBase: scopeBase.statements,
        intentHead: scopeHead.statements,
    };
    const spots = new Map(before.entries.map(({ name, line, column }) => [name, { line, column }]));
    const start = { line: 1, column: 1 };
    const moves = movesOf(change, settings, stated).map((move) => ({
        ...move,
        ...(spots.get(move.name) ?? start),
    }));
    const context = {
        allowFile: settings.allowFile,
        tool: pip,
        base: undefined,
        ungoverned: scopeHead.statements.length === 0,
    };
    return { moves, findings: moveFindings(moves, context) };
}

;// CONCATENATED MODULE: ./build/src/kernel/group.js
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [item]);
        else
            group.push(item);
    }
    return groups;
}
function portions(items, most, sizeOf) {
    const parts = [];
    let room = 0;
    for (const item of items) {
        const size = sizeOf(item);
        if (parts.length === 0 || size > room) {
            parts.push([]);
            room = most;
        }
        parts.at(-1)?.push(item);
        room -= size;
    }
    return parts;
}
function uniqueBy(items, keyOf) {
    return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

;// CONCATENATED MODULE: ./build/src/dependencies/pairs/check.js





function brokenPairs(entries, rows) {
    const found = [...byEnvironment(entries).values()].flatMap((own) => brokenIn(own, rows));
    return uniqueBy(found, ({ what }) => what);
}
function byEnvironment(entries) {
    const map = new Map();
    for (const entry of entries) {
        const list = map.get(entry.environment);
        if (list === undefined)
            map.set(entry.environment, [entry]);
        else
            list.push(entry);
    }
    return map;
}
function brokenIn(entries, rows) {
    const book = byName(entries.map((entry) => ({ ...entry, name: pypiName(entry.name) })));
    const byRow = rows.flatMap((row) => Object.entries(row.needs).flatMap(([name, range]) => brokenRow(book, row, normaliseName(name), range)));
    return [...byRow, ...flashAttention(book), ...cudaMajors(book)];
}
function brokenRow(book, row, name, range) {
    const others = (book.get(name) ?? []).filter(({ version }) => version !== undefined && isRelease(version));
    const parents = book.get(normaliseName(row.package)) ?? [];
    const [first] = parents;
    const [other] = others;
    if (first === undefined || other === undefined || !parents.every((parent) => applies(row, parent)))
        return [];
    if (others.some(({ version }) => version !== undefined && within(version, range)))
        return [];
    const versions = others.map(({ version }) => version ?? '').join(' and ');
    const what = `${row.package} ${first.version ?? ''} goes with ${name} ${range}, but the lock holds ${name} ${versions}`;
    const { line, column } = other;
    return [
        {
            pair: row.pair,
            severity: row.severity ?? 'error',
            what,
            source: row.source,
            names: [normaliseName(row.package), name],
            line,
            column,
        },
    ];
}
function isRelease(version) {
    const parsed = parseVersion(version);
    return parsed !== undefined && parsed.dev === undefined && parsed.pre === undefined;
}
function flashAttention(book) {
    const torches = book.get('torch') ?? [];
    const built = ['flash-attn', 'flash-attn-2', 'flash-attn-3'].flatMap((name) => book.get(name) ?? []);
    if (torches.length === 0)
        return [];
    return built.flatMap((entry) => {
        const tag = /cu(\d+)torch(\d+\.\d+)/i.exec(`${entry.version ?? ''} ${entry.source.address}`);
        if (tag === null)
            return [];
        const release = tag[2] ?? '';
        if (torches.some(({ version }) => version !== undefined && within(version, `==${release}.*`)))
            return [];
        const versions = torches.map(({ version }) => version ?? 'unknown').join(' and ');
        const what = `${entry.name} ${entry.version ?? ''} was built for torch ${release}, but the lock holds torch ${versions}`;
        return [
            {
                pair: 'flash-attn-torch',
                severity: 'error',
                what,
                source: 'the tag in the name of its wheel',
                names: [entry.name, 'torch'],
                line: entry.line,
                column: entry.column,
            },
        ];
    });
}
function cudaMajors(book) {
    const torches = cudaTags(book, 'torch');
    if (torches.length !== 1)
        return [];
    return ['torchvision', 'torchaudio', 'vllm', 'xformers', 'flash-attn'].flatMap((name) => {
        const [own, ...more] = cudaTags(book, name);
        if (own === undefined || more.length > 0 || own.major === torches[0]?.major)
            return [];
        const what = `torch ${torches[0]?.version ?? ''} is built for CUDA ${torches[0]?.major ?? ''}, but ${name} ${own.version} for CUDA ${own.major}`;
        return [
            {
                pair: 'cuda-major',
                severity: 'error',
                what,
                source: 'the local tags of their versions',
                names: [name, 'torch'],
                line: own.line,
                column: own.column,
            },
        ];
    });
}
function cudaTags(book, name) {
    const all = (book.get(name) ?? []).flatMap(({ version = '', line, column }) => {
        const digits = /\+.*?cu(\d{2,4})/i.exec(version)?.[1];
        return digits === undefined ? [] : [{ major: digits.slice(0, 2), version, line, column }];
    });
    return uniqueBy(all, ({ major }) => major);
}
function cudaMajorsOf(entries) {
    return new Set(entries.flatMap(({ name, version = '' }) => {
        const tag = name === 'torch' ? /\+.*?cu(\d{2})/i.exec(version)?.[1] : undefined;
        const wheel = /^nvidia-.*-cu(\d{2})$/.exec(name)?.[1];
        const conda = name === 'cuda-version' || name === 'pytorch-cuda' || name === 'cudatoolkit'
            ? /^\d+/.exec(publicKey(version))?.[0]
            : undefined;
        return tag ?? wheel ?? conda ?? [];
    }));
}

;// CONCATENATED MODULE: ./build/src/dependencies/pairs/findings.js




function pairFindings({ file, before, after }, moves, settings) {
    const moved = new Set(moves.map(({ name }) => pypiName(name)));
    if (moved.size === 0)
        return [];
    const broken = brokenPairs(after, pairRows(settings)).filter(({ names }) => names.some((name) => moved.has(name)));
    const ignored = new Set(settings.ignorePairs);
    return [
        ...broken.filter(({ pair }) => !ignored.has(pair)).map((pair) => finding(file, pair)),
        ...cudaFinding({ file, before, after }, moves),
    ];
}
function finding(file, { pair, severity, what, source, line, column }) {
    return depsRules['broken-pair'].finding({
        severity,
        message: `These do not work together: ${what}.`,
        file,
        line,
        column,
        help: `Move both together (known from ${source}). If your combination is known to work, the policy can set it under \`pairs\`, or list "${pair}" under \`ignore-pairs\`.`,
    });
}
function cudaFinding({ file, before, after }, moves) {
    const [old, now] = [cudaMajorsOf(before), cudaMajorsOf(after)];
    const fresh = [...now].filter((major) => !old.has(major));
    const place = moves.find(({ watched }) => watched);
    if (old.size === 0 || fresh.length === 0 || place === undefined)
        return [];
    const message = `CUDA ${[...old].join(' and ')} becomes CUDA ${[...now].join(' and ')} in this lock: drivers, base images and compiled extensions must follow.`;
    const help = 'Check that the machines and images that run the model have this CUDA.';
    return [
        depsRules['cuda-major'].finding({
            message,
            file,
            line: place.line,
            column: place.column,
            help,
        }),
    ];
}
function pythonFinding(base, head, moves) {
    const isPython = ({ name }) => name === 'python';
    const old = new Set(base.filter(isPython).map(({ text }) => text));
    const changed = head.find((statement) => isPython(statement) && old.size > 0 && !old.has(statement.text));
    if (changed === undefined || !moves.some(({ watched, consequence }) => watched && consequence !== 'pass'))
        return [];
    const { file, line, column, specifier } = changed;
    const message = `The required Python changed to ${specifier}: locking for it may have moved packages that nobody meant to move.`;
    const help = 'Change the required Python in a change of its own, with the old versions kept.';
    return [depsRules['requires-python'].finding({ message, file, line, column, help })];
}

;// CONCATENATED MODULE: ./build/src/dependencies/findings/docker.js


function dockerFindings(before, after, moves, isWatched) {
    return [...moves.filter(isImageMove).map(imageFinding), ...unpinned(before, after, isWatched)];
}
function isImageMove({ name, watched, class: kind, after }) {
    return watched && name.startsWith('image:') && kind === 'requested' && after.length > 0;
}
function imageFinding(move) {
    const { file, line, column } = move;
    const message = `The base image ${move.name.slice('image:'.length)} moved: ${arrow(move)}. It brings its own Python packages, CUDA and cuDNN, which no lock shows.`;
    const help = "Read the image's release notes for its torch and CUDA, and run the regression gate on the built image.";
    return depsRules['base-image'].finding({ message, file, line, column, help });
}
function unpinned(before, after, isWatched) {
    const old = new Set(before.statements.map(({ text }) => text));
    const fresh = after.statements.filter((statement) => {
        const isRequirement = statement.kind === 'requirement' && statement.name !== '*' && isWatched(statement.name);
        return isRequirement && statement.text === statement.name && !old.has(statement.text);
    });
    return fresh.map(({ name, file, line, column }) => depsRules.unpinned.finding({
        message: `${name} is installed without a version: every build of this image may get another one.`,
        file,
        line,
        column,
        help: `Pin it, for example ${name}==1.2.3, or install it from the lock.`,
    }));
}

;// CONCATENATED MODULE: ./build/src/dependencies/gate/judge-pair.js





async function judgePair(pair, sides, settings, stated) {
    const before = pair.before === undefined ? undefined : await sides.base.parse(pair.before, pair.use);
    const after = pair.after === undefined ? undefined : await sides.head.parse(pair.after, pair.use);
    const problems = ownProblems(pair, { before, after }, sides);
    if (isBroken(before) || isBroken(after))
        return { pair, moves: [], findings: problems, after: undefined };
    if (before === undefined || after === undefined)
        return { pair, moves: [], findings: [...problems, ...lonely(pair, before, settings)], after };
    const compared = await judge_pair_compare(pair, { before, after }, sides, settings, stated);
    return { pair, after, moves: compared.moves, findings: [...problems, ...compared.findings] };
}
function ownProblems(pair, { before, after }, { base, head }) {
    const old = placed(before, pair.before);
    const { fresh, stale } = onlyNew(old, placed(after, pair.after));
    return [
        ...problemFindings(fresh, head.tree.name),
        ...problemFindings(stale, head.tree.name, 'warning'),
        ...problemFindings(old.filter(isFatal).map(inBase), base.tree.name),
    ];
}
function inBase(problem) {
    const help = 'Nothing can be compared with it. If this change mends the lock, merge it with an exemption, whose label the policy names.';
    return { ...problem, help };
}
function onlyNew(old, now) {
    const known = new Set(old.map(({ message }) => message));
    const fresh = now.filter((problem) => isFatal(problem) || !known.has(problem.message));
    return { fresh, stale: now.filter((problem) => !fresh.includes(problem)) };
}
async function judge_pair_compare(pair, { before, after }, { base, head }, settings, stated) {
    const file = pair.after ?? '';
    const [scopeBase, scopeHead] = await Promise.all([
        scopeOf(pair.before ?? '', before, base, head),
        scopeOf(file, after, head, base),
    ]);
    const isReplaced = formatOf(pair.before ?? '')?.name !== formatOf(file)?.name;
    const [old, now] = isReplaced ? [withoutSources(before), withoutSources(after)] : [before, after];
    const change = {
        file,
        before: old,
        after: now,
        intentBase: scopeBase.statements,
        intentHead: scopeHead.statements,
    };
    const moves = movesOf(change, settings, stated);
    const ungoverned = scopeHead.statements.length === 0;
    const foreign = scopeHead.problems.filter((problem) => problem.file !== file);
    const problems = moves.some(({ watched }) => watched)
        ? problemFindings(foreign.filter(isFatal), head.tree.name)
        : [];
    const includes = onlyNew(scopeBase.includeProblems, scopeHead.includeProblems);
    return {
        moves,
        findings: [
            ...problems,
            ...problemFindings(includes.fresh, head.tree.name),
            ...problemFindings(includes.stale, head.tree.name, 'warning'),
            ...moveFindings(moves, {
                allowFile: settings.allowFile,
                tool: after.tool ?? formatOf(file),
                base: base.tree.sha,
                ungoverned,
            }),
            ...pythonFinding(scopeBase.statements, scopeHead.statements, moves),
            ...pairFindings({ file, before: before.entries, after: after.entries }, moves, settings),
            ...(formatOf(file)?.name === 'Dockerfile'
                ? dockerFindings(before, after, moves, watcher(settings))
                : []),
        ],
    };
}
function lonely(pair, before, settings) {
    if (pair.after !== undefined || before?.generated !== true)
        return [];
    const isWatched = watcher(settings);
    const watched = [...new Set(before.entries.map(({ name }) => name).filter(isWatched))];
    if (watched.length === 0)
        return [];
    return [
        depsRules['lock-removed'].finding({
            message: `${pair.before} was deleted and no other lock took its place: ${watched.slice(0, 8).join(', ')} may now move with every install.`,
            help: 'Restore the lock, or add the one that replaces it in the same folder.',
        }),
    ];
}
function withoutSources(parsed) {
    const entries = parsed.entries.map((entry) => ({
        ...entry,
        source: defaultSource,
        environment: '',
        artifacts: () => [],
    }));
    return { ...parsed, entries };
}

;// CONCATENATED MODULE: external "../picomatch/index.js"
const external_picomatch_index_js_namespaceObject = require("../picomatch/index.js");
var external_picomatch_index_js_default = /*#__PURE__*/__nccwpck_require__.n(external_picomatch_index_js_namespaceObject);
;// CONCATENATED MODULE: ./build/src/kernel/globs.js

function globMatcher(globs) {
    const exclusions = globs.filter(isExclusion).map((glob) => glob.slice(1));
    const inclusions = globs.filter((glob) => !isExclusion(glob));
    if (exclusions.length > 0 && inclusions.length === 0)
        inclusions.push('**');
    const wanted = external_picomatch_index_js_default()(inclusions, { dot: true });
    const unwanted = external_picomatch_index_js_default()(exclusions, { dot: true });
    return (path) => wanted(path) && !unwanted(path);
}
function isExclusion(glob) {
    return glob.startsWith('!') && !glob.startsWith('!(');
}

;// CONCATENATED MODULE: ./build/src/dependencies/gate/locks.js



function lockPairs(files, settings) {
    const wanted = wantedPaths(settings);
    const pairs = files.map(pairOf).filter(({ before, after }) => wanted(after ?? before ?? ''));
    return joinReplaced(pairs);
}
async function linkedPairs({ base, head, files }, settings) {
    const wanted = wantedPaths(settings);
    const changed = new Set(files.map(({ path }) => path));
    const links = files.length === 0 ? [] : ((await base.links?.()) ?? []);
    const pairs = links
        .filter((path) => wanted(path) && !changed.has(path))
        .map(async (path) => ((await showsTheSame(base, head, path)) ? [] : [{ before: path, after: path }]));
    return (await Promise.all(pairs)).flat();
}
async function includedPairs(files, { files: chosen, only }, head) {
    const unknown = files.filter(({ path, status }) => status !== 'deleted' && formatOf(path) === undefined && isList.test(path));
    if (unknown.length === 0 || chosen.length > 0 || only !== undefined)
        return [];
    const included = await includedFiles(head);
    return unknown
        .filter(({ path }) => included.has(path))
        .map((file) => ({ ...pairOf(file), use: 'included' }));
}
const isList = /(?:^|\/)[^/.]+$|\.(?:txt|in|lock|list|pip|reqs?)$/i;
const maxIncluded = 500;
async function includedFiles(source) {
    const found = new Set();
    const todo = [...(await source.paths())].filter((path) => formatOf(path)?.name === 'requirements.txt');
    for (const path of todo) {
        const includes = (await source.parse(path, 'included'))?.includes ?? [];
        const targets = includes.flatMap((include) => joinPath(folderOf(path), include.path) ?? []);
        const fresh = targets.filter((target) => !found.has(target)).slice(0, maxIncluded - found.size);
        for (const target of fresh)
            found.add(target);
        todo.push(...fresh);
    }
    return found;
}
async function showsTheSame(base, head, path) {
    const [before, after] = await Promise.allSettled([base.read(path), head.read(path)]);
    if (before.status === 'rejected' || after.status === 'rejected')
        return false;
    return Buffer.compare(before.value ?? empty, after.value ?? empty) === 0;
}
const empty = new Uint8Array();
function wantedPaths({ files, only }) {
    if (only !== undefined)
        return (path) => only.includes(path);
    if (files.length === 0)
        return (path) => formatOf(path) !== undefined;
    return locks_globs(files);
}
function pairOf({ status, path, previousPath }) {
    return {
        before: status === 'added' ? undefined : (previousPath ?? path),
        after: status === 'deleted' ? undefined : path,
    };
}
function joinReplaced(pairs) {
    const gone = pairs.filter(({ before, after }) => after === undefined && isLockName(before));
    const come = pairs.filter(({ before, after }) => before === undefined && isLockName(after));
    const joined = gone.flatMap(({ before }) => {
        const replacement = come.filter(({ after }) => folderOf(after ?? '') === folderOf(before ?? ''));
        return replacement.length === 1 ? [{ before, after: replacement[0]?.after }] : [];
    });
    const used = new Set(joined.flatMap(({ before, after }) => [`-${before}`, `+${after}`]));
    const rest = pairs.filter(({ before, after }) => (before !== undefined || !used.has(`+${after}`)) && (after !== undefined || !used.has(`-${before}`)));
    return [...rest, ...joined];
}
function isLockName(path) {
    return path !== undefined && /(?:\.lock|lock\.ya?ml|pylock\.[^/]*toml|requirements[^/]*\.txt)$/.test(path);
}
function locks_globs(patterns) {
    return patterns.length === 0 ? () => false : globMatcher(patterns);
}

;// CONCATENATED MODULE: ./build/src/dependencies/gate/report.js





const gateName = 'detect-dep-drift';
function reportOf(judged, environment, extra, settings, stated) {
    const moves = [...judged.flatMap((one) => one.moves), ...environment.moves];
    const watched = moves.filter((move) => move.watched);
    const failed = watched.filter(({ consequence }) => consequence === 'fail');
    const unexplained = failed.filter(({ class: kind }) => kind !== 'requested' && kind !== 'allowed');
    const findings = worstFirst([
        ...judged.flatMap((one) => one.findings),
        ...environment.findings,
        ...extra,
        ...policyFindings(settings),
    ]);
    return makeReport({
        gate: gateName,
        title: titleOf(findings, watched, failed, judged, environment),
        findings,
        facts: {
            moves: moves.map(factOf),
            watchedMoves: linesOf(watched),
            unexplained: linesOf(unexplained),
            files: judged.map(({ pair, moves: own }) => ({ file: pair.after ?? pair.before, moves: own.length })),
            ...(stated.bot === undefined ? {} : { bot: stated.bot }),
        },
        sections: sectionsOf(moves, watched, linesToState(unexplained), settings.allowFile),
    });
}
function linesOf(moves) {
    return [...new Set(moves.map(moveLine))];
}
function linesToState(unexplained) {
    const known = new Set(unexplained.map(({ file, name }) => `${file}\0${name}`));
    return linesOf(unexplained.filter(({ file, because }) => because === undefined || !known.has(`${file}\0${because}`)));
}
function policyFindings(settings) {
    return unknownClasses(settings).map((name) => depsRules['unknown-class'].finding({
        message: `The policy gives a consequence to ${JSON.stringify(name.slice(0, 60))}, which is no class of a move.`,
        help: 'Use one of the classes in docs/dependencies.md.',
    }));
}
function titleOf(findings, watched, failed, judged, environment) {
    const live = new Set(environment.moves);
    const places = failed.map((move) => (live.has(move) ? installed : move.file));
    if (failed.length > 0)
        return `${report_named(failed)} moved without being asked to (${placeOf(places)})`;
    const where = placeOf(judged.map(({ pair }) => pair.after ?? pair.before ?? ''));
    const broken = findings.filter(({ severity }) => severity === 'error').length;
    if (broken > 0)
        return `${count(broken, 'problem')} in ${where}`;
    if (watched.length === 0)
        return `No watched package moved in ${where}`;
    const warned = watched.filter(({ consequence }) => consequence === 'warn').length;
    return `${count(watched.length, 'watched package')} moved in ${where}, ${warned === 0 ? 'all asked for' : `${warned} to look at, none unexplained`}`;
}
const installed = 'the installed environment';
function placeOf(files) {
    const [file = installed, ...more] = new Set(files);
    return more.length === 0 ? file : `${more.length + 1} files`;
}
function report_named(moves) {
    const names = [...new Set(moves.map(({ name }) => name))];
    const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more watched packages`] : names;
    return [shown.slice(0, -1).join(', '), ...shown.slice(-1)].filter((part) => part !== '').join(' and ');
}
function factOf(move) {
    const { name, before, after, class: kind, direct, watched, file, line } = move;
    const short = { name, before, after, class: kind, direct, watched, file, line };
    if (!watched)
        return short;
    const { column, consequence, because, environments, beforeSources, afterSources, reason } = move;
    const long = { ...short, column, consequence, reason, beforeSources, afterSources, environments };
    return because === undefined ? long : { ...long, because };
}
function sectionsOf(moves, watched, toState, allowFile) {
    const others = moves.filter((move) => !move.watched);
    const stated = watched.filter(({ class: kind }) => kind === 'allowed');
    return [
        ...(watched.length === 0
            ? []
            : [table(`Watched packages that moved (${watched.length})`, watched, true)]),
        ...(toState.length < 2 ? [] : [toStateSection(toState, allowFile)]),
        ...(stated.length === 0 ? [] : [statedSection(stated)]),
        ...(others.length === 0
            ? []
            : [table(`Other packages that moved (${others.length})`, others.slice(0, 300), false)]),
    ];
}
function table(title, moves, open) {
    const rows = moves.map((move) => [
        move.name,
        arrow(move),
        move.because === undefined ? move.class : `${move.class} by ${move.because}`,
        move.direct ? 'direct' : 'transitive',
        `${move.file}:${move.line}`,
    ]);
    const columns = [
        { title: 'Package', code: true },
        { title: 'Move', code: true },
        { title: 'Class' },
        { title: 'Requirement' },
        { title: 'Where', code: true },
    ];
    return { kind: 'table', title, columns, rows, open };
}
function toStateSection(items, allowFile) {
    return { kind: 'list', title: `If they are meant: lines for ${allowFile}`, items, open: true };
}
function statedSection(moves) {
    return {
        kind: 'list',
        title: 'Moves that somebody stated',
        items: moves.map((move) => `${moveLine(move)} (${move.reason})`),
        open: true,
    };
}

;// CONCATENATED MODULE: ./build/src/dependencies/gate/stated.js


async function statedIntent(settings, ports, { base, head }) {
    const [baseText, headText, commits] = await Promise.all([
        base.text(settings.allowFile),
        head.text(settings.allowFile),
        ports.change.commits(),
    ]);
    const moves = [
        ...allowLines(headText ?? '', settings.allowFile),
        ...allowLines(baseText ?? '', `${settings.allowFile} of the base`),
        ...commits.flatMap(({ message, sha }) => trailerLines(message, sha)),
    ];
    return { moves, bot: botOf(settings) };
}
function botOf({ author, headBranch, bots, botBranches }) {
    if (author !== undefined && bots.some((bot) => bot.toLowerCase() === author.toLowerCase()))
        return author;
    const isBotBranch = headBranch !== undefined && botBranches.length > 0 && external_picomatch_index_js_default()([...botBranches])(headBranch);
    return isBotBranch ? headBranch : undefined;
}

;// CONCATENATED MODULE: ./build/src/dependencies/gate/detect-dep-drift.js









const judgeDependencies = async (settings, ports) => {
    const files = await twoFiles(ports.change);
    const written = [...(settings.only ?? settings.files), files?.before, files?.after];
    const named = new Set(written.filter((path) => path !== undefined));
    const reading = {
        memo: new Map(),
        isLock: locks_globs(settings.locks),
        named,
        isChosen: locks_globs([...named]),
    };
    const sides = { base: files_sourceOf(ports.change.base, reading), head: files_sourceOf(ports.change.head, reading) };
    const pairs = files === undefined ? await changedLocks(ports.change, settings, sides.head) : [files];
    const isLive = settings.environment || settings.python !== undefined;
    if (pairs.length === 0 && !isLive)
        return untouched(sides.base, sides.head);
    const stated = await statedIntent(settings, ports, sides);
    const judged = await Promise.all(pairs.map((pair) => judgePair(pair, sides, settings, stated)));
    const environment = await judgeEnvironment(settings, ports, sides, stated);
    return reportOf(judged, environment, await besides(heldBy(judged, settings), sides.head), settings, stated);
};
async function changedLocks(change, settings, head) {
    return [
        ...lockPairs(change.files, settings),
        ...(await linkedPairs(change, settings)),
        ...(await includedPairs(change.files, settings, head)),
    ];
}
async function twoFiles({ base, head }) {
    if (base.sha !== undefined || head.sha !== undefined)
        return undefined;
    const [before, ...othersBefore] = await base.list();
    const [after, ...othersAfter] = await head.list();
    if (before === undefined || after === undefined || othersBefore.length + othersAfter.length > 0)
        return undefined;
    return before === after ? undefined : { before, after };
}
function heldBy(judged, settings) {
    const isWatched = watcher(settings);
    return judged.flatMap(({ pair, moves, after }) => {
        if (pair.before !== undefined)
            return moves.filter(({ watched }) => watched);
        const entries = (after?.entries ?? []).filter(({ name, version }) => version !== undefined && isWatched(name));
        return [...byName(entries)].map(([name, own]) => ({
            name,
            after: own.map(({ version }) => version ?? ''),
            file: pair.after ?? '',
        }));
    });
}
async function besides(held, head) {
    const folders = new Set(held.map(({ file }) => folderOf(file)));
    const paths = folders.size === 0
        ? []
        : [...(await head.paths())].filter((path) => folders.has(folderOf(path)) && formatOf(path) !== undefined);
    const locks = await Promise.all(paths.map(async (file) => {
        const { entries, generated } = (await head.parse(file)) ?? nothing;
        return { file, folder: folderOf(file), entries, generated };
    }));
    return disagreements(held, locks);
}
async function untouched(base, head) {
    const known = [...(await base.paths()), ...(await head.paths())].some((path) => formatOf(path) !== undefined);
    const title = known
        ? 'No lock file or manifest changed, so no package moved'
        : 'No lock file, manifest or Dockerfile here: nothing to judge';
    const facts = { moves: [], watchedMoves: [], unexplained: [], files: [] };
    return makeReport({ gate: gateName, verdict: known ? 'pass' : 'skipped', title, facts });
}

;// CONCATENATED MODULE: ./build/src/bundles/dependencies.js



module.exports = __webpack_exports__;
/******/ })()
;