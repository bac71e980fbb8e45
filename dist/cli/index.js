#!/usr/bin/env node
/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 380:
/***/ ((module) => {

module.exports = require("../lib/board/index.js");

/***/ }),

/***/ 100:
/***/ ((module) => {

module.exports = require("../lib/branches/index.js");

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

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = require("node:os");

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

;// CONCATENATED MODULE: ./build/src/kernel/compare.js
function compareText(a, b) {
    return a < b ? -1 : Number(a > b);
}

;// CONCATENATED MODULE: ./build/src/report/model.js

const verdicts = (/* unused pure expression or super */ null && (['pass', 'fail', 'inconclusive', 'exempt', 'skipped']));
const severities = ['error', 'warning', 'notice'];
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

;// CONCATENATED MODULE: ./build/src/report/json.js
function renderJson(report) {
    return `${escapeHidden(JSON.stringify(ordered(report), jsonValue, 2))}\n`;
}
function ordered(report) {
    const { schema, gate, verdict, title, findings, facts, sections, exemption, reports, durationMs } = report;
    const own = { schema, gate, verdict, title, findings, facts, sections, exemption, durationMs };
    return { ...own, reports: reports?.map(ordered) };
}
function jsonValue(_key, value) {
    if (typeof value === 'bigint')
        return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    if (typeof value === 'number' && !Number.isFinite(value))
        return String(value);
    if (value instanceof Map)
        return Object.fromEntries(value);
    return value instanceof Set ? [...value] : value;
}
function escapeHidden(json) {
    return json
        .replace(/[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => Array.from({ length: char.length }, (_, i) => unit(char, i)).join(''))
        .replaceAll('##[', '##\\u005b');
}
function unit(char, index) {
    return `\\u${char.charCodeAt(index).toString(16).padStart(4, '0')}`;
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
        ? url.toWellFormed().replace(/[^\w\-.~:/?#@!$&+,;=%]/gu, escape_encodeURIComponentFully)
        : '#';
}
function escape_encodeURIComponentFully(text) {
    return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
function mdFence(language, text) {
    const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
    return `${fence}${language}\n${visible(text)}\n${fence}\n`;
}
function longestRun(text) {
    return Array.from(text.matchAll(/`+/g), ([run]) => run.length).reduce((a, b) => Math.max(a, b), 0);
}

;// CONCATENATED MODULE: ./build/src/report/links.js

function placeOf(finding) {
    if (finding.file === undefined)
        return '';
    return [finding.file, finding.line, finding.line === undefined ? undefined : finding.column]
        .filter((part) => part !== undefined)
        .join(':');
}
function blobUrl(source, finding) {
    if (source === undefined || finding.file === undefined)
        return undefined;
    if (source.files?.has(finding.file) === false)
        return undefined;
    const file = `${source.url}/blob/${encodeURIComponentFully(source.sha)}/${encodePath(finding.file)}`;
    if (finding.line === undefined)
        return file;
    const end = finding.endLine !== undefined && finding.endLine > finding.line ? `-L${finding.endLine}` : '';
    return `${file}${markdownQuery(finding.file)}#L${finding.line}${end}`;
}
function encodePath(path) {
    return path.split('/').map(encodeURIComponentFully).join('/');
}
function markdownQuery(file) {
    return /\.(?:md|markdown)$/i.test(file) ? '?plain=1' : '';
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

;// CONCATENATED MODULE: ./build/src/report/outline.js



const verdictWords = {
    pass: { symbol: '✅', word: 'Passed' },
    fail: { symbol: '❌', word: 'Failed' },
    inconclusive: { symbol: '❔', word: 'Undecided' },
    exempt: { symbol: '🔓', word: 'Exempt' },
    skipped: { symbol: '⏭', word: 'Skipped' },
};
const meanings = {
    pass: 'Nothing to mend.',
    fail: 'This does not pass as it is: mend what follows.',
    inconclusive: 'It could not be decided; the policy lets that through, but it is not a pass.',
    exempt: 'Not judged on its merits: someone with the right to do so lifted the gate.',
    skipped: 'There was nothing to judge.',
};
function meaningOf(report) {
    if (report.verdict === 'inconclusive' && blocks(report)) {
        return 'It could not be decided, and that stops the merge until it can be.';
    }
    return exemptionText(report) ?? meanings[report.verdict];
}
const severitySymbols = {
    error: '❌',
    warning: '⚠️',
    notice: 'ℹ️',
};
function whatToDo(report, max = 10) {
    const files = new Map();
    for (const finding of toMend(report)) {
        const actions = getOrAdd(files, finding.file ?? '', () => new Map());
        getOrAdd(actions, finding.help ?? finding.message, () => []).push(finding);
    }
    return cutActions(files, max);
}
function cutActions(files, max) {
    let left = max;
    let more = 0;
    const kept = [];
    for (const [file, byHelp] of files) {
        const actions = Array.from(byHelp, ([help, findings]) => ({
            text: actionText(help, findings),
            findings,
        }));
        const shown = actions.slice(0, left);
        left -= shown.length;
        more += actions.length - shown.length;
        if (shown.length > 0)
            kept.push({ ...(file === '' ? {} : { file }), actions: shown });
    }
    return { files: kept, more };
}
function actionText(help, findings) {
    const wrong = findings.length === 1 || linesText(findings) === '' ? findings : [];
    const messages = wrong.filter((finding) => finding.help !== undefined).slice(0, 3);
    if (messages.length === 0)
        return clip(help, 500);
    return `${messages.map(({ message }) => firstSentence(message)).join('; ')} → ${clip(help, 500)}`;
}
function firstSentence(message) {
    const end = message.search(/\. (?=\S)|\.$/);
    return clip(end < 0 ? message : message.slice(0, end), 160);
}
function toMend(report) {
    if (report.verdict !== 'fail' && report.verdict !== 'inconclusive')
        return [];
    const all = parts(report)
        .filter((part) => part.verdict !== 'exempt')
        .flatMap((part) => worstFirst(part.findings));
    const errors = all.filter((finding) => finding.severity === 'error');
    return errors.length > 0
        ? errors
        : all.filter((finding) => finding.severity === 'warning' && finding.help !== undefined);
}
function linesText(findings) {
    const lines = [...new Set(findings.flatMap((finding) => finding.line ?? []))];
    if (lines.length === 0)
        return '';
    if (lines.length > 5)
        return `${count(lines.length, 'line')} from line ${lines[0]}`;
    return `${text_plural(lines.length, 'line')} ${enumerate(lines.map(String))}`;
}
function parts(report) {
    return [report, ...(report.reports ?? []).flatMap(parts)];
}
function tally(findings) {
    return severities
        .map((severity) => ({ severity, n: findings.filter((finding) => finding.severity === severity).length }))
        .filter(({ n }) => n > 0)
        .map(({ severity, n }) => count(n, severity))
        .join(', ');
}
function exemptionText(report) {
    const exemption = report.exemption;
    if (exemption === undefined)
        return undefined;
    const reason = exemption.reason === undefined ? '' : ` Reason given: ${exemption.reason}`;
    return `${exemption.by} lifted this gate at ${exemption.at} with the label "${exemption.label}", for commit ${exemption.sha} alone: the next push ends it.${reason}`;
}
function reasons(report) {
    const exemption = exemptionText(report);
    return exemption === undefined ? [report.title] : [report.title, exemption];
}
function placeText(finding) {
    return placeOf(finding) || 'as a whole';
}
function ruleUrl(rule, rulesUrl) {
    return rulesUrl === undefined ? undefined : `${rulesUrl}#${rule.toLowerCase().replace(/[^a-z0-9_-]/g, '')}`;
}
function getOrAdd(map, key, make) {
    const found = map.get(key);
    if (found !== undefined)
        return found;
    const made = make();
    map.set(key, made);
    return made;
}

;// CONCATENATED MODULE: ./build/src/report/width.js
const wide = /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18AFF}\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;
const none = /^[\p{M}\uFE0F\u200D]$/u;
function displayWidth(text) {
    let width = 0;
    for (const char of text)
        width += charWidth(char);
    return width;
}
function charWidth(char) {
    if (char < '\u0300')
        return 1;
    if (none.test(char))
        return 0;
    return wide.test(char) ? 2 : 1;
}
function padTo(text, width, align = 'left') {
    const pad = ' '.repeat(Math.max(0, width - displayWidth(text)));
    return align === 'left' ? text + pad : pad + text;
}
function wrap(text, width) {
    const lines = [];
    let line = '';
    for (const word of text.split(/ +/)) {
        if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
            lines.push(line);
            line = '';
        }
        const pieces = breakWord(line === '' ? word : `${line} ${word}`, width);
        lines.push(...pieces.slice(0, -1));
        line = pieces.at(-1) ?? '';
    }
    return [...lines, line];
}
function breakWord(word, width) {
    if (displayWidth(word) <= width)
        return [word];
    const pieces = [''];
    let used = 0;
    for (const char of word) {
        const size = charWidth(char);
        if (used + size > Math.max(2, width)) {
            pieces.push('');
            used = 0;
        }
        pieces[pieces.length - 1] += char;
        used += size;
    }
    return pieces;
}

;// CONCATENATED MODULE: ./build/src/report/table.js

const narrowest = 6;
const gap = '  ';
function tableLines(rows, aligns, width) {
    const widths = columnWidths(rows, aligns.length, width);
    return rows.map((row) => rowLines(row, aligns, widths));
}
function turnedToFit(rows, width) {
    const turned = (rows[0] ?? []).map((_, at) => rows.map((row) => row[at] ?? ''));
    return wordsFit(rows, width) || !wordsFit(turned, width) ? rows : turned;
}
function wordsFit(rows, width) {
    const words = widest(rows, rows[0]?.length ?? 0, longestWord);
    return words.reduce((sum, one) => sum + one + gap.length, -gap.length) <= width;
}
function longestWord(text) {
    return Math.max(...text.split(' ').map(displayWidth));
}
function columnWidths(rows, columns, width) {
    const widths = widest(rows, columns, displayWidth);
    const words = widest(rows, columns, longestWord);
    let over = widths.reduce((sum, one) => sum + one + gap.length, -gap.length) - width;
    for (const least of [words, widths.map(() => narrowest)]) {
        for (; over > 0; over--) {
            const victim = widestAbove(widths, least);
            if (victim === undefined)
                break;
            widths[victim] = (widths[victim] ?? 0) - 1;
        }
    }
    return widths;
}
function widest(rows, columns, measure) {
    return Array.from({ length: columns }, (_, i) => rows.reduce((most, row) => Math.max(most, measure(row[i] ?? '')), 1));
}
function widestAbove(widths, least) {
    const spare = widths.map((width, i) => (width > Math.max(narrowest, least[i] ?? 0) ? width : 0));
    const most = Math.max(...spare);
    return most > 0 ? spare.indexOf(most) : undefined;
}
function rowLines(row, aligns, widths) {
    const cells = aligns.map((_, i) => wrap(row[i] ?? '', widths[i] ?? narrowest));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) => cells
        .map((lines, i) => padTo(lines[line] ?? '', widths[i] ?? narrowest, aligns[i]))
        .join(gap)
        .trimEnd());
}

;// CONCATENATED MODULE: ./build/src/report/terminal.js






const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 36 };
const verdictColours = {
    pass: 'green',
    fail: 'red',
    inconclusive: 'yellow',
    exempt: 'yellow',
    skipped: 'dim',
};
const severityColours = {
    error: 'red',
    warning: 'yellow',
    notice: 'blue',
};
function renderTerminal(report, options = {}) {
    const screen = {
        width: Math.min(160, Math.max(40, options.width ?? 80)),
        maxRows: options.maxRows ?? 200,
        paint: options.colour === true ? (text, colour) => `\u001B[${codes[colour]}m${text}\u001B[0m` : (text) => text,
    };
    const all = parts(report);
    const blocks = [
        headline(report, screen),
        actions(report, screen),
        gates(all.slice(1), screen),
        ...all.map((part) => findings(part, screen)),
        ...all.flatMap((part) => (part.sections ?? []).map((section) => sectionLines(section, screen))),
    ];
    const text = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
    return withoutCommands(`${text.join('\n\n')}\n`);
}
function headline(report, { width, paint }) {
    const { symbol, word } = verdictWords[report.verdict];
    const lines = wrap(`${symbol} ${word}: ${terminalText(report.title)}`, width);
    const below = wrap(terminalText(meaningOf(report)), width);
    return [...lines.map((line) => paint(line, verdictColours[report.verdict])), ...below];
}
function actions(report, screen) {
    const { files, more } = whatToDo(report);
    if (files.length === 0)
        return [];
    const items = files.flatMap((entry, index) => fileActions(entry, index + 1, screen));
    const rest = more === 0 ? [] : [`  …and ${count(more, 'more thing')}: see the findings below.`];
    return [screen.paint('What to do', 'bold'), ...items, ...rest];
}
function fileActions({ file, actions }, number, screen) {
    const name = terminalText(file ?? 'As a whole');
    return [
        ...hang(`${String(number).padStart(3)}. `, name, screen.width),
        ...actions.flatMap((action) => hang('     - ', terminal_actionText(action), screen.width)),
    ];
}
function terminal_actionText({ text, findings }) {
    return [linesText(findings), terminalText(text)].filter(Boolean).join(': ');
}
function gates(reports, screen) {
    if (reports.length === 0)
        return [];
    const rows = reports.map((report) => {
        const { symbol, word } = verdictWords[report.verdict];
        return [report.gate, `${symbol} ${word}`, reasons(report).join(' '), duration(report.durationMs)];
    });
    return [
        screen.paint('Gates', 'bold'),
        ...table([{ title: 'gate' }, { title: 'verdict' }, { title: 'why' }, { title: 'time', align: 'right' }], rows, screen),
    ];
}
function findings(part, screen) {
    if (part.findings.length === 0)
        return [];
    const all = worstFirst(part.findings);
    const shown = all.slice(0, screen.maxRows).flatMap((finding) => findingLines(finding, screen));
    return [
        screen.paint(`Findings of ${terminalText(part.gate)}: ${tally(all)}`, 'bold'),
        ...shown,
        ...rest(all.length, screen, 'finding'),
    ];
}
function findingLines(finding, screen) {
    const help = finding.help === undefined ? [] : hang('    → ', terminalText(clip(finding.help, 1500)), screen.width);
    return [
        ...findingHead(finding, screen),
        ...hang('    ', terminalText(clip(finding.message, 1500)), screen.width),
        ...help,
    ];
}
function findingHead(finding, { width, paint }) {
    const place = terminalText(clip(placeText(finding), 500));
    const rule = terminalText(clip(finding.rule, 100));
    const label = `${paint(finding.severity, severityColours[finding.severity])}  ${paint(rule, 'dim')}`;
    const fits = displayWidth(`  ${place}  ${finding.severity}  ${rule}`) <= width;
    return fits ? [`  ${place}  ${label}`] : [...hang('  ', place, width), `    ${label}`];
}
function sectionLines(section, screen) {
    const title = screen.paint(terminalText(clip(section.title, 200)), 'bold');
    if (section.kind === 'mermaid')
        return [];
    if (section.kind === 'table')
        return [title, ...table(section.columns, section.rows, screen)];
    const items = section.items
        .slice(0, screen.maxRows)
        .flatMap((item) => hang('  - ', terminalText(clip(item, 1500)), screen.width));
    return [title, ...items, ...rest(section.items.length, screen, 'item')];
}
function rest(length, { maxRows }, noun) {
    return length > maxRows ? [`  …and ${count(length - maxRows, `more ${noun}`)}: see the JSON report.`] : [];
}
function hang(lead, text, width) {
    const indent = displayWidth(lead);
    return wrap(text, Math.max(20, width - indent)).map((line, i) => (i === 0 ? lead : ' '.repeat(indent)) + line);
}
function table(columns, rows, screen) {
    const cells = [columns.map((column) => column.title), ...rows.slice(0, screen.maxRows)].map((row) => columns.map((_, i) => terminalText(clip(row[i] ?? '', 1500))));
    const fitting = turnedToFit(cells, screen.width - 2);
    const aligns = fitting === cells
        ? columns.map((column) => column.align ?? 'left')
        : (fitting[0] ?? []).map((_, i) => (i === 0 ? 'left' : 'right'));
    const [head = [], ...body] = tableLines(fitting, aligns, screen.width - 2).map((lines) => lines.map((line) => `  ${line}`));
    return [
        ...head.map((line) => screen.paint(line, 'dim')),
        ...body.flat(),
        ...rest(rows.length, screen, 'row'),
    ];
}

;// CONCATENATED MODULE: ./build/src/kernel/cause-chain.js
function causeChain(error, depth = 0) {
    if (!(error instanceof Error))
        return String(error);
    const own = error.stack ?? error.message;
    return error.cause === undefined || depth > 8
        ? own
        : `${own}\ncaused by: ${causeChain(error.cause, depth + 1)}`;
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
function user_error_placeText(place) {
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
    return new user_error_UserError(`${what} (${error.message})`, { help, cause: error });
}

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = require("node:util");
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
        throw new user_error_UserError(problems.join('; '), {
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

;// CONCATENATED MODULE: ./build/src/cli/arguments.js



const common = {
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
    verbose: { type: 'boolean' },
};
function parseArguments(verb, args) {
    const parsed = parse(verb, args);
    const positionals = parsed.positionals;
    const values = parsed.values;
    if (positionals.length > 0 && verb.positionals === undefined && values['help'] !== true) {
        throw usageError(verb, `${verb.name} takes no arguments, got ${JSON.stringify(positionals[0])}`);
    }
    const fields = Object.fromEntries(Object.entries(verb.options).map(([name, { field }]) => [name, field]));
    return {
        values: fields_readFields(fields, (name) => textOf(values[name]), (name) => `--${name}`),
        positionals,
        json: values['json'] === true,
        help: values['help'] === true,
        verbose: values['verbose'] === true,
    };
}
function parse(verb, args) {
    try {
        return (0,external_node_util_namespaceObject.parseArgs)({
            args: [...args],
            options: { ...specification(verb.options), ...common },
            allowPositionals: true,
            strict: true,
        });
    }
    catch (cause) {
        const message = cause instanceof Error ? cause.message.split('. ', 1)[0] : String(cause);
        throw usageError(verb, message ?? 'The arguments cannot be read', cause);
    }
}
function specification(options) {
    const entries = Object.entries(options).map(([name, { value, multiple }]) => [
        name,
        { type: value === undefined ? 'boolean' : 'string', multiple: multiple === true },
    ]);
    return Object.fromEntries(entries);
}
function textOf(value) {
    if (Array.isArray(value))
        return value.join('\n');
    return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
}
function usageError(verb, message, cause) {
    return new user_error_UserError(message, {
        help: `See model-gates ${verb.name} --help.`,
        ...(cause === undefined ? {} : { cause }),
    });
}

;// CONCATENATED MODULE: ./build/src/cli/help.js
const commonOptions = [
    ['--json', 'Print the report alone, as JSON, on stdout.'],
    ['--verbose', 'Say more on stderr.'],
    ['-h, --help', 'Show this help.'],
];
const exitCodes = `Exit codes:
  0  pass, exempt or skipped
  1  fail
  2  something in the arguments, the repository or the environment must be mended
  3  inconclusive`;
function overview(verbs) {
    const rows = verbs.map(({ name, summary }) => [name, summary]);
    return `model-gates: the gates that a trunk holding a large model can trust

Usage: model-gates <verb> [options]

Verbs:
${columns(rows)}

model-gates <verb> --help tells more.

${exitCodes}
`;
}
function verbHelp(verb) {
    const usage = ['model-gates', verb.name, verb.positionals, '[options]']
        .filter((part) => part !== undefined)
        .join(' ');
    return `${verb.summary}

Usage: ${usage}

Options:
${columns([...optionRows(verb.options), ...commonOptions])}

Examples:
${verb.examples.map((example) => `  ${example}`).join('\n')}

${exitCodes}
`;
}
function optionRows(options) {
    return Object.entries(options).map(([name, option]) => [flagText(name, option), option.help]);
}
function flagText(name, { value }) {
    return value === undefined ? `--${name}` : `--${name} ${value}`;
}
function columns(rows) {
    const width = Math.max(...rows.map(([left]) => left.length));
    return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}

;// CONCATENATED MODULE: ./build/src/cli/log.js

function stderrLog(verbose) {
    const write = (message) => void process.stderr.write(`${message.split('\n').map(terminalText).join('\n')}\n`);
    return {
        info: write,
        debug: verbose ? write : () => undefined,
        warning: (message) => write(`warning: ${message}`),
    };
}

;// CONCATENATED MODULE: ./build/src/kernel/near.js
function nearest(name, names) {
    const limit = Math.min(3, Math.max(1, Math.floor(name.length / 3)));
    let best;
    let bestDistance = limit + 1;
    for (const candidate of names) {
        if (candidate === name || Math.abs(candidate.length - name.length) >= bestDistance)
            continue;
        const distance = editDistance(name, candidate);
        if (distance >= bestDistance)
            continue;
        best = candidate;
        bestDistance = distance;
    }
    return best;
}
function isSlip(name, meant) {
    const [words, others] = [wordsOf(name), wordsOf(meant)];
    if (words.length !== others.length)
        return editDistance(words.join(''), others.join('')) <= 1;
    return words.every((word, index) => isSlipOfWord(word, others[index] ?? ''));
}
function wordsOf(name) {
    const words = name.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
    return words.split(/[^a-z\d]+/).filter((word) => word !== '');
}
function isSlipOfWord(word, other) {
    const length = Math.max(word.length, other.length);
    if (length < 3 && word.length === other.length)
        return word === other;
    return editDistance(word, other) <= (length < 8 ? 1 : 2);
}
function editDistance(a, b) {
    if (a.length > 100 || b.length > 100)
        return Math.max(a.length, b.length);
    let before = [];
    let above = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const replace = at(above, j - 1) + Number(a[i - 1] !== b[j - 1]);
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            const swap = swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY;
            row.push(Math.min(at(above, j) + 1, at(row, j - 1) + 1, replace, swap));
        }
        [before, above] = [above, row];
    }
    return at(above, b.length);
}
function at(row, index) {
    return row[index] ?? Number.POSITIVE_INFINITY;
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

;// CONCATENATED MODULE: ./build/src/policy/rules.js

const policyRules = defineRules('policy', {
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

;// CONCATENATED MODULE: ./build/src/policy/gate-names.js
const gateNames = ['validate-model-config', 'detect-dep-drift', 'regression-gate'];

;// CONCATENATED MODULE: ./build/src/policy/settings.js




const entitledTable = settings({
    users: { kind: globs, default: [], description: 'Logins.' },
    teams: {
        kind: globs,
        default: [],
        description: 'organization/team; needs an App token with members: read.',
    },
    permission: {
        kind: kinds_choice(['write', 'maintain', 'admin']),
        description: 'At least this permission in the repository.',
    },
});
const nobody = defaultsOf(entitledTable);
const anyEntitled = section(entitledTable, { minProperties: 1 });
const entitled = kinds_define('entitled', {
    ...anyEntitled,
    schema: { description: 'Any one of these suffices.', ...anyEntitled.schema },
});
const exemptionTable = settings({
    label: { kind: kinds_text({ min: 1, max: 50 }), required: true, default: '' },
    gates: { kind: kinds_list(kinds_choice(gateNames), { min: 1 }), required: true, default: [] },
    by: { kind: entitled, required: true, default: nobody },
    'author-may': {
        kind: kinds_flag,
        default: false,
        description: 'Whether the author of the pull request may grant it. Default: {default}.',
    },
    'reason-required': {
        kind: kinds_flag,
        default: true,
        description: 'Whether a comment /exempt LABEL because … must say why. Default: {default}.',
    },
    hours: { kind: kinds_number({ above: 0 }), description: 'Hours after which it ends by itself.' },
    sticky: {
        kind: kinds_flag,
        default: false,
        description: 'Whether it survives the next push. Default: {default}.',
    },
    effect: {
        kind: kinds_choice(['lift', 'light']),
        default: 'lift',
        description: '{default} (the default): the gate does not block. light: the evaluation may be on fewer samples, and blocks only where it shows a drop.',
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
        description: "Globs of files on which no evaluation depends; a change of these alone needs none. Default: *.md, docs/**/*.md, LICENSE* and GitHub's own pages.",
    },
});
const hotfixTable = settings({
    branches: {
        kind: globs,
        default: ['hotfix/*'],
        description: 'Globs of head branches. Default: {default}.',
    },
    'release-managers': { kind: entitled, default: nobody, description: 'Who may approve a hotfix.' },
    'required-checks': {
        kind: globs,
        default: [],
        description: 'Checks that must be green on the head commit.',
    },
    evaluation: {
        kind: kinds_choice(['skip', 'light']),
        default: 'skip',
        description: 'Whether an approved hotfix skips its evaluation ({default}, the default) or makes it on fewer samples (light).',
    },
    'evaluate-within-hours': {
        kind: kinds_number({ above: 0 }),
        default: 24,
        description: 'Hours within which the skipped evaluation must follow. Default: {default}.',
    },
});
const branchTable = settings({
    names: {
        kind: globs,
        default: [],
        description: 'Globs that a head branch must match. Default: any name.',
    },
    'warn-hours': {
        kind: kinds_number({ min: 0 }),
        default: 24,
        description: 'Age at which a branch is warned about. Default: {default}.',
    },
    'limit-hours': {
        kind: kinds_number({ min: 0 }),
        default: 72,
        description: 'Age that a branch may not pass. Default: {default}.',
    },
    'over-limit': {
        kind: kinds_choice(['fail', 'warn']),
        default: 'fail',
        description: 'What an older branch gets. Default: {default}.',
    },
    sync: {
        kind: kinds_choice(['merge', 'rebase']),
        default: 'merge',
        description: 'How trunk is brought in. Default: {default}.',
        option: {
            value: 'merge|rebase',
            help: 'How trunk is brought in. Default: branches.sync of the policy, else {default}.',
        },
    },
});
const sweepTable = settings({
    'after-days': {
        kind: kinds_number({ min: 1 }),
        default: 7,
        description: 'Days after the pull request was closed or merged. Default: {default}.',
    },
    'remind-days': {
        kind: kinds_number({ min: 0 }),
        default: 2,
        description: 'Days before the deletion at which the author is reminded. Default: {default}.',
    },
    'keep-label': {
        kind: kinds_name,
        default: 'keep-branch',
        description: 'Label of a pull request whose branch is kept. Default: {default}.',
    },
    'at-most': {
        kind: kinds_integer({ min: 1, max: 500 }),
        default: 20,
        description: 'Branches deleted, and reminders written, in one run. Default: {default}.',
    },
    protect: {
        kind: globs,
        default: ['main', 'master', 'release/*', 'model-lineage'],
        description: 'Globs of branches that are never touched.',
    },
});
const sweepDefaults = defaultsOf(sweepTable);
const versioningTable = settings({
    prefix: {
        kind: kinds_text({ max: 100 }),
        field: fields_text('a prefix'),
        default: '',
        description: 'In front of v2.3.1, for several models in one repository.',
        input: 'In front of every version, for several models in one repository: `qwen3-vl/`.',
        option: { value: 'TEXT', help: 'In front of every version: qwen3-vl/.' },
    },
});
const trunkSections = settings({
    plan: {
        kind: section(planTable),
        default: defaultsOf(planTable),
        description: 'What needs no evaluation.',
    },
    exemptions: {
        kind: kinds_list(section(exemptionTable), { max: 50 }),
        default: [],
        description: 'Labels that lift gates when someone entitled put them on the head commit as it is. Each use is told with who, when and on which SHA.',
    },
    hotfix: {
        kind: section(hotfixTable),
        default: defaultsOf(hotfixTable),
        description: 'Hotfix branches may merge before their evaluation, when a release manager approves the head commit.',
    },
    branches: {
        kind: section(branchTable),
        default: defaultsOf(branchTable),
        description: 'How long branches may live and what they may be called.',
    },
    sweep: {
        kind: section(sweepTable),
        default: defaultsOf(sweepTable),
        description: 'When the branches of closed pull requests are deleted.',
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
        throw new user_error_UserError(`The policy cannot be read: ${reason}`, {
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

;// CONCATENATED MODULE: ./build/src/report/make.js

function makeReport({ findings = [], verdict = verdictOf(findings), ...parts }) {
    return { schema: 1, verdict, findings, ...parts };
}
function withFindings(report, findings) {
    const first = findings.find(({ severity }) => severity === 'error');
    const broken = first === undefined ? {} : { verdict: 'fail', title: first.message };
    return { ...report, ...broken, findings: [...findings, ...report.findings] };
}

;// CONCATENATED MODULE: ./build/src/policy/policy-path.js
const policyPath = '.github/model-gates.yml';

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = require("node:fs/promises");
;// CONCATENATED MODULE: ./build/src/check/compare-trees.js
async function compareTrees(base, head) {
    const [before, after] = await Promise.all([base.list(), head.list()]);
    const paths = [...new Set([...before, ...after])].toSorted();
    const present = { base: new Set(before), head: new Set(after) };
    const files = [];
    for (const path of paths) {
        if (!present.base.has(path))
            files.push({ status: 'added', path });
        else if (!present.head.has(path))
            files.push({ status: 'deleted', path });
        else if (!(await sameBytes(base, head, path)))
            files.push({ status: 'modified', path });
    }
    return { base, head, files, commits: () => Promise.resolve([]) };
}
function unchanged(tree) {
    return { base: tree, head: tree, files: [], commits: () => Promise.resolve([]) };
}
async function sameBytes(base, head, path) {
    const [before, after] = await Promise.all([base.read(path), head.read(path)]);
    return before !== undefined && after !== undefined && Buffer.from(before).equals(after);
}

;// CONCATENATED MODULE: external "../lib/picomatch/index.js"
const index_js_namespaceObject = require("../lib/picomatch/index.js");
var index_js_default = /*#__PURE__*/__nccwpck_require__.n(index_js_namespaceObject);
;// CONCATENATED MODULE: ./build/src/kernel/globs.js

function globMatcher(globs) {
    const exclusions = globs.filter(isExclusion).map((glob) => glob.slice(1));
    const inclusions = globs.filter((glob) => !isExclusion(glob));
    if (exclusions.length > 0 && inclusions.length === 0)
        inclusions.push('**');
    const wanted = index_js_default()(inclusions, { dot: true });
    const unwanted = index_js_default()(exclusions, { dot: true });
    return (path) => wanted(path) && !unwanted(path);
}
function isExclusion(glob) {
    return glob.startsWith('!') && !glob.startsWith('!(');
}

;// CONCATENATED MODULE: ./build/src/kernel/matching.js

function matchingPaths(paths, globs) {
    return paths.filter(globMatcher(globs));
}

;// CONCATENATED MODULE: ./build/src/regression/pinned.js
function entryOf(entry) {
    if (isLatestRelease(entry))
        return { ref: entry, path: '' };
    const [, ref, path] = /^([^\s:*?[\]{}()!\\.~^/-][^\s:*?[\]{}()!\\~^]*):(.+)$/s.exec(entry) ?? [];
    return ref === undefined || path === undefined ? { path: entry } : { ref, path };
}
function isLatestRelease(ref) {
    return /^(?:.*\/)?latest-release$/.test(ref);
}
function isPinned(entries) {
    return entries.some((entry) => entryOf(entry).ref !== undefined);
}
function globsOf({ baseline, candidate }) {
    const paths = baseline.map((entry) => entryOf(entry).path).filter((path) => path !== '');
    return paths.length > 0 ? paths : candidate;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_namespaceObject);
;// CONCATENATED MODULE: ./build/src/runner/ledger/recorded-evaluations.js
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

;// CONCATENATED MODULE: ./build/src/runner/scratch.js





const maxBytes = 1024 * 1024 * 1024;
function scratchFolder(parent = (0,external_node_os_.tmpdir)()) {
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
    throw new user_error_UserError(`${external_node_path_default().basename(file)} is no file, or larger than 1 GiB`, {
        help: 'Let the evaluation write JSON, JSONL or CSV to {out}.',
    });
}

;// CONCATENATED MODULE: ./build/src/runner/repository-ports.js






function repositoryPorts(repository, change, temp, openLedger) {
    const parent = temp === undefined || temp === '' ? (0,external_node_os_.tmpdir)() : temp;
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

;// CONCATENATED MODULE: ./build/src/cli/change.js









async function openBranch(terminal, base, head) {
    const { onDisk } = await gitLibrary();
    const repository = await currentRepository(terminal);
    const baseSha = await repository.resolve(base);
    const headSha = head === undefined ? onDisk : await repository.resolve(head);
    const change = await repository.changeSet({ base: baseSha, head: headSha });
    const policy = await loadPolicy(repository.tree(baseSha), policyPath);
    const ports = await portsOf(terminal, change, repository.workingTree());
    const fromClone = repositoryPorts(repository, change, undefined, () => currentLedger(terminal));
    return { ports: { ...ports, ...fromClone }, policy };
}
async function openFolders(terminal, before, after) {
    const change = await compareTrees(before, after);
    return { ports: await portsOf(terminal, change, after), policy: await loadPolicy(before, policyPath) };
}
async function openResults(terminal, before, after) {
    const change = { ...unchanged(after), base: before };
    return { ports: await portsOf(terminal, change, after), policy: await loadPolicy(before, policyPath) };
}
async function openFiles(terminal) {
    const tree = await currentFolder(terminal);
    const policy = await loadPolicy(tree, policyPath);
    return { ports: await portsOf(terminal, unchanged(tree), tree), policy };
}
async function currentFolder({ cwd }) {
    return (await gitLibrary()).folderTree(cwd);
}
async function currentRepository({ cwd, log }, remote) {
    const { openRepository } = await gitLibrary();
    return openRepository({ cwd, log, ...(remote === undefined ? {} : { remote }) });
}
async function currentLedger({ cwd, log }, remote) {
    const { openLedger } = await gitLibrary();
    return openLedger({ cwd, log, ...(remote === undefined ? {} : { remote }) });
}
const gitLibrary = () => Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
async function pathTree(path) {
    const isFolder = await (0,promises_namespaceObject.stat)(path).then((found) => found.isDirectory(), () => false);
    const { fileTreeOf, folderTree } = await gitLibrary();
    return isFolder ? folderTree(path) : fileTreeOf(path);
}
async function resultsTree(terminal, place) {
    const { ref, path } = entryOf(place);
    if (ref === undefined || (0,external_node_fs_namespaceObject.existsSync)(place))
        return pathTree(place);
    const repository = await currentRepository(terminal);
    const tree = repository.tree(await repository.resolve(ref), ref);
    const files = matchingPaths(await tree.list(), [path, `${path.replace(/\/$/, '')}/**`]);
    if (files.length > 0)
        return { ...tree, list: () => Promise.resolve(files) };
    throw new user_error_UserError(`${ref} has no file ${path}`, {
        help: 'Write the path from the top of the repository: main:evals/mmmu.jsonl, v2.3.0:evals/*.jsonl.',
    });
}
async function portsOf(terminal, change, workspace) {
    const { commands } = await gitLibrary();
    return { change, workspace, log: terminal.log, commands, now: Date.now };
}

;// CONCATENATED MODULE: ./build/src/cli/trunk.js



async function trunkOf(repository, given) {
    if (given !== undefined)
        return { name: given, sha: await tipOf(repository, given) };
    const name = await repository.remoteBranches.main();
    if (name === undefined)
        throw new user_error_UserError('Nothing here tells which branch is trunk.', {
            help: 'Name it: `--trunk NAME`; or let the clone learn it: `git remote set-head origin --auto`.',
        });
    const sha = await tipOf(repository, name);
    const { policy } = await loadPolicy(repository.tree(sha), policyPath);
    return policy.trunk === undefined || policy.trunk === name
        ? { name, sha }
        : { name: policy.trunk, sha: await tipOf(repository, policy.trunk) };
}
async function tipOf(repository, name) {
    const known = (await repository.remoteBranches.known()).find((branch) => branch.name === name);
    return known?.sha ?? repository.resolve(name);
}

;// CONCATENATED MODULE: ./build/src/cli/verb.js
function defineVerb(verb) {
    return verb;
}

;// CONCATENATED MODULE: ./build/src/cli/verbs/branch.js







const branchVerb = defineVerb({
    name: 'branch',
    positionals: '[BRANCH]',
    summary: 'Tells name, age, distance to trunk and predicted conflicts of a branch, from git alone, as of the last fetch.',
    options: {
        trunk: {
            field: fields_text('a branch'),
            value: 'NAME',
            help: 'The main branch. Default: that of the policy, else of the remote.',
        },
        'compare-at-most': {
            field: integer({ min: 0, max: 100 }),
            value: 'N',
            help: 'Other branches of the remote with which conflicts are predicted. Default: 50, the last changed first.',
        },
    },
    examples: ['git fetch && model-gates branch', 'model-gates branch feature/router --json'],
    async run(values, [name], terminal) {
        const { checkBranch, noBranch } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 100, 23));
        const repository = await currentRepository(terminal);
        const trunk = await trunkOf(repository, values.trunk);
        const policy = await loadPolicy(repository.tree(trunk.sha), policyPath);
        const current = await repository.head();
        const branch = name ?? current.branch ?? 'HEAD';
        const head = name === undefined ? current.sha : await repository.resolve(name);
        if (branch === trunk.name)
            return { report: noBranch(`${branch} is trunk itself: there is no branch to judge`) };
        const request = {
            branch,
            head,
            trunk: trunk.name,
            base: trunk.sha,
            policy: policy.policy,
            others: await otherBranches(repository, trunk, branch, head),
            limits: { compared: values['compare-at-most'] ?? 50, tried: 10 },
        };
        const report = await checkBranch(request, { git: repository.merges, log: terminal.log, now: Date.now });
        return { report: withFindings(report, policy.findings) };
    },
});
async function otherBranches({ remoteBranches }, trunk, branch, head) {
    const known = await remoteBranches.known(trunk.sha);
    return known
        .filter(({ name, sha }) => name !== trunk.name && name !== branch && sha !== head)
        .map(({ name, sha }) => ({ name, head: sha }));
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

;// CONCATENATED MODULE: ./build/src/report/error-report.js



function errorReport(gate, error) {
    const finding = errorFinding(error);
    return makeReport({
        gate,
        title: `Could not judge: ${error_report_firstSentence(finding.message)}`,
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
function error_report_firstSentence(message) {
    const line = message.split('\n', 1)[0] ?? '';
    return line.length > 160 ? `${line.slice(0, 159)}…` : line;
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
        description: 'Such as `num_experts % expert_parallel_size == 0`.',
    },
    message: { kind: kinds_text({ max: 500 }) },
    severity: { kind: kinds_choice(['error', 'warning', 'notice']) },
});
const configTable = settings({
    files: {
        kind: globs,
        default: ['configs/**/*.{yaml,yml,json}', '**/config.json'],
        description: 'Globs of the config files. A glob behind ! takes out what the others take in.',
        input: 'Config files, as globs; one a line or separated by commas.',
    },
    dialect: {
        kind: kinds_choice(dialects),
        default: 'pyyaml',
        description: 'How the training code reads YAML.',
        input: 'How the training code reads YAML: {choices}.',
        option: { value: 'NAME', help: 'How the training code reads YAML: {choices}.' },
    },
    registry: {
        kind: path,
        default: '.github/model-registry.yml',
        description: 'Path of the registry of model parameters.',
        input: true,
        option: { value: 'FILE', help: 'Registry of model parameters.' },
    },
    schema: {
        kind: path,
        description: "Path of the team's own JSON Schema, applied beside the registry.",
        input: true,
        option: { value: 'FILE', help: 'A JSON Schema of your own, applied beside the registry.' },
    },
    strict: {
        kind: kinds_flag,
        default: true,
        description: 'Unregistered parameters fail (true, the default) or warn (false).',
        input: '`true`: an unregistered parameter fails. `false`: it warns.',
        option: { help: 'Unregistered parameters fail instead of warn.' },
    },
    family: {
        kind: kinds_name,
        field: fields_text('a family, auto or none'),
        default: 'auto',
        description: 'A model family, {default} (the default) or none.',
        input: 'Model family whose rules apply, `auto` (by `model_type` and `architectures`) or `none`.',
        option: { value: 'NAME', help: 'Model family whose rules apply, {default} (default) or none.' },
    },
    rules: {
        kind: map(section(ruleSetting), '^config/[a-z0-9-]+$'),
        default: {},
        description: 'Rule id to severity or off, with the reason why.',
    },
    expressions: {
        kind: kinds_list(section(expressionRule), { max: 200 }),
        default: [],
        description: "The team's own cross-field rules.",
    },
    checkpoint: {
        kind: path,
        description: 'A safetensors file, index or folder that the config must fit.',
        input: 'A safetensors file, a sharded index or a folder that the config must fit. Only headers are read.',
        option: { value: 'PATH' },
    },
    structural: {
        kind: kinds_choice(['allow', 'needs-reason']),
        default: 'allow',
        description: 'needs-reason: a structural change fails unless the registry states the reason for exactly the new value. Default: {default}.',
    },
    'expect-parameters': {
        kind: kinds_text({ max: 60 }, 'a number of parameters'),
        description: 'Such as 31.07B ± 0.5%.',
        input: 'Total that the config must have, such as `31.07B ± 0.5%`.',
        option: { value: 'TEXT', help: 'Total that the config must have: "31.07B ± 0.5%".' },
    },
});
const configDefaults = defaultsOf(configTable);

;// CONCATENATED MODULE: ./build/src/dependencies/settings.js


const consequence = kinds_choice(['fail', 'warn', 'pass']);
const consequences = kinds_define('consequences', map(consequence));
const pairRow = settings({
    pair: { kind: kinds_name, required: true, description: 'Name of the pair; a built-in one is replaced.' },
    package: { kind: kinds_name, required: true, description: 'Where this package …' },
    versions: { kind: kinds_name, required: true, description: '… satisfies this range,' },
    needs: { kind: map(kinds_name), required: true, description: 'these packages must satisfy theirs.' },
    severity: { kind: kinds_choice(['error', 'warning']) },
    source: { kind: path, required: true, description: 'Where this is known from.' },
});
const dependencyTable = settings({
    files: {
        kind: globs,
        default: [],
        description: 'Globs of lock files, manifests and Dockerfiles; a glob behind ! takes out. Default: every known file name.',
        input: 'Lock files, manifests and Dockerfiles, as globs. Default: every known file name.',
    },
    watch: {
        kind: globs,
        description: 'Replaces the default list of watched packages.',
        input: 'Packages to watch instead of the default list; `*` is a wildcard.',
        option: { value: 'NAMES', help: 'Packages to watch instead of the default list; * is a wildcard.' },
    },
    'also-watch': {
        kind: globs,
        default: [],
        description: 'Added to the watched packages.',
        input: 'Packages to watch beside the default list.',
        option: { value: 'NAMES', help: 'Packages to watch beside the default list.' },
    },
    classes: { kind: consequences, default: {}, description: 'Class of a move to its consequence.' },
    packages: {
        kind: map(consequences),
        default: {},
        description: 'Package to class to consequence, over classes.',
    },
    'allow-file': {
        kind: path,
        default: '.github/dependency-moves.txt',
        description: 'File of lines such as `torch 2.9.1 -> 2.10.0` that state which moves are meant.',
        input: true,
        option: { value: 'FILE', help: 'File of lines such as "torch 2.9.1 -> 2.10.0".' },
    },
    bots: {
        kind: globs,
        default: [],
        description: 'Authors whose pull requests only update dependencies.',
    },
    'bot-branches': {
        kind: globs,
        default: [],
        description: 'Head branches, as globs, that only update dependencies.',
    },
    locks: {
        kind: globs,
        default: [],
        description: 'Globs of files that a resolver writes although nothing in them says so: their pins are results, never requests.',
    },
    pairs: {
        kind: kinds_list(section(pairRow), { max: 1000 }),
        default: [],
        description: 'Packages that only work together, over or beside the built-in pairs.',
    },
    'ignore-pairs': { kind: globs, default: [], description: 'Names of pairs that are not judged.' },
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
        description: 'Where the model runs, as marker variables (sys_platform: linux); default CPython on Linux, x86_64.',
    },
    environment: {
        kind: kinds_flag,
        default: false,
        description: 'Also judge the installed environment of the job: pip inspect and pip check.',
        input: '`true`: also judge the installed environment of the job with pip inspect and pip check.',
    },
    python: {
        kind: path,
        description: 'The interpreter to judge; default python.',
        input: 'The interpreter whose environment is judged. Default: python.',
    },
    snapshot: {
        kind: path,
        description: "pip inspect of the base's environment, to compare the installed one with.",
        input: 'Output of `pip inspect` in the environment of the base, to compare the installed one with.',
    },
});
const dependencyDefaults = defaultsOf(dependencyTable);

;// CONCATENATED MODULE: ./build/src/regression/settings.js





const mode = kinds_choice(['paired', 'strict', 'non-inferiority']);
const atMergeBase = {
    expects: 'paths at the merge base (REF:PATH is taken from the policy alone)',
    parse: (raw) => {
        const paths = list.parse(raw);
        return paths === undefined || isPinned(paths) ? undefined : paths;
    },
};
const regressionTable = settings({
    candidate: {
        kind: globs,
        default: [],
        description: 'Globs of the result files of the change.',
        input: 'Result files of this change, as globs; shards are merged.',
    },
    baseline: {
        kind: globs,
        field: atMergeBase,
        default: [],
        description: 'Globs of the result files at the merge base, or of another state of trunk: main:evals/*.jsonl, v2.3.0:evals/*.jsonl, latest-release:evals/*.jsonl. Default: the same as candidate.',
        input: 'Result files at the merge base, as globs; another state of trunk (`main:evals/*.jsonl`) is for the policy to name. Default: the same paths as `candidate`.',
    },
    anchor: {
        kind: kinds_text({ min: 1 }, 'latest-release, a path or ref:path'),
        description: 'Pinned results (`latest-release`, a path, or `ref:path`) against which slow erosion is measured.',
        input: true,
    },
    metrics: {
        kind: globs,
        default: [],
        description: 'Metrics to judge. Default: what the results carry.',
        input: 'Metrics to judge, such as `f1, accuracy`. Default: what the results carry.',
        option: {
            value: 'NAME',
            help: 'Metric to judge, such as f1 or accuracy. Default: what the results carry.',
        },
    },
    mode: {
        kind: mode,
        default: 'paired',
        input: '{choices}.',
        option: { value: 'NAME', help: '{choices}.' },
    },
    tolerance: {
        kind: kinds_number({ min: 0 }),
        default: 0.5,
        description: 'Largest drop that is tolerated.',
        input: true,
        option: { value: 'T', help: 'Largest drop that is tolerated. Default: {default}.' },
    },
    margin: {
        kind: kinds_number({ min: 0 }),
        default: 2,
        description: 'A drop this large must be excluded for a pass.',
        input: true,
        option: { value: 'M', help: 'A drop this large must be excluded for a pass. Default: {default}.' },
    },
    unit: {
        kind: kinds_choice(['points', 'percent']),
        default: 'points',
        description: 'Unit of tolerance and margin.',
        input: '{choices}, of tolerance and margin.',
        option: { value: 'NAME', help: '{choices}, of tolerance and margin.' },
    },
    alpha: {
        kind: kinds_number({ above: 0, max: 0.5 }),
        field: number({ min: 0.000_001, max: 0.5 }),
        default: 0.05,
        description: 'One-sided significance level.',
        input: true,
        option: { value: 'A', help: 'One-sided significance level. Default: {default}.' },
    },
    'on-inconclusive': {
        kind: kinds_choice(['auto', 'fail', 'warn', 'pass']),
        default: 'auto',
        input: '{choices}.',
    },
    seed: {
        kind: kinds_integer({ min: 0 }),
        default: 1,
        description: 'Seed of the bootstrap.',
        input: true,
        option: { value: 'N', help: 'Seed of the bootstrap. Default: {default}.' },
    },
    looks: {
        kind: kinds_list(kinds_integer({ min: 1 }), { min: 1, max: 20 }),
        field: numbers,
        description: 'Numbers of samples at which the gate may look, rising. While undecided it asks for the next.',
        input: 'Numbers of samples at which the gate may look, rising: `500, 1000, 1500, 2000`. While undecided it asks for the next.',
    },
    evaluate: {
        kind: kinds_text({ min: 1, max: 4096 }, 'a command'),
        description: 'Command that evaluates the candidate: {ids} is a file with one sample id a line, {out} the file to write results to.',
        input: 'Command that evaluates the candidate, such as `python eval.py --ids {ids} --out {out}`. Run round by round, without a shell, until the gate can decide. Default: the results are already there.',
    },
    pool: {
        kind: path,
        description: 'File at the merge base with one sample id a line, for evaluate.',
        input: 'File at the merge base with one sample id a line: what `evaluate` may evaluate where the baseline has no results yet.',
    },
    'time-budget': {
        kind: kinds_number({ min: 0 }),
        description: 'Minutes after which no further round of `evaluate` begins.',
        input: true,
    },
});
const regressionDefaults = defaultsOf(regressionTable);

;// CONCATENATED MODULE: ./build/src/check/definitions.js




const configGate = {
    name: 'validate-model-config',
    table: configTable,
    defaults: configDefaults,
    section: (policy) => policy.config,
    load: async () => (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 466, 23))).judgeConfig,
};
const dependencyGate = {
    name: 'detect-dep-drift',
    table: dependencyTable,
    defaults: dependencyDefaults,
    section: (policy) => policy.dependencies,
    fromEvent: intentOf,
    load: async () => (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 71, 23))).judgeDependencies,
};
const regressionGate = {
    name: 'regression-gate',
    table: regressionTable,
    defaults: regressionDefaults,
    section: (policy) => policy.regression,
    fromEvent: ({ kind }) => ({ merged: kind === 'push' }),
    load: async () => (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 267, 23))).judgeRegression,
};
function intentOf({ pullRequest, headRef }) {
    if (pullRequest === undefined)
        return {};
    const branch = headRef === undefined || pullRequest.fork ? {} : { headBranch: headRef };
    return { author: pullRequest.author, ...branch };
}
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
const feedbackGoalMs = 10 * 60_000;
function feedbackOf(durationMs) {
    return { durationMs, goalMs: feedbackGoalMs, withinGoal: durationMs <= feedbackGoalMs };
}
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

;// CONCATENATED MODULE: ./build/src/policy/owed.js



function holdsBack(word, headSha) {
    if (word === undefined)
        return undefined;
    if (!word.read)
        return 'the ledger could not be read, so nobody knows what earlier hotfixes still owe';
    const overdue = word.owed.find(({ state, sha }) => state === 'overdue' && sha !== headSha);
    return overdue === undefined ? undefined : `the evaluation of ${nameOf(overdue)} is overdue`;
}
function owedFindings(word) {
    if (word === undefined)
        return [];
    if (!word.read)
        return [ledgerUnread(word.reason)];
    return overdueFindings(word.owed, 'warning');
}
function overdueFindings(owed, severity) {
    return owed
        .filter(({ state }) => state === 'overdue')
        .map((one) => rules_trunkRules['evaluation-overdue'].finding({
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
    return rules_trunkRules['ledger-unread'].finding({
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

;// CONCATENATED MODULE: ./build/src/policy/hotfix.js



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
function mayGoWithout({ hotfix }, { approval, notGreen }) {
    return hotfix.evaluation === 'skip' && approval !== undefined && notGreen.length === 0;
}
const noManagers = rules_trunkRules['hotfix-without-managers'].finding({
    message: 'This is a hotfix branch, but the policy names no release managers: every gate runs as for any other change.',
    help: 'Name them in the policy: hotfix.release-managers.',
});
function needsApproval(sha) {
    return rules_trunkRules['hotfix-needs-approval'].finding({
        message: `A hotfix needs the approval of a release manager on its head commit ${sha.slice(0, 8)}, and has none.`,
        help: 'Ask a release manager who is not the author to approve this commit; a later push needs a new approval.',
    });
}
function checkNotGreen({ name, state }) {
    return rules_trunkRules['hotfix-check-not-green'].finding({
        message: `The check "${name}", which the policy requires of a hotfix, is ${state} on the head commit.`,
        help: 'Wait for it, or mend what it found, then run this step again.',
    });
}

;// CONCATENATED MODULE: ./build/src/policy/mode.js

function modeOf(event, policy) {
    const { pullRequest, headRef = '', baseRef = '' } = event;
    if (pullRequest?.draft === true)
        return 'draft';
    const isRelease = baseRef.startsWith('release/');
    const isHotfix = pullRequest?.fork === false && policy.hotfix.branches.some((glob) => index_js_default().isMatch(headRef, glob));
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

;// CONCATENATED MODULE: ./build/src/policy/paths.js




function notApplicable(gate, policy, paths) {
    if (paths === undefined || paths.length === 0)
        return undefined;
    const { touches, nothing } = looks[gate];
    try {
        return paths.some(touches(policy)) ? undefined : nothing;
    }
    catch {
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
            return (path) => environment || mayHoldDependencies(path) || path === allowFile || matches(path);
        },
        nothing: 'no lock, manifest or Dockerfile changed',
    },
    'regression-gate': {
        touches: ({ plan, regression }) => {
            const { candidate, baseline, anchor = '' } = { ...regressionDefaults, ...regression };
            const results = [candidate, baseline].map(globMatcher);
            const harmless = globMatcher(plan.harmless);
            return (path) => results.some((matches) => matches(path)) || path === anchor || !harmless(path);
        },
        nothing: 'only files changed on which no evaluation depends (plan.harmless)',
    },
};
function mayHoldDependencies(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return /\.(?:lock|toml|txt|in|cfg|ya?ml|json)$|lock|docker|container|pipfile|require|constraint|conda|^setup\.py$/i.test(name);
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
        rules_trunkRules['exemption-refused'].finding({
            message: `The label "${rule.label}" lifts nothing: ${reason}.`,
            help: 'The policy of the base branch says who may lift which gate (exemptions).',
        }),
    ];
}

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
    return (a, b) => time(a) - time(b) || rank(a) - rank(b) || compareText(a.by.toLowerCase(), b.by.toLowerCase());
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
    if (modeOf(event, policy) !== 'hotfix')
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
        .toSorted((a, b) => compareText(b.at ?? '', a.at ?? ''))
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

;// CONCATENATED MODULE: ./build/src/policy/gate/lifted.js

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






async function makePlan(event, policy, source, ports) {
    const { subject, authority, findings } = await readSubject(event, policy, source, ports).catch((error) => ({ subject: event, authority: noAuthority, findings: [unread(error)] }));
    const plan = planGates(subject, policy, authority, changedPaths(ports.change.files));
    return { ...plan, findings: [...plan.findings, ...findings] };
}
async function readSubject(event, policy, source, ports) {
    const subject = await subjectOf(event, policy, source);
    return { subject, authority: await readAuthority(subject, policy, source, ports), findings: [] };
}
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
    const { message, help } = errorFinding(error);
    return rules_trunkRules['authority-unread'].finding({
        message: `Exemptions and approvals could not be read, so none holds: ${message}`,
        help,
    });
}
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
    const parts = { gate, title: `Not run: ${reason}`, facts: {} };
    return exemption === undefined
        ? makeReport({ ...parts, verdict: 'skipped' })
        : makeReport({ ...parts, verdict: 'exempt', exemption });
}

;// CONCATENATED MODULE: ./build/src/check/check.js







const gateName = 'model-gates';
async function check(request, ports) {
    const started = ports.now();
    const { event, pullRequest } = request;
    const { policy, findings } = request.policy;
    const given = { values: {}, over: 'defaults', event };
    const plan = await makePlan(event, policy, pullRequest, ports);
    const [reports, changes] = await Promise.all([
        Promise.all(plan.gates.map((planned) => runPlanned(planned, () => runners[planned.gate](given, policy, ports), ports))),
        policyChangeFindings(ports.change.head, ports.change.files, request.policyFile).catch((error) => [errorFinding(error)]),
    ]);
    return summarise(plan, reports, [...findings, ...plan.findings, ...changes], ports.now() - started);
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
    return makeReport({
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
    });
}
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

;// CONCATENATED MODULE: ./build/src/cli/verbs/check.js





const local = { kind: 'local', name: 'local' };
const checkVerb = defineVerb({
    name: 'check',
    summary: 'Runs every gate on this branch: the verdict that its pull request would get.',
    options: {
        base: {
            field: fields_text('a commit, branch or tag'),
            value: 'REF',
            help: 'Compare with the merge base of REF and the head. Default: main.',
        },
        head: {
            field: fields_text('a commit, branch or tag'),
            value: 'REF',
            help: 'Judge this commit instead of the files on disk.',
        },
    },
    examples: ['model-gates check --base main', 'model-gates check --base origin/main --json'],
    async run(values, _positionals, terminal) {
        const { ports, policy } = await openBranch(terminal, values.base ?? 'main', values.head);
        return { report: await check({ event: local, policy, policyFile: policyPath }, ports) };
    },
});

;// CONCATENATED MODULE: ./build/src/cli/option-of.js



function optionOf(setting) {
    const { option, description = '' } = setting;
    const field = fieldOf(setting);
    return {
        field: fieldOf(setting),
        help: plainText(setting, option?.help ?? description),
        multiple: field === list,
        ...(option?.value === undefined ? {} : { value: option.value }),
    };
}

;// CONCATENATED MODULE: ./build/src/cli/verbs/config.js








const configVerb = defineVerb({
    name: 'config',
    positionals: 'FILE…',
    summary: 'Judges model configs as the training code will read them.',
    options: {
        dialect: optionOf(configTable.dialect),
        registry: optionOf(configTable.registry),
        schema: optionOf(configTable.schema),
        family: optionOf(configTable.family),
        strict: optionOf(configTable.strict),
        checkpoint: optionOf(configTable.checkpoint),
        'expect-parameters': optionOf(configTable['expect-parameters']),
        base: {
            field: fields_text('a commit, branch or tag'),
            value: 'REF',
            help: 'Tell what changed since the merge base with REF.',
        },
        explain: {
            field: flag,
            help: 'Print every value as the training code will read it, as JSON, and judge nothing.',
        },
        'write-registry': { field: flag, help: 'Print a registry derived from the files, and judge nothing.' },
    },
    examples: [
        'model-gates config configs/qwen3_vl_30b.yaml',
        'model-gates config --explain configs/train.yaml',
        'model-gates config --base main configs/train.yaml',
    ],
    async run(values, files, terminal) {
        if (files.length === 0)
            throw new user_error_UserError('No config file was named.', { help: 'model-gates config FILE…' });
        const { base, explain, 'write-registry': writeRegistry, ...settings } = values;
        const { ports, policy } = base === undefined ? await openFiles(terminal) : await openBranch(terminal, base);
        const dialect = settings.dialect ?? policy.policy.config.dialect ?? 'pyyaml';
        if (explain === true)
            return { text: await explained(files, dialect, terminal) };
        if (writeRegistry === true)
            return { text: await registryOf(files, dialect, terminal) };
        const given = { values: { ...settings, only: files.map(forwardSlashes) }, over: 'policy' };
        const report = await runGate(configGate, given, policy.policy, ports);
        return { report: withFindings(report, policy.findings) };
    },
});
async function explained(files, dialect, terminal) {
    const { explain } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 466, 23));
    const documents = await readDocuments(files, dialect, terminal);
    const entries = documents.flatMap((document) => explain(document));
    return `${JSON.stringify(entries, undefined, 2)}\n`;
}
async function registryOf(files, dialect, terminal) {
    const { deriveRegistry } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 466, 23));
    return deriveRegistry(await readDocuments(files, dialect, terminal));
}
async function readDocuments(files, dialect, terminal) {
    const { readDocument } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 466, 23));
    const tree = await currentFolder(terminal);
    return Promise.all(files.map(async (given) => {
        const file = forwardSlashes(given);
        const bytes = await tree.read(file);
        if (bytes === undefined)
            throw new user_error_UserError(`${file} does not exist.`);
        const document = readDocument(bytes, { file, dialect: file.endsWith('.json') ? 'json' : dialect });
        if (document.root !== undefined)
            return document;
        const { message = 'it cannot be read', help, line, column } = document.findings[0] ?? {};
        const place = {
            file,
            ...(line === undefined ? {} : { line }),
            ...(column === undefined ? {} : { column }),
        };
        throw new user_error_UserError(message, { place, ...(help === undefined ? {} : { help }) });
    }));
}
function forwardSlashes(file) {
    return file.replaceAll('\\', '/').replace(/^\.\//, '');
}

;// CONCATENATED MODULE: ./build/src/runner/publish/write-page.js



async function writePage(file, text, inside) {
    try {
        const place = await write_page_placeOf(external_node_path_default().resolve(file), inside);
        const there = await (0,promises_namespaceObject.lstat)(place).catch(() => undefined);
        if (there !== undefined && !there.isFile())
            throw new user_error_UserError(`${file} is there, and is no regular file.`, {
                help: 'Name another file, or remove what is there.',
            });
        await replace(place, text);
        return place;
    }
    catch (cause) {
        if (cause instanceof user_error_UserError)
            throw cause;
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new user_error_UserError(`${file} cannot be written: ${reason}`, {
            help: 'Name a file in a folder that may be written.',
            cause,
        });
    }
}
async function write_page_placeOf(file, inside) {
    const folder = external_node_path_default().dirname(file);
    if (inside !== undefined) {
        const relative = external_node_path_default().relative(await (0,promises_namespaceObject.realpath)(inside), await resolved(folder));
        if (relative === '..' || relative.startsWith(`..${(external_node_path_default()).sep}`) || external_node_path_default().isAbsolute(relative))
            throw new user_error_UserError(`${file} lies outside of the workspace.`, {
                help: 'Give a path below the workspace.',
            });
    }
    await (0,promises_namespaceObject.mkdir)(folder, { recursive: true });
    return external_node_path_default().join(await (0,promises_namespaceObject.realpath)(folder), external_node_path_default().basename(file));
}
async function resolved(folder) {
    const real = await (0,promises_namespaceObject.realpath)(folder).catch(() => undefined);
    if (real !== undefined)
        return real;
    const parent = external_node_path_default().dirname(folder);
    return parent === folder ? folder : external_node_path_default().join(await resolved(parent), external_node_path_default().basename(folder));
}
async function replace(place, text) {
    const unfinished = `${place}.${process.pid}-${performance.now()}.tmp`;
    try {
        await (0,promises_namespaceObject.writeFile)(unfinished, text, { flag: 'wx' });
        await (0,promises_namespaceObject.rename)(unfinished, place);
    }
    catch (error) {
        await (0,promises_namespaceObject.rm)(unfinished, { force: true });
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/cli/forge.js

async function forgeOf({ environment }, { remoteBranches }, given) {
    const token = environment['GITHUB_TOKEN'] || environment['GH_TOKEN'];
    if (token === undefined || token === '')
        throw new user_error_UserError('There is no token: which branches may go is known to GitHub only.', {
            help: 'Set GITHUB_TOKEN, for instance: `GITHUB_TOKEN=$(gh auth token) model-gates sweep`.',
        });
    const remote = parseRemote((await remoteBranches.url()) ?? '');
    const repository = given ?? (environment['GITHUB_REPOSITORY'] || remote?.repository);
    if (repository === undefined)
        throw new user_error_UserError('Nothing here tells which repository on GitHub this is.', {
            help: 'Give it: `--repository OWNER/NAME`.',
        });
    return { token, repository, apiUrl: environment['GITHUB_API_URL'] || apiOf(remote?.host) };
}
function parseRemote(url) {
    const found = /^(?:https?|ssh):\/\/(?:[^@/]*@)?([\w.-]+)(?::\d+)?\/([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url) ??
        /^(?:[\w.-]+@)([\w.-]+):([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url);
    const [, host, repository] = found ?? [];
    return host === undefined || repository === undefined ? undefined : { host, repository };
}
function apiOf(host) {
    return host === undefined || host === 'github.com' ? 'https://api.github.com' : `https://${host}/api/v3`;
}

;// CONCATENATED MODULE: ./build/src/cli/verbs/dashboard.js







const dashboardVerb = defineVerb({
    name: 'dashboard',
    summary: 'Writes the decision board: one HTML page of what serves, merged, is owed and was tagged.',
    options: {
        out: {
            field: fields_text('a path'),
            value: 'FILE',
            help: 'Where to write the page. Default: model-board/index.html.',
        },
        remote: {
            field: fields_text('a remote'),
            value: 'R',
            help: 'Remote, or address, that keeps the ledger. Default: origin.',
        },
        trunk: {
            field: fields_text('a branch'),
            value: 'NAME',
            help: 'The main branch. Default: as the policy says, else main or master.',
        },
    },
    examples: ['model-gates dashboard', 'model-gates dashboard --out board.html --json'],
    async run({ out = 'model-board/index.html', remote, trunk }, _positionals, terminal) {
        const { cwd, log } = terminal;
        const where = { cwd, log, ...(remote === undefined ? {} : { remote }) };
        const { boardPolicy, buildDashboard } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 380, 23));
        const ledger = await currentLedger(terminal, remote);
        try {
            const found = await repositoryOf(where);
            const { settings, findings } = await boardPolicy(found?.files, trunk === undefined ? {} : { trunk });
            const request = { name: external_node_path_default().basename(cwd), ...found?.named, settings, findings };
            const report = await buildDashboard(request, {
                ledger,
                ...(found?.tags === undefined ? {} : { tags: found.tags }),
                write: (page) => writePage(external_node_path_default().resolve(cwd, out), page),
                now: Date.now,
            });
            return { report };
        }
        finally {
            await ledger.close();
        }
    },
});
async function repositoryOf(where) {
    const { folderTree } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
    const repository = await opened(where);
    if (repository !== undefined)
        return {
            files: await folderTree(repository.root),
            named: await dashboard_nameOf(repository),
            tags: () => repository.tagStore().list(''),
        };
    const here = await opened({ cwd: where.cwd, log: where.log });
    if (here === undefined)
        return undefined;
    return { files: await folderTree(here.root), named: { name: external_node_path_default().basename(here.root) } };
}
async function opened(where) {
    try {
        const { openRepository } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
        return await openRepository(where);
    }
    catch (error) {
        if (isUserError(error))
            return undefined;
        throw error;
    }
}
async function dashboard_nameOf({ root, remoteBranches }) {
    const remote = parseRemote((await remoteBranches.url()) ?? '');
    return remote === undefined
        ? { name: external_node_path_default().basename(root) }
        : { name: remote.repository, url: `https://${remote.host}/${remote.repository}` };
}

;// CONCATENATED MODULE: ./build/src/cli/verbs/deps.js








const reference = fields_text('a commit, branch or tag');
const depsVerb = defineVerb({
    name: 'deps',
    summary: 'Tells which packages moved and fails when a watched one moved unasked.',
    options: {
        base: {
            field: reference,
            value: 'REF',
            help: 'Compare with the merge base of REF and the head. Default: main.',
        },
        head: { field: reference, value: 'REF', help: 'Judge this commit instead of the files on disk.' },
        before: {
            field: fields_text('a path'),
            value: 'PATH',
            help: 'Compare this lock file, or folder with locks and manifests, …',
        },
        after: { field: fields_text('a path'), value: 'PATH', help: '… with this one, without git.' },
        watch: optionOf(dependencyTable.watch),
        'also-watch': optionOf(dependencyTable['also-watch']),
        'allow-file': optionOf(dependencyTable['allow-file']),
    },
    examples: [
        'model-gates deps --base main',
        'model-gates deps --before old/uv.lock --after uv.lock --watch torch,transformers',
    ],
    async run(values, _positionals, terminal) {
        const { base, head, before, after, ...settings } = values;
        const { ports, policy } = await deps_open(terminal, { base, head, before, after });
        const given = { values: settings, over: 'policy' };
        const report = await runGate(dependencyGate, given, policy.policy, ports);
        return { report: withFindings(report, policy.findings) };
    },
});
async function deps_open(terminal, sides) {
    const { base, head, before, after } = sides;
    if (before === undefined && after === undefined)
        return openBranch(terminal, base ?? 'main', head);
    if (before === undefined || after === undefined || base !== undefined || head !== undefined) {
        throw new user_error_UserError('--before and --after go together, without --base and --head.', {
            help: 'See model-gates deps --help.',
        });
    }
    return openFolders(terminal, await pathTree(before), await pathTree(after));
}

;// CONCATENATED MODULE: ./build/package.json
const package_namespaceObject = {"rE":"0.1.0"};
;// CONCATENATED MODULE: ./build/src/kernel/product.js

const version = package_namespaceObject.rE;
const rulesUrl = 'https://github.com/model-gates/model-gates/blob/main/docs/rules.md';
const policySchemaUrl = 'https://raw.githubusercontent.com/model-gates/model-gates/main/schema/policy.schema.json';

;// CONCATENATED MODULE: ./build/src/init/dialect.js
const byOmegaConf = /\b(?:OmegaConf|om)\.load\b|\bhydra\.(?:main|compose|initialize\w*)\b|\binitialize_config_\w+\b/;
const byPyYaml = /\byaml\.(?:safe_load|load|full_load|unsafe_load)(?:_all)?\b|\b(?:CSafe|Safe|Full)Loader\b/;
const maxFiles = 5000;
const dialect_maxBytes = 512 * 1024;
async function findReaders(tree, paths) {
    const readers = { omegaconf: 0, pyyaml: 0 };
    for (const path of paths.filter((name) => name.endsWith('.py')).slice(0, maxFiles)) {
        const bytes = await tree.read(path, dialect_maxBytes).catch(() => undefined);
        const code = new TextDecoder().decode(bytes);
        if (byOmegaConf.test(code))
            readers.omegaconf += 1;
        else if (byPyYaml.test(code))
            readers.pyyaml += 1;
    }
    return readers;
}
function dialectFor({ omegaconf, pyyaml }, interpolates) {
    if (omegaconf === 0)
        return pyyaml === 0 && interpolates ? 'omegaconf' : 'pyyaml';
    return interpolates || omegaconf > pyyaml ? 'omegaconf' : 'pyyaml';
}
function interpolates(text) {
    return /\$\{(?:\.*[a-z_]\w*(?:\.\w+)*|[a-z_]\w*(?:\.\w+)*:[^}]*)\}/.test(text);
}

;// CONCATENATED MODULE: ./build/src/init/globs.js

const configFolders = ['config', 'configs', 'conf', 'recipes'];
function globs_globsOf(configs, paths) {
    const isConfig = new Set(configs);
    const covered = new Set();
    const covers = [];
    for (const { folder, name } of groupsOf(configs)) {
        const files = paths.filter((path) => path.startsWith(folder) && hasName(path, name));
        const inside = files.filter((path) => isConfig.has(path));
        if (inside.every((path) => covered.has(path)))
            continue;
        const outside = files.filter((path) => !isConfig.has(path));
        const tolerated = isOwnFolder(folder) ? 1 : 0.25;
        covers.push(...cover({ folder, name, inside, outside }, { tolerated, least: 1 }));
        for (const path of inside)
            covered.add(path);
    }
    const exceptions = covers.flatMap(exceptionsOf);
    return [...sorted(covers.map(({ glob }) => glob)), ...sorted(exceptions.map((glob) => `!${glob}`))];
}
function groupsOf(configs) {
    const groups = new Map();
    for (const path of configs) {
        const group = groupOf(path);
        groups.set(`${group.folder}${group.name}`, group);
    }
    return [...groups.values()].toSorted((a, b) => a.folder.split('/').length - b.folder.split('/').length || compareText(a.folder, b.folder));
}
function groupOf(path) {
    const steps = path.split('/');
    const name = steps.pop() ?? '';
    const ending = `*${name.slice(name.lastIndexOf('.'))}`;
    const own = steps.findIndex((step) => configFolders.includes(step));
    if (own >= 0)
        return { folder: folderText(steps.slice(0, own + 1)), name: ending };
    return { folder: folderText(steps.slice(0, 1)), name: name === 'config.json' ? name : ending };
}
function isOwnFolder(folder) {
    return configFolders.includes(folder.split('/').at(-2) ?? '');
}
function folderText(steps) {
    return steps.map((step) => `${step}/`).join('');
}
function hasName(path, name) {
    if (name.startsWith('*'))
        return path.endsWith(name.slice(1));
    return path === name || path.endsWith(`/${name}`);
}
function cover(files, limits) {
    const { folder, name, inside } = files;
    if (inside.length === 0)
        return [];
    if (isClear(files, limits))
        return [{ ...files, glob: `${escaped(folder)}**/${name}` }];
    const direct = part(files, (path) => !path.slice(folder.length).includes('/'));
    const below = [...new Set(inside.flatMap((path) => nextFolder(path, folder)))];
    return [
        ...coverDirect(direct, limits),
        ...below.flatMap((next) => cover({ ...part(files, (path) => path.startsWith(next)), folder: next }, limits)),
    ];
}
function coverDirect(files, limits) {
    const { folder, name, inside } = files;
    if (inside.length > 0 && isClear(files, limits))
        return [{ ...files, glob: `${escaped(folder)}${name}` }];
    return inside.map((path) => ({ ...files, inside: [path], outside: [], glob: escaped(path) }));
}
function isClear({ folder, inside, outside }, { tolerated, least }) {
    return folder !== '' && inside.length >= least && outside.length <= inside.length * tolerated;
}
function exceptionsOf({ folder, name, inside, outside }) {
    const found = cover({ folder, name, inside: outside, outside: inside }, { tolerated: 0, least: 2 });
    return found.map(({ glob }) => glob);
}
function part(files, keep) {
    return { ...files, inside: files.inside.filter(keep), outside: files.outside.filter(keep) };
}
function nextFolder(path, folder) {
    const end = path.indexOf('/', folder.length);
    return end < 0 ? [] : [path.slice(0, end + 1)];
}
function escaped(path) {
    return path.replaceAll(/[\\*?[\]{}()!+@]/g, String.raw `\$&`);
}
function sorted(globs) {
    return [...new Set(globs)].toSorted(compareText);
}

;// CONCATENATED MODULE: ./build/src/init/configs.js





const configs_maxBytes = 1024 * 1024;
const maxBytesElsewhere = 128 * 1024;
const configs_maxFiles = 10_000;
const maxTotal = 64 * 1024 * 1024;
const kept = index_js_default()('**/*.{yaml,yml,json}', { dot: false });
const inFolder = index_js_default()([`**/{${configFolders.join(',')}}/**`, '**/config.json'], { dot: false });
const elsewhere = /(?:^|\/)(?:tests?|testdata|fixtures|docs?|node_modules|third_party|vendor)\//;
async function findConfigs(tree) {
    const { readDocument } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 466, 23));
    const paths = await tree.list();
    const isConfig = await configTest();
    const read = (file, bytes, dialect) => readDocument(bytes, { file, dialect: dialectOf(file, { dialect }) });
    const isCandidate = (file, bytes) => {
        const document = read(file, bytes, configDefaults.dialect);
        return isConfig(document) || (document.root === undefined && inFolder(file));
    };
    const texts = await readTexts(tree, paths, isCandidate);
    const readers = await findReaders(tree, paths);
    const interpolated = [...texts.values()].some((bytes) => interpolates(new TextDecoder().decode(bytes)));
    const dialect = dialectFor(readers, interpolated);
    const documents = Array.from(texts, ([file, bytes]) => read(file, bytes, dialect)).filter(isConfig);
    const globs = globs_globsOf(documents.map(({ file }) => file), paths);
    return { dialect, readers, globs, documents };
}
async function configTest() {
    const { looksLikeModelConfig } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 466, 23));
    return (document) => document.root?.type === 'dict' && (inFolder(document.file) || looksLikeModelConfig(document));
}
async function readTexts(tree, paths, isWanted) {
    const texts = new Map();
    let total = 0;
    for (const path of paths.filter((file) => kept(file) && !elsewhere.test(file)).slice(0, configs_maxFiles)) {
        const limit = inFolder(path) ? configs_maxBytes : maxBytesElsewhere;
        const bytes = await tree.read(path, limit).catch(() => undefined);
        if (bytes === undefined || !isWanted(path, bytes))
            continue;
        total += bytes.length;
        if (total > maxTotal)
            break;
        texts.set(path, bytes);
    }
    return texts;
}

;// CONCATENATED MODULE: ./build/src/init/init.js






async function initialFiles(tree, trunk) {
    const { deriveRegistry, standingFaultsOf } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 466, 23));
    const paths = await tree.list();
    const configs = await findConfigs(tree);
    const results = resultGlobs(paths);
    const registry = deriveRegistry(configs.documents);
    const faults = await standingFaultsOf(configs.documents, registry, {
        ...configDefaults,
        dialect: configs.dialect,
    });
    return [
        {
            path: policyPath,
            content: policyText(trunk, configs, faults, results),
            note: policyNote(configs, faults, results),
        },
        {
            path: configDefaults.registry,
            content: registry,
            note: configs.documents.length === 0
                ? 'no config was found: register parameters by hand'
                : `from ${count(configs.documents.length, 'config file')}, read as ${readerWords(configs)}`,
        },
        {
            path: '.github/workflows/model-gates.yml',
            content: workflowText(trunk),
            note: 'runs every gate on each pull request',
        },
    ];
}
function readerWords({ dialect, readers }) {
    const files = dialect === 'omegaconf' ? readers.omegaconf : readers.pyyaml;
    return `${dialect} reads them${files === 0 ? '' : `, as ${count(files, 'Python file')} here ${text_plural(files, 'does', 'do')}`}`;
}
const resultFiles = index_js_default()('**/{evals,eval_results,results}/**/*.{jsonl,csv}', { dot: false });
function resultGlobs(paths) {
    const found = paths.filter((path) => resultFiles(path));
    return [...new Set(found.map((path) => path.replace(/[^/]+\.(jsonl|csv)$/, '*.$1')))].toSorted();
}
function policyNote({ documents }, { faulty }, results) {
    const parts = [documents.length === 0 ? 'no config found' : count(documents.length, 'config')];
    if (faulty.length > 0) {
        const which = `${faulty.slice(0, 3).join(', ')}${faulty.length > 3 ? ', …' : ''}`;
        parts.push(`${faulty.length} of them with errors, which count once a change touches them: ${which}`);
    }
    parts.push(results.length === 0
        ? 'no evaluation results found: name them under regression'
        : `results in ${results.join(', ')}`);
    return parts.join('; ');
}
function policyText(trunk, configs, { habits }, results) {
    const globs = configs.globs.length === 0 ? configDefaults.files : configs.globs;
    const candidate = results.length === 0
        ? [
            '  # Result files with one row a sample: {id, target, prediction} or {id, score}.',
            '  # candidate: [evals/*.jsonl]',
        ]
        : ['  candidate:', ...results.map((glob) => `    - ${quoted(glob)}`)];
    return `# Policy of model-gates. It is read from the base commit: a change to it applies after its merge.
# yaml-language-server: $schema=${policySchemaUrl}
trunk: ${quoted(trunk)}

config:
  files:
${globs.map((glob) => `    - ${quoted(glob)}`).join('\n')}
  # How the training code reads YAML: pyyaml (yaml.safe_load), omegaconf (Hydra, LLaMA-Factory, verl) or yaml-1.2.
  dialect: ${configs.dialect}
  registry: ${configDefaults.registry}
  # A parameter that is not registered fails the gate; false: it warns.
  strict: true
  rules:
    # A name like a registered one fails; one that is new warns until somebody has gone through the registry. Then take this out.
    config/unregistered-parameter: { severity: warning, reason: the registry is derived and not yet reviewed }
${[...habits].map(([rule, files]) => habitText(rule, files, configs.documents.length)).join('')}
dependencies:
  # Watched beside torch, transformers, tokenizers, numpy and the others of the default list.
  also-watch: []

regression:
${candidate.join('\n')}
  tolerance: 0.5
  margin: 2
  unit: points
`;
}
function habitText(rule, files, all) {
    return `    ${rule}: { severity: warning, reason: ${files} of ${all} configs had such when the gates began }\n`;
}
function quoted(value) {
    return JSON.stringify(value);
}
function workflowText(trunk) {
    return `name: model-gates
on:
  pull_request:
    branches: [${quoted(trunk)}, "release/**"]
    types: [opened, synchronize, reopened, edited, ready_for_review]
  merge_group:

permissions:
  contents: read # to read configs, locks and results
  pull-requests: write # to keep one comment with the verdict up to date

concurrency:
  group: model-gates-\${{ github.event.pull_request.number || github.ref }}
  cancel-in-progress: true

jobs:
  gates:
    # A draft goes without its evaluation: under another name, so that it never stands for the required check.
    name: \${{ github.event.pull_request.draft && 'gates (draft)' || 'gates' }}
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v6
        with:
          persist-credentials: true # so that the gate can fetch the merge base
      - uses: model-gates/model-gates@v1
`;
}

