/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 82:
/***/ ((module) => {

module.exports = require("../config/index.js");

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
// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  boardPolicy: () => (/* reexport */ boardPolicy),
  buildDashboard: () => (/* reexport */ buildDashboard),
  keepIssues: () => (/* reexport */ keepIssues),
  mergedOnly: () => (/* reexport */ mergedOnly),
  owedEvaluations: () => (/* reexport */ owedEvaluations)
});

;// CONCATENATED MODULE: ./build/src/board/settings.js
const boardDefaults = {
    owedHours: 24,
    tolerance: 0.5,
    unit: 'points',
    prefix: '',
    hotfixBranches: ['hotfix/'],
};
/** Most entries of each part: the page stays one that a phone loads. */
const limits = {
    attention: 30,
    services: 30,
    before: 5,
    chain: 60,
    gaps: 20,
    merges: 30,
    trends: 12,
    debts: 60,
    versions: 30,
    unread: 50,
    metrics: 12,
};

;// CONCATENATED MODULE: ./build/src/regression/settings.js
/** What the regression gate is told, and how its entries are read: light, for what only asks. */

const decisionModes = (/* unused pure expression or super */ null && (['paired', 'strict', 'non-inferiority']));
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
    const { readPolicyText } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 82, 23));
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

;// CONCATENATED MODULE: ./build/src/board/gate/settings.js





