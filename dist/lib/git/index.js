/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 522:
/***/ ((module) => {

module.exports = require("node:zlib");

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
  addressOf: () => (/* reexport */ addressOf),
  commands: () => (/* reexport */ commands),
  fileTreeOf: () => (/* reexport */ fileTreeOf),
  folderTree: () => (/* reexport */ folderTree),
  lineReader: () => (/* reexport */ lineReader),
  onDisk: () => (/* reexport */ onDisk),
  openLedger: () => (/* reexport */ openLedger),
  openRepository: () => (/* reexport */ openRepository),
  openScratch: () => (/* reexport */ openScratch)
});

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

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = require("node:fs/promises");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_namespaceObject);
;// CONCATENATED MODULE: ./build/src/kernel/clock.js
const systemClock = {
    now: Date.now,
    random: Math.random,
    pause: (milliseconds) => new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
    }),
};

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

;// CONCATENATED MODULE: ./build/src/git/process/environment.js
const dropped = /^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|NAMESPACE|SHALLOW_FILE|DEFAULT_HASH|EXTERNAL_DIFF|DIFF_OPTS|PAGER|TRACE.*|(LITERAL|GLOB|NOGLOB|ICASE)_PATHSPECS|CURL_VERBOSE)$/;
const fixed = {
    GIT_TERMINAL_PROMPT: '0',
    GCM_INTERACTIVE: 'never',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_MERGE_AUTOEDIT: 'no',
    GIT_PAGER: '',
    LC_ALL: 'C',
};
function gitEnvironment(env) {
    const kept = {};
    for (const [name, value] of Object.entries(env))
        if (value !== undefined && !dropped.test(name))
            kept[name] = value;
    return { ...kept, ...fixed };
}
function authentication(remoteUrl, token, env) {
    const server = originOf(env['GITHUB_SERVER_URL'] ?? 'https://github.com');
    if (server === undefined || originOf(remoteUrl) !== server)
        return {};
    const header = `AUTHORIZATION: basic ${basicCredential(token)}`;
    const key = `http.${server}/.extraheader`;
    return settingVariables(env, [
        [key, ''],
        [key, header],
    ]);
}
function settingVariables(env, settings) {
    const count = Number(env['GIT_CONFIG_COUNT'] ?? 0) || 0;
    const variables = settings.flatMap(([key, value], at) => [
        [`GIT_CONFIG_KEY_${count + at}`, key],
        [`GIT_CONFIG_VALUE_${count + at}`, value],
    ]);
    return Object.fromEntries([...variables, ['GIT_CONFIG_COUNT', String(count + settings.length)]]);
}
function basicCredential(token) {
    return Buffer.from(`x-access-token:${token}`).toString('base64');
}
function originOf(url) {
    const parsed = URL.canParse(url) ? new URL(url) : undefined;
    return parsed?.protocol === 'https:' || parsed?.protocol === 'http:' ? parsed.origin : undefined;
}

;// CONCATENATED MODULE: ./build/src/git/names.js

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
function decodeName(bytes) {
    try {
        return utf8.decode(bytes);
    }
    catch {
        return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : escaped(byte))).join('');
    }
}
function escaped(byte) {
    return `\\x${byte.toString(16).toUpperCase()}`;
}
function splitNul(bytes) {
    const pieces = [];
    let start = 0;
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, start)) {
        pieces.push(bytes.subarray(start, end));
        start = end + 1;
    }
    if (start < bytes.length)
        pieces.push(bytes.subarray(start));
    return pieces;
}
function visibleName(name) {
    const visible = name.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return visible.length > 200 ? `${visible.slice(0, 200)}…` : visible;
}
function ambiguous(path) {
    return new UserError(`two files have a name that reads as ${visibleName(path)}`, {
        place: { file: path },
        help: 'Rename them: use UTF-8 for file names.',
    });
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = require("node:child_process");
;// CONCATENATED MODULE: ./build/src/git/objects/object-reader.js



function objectReader(cwd, env) {
    let session;
    const current = () => {
        if (session?.over() !== false)
            session = startSession(cwd, env);
        return session;
    };
    return {
        read: async (names) => (names.length === 0 ? [] : current().ask(names)),
        close: () => session?.end(),
    };
}
function startSession(cwd, env) {
    const child = (0,external_node_child_process_namespaceObject.spawn)('git', ['cat-file', '--batch'], { cwd, env: gitEnvironment(env), stdio: 'pipe' });
    const queue = [];
    const answers = answerParser((object) => queue.shift()?.resolve(object));
    let failed;
    const fail = (reason) => {
        failed ??= new UserError(`git cat-file ended before its answer was whole: ${reason}`, {
            help: 'Run it again.',
        });
        for (const waiting of queue.splice(0))
            waiting.reject(failed);
    };
    listen(child, answers, fail);
    return {
        ask: (names) => {
            const asked = names.map(() => new Promise((resolve, reject) => {
                queue.push({ resolve, reject });
            }));
            if (failed !== undefined)
                fail('it is not running');
            else
                child.stdin.write(names.map((name) => `${name.replaceAll('\n', ' ')}\n`).join(''));
            return Promise.all(asked);
        },
        over: () => failed !== undefined,
        end: () => child.stdin.end(),
    };
}
function listen(child, answers, fail) {
    let stderr = '';
    child.stdout.on('data', answers);
    child.stderr.on('data', (chunk) => {
        stderr = `${stderr}${chunk.toString('utf8')}`.slice(-500);
    });
    child.stdin.on('error', (error) => fail(error.message));
    child.on('error', (error) => fail(error.message));
    child.on('close', (code) => fail(stderr.trim() === '' ? `exit code ${code ?? 'none'}` : stderr.trim()));
}
function answerParser(tell) {
    let chunks = [];
    let length = 0;
    let needed = 0;
    return (chunk) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length < needed)
            return;
        let rest = chunks.length === 1 ? chunk : Buffer.concat(chunks);
        needed = 0;
        while (rest.length > 0) {
            const end = rest.indexOf(10);
            if (end < 0)
                break;
            const header = rest.toString('utf8', 0, end);
            const [, oid, type = '', size = ''] = /^([0-9a-f]{40,64}) ([a-z]+) (\d+)$/.exec(header) ?? [];
            const stop = oid === undefined ? end + 1 : end + 2 + Number(size);
            if (stop > rest.length) {
                needed = stop;
                break;
            }
            tell(oid === undefined ? undefined : { oid, type, bytes: Buffer.from(rest.subarray(end + 1, stop - 1)) });
            rest = rest.subarray(stop);
        }
        chunks = [rest];
        length = rest.length;
    };
}