;// CONCATENATED MODULE: ./build/src/cli/verbs/init.js






const initVerb = defineVerb({
    name: 'init',
    summary: 'Writes a first policy, parameter registry and pull-request workflow from what the repository holds.',
    options: {
        trunk: {
            field: fields_text('a branch'),
            value: 'NAME',
            help: 'The main branch. Default: the one that is checked out.',
        },
        force: { field: flag, help: 'Replace files that are there already.' },
        'dry-run': { field: flag, help: 'Tell what would be written, and write nothing.' },
    },
    examples: ['model-gates init --dry-run', 'model-gates init'],
    async run(values, _positionals, terminal) {
        const repository = await currentRepository(terminal);
        const trunk = values.trunk ?? (await repository.head()).branch ?? 'main';
        const tree = repository.workingTree();
        const present = new Set(await tree.list());
        const lines = [];
        for (const file of await initialFiles(tree, trunk)) {
            const kept = present.has(file.path) && values.force !== true;
            if (!kept && values['dry-run'] !== true)
                await writePage(external_node_path_default().join(repository.root, file.path), file.content);
            lines.push(`${kept ? 'kept   ' : values['dry-run'] === true ? 'would write' : 'wrote  '} ${file.path}  (${kept ? 'there already; --force replaces it' : file.note})`);
        }
        return { text: `${lines.join('\n')}\nNext: model-gates check --base ${trunk}\n` };
    },
});

