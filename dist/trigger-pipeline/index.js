/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

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

/***/ 598:
/***/ ((module) => {

module.exports = require("node:crypto");

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

;// CONCATENATED MODULE: ./build/src/policy/rules.js

const rules_policyRules = defineRules('policy', {
    changed: {
        severity: 'notice',
        summary: 'The pull request changes the policy of the gates. It is judged by the policy of its base, so it cannot loosen its own gate.',
        example: 'A pull request that raises `regression.tolerance` from 0.5 to 5.',
        fix: 'Nothing, if the change is meant. It applies to pull requests after the merge.',
    },
    'workflow-changed': {
        severity: 'notice',
        summary: 'The pull request changes a workflow, and GitHub runs the workflow of the pull request itself.',
        example: 'A pull request that removes the model-gates step from .github/workflows/pull-request.yml.',
        fix: 'Have an owner review it; require the workflow by a ruleset so that the base branch decides what runs.',
    },
    'unknown-key': {
        severity: 'error',
        summary: 'The policy has a key that no gate knows, so a setting that somebody relies on would not hold.',
        example: 'regression:\n  tolerence: 0.3',
        fix: 'Write the key that the finding suggests, or one of docs/policy.md.',
    },
    'missing-key': {
        severity: 'error',
        summary: 'A part of the policy lacks a key that it must have, such as the reason for switching a rule off.',
        example: 'config:\n  rules:\n    config/token-id-range: { severity: off }',
        fix: 'Add the key that is named.',
    },
    'wrong-type': {
        severity: 'error',
        summary: 'A setting has a value of another type than it takes.',
        example: 'regression:\n  tolerance: half a point',
        fix: 'Give a value of the type that is named.',
    },
    'not-allowed': {
        severity: 'error',
        summary: 'A setting takes one of a few words, and this is none of them.',
        example: 'config:\n  dialect: yaml',
        fix: 'Use one of the words that the finding lists.',
    },
    'out-of-range': {
        severity: 'error',
        summary: 'A number, or the length of a text or list, lies outside of what the setting takes.',
        example: 'regression:\n  alpha: 0.9',
        fix: 'Give a value within the range that is named.',
    },
    'bad-value': {
        severity: 'error',
        summary: 'A value does not have the form that its setting needs.',
        example: 'config:\n  expressions:\n    - { id: Not An Id, check: hidden_size > 0 }',
        fix: 'Write it in the form that the finding shows; docs/policy.md has every setting.',
    },
});
const rules_trunkRules = defineRules('trunk', {
    'exemption-refused': {
        severity: 'warning',
        summary: 'A label that may lift a gate is on the pull request, but it does not hold: not by someone entitled, not on this commit, or without the reason it needs.',
        example: 'The label "skip-full-eval" lifts nothing: the label is older than the last push (2026-11-20T09:00:00Z).',
        fix: 'Let someone whom the policy of the base branch entitles put the label on again, with the reason in a comment.',
    },
    'authority-unread': {
        severity: 'warning',
        summary: 'Labels, reviews or permissions could not be read, so no exemption and no approval holds.',
        example: 'Exemptions and approvals could not be read, so none holds: GitHub answered 403.',
        fix: 'Give the job the permission that the finding names, and run it again.',
    },
    'hotfix-needs-approval': {
        severity: 'error',
        summary: 'A hotfix may merge before its evaluation, but only with the approval of a release manager on its head commit.',
        example: 'A push to hotfix/image-bias after its approval.',
        fix: 'Ask a release manager who is not the author to approve the head commit.',
    },
    'hotfix-check-not-green': {
        severity: 'error',
        summary: 'A check that the policy requires of a hotfix is not green on the head commit.',
        example: 'The check "unit-tests" is pending.',
        fix: 'Wait for the check, or mend what it found, then run the gates again.',
    },
    'hotfix-without-managers': {
        severity: 'notice',
        summary: 'The branch is a hotfix, but the policy names nobody who could approve one, so every gate runs.',
        example: 'hotfix/image-bias, with a policy that has no hotfix.release-managers.',
        fix: 'Name release managers in the policy of the base branch.',
    },
    'evaluation-too-long': {
        severity: 'warning',
        summary: 'The evaluation is expected to take longer than the ten minutes within which a pull request should get its answer.',
        example: 'evaluation-minutes: 42 on one runner.',
        fix: 'Spread it over more runners with `shards`, or let the gate ask for more samples only while undecided (regression.looks).',
    },
    'evaluation-overdue': {
        severity: 'warning',
        summary: 'A hotfix was merged before its evaluation, and by its deadline the ledger holds none. Until it does, the next hotfix is evaluated on fewer samples instead of not at all. In the nightly follow-up this is an error.',
        example: 'The evaluation of hotfix #301 was due 2026-11-20T10:00:00.000Z, and the ledger holds none.',
        fix: 'Evaluate the merged commit in full and record its verdict with record-lineage.',
    },
    'hotfix-not-merged': {
        severity: 'warning',
        summary: 'The ledger tells of a hotfix whose commit neither trunk nor its release branch holds. The night evaluates only what was merged: whoever can push a branch can write a record.',
        example: 'The ledger tells of hotfix #301 merged into main as 4f1c2d3e, and main does not hold it.',
        fix: 'See with `model-gates trace` who wrote the record. Where the branch was deleted or forced to another history, nothing is left to evaluate.',
    },
    'ledger-unread': {
        severity: 'warning',
        summary: 'What earlier hotfixes still owe could not be read, so this one is evaluated on fewer samples instead of not at all.',
        example: 'The ledger could not be read: the remote did not answer.',
        fix: 'Give the job `contents: read`, and run it again.',
    },
    'hotfix-slow': {
        severity: 'warning',
        summary: 'From the first push of a hotfix to the trigger of its deploy it took longer than the goal of 30 minutes.',
        example: 'From the first push to the trigger of the deploy it took 47.5 minutes; the goal is 30.',
        fix: 'See in the pull request where the time went; name more release managers, or fewer required checks.',
    },
    'hotfix-unapproved': {
        severity: 'warning',
        summary: 'A hotfix was merged although no release manager approved its head commit.',
        example: 'The merge gate is not required on release/v2.3, and somebody merged before the approval.',
        fix: 'Require the merge gate by a ruleset on trunk and the release branches.',
    },
    'hotfix-follow-up-failed': {
        severity: 'error',
        summary: 'The deploy was triggered, but the audit comment or the issue for the skipped evaluation could not be written.',
        example: 'The job has no "issues: write".',
        fix: 'Give the job the permission that the finding names, and run it again.',
    },
});

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

;// CONCATENATED MODULE: ./build/src/report/model.js

const verdicts = (/* unused pure expression or super */ null && (['pass', 'fail', 'inconclusive', 'exempt', 'skipped']));
const severities = (/* unused pure expression or super */ null && (['error', 'warning', 'notice']));
const gravity = (/* unused pure expression or super */ null && (['fail', 'inconclusive', 'exempt', 'pass', 'skipped']));
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
        .map((part) => (part.code ? escape_mdCode(part.text) : escapePunctuation(part.text)))
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
function escape_mdCode(text) {
    const line = oneLine(text);
    if (line === '')
        return '';
    const fence = '`'.repeat(longestRun(line) + 1);
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return fence + pad + line + pad + fence;
}
function mdCellCode(text) {
    return escape_mdCode(text).replaceAll('|', '\\|');
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

;// CONCATENATED MODULE: ./build/src/policy/owed.js



function owed_holdsBack(word, headSha) {
    if (word === undefined)
        return undefined;
    if (!word.read)
        return 'the ledger could not be read, so nobody knows what earlier hotfixes still owe';
    const overdue = word.owed.find(({ state, sha }) => state === 'overdue' && sha !== headSha);
    return overdue === undefined ? undefined : `the evaluation of ${nameOf(overdue)} is overdue`;
}
function owed_owedFindings(word) {
    if (word === undefined)
        return [];
    if (!word.read)
        return [ledgerUnread(word.reason)];
    return overdueFindings(word.owed, 'warning');
}
function overdueFindings(owed, severity) {
    return owed
        .filter(({ state }) => state === 'overdue')
        .map((one) => trunkRules['evaluation-overdue'].finding({
        severity,
        message: `The evaluation of ${nameOf(one)} was due ${one.due}, and the ledger holds none.`,
        help: `Evaluate ${one.sha.slice(0, 8)} in full and record what came of it: record-lineage with \`from: commit ${one.sha}\` and the report of regression-gate.`,
    }));
}
function branchesOf({ branch }, trunk) {
    const own = branch.startsWith('release/') ? [branch] : [];
    return trunk === undefined ? own : [...own, trunk];
}
function notMerged(owed, branches) {
    const where = branches.length === 0
        ? 'it names neither trunk nor a release branch'
        : `${branches.join(' and ')} ${plural(branches.length, 'does', 'do')} not hold it`;
    return trunkRules['hotfix-not-merged'].finding({
        message: `The ledger tells of ${nameOf(owed)} merged into ${owed.branch} as ${owed.sha.slice(0, 8)}, and ${where}: it is neither evaluated nor owed.`,
        help: `See who wrote the record: \`model-gates trace ${owed.sha}\`. Where the branch was deleted or forced to another history, nothing is left to evaluate.`,
    });
}
function ledgerUnread(reason) {
    return trunkRules['ledger-unread'].finding({
        message: `The ledger could not be read: ${reason}`,
        help: 'Give the job `contents: read`, and run it again.',
    });
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
const followUpTitle = 'Evaluate hotfix ';
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

;// CONCATENATED MODULE: ./build/src/releases/follow-up.js


const hotfixGoalMinutes = 30;
function startOf(pushes, openedAt) {
    const oldestFirst = pushes
        .filter(({ at }) => Date.parse(at) <= Date.parse(openedAt))
        .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
    const first = oldestFirst.findLast(({ type }) => type === 'branch_creation') ?? oldestFirst[0];
    return first === undefined ? { at: openedAt, from: 'pull request' } : { at: first.at, from: 'first push' };
}
function minutesOf({ start, triggeredAt }) {
    return Math.round((Date.parse(triggeredAt) - Date.parse(start.at)) / 6000) / 10;
}
function followUpIssue(audit) {
    const title = `${followUpTitle}${audit.version} (#${audit.number}) by ${audit.evaluateBy}`;
    const body = `Pull request #${audit.number} was merged as a hotfix before its evaluation.

Run the full evaluation on ${escape_mdCode(audit.sha)} by **${audit.evaluateBy}**, commit or record its results, and close this issue. If it shows a regression, revert or mend the hotfix.

${auditList(audit)}
`;
    return { title, body };
}
function auditComment(audit, issue) {
    return `${issueMark(issue)}
### Hotfix ${mdText(audit.version)}

${auditList(audit)}
- Its evaluation must follow by ${audit.evaluateBy}: #${issue}
`;
}
function issueOf(comment) {
    const number = /<!-- follow-up:(\d{1,15}) -->/.exec(comment)?.[1];
    return number === undefined ? undefined : Number(number);
}
function issueMark(issue) {
    return `<!-- follow-up:${issue} -->`;
}
function auditList(audit) {
    const { approval, jobId, start } = audit;
    const minutes = minutesOf(audit);
    const within = minutes <= hotfixGoalMinutes ? 'within' : 'over';
    return [
        `- Merged commit: ${escape_mdCode(audit.sha)}`,
        approval === undefined
            ? '- Approved by: no approval by a release manager was found on the merged head'
            : `- Approved by: ${mdText(approval.by)} at ${approval.at}, on ${escape_mdCode(approval.sha)}`,
        `- Deploy: ${mdText(audit.pipeline)}${jobId === undefined ? '' : `, job ${escape_mdCode(jobId)}`}, triggered at ${audit.triggeredAt}`,
        `- From the ${start.from === 'first push' ? 'first push' : 'opening of the pull request'} (${start.at}) to the trigger: ${minutes} minutes, ${within} the goal of ${hotfixGoalMinutes}`,
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/src/releases/gate/follow-up.js



const key = 'hotfix';
async function withFollowUp(triggered, request, ports) {
    if (triggered.verdict !== 'pass')
        return triggered;
    try {
        const audit = await auditOf(triggered, request, ports);
        const issue = await followUp(audit, ports);
        return told(triggered, audit, issue);
    }
    catch (error) {
        return broken(triggered, error);
    }
}
async function auditOf({ facts }, request, ports) {
    const { withinHours, ...known } = request;
    const { createdAt, mergedAt, branch } = await ports.pullRequest();
    const [pushes, approval] = await Promise.all([
        branch === undefined ? [] : ports.pushes(branch),
        ports.approval(),
    ]);
    const now = ports.now();
    const since = mergedAt === undefined ? now : Date.parse(mergedAt);
    return {
        ...known,
        start: startOf(pushes, createdAt),
        triggeredAt: new Date(now).toISOString(),
        evaluateBy: new Date(since + withinHours * 3_600_000).toISOString(),
        ...(facts.jobId === null ? {} : { jobId: facts.jobId }),
        ...(approval === undefined ? {} : { approval }),
    };
}
async function followUp(audit, ports) {
    const ours = (await ports.comments()).filter(({ bot, body }) => bot && body.startsWith(`<!-- model-gates:${key} -->`));
    const known = ours.map(({ body }) => issueOf(body)).find((number) => number !== undefined);
    const issue = known ?? (await ports.createIssue(followUpIssue(audit))).number;
    await ports.keepComment(key, auditComment(audit, issue));
    return issue;
}
function told(triggered, audit, issue) {
    const minutes = minutesOf(audit);
    const slow = minutes > hotfixGoalMinutes ? [overGoal(minutes, audit)] : [];
    const unsigned = audit.approval === undefined ? [noApproval(audit)] : [];
    return {
        ...triggered,
        findings: [...triggered.findings, ...slow, ...unsigned],
        facts: { ...triggered.facts, hotfix: { ...audit, minutes, goalMinutes: hotfixGoalMinutes, issue } },
        sections: [
            ...(triggered.sections ?? []),
            {
                kind: 'list',
                title: 'Hotfix',
                open: true,
                items: [
                    `${minutes} minutes from the ${audit.start.from} to the trigger; the goal is ${hotfixGoalMinutes}`,
                    `Evaluation due by ${audit.evaluateBy}: #${issue}`,
                ],
            },
        ],
    };
}
function overGoal(minutes, { start }) {
    return rules_trunkRules['hotfix-slow'].finding({
        message: `From the ${start.from} to the trigger of the deploy it took ${minutes} minutes; the goal is ${hotfixGoalMinutes}.`,
        help: 'See in the pull request where the time went: waiting for an approval, or for required checks.',
    });
}
function noApproval({ number }) {
    return rules_trunkRules['hotfix-unapproved'].finding({
        message: `Pull request #${number} was merged as a hotfix without an approval of its head by a release manager.`,
        help: 'Require the merge gate by a ruleset on trunk and the release branches, so that this cannot be merged.',
    });
}
function broken(triggered, error) {
    const { message: reason, help } = errorFinding(error);
    const message = `The deploy was triggered, but its follow-up could not be recorded: ${reason}`;
    const failure = rules_trunkRules['hotfix-follow-up-failed'].finding({ message, help });
    return { ...triggered, verdict: 'fail', title: message, findings: [...triggered.findings, failure] };
}

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
    return Object.fromEntries(values);
}
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

;// CONCATENATED MODULE: ./build/src/kernel/record.js
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/src/kernel/kinds.js


const kinds_flag = { schema: { type: 'boolean' }, field: flag };
function kinds_choice(allowed) {
    return { schema: { enum: allowed }, field: choice(allowed) };
}
function kinds_number({ above, ...limits } = {}) {
    const lower = above === undefined ? {} : { exclusiveMinimum: above };
    return { schema: { type: 'number', ...lower, ...range(limits) }, field: number(limits) };
}
function kinds_integer(limits = {}) {
    return { schema: { type: 'integer', ...range(limits) }, field: integer(limits) };
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
function text_count(n, one, many) {
    return `${grouped(n)} ${text_plural(n, one, many)}`;
}
function text_plural(n, one, many = `${one}s`) {
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
    const entries = Object.entries(table).flatMap(([name, item]) => isInput(item) ? [[name, settings_fieldOf(item)]] : []);
    return Object.fromEntries(entries);
}
function isInput(item) {
    return !('kind' in item) || item.input !== undefined;
}
function settings_inputDescription(item) {
    return ('kind' in item && typeof item.input === 'string' ? item.input : item.description) ?? '';
}
function settings_fieldOf(item) {
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

;// CONCATENATED MODULE: ./build/src/policy/gate-names.js
const gate_names_gateNames = ['validate-model-config', 'detect-dep-drift', 'regression-gate'];

;// CONCATENATED MODULE: ./build/src/policy/settings.js




const entitledTable = settings({
    users: { kind: globs, default: [], description: '' },
    teams: {
        kind: globs,
        default: [],
        description: '',
    },
    permission: {
        kind: kinds_choice(['write', 'maintain', 'admin']),
        description: '',
    },
});
const nobody = defaultsOf(entitledTable);
const anyEntitled = section(entitledTable, { minProperties: 1 });
const entitled = kinds_define('entitled', {
    ...anyEntitled,
    schema: { description: '', ...anyEntitled.schema },
});
const exemptionTable = settings({
    label: { kind: kinds_text({ min: 1, max: 50 }), required: true, default: '' },
    gates: { kind: kinds_list(kinds_choice(gate_names_gateNames), { min: 1 }), required: true, default: [] },
    by: { kind: entitled, required: true, default: nobody },
    'author-may': {
        kind: kinds_flag,
        default: false,
        description: '',
    },
    'reason-required': {
        kind: kinds_flag,
        default: true,
        description: '',
    },
    hours: { kind: kinds_number({ above: 0 }), description: '' },
    sticky: {
        kind: kinds_flag,
        default: false,
        description: '',
    },
    effect: {
        kind: kinds_choice(['lift', 'light']),
        default: 'lift',
        description: '',
    },
});
const planTable = settings({
    harmless: {
        kind: globs,
        default: [
            '*.md',
            'docs/**/*.md',
            'LICENSE*',
            '.gitignore',
            '.editorconfig',
            '.github/CODEOWNERS',
            '.github/*.md',
            '.github/ISSUE_TEMPLATE/**',
        ],
        description: '',
    },
});
const hotfixTable = settings({
    branches: {
        kind: globs,
        default: ['hotfix/*'],
        description: '',
    },
    'release-managers': { kind: entitled, default: nobody, description: '' },
    'required-checks': {
        kind: globs,
        default: [],
        description: '',
    },
    evaluation: {
        kind: kinds_choice(['skip', 'light']),
        default: 'skip',
        description: '',
    },
    'evaluate-within-hours': {
        kind: kinds_number({ above: 0 }),
        default: 24,
        description: '',
    },
});
const branchTable = settings({
    names: {
        kind: globs,
        default: [],
        description: '',
    },
    'warn-hours': {
        kind: kinds_number({ min: 0 }),
        default: 24,
        description: '',
    },
    'limit-hours': {
        kind: kinds_number({ min: 0 }),
        default: 72,
        description: '',
    },
    'over-limit': {
        kind: kinds_choice(['fail', 'warn']),
        default: 'fail',
        description: '',
    },
    sync: {
        kind: kinds_choice(['merge', 'rebase']),
        default: 'merge',
        description: '',
        option: {
            value: 'merge|rebase',
            help: '',
        },
    },
});
const sweepTable = settings({
    'after-days': {
        kind: kinds_number({ min: 1 }),
        default: 7,
        description: '',
    },
    'remind-days': {
        kind: kinds_number({ min: 0 }),
        default: 2,
        description: '',
    },
    'keep-label': {
        kind: kinds_name,
        default: 'keep-branch',
        description: '',
    },
    'at-most': {
        kind: kinds_integer({ min: 1, max: 500 }),
        default: 20,
        description: '',
    },
    protect: {
        kind: globs,
        default: ['main', 'master', 'release/*', 'model-lineage'],
        description: '',
    },
});
const sweepDefaults = defaultsOf(sweepTable);
const versioningTable = settings({
    prefix: {
        kind: kinds_text({ max: 100 }),
        field: fields_text('a prefix'),
        default: '',
        description: '',
        input: '',
        option: { value: 'TEXT', help: '' },
    },
});
const trunkSections = settings({
    plan: {
        kind: section(planTable),
        default: defaultsOf(planTable),
        description: '',
    },
    exemptions: {
        kind: kinds_list(section(exemptionTable), { max: 50 }),
        default: [],
        description: '',
    },
    hotfix: {
        kind: section(hotfixTable),
        default: defaultsOf(hotfixTable),
        description: '',
    },
    branches: {
        kind: section(branchTable),
        default: defaultsOf(branchTable),
        description: '',
    },
    sweep: {
        kind: section(sweepTable),
        default: defaultsOf(sweepTable),
        description: '',
    },
});

;// CONCATENATED MODULE: ./build/src/policy/policy.js



const ofGates = { config: {}, dependencies: {}, regression: {}, versioning: {} };
const emptyPolicy = { gates: {}, ...ofGates, ...defaultsOf(trunkSections) };
function policyOf(value) {
    const given = recordOf(value);
    const settings = Object.keys(ofGates).map((name) => [name, keysInCamelCase(recordOf(given[name]))]);
    return { ...emptyPolicy, ...readAs(section(trunkSections), given), ...Object.fromEntries(settings) };
}

;// CONCATENATED MODULE: ./build/src/policy/gate/policy.js



const maxPolicyBytes = 1024 * 1024;
async function loadPolicy(tree, file) {
    const bytes = await readPolicyFile(tree, file);
    if (bytes === undefined)
        return { policy: emptyPolicy, findings: [], present: false };
    const { value, findings } = await readPolicy(bytes, file);
    return { policy: findings.length > 0 ? emptyPolicy : policyOf(value), findings, present: true };
}
async function readPolicy(bytes, file) {
    const { readPolicyText } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 466, 23));
    return readPolicyText(bytes, file);
}
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
    return policyRules.changed.finding({
        file,
        line: 1,
        message: present
            ? 'This pull request changes the policy. It is judged by the policy of its base; the change applies after the merge.'
            : 'This pull request removes the policy. It is judged by the policy of its base; the defaults apply after the merge.',
        help: 'Let an owner of the gates review this file.',
    });
}
function workflowChanged({ path }) {
    return policyRules['workflow-changed'].finding({
        file: path,
        line: 1,
        message: 'This pull request changes a workflow, and for a pull_request event GitHub runs the workflow of the pull request itself.',
        help: 'Let an owner of the gates see that every gate still runs; a ruleset can require this check from the base branch.',
    });
}

;// CONCATENATED MODULE: ./build/src/releases/rules.js

const versionRules = defineRules('version', {
    'tag-exists-elsewhere': {
        severity: 'error',
        summary: 'The tag to be claimed points at another commit, or the same version is there in another spelling (`2.3.1`, `v2.3.1`). A tag is never moved: whoever has fetched it would keep the old one.',
        example: 'v2.3.1 is at 1a2b3c4d, and 5e6f7a8b claims it.',
        fix: 'Claim another version, or let the next number be found (`next: v2.3`).',
    },
    'invalid-tag': {
        severity: 'error',
        summary: 'The tag to be claimed is not a version by Semantic Versioning, so nothing could order it.',
        example: 'claim: v2.3',
        fix: 'Give three numbers, and a pre-release behind a dash where it is one: v2.3.1, v2.4.0-rc.1.',
    },
    'invalid-next': {
        severity: 'error',
        summary: 'What the next version is to follow is neither a line of releases nor a kind of step.',
        example: 'next: 2',
        fix: 'Give a line (v2.3), or patch, minor, major, conventional or auto; a pre-release name is a word such as rc.',
    },
    'outside-line': {
        severity: 'warning',
        summary: 'The tag to be claimed does not belong to the line of releases that the branch keeps.',
        example: 'claim: v2.4.0 on release/v2.3',
        fix: 'Claim v2.3.x on release/v2.3, or make the branch release/v2.4.',
    },
    contended: {
        severity: 'error',
        summary: 'So many others claimed the next number at the same time that this commit came away without one.',
        example: 'v2.3.1 to v2.3.100 were all taken between reading and claiming.',
        fix: 'Run the job again: nothing was changed.',
    },
});
const pipelineRules = defineRules('pipeline', {
    'not-started': {
        severity: 'error',
        summary: 'The pipeline was not started: the platform refused the request or could not be reached.',
        example: 'https://ml.example/jobs: it answered 401 (bad signature).',
        fix: 'The finding says what the platform answered; check the address and the secret.',
    },
    unclear: {
        severity: 'error',
        summary: 'No answer came, or one that does not tell: the pipeline may run or not. It is not started again by itself.',
        example: 'https://ml.example/jobs: no answer within 30 s.',
        fix: 'Look for a job with the idempotency key before running this again; set `idempotent: true` where the platform keeps such keys.',
    },
    'no-job-id': {
        severity: 'warning',
        summary: 'The pipeline was started, but nothing in the answer names its job, so the lineage has a gap.',
        example: 'The answer {"status": "ok"} of a platform.',
        fix: 'Set `job-id-path` to where the answer names the job, such as `data.job.id`.',
    },
});

;// CONCATENATED MODULE: ./build/src/releases/gate/started.js

function noJobId(why) {
    return pipelineRules['no-job-id'].finding({
        message: `The pipeline was started, and no job id came back. ${why}`,
        help: 'Find the job by its idempotency key, which the report holds; for a platform set `job-id-path` to where its answer names the job.',
    });
}

;// CONCATENATED MODULE: ./build/src/releases/trigger/trigger.js
function identityOf(call, target) {
    const { schema, pipeline, repository, version, git_ref, sha, config_digest, dependency_digest, extra } = call;
    return JSON.stringify([
        schema,
        target,
        pipeline,
        repository,
        version,
        git_ref,
        sha,
        config_digest,
        dependency_digest,
        sorted(extra ?? null),
    ]);
}
function asInputs({ extra, ...request }) {
    const inputs = Object.entries(request)
        .filter(([name]) => name !== 'schema')
        .map(([name, value]) => [name, String(value ?? '')]);
    return Object.fromEntries(extra === undefined ? inputs : [...inputs, ['extra', JSON.stringify(extra)]]);
}
const usualPlaces = ['job_id', 'jobId', 'run_id', 'runId', 'id', 'job.id', 'run.id', 'run.info.run_id'];
function jobIdOf(answer, place) {
    for (const one of place === undefined ? usualPlaces : [place]) {
        const found = at(answer, one.split('.'));
        if (typeof found === 'number' && Number.isFinite(found))
            return String(found);
        if (typeof found === 'string' && /^\P{Cc}{1,500}$/u.test(found))
            return found;
    }
    return undefined;
}
function at(value, keys) {
    let found = value;
    for (const key of keys)
        found =
            typeof found === 'object' && found !== null && Object.hasOwn(found, key)
                ? Reflect.get(found, key)
                : undefined;
    return found;
}
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.entries(value)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, item]) => [key, sorted(item)]);
}