;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = require("string_decoder");
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = require("os");
;// CONCATENATED MODULE: external "events"
const external_events_namespaceObject = require("events");
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = require("child_process");
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = require("path");
;// CONCATENATED MODULE: external "assert"
const external_assert_namespaceObject = require("assert");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = require("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_namespaceObject.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_namespaceObject.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = require("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_namespaceObject.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_namespaceObject.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_namespaceObject.EOL.length);
                n = s.indexOf(external_os_namespaceObject.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_namespaceObject.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_namespaceObject.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new StringDecoder('utf8');
        const stderrDecoder = new StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: external "node:async_hooks"
const external_node_async_hooks_namespaceObject = require("node:async_hooks");
;// CONCATENATED MODULE: external "node:diagnostics_channel"
const external_node_diagnostics_channel_namespaceObject = require("node:diagnostics_channel");
;// CONCATENATED MODULE: ./build/src/git/process/child.js


const current = new external_node_async_hooks_namespaceObject.AsyncLocalStorage();
let subscribed = false;
function withHandle(handle, start) {
    if (!subscribed)
        (0,external_node_diagnostics_channel_namespaceObject.subscribe)('child_process', onSpawn);
    subscribed = true;
    return current.run(handle, start);
}
function stop({ child }) {
    child?.kill();
    child?.stdout?.destroy();
    child?.stderr?.destroy();
}
function onSpawn(message) {
    const handle = current.getStore();
    if (handle === undefined || !isSpawn(message))
        return;
    const child = message.process;
    handle.child = child;
    queueMicrotask(() => child.stdin?.on('error', () => undefined));
}
function isSpawn(message) {
    return typeof message === 'object' && message !== null && 'process' in message;
}

;// CONCATENATED MODULE: ./build/src/git/process/collector.js
function collector(limit, onOverflow) {
    const chunks = [];
    let size = 0;
    const add = (chunk) => {
        size += chunk.length;
        if (size > limit)
            onOverflow();
        else
            chunks.push(Buffer.from(chunk));
        endAsLine(chunk);
    };
    return { add, bytes: () => Buffer.concat(chunks) };
}
function endAsLine(chunk) {
    chunk.fill(0);
    chunk.write('\r\n', Math.max(0, chunk.length - 2));
}

;// CONCATENATED MODULE: ./build/src/git/process/errors.js

const standsInTheWay = /exists; cannot create|cannot lock ref .*: '[^']*' exists/i;
const inUse = /^(?:fatal|error): (?:cannot lock ref '[^']*': )?(?:Unable to create '[^']*\.lock': File exists|shallow file has changed|could not lock config file [^\n]*: File exists|is at [0-9a-f]+ but expected)/im;
const advices = [
    {
        when: /dubious ownership|unsafe repository/i,
        message: 'the repository belongs to another user, so git refuses to read it',
        help: 'Run: git config --global --add safe.directory "$PWD"',
    },
    {
        when: /not a git repository/i,
        message: 'this is not a git repository',
        help: 'Run it inside a clone; in a workflow, add a step with actions/checkout before it.',
    },
    {
        when: /must be run in a work tree/i,
        message: 'this is a bare repository: it has no files',
        help: 'Run it inside a clone with a working tree.',
    },
    {
        when: inUse,
        message: 'another git is at work in this repository, or was killed in it',
        help: 'Wait for the other one, and run it again; where none is running, remove the .lock file that is named.',
    },
    {
        when: /Read-only file system|insufficient permission for adding|failed to write new configuration file|^(?:fatal|error): [^\n]*: Permission denied$/im,
        message: 'the repository cannot be written',
        help: 'Run it as the owner of the clone, on a disk that is neither full nor read-only.',
    },
    {
        when: /protected ref|rule violations|GH013|GH006|protected tag/i,
        message: 'a rule of the repository forbids this push',
        help: 'Let the workflow bypass the ruleset for these tags, or push with the token of an app that may.',
    },
    {
        when: /Authentication failed|could not read (Username|Password)|Permission denied|access denied|not granted|returned error: 40[13]|Invalid username|Host key verification failed/i,
        message: 'the remote refused the credentials',
        help: 'Give the job `permissions: contents: read` (write, to push tags) and pass the token, or keep `persist-credentials: true` in actions/checkout.',
    },
    {
        when: /Could not resolve host|unable to access|Could not read from remote|Connection (refused|timed out|reset)|Failed to connect|does not appear to be a git repository|early EOF|hung up|No such remote|unable to connect|repository '.*' not found/i,
        message: 'the remote could not be reached',
        help: 'Check the network and the remote (`git remote -v`); or fetch what is needed beforehand, with `fetch-depth: 0` in actions/checkout.',
    },
    {
        when: standsInTheWay,
        message: 'another branch or tag stands in the way of this name',
        help: 'Choose a name that does not begin with an existing one and a slash.',
    },
    {
        when: /No space left on device/i,
        message: 'the disk is full',
        help: 'Free some space and run it again.',
    },
    {
        when: /unknown (option|switch)|usage: git/i,
        message: 'this git is too old',
        help: 'Install git 2.31 or later.',
    },
    {
        when: /is corrupt|bad object|unable to read tree|object file .* is empty|inflate:/i,
        message: 'an object of the repository is missing or damaged',
        help: 'Clone the repository again, or run: git fsck',
    },
];
function failure(verb, result) {
    const advice = advices.find(({ when }) => when.test(result.stderr));
    const own = ownWords(result.stderr) || `exit code ${result.exitCode}`;
    if (advice === undefined)
        return new UserError(`git ${verb} failed: ${own}`);
    return new UserError(`${advice.message} (git ${verb}: ${own})`, { help: advice.help });
}
const brokenConnection = /early EOF|hung up unexpectedly|Connection (?:reset|timed out|closed)|RPC failed|returned error: 5\d\d|Operation timed out|TLS connection was non-properly/i;
function brokeOff(stderr) {
    return brokenConnection.test(stderr);
}
function isInUse(stderr) {
    return inUse.test(stderr);
}
function ownWords(stderr) {
    const lines = stderr
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const reason = lines.find((line) => /^(fatal|error|remote: error):/i.test(line)) ?? lines.at(-1) ?? '';
    return reason.replace(/^(fatal|error): /i, '').slice(0, 300);
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: ./build/src/git/process/program.js




async function findProgram(name) {
    if (process.platform === 'win32' || external_node_path_default().isAbsolute(name))
        return (await which(name).catch(() => '')) || undefined;
    for (const folder of (process.env['PATH'] ?? '').split((external_node_path_default()).delimiter)) {
        const file = external_node_path_default().join(folder, name);
        if (folder !== '' && (await isProgram(file)))
            return file;
    }
    return undefined;
}
async function isProgram(file) {
    try {
        await (0,promises_namespaceObject.access)(file, external_node_fs_namespaceObject.constants.X_OK);
        return (await (0,promises_namespaceObject.stat)(file)).isFile();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/src/git/process/run.js









const settings = [
    'core.quotePath=false',
    'core.fsmonitor=false',
    'submodule.recurse=false',
    'protocol.version=2',
    'gc.auto=0',
    'maintenance.auto=false',
    'i18n.logOutputEncoding=UTF-8',
].flatMap((setting) => ['-c', setting]);
const minute = 60_000;
const mebibyte = 1024 * 1024;
function createGit(options) {
    const env = gitEnvironment(options.env);
    const { secrets = [], clock = systemClock } = options;
    const attempt = async (args, how = {}) => {
        const started = clock.now();
        const result = await execute([...settings, ...(options.config ?? []), ...args], options.cwd, { ...env, ...how.env }, how);
        const shown = redact(`git ${args.join(' ')}`, secrets).slice(0, 400);
        options.log.debug(`${shown} → ${result.exitCode} in ${Math.round(clock.now() - started)} ms`);
        return { ...result, stderr: redact(result.stderr, secrets) };
    };
    const run = async (args, how) => {
        const result = await attempt(args, how);
        if (result.exitCode !== 0)
            throw failure(args[0] ?? '', result);
        return result.stdout;
    };
    const text = async (args, how) => (await run(args, how)).toString('utf8').replace(/\r?\n$/, '');
    return { cwd: options.cwd, log: options.log, clock, attempt, run, text };
}
async function execute(args, cwd, env, options) {
    const handle = {};
    const limit = stopper(handle, options.timeoutMs ?? 2 * minute);
    const stdout = collector(options.maxOutput ?? 256 * mebibyte, () => limit.now('output'));
    const stderr = collector(mebibyte, () => undefined);
    const listeners = { stdout: stdout.add, stderr: stderr.add };
    const input = Buffer.from(options.input ?? '');
    const how = { cwd, env, input, listeners, silent: true, ignoreReturnCode: true, delay: 5000 };
    try {
        const program = (await findProgram('git')) ?? 'git';
        const exitCode = await withHandle(handle, () => exec(`"${program}"`, [...args], how));
        if (limit.reason() !== undefined)
            throw stopped(args, limit.reason(), options);
        return { exitCode: exitCode ?? -1, stdout: stdout.bytes(), stderr: stderr.bytes().toString('utf8') };
    }
    catch (error) {
        throw unstartable(error, cwd);
    }
    finally {
        limit.clear();
    }
}
function stopper(handle, timeoutMs) {
    let why;
    const now = (reason) => {
        why ??= reason;
        stop(handle);
    };
    const timer = setTimeout(() => now('time'), timeoutMs);
    return { now, reason: () => why, clear: () => clearTimeout(timer) };
}
function stopped(args, reason, options) {
    const verb = args.find((arg, index) => !arg.startsWith('-') && args[index - 1] !== '-c') ?? '';
    if (reason === 'output')
        return new UserError(`git ${verb} printed more than ${options.maxOutput ?? 256 * mebibyte} bytes and was stopped`);
    const seconds = Math.round((options.timeoutMs ?? 2 * minute) / 1000);
    return new UserError(`git ${verb} did not finish within ${seconds} s and was stopped`, {
        help: 'Run it again; if it stays slow, check the network and the size of the repository.',
    });
}
function unstartable(error, cwd) {
    const message = error instanceof Error ? error.message : String(error);
    if (message.includes('Unable to locate executable file'))
        return new UserError('git was not found on PATH', {
            help: 'Install git 2.31 or later, or use a container image that has it.',
            cause: error,
        });
    if (message.startsWith('There was an error when attempting to execute'))
        return new UserError(`git could not be started in ${cwd}`, {
            help: 'Name a folder that may be entered.',
            cause: error,
        });
    if (message.startsWith('The cwd:'))
        return new UserError(`there is no folder ${cwd}`, { cause: error });
    return error;
}

;// CONCATENATED MODULE: ./build/src/git/ledger/store.js











const maxPacks = 60;
const abandonedAfter = 15 * 60_000;
const lockAbandonedAfter = 60_000;
async function openStore(options, cached) {
    try {
        return await opened(options, cached);
    }
    catch (error) {
        throw asUserError(error) ?? error;
    }
}
async function opened(options, cached) {
    const { env = process.env, clock = systemClock } = options;
    const found = await findUrl(options, env);
    const kept = cached && found.commonDir !== undefined ? await keptFolder(found.commonDir) : undefined;
    const folder = kept ?? (await (0,promises_namespaceObject.mkdtemp)((0,external_node_path_namespaceObject.join)(env['RUNNER_TEMP'] || (0,external_node_os_namespaceObject.tmpdir)(), 'model-gates-ledger-')));
    const secrets = options.token === undefined ? [] : [options.token, basicCredential(options.token)];
    const own = [...found.settings, ['remote.origin.url', found.url]];
    const confined = { ...env, ...ownObjects, GIT_CEILING_DIRECTORIES: folder };
    const variables = { ...confined, ...settingVariables(env, own) };
    await removeWornOut(folder, clock);
    const [cwd, readingFolder] = [(0,external_node_path_namespaceObject.join)(folder, 'fetching.git'), (0,external_node_path_namespaceObject.join)(folder, 'reading.git')];
    await initialised(cwd, partialClone, clock);
    await initialised(readingFolder, plain, clock, `${(0,external_node_path_namespaceObject.join)(cwd, 'objects').replaceAll('\\', '/')}\n`);
    const fetching = createGit({ cwd, log: options.log, env: variables, secrets, clock });
    const reading = objectReader(readingFolder, confined);
    const credentials = options.token === undefined || options.token === ''
        ? {}
        : authentication(found.url, options.token, variables);
    const discard = async () => {
        reading.close();
        await (0,promises_namespaceObject.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
    };
    return {
        fetching,
        reading,
        remote: { name: 'origin', env: credentials, inTurn: (work) => work() },
        close: async () => (kept === undefined ? discard() : reading.close()),
        discard,
    };
}
const ownObjects = { GIT_OBJECT_DIRECTORY: undefined, GIT_ALTERNATE_OBJECT_DIRECTORIES: undefined };
async function keptFolder(commonDir) {
    const folder = (0,external_node_path_namespaceObject.join)(commonDir, 'model-gates-ledger');
    try {
        await (0,promises_namespaceObject.mkdir)(folder, { recursive: true });
        await (0,promises_namespaceObject.access)(folder, promises_namespaceObject.constants.W_OK);
        return folder;
    }
    catch {
        return undefined;
    }
}
const plain = '[core]\n\trepositoryformatversion = 0\n\tbare = true\n';
const partialClone = `${plain.replace('= 0', '= 1')}[remote "origin"]\n\tpromisor = true\n\tpartialclonefilter = blob:none\n`;
async function initialised(cwd, config, { random }, alternates) {
    if ((await (0,promises_namespaceObject.stat)((0,external_node_path_namespaceObject.join)(cwd, 'HEAD')).catch(() => undefined)) !== undefined)
        return;
    await (0,promises_namespaceObject.mkdir)((0,external_node_path_namespaceObject.join)(cwd, 'objects', 'info'), { recursive: true });
    await (0,promises_namespaceObject.mkdir)((0,external_node_path_namespaceObject.join)(cwd, 'refs'), { recursive: true });
    if (alternates !== undefined)
        await placed((0,external_node_path_namespaceObject.join)(cwd, 'objects', 'info', 'alternates'), alternates, random);
    await placed((0,external_node_path_namespaceObject.join)(cwd, 'config'), config, random);
    await placed((0,external_node_path_namespaceObject.join)(cwd, 'HEAD'), 'ref: refs/heads/none\n', random);
}
async function placed(file, text, random) {
    const own = `${file}-${process.pid}-${random().toString(36).slice(2)}`;
    await (0,promises_namespaceObject.writeFile)(own, text);
    await (0,promises_namespaceObject.rename)(own, file);
}
async function removeWornOut(folder, { now }) {
    const fetching = (0,external_node_path_namespaceObject.join)(folder, 'fetching.git');
    const packs = await (0,promises_namespaceObject.readdir)((0,external_node_path_namespaceObject.join)(fetching, 'objects', 'pack')).catch(() => []);
    if (packs.length > 3 * maxPacks)
        await (0,promises_namespaceObject.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
    const names = await (0,promises_namespaceObject.readdir)(fetching).catch(() => []);
    for (const name of names.filter((one) => one.endsWith('.lock') || one.startsWith('compaction-'))) {
        const changed = (await (0,promises_namespaceObject.stat)((0,external_node_path_namespaceObject.join)(fetching, name)).catch(() => undefined))?.mtimeMs ?? now();
        const patience = name.endsWith('.lock') ? lockAbandonedAfter : abandonedAfter;
        if (now() - changed > patience)
            await (0,promises_namespaceObject.rm)((0,external_node_path_namespaceObject.join)(fetching, name), { force: true });
    }
}
async function findUrl({ cwd, log, remote = 'origin', url }, env) {
    const config = env['GITHUB_ACTIONS'] === 'true' ? ['-c', 'safe.directory=*'] : [];
    const git = createGit({ cwd, log, env, config });
    const [folder, listed] = await Promise.all([
        git.attempt(['rev-parse', '--git-common-dir', '--show-toplevel']),
        listSettings(git),
    ]);
    const [common = '', top = ''] = folder.stdout.toString('utf8').split(/\r?\n/);
    if (common === '')
        return { url: isAddress(remote) ? absolute(remote, cwd) : given(url, remote), settings: [] };
    const commonDir = (0,external_node_path_namespaceObject.resolve)(cwd, common);
    const settings = networkSettings(listed);
    if (isAddress(remote))
        return { url: absolute(remote, cwd), commonDir, settings };
    if (remote.startsWith('-'))
        throw noRemote(remote);
    const named = listed.find(({ key }) => key === `remote.${remote}.url`)?.value;
    const renamed = named !== undefined && listed.some(({ key }) => key.startsWith('url.'));
    const address = renamed ? await git.text(['remote', 'get-url', '--', remote]) : named;
    return {
        url: absolute(address ?? given(url, remote), top === '' ? commonDir : top),
        commonDir,
        settings,
    };
}
function addressOf(remote, cwd) {
    return isAddress(remote) ? absolute(remote, cwd) : undefined;
}
function isAddress(remote) {
    return /^(?:[a-z][a-z0-9+.-]*:\/\/|\/|\.{1,2}\/|[A-Za-z]:[\\/]|[\w.-]+@[\w.-]+:)/.test(remote);
}
function absolute(address, from) {
    return /^(?:[a-z][a-z0-9+.-]*:\/\/|[\w.-]+(?:@[\w.-]+)?:(?![\\/]))/i.test(address)
        ? address
        : (0,external_node_path_namespaceObject.resolve)(from, address);
}
function given(url, remote) {
    if (url !== undefined)
        return url;
    throw noRemote(remote);
}
function noRemote(remote) {
    return new UserError(`there is no git remote named "${visibleName(redact(remote, []))}" here, so no ledger`, {
        help: 'Run it in a clone, or give the address of the repository with --remote.',
    });
}
const network = /^(?:http\.|credential\.|url\.|core\.sshcommand$|core\.gitproxy$|ssh\.)/;
async function listSettings(git) {
    const listed = await git.attempt(['config', '--show-scope', '--list', '-z']);
    const fields = listed.exitCode === 0 ? listed.stdout.toString('utf8').split('\0') : [];
    const settings = [];
    for (let at = 0; at + 1 < fields.length; at += 2) {
        const setting = fields[at + 1] ?? '';
        const end = setting.indexOf('\n');
        const [key, value] = end < 0 ? [setting, 'true'] : [setting.slice(0, end), setting.slice(end + 1)];
        settings.push({ scope: fields[at] ?? '', key, value });
    }
    return settings;
}
function networkSettings(listed) {
    const own = listed.filter(({ scope }) => scope === 'local' || scope === 'worktree');
    return own.flatMap(({ key, value }) => (network.test(key) ? [[key, value]] : []));
}

;// CONCATENATED MODULE: ./build/src/git/process/commands.js





const maxOutput = 64 * 1024 * 1024;
const defaultTimeoutMs = 10 * 60_000;
const commands = {
    async run(program, args, options = {}) {
        const found = await findProgram(/[\\/]/.test(program) ? external_node_path_default().resolve(program) : program);
        if (found === undefined)
            return undefined;
        const handle = {};
        const timer = setTimeout(() => stop(handle), options.timeoutMs ?? defaultTimeoutMs);
        const [stdout, stderr] = [collector(maxOutput, () => undefined), collector(maxOutput, () => undefined)];
        try {
            const how = {
                input: Buffer.alloc(0),
                silent: true,
                ignoreReturnCode: true,
                listeners: { stdout: stdout.add, stderr: stderr.add },
                ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
                env: { ...commandEnvironment(process.env), ...options.env },
            };
            const exitCode = await withHandle(handle, () => exec(`"${found}"`, [...args], how));
            return {
                exitCode: exitCode ?? -1,
                stdout: stdout.bytes().toString('utf8'),
                stderr: stderr.bytes().toString('utf8'),
            };
        }
        finally {
            clearTimeout(timer);
        }
    },
};
const ofThisStep = /^(?:INPUT_.*|GITHUB_(?:OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)|ACTIONS_(?:RUNTIME|ID_TOKEN_REQUEST|RESULTS|CACHE)_.*)$/i;
function commandEnvironment(env) {
    return Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined && !ofThisStep.test(entry[0])));
}

;// CONCATENATED MODULE: ./build/src/kernel/compare.js
function compareText(a, b) {
    return a < b ? -1 : Number(a > b);
}

;// CONCATENATED MODULE: ./build/src/git/trees/refusals.js


const defaultMaxBytes = 64 * 1024 * 1024;
const refusals_refusals = {
    folder: { what: 'is a folder, not a file', help: 'Name a file in it.' },
    submodule: { what: 'is a submodule', help: 'Its files belong to another repository: run the gate there.' },
    special: { what: 'is neither a file nor a folder', help: 'Only regular files are read.' },
    outside: {
        what: 'leads out of the repository',
        help: 'Put the file itself into the repository, or link to one that is in it.',
    },
    dangling: { what: 'is a symlink to a file that does not exist', help: 'Mend the link or remove it.' },
    loop: { what: 'is a symlink that leads to itself', help: 'Mend the link or remove it.' },
    internal: { what: 'belongs to git itself', help: 'Name a file of the repository.' },
};
function refuse(path, refusal, tree, link) {
    const { what, help } = refusals_refusals[refusal];
    const via = link === undefined || link === path ? '' : ` through ${visibleName(link)}`;
    return new UserError(`${visibleName(path)} ${what}${via} (${tree})`, { place: { file: path }, help });
}
function tooLarge(path, size, maxBytes, tree) {
    return new UserError(`${visibleName(path)} has ${mebibytes(size)}, more than the ${mebibytes(maxBytes)} that are read (${tree})`, {
        place: { file: path },
        help: 'Keep large data out of git, or exclude the file in the policy.',
    });
}
function unreadable(path, error, tree) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    return new UserError(`${visibleName(path)} cannot be read: ${reason} (${tree})`, {
        place: { file: path },
        help: 'Check its permissions and the disk.',
        cause: error,
    });
}
function mebibytes(bytes) {
    return bytes < 1024 * 1024 ? `${bytes} bytes` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

;// CONCATENATED MODULE: ./build/src/git/trees/lfs.js





const maxPointerBytes = 1024;
const pointer = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-[^\n]*\n)*oid sha256:([0-9a-f]{64})\nsize (\d{1,15})\n$/;
async function throughLfs(file) {
    if (file.bytes.length >= maxPointerBytes)
        return file.bytes;
    const [, oid, size = ''] = pointer.exec(Buffer.from(file.bytes).toString('latin1')) ?? [];
    if (oid === undefined)
        return file.bytes;
    if (Number(size) > file.maxBytes)
        throw tooLarge(file.path, Number(size), file.maxBytes, file.tree);
    const stored = (0,external_node_path_namespaceObject.join)(file.store ?? '', oid.slice(0, 2), oid.slice(2, 4), oid);
    const found = file.store === undefined ? undefined : await (0,promises_namespaceObject.stat)(stored).catch(() => undefined);
    if (found?.isFile() !== true || found.size !== Number(size))
        throw notHere(file);
    return new Uint8Array(await (0,promises_namespaceObject.readFile)(stored));
}
function notHere({ path, tree }) {
    return new UserError(`${visibleName(path)} is kept in Git LFS, and its content is not in this clone (${tree})`, {
        place: { file: path },
        help: 'Run `git lfs fetch` for that commit before this step (`lfs: true` in actions/checkout brings the head only), or keep the file in git itself.',
    });
}

;// CONCATENATED MODULE: ./build/src/git/trees/tree-paths.js
const maxLinks = 40;
async function lookUp(entries, folders, path, target) {
    if (path.startsWith('/'))
        return { found: 'outside', link: path };
    let rest = path.split('/');
    let at = [];
    let link;
    for (let links = 0; rest.length > 0;) {
        const [part = '', ...further] = rest;
        rest = further;
        if (part === '' || part === '.')
            continue;
        if (part === '..') {
            if (at.length === 0)
                return { found: 'outside', link: link ?? path };
            at.pop();
            continue;
        }
        const here = [...at, part].join('/');
        const entry = entries.get(here);
        if (entry?.kind === 'symlink') {
            links += 1;
            if (links > maxLinks)
                return { found: 'loop', link: here };
            link = here;
            const to = await target(entry);
            if (isAbsolute(to))
                return { found: 'outside', link };
            rest = [...to.split('/'), ...rest];
            continue;
        }
        if (entry !== undefined && rest.length === 0)
            return { found: 'entry', entry };
        if (entry !== undefined || !folders.has(here))
            return link === undefined ? { found: 'nothing' } : { found: 'dangling', link };
        at = [...at, part];
    }
    return { found: 'folder' };
}
function isAbsolute(target) {
    return /^(?:[/\\]|[a-z]:)/i.test(target);
}
function foldersOf(paths) {
    const folders = new Set();
    for (const path of paths)
        for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
            const folder = path.slice(0, cut);
            if (folders.has(folder))
                break;
            folders.add(folder);
        }
    return folders;
}

;// CONCATENATED MODULE: ./build/src/git/trees/commit-tree.js





const maxLinkBytes = 4096;
function commitTree({ git, blobs, sha, name, lfsStore, fetchMissing }) {
    const loaded = once(() => load(git, sha));
    const content = async (path, oid, maxBytes) => {
        await fetchMissing(sha, [oid]);
        const blob = await blobs.read(oid, maxBytes);
        if (blob.bytes === undefined)
            throw tooLarge(path, blob.size, maxBytes, name);
        return blob.bytes;
    };
    const read = async (path, maxBytes = defaultMaxBytes) => {
        const { entries, folders } = await loaded();
        const target = async (entry) => decodeName(await content(path, entry.oid, maxLinkBytes));
        const result = await lookUp(entries, folders, path, target);
        if (result.found === 'nothing')
            return undefined;
        if (result.found === 'folder')
            throw refuse(path, 'folder', name);
        if (result.found !== 'entry')
            throw refuse(path, result.found, name, result.link);
        if (result.entry.kind === 'submodule')
            throw refuse(path, 'submodule', name);
        const bytes = await content(path, result.entry.oid, maxBytes);
        return throughLfs({ path, bytes, maxBytes, tree: name, store: lfsStore });
    };
    return {
        name,
        sha,
        read,
        list: async () => (await loaded()).files,
        links: async () => {
            const { entries, files } = await loaded();
            return files.filter((path) => entries.get(path)?.kind === 'symlink');
        },
    };
}
async function load(git, sha) {
    const entries = new Map();
    for (const line of splitNul(await git.run(['ls-tree', '-r', '-z', '--full-tree', sha, '--']))) {
        const { path, entry } = parseEntry(line);
        if (entries.has(path))
            throw ambiguous(path);
        entries.set(path, entry);
    }
    const files = [...entries].filter(([, { kind }]) => kind !== 'submodule').map(([path]) => path);
    return { entries, folders: foldersOf(entries.keys()), files: files.toSorted(compareText) };
}
function parseEntry(line) {
    const tab = line.indexOf('\t');
    const [mode = '', type = '', oid = ''] = line.toString('latin1', 0, tab).split(' ');
    const kind = type === 'commit' ? 'submodule' : mode === '120000' ? 'symlink' : 'file';
    return { path: decodeName(line.subarray(tab + 1)), entry: { kind, oid } };
}
function once(make) {
    let made;
    return () => (made ??= make());
}

;// CONCATENATED MODULE: ./build/src/git/trees/disk-file.js




async function readDiskFile(file) {
    return explained(file, () => readPlain(file));
}
async function readDiskRange(file, offset, length) {
    return explained(file, () => {
        const found = locateFile(file);
        return found === undefined ? undefined : readPart(found.real, offset, length);
    });
}
function explained(file, read) {
    if (!isPlain(file.path))
        throw refuse(file.path, 'outside', file.tree);
    try {
        return read();
    }
    catch (error) {
        throw isUserError(error) ? error : unreadable(file.path, error, file.tree);
    }
}
function readPlain(file) {
    const found = locateFile(file);
    if (found === undefined)
        return undefined;
    if (found.size > file.maxBytes)
        throw tooLarge(file.path, found.size, file.maxBytes, file.tree);
    return readWhole(found.real, file);
}
function locateFile(file) {
    const real = locate(file);
    if (real === undefined)
        return undefined;
    const stats = (0,external_node_fs_namespaceObject.lstatSync)(real);
    if (stats.isDirectory())
        throw refuse(file.path, 'folder', file.tree);
    if (!stats.isFile())
        throw refuse(file.path, 'special', file.tree);
    return { real, size: stats.size };
}
function isPlain(path) {
    const drive = external_node_path_namespaceObject.sep === '\\' && /^[a-z]:/i.test(path);
    return (path !== '' && !path.includes('\0') && !(0,external_node_path_namespaceObject.isAbsolute)(path) && !drive && !path.split(/[\\/]/).includes('..'));
}
function locate(file) {
    const full = fullPath(file);
    try {
        const real = external_node_fs_namespaceObject.realpathSync.native(full, 'buffer');
        const inside = relativeTo(file.root, real.toString('utf8'));
        const left = inside === '..' || inside.startsWith(`..${external_node_path_namespaceObject.sep}`) || (0,external_node_path_namespaceObject.isAbsolute)(inside);
        if (left && file.followLinks)
            return real;
        if (left)
            throw refuse(file.path, 'outside', file.tree);
        if (inside.split(external_node_path_namespaceObject.sep).some((part) => part.toLowerCase() === '.git'))
            throw refuse(file.path, 'internal', file.tree);
        return real;
    }
    catch (error) {
        const code = codeOf(error);
        if (code === 'ELOOP')
            throw refuse(file.path, 'loop', file.tree);
        if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'ENAMETOOLONG')
            throw error;
        if (isLink(full))
            throw refuse(file.path, 'dangling', file.tree);
        return undefined;
    }
}
function relativeTo(root, real) {
    return real.startsWith(root + external_node_path_namespaceObject.sep) ? real.slice(root.length + external_node_path_namespaceObject.sep.length) : (0,external_node_path_namespaceObject.relative)(root, real);
}
function isLink(path) {
    try {
        return (0,external_node_fs_namespaceObject.lstatSync)(path).isSymbolicLink();
    }
    catch {
        return false;
    }
}
function fullPath({ root, path, onDisk }) {
    return Buffer.concat([Buffer.from(`${root}${external_node_path_namespaceObject.sep}`), onDisk ?? Buffer.from(path)]);
}
function readWhole(real, file) {
    const bytes = (0,external_node_fs_namespaceObject.readFileSync)(real);
    if (bytes.length > file.maxBytes)
        throw tooLarge(file.path, bytes.length, file.maxBytes, file.tree);
    return new Uint8Array(bytes);
}
function readPart(real, offset, length) {
    const handle = (0,external_node_fs_namespaceObject.openSync)(real, external_node_fs_namespaceObject.constants.O_RDONLY);
    try {
        const { size: fileBytes } = (0,external_node_fs_namespaceObject.fstatSync)(handle);
        const wanted = Math.max(0, Math.min(length, fileBytes - offset));
        const buffer = Buffer.alloc(wanted);
        const bytesRead = (0,external_node_fs_namespaceObject.readSync)(handle, buffer, 0, wanted, offset);
        return { bytes: new Uint8Array(buffer.subarray(0, bytesRead)), fileBytes };
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(handle);
    }
}
function codeOf(error) {
    return error instanceof Error && 'code' in error ? error.code : undefined;
}