;// CONCATENATED MODULE: ./build/src/policy/shards.js
const mostShards = 256;
function shardMatrix(shards, seed, ids = []) {
    const busy = new Set(ids.map((id) => shardOf(id, { seed, shards })));
    const include = Array.from({ length: shards }, (_, shard) => ({
        shard,
        shards,
        seed,
        name: `${shard + 1}-of-${shards}`,
    }));
    return { include: include.filter(({ shard }) => ids.length === 0 || busy.has(shard)) };
}
function idsOfShard(ids, row) {
    return ids.filter((id) => shardOf(id, row) === row.shard);
}
function shardOf(id, { seed, shards }) {
    return crc32(new TextEncoder().encode(`${seed}:${id}`)) % shards;
}
function shardsFor(minutes, goalMinutes) {
    return Math.min(mostShards, Math.max(1, Math.ceil(minutes / goalMinutes)));
}
const lastTimes = 9;
function expectedMinutes(times) {
    const sorted = times.slice(-lastTimes).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)];
}
function crc32(bytes) {
    let crc = 0xffff_ffff;
    for (const byte of bytes) {
        crc ^= byte;
        for (let bit = 0; bit < 8; bit += 1)
            crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0);
    }
    return (crc ^ 0xffff_ffff) >>> 0;
}