;// CONCATENATED MODULE: ./build/src/releases/trigger/url.js
function checkedTarget(text, { plain = false } = {}) {
    if (!URL.canParse(text))
        return { ok: false, problem: 'it is no URL' };
    const url = new URL(text);
    if (url.username !== '' || url.password !== '')
        return { ok: false, problem: 'it holds a name or password' };
    if (url.protocol === 'https:')
        return { ok: true, url };
    if (url.protocol === 'http:' && (plain || isLoopback(url.hostname)))
        return { ok: true, url };
    return { ok: false, problem: `it begins with ${url.protocol}//, and only https:// is sent to` };
}
function shownTarget({ origin, pathname }) {
    return `${origin}${pathname
        .split('/')
        .map((part) => (mayBeKey(part) ? '…' : part))
        .join('/')}`;
}
function keysIn({ pathname, searchParams }) {
    return [...searchParams.values(), ...pathname.split('/').filter(mayBeKey)];
}
function mayBeKey(part) {
    return part.length >= 16 && /\d/.test(part) && /[a-z]/i.test(part);
}
function fitsHeader(token) {
    return /^[\x21-\x7e]+(?: +[\x21-\x7e]+)*$/.test(token);
}
function isLoopback(host) {
    return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
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

;// CONCATENATED MODULE: ./build/src/kernel/http-outcome.js

function succeeded(outcome) {
    return outcome.kind === 'answer' && outcome.status >= 200 && outcome.status < 300;
}
function isUnclear(outcome) {
    return outcome.kind === 'broken' || (outcome.kind === 'answer' && outcome.status >= 500);
}
function saidBy(outcome, secrets) {
    if (outcome.kind === 'unreachable')
        return `it could not be reached (${redact(outcome.reason, secrets)})`;
    if (outcome.kind === 'broken')
        return `the connection broke (${redact(outcome.reason, secrets)})`;
    const text = redact(outcome.text, secrets).replaceAll(/\s+/g, ' ').trim().slice(0, 200);
    return text === '' ? `it answered ${outcome.status}` : `it answered ${outcome.status} (${text})`;
}

;// CONCATENATED MODULE: ./build/src/releases/gate/signed-request.js





const signatureHeader = 'X-Model-Gates-Signature-256';
async function startByHttp(request, target, ports) {
    const body = JSON.stringify(request);
    const { url, timeoutMs, attempts, idempotent } = target;
    const headers = await headersOf(request, body, target);
    const told = (one) => `${target.shown}: ${wordsOf(one, target)}`;
    const retries = { attempts, idempotent, told };
    const outcome = await ports.send({ method: 'POST', url, headers, body, timeoutMs, ...retries });
    return succeeded(outcome) ? startedBy(outcome, target) : notStarted(outcome, request, target);
}
async function headersOf(request, body, { secret, bearerToken }) {
    const { createHmac } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 598, 23));
    return {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'model-gates',
        'idempotency-key': request.idempotency_key,
        [signatureHeader.toLowerCase()]: `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
        ...(bearerToken === undefined ? {} : { authorization: `Bearer ${bearerToken}` }),
    };
}
function startedBy(outcome, target) {
    const { status, text } = outcome.kind === 'answer' ? outcome : { status: 0, text: '' };
    const found = jobIdOf(parsed(text), target.jobIdPath);
    const jobId = found === undefined ? undefined : redact(found, secretsOf(target));
    if (jobId === undefined)
        return { status, findings: [noJobId(`The answer (${status}) names none where it was looked for.`)] };
    return { status, jobId, findings: [] };
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function notStarted(outcome, request, target) {
    const status = outcome.kind === 'answer' ? { status: outcome.status } : {};
    const said = `${target.shown}: ${wordsOf(outcome, target)}.`;
    return { ...status, findings: [isUnclear(outcome) ? unclear(said, request) : refused(said, outcome)] };
}
function unclear(said, { idempotency_key }) {
    return pipelineRules.unclear.finding({
        message: `It is not known whether the pipeline was started. ${said}`,
        help: `Look on the platform for a job with the idempotency key ${idempotency_key} before you run this again; where it keeps such keys, set \`idempotent: true\`, and it is tried again by itself.`,
    });
}
function refused(said, outcome) {
    return pipelineRules['not-started'].finding({
        message: `The pipeline was not started. ${said}`,
        help: outcome.kind === 'answer'
            ? refusalHelp(outcome.status)
            : 'Check the address, and that this runner may reach it.',
    });
}
function refusalHelp(status) {
    if (status === 401 || status === 403)
        return `Check that both sides have the same secret: the platform computes HMAC-SHA256 over the raw body and compares it with ${signatureHeader}.`;
    if (status >= 300 && status < 400)
        return 'Give the address it redirects to: a signed request is not sent on.';
    return 'See what the platform says of it.';
}
function wordsOf(outcome, target) {
    return saidBy(outcome, secretsOf(target));
}
function secretsOf({ secret, bearerToken, url }) {
    return [secret, bearerToken, ...keysIn(url)].filter((one) => (one ?? '').length >= 4);
}