;// CONCATENATED MODULE: ./build/src/git/trees/disk-tree.js









const maxFiles = 500_000;
function workingTree({ git, root, lfsStore, ignored = false }) {
    return diskTree({ name: 'working tree', root, lfsStore, names: once(() => listWorkingTree(git, ignored)) });
}
async function folderTree(folder, { followLinks = false } = {}) {
    const root = await (0,promises_namespaceObject.realpath)(folder).catch(() => undefined);
    if (root === undefined || !(await (0,promises_namespaceObject.stat)(root)).isDirectory())
        throw new UserError(`there is no folder ${folder}`);
    const name = folder.replaceAll('\\', '/');
    return diskTree({ name, root, followLinks, names: once(() => listFolder(root)) });
}
async function fileTreeOf(path) {
    const real = await (0,promises_namespaceObject.realpath)(path).catch(() => undefined);
    if (real === undefined || !(await (0,promises_namespaceObject.stat)(real)).isFile())
        throw new UserError(`there is no file ${path}`);
    const [given, found] = [(0,external_node_path_namespaceObject.basename)(path), (0,external_node_path_namespaceObject.basename)(real)];
    const names = new Map([[given, Buffer.from(found)]]);
    const tree = diskTree({ name: path.replaceAll('\\', '/'), root: (0,external_node_path_namespaceObject.dirname)(real), names: async () => names });
    return {
        ...tree,
        read: async (file, maxBytes) => (file === given ? tree.read(found, maxBytes) : undefined),
        readRange: async (file, offset, length) => file === given ? tree.readRange(found, offset, length) : undefined,
    };
}
function diskTree({ name: tree, root, names, lfsStore: store, followLinks = false, }) {
    const list = async () => [...(await names()).keys()].toSorted(compareText);
    const onDisk = async (path) => (path.includes('\\x') ? (await names()).get(path) : undefined);
    const readRange = async (path, offset, length) => {
        const file = { root, path, maxBytes: length, tree, onDisk: await onDisk(path), followLinks };
        return readDiskRange(file, offset, length);
    };
    const read = async (path, maxBytes = defaultMaxBytes) => {
        const bytes = await readDiskFile({ root, path, maxBytes, tree, onDisk: await onDisk(path), followLinks });
        return bytes === undefined ? undefined : throughLfs({ path, bytes, maxBytes, tree, store });
    };
    return { name: tree, list, read, readRange };
}
async function listWorkingTree(git, ignored) {
    const options = [
        '-z',
        '-t',
        '--stage',
        '--deleted',
        '--others',
        ...(ignored ? [] : ['--exclude-standard']),
    ];
    const names = new Map();
    const gone = new Set();
    for (const line of splitNul(await git.run(['ls-files', ...options]))) {
        const untracked = line.at(0) === 0x3f;
        const path = line.subarray(untracked ? 2 : line.indexOf('\t') + 1);
        const name = decodeName(path);
        if (isGone(line))
            gone.add(name);
        else if (untracked ? path.at(-1) !== 0x2f : !line.subarray(2, 8).equals(submodule)) {
            if (names.get(name)?.equals(path) === false)
                throw ambiguous(name);
            names.set(name, path);
        }
    }
    for (const name of gone)
        names.delete(name);
    return names;
}
const submodule = Buffer.from('160000');
function isGone(line) {
    return line.at(0) === 0x52 || line.at(0) === 0x53;
}
async function listFolder(root) {
    const names = new Map();
    const folders = [''];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        for (const entry of await entriesOf(root, folder)) {
            const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
            if (entry.isDirectory() && entry.name !== '.git')
                folders.push(path);
            if (entry.isFile() || entry.isSymbolicLink())
                names.set(path, Buffer.from(path));
            if (names.size > maxFiles)
                throw new UserError(`${root} holds more than ${maxFiles} files`, { help: 'Name a smaller folder.' });
        }
    }
    return names;
}
async function entriesOf(root, folder) {
    try {
        return await (0,promises_namespaceObject.readdir)((0,external_node_path_namespaceObject.join)(root, folder), { withFileTypes: true });
    }
    catch (error) {
        throw unreadable(folder === '' ? root : folder, error, root);
    }
}

