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
  checkBranch: () => (/* reexport */ checkBranch),
  eachBranch: () => (/* reexport */ eachBranch),
  noBranch: () => (/* reexport */ noBranch),
  notSwept: () => (/* reexport */ notSwept),
  restoreBranch: () => (/* reexport */ restoreBranch),
  sweepBranches: () => (/* reexport */ sweepBranches),
  syncBranch: () => (/* reexport */ syncBranch),
  updateBranch: () => (/* reexport */ updateBranch)
});

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

;// CONCATENATED MODULE: ./build/src/branches/rules.js

const branchRules = defineRules('branch', {
    name: {
        severity: 'error',
        summary: 'The branch has a name that no pattern of the policy allows.',
        example: 'my-test, where the policy says `branches: { names: [feature/*, fix/*] }`.',
        fix: 'Rename it with `git branch -m NEW-NAME`, push that, and open the pull request from it. The patterns of hotfixes and of dependency bots are allowed beside branches.names.',
    },
    old: {
        severity: 'warning',
        summary: 'The branch lives longer than the policy likes: the longer, the harder its merge.',
        example: 'A branch created 30 hours ago, with warn-hours: 24.',
        fix: 'Merge what is ready, in parts if need be.',
    },
    'over-limit': {
        severity: 'error',
        summary: 'The branch is older than the limit of the policy. A warning where branches.over-limit is warn.',
        example: 'A branch created 4 days ago, with limit-hours: 72.',
        fix: 'Cut it into parts that can merge now, each on a new branch from trunk.',
    },
    'age-from-commits': {
        severity: 'notice',
        summary: "GitHub's record of the branch's creation could not be read, so the age is that of its first commit.",
        example: 'GitHub answered 403 to the question when the branch was created.',
        fix: 'Give the job a token with contents: read.',
    },
    behind: {
        severity: 'notice',
        summary: 'Trunk has commits that the branch lacks.',
        example: 'feature/router lacks 12 commits of main; it last left main 3 days ago.',
        fix: 'Bring trunk in: `model-gates sync`, or `sync: true` in the workflow.',
    },
    'conflicts-with-trunk': {
        severity: 'warning',
        summary: 'Merging the branch with trunk would leave conflicts: git tried it without touching any file.',
        example: 'feature/router and main change the same lines of configs/qwen3_vl_30b.yaml.',
        fix: 'Run `model-gates sync`, resolve what it lists, and push.',
    },
    'conflicts-with-open-work': {
        severity: 'warning',
        summary: 'Two branches that are not merged yet change the same lines, so whoever merges second must resolve them.',
        example: 'feature/router and #91 both change train.py.',
        fix: 'Agree on who merges first; the other one brings trunk in at once.',
    },
    'conflicts-unknown': {
        severity: 'warning',
        summary: 'A merge could not be tried, so it is not known whether it would conflict.',
        example: 'This is git 2.34.1, and trying a merge without touching files needs git 2.38 or later.',
        fix: 'Mend what the finding names: a newer git, or a fetch that the remote allows.',
    },
    synced: {
        severity: 'notice',
        summary: 'Trunk was brought into the branch.',
        example: 'GitHub is merging main into this branch.',
        fix: 'Nothing. After model-gates sync run your tests and push; after `sync: true` pull.',
    },
    'not-synced': {
        severity: 'warning',
        summary: 'Trunk was to be brought into the branch, and was not; nothing was changed.',
        example: 'Somebody pushed to the branch meanwhile.',
        fix: 'Do what the finding says: most often `model-gates sync` in a clone.',
    },
    'sync-conflict': {
        severity: 'error',
        summary: 'model-gates sync met a conflict that a person must resolve; the merge or rebase is under way.',
        example: 'both modified: train.py, at the line of the first conflict marker.',
        fix: 'Edit the file and `git add` it, then `git merge --continue` (or `git rebase --continue`); or go back with `--abort`.',
    },
    'sweep-announced': {
        severity: 'notice',
        summary: 'The branch of a closed pull request will be deleted; its author was told in the pull request. In a dry run: would be.',
        example: 'feature/router of #89, closed 5 days ago.',
        fix: 'Comment `/keep` on the pull request, or add the label keep-branch, to keep it.',
    },
    swept: {
        severity: 'notice',
        summary: 'The branch of a closed pull request was deleted. In a dry run: would be.',
        example: 'feature/router of #89; its tip is named in the report and in the pull request.',
        fix: 'Bring it back with `model-gates sweep --restore NAME`.',
    },
    'sweep-refused': {
        severity: 'error',
        summary: 'A branch could not be announced or deleted; it was left as it is.',
        example: 'A ruleset forbids deleting the branch.',
        fix: 'Give the job the permission that the finding names, or protect the name in the policy: sweep.protect.',
    },
});

;// CONCATENATED MODULE: ./build/src/report/model.js

