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

;// CONCATENATED MODULE: external "../lib/picomatch/index.js"
const picomatch_index_js_namespaceObject = require("../lib/picomatch/index.js");
;// CONCATENATED MODULE: ./build/src/policy/mode.js

/** A hotfix is a branch of the repository itself, into trunk or a release: whoever can push one has write access, a fork's owner need not. */
function modeOf(event, policy) {
    const { pullRequest, headRef = '', baseRef = '' } = event;
    if (pullRequest?.draft === true)
        return 'draft';
    const isRelease = baseRef.startsWith('release/');
    const isHotfix = pullRequest?.fork === false && policy.hotfix.branches.some((glob) => picomatch.isMatch(headRef, glob));
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

;// CONCATENATED MODULE: ./build/src/actions/check-branch/inputs.js

const fields = {
    'pull-request': integer({ min: 1 }),
    sync: flag,
    'requested-by': fields_text('a login'),
    'compare-at-most': integer({ min: 0, max: 100 }),
    policy: fields_text('a path'),
    'working-directory': fields_text('a folder'),
    'github-token': fields_text('a token'),
    comment: flag,
    'check-run': flag,
};
/** Throws a UserError that names every bad value. */
function readBranchInputs(context) {
    const values = readFields(fields, context.input);
    return {
        pullRequest: values['pull-request'],
        sync: values.sync ?? false,
        requestedBy: values['requested-by'],
        compareAtMost: values['compare-at-most'] ?? 50,
        policy: values.policy ?? '.github/model-gates.yml',
        workingDirectory: values['working-directory'] ?? '.',
        token: values['github-token'],
        comment: values.comment ?? false,
        checkRun: values['check-run'] ?? false,
    };
}

;// CONCATENATED MODULE: ./build/src/actions/check-branch/targets.js


/** Open pull requests judged in one scheduled run. */
const mostBranches = 50;
async function targetsOf(environment, { pullRequest }, github) {
    const { event, repository } = environment;
    if (pullRequest !== undefined && pullRequest !== event.pullRequest?.number) {
        const pull = await withToken(github, 'pull-request').pulls.get(pullRequest);
        if (pull.state !== 'open')
            throw new UserError(`#${pullRequest} is closed.`, { help: 'Name an open pull request.' });
        return { targets: [targetOf(pull, repository)], all: false };
    }
    const { headRef, headSha, baseRef } = event;
    if (event.pullRequest !== undefined && headRef !== undefined && headSha !== undefined) {
        const { number, fork } = event.pullRequest;
        return {
            targets: [{ branch: headRef, head: headSha, trunk: baseRef ?? 'main', pullRequest: number, fork }],
            all: false,
        };
    }
    if (event.kind === 'push')
        return { targets: pushed(event), all: false };
    // What the queue merges was judged in its pull requests.
    if (event.kind === 'merge-group')
        return { targets: [], all: false };
    return { targets: await openTargets(repository, withToken(github, 'github-token')), all: true };
}
/** None for trunk itself, a tag, and a branch that was deleted. */
function pushed({ headRef, headSha, defaultBranch }) {
    const isBranch = headRef !== undefined && !headRef.startsWith('refs/') && headRef !== defaultBranch;
    if (!isBranch || headSha === undefined || /^0+$/.test(headSha))
        return [];
    return [{ branch: headRef, head: headSha, trunk: defaultBranch ?? 'main', fork: false }];
}
async function openTargets(repository, github) {
    const pulls = await github.pulls.list({ state: 'open', max: mostBranches });
    return pulls.map((pull) => targetOf(pull, repository));
}
function targetOf({ number, title, head, base }, repository) {
    return {
        branch: head.ref,
        head: head.sha,
        trunk: base.ref,
        pullRequest: number,
        title,
        fork: head.repository?.toLowerCase() !== repository.toLowerCase(),
    };
}
function withToken(github, input) {
    if (github !== undefined)
        return github;
    throw new UserError(`${input}: GitHub cannot be asked without a token.`, {
        help: 'Pass `github-token: ${{ github.token }}`, or run on pull_request.',
    });
}
/** Open pull requests as other people's work. */
function others(pulls) {
    return pulls.map(({ number, title, head }) => ({ name: `#${number}`, number, title, head: head.sha }));
}
/** Full SHA of trunk's tip now: the event's may be old, but stands in where GitHub does not tell. */
async function tipOf(trunk, { event }, github, repository) {
    const branch = await github?.branches.get(trunk).catch(toldBelow);
    if (branch !== undefined)
        return branch.sha;
    return trunk === event.baseRef && event.baseSha !== undefined ? event.baseSha : repository.resolve(trunk);
}
function toldBelow(error) {
    if (!isUserError(error))
        throw error;
    index_js_namespaceObject.actionLog.warning(`GitHub did not tell the tip of trunk (${error.message}); that of the event counts.`);
}

;// CONCATENATED MODULE: ./build/src/actions/check-branch/main.js








/** Merges tried for one branch, those with the most files in common. */
const mostTried = 10;
async function main(context) {
    const inputs = readBranchInputs(context);
    const { environment } = context;
    const world = await openWorld(environment, inputs);
    const { targets, all } = await targetsOf(environment, inputs, world.github);
    const report = await judge(targets, all, world);
    return {
        report,
        outputs: {
            'age-hours': factText(report.facts, 'ageHours'),
            behind: factText(report.facts, 'behind'),
            conflicts: factText(report.facts, 'conflicts'),
            synced: factText(report.facts, 'synced'),
        },
        channels: all ? {} : await channelsOf(targets[0], world),
    };
}
/** Comment and check go to the pull request that was judged, also where the event is another's: a /sync comment. */
async function channelsOf(target, world) {
    if (target === undefined)
        return {};
    const { environment, inputs, repository } = world;
    const { policy } = (await world.trunk(target.trunk)).policy;
    const head = repository.tree(target.head);
    const change = { base: head, head, files: [], commits: async () => [] };
    const { pullRequest: number, fork } = target;
    const { event } = environment;
    const pull = number === undefined ? undefined : { number, fork, author: '', draft: false, labels: [] };
    const judged = pull === undefined ? event : { ...event, baseRef: target.trunk, pullRequest: pull };
    return changeChannels({ ...environment, event: judged }, { ...inputs, trunk: policy.trunk }, change);
}
async function openWorld(environment, inputs) {
    const cwd = await workingFolder(environment.workspace, inputs.workingDirectory);
    const { openRepository } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
    const { token, compareAtMost } = inputs;
    const github = await connected(environment, token);
    const repository = await openRepository({
        cwd,
        log: index_js_namespaceObject.actionLog,
        ...(token === undefined ? {} : { token }),
    });
    let open;
    const trunks = new Map();
    const trunk = (name) => {
        const known = trunks.get(name) ?? readTrunk(name, { environment, inputs, repository, github });
        trunks.set(name, known);
        return known;
    };
    return {
        environment,
        inputs,
        repository,
        github,
        open: () => (open ??= openPulls(github, compareAtMost)),
        trunk,
    };
}
async function readTrunk(name, { environment, inputs, repository, github }) {
    const base = await tipOf(name, environment, github, repository);
    return { base, policy: await loadPolicy(repository.tree(await repository.resolve(base)), inputs.policy) };
}
async function connected({ apiUrl, repository }, token) {
    if (token === undefined)
        return undefined;
    const { connect } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 325, 23));
    return connect({ token, apiUrl, repository, log: index_js_namespaceObject.actionLog });
}
/** One more than are compared, so that the branch itself does not count. What the token may not read is told, and fails nothing. */
async function openPulls(github, most) {
    if (github === undefined || most === 0)
        return { pulls: [] };
    try {
        return { pulls: await github.pulls.list({ state: 'open', max: most + 1 }) };
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        return { pulls: [], problem: `${error.message}. ${error.help ?? ''}`.trim() };
    }
}
async function judge(targets, all, world) {
    const { eachBranch } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 100, 23));
    if (all)
        return eachBranch(targets, (target) => judgeTarget(target, world));
    const [target] = targets;
    return target === undefined ? noBranch : judgeTarget(target, world);
}
const noBranch = {
    schema: 1,
    gate: 'check-branch',
    verdict: 'skipped',
    title: 'This event has no branch to judge: trunk itself, a tag, a deletion or the merge queue',
    findings: [],
    facts: {},
};
async function judgeTarget(target, world) {
    const { checkBranch } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 100, 23));
    const { base, policy } = await world.trunk(target.trunk);
    const { pulls, problem } = await world.open();
    const request = {
        ...target,
        base,
        policy: policy.policy,
        others: others(pulls.filter(({ number }) => number !== target.pullRequest)),
        ...(problem === undefined ? {} : { othersUnread: problem }),
        limits: { compared: world.inputs.compareAtMost, tried: mostTried },
    };
    const report = await checkBranch(request, portsOf(target, world));
    return withPolicyErrors(await synced(report, target, policy, world), policy);
}
function portsOf({ fork }, { repository, github }) {
    const ports = { git: repository.merges, log: index_js_namespaceObject.actionLog, now: Date.now };
    if (github === undefined || fork)
        return ports;
    return { ...ports, creations: (branch) => github.branches.activity(branch, ['branch_creation']) };
}
async function synced(report, { pullRequest, head, trunk, fork }, { policy }, { inputs, github }) {
    if (!inputs.sync || pullRequest === undefined || github === undefined)
        return report;
    const { updateBranch } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 100, 23));
    const asked = inputs.requestedBy === undefined ? {} : { requestedBy: inputs.requestedBy };
    const request = { number: pullRequest, head, trunk, fork, how: policy.branches.sync, ...asked };
    return updateBranch(report, request, github);
}

;// CONCATENATED MODULE: ./build/src/actions/check-branch/index.js


void (0,index_js_namespaceObject.runAction)('check-branch', main);

module.exports = __webpack_exports__;
/******/ })()
;