;// CONCATENATED MODULE: ./build/src/releases/gate/trigger-pipeline.js







const gate = 'trigger-pipeline';
async function triggerPipeline(call, target, ports) {
    const request = await withKey(call, target);
    ports.log.info(`${gate}: ${request.pipeline} for ${request.version} (${request.sha.slice(0, 8)})`);
    const started = await start(request, target, ports).catch((error) => ({
        findings: [errorFinding(error)],
    }));
    const verdict = verdictOf(started.findings);
    return makeReport({
        gate,
        title: titleOf(request, started, verdict === 'pass'),
        findings: started.findings,
        facts: {
            request,
            target: targetName(target),
            jobId: started.jobId ?? null,
            url: started.url ?? null,
            status: started.status ?? null,
        },
    });
}
function start(request, target, ports) {
    switch (target.kind) {
        case 'workflow':
            return startWorkflow(request, target, ports);
        case 'repository-event':
            return sendEvent(request, target, ports);
        case 'http':
            return startByHttp(request, target, ports);
    }
}
async function withKey(call, target) {
    const { createHash } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 598, 23));
    const key = createHash('sha256')
        .update(identityOf(call, targetName(target)))
        .digest('hex');
    return { ...call, idempotency_key: key };
}
function targetName(target) {
    switch (target.kind) {
        case 'workflow':
            return `${target.repository}/.github/workflows/${target.workflow}@${target.ref}`;
        case 'repository-event':
            return `${target.repository}#${target.eventType}`;
        case 'http':
            return target.shown;
    }
}
async function startWorkflow(request, { repository, workflow, ref }, ports) {
    const { runId, url } = await (await ports.dispatches(repository)).workflow(workflow, ref, asInputs(request));
    return {
        ...(runId === undefined ? {} : { jobId: String(runId) }),
        ...(url === undefined ? {} : { url }),
        findings: runId === undefined ? [noJobId('This GitHub does not tell the id of the run.')] : [],
    };
}
async function sendEvent(request, { repository, eventType }, ports) {
    const dispatches = await ports.dispatches(repository);
    const named = () => dispatches.runsNaming(request.idempotency_key);
    const before = await named().catch(asReason);
    await dispatches.repository(eventType, { request });
    if (typeof before === 'string')
        return { findings: [noJobId(before)] };
    const run = await newRun(named, new Set(before.map(({ runId }) => runId)), ports).catch(asReason);
    if (typeof run === 'string')
        return { findings: [noJobId(run)] };
    return { jobId: String(run.runId), url: run.url, findings: [] };
}
const looks = [1000, 2000, 3000, 4000, 5000];
async function newRun(named, before, { clock }) {
    for (const wait of looks) {
        await clock.pause(wait);
        const run = (await named()).find(({ runId }) => !before.has(runId));
        if (run !== undefined)
            return run;
    }
    return 'GitHub tells none for a repository event, and no run has the idempotency key in its name: give the workflow `run-name: train ${{ github.event.client_payload.request.idempotency_key }}`.';
}
function asReason(error) {
    if (!isUserError(error))
        throw error;
    return `${error.message}. ${error.help ?? ''}`.trim();
}
function titleOf(request, started, ok) {
    if (!ok)
        return `${request.pipeline} was not started for ${request.version}`;
    const job = started.jobId === undefined ? '' : ` as ${started.jobId}`;
    return `${request.pipeline} was started${job} for ${request.version}`;
}

