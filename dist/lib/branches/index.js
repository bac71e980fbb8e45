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
  restoreBranch: () => (/* reexport */ restoreBranch),
  sweepBranches: () => (/* reexport */ sweepBranches),
  syncBranch: () => (/* reexport */ syncBranch),
  updateBranch: () => (/* reexport */ updateBranch)
});

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

;// CONCATENATED MODULE: external "../picomatch/index.js"
const index_js_namespaceObject = require("../picomatch/index.js");
var index_js_default = /*#__PURE__*/__nccwpck_require__.n(index_js_namespaceObject);
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

;// CONCATENATED MODULE: ./build/src/branches/age.js
/**
 * When the branch began. The newest creation counts: a name may be used again after its branch was deleted. Without a record it is
 * the day on which the first of its own commits was authored, so that a rebase makes no branch young. `undefined` where neither is known.
 */
function branchStart(creations, own) {
    const created = latest(creations.map(({ at }) => at));
    if (created !== undefined)
        return { at: created, source: 'branch-creation' };
    const authored = own.filter(({ parents }) => parents.length < 2).map(({ authoredAt }) => authoredAt);
    const first = earliest(authored);
    return first === undefined ? undefined : { at: first, source: 'first-commit' };
}
const hourMs = 3_600_000;
/** Whole and part hours since a time (ISO 8601) as of `now` (milliseconds since the epoch); never negative, whatever a clock says. */
function hoursSince(at, now) {
    return Math.max(0, (now - Date.parse(at)) / hourMs);
}
/** The unit in which a person thinks of it: `less than an hour`, `5 hours`, `3 days`. */
function spanText(hours) {
    if (hours < 1)
        return 'less than an hour';
    const [count, unit] = hours < 48 ? [Math.floor(hours), 'hour'] : [Math.floor(hours / 24), 'day'];
    return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
/** The latest of some times; texts that are no times do not count. */
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
/** A warning for each merge that would conflict, at the first file to resolve; and one where that is not known. */
function conflictFindings({ branch, trunk, prediction }) {
    const found = prediction.conflicts.map((conflict) => conflict.with === trunk ? withTrunk(branch, conflict) : withOther(branch, conflict));
    return [...found, ...prediction.unknown.map(unknown)];
}
function withTrunk(branch, conflict) {
    return {
        rule: 'branch/conflicts-with-trunk',
        severity: 'warning',
        ...at(conflict),
        message: `${branch} and ${conflict.with} change the same lines: ${files(conflict)} would need to be resolved by hand.`,
        help: 'Run `model-gates sync`, resolve what it lists, and push: every day that passes adds to it.',
    };
}
function withOther(branch, conflict) {
    const whose = conflict.title === undefined ? '' : ` (${conflict.title.slice(0, 100)})`;
    return {
        rule: 'branch/conflicts-with-open-work',
        severity: 'warning',
        ...at(conflict),
        message: `${branch} and ${conflict.with}${whose}, both not merged yet, change the same lines: ${files(conflict)}. Whoever merges second resolves them.`,
        help: 'Agree on who merges first; the other one brings trunk in at once, while both still remember what they meant.',
    };
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
    return {
        rule: 'branch/conflicts-unknown',
        severity: 'warning',
        message: `Some conflicts could not be predicted: ${reason}`,
        help: 'What the report says of age and distance holds all the same. Mend what is named here and run it again.',
    };
}
/** `conflicts` is null where nothing could be tried at all: never an empty list. */
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

/** Hours since the branch began; `undefined` where it has nothing of its own and nobody recorded its creation. */
function ageOf({ start, now }) {
    return start === undefined ? undefined : hoursSince(start.at, now);
}
/** Hours since trunk came in; a branch that lacks nothing of trunk is in step with it now. */
function hoursSinceSync({ behind, lastSync, now }) {
    return behind === 0 ? 0 : hoursSince(lastSync.at, now);
}
/** Since when, and who says so. */
function startText({ start }) {
    if (start === undefined)
        return 'no commits of its own';
    return start.source === 'branch-creation'
        ? `created ${start.at}, as GitHub recorded it`
        : `first commit authored ${start.at}; GitHub's record of its creation is not at hand`;
}
/** At most ten, then how many more. */
function listed(items) {
    const more = items.length - 10;
    return more > 0 ? `${items.slice(0, 10).join(', ')} and ${more} more` : items.join(', ');
}

;// CONCATENATED MODULE: ./build/src/branches/sections.js


/** What a person wants to see of a branch: its figures, what conflicts, who else works on the same files. */
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
/** Judges one branch: its name, its age, how far trunk has moved on, and with what it would conflict. */






const gate = 'check-branch';
/** The report on a branch; `fail` for a name that no glob allows, and beyond the limit of age where the policy says so. */
function judgeBranch(state, rules) {
    const findings = [
        ...nameFindings(state, rules),
        ...ageFindings(state, rules.settings),
        ...behindFindings(state),
        ...conflictFindings(state),
    ];
    const ageHours = ageOf(state);
    return {
        schema: 1,
        gate,
        verdict: verdictOf(findings),
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
        {
            rule: 'branch/name',
            severity: 'error',
            message: `The branch name ${branch} fits none of the patterns of the policy: ${listed(names)}.`,
            help: 'Rename it: `git branch -m NEW-NAME`, push that, and open the pull request from it. Patterns stand under branches.names in the policy of trunk.',
        },
    ];
}
/** Whether one of the globs matches a branch's name. */
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
            {
                rule: 'branch/old',
                severity: 'warning',
                message: `${since}; from ${warnHours} hours on a branch drifts from trunk, and ${limitHours} are the limit.`,
                help: 'Merge what is ready, in parts if need be, and go on from trunk with a new branch.',
            },
        ];
    return [
        {
            rule: 'branch/over-limit',
            severity: overLimit === 'fail' ? 'error' : 'warning',
            message: `${since}, beyond the limit of ${limitHours} hours.`,
            help: 'Cut it into parts that can merge now: a new branch from trunk for each (`git switch -c PART origin/TRUNK`, `git cherry-pick`). The policy sets the limit: branches.limit-hours and branches.over-limit.',
        },
    ];
}
function behindFindings(state) {
    const { behind, trunk, branch, lastSync } = state;
    if (behind === 0)
        return [];
    const how = lastSync.how === 'merge' ? `merged ${trunk} in` : `left ${trunk}`;
    return [
        {
            rule: 'branch/behind',
            severity: 'notice',
            message: `${branch} lacks ${commits(behind)} of ${trunk}; it last ${how} ${spanText(hoursSinceSync(state))} ago.`,
            help: 'Bring trunk in: `model-gates sync`, or `sync: true` in the workflow.',
        },
    ];
}
function titleOf(state, findings) {
    const worst = findings.find(({ severity }) => severity === 'error');
    if (worst !== undefined)
        return worst.message;
    const hours = ageOf(state);
    const age = hours === undefined ? 'has no commits of its own' : `is ${spanText(hours)} old`;
    const distance = state.behind === 0 ? 'up to date' : `${commits(state.behind)} behind ${state.trunk}`;
    const clashes = new Set(state.prediction.conflicts.map((conflict) => conflict.with)).size;
    return `${state.branch} ${age}, ${distance}${clashes === 0 ? '' : `, and would conflict with ${clashes === 1 ? (state.prediction.conflicts[0]?.with ?? '') : `${clashes} others`}`}`;
}
function commits(count) {
    return count === 1 ? '1 commit' : `${count} commits`;
}