;// CONCATENATED MODULE: ./build/src/git/refs/remote.js



const timeoutMs = 5 * 60_000;
const afterBreakMs = [500, 3000];
const whileInUseMs = [250, 500, 1000, 2000, 4000];
async function findRemote(git, name, token, env) {
    const url = await git.attempt(['remote', 'get-url', '--', name]);
    if (url.exitCode !== 0)
        throw new UserError(`the repository has no remote named "${name}"`, {
            help: 'Add it with `git remote add`, or fetch all that is needed beforehand (`fetch-depth: 0` in actions/checkout).',
        });
    const address = url.stdout.toString('utf8').trim();
    return {
        name,
        env: token === undefined || token === '' ? {} : authentication(address, token, env),
        inTurn: turns(),
    };
}
function turns() {
    let last = Promise.resolve();
    return (work) => {
        const mine = last.then(work, work);
        last = mine.catch(() => undefined);
        return mine;
    };
}
async function tryOverNetwork(git, remote, args, input) {
    const how = { timeoutMs, env: remote.env, ...(input === undefined ? {} : { input }) };
    let result = await git.attempt(args, how);
    for (let tries = 0; result.exitCode !== 0; tries += 1) {
        const pause = pausesAfter(result.stderr)[tries];
        if (pause === undefined)
            break;
        git.log.info(`git ${args[0] ?? ''} did not get through, trying again: ${result.stderr.trim().slice(0, 200)}`);
        await git.clock.pause(pause * (0.5 + git.clock.random()));
        result = await git.attempt(args, how);
    }
    return result;
}
function pausesAfter(stderr) {
    if (isInUse(stderr))
        return whileInUseMs;
    return brokeOff(stderr) ? afterBreakMs : [];
}
async function overNetwork(git, remote, args) {
    const result = await tryOverNetwork(git, remote, args);
    if (result.exitCode !== 0)
        throw failure(args[0] ?? '', result);
    return result.stdout;
}
const quietly = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head'];
async function fetchObjects(git, remote, shas, options) {
    const filter = options.withoutBlobs === true ? ['--filter=blob:none'] : [];
    const depth = options.depth === undefined ? [] : [`--depth=${options.depth}`];
    const deepen = options.deepen === undefined ? [] : [`--deepen=${options.deepen}`];
    const fetch = (more) => tryOverNetwork(git, remote, [...quietly, ...more, ...depth, ...deepen, '--', remote.name, ...shas]);
    const result = await remote.inTurn(async () => {
        const first = await fetch(filter);
        return first.exitCode !== 0 && /filter/i.test(first.stderr) ? fetch([]) : first;
    });
    if (result.exitCode !== 0)
        throw unfetched(shas, result);
}
function unfetched(shas, result) {
    if (!/not our ref|unadvertised object|couldn't find remote ref/i.test(result.stderr))
        return failure('fetch', result);
    const names = shas.slice(0, 3).map((sha) => sha.slice(0, 8));
    return new UserError(`the remote does not have ${names.join(', ')}`, {
        help: 'It may have been force-pushed away: push the branch again, or run the workflow for the newest commit.',
    });
}

;// CONCATENATED MODULE: ./build/src/git/history/history.js




const steps = [32, 128, 512, 2048, 8192];
const maxLooks = 20;
function historyOf({ git, commonDir, remote }) {
    const boundary = () => shallowCommits(commonDir);
    const known = new Map();
    const find = async (sha) => {
        const commit = known.get(sha) ?? (await presentCommit(git, sha));
        if (commit !== undefined)
            known.set(sha, commit);
        return commit;
    };
    const absent = async (shas) => {
        const found = await Promise.all(shas.map(find));
        return shas.filter((_, index) => found[index] === undefined);
    };
    const ensure = async (shas) => {
        const missing = await absent([...new Set(shas)]);
        if (missing.length === 0)
            return;
        git.log.info(`Fetching ${missing.map(history_short).join(', ')}`);
        const shallow = (await boundary()).size > 0;
        await fetchObjects(git, await remoteFor(missing), missing, shallow ? { depth: 1, withoutBlobs: true } : {});
        const [still] = await absent(missing);
        if (still !== undefined)
            throw new UserError(`${history_short(still)} is not a commit`, { help: 'Give the SHA of a commit.' });
    };
    const remoteFor = async (shas) => {
        try {
            return await remote();
        }
        catch (error) {
            if (!isUserError(error))
                throw error;
            throw new UserError(`${shas.map(history_short).join(', ')} is not here, and ${error.message}`, {
                help: error.help ?? '',
                cause: error,
            });
        }
    };
    const commit = async (sha) => {
        await ensure([sha]);
        return (await find(sha)) ?? sha;
    };
    const deepen = async (step, shas) => {
        await fetchObjects(git, await remote(), shas, { deepen: step, withoutBlobs: true });
    };
    const settled = (range, read) => readSettled({ git, commonDir, deepen }, range, read);
    const mergeBase = async (a, b) => {
        await ensure([a, b]);
        const found = await settled([a, '...', b], () => git.attempt(['merge-base', a, b]));
        const sha = found.stdout.toString('latin1').trim();
        if (sha !== '')
            return sha;
        throw new UserError(`${history_short(a)} and ${history_short(b)} have no common history`, {
            help: 'The branch does not come from this trunk: create it anew from trunk and carry the changes over.',
        });
    };
    return { ensure, commit, mergeBase, boundary, deepen, settled };
}
async function readSettled({ git, commonDir, deepen }, range, read) {
    const [a, , b] = range;
    const further = steps.values();
    for (let looks = 0; looks < maxLooks; looks += 1) {
        const before = await boundaryStamp(commonDir);
        const cut = await shallowCommits(commonDir);
        if (cut.size > 0 && (await touches(git, range.join(''), cut))) {
            const step = nextStep(further);
            git.log.info(`Looking for the merge base: fetching ${step} more commits`);
            await deepen(step, [a, b]);
            continue;
        }
        const found = await read();
        if ((await boundaryStamp(commonDir)) === before)
            return found;
    }
    throw new UserError('other commands change the history of this clone while it is read', {
        help: 'Wait for them, and run it again.',
    });
}
function nextStep(further) {
    const step = further.next().value;
    if (step !== undefined)
        return step;
    throw new UserError('the merge base is more than ten thousand commits away', {
        help: 'Check out with `fetch-depth: 0`, or bring the branch up to date with trunk.',
    });
}
async function presentCommit(git, sha) {
    const result = await git.attempt(['rev-list', '--no-walk', '--missing=print', sha, '--']);
    const listed = result.stdout.toString('latin1').trim();
    return /^[0-9a-f]{40,64}$/.test(listed) ? listed : undefined;
}
async function firstParents(git, history, sha, most) {
    await history.ensure([sha]);
    const here = await firstParentsHere(git, sha, most);
    if (here.length >= most || !(await history.boundary()).has(here.at(-1) ?? ''))
        return here;
    await history.deepen(most, [sha]);
    return firstParentsHere(git, sha, most);
}
async function storedParents(git, sha) {
    const text = (await git.run(['cat-file', 'commit', sha])).toString('latin1');
    const headers = text.slice(0, text.indexOf('\n\n')).split('\n');
    return headers.flatMap((line) => (line.startsWith('parent ') ? [line.slice('parent '.length)] : []));
}
async function firstParentsHere(git, sha, most) {
    const listed = await git.text(['rev-list', '--first-parent', `--max-count=${most}`, sha, '--']);
    return listed.split('\n');
}
async function touches(git, range, cut) {
    const listed = await git.text(['rev-list', range, '--']);
    return listed.split('\n').some((sha) => cut.has(sha));
}
async function shallowCommits(commonDir) {
    const text = await (0,promises_namespaceObject.readFile)((0,external_node_path_namespaceObject.join)(commonDir, 'shallow'), 'utf8').catch(() => '');
    return new Set(text.split(/\s+/).filter((sha) => sha !== ''));
}
async function boundaryStamp(commonDir) {
    const found = await (0,promises_namespaceObject.stat)((0,external_node_path_namespaceObject.join)(commonDir, 'shallow'), { bigint: true }).catch(() => undefined);
    return found === undefined ? 'none' : `${found.ino} ${found.mtimeNs}`;
}
function history_short(sha) {
    return sha.slice(0, 8);
}

;// CONCATENATED MODULE: ./build/src/git/refs/refs.js


const fullSha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function isFullSha(text) {
    return fullSha.test(text);
}
function checkSha(sha) {
    if (isFullSha(sha))
        return sha;
    throw new UserError(`"${visibleName(sha)}" is not a full SHA`, { help: 'Give all 40 hexadecimal digits.' });
}
const forbidden = /[\p{Cc}\s~^:?*[\\]|\.\.|@\{|\/\/|^[-./]|\/\.|\.lock(?:\/|$)|[./]$/u;
function isRefName(name) {
    return name !== '' && name !== '@' && name.length <= 1000 && !forbidden.test(name);
}
function checkRefName(name, what) {
    if (isRefName(name))
        return name;
    throw new UserError(`"${visibleName(name)}" is not a valid ${what} name`, {
        help: 'Use letters, digits, dots, dashes and slashes, not starting with a dash.',
    });
}
function checkRevision(revision) {
    const name = revision.replace(/(?:[~^]\d{0,6}){1,20}$/, '');
    if (name === 'HEAD' || name === '@' || isRefName(name))
        return revision;
    throw new UserError(`"${visibleName(revision)}" does not name a commit`, {
        help: 'Give a branch, a tag or a SHA, such as main, v2.3.1, HEAD~2 or 1a2b3c4d.',
    });
}
function nearest(name, candidates) {
    const limit = name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3));
    const ranked = candidates
        .filter((candidate) => Math.abs(candidate.length - name.length) <= limit && candidate.length <= 200)
        .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
        .toSorted((a, b) => a.distance - b.distance);
    return ranked[0] !== undefined && ranked[0].distance <= limit ? ranked[0].candidate : undefined;
}
function editDistance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i += 1) {
        const next = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const change = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
            next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}

;// CONCATENATED MODULE: ./build/src/git/history/lines.js