;// CONCATENATED MODULE: ./build/src/kernel/clock.js
const systemClock = {
    now: Date.now,
    random: Math.random,
    pause: (milliseconds) => new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
    }),
};

;// CONCATENATED MODULE: ./build/src/kernel/retry.js

const second = 1000;
const longestBackoffMs = 20 * second;
function waitBeforeRetry(outcome, state) {
    if (state.attempt + 1 >= state.attempts || !mayRepeat(outcome, state.idempotent))
        return undefined;
    const wait = waitOf(outcome, state);
    return wait > state.longestMs ? undefined : wait;
}
function waitOf(outcome, { attempt, random }) {
    const asked = outcome.kind === 'answer' ? outcome.retryAfterMs : undefined;
    if (asked !== undefined)
        return asked + random * second;
    const most = Math.min(second * 2 ** attempt, longestBackoffMs);
    return most / 2 + (random * most) / 2;
}
function mayRepeat(outcome, idempotent) {
    if (outcome.kind === 'unreachable' || retry_status(outcome) === 429)
        return true;
    return idempotent && (isUnclear(outcome) || retry_status(outcome) === 408);
}
function retry_status(outcome) {
    return outcome.kind === 'answer' ? outcome.status : undefined;
}
function retryAfter(value, now) {
    if (typeof value !== 'string' || value === '')
        return undefined;
    const seconds = Number(value);
    const wait = Number.isFinite(seconds) ? seconds * second : Date.parse(value) - now;
    return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
async function repeated(send, retries, { random, pause }) {
    for (let attempt = 0;; attempt += 1) {
        const result = await send();
        const outcome = retries.outcomeOf(result, attempt);
        if (succeeded(outcome))
            return result;
        const { attempts, idempotent } = retries;
        const state = { attempt, attempts, idempotent, longestMs: retries.longestMs(), random: random() };
        const wait = waitBeforeRetry(outcome, state);
        if (wait === undefined)
            return result;
        retries.waiting(wait, result);
        await pause(wait);
    }
}

;// CONCATENATED MODULE: ./build/src/runner/http.js


const longestMs = 61_000;
function httpPort(log) {
    return {
        send: ({ attempts, idempotent, told, ...request }) => {
            const waiting = (wait, outcome) => log.info(`${told(outcome)}; again in ${Math.round(wait / 100) / 10} s`);
            const retries = { attempts, idempotent, outcomeOf: asItIs, longestMs: () => longestMs, waiting };
            return repeated(() => send(request), retries, systemClock);
        },
    };
}
const asItIs = (outcome) => outcome;
const mostBytes = 1024 * 1024;
async function send({ url, timeoutMs, ...request }) {
    try {
        const signal = AbortSignal.timeout(timeoutMs);
        const response = await fetch(url, { ...request, redirect: 'manual', signal });
        const retryAfterMs = retryAfter(response.headers.get('retry-after'), systemClock.now());
        const text = await textOf(response).catch(() => '');
        return {
            kind: 'answer',
            status: response.status,
            text,
            ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        };
    }
    catch (error) {
        return failureOf(error, timeoutMs);
    }
}
async function textOf({ body }) {
    if (body === null)
        return '';
    const chunks = [];
    let bytes = 0;
    for await (const chunk of body) {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes >= mostBytes)
            break;
    }
    return Buffer.concat(chunks).subarray(0, mostBytes).toString('utf8');
}
const beforeSending = /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|\w*CERT\w*|UNABLE_TO_\w+)$/;
function failureOf(error, timeoutMs) {
    if (error instanceof DOMException && error.name === 'TimeoutError')
        return { kind: 'broken', reason: `no answer within ${timeoutMs / 1000} s` };
    if (error instanceof TypeError && error.cause === undefined)
        return { kind: 'unreachable', reason: 'the request cannot be sent as it is' };
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const reason = code || (cause instanceof Error ? cause.message : String(cause));
    return { kind: beforeSending.test(code) || reason === 'bad port' ? 'unreachable' : 'broken', reason };
}

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = require("node:fs/promises");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_namespaceObject);
;// CONCATENATED MODULE: ./build/src/runner/paths.js



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

