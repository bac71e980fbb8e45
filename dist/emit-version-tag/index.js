/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

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

/***/ }),

/***/ 455:
/***/ ((module) => {

module.exports = require("node:fs/promises");

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
;// CONCATENATED MODULE: ./build/src/kernel/compare.js
/** Order of texts. */
/** Code-unit order, the same on every machine whatever its locale. */
function compare_compareText(a, b) {
    return a < b ? -1 : Number(a > b);
}

;// CONCATENATED MODULE: ./build/src/releases/version/version.js

/** Nine digits at most: far beyond any version, and exact as a number. */
const core = /^v?(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/;
const identifier = /^[0-9A-Za-z-]+$/;
const leadingZero = /^0\d+$/;
/** Longer names are no versions. */
const maxLength = 200;
/** The version that a tag names; `undefined` for a tag without the prefix, or of any other form. */
function parseVersion(tag, prefix) {
    if (!tag.startsWith(prefix) || tag.length > maxLength)
        return undefined;
    const text = tag.slice(prefix.length);
    const [released = '', ...builds] = text.split('+');
    const dash = released.indexOf('-');
    const numbers = core.exec(dash < 0 ? released : released.slice(0, dash));
    const preRelease = dash < 0 ? [] : released.slice(dash + 1).split('.');
    const build = builds[0] ?? '';
    const wellFormed = preRelease.every((part) => identifier.test(part) && !leadingZero.test(part));
    if (numbers === null || !wellFormed || builds.length > 1)
        return undefined;
    if (builds.length === 1 && !build.split('.').every((part) => identifier.test(part)))
        return undefined;
    const [major = 0, minor = 0, patch = 0] = numbers.slice(1).map(Number);
    return { tag, text, major, minor, patch, preRelease, build };
}
/** Semantic Versioning's precedence; equal versions (`v1.0.0`, `1.0.0+b`) by name, so that the order is total. */
function compareVersions(a, b) {
    return precedence(a, b) || compare_compareText(a.text, b.text);
}
/** Below 0, 0 or above 0, by Semantic Versioning's rule 11. */
function precedence(a, b) {
    return (a.major - b.major ||
        a.minor - b.minor ||
        a.patch - b.patch ||
        comparePreRelease(a.preRelease, b.preRelease));
}
function comparePreRelease(a, b) {
    // A release comes after its pre-releases.
    if (a.length === 0 || b.length === 0)
        return Number(a.length === 0) - Number(b.length === 0);
    for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
        const order = compareIdentifier(a[index] ?? '', b[index] ?? '');
        if (order !== 0)
            return order;
    }
    return a.length - b.length;
}
const digits = /^\d+$/;
/** Numbers by value and before words; words by code unit. Numbers have no leading zero, so the longer is the larger. */
function compareIdentifier(a, b) {
    const numeric = [digits.test(a), digits.test(b)];
    if (numeric[0] === true && numeric[1] === true)
        return a.length - b.length || compare_compareText(a, b);
    if (numeric[0] !== numeric[1])
        return numeric[0] === true ? -1 : 1;
    return compare_compareText(a, b);
}
/** The versions among the tags, highest first. */
function versionsOf(tags, prefix) {
    return tags.flatMap((tag) => parseVersion(tag, prefix) ?? []).toSorted((a, b) => compareVersions(b, a));
}
/** `v2.3.1` and `2.3.1`: two names that every reader takes for one version. */
function isSameVersion(a, b) {
    return a.text.replace(/^v/, '') === b.text.replace(/^v/, '');
}
function isRelease(version) {
    return version.preRelease.length === 0;
}
/** `v2.3` of v2.3.1. */
function lineOf(version) {
    return `v${version.major}.${version.minor}`;
}

;// CONCATENATED MODULE: ./build/src/releases/gate/messages-since.js

/** Messages of the commits since the last release; none where there is no release yet. */
async function messagesSinceRelease(sha, prefix, tags, between) {
    const all = await tags.list(prefix);
    const [last] = versionsOf(all.map(({ name }) => name), prefix).filter(isRelease);
    const base = all.find(({ name }) => name === last?.tag);
    if (base === undefined)
        return [];
    return (await between(base.sha, sha)).map(({ message }) => message);
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

;// CONCATENATED MODULE: ./build/src/report/model.js
/**
 * The report: the one contract between gates, actions, the CLI and every renderer.
 * It is data only, serialises to JSON as it stands, and is published as `schema/report.schema.json`.
 */

/** What a gate concludes. `skipped` means there was nothing to judge; it is never a silent pass. */
const verdicts = ['pass', 'fail', 'inconclusive', 'exempt', 'skipped'];
/** `error` fails the gate, `warning` and `notice` do not. */
const severities = (/* unused pure expression or super */ null && (['error', 'warning', 'notice']));
/** Worst first: what one of them means for all of them. */
const gravity = (/* unused pure expression or super */ null && (['fail', 'inconclusive', 'exempt', 'pass', 'skipped']));
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

;// CONCATENATED MODULE: ./build/src/releases/version/bump.js
/** What a change asks of the next version. */
const bumps = ['patch', 'minor', 'major'];
/** `feat(vision)!: subject`, as in Conventional Commits 1.0.0. */
const header = /^(\p{L}[\p{L}\d-]{0,40})(?:\([^()\n]{1,100}\))?(!)?: /u;
const breakingFooter = /^BREAKING[ -]CHANGE: /m;
/** The largest bump that the messages ask for; `patch` where none says more. */
function bumpOfCommits(messages) {
    return largest(messages.map(bumpOfCommit));
}
function bumpOfCommit(message) {
    const [, type = '', breaking] = header.exec(message) ?? [];
    if (breaking !== undefined || breakingFooter.test(message))
        return 'major';
    return type.toLowerCase() === 'feat' ? 'minor' : 'patch';
}
/** The largest bump among labels such as `version:minor`; `undefined` where no label names one. */
function bumpOfLabels(labels) {
    const named = bumps.filter((bump) => labels.some((label) => label.trim().toLowerCase() === `version:${bump}`));
    return named.length === 0 ? undefined : largest(named);
}
function largest(all) {
    return bumps.findLast((bump) => all.includes(bump)) ?? 'patch';
}

;// CONCATENATED MODULE: ./build/src/releases/version/next.js


const linePattern = /^v?(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(?:\.x)?$/;
const preReleasePattern = /^[a-z][0-9a-z-]{0,30}$/i;
function isLine(text) {
    return linePattern.test(text);
}
function isPreReleaseName(text) {
    return preReleasePattern.test(text);
}
function isBump(text) {
    return bumps.some((bump) => bump === text);
}
/** `v2.3` of `2.3`, `v2.3` or `v2.3.x`. */
function normalLine(text) {
    const [, major = '', minor = ''] = linePattern.exec(text) ?? [];
    return `v${major}.${minor}`;
}
/** The line that a branch `release/v2.3` keeps; `undefined` for any other branch. */
function lineOfBranch(branch) {
    const name = branch?.startsWith('release/') === true ? branch.slice('release/'.length) : '';
    return isLine(name) ? normalLine(name) : undefined;
}
/** What a push owes: on a release branch the next patch of its line, after the merge of a hotfix branch the next patch of all. */
function dueNext(branch, mergedBranch) {
    const line = lineOfBranch(branch);
    if (line !== undefined)
        return { line };
    return mergedBranch?.startsWith('hotfix/') === true ? { bump: 'patch' } : undefined;
}
/** The name of the next tag, prefix included, above all `tags`. */
function nextTag(request, tags, prefix) {
    const all = versionsOf(tags, prefix);
    const core = nextCore(request, all.filter(isRelease));
    const text = `v${core.join('.')}`;
    if (request.preRelease === undefined)
        return `${prefix}${text}`;
    return `${prefix}${text}-${request.preRelease}.${nextPreRelease(request.preRelease, core, all)}`;
}
function nextCore({ line, bump = 'patch' }, releases) {
    if (line !== undefined)
        return nextPatchOf(normalLine(line), releases);
    const [highest] = releases;
    const { major, minor, patch } = highest ?? { major: 0, minor: 0, patch: 0 };
    const next = {
        patch: [major, minor, patch + 1],
        minor: [major, minor + 1, 0],
        major: [major + 1, 0, 0],
    };
    return next[bump];
}
function nextPatchOf(line, releases) {
    const [major = 0, minor = 0] = line.slice(1).split('.').map(Number);
    const highest = releases.find((version) => lineOf(version) === line);
    return [major, minor, highest === undefined ? 0 : highest.patch + 1];
}
/** `rc` alone counts as `rc.0`. */
function nextPreRelease(name, [major, minor, patch], all) {
    const numbers = all
        .filter((version) => version.major === major && version.minor === minor && version.patch === patch)
        .filter(({ preRelease }) => preRelease[0] === name && preRelease.length <= 2)
        .map(({ preRelease }) => Number(preRelease[1] ?? 0))
        .filter(Number.isSafeInteger);
    return Math.max(0, ...numbers) + 1;
}
/** The tag at the commit that already answers the request: the same commit is not numbered twice. */
function answered(request, tagsAtCommit, prefix) {
    const fits = (version) => (request.line === undefined || lineOf(version) === normalLine(request.line)) &&
        (request.preRelease === undefined ? isRelease(version) : version.preRelease[0] === request.preRelease);
    return versionsOf(tagsAtCommit, prefix).find(fits)?.tag;
}

;// CONCATENATED MODULE: ./build/src/releases/version/planned-claim.js



/** Turns what a workflow or a person asks for into one deed. `messages` are those of the commits since the last version. */
function plannedClaim(inputs, messages) {
    const { prefix, claim, next, preRelease } = inputs;
    if (!isPrefix(prefix))
        return invalid('version/invalid-tag', `the prefix "${shown(prefix)}" cannot begin a tag`, prefixHelp);
    if (claim !== undefined && next !== undefined)
        return invalid('version/invalid-next', 'both a tag to claim and a next version are given', 'Give one of them.');
    if (claim !== undefined)
        return exact(claim, prefix);
    if (preRelease !== undefined && !isPreReleaseName(preRelease))
        return invalid('version/invalid-next', `"${shown(preRelease)}" does not name a pre-release`, 'Give a word such as rc, alpha or beta.');
    const request = next === undefined ? undefined : requestOf(next, inputs, messages);
    if (request === 'unknown')
        return invalid('version/invalid-next', `"${shown(next ?? '')}" does not say which version comes next`, nextHelp);
    if (request === undefined)
        return { kind: 'read' };
    return { kind: 'next', request: preRelease === undefined ? request : { ...request, preRelease } };
}
const nextHelp = 'Give a line of releases (v2.3), or patch, minor, major, conventional or auto.';
const prefixHelp = 'Use letters, digits, dots, dashes, underscores and slashes, such as qwen3-vl/.';
const tagHelp = 'Give three numbers, such as v2.3.1, and for a pre-release a word behind a dash: v2.4.0-rc.1.';
function requestOf(next, inputs, messages) {
    if (next === 'auto')
        return dueNext(inputs.branch, inputs.mergedBranch);
    const line = lineOfBranch(inputs.branch);
    if (next === 'conventional' || next === 'patch')
        // A release branch only ever gets patches of its own line, whatever its commits say.
        return line === undefined ? { bump: bumpOf(next, inputs, messages) } : { line };
    if (isBump(next))
        return { bump: next };
    return isLine(next) ? { line: normalLine(next) } : 'unknown';
}
function bumpOf(next, { labels = [] }, messages) {
    return next === 'patch' ? next : (bumpOfLabels(labels) ?? bumpOfCommits(messages));
}
/** The prefix may be left out of the tag. */
function exact(claim, prefix) {
    const tag = claim.startsWith(prefix) ? claim : `${prefix}${claim}`;
    if (parseVersion(tag, prefix) !== undefined)
        return { kind: 'exact', tag };
    return invalid('version/invalid-tag', `"${shown(claim)}" is not a version`, tagHelp);
}
/** Of the names that git allows, those that mean nothing to a shell either. */
function isPrefix(prefix) {
    return /^(?![-./])[\w./-]{0,100}$/.test(prefix) && !/\.\.|\/\/|\/\.|\.(?:lock)?\//.test(prefix);
}
function invalid(rule, message, help) {
    return { kind: 'invalid', finding: { rule, severity: 'error', message, help } };
}
function shown(text) {
    return text.replaceAll(/\p{Cc}/gu, ' ').slice(0, 100);
}

;// CONCATENATED MODULE: ./build/src/releases/version/commit-version.js

/** `tags` are the names of the tags at the commit. */
function commitVersion(sha, tags, prefix) {
    const tagged = versionsOf(tags, prefix)[0];
    if (tagged === undefined)
        return { sha, version: `dev-${sha.slice(0, 8)}` };
    return { sha, version: tagged.text, tagged };
}
/**
 * The version before this one, among all tags: before a release the highest lower release, before a pre-release the
 * highest lower version of any kind; before a development version the highest release, of the line where one is given.
 */
function previousVersion(current, tags, prefix, line) {
    const { tagged } = current;
    const all = versionsOf(tags, prefix);
    if (tagged === undefined)
        return all.find((version) => isRelease(version) && (line === undefined || lineOf(version) === line));
    return all.find((version) => precedence(version, tagged) < 0 && (isRelease(version) || !isRelease(tagged)));
}
/** `stable`, the first word of a pre-release (`rc`, `alpha`), or `dev`. */
function channelOf({ tagged }) {
    if (tagged === undefined)
        return 'dev';
    if (isRelease(tagged))
        return 'stable';
    return tagged.preRelease.find((part) => /^[a-z]/i.test(part))?.toLowerCase() ?? 'pre';
}

;// CONCATENATED MODULE: ./build/src/releases/version/names.js

function derivedNames(version, context) {
    const pullRequest = version.tagged === undefined ? context.pullRequest : undefined;
    const own = pullRequest === undefined ? version.version : `pr-${pullRequest}`;
    return {
        channel: pullRequest === undefined ? channelOf(version) : 'pr',
        dockerTag: dockerTag(`${context.prefix}${own}`),
        pep440: pep440(version, context.previous),
        jobName: jobName(`${context.prefix}${own}`, version.sha),
        labels: labels(version, context),
    };
}
/** `[\w][\w.-]{0,127}`, where `/` becomes `-` and `+` becomes `_`; what is too long keeps its end, which tells versions apart. */
function dockerTag(name) {
    const clean = name.replaceAll('+', '_').replaceAll(/[^\w.-]/g, '-');
    return clean.slice(-128).replace(/^[.-]+/, '');
}
/** PEP 440 spellings of pre-release words. */
const preReleaseWords = {
    alpha: 'a',
    a: 'a',
    beta: 'b',
    b: 'b',
    rc: 'rc',
    c: 'rc',
    pre: 'rc',
    preview: 'rc',
};
/**
 * `2.3.1`; `2.4.0rc1` of v2.4.0-rc.1; `2.4.0.dev0+nightly.7` of a pre-release that PEP 440 has no word for;
 * `2.3.2.dev0+gabc123d4` for a commit after v2.3.1 that has no tag.
 */
function pep440({ sha, tagged }, previous) {
    if (tagged === undefined)
        return `${afterwards(previous)}.dev0+g${sha.slice(0, 8)}`;
    const core = `${tagged.major}.${tagged.minor}.${tagged.patch}`;
    const local = localPart(tagged.build);
    const [word = '', number = '0', ...more] = tagged.preRelease;
    if (word === '')
        return core + local;
    const spelled = new Map(Object.entries(preReleaseWords)).get(word.toLowerCase());
    if (spelled !== undefined && more.length === 0 && /^\d+$/.test(number))
        return `${core}${spelled}${number}${local}`;
    return `${core}.dev0${localPart([...tagged.preRelease, tagged.build].filter((part) => part !== '').join('.'))}`;
}
function afterwards(previous) {
    return previous === undefined ? '0.0.0' : `${previous.major}.${previous.minor}.${previous.patch + 1}`;
}
/** Letters and digits between dots, in lower case; numbers without leading zeros, as tools normalise them. */
function localPart(text) {
    const clean = text
        .toLowerCase()
        .replaceAll(/[^a-z\d]+/g, '.')
        .replaceAll(/^\.+|\.+$/g, '')
        .replaceAll(/(?<![a-z\d])0+(?=\d+(?:\.|$))/g, '');
    return clean === '' ? '' : `+${clean}`;
}
/** `qwen3-vl-v2-3-1-abc123d4`, at most 63 characters: two runs of one commit share it, two commits never do. */
function jobName(name, sha) {
    const ending = sha.slice(0, 8);
    const clean = name
        .toLowerCase()
        .replaceAll(/[^a-z\d]+/g, '-')
        .replaceAll(/^-+|-+$/g, '');
    const whole = clean.endsWith(ending) ? clean : `${clean}-${ending}`;
    return whole.slice(-63).replace(/^-+/, '');
}
const annotation = 'org.opencontainers.image';
function labels({ sha, version }, { committedAt, source }) {
    return {
        [`${annotation}.version`]: version,
        [`${annotation}.revision`]: sha,
        [`${annotation}.created`]: committedAt,
        ...(source === undefined ? {} : { [`${annotation}.source`]: source }),
    };
}

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = require("node:timers/promises");
;// CONCATENATED MODULE: ./build/src/releases/version/tag-message.js

/** The message of an annotated tag: the version, then one trailer a gate, in a fixed order. */
function tagMessage(tag, verdicts) {
    const trailers = verdicts
        .toSorted((a, b) => compare_compareText(a.gate, b.gate))
        .map(({ gate, verdict, note }) => `Gate: ${oneLine(gate)}=${verdict}${note === undefined ? '' : ` (${oneLine(note)})`}`);
    return [tag, ...(trailers.length === 0 ? [] : ['', ...trailers])].join('\n');
}
/** The verdicts that a tag's message carries. */
function verdictsOf(message) {
    return [...message.matchAll(/^Gate: ([^\n=]{1,200})=([a-z]{1,20})\b/gm)].map(([, gate = '', verdict = '']) => ({ gate, verdict }));
}
function oneLine(text) {
    return text.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 200);
}

;// CONCATENATED MODULE: ./build/src/releases/gate/claim.js
/** Claims a tag on the repository that everyone shares: created once, never moved. */



/** Numbers tried for one commit; each is lost only to another who won it. */
const maxTries = 100;
/** Exactly this tag: an error where it, or another spelling of it, is at another commit. */
async function claimExact(tag, tags, request, ports) {
    const { sha, prefix } = request;
    const names = namesOf(tags);
    const namesake = tags.find((one) => one.sha !== sha && isNamesake(one.name, tag, prefix));
    if (namesake !== undefined)
        return elsewhere(tag, namesake, request);
    if (at(tags, request).includes(tag))
        return { tag, created: false, names };
    const made = await create(tag, request, ports);
    if (made.created)
        return { tag, created: true, names };
    const there = made.sha ?? (await ports.tags.list(prefix)).find(({ name }) => name === tag)?.sha;
    if (there === undefined)
        throw new UserError(`the tag ${tag} was there and is gone again`, { help: 'Run the job again.' });
    return there === sha ? { tag, created: false, names } : elsewhere(tag, { name: tag, sha: there }, request);
}
function isNamesake(name, tag, prefix) {
    const [one, other] = [parseVersion(name, prefix), parseVersion(tag, prefix)];
    return one !== undefined && other !== undefined && isSameVersion(one, other);
}
function elsewhere(tag, { name, sha }, request) {
    const same = name === tag ? '' : `, and ${tag} is the same version`;
    return {
        finding: {
            rule: 'version/tag-exists-elsewhere',
            severity: 'error',
            message: `${name} is already at ${claim_short(sha)}${same}, so ${claim_short(request.sha)} cannot have it; a tag is never moved`,
            help: 'Claim another version, or let the next number be found with `next`.',
        },
    };
}
/** Takes the next number; where another was faster, looks again. */
async function claimNext(next, first, request, ports) {
    const taken = [];
    let tags = first;
    for (let tries = 1; tries <= maxTries; tries += 1) {
        const started = performance.now();
        // A list may lag behind: what was seen taken is not tried again.
        const names = [...namesOf(tags), ...taken];
        const before = answered(next, at(tags, request), request.prefix);
        if (before !== undefined)
            return { tag: before, created: false, names };
        const tag = nextTag(next, names, request.prefix);
        const made = await create(tag, request, ports);
        if (made.created || made.sha === request.sha)
            return { tag, created: made.created, names };
        ports.log.info(`${tag} went to another commit: trying the next number`);
        taken.push(tag);
        await (ports.pause ?? promises_namespaceObject.setTimeout)(spread(tries, performance.now() - started));
        tags = await ports.tags.list(request.prefix);
    }
    const message = `no free number for ${claim_short(request.sha)} after ${maxTries} tries: others took each of them first`;
    return { finding: { rule: 'version/contended', severity: 'error', message, help: 'Run the job again.' } };
}
function namesOf(tags) {
    return tags.map(({ name }) => name);
}
/** Names of the tags at the commit of the request. */
function at(tags, { sha }) {
    return namesOf(tags.filter((tag) => tag.sha === sha));
}
/** Many claim at once where one lost: spreads their next tries over the time of twice as many tries with each loss. */
function spread(tries, costMs) {
    return Math.random() * Math.min(2 ** tries, 24) * costMs;
}
function create(tag, { sha, committedAt, verdicts = [] }, { tags }) {
    return tags.create({ tag, sha, taggerDate: committedAt, message: tagMessage(tag, verdicts) });
}
function claim_short(sha) {
    return sha.slice(0, 8);
}

;// CONCATENATED MODULE: ./build/src/releases/gate/emit-version-tag.js



const gate = 'emit-version-tag';
/**
 * The version of a commit; claims a tag for it where that is asked for. The same commit again is success with `created: false`.
 * Throws a UserError when the tags cannot be read or written.
 */
async function emitVersion(request, ports) {
    const plan = plannedClaim(request, request.next === 'conventional' ? await (request.messages?.() ?? []) : []);
    if (plan.kind === 'invalid')
        return failed(request, [plan.finding]);
    const tags = await ports.tags.list(request.prefix);
    if (plan.kind === 'read')
        return describe(request, { names: namesOf(tags), at: at(tags, request) });
    const warnings = plan.kind === 'exact' ? outsideLine(plan.tag, request) : [];
    const claim = plan.kind === 'exact'
        ? await claimExact(plan.tag, tags, request, ports)
        : await claimNext(plan.request, tags, request, ports);
    if ('finding' in claim)
        return failed(request, [claim.finding, ...warnings]);
    return describe(request, { names: claim.names, at: [claim.tag], claim, warnings });
}
function outsideLine(tag, { branch, prefix }) {
    const line = lineOfBranch(branch);
    if (line === undefined || tag.slice(prefix.length).replace(/^v?/, 'v').startsWith(`${line}.`))
        return [];
    const message = `${tag} is claimed on ${branch}, which keeps ${line}.x`;
    return [
        {
            rule: 'version/outside-line',
            severity: 'warning',
            message,
            help: `Claim ${line}.x here, or use the branch that keeps this line.`,
        },
    ];
}
function describe(request, { names, at: own, claim, warnings = [] }) {
    const { sha, prefix } = request;
    const version = commitVersion(sha, own, prefix);
    const previous = previousVersion(version, names, prefix, lineOfBranch(request.branch));
    const derived = derivedNames(version, { ...request, ...(previous === undefined ? {} : { previous }) });
    const facts = {
        version: version.version,
        tag: version.tagged?.tag ?? null,
        created: claim?.created ?? false,
        sha,
        isRelease: version.tagged !== undefined && isRelease(version.tagged),
        previousTag: previous?.tag ?? null,
        ...derived,
    };
    const [title, sections] = [titleOf(version, claim), [namesTable(facts)]];
    return { schema: 1, gate, verdict: verdictOf(warnings), title, findings: warnings, facts, sections };
}
function namesTable(names) {
    const rows = [
        ['git tag', names.tag ?? 'none'],
        ['previous version', names.previousTag ?? 'none'],
        ['channel', names.channel],
        ['Docker tag', names.dockerTag],
        ['Python version', names.pep440],
        ['job name', names.jobName],
    ];
    const columns = [{ title: 'as' }, { title: 'name', code: true }];
    return { kind: 'table', title: 'What this commit is called', columns, rows };
}
function titleOf({ sha, version, tagged }, claim) {
    if (tagged === undefined)
        return `${emit_version_tag_short(sha)} is ${version}: it has no version tag`;
    if (claim?.created === true)
        return `${tagged.tag} now names ${emit_version_tag_short(sha)}`;
    return claim === undefined
        ? `${emit_version_tag_short(sha)} is ${tagged.tag}`
        : `${tagged.tag} names ${emit_version_tag_short(sha)} already: nothing to do`;
}
function failed({ sha }, findings) {
    const title = findings[0]?.message ?? 'no version';
    return {
        schema: 1,
        gate,
        verdict: 'fail',
        title,
        findings,
        facts: { version: null, tag: null, created: false, sha },
    };
}
function emit_version_tag_short(sha) {
    return sha.slice(0, 8);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_namespaceObject);
;// CONCATENATED MODULE: ./build/src/runner/paths.js



/** The folder of the checkout, which must lie in the workspace, links resolved. */
async function workingFolder(workspace, folder) {
    const wanted = external_node_path_default().resolve(workspace, folder);
    const [root, found] = await Promise.all([(0,promises_.realpath)(workspace), (0,promises_.realpath)(wanted).catch(() => undefined)]);
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

;// CONCATENATED MODULE: ./build/src/actions/named-files.js

async function bytesOf(path, files) {
    const bytes = await files.read(path);
    if (bytes !== undefined)
        return bytes;
    throw new UserError(`${path} does not exist`, {
        place: { file: path },
        help: 'Give a path below working-directory.',
    });
}
async function textOf(path, files) {
    return Buffer.from(await bytesOf(path, files)).toString('utf8');
}
function parse(text, name) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new UserError(`${name} is not JSON: ${reason.slice(0, 200)}`, {
            help: 'See schema/lineage.schema.json.',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/src/actions/gate-reports.js


/** Throws a UserError for a file that cannot be read. */
async function readVerdicts(paths, files) {
    const { readFile } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 455, 23));
    const documents = await Promise.all(paths.map(async (path) => {
        // The output `report` of a gate is an absolute path in the runner's own folder.
        const absolute = /^(?:\/|[A-Za-z]:[\\/])/.test(path);
        const text = absolute
            ? await readFile(path, 'utf8').catch((cause) => unreadable(path, cause))
            : await textOf(path, await files());
        return parse(text, path);
    }));
    return documents.flatMap(verdictsIn);
}
function unreadable(path, cause) {
    throw new UserError(`${path} cannot be read`, { help: 'Give the output `report` of a gate.', cause });
}
function verdictsIn(report) {
    if (!gate_reports_isRecord(report))
        return [];
    const own = {
        gate: report['gate'],
        verdict: report['verdict'],
        ...(typeof report['title'] === 'string' ? { title: gate_reports_oneLine(report['title']) } : {}),
        ...exemptedBy(gate_reports_isRecord(report['exemption']) ? report['exemption'] : {}),
    };
    const inner = report['reports'];
    return [own, ...(Array.isArray(inner) ? inner.flatMap(verdictsIn) : [])];
}
/** Who, when, on which commit and why. A time that GitHub did not tell is left out. */
function exemptedBy({ by, at, sha, reason }) {
    return {
        ...(typeof by === 'string' ? { exempted_by: by } : {}),
        ...(typeof at === 'string' && at !== '' ? { exempted_at: at } : {}),
        ...(typeof sha === 'string' ? { exempted_sha: sha } : {}),
        ...(typeof reason === 'string' ? { reason: gate_reports_oneLine(reason) } : {}),
    };
}
/** A title may quote a pull request: what is invisible in it goes. */
function gate_reports_oneLine(text) {
    const shown = text
        .toWellFormed()
        .replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
        .trim();
    return shown === '' ? '-' : shown.slice(0, 900).trim();
}
function gate_reports_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/src/actions/emit-version-tag/verdicts.js




/** What the message of a claimed tag says of the gates. Throws a UserError for a file that is no report. */
async function gateVerdicts({ reports, workingDirectory }, { workspace }) {
    if (reports.length === 0)
        return [];
    const { folderTree } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
    const files = async () => folderTree(await workingFolder(workspace, workingDirectory));
    return (await readVerdicts(reports, files)).map(asVerdict);
}
function asVerdict({ gate, verdict: said, exempted_by: by, exempted_sha: sha, }) {
    const verdict = verdicts.find((one) => one === said);
    if (typeof gate !== 'string' || verdict === undefined)
        throw new UserError('A file of the input reports is not the report of a gate.', {
            help: 'Give the output `report` of a gate, such as `${{ steps.gate.outputs.report }}`.',
        });
    if (by === undefined)
        return { gate, verdict };
    return { gate, verdict, note: `by ${by}${sha === undefined ? '' : ` on ${sha.slice(0, 8)}`}` };
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

;// CONCATENATED MODULE: ./build/src/actions/emit-version-tag/inputs.js

const fields = {
    claim: fields_text('a tag'),
    next: fields_text('a line of releases, patch, minor, major, conventional, auto or none'),
    'pre-release': fields_text('a word such as rc'),
    prefix: fields_text('a prefix'),
    sha: fields_text('a commit'),
    reports: list,
    remote: fields_text('the name of a remote'),
    policy: fields_text('a path'),
    'working-directory': fields_text('a folder'),
    'github-token': fields_text('a token'),
};
/** Throws a UserError that names every bad value. */
function readVersionInputs(context) {
    const values = readFields(fields, context.input);
    return {
        claim: values.claim,
        next: values.next,
        preRelease: values['pre-release'],
        prefix: values.prefix,
        sha: values.sha,
        reports: values.reports ?? [],
        remote: values.remote ?? 'origin',
        policy: values.policy ?? '.github/model-gates.yml',
        workingDirectory: values['working-directory'] ?? '.',
        token: values['github-token'],
    };
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

;// CONCATENATED MODULE: ./build/src/actions/emit-version-tag/outputs.js

function versionOutputs({ facts }) {
    return {
        version: factText(facts, 'version'),
        tag: factText(facts, 'tag'),
        created: factText(facts, 'created'),
        sha: factText(facts, 'sha'),
        'is-release': factText(facts, 'isRelease'),
        'previous-tag': factText(facts, 'previousTag'),
        channel: factText(facts, 'channel'),
        'docker-tag': factText(facts, 'dockerTag'),
        pep440: factText(facts, 'pep440'),
        'job-name': factText(facts, 'jobName'),
        labels: labelLines(facts['labels']),
    };
}
/** One `key=value` a line, as docker/build-push-action takes them. */
function labelLines(labels) {
    if (typeof labels !== 'object' || labels === null)
        return '';
    return Object.entries(labels)
        .map(([key, value]) => `${key}=${String(value).replaceAll(/[\r\n]/g, ' ')}`)
        .join('\n');
}

;// CONCATENATED MODULE: ./build/src/actions/emit-version-tag/main.js








async function main(context) {
    const inputs = readVersionInputs(context);
    const { environment } = context;
    const repository = await main_open(environment, inputs);
    const sha = await repository.resolve(inputs.sha ?? environment.event.headSha ?? 'HEAD');
    const { policy, findings } = await loadPolicy(repository.tree(sha), inputs.policy);
    const prefix = policy.versioning.prefix ?? inputs.prefix ?? '';
    const github = await connect(environment, inputs);
    const tags = github?.tags ?? repository.tagStore();
    const request = {
        ...asked(environment, inputs, sha),
        ...(await mergedPullRequest(environment, inputs, sha, github)),
        sha,
        prefix,
        verdicts: await gateVerdicts(inputs, environment),
        committedAt: await repository.commitDate(sha),
        messages: () => messagesSinceRelease(sha, prefix, tags, repository.commits),
        source: `${environment.serverUrl}/${environment.repository}`,
    };
    const report = await emitVersion(request, { tags, log: index_js_namespaceObject.actionLog });
    const complete = { ...report, findings: [...findings, ...report.findings] };
    return { report: complete, outputs: versionOutputs(report), channels: {} };
}
async function main_open(environment, { workingDirectory, remote, token }) {
    const cwd = await workingFolder(environment.workspace, workingDirectory);
    const { openRepository } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
    return openRepository({ cwd, log: index_js_namespaceObject.actionLog, remote, ...(token === undefined ? {} : { token }) });
}
/** Over the API tags are those of the shared repository, whatever the depth of this clone. */
async function connect({ apiUrl, repository }, { token }) {
    if (token === undefined)
        return undefined;
    const library = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 325, 23));
    return library.connect({ token, apiUrl, repository, log: index_js_namespaceObject.actionLog });
}
/** What the inputs ask for; a push that asks for nothing gets what its branch owes. */
function asked({ event }, inputs, sha) {
    const { pullRequest } = event;
    const implied = event.kind === 'push' && inputs.claim === undefined ? 'auto' : 'none';
    const next = inputs.next ?? implied;
    return {
        ...(inputs.claim === undefined ? {} : { claim: inputs.claim }),
        ...(next === 'none' ? {} : { next }),
        ...(inputs.preRelease === undefined ? {} : { preRelease: inputs.preRelease }),
        ...(event.headRef === undefined ? {} : { branch: event.headRef }),
        // A commit that a merge made belongs to the branch that it was merged into.
        ...(pullRequest === undefined || pullRequest.mergeCommit === sha
            ? {}
            : { pullRequest: pullRequest.number }),
    };
}
/** The pull request that made this commit by its merge, if any: a merged hotfix branch owes a patch, and labels may say more. A fork may call its branch as it likes. */
async function mergedPullRequest({ event, repository }, { next, claim }, sha, github) {
    const { pullRequest, baseRef, headRef } = event;
    if (pullRequest?.mergeCommit === sha)
        return {
            labels: pullRequest.labels,
            ...(baseRef === undefined ? {} : { branch: baseRef }),
            ...(headRef === undefined || pullRequest.fork ? {} : { mergedBranch: headRef }),
        };
    const wanted = next === undefined || next === 'auto' || next === 'conventional';
    if (github === undefined || event.kind !== 'push' || claim !== undefined || !wanted)
        return {};
    const merged = (await github.commits.pullRequests(sha)).find(({ mergeCommit }) => mergeCommit === sha);
    if (merged === undefined)
        return {};
    const { head, labels } = merged;
    return { labels, ...(head.repository === repository ? { mergedBranch: head.ref } : {}) };
}

;// CONCATENATED MODULE: ./build/src/actions/emit-version-tag/index.js


void (0,index_js_namespaceObject.runAction)('emit-version-tag', main);

module.exports = __webpack_exports__;
/******/ })()
;