async function lineReader(options) {
    const { repository, log, token, env = process.env } = options;
    const secrets = token === undefined ? [] : [token, basicCredential(token)];
    const config = env['GITHUB_ACTIONS'] === 'true' ? ['-c', 'safe.directory=*'] : [];
    const git = createGit({ cwd: repository.root, log, env, secrets, config });
    const remote = once(() => findRemote(git, options.remote ?? 'origin', token, env));
    return {
        commit: async (sha) => readCommit(git, await repository.resolve(checkSha(sha))),
        blame: async (request) => blame({ git, repository, remote }, request),
    };
}
async function readCommit(git, sha) {
    const text = (await git.run(['cat-file', 'commit', sha])).toString('utf8');
    const end = text.indexOf('\n\n');
    const headers = text.slice(0, end).split('\n');
    const author = headers.find((line) => line.startsWith('author '))?.slice('author '.length) ?? '';
    return {
        author: author.replace(/ \d+ [+-]\d{4}$/, ''),
        subject: text.slice(end + 2).split('\n', 1)[0] ?? '',
        parents: headers.flatMap((line) => (line.startsWith('parent ') ? [line.slice('parent '.length)] : [])),
    };
}
async function blame(place, request) {
    const { repository } = place;
    const newer = await repository.resolve(request.until);
    if (request.since === undefined)
        return blameAll(place, newer, request);
    const older = await repository.resolve(request.since);
    await repository.commits(older, newer);
    const range = `${older}..${newer}`;
    await fetchContents(place, range, request.path);
    return parseBlame(await porcelain(place, range, newer, request), (details) => details.has('boundary'));
}
const lines_steps = [0, 64, 512, 4096];
async function blameAll(place, newer, request) {
    const { git, remote } = place;
    const common = (0,external_node_path_namespaceObject.resolve)(git.cwd, await git.text(['rev-parse', '--git-common-dir']));
    let lines = [];
    for (const step of lines_steps) {
        if (step > 0)
            await fetchObjects(git, await remote(), [newer], { deepen: step, withoutBlobs: true });
        const edge = await shallowCommits(common);
        await fetchContents(place, newer, request.path);
        lines = parseBlame(await porcelain(place, newer, newer, request), (_, sha) => edge.has(sha));
        if (lines.every(({ sha }) => sha !== undefined))
            break;
    }
    return lines;
}
const idsAtOnce = 400;
async function fetchContents({ git, remote }, range, path) {
    const listed = await git.text(['rev-list', '--objects', '--missing=print', range, '--', path]);
    const missing = listed.split('\n').flatMap((line) => (line.startsWith('?') ? [line.slice(1)] : []));
    for (let at = 0; at < missing.length; at += idsAtOnce)
        await fetchObjects(git, await remote(), missing.slice(at, at + idsAtOnce), { withoutBlobs: true });
}
async function porcelain({ git, remote }, range, newer, { path, lines }) {
    const env = (await remote().catch(() => undefined))?.env ?? {};
    const window = lines === undefined ? [] : ['-L', `${lines[0]},${lines[1]}`];
    const args = ['blame', '--porcelain', ...window, range, '--', path];
    const result = await git.attempt(args, { env, timeoutMs: 5 * 60_000 });
    if (result.exitCode === 0)
        return result.stdout.toString('utf8');
    if (/no such path|file .* has only/i.test(result.stderr))
        throw new UserError(`${visibleName(path)} has no such lines in ${newer.slice(0, 8)}`, {
            place: { file: path },
            help: 'Name a file of that commit, and lines that it has.',
        });
    throw failure('blame', result);
}
function parseBlame(output, isOpen) {
    const commits = new Map();
    const lines = [];
    let current;
    for (const row of output.split('\n')) {
        const [, sha, line] = /^([0-9a-f]{40,64}) \d+ (\d+)/.exec(row) ?? [];
        if (current === undefined && sha !== undefined) {
            current = { sha, line: Number(line) };
            if (!commits.has(sha))
                commits.set(sha, new Map());
        }
        else if (current !== undefined && row.startsWith('\t')) {
            const details = commits.get(current.sha) ?? new Map();
            const [{ sha: by, line: at }, text] = [current, row.slice(1)];
            lines.push(isOpen(details, by) ? { line: at, text } : blamedLine(by, at, text, details));
            current = undefined;
        }
        else if (current !== undefined) {
            const space = row.indexOf(' ');
            const [key, value] = space < 0 ? [row, ''] : [row.slice(0, space), row.slice(space + 1)];
            commits.get(current.sha)?.set(key, value);
        }
    }
    return lines;
}
function blamedLine(sha, line, text, details) {
    return {
        line,
        text,
        sha,
        author: details.get('author') ?? '',
        subject: details.get('summary') ?? '',
        at: new Date(Number(details.get('author-time') ?? 0) * 1000).toISOString(),
        path: details.get('filename') ?? '',
    };
}

;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = require("node:timers/promises");
;// CONCATENATED MODULE: ./build/src/kernel/group.js
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
function portions(items, most, sizeOf) {
    const parts = [];
    let room = 0;
    for (const item of items) {
        const size = sizeOf(item);
        if (parts.length === 0 || size > room) {
            parts.push([]);
            room = most;
        }
        parts.at(-1)?.push(item);
        room -= size;
    }
    return parts;
}
function uniqueBy(items, keyOf) {
    return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

;// CONCATENATED MODULE: ./build/src/git/objects/blobs.js



const batchBytes = 128 * 1024 * 1024;
function blobsOf(git) {
    let waiting = [];
    let busy = false;
    const drain = async () => {
        busy = true;
        await (0,external_node_timers_promises_namespaceObject.setImmediate)();
        while (waiting.length > 0) {
            const batch = waiting;
            waiting = [];
            await answer(git, batch).catch((error) => batch.forEach(({ reject }) => reject(error)));
        }
        busy = false;
    };
    const read = (oid, maxBytes) => new Promise((resolve, reject) => {
        waiting.push({ oid, maxBytes, resolve, reject });
        if (!busy)
            void drain();
    });
    return { read };
}
async function answer(git, batch) {
    const sizes = await sizesOf(git, [...new Set(batch.map(({ oid }) => oid))]);
    const wanted = new Map();
    for (const { oid, maxBytes } of batch) {
        const size = sizes.get(oid) ?? 0;
        if (size <= maxBytes)
            wanted.set(oid, size);
    }
    const contents = await contentsOf(git, wanted);
    for (const { oid, maxBytes, resolve } of batch) {
        const size = sizes.get(oid) ?? 0;
        const bytes = size <= maxBytes ? contents.get(oid) : undefined;
        resolve(bytes === undefined ? { size } : { size, bytes });
    }
}
async function sizesOf(git, oids) {
    const text = await git.text(['cat-file', '--batch-check=%(objectname) %(objectsize)'], {
        input: lines(oids),
    });
    const sizes = new Map();
    for (const line of text.split('\n')) {
        const [oid = '', size = ''] = line.split(' ');
        if (!/^\d+$/.test(size))
            throw new UserError(`git has no content for ${oid}`, {
                help: 'Fetch the commit again, or run: git fsck',
            });
        sizes.set(oid, Number(size));
    }
    return sizes;
}
async function contentsOf(git, wanted) {
    const contents = new Map();
    for (const part of portions([...wanted], batchBytes, ([, size]) => size)) {
        const output = await git.run(['cat-file', '--batch=%(objectname) %(objectsize)'], {
            input: lines(part.map(([oid]) => oid)),
            maxOutput: 8 * batchBytes,
        });
        for (const [oid, bytes] of parseBatch(output))
            contents.set(oid, bytes);
    }
    return contents;
}
function* parseBatch(output) {
    for (let start = 0; start < output.length;) {
        const end = output.indexOf('\n', start);
        const [oid = '', size = ''] = output.toString('latin1', start, end).split(' ');
        const stop = end + 1 + Number(size);
        if (end < 0 || !(stop < output.length))
            throw new UserError('git cat-file ended before its answer was whole');
        yield [oid, new Uint8Array(output.subarray(end + 1, stop))];
        start = stop + 1;
    }
}
function lines(oids) {
    return oids.map((oid) => `${oid}\n`).join('');
}

;// CONCATENATED MODULE: ./build/src/git/trees/changes.js


const statuses = {
    A: 'added',
    C: 'added',
    D: 'deleted',
    R: 'renamed',
};
const options = [
    '--name-status',
    '-z',
    '-r',
    '--find-renames',
    '-l1000',
    '--no-ext-diff',
    '--no-textconv',
    '--ignore-submodules=dirty',
];
async function changedBetween(git, base, head, env) {
    return sorted(parseNameStatus(await git.run(['diff-tree', ...options, base, head, '--'], { env })));
}
async function changedOnDisk(git, base, env) {
    const [diff, untracked] = await Promise.all([
        git.run(['diff', ...options, base, '--'], { env }),
        git.run(['ls-files', '-z', '--others', '--exclude-standard']),
    ]);
    const files = new Map(parseNameStatus(diff).map((file) => [file.path, file]));
    for (const name of splitNul(untracked).filter((bytes) => bytes.at(-1) !== 0x2f)) {
        const path = decodeName(name);
        files.set(path, { status: files.has(path) ? 'modified' : 'added', path });
    }
    return sorted([...files.values()]);
}
function parseNameStatus(output) {
    const fields = splitNul(output).values();
    const files = [];
    for (const field of fields) {
        const letter = field.toString('latin1', 0, 1);
        const status = statuses[letter] ?? 'modified';
        const first = decodeName(fields.next().value ?? field);
        if (letter !== 'R' && letter !== 'C')
            files.push({ status, path: first });
        else
            files.push({
                status,
                path: decodeName(fields.next().value ?? field),
                ...(letter === 'R' ? { previousPath: first } : {}),
            });
    }
    return files;
}
function sorted(files) {
    return files.toSorted((a, b) => compareText(a.path, b.path));
}
const maxCommits = 250;
async function commitsBetween(git, base, head) {
    const format = '--format=tformat:%H%x00%an <%ae>%x00%B';
    const output = await git.run([
        'log',
        '-z',
        '--no-show-signature',
        '--no-color',
        `--max-count=${maxCommits}`,
        format,
        `${base}..${head}`,
        '--',
    ]);
    const fields = splitNul(output).map(decodeName);
    return Array.from({ length: Math.floor(fields.length / 3) }, (_, index) => ({
        sha: fields[index * 3] ?? '',
        author: fields[index * 3 + 1] ?? '',
        message: (fields[index * 3 + 2] ?? '').trimEnd(),
    }));
}

;// CONCATENATED MODULE: ./build/src/git/history/merge-output.js


const merge_output_maxFiles = 200;
function parseMergeTree(output) {
    const fields = splitNul(output).map(decodeName);
    if (!isFullSha(fields[0] ?? ''))
        return [];
    const end = fields.indexOf('', 1);
    const paths = fields.slice(1, end < 0 ? undefined : end);
    const kinds = end < 0 ? new Map() : conflictKinds(fields.slice(end + 1));
    return paths.slice(0, merge_output_maxFiles).map((path) => ({ path, kind: kinds.get(path) ?? 'content' }));
}
function conflictKinds(fields) {
    const kinds = new Map();
    for (let at = 0; at < fields.length;) {
        const count = Number(fields[at]);
        if (!Number.isSafeInteger(count) || count < 0)
            break;
        const paths = fields.slice(at + 1, at + 1 + count);
        const kind = /^CONFLICT \(([^)]*)\)/.exec(fields[at + 1 + count] ?? '')?.[1];
        if (kind !== undefined)
            for (const path of paths)
                kinds.set(path, shortKind(kind));
        at += count + 3;
    }
    return kinds;
}
function shortKind(kind) {
    return kind === 'contents' ? 'content' : kind;
}

;// CONCATENATED MODULE: ./build/src/git/history/merge.js





const maxOwnCommits = 5000;
const mergeTimeoutMs = 60_000;
function mergesOf({ git, history, variables }) {
    return {
        available: (shas) => available(git, history, shas),
        distance: (base, head) => distance(git, history, base, head),
        ownCommits: async (base, head) => {
            const format = '--format=tformat:%H%x00%P%x00%aI%x00%cI%x00';
            const range = [checkSha(base), '..', checkSha(head)];
            const how = ['--no-show-signature', '--no-color', `--max-count=${maxOwnCommits}`];
            const log = ['log', ...how, format, range.join(''), '--'];
            const output = await history.settled(range, () => git.run(log));
            const fields = splitNul(output).map((field) => field.toString('utf8').trim());
            return Array.from({ length: Math.floor(fields.length / 4) }, (_, index) => ({
                sha: fields[index * 4] ?? '',
                parents: (fields[index * 4 + 1] ?? '').split(' ').filter((parent) => parent !== ''),
                authoredAt: fields[index * 4 + 2] ?? '',
                committedAt: fields[index * 4 + 3] ?? '',
            }));
        },
        commitDate: async (sha) => git.text(['show', '-s', '--no-show-signature', '--format=%cI', checkSha(sha), '--']),
        touched: async (base, head) => {
            const options = ['-r', '-z', '--name-only', '--no-renames', '--ignore-submodules=dirty'];
            const output = await git.run(['diff-tree', ...options, checkSha(base), checkSha(head), '--']);
            return splitNul(output).map(decodeName);
        },
        tryMerge: async (ours, theirs) => tryMerge({ git, history, variables }, checkSha(ours), checkSha(theirs)),
    };
}
async function available(git, history, shas) {
    if (await ensured(git, history, shas))
        return new Set(shas);
    const found = new Set();
    for (const sha of shas)
        if (await ensured(git, history, [sha]))
            found.add(sha);
    return found;
}
async function ensured(git, history, shas) {
    try {
        await history.ensure(shas.map(checkSha));
        return true;
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        git.log.debug(`not fetched: ${error.message}`);
        return false;
    }
}
async function distance(git, history, base, head) {
    const mergeBase = await history.mergeBase(checkSha(base), checkSha(head));
    const range = [base, '...', head];
    const count = ['rev-list', '--left-right', '--count', range.join(''), '--'];
    const counts = await history.settled(range, () => git.text(count));
    const [behind = 0, ahead = 0] = counts.split(/\s+/).map(Number);
    return { mergeBase, ahead, behind };
}
const needed = [2, 38];
async function tryMerge({ git, history, variables }, ours, theirs) {
    const version = await gitVersion(git);
    if (isOlder(version))
        return { tried: false, reason: tooOld(version) };
    try {
        const args = ['merge-tree', '--write-tree', '-z', '--name-only', '--messages', ours, theirs];
        const how = { env: await variables(), timeoutMs: mergeTimeoutMs };
        const result = await history.settled([ours, '...', theirs], () => git.attempt(args, how));
        if (result.exitCode === 0)
            return { tried: true, conflicts: [] };
        const conflicts = result.exitCode === 1 ? parseMergeTree(result.stdout) : [];
        if (conflicts.length > 0)
            return { tried: true, conflicts };
        throw failure('merge-tree', result);
    }
    catch (error) {
        if (isUserError(error))
            return { tried: false, reason: error.message };
        throw error;
    }
}
async function gitVersion(git) {
    const text = await git.text(['version']);
    const version = /\d+(\.\d+)+/.exec(text)?.[0];
    if (version === undefined)
        throw new UserError(`git tells no version: ${text.slice(0, 100)}`);
    return version;
}
function isOlder(version) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major < needed[0] || (major === needed[0] && minor < needed[1]);
}
function tooOld(version) {
    return `this is git ${version}, and trying a merge without touching files needs git ${needed.join('.')} or later.`;
}