;// CONCATENATED MODULE: ./build/src/runner/publish/output-texts.js
function outputTexts(facts) {
    return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, output_texts_textOf(fact)]));
}
function output_texts_textOf(fact) {
    if (typeof fact === 'string')
        return fact;
    return fact === undefined || fact === null ? '' : JSON.stringify(fact);
}

;// CONCATENATED MODULE: ./build/src/documents/dialect.js
const dialects = ['pyyaml', 'omegaconf', 'yaml-1.2'];
function dialectOf(file, settings) {
    return /\.json$/i.test(file) ? 'json' : settings.dialect;
}

;// CONCATENATED MODULE: ./build/src/config/settings.js




const ruleSetting = settings({
    severity: { kind: kinds_choice(['error', 'warning', 'notice', 'off']), required: true },
    reason: { kind: kinds_text({ min: 3 }), required: true },
});
const expressionRule = settings({
    id: { kind: kinds_text({ pattern: '^[a-z0-9-]+$' }), required: true },
    check: {
        kind: kinds_text({ max: 500 }),
        required: true,
        description: '',
    },
    message: { kind: kinds_text({ max: 500 }) },
    severity: { kind: kinds_choice(['error', 'warning', 'notice']) },
});
const configTable = settings({
    files: {
        kind: globs,
        default: ['configs/**/*.{yaml,yml,json}', '**/config.json'],
        description: '',
        input: '',
    },
    dialect: {
        kind: kinds_choice(dialects),
        default: 'pyyaml',
        description: '',
        input: '',
        option: { value: 'NAME', help: '' },
    },
    registry: {
        kind: path,
        default: '.github/model-registry.yml',
        description: '',
        input: true,
        option: { value: 'FILE', help: '' },
    },
    schema: {
        kind: path,
        description: '',
        input: true,
        option: { value: 'FILE', help: '' },
    },
    strict: {
        kind: kinds_flag,
        default: true,
        description: '',
        input: '',
        option: { help: '' },
    },
    family: {
        kind: kinds_name,
        field: fields_text('a family, auto or none'),
        default: 'auto',
        description: '',
        input: '',
        option: { value: 'NAME', help: '' },
    },
    rules: {
        kind: map(section(ruleSetting), '^config/[a-z0-9-]+$'),
        default: {},
        description: '',
    },
    expressions: {
        kind: kinds_list(section(expressionRule), { max: 200 }),
        default: [],
        description: '',
    },
    checkpoint: {
        kind: path,
        description: '',
        input: '',
        option: { value: 'PATH' },
    },
    structural: {
        kind: kinds_choice(['allow', 'needs-reason']),
        default: 'allow',
        description: '',
    },
    'expect-parameters': {
        kind: kinds_text({ max: 60 }, 'a number of parameters'),
        description: '',
        input: '',
        option: { value: 'TEXT', help: '' },
    },
});
const configDefaults = defaultsOf(configTable);