const verdicts = (/* unused pure expression or super */ null && (['pass', 'fail', 'inconclusive', 'exempt', 'skipped']));
const severities = (/* unused pure expression or super */ null && (['error', 'warning', 'notice']));
const gravity = ['fail', 'inconclusive', 'exempt', 'pass', 'skipped'];
function worstVerdict(all) {
    return gravity.find((verdict) => all.includes(verdict)) ?? 'skipped';
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
function isUserError(error) {
    return error instanceof Error && error.name === brand;
}
function placeText(place) {
    return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
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
function text_count(n, one, many) {
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

;// CONCATENATED MODULE: external "../picomatch/index.js"
const index_js_namespaceObject = require("../picomatch/index.js");
var index_js_default = /*#__PURE__*/__nccwpck_require__.n(index_js_namespaceObject);
;// CONCATENATED MODULE: ./build/src/branches/age.js

function branchStart(creations, own) {
    const created = latest(creations.map(({ at }) => at));
    if (created !== undefined)
        return { at: created, source: 'branch-creation' };
    const authored = own.filter(({ parents }) => parents.length < 2).map(({ authoredAt }) => authoredAt);
    const first = earliest(authored);
    return first === undefined ? undefined : { at: first, source: 'first-commit' };
}
const hourMs = 3_600_000;
function hoursSince(at, now) {
    return Math.max(0, (now - Date.parse(at)) / hourMs);
}
function spanText(hours) {
    if (hours < 1)
        return 'less than an hour';
    return hours < 48 ? text_count(Math.floor(hours), 'hour') : text_count(Math.floor(hours / 24), 'day');
}
function latest(times) {
    return extreme(times, (a, b) => a > b);
}
function earliest(times) {
    return extreme(times, (a, b) => a < b);
}
function extreme(times, better) {
    let found;
    for (const time of times) {
        const value = Date.parse(time);
        if (Number.isNaN(value))
            continue;
        if (found === undefined || better(value, Date.parse(found)))
            found = time;
    }
    return found;
}

;// CONCATENATED MODULE: ./build/src/branches/conflicts.js

function conflictFindings({ branch, trunk, prediction }) {
    const found = prediction.conflicts.map((conflict) => conflict.with === trunk ? withTrunk(branch, conflict) : withOther(branch, conflict));
    return [...found, ...prediction.unknown.map(unknown)];
}
function withTrunk(branch, conflict) {
    return branchRules['conflicts-with-trunk'].finding({
        ...at(conflict),
        message: `${branch} and ${conflict.with} change the same lines: ${files(conflict)} would need to be resolved by hand.`,
        help: 'Run `model-gates sync`, resolve what it lists, and push: every day that passes adds to it.',
    });
}
function withOther(branch, conflict) {
    const whose = conflict.title === undefined ? '' : ` (${conflict.title.slice(0, 100)})`;
    return branchRules['conflicts-with-open-work'].finding({
        ...at(conflict),
        message: `${branch} and ${conflict.with}${whose}, both not merged yet, change the same lines: ${files(conflict)}. Whoever merges second resolves them.`,
        help: 'Agree on who merges first; the other one brings trunk in at once, while both still remember what they meant.',
    });
}
function at({ files: [first] }) {
    return first === undefined ? {} : { file: first.path };
}
function files({ files: all }) {
    const named = all.slice(0, 5).map(({ path, kind }) => (kind === 'content' ? path : `${path} (${kind})`));
    const more = all.length - named.length;
    return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}
function unknown(reason) {
    return branchRules['conflicts-unknown'].finding({
        message: `Some conflicts could not be predicted: ${reason}`,
        help: 'What the report says of age and distance holds all the same. Mend what is named here and run it again.',
    });
}
function conflictFacts({ prediction }) {
    const { trunkTried, tried, conflicts, overlaps, left, unknown: reasons } = prediction;
    return {
        conflicts: trunkTried || tried > 0 ? conflicts : null,
        overlaps,
        compared: tried,
        notCompared: left,
        conflictsUnknown: reasons,
    };
}

;// CONCATENATED MODULE: ./build/src/branches/state.js

function ageOf({ start, now }) {
    return start === undefined ? undefined : hoursSince(start.at, now);
}
function hoursSinceSync({ behind, lastSync, now }) {
    return behind === 0 ? 0 : hoursSince(lastSync.at, now);
}
function startText({ start }) {
    if (start === undefined)
        return 'no commits of its own';
    return start.source === 'branch-creation'
        ? `created ${start.at}, as GitHub recorded it`
        : `first commit authored ${start.at}; GitHub's record of its creation is not at hand`;
}
function listed(items) {
    const more = items.length - 10;
    return more > 0 ? `${items.slice(0, 10).join(', ')} and ${more} more` : items.join(', ');
}

;// CONCATENATED MODULE: ./build/src/branches/sections.js


function branchSections(state) {
    return [figures(state), ...conflicts(state), ...overlaps(state)];
}
function figures(state) {
    const { behind, ahead, trunk, base, prediction } = state;
    const hours = ageOf(state);
    const age = hours === undefined ? 'none' : spanText(hours);
    return {
        kind: 'table',
        title: 'The branch',
        open: true,
        columns: [{ title: 'What' }, { title: 'Value' }, { title: 'How it is known' }],
        rows: [
            ['Age', age, startText(state)],
            ['Ahead', String(ahead), `commits that ${trunk} has not`],
            ['Behind', String(behind), `commits of ${trunk} that it lacks; ${trunk} is at ${base.slice(0, 8)}`],
            ['Last sync', behind === 0 ? 'now' : `${spanText(hoursSinceSync(state))} ago`, syncText(state)],
            ['Conflicts', conflictCount(state), comparedText(prediction)],
        ],
    };
}
function syncText({ behind, trunk, lastSync }) {
    if (behind === 0)
        return `it has all of ${trunk}`;
    return lastSync.how === 'merge'
        ? `${trunk} was merged in at ${lastSync.at}`
        : `it left ${trunk} at a commit of ${lastSync.at}`;
}
function conflictCount({ prediction: { trunkTried, tried, conflicts: found } }) {
    return trunkTried || tried > 0 ? String(found.length) : 'unknown';
}
function comparedText({ trunkTried, tried, left }) {
    const parts = [
        trunkTried ? 'merge with trunk tried' : 'merge with trunk not tried',
        `${tried} of those with the same files tried`,
        ...(left > 0 ? [`${left} not looked at`] : []),
    ];
    return parts.join(', ');
}
function conflicts({ prediction }) {
    if (prediction.conflicts.length === 0)
        return [];
    return [
        {
            kind: 'table',
            title: 'What would have to be resolved',
            open: true,
            columns: [{ title: 'With' }, { title: 'File', code: true }, { title: 'Kind' }],
            rows: prediction.conflicts.flatMap((conflict) => conflict.files.map(({ path, kind }) => [conflict.with, path, kind])),
        },
    ];
}
function overlaps({ prediction }) {
    if (prediction.overlaps.length === 0)
        return [];
    return [
        {
            kind: 'table',
            title: 'Who else works on the same files',
            columns: [{ title: 'Branch' }, { title: 'Files' }],
            rows: prediction.overlaps.map((overlap) => [overlap.with, listed(overlap.files)]),
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/branches/judge.js







function judgeBranch(state, rules) {
    const findings = [
        ...nameFindings(state, rules),
        ...ageFindings(state, rules.settings),
        ...behindFindings(state),
        ...conflictFindings(state),
    ];
    const ageHours = ageOf(state);
    return {
        title: titleOf(state, findings),
        findings,
        facts: {
            branch: state.branch,
            trunk: state.trunk,
            head: state.head,
            base: state.base,
            mergeBase: state.mergeBase,
            pullRequest: state.pullRequest ?? null,
            ageHours: ageHours === undefined ? null : Math.round(ageHours * 10) / 10,
            startedAt: state.start?.at ?? null,
            ageSource: state.start?.source ?? null,
            ahead: state.ahead,
            behind: state.behind,
            daysSinceSync: Math.round((hoursSinceSync(state) / 24) * 10) / 10,
            lastSync: state.lastSync,
            ...conflictFacts(state),
        },
        sections: branchSections(state),
    };
}
function nameFindings({ branch }, { settings: { names }, alsoNamed }) {
    if (names.length === 0 || fits(branch, [...names, ...alsoNamed]))
        return [];
    return [
        branchRules.name.finding({
            message: `The branch name ${branch} fits none of the patterns of the policy: ${listed(names)}.`,
            help: 'Rename it: `git branch -m NEW-NAME`, push that, and open the pull request from it. Patterns stand under branches.names in the policy of trunk.',
        }),
    ];
}
function fits(branch, globs) {
    return globs.some((glob) => index_js_default().isMatch(branch, glob));
}
function ageFindings(state, settings) {
    const hours = ageOf(state);
    const { warnHours, limitHours, overLimit } = settings;
    if (hours === undefined || hours < Math.min(warnHours, limitHours))
        return [];
    const since = `${state.branch} is ${spanText(hours)} old (${startText(state)})`;
    if (hours < limitHours)
        return [
            branchRules.old.finding({
                message: `${since}; from ${warnHours} hours on a branch drifts from trunk, and ${limitHours} are the limit.`,
                help: 'Merge what is ready, in parts if need be, and go on from trunk with a new branch.',
            }),
        ];
    return [
        branchRules['over-limit'].finding({
            severity: overLimit === 'fail' ? 'error' : 'warning',
            message: `${since}, beyond the limit of ${limitHours} hours.`,
            help: 'Cut it into parts that can merge now: a new branch from trunk for each (`git switch -c PART origin/TRUNK`, `git cherry-pick`). The policy sets the limit: branches.limit-hours and branches.over-limit.',
        }),
    ];
}
function behindFindings(state) {
    const { behind, trunk, branch, lastSync } = state;
    if (behind === 0)
        return [];
    const how = lastSync.how === 'merge' ? `merged ${trunk} in` : `left ${trunk}`;
    return [
        branchRules.behind.finding({
            message: `${branch} lacks ${text_count(behind, 'commit')} of ${trunk}; it last ${how} ${spanText(hoursSinceSync(state))} ago.`,
            help: 'Bring trunk in: `model-gates sync`, or `sync: true` in the workflow.',
        }),
    ];
}
function titleOf(state, findings) {
    const worst = findings.find(({ severity }) => severity === 'error');
    if (worst !== undefined)
        return worst.message;
    const hours = ageOf(state);
    const age = hours === undefined ? 'has no commits of its own' : `is ${spanText(hours)} old`;
    const distance = state.behind === 0 ? 'up to date' : `${text_count(state.behind, 'commit')} behind ${state.trunk}`;
    const clashes = new Set(state.prediction.conflicts.map((conflict) => conflict.with)).size;
    return `${state.branch} ${age}, ${distance}${clashes === 0 ? '' : `, and would conflict with ${clashes === 1 ? (state.prediction.conflicts[0]?.with ?? '') : `${clashes} others`}`}`;
}

;// CONCATENATED MODULE: ./build/src/branches/to-update.js

function lastSync(own, branchPointAt) {
    const mine = new Set(own.map(({ sha }) => sha));
    const merges = own
        .filter(({ parents }) => parents.length > 1 && parents.some((parent) => !mine.has(parent)))
        .map(({ committedAt }) => committedAt);
    const merged = latest([...merges, branchPointAt]);
    return merged === undefined || merged === branchPointAt
        ? { at: branchPointAt, how: 'branch-point' }
        : { at: merged, how: 'merge' };
}

;// CONCATENATED MODULE: ./build/src/branches/gate/predict.js

async function predict(request, git, log) {
    const { others, limits, othersUnread } = request;
    const unknown = new Set(othersUnread === undefined ? [] : [othersUnread]);
    const trunk = await tryTrunk(request, git, unknown);
    const compared = request.ahead === 0 ? [] : others.slice(0, limits.compared);
    const overlapping = await predict_overlaps(request, compared, git, unknown);
    const conflicts = [...trunk.conflicts];
    let tried = 0;
    for (const { other, files } of overlapping.slice(0, limits.tried)) {
        log.debug(`Trying the merge with ${other.name}: ${files.length} files in common`);
        const trial = await git.tryMerge(request.head, other.head);
        if (!trial.tried)
            unknown.add(trial.reason);
        else {
            tried += 1;
            const ours = trial.conflicts.filter(({ path }) => files.includes(path));
            if (ours.length > 0)
                conflicts.push({ ...named(other), files: ours });
        }
    }
    const notTried = overlapping.slice(limits.tried).length;
    return {
        trunkTried: trunk.tried,
        conflicts,
        overlaps: overlapping.map(({ other, files }) => ({
            ...named(other),
            files: files.slice(0, 100),
        })),
        tried,
        left: request.ahead === 0 ? 0 : others.length - compared.length + notTried,
        unknown: [...unknown],
    };
}
async function tryTrunk({ trunk, head, base, ahead, behind }, git, unknown) {
    if (ahead === 0 || behind === 0)
        return { tried: true, conflicts: [] };
    const trial = await git.tryMerge(base, head);
    if (trial.tried)
        return {
            tried: true,
            conflicts: trial.conflicts.length === 0 ? [] : [{ with: trunk, files: trial.conflicts }],
        };
    unknown.add(trial.reason);
    return { tried: false, conflicts: [] };
}
async function predict_overlaps({ head, base, mergeBase }, others, git, unknown) {
    if (others.length === 0)
        return [];
    const own = new Set(await git.touched(mergeBase, head));
    const here = await git.available(others.map((other) => other.head));
    const found = [];
    for (const other of others) {
        if (!here.has(other.head))
            unknown.add(`the commits of ${other.name} could not be fetched.`);
        else {
            const touched = await touchedBy(other, base, git, unknown);
            const files = touched.filter((path) => own.has(path));
            if (files.length > 0)
                found.push({ other, files });
        }
    }
    return found.toSorted((a, b) => b.files.length - a.files.length);
}
async function touchedBy(other, base, git, unknown) {
    try {
        const { mergeBase } = await git.distance(base, other.head);
        return await git.touched(mergeBase, other.head);
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        unknown.add(`${other.name}: ${error.message}`);
        return [];
    }
}
function named({ name, number, title }) {
    return {
        with: name,
        ...(number === undefined ? {} : { number }),
        ...(title === undefined ? {} : { title }),
    };
}

;// CONCATENATED MODULE: ./build/src/branches/gate/check-branch.js





const gate = 'check-branch';
async function checkBranch(request, ports) {
    const { git } = ports;
    const { base, head, policy } = request;
    await git.available([base, head]);
    const distance = await git.distance(base, head);
    const [own, recorded, branchPointAt] = await Promise.all([
        git.ownCommits(base, head),
        creationsOf(request.branch, ports),
        git.commitDate(distance.mergeBase),
    ]);
    const state = await stateOf(request, ports, distance, {
        own,
        creations: recorded.creations,
        branchPointAt,
    });
    const judgement = judgeBranch(state, {
        settings: policy.branches,
        alsoNamed: [...policy.hotfix.branches, ...(policy.dependencies.botBranches ?? [])],
    });
    return makeReport({ gate, ...judgement, findings: [...judgement.findings, ...recorded.findings] });
}
function noBranch(title) {
    return makeReport({ gate, verdict: 'skipped', title, facts: {} });
}
async function stateOf(request, ports, distance, { own, creations, branchPointAt }) {
    const { branch, trunk, head, base, pullRequest } = request;
    const start = branchStart(creations, own);
    return {
        branch,
        trunk,
        head,
        base,
        ...distance,
        ...(start === undefined ? {} : { start }),
        ...(pullRequest === undefined ? {} : { pullRequest }),
        lastSync: lastSync(own, branchPointAt),
        prediction: await predict({ ...request, ...distance }, ports.git, ports.log),
        now: ports.now(),
    };
}
async function creationsOf(branch, { creations }) {
    if (creations === undefined)
        return { creations: [], findings: [] };
    try {
        return { creations: await creations(branch), findings: [] };
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        return { creations: [], findings: [unrecorded(error.message, error.help)] };
    }
}
function unrecorded(message, help) {
    return branchRules['age-from-commits'].finding({
        message: `The age is that of the first commit, because GitHub's record could not be read: ${message}`,
        help: help ?? 'Give the job a token with contents: read.',
    });
}

;// CONCATENATED MODULE: ./build/src/report/rules.js

const runtimeRules = defineRules('runtime', {
    'cannot-run': {
        severity: 'error',
        summary: 'The gate could not do its work because of something in the repository, the workflow or the environment. It fails closed.',
        example: 'No merge base of 1a2b3c4d and 5e6f7a8b: the histories are unrelated.',
        fix: 'The finding says what was expected and how to mend it; run the step again afterwards.',
    },
    bug: {
        severity: 'error',
        summary: 'model-gates itself failed. The gate fails closed, so that a fault of ours is never a green tick.',
        example: "Cannot read properties of undefined (reading 'line')",
        fix: 'Re-run the job with debug logging on and report the log. Nothing in your change needs mending.',
    },
});

;// CONCATENATED MODULE: ./build/src/kernel/system-error.js

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



function errorReport(gate, error) {
    const finding = errorFinding(error);
    return makeReport({
        gate,
        title: `Could not judge: ${firstSentence(finding.message)}`,
        findings: [finding],
        facts: {},
    });
}
function errorFinding(error) {
    const told = asUserError(error);
    if (told === undefined) {
        const help = 'Please report it with the debug log (re-run the job with debug logging on).';
        const message = `This is a fault of model-gates, not of your change: ${error instanceof Error ? error.message : String(error)}`;
        return { ...runtimeRules.bug.finding({ message, help }), help };
    }
    const { message, help = 'Mend what is named here and run the step again.', place } = told;
    return { ...runtimeRules['cannot-run'].finding({ message, help, ...place }), help };
}
function firstSentence(message) {
    const line = message.split('\n', 1)[0] ?? '';
    return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

;// CONCATENATED MODULE: ./build/src/branches/gate/all.js




const all_gate = 'check-branch';
async function eachBranch(items, judge) {
    const reports = [];
    for (const item of items)
        reports.push(await judge(item).catch((error) => errorReport(all_gate, error)));
    return makeReport({
        gate: all_gate,
        verdict: worstVerdict(reports.map(({ verdict }) => verdict)),
        title: all_titleOf(reports),
        facts: {
            ageHours: highest(reports.map(({ facts }) => facts.ageHours)),
            behind: highest(reports.map(({ facts }) => facts.behind)),
            conflicts: reports.flatMap(({ facts }) => facts.conflicts ?? []),
            branches: reports.map(({ facts }) => facts),
        },
        reports,
    });
}
function all_titleOf(reports) {
    const failing = reports.filter(({ verdict }) => verdict === 'fail').length;
    if (reports.length === 0)
        return 'No pull request is open';
    const total = text_count(reports.length, 'open pull request');
    return failing === 0 ? `${total}, none of them too old` : `${failing} of ${total} must be mended`;
}
function highest(values) {
    const known = values.filter((value) => typeof value === 'number');
    return known.length === 0 ? null : Math.max(...known);
}

;// CONCATENATED MODULE: ./build/src/kernel/pull-request.js
const permissionLevels = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

;// CONCATENATED MODULE: ./build/src/policy/exemption.js


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
function peopleToAsk(rules, state) {
    const names = rules
        .filter(({ label }) => state.labels.includes(label))
        .map(({ label }) => lastLabeled(label, state.labelEvents))
        .flatMap((last) => (typeof last === 'string' ? [] : [last.by]));
    return [...new Set(names)];
}
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
function reasonGiven(rule, by, { comments, pushedAt }) {
    const valid = comments.filter((comment) => sameLogin(comment.by, by) &&
        comment.updatedAt === comment.createdAt &&
        (rule.sticky || pushedAt === undefined || Date.parse(comment.createdAt) > Date.parse(pushedAt)));
    return valid
        .toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || compareText(a.body, b.body))
        .map(({ body }) => reasonIn(body, rule.label))
        .findLast((reason) => reason !== undefined);
}
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
function sameLogin(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}

;// CONCATENATED MODULE: ./build/src/policy/entitled.js


function isEntitled({ users, teams, permission }, standing) {
    if (users.some((user) => sameLogin(user, standing.login)))
        return true;
    if (teams.some((team) => standing.teams.includes(team)))
        return true;
    return (permission !== undefined &&
        permissionLevels.indexOf(standing.permission) >= permissionLevels.indexOf(permission));
}

;// CONCATENATED MODULE: ./build/src/branches/gate/update.js



async function updateBranch(report, request, github) {
    const { facts } = report;
    if (facts.behind === 0)
        return { ...report, facts: { ...facts, synced: false } };
    const problem = problemOf(report, request) ?? (await refusalOf(request, github));
    const outcome = problem ?? (await update(request, github));
    return {
        ...report,
        findings: [...report.findings, outcome],
        facts: { ...facts, synced: outcome.rule === branchRules.synced.id },
    };
}
function problemOf(report, { fork, trunk }) {
    if (fork)
        return notSynced('the branch lies in a fork, which this token may not write to.', `Its owner can: "Update branch" on the pull request, or \`model-gates sync\`.`);
    if (report.findings.some(({ rule }) => rule === branchRules['conflicts-with-trunk'].id))
        return notSynced(`the merge with ${trunk} would conflict.`, 'Run `model-gates sync` in a clone: it lists what a person must resolve.');
    return undefined;
}
async function refusalOf({ requestedBy }, { people }) {
    if (requestedBy === undefined)
        return undefined;
    try {
        const permission = await people.permission(requestedBy);
        const standing = { login: requestedBy, permission, teams: [] };
        if (isEntitled({ users: [], teams: [], permission: 'write' }, standing))
            return undefined;
        return notSynced(`${requestedBy} asked for it and has the permission ${permission} here, not write.`, 'Let someone with write permission comment.');
    }
    catch (error) {
        return failed(error);
    }
}
async function update({ number, head, trunk, how }, { pulls }) {
    try {
        if (await pulls.updateBranch(number, head, how))
            return branchRules.synced.finding({
                message: done[how](trunk),
                help: `Run \`${how === 'rebase' ? 'git pull --rebase' : 'git pull'}\` in your clone. ${waiting}`,
            });
        return notSynced(`somebody pushed meanwhile, so the head is no longer ${head.slice(0, 8)}; nothing was changed.`, 'Run it again for the new head.');
    }
    catch (error) {
        return failed(error);
    }
}
const done = {
    merge: (trunk) => `GitHub is merging ${trunk} into this branch.`,
    rebase: (trunk) => `GitHub is rebasing this branch onto ${trunk}.`,
};
const waiting = 'Where this was done with GITHUB_TOKEN, checks of the new head wait for an approval to run; the token of a GitHub App starts them at once.';
function failed(error) {
    if (!isUserError(error))
        throw error;
    return notSynced(`${error.message}.`, error.help ?? 'Run it again, or use `model-gates sync`.');
}
function notSynced(reason, help) {
    return branchRules['not-synced'].finding({
        message: `Trunk was not brought in: ${reason}`,
        help,
    });
}

;// CONCATENATED MODULE: ./build/src/branches/gate/sync.js




const sync_gate = 'sync';
async function syncBranch(request, git, log) {
    const branch = await readyBranch(request, git);
    log.info(`Fetching ${request.trunk} from ${request.remote}`);
    const theirs = await git.fetch(request.trunk);
    if (theirs === undefined)
        throw noTrunk(request);
    const before = await git.head();
    const { behind } = await git.distance(theirs, before);
    const facts = { branch, trunk: request.trunk, how: request.how, before, trunkSha: theirs, behind };
    if (behind === 0)
        return sync_done(`${branch} has all of ${request.trunk} already`, { ...facts, after: before });
    await guardPushed(branch, request, git, before);
    if (request.how === 'rebase')
        guardMerges(await git.merges(theirs), branch);
    guardFiles(await git.inTheWay(theirs), request);
    const conflicts = await git.bring(request.how, request.trunk);
    if (conflicts.length > 0)
        return stopped(branch, request, conflicts, facts);
    const verb = request.how === 'merge' ? 'merged into' : 'is now below';
    const report = sync_done(`${commits(behind)} of ${request.trunk} ${verb} ${branch}`, {
        ...facts,
        after: await git.head(),
    });
    return { ...report, findings: [pushNext(request)] };
}
async function readyBranch({ trunk }, git) {
    const underway = await git.underway();
    if (underway !== undefined)
        throw new UserError(`A ${underway} is under way here already; nothing was changed.`, {
            help: `Finish it with \`git ${underway} --continue\`, or give it up with \`git ${underway} --abort\`; then run model-gates sync again.`,
        });
    const branch = await git.branch();
    if (branch === undefined)
        throw new UserError('No branch is checked out (detached HEAD), so there is nothing to bring up to date.', {
            help: 'Switch to your branch: `git switch BRANCH`.',
        });
    if (branch === trunk)
        throw new UserError(`${branch} is trunk itself.`, {
            help: 'Use `git pull --ff-only`; or switch to the branch that is to be brought up to date.',
        });
    const dirty = await git.uncommitted();
    if (dirty.length > 0)
        throw new UserError(`There is work that is not committed: ${some(dirty)}. Nothing was changed.`, {
            help: 'Commit it (`git commit -a`), or put it aside (`git stash`) and take it back afterwards (`git stash pop`).',
        });
    return branch;
}
async function guardPushed(branch, { remote, how }, git, head) {
    const pushed = await git.fetch(branch);
    if (pushed === undefined)
        return;
    const { behind } = await git.distance(pushed, head);
    if (behind === 0)
        return;
    throw new UserError(`${remote} has ${commits(behind)} of ${branch} that this clone lacks; nothing was changed.`, {
        help: `Take them first: \`git pull --${how === 'merge' ? 'no-rebase' : 'rebase'}\`; then run model-gates sync again.`,
    });
}
function guardMerges(merges, branch) {
    if (merges === 0)
        return;
    throw new UserError(`${branch} has ${text_count(merges, 'merge commit')}, and a rebase would lose what was resolved in ${plural(merges, 'it', 'them')}; nothing was changed.`, { help: 'Merge this time: `model-gates sync --how merge`.' });
}
function guardFiles(files, { trunk }) {
    if (files.length === 0)
        return;
    throw new UserError(`Files that git does not keep here would be overwritten: ${some(files)}. Nothing was changed.`, {
        help: `${trunk} or a commit of yours has files of the same names: move yours away, or remove them, first.`,
    });
}
function noTrunk({ trunk, remote }) {
    return new UserError(`${remote} has no branch ${trunk}.`, {
        help: 'Name the main branch: `model-gates sync --trunk NAME`, or `trunk: NAME` in the policy.',
    });
}
function stopped(branch, { trunk, how }, conflicts, facts) {
    const next = how === 'merge' ? '`git merge --continue`' : '`git rebase --continue`';
    return makeReport({
        gate: sync_gate,
        verdict: 'fail',
        title: `${text_count(conflicts.length, 'file')} to resolve by hand before ${branch} has all of ${trunk}`,
        findings: conflicts.map(({ path, line, kind }) => branchRules['sync-conflict'].finding({
            file: path,
            ...(line === undefined ? {} : { line }),
            message: `${kind}: ${branch} and ${trunk} disagree.`,
            help: `Edit it to what it should be, then \`git add\` it.`,
        })),
        facts: { ...facts, after: null, conflicts },
        sections: [
            {
                kind: 'list',
                title: 'What now',
                open: true,
                items: [
                    `Resolve each file, \`git add\` it, then ${next}.`,
                    `Or go back to where you were: \`git ${how} --abort\`. Nothing is lost either way, and nothing was pushed.`,
                ],
            },
        ],
    });
}
function sync_done(title, facts) {
    return makeReport({ gate: sync_gate, title, facts: { ...facts, conflicts: [] } });
}
function pushNext({ how }) {
    return branchRules.synced.finding({
        message: 'Nothing was pushed yet.',
        help: how === 'merge'
            ? 'Run your tests, then `git push`.'
            : 'Run your tests, then `git push --force-with-lease --force-if-includes`.',
    });
}
function some(files) {
    const more = files.length - 5;
    return more > 0 ? `${files.slice(0, 5).join(', ')} and ${more} more` : files.join(', ');
}
function commits(number) {
    return text_count(number, 'commit');
}

;// CONCATENATED MODULE: ./build/src/kernel/compare.js
function compare_compareText(a, b) {
    return a < b ? -1 : Number(a > b);
}

;// CONCATENATED MODULE: ./build/src/branches/sweep.js



const dayMs = 86_400_000;
function standings(state, settings) {
    const pulls = pullsByBranch(state.closed);
    const all = state.branches.map((branch) => standing(branch, pulls.get(branch.name) ?? [], state, settings));
    return all.toSorted((a, b) => remindFrom(a) - remindFrom(b) || compare_compareText(branchOf(a), branchOf(b)));
}
function remindFrom(one) {
    return one.kind === 'due' ? one.candidate.remindFrom : Number.MAX_VALUE;
}
function branchOf(one) {
    return one.kind === 'due' ? one.candidate.branch : one.branch;
}
const ofGitHub = ['gh-readonly-queue/**'];
function standing({ name, sha, protected: isProtected }, pulls, { inUse, now }, settings) {
    const stays = (reason) => ({ kind: 'stays', branch: name, reason });
    const last = lastClosed(pulls);
    if (isProtected)
        return stays('protected');
    if (inUse.has(name))
        return stays('in use: trunk, head or base of an open pull request, or the base of several');
    if (isProtectedName(name, settings))
        return stays('protected by the policy (sweep.protect)');
    if (last === undefined)
        return stays('no closed pull request');
    if (pulls.some(({ labels }) => labels.includes(settings.keepLabel)))
        return stays(`kept by the label ${settings.keepLabel}`);
    if (pulls.some(({ closedAt }) => Number.isNaN(Date.parse(closedAt))))
        return stays('it is not known when its pull request was closed');
    if (last.headSha !== sha)
        return stays(`commits after #${last.number} was closed`);
    const endsAt = Date.parse(last.closedAt) + settings.afterDays * dayMs;
    const from = endsAt - Math.min(settings.remindDays, settings.afterDays) * dayMs;
    if (now < from)
        return stays(waitText(last, from, now));
    return { kind: 'due', candidate: { branch: name, sha, pull: last, remindFrom: from, endsAt } };
}
function isProtectedName(name, { protect }) {
    return [...protect, ...ofGitHub].some((glob) => index_js_default().isMatch(name, glob));
}
function waitText({ number, merged }, from, now) {
    const what = `#${number} was ${merged ? 'merged' : 'closed'} not long ago`;
    return `${what}: a reminder in ${spanText((from - now) / 3_600_000)}`;
}
function nextStep({ endsAt, pull }, { remindedAt, keptBy }, { remindDays }, now) {
    if (keptBy !== undefined)
        return { step: 'stay', reason: `kept by /keep of ${keptBy}` };
    if (remindedAt === undefined)
        return {
            step: 'remind',
            reason: `#${pull.number} was ${pull.merged ? 'merged' : 'closed'} ${pull.closedAt}`,
        };
    const deleteFrom = deletionTime(endsAt, remindedAt, remindDays);
    if (now >= deleteFrom)
        return { step: 'delete', reason: `announced ${remindedAt}` };
    const left = (deleteFrom - now) / 3_600_000;
    return {
        step: 'stay',
        reason: `announced ${remindedAt}; it goes in ${spanText(Number.isNaN(left) ? 0 : left)}`,
    };
}
function deletionTime(endsAt, remindedAt, remindDays) {
    return Math.max(endsAt, Date.parse(remindedAt) + remindDays * dayMs);
}
function pullsByBranch(closed) {
    const pulls = new Map();
    for (const pull of closed)
        pulls.set(pull.branch, [...(pulls.get(pull.branch) ?? []), pull]);
    return pulls;
}
function lastClosed(pulls) {
    return pulls.toSorted((a, b) => Date.parse(b.closedAt) - Date.parse(a.closedAt) || b.number - a.number)[0];
}

;// CONCATENATED MODULE: ./build/src/report/escape.js
const escape_hidden = /((?<=\p{Extended_Pictographic})\uFE0F|(?<=\p{Extended_Pictographic}\uFE0F?)\u200D(?=\p{Extended_Pictographic}))|(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{DI}\u00A0\u2000-\u200A\u202F\u205F\u2800]/gu;
function visible(text) {
    return text
        .toWellFormed()
        .replaceAll('\r\n', '\n')
        .replace(escape_hidden, (char, joiner) => joiner ?? codePoint(char));
}
function oneLine(text) {
    return visible(text)
        .replaceAll(/[\n\t]/g, ' ')
        .trim();
}
function codePoint(char) {
    return `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
function commandData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function commandProperty(text) {
    return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
function logText(text) {
    return withoutCommands(visible(text));
}
function withoutCommands(lines) {
    return lines.replaceAll(/^([^\S\n]*):(?=:)/gm, '$1: ').replaceAll('##[', '## [');
}
const ansi = /[\u001B\u009B](?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)|[0-?]*[ -/]*[@-~])/g;
function terminalText(text) {
    return withoutCommands(oneLine(text.replace(ansi, '')));
}
const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    '`': '&#96;',
};
function htmlText(text) {
    return visible(text).replace(/[&<>"'`]/g, (char) => entities[char] ?? '');
}
const token = /`([^`|\s](?:[^`|]*[^`|\s])?)`|([\w.+\-/@#:$]+)|(`|[^`\w.+\-/@#:$]+)/g;
const fileEnding = /\.(?:ya?ml|jsonl?|csv|toml|lock|txt|py|cfg|ini|sh|md|safetensors|bin|pt|parquet|eval|zip)(?::\d+)*$/i;
function mdText(text) {
    return segments(oneLine(text))
        .map((part) => (part.code ? mdCode(part.text) : escapePunctuation(part.text)))
        .join('')
        .replace(/^(?=[-+=])|(?<=^\d{1,9})(?=[.)](?: |$))/, '\\');
}
function mdHtml(text) {
    return segments(oneLine(text))
        .map((part) => (part.code ? `<code>${htmlText(part.text)}</code>` : htmlText(part.text)))
        .join('');
}
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
function isWhole(word) {
    return /:\/\/|www\.|:[\w+-]+:/i.test(word);
}
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
function mdCode(text) {
    const line = oneLine(text);
    if (line === '')
        return '';
    const fence = '`'.repeat(longestRun(line) + 1);
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return fence + pad + line + pad + fence;
}
function mdCellCode(text) {
    return mdCode(text).replaceAll('|', '\\|');
}
function mdLink(label, url) {
    return url === undefined ? label : `[${label}](${mdUrl(url)})`;
}
function mdUrl(url) {
    return /^https?:\/\//i.test(url)
        ? url.toWellFormed().replace(/[^\w\-.~:/?#@!$&+,;=%]/gu, encodeURIComponentFully)
        : '#';
}
function encodeURIComponentFully(text) {
    return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
function mdFence(language, text) {
    const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
    return `${fence}${language}\n${visible(text)}\n${fence}\n`;
}
function longestRun(text) {
    return Array.from(text.matchAll(/`+/g), ([run]) => run.length).reduce((a, b) => Math.max(a, b), 0);
}

;// CONCATENATED MODULE: ./build/src/branches/sweep-comments.js


function sweepKey(sha) {
    return `sweep-branches-${sha}`;
}
function reminderText({ branch, sha, pull }, { keepLabel, remindDays }, goesAt) {
    const day = new Date(goesAt).toISOString().slice(0, 16).replace('T', ' ');
    return [
        `${mention(pull.author)}this pull request was ${pull.merged ? 'merged' : 'closed'} ${pull.closedAt.slice(0, 10)}, and its branch ${mdCode(branch)} is still there. It will be deleted after ${day} UTC (${remindDays} days' notice).`,
        `To keep it, comment \`/keep\` or add the label ${mdCode(keepLabel)}.`,
        restoreText(branch, sha),
    ].join('\n\n');
}
function deletedText({ branch, sha, pull }, at) {
    const when = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    return [
        `The branch ${mdCode(branch)} of this ${pull.merged ? 'merged' : 'closed'} pull request was deleted ${when}.`,
        restoreText(branch, sha),
    ].join('\n\n');
}
function restoreText(branch, sha) {
    const name = /^\w[\w./-]*$/.test(branch) ? branch : 'NAME';
    return `Its tip is ${mdCode(sha)}: ${mdCode(`model-gates sweep --restore ${name}`)} brings it back.`;
}
function mention(author) {
    return /^[A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38}(?:_[A-Za-z\d]+)?$/.test(author) &&
        author !== 'ghost'
        ? `@${author}, `
        : '';
}
function keepers(comments, author) {
    const asked = comments.filter(({ bot, body }) => !bot && /^[ \t]*\/keep[ \t]*\r?$/m.test(body));
    const names = [...new Set(asked.map(({ by }) => by))];
    return names.toSorted((a, b) => Number(sameLogin(b, author)) - Number(sameLogin(a, author)));
}

;// CONCATENATED MODULE: ./build/src/branches/gate/sweep/candidate.js


async function handle(candidate, request, ports, room) {
    const { github, now } = ports;
    const { number } = candidate.pull;
    const comments = await github.comments.list(number);
    const remindedAt = await reminder(comments, candidate.sha, github);
    const keptBy = await keeper(comments, candidate.pull.author, github);
    const details = {
        ...(remindedAt === undefined ? {} : { remindedAt }),
        ...(keptBy === undefined ? {} : { keptBy }),
    };
    const { step, reason } = nextStep(candidate, details, request.settings, now());
    if (keptBy !== undefined && !request.dryRun)
        await github.labels.add(number, [request.settings.keepLabel]);
    if (step === 'stay')
        return { candidate, did: 'stayed', reason };
    if (!room[step])
        return undefined;
    return step === 'remind'
        ? remind(candidate, request, ports, reason)
        : remove(candidate, request, ports, reason);
}
async function reminder(comments, sha, github) {
    const marker = `<!-- model-gates:${sweepKey(sha)} -->`;
    const marked = comments.filter(({ body }) => body.startsWith(marker));
    const byApp = marked.find(({ bot }) => bot);
    if (byApp !== undefined)
        return byApp.updatedAt;
    for (const { by, updatedAt } of marked.slice(0, mostAsked))
        if (await mayPush(by, github))
            return updatedAt;
    return undefined;
}
async function mayPush(login, { people }) {
    const permission = await people.permission(login);
    return isEntitled({ users: [], teams: [], permission: 'write' }, { login, permission, teams: [] });
}
const mostAsked = 5;
async function keeper(comments, author, { people }) {
    const asked = keepers(comments, author);
    for (const login of asked.slice(0, mostAsked)) {
        if (sameLogin(login, author))
            return login;
        const permission = await people.permission(login).catch(() => 'write');
        if (isEntitled({ users: [], teams: [], permission: 'write' }, { login, permission, teams: [] }))
            return login;
    }
    return asked[mostAsked];
}
async function remind(candidate, { settings, dryRun }, { github, now, log }, reason) {
    const { sha, endsAt, pull, branch } = candidate;
    if (!dryRun) {
        const goesAt = deletionTime(endsAt, new Date(now()).toISOString(), settings.remindDays);
        await github.comments.upsert(pull.number, sweepKey(sha), reminderText(candidate, settings, goesAt));
    }
    log.info(`${branch} (#${pull.number}): ${dryRun ? 'would be announced' : 'announced'}`);
    return { candidate, did: 'reminded', reason };
}
async function remove(candidate, { dryRun }, ports, reason) {
    const { github, log, now } = ports;
    const { branch, sha, pull } = candidate;
    const stayed = (why) => ({ candidate, did: 'stayed', reason: why });
    const problem = await lastLook(candidate, github);
    if (problem !== undefined)
        return stayed(problem);
    if (!dryRun) {
        if (!(await ports.remove(branch, sha)))
            return stayed('it changed a moment ago');
        await github.comments
            .upsert(pull.number, sweepKey(sha), deletedText(candidate, now()))
            .catch((error) => log.warning(`The comment on #${pull.number} was not changed: ${String(error)}`));
    }
    log.info(`${branch} (#${pull.number}): ${dryRun ? 'would be deleted' : 'deleted'}, its tip is ${sha}`);
    return { candidate, did: 'deleted', reason };
}
async function lastLook({ branch, pull }, { pulls, branches }) {
    const now = await pulls.list({ state: 'all', head: branch, max: 100 });
    const open = now.find(({ state }) => state === 'open');
    if (open !== undefined)
        return `#${open.number} is open`;
    const since = Date.parse(pull.closedAt);
    const later = now.find(({ closedAt = '' }) => Date.parse(closedAt) > since);
    if (later !== undefined)
        return `#${later.number} was closed later`;
    const touched = (await branches.activity(branch, ['push', 'force_push', 'branch_creation'])).find(({ at }) => Date.parse(at) > since);
    return touched === undefined
        ? undefined
        : `pushed or restored by ${touched.by} after the close (${touched.at})`;
}

;// CONCATENATED MODULE: ./build/src/branches/gate/sweep/state.js

const recentlyClosed = 300;
const askedAlone = 50;
const state_dayMs = 86_400_000;
const allOfThem = 100_000;
async function readSweepState(request, { github, now }) {
    const [branches, open, recent] = await Promise.all([
        github.branches.list(),
        github.pulls.list({ state: 'open', max: allOfThem }),
        github.pulls.list({ state: 'closed', max: recentlyClosed }),
    ]);
    const inUse = new Set([
        ...request.trunks,
        ...open.flatMap(({ base, head }) => [base.ref, head.ref]),
        ...commonBases(recent),
    ]);
    const closed = recent.flatMap((pull) => closedPull(pull, request.repository));
    const known = new Set(closed.map(({ branch }) => branch));
    const others = branches.filter(({ name, protected: isProtected }) => !isProtected && !known.has(name) && !inUse.has(name) && !isProtectedName(name, request.settings));
    for (const { name } of turn(others, now()))
        closed.push(...(await pullsOf(name, request.repository, github)));
    return { now: now(), branches, closed, inUse };
}
function commonBases(pulls) {
    const heads = new Map();
    for (const { base, head } of pulls)
        heads.set(base.ref, (heads.get(base.ref) ?? new Set()).add(head.ref));
    return [...heads].filter(([, from]) => from.size > 1).map(([base]) => base);
}
async function pullsOf(branch, repository, github) {
    const pulls = await github.pulls.list({ state: 'closed', head: branch, max: 20 });
    return pulls.flatMap((pull) => closedPull(pull, repository)).filter((pull) => pull.branch === branch);
}
function closedPull(pull, repository) {
    const { number, author, head, closedAt, mergedAt, labels, state } = pull;
    if (state !== 'closed' || closedAt === undefined)
        return [];
    if (head.repository?.toLowerCase() !== repository.toLowerCase())
        return [];
    return [
        { number, author, branch: head.ref, headSha: head.sha, closedAt, merged: mergedAt !== undefined, labels },
    ];
}
function turn(branches, now) {
    if (branches.length <= askedAlone)
        return [...branches];
    const start = (Math.floor(now / state_dayMs) * askedAlone) % branches.length;
    return [...branches.slice(start), ...branches.slice(0, start)].slice(0, askedAlone);
}

;// CONCATENATED MODULE: ./build/src/branches/gate/sweep/sections.js
const words = {
    deleted: 'delete',
    reminded: 'announce',
    stayed: 'stays',
};
function sweepSections(all, handled, left) {
    const rows = handled.map(({ candidate: { branch, sha, pull }, did, reason }) => [
        branch,
        sha,
        `#${pull.number}`,
        words[did],
        reason,
    ]);
    const due = {
        kind: 'table',
        title: left === 0 ? 'Branches that are due' : `Branches that are due; ${left} more in later runs`,
        open: true,
        columns: [
            { title: 'Branch', code: true },
            { title: 'Tip', code: true },
            { title: 'Pull request' },
            { title: 'Step' },
            { title: 'Why' },
        ],
        rows,
    };
    const staying = all.flatMap((one) => (one.kind === 'stays' ? [[one.branch, one.reason]] : []));
    const others = {
        kind: 'table',
        title: 'Branches that stay',
        columns: [{ title: 'Branch', code: true }, { title: 'Why' }],
        rows: staying.slice(0, 500),
    };
    return [...(rows.length > 0 ? [due] : []), ...(staying.length > 0 ? [others] : [])];
}

;// CONCATENATED MODULE: ./build/src/branches/gate/sweep-branches.js









const sweepGate = 'sweep-branches';
const mostLookedInto = 200;
const mostDenied = 3;
const mostFailures = 20;
async function sweepBranches(request, ports) {
    const state = await readSweepState(request, ports);
    const all = standings(state, request.settings);
    const due = all.flatMap((one) => (one.kind === 'due' ? [one.candidate] : []));
    const { handled, findings } = await sweep(due, request, ports);
    const left = due.length - handled.length;
    return reportOf(request, { all, handled, left, findings, requests: ports.github.requestCount() });
}
async function sweep(due, request, ports) {
    const { atMost } = request.settings;
    const handled = [];
    const findings = [];
    let denied = 0;
    const done = (step) => handled.filter(({ did }) => did === step).length;
    for (const candidate of due.slice(0, mostLookedInto)) {
        const room = { remind: done('reminded') < atMost, delete: done('deleted') < atMost };
        if ((!room.remind && !room.delete) || denied >= mostDenied || findings.length >= mostFailures)
            break;
        try {
            const outcome = await handle(candidate, request, ports, room);
            if (outcome !== undefined)
                handled.push(outcome);
        }
        catch (error) {
            if (!isUserError(error))
                throw error;
            if ('permissionDenied' in error && error.permissionDenied === true)
                denied += 1;
            findings.push(sweep_branches_refused(candidate, error));
        }
    }
    return { handled, findings };
}
function sweep_branches_refused({ branch }, error) {
    const { message, help } = errorFinding(error);
    return branchRules['sweep-refused'].finding({ message: `${branch} was left as it is: ${message}`, help });
}
function notSwept(title, findings) {
    return makeReport({ gate: sweepGate, verdict: 'fail', title, findings, facts: {} });
}
function reportOf({ dryRun, settings }, outcome) {
    const { handled, findings, all, left, requests } = outcome;
    const of = (did) => handled.filter((one) => one.did === did).map(fact);
    const deleted = of('deleted');
    const reminded = of('reminded');
    const would = dryRun ? 'would be ' : '';
    return makeReport({
        gate: sweepGate,
        verdict: findings.length > 0 ? 'fail' : 'pass',
        title: `${dryRun ? 'Dry run: ' : ''}${text_count(deleted.length, 'branch', 'branches')} ${would}deleted, ${reminded.length} ${would}announced, of ${text_count(all.length, 'branch', 'branches')}`,
        findings: [...findings, ...handled.flatMap((one) => notice(one, dryRun))],
        facts: { dryRun, deleted, reminded, left, branches: all.length, settings, requests },
        sections: sweepSections(all, handled, left),
    });
}
function fact({ candidate: { branch, sha, pull } }) {
    return { branch, sha, number: pull.number, author: pull.author, closedAt: pull.closedAt };
}
function notice({ did, candidate: { branch, sha, pull } }, dryRun) {
    if (did === 'stayed')
        return [];
    const verb = did === 'deleted' ? 'deleted' : 'announced for deletion';
    return [
        branchRules[did === 'deleted' ? 'swept' : 'sweep-announced'].finding({
            message: `${branch} of #${pull.number} ${dryRun ? 'would be' : 'was'} ${verb}; its tip is ${sha}.`,
            help: did === 'deleted'
                ? `To bring it back: \`model-gates sweep --restore ${pasteable(branch)}\`.`
                : 'To keep it: comment `/keep` on the pull request, or add the label that the policy names.',
        }),
    ];
}
function pasteable(branch) {
    return /^\w[\w./-]*$/.test(branch) ? branch : 'NAME';
}

;// CONCATENATED MODULE: ./build/src/branches/gate/sweep/restore.js



async function restoreBranch(request, github) {
    const { branch } = request;
    const ref = `refs/heads/${branch}`;
    const { sha, from } = await recorded(request, github);
    const there = await github.refs.get(ref);
    if (there?.sha === sha)
        return restored(branch, sha, `it is there already, at its recorded tip`, false);
    if (there !== undefined || !(await github.refs.create(ref, sha)))
        throw new UserError(`There is a branch ${branch} already${there === undefined ? '' : `, at ${there.sha}`}.`, {
            help: `Its recorded tip is ${sha}: fetch that, or restore it under another name with \`git push origin ${sha}:refs/heads/NAME\`.`,
        });
    return restored(branch, sha, from, true);
}
async function recorded({ branch, repository, sha }, { pulls }) {
    if (sha !== undefined)
        return { sha, from: 'the SHA that was given' };
    const closed = (await pulls.list({ state: 'closed', head: branch, max: 100 }))
        .flatMap((pull) => closedPull(pull, repository))
        .filter((pull) => pull.branch === branch)
        .toSorted((a, b) => Date.parse(b.closedAt) - Date.parse(a.closedAt));
    const [last] = closed;
    if (last === undefined)
        throw new UserError(`No closed pull request of ${repository} came from a branch ${branch}.`, {
            help: 'Give its tip: `model-gates sweep --restore NAME --sha SHA`. The report of the sweep that deleted it names it.',
        });
    return { sha: last.headSha, from: `the head of #${last.number}` };
}
function restored(branch, sha, from, created) {
    return makeReport({
        gate: 'sweep-branches',
        title: created ? `${branch} is back at ${sha.slice(0, 8)}: ${from}` : `${branch}: ${from}`,
        facts: { restored: { branch, sha, created }, deleted: [], reminded: [], dryRun: false },
    });
}

;// CONCATENATED MODULE: ./build/src/bundles/branches.js







module.exports = __webpack_exports__;
/******/ })()
;