;// CONCATENATED MODULE: ./build/src/git/objects/partial.js



const partial_idsAtOnce = 400;
function missingBlobs(git, remote) {
    const known = new Map();
    let asked = new Set();
    let fetching;
    const fetchAsked = async () => {
        await (0,external_node_timers_promises_namespaceObject.setImmediate)();
        const oids = [...asked];
        asked = new Set();
        fetching = undefined;
        const from = await remote();
        for (let start = 0; start < oids.length; start += partial_idsAtOnce)
            await fetchObjects(git, from, oids.slice(start, start + partial_idsAtOnce), { withoutBlobs: true });
    };
    return async (commit, oids) => {
        const listed = known.get(commit) ?? once(() => listMissing(git, commit));
        known.set(commit, listed);
        const missing = await listed();
        const wanted = oids.filter((oid) => missing.has(oid));
        if (wanted.length === 0)
            return;
        for (const oid of wanted)
            asked.add(oid);
        await (fetching ??= fetchAsked());
        for (const oid of wanted)
            missing.delete(oid);
    };
}
async function listMissing(git, commit) {
    const partial = await git.attempt([
        'config',
        '--get-regexp',
        String.raw `^(extensions\.partialclone|remote\..*\.promisor)$`,
    ]);
    if (partial.exitCode !== 0)
        return new Set();
    const text = await git.text(['rev-list', '--objects', '--no-walk', '--missing=print', commit, '--']);
    return new Set(text.split('\n').flatMap((line) => (line.startsWith('?') ? [line.slice(1)] : [])));
}

;// CONCATENATED MODULE: ./build/src/git/history/resolve.js




