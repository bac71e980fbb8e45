/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 380:
/***/ ((module) => {

module.exports = require("../lib/board/index.js");

/***/ }),

/***/ 466:
/***/ ((module) => {

module.exports = require("../lib/config/index.js");

/***/ }),

/***/ 71:
/***/ ((module) => {

module.exports = require("../lib/dependencies/index.js");

/***/ }),

/***/ 4:
/***/ ((module) => {

module.exports = require("../lib/git/index.js");

/***/ }),

/***/ 325:
/***/ ((module) => {

module.exports = require("../lib/github/index.js");

/***/ }),

/***/ 955:
/***/ ((module) => {

module.exports = require("../lib/lineage/index.js");

/***/ }),

/***/ 267:
/***/ ((module) => {

module.exports = require("../lib/regression/index.js");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
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
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
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

;// CONCATENATED MODULE: external "../lib/action/index.js"
const index_js_namespaceObject = require("../lib/action/index.js");
;// CONCATENATED MODULE: ./build/src/report/model.js
/**
 * The report: the one contract between gates, actions, the CLI and every renderer.
 * It is data only, serialises to JSON as it stands, and is published as `schema/report.schema.json`.
 */

/** What a gate concludes. `skipped` means there was nothing to judge; it is never a silent pass. */
const verdicts = (/* unused pure expression or super */ null && (['pass', 'fail', 'inconclusive', 'exempt', 'skipped']));
/** `error` fails the gate, `warning` and `notice` do not. */
const severities = (/* unused pure expression or super */ null && (['error', 'warning', 'notice']));
/** Worst first: what one of them means for all of them. */
const gravity = ['fail', 'inconclusive', 'exempt', 'pass', 'skipped'];
/** The verdict of several: the gravest; `skipped` where there are none. */
function worstVerdict(all) {
    return gravity.find((verdict) => all.includes(verdict)) ?? 'skipped';
}
/** `fail` when any finding is an error, else `pass`. */
function verdictOf(findings) {
    return findings.some((finding) => finding.severity === 'error') ? 'fail' : 'pass';
}
/** Findings sorted worst first, then by file, line and column; equal ones keep their order. */
function worstFirst(findings) {
    return findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        compareText(a.file ?? '', b.file ?? '') ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0));
}
/** All findings of a report and of the reports in it. */
function allFindings(report) {
    return [...report.findings, ...(report.reports ?? []).flatMap(allFindings)];
}
/**
 * Whether the merge must stop: on `fail`, and on `inconclusive` with an error in it (no baseline, unreadable results).
 * `inconclusive` with warnings only is what a policy chose to let through, said aloud.
 */
function blocks(report) {
    if (report.verdict === 'fail')
        return true;
    return (report.verdict === 'inconclusive' && allFindings(report).some(({ severity }) => severity === 'error'));
}
/** Exit code of the CLI: 0 pass, exempt, skipped; 1 fail; 3 inconclusive. */
function exitCodeOf(verdict) {
    if (verdict === 'fail')
        return 1;
    return verdict === 'inconclusive' ? 3 : 0;
}

;// CONCATENATED MODULE: ./build/src/kernel/user-error.js
const brand = 'ModelGatesUserError';
/**
 * Something the user or the environment must mend: says what is wrong, where, what was expected and got, and how to mend it.
 * Everything else that is thrown is a bug of ours.
 */