;// CONCATENATED MODULE: ./build/src/branches/to-update.js

/**
 * The newest merge that joins the branch with a commit of trunk, else the commit at which the branch left it: a rebase moves that.
 * `own` are the commits that trunk has not; whatever parent is not among them is trunk's.
 */
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
/** Which merges would conflict: with trunk, and with other unmerged branches that touch the same files. */

/** A merge that could not be tried is told as unknown: never taken for one that goes through. */
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
            // What trunk did since one of them left it may clash too: that is between that one and trunk.
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
/** Those that touch files which this branch touches, most files in common first. */
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



/** Throws a UserError where the commits cannot be had or have no common history. */
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
    const report = judgeBranch(state, {
        settings: policy.branches,
        alsoNamed: [...policy.hotfix.branches, ...(policy.dependencies.botBranches ?? [])],
    });
    return { ...report, findings: [...report.findings, ...recorded.findings] };
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
/** Where GitHub cannot be asked the first commit tells, and the report says why. */
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
    return {
        rule: 'branch/age-from-commits',
        severity: 'notice',
        message: `The age is that of the first commit, because GitHub's record could not be read: ${message}`,
        help: help ?? 'Give the job a token with contents: read.',
    };
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

;// CONCATENATED MODULE: ./build/src/branches/gate/all.js