/** Tolerance, deadlines and names as the policy has them. The page is shown without it too, and says so. */
async function boardPolicy(tree, given) {
    const named = given.trunk === undefined ? {} : { trunk: given.trunk };
    if (tree === undefined)
        return { settings: { ...boardDefaults, ...named }, findings: [] };
    try {
        const { policy, findings } = await loadPolicy(tree, given.policy ?? policyPath);
        const [broken] = findings;
        const settings = { ...settingsBy(policy), ...named };
        return { settings, findings: broken === undefined ? [] : [unusable(broken.message, broken.help)] };
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        return { settings: { ...boardDefaults, ...named }, findings: [unusable(error.message, error.help)] };
    }
}
function settingsBy({ regression, hotfix, versioning, trunk }) {
    return {
        tolerance: regression.tolerance ?? regressionDefaults.tolerance,
        unit: regression.unit ?? regressionDefaults.unit,
        owedHours: hotfix.evaluateWithinHours,
        prefix: versioning.prefix ?? boardDefaults.prefix,
        hotfixBranches: hotfix.branches.map((glob) => glob.replace(/[*?[{].*$/, '')).filter(Boolean),
        ...(trunk === undefined ? {} : { trunk }),
    };
}
function unusable(message, help) {
    return {
        rule: 'board/policy-unread',
        severity: 'warning',
        message: `The policy was not used: ${message}`,
        help: help ?? 'Mend the policy; tolerance, deadlines and the name of trunk are the defaults until then.',
    };
}

;// CONCATENATED MODULE: ./build/src/kernel/group.js
/** Items by a key, both in the order in which they come; `Map.groupBy` is not in Node 20, on which the command line runs too. */
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

;// CONCATENATED MODULE: ./build/src/kernel/compare.js
/** Order of texts. */
/** Code-unit order, the same on every machine whatever its locale. */
function compare_compareText(a, b) {
    return a < b ? -1 : Number(a > b);
}

;// CONCATENATED MODULE: ./build/src/board/commits.js



/** Of a record with several commits the first counts: that is the one it was made of. */
function recordedCommits(records) {
    const groups = groupBy(records, commitOf);
    const commits = [...groups].flatMap(([sha, own]) => sha === undefined ? [] : [{ sha, records: own.toSorted(earlier) }]);
    return new Map(commits.map((commit) => [commit.sha, commit]));
}
function commitOf({ inputs }) {
    return inputs.find(({ kind }) => kind === 'commit')?.id;
}
/** By time, then by id: the same order whatever the order in which they were read. */
function earlier(a, b) {
    return compare_compareText(a.at, b.at) || compare_compareText(a.id, b.id);
}
/** `main` of `refs/heads/main`; `undefined` for a tag. */
function branchOf(ref) {
    if (ref === undefined || ref.startsWith('refs/tags/'))
        return undefined;
    return ref.replace(/^refs\/heads\//, '');
}
function isTrunk(branch, { trunk }) {
    return trunk === undefined ? branch === 'main' || branch === 'master' : branch === trunk;
}
/** Commits of trunk and of release branches, newest first. */
function mergesOf(commits, records, settings) {
    const hotfixes = hotfixPulls(records, settings);
    return [...commits.values()]
        .flatMap((commit) => mergeOf(commit, hotfixes, settings) ?? [])
        .toSorted((a, b) => compare_compareText(b.at, a.at) || compare_compareText(b.sha, a.sha));
}
function mergeOf({ sha, records }, hotfixes, settings) {
    const merged = records.find((record) => isMergeTarget(mergedInto(record), settings)) ??
        records.find((record) => hotfixMinutes(record) !== undefined);
    const branch = merged === undefined ? undefined : mergedInto(merged);
    if (merged === undefined || branch === undefined)
        return undefined;
    const gates = gatesOf(records);
    const verdict = gates.length === 0 ? undefined : worstVerdict(gates.map((gate) => gate.verdict));
    const pullRequest = first(records, 'pr_number');
    const hotfix = records.some((record) => isHotfix(record, settings)) ||
        (pullRequest !== undefined && hotfixes.has(pullRequest));
    const run = first(records, 'run');
    const author = first(records, 'author');
    const minutes = firstNumber(records, 'hotfix_minutes');
    const issue = firstNumber(records, 'evaluation_issue');
    return {
        sha,
        at: merged.at,
        branch,
        hotfix,
        gates,
        metrics: metricsOf(records),
        ...(author === undefined ? {} : { author }),
        ...(pullRequest === undefined ? {} : { pullRequest }),
        ...(verdict === undefined ? {} : { verdict }),
        ...(run === undefined ? {} : { run }),
        ...(minutes === undefined ? {} : { minutes }),
        ...(issue === undefined || !Number.isSafeInteger(issue) || issue < 1 ? {} : { issue }),
    };
}
/** The branch of the record; of one made when a pull request was closed, which names its head, the branch that it was merged into. */
function mergedInto({ git_ref: ref, parameters }) {
    const told = parameters?.['merged_into'];
    return branchOf(typeof told === 'string' && told !== '' ? told : ref);
}
function isMergeTarget(branch, settings) {
    return branch !== undefined && (isTrunk(branch, settings) || branch.startsWith('release/'));
}
/** Pull requests of which a record says that they are hotfixes: by branch, or by the mode of the plan. */
function hotfixPulls(records, settings) {
    const pulls = records.filter((record) => isHotfix(record, settings)).map((record) => record.pr_number);
    return new Set(pulls.filter((number) => number !== undefined));
}
function isHotfix({ git_ref: ref, parameters }, { hotfixBranches }) {
    const branch = branchOf(ref);
    if (parameters?.['mode'] === 'hotfix' || numberIn(parameters, 'hotfix_minutes') !== undefined)
        return true;
    return branch !== undefined && hotfixBranches.some((start) => branch.startsWith(start));
}
/** Minutes from the first push to the trigger of the deploy, on the record of a hotfix that was merged. */
function hotfixMinutes({ parameters }) {
    return numberIn(parameters, 'hotfix_minutes');
}
/** A parameter as a number; an action writes them all as text. */
function numberIn(parameters, name) {
    const value = parameters?.[name];
    if (typeof value === 'number' && value >= 0)
        return value;
    return typeof value === 'string' && /^\d{1,15}(?:\.\d{1,3})?$/.test(value) ? Number(value) : undefined;
}
function firstNumber(records, name) {
    return records.map(({ parameters }) => numberIn(parameters, name)).find((value) => value !== undefined);
}
function first(records, key) {
    return records.find((record) => record[key] !== undefined)?.[key];
}
/** The last verdict of each gate, in the order in which they first spoke. The verdict over all of them is none of a gate. */
function gatesOf(records) {
    const last = new Map();
    for (const record of records)
        for (const told of record.verdicts ?? [])
            last.set(told.gate, resultOf(told, record.at));
    const single = [...last.values()].filter(({ gate }) => gate !== 'model-gates');
    return single.length > 0 ? single : [...last.values()];
}
function resultOf(told, at) {
    const { gate, verdict, title, exempted_by: by, exempted_at: since, exempted_sha: sha, reason } = told;
    return {
        gate,
        verdict,
        at,
        ...(title === undefined ? {} : { title }),
        ...(by === undefined ? {} : { exemptedBy: by }),
        ...(since === undefined ? {} : { exemptedAt: since }),
        ...(sha === undefined ? {} : { exemptedSha: sha }),
        ...(reason === undefined ? {} : { reason }),
    };
}
/** Of what was judged or evaluated: a training loss that a job reports is no metric of the merge. */
function metricsOf(records) {
    const telling = records.filter(({ outputs }) => outputs.some(({ kind }) => kind === 'verdict' || kind === 'evaluation'));
    return new Map(telling.flatMap(({ metrics = {} }) => Object.entries(metrics)));
}
/** What counts as an answer of a gate: neither lifted nor left undecided. */
function isDecided(verdict) {
    return verdict === 'pass' || verdict === 'fail';
}

;// CONCATENATED MODULE: ./build/src/board/debts.js


const evaluationGate = 'regression-gate';
/**
 * What is owed first, oldest deadline before; then what was paid, newest first. Only the commit itself pays: a later merge is
 * compared with a merge base that holds the unjudged change already.
 */
function debtsOf(merges, commits, settings, now) {
    const debts = merges.flatMap((merge) => {
        const records = commits.get(merge.sha)?.records ?? [];
        return liftedOf(merge, records).map((lifted) => debtOf(lifted, merge, records, settings, now));
    });
    return debts.toSorted((a, b) => Number(a.state === 'paid') - Number(b.state === 'paid') ||
        (a.state === 'paid' ? compare_compareText(b.at, a.at) : compare_compareText(a.due, b.due)) ||
        compare_compareText(a.sha, b.sha) ||
        compare_compareText(a.gate, b.gate));
}
/** The first exemption of each gate; of a hotfix also an evaluation that was skipped, or of which nothing is recorded. */
function liftedOf(merge, records) {
    const kind = merge.hotfix ? 'hotfix' : 'exemption';
    const lifted = new Map();
    for (const record of records)
        for (const told of record.verdicts ?? []) {
            if (told.gate === 'model-gates' || lifted.has(told.gate))
                continue;
            const skipped = merge.hotfix && told.gate === evaluationGate && told.verdict === 'skipped';
            if (told.verdict === 'exempt' || skipped)
                lifted.set(told.gate, { kind, result: resultOf(told, record.at), record });
        }
    // One that has an issue for its evaluation stays in the list once that is recorded: so the issue is closed.
    const told = merge.issue === undefined && merge.gates.some(({ gate }) => gate === evaluationGate);
    if (merge.hotfix && !told && !lifted.has(evaluationGate))
        lifted.set(evaluationGate, { kind, record: undefined, result: unrecorded(merge.at, records) });
    return [...lifted.values()];
}
/** In the name of who approved the hotfix, where its record tells. */
function unrecorded(at, records) {
    const [by, sha] = ['approved_by', 'approved_sha'].map((name) => textIn(records, name));
    return {
        gate: evaluationGate,
        verdict: 'skipped',
        at,
        reason: 'no evaluation was recorded',
        ...(by === undefined ? {} : { exemptedBy: by }),
        ...(sha === undefined ? {} : { exemptedSha: sha }),
    };
}
function textIn(records, name) {
    return records
        .map(({ parameters }) => parameters?.[name])
        .find((value) => typeof value === 'string' && value !== '');
}
function debtOf({ kind, result, record }, merge, records, settings, now) {
    const settled = settledBy(result, record, records);
    const due = dueAt(records, result.at, settings.owedHours);
    const open = due < now ? 'overdue' : 'owed';
    const reason = result.reason ?? record?.note ?? result.title;
    return {
        kind,
        gate: result.gate,
        sha: merge.sha,
        branch: merge.branch,
        at: result.at,
        due,
        state: settled === undefined ? open : 'paid',
        serving: [],
        ...(merge.pullRequest === undefined ? {} : { pullRequest: merge.pullRequest }),
        ...(merge.minutes === undefined ? {} : { minutes: merge.minutes }),
        ...(merge.issue === undefined ? {} : { issue: merge.issue }),
        ...(merge.author === undefined ? {} : { author: merge.author }),
        ...(result.exemptedBy === undefined ? {} : { by: result.exemptedBy }),
        ...(result.exemptedSha === undefined ? {} : { on: result.exemptedSha }),
        ...(reason === undefined ? {} : { reason }),
        ...(settled === undefined ? {} : { settled }),
    };
}
/** A verdict of the same gate made later; of an evaluation also its recorded values. */
function settledBy({ gate, at }, lifted, records) {
    for (const record of records) {
        if (record.id === lifted?.id || record.at < at)
            continue;
        const said = record.verdicts?.find((told) => told.gate === gate && isDecided(told.verdict));
        if (said !== undefined)
            return { at: record.at, verdict: said.verdict };
        const measured = Object.keys(record.metrics ?? {}).length > 0 &&
            record.outputs.some(({ kind }) => kind === 'evaluation') &&
            record.verdicts === undefined;
        if (gate === evaluationGate && measured)
            return { at: record.at };
    }
    return undefined;
}
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
/** As a record of the commit says (`parameters.evaluate_by`), else so many hours after it was lifted. */
function dueAt(records, at, hours) {
    const told = textIn(records, 'evaluate_by');
    const given = told !== undefined && isoTime.test(told) ? Date.parse(told) : Number.NaN;
    return new Date(Number.isNaN(given) ? Date.parse(at) + hours * 3_600_000 : given).toISOString();
}

;// CONCATENATED MODULE: ./build/src/board/owed.js


/** As the page shows them, whole: what is owed first, by its deadline, then what was paid. `now`: ISO 8601. */
function hotfixDebts(records, settings, now) {
    const commits = recordedCommits(records);
    const debts = debtsOf(mergesOf(commits, records, settings), commits, settings, now);
    return debts.filter(({ kind, gate }) => kind === 'hotfix' && gate === evaluationGate);
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

;// CONCATENATED MODULE: ./build/src/report/escape.js
/**
 * The one place for escaping. Every text of a report may come from a pull request: a renderer passes each of them through
 * exactly one of these functions.
 */
/** First group: joiners inside emoji, which stay. Second: whatever shows nothing or reorders what is shown. */
const escape_hidden = /((?<=\p{Extended_Pictographic})\uFE0F|(?<=\p{Extended_Pictographic}\uFE0F?)\u200D(?=\p{Extended_Pictographic}))|(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{DI}\u00A0\u2000-\u200A\u202F\u205F\u2800]/gu;
/**
 * Control, bidirectional and other invisible characters as `[U+202E]`, so that a text shows what it holds.
 * Line feeds and tabs stay, CR LF becomes LF, lone surrogates become U+FFFD; joiners inside emoji stay.
 */
function visible(text) {
    return text
        .toWellFormed()
        .replaceAll('\r\n', '\n')
        .replace(escape_hidden, (char, joiner) => joiner ?? codePoint(char));
}
/** Visible, on one line: each line break or tab becomes a space, outer spaces go. */
function oneLine(text) {
    return visible(text)
        .replaceAll(/[\n\t]/g, ' ')
        .trim();
}
function codePoint(char) {
    return `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
// ---- Workflow commands and the job log ----
/** The message of a workflow command, as `@actions/core` writes it. */
function commandData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
/** A property (`file`, `title`) of a workflow command, as `@actions/core` writes it. */
function commandProperty(text) {
    return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
/** Text for the job log, which may have several lines: visible, and none of them is taken for a workflow command. */
function logText(text) {
    return withoutCommands(visible(text));
}
/** The runner obeys `::name::` at the start of a line, behind spaces too, and the older `##[name]` anywhere in it. */
function withoutCommands(lines) {
    return lines.replaceAll(/^([^\S\n]*):(?=:)/gm, '$1: ').replaceAll('##[', '## [');
}
// ---- Terminal ----
/** CSI and OSC sequences: colours, cursor moves, titles, links. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const ansi = /[\u001B\u009B](?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)|[0-?]*[ -/]*[@-~])/g;
/** One line for a terminal or the job log: escape sequences are dropped, what else is invisible is shown. */
function terminalText(text) {
    return withoutCommands(oneLine(text.replace(ansi, '')));
}
// ---- HTML ----
const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    '`': '&#96;',
};
/** Text or a quoted attribute value of an HTML page. */
function htmlText(text) {
    return visible(text).replace(/[&<>"'`]/g, (char) => entities[char] ?? '');
}
// ---- Markdown, as GitHub reads it ----
/**
 * First: code as a message marks it, in backticks. Second: a run that holds all of a mention, an issue or commit reference,
 * a URL, an emoji name or math. Third: punctuation and spaces.
 */
const token = /`([^`|\s](?:[^`|]*[^`|\s])?)`|([\w.+\-/@#:$]+)|(`|[^`\w.+\-/@#:$]+)/g;
const fileEnding = /\.(?:ya?ml|jsonl?|csv|toml|lock|txt|py|cfg|ini|sh|md|safetensors|bin|pt|parquet|eval|zip)(?::\d+)*$/i;
/**
 * Plain text as one line of inline Markdown, for a paragraph, a list item, a table cell or a link.
 * What stands in backticks is code; so is whatever GitHub would turn into a mention, a reference, a link, an emoji or math,
 * because it leaves code alone; and so are names with an underscore and file names, because they read better that way.
 */
function mdText(text) {
    return segments(oneLine(text))
        .map((part) => (part.code ? mdCode(part.text) : escapePunctuation(part.text)))
        .join('')
        .replace(/^(?=[-+=])|(?<=^\d{1,9})(?=[.)](?: |$))/, '\\');
}
/** The text of `<summary>`, where Markdown is not read but mentions and references are. */
function mdHtml(text) {
    return segments(oneLine(text))
        .map((part) => (part.code ? `<code>${htmlText(part.text)}</code>` : htmlText(part.text)))
        .join('');
}
/** Code and text in turns: two code spans side by side would run into one another. */
function segments(line) {
    const merged = [];
    for (const [, code, word, other = ''] of line.matchAll(token)) {
        const parts = word === undefined ? [{ code: code !== undefined, text: code ?? other }] : wordSegments(word);
        for (const part of parts) {
            const last = merged.at(-1);
            if (last?.code !== part.code)
                merged.push(part);
            else
                merged[merged.length - 1] = { code: part.code, text: last.text + part.text };
        }
    }
    return merged;
}
function wordSegments(word) {
    if (isWhole(word))
        return [{ code: true, text: word }];
    const end = coreLength(word);
    if (!isCode(word.slice(0, end)))
        return [{ code: false, text: word }];
    const after = word.slice(end);
    return [{ code: true, text: word.slice(0, end) }, ...(after === '' ? [] : [{ code: false, text: after }])];
}
/**
 * Means something with the punctuation at its end: the start of a link, or an emoji's name, as which `:x:` would turn into
 * a picture, and the `:100:` of `uv.lock:100:3` too.
 */
function isWhole(word) {
    return /:\/\/|www\.|:[\w+-]+:/i.test(word);
}
/** Without the punctuation that ends a sentence. */
function coreLength(word) {
    let end = word.length;
    while (end > 0 && '.:-+/'.includes(word.charAt(end - 1)))
        end--;
    return end;
}
function isCode(word) {
    return (/[@#$_]|GH-\d/i.test(word) ||
        fileEnding.test(word) ||
        word.split(/[^0-9a-z]+/i).some((part) => /^[0-9a-f]{7,64}$/i.test(part)));
}
function escapePunctuation(text) {
    return text.replace(/[\\*[\]~|`&<>]/g, (char) => mdEntities[char] ?? `\\${char}`);
}
const mdEntities = { ...entities, '|': '&#124;' };
/** A code span outside a table; empty for an empty text. */
function mdCode(text) {
    const line = oneLine(text);
    if (line === '')
        return '';
    const fence = '`'.repeat(longestRun(line) + 1);
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return fence + pad + line + pad + fence;
}
/** A code span in a table cell, where a bar ends the cell even inside code. */
function mdCellCode(text) {
    return mdCode(text).replaceAll('|', '\\|');
}
/** A link. `label` is Markdown made by a function of this module, `url` is made by `links.ts`. */
function mdLink(label, url) {
    return url === undefined ? label : `[${label}](${mdUrl(url)})`;
}
/** What could end the destination, or the link, is percent-encoded; anything but http(s) is dropped. */
function mdUrl(url) {
    return /^https?:\/\//i.test(url)
        ? url.toWellFormed().replace(/[^\w\-.~:/?#@!$&+,;=%]/gu, encodeURIComponentFully)
        : '#';
}
/** Percent-encodes every character but letters, digits and `-._~`. */
function encodeURIComponentFully(text) {
    return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** A fenced block that the text cannot end. `language` is ours. */
function mdFence(language, text) {
    const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
    return `${fence}${language}\n${visible(text)}\n${fence}\n`;
}
function longestRun(text) {
    return Array.from(text.matchAll(/`+/g), ([run]) => run.length).reduce((a, b) => Math.max(a, b), 0);
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

;// CONCATENATED MODULE: ./build/src/lineage/record/fields.js
/** Readers of single values: each gives the value, or tells a problem and gives `undefined`. */
/** Collects what is wrong, at most twenty sentences. */
class Problems {
    list = [];
    add(path, message) {
        if (this.list.length < 20)
            this.list.push(`${path}: ${message}`);
        return undefined;
    }
}
/** Control, format, unassigned and private characters, lone surrogates, line and paragraph separators. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]/u;
/** One line of visible text, normalised. Two texts that look the same by composed and decomposed letters are one. */
function line(most) {
    return (value, path, problems) => {
        if (typeof value !== 'string')
            return problems.add(path, `expected text, got ${kindOf(value)}`);
        if (value.length > 4 * most)
            return problems.add(path, tooLong(value, most));
        const text = value.normalize('NFC');
        if (text.trim() === '')
            return problems.add(path, 'is empty');
        if (text.length > most)
            return problems.add(path, tooLong(text, most));
        if (text !== text.trim())
            return problems.add(path, 'begins or ends with a space');
        return invisible.test(text)
            ? problems.add(path, `holds an invisible character (${fields_codePoint(invisible.exec(text)?.[0] ?? '')})`)
            : text;
    };
}
/** Characters that show nothing, or a space that is not the space: fillers, variation selectors, the blank of Braille. */
const unseen = /[\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/u;
/** A line by which something is looked up: what a person sees of it is all that there is. */
function fields_name(most) {
    const text = line(most);
    return (value, path, problems) => {
        const read = text(value, path, problems);
        const found = read === undefined ? null : unseen.exec(read);
        return found === null
            ? read
            : problems.add(path, `holds a character that cannot be told from a space or from nothing (${fields_codePoint(found[0])})`);
    };
}
/** Letters of Latin beside letters of a script that has the same shapes; and forms of letters that Unicode itself calls variants. */
const mixed = /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;
/** Whether a name looks like another that is written with other characters. */
function looksLikeAnother(text) {
    return mixed.test(text) || text.normalize('NFKC') !== text.normalize('NFC');
}
/** Characters beyond ASCII with their code points, the first five: `ѕ (U+0455)`. */
function uncommon(text) {
    const found = [...new Set(text)].filter((char) => (char.codePointAt(0) ?? 0) > 126);
    return found.slice(0, 5).map((char) => `${char} (${fields_codePoint(char)})`);
}
function tooLong(text, most) {
    return `has ${text.length} characters, at most ${most} are allowed`;
}
function fields_codePoint(char) {
    const found = char.codePointAt(0) ?? 0;
    return `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}
/** Text of several lines, for notes and commands. */
function prose(most) {
    return (value, path, problems) => {
        if (typeof value !== 'string')
            return problems.add(path, `expected text, got ${kindOf(value)}`);
        if (value.length > most)
            return problems.add(path, tooLong(value, most));
        const shown = value.replaceAll(/[\n\t]/g, ' ');
        return invisible.test(shown)
            ? problems.add(path, `holds an invisible character (${fields_codePoint(invisible.exec(shown)?.[0] ?? '')})`)
            : value.normalize('NFC');
    };
}
function matching(pattern, most, expected) {
    const text = line(most);
    return (value, path, problems) => {
        const read = text(value, path, problems);
        if (read === undefined || pattern.test(read))
            return read;
        return problems.add(path, `expected ${expected}, got ${JSON.stringify(read.slice(0, 80))}`);
    };
}
function oneOf(allowed) {
    return (value, path, problems) => allowed.find((item) => item === value) ??
        problems.add(path, `expected one of ${allowed.join(', ')}, got ${shortJson(value)}`);
}
const flag = (value, path, problems) => typeof value === 'boolean' ? value : problems.add(path, `expected true or false, got ${kindOf(value)}`);
function integer(least) {
    return (value, path, problems) => typeof value === 'number' && Number.isSafeInteger(value) && value >= least
        ? value
        : problems.add(path, `expected a whole number from ${least}, got ${shortJson(value)}`);
}
const finite = (value, path, problems) => typeof value === 'number' && Number.isFinite(value)
    ? value
    : problems.add(path, `expected a number, got ${kindOf(value)}`);
const scalar = (value, path, problems) => {
    if (typeof value === 'string')
        return prose(4000)(value, path, problems);
    if (typeof value === 'number')
        return finite(value, path, problems);
    if (typeof value === 'boolean' || value === null)
        return value;
    return problems.add(path, `expected text, a number, true, false or null, got ${kindOf(value)}`);
};
const dated = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
/** ISO 8601 with its zone; given in UTC with milliseconds. */
const time = (value, path, problems) => {
    const at = typeof value === 'string' && dated.test(value) ? Date.parse(value) : Number.NaN;
    return Number.isNaN(at)
        ? problems.add(path, `expected a time such as 2026-11-22T15:04:05Z, got ${shortJson(value)}`)
        : new Date(at).toISOString();
};
function listOf(item, most, least = 0) {
    return (value, path, problems) => {
        if (!Array.isArray(value))
            return problems.add(path, `expected a list, got ${kindOf(value)}`);
        if (value.length > most || value.length < least)
            return problems.add(path, `has ${value.length} entries, expected ${least} to ${most}`);
        return value.flatMap((entry, at) => {
            const read = item(entry, `${path}[${at}]`, problems);
            return read === undefined ? [] : [read];
        });
    };
}
/** Name → value, in the order of the names. */
function mapOf(item, most) {
    const keyOf = line(200);
    return (value, path, problems) => {
        if (!fields_isRecord(value))
            return problems.add(path, `expected an object, got ${kindOf(value)}`);
        const entries = Object.entries(value);
        if (entries.length > most)
            return problems.add(path, `has ${entries.length} entries, at most ${most} are allowed`);
        const read = entries.flatMap(([key, entry]) => {
            const at = `${path}.${key.slice(0, 60)}`;
            const [known, found] = [keyOf(key, at, problems), item(entry, at, problems)];
            return known === undefined || found === undefined ? [] : [[known, found]];
        });
        return Object.fromEntries(read.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))));
    };
}
/** The known fields in the order of the shape; a field that is not known is a problem, never dropped in silence. */
function fieldsOf({ required, optional }, value, path, problems) {
    if (!fields_isRecord(value))
        return problems.add(path || 'the record', `expected an object, got ${kindOf(value)}`);
    const at = (key) => (path === '' ? key : `${path}.${key}`);
    for (const key of Object.keys(value))
        if (!Object.hasOwn(required, key) && !Object.hasOwn(optional, key))
            problems.add(at(key.slice(0, 60)), 'is not a field that a record has');
    const read = [];
    for (const [key, reader] of Object.entries({ ...required, ...optional })) {
        const given = Object.hasOwn(value, key) ? value[key] : undefined;
        if (given !== undefined)
            read.push([key, reader(given, at(key), problems)]);
        else if (Object.hasOwn(required, key))
            problems.add(at(key), 'is missing');
    }
    return Object.fromEntries(read.filter(([, found]) => found !== undefined));
}
function fields_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function kindOf(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : typeof value;
}
function shortJson(value) {
    return (JSON.stringify(value) ?? typeof value).slice(0, 80);
}

;// CONCATENATED MODULE: ./build/src/lineage/record/model.js
/** What the ledger holds: records, each linking the artifacts that went into a step to those that came out of it. */
/** In the order in which they are made: what serves, and what a request was answered by, come last. */
const model_nodeKinds = [
    'commit',
    'verdict',
    'image',
    'job',
    'evaluation',
    'weights',
    'serving',
    'trace',
];
/** Most bytes of one record as JSON. */
const maxRecordBytes = 256 * 1024;

;// CONCATENATED MODULE: ./build/src/lineage/record/read.js


const sha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const digest = matching(/^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[A-Za-z0-9=_-]{16,256}$/, 300, 'a digest such as sha256:… (the OCI grammar)');
/** Longest id of an artifact. */
const maxIdLength = 512;
/** Most files of results in one record. */
const maxResults = 200;
const nodeShape = {
    required: { kind: oneOf(model_nodeKinds), id: fields_name(maxIdLength) },
    optional: { digest, service: fields_name(maxIdLength), external: flag },
};
const node = (value, path, problems) => {
    const read = fieldsOf(nodeShape, value, path, problems);
    if (read?.['kind'] === 'commit' && typeof read['id'] === 'string' && !sha.test(read['id']))
        return problems.add(`${path}.id`, 'a commit is named by its full SHA, in small letters');
    if (read?.['service'] !== undefined && read['kind'] !== 'serving')
        return problems.add(`${path}.service`, 'belongs to nodes of kind serving only');
    return read;
};
const shaped = (shape) => (value, path, problems) => fieldsOf(shape, value, path, problems);
const file = shaped({
    required: { role: oneOf(['config', 'lock', 'data', 'other']), path: line(1000), digest },
    optional: {},
});
const run = shaped({
    required: {},
    optional: { id: line(200), attempt: integer(1), url: line(1000), workflow: line(200) },
});
const verdict = shaped({
    required: { gate: line(100), verdict: oneOf(['pass', 'fail', 'inconclusive', 'exempt', 'skipped']) },
    optional: {
        title: line(1000),
        exempted_by: line(200),
        exempted_at: time,
        exempted_sha: matching(sha, 64, 'a full SHA, in small letters'),
        reason: line(1000),
    },
});
const results = shaped({
    required: {
        path: line(1000),
        digest: matching(/^sha256:[0-9a-f]{64}$/, 71, 'sha256: and 64 hexadecimal digits'),
        samples: integer(0),
        bytes: integer(1),
    },
    optional: {},
});
const one = (value, path, problems) => value === 1 ? 1 : problems.add(path, `expected 1, got ${JSON.stringify(value)?.slice(0, 40)}`);
const recordShape = {
    required: { schema: one, inputs: listOf(node, 100), outputs: listOf(node, 100, 1) },
    optional: {
        id: fields_name(200),
        at: time,
        by: line(200),
        git_ref: line(1000),
        author: line(200),
        pr_number: integer(1),
        repository: line(1000),
        run,
        command: prose(20_000),
        seed: integer(0),
        files: listOf(file, 200),
        parameters: mapOf(scalar, 2000),
        dependencies: mapOf(line(200), 2000),
        metrics: mapOf(finite, 500),
        results: listOf(results, maxResults),
        verdicts: listOf(verdict, 50),
        replaces: fields_name(maxIdLength),
        corrects: fields_name(200),
        note: prose(4000),
    },
};
/** What was written, checked and normalised: ids in NFC, times in UTC, names in order. Unknown fields are problems. */
function readDraft(value) {
    const problems = new Problems();
    // Schema 1 is the only one there is: who writes by hand may leave it out.
    const versioned = isObject(value) && !Object.hasOwn(value, 'schema') ? { schema: 1, ...value } : value;
    const read = fieldsOf(recordShape, versioned, '', problems);
    if (read === undefined || problems.list.length > 0)
        return { ok: false, problems: problems.list };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each field was read by the reader of its name
    return { ok: true, draft: read };
}
/** A record from the bytes of the ledger; nothing may be missing in it. */
function readRecord(bytes) {
    if (bytes.length > maxRecordBytes)
        return { ok: false, problems: [`it has ${bytes.length} bytes, at most ${maxRecordBytes} are read`] };
    const value = parseJson(bytes);
    if (value === undefined)
        return { ok: false, problems: ['it is not JSON in UTF-8'] };
    const result = readDraft(value);
    if (!result.ok)
        return result;
    const { id, at, by } = result.draft;
    if (id === undefined || at === undefined || by === undefined)
        return { ok: false, problems: ['it lacks id, at or by'] };
    return { ok: true, record: { ...result.draft, id, at, by } };
}
/** Fills in who and when, and the id: given, or made from the content less the time, so that a repeated step records nothing new. */
function completeRecord(draft, surroundings, hashes) {
    const filled = { ...draft, at: draft.at ?? surroundings.at, by: draft.by ?? surroundings.by };
    return { ...filled, id: draft.id ?? contentId(filled, hashes) };
}
function contentId(record, { sha256 }) {
    return sha256(canonicalText({ ...record, at: undefined, id: undefined })).slice(0, 32);
}
/** Whether somebody chose its id: another record may have the same. */
function hasOwnId(record, hashes) {
    return record.id !== contentId(record, hashes);
}
/** The bytes that the ledger keeps. The same record gives the same text, whatever the order in which it was written. */
function recordText(record) {
    return `${canonicalText(record)}\n`;
}
/** Whether two records of one id say the same; when they were written is left aside. */
function sameRecord(a, b) {
    return canonicalText({ ...a, at: undefined }) === canonicalText({ ...b, at: undefined });
}
function canonicalText(value) {
    return JSON.stringify(value, (_key, found) => (isObject(found) ? sorted(found) : found));
}
function sorted(value) {
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))));
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function parseJson(bytes) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch {
        return undefined;
    }
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

;// CONCATENATED MODULE: ./build/src/lineage/record/layout.js
/** Where the ledger keeps what: names of refs, folders and files, made from ids that may hold anything. */

/** What can be looked up: artifacts of each kind, and records that correct another. */
const indexKinds = [...model_nodeKinds, 'record'];
const longest = 100;
/**
 * An id as a name for a ref and a file on any system: small letters, digits, dots, dashes and underscores stand for themselves,
 * every other byte of its UTF-8 is `%xx`; what is too long is cut, and ends with `%-` and its digest.
 */
function encodeName(id, { sha256 }) {
    const encoded = Array.from(new TextEncoder().encode(id), (byte) => {
        const char = String.fromCharCode(byte);
        return /[a-z0-9._-]/.test(char) ? char : escaped(byte);
    })
        .join('')
        .replaceAll(/^[.-]|\.(?=\.|$|lock$)|(?<=\.)\./g, (char) => escaped(char.charCodeAt(0)));
    return encoded.length <= longest ? encoded : `${encoded.slice(0, 40)}%-${sha256(id).slice(0, 40)}`;
}
function escaped(byte) {
    return `%${byte.toString(16).padStart(2, '0')}`;
}
/** Two hexadecimal digits that spread the entries; of a commit its own, so that an abbreviation finds it. */
function shardOf(kind, id, { sha256 }) {
    return kind === 'commit' ? id.slice(0, 2) : sha256(id).slice(0, 2);
}
/** Name of a record's ref and file. */
function recordKey(id, hashes) {
    return encodeName(id, hashes);
}
function recordPath(id, hashes) {
    return `records/${hashes.sha256(id).slice(0, 2)}/${recordKey(id, hashes)}.json`;
}
/** Folder of the index in which an id is looked up, and how the names in it begin. */
function indexPlace(kind, id, hashes) {
    return { folder: `by/${kind}/${shardOf(kind, id, hashes)}`, prefix: `${encodeName(id, hashes)}@` };
}
/** Every name by which a node can be asked for: its id, its digest, the service that it is a version of. */
function namesOf({ id, digest, service }) {
    return [id, digest, service].filter((name) => name !== undefined);
}
/** What a record is found by. That of a request is not found by what answered it: a serving version answers any number of them. */
function entriesOf(record) {
    const ofRequest = record.outputs.every(({ kind }) => kind === 'trace');
    const nodes = [...(ofRequest ? [] : record.inputs), ...record.outputs].flatMap((node) => namesOf(node).map((name) => ({ kind: node.kind, name })));
    const more = [];
    if (record.corrects !== undefined)
        more.push({ kind: 'record', name: record.corrects });
    if (record.replaces !== undefined)
        more.push({ kind: 'serving', name: record.replaces });
    return unique([...nodes, ...more]);
}
function unique(entries) {
    return [...new Map(entries.map((entry) => [`${entry.kind} ${entry.name}`, entry])).values()];
}
/** Files of the branch that hold a record: its own, and one in each index. All of them are the same blob. */
function pathsOf(record, hashes) {
    const key = recordKey(record.id, hashes);
    const indexed = entriesOf(record).map(({ kind, name }) => {
        const { folder, prefix } = indexPlace(kind, name, hashes);
        return `${folder}/${prefix}${key}.json`;
    });
    return [recordPath(record.id, hashes), ...indexed];
}
/** Name in the inbox of an evaluation's rows, by the SHA-256 of them. No record is named so: `@` is escaped in their names. */
function resultsKey(sha256) {
    return `results@${sha256}`;
}
/** File of the branch that holds an evaluation's rows. */
function resultsPath(sha256) {
    return `results/${sha256.slice(0, 2)}/${sha256}.jsonl`;
}
/** Where a second record of an id is kept: nothing is lost, and readers tell of it. */
function conflictPath(id, blob, hashes) {
    return `conflicts/${recordKey(id, hashes)}@${blob}.json`;
}
function isNodeKind(text) {
    return nodeKinds.some((kind) => kind === text);
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = require("node:crypto");
;// CONCATENATED MODULE: ./build/src/lineage/gate/hashes.js

const hashes = {
    sha1: (data) => (0,external_node_crypto_namespaceObject.createHash)('sha1').update(data).digest('hex'),
    sha256: (data) => (0,external_node_crypto_namespaceObject.createHash)('sha256').update(data).digest('hex'),
};

;// CONCATENATED MODULE: ./build/src/lineage/gate/stored.js
/** Records of the branch with the ids of others: a writer that repeated itself, or a second one. */


/** By id, for those whose id is in the branch. */
async function storedRecords(snapshot, records) {
    const places = records.map((record) => {
        const path = recordPath(record.id, hashes);
        const slash = path.lastIndexOf('/');
        return { record, folder: path.slice(0, slash), name: path.slice(slash + 1) };
    });
    const folders = await snapshot.list([...new Set(places.map(({ folder }) => folder))]);
    const met = places.flatMap(({ record, folder, name }) => {
        const oid = folders.get(folder)?.get(name);
        return oid === undefined ? [] : [{ record, oid }];
    });
    const contents = await snapshot.read(met.map(({ oid }) => oid));
    return new Map(met.map(({ record, oid }) => {
        const before = readRecord(contents.get(oid) ?? new Uint8Array());
        return [record.id, { oid, same: before.ok && sameRecord(before.record, record) }];
    }));
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/reader.js
/** Records by what they mention: from the branch's index and from the inbox, which is read whole. */




/** Entries of the index that one question may read: an artifact that is mentioned more often is told so. */
const maxMentions = 2000;
/** Reads the inbox at once. Throws a UserError where the ledger cannot be read. */
async function openReader(snapshot) {
    const findings = new Map();
    const parsed = new Map();
    const note = (finding) => void findings.set(finding.message, finding);
    const load = async (blobs) => {
        const wanted = [...blobs].filter(([, oid]) => !parsed.has(oid));
        const contents = await snapshot.read(wanted.map(([, oid]) => oid));
        for (const [name, oid] of wanted)
            parsed.set(oid, parse(name, contents.get(oid), note));
    };
    for (const finding of await ledgerFindings(snapshot))
        note(finding);
    await load(new Map([...snapshot.inbox].map(([key, { blob }]) => [`inbox/${key}`, blob])));
    const fresh = [...snapshot.inbox.values()].flatMap(({ blob }) => parsed.get(blob) ?? []);
    const waiting = indexed(await withoutTwins(fresh, snapshot, note));
    const find = async (entries) => {
        const places = entries.map(({ kind, name }) => indexPlace(kind, name, hashes));
        const folders = await snapshot.list([...new Set(places.map(({ folder }) => folder))]);
        const files = places.map(({ folder, prefix }, at) => {
            const found = [...(folders.get(folder) ?? [])].filter(([name]) => name.startsWith(prefix));
            if (found.length > maxMentions)
                note(unreadMentions(entries[at], found.length));
            return found.slice(0, maxMentions);
        });
        await load(new Map(files.flat()));
        return entries.map((entry, at) => {
            const stored = (files[at] ?? []).flatMap(([, oid]) => parsed.get(oid) ?? []);
            return distinct([...stored, ...(waiting.get(entryKey(entry)) ?? [])], note);
        });
    };
    const current = async (records) => {
        const asked = records.map(({ id }) => ({ kind: 'record', name: id }));
        const corrections = await find(asked);
        return new Set(records.filter((_, at) => (corrections[at] ?? []).length === 0).map(({ id }) => id));
    };
    return {
        isEmpty: snapshot.head === undefined && snapshot.tip === undefined && snapshot.inbox.size === 0,
        findings: () => [...findings.values()],
        mentioning: async (nodes) => {
            const entries = nodes.map(entriesOfNode);
            const found = await find(entries.flat());
            const queue = found.values();
            const perNode = entries.map((own) => distinct(own.flatMap(() => queue.next().value ?? []), note));
            const valid = await current(distinct(perNode.flat(), note));
            return perNode.map((records) => records.filter(({ id }) => valid.has(id)));
        },
        named: async (id) => named(id, find, snapshot, waiting),
    };
}
function parse(name, bytes, note) {
    const result = bytes === undefined ? { ok: false, problems: ['it is not there'] } : readRecord(bytes);
    if (result.ok)
        return result.record;
    note({
        rule: 'lineage/corrupt-record',
        severity: 'warning',
        message: `a record cannot be read (${name}): ${result.problems.slice(0, 3).join('; ')}`,
        help: 'Write the record anew under another id.',
    });
    return undefined;
}
/** A branch that was rewritten, and records kept aside because their id was taken. */
async function ledgerFindings(snapshot) {
    const found = [];
    const { tip, head } = snapshot;
    if (head !== undefined && tip !== head)
        found.push({
            rule: 'lineage/branch-rewritten',
            severity: 'warning',
            message: `model-lineage is at ${tip?.slice(0, 8) ?? 'nothing'}, the last compaction left it at ${head.slice(0, 8)}; that one was read`,
            help: 'git fetch origin refs/lineage/head && git push --force origin FETCH_HEAD:refs/heads/model-lineage',
        });
    const aside = (await snapshot.list(['conflicts'])).get('conflicts') ?? new Map();
    for (const name of [...aside.keys()].slice(0, 20))
        found.push({
            rule: 'lineage/conflicting-record',
            severity: 'warning',
            message: `two records have one id; the later is kept as conflicts/${name}`,
            help: 'Read both, and write a new record with `corrects`.',
        });
    return found;
}
function entryKey({ kind, name }) {
    return `${kind} ${name}`;
}
function unreadMentions(entry, count) {
    return {
        rule: 'lineage/not-whole',
        severity: 'warning',
        message: `${entry?.kind ?? ''} ${entry?.name ?? ''} is in ${count} records, of which ${maxMentions} were read`,
        help: 'What only the others tell is missing here: ask from the other end of the chain, or for a digest.',
    };
}
/** Without those whose id the branch has for another record: folded they will not count either. */
async function withoutTwins(records, snapshot, note) {
    const chosen = records.filter((record) => hasOwnId(record, hashes));
    const stored = await storedRecords(snapshot, chosen);
    return records.filter(({ id }) => {
        if (stored.get(id)?.same !== false)
            return true;
        note(twins(id));
        return false;
    });
}
function twins(id) {
    return {
        rule: 'lineage/conflicting-record',
        severity: 'warning',
        message: `two records have the id ${id}; the one in the branch counts`,
        help: 'Write a new record with `corrects` that says what is true.',
    };
}
function indexed(records) {
    const entries = records.flatMap((record) => entriesOf(record).map((entry) => ({ key: entryKey(entry), record })));
    const groups = groupBy(entries, ({ key }) => key);
    return new Map([...groups].map(([key, found]) => [key, found.map(({ record }) => record)]));
}
/** One record an id: what is in the inbox and in the branch is the same; where it is not, the first counts. */
function distinct(records, note) {
    const byId = new Map();
    for (const record of records) {
        const before = byId.get(record.id);
        if (before === undefined)
            byId.set(record.id, record);
        else if (before !== record && JSON.stringify(before) !== JSON.stringify(record))
            note(twins(record.id));
    }
    return [...byId.values()];
}
function entriesOfNode(node) {
    return namesOf({
        kind: node.kind,
        id: node.id,
        ...(node.digest === undefined ? {} : { digest: node.digest }),
    }).map((name) => ({ kind: node.kind, name }));
}
async function named(text, find, snapshot, waiting) {
    const id = text.normalize('NFC');
    const kinds = indexKinds.filter((kind) => kind !== 'record');
    const records = (await find(kinds.map((kind) => ({ kind, name: id })))).flat();
    const nodes = records.flatMap(({ inputs, outputs }) => [...outputs, ...inputs]);
    const exact = nodes.filter((node) => namesOf(node).includes(id));
    const commits = /^[0-9a-f]{7,64}$/.test(id) && exact.length === 0 ? await commitsStarting(id, snapshot, waiting) : [];
    const all = [...exact, ...commits.map((sha) => ({ kind: 'commit', id: sha }))];
    return [...new Map(all.map((node) => [`${node.kind} ${node.id} ${node.digest ?? ''}`, node])).values()];
}
async function commitsStarting(sha, snapshot, waiting) {
    const { folder } = indexPlace('commit', sha, hashes);
    const names = [...((await snapshot.list([folder])).get(folder) ?? new Map()).keys()];
    const stored = names.filter((name) => name.startsWith(sha)).map((name) => name.slice(0, name.indexOf('@')));
    const fresh = [...waiting.keys()]
        .filter((key) => key.startsWith(`commit ${sha}`))
        .map((key) => key.slice(7));
    return [...new Set([...stored, ...fresh])];
}

;// CONCATENATED MODULE: ./build/src/board/gate/records.js
/** All records that a board is made from, read through the indexes; requests, of which there may be millions, are not among them. */





/** In the order of their weight: what serves is read first, should there be too much. */
const kinds = ['serving', 'verdict', 'evaluation', 'weights', 'job', 'image', 'commit'];
/** Records that one page is made from: some years of a busy team. */
const maxRecords = 50_000;
/** Blobs that are fetched together. */
const batch = 5000;
/** Throws a UserError where the ledger cannot be read; a record that cannot is told and left out. */
async function boardRecords(snapshot, most = maxRecords) {
    const reader = await openReader(snapshot);
    const waiting = new Map([...snapshot.inbox].map(([key, { blob }]) => [blob, `inbox/${key}`]));
    const indexed = await indexedBlobs(snapshot);
    const all = new Map([...waiting, ...indexed]);
    const chosen = [...all].slice(0, most);
    const read = await readAll(snapshot, chosen);
    // A record of the branch before one of the inbox with the same id, as every reader of the ledger has it.
    const named = byId(read.records.toSorted((a, b) => Number(indexed.has(b.oid)) - Number(indexed.has(a.oid))));
    const told = [...reader.findings(), ...read.findings, ...named.flatMap(conflicting)];
    return {
        records: counted(named.flatMap(([first]) => (first === undefined ? [] : [first]))),
        findings: records_unique([...told, ...cutFinding(chosen.length, all.size)]),
        ...(chosen.length < all.size ? { lookup: reader.mentioning } : {}),
    };
}
/** Blob id → a name for it. A record stands in the index of everything that it links, always as the same blob. */
async function indexedBlobs(snapshot) {
    const shards = Array.from({ length: 256 }, (_, shard) => shard.toString(16).padStart(2, '0'));
    const folders = kinds.flatMap((kind) => shards.map((shard) => `by/${kind}/${shard}`));
    const listed = await snapshot.list(folders);
    const blobs = new Map();
    for (const folder of folders)
        for (const [name, oid] of listed.get(folder) ?? [])
            if (!blobs.has(oid))
                blobs.set(oid, `${folder}/${name}`);
    return blobs;
}
async function readAll(snapshot, chosen) {
    const records = [];
    const findings = [];
    for (let at = 0; at < chosen.length; at += batch) {
        const part = chosen.slice(at, at + batch);
        const contents = await snapshot.read(part.map(([oid]) => oid));
        for (const [oid, name] of part) {
            const bytes = contents.get(oid);
            const result = bytes === undefined ? { ok: false, problems: ['it is not there'] } : readRecord(bytes);
            if (result.ok)
                records.push({ oid, record: result.record });
            else
                findings.push(corrupt(name, result.problems));
        }
    }
    return { records, findings };
}
/** The same words as of any reader of the ledger, so that a record is told once. */
function corrupt(name, problems) {
    return {
        rule: 'lineage/corrupt-record',
        severity: 'warning',
        message: `a record cannot be read (${name}): ${problems.slice(0, 3).join('; ')}`,
        help: 'Write the record anew under another id.',
    };
}
function cutFinding(read, all) {
    if (read >= all)
        return [];
    return [
        {
            rule: 'board/records-cut',
            severity: 'warning',
            message: `${grouped(read)} of ${grouped(all)} records were read; merges, metrics and exemptions may lack some`,
            help: 'What serves was read first, and its chains are whole. Ask `model-gates trace` for what is missing here.',
        },
    ];
}
/** All that have one id, in the order in which they count. */
function byId(records) {
    const groups = groupBy(records, ({ record }) => record.id);
    return [...groups.values()].map((same) => same.map(({ record }) => record));
}
function conflicting([first, ...others]) {
    if (first === undefined || others.every((other) => sameRecord(first, other)))
        return [];
    return [
        {
            rule: 'lineage/conflicting-record',
            severity: 'warning',
            message: `two records have the id ${first.id}; the one in the branch counts`,
            help: 'Write a new record with `corrects` that says what is true.',
        },
    ];
}
/** None that another corrects; in an order that does not depend on the ledger's. */
function counted(records) {
    const corrected = new Set(records.map(({ corrects }) => corrects));
    return records
        .filter(({ id }) => !corrected.has(id))
        .toSorted((a, b) => compare_compareText(a.at, b.at) || compare_compareText(a.id, b.id));
}
function records_unique(findings) {
    return [...new Map(findings.map((finding) => [finding.message, finding])).values()].toSorted((a, b) => compare_compareText(a.message, b.message));
}

;// CONCATENATED MODULE: ./build/src/board/gate/owed.js
/** What merged hotfixes owe, by the ledger, and what the issues that keep it in mind are told of it. */





/** What is owed first, by its deadline. `now`: milliseconds since the epoch. Throws a UserError where the ledger cannot be read. */
async function owedEvaluations(snapshot, policy, now) {
    const { records } = await boardRecords(snapshot);
    return hotfixDebts(records, settingsBy(policy), new Date(now).toISOString()).map(owedOf);
}
function owedOf({ sha, branch, pullRequest, issue, due, state, settled }) {
    return {
        sha,
        branch,
        due,
        state,
        ...(pullRequest === undefined ? {} : { pullRequest }),
        ...(issue === undefined ? {} : { issue }),
        ...(settled?.verdict === undefined ? {} : { verdict: settled.verdict }),
    };
}
/** Unpaid ones that one run asks GitHub about, and jobs that it may start: a matrix takes 256. */
const mostAsked = 100;
/**
 * The night runs the code of what is owed, with its permissions and on its runners, and the ledger is no authority for that: a
 * commit that no branch of record holds is left out, and one of which that cannot be told is not evaluated.
 */
async function mergedOnly(owed, trunk, holds) {
    const unpaid = owed.filter(({ state }) => state !== 'paid').slice(0, mostAsked);
    const asked = [];
    for (const one of unpaid)
        asked.push({ one, ...(await standingOf(one, branchesOf(one, trunk), holds)) });
    const refuted = new Set(asked.filter(({ merged }) => merged === false).map(({ one }) => one));
    return {
        owed: owed.filter((one) => !refuted.has(one)),
        evaluate: asked.filter(({ merged }) => merged === true).map(({ one }) => one.sha),
        findings: asked.flatMap(({ finding }) => finding ?? []),
    };
}
async function standingOf(owed, branches, holds) {
    try {
        for (const branch of branches)
            if (await holds(branch, owed.sha))
                return { merged: true };
        return { merged: false, finding: notMerged(owed, branches) };
    }
    catch (error) {
        return {
            finding: failed(`Whether ${owed.sha.slice(0, 8)} was merged cannot be told, so it is not evaluated`, error),
        };
    }
}
const key = 'owed-evaluation';
/** Issues that one run looks at: of those that are paid the newest, whose issues may still be open. */
const most = 30;
/** Closes what is paid, reminds of what is overdue, opens again what was closed too early. What cannot be written is a finding. */
async function keepIssues(owed, ports) {
    const findings = [];
    for (const one of owed.filter(({ issue }) => issue !== undefined).slice(0, most)) {
        const problem = await keepIssue(one, one.issue ?? 0, ports).catch(unwritten);
        if (problem !== undefined)
            findings.push(problem);
    }
    return findings;
}
async function keepIssue(owed, number, ports) {
    const facts = await ports.issue(number);
    const step = facts === undefined ? undefined : issueStep(owed, facts);
    if (step === undefined)
        return;
    await ports.keepComment(number, key, step.comment);
    if (step.become !== undefined)
        await ports.change(number, step.become);
}
function unwritten(error) {
    return failed('The issue of a hotfix could not be kept up to date', error);
}
function failed(what, error) {
    const [finding] = errorReport('plan-gates', error).findings;
    return {
        rule: 'trunk/hotfix-follow-up-failed',
        severity: 'error',
        message: `${what}: ${finding?.message ?? 'no reason was given'}`,
        help: finding?.help ?? 'Run the job again.',
    };
}

;// CONCATENATED MODULE: ./build/src/board/words.js
/** Times and numbers as people read them, the same on every machine. */
/** `2026-11-22 15:04 UTC`. */
function momentText(iso) {
    return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
/** `45 min`, `2 h 5 min`, `27 h`, `12 days`: the time between two moments, whichever is first. */
function spanText(fromIso, toIso) {
    const minutes = Math.floor(Math.abs(Date.parse(toIso) - Date.parse(fromIso)) / 60_000);
    const hours = Math.floor(minutes / 60);
    if (hours < 1)
        return `${minutes} min`;
    if (hours < 10 && minutes % 60 > 0)
        return `${hours} h ${minutes % 60} min`;
    return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
/** A value of a metric with its unit: `87.40 points`, `304.7`. */
function metricText(value, shown, signed = false) {
    return `${numberText(value, shown, signed)}${shown.points ? ' points' : ''}`;
}
/** A share in hundredths (87.40), else five digits that count. `signed`: with its sign, for a difference. */
function numberText(value, { points }, signed = false) {
    const text = points ? (value * 100).toFixed(2) : plain(value);
    const zero = Number(text) === 0;
    const sign = signed && value > 0 && !zero ? '+' : '';
    return `${sign}${(zero ? text.replace('-', '') : text).replace('-', '−')}`;
}
function plain(value) {
    const size = Math.abs(value);
    if (size !== 0 && (size < 0.001 || size >= 1e7))
        return value.toExponential(3);
    return String(Number(value.toPrecision(5)));
}

;// CONCATENATED MODULE: ./build/src/board/attention.js
/** What somebody must look at, as findings: worst first, each with the part of the board that tells more. */


/** Wrong in what serves, wrong, to be seen to, good to know. */
const levels = ['serving', 'now', 'soon', 'note'];
function attentionOf(parts, trunk) {
    const all = [
        ...parts.debts.flatMap(owed),
        ...parts.services.flatMap(untraced),
        ...lastMerge(parts.merges, trunk),
        ...parts.trends.flatMap(drifted),
        ...parts.unread
            .filter(({ severity }) => severity !== 'notice')
            .map((finding) => ({ finding, part: 'unread', level: 'soon' })),
    ];
    return all.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}
function owed({ state, gate, sha, kind, serving, due, pullRequest }) {
    if (state === 'paid')
        return [];
    const overdue = state === 'overdue';
    const pull = pullRequest === undefined ? '' : ` (#${pullRequest})`;
    const where = serving.length === 0 ? '' : `, and it serves in ${serving.slice(0, 3).join(', ')}`;
    const finding = {
        rule: overdue ? 'board/evaluation-overdue' : 'board/evaluation-owed',
        severity: overdue ? 'warning' : 'notice',
        message: `${gate} was lifted for ${kind} ${sha.slice(0, 8)}${pull} and ${overdue ? 'was' : 'is'} due ${momentText(due)}${where}`,
        help: `Run ${gate} on ${sha.slice(0, 8)} and record its verdict; revert the change if it fails.`,
    };
    const level = overdue ? (serving.length > 0 ? 'serving' : 'now') : 'note';
    return [{ finding, part: 'debts', level }];
}
function untraced({ name, current, complete, gaps }) {
    if (complete)
        return [];
    const gap = gaps.find(({ rule }) => rule === 'lineage/missing-link')?.message;
    const finding = {
        rule: 'board/serving-untraced',
        severity: 'warning',
        message: `${current.id} serves ${name}, and a link of its chain is missing${gap === undefined ? '' : `: ${gap}`}`,
        help: 'Record the missing link with record-lineage, in the step that makes it.',
    };
    return [{ finding, part: 'serving', level: 'serving' }];
}
/** Older merges were somebody's concern before; the tip of trunk is what everybody starts from. */
function lastMerge(merges, trunk) {
    const last = merges.find(({ branch }) => isTrunk(branch, trunk === undefined ? {} : { trunk }));
    if (last?.verdict !== 'fail' && last?.verdict !== 'inconclusive')
        return [];
    const gates = last.gates.filter(({ verdict }) => verdict === last.verdict).map(({ gate }) => gate);
    const said = last.verdict === 'fail' ? 'failed' : 'could not decide';
    const finding = {
        rule: 'board/merge-not-passed',
        severity: 'warning',
        message: `The last merge to ${last.branch}, ${last.sha.slice(0, 8)}: ${gates.join(' and ')} ${said}`,
        help: 'Look at its report; mend or revert it before more is built on it.',
    };
    return [{ finding, part: 'merges', level: last.verdict === 'fail' ? 'now' : 'soon' }];
}
function drifted(trend) {
    if (trend.state !== 'worse')
        return [];
    const { metric, anchor, drift, tolerance } = trend;
    const since = anchor.release ? `release ${anchor.name}` : `${anchor.name}, the oldest merge shown`;
    const finding = {
        rule: 'board/metric-drift',
        severity: 'warning',
        message: `${metric} moved by ${metricText(drift, trend, true)} since ${since}; ${metricText(tolerance, trend)} are tolerated`,
        help: 'Small drops add up: look at the merges between, and set regression.anchor in the policy so that the gate sees them.',
    };
    return [{ finding, part: 'trends', level: 'soon' }];
}

;// CONCATENATED MODULE: ./build/src/lineage/chain/walk.js
/** From one artifact up to what it was made of, or down to what was made of it, level by level. */

/** Most artifacts in one walk. */
const maxNodes = 2000;
/** Identity of an artifact: its content where that is known, else its id. */
function nodeKey({ kind, id, digest }) {
    return `${kind} ${digest ?? id}`;
}
/** Same content; or the same id, where one of them does not tell the content. */
function sameNode(a, b) {
    if (a.kind !== b.kind)
        return false;
    if (a.digest !== undefined && b.digest !== undefined)
        return a.digest === b.digest;
    return a.id === b.id;
}
/** What lies on each path from the start nodes. It ends: each artifact is looked at once. */
async function walk(start, direction, lookup) {
    const found = { steps: new Map(), edges: new Map(), missing: [], ambiguous: [] };
    let level = start.map((node) => ({ node, depth: 0 }));
    while (level.length > 0 && found.steps.size < maxNodes) {
        const fresh = walk_unseen(level, found).slice(0, maxNodes - found.steps.size);
        const mentions = await lookup(fresh.map(({ node }) => node));
        level = fresh.flatMap((waiting, at) => visit(waiting, mentions[at] ?? [], direction, found));
    }
    const { steps, edges, missing, ambiguous } = found;
    return {
        steps: [...steps.values()],
        edges: [...edges.values()],
        missing,
        ambiguous,
        cut: level.length > 0,
    };
}
function walk_unseen(level, { steps }) {
    const byKey = new Map(level.map((waiting) => [nodeKey(waiting.node), waiting]));
    return [...byKey].flatMap(([key, waiting]) => (steps.has(key) ? [] : [waiting]));
}
function visit(waiting, mentions, direction, found) {
    const side = direction === 'up' ? 'outputs' : 'inputs';
    const touching = mentions.filter((record) => record[side].some((node) => sameNode(node, waiting.node)));
    const { node, records } = direction === 'up' ? settle(waiting, touching, found) : { node: waiting.node, records: touching };
    const key = nodeKey(node);
    // The walk met the same content under another name before.
    if (found.steps.has(key))
        return [];
    found.steps.set(key, { node, depth: waiting.depth, records, mentions });
    if (nodeKey(waiting.node) !== key)
        rename(found.edges, nodeKey(waiting.node), key);
    const next = records.flatMap((record) => record[direction === 'up' ? 'inputs' : 'outputs'].map((other) => ({
        node: other,
        depth: waiting.depth + 1,
        at: record.at,
    })));
    const others = next.filter((one) => nodeKey(one.node) !== key);
    for (const { node: other } of others) {
        const edge = direction === 'up' ? { from: nodeKey(other), to: key } : { from: key, to: nodeKey(other) };
        found.edges.set(`${edge.from}\n${edge.to}`, edge);
    }
    if (direction === 'up' && others.length === 0)
        noteMissing(node, found);
    return others;
}
function rename(edges, before, after) {
    for (const [name, { from, to }] of edges)
        if (from === before || to === before)
            edges.set(name, { from: from === before ? after : from, to: to === before ? after : to });
}
/** Which content an id without a digest meant, and which records made that. */
function settle({ node, at }, makers, { ambiguous }) {
    const outputs = makers.map((record) => ({
        record,
        node: record.outputs.find((one) => sameNode(one, node)) ?? node,
    }));
    const digests = new Set(outputs.flatMap(({ node: { digest } }) => (digest === undefined ? [] : [digest])));
    if (node.digest === undefined && digests.size > 1) {
        const newest = outputs
            .toSorted((a, b) => later(b.record, a.record))
            .filter((one) => one.node.digest !== undefined);
        const chosen = newest.find(({ record }) => at === undefined || record.at <= at) ?? newest[0];
        const followed = chosen?.node.digest ?? '';
        ambiguous.push({ node, candidates: [...digests], followed });
        const records = outputs.filter((one) => one.node.digest === followed).map(({ record }) => record);
        return { node: { ...node, ...chosen?.node, id: node.id }, records };
    }
    const told = outputs.find((one) => one.node.digest !== undefined)?.node;
    const settled = { ...told, ...node, ...(told?.digest === undefined ? {} : { digest: told.digest }) };
    noteConflict(settled, makers, ambiguous);
    return { node: settled, records: makers };
}
function later(a, b) {
    return a.at < b.at ? -1 : Number(a.at > b.at) || (a.id < b.id ? -1 : 1);
}
/** Two records that made the same thing of different commits, jobs or weights. */
function noteConflict(node, makers, ambiguous) {
    const seen = new Map();
    for (const record of makers) {
        for (const [kind, inputs] of groupBy(record.inputs, (input) => input.kind)) {
            const names = inputs.map((input) => `${kind} ${input.id}`).toSorted();
            seen.set(kind, (seen.get(kind) ?? new Set()).add(names.join(' and ')));
        }
    }
    for (const candidates of seen.values())
        if (candidates.size > 1)
            ambiguous.push({ node, candidates: [...candidates].toSorted() });
}
const makers = {
    trace: 'serving',
    serving: 'weights',
    weights: 'job',
    job: 'commit',
    image: 'commit',
    evaluation: 'weights',
    verdict: 'commit',
};
function noteMissing(node, { missing }) {
    const expected = makers[node.kind];
    if (expected !== undefined && node.external !== true)
        missing.push({ node, expected });
}
/** Steps in an order in which each stands before what it was made of (up), or what was made of it (down). */
function inOrder({ steps, edges }, direction) {
    const byKey = new Map(steps.map((step) => [nodeKey(step.node), step]));
    const arrows = [...edges]
        .map(({ from, to }) => (direction === 'up' ? { first: to, next: from } : { first: from, next: to }))
        .filter(({ first, next }) => byKey.has(first) && byKey.has(next));
    const after = groupBy(arrows, ({ first }) => first);
    const waitingFor = new Map([...byKey.keys()].map((key) => [key, 0]));
    for (const { next } of arrows)
        waitingFor.set(next, (waitingFor.get(next) ?? 0) + 1);
    const ordered = [];
    const left = new Set(byKey.keys());
    while (left.size > 0) {
        const ready = [...left].filter((key) => waitingFor.get(key) === 0);
        // A circle of records that contradict each other: taken as it comes.
        const taken = ready.length > 0 ? ready : [...left].slice(0, 1);
        for (const key of taken) {
            left.delete(key);
            const step = byKey.get(key);
            if (step !== undefined)
                ordered.push(step);
            for (const { next } of after.get(key) ?? [])
                waitingFor.set(next, (waitingFor.get(next) ?? 0) - 1);
        }
    }
    return ordered;
}

;// CONCATENATED MODULE: ./build/src/lineage/chain/chain.js
/** A walk as facts for machines: one entry an artifact, with what the records say of it. */


/** The entries of a chain; of a commit with what git knows of it. */
function chainLinks(steps, commits) {
    const users = recordsUsing(steps);
    return steps.map((step) => linkOf(step, users.get(nodeKey(step.node)) ?? [], commits.get(step.node.id)));
}
/** A commit has no record that made it: who wrote it is told by those that used it. */
function recordsUsing(steps) {
    const uses = steps.flatMap(({ records }) => records.flatMap((record) => record.inputs.map((node) => ({ key: nodeKey(node), record }))));
    const groups = groupBy(uses, ({ key }) => key);
    return new Map([...groups].map(([key, found]) => [key, found.map(({ record }) => record)]));
}
function linkOf(step, users, facts) {
    const { node, depth, records, mentions } = step;
    const isCommit = node.kind === 'commit';
    const telling = isCommit ? [...users, ...mentions] : makersOf(node, mentions);
    const first = telling.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
    const pick = (key) => telling.find((record) => record[key] !== undefined)?.[key];
    const metrics = Object.fromEntries([...makersOf(node, mentions), ...evaluationsOf(node, mentions)].flatMap((record) => Object.entries(record.metrics ?? {})));
    const verdicts = verdictsOn(step);
    const pull = facts?.pullRequest ?? pullOf(isCommit ? pick('pr_number') : undefined);
    return compact({
        kind: node.kind,
        id: node.id,
        digest: node.digest,
        service: node.service,
        depth,
        records: records.map(({ id }) => id),
        at: isCommit ? undefined : first?.at,
        by: isCommit ? undefined : first?.by,
        git_ref: pick('git_ref'),
        author: facts?.author ?? pick('author'),
        pr_number: pull?.number ?? pick('pr_number'),
        run: isCommit ? undefined : pick('run'),
        metrics: Object.keys(metrics).length === 0 ? undefined : metrics,
        verdicts: verdicts.length === 0 ? undefined : verdicts,
        subject: facts?.subject,
        pull_request: pull,
        files: facts?.files,
    });
}
function makersOf(node, mentions) {
    return mentions.filter(({ outputs }) => outputs.some((output) => sameNode(output, node)));
}
/** What was measured on it, oldest first. */
function evaluationsOf(node, mentions) {
    return mentions
        .filter(({ inputs, outputs }) => outputs.some(({ kind }) => kind === 'evaluation') && inputs.some((input) => sameNode(input, node)))
        .toSorted((a, b) => (a.at < b.at ? -1 : 1));
}
function pullOf(number) {
    return number === undefined ? undefined : { number };
}
/** Verdicts of gates that were recorded with this step, or on this artifact. */
function verdictsOn({ node, mentions }) {
    const judged = mentions.filter(({ inputs, outputs }) => outputs.some(({ kind }) => kind === 'verdict') &&
        inputs.some(({ kind, id }) => kind === node.kind && id === node.id));
    const made = makersOf(node, mentions);
    const all = [...new Map([...made, ...judged].map((record) => [record.id, record])).values()];
    return all.flatMap(({ verdicts = [] }) => verdicts);
}
function compact(link) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is required is never undefined
    return Object.fromEntries(Object.entries(link).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./build/src/lineage/findings.js

/** `weights qwen3-vl-sft`, with the digest's beginning where it moves. */
function nodeText({ kind, id, digest }) {
    const name = kind === 'commit' ? id.slice(0, 8) : id;
    return digest === undefined ? `${kind} ${name}` : `${kind} ${name} (${shortDigest(digest)})`;
}
function shortDigest(digest) {
    const colon = digest.indexOf(':');
    return `${digest.slice(0, colon + 1)}${digest.slice(colon + 1, colon + 13)}`;
}
/** Everything in a walk that a reader must not overlook. */
function walkFindings(walk, now) {
    return [
        ...walk.missing.map(missingLink),
        ...walk.ambiguous.map(ambiguousLink),
        ...notWhole(walk),
        ...clockSkew(walk.steps, now),
        ...commitMismatch(walk.steps),
    ];
}
function missingLink({ node, expected }) {
    return {
        rule: 'lineage/missing-link',
        severity: 'warning',
        message: `no record says which ${expected} ${nodeText(node)} came from`,
        help: `Record it where it is made: inputs [${expected}], outputs [${node.kind}].`,
    };
}
function ambiguousLink({ node, candidates, followed }) {
    const shown = candidates.slice(0, 10).join('; ');
    const choice = followed === undefined ? 'all were followed' : `${shortDigest(followed)} was followed`;
    return {
        rule: 'lineage/ambiguous-link',
        severity: 'warning',
        message: `${nodeText(node)} has ${candidates.length} possible origins (${shown}); ${choice}`,
        help: 'Record the digest with every id that moves.',
    };
}
/** Told where more is there than was looked at. */
function notWhole({ cut, steps }) {
    if (!cut)
        return [];
    return [
        {
            rule: 'lineage/not-whole',
            severity: 'warning',
            message: `more than ${steps.length} artifacts are in this chain; the rest was not looked at`,
            help: 'Ask for one that is nearer to what you look for.',
        },
    ];
}
const tolerance = 5 * 60_000;
function clockSkew(steps, now) {
    const records = [
        ...new Map(steps.flatMap(({ records: all }) => all).map((record) => [record.id, record])).values(),
    ];
    const future = records.filter(({ at }) => Date.parse(at) > Date.parse(now) + tolerance);
    const made = new Map();
    for (const record of records)
        for (const node of record.outputs)
            made.set(nodeKey(node), record);
    const reversed = records.flatMap((record) => record.inputs.flatMap((node) => {
        const maker = made.get(nodeKey(node));
        const early = maker !== undefined && Date.parse(maker.at) > Date.parse(record.at) + tolerance;
        return early && maker.id !== record.id
            ? [`${nodeText(node)} was used at ${record.at} and recorded as made at ${maker.at}`]
            : [];
    }));
    const messages = [...future.map(({ id, at }) => `record ${id} is from the future: ${at}`), ...reversed];
    return messages.slice(0, 10).map((message) => ({
        rule: 'lineage/clock-skew',
        severity: 'notice',
        message,
        help: 'Set the clock of the machine that wrote it.',
    }));
}
function commitMismatch(steps) {
    return steps
        .filter(({ node }) => node.kind === 'job')
        .flatMap((step) => {
        const own = commitsOf(step.records);
        const images = step.records.flatMap(({ inputs }) => inputs.filter(({ kind }) => kind === 'image'));
        return images.flatMap((image) => {
            const built = steps.find(({ node }) => node.kind === 'image' && (nodeKey(node) === nodeKey(image) || node.id === image.id));
            const others = commitsOf(built?.records ?? []).filter((sha) => !own.includes(sha));
            return own.length === 0 || others.length === 0 ? [] : [mismatch(step.node, own, image, others)];
        });
    });
}
function commitsOf(records) {
    return [
        ...new Set(records.flatMap(({ inputs }) => inputs.filter(({ kind }) => kind === 'commit').map(({ id }) => id))),
    ];
}
function mismatch(job, own, image, others) {
    const names = (shas) => shas.map((sha) => sha.slice(0, 8)).join(', ');
    return {
        rule: 'lineage/commit-mismatch',
        severity: 'warning',
        message: `${nodeText(job)} ran commit ${names(own)}, but ${nodeText(image)} was built from ${names(others)}`,
        help: 'Build the image from the commit that is trained.',
    };
}

;// CONCATENATED MODULE: ./build/src/board/trends.js
/** Metrics over the last merges to trunk, held against the last release. */


/** Merges in one trend, as the report of regression-gate shows them. */
const trendLength = 30;
/** Longest first, then by name. `released`: newest version first, and the metrics that are known of its commit. */
function trendsOf(merges, released, metricsAt, settings) {
    const trunk = merges.filter(({ branch }) => isTrunk(branch, settings)).toReversed();
    const names = new Set(trunk.flatMap(({ metrics }) => [...metrics.keys()]));
    return [...names]
        .flatMap((metric) => trendOf(metric, trunk, released, metricsAt, settings) ?? [])
        .toSorted((a, b) => b.values.length - a.values.length || compare_compareText(a.metric, b.metric));
}
function trendOf(metric, trunk, released, metricsAt, settings) {
    const values = trunk.flatMap((merge) => trends_valueOf(merge, metric)).slice(-trendLength);
    const [oldest, last] = [values[0], values.at(-1)];
    if (oldest === undefined || last === undefined)
        return undefined;
    const release = released.find(({ sha }) => metricsAt(sha).has(metric));
    const value = release === undefined ? undefined : metricsAt(release.sha).get(metric);
    const anchor = release === undefined || value === undefined
        ? { name: oldest.sha.slice(0, 8), value: oldest.value, release: false }
        : { name: release.tag, value, release: true };
    const points = values.every((one) => isShare(metric, one.value));
    const tolerance = (points && settings.unit === 'points'
        ? settings.tolerance
        : Math.abs(anchor.value) * settings.tolerance) / 100;
    const drift = last.value - anchor.value;
    const lowerIsBetter = isCost(metric);
    const state = stateOf(drift, tolerance, lowerIsBetter);
    return { metric, values, lowerIsBetter, points, anchor, tolerance, drift, state };
}
function trends_valueOf({ sha, at, metrics, pullRequest }, metric) {
    const value = metrics.get(metric);
    if (value === undefined)
        return [];
    return [{ sha, at, value, ...(pullRequest === undefined ? {} : { pullRequest }) }];
}
/** Equal in the last digits is inside: 0.870 − 0.005 is not exactly 0.865. */
function stateOf(drift, tolerance, lowerIsBetter) {
    if (Math.abs(drift) <= tolerance * (1 + 1e-9))
        return 'inside';
    return drift > 0 === lowerIsBetter ? 'worse' : 'better';
}
/** A value that is shown in points. */
function isShare(metric, value) {
    return value >= 0 && value <= 1 && !isCost(metric);
}
/** Names of metrics of which less is better; of all others more is. */
function isCost(metric) {
    return /(?:^|[^a-z])(?:loss|ppl|perplexity|latency|ttft|cost|error|wer|cer|mae|mse|rmse|ece|memory|duration|seconds|ms|hallucination\w*)(?:$|[^a-z])/i.test(metric);
}

;// CONCATENATED MODULE: ./build/src/board/serving.js
/** Which version of each service serves now, and the chain that made it. */






/** By name. The version that was recorded last serves: a roll-back is a new record. */
async function servicesOf(records, now, lookup = lookupIn(records)) {
    const deployed = records
        .toSorted(earlier)
        .flatMap((record) => record.outputs.filter(({ kind }) => kind === 'serving').map((node) => ({ node, record })));
    const nameOf = serviceNames(deployed);
    const groups = [...groupBy(deployed, ({ node }) => nameOf(node.id))].toSorted(([a], [b]) => compare_compareText(a, b));
    const services = [];
    for (const [name, history] of groups)
        services.push(...(await serviceOf(name, history, lookup, now)));
    return services;
}
/** As a record says; else the service of the version whose place it took; else the name of the first of that line. */
function serviceNames(deployed) {
    const told = new Map();
    const before = new Map();
    for (const { node, record } of deployed) {
        if (node.service !== undefined)
            told.set(node.id, node.service);
        if (record.replaces !== undefined && !before.has(node.id))
            before.set(node.id, record.replaces);
    }
    return (id) => {
        const seen = new Set();
        for (let at = id;;) {
            const service = told.get(at);
            const older = before.get(at);
            seen.add(at);
            if (service !== undefined)
                return service;
            if (older === undefined)
                return at;
            // Records that replace each other in a circle are one line, whose name does not depend on where it was entered.
            if (seen.has(older))
                return [...seen].toSorted(compare_compareText)[0] ?? at;
            at = older;
        }
    };
}
async function serviceOf(name, history, lookup, now) {
    const current = history.at(-1);
    if (current === undefined)
        return [];
    const older = olderVersions(history);
    const made = await chainOf(current.node, lookup, now);
    const before = [];
    for (const one of older.slice(0, limits.before))
        before.push(deploymentOf(one, (await chainOf(one.node, lookup, now)).chain));
    const { author, run } = current.record;
    return [
        {
            name,
            current: deploymentOf(current, made.chain),
            chain: made.chain.slice(0, limits.chain),
            gaps: made.gaps,
            missing: made.missing,
            complete: made.complete,
            metrics: await metricsOfChain(made.chain, lookup),
            before: { shown: before, total: older.length },
            ...(current.node.digest === undefined ? {} : { digest: current.node.digest }),
            ...(author === undefined ? {} : { author }),
            ...(run === undefined ? {} : { run }),
        },
    ];
}
/** Versions that served before, newest first, each once. */
function olderVersions(history) {
    const newestFirst = history.toReversed();
    const current = newestFirst[0]?.node.id;
    const byId = new Map();
    for (const one of newestFirst)
        if (!byId.has(one.node.id))
            byId.set(one.node.id, one);
    return [...byId].flatMap(([id, one]) => (id === current ? [] : [one]));
}
function deploymentOf({ node, record }, chain) {
    const commit = chain.find(({ kind }) => kind === 'commit');
    const pull = commit?.pr_number ?? record.pr_number;
    return {
        id: node.id,
        at: record.at,
        by: record.by,
        ...(commit === undefined ? {} : { commit: commit.id }),
        ...(pull === undefined ? {} : { pullRequest: pull }),
    };
}
async function chainOf(node, lookup, now) {
    const found = await walk([{ kind: node.kind, id: node.id }], 'up', lookup);
    const chain = chainLinks(inOrder(found, 'up'), new Map());
    return {
        chain,
        gaps: walkFindings(found, now).slice(0, limits.gaps),
        missing: found.missing.slice(0, limits.gaps),
        complete: found.missing.length === 0 && chain.some(({ kind }) => kind === 'commit'),
    };
}
/** Of the artifact nearest to what serves that was evaluated: its newest evaluation, else what its maker reported. */
async function metricsOfChain(chain, lookup) {
    const made = chain.filter(({ kind }) => kind === 'serving' || kind === 'weights');
    const mentions = await lookup(made);
    const evaluated = mentions.flatMap((records) => {
        const own = records.filter(isEvaluation).toSorted(earlier).at(-1);
        return own?.metrics === undefined ? [] : [own.metrics];
    });
    const reported = made.flatMap(({ metrics }) => (metrics === undefined ? [] : [metrics]));
    return Object.entries(evaluated[0] ?? reported[0] ?? {})
        .slice(0, limits.metrics)
        .map(([name, value]) => ({ name, value, points: isShare(name, value) }));
}
function isEvaluation({ outputs, metrics }) {
    return metrics !== undefined && outputs.some(({ kind }) => kind === 'evaluation');
}
/** The records that mention a node, by its id or its digest. */
function lookupIn(records) {
    const index = new Map();
    for (const record of records) {
        const keys = [...record.inputs, ...record.outputs].flatMap(keysOf);
        for (const key of new Set(keys)) {
            const own = index.get(key);
            if (own === undefined)
                index.set(key, [record]);
            else
                own.push(record);
        }
    }
    return (nodes) => Promise.resolve(nodes.map((node) => [...new Set(keysOf(node).flatMap((key) => index.get(key) ?? []))]));
}
/** A service is no name of one artifact. */
function keysOf({ kind, id, digest }) {
    return namesOf({ kind, id, ...(digest === undefined ? {} : { digest }) }).map((name) => `${kind} ${name}`);
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

;// CONCATENATED MODULE: ./build/src/board/versions.js



/** Highest version first. Tags of the repository count before what a record says. */
function versions_versionsOf(tags, commits, { prefix }) {
    const known = new Map();
    for (const { name, sha } of [...taggedIn(commits), ...tags]) {
        const version = parseVersion(name, prefix);
        if (version !== undefined)
            known.set(name, { version, sha });
    }
    return [...known.values()]
        .toSorted((a, b) => compareVersions(b.version, a.version))
        .map(({ version, sha }) => rowOf(version, sha, commits.get(sha)?.records ?? []));
}
/** `refs/tags/v2.3.1` or `v2.3.1` as the ref, or as the parameter `version`: only what reads as a version is taken. */
function taggedIn(commits) {
    return [...commits.values()].flatMap(({ sha, records }) => records.flatMap(({ git_ref: ref, parameters }) => {
        const version = parameters?.['version'];
        const names = [ref === undefined ? undefined : tagName(ref), version];
        return names.flatMap((name) => (typeof name === 'string' ? [{ name, sha }] : []));
    }));
}
function tagName(ref) {
    return ref.replace(/^refs\/tags\//, '');
}
function rowOf(version, sha, records) {
    const { tag } = version;
    const ordered = records.toSorted(earlier);
    const at = (ordered.find(({ git_ref: ref }) => ref !== undefined && tagName(ref) === tag) ?? ordered[0])
        ?.at;
    const author = ordered.find((record) => record.author !== undefined)?.author;
    const pull = ordered.find((record) => record.pr_number !== undefined)?.pr_number;
    const gates = gatesOf(ordered);
    return {
        tag,
        sha,
        release: isRelease(version),
        serving: [],
        ...(at === undefined ? {} : { at }),
        ...(author === undefined ? {} : { author }),
        ...(pull === undefined ? {} : { pullRequest: pull }),
        ...(gates.length === 0 ? {} : { verdict: worstVerdict(gates.map(({ verdict }) => verdict)) }),
    };
}

;// CONCATENATED MODULE: ./build/src/board/build.js








/** Everything that the page shows, from the records alone: the same input gives the same board, in whatever order it comes. */
async function buildBoard(input) {
    const { settings, unread } = input;
    const builtAt = new Date(input.now).toISOString();
    const records = ordered(input.records);
    const commits = recordedCommits(records);
    const merges = mergesOf(commits, records, settings);
    const services = await servicesOf(records, builtAt, input.lookup);
    const servingAt = servingByCommit(services);
    const debts = debtsOf(merges, commits, settings, builtAt).map((debt) => withServing(debt, servingAt));
    const versions = versions_versionsOf(input.tags, commits, settings).map((row) => withServing(row, servingAt));
    const metricsAt = (sha) => metricsOf(commits.get(sha)?.records ?? []);
    const released = versions.filter(({ release }) => release);
    const trends = trendsOf(merges, released, metricsAt, settings);
    const newest = records.at(-1)?.at;
    return {
        builtAt,
        name: input.name,
        ...(input.url === undefined ? {} : { url: input.url.replace(/\/+$/, '') }),
        trunk: settings.trunk ?? 'main',
        ledger: {
            records: records.length,
            ...(input.ledgerCommit === undefined ? {} : { commit: input.ledgerCommit }),
            ...(newest === undefined ? {} : { newest }),
        },
        attention: cut(attentionOf({ services, debts, merges, trends, unread }, settings.trunk), limits.attention),
        services: cut(services, limits.services),
        trends: cut(trends, limits.trends),
        merges: cut(merges, limits.merges),
        debts: cut(debts, limits.debts),
        versions: cut(versions, limits.versions),
        unread: unread.slice(0, limits.unread),
    };
}
function ordered(records) {
    return records.toSorted((a, b) => compare_compareText(a.at, b.at) || compare_compareText(a.id, b.id));
}
/** Full SHA → the services whose serving version is made of it. */
function servingByCommit(services) {
    const by = new Map();
    for (const { current, chain } of services)
        for (const { kind, id } of chain)
            if (kind === 'commit')
                by.set(id, [...(by.get(id) ?? []), current.id]);
    return by;
}
function withServing(row, at) {
    return { ...row, serving: at.get(row.sha) ?? [] };
}
function cut(all, most) {
    return { shown: all.slice(0, most), total: all.length };
}

;// CONCATENATED MODULE: ./build/src/board/html/markup.js
/** HTML as a value: what is put into a template is escaped unless it is HTML itself. */


class Html {
    text;
    constructor(text) {
        this.text = text;
    }
}
/** The only way to make HTML of anything that is not a constant. */
function html(texts, ...parts) {
    return new Html(texts.map((text, at) => withoutIndentation(text) + partText(parts[at])).join(''));
}
/** How a template is laid out in the source is not sent to readers. */
function withoutIndentation(text) {
    return text.replaceAll(/\n\s+/g, '\n');
}
function partText(part) {
    if (part === undefined)
        return '';
    if (part instanceof Html)
        return part.text;
    if (typeof part === 'object')
        return part.map((one) => one?.text ?? '').join('');
    return htmlText(String(part));
}
const nothing = new Html('');
/** A text of the ledger: cut, and kept from turning around what stands beside it. The whole of a cut text is in its title. */
function told(text, most = 120) {
    const short = clip(text, most);
    if (short === text)
        return html `<bdi>${text}</bdi>`;
    return html `<bdi title="${clip(text, 300)}">${short}</bdi>`;
}
/** The same, set as code. */
function code(text, most = 120) {
    return html `<code>${told(text, most)}</code>`;
}
function join(parts, between) {
    return new Html(parts.map(({ text }) => text).join(htmlText(between)));
}

;// CONCATENATED MODULE: ./build/src/board/html/table.js


/**
 * A table whose rows become cards on a narrow screen. The roles say again what the elements are, for a style that is no table's
 * takes that from them. The first cell names its row.
 */
function table({ caption, columns, rows, filtered = false }) {
    const heads = columns.map((column) => html `<th scope="col" role="columnheader" ${classOf(column)}>${column.title}</th>`);
    return html `<table role="table" ${filtered ? html ` data-filtered` : nothing}>
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${heads}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map((cells) => table_rowOf(cells, columns))}
    </tbody>
  </table> `;
}
function table_rowOf(cells, columns) {
    const shown = cells.map((cell, at) => {
        const column = columns[at] ?? { title: '' };
        const attributes = html ` data-label="${column.title}"${classOf(column, at > 0 && cell.text === '')}`;
        if (at === 0)
            return html `<th scope="row" role="rowheader" ${attributes}><div>${cell}</div></th>`;
        const empty = cell.text === '';
        return html `<td role="cell" ${attributes}><div>${empty ? html `–` : cell}</div></td>`;
    });
    return html `<tr role="row">
    ${shown}
  </tr> `;
}
function classOf({ numeric = false, tight = false }, blank = false) {
    const names = [...(numeric ? ['num'] : tight ? ['tight'] : []), ...(blank ? ['none'] : [])];
    return names.length === 0 ? nothing : html ` class="${names.join(' ')}"`;
}
/** Says what a list leaves out; nothing where it is whole. */
function cutNote({ shown, total }, what, more) {
    if (shown.length >= total)
        return nothing;
    return html `<p class="cut">${grouped(shown.length)} of ${grouped(total)} ${what} are shown. ${more}</p> `;
}

;// CONCATENATED MODULE: ./build/src/board/html/attention.js




/** What to look at first, or that there is nothing. */
function attentionPart({ attention }) {
    if (attention.total === 0)
        return html `<p class="calm"><span aria-hidden="true">✓ </span>Nothing waits for anybody.</p> `;
    return html `<ul class="attention">
      ${attention.shown.map(item)}
    </ul>
    ${cutNote(attention, 'entries', 'The parts below have the others.')}`;
}
const styles = {
    serving: 'fail',
    now: 'fail',
    soon: 'inconclusive',
    note: 'skipped',
};
function item({ finding, part, level }) {
    return html `<li>
    <span class="chip ${styles[level]}">${level}</span>
    <span
      ><a href="#${part}">${told(finding.message, 500)}</a>
      <span class="help">${told(finding.help ?? '', 300)}</span></span
    >
  </li> `;
}
/** The page in five numbers. */
function tiles(board) {
    return html `<ul class="tiles">
    ${tilesOf(board).map(({ part, label, value, note, level }) => html `<li class="${level}">
          <a href="#${part}"
            ><span class="label">${label}</span><span class="number">${told(value, 40)}</span
            ><span class="note">${told(note, 120)}</span></a
          >
        </li> `)}
  </ul> `;
}
function tilesOf({ services, debts, merges, trends, unread, builtAt, versions }) {
    const broken = services.shown.filter(({ complete }) => !complete).length;
    const overdue = debts.shown.filter(({ state }) => state === 'overdue').length;
    const owed = debts.shown.filter(({ state }) => state !== 'paid').length;
    const last = merges.shown[0];
    const worse = trends.shown.filter(({ state }) => state === 'worse').length;
    const newest = versions.shown.find(({ release }) => release);
    const lost = unread.filter(({ severity }) => severity !== 'notice').length;
    return [
        {
            part: 'serving',
            label: 'Serving now',
            value: count(services.total, 'service'),
            note: broken === 0
                ? services.total === 0
                    ? 'none recorded'
                    : 'all traced to a commit'
                : `${broken} not traced to a commit`,
            level: broken > 0 ? 'fail' : services.total === 0 ? '' : 'pass',
        },
        {
            part: 'debts',
            label: 'Evaluations owed',
            value: String(owed),
            note: overdue > 0 ? `${overdue} overdue` : owed > 0 ? 'none overdue' : 'nothing is owed',
            level: overdue > 0 ? 'fail' : owed > 0 ? 'inconclusive' : 'pass',
        },
        {
            part: 'merges',
            label: 'Last merge',
            value: last === undefined ? 'none' : `${spanText(last.at, builtAt)} ago`,
            note: last === undefined ? '' : `${last.verdict ?? 'no verdict'}, ${momentText(last.at)}`,
            level: levelOf(last?.verdict),
        },
        {
            part: 'trends',
            label: 'Metrics',
            value: String(trends.total),
            note: trends.total === 0
                ? 'none recorded'
                : worse === 0
                    ? 'none worse than tolerated'
                    : `${worse} worse than tolerated`,
            level: worse > 0 ? 'inconclusive' : trends.total === 0 ? '' : 'pass',
        },
        {
            part: 'versions',
            label: 'Newest release',
            value: newest?.tag ?? 'none',
            note: newest === undefined ? '' : newest.serving.length > 0 ? 'serves now' : 'does not serve',
            level: '',
        },
        {
            part: 'unread',
            label: 'Not readable',
            value: String(lost),
            note: lost === 0 ? 'the ledger was read whole' : 'something is missing here',
            level: lost > 0 ? 'inconclusive' : 'pass',
        },
    ];
}
function levelOf(verdict) {
    if (verdict === 'fail')
        return 'fail';
    if (verdict === 'inconclusive' || verdict === 'exempt')
        return 'inconclusive';
    return verdict === 'pass' ? 'pass' : '';
}

;// CONCATENATED MODULE: ./build/src/board/html/beginning.js

const recording = `- uses: model-gates/model-gates/actions/record-lineage@v1
  with:
    from: weights qwen3-vl-30b-sft sha256:…
    to: serving svc-qwen-v23
    service: qwen3-vl`;
/** What the page says of a ledger that was read and holds nothing. */
function beginning({ trunk }) {
    return html `<section id="begin" aria-labelledby="begin-title">
    <h2 id="begin-title">The ledger is empty</h2>
    <p>
      It was read, and holds no record yet. Four steps fill this page; each is one step in a workflow that is
      there already.
    </p>
    <ol class="begin">
      <li>
        <strong>Merge.</strong> On <code>push</code> to ${trunk}, record the gates’ verdicts:
        <code>from: commit …</code>, <code>to: verdict …</code>, <code>reports</code>, <code>metrics</code>.
      </li>
      <li>
        <strong>Build.</strong> Where the image is built: <code>from: commit …</code>,
        <code>to: image NAME sha256:…</code>.
      </li>
      <li>
        <strong>Train.</strong> Where the job runs: <code>from: commit …</code> and <code>image …</code>,
        <code>to: job …</code>; then <code>from: job …</code>, <code>to: weights …</code>.
      </li>
      <li><strong>Deploy.</strong> Where it is served:</li>
    </ol>
    <pre><code>${recording}</code></pre>
    <p>
      A job in the same repository may do it too: <code>model-gates record FILE</code>. The next run of
      <code>build-dashboard</code> shows what was recorded.
    </p>
  </section> `;
}

;// CONCATENATED MODULE: ./build/src/board/html/places.js
/** Links, times and verdicts, as every part of the page shows them. */




const safeUrl = /^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w.~%+-]+)*$/;
/** The address of the repository where it is one that a browser may be sent to. */
function placeOf(url, builtAt) {
    return url !== undefined && safeUrl.test(url) ? { url, builtAt } : { builtAt };
}
function places_link(href, content) {
    return href === undefined ? content : html `<a href="${href}" rel="noreferrer noopener">${content}</a>`;
}
function commitLink(sha, { url }) {
    const known = url !== undefined && isSha(sha);
    return places_link(known ? `${url}/commit/${sha}` : undefined, code(sha.slice(0, 8)));
}
/** What the newer of two commits has and the older has not. */
function compareLink(older, newer, { url }) {
    if (url === undefined || !isSha(older) || !isSha(newer) || older === newer)
        return nothing;
    return places_link(`${url}/compare/${older}...${newer}`, html `what changed since`);
}
function isSha(text) {
    return text !== undefined && /^[0-9a-f]{40,64}$/.test(text);
}
function pullLink(pull, { url }) {
    if (pull === undefined)
        return nothing;
    return places_link(url === undefined ? undefined : `${url}/pull/${pull}`, html `#${pull}`);
}
function issueLink(issue, { url }) {
    if (issue === undefined)
        return nothing;
    return places_link(url === undefined ? undefined : `${url}/issues/${issue}`, html `issue #${issue}`);
}
function tagLink(tag, { url }) {
    const path = tag.split('/').map(encodeURIComponentFully).join('/');
    return places_link(url === undefined ? undefined : `${url}/releases/tag/${path}`, code(tag, 80));
}
/** A run of this repository; an address that a record gives leads nowhere else. */
function runLink(address, text, { url }) {
    if (address === undefined || url === undefined)
        return nothing;
    return address.startsWith(`${url}/`) && safeUrl.test(address) ? places_link(address, html `${text}`) : nothing;
}
/** A moment, with what the reader needs to place it: how long before or after the page was made. */
function places_time(iso, { builtAt }, relative = true) {
    const when = html `<time datetime="${iso}">${momentText(iso)}</time>`;
    if (!relative)
        return when;
    const side = iso <= builtAt ? `${spanText(iso, builtAt)} ago` : `in ${spanText(builtAt, iso)}`;
    return html `${when} <span class="age">(${side})</span>`;
}
const marks = {
    pass: '✓',
    fail: '✕',
    inconclusive: '?',
    exempt: '⚑',
    skipped: '–',
};
/** A verdict in a word, a sign and a colour: none of them alone. */
function verdictChip(verdict, label = verdict, title = '') {
    const spoken = label === verdict ? nothing : html `<span class="sr">: ${verdict}</span>`;
    const hint = title === '' ? nothing : html ` title="${clip(title, 200)}"`;
    return html `<span class="chip ${verdict}" ${hint}
    ><span aria-hidden="true">${marks[verdict]} </span>${told(label, 40)}${spoken}</span
  >`;
}

;// CONCATENATED MODULE: ./build/src/board/html/serving.js






function servingPart({ services }, place) {
    if (services.total === 0)
        return html `<p class="empty">
      No record names a serving version. Record each deploy with <code>record-lineage</code>:
      <code>from: weights …</code>, <code>to: serving …</code>.
    </p> `;
    return html `${services.shown.map((service) => card(service, place))}${cutNote(services, 'services', 'Trace the others by their name.')}`;
}
function card(service, place) {
    const { name, current, complete, run } = service;
    const state = complete
        ? html `<span class="chip pass"><span aria-hidden="true">✓ </span>traced to its commit</span>`
        : html `<span class="chip fail"><span aria-hidden="true">✕ </span>chain incomplete</span>`;
    return html `<article class="card${complete ? '' : ' broken'}">
    <header>
      <h3>${told(name)}</h3>
      ${state}
    </header>
    <p class="version">${code(current.id)}</p>
    <p class="origin">${origin(service, place)}</p>
    <p class="meta">
      Serving since ${places_time(current.at, place)} · recorded by
      ${told(current.by, 60)}${dotted(runLink(run?.url, 'deploy run', place))}
    </p>
    <ol class="chain" aria-label="From the serving version up to the commit">
      ${service.chain.map((link) => html `${chainItem(link, place)}${gapItems(link, service.missing)}`)}
    </ol>
    ${metrics(service)}${gaps(service)}${before(service, place)}${commands(current.id, service.before.shown[0]?.id)}
  </article> `;
}
function dotted(part) {
    return part.text === '' ? nothing : html ` · ${part}`;
}
function origin({ chain, current }, place) {
    const commits = chain.filter(({ kind }) => kind === 'commit');
    const [commit] = commits;
    if (commit === undefined)
        return html `<strong>No commit is known for it.</strong>`;
    const pull = current.pullRequest === undefined
        ? nothing
        : html `, pull request ${pullLink(current.pullRequest, place)}`;
    const author = commit.author === undefined ? nothing : html `, by ${told(commit.author, 60)}`;
    const more = commits.length < 2 ? nothing : html ` and ${commits.length - 1} more`;
    return html `Made of commit ${commitLink(commit.id, place)}${more}${pull}${author}`;
}
const kindNames = {
    commit: 'Commit',
    verdict: 'Verdict',
    image: 'Image',
    job: 'Training job',
    evaluation: 'Evaluation',
    weights: 'Weights',
    serving: 'Serving',
    trace: 'Request',
};
function chainItem(link, place) {
    const id = link.kind === 'commit' ? commitLink(link.id, place) : code(link.id, 80);
    const digest = link.digest === undefined
        ? nothing
        : html `<span class="digest">${code(shortDigest(link.digest), 40)}</span>`;
    const when = link.at === undefined ? nothing : html `<span>${places_time(link.at, place, false)}</span>`;
    const who = link.kind === 'commit' ? commitWho(link, place) : madeBy(link, place);
    return html `<li class="${link.kind}">
    <span class="kind">${kindNames[link.kind]}</span>${id}${digest}${when}${who}${gates(link)}
  </li> `;
}
function commitWho({ author, git_ref: ref, pr_number: pull }, place) {
    const parts = [
        ...(pull === undefined ? [] : [pullLink(pull, place)]),
        ...(author === undefined ? [] : [told(author, 40)]),
        ...(ref === undefined ? [] : [told(ref.replace(/^refs\/(?:heads|tags)\//, ''), 40)]),
    ];
    return parts.length === 0 ? nothing : html `<span>${join(parts, ' · ')}</span>`;
}
function madeBy({ by, run }, place) {
    const parts = [...(by === undefined ? [] : [told(by, 40)]), runLink(run?.url, 'run', place)];
    const shown = parts.filter(({ text }) => text !== '');
    return shown.length === 0 ? nothing : html `<span>${join(shown, ' · ')}</span>`;
}
function gates({ verdicts = [] }) {
    const last = new Map(verdicts.map((told) => [told.gate, told]));
    const shown = [...last.values()]
        .filter(({ gate }) => gate !== 'model-gates' || last.size === 1)
        .slice(0, 6);
    if (shown.length === 0)
        return nothing;
    return html `<span class="chips"
    >${shown.map(({ gate, verdict, title = '' }) => verdictChip(verdict, shortGate(gate), oneLine(title)))}</span
  >`;
}
const serving_short = {
    'validate-model-config': 'config',
    'detect-dep-drift': 'deps',
    'regression-gate': 'regression',
};
function shortGate(gate) {
    return Object.hasOwn(serving_short, gate) ? (serving_short[gate] ?? gate) : gate;
}
function gapItems(link, missing) {
    const own = missing.filter(({ node }) => node.kind === link.kind && node.id === link.id);
    return own.map(({ expected }) => html `<li class="gap">
        <span class="kind">${kindNames[expected]}?</span><strong>Not recorded</strong>
      </li> `);
}
function metrics({ metrics: values }) {
    if (values.length === 0)
        return nothing;
    const shown = values.map(({ name, value, points }) => html `<div>
        <dt>${told(name, 60)}</dt>
        <dd>${numberText(value, { points })}</dd>
      </div>`);
    return html `<dl class="metrics">${shown}</dl> `;
}
function gaps({ gaps: found }) {
    if (found.length === 0)
        return nothing;
    const shown = found.map(({ message, help = '' }) => html `<li>${told(message, 400)} <span class="help">${told(help, 300)}</span></li> `);
    return html `<ul class="gaps">
    ${shown}
  </ul> `;
}
/** What to roll back to, and what that would take away. */
function before({ before: older, current }, place) {
    const [last, ...others] = older.shown;
    if (last === undefined)
        return nothing;
    const range = compareLink(last.commit, current.commit, place);
    const line = html `<p class="before">Before it: ${deployment(last, place)}${dotted(range)}</p> `;
    if (others.length === 0)
        return line;
    const items = others.map((one) => html `<li>${deployment(one, place)}</li> `);
    return html `${line}
    <details class="before">
      <summary>Earlier still</summary>
      <ol>
        ${items}
      </ol>
      ${cutNote(older, 'earlier versions', '')}
    </details> `;
}
function deployment({ id, at, commit, pullRequest }, place) {
    const from = commit === undefined ? html `no commit known` : html `commit ${commitLink(commit, place)}`;
    return html `${code(id, 80)} from ${places_time(at, place, false)}, ${from} ${pullLink(pullRequest, place)}`;
}
/** Offered for copying only where the shell reads nothing into the ids. */
function commands(id, older) {
    if (!isPlain(id))
        return nothing;
    const diff = older === undefined || !isPlain(older)
        ? nothing
        : html `; what changed: <code>model-gates trace ${older} --diff ${id}</code>`;
    return html `<p class="command">Down to the changed lines: <code>model-gates trace ${id}</code>${diff}</p> `;
}
function isPlain(id) {
    return /^[A-Za-z0-9][\w.:@/-]{0,119}$/.test(id);
}

;// CONCATENATED MODULE: ./build/src/board/html/lists.js
/** Merges, debts and versions as tables. */






/** Metrics that have a column of their own. */
const mostColumns = 3;
function mergesPart({ merges, trends, trunk }, place) {
    if (merges.total === 0)
        return html `<p class="empty">
      No record tells of a commit on ${told(trunk, 80)} or on a release branch. Run
      <code>record-lineage</code> on <code>push</code>.
    </p> `;
    const metrics = trends.shown.slice(0, mostColumns);
    const columns = [
        { title: 'Commit', tight: true },
        { title: 'Merged', tight: true },
        { title: 'Pull', tight: true },
        { title: 'Author', tight: true },
        { title: 'Gates' },
        ...metrics.map(({ metric }) => ({ title: metric.slice(0, 40), numeric: true })),
        { title: 'Run', tight: true },
    ];
    const rows = merges.shown.map((merge) => [
        html `${commitLink(merge.sha, place)}${branchNote(merge, trunk)}`,
        places_time(merge.at, place, false),
        pullLink(merge.pullRequest, place),
        author(merge.author),
        gateChips(merge),
        ...metrics.map((trend) => valueCell(merge.metrics.get(trend.metric), trend)),
        runLink(merge.run?.url, 'run', place),
    ]);
    const caption = `Newest first, with the last verdict of each gate`;
    return html `${table({ caption, columns, rows, filtered: true })}${cutNote(merges, 'merges', 'The ledger holds the others.')}`;
}
function author(name) {
    return name === undefined ? nothing : told(name, 30);
}
function valueCell(value, trend) {
    return value === undefined ? nothing : html `${numberText(value, trend)}`;
}
function branchNote({ branch, hotfix }, trunk) {
    const parts = [
        ...(branch === trunk || branch === 'master' ? [] : [html ` <span class="tag">${told(branch, 40)}</span>`]),
        ...(hotfix ? [html ` <span class="tag hot">hotfix</span>`] : []),
    ];
    return html `${parts}`;
}
function gateChips({ gates }) {
    if (gates.length === 0)
        return html `<span class="none">no verdict recorded</span>`;
    return html `<span class="chips">${gates.slice(0, 6).map(gateChip)}</span>`;
}
function gateChip(result) {
    const { gate, verdict, title, reason } = result;
    const hint = [title, liftedWords(result), reason].filter((text) => text !== undefined);
    return verdictChip(verdict, shortGate(gate), oneLine(hint.join(' · ')));
}
/** `by grace on 1a2b3c4d at 2026-11-20 10:05 UTC` */
function liftedWords({ exemptedBy, exemptedSha, exemptedAt }) {
    if (exemptedBy === undefined)
        return undefined;
    const on = exemptedSha === undefined ? '' : ` on ${exemptedSha.slice(0, 8)}`;
    return `by ${exemptedBy}${on}${exemptedAt === undefined ? '' : ` at ${momentText(exemptedAt)}`}`;
}
function debtsPart({ debts }, place) {
    if (debts.total === 0)
        return html `<p class="empty">No gate was lifted for a commit that is merged.</p> `;
    const columns = [
        { title: 'What', tight: true },
        { title: 'State' },
        { title: 'Commit', tight: true },
        { title: 'Pull', tight: true },
        { title: 'Lifted', tight: true },
        { title: 'By', tight: true },
        { title: 'Reason' },
        { title: 'Serves in' },
    ];
    const rows = debts.shown.map((debt) => [
        html `${shortGate(debt.gate)}<br /><span class="help">${debt.kind}${deployedIn(debt)}</span>`,
        debtState(debt, place),
        commitLink(debt.sha, place),
        html `${pullLink(debt.pullRequest, place)}${debt.author === undefined ? nothing : html ` ${told(debt.author, 40)}`}`,
        places_time(debt.at, place, false),
        html `${author(debt.by)}${liftedOn(debt)}`,
        debt.reason === undefined ? nothing : told(debt.reason, 200),
        servingIn(debt.serving),
    ]);
    const caption = 'What is still owed first, by its deadline';
    return html `${table({ caption, columns, rows, filtered: true })}${cutNote(debts, 'entries', 'Those that are paid are left out first.')}`;
}
/** Only where it is another commit than the merged one. */
function liftedOn({ on, sha }) {
    return on === undefined || on === sha
        ? nothing
        : html `<br /><span class="help">on ${code(on.slice(0, 8), 8)}</span>`;
}
function deployedIn({ minutes }) {
    return minutes === undefined ? '' : `, deployed in ${minutes} min`;
}
function debtState({ state, due, settled, issue }, place) {
    if (settled !== undefined) {
        const said = settled.verdict === undefined ? html `values recorded` : verdictChip(settled.verdict);
        return html `<span class="chip pass"><span aria-hidden="true">✓ </span>paid</span> ${said}
      ${places_time(settled.at, place, false)}`;
    }
    const chip = state === 'overdue'
        ? html `<span class="chip fail"><span aria-hidden="true">✕ </span>overdue</span>`
        : html `<span class="chip inconclusive"><span aria-hidden="true">… </span>owed</span>`;
    return html `${chip} due ${places_time(due, place)} ${issueLink(issue, place)}`;
}
function servingIn(ids) {
    if (ids.length === 0)
        return nothing;
    return html `${ids.slice(0, 3).map((id) => html `${code(id, 60)} `)}${ids.length > 3 ? html `and ${ids.length - 3} more` : nothing}`;
}
function versionsPart({ versions }, place) {
    if (versions.total === 0)
        return html `<p class="empty">No version tag was found. <code>emit-version-tag</code> claims one.</p> `;
    const columns = [
        ...['Version', 'Commit', 'Pull', 'Author', 'First recorded', 'Gates'].map((title) => ({
            title,
            tight: true,
        })),
        { title: 'Serves in' },
    ];
    const rows = versions.shown.map((row) => [
        tagLink(row.tag, place),
        commitLink(row.sha, place),
        pullLink(row.pullRequest, place),
        author(row.author),
        recordedAt(row),
        row.verdict === undefined ? nothing : verdictChip(row.verdict),
        servingIn(row.serving),
    ]);
    const caption = 'Highest version first';
    return html `${table({ caption, columns, rows, filtered: true })}${cutNote(versions, 'versions', 'The repository has the others.')}`;
}
function recordedAt({ at }) {
    return at === undefined
        ? html `<span class="none">not in the ledger</span>`
        : html `<time datetime="${at}">${momentText(at)}</time>`;
}

;// CONCATENATED MODULE: ./build/src/board/html/script.js
/** The page is whole without it: it filters rows, and says how old the page is. Runs in any browser of the last ten years. */
const script = `(function(){
'use strict';
var form=document.getElementById('filter'),words=document.getElementById('words'),found=document.getElementById('found');
if(form&&words&&found){
form.hidden=false;
form.addEventListener('submit',function(event){event.preventDefault()});
var rows=[].slice.call(document.querySelectorAll('table[data-filtered] tbody tr'));
var texts=rows.map(function(row){return row.textContent.toLowerCase()});
var filter=function(){
var wanted=words.value.toLowerCase().split(/\\s+/).filter(Boolean),shown=0;
rows.forEach(function(row,at){
var fits=wanted.every(function(word){return texts[at].indexOf(word)>=0});
row.hidden=!fits;
if(fits)shown+=1;
});
found.textContent=wanted.length===0?'':shown+' of '+rows.length+' rows';
};
words.addEventListener('input',filter);
filter();
}
var built=document.querySelector('#built'),age=document.getElementById('age');
var minutes=built?Math.floor((Date.now()-Date.parse(built.getAttribute('datetime')))/60000):NaN;
if(age&&minutes>=0){
age.textContent=' ('+(minutes<120?minutes+' min':minutes<2880?Math.floor(minutes/60)+' h':Math.floor(minutes/1440)+' days')+' ago)';
if(minutes>=1500)age.className='old';
}
})();`;

;// CONCATENATED MODULE: ./build/src/board/html/style.js
/** Colours have a contrast of at least 4.5 on their ground, in both schemes. No font, picture or sheet is loaded. */
const style = `
:root{color-scheme:light dark;--ground:#f4f6f8;--surface:#fff;--text:#1b2128;--soft:#55606d;--line:#d5dbe1;--link:#0b57a4;
--pass:#11693a;--pass-bg:#e3f4e9;--fail:#a8201a;--fail-bg:#fdeae8;--warn:#7d4c00;--warn-bg:#fdf1d8;--exempt:#64389b;--exempt-bg:#f0e8fa;--none-bg:#eceff2;--band:#dfeaf5}
@media (prefers-color-scheme:dark){:root{--ground:#0f1318;--surface:#171d24;--text:#e4e9ef;--soft:#a3afbc;--line:#2e3843;--link:#86bdff;
--pass:#6fd69b;--pass-bg:#12301f;--fail:#ff9a92;--fail-bg:#3a1715;--warn:#f2bd69;--warn-bg:#352508;--exempt:#cdb0fb;--exempt-bg:#2a1d40;--none-bg:#242d37;--band:#1d3247}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
body>header,main,footer{max-width:78rem;margin:0 auto;padding:0 1.25rem}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,input:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
code{font:.92em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
bdi{overflow-wrap:anywhere}
.tight,.tight bdi,.tight code{white-space:nowrap;overflow-wrap:normal}
h1,h2,h3,p{margin:0}
h1{font-size:1.5rem;line-height:1.25}
h1 a{color:inherit;text-decoration:none}
h1 a:hover{text-decoration:underline}
h1 span{color:var(--soft);font-weight:400}
h2{font-size:1.15rem;margin:2.25rem 0 .75rem}
h3{font-size:1rem;overflow-wrap:anywhere}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--surface);padding:.5rem 1rem;z-index:1}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.top{padding-top:1.5rem!important}
.top p,.meta,.help,.age,.note,.none,caption,.cut,footer,.digest{color:var(--soft)}
.top p,.meta,.age,.help,.cut,footer{font-size:.875rem}
.old{color:var(--fail);font-weight:600}
.tiles{list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.75rem;margin:1.25rem 0 0;padding:0}
.tiles a{display:flex;flex-direction:column;height:100%;padding:.75rem 1rem;background:var(--surface);border:1px solid var(--line);border-left:4px solid var(--line);border-radius:8px;color:inherit;text-decoration:none}
.tiles a:hover{border-color:var(--link)}
.tiles .pass a{border-left-color:var(--pass)}
.tiles .fail a{border-left-color:var(--fail)}
.tiles .inconclusive a{border-left-color:var(--warn)}
.label{font-size:.8125rem;color:var(--soft)}
.number{font-size:1.25rem;font-weight:650;line-height:1.3;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
.note{font-size:.8125rem}
.tiles .fail .note{color:var(--fail);font-weight:600}
.tiles .inconclusive .note{color:var(--warn)}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;margin:1.1rem 0 0;padding:0;font-size:.9rem}
#filter{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .6rem;margin-top:1rem;font-size:.875rem}
#filter[hidden]{display:none}
#filter input{flex:1 1 14rem;max-width:24rem;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--soft);border-radius:6px;padding:.35rem .6rem}
.chip{display:inline-block;max-width:100%;padding:.05rem .5rem;border-radius:1rem;font-size:.8125rem;line-height:1.5;background:var(--none-bg);color:var(--text);white-space:nowrap;overflow:hidden;text-overflow:ellipsis;vertical-align:bottom}
.chip.pass{background:var(--pass-bg);color:var(--pass)}
.chip.fail{background:var(--fail-bg);color:var(--fail);font-weight:600}
.chip.inconclusive{background:var(--warn-bg);color:var(--warn)}
.chip.exempt{background:var(--exempt-bg);color:var(--exempt)}
.chips{display:flex;flex-wrap:wrap;gap:.25rem}
.tag{display:inline-block;padding:0 .4rem;border:1px solid var(--line);border-radius:4px;font-size:.75rem;color:var(--soft)}
.tag.hot{border-color:var(--warn);color:var(--warn)}
.calm,.empty{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:.75rem 1rem}
.calm span{color:var(--pass)}
.attention,.gaps{list-style:none;margin:0;padding:0;background:var(--surface);border:1px solid var(--line);border-radius:8px}
.attention li{display:flex;gap:.75rem;align-items:baseline;padding:.6rem 1rem}
.attention li .chip{flex:none;min-width:4.5rem;text-align:center}
.attention li+li,.gaps li+li{border-top:1px solid var(--line)}
.attention a{color:var(--text);font-weight:550;text-decoration-color:var(--line)}
.attention a:hover{text-decoration-color:currentColor}
.gaps li{padding:.5rem 1rem}
.card{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:1rem 1.1rem}
.card+.card{margin-top:.9rem}
.card.broken{border-left:4px solid var(--fail)}
.card header{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center;justify-content:space-between}
.card h3{color:var(--soft);font-weight:600}
.version{font-size:1.35rem;font-weight:650;line-height:1.3}
.origin{margin-top:.15rem}
.chain{list-style:none;display:flex;flex-wrap:wrap;gap:.6rem 1.5rem;margin:.9rem 0 0;padding:0}
.chain li{position:relative;flex:1 1 10.5rem;min-width:0;display:flex;flex-direction:column;gap:.1rem;padding:.5rem .7rem;border:1px solid var(--line);border-radius:6px;font-size:.8125rem}
.chain li+li::before{content:"\\2190";position:absolute;left:-1.3rem;top:50%;transform:translateY(-50%);color:var(--soft);font-size:1rem}
.chain .kind{font-size:.75rem;color:var(--soft)}
.chain .commit{border-color:var(--link)}
.chain .gap{border:2px dashed var(--fail);color:var(--fail)}
.chain .gap .kind{color:var(--fail)}
.metrics{display:flex;flex-wrap:wrap;gap:.4rem 1.75rem;margin:.9rem 0 0}
.metrics dt{font-size:.75rem;color:var(--soft)}
.metrics dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
.card .gaps{margin-top:.9rem;font-size:.875rem}
details{margin-top:.75rem;font-size:.875rem}
summary{cursor:pointer;color:var(--soft)}
.before{margin-top:.75rem;font-size:.875rem}
.before ol{margin:.4rem 0 0;padding-left:1.4rem}
.command{margin-top:.6rem;font-size:.8125rem;color:var(--soft)}
.command code{color:var(--text);user-select:all}
.trends{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(21rem,100%),1fr));gap:.9rem}
.trends .card{margin:0;min-width:0}
.trend .value span{font-size:.875rem;font-weight:400;color:var(--soft)}
.trend .value{font-size:1.35rem;font-weight:650;font-variant-numeric:tabular-nums}
svg{display:block;width:100%;height:auto;margin-top:.5rem}
svg .band{fill:var(--band)}
svg .anchor{stroke:var(--soft);stroke-width:1;stroke-dasharray:4 4}
svg polyline{fill:none;stroke:var(--link);stroke-width:2;stroke-linejoin:round}
svg circle{fill:var(--link)}
svg circle.last{stroke:var(--surface);stroke-width:2}
table{width:100%;border-collapse:collapse;background:var(--surface);border:1px solid var(--line);font-size:.875rem}
caption{text-align:left;font-size:.8125rem;padding-bottom:.35rem}
th,td{padding:.45rem .7rem;text-align:left;vertical-align:top;border-top:1px solid var(--line);font-weight:400}
thead th{border-top:0;color:var(--soft);font-size:.8125rem;font-weight:600;vertical-align:bottom;overflow-wrap:anywhere}
.num{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
tbody tr:target,tbody tr:hover{background:var(--none-bg)}
tr[hidden]{display:none!important}
time{white-space:nowrap}
details table{font-size:.8125rem}
details th,details td{padding:.25rem .5rem}
.cut{margin-top:.4rem}
.begin li{margin:.4rem 0}
pre{overflow:auto;background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:.75rem 1rem}
footer{padding-top:2rem!important;padding-bottom:2.5rem!important}
@media screen and (max-width:44rem){
body>header,main,footer{padding:0 .9rem}
.tiles{grid-template-columns:1fr 1fr}
.attention li{flex-direction:column;gap:.2rem}
.chain{flex-direction:column;gap:1.3rem}
.chain li{flex:none}
.chain li+li::before{content:"\\2191";left:1rem;top:-1.35rem;transform:none}
}
@media screen and (max-width:62rem){
section>table,section>table tbody,section>table tr,section>table th,section>table td,section>table caption{display:block}
section>table{border:0;background:none}
section>table thead{display:none}
section>table tr{background:var(--surface);border:1px solid var(--line);border-radius:8px;margin-bottom:.6rem;padding:.35rem 0}
section>table th,section>table td{display:flex;gap:.75rem;border:0;padding:.15rem .9rem;text-align:left}
section>table th::before,section>table td::before{content:attr(data-label);flex:0 0 7rem;color:var(--soft);overflow-wrap:anywhere}
section>table .none{display:none!important}
section>table td>div,section>table th>div{min-width:0}
.tight,.tight bdi,.tight code{white-space:normal;overflow-wrap:anywhere}
}
@media print{
:root{--ground:#fff;--surface:#fff;--text:#000;--soft:#444;--line:#bbb;--link:#000;--pass:#11693a;--fail:#a8201a;--warn:#7d4c00;--exempt:#64389b;--pass-bg:#fff;--fail-bg:#fff;--warn-bg:#fff;--exempt-bg:#fff;--none-bg:#fff;--band:#ddd}
body{font-size:10pt}
nav,#filter,.skip,#age{display:none}
.card,tr,.tiles li,.attention li{break-inside:avoid}
h2{break-after:avoid}
thead{display:table-header-group}
table,details table{font-size:8pt}
th,td{padding:.2rem .35rem}
td .chip,th .help,td .help,td .age,th .tag,caption,thead th{font-size:inherit}
td .chip{padding:0 .2rem}
thead th{overflow-wrap:normal}
.tight,.tight bdi,.tight code,td time{white-space:normal}
svg .band{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;

;// CONCATENATED MODULE: ./build/src/board/html/trends.js




const width = 320;
const height = 72;
const margin = 6;
function trendsPart({ trends, trunk }, place) {
    if (trends.total === 0)
        return html `<p class="empty">
      No merge to ${told(trunk, 80)} has a metric. Record them with its verdicts: the input
      <code>metrics</code> of <code>record-lineage</code>.
    </p> `;
    return html `<div class="trends">${trends.shown.map((trend) => trends_card(trend, place))}</div>
    ${cutNote(trends, 'metrics', 'Those with the most values come first.')}`;
}
const states = {
    inside: { sign: '=', word: 'within tolerance', style: 'skipped' },
    worse: { sign: '✕', word: 'worse than tolerated', style: 'fail' },
    better: { sign: '✓', word: 'better', style: 'pass' },
};
function trends_card(trend, place) {
    const { metric, values, state, drift, anchor, tolerance } = trend;
    const last = values.at(-1);
    const { sign, word, style } = states[state];
    const since = anchor.release
        ? html `since ${told(anchor.name, 60)}`
        : html `since ${anchor.name}, the oldest shown`;
    return html `<article class="card trend">
    <header>
      <h3>${told(metric, 80)}</h3>
      <span class="chip ${style}"><span aria-hidden="true">${sign} </span>${word}</span>
    </header>
    <p class="value">
      ${numberText(last?.value ?? 0, trend)}${trend.points ? html ` <span>points</span>` : nothing}
    </p>
    <p class="meta">
      ${numberText(drift, trend, true)} ${since} (${numberText(anchor.value, trend)} ±
      ${numberText(tolerance, trend)})${trend.lowerIsBetter ? ', less is better' : ''}
    </p>
    ${sparkline(trend)}${valueTable(trend, place)}
  </article> `;
}
/** One line over the merges, the band that is tolerated, and the anchor; told in words for who cannot see it. */
function sparkline(trend) {
    const { values, anchor, tolerance } = trend;
    const numbers = values.map(({ value }) => value);
    const [low, high] = [
        Math.min(...numbers, anchor.value - tolerance),
        Math.max(...numbers, anchor.value + tolerance),
    ];
    const span = high - low || 1;
    const y = (value) => margin + ((high - value) / span) * (height - 2 * margin);
    const x = (at) => values.length < 2 ? width / 2 : margin + (at / (values.length - 1)) * (width - 2 * margin);
    const top = y(anchor.value + tolerance);
    const bottom = y(anchor.value - tolerance);
    const points = values.map(({ value }, at) => `${trends_short(x(at))},${trends_short(y(value))}`).join(' ');
    return html `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${spoken(trend)}">
    <rect
      class="band"
      x="0"
      y="${trends_short(top)}"
      width="${width}"
      height="${trends_short(Math.max(bottom - top, 0.5))}"
    />
    <line class="anchor" x1="0" x2="${width}" y1="${trends_short(y(anchor.value))}" y2="${trends_short(y(anchor.value))}" />
    <polyline points="${points}" />
    ${values.map((one, at) => dot(one, trend, trends_short(x(at)), trends_short(y(one.value)), at === values.length - 1))}
  </svg> `;
}
function dot(value, trend, x, y, last) {
    const pull = value.pullRequest === undefined ? '' : ` #${value.pullRequest}`;
    const title = `${value.sha.slice(0, 8)}${pull}, ${momentText(value.at)}: ${metricText(value.value, trend)}`;
    return html `<circle${last ? html ` class="last"` : nothing} cx="${x}" cy="${y}" r="${last ? '4' : '2'}"><title>${title}</title></circle>
`;
}
/** Two decimals at most: the same bytes on every machine. */
function trends_short(value) {
    return String(Math.round(value * 100) / 100);
}
function spoken(trend) {
    const { metric, values, anchor, tolerance } = trend;
    const numbers = values.map(({ value }) => value);
    const text = (value) => metricText(value ?? 0, trend);
    return `${metric} over ${values.length} merges, from ${text(numbers[0])} to ${text(numbers.at(-1))}; lowest ${text(Math.min(...numbers))}, highest ${text(Math.max(...numbers))}; the band is ${text(anchor.value)} ± ${text(tolerance)}`;
}
function valueTable(trend, place) {
    const rows = trend.values
        .toReversed()
        .map(({ sha, at, value, pullRequest }) => [
        commitLink(sha, place),
        pullLink(pullRequest, place),
        places_time(at, place, false),
        html `${metricText(value, trend)}`,
    ]);
    const columns = [
        { title: 'Commit' },
        { title: 'Pull request' },
        { title: 'When' },
        { title: 'Value', numeric: true },
    ];
    return html `<details>
    <summary>The last ${trend.values.length} ${trend.values.length === 1 ? 'value' : 'values'}</summary>
    ${table({ caption: `${trend.metric.slice(0, 80)} by merge`, columns, rows })}
  </details> `;
}

;// CONCATENATED MODULE: ./build/src/board/html/unread.js



/** What is missing from the page because it could not be read; it says so where nothing is. */
function unreadPart({ unread, ledger }) {
    if (unread.length === 0)
        return html `<p class="calm">
      <span aria-hidden="true">✓ </span>All of it was read: ${grouped(ledger.records)} records.
    </p> `;
    const shown = unread.map(({ rule, message, help = '' }) => html `<li>${told(message, 400)} <span class="help">${told(help, 300)} ${code(rule)}</span></li> `);
    const more = unread.length >= limits.unread ? ' at least' : '';
    return html `<p>
      ${grouped(ledger.records)} records were read;${more} ${count(unread.length, 'thing')} could not be read
      or counted, so the parts above may lack something.
    </p>
    <ul class="gaps">
      ${shown}
    </ul> `;
}

;// CONCATENATED MODULE: ./build/src/board/html/page.js












/** One HTML file that needs nothing else. The same board gives the same bytes. */
function renderPage(board, { sha256 }) {
    const place = placeOf(board.url, board.builtAt);
    const policy = [
        "default-src 'none'",
        `style-src 'sha256-${sha256(style)}'`,
        `script-src 'sha256-${sha256(script)}'`,
        "base-uri 'none'",
        "form-action 'none'",
    ].join('; ');
    const page = html `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Html(policy)}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${board.name} · model board</title>
        ${verbatim('style', style)}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the board</a>
        ${header(board, place)}
        <main id="main">
          ${board.ledger.records === 0 && board.unread.length === 0 ? beginning(board) : parts(board, place)}
        </main>
        ${footer(board)} ${verbatim('script', script)}
      </body>
    </html> `;
    return `${page.text.trimEnd()}\n`;
}
/** To the byte what the policy names. Both texts are constants of ours, and neither ends its element. */
function verbatim(element, text) {
    return new Html(`<${element}>${text}</${element}>`);
}
function header(board, place) {
    const { ledger } = board;
    const newest = ledger.newest === undefined ? nothing : html `, the newest from ${places_time(ledger.newest, place, false)}`;
    const at = ledger.commit === undefined ? nothing : html ` at ${code(ledger.commit.slice(0, 8))}`;
    return html `<header class="top">
    <h1>${places_link(place.url, told(board.name, 120))} <span>model board</span></h1>
    <p>
      Made <time id="built" datetime="${board.builtAt}">${momentText(board.builtAt)}</time
      ><span id="age"></span> from ${grouped(ledger.records)} records of the ledger${at}${newest}.
    </p>
  </header> `;
}
const page_all = [
    { id: 'attention', title: 'What waits for somebody', body: attentionPart },
    { id: 'serving', title: 'What serves now', body: servingPart },
    { id: 'trends', title: 'Metrics over the last merges', body: trendsPart },
    { id: 'debts', title: 'Exemptions and hotfixes', body: debtsPart },
    { id: 'merges', title: 'Merged lately', body: mergesPart },
    { id: 'versions', title: 'Versions', body: versionsPart },
    { id: 'unread', title: 'What could not be read', body: unreadPart },
];
function parts(board, place) {
    const links = page_all.map(({ id, title }) => html `<li><a href="#${id}">${title}</a></li> `);
    return html `${tiles(board)}
    <nav aria-label="Parts of this page">
      <ul>
        ${links}
      </ul>
    </nav>
    <form id="filter" role="search" hidden>
      <label for="words">Filter merges, exemptions and versions</label
      ><input id="words" type="search" autocomplete="off" spellcheck="false" /><output
        id="found"
        for="words"
      ></output>
    </form>
    ${page_all.map(({ id, title, body }) => html `<section id="${id}" aria-labelledby="${id}-title">
          <h2 id="${id}-title">${title}</h2>
          ${body(board, place)}
        </section> `)}`;
}
function footer({ trunk }) {
    return html `<footer>
    <p>
      Times are UTC; “ago” counts from when this page was made. Trunk is ${told(trunk, 80)}. A gate that was
      lifted is paid for by a verdict on the same commit, not by a later merge. Metrics that are shares are
      shown in points; the band is the tolerance of the policy around the last release.
    </p>
  </footer> `;
}

;// CONCATENATED MODULE: ./build/src/board/gate/build-dashboard.js
/** The decision board: reads the ledger, makes one page of it, and only then writes it. */





const dashboardGate = 'build-dashboard';
/** Passes when the page is written. Throws a UserError where the ledger cannot be read: then the page before it stays. */
async function buildDashboard(request, ports) {
    const snapshot = await ports.ledger.snapshot();
    const [read, tagged] = [await boardRecords(snapshot), await readTags(ports)];
    const unread = [...read.findings, ...tagged.findings, ...(request.findings ?? [])];
    const commit = snapshot.head ?? snapshot.tip;
    const board = await buildBoard({
        records: read.records,
        tags: tagged.tags,
        unread,
        ...(read.lookup === undefined ? {} : { lookup: read.lookup }),
        name: request.name,
        now: ports.now(),
        settings: request.settings,
        ...(request.url === undefined ? {} : { url: request.url }),
        ...(commit === undefined ? {} : { ledgerCommit: commit }),
    });
    const page = renderPage(board, { sha256 });
    return reportOf(board, unread, await ports.write(page), byteLength(page));
}
function sha256(text) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(text, 'utf8').digest('base64');
}
async function readTags({ tags }) {
    try {
        if (tags !== undefined)
            return { tags: await tags(), findings: [] };
        return { tags: [], findings: [tagsUnread('neither a named remote nor a token is at hand')] };
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        return { tags: [], findings: [tagsUnread(error.message, error.help)] };
    }
}
function tagsUnread(reason, help) {
    return {
        rule: 'board/tags-unread',
        severity: 'warning',
        message: `The tags of the repository could not be read: ${reason}`,
        help: help ?? 'Check the repository out before this step, or pass a token with `contents: read`.',
    };
}
function reportOf(board, unread, page, bytes) {
    const open = board.debts.shown.filter(({ state }) => state !== 'paid');
    const waiting = board.attention.shown.flatMap(({ finding, part }) => (part === 'unread' ? [] : [finding]));
    return {
        schema: 1,
        gate: dashboardGate,
        verdict: 'pass',
        title: titleOf(board, open.length),
        findings: [...waiting, ...unread, ...emptyFinding(board, unread)],
        facts: {
            page,
            bytes,
            records: board.ledger.records,
            unread: unread.length,
            serving: board.services.shown.map(({ name, current, complete }) => ({
                service: name,
                id: current.id,
                at: current.at,
                commit: current.commit ?? null,
                pr_number: current.pullRequest ?? null,
                complete,
            })),
            owed: open.map(({ gate, sha, kind, due, state, pullRequest }) => ({
                gate,
                sha,
                kind,
                due,
                state,
                pr_number: pullRequest ?? null,
            })),
            metrics: board.trends.shown.map(({ metric, values, anchor, drift, state }) => ({
                metric,
                value: values.at(-1)?.value ?? null,
                anchor: anchor.name,
                drift,
                state,
            })),
            merges: board.merges.total,
            versions: board.versions.total,
        },
        sections: sectionsOf(board),
    };
}
function titleOf({ ledger, services, attention }, owed) {
    if (ledger.records === 0)
        return 'The board is written; the ledger holds no record yet';
    const waits = attention.total === 0 ? 'nothing waits for anybody' : `${count(attention.total, 'thing')} to look at`;
    const debts = owed === 0 ? '' : `, ${count(owed, 'evaluation')} owed`;
    return `The board is written from ${count(ledger.records, 'record')}: ${count(services.total, 'service')} serving${debts}, ${waits}`;
}
function emptyFinding({ ledger }, unread) {
    if (ledger.records > 0 || unread.some(({ rule }) => rule.startsWith('lineage/')))
        return [];
    return [
        {
            rule: 'board/ledger-empty',
            severity: 'notice',
            message: 'The ledger was read and holds no record yet; the page says how to begin',
            help: 'Add record-lineage to the workflows that merge, build, train and deploy.',
        },
    ];
}
function sectionsOf({ services }) {
    if (services.total === 0)
        return [];
    return [
        {
            kind: 'table',
            title: 'What serves now',
            open: true,
            columns: [
                { title: 'Service' },
                { title: 'Version', code: true },
                { title: 'Since' },
                { title: 'Commit', code: true },
                { title: 'Pull request' },
                { title: 'Chain' },
            ],
            rows: services.shown.map(({ name, current, complete }) => [
                name,
                current.id,
                current.at,
                current.commit?.slice(0, 8) ?? '',
                current.pullRequest === undefined ? '' : `#${current.pullRequest}`,
                complete ? 'whole' : 'a link is missing',
            ]),
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/bundles/board.js
/** The decision board, and what it knows of hotfixes. Bundled once, loaded by the actions and the CLI. */




module.exports = __webpack_exports__;
/******/ })()
;