;// CONCATENATED MODULE: ./build/src/policy/gate/plan-gates.js




function planReport(request) {
    const { plan, eventName, policyFindings } = request;
    const evaluation = evaluationOf(plan);
    const shards = shardCount(request);
    const owed = (request.owed ?? []).filter(({ state }) => state !== 'paid');
    const findings = [
        ...policyFindings,
        ...plan.findings,
        ...tooLong(request, evaluation, shards),
        ...overdueFindings(owed, 'error'),
    ];
    const due = plan.gates.filter(isDue).length;
    const failure = findings.find(({ severity }) => severity === 'error');
    return makeReport({
        gate: 'plan-gates',
        title: failure?.message ?? `${due} of ${plan.gates.length} gates are due for ${eventName} (${plan.mode})`,
        findings,
        facts: {
            mode: plan.mode,
            plan: plan.gates,
            due: Object.fromEntries(plan.gates.map((planned) => [planned.gate, isDue(planned)])),
            evaluation,
            shards: matrixOf(request),
            owed,
            expected: expectedOf(request, evaluation, shards),
        },
        sections: [
            plan_gates_planTable(plan),
            ...expectedSection(request, evaluation, shards),
            ...(owed.length === 0 ? [] : [owedTable(owed)]),
        ],
    });
}
function plan_gates_planTable({ gates }) {
    return {
        kind: 'table',
        title: 'Plan',
        open: true,
        columns: [{ title: 'Gate', code: true }, { title: 'Plan' }, { title: 'Why' }],
        rows: gates.map(({ gate, decision, reason }) => [gate, decisionWords[decision], reason]),
    };
}
const decisionWords = {
    run: 'run',
    light: 'light',
    exempt: 'exempt',
    later: 'later',
    'not-applicable': 'not applicable',
    off: 'off',
};
function evaluationOf({ gates }) {
    const evaluation = gates.find(({ gate }) => gate === 'regression-gate');
    if (evaluation === undefined || !isDue(evaluation))
        return 'none';
    return evaluation.decision === 'light' ? 'light' : 'full';
}
function matrixOf(request) {
    return shardMatrix(shardCount(request), request.seed, request.ids);
}
function shardCount({ shards, evaluationMinutes = 0 }) {
    return shards === 'auto' ? shardsFor(evaluationMinutes, goalMinutes) : shards;
}
const goalMinutes = feedbackGoalMs / 60_000;
function expectedOf({ evaluationMinutes }, evaluation, shards) {
    if (evaluationMinutes === undefined || evaluation === 'none')
        return null;
    const each = evaluationMinutes / shards;
    return { evaluationMinutes, runners: shards, minutes: each, goalMinutes, withinGoal: each <= goalMinutes };
}
function expectedSection(request, evaluation, shards) {
    const expected = expectedOf(request, evaluation, shards);
    if (expected === null)
        return [];
    const runners = shards === 1 ? 'one runner' : `${shards} runners`;
    const all = evaluation === 'light' ? 'At most: it is made on fewer samples.' : '';
    const item = `The evaluation takes about ${minutes(expected.minutes)} on ${runners}, ${expected.withinGoal ? 'within' : 'over'} the goal of ${goalMinutes}. ${all}`;
    return [{ kind: 'list', title: 'Feedback time', items: [item.trim()] }];
}
function tooLong({ evaluationMinutes }, evaluation, shards) {
    if (evaluationMinutes === undefined || evaluation !== 'full')
        return [];
    const expected = evaluationMinutes / shards;
    if (expected <= goalMinutes)
        return [];
    const wanted = shardsFor(evaluationMinutes, goalMinutes);
    const each = shards === 1 ? 'on one runner' : `on each of ${shards} runners`;
    return [
        rules_trunkRules['evaluation-too-long'].finding({
            message: `The evaluation takes about ${minutes(expected)} ${each}, and feedback should come within ${goalMinutes}.`,
            help: shards < wanted
                ? `Spread it over ${wanted} runners: \`shards: ${wanted}\`, or \`shards: auto\`.`
                : 'Evaluate fewer samples first, and more only while undecided: regression.looks in the policy.',
        }),
    ];
}
function minutes(value) {
    return `${Number(value.toFixed(1))} minutes`;
}