;// CONCATENATED MODULE: ./build/src/lineage/gate/digest.js

const mostFiles = 5000;
async function digestOf(tree, paths) {
    if (paths.length === 0)
        return null;
    if (paths.length > mostFiles)
        throw new UserError(`${paths.length} files are more than ${mostFiles} to make a digest of.`, {
            help: 'Name fewer in the policy (config.files, dependencies.files).',
        });
    const { createHash } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 598, 23));
    const digest = createHash('sha256');
    for (const path of paths.toSorted()) {
        const bytes = (await tree.read(path)) ?? new Uint8Array();
        digest.update(`${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`);
    }
    return `sha256:${digest.digest('hex')}`;
}

;// CONCATENATED MODULE: external "../lib/picomatch/index.js"
const picomatch_index_js_namespaceObject = require("../lib/picomatch/index.js");
var picomatch_index_js_default = /*#__PURE__*/__nccwpck_require__.n(picomatch_index_js_namespaceObject);
;// CONCATENATED MODULE: ./build/src/kernel/globs.js

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

;// CONCATENATED MODULE: ./build/src/kernel/matching.js

function matchingPaths(paths, globs) {
    return paths.filter(globMatcher(globs));
}

;// CONCATENATED MODULE: ./build/src/actions/trigger-pipeline/call.js



async function callOf({ environment, inputs, policy, ...sources }) {
    const { sha } = sources;
    const { event } = environment;
    const tree = sources.repository.tree(sha);
    const merged = await pullRequestOf(environment, inputs, sha, sources.github);
    return {
        schema: 1,
        pipeline: inputs.pipeline,
        repository: environment.repository,
        version: inputs.version ?? `dev-${sha.slice(0, 8)}`,
        git_ref: inputs.gitRef ?? event.headRef ?? sha,
        sha,
        author: inputs.author ?? merged?.author ?? event.pullRequest?.author ?? process.env['GITHUB_ACTOR'] ?? '',
        pr_number: inputs.prNumber ?? merged?.number ?? event.pullRequest?.number ?? null,
        config_digest: await configDigest(tree, policy),
        dependency_digest: await dependencyDigest(tree, policy),
        ...(inputs.extra === undefined ? {} : { extra: inputs.extra }),
    };
}
async function pullRequestOf({ event }, inputs, sha, github) {
    const known = inputs.prNumber !== undefined && inputs.author !== undefined;
    if (known || github === undefined || event.kind !== 'push')
        return undefined;
    return (await github.commits.pullRequests(sha)).find(({ mergeCommit }) => mergeCommit === sha);
}
async function configDigest(tree, { config }) {
    return digestOf(tree, matchingPaths(await tree.list(), config.files ?? configDefaults.files));
}
async function dependencyDigest(tree, { dependencies }) {
    const { files = [] } = dependencies;
    const all = await tree.list();
    if (files.length > 0)
        return digestOf(tree, matchingPaths(all, files));
    const { formatOf } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 71, 23));
    return digestOf(tree, all.filter((path) => formatOf(path) !== undefined));
}

;// CONCATENATED MODULE: ./build/src/kernel/compare.js
function compare_compareText(a, b) {
    return a < b ? -1 : Number(a > b);
}

;// CONCATENATED MODULE: ./build/src/policy/plan.js





const decisions = (/* unused pure expression or super */ null && (['run', 'light', 'exempt', 'later', 'not-applicable', 'off']));
const noAuthority = { exemptions: [] };
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
        trunkRules['exemption-refused'].finding({
            message: `The label "${rule.label}" lifts nothing: ${reason}.`,
            help: 'The policy of the base branch says who may lift which gate (exemptions).',
        }),
    ];
}

;// CONCATENATED MODULE: ./build/src/policy/mode.js