const all_gate = 'check-branch';
/** Runs one report a branch, one after the other; a branch that cannot be judged fails by itself and hides none of the others. */
async function eachBranch(items, judge) {
    const reports = [];
    for (const item of items)
        reports.push(await judge(item).catch((error) => errorReport(all_gate, error)));
    return {
        schema: 1,
        gate: all_gate,
        verdict: worstVerdict(reports.map(({ verdict }) => verdict)),
        title: all_titleOf(reports),
        findings: [],
        facts: {
            ageHours: highest(reports, 'ageHours'),
            behind: highest(reports, 'behind'),
            conflicts: reports.flatMap(({ facts }) => Array.isArray(facts['conflicts']) ? facts['conflicts'] : []),
            branches: reports.map(({ facts }) => facts),
        },
        reports,
    };
}
function all_titleOf(reports) {
    const failing = reports.filter(({ verdict }) => verdict === 'fail').length;
    if (reports.length === 0)
        return 'No pull request is open';
    const total = reports.length === 1 ? '1 open pull request' : `${reports.length} open pull requests`;
    return failing === 0 ? `${total}, none of them too old` : `${failing} of ${total} must be mended`;
}
function highest(reports, fact) {
    const values = reports.map(({ facts }) => facts[fact]).filter((value) => typeof value === 'number');
    return values.length === 0 ? null : Math.max(...values);
}

;// CONCATENATED MODULE: ./build/src/kernel/pull-request.js
/** What GitHub says of a pull request and of the people around it. Times are ISO 8601. */
const permissionLevels = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

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
        .toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || compareText(a.body, b.body))
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

;// CONCATENATED MODULE: ./build/src/branches/gate/update.js


/** The report with what came of it; `facts.synced` is true where GitHub accepted the merge. The verdict stays. */
async function updateBranch(report, request, github) {
    const { facts } = report;
    if (facts['behind'] === 0)
        return { ...report, facts: { ...facts, synced: false } };
    const problem = problemOf(report, request) ?? (await refusalOf(request, github));
    const outcome = problem ?? (await update(request, github));
    return {
        ...report,
        findings: [...report.findings, outcome],
        facts: { ...facts, synced: outcome.rule === 'branch/synced' },
    };
}
/** What is known to stand against it, before anything is asked of GitHub. */
function problemOf(report, { fork, trunk }) {
    if (fork)
        return notSynced('the branch lies in a fork, which this token may not write to.', `Its owner can: "Update branch" on the pull request, or \`model-gates sync\`.`);
    if (report.findings.some(({ rule }) => rule === 'branch/conflicts-with-trunk'))
        return notSynced(`the merge with ${trunk} would conflict.`, 'Run `model-gates sync` in a clone: it lists what a person must resolve.');
    return undefined;
}
/** Anyone may comment, so a comment is no authority: who wrote it must be able to push. */
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
            return {
                rule: 'branch/synced',
                severity: 'notice',
                message: done[how](trunk),
                help: `Run \`${how === 'rebase' ? 'git pull --rebase' : 'git pull'}\` in your clone. ${waiting}`,
            };
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
    return {
        rule: 'branch/not-synced',
        severity: 'warning',
        message: `Trunk was not brought in: ${reason}`,
        help,
    };
}

;// CONCATENATED MODULE: ./build/src/branches/gate/sync.js

