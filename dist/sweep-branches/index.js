/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 100:
/***/ ((module) => {

module.exports = require("../lib/branches/index.js");

/***/ }),

/***/ 466:
/***/ ((module) => {

module.exports = require("../lib/config/index.js");

/***/ }),

/***/ 4:
/***/ ((module) => {

module.exports = require("../lib/git/index.js");

/***/ }),

/***/ 325:
/***/ ((module) => {

module.exports = require("../lib/github/index.js");

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

;// CONCATENATED MODULE: ./build/src/kernel/cause-chain.js
/** The error, its causes and their stacks, for the debug log. */
function causeChain(error, depth = 0) {
    if (!(error instanceof Error))
        return String(error);
    const own = error.stack ?? error.message;
    return error.cause === undefined || depth > 8
        ? own
        : `${own}\ncaused by: ${causeChain(error.cause, depth + 1)}`;
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

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = require("node:fs/promises");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_namespaceObject);
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

;// CONCATENATED MODULE: ./build/src/actions/sweep-branches/inputs.js

const fields = {
    'dry-run': flag,
    restore: fields_text('a branch'),
    remote: fields_text('the name of a remote'),
    policy: fields_text('a path'),
    'working-directory': fields_text('a folder'),
    'github-token': fields_text('a token'),
};
/** Throws a UserError that names every bad value. */
function readSweepInputs(context) {
    const values = readFields(fields, context.input);
    return {
        dryRun: values['dry-run'] ?? true,
        restore: values.restore,
        remote: values.remote ?? 'origin',
        policy: values.policy ?? '.github/model-gates.yml',
        workingDirectory: values['working-directory'] ?? '.',
        token: values['github-token'],
    };
}

;// CONCATENATED MODULE: ./build/src/actions/sweep-branches/main.js








async function main(context) {
    const inputs = readSweepInputs(context);
    const { environment } = context;
    // Also what could not be done is a report with all outputs: a later step reads them unasked.
    const report = await run(environment, inputs).catch((error) => {
        index_js_namespaceObject.actionLog.debug(causeChain(error));
        return errorReport('sweep-branches', error);
    });
    return { report, outputs: outputsOf(report), channels: {} };
}
async function run(environment, inputs) {
    const github = await connected(environment, inputs.token);
    return inputs.restore === undefined
        ? sweep(environment, inputs, github)
        : restore(inputs.restore, environment, github);
}
async function connected({ apiUrl, repository }, token) {
    if (token === undefined)
        throw new UserError('There is no token: which branches may go is known to GitHub only.', {
            help: 'Pass `github-token: ${{ github.token }}`.',
        });
    const { connect } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 325, 23));
    return connect({ token, apiUrl, repository, log: index_js_namespaceObject.actionLog });
}
async function sweep(environment, inputs, github) {
    const repository = await main_open(environment, inputs);
    const trunk = environment.event.defaultBranch;
    const tip = trunk === undefined ? undefined : (await github.branches.get(trunk))?.sha;
    if (trunk === undefined || tip === undefined)
        throw new UserError('The event does not name the default branch, so its policy cannot be read.', {
            help: 'Run it on schedule or workflow_dispatch, with the payload as GitHub sends it.',
        });
    const { policy, findings } = await loadPolicy(repository.tree(await repository.resolve(tip)), inputs.policy);
    const [broken] = findings;
    if (broken !== undefined)
        return policyBroken(broken.message, findings);
    const { sweepBranches } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 100, 23));
    const request = {
        settings: policy.sweep,
        repository: environment.repository,
        trunks: [trunk, ...(policy.trunk === undefined ? [] : [policy.trunk])],
        dryRun: inputs.dryRun,
    };
    return sweepBranches(request, {
        github,
        remove: repository.remoteBranches.remove,
        log: index_js_namespaceObject.actionLog,
        now: Date.now,
    });
}
/** By a policy that cannot be read nothing is deleted. */
function policyBroken(title, findings) {
    return { schema: 1, gate: 'sweep-branches', verdict: 'fail', title, findings, facts: {} };
}
async function main_open({ workspace }, { workingDirectory, remote, token }) {
    const cwd = await workingFolder(workspace, workingDirectory);
    const { openRepository } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
    return openRepository({ cwd, log: index_js_namespaceObject.actionLog, remote, ...(token === undefined ? {} : { token }) });
}
async function restore(branch, { repository }, github) {
    const { restoreBranch } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 100, 23));
    return restoreBranch({ branch, repository }, github);
}
function outputsOf({ facts }) {
    return {
        deleted: factText(facts, 'deleted'),
        reminded: factText(facts, 'reminded'),
        restored: factText(facts, 'restored'),
    };
}

;// CONCATENATED MODULE: ./build/src/actions/sweep-branches/index.js


void (0,index_js_namespaceObject.runAction)('sweep-branches', main);

module.exports = __webpack_exports__;
/******/ })()
;