function mode_modeOf(event, policy) {
    const { pullRequest, headRef = '', baseRef = '' } = event;
    if (pullRequest?.draft === true)
        return 'draft';
    const isRelease = baseRef.startsWith('release/');
    const isHotfix = pullRequest?.fork === false && policy.hotfix.branches.some((glob) => picomatch_index_js_default().isMatch(headRef, glob));
    if (isHotfix && (isRelease || isTrunk(event, policy)))
        return 'hotfix';
    return isRelease ? 'release' : 'standard';
}
function asideOf(event, policy) {
    const { pullRequest, baseRef = '' } = event;
    if (pullRequest === undefined)
        return undefined;
    if (pullRequest.draft)
        return 'draft';
    return isTrunk(event, policy) || baseRef.startsWith('release/') ? undefined : 'not into trunk';
}
function isTrunk({ baseRef, defaultBranch }, { trunk }) {
    const name = trunk ?? defaultBranch;
    return name === undefined || baseRef === name;
}

;// CONCATENATED MODULE: ./build/src/policy/hotfix.js



function hotfix_planHotfix({ headSha = '' }, { hotfix }, state) {
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
function mayGoWithout({ hotfix }, { approval, notGreen }) {
    return hotfix.evaluation === 'skip' && approval !== undefined && notGreen.length === 0;
}
const noManagers = rules_trunkRules['hotfix-without-managers'].finding({
    message: 'This is a hotfix branch, but the policy names no release managers: every gate runs as for any other change.',
    help: 'Name them in the policy: hotfix.release-managers.',
});
function needsApproval(sha) {
    return trunkRules['hotfix-needs-approval'].finding({
        message: `A hotfix needs the approval of a release manager on its head commit ${sha.slice(0, 8)}, and has none.`,
        help: 'Ask a release manager who is not the author to approve this commit; a later push needs a new approval.',
    });
}
function checkNotGreen({ name, state }) {
    return trunkRules['hotfix-check-not-green'].finding({
        message: `The check "${name}", which the policy requires of a hotfix, is ${state} on the head commit.`,
        help: 'Wait for it, or mend what it found, then run this step again.',
    });
}

;// CONCATENATED MODULE: ./build/src/policy/exemption.js


function judgeExemption(rule, state, isEntitled, now) {
    if (!state.labels.includes(rule.label))
        return undefined;
    const last = lastLabeled(rule.label, state.labelEvents);
    if (typeof last === 'string')
        return exemption_refused(rule, last);
    const event = last;
    const comment = reasonGiven(rule, event.by, state);
    const problem = personProblem(rule, event, state, isEntitled) ??
        timeProblem(rule, event, state, now) ??
        reasonProblem(rule, comment);
    if (problem !== undefined)
        return exemption_refused(rule, problem);
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
        return `it ended ${text_count(rule.hours, 'hour')} after ${at}`;
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
        .toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || compare_compareText(a.body, b.body))
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
function exemption_refused(rule, reason) {
    return { granted: false, rule, reason };
}
function sameLogin(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}

;// CONCATENATED MODULE: ./build/src/policy/approval.js


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
function byTime(headSha) {
    const rank = ({ state, sha }) => state === 'APPROVED' ? (sha === headSha ? 0 : 1) : 2;
    return (a, b) => time(a) - time(b) || rank(a) - rank(b) || compare_compareText(a.by.toLowerCase(), b.by.toLowerCase());
}
function time({ at }) {
    const parsed = Date.parse(at ?? '');
    return Number.isNaN(parsed) ? 0 : parsed;
}

;// CONCATENATED MODULE: ./build/src/kernel/pull-request.js
const permissionLevels = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

;// CONCATENATED MODULE: ./build/src/policy/entitled.js


function isEntitled({ users, teams, permission }, standing) {
    if (users.some((user) => sameLogin(user, standing.login)))
        return true;
    if (teams.some((team) => standing.teams.includes(team)))
        return true;
    return (permission !== undefined &&
        permissionLevels.indexOf(standing.permission) >= permissionLevels.indexOf(permission));
}

;// CONCATENATED MODULE: ./build/src/policy/gate/authority.js



async function readAuthority(event, policy, source, { now, owed }) {
    const { headSha, headRef, pullRequest } = event;
    if (source === undefined || headSha === undefined || pullRequest === undefined)
        return noAuthority;
    const { author, fork } = pullRequest;
    const head = { sha: headSha, author, ...(fork || headRef === undefined ? {} : { branch: headRef }) };
    const exemptions = await readExemptions(head, policy, source, now());
    if (mode_modeOf(event, policy) !== 'hotfix')
        return { exemptions };
    const hotfix = await readHotfix(head, policy, source);
    if (owed === undefined || !mayGoWithout(policy, hotfix))
        return { exemptions, hotfix };
    return { exemptions, hotfix: { ...hotfix, ledger: await readLedger(owed) } };
}
async function readLedger(owed) {
    try {
        return { read: true, owed: await owed() };
    }
    catch (error) {
        return { read: false, reason: errorFinding(error).message };
    }
}
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
function approversToAsk(reviews, headSha, author) {
    const approvers = reviews
        .filter(({ state, sha, by }) => state === 'APPROVED' && sha === headSha && !sameLogin(by, author))
        .toSorted((a, b) => compare_compareText(b.at ?? '', a.at ?? ''))
        .map(({ by }) => by);
    return [...new Set(approvers)];
}
const mostAsked = 20;
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

;// CONCATENATED MODULE: ./build/src/runner/change/pull-request-source.js



function pullRequestSource(environment, token) {
    const { event, apiUrl, repository } = environment;
    const number = event.pullRequest?.number ?? queuedPullRequest(event);
    const pushed = event.kind === 'push' ? event.headSha : undefined;
    if (token === undefined || (number === undefined && pushed === undefined))
        return undefined;
    let connected;
    const github = () => (connected ??= Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 325, 23)).then(({ connect }) => connect({ token, apiUrl, repository, log: actionLog })));
    if (number !== undefined)
        return sourceOf(number, repository, github);
    return pushedSource(pushed ?? '', repository, github);
}
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

;// CONCATENATED MODULE: ./build/src/actions/trigger-pipeline/follow-up.js



function followUpOf(call, policy, environment, github) {
    const { pr_number: number, version, sha, pipeline } = call;
    if (github === undefined || number === null)
        throw new UserError('A hotfix is followed up on its pull request: that needs a token and a pull request.', {
            help: 'Run this on the merge of a pull request, or give pr-number, and leave github-token at its default.',
        });
    const withinHours = policy.hotfix.evaluateWithinHours;
    const request = { number, version, sha, pipeline, withinHours };
    return [request, portsOf(number, policy, environment, github)];
}
function portsOf(number, policy, { event, repository }, github) {
    const source = sourceOf(number, repository, () => Promise.resolve(github));
    return {
        pullRequest: async () => {
            const { createdAt, mergedAt, head } = await github.pulls.get(number);
            return {
                createdAt,
                ...(mergedAt === undefined ? {} : { mergedAt }),
                ...(head.repository === repository ? { branch: head.ref } : {}),
            };
        },
        pushes: (branch) => github.branches.activity(branch),
        approval: async () => {
            const current = await source.current();
            if (current === undefined)
                return undefined;
            const { headSha, headRef, baseRef, facts } = current;
            const merged = {
                ...event,
                kind: 'pull-request',
                headSha,
                headRef,
                baseRef,
                pullRequest: facts,
            };
            const { hotfix } = await readAuthority(merged, { ...policy, exemptions: [] }, source, {
                now: Date.now,
            });
            return hotfix?.approval;
        },
        comments: () => github.comments.list(number),
        keepComment: (key, body) => github.comments.upsert(number, key, body),
        createIssue: (issue) => github.issues.create(issue),
        now: Date.now,
    };
}

;// CONCATENATED MODULE: ./build/src/policy/policy-path.js
const policyPath = '.github/model-gates.yml';

;// CONCATENATED MODULE: ./build/src/runner/shared-inputs.js