class UserError extends Error {
    name = brand;
    place;
    help;
    constructor(message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.place = details.place;
        this.help = details.help;
    }
}
/** By name, not by class: bundles loaded side by side each hold their own copy of the class. */
function isUserError(error) {
    return error instanceof Error && error.name === brand;
}
/** `file:line:column`, as far as known. */
function placeText(place) {
    return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

;// CONCATENATED MODULE: ./build/src/kernel/system-error.js

/** What the system refuses and no program can help: no fault of ours. Node's own words follow, with the path. */
const refusals = new Map([
    ['ENOSPC', ['the disk is full', 'Free some space and run it again.']],
    ['EDQUOT', ['the disk quota is used up', 'Free some space and run it again.']],
    ['EROFS', ['the file system is read-only', 'Run it where files may be written.']],
    ['EACCES', ['access was refused', 'Run it as a user who may read and write there.']],
    ['EPERM', ['access was refused', 'Run it as a user who may read and write there.']],
    ['EMFILE', ['too many files are open', 'Raise the limit (`ulimit -n`), or run fewer commands at once.']],
    ['ENFILE', ['too many files are open', 'Run fewer commands at once.']],
    ['EIO', ['the disk failed', 'Check the disk, and run it again.']],
]);
/** Something is not there, in what Node calls so. */
const absences = new Map([
    [
        'mkdtemp',
        [
            'there is no folder for temporary files',
            'Make it, or let TMPDIR (in a job: RUNNER_TEMP) name one that is there.',
        ],
    ],
    ['uv_cwd', ['the folder in which this runs is gone', 'Change to a folder that is there.']],
]);
/** The error as a UserError, where the user or the environment must mend it; `undefined` for a bug of ours. */
function asUserError(error) {
    if (isUserError(error))
        return error;
    if (!(error instanceof Error) || !('code' in error))
        return undefined;
    const call = error.code === 'ENOENT' && 'syscall' in error ? String(error.syscall) : '';
    const [what, help] = absences.get(call) ?? refusals.get(String(error.code)) ?? [];
    if (what === undefined || help === undefined)
        return undefined;
    return new UserError(`${what} (${error.message})`, { help, cause: error });
}

;// CONCATENATED MODULE: ./build/src/report/error-report.js

/** The report of a gate that could not do its work: it fails, and says whether the user or we must mend it. */
function errorReport(gate, error) {
    const { rule, message, help, place } = describe(error);
    const finding = { rule, severity: 'error', message, help, ...place };
    return {
        schema: 1,
        gate,
        verdict: 'fail',
        title: `Could not judge: ${firstSentence(message)}`,
        findings: [finding],
        facts: {},
    };
}
function describe(error) {
    const told = asUserError(error);
    if (told !== undefined) {
        return {
            rule: 'runtime/cannot-run',
            message: told.message,
            help: told.help ?? 'Mend what is named here and run the step again.',
            place: told.place ?? {},
        };
    }
    return {
        rule: 'runtime/bug',
        message: `This is a fault of model-gates, not of your change: ${error instanceof Error ? error.message : String(error)}`,
        help: 'Please report it with the debug log (re-run the job with debug logging on).',
        place: {},
    };
}
function firstSentence(message) {
    const line = message.split('\n', 1)[0] ?? '';
    return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

;// CONCATENATED MODULE: ./build/src/config/settings.js
const configDefaults = {
    files: ['configs/**/*.{yaml,yml,json}', '**/config.json'],
    dialect: 'pyyaml',
    registry: '.github/model-registry.yml',
    strict: true,
    family: 'auto',
    rules: {},
    expressions: [],
    structural: 'allow',
};

;// CONCATENATED MODULE: ./build/src/dependencies/settings.js
const dependencyDefaults = {
    files: [],
    alsoWatch: [],
    classes: {},
    packages: {},
    allowFile: '.github/dependency-moves.txt',
    bots: [],
    botBranches: [],
    locks: [],
    pairs: [],
    ignorePairs: [],
    target: {
        sys_platform: 'linux',
        platform_system: 'Linux',
        os_name: 'posix',
        platform_machine: 'x86_64',
        implementation_name: 'cpython',
        platform_python_implementation: 'CPython',
    },
    environment: false,
};

;// CONCATENATED MODULE: ./build/src/regression/settings.js
/** What the regression gate is told, and how its entries are read: light, for what only asks. */

const decisionModes = ['paired', 'strict', 'non-inferiority'];
const regressionDefaults = {
    candidate: [],
    baseline: [],
    metrics: [],
    mode: 'paired',
    tolerance: 0.5,
    margin: 2,
    unit: 'points',
    alpha: 0.05,
    onInconclusive: 'auto',
    seed: 1,
};

;// CONCATENATED MODULE: ./build/src/policy/settings.js
const nobody = { users: [], teams: [] };
/** Prompts and data may be Markdown too: only what stands where repositories keep their own pages counts. */
const planDefaults = {
    harmless: [
        '*.md',
        'docs/**/*.md',
        'LICENSE*',
        '.gitignore',
        '.editorconfig',
        '.github/CODEOWNERS',
        '.github/*.md',
        '.github/ISSUE_TEMPLATE/**',
    ],
};
const hotfixDefaults = {
    branches: ['hotfix/*'],
    releaseManagers: nobody,
    requiredChecks: [],
    evaluation: 'skip',
    evaluateWithinHours: 24,
};
const branchDefaults = {
    names: [],
    warnHours: 24,
    limitHours: 72,
    overLimit: 'fail',
    sync: 'merge',
};
const sweepDefaults = {
    afterDays: 7,
    remindDays: 2,
    keepLabel: 'keep-branch',
    atMost: 20,
    protect: ['main', 'master', 'release/*', 'model-lineage'],
};
const versioningDefaults = { prefix: '' };

;// CONCATENATED MODULE: ./build/src/policy/policy.js

const policyPath = '.github/model-gates.yml';
const emptyPolicy = {
    gates: {},
    config: {},
    dependencies: {},
    regression: {},
    versioning: {},
    plan: planDefaults,
    exemptions: [],
    hotfix: hotfixDefaults,
    branches: branchDefaults,
    sweep: sweepDefaults,
};
/** The policy of a document that `schema/policy.schema.json` accepts; `null` (an empty file) is the empty policy. */
function policyOf(value) {
    if (!isRecord(value))
        return emptyPolicy;
    const trunk = value['trunk'];
    return {
        ...(typeof trunk === 'string' ? { trunk } : {}),
        gates: isRecord(value['gates']) ? value['gates'] : {},
        config: settingsOf(value['config']),
        dependencies: settingsOf(value['dependencies']),
        regression: settingsOf(value['regression']),
        versioning: settingsOf(value['versioning']),
        plan: { ...planDefaults, ...settingsOf(value['plan']) },
        exemptions: Array.isArray(value['exemptions']) ? value['exemptions'].map(exemptionOf) : [],
        hotfix: hotfixOf(value['hotfix']),
        branches: { ...branchDefaults, ...settingsOf(value['branches']) },
        sweep: { ...sweepDefaults, ...settingsOf(value['sweep']) },
    };
}
/** Nobody may grant it, and it lifts nothing, where the file does not say who and what. */
function exemptionOf(value) {
    const { by, ...given } = settingsOf(value);
    return {
        label: '',
        gates: [],
        authorMay: false,
        reasonRequired: true,
        sticky: false,
        effect: 'lift',
        ...given,
        by: entitledOf(by),
    };
}
function hotfixOf(value) {
    const { releaseManagers, ...given } = settingsOf(value);
    return { ...hotfixDefaults, ...given, releaseManagers: entitledOf(releaseManagers) };
}
function entitledOf(value) {
    return { ...nobody, ...settingsOf(value) };
}
/** Section keys are kebab-case in the file and camelCase in code; the schema has checked names and types. */
function settingsOf(section) {
    if (!isRecord(section))
        return {};
    const entries = Object.entries(section).map(([key, value]) => [camelCase(key), value]);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema has accepted it
    return Object.fromEntries(entries);
}
/** `on-inconclusive` → `onInconclusive`. */
function camelCase(key) {
    return key.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/src/documents/dialect.js
/** How the training code reads the file; see docs/dialects.md. */
const dialects = ['pyyaml', 'omegaconf', 'yaml-1.2'];
/** How a file is read: JSON by its name, everything else in the dialect that is set. */
function dialectOf(file, settings) {
    return /\.json$/i.test(file) ? 'json' : settings.dialect;
}

;// CONCATENATED MODULE: ./build/src/regression/pinned.js
/** As git reads `REV:path`: what stands before the first colon is a ref, where it can be one; `./a:b` is a path. */
function entryOf(entry) {
    if (isLatestRelease(entry))
        return { ref: entry, path: '' };
    const [, ref, path] = /^([^\s:*?[\]{}()!\\.~^/-][^\s:*?[\]{}()!\\~^]*):(.+)$/s.exec(entry) ?? [];
    return ref === undefined || path === undefined ? { path: entry } : { ref, path };
}
/** `latest-release`, or `qwen3-vl/latest-release` with the prefix of the tags. */
function isLatestRelease(ref) {
    return /^(?:.*\/)?latest-release$/.test(ref);
}
/** Whether a list of paths names a ref, so that it is not the merge base that is read. */
function isPinned(entries) {
    return entries.some((entry) => entryOf(entry).ref !== undefined);
}
/** Globs of the baseline, without the ref before them; the candidate's own where it has none. */
function globsOf({ baseline, candidate }) {
    const paths = baseline.map((entry) => entryOf(entry).path).filter((path) => path !== '');
    return paths.length > 0 ? paths : candidate;
}

;// CONCATENATED MODULE: ./build/src/kernel/fields.js
/**
 * Fields: how one text from outside (an action's input, a command-line option) becomes a typed value.
 * Actions and CLI share them, so the same value is right or wrong in both, with the same words.
 */

const fields_text = (expects = 'text') => ({ expects, parse: (raw) => raw });
/** YAML 1.2's booleans, as the runner's own getBooleanInput reads them. */
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
        parse: (raw) => /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(raw) ? within(Number(raw), min, max) : undefined,
    };
}
function integer(limits = {}) {
    const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = limits;
    return {
        expects: `a whole number${rangeText(limits.min ?? -Infinity, limits.max ?? Infinity)}`,
        parse: (raw) => (/^[-+]?\d+$/.test(raw) ? within(Number(raw), min, max) : undefined),
    };
}
/** One item a line, or separated by commas where none is inside braces (`*.{yaml,yml}`). */
const list = {
    expects: 'a list, one item a line or separated by commas',
    parse: (raw) => raw
        .split(/\r?\n/)
        .flatMap((line) => line.split(/,(?![^{]*\})/))
        .map((item) => item.trim())
        .filter((item) => item !== ''),
};
/** Rising whole numbers: `500, 1000, 2000`. */
const numbers = {
    expects: 'rising whole numbers, separated by commas',
    parse: (raw) => {
        const values = (list.parse(raw) ?? []).map((item) => /^\d{1,9}$/.test(item) ? Number(item) : Number.NaN);
        const rising = values.every((value, index) => value > (values[index - 1] ?? 0));
        return values.length > 0 && rising ? values : undefined;
    },
};
/** Every field read once; all bad values are told in one error. `get` gives '' for what is absent. */
function readFields(fields, get, label = (name) => `input ${name}`) {
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
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each value was parsed by the field of its name
    return Object.fromEntries(values);
}
/** Enough to recognise it by; never a whole secret pasted into the wrong input. */
function quote(raw) {
    return JSON.stringify(raw.length > 40 ? `${raw.slice(0, 40)}…` : raw);
}
function within(value, min, max) {
    return value >= min && value <= max ? value : undefined;
}
function rangeText(min, max) {
    if (min !== -Infinity && max !== Infinity)
        return ` from ${min} to ${max}`;
    if (min !== -Infinity)
        return ` of at least ${min}`;
    return max === Infinity ? '' : ` of at most ${max}`;
}

;// CONCATENATED MODULE: ./build/src/check/fields.js
/** The settings a person may give to each gate: as an action's inputs and as options of the CLI, with the policy's own names. */



const configFields = {
    files: list,
    dialect: choice(dialects),
    registry: fields_text('a path'),
    schema: fields_text('a path'),
    strict: flag,
    family: fields_text('a family, auto or none'),
    checkpoint: fields_text('a path'),
    'expect-parameters': fields_text('a number of parameters'),
};
const dependencyFields = {
    files: list,
    watch: list,
    'also-watch': list,
    'allow-file': fields_text('a path'),
    environment: flag,
    python: fields_text('a path'),
    snapshot: fields_text('a path'),
};
/** A workflow file comes from the pull request: which other state of trunk a change is measured against is for the policy alone to say. */
const atMergeBase = {
    expects: 'paths at the merge base (REF:PATH is taken from the policy alone)',
    parse: (raw) => {
        const paths = list.parse(raw);
        return paths === undefined || isPinned(paths) ? undefined : paths;
    },
};
const regressionFields = {
    candidate: list,
    baseline: atMergeBase,
    anchor: fields_text('latest-release, a path or ref:path'),
    metrics: list,
    mode: choice(decisionModes),
    tolerance: number({ min: 0 }),
    margin: number({ min: 0 }),
    unit: choice(['points', 'percent']),
    alpha: number({ min: 0.000_001, max: 0.5 }),
    'on-inconclusive': choice(['auto', 'fail', 'warn', 'pass']),
    seed: integer({ min: 0 }),
    looks: numbers,
    evaluate: fields_text('a command'),
    pool: fields_text('a path'),
    'time-budget': number({ min: 0 }),
};

;// CONCATENATED MODULE: ./build/src/check/definitions.js





const configGate = {
    name: 'validate-model-config',
    fields: configFields,
    defaults: configDefaults,
    section: (policy) => policy.config,
    load: async () => (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 466, 23))).judgeConfig,
};
const dependencyGate = {
    name: 'detect-dep-drift',
    fields: dependencyFields,
    defaults: dependencyDefaults,
    section: (policy) => policy.dependencies,
    fromEvent: intentOf,
    load: async () => (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 71, 23))).judgeDependencies,
};
const regressionGate = {
    name: 'regression-gate',
    fields: regressionFields,
    defaults: regressionDefaults,
    section: (policy) => policy.regression,
    fromEvent: ({ kind }) => ({ merged: kind === 'push' }),
    load: async () => (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 267, 23))).judgeRegression,
};
/** Who moves packages, for the bots of the policy. A fork may call its branch as it likes: there the name says nothing. */
function intentOf({ pullRequest, headRef }) {
    if (pullRequest === undefined)
        return {};
    const branch = headRef === undefined || pullRequest.fork ? {} : { headBranch: headRef };
    return { author: pullRequest.author, ...branch };
}
/** Runs one gate with the settings that hold; an input that the policy overrules is told. */
async function runGate(gate, given, policy, ports) {
    const section = gate.section(policy);
    const values = Object.fromEntries(Object.entries(given.values).map(([name, value]) => [camelCase(name), value]));
    const told = given.event === undefined ? {} : (gate.fromEvent?.(given.event) ?? {});
    const judge = await gate.load();
    if (given.over === 'policy')
        return judge({ ...gate.defaults, ...section, ...values, ...told }, ports);
    for (const name of overruled(values, section)) {
        ports.log.info(`${gate.name}: ${name} is set by the policy; the value given here is not used.`);
    }
    return judge({ ...gate.defaults, ...values, ...section, ...told }, ports);
}
function overruled(values, section) {
    const decided = new Map(Object.entries(section));
    return Object.keys(values).filter((name) => decided.has(name) && !sameValue(decided.get(name), values[name]));
}
function sameValue(a, b) {
    return JSON.stringify(a) === JSON.stringify(b);
}

;// CONCATENATED MODULE: ./build/src/report/feedback.js
/** Within this time a pull request should hear of its faults (DORA: about ten minutes). */
const feedbackGoalMs = 10 * 60_000;
/** A duration against the goal, as a fact. */
function feedbackOf(durationMs) {
    return { durationMs, goalMs: feedbackGoalMs, withinGoal: durationMs <= feedbackGoalMs };
}
/** The same for a person, with the time of each gate that ran. */
function feedbackSection({ durationMs, goalMs, withinGoal }, gates) {
    const each = gates.flatMap((one) => one.durationMs === undefined ? [] : [`${one.gate} ${seconds(one.durationMs)}`]);
    const all = `${seconds(durationMs)}, ${withinGoal ? 'within' : 'over'} the goal of ${goalMs / 60_000} minutes`;
    return {
        kind: 'list',
        title: 'Feedback time',
        items: [each.length === 0 ? all : `${all}: ${each.join(', ')}`],
    };
}
function seconds(ms) {
    return `${(ms / 1000).toFixed(1)} s`;
}