function resolver({ git, history, remoteName, remote, }) {
    const ask = async (name) => {
        try {
            return await onRemote(git, await remote(), name);
        }
        catch (error) {
            if (!isUserError(error) || (await isShallow(git)))
                throw error;
            return undefined;
        }
    };
    return async (revision) => {
        if (isFullSha(revision))
            return history.commit(revision);
        const name = checkRevision(revision);
        const here = (await commitOf(git, name)) ?? (await commitOf(git, `${remoteName}/${name}`));
        if (here !== undefined)
            return here;
        if (/^(HEAD|@)/.test(name))
            throw new UserError('the repository has no commit yet', { help: 'Make a first commit.' });
        const there = await ask(name);
        if (there === undefined)
            throw await unknown(git, name, remoteName);
        return history.commit(there);
    };
}
async function commitOf(git, revision) {
    const found = await git.attempt(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
    return found.exitCode === 0 ? found.stdout.toString('latin1').trim() : undefined;
}
async function isShallow(git) {
    return (await git.text(['rev-parse', '--is-shallow-repository'])) === 'true';
}
async function onRemote(git, remote, name) {
    const refs = [`refs/heads/${name}`, `refs/tags/${name}`];
    const shas = await remoteRefs(git, remote, refs);
    return refs.map((ref) => shas.get(ref)).find((sha) => sha !== undefined);
}
async function remoteRef(git, remote, ref) {
    return (await remoteRefs(git, remote, [ref])).get(ref);
}
async function remoteRefs(git, remote, refs) {
    const output = await overNetwork(git, remote, ['ls-remote', '--', remote.name, ...refs]);
    const lines = output.toString('latin1').split('\n');
    return new Map(lines.map((line) => [line.slice(line.indexOf('\t') + 1), line.slice(0, line.indexOf('\t'))]));
}
async function unknown(git, name, remoteName) {
    const listed = await git.text([
        'for-each-ref',
        '--format=%(refname:short)',
        '--',
        'refs/heads',
        'refs/remotes',
        'refs/tags',
    ]);
    const refs = listed
        .split('\n')
        .flatMap((ref) => (ref.startsWith(`${remoteName}/`) ? [ref, ref.slice(remoteName.length + 1)] : [ref]));
    const near = nearest(name, refs);
    return new UserError(`there is no branch, tag or commit "${visibleName(name)}"`, {
        help: near === undefined ? 'Give a branch, a tag or a SHA that the repository has.' : `Did you mean ${near}?`,
    });
}

;// CONCATENATED MODULE: ./build/src/git/sync/remote.js




const maxKnown = 200;
function remoteBranchesOf({ git, remoteName, remote }) {
    const namespace = `refs/remotes/${remoteName}/`;
    return {
        main: () => mainBranch(git, namespace),
        known: async (without) => {
            const format = '--format=%(objectname) %(refname)';
            const unmerged = without === undefined ? [] : [`--no-merged=${checkSha(without)}`];
            const how = [format, '--sort=-committerdate', `--count=${maxKnown}`, ...unmerged];
            const listed = decodeName(await git.run(['for-each-ref', ...how, '--', namespace]));
            return listed.split('\n').flatMap((line) => {
                const [sha = '', ref = ''] = line.split(' ');
                const name = ref.slice(namespace.length);
                return name === '' || name === 'HEAD' ? [] : [{ name, sha }];
            });
        },
        url: async () => {
            const found = await git.attempt(['remote', 'get-url', '--', remoteName]);
            return found.exitCode === 0 ? found.stdout.toString('utf8').trim() : undefined;
        },
        remove: async (branch, sha) => remove(git, await remote(), branch, sha),
    };
}
async function mainBranch(git, namespace) {
    const noted = await git.attempt(['symbolic-ref', '--quiet', `${namespace}HEAD`]);
    const name = noted.stdout.toString('utf8').trim();
    if (noted.exitCode === 0 && name.startsWith(namespace))
        return name.slice(namespace.length);
    for (const usual of ['main', 'master']) {
        const refs = [`${namespace}${usual}`, `refs/heads/${usual}`];
        for (const ref of refs)
            if ((await git.attempt(['show-ref', '--verify', '--quiet', ref])).exitCode === 0)
                return usual;
    }
    return undefined;
}
async function remove(git, remote, branch, sha) {
    const ref = `refs/heads/${checkRefName(branch, 'branch')}`;
    const lease = `--force-with-lease=${ref}:${checkSha(sha)}`;
    const args = ['push', '--porcelain', '--no-verify', lease, '--', remote.name, `:${ref}`];
    const pushed = await tryOverNetwork(git, remote, args);
    if (pushed.exitCode === 0)
        return true;
    const said = `${pushed.stdout.toString('utf8')}${pushed.stderr}`;
    if (/stale info|remote ref does not exist|cannot lock ref|unable to resolve reference/i.test(said))
        return false;
    throw failure('push', pushed);
}

;// CONCATENATED MODULE: ./build/src/git/sync/files.js



const namesAtOnce = 100;
async function filesInTheWay(git, root, theirs) {
    const tree = ['-r', '-z', '--name-only', '--no-renames'];
    const [coming, replayed] = await Promise.all([
        git.run(['diff-tree', ...tree, '--diff-filter=A', 'HEAD', theirs, '--']),
        git.run([
            'log',
            '-z',
            '--format=',
            '--name-only',
            '--no-renames',
            '--diff-filter=D',
            `${theirs}..HEAD`,
            '--',
        ]),
    ]);
    const names = new Set([...splitNul(coming), ...splitNul(replayed)].map(decodeName));
    const here = await present(root, names);
    return untracked(git, here);
}
async function present(root, names) {
    const found = new Set();
    const folders = new Map();
    for (const name of names) {
        if (name === '')
            continue;
        const parts = name.split('/');
        let blocked = false;
        for (let length = 1; length < parts.length && !blocked; length += 1) {
            const folder = parts.slice(0, length).join('/');
            const isFolder = folders.get(folder) ?? (await isFolderOrNothing((0,external_node_path_namespaceObject.join)(root, folder)));
            folders.set(folder, isFolder);
            if (!isFolder)
                found.add(folder);
            blocked = !isFolder;
        }
        if (!blocked && (await files_exists((0,external_node_path_namespaceObject.join)(root, name))))
            found.add(name);
    }
    return [...found];
}
async function isFolderOrNothing(path) {
    return (0,promises_namespaceObject.lstat)(path).then((entry) => entry.isDirectory(), () => true);
}
async function files_exists(path) {
    return (0,promises_namespaceObject.lstat)(path).then(() => true, () => false);
}
async function untracked(git, paths) {
    const found = [];
    for (let start = 0; start < paths.length; start += namesAtOnce) {
        const some = paths.slice(start, start + namesAtOnce);
        found.push(...splitNul(await git.run(['ls-files', '-z', '--others', '--', ...some])).map(decodeName));
    }
    return found;
}

;// CONCATENATED MODULE: ./build/src/git/sync/conflicts.js



const kinds = new Map([
    ['DD', 'both deleted'],
    ['AU', 'added by us'],
    ['UD', 'deleted by them'],
    ['UA', 'added by them'],
    ['DU', 'deleted by us'],
    ['AA', 'both added'],
    ['UU', 'both modified'],
]);
async function unresolved(git, root) {
    const args = ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=no'];
    const conflicts = [];
    for (const entry of splitNul(await git.run(args))) {
        const kind = kinds.get(entry.toString('latin1', 0, 2));
        if (kind === undefined)
            continue;
        const path = decodeName(entry.subarray(3));
        const line = await markerLine((0,external_node_path_namespaceObject.join)(root, path));
        conflicts.push({ path, kind, ...(line === undefined ? {} : { line }) });
    }
    return conflicts;
}
const lookedAt = 4 * 1024 * 1024;
async function markerLine(file) {
    const handle = await (0,promises_namespaceObject.open)(file, 'r').catch(() => undefined);
    if (handle === undefined)
        return undefined;
    try {
        const { bytesRead, buffer } = await handle.read(Buffer.alloc(lookedAt), 0, lookedAt, 0);
        const lines = buffer.toString('latin1', 0, bytesRead).split('\n');
        const at = lines.findIndex((line) => /^<{7,}( |\r?$)/.test(line));
        return at < 0 ? undefined : at + 1;
    }
    catch {
        return undefined;
    }
    finally {
        await handle.close();
    }
}

;// CONCATENATED MODULE: ./build/src/git/sync/sync.js










const patienceMs = 15 * 60_000;
function syncOf({ git, history, root, remoteName, remote }) {
    const tracking = (branch) => `refs/remotes/${remoteName}/${checkRefName(branch, 'branch')}`;
    return {
        branch: async () => {
            const { exitCode, stdout } = await git.attempt(['symbolic-ref', '--quiet', '--short', 'HEAD']);
            return exitCode === 0 ? decodeName(stdout).trim() : undefined;
        },
        underway: () => underway(git),
        uncommitted: async () => {
            const args = ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=no'];
            return splitNul(await git.run(args)).map((entry) => decodeName(entry.subarray(3)));
        },
        fetch: async (branch) => fetchBranch(git, await remote(), branch, tracking(branch)),
        head: () => git.text(['rev-parse', '--verify', 'HEAD^{commit}']),
        distance: (base, head) => distance(git, history, base, head),
        merges: async (theirs) => Number(await git.text(['rev-list', '--merges', '--count', `${checkSha(theirs)}..HEAD`, '--'])),
        inTheWay: (theirs) => filesInTheWay(git, root, checkSha(theirs)),
        bring: async (how, branch) => {
            const { env } = await remote();
            const result = await git.attempt(commandOf(how, tracking(branch)), { timeoutMs: patienceMs, env });
            if (result.exitCode === 0)
                return [];
            const conflicts = await unresolved(git, root);
            if (conflicts.length === 0)
                throw stoppedWithout(how, failure(how, result), await underway(git));
            return conflicts;
        },
    };
}
function stoppedWithout(how, error, state) {
    if (state === undefined)
        return error;
    return new UserError(`${error.message}; the ${state} is under way`, {
        help: `Mend what it names and run \`git ${how} --continue\`, or go back with \`git ${how} --abort\`.`,
        cause: error,
    });
}
const sync_commands = {
    merge: ['-c', 'merge.autoStash=false', 'merge', '--no-edit', '--ff', '--no-overwrite-ignore'],
    rebase: [
        ...['rebase.autoStash', 'rebase.autoSquash', 'rebase.updateRefs'].flatMap((name) => [
            '-c',
            `${name}=false`,
        ]),
        'rebase',
        '--merge',
        '--no-rebase-merges',
    ],
};
function commandOf(how, ref) {
    return [...sync_commands[how], ref];
}
async function fetchBranch(git, remote, branch, tracking) {
    const listed = (await overNetwork(git, remote, ['ls-remote', '--', remote.name, `refs/heads/${branch}`]))
        .toString('latin1')
        .split('\t')[0];
    if (listed === undefined || listed.trim() === '')
        return undefined;
    const refspec = `+refs/heads/${branch}:${tracking}`;
    const args = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head'];
    const result = await remote.inTurn(() => tryOverNetwork(git, remote, [...args, '--', remote.name, refspec]));
    if (result.exitCode !== 0)
        throw failure('fetch', result);
    return git.text(['rev-parse', '--verify', `${tracking}^{commit}`]);
}
const marks = [
    ['rebase-merge', 'rebase'],
    ['rebase-apply/applying', 'am'],
    ['rebase-apply', 'rebase'],
    ['MERGE_HEAD', 'merge'],
    ['CHERRY_PICK_HEAD', 'cherry-pick'],
    ['REVERT_HEAD', 'revert'],
];
async function underway(git) {
    const asked = marks.flatMap(([mark]) => ['--git-path', mark]);
    const paths = (await git.text(['rev-parse', ...asked])).split('\n');
    for (const [index, [, state]] of marks.entries()) {
        const path = (0,external_node_path_namespaceObject.resolve)(git.cwd, paths[index] ?? '');
        if ((await (0,promises_namespaceObject.stat)(path).catch(() => undefined)) !== undefined)
            return state;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/git/worktree.js



async function addWorktree(git, sha, folder) {
    const noHooks = ['-c', 'core.hooksPath=model-gates-runs-no-hooks'];
    await git.run([...noHooks, 'worktree', 'add', '--quiet', '--detach', '--force', '--', folder, sha]);
    const link = await (0,promises_namespaceObject.readFile)((0,external_node_path_namespaceObject.join)(folder, '.git'), 'utf8');
    const notes = (0,external_node_path_namespaceObject.resolve)(folder, link.replace(/^gitdir: /, '').trim());
    if ((0,external_node_path_namespaceObject.basename)((0,external_node_path_namespaceObject.dirname)(notes)) !== 'worktrees')
        return () => undefined;
    return () => (0,external_node_fs_namespaceObject.rmSync)(notes, { recursive: true, force: true });
}

;// CONCATENATED MODULE: ./build/src/git/refs/tags.js





const namespace = 'refs/tags/';
async function localTags(git, prefix) {
    const format = '--format=%(objectname) %(*objectname) %(refname)';
    const output = await git.run(['for-each-ref', format, '--', namespace]);
    const tags = decodeName(output)
        .split('\n')
        .flatMap((line) => {
        const [object = '', peeled = '', ...name] = line.split(' ');
        return name.length === 0
            ? []
            : [{ name: name.join(' ').slice(namespace.length), sha: peeled === '' ? object : peeled }];
    });
    return tags.filter(({ name }) => name.startsWith(prefix));
}
async function remoteTags(git, remote, prefix) {
    const pattern = /^[\w./-]*$/.test(prefix) ? [`${namespace}${prefix}*`] : [];
    const output = await overNetwork(git, remote, ['ls-remote', '--tags', '--', remote.name, ...pattern]);
    const tags = new Map();
    for (const line of decodeName(output).split('\n')) {
        const [sha = '', ref = ''] = line.split('\t');
        const name = ref.slice(namespace.length).replace(/\^\{\}$/, '');
        if (ref.startsWith(namespace) && name.startsWith(prefix))
            tags.set(name, sha);
    }
    return [...tags].map(([name, sha]) => ({ name, sha }));
}
async function tagObject(git, { tag, sha, message, taggerDate }) {
    const seconds = Math.floor(Date.parse(taggerDate) / 1000);
    if (!Number.isFinite(seconds))
        throw new UserError(`"${taggerDate}" is not a date`, { help: 'Give an ISO 8601 date.' });
    const tagger = `model-gates <model-gates@users.noreply.github.com> ${seconds} +0000`;
    const body = message.replaceAll('\0', '').trim();
    const object = `object ${sha}\ntype commit\ntag ${tag}\ntagger ${tagger}\n\n${body}\n`;
    return git.text(['mktag'], { input: object });
}
const maxTries = 8;
async function pushTag(git, remote, tag) {
    const ref = `${namespace}${checkRefName(tag.tag, 'tag')}`;
    const object = await tagObject(git, tag);
    const push = [
        'push',
        '--porcelain',
        '--no-verify',
        `--force-with-lease=${ref}:`,
        '--',
        remote.name,
        `${object}:${ref}`,
    ];
    for (let tries = 1;; tries += 1) {
        const pushed = await tryOverNetwork(git, remote, push);
        const said = `${pushed.stdout.toString('utf8')}${pushed.stderr}`;
        if (pushed.exitCode === 0 && /^\*/m.test(said))
            return { created: true };
        if (pushed.exitCode === 0 && /^=/m.test(said))
            return { created: false, sha: tag.sha };
        if (isTaken(said))
            return { created: false };
        const existing = (await remoteTags(git, remote, tag.tag)).find(({ name }) => name === tag.tag);
        if (existing !== undefined)
            return { created: false, sha: existing.sha };
        if (tries >= maxTries || !isRace(said))
            throw failure('push', pushed);
        await git.clock.pause(git.clock.random() * 50 * 2 ** tries);
    }
}
function isTaken(said) {
    return /\(stale info\)|reference already exists/i.test(said);
}
function isRace(said) {
    return /cannot lock ref|failed to update ref|\.lock/i.test(said) && !standsInTheWay.test(said);
}

;// CONCATENATED MODULE: ./build/src/git/repository.js



















const onDisk = 'working tree';
async function openRepository(options) {
    const env = options.env ?? process.env;
    const remoteName = checkRefName(options.remote ?? 'origin', 'remote');
    const { git, root, commonDir } = await repository_locate(options, env);
    const remote = once(() => findRemote(git, remoteName, options.token, env));
    const history = historyOf({ git, commonDir, remote });
    const blobs = blobsOf(git);
    const lfsStore = (0,external_node_path_namespaceObject.join)(commonDir, 'lfs', 'objects');
    const fetchMissing = missingBlobs(git, remote);
    const resolve = resolver({ git, history, remoteName, remote });
    const tree = (sha, name = `commit ${sha.slice(0, 8)}`) => commitTree({ git, blobs, sha: checkSha(sha), name, lfsStore, fetchMissing });
    const disk = (how = {}) => workingTree({ git, root, lfsStore, ...how });
    const variables = async () => options.token === undefined ? {} : ((await remote().catch(() => undefined))?.env ?? {});
    const changedFiles = async (base, head) => head === onDisk
        ? changedOnDisk(git, checkSha(base), await variables())
        : changedBetween(git, checkSha(base), checkSha(head), await variables());
    const commits = async (base, head) => {
        await history.ensure([checkSha(base), checkSha(head)]);
        return history.settled([base, '..', head], () => commitsBetween(git, base, head));
    };
    const changeSet = async (range) => {
        const headSha = await resolve(range.head === onDisk ? 'HEAD' : range.head);
        const base = range.mergeBaseSha ?? (await history.mergeBase(await resolve(range.base), headSha));
        await history.ensure([checkSha(base), headSha]);
        return {
            base: tree(base, `merge base ${base.slice(0, 8)}`),
            head: range.head === onDisk ? disk() : tree(headSha, `head ${headSha.slice(0, 8)}`),
            files: await changedFiles(base, range.head === onDisk ? onDisk : headSha),
            commits: once(range.commits ?? (() => commits(base, headSha))),
        };
    };
    const checkOut = async (sha, folder) => {
        await history.ensure([checkSha(sha)]);
        return addWorktree(git, sha, folder);
    };
    const tags = (prefix) => localTags(git, prefix);
    const tagsOnRemote = async (prefix) => remoteTags(git, await remote(), prefix);
    return {
        root,
        head: () => headOf(git),
        isShallow: () => isShallow(git),
        resolve,
        remoteRef: async (ref) => remoteRef(git, await remote(), checkRefName(ref, 'ref')),
        mergeBase: async (a, b) => history.mergeBase(checkSha(a), checkSha(b)),
        firstParents: async (sha, most) => firstParents(git, history, checkSha(sha), most),
        parents: async (sha) => storedParents(git, await history.commit(checkSha(sha))),
        tree,
        workingTree: disk,
        changedFiles,
        commits,
        changeSet,
        commitDate: async (sha) => git.text(['show', '-s', '--no-show-signature', '--format=%cI', checkSha(sha), '--']),
        tags,
        remoteTags: tagsOnRemote,
        checkOut: (sha, folder) => checkOut(sha, folder),
        tagStore: () => ({
            list: tagsOnRemote,
            create: async (tag) => pushTag(git, await remote(), tag),
        }),
        merges: mergesOf({ git, history, variables }),
        remoteBranches: remoteBranchesOf({ git, remoteName, remote }),
        sync: syncOf({ git, history, root, remoteName, remote }),
    };
}
async function repository_locate(options, env) {
    const secrets = options.token === undefined ? [] : [options.token, basicCredential(options.token)];
    const open = (cwd) => createGit({ cwd, log: options.log, env, secrets, config: ownership(env) });
    if ((await (0,promises_namespaceObject.stat)(options.cwd).catch(() => undefined))?.isDirectory() !== true)
        throw new UserError(`there is no folder ${options.cwd}`, { help: 'Name a folder of the repository.' });
    const found = await open(options.cwd).text(['rev-parse', '--show-toplevel', '--git-common-dir']);
    const [top = '', commonDir = ''] = found.split('\n');
    const root = await (0,promises_namespaceObject.realpath)(top);
    return { git: open(root), root, commonDir: (0,external_node_path_namespaceObject.resolve)(options.cwd, commonDir) };
}
function ownership(env) {
    return env['GITHUB_ACTIONS'] === 'true' ? ['-c', 'safe.directory=*'] : [];
}
async function headOf(git) {
    const [sha, branch] = await Promise.all([
        git.attempt(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']),
        git.attempt(['symbolic-ref', '--quiet', '--short', 'HEAD']),
    ]);
    if (sha.exitCode !== 0)
        throw new UserError('the repository has no commit yet', { help: 'Make a first commit.' });
    const name = branch.stdout.toString('utf8').trim();
    return { sha: sha.stdout.toString('latin1').trim(), ...(name === '' ? {} : { branch: name }) };
}

;// CONCATENATED MODULE: ./build/src/ports/ledger-refs.js
const ledgerBranch = 'refs/heads/model-lineage';
const ledgerHead = 'refs/lineage/head';
const inboxPrefix = 'refs/lineage/inbox/';
const rowsPrefix = 'results@';
function inboxFile(key) {
    return `${key}.json`;
}
function parted(waiting) {
    const all = [...waiting];
    const rows = all.filter(([key]) => key.startsWith(rowsPrefix));
    return {
        inbox: new Map(all.filter(([key]) => !key.startsWith(rowsPrefix))),
        results: new Map(rows.map(([key, one]) => [key.slice(rowsPrefix.length), one])),
    };
}

;// CONCATENATED MODULE: ./build/src/git/ledger/compact.js





const author = {
    GIT_AUTHOR_NAME: 'model-gates',
    GIT_AUTHOR_EMAIL: 'model-gates@users.noreply.github.com',
    GIT_COMMITTER_NAME: 'model-gates',
    GIT_COMMITTER_EMAIL: 'model-gates@users.noreply.github.com',
};
async function compactLedger(store, folding) {
    const commit = await compact_commitOf(store, folding);
    const result = await tryOverNetwork(store.fetching, store.remote, publication(store, folding, commit));
    if (result.exitCode === 0)
        return true;
    const said = `${result.stdout.toString('utf8')}${result.stderr}`;
    if (/protected|rule violations|GH0\d\d/i.test(said))
        throw failure('push', result);
    if (/\[(?:remote )?rejected\]|stale info|failed to push some refs/i.test(said))
        return false;
    throw failure('push', result);
}
async function compact_commitOf({ fetching }, { tip, files, message }) {
    const index = (0,external_node_path_namespaceObject.join)(fetching.cwd, `compaction-${process.pid}-${fetching.clock.now()}`);
    const env = { GIT_INDEX_FILE: index, ...author };
    try {
        await fetching.run(tip === undefined ? ['read-tree', '--empty'] : ['read-tree', tip], { env });
        const lines = [...files].map(([path, oid]) => `100644 ${oid}\t${path}\0`).join('');
        await fetching.run(['update-index', '-z', '--index-info'], { env, input: lines });
        const tree = await fetching.text(['write-tree', '--missing-ok'], { env });
        const parents = tip === undefined ? [] : ['-p', tip];
        return await fetching.text(['commit-tree', ...parents, '-m', message, tree], { env });
    }
    finally {
        await (0,promises_namespaceObject.rm)(index, { force: true });
        await (0,promises_namespaceObject.rm)(`${index}.lock`, { force: true });
    }
}
function publication({ remote }, { tip, taken }, commit) {
    const gone = [...taken].map(([key, oid]) => ({ ref: `${inboxPrefix}${key}`, oid }));
    return [
        'push',
        '--porcelain',
        '--atomic',
        '--no-verify',
        `--force-with-lease=${ledgerBranch}:${tip ?? ''}`,
        `--force-with-lease=${ledgerHead}:${tip ?? ''}`,
        ...gone.map(({ ref, oid }) => `--force-with-lease=${ref}:${oid}`),
        '--',
        remote.name,
        `${commit}:${ledgerBranch}`,
        `${commit}:${ledgerHead}`,
        ...gone.map(({ ref }) => `:${ref}`),
    ];
}

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = require("node:util");
;// CONCATENATED MODULE: ./build/src/git/objects/write-object.js



async function writeObject(repository, type, bytes) {
    const [{ createHash }, { deflate }] = await Promise.all([Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 598, 23)), Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 522, 23))]);
    const object = Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes]);
    const oid = createHash('sha1').update(object).digest('hex');
    const folder = (0,external_node_path_namespaceObject.join)(repository, 'objects', oid.slice(0, 2));
    const file = (0,external_node_path_namespaceObject.join)(folder, oid.slice(2));
    await (0,promises_namespaceObject.mkdir)(folder, { recursive: true });
    const unfinished = `${file}-${process.pid}`;
    await (0,promises_namespaceObject.writeFile)(unfinished, await (0,external_node_util_namespaceObject.promisify)(deflate)(object));
    await (0,promises_namespaceObject.rename)(unfinished, file);
    return oid;
}

