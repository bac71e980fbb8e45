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
        .map((part) => (part.code ? escape_mdCode(part.text) : escapePunctuation(part.text)))
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
function escape_mdCode(text) {
    const line = oneLine(text);
    if (line === '')
        return '';
    const fence = '`'.repeat(longestRun(line) + 1);
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return fence + pad + line + pad + fence;
}
/** A code span in a table cell, where a bar ends the cell even inside code. */
function mdCellCode(text) {
    return escape_mdCode(text).replaceAll('|', '\\|');
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
function owed_holdsBack(word, headSha) {
    if (word === undefined)
        return undefined;
    if (!word.read)
        return 'the ledger could not be read, so nobody knows what earlier hotfixes still owe';
    const overdue = word.owed.find(({ state, sha }) => state === 'overdue' && sha !== headSha);
    return overdue === undefined ? undefined : `the evaluation of ${nameOf(overdue)} is overdue`;
}
/** What the plan of a hotfix says of those before it. */
function owed_owedFindings(word) {
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

;// CONCATENATED MODULE: ./build/src/releases/follow-up.js
/** After a hotfix: how long it took, who answers for it, and by when its evaluation must follow. */


/** From the first push to the trigger of the deploy. */
const hotfixGoalMinutes = 30;
/** When work on the hotfix began to count: its branch's creation, the last one where the name was used before; else when the pull request was opened. */
function startOf(pushes, openedAt) {
    const oldestFirst = pushes
        .filter(({ at }) => Date.parse(at) <= Date.parse(openedAt))
        .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
    const first = oldestFirst.findLast(({ type }) => type === 'branch_creation') ?? oldestFirst[0];
    return first === undefined ? { at: openedAt, from: 'pull request' } : { at: first.at, from: 'first push' };
}
/** Minutes from the start to the trigger. */
function minutesOf({ start, triggeredAt }) {
    return Math.round((Date.parse(triggeredAt) - Date.parse(start.at)) / 6000) / 10;
}
/** Title and body of the issue that keeps the skipped evaluation from being forgotten. */
function followUpIssue(audit) {
    const title = `${followUpTitle}${audit.version} (#${audit.number}) by ${audit.evaluateBy}`;
    const body = `Pull request #${audit.number} was merged as a hotfix before its evaluation.

Run the full evaluation on ${escape_mdCode(audit.sha)} by **${audit.evaluateBy}**, commit or record its results, and close this issue. If it shows a regression, revert or mend the hotfix.

${auditList(audit)}
`;
    return { title, body };
}
/** The audit record on the pull request; `issue` is the number of the follow-up. */
function auditComment(audit, issue) {
    return `${issueMark(issue)}
### Hotfix ${mdText(audit.version)}

${auditList(audit)}
- Its evaluation must follow by ${audit.evaluateBy}: #${issue}
`;
}
/** The follow-up that an earlier run has opened, from its own comment. */
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
/** The report of the trigger with what followed. A pipeline that did not start needs no follow-up; a follow-up that fails is a failure. */
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
    // From the merge, so that a run that is repeated gives nobody more time.
    const since = mergedAt === undefined ? now : Date.parse(mergedAt);
    return {
        ...known,
        start: startOf(pushes, createdAt),
        triggeredAt: new Date(now).toISOString(),
        evaluateBy: new Date(since + withinHours * 3_600_000).toISOString(),
        ...(typeof facts['jobId'] === 'string' ? { jobId: facts['jobId'] } : {}),
        ...(approval === undefined ? {} : { approval }),
    };
}
/** A run that is repeated finds the issue of the first in the comment, which only an app writes. */
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
    return {
        rule: 'trunk/hotfix-slow',
        severity: 'warning',
        message: `From the ${start.from} to the trigger of the deploy it took ${minutes} minutes; the goal is ${hotfixGoalMinutes}.`,
        help: 'See in the pull request where the time went: waiting for an approval, or for required checks.',
    };
}
function noApproval({ number }) {
    return {
        rule: 'trunk/hotfix-unapproved',
        severity: 'warning',
        message: `Pull request #${number} was merged as a hotfix without an approval of its head by a release manager.`,
        help: 'Require the merge gate by a ruleset on trunk and the release branches, so that this cannot be merged.',
    };
}
function broken(triggered, error) {
    const [finding] = errorReport('trigger-pipeline', error).findings;
    const message = `The deploy was triggered, but its follow-up could not be recorded: ${finding?.message ?? 'no reason was given'}`;
    const failure = {
        rule: 'trunk/hotfix-follow-up-failed',
        severity: 'error',
        message,
        help: finding?.help ?? 'Run the job again: the same key starts no second deploy where the platform keeps it.',
    };
    return { ...triggered, verdict: 'fail', title: message, findings: [...triggered.findings, failure] };
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

;// CONCATENATED MODULE: ./build/src/releases/gate/started.js
/** The pipeline runs, and nothing ties its job to this commit. */
function noJobId(why) {
    return {
        rule: 'pipeline/no-job-id',
        severity: 'warning',
        message: `The pipeline was started, and no job id came back. ${why}`,
        help: 'Find the job by its idempotency key, which the report holds; for a platform set `job-id-path` to where its answer names the job.',
    };
}

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = require("node:timers/promises");
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

;// CONCATENATED MODULE: ./build/src/releases/trigger/trigger.js
/** What starts a pipeline elsewhere is told of the commit, and what its answer means. */
/**
 * The text whose SHA-256 is the idempotency key: what is started where, for which commit. A re-run has the same; the author and
 * the number of the pull request tell nothing new of it.
 */
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
/** The request as inputs of a workflow: texts under the same names, and `extra` as JSON. */
function asInputs({ extra, ...request }) {
    const inputs = Object.entries(request)
        .filter(([name]) => name !== 'schema')
        .map(([name, value]) => [name, String(value ?? '')]);
    return Object.fromEntries(extra === undefined ? inputs : [...inputs, ['extra', JSON.stringify(extra)]]);
}
const usualPlaces = ['job_id', 'jobId', 'run_id', 'runId', 'id', 'job.id', 'run.id', 'run.info.run_id'];
/** The job's id in a JSON answer: at `place` (`data.job.id`), else where platforms usually put it. */
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
/** The same value with the same text, whatever the order of its keys. */
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
/** Where a request with a secret may be sent. */
/**
 * `https:` everywhere, `http:` to this machine only, or where it is `plain`: nothing secret goes along.
 * Never with a name and password, which would end up in logs.
 */
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
/** Scheme, host and path, without what may be a key in it: what may be shown. */
function shownTarget({ origin, pathname }) {
    return `${origin}${pathname
        .split('/')
        .map((part) => (mayBeKey(part) ? '…' : part))
        .join('/')}`;
}
/** What in an address may be a key: the values of its query, and long parts of its path, as web hooks have them. */
function keysIn({ pathname, searchParams }) {
    return [...searchParams.values(), ...pathname.split('/').filter(mayBeKey)];
}
/** Long, with digits and letters: `T0AB12…`; a name such as `training-pipelines` is none. */
function mayBeKey(part) {
    return part.length >= 16 && /\d/.test(part) && /[a-z]/i.test(part);
}
/** Whether a token can stand in a header: visible ASCII on one line. What cannot is most often a secret that was pasted with a line break. */
function fitsHeader(token) {
    return /^[\x21-\x7e]+(?: +[\x21-\x7e]+)*$/.test(token);
}
function isLoopback(host) {
    return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

;// CONCATENATED MODULE: ./build/src/kernel/secrets.js
/** `text` without any of the secrets, whatever an answer repeats, and in which of the usual spellings: as it is, in JSON, in a URL, in base64. */
function redact(text, secrets) {
    return (secrets
        .filter((secret) => secret !== undefined)
        .filter((secret) => secret.length > 0)
        .flatMap(spellings)
        // The longer first: one may hold another.
        .toSorted((a, b) => b.length - a.length)
        .reduce((clean, secret) => clean.replaceAll(secret, '***'), text));
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

;// CONCATENATED MODULE: ./build/src/kernel/retry.js
/** When a pipeline may be asked for a second time. */
const longestWaitMs = 60_000;
/** Milliseconds before the next try; `undefined` where another is of no use, or could start the pipeline twice. */
function waitBeforeRetry(failure, state) {
    if (state.attempt + 1 >= state.attempts || !mayRepeat(failure, state.idempotent))
        return undefined;
    const asked = failure.kind === 'status' ? failure.retryAfterMs : undefined;
    if (asked !== undefined && asked > longestWaitMs)
        return undefined;
    const most = Math.min(1000 * 2 ** state.attempt, 20_000);
    // Half of it by chance: runners that failed together do not return together.
    return (asked ?? most / 2) + (state.random * most) / 2;
}
/** Whether the pipeline may run although no answer said so: then a person must look before starting it again. */
function isUnclear(failure) {
    return failure.kind === 'broken' || (failure.kind === 'status' && failure.status >= 500);
}
function mayRepeat(failure, idempotent) {
    if (failure.kind === 'unreachable')
        return true;
    if (failure.kind === 'status' && failure.status === 429)
        return true;
    return isUnclear(failure) && idempotent;
}

;// CONCATENATED MODULE: ./build/src/ports/http-retry.js
/** Requests to a server that is not GitHub: sent again only where that cannot do a thing twice. */



/** The outcome of the last try. */
async function sendWithRetries(request, { attempts, idempotent, told }, ports) {
    for (let attempt = 0;; attempt += 1) {
        const outcome = await ports.send(request);
        const failure = failureOf(outcome);
        if (failure === undefined)
            return outcome;
        const random = (ports.random ?? Math.random)();
        const wait = waitBeforeRetry(failure, { attempt, attempts, idempotent, random });
        if (wait === undefined)
            return outcome;
        ports.log.info(`${told(outcome)}; again in ${Math.round(wait / 100) / 10} s`);
        await (ports.pause ?? promises_namespaceObject.setTimeout)(wait);
    }
}
/** `undefined` for an answer in the two hundreds. */
function failureOf(outcome) {
    if (outcome.kind !== 'answer')
        return { kind: outcome.kind };
    const { status, retryAfterMs } = outcome;
    if (status >= 200 && status < 300)
        return undefined;
    return { kind: 'status', status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
/** The outcome in short, without secrets, on one line. */
function saidBy(outcome, secrets) {
    if (outcome.kind === 'unreachable')
        return `it could not be reached (${redact(outcome.reason, secrets)})`;
    if (outcome.kind === 'broken')
        return `the connection broke (${redact(outcome.reason, secrets)})`;
    const text = redact(outcome.text, secrets).replaceAll(/\s+/g, ' ').trim().slice(0, 200);
    return text === '' ? `it answered ${outcome.status}` : `it answered ${outcome.status} (${text})`;
}

;// CONCATENATED MODULE: ./build/src/releases/gate/signed-request.js





/** The header that holds the signature of the body, `sha256=<hex>`, as GitHub signs its webhooks. */
const signatureHeader = 'X-Model-Gates-Signature-256';
async function startByHttp(request, target, ports) {
    const body = JSON.stringify(request);
    const { url, timeoutMs, attempts, idempotent } = target;
    const outcome = await sendWithRetries({ method: 'POST', url, timeoutMs, body, headers: await headersOf(request, body, target) }, { attempts, idempotent, told: (one) => `${target.shown}: ${wordsOf(one, target)}` }, ports);
    const failure = failureOf(outcome);
    return failure === undefined ? startedBy(outcome, target) : notStarted(outcome, failure, request, target);
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
function notStarted(outcome, failure, request, target) {
    const status = outcome.kind === 'answer' ? { status: outcome.status } : {};
    const said = `${target.shown}: ${wordsOf(outcome, target)}.`;
    return { ...status, findings: [isUnclear(failure) ? unclear(said, request) : refused(said, outcome)] };
}
function unclear(said, { idempotency_key }) {
    return {
        rule: 'pipeline/unclear',
        severity: 'error',
        message: `It is not known whether the pipeline was started. ${said}`,
        help: `Look on the platform for a job with the idempotency key ${idempotency_key} before you run this again; where it keeps such keys, set \`idempotent: true\`, and it is tried again by itself.`,
    };
}
function refused(said, outcome) {
    return {
        rule: 'pipeline/not-started',
        severity: 'error',
        message: `The pipeline was not started. ${said}`,
        help: outcome.kind === 'answer'
            ? refusalHelp(outcome.status)
            : 'Check the address, and that this runner may reach it.',
    };
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
/** Starts a pipeline elsewhere: a workflow, a repository event, or a signed request to an ML platform. */







const gate = 'trigger-pipeline';
/** One call, one report; what GitHub refuses is a finding. The facts hold the request as it was sent. */
async function triggerPipeline(call, target, ports) {
    const request = await withKey(call, target);
    ports.log.info(`${gate}: ${request.pipeline} for ${request.version} (${request.sha.slice(0, 8)})`);
    const started = await start(request, target, ports).catch((error) => ({
        findings: errorReport(gate, error).findings,
    }));
    const verdict = verdictOf(started.findings);
    return {
        schema: 1,
        gate,
        verdict,
        title: titleOf(request, started, verdict === 'pass'),
        findings: started.findings,
        facts: {
            request,
            target: targetName(target),
            jobId: started.jobId ?? null,
            url: started.url ?? null,
            status: started.status ?? null,
        },
    };
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
/** SHA-256 of what is started where: the same for a re-run, so that a receiver can tell it from a second start. */
async function withKey(call, target) {
    const { createHash } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 598, 23));
    const key = createHash('sha256')
        .update(identityOf(call, targetName(target)))
        .digest('hex');
    return { ...call, idempotency_key: key };
}
/** Where it goes, without anything secret. */
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
/** GitHub takes ten properties at most: the request goes as one. */
async function sendEvent(request, { repository, eventType }, ports) {
    const dispatches = await ports.dispatches(repository);
    const named = () => dispatches.runsNaming(request.idempotency_key);
    // A run of before has the same key: what is there already is not the one that starts now.
    const before = await named().catch(asReason);
    await dispatches.repository(eventType, { request });
    if (typeof before === 'string')
        return { findings: [noJobId(before)] };
    const run = await newRun(named, new Set(before.map(({ runId }) => runId)), ports).catch(asReason);
    if (typeof run === 'string')
        return { findings: [noJobId(run)] };
    return { jobId: String(run.runId), url: run.url, findings: [] };
}
/** Pauses between the looks for the run, in milliseconds: GitHub starts most within some seconds. */
const looks = [1000, 2000, 3000, 4000, 5000];
/** The run that has come, or why it is not known. */
async function newRun(named, before, { pause = promises_namespaceObject.setTimeout }) {
    for (const wait of looks) {
        await pause(wait);
        const run = (await named()).find(({ runId }) => !before.has(runId));
        if (run !== undefined)
            return run;
    }
    return 'GitHub tells none for a repository event, and no run has the idempotency key in its name: give the workflow `run-name: train ${{ github.event.client_payload.request.idempotency_key }}`.';
}
/** The event is what counts: without the permission to see runs it is sent all the same. */
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

;// CONCATENATED MODULE: ./build/src/runner/http.js
const mostBytes = 1024 * 1024;
/** Never rejects for what the network does. A redirect is an answer like any other: a signed request is not sent elsewhere. */
async function send({ url, timeoutMs, ...request }) {
    try {
        const signal = AbortSignal.timeout(timeoutMs);
        const response = await fetch(url, { ...request, redirect: 'manual', signal });
        const retryAfterMs = waitAsked(response.headers.get('retry-after'));
        // The answer has come: a body that breaks off does not undo it.
        const text = await textOf(response).catch(() => '');
        return {
            kind: 'answer',
            status: response.status,
            text,
            ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        };
    }
    catch (error) {
        return http_failureOf(error, timeoutMs);
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
/** In seconds or as a date (RFC 9110 10.2.3). */
function waitAsked(value) {
    if (value === null || value === '')
        return undefined;
    const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
    return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
/** Codes with which no connection came about. */
const beforeSending = /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|\w*CERT\w*|UNABLE_TO_\w+)$/;
function http_failureOf(error, timeoutMs) {
    if (error instanceof DOMException && error.name === 'TimeoutError')
        return { kind: 'broken', reason: `no answer within ${timeoutMs / 1000} s` };
    // What fetch itself refuses to send; its words may hold the value of a header.
    if (error instanceof TypeError && error.cause === undefined)
        return { kind: 'unreachable', reason: 'the request cannot be sent as it is' };
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const reason = code || (cause instanceof Error ? cause.message : String(cause));
    // fetch refuses some ports before it connects, with a plain error.
    return { kind: beforeSending.test(code) || reason === 'bad port' ? 'unreachable' : 'broken', reason };
}

;// CONCATENATED MODULE: external "node:fs/promises"
const external_node_fs_promises_namespaceObject = require("node:fs/promises");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_namespaceObject);
;// CONCATENATED MODULE: ./build/src/runner/paths.js



/** The folder of the checkout, which must lie in the workspace, links resolved. */
async function workingFolder(workspace, folder) {
    const wanted = external_node_path_default().resolve(workspace, folder);
    const [root, found] = await Promise.all([(0,external_node_fs_promises_namespaceObject.realpath)(workspace), (0,external_node_fs_promises_namespaceObject.realpath)(wanted).catch(() => undefined)]);
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

;// CONCATENATED MODULE: ./build/src/lineage/gate/digest.js

const mostFiles = 5000;
/**
 * `sha256:<hex>` over the files of a tree: of the lines that `sha256sum` prints for them, sorted by path.
 * `null` where there are none. Throws a UserError for a file that cannot be read, or too many.
 */
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

;// CONCATENATED MODULE: ./build/src/kernel/matching.js

/** The paths that any of the globs matches, in their order. */
function matchingPaths(paths, globs) {
    return paths.filter(globMatcher(globs));
}

;// CONCATENATED MODULE: ./build/src/actions/trigger-pipeline/call.js



/** Throws a UserError where a file of the commit cannot be read. */
async function callOf({ environment, inputs, policy, ...sources }) {
    const { sha } = sources;
    const { event } = environment;
    const tree = sources.repository.tree(sha);
    const merged = await pullRequestOf(environment, inputs, sha, sources.github);
    return {
        schema: 1,
        pipeline: inputs.pipeline ?? 'train',
        repository: environment.repository,
        version: inputs.version ?? `dev-${sha.slice(0, 8)}`,
        git_ref: inputs['git-ref'] ?? event.headRef ?? sha,
        sha,
        author: inputs.author ?? merged?.author ?? event.pullRequest?.author ?? process.env['GITHUB_ACTOR'] ?? '',
        pr_number: inputs['pr-number'] ?? merged?.number ?? event.pullRequest?.number ?? null,
        config_digest: await configDigest(tree, policy),
        dependency_digest: await dependencyDigest(tree, policy),
        ...(inputs.extra === undefined ? {} : { extra: inputs.extra }),
    };
}
/** The pull request that a push merged; asked for only where the inputs and the event do not say it. */
async function pullRequestOf({ event }, inputs, sha, github) {
    const known = inputs['pr-number'] !== undefined && inputs.author !== undefined;
    if (known || github === undefined || event.kind !== 'push')
        return undefined;
    return (await github.commits.pullRequests(sha)).find(({ mergeCommit }) => mergeCommit === sha);
}
async function configDigest(tree, { config }) {
    return digestOf(tree, matchingPaths(await tree.list(), config.files ?? configDefaults.files));
}
/** Locks and manifests, as the dependency gate knows them. */
async function dependencyDigest(tree, { dependencies }) {
    const { files = [] } = dependencies;
    const all = await tree.list();
    if (files.length > 0)
        return digestOf(tree, matchingPaths(all, files));
    const { formatOf } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 71, 23));
    return digestOf(tree, all.filter((path) => formatOf(path) !== undefined));
}

;// CONCATENATED MODULE: ./build/src/kernel/compare.js
/** Order of texts. */
/** Code-unit order, the same on every machine whatever its locale. */
function compare_compareText(a, b) {
    return a < b ? -1 : Number(a > b);
}

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

;// CONCATENATED MODULE: ./build/src/policy/mode.js

/** A hotfix is a branch of the repository itself, into trunk or a release: whoever can push one has write access, a fork's owner need not. */
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

;// CONCATENATED MODULE: ./build/src/policy/hotfix.js


/**
 * Without named release managers nobody can approve: then a hotfix is judged like any other change. The ledger may add to the plan
 * and takes nothing from it: whoever can push a branch can write a record.
 */
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
function text_count(n, noun) {
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
function exemption_refused(rule, reason) {
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
    if (mode_modeOf(event, policy) !== 'hotfix')
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
    const github = () => (connected ??= Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 325, 23)).then(({ connect }) => connect({ token, apiUrl, repository, log: actionLog })));
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

;// CONCATENATED MODULE: ./build/src/actions/trigger-pipeline/follow-up.js



/** What the follow-up of a hotfix asks and writes. Throws a UserError without a token or a pull request. */
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

;// CONCATENATED MODULE: ./build/src/actions/trigger-pipeline/inputs.js


const jsonObject = {
    expects: 'a JSON object',
    parse: (raw) => {
        try {
            const value = JSON.parse(raw);
            return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
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
const fields = {
    pipeline: fields_text('a name'),
    workflow: fields_text('the file name of a workflow'),
    ref: fields_text('a branch or tag'),
    'event-type': fields_text('a name'),
    repository,
    url: fields_text('a URL'),
    secret: fields_text('a secret'),
    'bearer-token': fields_text('a token'),
    idempotent: flag,
    attempts: integer({ min: 1, max: 10 }),
    'timeout-seconds': number({ min: 1, max: 300 }),
    'job-id-path': fields_text('a path such as data.job.id'),
    version: fields_text('a version'),
    'git-ref': fields_text('a branch or tag'),
    sha: fields_text('a commit'),
    author: fields_text('a login'),
    'pr-number': integer({ min: 1 }),
    extra: jsonObject,
    hotfix: flag,
    policy: fields_text('a path'),
    'working-directory': fields_text('a folder'),
    'github-token': fields_text('a token'),
};
/** Secrets are masked before anything else can print them. Throws a UserError that names every bad value. */
function readTriggerInputs({ input }) {
    for (const name of ['secret', 'bearer-token'])
        (0,index_js_namespaceObject.mask)(input(name));
    return readFields(fields, input);
}

;// CONCATENATED MODULE: ./build/src/actions/trigger-pipeline/target.js


/** Where the call goes. Throws a UserError where the inputs name none, or several. */
function targetOf(inputs, { event, repository: own }) {
    const { workflow, url } = inputs;
    const eventType = inputs['event-type'];
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
/** What is shown of a bad URL is only why it is bad: it may hold a secret. */
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
    const bearerToken = inputs['bearer-token'];
    if (bearerToken !== undefined && !fitsHeader(bearerToken))
        throw new UserError('The input bearer-token cannot be sent: it has a line break or a character that headers have not.', { help: 'Set the secret again, without what was pasted around it.' });
    const jobIdPath = inputs['job-id-path'];
    return {
        kind: 'http',
        url: checked.url,
        shown: shownTarget(checked.url),
        secret,
        timeoutMs: (inputs['timeout-seconds'] ?? 30) * 1000,
        attempts: inputs.attempts ?? 4,
        idempotent: inputs.idempotent ?? false,
        ...(bearerToken === undefined ? {} : { bearerToken }),
        ...(jobIdPath === undefined ? {} : { jobIdPath }),
    };
}

;// CONCATENATED MODULE: ./build/src/actions/trigger-pipeline/main.js














/** The outputs are set even where nothing could be started: a later step reads an empty `job-id`, never one of before. */
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
    const { policy, findings } = await loadPolicy(repository.tree(sha), inputs.policy ?? policyPath);
    const github = await connected(inputs, environment, environment.repository);
    const known = github === undefined ? {} : { github };
    const call = await callOf({ environment, inputs, repository, policy, sha, ...known });
    const triggered = await triggerPipeline(call, target, main_portsOf(inputs, environment));
    const report = inputs.hotfix === true
        ? await withFollowUp(triggered, ...followUpOf(call, policy, environment, github))
        : triggered;
    return { ...report, findings: [...findings, ...report.findings] };
}
async function openRepository(inputs, { workspace }) {
    const cwd = await workingFolder(workspace, inputs['working-directory'] ?? '.');
    const library = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
    const token = inputs['github-token'];
    return library.openRepository({ cwd, log: index_js_namespaceObject.actionLog, ...(token === undefined ? {} : { token }) });
}
async function connected(inputs, { apiUrl }, repository) {
    const token = inputs['github-token'];
    if (token === undefined)
        return undefined;
    const { connect } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 325, 23));
    return connect({ token, apiUrl, repository, log: index_js_namespaceObject.actionLog });
}
function main_portsOf(inputs, { apiUrl }) {
    return {
        log: index_js_namespaceObject.actionLog,
        send: send,
        dispatches: async (repository) => {
            const { connect } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 325, 23));
            return connect({ token: inputs['github-token'] ?? '', apiUrl, repository, log: index_js_namespaceObject.actionLog }).dispatches;
        },
    };
}
function outputsOf({ facts }) {
    return {
        'job-id': factText(facts, 'jobId'),
        'job-url': factText(facts, 'url'),
        'idempotency-key': factText(facts, 'request', 'idempotency_key'),
        request: factText(facts, 'request'),
        'hotfix-minutes': factText(facts, 'hotfix', 'minutes'),
        'follow-up-issue': factText(facts, 'hotfix', 'issue'),
        'evaluate-by': factText(facts, 'hotfix', 'evaluateBy'),
        'approved-by': factText(facts, 'hotfix', 'approval', 'by'),
        'approved-at': factText(facts, 'hotfix', 'approval', 'at'),
        'approved-sha': factText(facts, 'hotfix', 'approval', 'sha'),
    };
}

;// CONCATENATED MODULE: ./build/src/actions/trigger-pipeline/index.js


void (0,index_js_namespaceObject.runAction)('trigger-pipeline', main);

module.exports = __webpack_exports__;
/******/ })()
;