const policyInput = (description) => ({
    field: fields_text('a path'),
    default: policyPath,
    description,
});
const folderInput = (more = '') => ({
    field: fields_text('a folder'),
    default: '.',
    description: `Folder of the checkout, relative to the workspace.${more}`,
});
const tokenInput = (description) => ({
    field: fields_text('a token'),
    preset: '${{ github.token }}',
    as: 'token',
    description,
});
const remoteInput = (description) => ({
    field: text('the name of a remote'),
    default: 'origin',
    description,
});
const switchInput = (description) => ({ field: flag, default: false, description });
const settingInput = (setting) => ({
    field: fieldOf(setting),
    description: inputDescription(setting),
});

;// CONCATENATED MODULE: ./build/src/actions/trigger-pipeline/inputs.js





const jsonObject = {
    expects: 'a JSON object',
    parse: (raw) => {
        try {
            const value = JSON.parse(raw);
            return isRecord(value) ? { ...value } : undefined;
        }
        catch {
            return undefined;
        }
    },
};
const repository = {
    expects: 'owner/name',
    parse: (raw) => (/^[A-Za-z0-9][\w-]*\/(?!\.{1,2}$)[\w.-]+$/.test(raw) ? raw : undefined),
};
const triggerInputs = inputs({
    pipeline: {
        field: fields_text('a name'),
        default: 'train',
        description: '',
    },
    workflow: {
        field: fields_text('the file name of a workflow'),
        description: '',
    },
    ref: {
        field: fields_text('a branch or tag'),
        description: '',
    },
    'event-type': {
        field: fields_text('a name'),
        description: '',
    },
    repository: {
        field: repository,
        description: '',
    },
    url: {
        field: fields_text('a URL'),
        description: '',
    },
    secret: {
        field: fields_text('a secret'),
        description: '',
    },
    'bearer-token': {
        field: fields_text('a token'),
        description: '',
    },
    idempotent: switchInput( ''),
    attempts: { field: integer({ min: 1, max: 10 }), default: 4, description: '' },
    'timeout-seconds': {
        field: number({ min: 1, max: 300 }),
        default: 30,
        description: '',
    },
    'job-id-path': {
        field: fields_text('a path such as data.job.id'),
        description: '',
    },
    version: {
        field: fields_text('a version'),
        description: '',
    },
    'git-ref': {
        field: fields_text('a branch or tag'),
        description: '',
    },
    sha: {
        field: fields_text('a commit'),
        description: '',
    },
    author: {
        field: fields_text('a login'),
        description: '',
    },
    'pr-number': {
        field: integer({ min: 1 }),
        description: '',
    },
    extra: { field: jsonObject, description: '' },
    hotfix: switchInput( ''),
    policy: policyInput( ''),
    'working-directory': folderInput(),
    'github-token': tokenInput( ''),
});
function readTriggerInputs({ input }) {
    for (const name of ['secret', 'bearer-token'])
        (0,index_js_namespaceObject.mask)(input(name));
    return readInputs(triggerInputs, input);
}

;// CONCATENATED MODULE: ./build/src/actions/trigger-pipeline/target.js


function targetOf(inputs, { event, repository: own }) {
    const { workflow, url } = inputs;
    const eventType = inputs.eventType;
    const given = [workflow, eventType, url].filter((one) => one !== undefined);
    if (given.length !== 1)
        throw new UserError(`Exactly one of workflow, event-type and url says what to start; ${given.length} are given.`, {
            help: 'Give workflow (a workflow of GitHub), event-type (a repository_dispatch) or url (an ML platform).',
        });
    if (url !== undefined)
        return httpTarget(url, inputs);
    const repository = inputs.repository ?? own;
    if (eventType !== undefined)
        return { kind: 'repository-event', repository, eventType };
    const ref = inputs.ref ?? event.defaultBranch ?? 'main';
    return { kind: 'workflow', repository, workflow: workflow ?? '', ref };
}
function httpTarget(text, inputs) {
    const { secret } = inputs;
    const checked = checkedTarget(text);
    if (!checked.ok)
        throw new UserError(`The input url cannot be used: ${checked.problem}.`, {
            help: 'Give an https:// address without a name and password in it.',
        });
    if (secret === undefined)
        throw new UserError('The input secret is missing: a request to a platform is always signed.', {
            help: 'Make a secret that both sides know, and pass it as `secret: ${{ secrets.… }}`. A pull request from a fork gets no secrets.',
        });
    const bearerToken = inputs.bearerToken;
    if (bearerToken !== undefined && !fitsHeader(bearerToken))
        throw new UserError('The input bearer-token cannot be sent: it has a line break or a character that headers have not.', { help: 'Set the secret again, without what was pasted around it.' });
    const jobIdPath = inputs.jobIdPath;
    return {
        kind: 'http',
        url: checked.url,
        shown: shownTarget(checked.url),
        secret,
        timeoutMs: inputs.timeoutSeconds * 1000,
        attempts: inputs.attempts,
        idempotent: inputs.idempotent,
        ...(bearerToken === undefined ? {} : { bearerToken }),
        ...(jobIdPath === undefined ? {} : { jobIdPath }),
    };
}

;// CONCATENATED MODULE: ./build/src/actions/trigger-pipeline/main.js














async function main(context) {
    const inputs = readTriggerInputs(context);
    const report = await trigger(inputs, context.environment).catch(asReport);
    return { report, outputs: outputsOf(report), channels: {} };
}
function asReport(error) {
    if (!isUserError(error))
        throw error;
    return errorReport('trigger-pipeline', error);
}
async function trigger(inputs, environment) {
    const target = targetOf(inputs, environment);
    const repository = await openRepository(inputs, environment);
    const sha = await repository.resolve(inputs.sha ?? environment.event.headSha ?? 'HEAD');
    const { policy, findings } = await loadPolicy(repository.tree(sha), inputs.policy);
    const github = await connected(inputs, environment, environment.repository);
    const known = github === undefined ? {} : { github };
    const call = await callOf({ environment, inputs, repository, policy, sha, ...known });
    const triggered = await triggerPipeline(call, target, main_portsOf(inputs, environment));
    const report = inputs.hotfix
        ? await withFollowUp(triggered, ...followUpOf(call, policy, environment, github))
        : triggered;
    return { ...report, findings: [...findings, ...report.findings] };
}
async function openRepository(inputs, { workspace }) {
    const cwd = await workingFolder(workspace, inputs.workingDirectory);
    const library = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
    const token = inputs.token;
    return library.openRepository({ cwd, log: index_js_namespaceObject.actionLog, ...(token === undefined ? {} : { token }) });
}
async function connected(inputs, { apiUrl }, repository) {
    const token = inputs.token;
    if (token === undefined)
        return undefined;
    const { connect } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 325, 23));
    return connect({ token, apiUrl, repository, log: index_js_namespaceObject.actionLog });
}
function main_portsOf(inputs, { apiUrl }) {
    return {
        ...httpPort(index_js_namespaceObject.actionLog),
        log: index_js_namespaceObject.actionLog,
        clock: systemClock,
        dispatches: async (repository) => {
            const { connect } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 325, 23));
            return connect({ token: inputs.token ?? '', apiUrl, repository, log: index_js_namespaceObject.actionLog }).dispatches;
        },
    };
}
function outputsOf({ facts: { jobId, url, request, hotfix } }) {
    return outputTexts({
        'job-id': jobId,
        'job-url': url,
        'idempotency-key': request?.idempotency_key,
        request,
        'hotfix-minutes': hotfix?.minutes,
        'follow-up-issue': hotfix?.issue,
        'evaluate-by': hotfix?.evaluateBy,
        'approved-by': hotfix?.approval?.by,
        'approved-at': hotfix?.approval?.at,
        'approved-sha': hotfix?.approval?.sha,
    });
}

;// CONCATENATED MODULE: ./build/src/actions/trigger-pipeline/index.js


void (0,index_js_namespaceObject.runAction)('trigger-pipeline', main);

module.exports = __webpack_exports__;
/******/ })()
;