;// CONCATENATED MODULE: ./build/src/git/ledger/objects.js





function treeItems(tree, oidBytes) {
    const items = [];
    for (let at = 0; at < tree.length;) {
        const end = tree.indexOf(0, at);
        const entry = tree.toString('utf8', at, end);
        const oid = tree.toString('hex', end + 1, end + 1 + oidBytes);
        items.push({ name: entry.slice(entry.indexOf(' ') + 1), oid, isBlob: entry.startsWith('100') });
        at = end + 1 + oidBytes;
    }
    return items;
}
async function readFolders(reader, commit, folders) {
    const trees = await reader.read(folders.map((folder) => treeName(commit, folder)));
    return Promise.all(folders.map(async (folder, at) => {
        const tree = trees[at];
        if (tree?.type === 'tree')
            return treeItems(tree.bytes, tree.oid.length / 2);
        const slash = folder.lastIndexOf('/');
        if (folder === '')
            throw damaged(commit, folder);
        const [siblings = []] = await readFolders(reader, commit, [folder.slice(0, Math.max(0, slash))]);
        if (siblings.some(({ name }) => name === folder.slice(slash + 1)))
            throw damaged(commit, folder);
        return [];
    }));
}
function treeName(commit, folder) {
    return folder === '' ? `${commit}^{tree}` : `${commit}:${folder}`;
}
function damaged(commit, folder) {
    return new UserError(`the copy of the ledger here lacks ${folder || 'the root'} of ${commit.slice(0, 8)}`, {
        help: 'Remove the folder model-gates-ledger in .git, and run it again: the copy is made anew.',
    });
}
async function fetchByIds({ fetching, remote }, oids) {
    if (oids.length === 0)
        return true;
    const quietly = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--depth=1'];
    const send = async (filter) => {
        const args = [...quietly, ...filter];
        if (oids.length <= 300)
            return tryOverNetwork(fetching, remote, [...args, '--', remote.name, ...oids]);
        const input = oids.map((oid) => `${oid}\n`).join('');
        return tryOverNetwork(fetching, remote, [...args, '--stdin', '--', remote.name], input);
    };
    const first = await send(['--filter=blob:none']);
    const result = first.exitCode !== 0 && /filter/i.test(first.stderr) ? await send([]) : first;
    if (result.exitCode === 0)
        return true;
    if (/not our ref|unadvertised object|couldn't find remote ref|no such remote ref/i.test(result.stderr))
        return false;
    throw failure('fetch', result);
}
const recorder = 'model-gates <model-gates@users.noreply.github.com> 946684800 +0000';
async function writeFiles({ cwd }, blobs) {
    const entries = await Promise.all(blobs.map(async ({ key, bytes }) => ({
        name: Buffer.from(inboxFile(key)),
        oid: await writeObject(cwd, 'blob', bytes),
    })));
    const tree = entries
        .toSorted((a, b) => a.name.compare(b.name))
        .flatMap(({ name, oid }) => [Buffer.from('100644 '), name, Buffer.from([0]), Buffer.from(oid, 'hex')]);
    const treeOid = await writeObject(cwd, 'tree', Buffer.concat(tree));
    const text = `tree ${treeOid}\nauthor ${recorder}\ncommitter ${recorder}\n\nLineage records\n`;
    return writeObject(cwd, 'commit', Buffer.from(text));
}
async function waitingFiles(reader, refs) {
    const oids = [...new Set(refs.values())];
    const objects = await reader.read(oids);
    const commits = oids.filter((_, at) => objects[at]?.type === 'commit');
    const trees = await reader.read(commits.map((oid) => `${oid}^{tree}`));
    const files = new Map(commits.map((oid, at) => {
        const tree = trees[at];
        const items = tree === undefined ? [] : treeItems(tree.bytes, tree.oid.length / 2);
        return [oid, new Map(items.map(({ name, oid: blob }) => [name, blob]))];
    }));
    return new Map([...refs].map(([key, oid]) => [key, { oid, blob: files.get(oid)?.get(inboxFile(key)) ?? oid }]));
}

;// CONCATENATED MODULE: ./build/src/git/ledger/push.js



const push_maxTries = 8;
const maxArguments = process.platform === 'win32' ? 24_000 : 96_000;
async function pushNew(store, refs) {
    const results = [];
    for (const part of portions(refs, maxArguments, ({ ref, oid }) => 2 * ref.length + oid.length + 30))
        results.push(...(await pushPortion(store, part)));
    return results;
}
async function pushPortion(store, refs) {
    const created = new Set();
    for (let tries = 1;; tries += 1) {
        const left = refs.filter(({ ref }) => !created.has(ref));
        const result = await tryOverNetwork(store.fetching, store.remote, creation(store, left));
        for (const line of result.stdout.toString('utf8').split('\n')) {
            const [state, names = ''] = line.split('\t');
            if (state === '*')
                created.add(names.slice(names.indexOf(':') + 1));
        }
        if (result.exitCode === 0)
            break;
        const there = await existing(store, left);
        const open = left.filter(({ ref }) => !created.has(ref) && !there.has(ref));
        if (open.length === 0)
            break;
        if (tries >= push_maxTries || !/reject|lock|stale|failed to update|hung up|early EOF/i.test(said(result)))
            throw failure('push', result);
        const { random, pause } = store.fetching.clock;
        await pause(random() * 50 * 2 ** tries);
    }
    if (created.size === refs.length)
        return refs.map((ref) => ({ ...ref, created: true }));
    const there = await existing(store, refs);
    return refs.map(({ ref, oid }) => ({ ref, oid: there.get(ref) ?? oid, created: created.has(ref) }));
}
function creation({ remote }, refs) {
    return [
        'push',
        '--porcelain',
        '--no-verify',
        ...refs.map(({ ref }) => `--force-with-lease=${ref}:`),
        '--',
        remote.name,
        ...refs.map(({ ref, oid }) => `${oid}:${ref}`),
    ];
}
function said({ stdout, stderr }) {
    return `${stdout.toString('utf8')}${stderr}`;
}
async function existing({ fetching, remote }, refs) {
    const names = refs.map(({ ref }) => ref);
    const output = await overNetwork(fetching, remote, ['ls-remote', '--refs', '--', remote.name, ...names]);
    const lines = output
        .toString('utf8')
        .split('\n')
        .filter((line) => line !== '');
    return new Map(lines.map((line) => [line.slice(line.indexOf('\t') + 1), line.slice(0, line.indexOf('\t'))]));
}

;// CONCATENATED MODULE: ./build/src/git/ledger/ledger.js







const batch = 500;
async function openLedger(options) {
    let reader;
    let writer;
    const forReading = () => (reader ??= openStore(options, true));
    const forWriting = () => (writer ??= openStore(options, false));
    const anew = async (error) => {
        if (!(error instanceof UserError) || !spoilt.test(error.message))
            throw error;
        options.log.info(`The copy of the ledger in this clone is of no use, taking a new one: ${error.message}`);
        const ended = error.message.includes('.lock') ? 'close' : 'discard';
        await reader?.then((store) => store[ended]()).catch(() => undefined);
        reader = openStore(options, false);
        return snapshot(await reader);
    };
    return {
        append: async (blobs) => append(await forWriting(), blobs),
        snapshot: async () => {
            try {
                return withSecondRead(await snapshot(await forReading()), anew);
            }
            catch (error) {
                return anew(error);
            }
        },
        compact: async (folding) => compactLedger(await forReading(), folding),
        batch,
        close: async () => {
            await Promise.all([reader, writer].map(async (store) => (await store?.catch(() => undefined))?.close()));
        },
    };
}
function withSecondRead(first, second) {
    let other;
    const read = async (oids) => {
        if (other !== undefined)
            return (await other).read(oids);
        try {
            return await first.read(oids);
        }
        catch (error) {
            return (await (other ??= second(error))).read(oids);
        }
    };
    return { ...first, read };
}
const spoilt = /\.lock|shallow file|lacks|damaged|corrupt|bad object|unable to read|index-pack|unpack|not a git repository/i;
async function append(store, blobs) {
    const oid = await writeFiles(store.fetching, blobs);
    for (let tries = 1;; tries += 1) {
        const refs = blobs.map(({ key }) => ({ ref: `${inboxPrefix}${key}`, oid }));
        const pushed = await pushNew(store, refs);
        const others = await othersIn(store, pushed);
        if (others === undefined && tries < ledger_maxTries)
            continue;
        return pushed.map(({ created, ref }) => {
            if (created)
                return { created };
            return { created, bytes: others?.get(ref) ?? new Uint8Array() };
        });
    }
}
async function othersIn(store, pushed) {
    const refs = new Map(pushed.flatMap(({ created, ref, oid }) => (created ? [] : [[ref, oid]])));
    if (!(await fetchByIds(store, await missing(store, [...new Set(refs.values())]))))
        return undefined;
    const keys = new Map([...refs].map(([ref, oid]) => [ref.slice(inboxPrefix.length), oid]));
    const waiting = await waitingFiles(store.reading, keys);
    const contents = await readBlobs(store, [...waiting.values()].map(({ blob }) => blob));
    return new Map([...waiting].map(([key, { blob }]) => [`${inboxPrefix}${key}`, contents.get(blob) ?? new Uint8Array()]));
}
const ledger_maxTries = 5;
async function snapshot(store) {
    for (let tries = 1;; tries += 1) {
        const listed = await listRefs(store);
        const roots = [listed.tip, listed.head].filter((oid) => oid !== undefined);
        const wanted = await missing(store, [...new Set([...roots, ...listed.waiting.values()])]);
        if (await fetchByIds(store, wanted))
            return snapshotOf(store, listed, await waitingFiles(store.reading, listed.waiting));
        if (tries >= ledger_maxTries)
            throw new UserError('the ledger changes faster than it can be read', {
                help: 'Run it again in a moment.',
            });
    }
}
async function listRefs({ fetching, remote }) {
    const patterns = [ledgerBranch, ledgerHead, `${inboxPrefix}*`];
    const output = await overNetwork(fetching, remote, ['ls-remote', '--refs', '--', remote.name, ...patterns]);
    const refs = new Map();
    for (const line of output.toString('utf8').split('\n')) {
        const [oid = '', ref = ''] = line.split('\t');
        if (ref !== '')
            refs.set(ref, oid);
    }
    const waiting = [...refs]
        .filter(([ref]) => ref.startsWith(inboxPrefix))
        .map(([ref, oid]) => [ref.slice(inboxPrefix.length), oid]);
    return { tip: refs.get(ledgerBranch), head: refs.get(ledgerHead), waiting: new Map(waiting) };
}
function snapshotOf(store, { tip, head }, waiting) {
    const root = head ?? tip;
    const known = new Map();
    return {
        tip,
        head,
        ...parted(waiting),
        list: async (folders) => {
            const fresh = root === undefined ? [] : folders.filter((folder) => !known.has(folder));
            const read = await readFolders(store.reading, root ?? '', fresh);
            fresh.forEach((folder, at) => {
                const blobs = (read[at] ?? []).filter(({ isBlob }) => isBlob);
                known.set(folder, new Map(blobs.map(({ name, oid }) => [name, oid])));
            });
            return new Map(folders.map((folder) => [folder, known.get(folder) ?? new Map()]));
        },
        read: (oids) => readBlobs(store, oids),
    };
}
async function missing(store, oids) {
    const objects = await store.reading.read(oids);
    return oids.filter((_, at) => objects[at] === undefined);
}
async function readBlobs(store, oids) {
    const unique = [...new Set(oids)];
    const contents = await storedBlobs(store, unique);
    const absent = unique.filter((oid) => !contents.has(oid));
    if (absent.length === 0)
        return contents;
    if (!(await fetchByIds(store, absent)))
        throw new UserError('the remote no longer has records that its ledger names', {
            help: 'Somebody has removed objects from it: run `git fsck` there, and restore them from another clone.',
        });
    const fetched = await storedBlobs(store, absent);
    const lost = absent.find((oid) => !fetched.has(oid));
    if (lost !== undefined)
        throw new UserError(`git has no content for ${lost}`, { help: 'Run it again.' });
    return new Map([...contents, ...fetched]);
}
async function storedBlobs(store, oids) {
    const objects = await store.reading.read(oids);
    return new Map(objects.flatMap((object) => object === undefined ? [] : [[object.oid, object.type === 'blob' ? object.bytes : new Uint8Array()]]));
}

;// CONCATENATED MODULE: ./build/src/git/scratch.js






async function openScratch(url, options) {
    const env = options.env ?? process.env;
    const folder = await (0,promises_namespaceObject.mkdtemp)((0,external_node_path_namespaceObject.join)(env['RUNNER_TEMP'] || (0,external_node_os_namespaceObject.tmpdir)(), 'model-gates-clone-'));
    const close = () => (0,promises_namespaceObject.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
    try {
        const git = createGit({ cwd: folder, log: options.log, env });
        await git.run(['init', '--quiet', '--template=', '.']);
        await git.run(['config', 'remote.origin.url', url]);
        const remote = await findRemote(git, 'origin', options.token, env);
        await fetchObjects(git, remote, ['HEAD'], { depth: 1, withoutBlobs: true });
        return { repository: await openRepository({ cwd: folder, ...options }), close };
    }
    catch (error) {
        await close();
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/bundles/git.js


module.exports = __webpack_exports__;
/******/ })()
;