;// CONCATENATED MODULE: ./build/src/kernel/text.js
/** Measures and cuts of text, shared by the renderers. */
/** Length in bytes of UTF-8: never less than the number of UTF-16 code units or of characters, so safe for any limit. */
function byteLength(text) {
    return Buffer.byteLength(text, 'utf8');
}
/** The text, or its first `max - 1` code units and `…`; never half of a surrogate pair. */
function clip(text, max) {
    if (text.length <= max)
        return text;
    const cut = text.slice(0, Math.max(0, max - 1));
    return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
/** `1 error`, `3 errors`, `12,400 rows`: the same on every machine, whatever its locale. */
function count(n, noun) {
    return `${grouped(n)} ${noun}${n === 1 ? '' : 's'}`;
}
/** `31,070,754,032`. */
function grouped(n) {
    return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
/** `a`, `a and b`, `a, b and c`. */
function enumerate(parts) {
    const last = parts.at(-1) ?? '';
    return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
/** Milliseconds as a person says them: `0.4 s`, `12 s`, `3 min 5 s`; empty where unknown. */
function duration(ms) {
    if (ms === undefined || !Number.isFinite(ms))
        return '';
    const seconds = Math.max(0, ms) / 1000;
    if (seconds < 9.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

;// CONCATENATED MODULE: ./build/src/policy/owed.js

/** Why the next hotfix may not go wholly without its evaluation; `undefined` where nothing speaks against it. */
function holdsBack(word, headSha) {
    if (word === undefined)
        return undefined;
    if (!word.read)
        return 'the ledger could not be read, so nobody knows what earlier hotfixes still owe';
    const overdue = word.owed.find(({ state, sha }) => state === 'overdue' && sha !== headSha);
    return overdue === undefined ? undefined : `the evaluation of ${nameOf(overdue)} is overdue`;
}
/** What the plan of a hotfix says of those before it. */
function owedFindings(word) {
    if (word === undefined)
        return [];
    if (!word.read)
        return [ledgerUnread(word.reason)];
    return overdueFindings(word.owed, 'warning');
}
/** One for each that is overdue; a failed evaluation is paid and told all the same. */
function overdueFindings(owed, severity) {
    return owed
        .filter(({ state }) => state === 'overdue')
        .map((one) => ({
        rule: 'trunk/evaluation-overdue',
        severity,
        message: `The evaluation of ${nameOf(one)} was due ${one.due}, and the ledger holds none.`,
        help: `Evaluate ${one.sha.slice(0, 8)} in full and record what came of it: record-lineage with \`from: commit ${one.sha}\` and the report of regression-gate.`,
    }));
}
/** Branches of which one must hold the commit: the one of the record, where a hotfix can be merged into it at all, or trunk. */
function branchesOf({ branch }, trunk) {
    const own = branch.startsWith('release/') ? [branch] : [];
    return trunk === undefined ? own : [...own, trunk];
}
function notMerged(owed, branches) {
    const where = branches.length === 0
        ? 'it names neither trunk nor a release branch'
        : `${branches.join(' and ')} ${branches.length === 1 ? 'does' : 'do'} not hold it`;
    return {
        rule: 'trunk/hotfix-not-merged',
        severity: 'warning',
        message: `The ledger tells of ${nameOf(owed)} merged into ${owed.branch} as ${owed.sha.slice(0, 8)}, and ${where}: it is neither evaluated nor owed.`,
        help: `See who wrote the record: \`model-gates trace ${owed.sha}\`. Where the branch was deleted or forced to another history, nothing is left to evaluate.`,
    };
}
function ledgerUnread(reason) {
    return {
        rule: 'trunk/ledger-unread',
        severity: 'warning',
        message: `The ledger could not be read: ${reason}`,
        help: 'Give the job `contents: read`, and run it again.',
    };
}
function owedTable(owed) {
    return {
        kind: 'table',
        title: 'Evaluations that hotfixes owe',
        open: true,
        columns: [
            { title: 'Commit', code: true },
            { title: 'Pull request' },
            { title: 'Due' },
            { title: 'State' },
            { title: 'Issue' },
        ],
        rows: owed.map(({ sha, pullRequest, due, state, issue }) => [
            sha.slice(0, 8),
            pullRequest === undefined ? '' : `#${pullRequest}`,
            due,
            state,
            issue === undefined ? '' : `#${issue}`,
        ]),
    };
}
function nameOf({ sha, pullRequest }) {
    return `hotfix ${pullRequest === undefined ? sha.slice(0, 8) : `#${pullRequest}`}`;
}
/** How the title of every follow-up begins: no other issue is ever touched. */
const followUpTitle = 'Evaluate hotfix ';
/** What the issue is told; `undefined` where nothing is to be said, or where it is none of ours. */
function issueStep(owed, { title, open, bot }) {
    if (!bot || !title.startsWith(followUpTitle))
        return undefined;
    const commit = mdCode(owed.sha.slice(0, 8));
    if (owed.state === 'overdue')
        return {
            comment: `**Overdue since ${owed.due}.** The ledger holds no evaluation of ${commit}. Evaluate it in full and record its verdict; this issue is then closed by itself. Until then a hotfix is evaluated on fewer samples, instead of not at all.`,
            ...(open ? {} : { become: 'open' }),
        };
    if (owed.state === 'owed' || !open)
        return undefined;
    if (owed.verdict === 'fail')
        return {
            comment: `The evaluation of ${commit} is recorded, and it **failed**: revert or mend the hotfix, then close this issue.`,
        };
    const said = owed.verdict === undefined ? 'its values are' : `its verdict, **${owed.verdict}**, is`;
    return { comment: `${commit} is evaluated: ${said} in the ledger.`, become: 'closed' };
}

;// CONCATENATED MODULE: ./build/src/policy/hotfix.js


/**
 * Without named release managers nobody can approve: then a hotfix is judged like any other change. The ledger may add to the plan
 * and takes nothing from it: whoever can push a branch can write a record.
 */
function planHotfix({ headSha = '' }, { hotfix }, state) {
    const { users, teams, permission } = hotfix.releaseManagers;
    if (users.length === 0 && teams.length === 0 && permission === undefined)
        return { findings: [noManagers] };
    const unknown = hotfix.requiredChecks.map((name) => ({ name, state: 'unknown' }));
    const findings = [
        ...(state?.approval === undefined ? [needsApproval(headSha)] : []),
        ...(state?.notGreen ?? unknown).map(checkNotGreen),
    ];
    if (findings.length > 0 || state?.approval === undefined)
        return { findings };
    const { by, at, sha } = state.approval;
    const reason = `hotfix; its evaluation must follow within ${count(hotfix.evaluateWithinHours, 'hour')}`;
    const exemption = { by, at, sha, label: 'hotfix', reason };
    const lightBecause = holdsBack(state.ledger, headSha);
    return {
        findings: owedFindings(state.ledger),
        exemption,
        ...(lightBecause === undefined ? {} : { lightBecause }),
    };
}
/** Whether anything but the ledger could still keep this hotfix from going without its evaluation. */
function mayGoWithout({ hotfix }, { approval, notGreen }) {
    return hotfix.evaluation === 'skip' && approval !== undefined && notGreen.length === 0;
}
const noManagers = {
    rule: 'trunk/hotfix-without-managers',
    severity: 'notice',
    message: 'This is a hotfix branch, but the policy names no release managers: every gate runs as for any other change.',
    help: 'Name them in the policy: hotfix.release-managers.',
};
function needsApproval(sha) {
    return {
        rule: 'trunk/hotfix-needs-approval',
        severity: 'error',
        message: `A hotfix needs the approval of a release manager on its head commit ${sha.slice(0, 8)}, and has none.`,
        help: 'Ask a release manager who is not the author to approve this commit; a later push needs a new approval.',
    };
}
function checkNotGreen({ name, state }) {
    return {
        rule: 'trunk/hotfix-check-not-green',
        severity: 'error',
        message: `The check "${name}", which the policy requires of a hotfix, is ${state} on the head commit.`,
        help: 'Wait for it, or mend what it found, then run this step again.',
    };
}

;// CONCATENATED MODULE: external "../lib/picomatch/index.js"
const picomatch_index_js_namespaceObject = require("../lib/picomatch/index.js");
var picomatch_index_js_default = /*#__PURE__*/__nccwpck_require__.n(picomatch_index_js_namespaceObject);
;// CONCATENATED MODULE: ./build/src/policy/mode.js

/** A hotfix is a branch of the repository itself, into trunk or a release: whoever can push one has write access, a fork's owner need not. */
function modeOf(event, policy) {
    const { pullRequest, headRef = '', baseRef = '' } = event;
    if (pullRequest?.draft === true)
        return 'draft';
    const isRelease = baseRef.startsWith('release/');
    const isHotfix = pullRequest?.fork === false && policy.hotfix.branches.some((glob) => picomatch_index_js_default().isMatch(headRef, glob));
    if (isHotfix && (isRelease || isTrunk(event, policy)))
        return 'hotfix';
    return isRelease ? 'release' : 'standard';
}
/**
 * What a check must be called beside its name, where it never stands for the required one. A check belongs to the head commit, whatever
 * the pull requests of it: what was judged as a draft, or against a base that is neither trunk nor a release, says nothing of a merge.
 */
function asideOf(event, policy) {
    const { pullRequest, baseRef = '' } = event;
    if (pullRequest === undefined)
        return undefined;
    if (pullRequest.draft)
        return 'draft';
    return isTrunk(event, policy) || baseRef.startsWith('release/') ? undefined : 'not into trunk';
}
/** Where nothing says which branch is trunk, every base is taken for it: a hotfix needs more than other changes, not less. */
function isTrunk({ baseRef, defaultBranch }, { trunk }) {
    const name = trunk ?? defaultBranch;
    return name === undefined || baseRef === name;
}

;// CONCATENATED MODULE: ./build/src/kernel/globs.js

/**
 * Tells which paths a list of globs means, hidden files included. A glob behind `!` takes out what the others take in, wherever
 * it stands in the list; where there are no others it takes out of everything. `!(a|b)` is a pattern like any other.
 */
function globMatcher(globs) {
    const exclusions = globs.filter(isExclusion).map((glob) => glob.slice(1));
    const inclusions = globs.filter((glob) => !isExclusion(glob));
    if (exclusions.length > 0 && inclusions.length === 0)
        inclusions.push('**');
    const wanted = picomatch_index_js_default()(inclusions, { dot: true });
    const unwanted = picomatch_index_js_default()(exclusions, { dot: true });
    return (path) => wanted(path) && !unwanted(path);
}
function isExclusion(glob) {
    return glob.startsWith('!') && !glob.startsWith('!(');
}

;// CONCATENATED MODULE: ./build/src/policy/paths.js
/** Which gates a change touches, by the names of its files alone: a cheap look that may say "touched" too often, never too seldom. */




/**
 * Why a gate has nothing to judge in this change; `undefined` where it may have, and where nothing is known of the change.
 * The gate looks for itself all the same: this only tells a workflow what it need not prepare.
 */
function notApplicable(gate, policy, paths) {
    if (paths === undefined || paths.length === 0)
        return undefined;
    const { touches, nothing } = looks[gate];
    try {
        return paths.some(touches(policy)) ? undefined : nothing;
    }
    catch {
        // Settings that cannot be used are for the gate itself to tell.
        return undefined;
    }
}
const looks = {
    'validate-model-config': {
        touches: ({ config }) => {
            const { files, registry, schema } = { ...configDefaults, ...config };
            const matches = globMatcher(files);
            return (path) => matches(path) || path === registry || path === schema;
        },
        nothing: 'no config, registry or schema changed',
    },
    'detect-dep-drift': {
        touches: ({ dependencies }) => {
            const { files, allowFile, environment } = { ...dependencyDefaults, ...dependencies };
            const matches = globMatcher(files);
            return (path) => environment === true || mayHoldDependencies(path) || path === allowFile || matches(path);
        },
        nothing: 'no lock, manifest or Dockerfile changed',
    },
    'regression-gate': {
        touches: ({ plan, regression }) => {
            const { candidate, baseline, anchor = '' } = { ...regressionDefaults, ...regression };
            // Each list for itself: what one takes out (`!…`) the other may mean.
            const results = [candidate, baseline].map(globMatcher);
            const harmless = globMatcher(plan.harmless);
            return (path) => results.some((matches) => matches(path)) || path === anchor || !harmless(path);
        },
        nothing: 'only files changed on which no evaluation depends (plan.harmless)',
    },
};
/** Kinds of files that dependencies stand in, by far too wide: a requirements file may have any name. */
function mayHoldDependencies(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return /\.(?:lock|toml|txt|in|cfg|ya?ml|json)$|lock|docker|container|pipfile|require|constraint|conda|^setup\.py$/i.test(name);
}

;// CONCATENATED MODULE: ./build/src/policy/gate-names.js
/** The names of the gates. */
/** The gates that judge a change, in the order in which reports show them. */
const gateNames = ['validate-model-config', 'detect-dep-drift', 'regression-gate'];

;// CONCATENATED MODULE: ./build/src/policy/plan.js




/**
 * What the plan says of a gate: `run`; `light`: on fewer samples, where being undecided does not block; `exempt`: somebody entitled
 * lifted it; `later`: when the draft is ready for review; `not-applicable`: the change does not touch what it judges; `off`: by the policy.
 */
const decisions = (/* unused pure expression or super */ null && (['run', 'light', 'exempt', 'later', 'not-applicable', 'off']));
const noAuthority = { exemptions: [] };
/**
 * Which gates this event needs, each with its reason. Nothing is left out: what does not run says why.
 * Without `paths` nothing is known of the change, and every gate is taken to be touched.
 */
function planGates(event, policy, authority = noAuthority, paths) {
    const mode = modeOf(event, policy);
    const hotfix = mode === 'hotfix' ? planHotfix(event, policy, authority.hotfix) : { findings: [] };
    const exemptions = mode === 'hotfix' ? authority.exemptions.map(forHotfix) : authority.exemptions;
    const context = { event, policy, mode, exemptions, hotfix, paths };
    return {
        mode,
        gates: gateNames.map((gate) => planGate(gate, context)),
        findings: [...hotfix.findings, ...exemptions.flatMap(refusal)],
    };
}
/** Whether a workflow has something to prepare for this gate, such as results to evaluate. */
function isDue({ decision }) {
    return decision === 'run' || decision === 'light';
}
function planGate(gate, context) {
    const { event, policy, mode, paths } = context;
    if (policy.gates[gate] === false)
        return { gate, decision: 'off', run: false, reason: 'turned off by the policy' };
    const isEvaluation = gate === 'regression-gate';
    if (isEvaluation && mode === 'draft') {
        const reason = 'a draft: it runs when the pull request is ready for review';
        return { gate, decision: 'later', run: false, reason };
    }
    const { exemption } = context.hotfix;
    if (isEvaluation && exemption !== undefined)
        return hotfixEvaluation(exemption, context);
    const granted = context.exemptions.find((result) => result.granted && result.rule.gates.includes(gate));
    if (granted?.granted === true)
        return exempted(gate, granted);
    const untouched = notApplicable(gate, policy, paths);
    if (untouched === undefined)
        return { gate, decision: 'run', run: true, reason: `due for ${event.name}` };
    // The other gates look for themselves: that costs them milliseconds, and names alone cannot tell.
    return { gate, decision: 'not-applicable', run: !isEvaluation, reason: untouched };
}
function hotfixEvaluation(exemption, { hotfix, policy }) {
    const gate = 'regression-gate';
    const { lightBecause } = hotfix;
    const reason = `a hotfix that ${exemption.by} approved`;
    if (policy.hotfix.evaluation === 'skip' && lightBecause === undefined)
        return { gate, decision: 'exempt', run: false, reason, exemption };
    const because = lightBecause === undefined ? '' : `, for ${lightBecause}`;
    return { gate, decision: 'light', run: true, reason: `${reason}: on fewer samples${because}`, exemption };
}
function exempted(gate, { rule, exemption }) {
    if (rule.effect === 'light' && gate === 'regression-gate')
        return { gate, decision: 'light', run: true, reason: `lightened by ${exemption.by}`, exemption };
    const reason = `lifted by ${exemption.by}, shown all the same`;
    return { gate, decision: 'exempt', run: true, reason, exemption };
}
/** A hotfix may go without its evaluation and without nothing else. */
function forHotfix(result) {
    if (!result.granted || result.rule.gates.every((gate) => gate === 'regression-gate'))
        return result;
    const { rule } = result;
    const reason = 'a hotfix may go without its evaluation, and its other gates are never lifted';
    return { granted: false, rule, reason };
}
function refusal(result) {
    if (result.granted)
        return [];
    const { rule, reason } = result;
    return [
        {
            rule: 'trunk/exemption-refused',
            severity: 'warning',
            message: `The label "${rule.label}" lifts nothing: ${reason}.`,
            help: 'The policy of the base branch says who may lift which gate (exemptions).',
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/kernel/compare.js
/** Order of texts. */
/** Code-unit order, the same on every machine whatever its locale. */
function compare_compareText(a, b) {
    return a < b ? -1 : Number(a > b);
}

;// CONCATENATED MODULE: ./build/src/policy/exemption.js


/**
 * Judges one rule of the policy whose label is on the pull request; `undefined` where it is not.
 * A label is no authority by itself: who put it on last must be entitled, and have done so on this head.
 */
function judgeExemption(rule, state, isEntitled, now) {
    if (!state.labels.includes(rule.label))
        return undefined;
    const last = lastLabeled(rule.label, state.labelEvents);
    if (typeof last === 'string')
        return refused(rule, last);
    const event = last;
    const comment = reasonGiven(rule, event.by, state);
    const problem = personProblem(rule, event, state, isEntitled) ??
        timeProblem(rule, event, state, now) ??
        reasonProblem(rule, comment);
    if (problem !== undefined)
        return refused(rule, problem);
    const reason = comment === undefined ? {} : { reason: comment };
    return {
        granted: true,
        rule,
        exemption: { by: event.by, at: event.at, sha: state.headSha, label: rule.label, ...reason },
    };
}
/** Who granted or would have granted it: those of whom GitHub must be asked. */
function peopleToAsk(rules, state) {
    const names = rules
        .filter(({ label }) => state.labels.includes(label))
        .map(({ label }) => lastLabeled(label, state.labelEvents))
        .flatMap((last) => (typeof last === 'string' ? [] : [last.by]));
    return [...new Set(names)];
}
/**
 * Who put the label on last, or why that is not known. GitHub's times are whole seconds: of several events in the last of them
 * nothing tells which was first, so all that put it on must be by the same person.
 */
function lastLabeled(label, events) {
    const own = events.filter((event) => event.label === label);
    const latest = Math.max(...own.map(({ at }) => Date.parse(at)));
    const [first, ...others] = own.filter(({ kind, at }) => kind === 'labeled' && Date.parse(at) === latest);
    if (first === undefined)
        return 'the timeline does not tell who put the label on; take it off and put it on again';
    if (others.every(({ by }) => sameLogin(by, first.by)))
        return first;
    return 'several people put the label on in the same second; take it off and put it on again';
}
function personProblem(rule, { by }, { author }, isEntitled) {
    if (sameLogin(by, author) && !rule.authorMay)
        return `${by} is the author, and this exemption needs somebody else`;
    return isEntitled(by) ? undefined : `${by} may not grant it by the policy of the base branch`;
}
function timeProblem(rule, { at }, { pushedAt, baseChangedAt, headSha }, now) {
    const since = Date.parse(at);
    if (baseChangedAt !== undefined && !(since > Date.parse(baseChangedAt)))
        return `the label is older than the change of the base branch (${baseChangedAt}); put it on again`;
    if (rule.hours !== undefined && now - since > rule.hours * 3_600_000)
        return `it ended ${count(rule.hours, 'hour')} after ${at}`;
    if (rule.sticky)
        return undefined;
    if (pushedAt === undefined)
        return `nothing tells when ${headSha.slice(0, 8)} was pushed, so the label cannot be tied to it`;
    if (since > Date.parse(pushedAt))
        return undefined;
    return `the label is older than the last push (${pushedAt}); put it on again for ${headSha.slice(0, 8)}`;
}
function reasonProblem(rule, reason) {
    if (!rule.reasonRequired || reason !== undefined)
        return undefined;
    return `it needs a reason: comment "/exempt ${rule.label} because …", by the person who put the label on`;
}
/** The reason of the last unedited comment by the same person on this head. An edited comment may say what nobody signed for. */
function reasonGiven(rule, by, { comments, pushedAt }) {
    const valid = comments.filter((comment) => sameLogin(comment.by, by) &&
        comment.updatedAt === comment.createdAt &&
        (rule.sticky || pushedAt === undefined || Date.parse(comment.createdAt) > Date.parse(pushedAt)));
    return valid
        .toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || compare_compareText(a.body, b.body))
        .map(({ body }) => reasonIn(body, rule.label))
        .findLast((reason) => reason !== undefined);
}
/** `/exempt skip-full-eval because the cluster is down`, on a line of its own. */
function reasonIn(body, label) {
    for (const line of body.split(/\r?\n/)) {
        const words = line.trim().split(/\s+/);
        if (words[0] !== '/exempt' || words[1] !== label || words[2]?.toLowerCase() !== 'because')
            continue;
        const reason = words.slice(3).join(' ').slice(0, 500);
        if (reason.length >= 3)
            return reason;
    }
    return undefined;
}
function refused(rule, reason) {
    return { granted: false, rule, reason };
}
/** Logins are the same whatever their case. */
function sameLogin(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}

;// CONCATENATED MODULE: ./build/src/policy/approval.js


/**
 * The approval of the head SHA by someone entitled who is not the author; `undefined` where there is none.
 * Of each person the last decisive review counts: an approval that was dismissed or followed by requested changes is none.
 * Nor is one from before the pull request was pointed at another base: it was given for that one.
 */
function approvalOf(reviews, headSha, author, isEntitled, baseChangedAt) {
    const last = new Map();
    for (const review of reviews.toSorted(byTime(headSha))) {
        if (review.state !== 'COMMENTED' && review.state !== 'PENDING')
            last.set(review.by.toLowerCase(), review);
    }
    const forThisBase = (review) => baseChangedAt === undefined || time(review) > Date.parse(baseChangedAt);
    const found = [...last.values()]
        .filter(forThisBase)
        .find(({ by, state, sha }) => state === 'APPROVED' && sha === headSha && !sameLogin(by, author) && isEntitled(by));
    return found === undefined ? undefined : { by: found.by, at: found.at ?? '', sha: headSha };
}
/** Of several in the same second an approval of the head comes first, so that any other counts: nothing tells which was last. */
function byTime(headSha) {
    const rank = ({ state, sha }) => state === 'APPROVED' ? (sha === headSha ? 0 : 1) : 2;
    return (a, b) => time(a) - time(b) || rank(a) - rank(b) || compare_compareText(a.by.toLowerCase(), b.by.toLowerCase());
}
function time({ at }) {
    const parsed = Date.parse(at ?? '');
    return Number.isNaN(parsed) ? 0 : parsed;
}

;// CONCATENATED MODULE: ./build/src/kernel/pull-request.js
/** What GitHub says of a pull request and of the people around it. Times are ISO 8601. */
const permissionLevels = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

;// CONCATENATED MODULE: ./build/src/policy/entitled.js


/** Whether any of the ways to be entitled holds. No way given entitles nobody. */
function isEntitled({ users, teams, permission }, standing) {
    if (users.some((user) => sameLogin(user, standing.login)))
        return true;
    if (teams.some((team) => standing.teams.includes(team)))
        return true;
    return (permission !== undefined &&
        permissionLevels.indexOf(standing.permission) >= permissionLevels.indexOf(permission));
}

;// CONCATENATED MODULE: ./build/src/policy/gate/authority.js
/** Asks GitHub what people and checks have said, as far as the policy makes it matter, and judges it. */



/**
 * Exemptions and approvals that hold for the head commit now. Without a source (no token, no pull request) nobody has said anything:
 * then every gate stands as it is.
 */
async function readAuthority(event, policy, source, { now, owed }) {
    const { headSha, headRef, pullRequest } = event;
    if (source === undefined || headSha === undefined || pullRequest === undefined)
        return noAuthority;
    const { author, fork } = pullRequest;
    // A fork's pushes are told by the fork alone, which this token may not ask.
    const head = { sha: headSha, author, ...(fork || headRef === undefined ? {} : { branch: headRef }) };
    const exemptions = await readExemptions(head, policy, source, now());
    if (modeOf(event, policy) !== 'hotfix')
        return { exemptions };
    const hotfix = await readHotfix(head, policy, source);
    // The ledger is read only where it decides something: everything else lets this hotfix go without its evaluation.
    if (owed === undefined || !mayGoWithout(policy, hotfix))
        return { exemptions, hotfix };
    return { exemptions, hotfix: { ...hotfix, ledger: await readLedger(owed) } };
}
async function readLedger(owed) {
    try {
        return { read: true, owed: await owed() };
    }
    catch (error) {
        const [finding] = errorReport('model-gates', error).findings;
        return { read: false, reason: finding?.message ?? 'no reason was given' };
    }
}
/** Whether anything that people say could matter by this policy. */
function asksPeople({ exemptions, hotfix: { releaseManagers } }) {
    return exemptions.length > 0 || !namesNobody(releaseManagers);
}
async function readExemptions({ sha: headSha, author, branch }, policy, source, now) {
    if (policy.exemptions.length === 0)
        return [];
    const labels = await source.labels();
    const rules = policy.exemptions.filter(({ label }) => labels.includes(label));
    if (rules.length === 0)
        return [];
    const [labelEvents, baseChangedAt, comments, pushedAt] = await Promise.all([
        source.labelEvents(),
        source.baseChangedAt(),
        source.comments(),
        branch === undefined ? undefined : source.pushedAt(branch, headSha),
    ]);
    const state = {
        headSha,
        author,
        labels,
        labelEvents,
        comments,
        ...(pushedAt === undefined ? {} : { pushedAt }),
        ...(baseChangedAt === undefined ? {} : { baseChangedAt }),
    };
    const standings = await readStandings(peopleToAsk(rules, state), rules.map(({ by }) => by), source);
    const results = rules.map((rule) => judgeExemption(rule, state, entitledBy(rule.by, standings), now));
    return results.filter((result) => result !== undefined);
}
async function readHotfix({ sha: headSha, author }, { hotfix }, source) {
    const [reviews, checks] = await Promise.all([
        source.reviews(),
        hotfix.requiredChecks.length === 0 ? new Map() : source.checks(headSha),
    ]);
    const approvers = approversToAsk(reviews, headSha, author);
    const [standings, baseChangedAt] = await Promise.all([
        readStandings(approvers, [hotfix.releaseManagers], source),
        approvers.length === 0 ? undefined : source.baseChangedAt(),
    ]);
    const entitled = entitledBy(hotfix.releaseManagers, standings);
    const approval = approvalOf(reviews, headSha, author, entitled, baseChangedAt);
    const notGreen = hotfix.requiredChecks
        .map((name) => ({ name, state: checks.get(name) ?? 'missing' }))
        .filter(({ state }) => state !== 'success');
    return { notGreen, ...(approval === undefined ? {} : { approval }) };
}
/** The last first: strangers who approved before cannot crowd out who approves now. */
function approversToAsk(reviews, headSha, author) {
    const approvers = reviews
        .filter(({ state, sha, by }) => state === 'APPROVED' && sha === headSha && !sameLogin(by, author))
        .toSorted((a, b) => compare_compareText(b.at ?? '', a.at ?? ''))
        .map(({ by }) => by);
    return [...new Set(approvers)];
}
/** Of whom GitHub is asked at most: each question costs a request, and anybody may approve. */
const mostAsked = 20;
/** Nobody is asked about whom the policy names by login. */
async function readStandings(logins, entitled, source) {
    const teams = [...new Set(entitled.flatMap((one) => one.teams))];
    const names = entitled.flatMap((one) => one.users);
    const byNameOnly = entitled.every((one) => one.teams.length === 0 && one.permission === undefined);
    const known = (login) => names.some((name) => sameLogin(name, login));
    const named = logins.filter((login) => byNameOnly || (entitled.length === 1 && known(login)));
    const others = logins.filter((login) => !named.includes(login)).slice(0, mostAsked);
    const asked = await Promise.all(others.map((login) => source.standing(login, teams)));
    return new Map([...named.map(nameOnly), ...asked].map((standing) => [standing.login, standing]));
}
function namesNobody({ users, teams, permission }) {
    return users.length === 0 && teams.length === 0 && permission === undefined;
}
function nameOnly(login) {
    return { login, permission: 'none', teams: [] };
}
function entitledBy(entitled, standings) {
    return (login) => {
        const standing = standings.get(login);
        return standing !== undefined && isEntitled(entitled, standing);
    };
}

;// CONCATENATED MODULE: ./build/src/policy/gate/lifted.js

/**
 * A blocking report under an exemption: `exempt`, with what it found as warnings. A gate that passes needs no exemption and stays a pass;
 * one that was only lightened still fails for what fewer samples show.
 */
function lifted(report, { exemption, decision }) {
    if (exemption === undefined || !blocks(report))
        return report;
    if (decision === 'light' && report.verdict === 'fail')
        return report;
    const findings = report.findings.map(asWarning);
    return {
        ...report,
        verdict: 'exempt',
        title: `Lifted by ${exemption.by}. It found: ${report.title}`,
        findings,
        exemption,
    };
}
function asWarning(finding) {
    return finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding;
}

;// CONCATENATED MODULE: ./build/src/policy/gate/planned.js




/** The plan by what people and checks have said; where that cannot be read nothing is lifted, and the report says so. */
async function makePlan(event, policy, source, ports) {
    const { subject, authority, findings } = await readSubject(event, policy, source, ports).catch((error) => ({ subject: event, authority: noAuthority, findings: [unread(error)] }));
    const plan = planGates(subject, policy, authority, changedPaths(ports.change.files));
    return { ...plan, findings: [...plan.findings, ...findings] };
}
async function readSubject(event, policy, source, ports) {
    const subject = await subjectOf(event, policy, source);
    return { subject, authority: await readAuthority(subject, policy, source, ports), findings: [] };
}
/** What was granted to the head of a pull request holds in its merge group and for its merge: those commits nobody has seen before. */
async function subjectOf(event, policy, source) {
    if (source === undefined || event.pullRequest !== undefined || !asksPeople(policy))
        return event;
    const current = await source.current();
    if (current === undefined)
        return event;
    const { headSha, headRef, baseRef, facts } = current;
    return { ...event, headSha, headRef, baseRef, pullRequest: facts };
}
function changedPaths(files) {
    return files.flatMap(({ path, previousPath }) => previousPath === undefined ? [path] : [path, previousPath]);
}
function unread(error) {
    const [finding] = errorReport('model-gates', error).findings;
    return {
        rule: 'trunk/authority-unread',
        severity: 'warning',
        message: `Exemptions and approvals could not be read, so none holds: ${finding?.message ?? 'no reason was given'}`,
        help: finding?.help ?? 'Run the step again.',
    };
}
/** Runs a gate as planned. It never throws: a gate that breaks is a failing report. */
async function runPlanned(planned, run, ports) {
    if (!planned.run)
        return notRun(planned);
    const started = ports.now();
    ports.log.info(`${planned.gate}: running`);
    const report = await run().catch((error) => errorReport(planned.gate, error));
    const durationMs = ports.now() - started;
    ports.log.info(`${planned.gate}: ${report.verdict} in ${durationMs} ms: ${report.title}`);
    return lifted({ ...report, durationMs }, planned);
}
function notRun({ gate, reason, exemption }) {
    const report = { schema: 1, gate, title: `Not run: ${reason}`, findings: [], facts: {} };
    return exemption === undefined
        ? { ...report, verdict: 'skipped' }
        : { ...report, verdict: 'exempt', exemption };
}

;// CONCATENATED MODULE: ./build/src/policy/gate/policy.js


const maxPolicyBytes = 1024 * 1024;
/** The policy of one state of the repository. No file is the empty policy: every setting has a default. */
async function loadPolicy(tree, file) {
    const bytes = await readPolicyFile(tree, file);
    if (bytes === undefined)
        return { policy: emptyPolicy, findings: [], present: false };
    const { value, findings } = await readPolicy(bytes, file);
    return { policy: findings.length > 0 ? emptyPolicy : policyOf(value), findings, present: true };
}
/** The reader of YAML, the validator and the schema are loaded only where there is a policy to read. */
async function readPolicy(bytes, file) {
    const { readPolicyText } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 466, 23));
    return readPolicyText(bytes, file);
}
/** With a broken policy nothing may pass: its settings would not hold. */
function withPolicyErrors(report, { findings }) {
    const [first] = findings;
    if (first === undefined)
        return report;
    return { ...report, verdict: 'fail', title: first.message, findings: [...findings, ...report.findings] };
}
/** What a change to the gates' own rules means: it holds after the merge, and must be valid by then. */
async function policyChangeFindings(head, files, policyFile) {
    const findings = files
        .filter(({ path, previousPath = '' }) => isWorkflow(path) || isWorkflow(previousPath))
        .map(workflowChanged);
    const change = files.find(({ path, previousPath }) => path === policyFile || previousPath === policyFile);
    if (change === undefined)
        return findings;
    const bytes = change.path === policyFile ? await readPolicyFile(head, policyFile) : undefined;
    const problems = bytes === undefined ? [] : (await readPolicy(bytes, policyFile)).findings;
    return [...problems, policyChanged(policyFile, bytes !== undefined), ...findings];
}
/** What GitHub runs of the pull request itself: a workflow, or an action of this repository that one uses. */
function isWorkflow(path) {
    return /^\.github\/(?:workflows|actions)\//.test(path);
}
async function readPolicyFile(tree, file) {
    try {
        return await tree.read(file, maxPolicyBytes);
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new UserError(`The policy cannot be read: ${reason}`, {
            place: { file },
            help: 'Make it a regular file of YAML below 1 MiB, or remove it to use the defaults.',
            cause,
        });
    }
}
function policyChanged(file, present) {
    return {
        rule: 'policy/changed',
        severity: 'notice',
        file,
        line: 1,
        message: present
            ? 'This pull request changes the policy. It is judged by the policy of its base; the change applies after the merge.'
            : 'This pull request removes the policy. It is judged by the policy of its base; the defaults apply after the merge.',
        help: 'Let an owner of the gates review this file.',
    };
}
function workflowChanged({ path }) {
    return {
        rule: 'policy/workflow-changed',
        severity: 'notice',
        file: path,
        line: 1,
        message: 'This pull request changes a workflow, and for a pull_request event GitHub runs the workflow of the pull request itself.',
        help: 'Let an owner of the gates see that every gate still runs; a ruleset can require this check from the base branch.',
    };
}

;// CONCATENATED MODULE: ./build/src/check/check.js
/** The merge gate: plans every gate for this event and runs them side by side into one report. */






const gateName = 'model-gates';
/** One report that holds the gates' own; a gate that breaks fails by itself and hides none of the others. */
async function check(request, ports) {
    const started = ports.now();
    const { event, pullRequest } = request;
    const { policy, findings } = request.policy;
    const given = { values: {}, over: 'defaults', event };
    const plan = await makePlan(event, policy, pullRequest, ports);
    const [reports, changes] = await Promise.all([
        Promise.all(plan.gates.map((planned) => runPlanned(planned, () => runners[planned.gate](given, policy, ports), ports))),
        policyChangeFindings(ports.change.head, ports.change.files, request.policyFile).catch(asFindings),
    ]);
    return summarise(plan, reports, [...findings, ...plan.findings, ...changes], ports.now() - started);
}
function asFindings(error) {
    return errorReport(gateName, error).findings;
}
const runners = {
    'validate-model-config': (given, policy, ports) => runGate(configGate, given, policy, ports),
    'detect-dep-drift': (given, policy, ports) => runGate(dependencyGate, given, policy, ports),
    'regression-gate': (given, policy, ports) => runGate(regressionGate, given, policy, ports),
};
function summarise(plan, reports, findings, durationMs) {
    const first = findings.find(({ severity }) => severity === 'error');
    const own = first === undefined ? [] : ['fail'];
    const verdict = worstVerdict([...own, ...reports.map((report) => report.verdict)]);
    const feedback = feedbackOf(durationMs);
    return {
        schema: 1,
        gate: gateName,
        verdict,
        title: titleOf(verdict, reports, first) + laterWords(plan, verdict),
        findings,
        facts: {
            mode: plan.mode,
            plan: plan.gates,
            verdicts: Object.fromEntries(reports.map((report) => [report.gate, report.verdict])),
            feedback,
        },
        sections: [feedbackSection(feedback, reports)],
        reports,
        durationMs,
    };
}
/** A draft is told what is still to come. */
function laterWords({ gates }, verdict) {
    const later = gates.filter(({ decision }) => decision === 'later').map(({ gate }) => gate);
    if (later.length === 0 || verdict === 'fail')
        return '';
    return `; this is a draft, and ${joined(later)} runs when it is ready for review`;
}
function titleOf(verdict, reports, own) {
    const names = reports.filter((report) => report.verdict === verdict).map((report) => report.gate);
    if (own !== undefined)
        names.unshift(own.rule.startsWith('trunk/') ? 'what a hotfix still lacks' : 'the policy');
    const ran = reports.filter((report) => report.verdict !== 'skipped').length;
    switch (verdict) {
        case 'fail':
            return `Blocked by ${joined(names)}`;
        case 'inconclusive':
            return `${joined(names)} could not decide`;
        case 'exempt':
            return `Passed with an exemption for ${joined(names)}`;
        case 'pass':
            return `Nothing stands against this merge: ${ran} of ${reports.length} gates had something to judge`;
        case 'skipped':
            return 'No gate had anything to judge in this change';
    }
}
function joined(names) {
    return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

;// CONCATENATED MODULE: ./build/package.json
const package_namespaceObject = {"rE":"0.1.0"};
;// CONCATENATED MODULE: ./build/src/kernel/product.js

/** The version of this release, as SARIF names it. */
const version = package_namespaceObject.rE;
/** The page that explains every rule. */
const rulesUrl = 'https://github.com/model-gates/model-gates/blob/main/docs/rules.md';
/** Where editors read the schema of the policy. */
const policySchemaUrl = 'https://raw.githubusercontent.com/model-gates/model-gates/main/schema/policy.schema.json';

;// CONCATENATED MODULE: ./build/src/runner/channels.js



/** Files of the head commit, where findings name any. */
async function headFiles({ head }, report) {
    const named = allFindings(report).some(({ file }) => file !== undefined);
    return named ? new Set(await head.list()) : undefined;
}
/** The channels of an action that judges a change. A fork's token may only read: its reports stay in the summary. `files`: of the head. */
function changeChannels(environment, inputs, change, files) {
    const { event, repository, serverUrl, apiUrl, runId } = environment;
    const url = `${serverUrl}/${repository}`;
    const sha = change.head.sha;
    const render = {
        ...(sha === undefined ? {} : { source: { url, sha, ...(files !== undefined && { files }) } }),
        ...(runId === undefined ? {} : { runUrl: `${url}/actions/runs/${runId}` }),
        rulesUrl: rulesUrl,
        fullReport: 'the file that the output report names',
    };
    const pull = event.pullRequest;
    if (inputs.token === undefined || pull?.fork === true)
        return { render };
    const comment = inputs.comment && pull !== undefined ? { comment: pull.number } : {};
    const check = inputs.checkRun && sha !== undefined ? { check: sha } : {};
    const aside = asideOf(event, inputs.trunk === undefined ? {} : { trunk: inputs.trunk });
    const beside = aside === undefined ? {} : { aside };
    return { render, github: { token: inputs.token, apiUrl, repository, ...comment, ...check, ...beside } };
}

;// CONCATENATED MODULE: ./build/src/actions/change-inputs.js

/** Inputs that every action judging a change has. */
const changeFields = {
    policy: fields_text('a path'),
    base: fields_text('a commit, branch or tag'),
    'working-directory': fields_text('a folder'),
    'github-token': fields_text('a token'),
    comment: flag,
    'check-run': flag,
};
/** The common inputs and the gate's own, each read once; all bad values are told in one UserError. */
function readChangeInputs(context, own) {
    const values = readFields({ ...changeFields, ...own }, context.input);
    const common = values;
    return {
        common: {
            policy: common.policy ?? '.github/model-gates.yml',
            base: common.base,
            workingDirectory: common['working-directory'] ?? '.',
            token: common['github-token'],
            comment: common.comment ?? false,
            checkRun: common['check-run'] ?? false,
        },
        own: pick(values, Object.keys(own)),
    };
}
function pick(values, names) {
    return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

;// CONCATENATED MODULE: ./build/src/actions/fact-text.js
/** A fact of a report as the text of an output: '' where it is not there, JSON for lists and objects. */
function factText(facts, ...path) {
    let found = facts;
    for (const key of path)
        found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
    if (typeof found === 'string')
        return found;
    return found === undefined || found === null ? '' : JSON.stringify(found);
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_namespaceObject);
;// CONCATENATED MODULE: ./build/src/runner/recorded-evaluations.js
/** Trunk's evaluations by the ledger: nothing is loaded, opened or fetched before the first question, and then only once. */
function recordedEvaluations(repository, open) {
    let opened;
    let reader;
    const ledger = () => (reader ??= (opened ??= open()).then(readerOf));
    return {
        nearest: async (sha, { ancestors, ...which }) => {
            const { nearest } = await ledger();
            const own = await nearest([sha], which);
            if (own.evaluation !== undefined || ancestors === 0)
                return own;
            // Only now: a shallow clone has to fetch the history.
            return nearest(await repository.firstParents(sha, ancestors + 1), which);
        },
        trend: async (sha, merges) => {
            const { values } = await ledger();
            return values((await repository.firstParents(sha, merges)).toReversed());
        },
        minutes: async (sha, merges) => {
            const { minutes } = await ledger();
            return minutes((await repository.firstParents(sha, merges)).toReversed());
        },
        close: async () => {
            const ledgers = [opened];
            [opened, reader] = [undefined, undefined];
            for (const one of ledgers)
                await one?.then((last) => last.close()).catch(() => undefined);
        },
    };
}
async function readerOf(ledger) {
    const { evaluationReader } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 955, 23));
    return evaluationReader(await ledger.snapshot());
}

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = require("node:fs/promises");
;// CONCATENATED MODULE: ./build/src/runner/scratch.js





const maxBytes = 1024 * 1024 * 1024;
/**
 * A folder for what a gate and the commands it runs hand over, made when first used and removed when the process ends.
 * `parent`: the runner's temporary folder, where there is one. `read` throws a UserError for more than 1 GiB.
 */
function scratchFolder(parent = (0,external_node_os_namespaceObject.tmpdir)()) {
    let made;
    const pathOf = (name) => {
        made ??= makeFolder(parent);
        return external_node_path_default().join(made, external_node_path_default().basename(name));
    };
    return {
        pathOf,
        write: async (name, text) => {
            await (0,promises_namespaceObject.writeFile)(pathOf(name), text);
            return pathOf(name);
        },
        read: (name) => readBounded(pathOf(name)),
    };
}
function makeFolder(parent) {
    const folder = (0,external_node_fs_namespaceObject.mkdtempSync)(external_node_path_default().join(parent, 'model-gates-'));
    process.once('exit', () => (0,external_node_fs_namespaceObject.rmSync)(folder, { recursive: true, force: true }));
    return folder;
}
async function readBounded(file) {
    const found = await (0,promises_namespaceObject.stat)(file).catch(() => undefined);
    if (found === undefined)
        return undefined;
    if (found.isFile() && found.size <= maxBytes)
        return (0,promises_namespaceObject.readFile)(file);
    throw new UserError(`${external_node_path_default().basename(file)} is no file, or larger than 1 GiB`, {
        help: 'Let the evaluation write JSON, JSONL or CSV to {out}.',
    });
}

;// CONCATENATED MODULE: ./build/src/runner/repository-ports.js






/** The ports that a clone and its ledger can serve. `temp`: the runner's folder for files of this job. */
function repositoryPorts(repository, change, temp, openLedger) {
    const parent = temp === undefined || temp === '' ? (0,external_node_os_namespaceObject.tmpdir)() : temp;
    let base;
    return {
        workspace: repository.workingTree({ ignored: true }),
        treeAt: (ref) => treeAt(repository, ref),
        tags: () => repository.remoteTags(''),
        evaluations: recordedEvaluations(repository, openLedger),
        scratch: scratchFolder(parent),
        baseFolder: () => (base ??= checkOutBase(repository, change, parent)),
    };
}
async function treeAt(repository, ref) {
    try {
        return repository.tree(await repository.resolve(ref), ref);
    }
    catch (error) {
        if (isUserError(error))
            return undefined;
        throw error;
    }
}
async function checkOutBase(repository, { base }, parent) {
    if (base.sha === undefined)
        throw new Error(`${base.name} is no commit`);
    const made = (0,external_node_fs_namespaceObject.mkdtempSync)(external_node_path_default().join(parent, 'model-gates-base-'));
    process.once('exit', () => (0,external_node_fs_namespaceObject.rmSync)(made, { recursive: true, force: true }));
    const folder = external_node_path_default().join(made, 'tree');
    process.once('exit', await repository.checkOut(base.sha, folder));
    return folder;
}

;// CONCATENATED MODULE: ./build/src/runner/paths.js



/** The folder of the checkout, which must lie in the workspace, links resolved. */
async function workingFolder(workspace, folder) {
    const wanted = external_node_path_default().resolve(workspace, folder);
    const [root, found] = await Promise.all([(0,promises_namespaceObject.realpath)(workspace), (0,promises_namespaceObject.realpath)(wanted).catch(() => undefined)]);
    if (found === undefined) {
        throw new UserError(`working-directory ${folder} does not exist in the workspace.`, {
            help: 'Check the repository out before this step, and give the folder relative to the workspace.',
        });
    }
    const relative = external_node_path_default().relative(root, found);
    if (relative === '' || (!relative.startsWith('..') && !external_node_path_default().isAbsolute(relative)))
        return found;
    throw new UserError(`working-directory ${folder} lies outside of the workspace.`, {
        help: 'Give a folder below the workspace.',
    });
}

;// CONCATENATED MODULE: ./build/src/policy/event.js
/**
 * Number of the pull request that a merge group stands for, from the name that GitHub gives its branch
 * (`gh-readonly-queue/main/pr-89-<sha>`); `undefined` for every other event.
 */
function queuedPullRequest({ kind, headRef = '' }) {
    const number = /^gh-readonly-queue\/.+\/pr-(\d{1,15})-[0-9a-f]{40,64}$/.exec(headRef)?.[1];
    return kind === 'merge-group' && number !== undefined ? Number(number) : undefined;
}
/**
 * What GitHub runs on the tip of the default branch although it is about something else: a verdict on that tip would say nothing of it
 * (https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows).
 */
function judgesNothing({ name }) {
    return aboutSomethingElse.has(name);
}
const aboutSomethingElse = new Set([
    'branch_protection_rule',
    'check_run',
    'check_suite',
    'delete',
    'discussion',
    'discussion_comment',
    'fork',
    'gollum',
    'image_version',
    'issue_comment',
    'issues',
    'label',
    'milestone',
    'project',
    'project_card',
    'project_column',
    'public',
    'pull_request_comment',
    'status',
    'watch',
    'workflow_run',
]);
/**
 * The event from GitHub's name and webhook payload (https://docs.github.com/webhooks/webhook-events-and-payloads).
 * A payload that lacks what its event must have is a problem, never a default.
 */
function readEvent(name, payload) {
    if (!event_isRecord(payload))
        return { ok: false, problem: `the payload of ${name} is ${kindOf(payload)}, expected an object` };
    const reader = readers.get(name) ?? readOther;
    const read = reader(payload);
    if (typeof read === 'string')
        return { ok: false, problem: `the payload of ${name} has no valid ${read}` };
    const defaultBranch = event_text(payload, 'repository', 'default_branch');
    return { ok: true, event: { name, ...read, ...(defaultBranch === undefined ? {} : { defaultBranch }) } };
}
const readers = new Map([
    ['pull_request', readPullRequest],
    ['pull_request_target', readPullRequest],
    ['pull_request_review', readPullRequest],
    ['pull_request_review_comment', readPullRequest],
    ['merge_group', readMergeGroup],
    ['push', readPush],
]);
function readPullRequest(payload) {
    const pull = payload['pull_request'];
    if (!event_isRecord(pull))
        return 'pull_request';
    const number = pull['number'];
    const headSha = sha(pull, 'head', 'sha');
    const baseSha = sha(pull, 'base', 'sha');
    const headRef = event_text(pull, 'head', 'ref');
    const baseRef = event_text(pull, 'base', 'ref');
    const author = event_text(pull, 'user', 'login') ?? 'ghost';
    if (typeof number !== 'number' || !Number.isSafeInteger(number))
        return 'pull_request.number';
    if (headSha === undefined)
        return 'pull_request.head.sha';
    if (baseSha === undefined)
        return 'pull_request.base.sha';
    if (headRef === undefined)
        return 'pull_request.head.ref';
    if (baseRef === undefined)
        return 'pull_request.base.ref';
    const pullRequest = {
        number,
        author,
        draft: pull['draft'] === true,
        fork: isFork(pull),
        labels: labelNames(pull['labels']),
        ...mergeOf(pull),
    };
    return { kind: 'pull-request', headSha, baseSha, headRef, baseRef, pullRequest };
}
/** While it is open, GitHub names there the commit of a merge that it tried. */
function mergeOf(pull) {
    const mergeCommit = pull['merged'] === true ? sha(pull, 'merge_commit_sha') : undefined;
    return mergeCommit === undefined ? {} : { mergeCommit };
}
function readMergeGroup(payload) {
    const headSha = sha(payload, 'merge_group', 'head_sha');
    const baseSha = sha(payload, 'merge_group', 'base_sha');
    const baseRef = event_text(payload, 'merge_group', 'base_ref');
    const headRef = event_text(payload, 'merge_group', 'head_ref');
    if (headSha === undefined)
        return 'merge_group.head_sha';
    if (baseSha === undefined)
        return 'merge_group.base_sha';
    if (baseRef === undefined)
        return 'merge_group.base_ref';
    return {
        kind: 'merge-group',
        headSha,
        baseSha,
        baseRef: branchName(baseRef),
        ...(headRef ? { headRef: branchName(headRef) } : {}),
    };
}
function readPush(payload) {
    const headSha = sha(payload, 'after');
    const baseSha = sha(payload, 'before');
    const ref = event_text(payload, 'ref');
    if (headSha === undefined)
        return 'after';
    if (ref === undefined)
        return 'ref';
    const known = baseSha !== undefined && !/^0+$/.test(baseSha);
    return {
        kind: 'push',
        headSha,
        headRef: branchName(ref),
        baseRef: branchName(ref),
        ...(known ? { baseSha } : {}),
    };
}
function readOther(payload) {
    const ref = event_text(payload, 'ref');
    return { kind: 'other', ...(ref === undefined ? {} : { headRef: branchName(ref) }) };
}
/** A head whose repository was deleted has none: it is foreign as well. */
function isFork(pull) {
    const head = event_text(pull, 'head', 'repo', 'full_name');
    return head === undefined || head !== event_text(pull, 'base', 'repo', 'full_name');
}
function labelNames(labels) {
    if (!Array.isArray(labels))
        return [];
    return labels.map((label) => event_text(label, 'name')).filter((name) => name !== undefined);
}
function branchName(ref) {
    return ref.replace(/^refs\/heads\//, '');
}
/** SHA-1 or SHA-256 object name. */
function sha(value, ...path) {
    const found = event_text(value, ...path);
    return found !== undefined && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(found) ? found : undefined;
}
function event_text(value, ...path) {
    let found = value;
    for (const key of path)
        found = event_isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined;
    return typeof found === 'string' && found !== '' ? found : undefined;
}
function event_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function kindOf(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

;// CONCATENATED MODULE: ./build/src/policy/guarded-ref.js
/**
 * What a name of the policy (`main`, `release/v2.3`, `v2.3.0`, a full SHA) stands for as a yardstick. Whoever may push can give a branch
 * any name, a tag's too: only trunk and `release/*` are taken for branches, every other name is a tag, and never the change's own branch.
 * The base branch is the commit that the event names, so that a later run measures against the same.
 */
function guardedRef(name, event) {
    const { baseRef, baseSha, defaultBranch } = event;
    if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name))
        return { kind: 'commit', sha: name };
    if (name === baseRef && baseSha !== undefined)
        return { kind: 'commit', sha: baseSha };
    if (name !== defaultBranch && !name.startsWith('release/'))
        return { kind: 'ref', name: `refs/tags/${name}` };
    return isOwn(name, event)
        ? { kind: 'refused', reason: `${name} is the branch of this change itself` }
        : { kind: 'ref', name: `refs/heads/${name}` };
}
/** A fork may call its branch as it likes; without a base the tip of the default branch is judged, and is no change. */
function isOwn(name, { kind, headRef, pullRequest }) {
    return kind !== 'other' && name === headRef && pullRequest?.fork !== true;
}

;// CONCATENATED MODULE: ./build/src/actions/guarded-trees.js


/**
 * Trees of refs that the policy names, by what the remote says: what an earlier step made of the clone counts for nothing, and a commit
 * of the change itself is no yardstick.
 */
function guardedTrees(repository, event, change) {
    return async (ref) => {
        const guarded = guardedRef(ref, event);
        if (guarded.kind === 'refused')
            throw noYardstick(guarded.reason);
        const named = guarded.kind === 'commit' ? guarded.sha : await repository.remoteRef(guarded.name);
        if (named === undefined)
            return undefined;
        const sha = await repository.resolve(named);
        const own = [change.head.sha, ...(await change.commits()).map((commit) => commit.sha)];
        if (sha !== change.base.sha && own.includes(sha))
            throw noYardstick(`${ref} is commit ${sha.slice(0, 8)} of this change itself`);
        return repository.tree(sha, ref);
    };
}
function noYardstick(reason) {
    return new UserError(`${reason}: a change is not measured against what it brought`, {
        help: 'Name trunk, a branch release/*, a tag of trunk or a full SHA in the policy.',
    });
}

;// CONCATENATED MODULE: ./build/src/actions/lineage-ledger.js


async function connectGitHub({ apiUrl, repository }, token) {
    const { connect } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 325, 23));
    return connect({ token, apiUrl, repository, log: index_js_namespaceObject.actionLog });
}
/** The ledger over git: of the clone's remote, or of this repository's address where there is no clone. */
async function gitLedger(environment, { cwd, remote, token }) {
    const { openLedger } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
    const url = `${environment.serverUrl}/${environment.repository}`;
    return openLedger({ cwd, log: index_js_namespaceObject.actionLog, remote, url, ...(token === undefined ? {} : { token }) });
}
/** Writes over the API, which needs neither clone nor git; reads and compacts over git, and over the API where git cannot. */
async function openRunnerLedger(environment, place) {
    const git = await gitLedger(environment, place);
    const { token } = place;
    if (token === undefined)
        return git;
    const api = async () => (await connectGitHub(environment, token)).ledger;
    let reading = git;
    return {
        append: async (blobs) => (await api()).append(blobs),
        snapshot: async () => {
            try {
                return await reading.snapshot();
            }
            catch (error) {
                if (!isUserError(error) || reading !== git)
                    throw error;
                index_js_namespaceObject.actionLog.info(`Reading the ledger over the API: ${error.message}`);
                reading = await api();
                return reading.snapshot();
            }
        },
        compact: (folding) => reading.compact(folding),
        get batch() {
            return reading.batch;
        },
        close: git.close,
    };
}

;// CONCATENATED MODULE: ./build/src/actions/ledger-ports.js

/** What a plan may ask the ledger. Nothing is loaded, and nobody is asked, before it does. */
function ledgerPorts(environment, { cwd, token }, policy) {
    return {
        owed: async () => {
            const { owedEvaluations } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 380, 23));
            const ledger = await openRunnerLedger(environment, { cwd, remote: 'origin', token });
            try {
                return await owedEvaluations(await ledger.snapshot(), policy, Date.now());
            }
            finally {
                await ledger.close();
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/src/actions/open-change.js









/** Throws a UserError where the repository, a commit or the policy cannot be had. */
async function openChange(environment, inputs) {
    const cwd = await workingFolder(environment.workspace, inputs.workingDirectory);
    const { commands, openRepository } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
    const repository = await openRepository({
        cwd,
        log: index_js_namespaceObject.actionLog,
        ...(inputs.token ? { token: inputs.token } : {}),
    });
    const event = await withBaseTip(environment, repository);
    const { base, head } = await endpoints(event, inputs, repository);
    const mergeBase = await knownMergeBase(environment, inputs, repository, base, head);
    const change = await repository.changeSet({
        base,
        head,
        ...(mergeBase ? { mergeBaseSha: mergeBase } : {}),
    });
    // The tip of the base branch: neither an old branch point nor an input of the workflow brings a weaker policy back.
    const guarded = await repository.resolve(event.baseSha ?? base);
    const policy = await loadPolicy(repository.tree(guarded), inputs.policy);
    const ports = {
        change,
        ...repositoryPorts(repository, change, environment.temp, () => openRunnerLedger(environment, { cwd, remote: 'origin', token: inputs.token })),
        treeAt: guardedTrees(repository, event, change),
        log: index_js_namespaceObject.actionLog,
        commands,
        now: Date.now,
        ...ledgerPorts(environment, { cwd, token: inputs.token }, policy.policy),
    };
    return { ports, policy };
}
/**
 * The payload of a pull request names the tip of its base as it was at the last push to the branch, weeks before a label or a review; the
 * commit that GitHub has merged for this run names the tip that it merged.
 */
async function withBaseTip({ event, sha }, repository) {
    if (event.pullRequest === undefined || sha === undefined || sha === '' || sha === event.headSha)
        return event;
    try {
        const [tip, head, ...others] = await repository.parents(sha);
        return tip !== undefined && head === event.headSha && others.length === 0
            ? { ...event, baseSha: tip }
            : event;
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        index_js_namespaceObject.actionLog.debug(`${sha} is not known as a merge of this pull request: ${error.message}`);
        return event;
    }
}
/** Full SHAs of the base's tip and of the head: the pull request's own head, never GitHub's merge commit. */
async function endpoints(event, inputs, repository) {
    if (judgesNothing(event) && inputs.base === undefined)
        throw nothingToJudge(event.name);
    const head = event.headSha ?? (await repository.head()).sha;
    if (inputs.base !== undefined)
        return { base: await repository.resolve(inputs.base), head };
    if (event.baseSha !== undefined)
        return { base: event.baseSha, head };
    if (event.defaultBranch !== undefined)
        return { base: await repository.resolve(event.defaultBranch), head };
    throw new UserError(`The event ${event.name} does not say what to compare with.`, {
        help: 'Give the input base: a branch, a tag or a commit.',
    });
}
function nothingToJudge(name) {
    return new UserError(`GitHub runs ${name} on the tip of the default branch: there is no change here to judge, and a verdict would stand for nothing.`, {
        help: 'Run this on pull_request, merge_group, push, schedule or workflow_dispatch. After a comment, putting the label on (`labeled`) starts the gates again. To compare what is checked out all the same, give the input base.',
    });
}
/** In a shallow clone GitHub knows the merge base in one request; where git has the history, or there is no token, git finds it. */
async function knownMergeBase(environment, inputs, repository, base, head) {
    if (inputs.token === undefined || !(await repository.isShallow()))
        return undefined;
    try {
        const { connect } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 325, 23));
        const { apiUrl, repository: name } = environment;
        return await connect({ token: inputs.token, apiUrl, repository: name, log: index_js_namespaceObject.actionLog }).commits.mergeBase(base, head);
    }
    catch (error) {
        index_js_namespaceObject.actionLog.warning(`GitHub did not tell the merge base (${error instanceof Error ? error.message : String(error)}); git looks for it.`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/actions/pull-request-source.js



/**
 * GitHub's answers about the pull request of this run, of its merge group, or whose merge was pushed; `undefined` without a token,
 * or where there can be none. The API is loaded when first asked.
 */
function pullRequestSource(environment, token) {
    const { event, apiUrl, repository } = environment;
    const number = event.pullRequest?.number ?? queuedPullRequest(event);
    const pushed = event.kind === 'push' ? event.headSha : undefined;
    if (token === undefined || (number === undefined && pushed === undefined))
        return undefined;
    let connected;
    const github = () => (connected ??= Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 325, 23)).then(({ connect }) => connect({ token, apiUrl, repository, log: index_js_namespaceObject.actionLog })));
    if (number !== undefined)
        return sourceOf(number, repository, github);
    return pushedSource(pushed ?? '', repository, github);
}
/** About the pull request whose merge this commit is; where it is none, nobody is asked about anything. */
function pushedSource(sha, repository, github) {
    let found;
    const merged = () => (found ??= github()
        .then(({ commits }) => commits.pullRequests(sha))
        .then((all) => all.find(({ mergeCommit }) => mergeCommit === sha)));
    const source = async () => {
        const pull = await merged();
        if (pull === undefined)
            throw new Error(`${sha} is no merge of a pull request`);
        return sourceOf(pull.number, repository, github);
    };
    return {
        current: async () => {
            const pull = await merged();
            return pull === undefined ? undefined : currentOf(pull, repository);
        },
        labels: async () => (await source()).labels(),
        labelEvents: async () => (await source()).labelEvents(),
        baseChangedAt: async () => (await source()).baseChangedAt(),
        comments: async () => (await source()).comments(),
        reviews: async () => (await source()).reviews(),
        pushedAt: async (branch, head) => (await source()).pushedAt(branch, head),
        checks: async (head) => (await source()).checks(head),
        standing: async (login, teams) => (await source()).standing(login, teams),
    };
}
/** About one pull request, over a connection that is there already. */
function sourceOf(number, repository, github) {
    let events;
    const timeline = () => (events ??= github().then(({ labels }) => labels.events(number)));
    return {
        current: async () => currentOf(await (await github()).pulls.get(number), repository),
        labels: async () => (await github()).labels.list(number),
        labelEvents: async () => (await timeline()).filter((item) => 'label' in item),
        baseChangedAt: async () => (await timeline()).findLast(({ kind }) => kind === 'base_ref_changed')?.at,
        comments: async () => (await github()).comments.list(number),
        reviews: async () => (await github()).pulls.reviews(number),
        pushedAt: async (branch, sha) => pushTime(await github(), branch, sha),
        checks: async (sha) => byName(await (await github()).commits.checks(sha)),
        standing: async (login, teams) => standing(await github(), login, teams),
    };
}
function currentOf(pull, repository) {
    const { number, author, draft, labels, head, base } = pull;
    const fork = head.repository !== repository;
    return {
        headSha: head.sha,
        headRef: head.ref,
        baseRef: base.ref,
        facts: { number, author, draft, fork, labels },
    };
}
/** A check run and a commit status of one name must both be green, as GitHub has it for the checks that a branch requires. */
function byName(states) {
    const green = states.filter(({ conclusion }) => conclusion === 'success');
    const others = states.filter(({ conclusion }) => conclusion !== 'success');
    return new Map([...green, ...others].map(({ name, conclusion }) => [name, conclusion]));
}
async function pushTime(github, branch, sha) {
    const pushes = await github.branches.activity(branch);
    return pushes.find(({ after }) => after === sha)?.at;
}
async function standing(github, login, teams) {
    const permission = await github.people.permission(login);
    const memberships = await Promise.all(teams.map((team) => isMember(github, team, login)));
    return { login, permission, teams: teams.filter((_, index) => memberships[index]) };
}
function isMember(github, name, login) {
    const [organization, team] = name.split('/');
    if (organization && team)
        return github.people.isTeamMember(organization, team, login);
    throw new UserError(`The policy names a team ${JSON.stringify(name)}, expected organization/team.`, {
        help: 'Correct the team in the policy of the base branch.',
    });
}

;// CONCATENATED MODULE: ./build/src/actions/check/main.js






async function main(context) {
    const { common } = readChangeInputs(context, {});
    const { ports, policy } = await openChange(context.environment, common);
    const { environment } = context;
    const source = pullRequestSource(environment, common.token);
    const request = { event: environment.event, policy, policyFile: common.policy };
    const report = await check(source === undefined ? request : { ...request, pullRequest: source }, ports);
    return {
        report,
        outputs: outputsOf(report),
        channels: changeChannels(environment, { ...common, trunk: policy.policy.trunk }, ports.change, await headFiles(ports.change, report)),
    };
}
function outputsOf({ facts, reports = [] }) {
    const config = reports.find(({ gate }) => gate === 'validate-model-config');
    return {
        'validate-model-config': factText(facts, 'verdicts', 'validate-model-config'),
        'detect-dep-drift': factText(facts, 'verdicts', 'detect-dep-drift'),
        'regression-gate': factText(facts, 'verdicts', 'regression-gate'),
        change: factText(config?.facts, 'change'),
    };
}

;// CONCATENATED MODULE: ./build/src/actions/check/index.js


void (0,index_js_namespaceObject.runAction)('model-gates', main);

module.exports = __webpack_exports__;
/******/ })()
;