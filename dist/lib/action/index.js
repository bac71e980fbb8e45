/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 669:
/***/ ((module) => {

module.exports = require("../github/index.js");

/***/ }),

/***/ 169:
/***/ ((module) => {

module.exports = require("../rules/index.js");

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
// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  actionLog: () => (/* reexport */ actionLog),
  mask: () => (/* reexport */ mask),
  runAction: () => (/* reexport */ runAction)
});

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = require("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = require("path");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(os.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    core_error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function core_error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
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

;// CONCATENATED MODULE: ./build/src/runner/log.js


const actionLog = {
    info: (message) => info(logText(message)),
    debug: (message) => debug(message),
    warning: (message) => info(logText(`warning: ${message}`)),
};

;// CONCATENATED MODULE: ./build/src/runner/mask.js

function mask(secret) {
    if (secret !== undefined && secret !== '')
        setSecret(secret);
}

;// CONCATENATED MODULE: ./build/src/kernel/compare.js
function compareText(a, b) {
    return a < b ? -1 : Number(a > b);
}

;// CONCATENATED MODULE: ./build/src/report/model.js

const verdicts = (/* unused pure expression or super */ null && (['pass', 'fail', 'inconclusive', 'exempt', 'skipped']));
const severities = ['error', 'warning', 'notice'];
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

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = require("node:fs/promises");
;// CONCATENATED MODULE: ./build/src/kernel/record.js
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
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
    throw new UserError(`The event cannot be judged: ${result.problem}.`, {
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
        throw new UserError(`The event payload ${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
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

;// CONCATENATED MODULE: ./build/src/report/make.js

function makeReport({ findings = [], verdict = verdictOf(findings), ...parts }) {
    return { schema: 1, verdict, findings, ...parts };
}
function withFindings(report, findings) {
    const first = findings.find(({ severity }) => severity === 'error');
    const broken = first === undefined ? {} : { verdict: 'fail', title: first.message };
    return { ...report, ...broken, findings: [...findings, ...report.findings] };
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

;// CONCATENATED MODULE: ./build/src/kernel/cause-chain.js
function causeChain(error, depth = 0) {
    if (!(error instanceof Error))
        return String(error);
    const own = error.stack ?? error.message;
    return error.cause === undefined || depth > 8
        ? own
        : `${own}\ncaused by: ${causeChain(error.cause, depth + 1)}`;
}

;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_namespaceObject);
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

;// CONCATENATED MODULE: ./build/src/report/fingerprint.js
function fingerprints(findings) {
    const turns = new Map();
    return findings.map((finding) => {
        const hash = fnv1a([finding.rule, finding.file ?? '', finding.message.replace(/\d+/g, '0')].join('\n'));
        const turn = (turns.get(hash) ?? 0) + 1;
        turns.set(hash, turn);
        return `${hash}:${turn}`;
    });
}
function fnv1a(text) {
    let low = 0x811c9dc5;
    let high = 0x9dc5811c;
    for (let i = 0; i < text.length; i++) {
        low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
        high = Math.imul(high ^ text.charCodeAt(i) ^ (i & 0xff), 0x01000193);
    }
    return hex(high) + hex(low);
}
function hex(word) {
    return (word >>> 0).toString(16).padStart(8, '0');
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
    return `${messages.map(({ message }) => outline_firstSentence(message)).join('; ')} → ${clip(help, 500)}`;
}
function outline_firstSentence(message) {
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
    return `${plural(lines.length, 'line')} ${enumerate(lines.map(String))}`;
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
function outline_placeText(finding) {
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

;// CONCATENATED MODULE: ./build/src/report/sarif.js






const sarifResults = 5000;
const levels = {
    error: 'error',
    warning: 'warning',
    notice: 'note',
};
function sarifLog(report, options = {}) {
    return {
        $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
        version: '2.1.0',
        runs: judged(report).map((part) => run(part, options)),
    };
}
function renderSarif(report, options = {}) {
    return `${JSON.stringify(sarifLog(report, options), undefined, 2)}\n`;
}
function judged(report) {
    const all = parts(report);
    return all.filter((part) => all.length === 1 || part.findings.length > 0 || (part.reports ?? []).length === 0);
}
function run(part, options) {
    const findings = worstFirst(part.findings).slice(0, sarifResults);
    const ids = [...new Set(findings.map((finding) => finding.rule))];
    const marks = fingerprints(findings);
    return {
        tool: { driver: driver(ids, options) },
        automationDetails: { id: `model-gates/${oneLine(part.gate)}/` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        ...provenance(options.source),
        invocations: [invocation(part)],
        results: findings.map((finding, i) => result(finding, ids.indexOf(finding.rule), marks[i] ?? '', options)),
    };
}
function driver(ids, options) {
    const docs = new Map((options.rules ?? []).map((doc) => [doc.id, doc]));
    return {
        name: 'model-gates',
        ...(options.version === undefined ? {} : { version: options.version, semanticVersion: options.version }),
        rules: ids.map((id) => rule(id, docs.get(id), options.rulesUrl)),
    };
}
function rule(id, doc, rulesUrl) {
    const helpUri = ruleUrl(id, rulesUrl);
    const link = helpUri === undefined ? {} : { helpUri };
    if (doc === undefined)
        return { id, ...link };
    const help = `${doc.summary}\n\nFor example:\n\n${doc.example}\n\n${doc.fix}`;
    return {
        id,
        shortDescription: { text: clip(doc.summary, 1000) },
        fullDescription: { text: clip(doc.summary, 1000) },
        help: { text: help },
        defaultConfiguration: { level: levels[doc.severity] },
        ...link,
    };
}
function result(finding, ruleIndex, mark, options) {
    return {
        ruleId: finding.rule,
        ruleIndex,
        level: levels[finding.severity],
        message: { text: messageText(finding) },
        locations: [{ physicalLocation: physicalLocation(finding, options) }],
        partialFingerprints: { primaryLocationLineHash: mark, 'modelGates/v1': mark },
    };
}
function messageText({ message, help }) {
    const text = help === undefined ? message : `${message}\nMend: ${help}`;
    return clip(visible(text), 8000).replaceAll('](', '] (');
}
function physicalLocation(finding, options) {
    const file = finding.file ?? options.fallbackFile ?? '.github/model-gates.yml';
    return { artifactLocation: { uri: encodePath(file), uriBaseId: '%SRCROOT%' }, ...region(finding) };
}
function region(finding) {
    const { file, line, column, endLine, endColumn } = finding;
    if (file === undefined || line === undefined)
        return {};
    const ends = endLine !== undefined && endLine >= line ? { endLine } : {};
    const columns = column === undefined ? {} : { startColumn: column };
    const end = column !== undefined && endColumn !== undefined && isAfter(finding) ? { endColumn } : {};
    return { region: { startLine: line, ...columns, ...ends, ...end } };
}
function isAfter({ line = 1, column = 1, endLine = line, endColumn = column }) {
    return endLine > line || endColumn >= column;
}
function invocation(part) {
    const left = part.findings.length - sarifResults;
    const text = `${count(left, 'finding')} beyond the first ${sarifResults} left out: see the JSON report.`;
    const notes = left > 0 ? { toolExecutionNotifications: [{ level: 'warning', message: { text } }] } : {};
    return { executionSuccessful: part.verdict !== 'inconclusive', ...notes };
}
function provenance(source) {
    return source === undefined
        ? {}
        : { versionControlProvenance: [{ repositoryUri: source.url, revisionId: source.sha }] };
}

;// CONCATENATED MODULE: ./build/src/report/annotations.js



const annotationLimits = { error: 10, warning: 10, notice: 10 };
function selectAnnotations(findings, limits = annotationLimits) {
    const omitted = { error: 0, warning: 0, notice: 0 };
    const shown = severities.flatMap((severity) => {
        const all = findings.filter((finding) => finding.severity === severity);
        omitted[severity] = Math.max(0, all.length - limits[severity]);
        return takeTurns(worstFirst(all)).slice(0, limits[severity]);
    });
    return { shown, omitted };
}
function takeTurns(findings) {
    const turns = [];
    const taken = new Map();
    for (const finding of findings) {
        const gate = finding.rule.split('/', 1)[0] ?? '';
        const turn = taken.get(gate) ?? 0;
        taken.set(gate, turn + 1);
        (turns[turn] ??= []).push(finding);
    }
    return turns.flat();
}
function annotationCommand(finding) {
    return {
        level: finding.severity,
        message: annotationMessage(finding, 4000),
        properties: properties(finding),
    };
}
function annotationMessage(finding, max) {
    const mend = finding.help === undefined ? '' : `\nMend: ${clip(visible(finding.help), max / 2)}`;
    return clip(visible(finding.message), max / 2) + mend;
}
function properties(finding) {
    const title = clip(visible(finding.rule), 255);
    return finding.file === undefined ? { title } : { title, file: finding.file, ...annotations_region(finding) };
}
function annotations_region(finding) {
    if (finding.line === undefined)
        return {};
    const lines = { startLine: finding.line, endLine: Math.max(finding.line, finding.endLine ?? finding.line) };
    if (finding.column === undefined || lines.endLine !== lines.startLine)
        return lines;
    return {
        ...lines,
        startColumn: finding.column,
        endColumn: Math.max(finding.column, finding.endColumn ?? finding.column),
    };
}

;// CONCATENATED MODULE: ./build/src/report/budget.js

function fitBlocks(blocks, maxBytes) {
    let left = maxBytes;
    const rendered = blocks.map((block, index) => ({ ...render(block, maxBytes), index }));
    const bySize = rendered.toSorted((a, b) => a.size - b.size);
    const served = bySize.map((one, turn) => {
        const fitted = serve(one, Math.floor(left / (blocks.length - turn)));
        left -= byteLength(fitted.text);
        return { ...fitted, block: one.block, index: one.index };
    });
    const inOrder = served.toSorted((a, b) => a.index - b.index);
    return {
        text: inOrder.map(({ text }) => text).join(''),
        cut: inOrder.filter(({ whole }) => !whole).map(({ block, shown }) => cutPhrase(block, shown)),
    };
}
function render(block, maxBytes) {
    const items = [];
    let size = byteLength(block.head) + byteLength(block.tail);
    for (let index = 0; index < block.count && size <= maxBytes; index++) {
        const item = block.item(index);
        items.push(item);
        size += byteLength(item);
    }
    if (size <= maxBytes)
        return { block, items, size };
    return { block, items, size: maxBytes + 1 + size - byteLength(items.at(-1) ?? '') };
}
function serve({ block: { head, tail, count: all, unit }, items, size }, maxBytes) {
    if (size <= maxBytes)
        return { text: head + items.join('') + tail, shown: all, whole: true };
    const note = `\n_${count(all, unit)} in all; the rest is not shown here._\n`;
    const shown = howMany(items, maxBytes - byteLength(head) - byteLength(tail) - byteLength(note));
    return {
        text: shown === 0 ? '' : head + items.slice(0, shown).join('') + note + tail,
        shown,
        whole: false,
    };
}
function howMany(items, room) {
    let used = 0;
    const first = items.findIndex((item) => (used += byteLength(item)) > room);
    return first < 0 ? items.length : first;
}
function cutPhrase({ name, count: all, unit }, shown) {
    return shown === 0 ? `all of ${name}` : `${grouped(all - shown)} of ${count(all, unit)} of ${name}`;
}

;// CONCATENATED MODULE: ./build/src/report/compose.js



const noteBytes = 2000;
function compose(head, blocks, foot, maxBytes, options) {
    const fixed = fitHead(head, maxBytes - byteLength(foot) - noteBytes);
    const { text, cut } = fitBlocks(blocks, maxBytes - byteLength(fixed.text) - byteLength(foot) - noteBytes);
    return fixed.text + text + cutNote([...fixed.cut, ...cut], options) + foot;
}
function fitHead(pieces, maxBytes) {
    let text = '';
    let lost = 0;
    for (const piece of pieces) {
        if (text === '' || byteLength(text) + byteLength(piece) <= maxBytes)
            text += piece;
        else
            lost++;
    }
    return { text, cut: lost === 0 ? [] : ['parts of the overview'] };
}
function cutNote(cut, options) {
    if (cut.length === 0)
        return '';
    const full = mdText(clip(options.fullReport ?? 'the JSON that the output `report` names', 200));
    const verb = plural(cut.length, 'is', 'are');
    return `\n> **Cut to fit:** ${enumerate(named(cut))} ${verb} not shown. The whole report: ${full}.\n`;
}
function named(cut) {
    let used = 0;
    const first = cut.findIndex((phrase, i) => i >= 8 || (used += byteLength(phrase) + 5) > noteBytes - 500);
    const more = first < 0 ? 0 : cut.length - first;
    return more === 0 ? [...cut] : [...cut.slice(0, first), `parts of ${count(more, 'more section')}`];
}

;// CONCATENATED MODULE: ./build/src/report/markdown.js





const longest = 1500;
const longestAbove = 500;
const mostGates = 60;
function verdictMarkdown(report) {
    const { symbol, word } = verdictWords[report.verdict];
    return `## ${symbol} ${word}: ${markdown_text(report.title, longestAbove)}\n\n${markdown_text(meaningOf(report), longestAbove)}\n`;
}
function whatToDoMarkdown(report, options, max = 10) {
    const { files, more } = whatToDo(report, max);
    if (files.length === 0)
        return '';
    const items = files.map((entry, index) => fileActions(entry, index + 1, options)).join('');
    const rest = more === 0 ? '' : `\n…and ${count(more, 'more thing')}: see the findings below.\n`;
    return `\n### What to do\n\n${items}${rest}`;
}
function fileActions({ file, actions }, number, options) {
    const [only] = actions;
    const name = file === undefined ? '' : mdLink(mdCode(clip(file, longestAbove)), blobUrl(options.source, { file }));
    if (only !== undefined && actions.length === 1)
        return `${number}. ${markdown_actionText(only, name, options)}\n`;
    const indent = ' '.repeat(String(number).length + 2);
    const items = actions.map((action) => `${indent}- ${markdown_actionText(action, '', options)}\n`).join('');
    return `${number}. ${name || 'As a whole'}\n${items}`;
}
function markdown_actionText(action, name, options) {
    const lines = linesText(action.findings);
    const [first] = action.findings;
    const place = lines === '' || first === undefined ? '' : mdLink(lines, blobUrl(options.source, first));
    const where = [name, place].filter(Boolean).join(', ');
    return `${where}${where === '' ? '' : ': '}${markdown_text(action.text)}`;
}
function gatesMarkdown(report) {
    const gates = parts(report).slice(1);
    if (gates.length === 0)
        return '';
    const rows = gates.slice(0, mostGates).map((gate) => {
        const { symbol, word } = verdictWords[gate.verdict];
        return `| ${mdCellCode(gate.gate)} | ${symbol} ${word} | ${reasons(gate)
            .map((reason) => markdown_text(reason, longestAbove))
            .join('<br>')} | ${duration(gate.durationMs)} |\n`;
    });
    const rest = gates.length > mostGates ? `\n…and ${count(gates.length - mostGates, 'more gate')}.\n` : '';
    return `\n### Gates\n\n| gate | verdict | why | time |\n|---|---|---|---:|\n${rows.join('')}${rest}`;
}
function findingBlocks(part, options, folded = false) {
    const findings = worstFirst(part.findings);
    if (findings.length === 0)
        return [];
    const head = folded
        ? `\n<details><summary>Findings of ${mdHtml(part.gate)}: ${tally(findings)}</summary>\n\n`
        : `\n### Findings of ${mdCode(clip(part.gate, 100))}: ${tally(findings)}\n\n`;
    return [
        {
            name: mdCode(clip(part.gate, 100)),
            head: `${head}| | where | what and how to mend it | rule |\n|---|---|---|---|\n`,
            ...each(findings, (finding) => findingRow(finding, options)),
            tail: folded ? '\n</details>\n' : '',
            unit: 'finding',
        },
    ];
}
function findingRow(finding, options) {
    const place = mdLink(mdCellCode(clip(outline_placeText(finding), 300)), blobUrl(options.source, finding));
    const mend = finding.help === undefined ? '' : `<br>→ ${markdown_text(finding.help)}`;
    const rule = mdLink(mdCellCode(clip(finding.rule, 100)), ruleUrl(finding.rule, options.rulesUrl));
    return `| ${severitySymbols[finding.severity]} | ${finding.file === undefined ? outline_placeText(finding) : place} | ${markdown_text(finding.message)}${mend} | ${rule} |\n`;
}
function sectionBlocks(part, open, prefix) {
    return (part.sections ?? [])
        .filter((section) => (section.open ?? false) === open)
        .map((section) => sectionBlock(section, prefix));
}
function detailBlocks(report, options) {
    const all = parts(report);
    const folded = whatToDo(report).files.length > 0;
    const prefix = (part) => (all.length > 1 ? `${part.gate}: ` : '');
    return [
        ...all.flatMap((part) => [
            ...findingBlocks(part, options, folded),
            ...sectionBlocks(part, true, prefix(part)),
        ]),
        ...all.flatMap((part) => sectionBlocks(part, false, prefix(part))),
    ];
}
function sectionBlock(section, prefix) {
    const title = prefix + section.title;
    const body = sectionBody(section);
    return {
        ...body,
        name: mdText(clip(title, 60)),
        head: `\n<details${section.open === true ? ' open' : ''}><summary>${mdHtml(clip(title, 200))}</summary>\n\n${body.head}`,
        tail: `${body.tail}\n</details>\n`,
    };
}
function sectionBody(section) {
    if (section.kind === 'table')
        return tableBody(section.columns, section.rows);
    if (section.kind === 'list') {
        return { head: '', ...each(section.items, (item) => `- ${markdown_text(item)}\n`), tail: '', unit: 'item' };
    }
    return {
        head: '',
        ...each([section.source], (source) => mdFence('mermaid', source)),
        tail: '',
        unit: 'diagram',
    };
}
function tableBody(columns, rows) {
    const titles = columns.map((column) => ` ${markdown_text(column.title)} |`).join('');
    const lines = columns.map((column) => (column.align === 'right' ? '---:|' : '---|')).join('');
    const row = (cells) => `|${columns.map((column, i) => ` ${cell(column, cells[i] ?? '')} |`).join('')}\n`;
    return { head: `|${titles}\n|${lines}\n`, ...each(rows, row), tail: '', unit: 'row' };
}
function each(all, write) {
    const item = (index) => all
        .slice(index, index + 1)
        .map(write)
        .join('');
    return { count: all.length, item };
}
function cell(column, value) {
    return column.code === true ? mdCellCode(clip(value, longest)) : markdown_text(value);
}
function markdown_text(value, max = longest) {
    return mdText(clip(value, max));
}

;// CONCATENATED MODULE: ./build/src/report/summary.js


const summaryBytes = 1_000_000;
function renderSummary(report, options = {}) {
    const head = [verdictMarkdown(report), whatToDoMarkdown(report, options), gatesMarkdown(report)];
    return compose(head, detailBlocks(report, options), '', options.maxBytes ?? summaryBytes, options);
}

;// CONCATENATED MODULE: ./build/src/report/comment.js




const commentBytes = 65_000;
function commentMarker(key) {
    return `<!-- model-gates:${key
        .replace(/[^\w./-]/g, '_')
        .replace(/-{2,}/g, '-')
        .slice(0, 100)} -->`;
}
function renderComment(report, key, options = {}) {
    const head = [
        `${commentMarker(key)}\n${verdictMarkdown(report)}`,
        whatToDoMarkdown(report, options),
        gatesMarkdown(report),
    ];
    const blocks = parts(report).flatMap((part) => findingBlocks(part, options, true));
    return compose(head, blocks, foot(options), options.maxBytes ?? commentBytes, options);
}
function foot({ source, runUrl }) {
    const commit = source && `This speaks of commit ${mdLink(mdCode(source.sha), `${source.url}/commit/${source.sha}`)}.`;
    const run = runUrl && `${mdLink('The run', runUrl)} has the whole report.`;
    const line = [commit, run].filter(Boolean).join(' ');
    return line === '' ? '' : `\n---\n${line}\n`;
}

;// CONCATENATED MODULE: ./build/src/report/check.js







const checkBytes = 65_000;
const checkBatch = 50;
const checkAnnotations = 1000;
function conclusionOf(report) {
    const conclusions = {
        pass: 'success',
        fail: 'failure',
        inconclusive: blocks(report) ? 'failure' : 'neutral',
        exempt: 'neutral',
        skipped: 'skipped',
    };
    return conclusions[report.verdict];
}
function checkOutput(report, options = {}) {
    const max = options.maxBytes ?? checkBytes;
    const head = [verdictMarkdown(report), whatToDoMarkdown(report, options), gatesMarkdown(report)];
    return {
        conclusion: conclusionOf(report),
        title: clip(`${verdictWords[report.verdict].word}: ${oneLine(report.title)}`, 250),
        summary: compose(head, [], '', max, options),
        text: compose([], detailBlocks(report, options), '', max, options).trimStart(),
        annotations: batches(worstFirst(allFindings(report)).flatMap(checkAnnotation).slice(0, checkAnnotations)),
    };
}
const check_levels = {
    error: 'failure',
    warning: 'warning',
    notice: 'notice',
};
function checkAnnotation(finding) {
    if (finding.file === undefined)
        return [];
    return [
        {
            path: finding.file,
            ...lines(finding),
            annotation_level: check_levels[finding.severity],
            message: annotationMessage(finding, 8000),
            title: clip(visible(finding.rule), 255),
        },
    ];
}
function lines(finding) {
    const start = finding.line ?? 1;
    const end = Math.max(start, finding.endLine ?? start);
    if (finding.line === undefined || finding.column === undefined || start !== end)
        return { start_line: start, end_line: end };
    const endColumn = Math.max(finding.column, finding.endColumn ?? finding.column);
    return { start_line: start, end_line: end, start_column: finding.column, end_column: endColumn };
}
function batches(items) {
    return Array.from({ length: Math.ceil(items.length / checkBatch) }, (_, i) => items.slice(i * checkBatch, (i + 1) * checkBatch));
}

;// CONCATENATED MODULE: ./build/src/runner/publish/outputs.js

async function setOutputs(file, outputs) {
    if (file === undefined || file === '')
        return;
    const lines = Object.entries(outputs).map(([name, value]) => {
        const delimiter = delimiterFor(value);
        return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
    });
    await (0,promises_namespaceObject.appendFile)(file, lines.join(''));
}
function delimiterFor(value) {
    let delimiter = 'MODEL_GATES_END';
    while (value.includes(delimiter))
        delimiter += '_';
    return delimiter;
}

;// CONCATENATED MODULE: ./build/package.json
const package_namespaceObject = {"rE":"0.1.0"};
;// CONCATENATED MODULE: ./build/src/kernel/product.js

const version = package_namespaceObject.rE;
const rulesUrl = 'https://github.com/model-gates/model-gates/blob/main/docs/rules.md';
const policySchemaUrl = 'https://raw.githubusercontent.com/model-gates/model-gates/main/schema/policy.schema.json';

;// CONCATENATED MODULE: ./build/src/runner/publish/publish.js







async function publish(result, variables, log) {
    const { report, channels } = result;
    annotate(report, log);
    await setOutputs(variables['GITHUB_OUTPUT'], { verdict: report.verdict, ...result.outputs });
    await degrade(log, 'The report files', async () => setOutputs(variables['GITHUB_OUTPUT'], await writeFiles(report, channels.render, variables['RUNNER_TEMP'])));
    await degrade(log, 'The step summary', () => writeSummary(report, channels.render, variables['GITHUB_STEP_SUMMARY']));
    if (channels.github !== undefined)
        await publishToGitHub(report, channels.github, channels.render, log);
    log.info(`${report.gate}: ${report.verdict}: ${report.title}`);
}
async function writeFiles(report, render, temp) {
    if (temp === undefined || temp === '')
        return {};
    const folder = external_node_path_default().join(temp, 'model-gates');
    await (0,promises_namespaceObject.mkdir)(folder, { recursive: true });
    const json = external_node_path_default().join(folder, `${report.gate}.json`);
    const sarif = external_node_path_default().join(folder, `${report.gate}.sarif`);
    await (0,promises_namespaceObject.writeFile)(json, renderJson(report));
    await (0,promises_namespaceObject.writeFile)(sarif, await sarifText(report, render));
    return { report: json, sarif };
}
async function sarifText(report, render) {
    const rules = allFindings(report).length === 0 ? [] : (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 169, 23))).allRules;
    return renderSarif(report, { ...render, rules, version: version });
}
const annotators = {
    error: core_error,
    warning: warning,
    notice: notice,
};
function annotate(report, log) {
    const { shown, omitted } = selectAnnotations(allFindings(report));
    for (const finding of shown) {
        const { level, message, properties } = annotationCommand(finding);
        annotators[level](message, properties);
    }
    const left = Object.entries(omitted).filter(([, count]) => count > 0);
    if (left.length > 0)
        log.info(`Not annotated, for a step shows ten of each: ${left.map(([severity, count]) => `${count} × ${severity}`).join(', ')}. All are in the summary.`);
}
async function writeSummary(report, render, file) {
    if (file === undefined || file === '')
        return;
    const used = await (0,promises_namespaceObject.stat)(file).then(({ size }) => size, () => 0);
    const maxBytes = Math.max(0, 1_000_000 - used);
    await (0,promises_namespaceObject.appendFile)(file, renderSummary(report, { ...render, maxBytes }));
}
async function publishToGitHub(report, to, render, log) {
    if (to.comment === undefined && to.check === undefined)
        return;
    const { connect } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 669, 23));
    const github = connect({ token: to.token, apiUrl: to.apiUrl, repository: to.repository, log });
    const { comment, check } = to;
    if (comment !== undefined) {
        await degrade(log, 'The comment', () => github.comments.upsert(comment, report.gate, renderComment(report, report.gate, render)));
    }
    const name = to.aside === undefined ? report.gate : `${report.gate} (${to.aside})`;
    if (check !== undefined)
        await degrade(log, 'The check', () => publishCheck(report, { name, sha: check }, github, render));
}
async function degrade(log, what, attempt) {
    try {
        await attempt();
    }
    catch (error) {
        const sentences = [
            `${what} could not be written: ${error instanceof Error ? error.message : String(error)}`,
        ];
        if (isUserError(error) && error.help !== undefined)
            sentences.push(error.help);
        log.warning(`${sentences.join('. ')}. The verdict stands.`);
    }
}
async function publishCheck(report, check, github, render) {
    const details = render?.runUrl === undefined ? {} : { detailsUrl: render.runUrl };
    await github.checks.publish({ ...check, output: checkOutput(report, render), ...details });
}

;// CONCATENATED MODULE: ./build/src/runner/run-action.js







async function runAction(gate, main) {
    const result = await attempt(gate, main);
    try {
        await publish(result, process.env, actionLog);
    }
    catch (error) {
        actionLog.debug(causeChain(error));
        core_error(`The report could not be published: ${error instanceof Error ? error.message : String(error)}`);
        process.exitCode = 1;
    }
    if (blocks(result.report))
        process.exitCode = 1;
}
async function attempt(gate, main) {
    try {
        const environment = await readEnvironment(process.env);
        return await main({ environment, input: (name) => getInput(name) });
    }
    catch (error) {
        actionLog.debug(causeChain(error));
        return { report: errorReport(gate, error), outputs: {}, channels: {} };
    }
}

;// CONCATENATED MODULE: ./build/src/bundles/action.js




module.exports = __webpack_exports__;
/******/ })()
;