const sync_gate = 'sync';
/**
 * The report: `pass` when the branch now has all of trunk, `fail` with one finding a file when a person must resolve something; then the
 * merge or rebase is left under way. Throws a UserError, with nothing changed, where work could be lost.
 */
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
    const report = sync_done(`${sync_commits(behind)} of ${request.trunk} ${verb} ${branch}`, {
        ...facts,
        after: await git.head(),
    });
    return { ...report, findings: [pushNext(request)] };
}
/** The branch that is checked out, with nothing on it that the sync could hurt. */
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
/** Commits that someone else pushed to this branch must come first: a rebase would leave them out, and a push would be refused. */
async function guardPushed(branch, { remote, how }, git, head) {
    const pushed = await git.fetch(branch);
    if (pushed === undefined)
        return;
    const { behind } = await git.distance(pushed, head);
    if (behind === 0)
        return;
    throw new UserError(`${remote} has ${sync_commits(behind)} of ${branch} that this clone lacks; nothing was changed.`, {
        help: `Take them first: \`git pull --${how === 'merge' ? 'no-rebase' : 'rebase'}\`; then run model-gates sync again.`,
    });
}
/** A rebase leaves merge commits out, and with them what somebody resolved there. */
function guardMerges(merges, branch) {
    if (merges === 0)
        return;
    throw new UserError(`${branch} has ${sync_count(merges, 'merge commit')}, and a rebase would lose what was resolved in ${merges === 1 ? 'it' : 'them'}; nothing was changed.`, { help: 'Merge this time: `model-gates sync --how merge`.' });
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
    return {
        schema: 1,
        gate: sync_gate,
        verdict: 'fail',
        title: `${sync_count(conflicts.length, 'file')} to resolve by hand before ${branch} has all of ${trunk}`,
        findings: conflicts.map(({ path, line, kind }) => ({
            rule: 'branch/sync-conflict',
            severity: 'error',
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
    };
}
function sync_done(title, facts) {
    return { schema: 1, gate: sync_gate, verdict: 'pass', title, findings: [], facts: { ...facts, conflicts: [] } };
}
/** This command never pushes: a rebase needs a push that says what it expects to replace. */
function pushNext({ how }) {
    return {
        rule: 'branch/synced',
        severity: 'notice',
        message: 'Nothing was pushed yet.',
        help: how === 'merge'
            ? 'Run your tests, then `git push`.'
            : 'Run your tests, then `git push --force-with-lease --force-if-includes`.',
    };
}
function some(files) {
    const more = files.length - 5;
    return more > 0 ? `${files.slice(0, 5).join(', ')} and ${more} more` : files.join(', ');
}
function sync_commits(number) {
    return sync_count(number, 'commit');
}
function sync_count(number, unit) {
    return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./build/src/kernel/compare.js
/** Order of texts. */
/** Code-unit order, the same on every machine whatever its locale. */
function compare_compareText(a, b) {
    return a < b ? -1 : Number(a > b);
}

;// CONCATENATED MODULE: ./build/src/branches/sweep.js
/** Which branches of closed pull requests may go, which are to be announced first, and why the others stay. */



const dayMs = 86_400_000;
/** Every branch, the longest overdue first among those that are due; the others with the reason why they stay. */
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
/** Branches of the merge queue, which GitHub removes by itself. */
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
/** Whether the policy keeps a branch of this name for good. */
function isProtectedName(name, { protect }) {
    return [...protect, ...ofGitHub].some((glob) => index_js_default().isMatch(name, glob));
}
function waitText({ number, merged }, from, now) {
    const what = `#${number} was ${merged ? 'merged' : 'closed'} not long ago`;
    return `${what}: a reminder in ${spanText((from - now) / 3_600_000)}`;
}
/** What is next for a candidate: first the reminder, and the deletion only the full time after it. */
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
/** Milliseconds since the epoch from which it may be deleted: the term is over, and the reminder is old enough. NaN for no time. */
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

;// CONCATENATED MODULE: ./build/src/branches/sweep-comments.js
/** What the sweep writes into pull requests, and what it reads there. */


/** Key of the comment on this very tip: another tip is announced anew. */
function sweepKey(sha) {
    return `sweep-branches-${sha}`;
}
/** The comment that announces the deletion; it names the tip, so that the branch can be restored. */
function reminderText({ branch, sha, pull }, { keepLabel, remindDays }, goesAt) {
    const day = new Date(goesAt).toISOString().slice(0, 16).replace('T', ' ');
    return [
        `${mention(pull.author)}this pull request was ${pull.merged ? 'merged' : 'closed'} ${pull.closedAt.slice(0, 10)}, and its branch ${mdCode(branch)} is still there. It will be deleted after ${day} UTC (${remindDays} days' notice).`,
        `To keep it, comment \`/keep\` or add the label ${mdCode(keepLabel)}.`,
        restoreText(branch, sha),
    ].join('\n\n');
}
/** What stands in the same comment once the branch is gone. */
function deletedText({ branch, sha, pull }, at) {
    const when = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    return [
        `The branch ${mdCode(branch)} of this ${pull.merged ? 'merged' : 'closed'} pull request was deleted ${when}.`,
        restoreText(branch, sha),
    ].join('\n\n');
}
function restoreText(branch, sha) {
    // Somebody else chose the name, and people paste commands into shells.
    const name = /^\w[\w./-]*$/.test(branch) ? branch : 'NAME';
    return `Its tip is ${mdCode(sha)}: ${mdCode(`model-gates sweep --restore ${name}`)} brings it back.`;
}
/** GitHub's logins need no escaping; what is none (a deleted account, an app) is not mentioned. */
function mention(author) {
    return /^[A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38}(?:_[A-Za-z\d]+)?$/.test(author) &&
        author !== 'ghost'
        ? `@${author}, `
        : '';
}
/** Who asked by `/keep`, on a line of its own, to keep the branch; the author first. Apps do not count. */
function keepers(comments, author) {
    const asked = comments.filter(({ bot, body }) => !bot && /^[ \t]*\/keep[ \t]*\r?$/m.test(body));
    const names = [...new Set(asked.map(({ by }) => by))];
    return names.toSorted((a, b) => Number(sameLogin(b, author)) - Number(sameLogin(a, author)));
}

;// CONCATENATED MODULE: ./build/src/branches/gate/sweep/candidate.js
/** One branch that is due: what its pull request says, the next step, and the last look before a deletion. */


/** Takes the next step; `undefined` where this run may take no more of that kind. */
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
/**
 * When this very tip was announced. A comment of an app counts (a job's token writes as one), and of who may push, for they could delete
 * the branch anyway; a stranger's does not, or anybody could hasten a deletion. An edit only delays it.
 */
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
/** People asked about at most: each costs a request. */
const mostAsked = 5;
/** The author may keep the branch, and whoever may push here. Whose permission cannot be read keeps it too: nothing is lost by that. */
async function keeper(comments, author, { people }) {
    const asked = keepers(comments, author);
    for (const login of asked.slice(0, mostAsked)) {
        if (sameLogin(login, author))
            return login;
        const permission = await people.permission(login).catch(() => 'write');
        if (isEntitled({ users: [], teams: [], permission: 'write' }, { login, permission, teams: [] }))
            return login;
    }
    // Whoever is not asked about may be the one who may: strangers cannot crowd out a /keep that counts.
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
/** Looks once more, then deletes only while the tip is the one that was announced. */
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
        // What is gone is gone: a comment that cannot be changed only lacks its last sentence.
        await github.comments
            .upsert(pull.number, sweepKey(sha), deletedText(candidate, now()))
            .catch((error) => log.warning(`The comment on #${pull.number} was not changed: ${String(error)}`));
    }
    log.info(`${branch} (#${pull.number}): ${dryRun ? 'would be deleted' : 'deleted'}, its tip is ${sha}`);
    return { candidate, did: 'deleted', reason };
}
/** Pull requests opened since the lists were read, and pushes that left the tip where it was: a branch restored on purpose. */
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

/** Pull requests closed or changed last, read in one go. */
const recentlyClosed = 300;
/** Branches without one among those are asked about one by one, so many a run, and others the next day. */
const askedAlone = 50;
const state_dayMs = 86_400_000;
/** Open pull requests must all be known: a list that is too long to be read whole is an error, never cut. */
const allOfThem = 100_000;
/** The branches, and what pull requests say of them. Costs a request for each hundred branches and pull requests, and at most 53 more. */
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
/** Branches that several others were merged into, such as `develop`: they live on after a pull request of their own. */
function commonBases(pulls) {
    const heads = new Map();
    for (const { base, head } of pulls)
        heads.set(base.ref, (heads.get(base.ref) ?? new Set()).add(head.ref));
    return [...heads].filter(([, from]) => from.size > 1).map(([base]) => base);
}
/** Closed pull requests from the branch, whatever their age. */
async function pullsOf(branch, repository, github) {
    const pulls = await github.pulls.list({ state: 'closed', head: branch, max: 20 });
    return pulls.flatMap((pull) => closedPull(pull, repository)).filter((pull) => pull.branch === branch);
}
/** As a closed pull request from this repository; none for a fork's, whose branch is not ours. */
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
/** A different part of the list each day, so that each comes round. */
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
/** Each branch with its tip and what becomes of it, so that the report alone suffices to bring one back. */
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
/** Pull requests looked into in one run: each costs a request, and a job's token has a thousand an hour. */
const mostLookedInto = 200;
/** A token that may not write is refused at every branch: a few refusals tell as much as all. */
const mostDenied = 3;
/** Other refusals are a branch's own, such as a ruleset for its name: the next one may go. */
const mostFailures = 20;
/** The report; `fail` only where it could not do its work. Throws a UserError where the state of the repository cannot be read whole. */
async function sweepBranches(request, ports) {
    const state = await readSweepState(request, ports);
    const all = standings(state, request.settings);
    const due = all.flatMap((one) => (one.kind === 'due' ? [one.candidate] : []));
    const { handled, findings } = await sweep(due, request, ports);
    const left = due.length - handled.length;
    return reportOf(request, { all, handled, left, findings, requests: ports.github.requestCount() });
}
/** The longest overdue first, until the bounds of one run are reached. */
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
    const [finding] = errorReport(sweepGate, error).findings;
    return {
        rule: 'branch/sweep-refused',
        severity: 'error',
        message: `${branch} was left as it is: ${finding?.message ?? 'no reason was given'}`,
        help: finding?.help ?? 'Run it again.',
    };
}
function reportOf({ dryRun, settings }, outcome) {
    const { handled, findings, all, left, requests } = outcome;
    const of = (did) => handled.filter((one) => one.did === did).map(fact);
    const deleted = of('deleted');
    const reminded = of('reminded');
    const would = dryRun ? 'would be ' : '';
    return {
        schema: 1,
        gate: sweepGate,
        verdict: findings.length > 0 ? 'fail' : 'pass',
        title: `${dryRun ? 'Dry run: ' : ''}${sweep_branches_count(deleted.length)} ${would}deleted, ${reminded.length} ${would}announced, of ${sweep_branches_count(all.length)}`,
        findings: [...findings, ...handled.flatMap((one) => notice(one, dryRun))],
        facts: { dryRun, deleted, reminded, left, branches: all.length, settings, requests },
        sections: sweepSections(all, handled, left),
    };
}
function fact({ candidate: { branch, sha, pull } }) {
    return { branch, sha, number: pull.number, author: pull.author, closedAt: pull.closedAt };
}
function notice({ did, candidate: { branch, sha, pull } }, dryRun) {
    if (did === 'stayed')
        return [];
    const verb = did === 'deleted' ? 'deleted' : 'announced for deletion';
    return [
        {
            rule: did === 'deleted' ? 'branch/swept' : 'branch/sweep-announced',
            severity: 'notice',
            message: `${branch} of #${pull.number} ${dryRun ? 'would be' : 'was'} ${verb}; its tip is ${sha}.`,
            help: did === 'deleted'
                ? `To bring it back: \`model-gates sweep --restore ${pasteable(branch)}\`.`
                : 'To keep it: comment `/keep` on the pull request, or add the label that the policy names.',
        },
    ];
}
/** The name where a shell takes it as it stands: somebody else chose it, and people paste commands. */
function pasteable(branch) {
    return /^\w[\w./-]*$/.test(branch) ? branch : 'NAME';
}
function sweep_branches_count(branches) {
    return branches === 1 ? '1 branch' : `${branches} branches`;
}

;// CONCATENATED MODULE: ./build/src/branches/gate/sweep/restore.js


/**
 * Creates a deleted branch anew at its recorded tip; never moves one that is there. The tip is the one that GitHub keeps with the pull
 * request, the same that the reminder names: a comment, which anybody can write, is not trusted with it.
 */
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
    return {
        schema: 1,
        gate: 'sweep-branches',
        verdict: 'pass',
        title: created ? `${branch} is back at ${sha.slice(0, 8)}: ${from}` : `${branch}: ${from}`,
        findings: [],
        facts: { restored: { branch, sha, created }, deleted: [], reminded: [], dryRun: false },
    };
}

;// CONCATENATED MODULE: ./build/src/bundles/branches.js
/** Branches: check, sync, sweep and restore. Bundled once, loaded by what runs them. */







module.exports = __webpack_exports__;
/******/ })()
;