;// CONCATENATED MODULE: ./build/src/policy/event.js

function queuedPullRequest({ kind, headRef = '' }) {
    const number = /^gh-readonly-queue\/.+\/pr-(\d{1,15})-[0-9a-f]{40,64}$/.exec(headRef)?.[1];
    return kind === 'merge-group' && number !== undefined ? Number(number) : undefined;
}
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
function readEvent(name, payload) {
    if (!isRecord(payload))
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
    if (!isRecord(pull))
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
function sha(value, ...path) {
    const found = event_text(value, ...path);
    return found !== undefined && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(found) ? found : undefined;
}
function event_text(value, ...path) {
    let found = value;
    for (const key of path)
        found = isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined;
    return typeof found === 'string' && found !== '' ? found : undefined;
}
function kindOf(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

;// CONCATENATED MODULE: ./build/src/runner/environment.js



const maxEventBytes = 32 * 1024 * 1024;
async function readEnvironment(variables) {
    const workspace = required(variables, 'GITHUB_WORKSPACE');
    return {
        event: onDefaultBranch(await readEventFile(required(variables, 'GITHUB_EVENT_NAME'), variables['GITHUB_EVENT_PATH']), variables['GITHUB_REF']),
        workspace,
        repository: required(variables, 'GITHUB_REPOSITORY'),
        apiUrl: variables['GITHUB_API_URL'] || 'https://api.github.com',
        serverUrl: variables['GITHUB_SERVER_URL'] || 'https://github.com',
        temp: variables['RUNNER_TEMP'],
        runId: variables['GITHUB_RUN_ID'],
        sha: variables['GITHUB_SHA'],
        actor: variables['GITHUB_ACTOR'],
        ref: variables['GITHUB_REF'],
        runAttempt: variables['GITHUB_RUN_ATTEMPT'],
        workflow: variables['GITHUB_WORKFLOW'],
    };
}
function onDefaultBranch(event, ref) {
    const branch = /^refs\/heads\/(.+)$/.exec(ref ?? '')?.[1];
    const known = event.name !== 'schedule' || event.defaultBranch !== undefined || branch === undefined;
    return known ? event : { ...event, defaultBranch: branch };
}
async function readEventFile(name, file) {
    const payload = file === undefined || file === '' ? {} : await readJson(file);
    const result = readEvent(name, payload);
    if (result.ok)
        return result.event;
    throw new user_error_UserError(`The event cannot be judged: ${result.problem}.`, {
        help: 'Run the gates on pull_request, merge_group, push, workflow_dispatch or schedule, with the payload as GitHub sends it.',
    });
}
async function readJson(file) {
    try {
        const bytes = await (0,promises_namespaceObject.readFile)(file);
        if (bytes.length > maxEventBytes)
            throw new Error(`${bytes.length} bytes are more than ${maxEventBytes}`);
        return JSON.parse(bytes.toString('utf8'));
    }
    catch (cause) {
        throw new user_error_UserError(`The event payload ${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
            help: 'The runner writes it; a step before this one must not change GITHUB_EVENT_PATH or the file.',
            cause,
        });
    }
}
function required(variables, name) {
    const value = variables[name];
    if (value !== undefined && value !== '')
        return value;
    throw new UserError(`${name} is not set.`, {
        help: 'An action runs in a GitHub Actions job. On a laptop use the CLI: model-gates --help.',
    });
}

;// CONCATENATED MODULE: ./build/src/cli/verbs/plan.js









const planVerb = defineVerb({
    name: 'plan',
    summary: 'Tells which gates an event needs, and why.',
    options: {
        event: { field: fields_text('a path'), value: 'FILE', help: 'The webhook payload, as in GITHUB_EVENT_PATH.' },
        name: {
            field: fields_text('an event name'),
            value: 'NAME',
            help: 'The event. Default: GITHUB_EVENT_NAME, else pull_request.',
        },
        changed: {
            field: list,
            value: 'PATH',
            multiple: true,
            help: 'A file that the change touches; tells which gates have nothing to judge.',
        },
        shards: {
            field: integer({ min: 1, max: mostShards }),
            value: 'N',
            help: 'Runners to spread the evaluation over.',
        },
    },
    examples: [
        'model-gates plan --event event.json',
        'model-gates plan --event event.json --changed README.md',
    ],
    async run(values, _positionals, terminal) {
        if (values.event === undefined)
            throw new user_error_UserError('--event is needed.', { help: 'Give the webhook payload as a file.' });
        const name = values.name ?? terminal.environment['GITHUB_EVENT_NAME'] ?? 'pull_request';
        const event = await readEventFile(name, values.event);
        if (judgesNothing(event))
            throw new user_error_UserError(`${name} is about no change: GitHub runs it on the tip of the default branch.`, {
                help: 'Give the payload of pull_request, merge_group, push, schedule or workflow_dispatch.',
            });
        const { policy, findings } = await loadPolicy(await currentFolder(terminal), policyPath);
        const report = planReport({
            plan: planGates(event, policy, undefined, values.changed),
            eventName: name,
            policyFindings: findings,
            shards: values.shards ?? 1,
            seed: policy.regression.seed ?? regressionDefaults.seed,
        });
        return { report };
    },
});

;// CONCATENATED MODULE: ./build/src/kernel/clock.js
const systemClock = {
    now: Date.now,
    random: Math.random,
    pause: (milliseconds) => new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
    }),
};

;// CONCATENATED MODULE: ./build/src/cli/verbs/record.js







const recordVerb = defineVerb({
    name: 'record',
    positionals: 'FILE|-',
    summary: 'Writes lineage records: what a commit, image, job, weights or serving version was made of.',
    options: {
        results: {
            field: list,
            value: 'GLOB',
            multiple: true,
            help: 'Keep the rows of these files of an evaluation in the ledger, as a baseline for regression-gate; `policy` for those of the policy.',
        },
        commit: {
            field: fields_text('a commit, branch or tag'),
            value: 'REF',
            help: 'Commit that was evaluated. Default: HEAD.',
        },
        remote: {
            field: fields_text('a remote'),
            value: 'R',
            help: 'Remote, or address, that keeps the ledger. Default: origin.',
        },
        compact: {
            field: flag,
            help: 'Fold the inbox into the branch model-lineage, after writing FILE if one is given.',
        },
    },
    examples: [
        'model-gates record job.json',
        'echo \'{"inputs":[{"kind":"job","id":"job-7781"}],"outputs":[{"kind":"weights","id":"qwen3-vl-sft"}]}\' | model-gates record -',
        "model-gates record --results 'evals/*.jsonl' --commit main",
        'model-gates record --compact',
    ],
    async run({ remote, compact, results, commit }, [file], terminal) {
        if (file !== undefined && results !== undefined)
            throw new user_error_UserError('A file of records and --results say what to record in two ways', {
                help: 'Give one of them.',
            });
        const { appendRecords, compactInbox } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 955, 23));
        const { log } = terminal;
        const ledger = await currentLedger(terminal, remote);
        try {
            const prepared = await given(terminal, file, results, commit);
            if (prepared === undefined && compact === true)
                return { report: await compactInbox(ledger, { log, clock: systemClock }) };
            if (prepared === undefined)
                throw new user_error_UserError('Nothing to record was named', {
                    help: 'Give a JSON file, or - for standard input, or --results.',
                });
            const report = await appendRecords(prepared, ledger);
            if (compact === true)
                await compactInbox(ledger, { log, clock: systemClock });
            return { report };
        }
        finally {
            await ledger.close();
        }
    },
});
async function given(terminal, file, results, commit = 'HEAD') {
    if (results !== undefined)
        return record_evaluationOf(terminal, results, commit);
    return file === undefined ? undefined : recordsIn(terminal, file);
}
async function recordsIn(terminal, file) {
    const { prepareRecords, rowsBeside } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 955, 23));
    const { cwd } = terminal;
    const prepared = prepareRecords(record_parse(await read(file, cwd), file), await surroundings(terminal));
    const beside = (name) => read(external_node_path_default().join(file === '-' ? '.' : external_node_path_default().dirname(file), name), cwd);
    const rows = await rowsBeside(prepared.records, (name) => beside(name).catch(() => undefined));
    return { ...prepared, results: rows };
}
async function record_evaluationOf(terminal, globs, commit) {
    const { prepareRecords } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 955, 23));
    const { resultsToRecord } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 267, 23));
    const repository = await currentRepository(terminal);
    const sha = await repository.resolve(commit);
    const evaluated = await resultsToRecord(repository.workingTree({ ignored: true }), globs);
    if (evaluated === undefined)
        throw new user_error_UserError('The policy names no evaluation results that are here', {
            help: 'Run the evaluation first, or name its files: --results GLOB.',
        });
    const { results, metrics, rows, findings } = evaluated;
    const draft = {
        inputs: [{ kind: 'commit', id: sha }],
        outputs: [{ kind: 'evaluation', id: `evaluation-${sha}` }],
        metrics,
        results,
    };
    const prepared = prepareRecords(draft, await surroundings(terminal));
    return { ...prepared, findings: [...prepared.findings, ...findings], results: rows };
}
const record_maxBytes = 16 * 1024 * 1024;
async function read(file, cwd) {
    try {
        return await readAll(file === '-' ? process.stdin : (0,external_node_fs_namespaceObject.createReadStream)(external_node_path_default().resolve(cwd, file)));
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new user_error_UserError(`${file} cannot be read: ${reason}`, {
            help: 'Give a JSON file, or - for standard input.',
            cause,
        });
    }
}
async function readAll(stream) {
    const chunks = [];
    let size = 0;
    for await (const chunk of stream) {
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        size += bytes.length;
        if (size > record_maxBytes)
            throw new Error(`more than ${record_maxBytes} bytes`);
        chunks.push(bytes);
    }
    return Buffer.concat(chunks);
}
function record_parse(bytes, file) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new user_error_UserError(`${file} is not JSON: ${reason.slice(0, 200)}`, {
            help: 'Give one record, or a list of them (schema/lineage.schema.json).',
            cause,
        });
    }
}
async function surroundings({ environment }) {
    const { userInfo } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 161, 23));
    const user = () => {
        try {
            return userInfo().username;
        }
        catch {
            return 'unknown';
        }
    };
    return { at: new Date().toISOString(), by: environment['GITHUB_ACTOR'] || user() };
}

;// CONCATENATED MODULE: ./build/src/cli/verbs/regression.js








const regressionVerb = defineVerb({
    name: 'regression',
    summary: 'Compares two sets of evaluation results by paired statistics.',
    options: {
        baseline: {
            field: fields_text('a path, or REF:PATH'),
            value: 'PATH',
            help: 'Results before: a file, a folder of shards, or REF:PATH of the repository, such as main:evals or v2.3.0:evals/*.jsonl.',
        },
        candidate: {
            field: fields_text('a path'),
            value: 'PATH',
            help: 'Results after: a file, or a folder of shards.',
        },
        metric: optionOf(regressionTable.metrics),
        mode: optionOf(regressionTable.mode),
        tolerance: optionOf(regressionTable.tolerance),
        margin: optionOf(regressionTable.margin),
        unit: optionOf(regressionTable.unit),
        alpha: optionOf(regressionTable.alpha),
        seed: optionOf(regressionTable.seed),
    },
    examples: [
        'model-gates regression --baseline main.jsonl --candidate evals/mmmu.jsonl --metric f1',
        'model-gates regression --baseline main:evals/mmmu.jsonl --candidate evals/mmmu.jsonl',
    ],
    async run(values, _positionals, terminal) {
        const { baseline, candidate, metric, ...settings } = values;
        if (baseline === undefined || candidate === undefined) {
            throw new user_error_UserError('--baseline and --candidate are both needed.', {
                help: 'See model-gates regression --help.',
            });
        }
        const [before, after] = await Promise.all([resultsTree(terminal, baseline), pathTree(candidate)]);
        const { ports, policy } = await openResults(terminal, before, after);
        const globs = { candidate: await after.list(), baseline: (await before.list()).map(asPath) };
        const given = { ...settings, ...globs, ...(metric === undefined ? {} : { metrics: metric }) };
        const report = await runGate(regressionGate, { values: given, over: 'policy' }, policy.policy, ports);
        return { report: withFindings(report, policy.findings) };
    },
});
function asPath(file) {
    return `./${file}`;
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/line-range.js
const lineRange = {
    expects: 'a line, or a range such as 14-20',
    parse: (raw) => {
        const [, first, last] = /^([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?$/.exec(raw) ?? [];
        if (first === undefined)
            return undefined;
        const range = [Number(first), Number(last ?? first)];
        return range[0] <= range[1] ? range : undefined;
    },
};

;// CONCATENATED MODULE: ./build/src/lineage/settings.js
const exportFormats = [
    'openlineage',
    'cdevents',
    'slsa-provenance',
    'test-result',
    'oci-labels',
    'model-card',
    'mlflow',
];

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
        const text = await http_textOf(response).catch(() => '');
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
async function http_textOf({ body }) {
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

;// CONCATENATED MODULE: ./build/src/cli/code.js


async function currentCode(terminal, remote) {
    const { addressOf, commands, lineReader, openScratch } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
    const { codeOfClone, lazily } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 955, 23));
    const { cwd, log } = terminal;
    const tools = { log, commands, now: Date.now };
    let close = () => Promise.resolve();
    const closeAll = () => close();
    const repository = await currentRepository(terminal).catch((error) => {
        if (!isUserError(error))
            throw error;
        return undefined;
    });
    if (repository !== undefined)
        return { code: codeOfClone(repository, await lineReader({ repository, log }), tools), close: closeAll };
    const address = remote === undefined ? undefined : addressOf(remote, cwd);
    if (address === undefined)
        return { close: closeAll };
    const code = lazily(async () => {
        const scratch = await openScratch(address, { log });
        close = scratch.close;
        return codeOfClone(scratch.repository, await lineReader({ repository: scratch.repository, log }), tools);
    });
    return { code, close: closeAll };
}

;// CONCATENATED MODULE: ./build/src/cli/verbs/trace.js









const traceVerb = defineVerb({
    name: 'trace',
    positionals: 'ID',
    summary: 'Goes from a serving version, weights, job, image or request back to commit, author and line.',
    options: {
        diff: { field: fields_text('an id'), value: 'ID', help: 'Tell what changed from ID, the first, to this one.' },
        file: {
            field: fields_text('a path'),
            value: 'PATH',
            help: 'Who changed this file since the version served before.',
        },
        line: { field: lineRange, value: 'N[-M]', help: 'Only these lines of the file.' },
        since: {
            field: fields_text('an id'),
            value: 'ID',
            help: 'Compare lines with this version instead of the one before.',
        },
        reproduce: { field: flag, help: 'What repeats the training job exactly, and what is missing for that.' },
        export: {
            field: choice(exportFormats),
            value: 'FORMAT',
            help: `Print the chain as JSON for another tool: ${exportFormats.join(', ')}.`,
        },
        mlflow: {
            field: fields_text('an address'),
            value: 'URL',
            help: 'Register the weights with the MLflow server at URL. Credentials: MLFLOW_TRACKING_TOKEN, or _USERNAME and _PASSWORD.',
        },
        model: {
            field: fields_text('a name'),
            value: 'NAME',
            help: 'Registered model in MLflow. Default: the name of the repository.',
        },
        alias: {
            field: list,
            value: 'NAME',
            multiple: true,
            help: 'Alias that MLflow gives to this version: champion. Several: again, or with commas.',
        },
        repository: {
            field: fields_text('owner/name'),
            value: 'NAME',
            help: 'Repository in an export. Default: as recorded.',
        },
        remote: {
            field: fields_text('a remote'),
            value: 'R',
            help: 'Remote, or address, that keeps the ledger. Default: origin.',
        },
    },
    examples: [
        'model-gates trace svc-qwen-v23',
        'model-gates trace svc-qwen-v22 --diff svc-qwen-v23',
        'model-gates trace svc-qwen-v23 --file configs/qwen3_vl_30b.yaml --line 14',
        'model-gates trace job-7781 --reproduce',
        'model-gates trace svc-qwen-v23 --export openlineage',
        'model-gates trace svc-qwen-v23 --mlflow https://mlflow.example --model qwen3-vl --alias production',
    ],
    async run(values, [id], terminal) {
        const { remote, file, line, since, export: format } = values;
        if (id === undefined)
            throw new user_error_UserError('No id was given', { help: 'Give the id of any artifact, or a SHA.' });
        if (file === undefined && (line !== undefined || since !== undefined))
            throw new user_error_UserError('--line and --since need --file', { help: 'See model-gates trace --help.' });
        const { traceOrDiff, exportTrace, mlflowTarget, withRegistration } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 955, 23));
        const { model, alias: aliases = [], mlflow: address } = values;
        const names = { aliases, ...(model === undefined ? {} : { model }) };
        const target = address === undefined ? undefined : mlflowTarget({ ...names, address }, terminal.environment);
        const ledger = await currentLedger(terminal, remote);
        const { code, close } = await currentCode(terminal, remote);
        try {
            const source = sourceOf(values.diff ?? id, values.repository, terminal);
            if (format !== undefined)
                return { text: await exportTrace({ ...source, format }, { ledger, now: Date.now }) };
            const ports = { ledger, now: Date.now, ...code };
            const report = await traceOrDiff({ ...values, id }, ports);
            if (target === undefined)
                return { report };
            const sending = { ...ports, ...httpPort(terminal.log) };
            return { report: await withRegistration(report, { ...source, ...target }, sending) };
        }
        finally {
            await Promise.all([ledger.close(), close()]);
        }
    },
});
function sourceOf(id, repository, { environment }) {
    const serverUrl = environment['GITHUB_SERVER_URL'] || 'https://github.com';
    return { id, serverUrl, version: version, ...(repository === undefined ? {} : { repository }) };
}

;// CONCATENATED MODULE: ./build/src/cli/verbs/sweep.js








const sweepVerb = defineVerb({
    name: 'sweep',
    summary: 'Tells which branches of closed pull requests may go, deletes them when asked to, and restores one.',
    options: {
        apply: { field: flag, help: 'Announce and delete. Without it nothing is written.' },
        restore: {
            field: fields_text('a branch'),
            value: 'NAME',
            help: 'Create the deleted branch anew, at the tip that its last closed pull request has.',
        },
        sha: { field: fields_text('a SHA'), value: 'SHA', help: 'With --restore: the tip, as a report names it.' },
        repository: {
            field: fields_text('owner/name'),
            value: 'OWNER/NAME',
            help: 'Default: GITHUB_REPOSITORY, else that of the remote origin. The token is read from GITHUB_TOKEN or GH_TOKEN.',
        },
    },
    examples: ['model-gates sweep', 'model-gates sweep --apply', 'model-gates sweep --restore feature/router'],
    async run(values, _positionals, terminal) {
        const { log } = terminal;
        const repository = await currentRepository(terminal);
        const forge = await forgeOf(terminal, repository, values.repository);
        const { connect } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 325, 23));
        const github = connect({ ...forge, log });
        if (values.restore === undefined)
            return { report: await sweep(values.apply === true, forge.repository, repository, github, terminal) };
        const request = {
            branch: values.restore,
            repository: forge.repository,
            ...(values.sha === undefined ? {} : { sha: fullSha(values.sha) }),
        };
        const { restoreBranch } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 100, 23));
        return { report: await restoreBranch(request, github) };
    },
});
async function sweep(apply, name, repository, github, { log }) {
    const trunk = await trunkOf(repository, undefined);
    const { policy, findings } = await loadPolicy(repository.tree(trunk.sha), policyPath);
    const [broken] = findings;
    if (broken !== undefined)
        throw new user_error_UserError(`The policy of ${trunk.name} is not valid: ${broken.message}`, {
            help: broken.help ?? 'Mend it first.',
        });
    const main = await repository.remoteBranches.main();
    const trunks = [trunk.name, ...(main === undefined ? [] : [main])];
    const request = { settings: policy.sweep, repository: name, trunks, dryRun: !apply };
    const { sweepBranches } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 100, 23));
    return sweepBranches(request, { github, remove: repository.remoteBranches.remove, log, now: Date.now });
}
function fullSha(sha) {
    if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(sha))
        return sha;
    throw new user_error_UserError(`--sha: expected all 40 hexadecimal digits, got ${JSON.stringify(sha.slice(0, 40))}`, {
        help: 'The report of the sweep and the comment in the pull request name it in full.',
    });
}

;// CONCATENATED MODULE: ./build/src/cli/verbs/sync.js








const syncVerb = defineVerb({
    name: 'sync',
    summary: 'Brings the checked out branch up to date with trunk; loses nothing, and never pushes.',
    options: {
        trunk: {
            field: fields_text('a branch'),
            value: 'NAME',
            help: 'The main branch. Default: that of the policy, else of the remote.',
        },
        how: optionOf(branchTable.sync),
        remote: { field: fields_text('a remote'), value: 'R', help: 'Where trunk is fetched from. Default: origin.' },
    },
    examples: ['model-gates sync', 'model-gates sync --how rebase'],
    async run(values, _positionals, terminal) {
        const { syncBranch } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 100, 23));
        const remote = values.remote ?? 'origin';
        const repository = await currentRepository(terminal, remote);
        const trunk = await trunkOf(repository, values.trunk);
        const { policy } = await loadPolicy(repository.tree(trunk.sha), policyPath);
        const request = { trunk: trunk.name, how: values.how ?? policy.branches.sync, remote };
        return { report: await syncBranch(request, repository.sync, terminal.log) };
    },
});

;// CONCATENATED MODULE: ./build/src/releases/version/version.js

const core = /^v?(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/;
const identifier = /^[0-9A-Za-z-]+$/;
const leadingZero = /^0\d+$/;
const maxLength = 200;
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
function compareVersions(a, b) {
    return precedence(a, b) || compareText(a.text, b.text);
}
function precedence(a, b) {
    return (a.major - b.major ||
        a.minor - b.minor ||
        a.patch - b.patch ||
        comparePreRelease(a.preRelease, b.preRelease));
}
function comparePreRelease(a, b) {
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
function compareIdentifier(a, b) {
    const numeric = [digits.test(a), digits.test(b)];
    if (numeric[0] === true && numeric[1] === true)
        return a.length - b.length || compareText(a, b);
    if (numeric[0] !== numeric[1])
        return numeric[0] === true ? -1 : 1;
    return compareText(a, b);
}
function versionsOf(tags, prefix) {
    return tags.flatMap((tag) => parseVersion(tag, prefix) ?? []).toSorted((a, b) => compareVersions(b, a));
}
function isSameVersion(a, b) {
    return a.text.replace(/^v/, '') === b.text.replace(/^v/, '');
}
function isRelease(version) {
    return version.preRelease.length === 0;
}
function lineOf(version) {
    return `v${version.major}.${version.minor}`;
}

;// CONCATENATED MODULE: ./build/src/releases/gate/messages-since.js

async function messagesSinceRelease(sha, prefix, tags, between) {
    const all = await tags.list(prefix);
    const [last] = versionsOf(all.map(({ name }) => name), prefix).filter(isRelease);
    const base = all.find(({ name }) => name === last?.tag);
    if (base === undefined)
        return [];
    return (await between(base.sha, sha)).map(({ message }) => message);
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

;// CONCATENATED MODULE: ./build/src/releases/version/bump.js
const bumps = ['patch', 'minor', 'major'];
const header = /^(\p{L}[\p{L}\d-]{0,40})(?:\([^()\n]{1,100}\))?(!)?: /u;
const breakingFooter = /^BREAKING[ -]CHANGE: /m;
function bumpOfCommits(messages) {
    return largest(messages.map(bumpOfCommit));
}
function bumpOfCommit(message) {
    const [, type = '', breaking] = header.exec(message) ?? [];
    if (breaking !== undefined || breakingFooter.test(message))
        return 'major';
    return type.toLowerCase() === 'feat' ? 'minor' : 'patch';
}
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
function normalLine(text) {
    const [, major = '', minor = ''] = linePattern.exec(text) ?? [];
    return `v${major}.${minor}`;
}
function lineOfBranch(branch) {
    const name = branch?.startsWith('release/') === true ? branch.slice('release/'.length) : '';
    return isLine(name) ? normalLine(name) : undefined;
}
function dueNext(branch, mergedBranch) {
    const line = lineOfBranch(branch);
    if (line !== undefined)
        return { line };
    return mergedBranch?.startsWith('hotfix/') === true ? { bump: 'patch' } : undefined;
}
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
function nextPreRelease(name, [major, minor, patch], all) {
    const numbers = all
        .filter((version) => version.major === major && version.minor === minor && version.patch === patch)
        .filter(({ preRelease }) => preRelease[0] === name && preRelease.length <= 2)
        .map(({ preRelease }) => Number(preRelease[1] ?? 0))
        .filter(Number.isSafeInteger);
    return Math.max(0, ...numbers) + 1;
}
function answered(request, tagsAtCommit, prefix) {
    const fits = (version) => (request.line === undefined || lineOf(version) === normalLine(request.line)) &&
        (request.preRelease === undefined ? isRelease(version) : version.preRelease[0] === request.preRelease);
    return versionsOf(tagsAtCommit, prefix).find(fits)?.tag;
}

;// CONCATENATED MODULE: ./build/src/releases/version/planned-claim.js





function plannedClaim(inputs, messages) {
    const { prefix, claim, next, preRelease } = inputs;
    if (!isPrefix(prefix))
        return invalid(versionRules['invalid-tag'], `the prefix "${shown(prefix)}" cannot begin a tag`, prefixHelp);
    if (claim !== undefined && next !== undefined)
        return invalid(versionRules['invalid-next'], 'both a tag to claim and a next version are given', 'Give one of them.');
    if (claim !== undefined)
        return exact(claim, prefix);
    if (preRelease !== undefined && !isPreReleaseName(preRelease))
        return invalid(versionRules['invalid-next'], `"${shown(preRelease)}" does not name a pre-release`, 'Give a word such as rc, alpha or beta.');
    const request = next === undefined ? undefined : requestOf(next, inputs, messages);
    if (request === 'unknown')
        return invalid(versionRules['invalid-next'], `"${shown(next ?? '')}" does not say which version comes next`, nextHelp);
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
        return line === undefined ? { bump: bumpOf(next, inputs, messages) } : { line };
    if (isBump(next))
        return { bump: next };
    return isLine(next) ? { line: normalLine(next) } : 'unknown';
}
function bumpOf(next, { labels = [] }, messages) {
    return next === 'patch' ? next : (bumpOfLabels(labels) ?? bumpOfCommits(messages));
}
function exact(claim, prefix) {
    const tag = claim.startsWith(prefix) ? claim : `${prefix}${claim}`;
    if (parseVersion(tag, prefix) !== undefined)
        return { kind: 'exact', tag };
    return invalid(versionRules['invalid-tag'], `"${shown(claim)}" is not a version`, tagHelp);
}
function isPrefix(prefix) {
    return /^(?![-./])[\w./-]{0,100}$/.test(prefix) && !/\.\.|\/\/|\/\.|\.(?:lock)?\//.test(prefix);
}
function invalid(rule, message, help) {
    return { kind: 'invalid', finding: rule.finding({ message, help }) };
}

;// CONCATENATED MODULE: ./build/src/releases/version/commit-version.js

function commitVersion(sha, tags, prefix) {
    const tagged = versionsOf(tags, prefix)[0];
    if (tagged === undefined)
        return { sha, version: `dev-${sha.slice(0, 8)}` };
    return { sha, version: tagged.text, tagged };
}
function previousVersion(current, tags, prefix, line) {
    const { tagged } = current;
    const all = versionsOf(tags, prefix);
    if (tagged === undefined)
        return all.find((version) => isRelease(version) && (line === undefined || lineOf(version) === line));
    return all.find((version) => precedence(version, tagged) < 0 && (isRelease(version) || !isRelease(tagged)));
}
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
function dockerTag(name) {
    const clean = name.replaceAll('+', '_').replaceAll(/[^\w.-]/g, '-');
    return clean.slice(-128).replace(/^[.-]+/, '');
}
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
function localPart(text) {
    const clean = text
        .toLowerCase()
        .replaceAll(/[^a-z\d]+/g, '.')
        .replaceAll(/^\.+|\.+$/g, '')
        .replaceAll(/(?<![a-z\d])0+(?=\d+(?:\.|$))/g, '');
    return clean === '' ? '' : `+${clean}`;
}
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

;// CONCATENATED MODULE: ./build/src/releases/version/tag-message.js

function tagMessage(tag, verdicts) {
    const trailers = verdicts
        .toSorted((a, b) => compareText(a.gate, b.gate))
        .map(({ gate, verdict, note }) => `Gate: ${tag_message_oneLine(gate)}=${verdict}${note === undefined ? '' : ` (${tag_message_oneLine(note)})`}`);
    return [tag, ...(trailers.length === 0 ? [] : ['', ...trailers])].join('\n');
}
function verdictsOf(message) {
    return [...message.matchAll(/^Gate: ([^\n=]{1,200})=([a-z]{1,20})\b/gm)].map(([, gate = '', verdict = '']) => ({ gate, verdict }));
}
function tag_message_oneLine(text) {
    return text.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 200);
}

;// CONCATENATED MODULE: ./build/src/releases/gate/claim.js



const maxTries = 100;
async function claimExact(tag, tags, request, ports) {
    const { sha, prefix } = request;
    const names = namesOf(tags);
    const namesake = tags.find((one) => one.sha !== sha && isNamesake(one.name, tag, prefix));
    if (namesake !== undefined)
        return claim_elsewhere(tag, namesake, request);
    if (claim_at(tags, request).includes(tag))
        return { tag, created: false, names };
    const made = await create(tag, request, ports);
    if (made.created)
        return { tag, created: true, names };
    const there = made.sha ?? (await ports.tags.list(prefix)).find(({ name }) => name === tag)?.sha;
    if (there === undefined)
        throw new user_error_UserError(`the tag ${tag} was there and is gone again`, { help: 'Run the job again.' });
    return there === sha ? { tag, created: false, names } : claim_elsewhere(tag, { name: tag, sha: there }, request);
}
function isNamesake(name, tag, prefix) {
    const [one, other] = [parseVersion(name, prefix), parseVersion(tag, prefix)];
    return one !== undefined && other !== undefined && isSameVersion(one, other);
}
function claim_elsewhere(tag, { name, sha }, request) {
    const same = name === tag ? '' : `, and ${tag} is the same version`;
    return {
        finding: versionRules['tag-exists-elsewhere'].finding({
            message: `${name} is already at ${claim_short(sha)}${same}, so ${claim_short(request.sha)} cannot have it; a tag is never moved`,
            help: 'Claim another version, or let the next number be found with `next`.',
        }),
    };
}
async function claimNext(next, first, request, ports) {
    const taken = [];
    let tags = first;
    for (let tries = 1; tries <= maxTries; tries += 1) {
        const started = ports.clock.now();
        const names = [...namesOf(tags), ...taken];
        const before = answered(next, claim_at(tags, request), request.prefix);
        if (before !== undefined)
            return { tag: before, created: false, names };
        const tag = nextTag(next, names, request.prefix);
        const made = await create(tag, request, ports);
        if (made.created || made.sha === request.sha)
            return { tag, created: made.created, names };
        ports.log.info(`${tag} went to another commit: trying the next number`);
        taken.push(tag);
        await ports.clock.pause(spread(tries, ports.clock.now() - started, ports.clock));
        tags = await ports.tags.list(request.prefix);
    }
    const message = `no free number for ${claim_short(request.sha)} after ${maxTries} tries: others took each of them first`;
    return { finding: versionRules.contended.finding({ message, help: 'Run the job again.' }) };
}
function namesOf(tags) {
    return tags.map(({ name }) => name);
}
function claim_at(tags, { sha }) {
    return namesOf(tags.filter((tag) => tag.sha === sha));
}
function spread(tries, costMs, { random }) {
    return random() * Math.min(2 ** tries, 24) * Math.max(0, costMs);
}
function create(tag, { sha, committedAt, verdicts = [] }, { tags }) {
    return tags.create({ tag, sha, taggerDate: committedAt, message: tagMessage(tag, verdicts) });
}
function claim_short(sha) {
    return sha.slice(0, 8);
}

;// CONCATENATED MODULE: ./build/src/releases/gate/emit-version-tag.js




const gate = 'emit-version-tag';
async function emitVersion(request, ports) {
    const plan = plannedClaim(request, request.next === 'conventional' ? await (request.messages?.() ?? []) : []);
    if (plan.kind === 'invalid')
        return failed(request, [plan.finding]);
    const tags = await ports.tags.list(request.prefix);
    if (plan.kind === 'read')
        return describe(request, { names: namesOf(tags), at: claim_at(tags, request) });
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
        versionRules['outside-line'].finding({
            message,
            help: `Claim ${line}.x here, or use the branch that keeps this line.`,
        }),
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
    const [title, sections] = [emit_version_tag_titleOf(version, claim), [namesTable(facts)]];
    return makeReport({ gate, title, findings: warnings, facts, sections });
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
function emit_version_tag_titleOf({ sha, version, tagged }, claim) {
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
    return makeReport({
        gate,
        verdict: 'fail',
        title,
        findings,
        facts: { version: null, tag: null, created: false, sha },
    });
}
function emit_version_tag_short(sha) {
    return sha.slice(0, 8);
}

;// CONCATENATED MODULE: ./build/src/cli/verbs/version.js










const versionVerb = defineVerb({
    name: 'version',
    positionals: '[REF]',
    summary: 'Names the version of a commit, and claims its tag when asked to.',
    options: {
        claim: {
            field: fields_text('a tag'),
            value: 'TAG',
            help: 'Claim this tag for the commit; an error when it names another.',
        },
        next: {
            field: fields_text('a line'),
            value: 'vX.Y',
            help: 'Claim the next patch of this line, or patch, minor, major, conventional.',
        },
        'pre-release': {
            field: fields_text('a word'),
            value: 'WORD',
            help: 'The next number is a pre-release: rc, beta, alpha.',
        },
        prefix: optionOf(versioningTable.prefix),
        remote: {
            field: fields_text('a remote'),
            value: 'R',
            help: 'Read the tags of this remote. Default: those of the clone; origin for a claim and in a shallow clone.',
        },
    },
    examples: ['model-gates version', 'model-gates version --claim v2.3.1', 'model-gates version --next v2.3'],
    async run({ claim, next, 'pre-release': preRelease, ...values }, [ref = 'HEAD'], terminal) {
        const repository = await currentRepository(terminal, values.remote);
        const sha = await repository.resolve(ref);
        const { policy } = await loadPolicy(repository.tree(sha), policyPath);
        const prefix = values.prefix ?? policy.versioning.prefix ?? '';
        const { branch } = await repository.head();
        const tags = await tagsOf(repository, [claim, next, values.remote]);
        const request = {
            sha,
            prefix,
            committedAt: await repository.commitDate(sha),
            messages: () => messagesSinceRelease(sha, prefix, tags, repository.commits),
            ...(claim === undefined ? {} : { claim }),
            ...(next === undefined ? {} : { next }),
            ...(preRelease === undefined ? {} : { preRelease }),
            ...(branch === undefined ? {} : { branch }),
        };
        return { report: await emitVersion(request, { tags, log: terminal.log, clock: systemClock }) };
    },
});
async function tagsOf(repository, asked) {
    const store = repository.tagStore();
    const shared = asked.some((one) => one !== undefined) ||
        ((await repository.isShallow()) && (await repository.remoteBranches.url()) !== undefined);
    return shared ? store : { ...store, list: repository.tags };
}

;// CONCATENATED MODULE: ./build/src/cli/verbs/index.js













const verbs = [
    checkVerb,
    configVerb,
    depsVerb,
    regressionVerb,
    versionVerb,
    recordVerb,
    traceVerb,
    dashboardVerb,
    planVerb,
    branchVerb,
    syncVerb,
    sweepVerb,
    initVerb,
];

;// CONCATENATED MODULE: ./build/src/cli/main.js










const exitUser = 2;
async function main(args) {
    const verbose = args.includes('--verbose');
    process.stdout.on('error', (error) => unwritten(error, verbose));
    try {
        process.exitCode = await dispatch(args, verbose);
    }
    catch (error) {
        process.exitCode = exitUser;
        process.stderr.write(errorText(error, verbose));
    }
}
function unwritten(error, verbose) {
    if (error.code === 'EPIPE')
        return;
    process.once('exit', () => (process.exitCode = exitUser));
    process.stderr.write(errorText(error, verbose));
}
async function dispatch([name, ...rest], verbose) {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
        process.stdout.write(overview(verbs));
        return name === undefined ? exitUser : 0;
    }
    const verb = verbs.find((candidate) => candidate.name === name);
    if (verb === undefined)
        return unknownVerb(name);
    return runVerb(verb, rest, verbose);
}
async function runVerb(verb, rest, verbose) {
    const { values, positionals, json, help } = parseArguments(verb, rest);
    if (help) {
        process.stdout.write(verbHelp(verb));
        return 0;
    }
    const terminal = { cwd: process.cwd(), log: stderrLog(verbose), environment: process.env, json };
    const outcome = await verb.run(values, positionals, terminal);
    if ('text' in outcome) {
        process.stdout.write(outcome.text);
        return 0;
    }
    process.stdout.write(json ? renderJson(outcome.report) : readable(outcome.report));
    return exitCodeOf(outcome.report.verdict);
}
function readable(report) {
    const colour = process.stdout.isTTY && !process.env['NO_COLOR'];
    return renderTerminal(report, { width: process.stdout.columns ?? 100, colour });
}
function unknownVerb(name) {
    const meant = nearest(name, verbs.map((verb) => verb.name));
    process.stderr.write(`model-gates: there is no verb ${JSON.stringify(name)}${meant ? `; did you mean ${meant}?` : ''}\nSee model-gates --help.\n`);
    return exitUser;
}
function errorText(error, verbose) {
    const chain = verbose ? `${causeChain(error)}\n` : '';
    const told = asUserError(error);
    if (told === undefined) {
        const message = error instanceof Error ? error.message : String(error);
        return `model-gates: this is a fault of ours, please report it: ${message}\n${chain || 'Run it again with --verbose for the details.\n'}`;
    }
    const place = told.place === undefined ? '' : `${user_error_placeText(told.place)}: `;
    return `model-gates: ${place}${told.message}\n${told.help === undefined ? '' : `${told.help}\n`}${chain}`;
}

;// CONCATENATED MODULE: ./build/src/cli/index.js

void main(process.argv.slice(2));

module.exports = __webpack_exports__;
/******/ })()
;