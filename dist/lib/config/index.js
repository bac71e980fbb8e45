/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 556:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   createAjv: () => (/* binding */ createAjv),
/* harmony export */   safePattern: () => (/* binding */ safePattern)
/* harmony export */ });
/* harmony import */ var _kernel_pattern_compile_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(825);

async function createAjv({ known = false, source = false } = {}) {
    const { Ajv2020: Ajv } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 513, 23));
    return new Ajv({
        allErrors: !source,
        ...(known ? { validateSchema: false, meta: false } : {}),
        strict: false,
        verbose: !source,
        messages: !source,
        inlineRefs: !source,
        validateFormats: false,
        multipleOfPrecision: 9,
        $data: false,
        code: { source, optimize: source, regExp: Object.assign(safePattern, { code: 'safePattern' }) },
    });
}
function safePattern(source) {
    const compiled = (0,_kernel_pattern_compile_js__WEBPACK_IMPORTED_MODULE_0__/* .compilePattern */ .E)(source);
    if (!compiled.ok)
        throw new Error(`pattern ${JSON.stringify(source.slice(0, 60))}: ${compiled.problem}`);
    return { test: (text) => compiled.pattern.test(text), toString: () => `/${source}/` };
}


/***/ }),

/***/ 726:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { safePattern } = __nccwpck_require__(556);
"use strict";exports.JN = validate0;const schema0 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://model-gates.example/schema/policy.schema.json","title":"model-gates policy","description":"Which gates judge a change, and by which thresholds. Read from the base commit. Everything has a default: an empty file works.","type":["object","null"],"additionalProperties":false,"properties":{"trunk":{"description":"Name of the main branch. Default: the repository's default branch.","$ref":"#/$defs/name"},"gates":{"description":"Turns a gate off (false). The report says so each time.","type":"object","additionalProperties":false,"properties":{"validate-model-config":{"type":"boolean"},"detect-dep-drift":{"type":"boolean"},"regression-gate":{"type":"boolean"}}},"config":{"description":"What validate-model-config judges and how.","type":"object","additionalProperties":false,"properties":{"files":{"description":"Globs of the config files. A glob behind ! takes out what the others take in.","$ref":"#/$defs/globs"},"dialect":{"description":"How the training code reads YAML.","enum":["pyyaml","omegaconf","yaml-1.2"]},"registry":{"description":"Path of the registry of model parameters.","$ref":"#/$defs/path"},"schema":{"description":"Path of the team's own JSON Schema, applied beside the registry.","$ref":"#/$defs/path"},"strict":{"description":"Unregistered parameters fail (true, the default) or warn (false).","type":"boolean"},"family":{"description":"A model family, auto (the default) or none.","$ref":"#/$defs/name"},"rules":{"description":"Rule id to severity or off, with the reason why.","type":"object","propertyNames":{"pattern":"^config/[a-z0-9-]+$"},"additionalProperties":{"type":"object","additionalProperties":false,"required":["severity","reason"],"properties":{"severity":{"enum":["error","warning","notice","off"]},"reason":{"type":"string","minLength":3}}}},"expressions":{"description":"The team's own cross-field rules.","type":"array","maxItems":200,"items":{"type":"object","additionalProperties":false,"required":["id","check"],"properties":{"id":{"type":"string","pattern":"^[a-z0-9-]+$"},"check":{"description":"Such as num_experts % expert_parallel_size == 0.","type":"string","maxLength":500},"message":{"type":"string","maxLength":500},"severity":{"enum":["error","warning","notice"]}}}},"checkpoint":{"description":"A safetensors file, index or folder that the config must fit.","$ref":"#/$defs/path"},"structural":{"description":"needs-reason: a structural change fails unless the registry states the reason for exactly the new value. Default: allow.","enum":["allow","needs-reason"]},"expect-parameters":{"description":"Such as 31.07B ± 0.5%.","type":"string","maxLength":60}}},"dependencies":{"description":"What detect-dep-drift watches and how it judges.","type":"object","additionalProperties":false,"properties":{"files":{"description":"Globs of lock files, manifests and Dockerfiles; a glob behind ! takes out. Default: every known file name.","$ref":"#/$defs/globs"},"watch":{"description":"Replaces the default list of watched packages.","$ref":"#/$defs/globs"},"also-watch":{"description":"Added to the watched packages.","$ref":"#/$defs/globs"},"classes":{"description":"Class of a move to its consequence.","$ref":"#/$defs/consequences"},"packages":{"description":"Package to class to consequence, over classes.","type":"object","additionalProperties":{"$ref":"#/$defs/consequences"}},"allow-file":{"description":"File of lines such as torch 2.9.1 -> 2.10.0 that state which moves are meant.","$ref":"#/$defs/path"},"bots":{"description":"Authors whose pull requests only update dependencies.","$ref":"#/$defs/globs"},"bot-branches":{"description":"Head branches, as globs, that only update dependencies.","$ref":"#/$defs/globs"},"locks":{"description":"Globs of files that a resolver writes although nothing in them says so: their pins are results, never requests.","$ref":"#/$defs/globs"},"pairs":{"description":"Packages that only work together, over or beside the built-in pairs.","type":"array","maxItems":1000,"items":{"type":"object","additionalProperties":false,"required":["pair","package","versions","needs","source"],"properties":{"pair":{"description":"Name of the pair; a built-in one is replaced.","$ref":"#/$defs/name"},"package":{"description":"Where this package …","$ref":"#/$defs/name"},"versions":{"description":"… satisfies this range,","$ref":"#/$defs/name"},"needs":{"description":"these packages must satisfy theirs.","type":"object","additionalProperties":{"$ref":"#/$defs/name"}},"severity":{"enum":["error","warning"]},"source":{"description":"Where this is known from.","$ref":"#/$defs/path"}}}},"ignore-pairs":{"description":"Names of pairs that are not judged.","$ref":"#/$defs/globs"},"target":{"description":"Where the model runs, as marker variables (sys_platform: linux); default CPython on Linux, x86_64.","type":"object","additionalProperties":{"$ref":"#/$defs/name"}},"environment":{"description":"Also judge the installed environment of the job: pip inspect and pip check.","type":"boolean"},"python":{"description":"The interpreter to judge; default python.","$ref":"#/$defs/path"},"snapshot":{"description":"pip inspect of the base's environment, to compare the installed one with.","$ref":"#/$defs/path"}}},"regression":{"description":"What regression-gate compares and how it decides.","type":"object","additionalProperties":false,"properties":{"candidate":{"description":"Globs of the result files of the change.","$ref":"#/$defs/globs"},"baseline":{"description":"Globs of the result files at the merge base, or of another state of trunk: main:evals/*.jsonl, v2.3.0:evals/*.jsonl, latest-release:evals/*.jsonl. Default: the same as candidate.","$ref":"#/$defs/globs"},"anchor":{"description":"Pinned results (latest-release, a path, or ref:path) against which slow erosion is measured.","type":"string","minLength":1},"metrics":{"description":"Metrics to judge. Default: what the results carry.","$ref":"#/$defs/globs"},"mode":{"enum":["paired","strict","non-inferiority"]},"tolerance":{"description":"Largest drop that is tolerated.","type":"number","minimum":0},"margin":{"description":"A drop this large must be excluded for a pass.","type":"number","minimum":0},"unit":{"description":"Unit of tolerance and margin.","enum":["points","percent"]},"alpha":{"description":"One-sided significance level.","type":"number","exclusiveMinimum":0,"maximum":0.5},"on-inconclusive":{"enum":["auto","fail","warn","pass"]},"seed":{"description":"Seed of the bootstrap.","type":"integer","minimum":0},"looks":{"description":"Numbers of samples at which the gate may look, rising. While undecided it asks for the next.","type":"array","minItems":1,"maxItems":20,"items":{"type":"integer","minimum":1}},"evaluate":{"description":"Command that evaluates the candidate: {ids} is a file with one sample id a line, {out} the file to write results to.","type":"string","minLength":1,"maxLength":4096},"pool":{"description":"File at the merge base with one sample id a line, for evaluate.","$ref":"#/$defs/path"},"time-budget":{"description":"Minutes after which no further round of evaluate begins.","type":"number","minimum":0}}},"versioning":{"description":"How tags are named.","type":"object","additionalProperties":false,"properties":{"prefix":{"description":"In front of v2.3.1, for several models in one repository.","type":"string","maxLength":100}}},"plan":{"description":"What needs no evaluation.","type":"object","additionalProperties":false,"properties":{"harmless":{"description":"Globs of files on which no evaluation depends; a change of these alone needs none. Default: *.md, docs/**/*.md, LICENSE* and GitHub's own pages.","$ref":"#/$defs/globs"}}},"exemptions":{"description":"Labels that lift gates when someone entitled put them on the head commit as it is. Each use is told with who, when and on which SHA.","type":"array","maxItems":50,"items":{"type":"object","additionalProperties":false,"required":["label","gates","by"],"properties":{"label":{"type":"string","minLength":1,"maxLength":50},"gates":{"type":"array","minItems":1,"items":{"enum":["validate-model-config","detect-dep-drift","regression-gate"]}},"by":{"$ref":"#/$defs/entitled"},"author-may":{"description":"Whether the author of the pull request may grant it. Default: false.","type":"boolean"},"reason-required":{"description":"Whether a comment /exempt LABEL because … must say why. Default: true.","type":"boolean"},"hours":{"description":"Hours after which it ends by itself.","type":"number","exclusiveMinimum":0},"sticky":{"description":"Whether it survives the next push. Default: false.","type":"boolean"},"effect":{"description":"lift (the default): the gate does not block. light: the evaluation may be on fewer samples, and blocks only where it shows a drop.","enum":["lift","light"]}}}},"hotfix":{"description":"Hotfix branches may merge before their evaluation, when a release manager approves the head commit.","type":"object","additionalProperties":false,"properties":{"branches":{"description":"Globs of head branches. Default: hotfix/*.","$ref":"#/$defs/globs"},"release-managers":{"description":"Who may approve a hotfix.","$ref":"#/$defs/entitled"},"required-checks":{"description":"Checks that must be green on the head commit.","$ref":"#/$defs/globs"},"evaluation":{"description":"Whether an approved hotfix skips its evaluation (skip, the default) or makes it on fewer samples (light).","enum":["skip","light"]},"evaluate-within-hours":{"description":"Hours within which the skipped evaluation must follow. Default: 24.","type":"number","exclusiveMinimum":0}}},"branches":{"description":"How long branches may live and what they may be called.","type":"object","additionalProperties":false,"properties":{"names":{"description":"Globs that a head branch must match. Default: any name.","$ref":"#/$defs/globs"},"warn-hours":{"description":"Age at which a branch is warned about. Default: 24.","type":"number","minimum":0},"limit-hours":{"description":"Age that a branch may not pass. Default: 72.","type":"number","minimum":0},"over-limit":{"description":"What an older branch gets. Default: fail.","enum":["fail","warn"]},"sync":{"description":"How trunk is brought in. Default: merge.","enum":["merge","rebase"]}}},"sweep":{"description":"When the branches of closed pull requests are deleted.","type":"object","additionalProperties":false,"properties":{"after-days":{"description":"Days after the pull request was closed or merged. Default: 7.","type":"number","minimum":1},"remind-days":{"description":"Days before the deletion at which the author is reminded. Default: 2.","type":"number","minimum":0},"keep-label":{"description":"Label of a pull request whose branch is kept. Default: keep-branch.","$ref":"#/$defs/name"},"at-most":{"description":"Branches deleted, and reminders written, in one run. Default: 20.","type":"integer","minimum":1,"maximum":500},"protect":{"description":"Globs of branches that are never touched.","$ref":"#/$defs/globs"}}}},"$defs":{"entitled":{"description":"Any one of these suffices.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"users":{"description":"Logins.","$ref":"#/$defs/globs"},"teams":{"description":"organization/team; needs an App token with members: read.","$ref":"#/$defs/globs"},"permission":{"description":"At least this permission in the repository.","enum":["write","maintain","admin"]}}},"name":{"type":"string","minLength":1,"maxLength":250},"path":{"type":"string","minLength":1,"maxLength":4096},"globs":{"type":"array","maxItems":1000,"items":{"type":"string","minLength":1,"maxLength":4096}},"consequences":{"type":"object","additionalProperties":{"enum":["fail","warn","pass"]}}}};const func0 = Object.prototype.hasOwnProperty;const func8 = safePattern;const func1 = (__nccwpck_require__(214)/* ["default"] */ .A);const schema1 = {"type":"string","minLength":1,"maxLength":250};function validate1(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate1.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(typeof data === "string"){if(func1(data) > 250){validate1.errors = [{instancePath,schemaPath:"#/maxLength",keyword:"maxLength",params:{limit: 250}}];return false;}else {if(func1(data) < 1){validate1.errors = [{instancePath,schemaPath:"#/minLength",keyword:"minLength",params:{limit: 1}}];return false;}}}else {validate1.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}}validate1.errors = vErrors;return errors === 0;}validate1.evaluated = {"dynamicProps":false,"dynamicItems":false};const schema2 = {"type":"array","maxItems":1000,"items":{"type":"string","minLength":1,"maxLength":4096}};function validate3(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate3.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(Array.isArray(data)){if(data.length > 1000){validate3.errors = [{instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 1000}}];return false;}else {var valid0 = true;const len0 = data.length;for(let i0=0; i0<len0; i0++){let data0 = data[i0];const _errs1 = errors;if(errors === _errs1){if(typeof data0 === "string"){if(func1(data0) > 4096){validate3.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/maxLength",keyword:"maxLength",params:{limit: 4096}}];return false;}else {if(func1(data0) < 1){validate3.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/minLength",keyword:"minLength",params:{limit: 1}}];return false;}}}else {validate3.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "string"}}];return false;}}var valid0 = _errs1 === errors;if(!valid0){break;}}}}else {validate3.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}}];return false;}}validate3.errors = vErrors;return errors === 0;}validate3.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};const schema3 = {"type":"string","minLength":1,"maxLength":4096};function validate5(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate5.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(typeof data === "string"){if(func1(data) > 4096){validate5.errors = [{instancePath,schemaPath:"#/maxLength",keyword:"maxLength",params:{limit: 4096}}];return false;}else {if(func1(data) < 1){validate5.errors = [{instancePath,schemaPath:"#/minLength",keyword:"minLength",params:{limit: 1}}];return false;}}}else {validate5.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}}validate5.errors = vErrors;return errors === 0;}validate5.evaluated = {"dynamicProps":false,"dynamicItems":false};const schema4 = {"type":"object","additionalProperties":{"enum":["fail","warn","pass"]}};function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate13.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){for(const key0 in data){let data0 = data[key0];const _errs2 = errors;if(!(((data0 === "fail") || (data0 === "warn")) || (data0 === "pass"))){validate13.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema4.additionalProperties.enum}}];return false;}var valid0 = _errs2 === errors;if(!valid0){break;}}}else {validate13.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate13.errors = vErrors;return errors === 0;}validate13.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};const schema5 = {"description":"Any one of these suffices.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"users":{"description":"Logins.","$ref":"#/$defs/globs"},"teams":{"description":"organization/team; needs an App token with members: read.","$ref":"#/$defs/globs"},"permission":{"description":"At least this permission in the repository.","enum":["write","maintain","admin"]}}};function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate34.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){if(Object.keys(data).length < 1){validate34.errors = [{instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1}}];return false;}else {const _errs1 = errors;for(const key0 in data){if(!(((key0 === "users") || (key0 === "teams")) || (key0 === "permission"))){validate34.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];return false;break;}}if(_errs1 === errors){if(data.users !== undefined){const _errs2 = errors;if(!(validate3(data.users, {instancePath:instancePath+"/users",parentData:data,parentDataProperty:"users",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid0 = _errs2 === errors;}else {var valid0 = true;}if(valid0){if(data.teams !== undefined){const _errs3 = errors;if(!(validate3(data.teams, {instancePath:instancePath+"/teams",parentData:data,parentDataProperty:"teams",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.permission !== undefined){let data2 = data.permission;const _errs4 = errors;if(!(((data2 === "write") || (data2 === "maintain")) || (data2 === "admin"))){validate34.errors = [{instancePath:instancePath+"/permission",schemaPath:"#/properties/permission/enum",keyword:"enum",params:{allowedValues: schema5.properties.permission.enum}}];return false;}var valid0 = _errs4 === errors;}else {var valid0 = true;}}}}}}else {validate34.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate34.errors = vErrors;return errors === 0;}validate34.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};const pattern0 = func8("^config/[a-z0-9-]+$", "u");const pattern1 = func8("^[a-z0-9-]+$", "u");function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){/*# sourceURL="https://model-gates.example/schema/policy.schema.json" */;let vErrors = null;let errors = 0;const evaluated0 = validate0.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){validate0.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema0.type}}];return false;}if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){const _errs1 = errors;for(const key0 in data){if(!(func0.call(schema0.properties, key0))){validate0.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];return false;break;}}if(_errs1 === errors){if(data.trunk !== undefined){const _errs2 = errors;if(!(validate1(data.trunk, {instancePath:instancePath+"/trunk",parentData:data,parentDataProperty:"trunk",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);errors = vErrors.length;}var valid0 = _errs2 === errors;}else {var valid0 = true;}if(valid0){if(data.gates !== undefined){let data1 = data.gates;const _errs3 = errors;if(errors === _errs3){if(data1 && typeof data1 == "object" && !Array.isArray(data1)){const _errs5 = errors;for(const key1 in data1){if(!(((key1 === "validate-model-config") || (key1 === "detect-dep-drift")) || (key1 === "regression-gate"))){validate0.errors = [{instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];return false;break;}}if(_errs5 === errors){if(data1["validate-model-config"] !== undefined){const _errs6 = errors;if(typeof data1["validate-model-config"] !== "boolean"){validate0.errors = [{instancePath:instancePath+"/gates/validate-model-config",schemaPath:"#/properties/gates/properties/validate-model-config/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid1 = _errs6 === errors;}else {var valid1 = true;}if(valid1){if(data1["detect-dep-drift"] !== undefined){const _errs8 = errors;if(typeof data1["detect-dep-drift"] !== "boolean"){validate0.errors = [{instancePath:instancePath+"/gates/detect-dep-drift",schemaPath:"#/properties/gates/properties/detect-dep-drift/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid1 = _errs8 === errors;}else {var valid1 = true;}if(valid1){if(data1["regression-gate"] !== undefined){const _errs10 = errors;if(typeof data1["regression-gate"] !== "boolean"){validate0.errors = [{instancePath:instancePath+"/gates/regression-gate",schemaPath:"#/properties/gates/properties/regression-gate/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid1 = _errs10 === errors;}else {var valid1 = true;}}}}}else {validate0.errors = [{instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.config !== undefined){let data5 = data.config;const _errs12 = errors;if(errors === _errs12){if(data5 && typeof data5 == "object" && !Array.isArray(data5)){const _errs14 = errors;for(const key2 in data5){if(!(func0.call(schema0.properties.config.properties, key2))){validate0.errors = [{instancePath:instancePath+"/config",schemaPath:"#/properties/config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];return false;break;}}if(_errs14 === errors){if(data5.files !== undefined){const _errs15 = errors;if(!(validate3(data5.files, {instancePath:instancePath+"/config/files",parentData:data5,parentDataProperty:"files",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid2 = _errs15 === errors;}else {var valid2 = true;}if(valid2){if(data5.dialect !== undefined){let data7 = data5.dialect;const _errs16 = errors;if(!(((data7 === "pyyaml") || (data7 === "omegaconf")) || (data7 === "yaml-1.2"))){validate0.errors = [{instancePath:instancePath+"/config/dialect",schemaPath:"#/properties/config/properties/dialect/enum",keyword:"enum",params:{allowedValues: schema0.properties.config.properties.dialect.enum}}];return false;}var valid2 = _errs16 === errors;}else {var valid2 = true;}if(valid2){if(data5.registry !== undefined){const _errs17 = errors;if(!(validate5(data5.registry, {instancePath:instancePath+"/config/registry",parentData:data5,parentDataProperty:"registry",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);errors = vErrors.length;}var valid2 = _errs17 === errors;}else {var valid2 = true;}if(valid2){if(data5.schema !== undefined){const _errs18 = errors;if(!(validate5(data5.schema, {instancePath:instancePath+"/config/schema",parentData:data5,parentDataProperty:"schema",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);errors = vErrors.length;}var valid2 = _errs18 === errors;}else {var valid2 = true;}if(valid2){if(data5.strict !== undefined){const _errs19 = errors;if(typeof data5.strict !== "boolean"){validate0.errors = [{instancePath:instancePath+"/config/strict",schemaPath:"#/properties/config/properties/strict/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid2 = _errs19 === errors;}else {var valid2 = true;}if(valid2){if(data5.family !== undefined){const _errs21 = errors;if(!(validate1(data5.family, {instancePath:instancePath+"/config/family",parentData:data5,parentDataProperty:"family",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);errors = vErrors.length;}var valid2 = _errs21 === errors;}else {var valid2 = true;}if(valid2){if(data5.rules !== undefined){let data12 = data5.rules;const _errs22 = errors;if(errors === _errs22){if(data12 && typeof data12 == "object" && !Array.isArray(data12)){for(const key3 in data12){const _errs24 = errors;if(typeof key3 === "string"){if(!pattern0.test(key3)){const err0 = {instancePath:instancePath+"/config/rules",schemaPath:"#/properties/config/properties/rules/propertyNames/pattern",keyword:"pattern",params:{pattern: "^config/[a-z0-9-]+$"},propertyName:key3};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}}var valid3 = _errs24 === errors;if(!valid3){const err1 = {instancePath:instancePath+"/config/rules",schemaPath:"#/properties/config/properties/rules/propertyNames",keyword:"propertyNames",params:{propertyName: key3}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;validate0.errors = vErrors;return false;break;}}if(valid3){for(const key4 in data12){let data13 = data12[key4];const _errs26 = errors;if(errors === _errs26){if(data13 && typeof data13 == "object" && !Array.isArray(data13)){let missing0;if(((data13.severity === undefined) && (missing0 = "severity")) || ((data13.reason === undefined) && (missing0 = "reason"))){validate0.errors = [{instancePath:instancePath+"/config/rules/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/config/properties/rules/additionalProperties/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {const _errs28 = errors;for(const key5 in data13){if(!((key5 === "severity") || (key5 === "reason"))){validate0.errors = [{instancePath:instancePath+"/config/rules/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/config/properties/rules/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}}];return false;break;}}if(_errs28 === errors){if(data13.severity !== undefined){let data14 = data13.severity;const _errs29 = errors;if(!((((data14 === "error") || (data14 === "warning")) || (data14 === "notice")) || (data14 === "off"))){validate0.errors = [{instancePath:instancePath+"/config/rules/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/severity",schemaPath:"#/properties/config/properties/rules/additionalProperties/properties/severity/enum",keyword:"enum",params:{allowedValues: schema0.properties.config.properties.rules.additionalProperties.properties.severity.enum}}];return false;}var valid5 = _errs29 === errors;}else {var valid5 = true;}if(valid5){if(data13.reason !== undefined){let data15 = data13.reason;const _errs30 = errors;if(errors === _errs30){if(typeof data15 === "string"){if(func1(data15) < 3){validate0.errors = [{instancePath:instancePath+"/config/rules/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/reason",schemaPath:"#/properties/config/properties/rules/additionalProperties/properties/reason/minLength",keyword:"minLength",params:{limit: 3}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/config/rules/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/reason",schemaPath:"#/properties/config/properties/rules/additionalProperties/properties/reason/type",keyword:"type",params:{type: "string"}}];return false;}}var valid5 = _errs30 === errors;}else {var valid5 = true;}}}}}else {validate0.errors = [{instancePath:instancePath+"/config/rules/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/config/properties/rules/additionalProperties/type",keyword:"type",params:{type: "object"}}];return false;}}var valid4 = _errs26 === errors;if(!valid4){break;}}}}else {validate0.errors = [{instancePath:instancePath+"/config/rules",schemaPath:"#/properties/config/properties/rules/type",keyword:"type",params:{type: "object"}}];return false;}}var valid2 = _errs22 === errors;}else {var valid2 = true;}if(valid2){if(data5.expressions !== undefined){let data16 = data5.expressions;const _errs32 = errors;if(errors === _errs32){if(Array.isArray(data16)){if(data16.length > 200){validate0.errors = [{instancePath:instancePath+"/config/expressions",schemaPath:"#/properties/config/properties/expressions/maxItems",keyword:"maxItems",params:{limit: 200}}];return false;}else {var valid6 = true;const len0 = data16.length;for(let i0=0; i0<len0; i0++){let data17 = data16[i0];const _errs34 = errors;if(errors === _errs34){if(data17 && typeof data17 == "object" && !Array.isArray(data17)){let missing1;if(((data17.id === undefined) && (missing1 = "id")) || ((data17.check === undefined) && (missing1 = "check"))){validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0,schemaPath:"#/properties/config/properties/expressions/items/required",keyword:"required",params:{missingProperty: missing1}}];return false;}else {const _errs36 = errors;for(const key6 in data17){if(!((((key6 === "id") || (key6 === "check")) || (key6 === "message")) || (key6 === "severity"))){validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0,schemaPath:"#/properties/config/properties/expressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}}];return false;break;}}if(_errs36 === errors){if(data17.id !== undefined){let data18 = data17.id;const _errs37 = errors;if(errors === _errs37){if(typeof data18 === "string"){if(!pattern1.test(data18)){validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0+"/id",schemaPath:"#/properties/config/properties/expressions/items/properties/id/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0+"/id",schemaPath:"#/properties/config/properties/expressions/items/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}}var valid7 = _errs37 === errors;}else {var valid7 = true;}if(valid7){if(data17.check !== undefined){let data19 = data17.check;const _errs39 = errors;if(errors === _errs39){if(typeof data19 === "string"){if(func1(data19) > 500){validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0+"/check",schemaPath:"#/properties/config/properties/expressions/items/properties/check/maxLength",keyword:"maxLength",params:{limit: 500}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0+"/check",schemaPath:"#/properties/config/properties/expressions/items/properties/check/type",keyword:"type",params:{type: "string"}}];return false;}}var valid7 = _errs39 === errors;}else {var valid7 = true;}if(valid7){if(data17.message !== undefined){let data20 = data17.message;const _errs41 = errors;if(errors === _errs41){if(typeof data20 === "string"){if(func1(data20) > 500){validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0+"/message",schemaPath:"#/properties/config/properties/expressions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 500}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0+"/message",schemaPath:"#/properties/config/properties/expressions/items/properties/message/type",keyword:"type",params:{type: "string"}}];return false;}}var valid7 = _errs41 === errors;}else {var valid7 = true;}if(valid7){if(data17.severity !== undefined){let data21 = data17.severity;const _errs43 = errors;if(!(((data21 === "error") || (data21 === "warning")) || (data21 === "notice"))){validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0+"/severity",schemaPath:"#/properties/config/properties/expressions/items/properties/severity/enum",keyword:"enum",params:{allowedValues: schema0.properties.config.properties.expressions.items.properties.severity.enum}}];return false;}var valid7 = _errs43 === errors;}else {var valid7 = true;}}}}}}}else {validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0,schemaPath:"#/properties/config/properties/expressions/items/type",keyword:"type",params:{type: "object"}}];return false;}}var valid6 = _errs34 === errors;if(!valid6){break;}}}}else {validate0.errors = [{instancePath:instancePath+"/config/expressions",schemaPath:"#/properties/config/properties/expressions/type",keyword:"type",params:{type: "array"}}];return false;}}var valid2 = _errs32 === errors;}else {var valid2 = true;}if(valid2){if(data5.checkpoint !== undefined){const _errs44 = errors;if(!(validate5(data5.checkpoint, {instancePath:instancePath+"/config/checkpoint",parentData:data5,parentDataProperty:"checkpoint",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);errors = vErrors.length;}var valid2 = _errs44 === errors;}else {var valid2 = true;}if(valid2){if(data5.structural !== undefined){let data23 = data5.structural;const _errs45 = errors;if(!((data23 === "allow") || (data23 === "needs-reason"))){validate0.errors = [{instancePath:instancePath+"/config/structural",schemaPath:"#/properties/config/properties/structural/enum",keyword:"enum",params:{allowedValues: schema0.properties.config.properties.structural.enum}}];return false;}var valid2 = _errs45 === errors;}else {var valid2 = true;}if(valid2){if(data5["expect-parameters"] !== undefined){let data24 = data5["expect-parameters"];const _errs46 = errors;if(errors === _errs46){if(typeof data24 === "string"){if(func1(data24) > 60){validate0.errors = [{instancePath:instancePath+"/config/expect-parameters",schemaPath:"#/properties/config/properties/expect-parameters/maxLength",keyword:"maxLength",params:{limit: 60}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/config/expect-parameters",schemaPath:"#/properties/config/properties/expect-parameters/type",keyword:"type",params:{type: "string"}}];return false;}}var valid2 = _errs46 === errors;}else {var valid2 = true;}}}}}}}}}}}}}else {validate0.errors = [{instancePath:instancePath+"/config",schemaPath:"#/properties/config/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs12 === errors;}else {var valid0 = true;}if(valid0){if(data.dependencies !== undefined){let data25 = data.dependencies;const _errs48 = errors;if(errors === _errs48){if(data25 && typeof data25 == "object" && !Array.isArray(data25)){const _errs50 = errors;for(const key7 in data25){if(!(func0.call(schema0.properties.dependencies.properties, key7))){validate0.errors = [{instancePath:instancePath+"/dependencies",schemaPath:"#/properties/dependencies/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}}];return false;break;}}if(_errs50 === errors){if(data25.files !== undefined){const _errs51 = errors;if(!(validate3(data25.files, {instancePath:instancePath+"/dependencies/files",parentData:data25,parentDataProperty:"files",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid8 = _errs51 === errors;}else {var valid8 = true;}if(valid8){if(data25.watch !== undefined){const _errs52 = errors;if(!(validate3(data25.watch, {instancePath:instancePath+"/dependencies/watch",parentData:data25,parentDataProperty:"watch",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid8 = _errs52 === errors;}else {var valid8 = true;}if(valid8){if(data25["also-watch"] !== undefined){const _errs53 = errors;if(!(validate3(data25["also-watch"], {instancePath:instancePath+"/dependencies/also-watch",parentData:data25,parentDataProperty:"also-watch",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid8 = _errs53 === errors;}else {var valid8 = true;}if(valid8){if(data25.classes !== undefined){const _errs54 = errors;if(!(validate13(data25.classes, {instancePath:instancePath+"/dependencies/classes",parentData:data25,parentDataProperty:"classes",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);errors = vErrors.length;}var valid8 = _errs54 === errors;}else {var valid8 = true;}if(valid8){if(data25.packages !== undefined){let data30 = data25.packages;const _errs55 = errors;if(errors === _errs55){if(data30 && typeof data30 == "object" && !Array.isArray(data30)){for(const key8 in data30){const _errs58 = errors;if(!(validate13(data30[key8], {instancePath:instancePath+"/dependencies/packages/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data30,parentDataProperty:key8,rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);errors = vErrors.length;}var valid9 = _errs58 === errors;if(!valid9){break;}}}else {validate0.errors = [{instancePath:instancePath+"/dependencies/packages",schemaPath:"#/properties/dependencies/properties/packages/type",keyword:"type",params:{type: "object"}}];return false;}}var valid8 = _errs55 === errors;}else {var valid8 = true;}if(valid8){if(data25["allow-file"] !== undefined){const _errs59 = errors;if(!(validate5(data25["allow-file"], {instancePath:instancePath+"/dependencies/allow-file",parentData:data25,parentDataProperty:"allow-file",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);errors = vErrors.length;}var valid8 = _errs59 === errors;}else {var valid8 = true;}if(valid8){if(data25.bots !== undefined){const _errs60 = errors;if(!(validate3(data25.bots, {instancePath:instancePath+"/dependencies/bots",parentData:data25,parentDataProperty:"bots",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid8 = _errs60 === errors;}else {var valid8 = true;}if(valid8){if(data25["bot-branches"] !== undefined){const _errs61 = errors;if(!(validate3(data25["bot-branches"], {instancePath:instancePath+"/dependencies/bot-branches",parentData:data25,parentDataProperty:"bot-branches",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid8 = _errs61 === errors;}else {var valid8 = true;}if(valid8){if(data25.locks !== undefined){const _errs62 = errors;if(!(validate3(data25.locks, {instancePath:instancePath+"/dependencies/locks",parentData:data25,parentDataProperty:"locks",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid8 = _errs62 === errors;}else {var valid8 = true;}if(valid8){if(data25.pairs !== undefined){let data36 = data25.pairs;const _errs63 = errors;if(errors === _errs63){if(Array.isArray(data36)){if(data36.length > 1000){validate0.errors = [{instancePath:instancePath+"/dependencies/pairs",schemaPath:"#/properties/dependencies/properties/pairs/maxItems",keyword:"maxItems",params:{limit: 1000}}];return false;}else {var valid10 = true;const len1 = data36.length;for(let i1=0; i1<len1; i1++){let data37 = data36[i1];const _errs65 = errors;if(errors === _errs65){if(data37 && typeof data37 == "object" && !Array.isArray(data37)){let missing2;if((((((data37.pair === undefined) && (missing2 = "pair")) || ((data37.package === undefined) && (missing2 = "package"))) || ((data37.versions === undefined) && (missing2 = "versions"))) || ((data37.needs === undefined) && (missing2 = "needs"))) || ((data37.source === undefined) && (missing2 = "source"))){validate0.errors = [{instancePath:instancePath+"/dependencies/pairs/" + i1,schemaPath:"#/properties/dependencies/properties/pairs/items/required",keyword:"required",params:{missingProperty: missing2}}];return false;}else {const _errs67 = errors;for(const key9 in data37){if(!((((((key9 === "pair") || (key9 === "package")) || (key9 === "versions")) || (key9 === "needs")) || (key9 === "severity")) || (key9 === "source"))){validate0.errors = [{instancePath:instancePath+"/dependencies/pairs/" + i1,schemaPath:"#/properties/dependencies/properties/pairs/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}}];return false;break;}}if(_errs67 === errors){if(data37.pair !== undefined){const _errs68 = errors;if(!(validate1(data37.pair, {instancePath:instancePath+"/dependencies/pairs/" + i1+"/pair",parentData:data37,parentDataProperty:"pair",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);errors = vErrors.length;}var valid11 = _errs68 === errors;}else {var valid11 = true;}if(valid11){if(data37.package !== undefined){const _errs69 = errors;if(!(validate1(data37.package, {instancePath:instancePath+"/dependencies/pairs/" + i1+"/package",parentData:data37,parentDataProperty:"package",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);errors = vErrors.length;}var valid11 = _errs69 === errors;}else {var valid11 = true;}if(valid11){if(data37.versions !== undefined){const _errs70 = errors;if(!(validate1(data37.versions, {instancePath:instancePath+"/dependencies/pairs/" + i1+"/versions",parentData:data37,parentDataProperty:"versions",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);errors = vErrors.length;}var valid11 = _errs70 === errors;}else {var valid11 = true;}if(valid11){if(data37.needs !== undefined){let data41 = data37.needs;const _errs71 = errors;if(errors === _errs71){if(data41 && typeof data41 == "object" && !Array.isArray(data41)){for(const key10 in data41){const _errs74 = errors;if(!(validate1(data41[key10], {instancePath:instancePath+"/dependencies/pairs/" + i1+"/needs/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data41,parentDataProperty:key10,rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);errors = vErrors.length;}var valid12 = _errs74 === errors;if(!valid12){break;}}}else {validate0.errors = [{instancePath:instancePath+"/dependencies/pairs/" + i1+"/needs",schemaPath:"#/properties/dependencies/properties/pairs/items/properties/needs/type",keyword:"type",params:{type: "object"}}];return false;}}var valid11 = _errs71 === errors;}else {var valid11 = true;}if(valid11){if(data37.severity !== undefined){let data43 = data37.severity;const _errs75 = errors;if(!((data43 === "error") || (data43 === "warning"))){validate0.errors = [{instancePath:instancePath+"/dependencies/pairs/" + i1+"/severity",schemaPath:"#/properties/dependencies/properties/pairs/items/properties/severity/enum",keyword:"enum",params:{allowedValues: schema0.properties.dependencies.properties.pairs.items.properties.severity.enum}}];return false;}var valid11 = _errs75 === errors;}else {var valid11 = true;}if(valid11){if(data37.source !== undefined){const _errs76 = errors;if(!(validate5(data37.source, {instancePath:instancePath+"/dependencies/pairs/" + i1+"/source",parentData:data37,parentDataProperty:"source",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);errors = vErrors.length;}var valid11 = _errs76 === errors;}else {var valid11 = true;}}}}}}}}}else {validate0.errors = [{instancePath:instancePath+"/dependencies/pairs/" + i1,schemaPath:"#/properties/dependencies/properties/pairs/items/type",keyword:"type",params:{type: "object"}}];return false;}}var valid10 = _errs65 === errors;if(!valid10){break;}}}}else {validate0.errors = [{instancePath:instancePath+"/dependencies/pairs",schemaPath:"#/properties/dependencies/properties/pairs/type",keyword:"type",params:{type: "array"}}];return false;}}var valid8 = _errs63 === errors;}else {var valid8 = true;}if(valid8){if(data25["ignore-pairs"] !== undefined){const _errs77 = errors;if(!(validate3(data25["ignore-pairs"], {instancePath:instancePath+"/dependencies/ignore-pairs",parentData:data25,parentDataProperty:"ignore-pairs",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid8 = _errs77 === errors;}else {var valid8 = true;}if(valid8){if(data25.target !== undefined){let data46 = data25.target;const _errs78 = errors;if(errors === _errs78){if(data46 && typeof data46 == "object" && !Array.isArray(data46)){for(const key11 in data46){const _errs81 = errors;if(!(validate1(data46[key11], {instancePath:instancePath+"/dependencies/target/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data46,parentDataProperty:key11,rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);errors = vErrors.length;}var valid13 = _errs81 === errors;if(!valid13){break;}}}else {validate0.errors = [{instancePath:instancePath+"/dependencies/target",schemaPath:"#/properties/dependencies/properties/target/type",keyword:"type",params:{type: "object"}}];return false;}}var valid8 = _errs78 === errors;}else {var valid8 = true;}if(valid8){if(data25.environment !== undefined){const _errs82 = errors;if(typeof data25.environment !== "boolean"){validate0.errors = [{instancePath:instancePath+"/dependencies/environment",schemaPath:"#/properties/dependencies/properties/environment/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid8 = _errs82 === errors;}else {var valid8 = true;}if(valid8){if(data25.python !== undefined){const _errs84 = errors;if(!(validate5(data25.python, {instancePath:instancePath+"/dependencies/python",parentData:data25,parentDataProperty:"python",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);errors = vErrors.length;}var valid8 = _errs84 === errors;}else {var valid8 = true;}if(valid8){if(data25.snapshot !== undefined){const _errs85 = errors;if(!(validate5(data25.snapshot, {instancePath:instancePath+"/dependencies/snapshot",parentData:data25,parentDataProperty:"snapshot",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);errors = vErrors.length;}var valid8 = _errs85 === errors;}else {var valid8 = true;}}}}}}}}}}}}}}}}}else {validate0.errors = [{instancePath:instancePath+"/dependencies",schemaPath:"#/properties/dependencies/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs48 === errors;}else {var valid0 = true;}if(valid0){if(data.regression !== undefined){let data51 = data.regression;const _errs86 = errors;if(errors === _errs86){if(data51 && typeof data51 == "object" && !Array.isArray(data51)){const _errs88 = errors;for(const key12 in data51){if(!(func0.call(schema0.properties.regression.properties, key12))){validate0.errors = [{instancePath:instancePath+"/regression",schemaPath:"#/properties/regression/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}}];return false;break;}}if(_errs88 === errors){if(data51.candidate !== undefined){const _errs89 = errors;if(!(validate3(data51.candidate, {instancePath:instancePath+"/regression/candidate",parentData:data51,parentDataProperty:"candidate",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid14 = _errs89 === errors;}else {var valid14 = true;}if(valid14){if(data51.baseline !== undefined){const _errs90 = errors;if(!(validate3(data51.baseline, {instancePath:instancePath+"/regression/baseline",parentData:data51,parentDataProperty:"baseline",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid14 = _errs90 === errors;}else {var valid14 = true;}if(valid14){if(data51.anchor !== undefined){let data54 = data51.anchor;const _errs91 = errors;if(errors === _errs91){if(typeof data54 === "string"){if(func1(data54) < 1){validate0.errors = [{instancePath:instancePath+"/regression/anchor",schemaPath:"#/properties/regression/properties/anchor/minLength",keyword:"minLength",params:{limit: 1}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/regression/anchor",schemaPath:"#/properties/regression/properties/anchor/type",keyword:"type",params:{type: "string"}}];return false;}}var valid14 = _errs91 === errors;}else {var valid14 = true;}if(valid14){if(data51.metrics !== undefined){const _errs93 = errors;if(!(validate3(data51.metrics, {instancePath:instancePath+"/regression/metrics",parentData:data51,parentDataProperty:"metrics",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid14 = _errs93 === errors;}else {var valid14 = true;}if(valid14){if(data51.mode !== undefined){let data56 = data51.mode;const _errs94 = errors;if(!(((data56 === "paired") || (data56 === "strict")) || (data56 === "non-inferiority"))){validate0.errors = [{instancePath:instancePath+"/regression/mode",schemaPath:"#/properties/regression/properties/mode/enum",keyword:"enum",params:{allowedValues: schema0.properties.regression.properties.mode.enum}}];return false;}var valid14 = _errs94 === errors;}else {var valid14 = true;}if(valid14){if(data51.tolerance !== undefined){let data57 = data51.tolerance;const _errs95 = errors;if(errors === _errs95){if(typeof data57 == "number"){if(data57 < 0 || isNaN(data57)){validate0.errors = [{instancePath:instancePath+"/regression/tolerance",schemaPath:"#/properties/regression/properties/tolerance/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/regression/tolerance",schemaPath:"#/properties/regression/properties/tolerance/type",keyword:"type",params:{type: "number"}}];return false;}}var valid14 = _errs95 === errors;}else {var valid14 = true;}if(valid14){if(data51.margin !== undefined){let data58 = data51.margin;const _errs97 = errors;if(errors === _errs97){if(typeof data58 == "number"){if(data58 < 0 || isNaN(data58)){validate0.errors = [{instancePath:instancePath+"/regression/margin",schemaPath:"#/properties/regression/properties/margin/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/regression/margin",schemaPath:"#/properties/regression/properties/margin/type",keyword:"type",params:{type: "number"}}];return false;}}var valid14 = _errs97 === errors;}else {var valid14 = true;}if(valid14){if(data51.unit !== undefined){let data59 = data51.unit;const _errs99 = errors;if(!((data59 === "points") || (data59 === "percent"))){validate0.errors = [{instancePath:instancePath+"/regression/unit",schemaPath:"#/properties/regression/properties/unit/enum",keyword:"enum",params:{allowedValues: schema0.properties.regression.properties.unit.enum}}];return false;}var valid14 = _errs99 === errors;}else {var valid14 = true;}if(valid14){if(data51.alpha !== undefined){let data60 = data51.alpha;const _errs100 = errors;if(errors === _errs100){if(typeof data60 == "number"){if(data60 > 0.5 || isNaN(data60)){validate0.errors = [{instancePath:instancePath+"/regression/alpha",schemaPath:"#/properties/regression/properties/alpha/maximum",keyword:"maximum",params:{comparison: "<=", limit: 0.5}}];return false;}else {if(data60 <= 0 || isNaN(data60)){validate0.errors = [{instancePath:instancePath+"/regression/alpha",schemaPath:"#/properties/regression/properties/alpha/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}}];return false;}}}else {validate0.errors = [{instancePath:instancePath+"/regression/alpha",schemaPath:"#/properties/regression/properties/alpha/type",keyword:"type",params:{type: "number"}}];return false;}}var valid14 = _errs100 === errors;}else {var valid14 = true;}if(valid14){if(data51["on-inconclusive"] !== undefined){let data61 = data51["on-inconclusive"];const _errs102 = errors;if(!((((data61 === "auto") || (data61 === "fail")) || (data61 === "warn")) || (data61 === "pass"))){validate0.errors = [{instancePath:instancePath+"/regression/on-inconclusive",schemaPath:"#/properties/regression/properties/on-inconclusive/enum",keyword:"enum",params:{allowedValues: schema0.properties.regression.properties["on-inconclusive"].enum}}];return false;}var valid14 = _errs102 === errors;}else {var valid14 = true;}if(valid14){if(data51.seed !== undefined){let data62 = data51.seed;const _errs103 = errors;if(!((typeof data62 == "number") && (!(data62 % 1) && !isNaN(data62)))){validate0.errors = [{instancePath:instancePath+"/regression/seed",schemaPath:"#/properties/regression/properties/seed/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs103){if(typeof data62 == "number"){if(data62 < 0 || isNaN(data62)){validate0.errors = [{instancePath:instancePath+"/regression/seed",schemaPath:"#/properties/regression/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid14 = _errs103 === errors;}else {var valid14 = true;}if(valid14){if(data51.looks !== undefined){let data63 = data51.looks;const _errs105 = errors;if(errors === _errs105){if(Array.isArray(data63)){if(data63.length > 20){validate0.errors = [{instancePath:instancePath+"/regression/looks",schemaPath:"#/properties/regression/properties/looks/maxItems",keyword:"maxItems",params:{limit: 20}}];return false;}else {if(data63.length < 1){validate0.errors = [{instancePath:instancePath+"/regression/looks",schemaPath:"#/properties/regression/properties/looks/minItems",keyword:"minItems",params:{limit: 1}}];return false;}else {var valid15 = true;const len2 = data63.length;for(let i2=0; i2<len2; i2++){let data64 = data63[i2];const _errs107 = errors;if(!((typeof data64 == "number") && (!(data64 % 1) && !isNaN(data64)))){validate0.errors = [{instancePath:instancePath+"/regression/looks/" + i2,schemaPath:"#/properties/regression/properties/looks/items/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs107){if(typeof data64 == "number"){if(data64 < 1 || isNaN(data64)){validate0.errors = [{instancePath:instancePath+"/regression/looks/" + i2,schemaPath:"#/properties/regression/properties/looks/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];return false;}}}var valid15 = _errs107 === errors;if(!valid15){break;}}}}}else {validate0.errors = [{instancePath:instancePath+"/regression/looks",schemaPath:"#/properties/regression/properties/looks/type",keyword:"type",params:{type: "array"}}];return false;}}var valid14 = _errs105 === errors;}else {var valid14 = true;}if(valid14){if(data51.evaluate !== undefined){let data65 = data51.evaluate;const _errs109 = errors;if(errors === _errs109){if(typeof data65 === "string"){if(func1(data65) > 4096){validate0.errors = [{instancePath:instancePath+"/regression/evaluate",schemaPath:"#/properties/regression/properties/evaluate/maxLength",keyword:"maxLength",params:{limit: 4096}}];return false;}else {if(func1(data65) < 1){validate0.errors = [{instancePath:instancePath+"/regression/evaluate",schemaPath:"#/properties/regression/properties/evaluate/minLength",keyword:"minLength",params:{limit: 1}}];return false;}}}else {validate0.errors = [{instancePath:instancePath+"/regression/evaluate",schemaPath:"#/properties/regression/properties/evaluate/type",keyword:"type",params:{type: "string"}}];return false;}}var valid14 = _errs109 === errors;}else {var valid14 = true;}if(valid14){if(data51.pool !== undefined){const _errs111 = errors;if(!(validate5(data51.pool, {instancePath:instancePath+"/regression/pool",parentData:data51,parentDataProperty:"pool",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);errors = vErrors.length;}var valid14 = _errs111 === errors;}else {var valid14 = true;}if(valid14){if(data51["time-budget"] !== undefined){let data67 = data51["time-budget"];const _errs112 = errors;if(errors === _errs112){if(typeof data67 == "number"){if(data67 < 0 || isNaN(data67)){validate0.errors = [{instancePath:instancePath+"/regression/time-budget",schemaPath:"#/properties/regression/properties/time-budget/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/regression/time-budget",schemaPath:"#/properties/regression/properties/time-budget/type",keyword:"type",params:{type: "number"}}];return false;}}var valid14 = _errs112 === errors;}else {var valid14 = true;}}}}}}}}}}}}}}}}}else {validate0.errors = [{instancePath:instancePath+"/regression",schemaPath:"#/properties/regression/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs86 === errors;}else {var valid0 = true;}if(valid0){if(data.versioning !== undefined){let data68 = data.versioning;const _errs114 = errors;if(errors === _errs114){if(data68 && typeof data68 == "object" && !Array.isArray(data68)){const _errs116 = errors;for(const key13 in data68){if(!(key13 === "prefix")){validate0.errors = [{instancePath:instancePath+"/versioning",schemaPath:"#/properties/versioning/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}}];return false;break;}}if(_errs116 === errors){if(data68.prefix !== undefined){let data69 = data68.prefix;const _errs117 = errors;if(errors === _errs117){if(typeof data69 === "string"){if(func1(data69) > 100){validate0.errors = [{instancePath:instancePath+"/versioning/prefix",schemaPath:"#/properties/versioning/properties/prefix/maxLength",keyword:"maxLength",params:{limit: 100}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/versioning/prefix",schemaPath:"#/properties/versioning/properties/prefix/type",keyword:"type",params:{type: "string"}}];return false;}}}}}else {validate0.errors = [{instancePath:instancePath+"/versioning",schemaPath:"#/properties/versioning/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs114 === errors;}else {var valid0 = true;}if(valid0){if(data.plan !== undefined){let data70 = data.plan;const _errs119 = errors;if(errors === _errs119){if(data70 && typeof data70 == "object" && !Array.isArray(data70)){const _errs121 = errors;for(const key14 in data70){if(!(key14 === "harmless")){validate0.errors = [{instancePath:instancePath+"/plan",schemaPath:"#/properties/plan/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}}];return false;break;}}if(_errs121 === errors){if(data70.harmless !== undefined){if(!(validate3(data70.harmless, {instancePath:instancePath+"/plan/harmless",parentData:data70,parentDataProperty:"harmless",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}}}}else {validate0.errors = [{instancePath:instancePath+"/plan",schemaPath:"#/properties/plan/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs119 === errors;}else {var valid0 = true;}if(valid0){if(data.exemptions !== undefined){let data72 = data.exemptions;const _errs123 = errors;if(errors === _errs123){if(Array.isArray(data72)){if(data72.length > 50){validate0.errors = [{instancePath:instancePath+"/exemptions",schemaPath:"#/properties/exemptions/maxItems",keyword:"maxItems",params:{limit: 50}}];return false;}else {var valid18 = true;const len3 = data72.length;for(let i3=0; i3<len3; i3++){let data73 = data72[i3];const _errs125 = errors;if(errors === _errs125){if(data73 && typeof data73 == "object" && !Array.isArray(data73)){let missing3;if((((data73.label === undefined) && (missing3 = "label")) || ((data73.gates === undefined) && (missing3 = "gates"))) || ((data73.by === undefined) && (missing3 = "by"))){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3,schemaPath:"#/properties/exemptions/items/required",keyword:"required",params:{missingProperty: missing3}}];return false;}else {const _errs127 = errors;for(const key15 in data73){if(!((((((((key15 === "label") || (key15 === "gates")) || (key15 === "by")) || (key15 === "author-may")) || (key15 === "reason-required")) || (key15 === "hours")) || (key15 === "sticky")) || (key15 === "effect"))){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3,schemaPath:"#/properties/exemptions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}}];return false;break;}}if(_errs127 === errors){if(data73.label !== undefined){let data74 = data73.label;const _errs128 = errors;if(errors === _errs128){if(typeof data74 === "string"){if(func1(data74) > 50){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/label",schemaPath:"#/properties/exemptions/items/properties/label/maxLength",keyword:"maxLength",params:{limit: 50}}];return false;}else {if(func1(data74) < 1){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/label",schemaPath:"#/properties/exemptions/items/properties/label/minLength",keyword:"minLength",params:{limit: 1}}];return false;}}}else {validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/label",schemaPath:"#/properties/exemptions/items/properties/label/type",keyword:"type",params:{type: "string"}}];return false;}}var valid19 = _errs128 === errors;}else {var valid19 = true;}if(valid19){if(data73.gates !== undefined){let data75 = data73.gates;const _errs130 = errors;if(errors === _errs130){if(Array.isArray(data75)){if(data75.length < 1){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/gates",schemaPath:"#/properties/exemptions/items/properties/gates/minItems",keyword:"minItems",params:{limit: 1}}];return false;}else {var valid20 = true;const len4 = data75.length;for(let i4=0; i4<len4; i4++){let data76 = data75[i4];const _errs132 = errors;if(!(((data76 === "validate-model-config") || (data76 === "detect-dep-drift")) || (data76 === "regression-gate"))){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/gates/" + i4,schemaPath:"#/properties/exemptions/items/properties/gates/items/enum",keyword:"enum",params:{allowedValues: schema0.properties.exemptions.items.properties.gates.items.enum}}];return false;}var valid20 = _errs132 === errors;if(!valid20){break;}}}}else {validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/gates",schemaPath:"#/properties/exemptions/items/properties/gates/type",keyword:"type",params:{type: "array"}}];return false;}}var valid19 = _errs130 === errors;}else {var valid19 = true;}if(valid19){if(data73.by !== undefined){const _errs133 = errors;if(!(validate34(data73.by, {instancePath:instancePath+"/exemptions/" + i3+"/by",parentData:data73,parentDataProperty:"by",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);errors = vErrors.length;}var valid19 = _errs133 === errors;}else {var valid19 = true;}if(valid19){if(data73["author-may"] !== undefined){const _errs134 = errors;if(typeof data73["author-may"] !== "boolean"){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/author-may",schemaPath:"#/properties/exemptions/items/properties/author-may/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid19 = _errs134 === errors;}else {var valid19 = true;}if(valid19){if(data73["reason-required"] !== undefined){const _errs136 = errors;if(typeof data73["reason-required"] !== "boolean"){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/reason-required",schemaPath:"#/properties/exemptions/items/properties/reason-required/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid19 = _errs136 === errors;}else {var valid19 = true;}if(valid19){if(data73.hours !== undefined){let data80 = data73.hours;const _errs138 = errors;if(errors === _errs138){if(typeof data80 == "number"){if(data80 <= 0 || isNaN(data80)){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/hours",schemaPath:"#/properties/exemptions/items/properties/hours/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/hours",schemaPath:"#/properties/exemptions/items/properties/hours/type",keyword:"type",params:{type: "number"}}];return false;}}var valid19 = _errs138 === errors;}else {var valid19 = true;}if(valid19){if(data73.sticky !== undefined){const _errs140 = errors;if(typeof data73.sticky !== "boolean"){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/sticky",schemaPath:"#/properties/exemptions/items/properties/sticky/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid19 = _errs140 === errors;}else {var valid19 = true;}if(valid19){if(data73.effect !== undefined){let data82 = data73.effect;const _errs142 = errors;if(!((data82 === "lift") || (data82 === "light"))){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/effect",schemaPath:"#/properties/exemptions/items/properties/effect/enum",keyword:"enum",params:{allowedValues: schema0.properties.exemptions.items.properties.effect.enum}}];return false;}var valid19 = _errs142 === errors;}else {var valid19 = true;}}}}}}}}}}}else {validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3,schemaPath:"#/properties/exemptions/items/type",keyword:"type",params:{type: "object"}}];return false;}}var valid18 = _errs125 === errors;if(!valid18){break;}}}}else {validate0.errors = [{instancePath:instancePath+"/exemptions",schemaPath:"#/properties/exemptions/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs123 === errors;}else {var valid0 = true;}if(valid0){if(data.hotfix !== undefined){let data83 = data.hotfix;const _errs143 = errors;if(errors === _errs143){if(data83 && typeof data83 == "object" && !Array.isArray(data83)){const _errs145 = errors;for(const key16 in data83){if(!(((((key16 === "branches") || (key16 === "release-managers")) || (key16 === "required-checks")) || (key16 === "evaluation")) || (key16 === "evaluate-within-hours"))){validate0.errors = [{instancePath:instancePath+"/hotfix",schemaPath:"#/properties/hotfix/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}}];return false;break;}}if(_errs145 === errors){if(data83.branches !== undefined){const _errs146 = errors;if(!(validate3(data83.branches, {instancePath:instancePath+"/hotfix/branches",parentData:data83,parentDataProperty:"branches",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid21 = _errs146 === errors;}else {var valid21 = true;}if(valid21){if(data83["release-managers"] !== undefined){const _errs147 = errors;if(!(validate34(data83["release-managers"], {instancePath:instancePath+"/hotfix/release-managers",parentData:data83,parentDataProperty:"release-managers",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);errors = vErrors.length;}var valid21 = _errs147 === errors;}else {var valid21 = true;}if(valid21){if(data83["required-checks"] !== undefined){const _errs148 = errors;if(!(validate3(data83["required-checks"], {instancePath:instancePath+"/hotfix/required-checks",parentData:data83,parentDataProperty:"required-checks",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid21 = _errs148 === errors;}else {var valid21 = true;}if(valid21){if(data83.evaluation !== undefined){let data87 = data83.evaluation;const _errs149 = errors;if(!((data87 === "skip") || (data87 === "light"))){validate0.errors = [{instancePath:instancePath+"/hotfix/evaluation",schemaPath:"#/properties/hotfix/properties/evaluation/enum",keyword:"enum",params:{allowedValues: schema0.properties.hotfix.properties.evaluation.enum}}];return false;}var valid21 = _errs149 === errors;}else {var valid21 = true;}if(valid21){if(data83["evaluate-within-hours"] !== undefined){let data88 = data83["evaluate-within-hours"];const _errs150 = errors;if(errors === _errs150){if(typeof data88 == "number"){if(data88 <= 0 || isNaN(data88)){validate0.errors = [{instancePath:instancePath+"/hotfix/evaluate-within-hours",schemaPath:"#/properties/hotfix/properties/evaluate-within-hours/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/hotfix/evaluate-within-hours",schemaPath:"#/properties/hotfix/properties/evaluate-within-hours/type",keyword:"type",params:{type: "number"}}];return false;}}var valid21 = _errs150 === errors;}else {var valid21 = true;}}}}}}}else {validate0.errors = [{instancePath:instancePath+"/hotfix",schemaPath:"#/properties/hotfix/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs143 === errors;}else {var valid0 = true;}if(valid0){if(data.branches !== undefined){let data89 = data.branches;const _errs152 = errors;if(errors === _errs152){if(data89 && typeof data89 == "object" && !Array.isArray(data89)){const _errs154 = errors;for(const key17 in data89){if(!(((((key17 === "names") || (key17 === "warn-hours")) || (key17 === "limit-hours")) || (key17 === "over-limit")) || (key17 === "sync"))){validate0.errors = [{instancePath:instancePath+"/branches",schemaPath:"#/properties/branches/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}}];return false;break;}}if(_errs154 === errors){if(data89.names !== undefined){const _errs155 = errors;if(!(validate3(data89.names, {instancePath:instancePath+"/branches/names",parentData:data89,parentDataProperty:"names",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid22 = _errs155 === errors;}else {var valid22 = true;}if(valid22){if(data89["warn-hours"] !== undefined){let data91 = data89["warn-hours"];const _errs156 = errors;if(errors === _errs156){if(typeof data91 == "number"){if(data91 < 0 || isNaN(data91)){validate0.errors = [{instancePath:instancePath+"/branches/warn-hours",schemaPath:"#/properties/branches/properties/warn-hours/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/branches/warn-hours",schemaPath:"#/properties/branches/properties/warn-hours/type",keyword:"type",params:{type: "number"}}];return false;}}var valid22 = _errs156 === errors;}else {var valid22 = true;}if(valid22){if(data89["limit-hours"] !== undefined){let data92 = data89["limit-hours"];const _errs158 = errors;if(errors === _errs158){if(typeof data92 == "number"){if(data92 < 0 || isNaN(data92)){validate0.errors = [{instancePath:instancePath+"/branches/limit-hours",schemaPath:"#/properties/branches/properties/limit-hours/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/branches/limit-hours",schemaPath:"#/properties/branches/properties/limit-hours/type",keyword:"type",params:{type: "number"}}];return false;}}var valid22 = _errs158 === errors;}else {var valid22 = true;}if(valid22){if(data89["over-limit"] !== undefined){let data93 = data89["over-limit"];const _errs160 = errors;if(!((data93 === "fail") || (data93 === "warn"))){validate0.errors = [{instancePath:instancePath+"/branches/over-limit",schemaPath:"#/properties/branches/properties/over-limit/enum",keyword:"enum",params:{allowedValues: schema0.properties.branches.properties["over-limit"].enum}}];return false;}var valid22 = _errs160 === errors;}else {var valid22 = true;}if(valid22){if(data89.sync !== undefined){let data94 = data89.sync;const _errs161 = errors;if(!((data94 === "merge") || (data94 === "rebase"))){validate0.errors = [{instancePath:instancePath+"/branches/sync",schemaPath:"#/properties/branches/properties/sync/enum",keyword:"enum",params:{allowedValues: schema0.properties.branches.properties.sync.enum}}];return false;}var valid22 = _errs161 === errors;}else {var valid22 = true;}}}}}}}else {validate0.errors = [{instancePath:instancePath+"/branches",schemaPath:"#/properties/branches/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs152 === errors;}else {var valid0 = true;}if(valid0){if(data.sweep !== undefined){let data95 = data.sweep;const _errs162 = errors;if(errors === _errs162){if(data95 && typeof data95 == "object" && !Array.isArray(data95)){const _errs164 = errors;for(const key18 in data95){if(!(((((key18 === "after-days") || (key18 === "remind-days")) || (key18 === "keep-label")) || (key18 === "at-most")) || (key18 === "protect"))){validate0.errors = [{instancePath:instancePath+"/sweep",schemaPath:"#/properties/sweep/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}}];return false;break;}}if(_errs164 === errors){if(data95["after-days"] !== undefined){let data96 = data95["after-days"];const _errs165 = errors;if(errors === _errs165){if(typeof data96 == "number"){if(data96 < 1 || isNaN(data96)){validate0.errors = [{instancePath:instancePath+"/sweep/after-days",schemaPath:"#/properties/sweep/properties/after-days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/sweep/after-days",schemaPath:"#/properties/sweep/properties/after-days/type",keyword:"type",params:{type: "number"}}];return false;}}var valid23 = _errs165 === errors;}else {var valid23 = true;}if(valid23){if(data95["remind-days"] !== undefined){let data97 = data95["remind-days"];const _errs167 = errors;if(errors === _errs167){if(typeof data97 == "number"){if(data97 < 0 || isNaN(data97)){validate0.errors = [{instancePath:instancePath+"/sweep/remind-days",schemaPath:"#/properties/sweep/properties/remind-days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/sweep/remind-days",schemaPath:"#/properties/sweep/properties/remind-days/type",keyword:"type",params:{type: "number"}}];return false;}}var valid23 = _errs167 === errors;}else {var valid23 = true;}if(valid23){if(data95["keep-label"] !== undefined){const _errs169 = errors;if(!(validate1(data95["keep-label"], {instancePath:instancePath+"/sweep/keep-label",parentData:data95,parentDataProperty:"keep-label",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);errors = vErrors.length;}var valid23 = _errs169 === errors;}else {var valid23 = true;}if(valid23){if(data95["at-most"] !== undefined){let data99 = data95["at-most"];const _errs170 = errors;if(!((typeof data99 == "number") && (!(data99 % 1) && !isNaN(data99)))){validate0.errors = [{instancePath:instancePath+"/sweep/at-most",schemaPath:"#/properties/sweep/properties/at-most/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs170){if(typeof data99 == "number"){if(data99 > 500 || isNaN(data99)){validate0.errors = [{instancePath:instancePath+"/sweep/at-most",schemaPath:"#/properties/sweep/properties/at-most/maximum",keyword:"maximum",params:{comparison: "<=", limit: 500}}];return false;}else {if(data99 < 1 || isNaN(data99)){validate0.errors = [{instancePath:instancePath+"/sweep/at-most",schemaPath:"#/properties/sweep/properties/at-most/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];return false;}}}}var valid23 = _errs170 === errors;}else {var valid23 = true;}if(valid23){if(data95.protect !== undefined){const _errs172 = errors;if(!(validate3(data95.protect, {instancePath:instancePath+"/sweep/protect",parentData:data95,parentDataProperty:"protect",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid23 = _errs172 === errors;}else {var valid23 = true;}}}}}}}else {validate0.errors = [{instancePath:instancePath+"/sweep",schemaPath:"#/properties/sweep/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs162 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}validate0.errors = vErrors;return errors === 0;}validate0.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};exports.u5 = validate44;const schema6 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"model-gates registry of model parameters","type":"object","additionalProperties":false,"required":["parameters"],"properties":{"version":{"const":1},"reasons":{"type":"array","maxItems":1000,"description":"Why a structural parameter gets another value: intent, for exactly this value.","items":{"type":"object","additionalProperties":false,"required":["parameter","to","reason"],"properties":{"parameter":{"type":"string","maxLength":2000,"description":"Its path in the config."},"to":{"description":"The new value; null for a parameter that is removed."},"reason":{"type":"string","minLength":10,"maxLength":2000}}}},"parameters":{"type":"object","description":"Dotted path → what it must be. `*` stands for one key or list index, `**` at the end for everything below.","propertyNames":{"maxLength":300},"maxProperties":5000,"additionalProperties":{"type":["object","null"],"additionalProperties":false,"properties":{"type":{"description":"The Python type the value must have. float accepts an int, number is int or float; several with a list.","oneOf":[{"enum":["int","float","number","str","bool","null","list","dict","date","datetime","any"]},{"type":"array","minItems":1,"maxItems":11,"uniqueItems":true,"items":{"enum":["int","float","number","str","bool","null","list","dict","date","datetime","any"]}}]},"min":{"type":"number","description":"Smallest value that is allowed."},"max":{"type":"number","description":"Largest value that is allowed."},"multiple-of":{"type":"number","exclusiveMinimum":0,"description":"The value is a multiple of this."},"enum":{"type":"array","minItems":1,"maxItems":1000,"description":"The only values that are allowed."},"pattern":{"type":"string","maxLength":500,"description":"A regular expression that a text value must match; without back-references and look-around."},"min-items":{"type":"integer","minimum":0,"description":"Least length of a list."},"max-items":{"type":"integer","minimum":0,"description":"Greatest length of a list."},"items":{"description":"What each item of a list must be.","type":"object","additionalProperties":false,"properties":{"type":{"description":"The Python type the value must have. float accepts an int, number is int or float; several with a list.","oneOf":[{"enum":["int","float","number","str","bool","null","list","dict","date","datetime","any"]},{"type":"array","minItems":1,"maxItems":11,"uniqueItems":true,"items":{"enum":["int","float","number","str","bool","null","list","dict","date","datetime","any"]}}]},"min":{"type":"number","description":"Smallest value that is allowed."},"max":{"type":"number","description":"Largest value that is allowed."},"multiple-of":{"type":"number","exclusiveMinimum":0,"description":"The value is a multiple of this."},"enum":{"type":"array","minItems":1,"maxItems":1000,"description":"The only values that are allowed."},"pattern":{"type":"string","maxLength":500,"description":"A regular expression that a text value must match; without back-references and look-around."},"min-items":{"type":"integer","minimum":0,"description":"Least length of a list."},"max-items":{"type":"integer","minimum":0,"description":"Greatest length of a list."}}},"required":{"type":"boolean","description":"Every config that holds the mapping around it must set it."},"kind":{"enum":["structural","tuning"],"description":"structural (default): the model differs with it; tuning: only its training does."},"owner":{"type":"string","maxLength":2000,"description":"Who answers for it, such as @team/architecture."},"since":{"type":["string","number"],"description":"The version that brought it."},"deprecated":{"type":["string","boolean"],"description":"Not to be used any more, and why."},"replaced-by":{"type":"string","maxLength":2000,"description":"The parameter to use instead."},"doc":{"type":"string","maxLength":2000,"description":"What it does, in a sentence."}}}}}};const func27 = (__nccwpck_require__(951)/* ["default"] */ .A);function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate44.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((data.parameters === undefined) && (missing0 = "parameters")){validate44.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {const _errs1 = errors;for(const key0 in data){if(!(((key0 === "version") || (key0 === "reasons")) || (key0 === "parameters"))){validate44.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];return false;break;}}if(_errs1 === errors){if(data.version !== undefined){const _errs2 = errors;if(1 !== data.version){validate44.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1}}];return false;}var valid0 = _errs2 === errors;}else {var valid0 = true;}if(valid0){if(data.reasons !== undefined){let data1 = data.reasons;const _errs3 = errors;if(errors === _errs3){if(Array.isArray(data1)){if(data1.length > 1000){validate44.errors = [{instancePath:instancePath+"/reasons",schemaPath:"#/properties/reasons/maxItems",keyword:"maxItems",params:{limit: 1000}}];return false;}else {var valid1 = true;const len0 = data1.length;for(let i0=0; i0<len0; i0++){let data2 = data1[i0];const _errs5 = errors;if(errors === _errs5){if(data2 && typeof data2 == "object" && !Array.isArray(data2)){let missing1;if((((data2.parameter === undefined) && (missing1 = "parameter")) || ((data2.to === undefined) && (missing1 = "to"))) || ((data2.reason === undefined) && (missing1 = "reason"))){validate44.errors = [{instancePath:instancePath+"/reasons/" + i0,schemaPath:"#/properties/reasons/items/required",keyword:"required",params:{missingProperty: missing1}}];return false;}else {const _errs7 = errors;for(const key1 in data2){if(!(((key1 === "parameter") || (key1 === "to")) || (key1 === "reason"))){validate44.errors = [{instancePath:instancePath+"/reasons/" + i0,schemaPath:"#/properties/reasons/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];return false;break;}}if(_errs7 === errors){if(data2.parameter !== undefined){let data3 = data2.parameter;const _errs8 = errors;if(errors === _errs8){if(typeof data3 === "string"){if(func1(data3) > 2000){validate44.errors = [{instancePath:instancePath+"/reasons/" + i0+"/parameter",schemaPath:"#/properties/reasons/items/properties/parameter/maxLength",keyword:"maxLength",params:{limit: 2000}}];return false;}}else {validate44.errors = [{instancePath:instancePath+"/reasons/" + i0+"/parameter",schemaPath:"#/properties/reasons/items/properties/parameter/type",keyword:"type",params:{type: "string"}}];return false;}}var valid2 = _errs8 === errors;}else {var valid2 = true;}if(valid2){if(data2.reason !== undefined){let data4 = data2.reason;const _errs10 = errors;if(errors === _errs10){if(typeof data4 === "string"){if(func1(data4) > 2000){validate44.errors = [{instancePath:instancePath+"/reasons/" + i0+"/reason",schemaPath:"#/properties/reasons/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 2000}}];return false;}else {if(func1(data4) < 10){validate44.errors = [{instancePath:instancePath+"/reasons/" + i0+"/reason",schemaPath:"#/properties/reasons/items/properties/reason/minLength",keyword:"minLength",params:{limit: 10}}];return false;}}}else {validate44.errors = [{instancePath:instancePath+"/reasons/" + i0+"/reason",schemaPath:"#/properties/reasons/items/properties/reason/type",keyword:"type",params:{type: "string"}}];return false;}}var valid2 = _errs10 === errors;}else {var valid2 = true;}}}}}else {validate44.errors = [{instancePath:instancePath+"/reasons/" + i0,schemaPath:"#/properties/reasons/items/type",keyword:"type",params:{type: "object"}}];return false;}}var valid1 = _errs5 === errors;if(!valid1){break;}}}}else {validate44.errors = [{instancePath:instancePath+"/reasons",schemaPath:"#/properties/reasons/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.parameters !== undefined){let data5 = data.parameters;const _errs12 = errors;if(errors === _errs12){if(data5 && typeof data5 == "object" && !Array.isArray(data5)){if(Object.keys(data5).length > 5000){validate44.errors = [{instancePath:instancePath+"/parameters",schemaPath:"#/properties/parameters/maxProperties",keyword:"maxProperties",params:{limit: 5000}}];return false;}else {for(const key2 in data5){const _errs14 = errors;if(typeof key2 === "string"){if(func1(key2) > 300){const err0 = {instancePath:instancePath+"/parameters",schemaPath:"#/properties/parameters/propertyNames/maxLength",keyword:"maxLength",params:{limit: 300},propertyName:key2};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}}var valid3 = _errs14 === errors;if(!valid3){const err1 = {instancePath:instancePath+"/parameters",schemaPath:"#/properties/parameters/propertyNames",keyword:"propertyNames",params:{propertyName: key2}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;validate44.errors = vErrors;return false;break;}}if(valid3){for(const key3 in data5){let data6 = data5[key3];const _errs16 = errors;if((!(data6 && typeof data6 == "object" && !Array.isArray(data6))) && (data6 !== null)){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/parameters/additionalProperties/type",keyword:"type",params:{type: schema6.properties.parameters.additionalProperties.type}}];return false;}if(errors === _errs16){if(data6 && typeof data6 == "object" && !Array.isArray(data6)){const _errs18 = errors;for(const key4 in data6){if(!(func0.call(schema6.properties.parameters.additionalProperties.properties, key4))){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/parameters/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}}];return false;break;}}if(_errs18 === errors){if(data6.type !== undefined){let data7 = data6.type;const _errs19 = errors;const _errs20 = errors;let valid6 = false;let passing0 = null;const _errs21 = errors;if(!(((((((((((data7 === "int") || (data7 === "float")) || (data7 === "number")) || (data7 === "str")) || (data7 === "bool")) || (data7 === "null")) || (data7 === "list")) || (data7 === "dict")) || (data7 === "date")) || (data7 === "datetime")) || (data7 === "any"))){const err2 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/properties/parameters/additionalProperties/properties/type/oneOf/0/enum",keyword:"enum",params:{allowedValues: schema6.properties.parameters.additionalProperties.properties.type.oneOf[0].enum}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}var _valid0 = _errs21 === errors;if(_valid0){valid6 = true;passing0 = 0;}const _errs22 = errors;if(errors === _errs22){if(Array.isArray(data7)){if(data7.length > 11){const err3 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/properties/parameters/additionalProperties/properties/type/oneOf/1/maxItems",keyword:"maxItems",params:{limit: 11}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}else {if(data7.length < 1){const err4 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/properties/parameters/additionalProperties/properties/type/oneOf/1/minItems",keyword:"minItems",params:{limit: 1}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}else {var valid7 = true;const len1 = data7.length;for(let i1=0; i1<len1; i1++){let data8 = data7[i1];const _errs24 = errors;if(!(((((((((((data8 === "int") || (data8 === "float")) || (data8 === "number")) || (data8 === "str")) || (data8 === "bool")) || (data8 === "null")) || (data8 === "list")) || (data8 === "dict")) || (data8 === "date")) || (data8 === "datetime")) || (data8 === "any"))){const err5 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/type/" + i1,schemaPath:"#/properties/parameters/additionalProperties/properties/type/oneOf/1/items/enum",keyword:"enum",params:{allowedValues: schema6.properties.parameters.additionalProperties.properties.type.oneOf[1].items.enum}};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}var valid7 = _errs24 === errors;if(!valid7){break;}}if(valid7){let i2 = data7.length;let j0;if(i2 > 1){outer0:for(;i2--;){for(j0 = i2; j0--;){if(func27(data7[i2], data7[j0])){const err6 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/properties/parameters/additionalProperties/properties/type/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;break outer0;}}}}}}}}else {const err7 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/properties/parameters/additionalProperties/properties/type/oneOf/1/type",keyword:"type",params:{type: "array"}};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}}var _valid0 = _errs22 === errors;if(_valid0 && valid6){valid6 = false;passing0 = [passing0, 1];}else {if(_valid0){valid6 = true;passing0 = 1;}}if(!valid6){const err8 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/properties/parameters/additionalProperties/properties/type/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;validate44.errors = vErrors;return false;}else {errors = _errs20;if(vErrors !== null){if(_errs20){vErrors.length = _errs20;}else {vErrors = null;}}}var valid5 = _errs19 === errors;}else {var valid5 = true;}if(valid5){if(data6.min !== undefined){const _errs25 = errors;if(!(typeof data6.min == "number")){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/min",schemaPath:"#/properties/parameters/additionalProperties/properties/min/type",keyword:"type",params:{type: "number"}}];return false;}var valid5 = _errs25 === errors;}else {var valid5 = true;}if(valid5){if(data6.max !== undefined){const _errs27 = errors;if(!(typeof data6.max == "number")){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/max",schemaPath:"#/properties/parameters/additionalProperties/properties/max/type",keyword:"type",params:{type: "number"}}];return false;}var valid5 = _errs27 === errors;}else {var valid5 = true;}if(valid5){if(data6["multiple-of"] !== undefined){let data11 = data6["multiple-of"];const _errs29 = errors;if(errors === _errs29){if(typeof data11 == "number"){if(data11 <= 0 || isNaN(data11)){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/multiple-of",schemaPath:"#/properties/parameters/additionalProperties/properties/multiple-of/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}}];return false;}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/multiple-of",schemaPath:"#/properties/parameters/additionalProperties/properties/multiple-of/type",keyword:"type",params:{type: "number"}}];return false;}}var valid5 = _errs29 === errors;}else {var valid5 = true;}if(valid5){if(data6.enum !== undefined){let data12 = data6.enum;const _errs31 = errors;if(errors === _errs31){if(Array.isArray(data12)){if(data12.length > 1000){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/enum",schemaPath:"#/properties/parameters/additionalProperties/properties/enum/maxItems",keyword:"maxItems",params:{limit: 1000}}];return false;}else {if(data12.length < 1){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/enum",schemaPath:"#/properties/parameters/additionalProperties/properties/enum/minItems",keyword:"minItems",params:{limit: 1}}];return false;}}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/enum",schemaPath:"#/properties/parameters/additionalProperties/properties/enum/type",keyword:"type",params:{type: "array"}}];return false;}}var valid5 = _errs31 === errors;}else {var valid5 = true;}if(valid5){if(data6.pattern !== undefined){let data13 = data6.pattern;const _errs33 = errors;if(errors === _errs33){if(typeof data13 === "string"){if(func1(data13) > 500){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/pattern",schemaPath:"#/properties/parameters/additionalProperties/properties/pattern/maxLength",keyword:"maxLength",params:{limit: 500}}];return false;}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/pattern",schemaPath:"#/properties/parameters/additionalProperties/properties/pattern/type",keyword:"type",params:{type: "string"}}];return false;}}var valid5 = _errs33 === errors;}else {var valid5 = true;}if(valid5){if(data6["min-items"] !== undefined){let data14 = data6["min-items"];const _errs35 = errors;if(!((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14)))){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/min-items",schemaPath:"#/properties/parameters/additionalProperties/properties/min-items/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs35){if(typeof data14 == "number"){if(data14 < 0 || isNaN(data14)){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/min-items",schemaPath:"#/properties/parameters/additionalProperties/properties/min-items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid5 = _errs35 === errors;}else {var valid5 = true;}if(valid5){if(data6["max-items"] !== undefined){let data15 = data6["max-items"];const _errs37 = errors;if(!((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15)))){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/max-items",schemaPath:"#/properties/parameters/additionalProperties/properties/max-items/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs37){if(typeof data15 == "number"){if(data15 < 0 || isNaN(data15)){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/max-items",schemaPath:"#/properties/parameters/additionalProperties/properties/max-items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid5 = _errs37 === errors;}else {var valid5 = true;}if(valid5){if(data6.items !== undefined){let data16 = data6.items;const _errs39 = errors;if(errors === _errs39){if(data16 && typeof data16 == "object" && !Array.isArray(data16)){const _errs41 = errors;for(const key5 in data16){if(!((((((((key5 === "type") || (key5 === "min")) || (key5 === "max")) || (key5 === "multiple-of")) || (key5 === "enum")) || (key5 === "pattern")) || (key5 === "min-items")) || (key5 === "max-items"))){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items",schemaPath:"#/properties/parameters/additionalProperties/properties/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}}];return false;break;}}if(_errs41 === errors){if(data16.type !== undefined){let data17 = data16.type;const _errs42 = errors;const _errs43 = errors;let valid10 = false;let passing1 = null;const _errs44 = errors;if(!(((((((((((data17 === "int") || (data17 === "float")) || (data17 === "number")) || (data17 === "str")) || (data17 === "bool")) || (data17 === "null")) || (data17 === "list")) || (data17 === "dict")) || (data17 === "date")) || (data17 === "datetime")) || (data17 === "any"))){const err9 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/type",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/type/oneOf/0/enum",keyword:"enum",params:{allowedValues: schema6.properties.parameters.additionalProperties.properties.items.properties.type.oneOf[0].enum}};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}var _valid1 = _errs44 === errors;if(_valid1){valid10 = true;passing1 = 0;}const _errs45 = errors;if(errors === _errs45){if(Array.isArray(data17)){if(data17.length > 11){const err10 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/type",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/type/oneOf/1/maxItems",keyword:"maxItems",params:{limit: 11}};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}else {if(data17.length < 1){const err11 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/type",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/type/oneOf/1/minItems",keyword:"minItems",params:{limit: 1}};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}else {var valid11 = true;const len2 = data17.length;for(let i3=0; i3<len2; i3++){let data18 = data17[i3];const _errs47 = errors;if(!(((((((((((data18 === "int") || (data18 === "float")) || (data18 === "number")) || (data18 === "str")) || (data18 === "bool")) || (data18 === "null")) || (data18 === "list")) || (data18 === "dict")) || (data18 === "date")) || (data18 === "datetime")) || (data18 === "any"))){const err12 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/type/" + i3,schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/type/oneOf/1/items/enum",keyword:"enum",params:{allowedValues: schema6.properties.parameters.additionalProperties.properties.items.properties.type.oneOf[1].items.enum}};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}var valid11 = _errs47 === errors;if(!valid11){break;}}if(valid11){let i4 = data17.length;let j1;if(i4 > 1){outer1:for(;i4--;){for(j1 = i4; j1--;){if(func27(data17[i4], data17[j1])){const err13 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/type",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/type/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1}};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;break outer1;}}}}}}}}else {const err14 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/type",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/type/oneOf/1/type",keyword:"type",params:{type: "array"}};if(vErrors === null){vErrors = [err14];}else {vErrors.push(err14);}errors++;}}var _valid1 = _errs45 === errors;if(_valid1 && valid10){valid10 = false;passing1 = [passing1, 1];}else {if(_valid1){valid10 = true;passing1 = 1;}}if(!valid10){const err15 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/type",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/type/oneOf",keyword:"oneOf",params:{passingSchemas: passing1}};if(vErrors === null){vErrors = [err15];}else {vErrors.push(err15);}errors++;validate44.errors = vErrors;return false;}else {errors = _errs43;if(vErrors !== null){if(_errs43){vErrors.length = _errs43;}else {vErrors = null;}}}var valid9 = _errs42 === errors;}else {var valid9 = true;}if(valid9){if(data16.min !== undefined){const _errs48 = errors;if(!(typeof data16.min == "number")){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/min",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/min/type",keyword:"type",params:{type: "number"}}];return false;}var valid9 = _errs48 === errors;}else {var valid9 = true;}if(valid9){if(data16.max !== undefined){const _errs50 = errors;if(!(typeof data16.max == "number")){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/max",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/max/type",keyword:"type",params:{type: "number"}}];return false;}var valid9 = _errs50 === errors;}else {var valid9 = true;}if(valid9){if(data16["multiple-of"] !== undefined){let data21 = data16["multiple-of"];const _errs52 = errors;if(errors === _errs52){if(typeof data21 == "number"){if(data21 <= 0 || isNaN(data21)){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/multiple-of",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/multiple-of/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}}];return false;}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/multiple-of",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/multiple-of/type",keyword:"type",params:{type: "number"}}];return false;}}var valid9 = _errs52 === errors;}else {var valid9 = true;}if(valid9){if(data16.enum !== undefined){let data22 = data16.enum;const _errs54 = errors;if(errors === _errs54){if(Array.isArray(data22)){if(data22.length > 1000){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/enum",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/enum/maxItems",keyword:"maxItems",params:{limit: 1000}}];return false;}else {if(data22.length < 1){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/enum",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/enum/minItems",keyword:"minItems",params:{limit: 1}}];return false;}}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/enum",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/enum/type",keyword:"type",params:{type: "array"}}];return false;}}var valid9 = _errs54 === errors;}else {var valid9 = true;}if(valid9){if(data16.pattern !== undefined){let data23 = data16.pattern;const _errs56 = errors;if(errors === _errs56){if(typeof data23 === "string"){if(func1(data23) > 500){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/pattern",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/pattern/maxLength",keyword:"maxLength",params:{limit: 500}}];return false;}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/pattern",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/pattern/type",keyword:"type",params:{type: "string"}}];return false;}}var valid9 = _errs56 === errors;}else {var valid9 = true;}if(valid9){if(data16["min-items"] !== undefined){let data24 = data16["min-items"];const _errs58 = errors;if(!((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24)))){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/min-items",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/min-items/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs58){if(typeof data24 == "number"){if(data24 < 0 || isNaN(data24)){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/min-items",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/min-items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid9 = _errs58 === errors;}else {var valid9 = true;}if(valid9){if(data16["max-items"] !== undefined){let data25 = data16["max-items"];const _errs60 = errors;if(!((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25)))){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/max-items",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/max-items/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs60){if(typeof data25 == "number"){if(data25 < 0 || isNaN(data25)){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/max-items",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/max-items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid9 = _errs60 === errors;}else {var valid9 = true;}}}}}}}}}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items",schemaPath:"#/properties/parameters/additionalProperties/properties/items/type",keyword:"type",params:{type: "object"}}];return false;}}var valid5 = _errs39 === errors;}else {var valid5 = true;}if(valid5){if(data6.required !== undefined){const _errs62 = errors;if(typeof data6.required !== "boolean"){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/required",schemaPath:"#/properties/parameters/additionalProperties/properties/required/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid5 = _errs62 === errors;}else {var valid5 = true;}if(valid5){if(data6.kind !== undefined){let data27 = data6.kind;const _errs64 = errors;if(!((data27 === "structural") || (data27 === "tuning"))){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/kind",schemaPath:"#/properties/parameters/additionalProperties/properties/kind/enum",keyword:"enum",params:{allowedValues: schema6.properties.parameters.additionalProperties.properties.kind.enum}}];return false;}var valid5 = _errs64 === errors;}else {var valid5 = true;}if(valid5){if(data6.owner !== undefined){let data28 = data6.owner;const _errs65 = errors;if(errors === _errs65){if(typeof data28 === "string"){if(func1(data28) > 2000){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/owner",schemaPath:"#/properties/parameters/additionalProperties/properties/owner/maxLength",keyword:"maxLength",params:{limit: 2000}}];return false;}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/owner",schemaPath:"#/properties/parameters/additionalProperties/properties/owner/type",keyword:"type",params:{type: "string"}}];return false;}}var valid5 = _errs65 === errors;}else {var valid5 = true;}if(valid5){if(data6.since !== undefined){let data29 = data6.since;const _errs67 = errors;if((typeof data29 !== "string") && (!(typeof data29 == "number"))){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/since",schemaPath:"#/properties/parameters/additionalProperties/properties/since/type",keyword:"type",params:{type: schema6.properties.parameters.additionalProperties.properties.since.type}}];return false;}var valid5 = _errs67 === errors;}else {var valid5 = true;}if(valid5){if(data6.deprecated !== undefined){let data30 = data6.deprecated;const _errs69 = errors;if((typeof data30 !== "string") && (typeof data30 !== "boolean")){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/deprecated",schemaPath:"#/properties/parameters/additionalProperties/properties/deprecated/type",keyword:"type",params:{type: schema6.properties.parameters.additionalProperties.properties.deprecated.type}}];return false;}var valid5 = _errs69 === errors;}else {var valid5 = true;}if(valid5){if(data6["replaced-by"] !== undefined){let data31 = data6["replaced-by"];const _errs71 = errors;if(errors === _errs71){if(typeof data31 === "string"){if(func1(data31) > 2000){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/replaced-by",schemaPath:"#/properties/parameters/additionalProperties/properties/replaced-by/maxLength",keyword:"maxLength",params:{limit: 2000}}];return false;}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/replaced-by",schemaPath:"#/properties/parameters/additionalProperties/properties/replaced-by/type",keyword:"type",params:{type: "string"}}];return false;}}var valid5 = _errs71 === errors;}else {var valid5 = true;}if(valid5){if(data6.doc !== undefined){let data32 = data6.doc;const _errs73 = errors;if(errors === _errs73){if(typeof data32 === "string"){if(func1(data32) > 2000){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/doc",schemaPath:"#/properties/parameters/additionalProperties/properties/doc/maxLength",keyword:"maxLength",params:{limit: 2000}}];return false;}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/doc",schemaPath:"#/properties/parameters/additionalProperties/properties/doc/type",keyword:"type",params:{type: "string"}}];return false;}}var valid5 = _errs73 === errors;}else {var valid5 = true;}}}}}}}}}}}}}}}}}}}var valid4 = _errs16 === errors;if(!valid4){break;}}}}}else {validate44.errors = [{instancePath:instancePath+"/parameters",schemaPath:"#/properties/parameters/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs12 === errors;}else {var valid0 = true;}}}}}}else {validate44.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate44.errors = vErrors;return errors === 0;}validate44.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
exports.sb = new Map([['policy', exports.JN], ['registry', exports.u5]]);


/***/ }),

/***/ 825:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  E: () => (/* binding */ compilePattern)
});

;// CONCATENATED MODULE: ./build/src/kernel/pattern/classes.js
const named = new Map([
    ['d', (character) => /^[0-9]$/.test(character)],
    ['D', (character) => !/^[0-9]$/.test(character)],
    ['w', (character) => /^\w$/.test(character)],
    ['W', (character) => !/^\w$/.test(character)],
    ['s', (character) => /^\s$/.test(character)],
    ['S', (character) => !/^\s$/.test(character)],
]);
const controls = new Map([
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
    ['f', '\f'],
    ['v', '\v'],
    ['0', '\0'],
]);
function classEscape(source, at) {
    const letter = source[at];
    if (letter === undefined)
        return undefined;
    const accepts = named.get(letter);
    if (accepts !== undefined)
        return { accepts, end: at + 1 };
    const hex = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/.exec(source.slice(at, at + 5));
    if (hex !== null) {
        return single(String.fromCharCode(Number.parseInt(hex[1] ?? hex[2] ?? '', 16)), at + hex[0].length);
    }
    const control = controls.get(letter);
    if (control !== undefined)
        return single(control, at + 1);
    return /[A-Za-z0-9]/.test(letter) ? undefined : single(letter, at + 1);
}
function readClass(source, at) {
    const negated = source[at] === '^';
    const members = [];
    let position = negated ? at + 1 : at;
    while (source[position] !== ']') {
        const member = readMember(source, position);
        if (member === undefined)
            return undefined;
        members.push(member.accepts);
        position = member.end;
    }
    const accepts = (character) => members.some((member) => member(character)) !== negated;
    return { accepts, end: position + 1 };
}
function readMember(source, at) {
    const first = readOne(source, at);
    if (first?.character === undefined || source[first.end] !== '-' || source[first.end + 1] === ']')
        return first;
    const last = readOne(source, first.end + 1);
    if (last?.character === undefined)
        return undefined;
    const [low, high] = [codePoint(first.character), codePoint(last.character)];
    if (low > high)
        return undefined;
    return { accepts: (other) => codePoint(other) >= low && codePoint(other) <= high, end: last.end };
}
function readOne(source, at) {
    if (at >= source.length)
        return undefined;
    if (source[at] === '\\')
        return classEscape(source, at + 1);
    const character = String.fromCodePoint(codePoint(source.slice(at, at + 2)));
    return single(character, at + character.length);
}
function single(character, end) {
    return { accepts: (other) => other === character, end, character };
}
function codePoint(text) {
    return text.codePointAt(0) ?? 0;
}

;// CONCATENATED MODULE: ./build/src/kernel/pattern/parse.js

const maxRepeat = 1000;
const maxDepth = 50;
class Bad extends Error {
}
function parsePattern(source) {
    try {
        const parser = new Parser(source);
        return { ok: true, alternatives: parser.whole() };
    }
    catch (error) {
        if (error instanceof Bad)
            return { ok: false, problem: error.message };
        throw error;
    }
}
class Parser {
    source;
    at = 0;
    depth = 0;
    constructor(source) {
        this.source = source;
    }
    whole() {
        const alternatives = this.alternatives();
        if (this.at < this.source.length)
            throw new Bad('a ) without its (');
        return alternatives;
    }
    alternatives() {
        const all = [this.sequence()];
        while (this.source[this.at] === '|') {
            this.at += 1;
            all.push(this.sequence());
        }
        return all;
    }
    sequence() {
        const pieces = [];
        while (this.at < this.source.length && !'|)'.includes(this.source[this.at] ?? '')) {
            pieces.push(this.quantified(this.atom()));
        }
        return pieces;
    }
    atom() {
        const character = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
        this.at += character.length;
        if (character === '(')
            return this.group();
        if (character === '[')
            return this.characterClass();
        if (character === '\\')
            return this.escape();
        if (character === '^')
            return { kind: 'start' };
        if (character === '$')
            return { kind: 'end' };
        if (character === '.')
            return { kind: 'character', accepts: (other) => other !== '\n' && other !== '\r' };
        if ('*+?{'.includes(character))
            throw new Bad(`nothing to repeat before ${character}`);
        return { kind: 'character', accepts: (other) => other === character };
    }
    group() {
        this.depth += 1;
        if (this.depth > maxDepth)
            throw new Bad('groups are nested too deep');
        if (this.source[this.at] === '?') {
            const opening = /^\?(?::|<[A-Za-z]\w*>)/.exec(this.source.slice(this.at))?.[0];
            if (opening === undefined)
                throw new Bad('look-around is not supported');
            this.at += opening.length;
        }
        const alternatives = this.alternatives();
        if (this.source[this.at] !== ')')
            throw new Bad('a ( without its )');
        this.at += 1;
        this.depth -= 1;
        return { kind: 'group', alternatives };
    }
    characterClass() {
        const read = readClass(this.source, this.at);
        if (read === undefined)
            throw new Bad('a [ without its ], or a range in the wrong order');
        this.at = read.end;
        return { kind: 'character', accepts: read.accepts };
    }
    escape() {
        const letter = this.source[this.at] ?? '';
        if (/[1-9bBk]/.test(letter))
            throw new Bad(`\\${letter} is not supported`);
        const read = classEscape(this.source, this.at);
        if (read === undefined)
            throw new Bad('a \\ at the end, or an escape that is not known');
        this.at = read.end;
        return { kind: 'character', accepts: read.accepts };
    }
    quantified(atom) {
        const match = /^(?:([*+?])|\{(\d{1,6})(?:(,)(\d{0,6}))?\})\??/.exec(this.source.slice(this.at, this.at + 20));
        if (match === null)
            return { atom, min: 1, max: 1 };
        this.at += match[0].length;
        const { min, max } = bounds(match);
        if (min > maxRepeat || (max ?? 0) > maxRepeat || (max ?? min) < min)
            throw new Bad('a repeat is too large or reversed');
        return { atom, min, max };
    }
}
function bounds(match) {
    if (match[1] === '*')
        return { min: 0, max: undefined };
    if (match[1] === '+')
        return { min: 1, max: undefined };
    if (match[1] === '?')
        return { min: 0, max: 1 };
    const min = Number(match[2]);
    if (match[3] === undefined)
        return { min, max: min };
    return { min, max: match[4] === '' || match[4] === undefined ? undefined : Number(match[4]) };
}

;// CONCATENATED MODULE: ./build/src/kernel/pattern/compile.js

const maxStates = 20_000;
function compilePattern(source) {
    const parsed = parsePattern(source);
    if (!parsed.ok)
        return parsed;
    const builder = new Builder();
    try {
        const end = builder.add({ kind: 'match' });
        const start = builder.alternatives(parsed.alternatives, end);
        return { ok: true, pattern: { test: (text) => run(builder.states, start, text) } };
    }
    catch (error) {
        if (error instanceof TooLarge)
            return { ok: false, problem: 'its repeats are too large' };
        throw error;
    }
}
class TooLarge extends Error {
}
class Builder {
    states = [];
    add(state) {
        if (this.states.length >= maxStates)
            throw new TooLarge();
        this.states.push(state);
        return this.states.length - 1;
    }
    alternatives(all, next) {
        const starts = all.map((pieces) => this.sequence(pieces, next));
        return starts.length === 1 ? (starts[0] ?? next) : this.add({ kind: 'split', next: starts });
    }
    sequence(pieces, next) {
        return pieces.reduceRight((after, piece) => this.piece(piece, after), next);
    }
    piece({ atom, min, max }, next) {
        let start = max === undefined ? this.loop(atom, next) : next;
        for (let count = min; count < (max ?? min); count += 1) {
            start = this.add({ kind: 'split', next: [this.atom(atom, start), next] });
        }
        for (let count = 0; count < min; count += 1)
            start = this.atom(atom, start);
        return start;
    }
    loop(atom, next) {
        const targets = [];
        const split = this.add({ kind: 'split', next: targets });
        targets.push(this.atom(atom, split), next);
        return split;
    }
    atom(atom, next) {
        if (atom.kind === 'group')
            return this.alternatives(atom.alternatives, next);
        if (atom.kind === 'character')
            return this.add({ kind: 'character', accepts: atom.accepts, next });
        return this.add({ kind: atom.kind, next });
    }
}
function run(states, start, text) {
    const characters = Array.from(text);
    let active = new Set();
    for (const [index, character] of [...characters, undefined].entries()) {
        const atEnd = index === characters.length;
        if (follow(states, start, active, index === 0, atEnd))
            return true;
        if (character === undefined)
            return false;
        const next = new Set();
        for (const id of active) {
            const state = states[id];
            if (state?.kind !== 'character' || !state.accepts(character))
                continue;
            if (follow(states, state.next, next, false, index + 1 === characters.length))
                return true;
        }
        active = next;
    }
    return false;
}
function follow(states, from, into, atStart, atEnd) {
    const open = [from];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
        const state = states[id];
        if (state === undefined || into.has(id))
            continue;
        into.add(id);
        if (state.kind === 'match')
            return true;
        if (state.kind === 'split')
            open.push(...state.next);
        else if ((state.kind === 'start' && atStart) || (state.kind === 'end' && atEnd))
            open.push(state.next);
    }
    return false;
}


/***/ }),

/***/ 951:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
var __webpack_unused_export__;

__webpack_unused_export__ = ({ value: true });
// https://github.com/ajv-validator/ajv/issues/889
const equal = __nccwpck_require__(430);
equal.code = 'require("ajv/dist/runtime/equal").default';
exports.A = equal;
//# sourceMappingURL=equal.js.map

/***/ }),

/***/ 214:
/***/ ((__unused_webpack_module, exports) => {

"use strict";
var __webpack_unused_export__;

__webpack_unused_export__ = ({ value: true });
// https://mathiasbynens.be/notes/javascript-encoding
// https://github.com/bestiejs/punycode.js - punycode.ucs2.decode
function ucs2length(str) {
    const len = str.length;
    let length = 0;
    let pos = 0;
    let value;
    while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 0xd800 && value <= 0xdbff && pos < len) {
            // high surrogate, and there is a next character
            value = str.charCodeAt(pos);
            if ((value & 0xfc00) === 0xdc00)
                pos++; // low surrogate
        }
    }
    return length;
}
exports.A = ucs2length;
ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
//# sourceMappingURL=ucs2length.js.map

/***/ }),

/***/ 430:
/***/ ((module) => {

"use strict";


// do not edit .js files directly - edit src/index.jst



module.exports = function equal(a, b) {
  if (a === b) return true;

  if (a && b && typeof a == 'object' && typeof b == 'object') {
    if (a.constructor !== b.constructor) return false;

    var length, i, keys;
    if (Array.isArray(a)) {
      length = a.length;
      if (length != b.length) return false;
      for (i = length; i-- !== 0;)
        if (!equal(a[i], b[i])) return false;
      return true;
    }



    if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
    if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
    if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();

    keys = Object.keys(a);
    length = keys.length;
    if (length !== Object.keys(b).length) return false;

    for (i = length; i-- !== 0;)
      if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return false;

    for (i = length; i-- !== 0;) {
      var key = keys[i];

      if (!equal(a[key], b[key])) return false;
    }

    return true;
  }

  // true if both NaN, false otherwise
  return a!==a && b!==b;
};


/***/ }),

/***/ 513:
/***/ ((module) => {

"use strict";
module.exports = require("../ajv/index.js");

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
// This entry need to be wrapped in an IIFE because it need to be in strict mode.
(() => {
"use strict";
// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  deriveRegistry: () => (/* reexport */ deriveRegistry),
  explain: () => (/* reexport */ explain),
  judgeConfig: () => (/* reexport */ judgeConfig),
  looksLikeModelConfig: () => (/* reexport */ looksLikeModelConfig),
  readDocument: () => (/* reexport */ readDocument),
  readPolicyText: () => (/* reexport */ readPolicyText),
  standingFaultsOf: () => (/* reexport */ standingFaultsOf)
});

;// CONCATENATED MODULE: ./build/src/documents/tree/node.js
function isScalar(node) {
    return node.type !== 'dict' && node.type !== 'list';
}
function nodeAt(root, path) {
    return path.reduce(childOf, root);
}
function childOf(node, step) {
    if (node?.type === 'dict')
        return node.entries.get(String(step))?.value;
    if (node?.type === 'list')
        return node.items[Number(step)];
    return undefined;
}
function pathText(path) {
    return path.reduce((text, step) => {
        if (typeof step === 'number')
            return `${text}[${step}]`;
        return text === '' ? step : `${text}.${step}`;
    }, '');
}
function sameValue(a, b) {
    return a === b || fingerprint(a) === fingerprint(b);
}
function fingerprint(node) {
    if (node.type === 'list')
        return `[${node.items.map(fingerprint).join(',')}]`;
    if (node.type !== 'dict')
        return `${node.type}:${JSON.stringify(scalarText(node))}`;
    const pairs = [...node.entries.values()].map((entry) => `${JSON.stringify(entry.name)}=${fingerprint(entry.value)}`);
    return `{${pairs.toSorted().join(',')}}`;
}
function scalarText(node) {
    if (node.type === 'NoneType')
        return 'null';
    if (node.type === 'bytes')
        return Buffer.from(node.value).toString('base64');
    if (node.type === 'float')
        return floatText(node.value);
    return String(node.value);
}
function floatText(value) {
    if (Number.isNaN(value))
        return 'nan';
    if (!Number.isFinite(value))
        return value > 0 ? 'inf' : '-inf';
    const [mantissa = '', power = '0'] = value.toExponential().split('e');
    const exponent = Number(power);
    if (value !== 0 && (exponent < -4 || exponent >= 16)) {
        return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
    }
    const text = Object.is(value, -0) ? '-0' : String(value);
    return Number.isInteger(value) ? `${text}.0` : text;
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

;// CONCATENATED MODULE: ./build/src/documents/rules.js

const textRules = defineRules('config', {
    unreadable: {
        severity: 'error',
        summary: 'The training code would stop with an error here, or read something that cannot be told for sure. No policy lowers it.',
        example: 'stage: !!python/object:run x',
        fix: 'Mend the text at the place that is shown.',
    },
    'no-parameters': {
        severity: 'error',
        summary: 'The file is empty or one value: the training code gets None or a text where it expects parameters. A list is a notice. OmegaConf makes an empty config of an empty file, and that passes.',
        example: '# learning_rate: 1.0e-4',
        fix: 'Write {} for a config that sets nothing.',
    },
    'duplicate-key': {
        severity: 'error',
        summary: "A key stands twice in one mapping: PyYAML and Python's json silently keep the last. With equal values it is a warning.",
        example: 'lr: 1.0e-4\nlr: 1.0e-5',
        fix: 'Keep one of the two.',
    },
    'number-as-text': {
        severity: 'error',
        summary: 'Looks like a number, but the reader takes it for text: PyYAML wants a point in the mantissa and a sign in the exponent.',
        example: 'learning_rate: 1e-5',
        fix: 'Write 1.0e-5. Where OmegaConf reads the file (Hydra, NeMo, LLaMA-Factory, verl), set dialect: omegaconf in the policy.',
    },
    'leading-zero': {
        severity: 'warning',
        summary: 'A number with a zero in front is octal, or text.',
        example: 'seed: 010',
        fix: 'Remove the zero.',
    },
    'word-as-bool': {
        severity: 'warning',
        summary: 'PyYAML reads yes, no, on and off as bool.',
        example: 'country: no',
        fix: 'Write true or false, or quote the word.',
    },
    'base-60': {
        severity: 'warning',
        summary: 'PyYAML reads digits with colons as a number of base 60.',
        example: 'time_limit: 1:30',
        fix: 'Quote it.',
    },
    'none-as-text': {
        severity: 'warning',
        summary: 'None is text in YAML; the null of YAML is null, ~ or nothing.',
        example: 'rope_scaling: None',
        fix: 'Write null.',
    },
    'text-as-date': {
        severity: 'notice',
        summary: 'PyYAML reads an ISO date as a date object, not as text.',
        example: 'version: 2026-01-31',
        fix: 'Quote it if it is text.',
    },
    'large-integer': {
        severity: 'notice',
        summary: 'An integer beyond 2^53 is exact in Python and rounded by readers that hold numbers as float64.',
        example: 'run_id: 9007199254740993',
        fix: 'Quote it if it is an identifier.',
    },
    'interpolation-skipped': {
        severity: 'notice',
        summary: 'An OmegaConf interpolation that this file alone cannot resolve: the environment, another file, a resolver. Nothing is judged there.',
        example: 'data: ${oc.env:DATA_ROOT}/train',
        fix: 'Nothing to mend; give oc.env a default to have that judged.',
    },
});

;// CONCATENATED MODULE: ./build/src/documents/yaml/timestamp.js
const pattern = /^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})(?:(?:[Tt]|[ \t]+)(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(?:\.(?<fraction>[0-9]*))?(?:[ \t]*(?<zone>Z|(?<zoneSign>[-+])(?<zoneHour>[0-9]{1,2})(?::(?<zoneMinute>[0-9]{2}))?))?)?$/;
function readTimestamp(text) {
    const parts = pattern.exec(text)?.groups;
    if (parts === undefined)
        return { refused: `"${text.slice(0, 40)}" is no timestamp` };
    const date = `${parts['year']}-${two(parts['month'])}-${two(parts['day'])}`;
    if (!isDate(Number(parts['year']), Number(parts['month']), Number(parts['day']))) {
        return { refused: `${text} is an impossible date` };
    }
    if (parts['hour'] === undefined)
        return { type: 'date', value: date };
    const time = timeText(parts);
    if (time === undefined)
        return { refused: `${text} is an impossible time` };
    return { type: 'datetime', value: `${date}T${time}` };
}
function timeText(parts) {
    const [hour, minute, second] = [parts['hour'], parts['minute'], parts['second']].map(Number);
    if ((hour ?? 99) > 23 || (minute ?? 99) > 59 || (second ?? 99) > 59)
        return undefined;
    const zone = zoneText(parts);
    if (zone === undefined)
        return undefined;
    const micro = (parts['fraction'] ?? '').slice(0, 6).padEnd(6, '0');
    const fraction = micro === '000000' ? '' : `.${micro}`;
    return `${two(parts['hour'])}:${parts['minute']}:${parts['second']}${fraction}${zone}`;
}
function zoneText(parts) {
    if (parts['zone'] === undefined)
        return '';
    if (parts['zoneSign'] === undefined)
        return '+00:00';
    const minutes = Number(parts['zoneHour']) * 60 + Number(parts['zoneMinute'] ?? 0);
    if (minutes >= 24 * 60)
        return undefined;
    const sign = minutes === 0 ? '+' : parts['zoneSign'];
    return `${sign}${two(String(Math.floor(minutes / 60)))}:${two(String(minutes % 60))}`;
}
function two(text) {
    return (text ?? '').padStart(2, '0');
}
function isDate(year, month, day) {
    if (year < 1 || month < 1 || month > 12 || day < 1)
        return false;
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    return day <= (days[month - 1] ?? 0);
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/construct.js

const maxDigits = 4300;
const boolWords = new Map([
    ['yes', true],
    ['no', false],
    ['true', true],
    ['false', false],
    ['on', true],
    ['off', false],
]);
const constructors = new Map([
    ['null', () => ({ type: 'NoneType', value: null })],
    ['bool', constructBool],
    ['int', constructInt],
    ['float', constructFloat],
    ['str', (text) => ({ type: 'str', value: text })],
    ['timestamp', readTimestamp],
    ['binary', constructBytes],
    ['disputed', (text) => ({ refused: `${quoted(text)} is a number to some versions and text to others` })],
]);
function constructScalar(tag, text, dialect) {
    return constructors.get(tag)?.(text, dialect);
}
function constructBool(text) {
    const value = boolWords.get(text.toLowerCase());
    return value === undefined ? { refused: `${quoted(text)} is no bool` } : { type: 'bool', value };
}
const plainInt = /^-?(?:0|[1-9][0-9]{0,17})$/;
function constructInt(text, dialect) {
    if (plainInt.test(text))
        return { type: 'int', value: BigInt(text) };
    const value = dialect === 'yaml-1.2' ? coreInt(text) : pythonInt(text);
    return value === undefined ? { refused: `${quoted(text)} is no integer` } : { type: 'int', value };
}
function coreInt(text) {
    const { sign, digits } = splitSign(text);
    if (/^0o[0-7]+$/.test(digits))
        return sign * BigInt(digits);
    if (/^0x[0-9a-fA-F]+$/.test(digits))
        return sign * BigInt(digits);
    return decimal(digits, sign);
}
function pythonInt(text) {
    const { sign, digits } = splitSign(text.replaceAll('_', ''));
    if (digits.length > maxDigits)
        return undefined;
    if (/^0b[01]+$/.test(digits))
        return sign * BigInt(digits);
    if (/^0x[0-9a-fA-F]+$/.test(digits))
        return sign * BigInt(digits);
    if (/^0o?[0-7]+$/i.test(digits))
        return sign * BigInt(`0o${digits.replace(/^0o?/i, '')}`);
    if (digits === '0')
        return 0n;
    if (digits.startsWith('0'))
        return undefined;
    return digits.includes(':') ? sexagesimal(digits, sign) : decimal(digits, sign);
}
function decimal(digits, sign) {
    return /^[0-9]+$/.test(digits) && digits.length <= maxDigits ? sign * BigInt(digits) : undefined;
}
function sexagesimal(digits, sign) {
    const parts = digits.split(':').map((part) => decimal(part, 1n));
    let value = 0n;
    for (const part of parts) {
        if (part === undefined)
            return undefined;
        value = value * 60n + part;
    }
    return sign * value;
}
function splitSign(text) {
    const sign = text.startsWith('-') ? -1n : 1n;
    return { sign, digits: /^[-+]/.test(text) ? text.slice(1) : text };
}
const plainFloat = /^-?[0-9]+\.[0-9]*(?:e[-+][0-9]+)?$/;
function constructFloat(text, dialect) {
    if (plainFloat.test(text))
        return { type: 'float', value: Number(text) };
    const value = floatValue((dialect === 'yaml-1.2' ? text : text.replaceAll('_', '')).toLowerCase());
    return value === undefined ? { refused: `${quoted(text)} is no number` } : { type: 'float', value };
}
function floatValue(text) {
    const sign = text.startsWith('-') ? -1 : 1;
    const digits = /^[-+]/.test(text) ? text.slice(1) : text;
    if (digits === '.inf')
        return sign * Number.POSITIVE_INFINITY;
    if (digits === '.nan')
        return Number.NaN;
    if (!digits.includes(':'))
        return times(sign, pythonFloat(digits));
    const parts = digits.split(':').map(pythonFloat);
    let value = 0;
    let base = 1;
    for (const part of parts.toReversed()) {
        if (part === undefined)
            return undefined;
        value += part * base;
        base *= 60;
    }
    return sign * value;
}
function times(sign, value) {
    return value === undefined ? undefined : sign * value;
}
function pythonFloat(text) {
    if (/^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?$/.test(text))
        return Number(text);
    const word = /^([-+]?)(inf|infinity|nan)$/.exec(text);
    if (word === null)
        return undefined;
    const magnitude = word[2] === 'nan' ? Number.NaN : Number.POSITIVE_INFINITY;
    return word[1] === '-' ? -magnitude : magnitude;
}
function constructBytes(text) {
    if (!/^\p{ASCII}*$/u.test(text))
        return { refused: 'base64 data holds characters that are not ASCII' };
    const compact = text.replaceAll(/[\r\n ]/g, '');
    const wellFormed = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(compact);
    if (!wellFormed)
        return { refused: 'the base64 data is malformed' };
    return { type: 'bytes', value: new Uint8Array(Buffer.from(compact, 'base64')) };
}
function quoted(text) {
    return text.length > 40 ? `${JSON.stringify(text.slice(0, 40))}…` : JSON.stringify(text);
}

;// CONCATENATED MODULE: ./build/src/documents/tree/duplicates.js


function duplicateKey(key, earlier, before, after, refused, dialect) {
    const same = !refused && sameValue(before, after);
    const outcome = refused ? refusals[dialect] : `the last one wins${same ? ', with the same value' : ''}`;
    return {
        rule: textRules['duplicate-key'],
        severity: same ? 'warning' : 'error',
        message: `${scalarText(key)} is already set ${firstAt(earlier.start)}: ${outcome}`,
        help: 'keep one of the two',
        start: key.start,
        end: key.end,
    };
}
const refusals = {
    pyyaml: 'the last one wins',
    omegaconf: 'OmegaConf refuses the file',
    'yaml-1.2': 'YAML 1.2 forbids it',
    json: 'the last one wins',
};
function firstAt(offset) {
    return `@{${offset}}`;
}

;// CONCATENATED MODULE: ./build/src/documents/tree/keys.js

function keyIdentity(key) {
    if (key.type === 'bool')
        return `number:${Number(key.value)}`;
    if (key.type === 'int')
        return `number:${key.value}`;
    if (key.type === 'float')
        return floatIdentity(key.value, key.start);
    return `${key.type}:${scalarText(key)}`;
}
function floatIdentity(value, start) {
    if (Number.isNaN(value))
        return `nan:${start}`;
    return `number:${Number.isInteger(value) ? BigInt(value) : value}`;
}
class KeyNames {
    entries;
    known = new Map();
    constructor(entries) {
        this.entries = entries;
    }
    nameOf(key) {
        if (key.type === 'str') {
            const holder = this.entries.get(key.value)?.key;
            if (holder === undefined || (holder.type === 'str' && holder.value === key.value))
                return key.value;
        }
        const identity = keyIdentity(key);
        const name = this.known.get(identity) ?? keyName(key, this.entries);
        this.known.set(identity, name);
        return name;
    }
}
function keyName(key, taken) {
    const text = scalarText(key);
    if (!taken.has(text))
        return text;
    let name = `${key.type} ${text}`;
    while (taken.has(name))
        name += "'";
    return name;
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/problem.js

class Unreadable extends Error {
    problem;
    constructor(problem) {
        super(problem.message);
        this.problem = problem;
    }
}
function unreadable(message, start, end, help) {
    const problem = { rule: textRules.unreadable, message, start, end };
    return new Unreadable(help === undefined ? problem : { ...problem, help });
}
const maxDepth = 100;
function tooDeep(at) {
    return unreadable(`nested deeper than ${maxDepth}`, at, at + 1, 'no config is: mend the brackets or the indentation');
}
const maxValues = 200_000;
function tooManyValues() {
    const message = `the file holds more than ${maxValues} values, each alias counted as what it stands for`;
    return unreadable(message, 0, 0, 'use fewer aliases, and keep data out of the config');
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/resolvers.js
const pyyaml = [
    {
        tag: 'bool',
        first: 'yYnNtTfFoO',
        pattern: /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
    },
    {
        tag: 'float',
        first: '-+.0123456789',
        pattern: /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
    },
    {
        tag: 'int',
        first: '-+0123456789',
        pattern: /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
    },
    { tag: 'merge', first: '<', pattern: /^<<$/ },
    { tag: 'null', first: '~nN', pattern: /^(?:~|null|Null|NULL|)$/ },
    {
        tag: 'timestamp',
        first: '0123456789',
        pattern: /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)$/,
    },
    { tag: 'value', first: '=', pattern: /^=$/ },
];
const omegaconf = [
    ...pyyaml.filter((resolver) => resolver.tag !== 'timestamp'),
    {
        tag: 'float',
        first: '-+.0123456789',
        pattern: /^(?:[-+]?[0-9]+(?:_[0-9]+)*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9]+(?:_[0-9]+)*[eE][-+]?[0-9]+|\.[0-9]+(?:_[0-9]+)*(?:[eE][-+][0-9]+)?)$/,
    },
    {
        tag: 'disputed',
        first: '-+.0123456789',
        pattern: /^(?:[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?[eE][-+]?[0-9]+|\.[0-9_]+(?:[eE][-+][0-9]+)?)$/,
    },
];
const core = [
    { tag: 'null', first: '~nN', pattern: /^(?:~|null|Null|NULL|)$/ },
    { tag: 'bool', first: 'tTfF', pattern: /^(?:true|True|TRUE|false|False|FALSE)$/ },
    { tag: 'int', first: '-+0123456789', pattern: /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/ },
    {
        tag: 'float',
        first: '-+.0123456789',
        pattern: /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
    },
];
const tables = {
    pyyaml: byFirst(pyyaml),
    omegaconf: byFirst(omegaconf),
    'yaml-1.2': byFirst(core),
};
function byFirst(resolvers) {
    const characters = new Set(resolvers.flatMap(({ first }) => Array.from(first)));
    const table = [...characters].map((character) => [character, resolvers.filter(({ first }) => first.includes(character))]);
    return new Map([['', resolvers.filter(({ pattern }) => pattern.test(''))], ...table]);
}
function implicitTag(text, dialect) {
    const candidates = tables[dialect].get(text.charAt(0));
    return candidates?.find((resolver) => resolver.pattern.test(text))?.tag;
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/tags.js
const yamlPrefix = 'tag:yaml.org,2002:';
function tagHandles(directives) {
    const handles = new Map([
        ['!', '!'],
        ['!!', yamlPrefix],
    ]);
    for (const directive of directives) {
        if (directive.kind === 'tag')
            handles.set(directive.handle, directive.prefix);
    }
    return handles;
}
function tagName(written, handles) {
    if (written === '!')
        return '!';
    if (written.startsWith('!<'))
        return written.slice(2, -1);
    const [, handle = '!', suffix = ''] = /^(!(?:[0-9A-Za-z_-]*!)?)(.*)$/.exec(written) ?? [];
    const prefix = handles.get(handle);
    return prefix === undefined ? undefined : prefix + suffix;
}
function yamlTag(tag) {
    return tag.startsWith(yamlPrefix) ? tag.slice(yamlPrefix.length) : undefined;
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/build.js






const maxMergedPairs = 20_000;
class Builder {
    problems = [];
    dialect;
    built = new Map();
    flat = new Map();
    merged = 0;
    constructor(dialect) {
        this.dialect = dialect;
    }
    build(raw) {
        if (raw.kind === 'scalar' && !raw.anchored)
            return this.scalar(raw);
        const known = this.built.get(raw);
        if (known !== undefined)
            return known;
        const node = this.make(raw);
        this.built.set(raw, node);
        return node;
    }
    make(raw) {
        if (raw.kind === 'scalar')
            return this.scalar(raw);
        const expected = raw.kind === 'list' ? 'seq' : 'map';
        const tag = raw.tag === undefined || raw.tag === '!' ? expected : yamlTag(raw.tag);
        if (tag !== expected)
            throw unknownTag(raw, this.dialect);
        return raw.kind === 'list' ? this.list(raw) : this.dict(raw);
    }
    list(raw) {
        const items = raw.items.map((item) => this.build(item));
        return { type: 'list', items, start: raw.start, end: raw.end };
    }
    scalar(raw) {
        const tag = this.scalarTag(raw);
        const { start, end, text: written } = raw;
        const made = constructScalar(tag ?? '', written, this.dialect);
        if (made === undefined)
            throw unknownTag(raw, this.dialect);
        if ('refused' in made)
            throw unreadable(`${made.refused}: ${readers[this.dialect]} stops with an error`, start, end);
        return raw.plain ? { ...made, start, end, written } : { ...made, start, end };
    }
    scalarTag(raw) {
        if (raw.tag !== undefined && raw.tag !== '!')
            return yamlTag(raw.tag);
        if (raw.tag === '!' && raw.text.endsWith('\n'))
            throw unknownTag(raw, this.dialect);
        const resolves = raw.plain || (raw.tag === '!' && this.dialect !== 'yaml-1.2');
        return (resolves ? implicitTag(raw.text, this.dialect) : undefined) ?? 'str';
    }
    dict(raw) {
        const pairs = this.flatten(raw);
        const merges = pairs !== raw.pairs;
        if (merges)
            this.reportDuplicates(raw);
        const entries = new Map();
        const names = new KeyNames(entries);
        const repeated = new Map();
        for (const [rawKey, rawValue] of pairs) {
            const key = this.key(rawKey);
            const name = names.nameOf(key);
            const value = this.build(rawValue);
            const earlier = entries.get(name);
            if (earlier !== undefined && !merges) {
                this.problems.push(this.duplicate(key, repeated.get(name) ?? earlier.key, earlier.value, value));
                repeated.set(name, key);
            }
            entries.set(name, { key: earlier?.key ?? key, name, value });
        }
        return { type: 'dict', entries, start: raw.start, end: raw.end };
    }
    key(raw) {
        if (raw.kind !== 'scalar') {
            throw unreadable('a list or mapping cannot be a key: Python cannot hash it', raw.start, raw.end);
        }
        const text = raw.text === '=' && this.scalarTag(raw) === 'value' ? { ...raw, tag: 'tag:yaml.org,2002:str' } : raw;
        const node = this.build(text);
        if (node.type !== 'list' && node.type !== 'dict')
            return node;
        throw unreadable('a list or mapping cannot be a key: Python cannot hash it', raw.start, raw.end);
    }
    flatten(raw) {
        const known = this.flat.get(raw);
        if (known !== undefined)
            return known;
        if (this.dialect === 'yaml-1.2')
            return raw.pairs;
        if (!raw.pairs.some(([key]) => this.isMerge(key)))
            return raw.pairs;
        const own = raw.pairs.filter(([key]) => !this.isMerge(key));
        const merges = raw.pairs.filter(([key]) => this.isMerge(key));
        const pairs = [...merges.flatMap(([, value]) => this.mergeSource(value)), ...own];
        this.merged += pairs.length;
        if (this.merged > maxMergedPairs) {
            throw unreadable('the merge keys (<<) multiply to too many pairs', raw.start, raw.end);
        }
        this.flat.set(raw, pairs);
        return pairs;
    }
    mergeSource(value) {
        if (value.kind === 'map')
            return this.flatten(value);
        const sources = value.kind === 'list' ? value.items : undefined;
        const maps = sources?.filter((item) => item.kind === 'map');
        if (maps === undefined || maps.length !== sources?.length) {
            throw unreadable('<< takes a mapping or a list of mappings', value.start, value.end);
        }
        return maps.toReversed().flatMap((map) => this.flatten(map));
    }
    isMerge(key) {
        const candidate = key.kind === 'scalar' && (key.text === '<<' || key.tag !== undefined);
        return candidate && this.scalarTag(key) === 'merge';
    }
    reportDuplicates(raw) {
        const seen = new Map();
        for (const pair of raw.pairs) {
            if (this.isMerge(pair[0]))
                continue;
            const key = this.key(pair[0]);
            const identity = keyIdentity(key);
            const earlier = seen.get(identity);
            if (earlier !== undefined) {
                const [before, after] = [this.build(earlier[1]), this.build(pair[1])];
                this.problems.push(this.duplicate(key, earlier[0], before, after));
            }
            seen.set(identity, pair);
        }
    }
    duplicate(key, earlier, before, after) {
        const refused = this.dialect !== 'pyyaml' && key.type === 'str';
        return duplicateKey(key, earlier, before, after, refused, this.dialect);
    }
}
const readers = {
    pyyaml: 'PyYAML',
    omegaconf: 'OmegaConf',
    'yaml-1.2': 'a YAML 1.2 reader',
    json: "Python's json",
};
function unknownTag(raw, dialect) {
    const what = raw.tag === undefined || raw.tag === '!' ? rawText(raw) : `the tag ${raw.tag.slice(0, 80)}`;
    return unreadable(`${readers[dialect]} cannot make a value of ${what}`, raw.start, raw.end, raw.tag === undefined ? 'quote the value' : 'remove the tag: configs are read with the safe loader');
}
function rawText(raw) {
    return raw.kind === 'scalar' ? JSON.stringify(raw.text.slice(0, 40)) : `this ${raw.kind}`;
}

;// CONCATENATED MODULE: ./build/src/config/text/hazards.js



const numberPattern = /^[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?$/;
function looksLikeNumber(node) {
    if (node.type !== 'str' || !numberPattern.test(node.value))
        return undefined;
    return { found: node.written !== undefined };
}
const hazards = [
    {
        rule: textRules['number-as-text'],
        find: (node, written, reader) => looksLikeNumber(node) === undefined || /^0\d/.test(written)
            ? undefined
            : { message: `${reader} reads ${written} as text, not as a number`, help: spelling(written) },
    },
    {
        rule: textRules['leading-zero'],
        isOtherNumber: true,
        find: (node, written, reader) => leadingZero(node, written, reader),
    },
    {
        rule: textRules['word-as-bool'],
        find: (node, written, reader) => node.type === 'bool' && /^(?:yes|no|on|off)$/i.test(written)
            ? {
                message: `${reader} reads ${written} as ${node.value ? 'True' : 'False'}`,
                help: `write ${String(node.value)}, or "${written}" in quotes for the text`,
            }
            : undefined,
    },
    {
        rule: textRules['base-60'],
        isOtherNumber: true,
        find: (node, written, reader) => (node.type === 'int' || node.type === 'float') && written.includes(':')
            ? {
                message: `${reader} reads ${written} as ${String(node.value)}: base 60`,
                help: `write ${String(node.value)}, or "${written}" in quotes for the text`,
            }
            : undefined,
    },
    {
        rule: textRules['none-as-text'],
        find: (node, written, reader) => node.type === 'str' && written === 'None'
            ? {
                message: `${reader} reads None as the text "None"`,
                help: 'write null, or "None" in quotes for the text',
            }
            : undefined,
    },
    {
        rule: textRules['text-as-date'],
        find: (node, written, reader) => node.type === 'date' || node.type === 'datetime'
            ? {
                message: `${reader} reads ${written} as a ${node.type}`,
                help: `write "${written}" in quotes for the text`,
            }
            : undefined,
    },
    {
        rule: textRules['large-integer'],
        find: (node, written) => node.type === 'int' && (node.value > 2n ** 53n || node.value < -(2n ** 53n))
            ? {
                message: `${written} is exact in Python, but readers that hold numbers as float64 read ${Number(node.value)}`,
                help: 'quote it if it is an identifier',
            }
            : undefined,
    },
];
function findHazards(root, dialect, expected) {
    const problems = [];
    const reader = readers[dialect];
    const seen = new Set();
    const path = [];
    const at = (step, node) => {
        path.push(step);
        visit(node);
        path.pop();
    };
    const visit = (node) => {
        const found = isScalar(node) ? suspicions(node, reader) : none;
        if ((isScalar(node) && found.length === 0) || seen.has(node))
            return;
        seen.add(node);
        if (isScalar(node))
            problems.push(...unsettled(found, node, expected(path)));
        else if (node.type === 'list')
            node.items.forEach((item, index) => at(index, item));
        else {
            for (const { key, name, value } of node.entries.values()) {
                for (const { problem } of suspicions(key, reader))
                    problems.push(problem);
                at(name, value);
            }
        }
    };
    visit(root);
    return problems;
}
const none = [];
function suspicions(node, reader) {
    const { written, start, end } = node;
    if (written === undefined || isPlain(node, written))
        return none;
    return hazards.flatMap(({ rule, isOtherNumber = false, find }) => {
        const found = find(node, written, reader);
        return found === undefined ? [] : [{ problem: { rule, ...found, start, end }, isOtherNumber }];
    });
}
function unsettled(found, { type }, expected) {
    const isExpected = expected?.has(type) === true;
    const isSettled = found.some(({ isOtherNumber }) => !isOtherNumber || type === 'str');
    return isExpected && isSettled ? [] : found.map(({ problem }) => problem);
}
function isPlain(node, written) {
    if (node.type === 'str')
        return written !== 'None' && !/^[-+.\d]/.test(written);
    if (node.type === 'int')
        return /^-?(?:0|[1-9]\d{0,14})$/.test(written);
    if (node.type === 'float')
        return !written.includes(':');
    return node.type === 'bool' && written === String(node.value);
}
function leadingZero(node, written, reader) {
    if (!/^[-+]?0[\d_]+$/.test(written))
        return undefined;
    if (node.type === 'str') {
        return {
            message: `${reader} reads ${written} as text`,
            help: 'remove the zero in front, or quote the text',
        };
    }
    const decimal = BigInt(written.replaceAll(/[_+-]/g, '')) * (written.startsWith('-') ? -1n : 1n);
    if (node.type !== 'int' || node.value === decimal)
        return undefined;
    return {
        message: `${reader} reads ${written} as ${node.value}: octal`,
        help: `write ${node.value}, or "${written}" in quotes for the text`,
    };
}
function spelling(written) {
    const [mantissa = '', exponent] = written.replaceAll('_', '').toLowerCase().split('e');
    const [, sign = '', digits = ''] = /^([-+]?)(.*)$/.exec(mantissa) ?? [];
    const whole = digits.startsWith('.') ? `0${digits}` : digits;
    const point = whole.includes('.') ? (whole.endsWith('.') ? `${whole}0` : whole) : `${whole}.0`;
    if (exponent === undefined)
        return `write ${sign.replace('+', '')}${point}`;
    const power = /^[-+]/.test(exponent) ? exponent : `+${exponent}`;
    return `write ${sign.replace('+', '')}${point}e${power}`;
}

;// CONCATENATED MODULE: ./build/src/config/registry/registry.js
function registryChild(node, step) {
    return node.children.get(String(step)) ?? node.children.get('*') ?? node.children.get('**');
}
function parameterAt(registry, path) {
    let node = registry.root;
    for (const [index, step] of path.entries()) {
        const child = registryChild(node, step);
        if (child === undefined)
            return covers(node) ? node.parameter : undefined;
        if (child.parameter?.steps.at(-1) === '**' && !covers(child))
            return child.parameter;
        node = child;
        if (index === path.length - 1)
            return node.parameter;
    }
    return node.parameter;
}
function isRegistered(registry, path) {
    let node = registry.root;
    for (const step of path) {
        const child = registryChild(node, step);
        if (child === undefined)
            return covers(node);
        if (child.parameter?.steps.at(-1) === '**')
            return true;
        node = child;
    }
    return true;
}
function covers(node) {
    return node.parameter !== undefined && node.children.size === 0 && node.parameter.steps.length > 0;
}

;// CONCATENATED MODULE: ./build/src/config/registry/tuning.js
const tuningNames = [
    /^(?:max_|min_|base_|peak_|init_|initial_)?(?:lr|learning_rate)(?:_|$)/,
    /^(?:weight_decay|momentum|nesterov|beta[12s]?|betas|adam_.*|eps|epsilon|optim(?:izer)?_(?:eps|betas?))$/,
    /^(?:optimizer|optim|scheduler|lr_scheduler.*|warmup(?:_.*)?|decay(?:_.*)?|cooldown_.*)$/,
    /^(?:.*_)?batch_size(?:_.*)?$/,
    /^(?:gradient_.*|grad_.*|max_grad_norm|clip_grad.*|accumulate_grad_.*)$/,
    /^(?:num_(?:train_)?epochs|epochs|max_epochs|max_steps|train_steps|total_steps|num_steps|train_iters)$/,
    /^(?:seed|random_seed|data_seed|shuffle|num_workers|prefetch_factor|pin_memory|dataloader_.*)$/,
    /^(?:.*_)?dropout(?:_.*)?$|^(?:.*_)?pdrop$/,
    /^(?:log|logging|save|eval|evaluation|checkpoint|checkpointing|report_to|wandb|run)(?:_.*)?$/,
    /^(?:output_dir|router_aux_loss_coef|aux_loss_.*|z_loss.*|label_smoothing.*|initializer_range|use_cache|transformers_version)$/,
];
function isTuningName(name) {
    return name.length <= 100 && tuningNames.some((pattern) => pattern.test(name));
}

;// CONCATENATED MODULE: ./build/src/config/registry/derive.js



function deriveRegistry(documents) {
    const lines = [...derived(documents).values()];
    return [...header, lines.length === 0 ? 'parameters: {}' : 'parameters:', ...lines, ''].join('\n');
}
function missingLines(document, registry) {
    const lines = [...derived([document])].filter(([path]) => !isRegistered(registry, path.split('.')));
    return new Map(lines.map(([path, text]) => [path, text.trim()]));
}
function derived(documents) {
    const seen = new Map();
    for (const { root } of documents)
        if (root?.type === 'dict')
            collect(root, [], seen);
    for (const [path, types] of seen) {
        if (types.isMapping !== true)
            continue;
        if (types.types.size === 0)
            seen.delete(path);
        else
            types.types.add('dict');
    }
    const sorted = [...seen].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return new Map(sorted.map(([path, types]) => [path, line(path, types)]));
}
const header = [
    '# Every parameter that the configs may set: its type, range, owner, and whether it is structural',
    '# (the model differs with it) or tuning (only the training does). Derived from the configs of this',
    '# repository: add min, max, enum, multiple-of, owner and doc where you know them.',
];
function collect(node, path, seen) {
    if (node.type === 'dict' && node.entries.size > 0) {
        if (path.length > 0)
            note(seen, path.join('.')).isMapping = true;
        for (const { name, value } of node.entries.values())
            collect(value, [...path, step(name)], seen);
        return;
    }
    if (path.length === 0)
        return;
    if (node.type === 'list' && node.items.some(({ type }) => type === 'dict' || type === 'list')) {
        note(seen, `${path.join('.')}.**`);
        const list = note(seen, path.join('.'));
        list.types.add('list');
        list.holdsMappings = true;
        return;
    }
    const entry = note(seen, path.join('.'));
    entry.types.add(meantType(node, path.at(-1)));
    if (node.type === 'list')
        for (const item of node.items)
            entry.itemTypes.add(meantType(item));
}
const fractional = /(?:^|_)(?:lr|learning_rate|weight_decay|momentum|betas?\d?|eps|epsilon|dropout|pdrop|prob|ratio|theta|factor|coeff?|scale|temperature|top_p)$/;
const tokenId = /(?:^|_)(?:bos|eos|pad|unk|sep|cls|mask)_token_id$/;
function meantType(node, name = '') {
    if (node.type === 'str')
        return looksLikeNumber(node)?.found === true ? 'float' : 'str';
    return node.type === 'int' && fractional.test(name) ? 'float' : node.type;
}
function step(name) {
    return name === '' || name.includes('.') || /^\d+$/.test(name) ? '*' : name;
}
function note(seen, path) {
    const entry = seen.get(path) ?? { types: new Set(), itemTypes: new Set() };
    seen.set(path, entry);
    return entry;
}
function line(path, { types: seen, itemTypes, holdsMappings }) {
    const name = path.split('.').findLast((part) => !part.startsWith('*')) ?? path;
    const kind = isTuningName(name) ? 'tuning' : 'structural';
    const types = typesOf(path, seen);
    const items = itemTypes.size === 0 || holdsMappings === true ? '' : `, items: { type: ${typeText(itemTypes)} }`;
    return `  ${/^[a-z]\w*(?:\.\w+)*$/i.test(path) && !reserved.test(path) ? path : JSON.stringify(path)}: { type: ${typeText(types)}${items}, kind: ${kind} }`;
}
function typesOf(path, seen) {
    if (path.endsWith('.*') || path === '*')
        return new Set();
    return tokenId.test(path) && seen.has('int') ? new Set([...seen, 'NoneType']) : seen;
}
const reserved = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
const names = {
    int: 'int',
    float: 'float',
    str: 'str',
    bool: 'bool',
    NoneType: "'null'",
    list: 'list',
    dict: 'dict',
    date: 'date',
    datetime: 'datetime',
    bytes: 'any',
};
function typeText(types) {
    const words = new Set([...types].map((type) => names[type]));
    if (words.size === 0 || words.has('any') || (words.size === 1 && types.has('NoneType')))
        return 'any';
    if (words.has('float'))
        words.delete('int');
    const [first = 'any'] = words;
    return words.size === 1 ? first : `[${[...words].join(', ')}]`;
}

;// CONCATENATED MODULE: ./build/src/config/explain.js

const explain_maxValues = 50_000;
function explain(document) {
    const values = [];
    const add = (node, path) => {
        const { line, column } = document.place(path, 'value') ?? { line: 1, column: 1 };
        values.push({ path: pathText(path), line, column, type: node.type, value: jsonValue(node) });
    };
    const visit = (node, path) => {
        if (values.length >= explain_maxValues)
            return;
        if (path.length > 0 || isScalar(node))
            add(node, path);
        if (node.type === 'list')
            for (const [index, item] of node.items.entries())
                visit(item, [...path, index]);
        if (node.type === 'dict')
            for (const { name, value } of node.entries.values())
                visit(value, [...path, name]);
    };
    if (document.root !== undefined)
        visit(document.root, []);
    return values;
}
function jsonValue(node) {
    if (node.type === 'list')
        return node.items.map(jsonValue);
    if (node.type === 'dict')
        return jsonObject(node.entries.values());
    if (node.type === 'int') {
        return Number.isSafeInteger(Number(node.value)) ? Number(node.value) : String(node.value);
    }
    if (node.type === 'float')
        return Number.isFinite(node.value) ? node.value : scalarText(node);
    return node.type === 'bytes' ? scalarText(node) : node.value;
}
function jsonObject(entries) {
    const object = Object.create(null);
    for (const { name, value } of entries)
        object[name] = jsonValue(value);
    return object;
}

;// CONCATENATED MODULE: ./build/src/config/hallmarks.js
const hallmark = new RegExp(`^(?:${[
    'model_type|architectures|(?:torch_)?dtype|model_name_or_path|(?:pretrained_)?model_(?:name|path)(?:_or_path)?|base_model',
    'adapter_name_or_path|trust_remote_code|mixed_precision|distributed_type|num_processes|fsdp(?:_config)?|deepspeed(?:_config)?',
    'hidden_size|d_model|n_embd|intermediate_size|vocab_size|max_position_embeddings|rope_theta',
    'num_(?:hidden_|attention_)?(?:layers|heads)|n_layers?|n_heads?|num_key_value_heads|num_experts',
    'lr|learning_rate|weight_decay|warmup_(?:ratio|steps)|lr_scheduler(?:_type)?|optimizer(?:_type)?',
    '(?:.*_)?batch_size(?:_per_(?:gpu|device))?|gradient_accumulation_steps|gradient_checkpointing|max_grad_norm',
    'num_(?:train_)?epochs|max_(?:train_)?steps|train_(?:iters|steps)',
    'seq(?:uence)?_len(?:gth)?|max_seq(?:uence)?_len(?:gth)?|cutoff_len',
    '(?:tensor|pipeline|expert|context)(?:_model)?_parallel_size|tp_size|pp_size|zero_optimization|bf16|fp16',
    'lora_(?:r|rank|alpha|target|target_modules)|finetuning_type',
].join('|')})$`);
const enough = 2;
const hallmarks_maxDepth = 5;
function looksLikeModelConfig({ root }) {
    const found = new Set();
    if (root !== undefined)
        hallmarks_collect(root, 0, found);
    return found.size >= enough;
}
function hallmarks_collect(node, depth, found) {
    if (node.type !== 'dict' || depth >= hallmarks_maxDepth || found.size >= enough)
        return;
    for (const { name, value } of node.entries.values()) {
        const canonical = name.replace(/^--/, '').replaceAll('-', '_');
        if (canonical.length <= 100 && hallmark.test(canonical))
            found.add(canonical);
        hallmarks_collect(value, depth + 1, found);
    }
}

;// CONCATENATED MODULE: ./build/src/documents/json/string.js

function endOfString(text, start) {
    let i = start + 1;
    for (;;) {
        i = text.indexOf('"', i);
        if (i < 0)
            return text.length;
        let slashes = 0;
        while (text.charCodeAt(i - 1 - slashes) === 0x5c)
            slashes++;
        if (slashes % 2 === 0)
            return i;
        i++;
    }
}
function stringBetween(text, start, end) {
    const raw = text.slice(start + 1, end);
    return raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw;
}
const special = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|[\\\u0000-\u001F]/g;
function readString(text, start) {
    const end = endOfString(text, start);
    for (const { 0: found, index } of text.slice(start + 1, end).matchAll(special))
        if (found.length === 1)
            throw badCharacter(text, start + 1 + index);
    if (end >= text.length)
        throw unreadable('JSON: the string has no closing quote', start, text.length);
    return { value: stringBetween(text, start, end), end: end + 1 };
}
function badCharacter(text, at) {
    if (text[at] === '\\')
        return unreadable(`JSON: \\${text[at + 1] ?? ''} is no escape`, at, at + 2, 'write a backslash as \\\\');
    const help = 'write it as \\n, \\t or \\u00XX';
    return unreadable('JSON: a control character inside a string', at, at + 1, help);
}

;// CONCATENATED MODULE: ./build/src/documents/json/read.js



const read_maxDigits = 4300;
const words = [
    { word: 'true', make: () => ({ type: 'bool', value: true }) },
    { word: 'false', make: () => ({ type: 'bool', value: false }) },
    { word: 'null', make: () => ({ type: 'NoneType', value: null }) },
    { word: 'NaN', make: () => ({ type: 'float', value: Number.NaN }) },
    { word: 'Infinity', make: () => ({ type: 'float', value: Number.POSITIVE_INFINITY }) },
    { word: '-Infinity', make: () => ({ type: 'float', value: Number.NEGATIVE_INFINITY }) },
];
function readJson(text) {
    try {
        if (text.startsWith('\uFEFF'))
            throw unreadable(byteOrderMark, 0, 1, 'save the file without it');
        return { ...new JsonReader(text).document(), text, padding: new Map() };
    }
    catch (error) {
        if (!(error instanceof Unreadable))
            throw error;
        return { root: undefined, problems: [error.problem], text, padding: new Map() };
    }
}
const byteOrderMark = "the file starts with a byte order mark: Python's json refuses it";
class JsonReader {
    text;
    problems = [];
    at = 0;
    depth = 0;
    values = 0;
    constructor(text) {
        this.text = text;
    }
    document() {
        this.space();
        const root = this.value();
        this.space();
        if (this.at < this.text.length)
            throw this.expected('the end of the file');
        return { root, problems: this.problems };
    }
    value() {
        this.values += 1;
        if (this.values > maxValues)
            throw tooManyValues();
        const character = this.text[this.at];
        if (character === '{')
            return this.nested(() => this.dict());
        if (character === '[')
            return this.nested(() => this.list());
        if (character === '"')
            return this.string();
        return this.word() ?? this.number();
    }
    nested(read) {
        this.depth += 1;
        if (this.depth > maxDepth)
            throw tooDeep(this.at);
        const node = read();
        this.depth -= 1;
        return node;
    }
    dict() {
        const start = this.at;
        const entries = new Map();
        this.members('}', () => {
            const key = this.key();
            const value = this.value();
            const earlier = entries.get(key.value);
            if (earlier !== undefined) {
                this.problems.push(duplicateKey(key, earlier.key, earlier.value, value, false, 'json'));
            }
            entries.set(key.value, { key, name: key.value, value });
        });
        return { type: 'dict', entries, start, end: this.at };
    }
    key() {
        if (this.text[this.at] !== '"')
            throw this.expected('a key in double quotes');
        const key = this.string();
        this.space();
        this.take(':');
        this.space();
        return key;
    }
    list() {
        const start = this.at;
        const items = [];
        this.members(']', () => {
            items.push(this.value());
        });
        return { type: 'list', items, start, end: this.at };
    }
    members(close, read) {
        this.at += 1;
        this.space();
        if (this.text[this.at] === close) {
            this.at += 1;
            return;
        }
        for (;;) {
            read();
            this.space();
            if (this.text[this.at] === close)
                break;
            this.take(',', `"," or "${close}"`);
            this.space();
        }
        this.at += 1;
    }
    string() {
        const start = this.at;
        const { value, end } = readString(this.text, start);
        this.at = end;
        return { type: 'str', value, start, end };
    }
    word() {
        const found = words.find(({ word }) => this.text.startsWith(word, this.at));
        if (found === undefined)
            return undefined;
        const start = this.at;
        this.at += found.word.length;
        return { ...found.make(), start, end: this.at, written: found.word };
    }
    number() {
        const pattern = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
        pattern.lastIndex = this.at;
        const match = pattern.exec(this.text);
        if (match === null)
            throw this.expected('a value');
        const place = { start: this.at, end: this.at + match[0].length, written: match[0] };
        this.at = place.end;
        if (match[2] !== undefined || match[3] !== undefined) {
            return { type: 'float', value: Number(match[0]), ...place };
        }
        if (match[0].length > read_maxDigits)
            throw unreadable('an integer of too many digits', place.start, place.end);
        return { type: 'int', value: BigInt(match[0]), ...place };
    }
    take(character, what = `"${character}"`) {
        if (this.text[this.at] !== character)
            throw this.expected(what);
        this.at += 1;
    }
    space() {
        while (/[ \t\n\r]/.test(this.text[this.at] ?? ''))
            this.at += 1;
    }
    expected(what) {
        const found = this.text[this.at];
        const got = found === undefined ? 'the file ends' : `found ${JSON.stringify(found)}`;
        return unreadable(`JSON: expected ${what}, but ${got}`, this.at, this.at + 1);
    }
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

;// CONCATENATED MODULE: ./build/src/documents/omegaconf/literal.js

class Skipped extends Error {
}
function made(node) {
    return { node, path: undefined, isPlain: true };
}
function madeConfig(node) {
    return { node, path: undefined };
}
const place = { start: 0, end: 0 };
function textNode(value) {
    return { type: 'str', value, ...place };
}
const literal_none = { type: 'NoneType', value: null, ...place };
const literal_maxDigits = 4300;
function primitive(token) {
    const { kind, text } = token;
    if (kind === 'null')
        return literal_none;
    if (kind === 'bool')
        return { type: 'bool', value: /^true$/i.test(text), ...place };
    if (kind === 'int' && text.length <= literal_maxDigits)
        return { type: 'int', value: BigInt(text.replaceAll(/[_+]/g, '')), ...place };
    if (kind === 'float')
        return { type: 'float', value: floatOf(text), ...place };
    if (kind === 'blank' || kind === 'int')
        throw new Skipped('there is a value that Python cannot hold');
    return textNode(written(token, undefined));
}
function floatOf(text) {
    const sign = text.startsWith('-') ? -1 : 1;
    const magnitude = text.replace(/^[-+]/, '').replaceAll('_', '').toLowerCase();
    return sign * (magnitude === 'inf' ? Number.POSITIVE_INFINITY : Number(magnitude));
}
function written({ kind, text }, next) {
    if (kind === 'escaped-interpolation')
        return text.slice(-(Math.floor(text.length / 2) + 1));
    const beforeInterpolation = next?.kind === 'reference' || next?.kind === 'call';
    const escaped = kind === 'escape' ||
        (kind === 'top-escape' && beforeInterpolation) ||
        (kind === 'quoted-escape' && (beforeInterpolation || next === undefined));
    return escaped
        ? Array.from(text)
            .filter((_, index) => index % 2 === 1)
            .join('')
        : text;
}
function pythonText(node) {
    if (node.type === 'dict' || node.type === 'list' || node.type === 'bytes')
        throw new Skipped('a mapping or list stands inside of a text');
    if (node.type === 'bool')
        return node.value ? 'True' : 'False';
    return node.type === 'NoneType' ? 'None' : scalarText(node);
}

;// CONCATENATED MODULE: ./build/src/documents/omegaconf/tokens.js
const whole = '(?:0|[1-9](?:_?[0-9])*)';
const digits = '[0-9](?:_?[0-9])*';
const tokens_float = `[-+]?(?:(?:${whole}?\\.${digits}|${whole}\\.?)[eE][-+]?${digits}|${whole}?\\.${digits}|${whole}\\.|[iI][nN][fF]|[nN][aA][nN])`;
const tokens_open = { kind: 'open', pattern: /\$\{[ \t]*/y, move: { push: 'interpolation' } };
const rules = {
    text: [
        tokens_open,
        { kind: 'text', pattern: /[^$]*[^\\$]/y },
        { kind: 'escaped-interpolation', pattern: /(?:\\\\)*\\\$\{/y },
        { kind: 'top-escape', pattern: /(?:\\\\)+/y },
        { kind: 'text', pattern: /\\+|\$/y },
    ],
    value: [
        tokens_open,
        { kind: 'brace-open', pattern: /\{[ \t]*/y, move: { push: 'value' } },
        { kind: 'brace-close', pattern: /[ \t]*\}/y, move: 'pop' },
        { kind: 'quote-open', pattern: /'/y, move: { push: 'single' } },
        { kind: 'quote-open', pattern: /"/y, move: { push: 'double' } },
        { kind: 'comma', pattern: /[ \t]*,[ \t]*/y },
        { kind: 'bracket-open', pattern: /\[[ \t]*/y },
        { kind: 'bracket-close', pattern: /[ \t]*\]/y },
        { kind: 'colon', pattern: /[ \t]*:[ \t]*/y },
        { kind: 'float', pattern: new RegExp(tokens_float, 'y') },
        { kind: 'int', pattern: new RegExp(`[-+]?${whole}`, 'y') },
        { kind: 'bool', pattern: /[tT][rR][uU][eE]|[fF][aA][lL][sS][eE]/y },
        { kind: 'null', pattern: /[nN][uU][lL][lL]/y },
        { kind: 'unquoted', pattern: /[/\-\\+.$%*@?|]/y },
        { kind: 'id', pattern: /[a-zA-Z_][a-zA-Z0-9_-]*/y },
        { kind: 'escape', pattern: /(?:\\[\\()[\]{}:=, \t])+/y },
        { kind: 'blank', pattern: /[ \t]+/y },
    ],
    interpolation: [
        tokens_open,
        { kind: 'colon', pattern: /[ \t]*:[ \t]*/y, move: { turn: 'value' } },
        { kind: 'close', pattern: /[ \t]*\}/y, move: 'pop' },
        { kind: 'dot', pattern: /\./y },
        { kind: 'bracket-open', pattern: /\[/y },
        { kind: 'bracket-close', pattern: /\]/y },
        { kind: 'id', pattern: /[a-zA-Z_][a-zA-Z0-9_-]*/y },
        { kind: 'key', pattern: /[^\\{}()[\]:. \t'"]+/y },
    ],
    single: tokens_quoted("'"),
    double: tokens_quoted('"'),
};
function tokens_quoted(quote) {
    return [
        tokens_open,
        { kind: 'quote-close', pattern: new RegExp(quote, 'y'), move: 'pop' },
        { kind: 'text', pattern: new RegExp(`[^${quote}$]*[^${quote}\\\\$]`, 'y') },
        { kind: 'escaped-interpolation', pattern: /(?:\\\\)*\\\$\{/y },
        { kind: 'escape', pattern: new RegExp(`(?:\\\\\\\\)*\\\\${quote}`, 'y') },
        { kind: 'quoted-escape', pattern: /(?:\\\\)+/y },
        { kind: 'text', pattern: /\\+|\$/y },
    ];
}
function tokensOf(text, mode) {
    const tokens = [];
    const modes = [mode];
    for (let start = 0; start < text.length;) {
        const current = modes.at(-1);
        const best = current === undefined ? undefined : longest(rules[current], text, start);
        if (best === undefined)
            return undefined;
        tokens.push({ kind: best.rule.kind, text: best.text, start });
        start += best.text.length;
        enter(modes, best.rule.move);
    }
    return [...tokens, { kind: 'end', text: '', start: text.length }];
}
function longest(candidates, text, start) {
    let best;
    for (const rule of candidates) {
        rule.pattern.lastIndex = start;
        const found = rule.pattern.exec(text)?.[0] ?? '';
        if (found.length > (best?.text.length ?? 0))
            best = { rule, text: found };
    }
    return best;
}
function enter(modes, move) {
    if (move === undefined)
        return;
    if (move === 'pop' || 'turn' in move)
        modes.pop();
    if (move !== 'pop')
        modes.push('turn' in move ? move.turn : move.push);
}

;// CONCATENATED MODULE: ./build/src/documents/omegaconf/parse.js

const parse_maxDepth = 30;
class Malformed extends Error {
}
function parseText(text) {
    return parsed(text, 'text', (parser) => parser.pieces(textKinds, 0));
}
function parseElement(text) {
    return parsed(text, 'value', (parser) => parser.element(0));
}
function parsed(text, mode, read) {
    const tokens = tokensOf(text, mode);
    if (tokens === undefined)
        return undefined;
    try {
        const parser = new Parser(text, tokens);
        const result = read(parser);
        parser.take('end');
        return result;
    }
    catch (error) {
        if (error instanceof Malformed)
            return undefined;
        throw error;
    }
}
const textKinds = new Set([
    'text',
    'escape',
    'escaped-interpolation',
    'top-escape',
    'quoted-escape',
    'open',
]);
const keyKinds = new Set([
    'id',
    'null',
    'int',
    'float',
    'bool',
    'unquoted',
    'escape',
    'blank',
]);
const primitiveKinds = new Set([...keyKinds, 'colon', 'open']);
class Parser {
    source;
    tokens;
    at = 0;
    constructor(source, tokens) {
        this.source = source;
        this.tokens = tokens;
    }
    next() {
        const token = this.tokens[this.at];
        if (token === undefined)
            throw new Malformed();
        return token;
    }
    sees(kind) {
        return this.next().kind === kind;
    }
    take(...kinds) {
        const token = this.next();
        if (!kinds.includes(token.kind))
            throw new Malformed();
        this.at += 1;
        return token;
    }
    skip(kind) {
        const found = this.sees(kind);
        if (found)
            this.at += 1;
        return found;
    }
    pieces(kinds, depth) {
        const pieces = [];
        while (kinds.has(this.next().kind)) {
            pieces.push(this.sees('open') ? this.interpolation(depth + 1) : this.take(this.next().kind));
        }
        if (pieces.length === 0)
            throw new Malformed();
        return pieces;
    }
    interpolation(depth) {
        if (depth > parse_maxDepth)
            throw new Malformed();
        const { start } = this.take('open');
        const key = [];
        while (this.sees('dot'))
            key.push(this.take('dot'));
        this.step(key, depth);
        while (this.sees('dot') || this.sees('bracket-open')) {
            const dotted = this.sees('dot');
            if (dotted)
                key.push(this.take('dot'));
            this.step(key, depth, !dotted);
        }
        const args = this.sees('colon') ? this.call(key, depth) : undefined;
        if (args === undefined)
            this.take('close');
        const written = this.source.slice(start, this.next().start);
        return args === undefined
            ? { kind: 'reference', key, written }
            : { kind: 'call', name: key, args, written };
    }
    step(key, depth, mayBracket = true) {
        const bracket = mayBracket && this.sees('bracket-open');
        if (bracket)
            key.push(this.take('bracket-open'));
        key.push(this.sees('open') ? this.interpolation(depth + 1) : this.take('id', 'key'));
        if (bracket)
            key.push(this.take('bracket-close'));
    }
    call(name, depth) {
        const isName = ({ kind }, index) => index % 2 === 1 ? kind === 'dot' : kind === 'id' || kind === 'reference' || kind === 'call';
        if (!name.every(isName))
            throw new Malformed();
        this.take('colon');
        const args = this.sees('brace-close') ? [] : this.sequence(depth);
        this.take('brace-close');
        return args;
    }
    sequence(depth) {
        const elements = [];
        do {
            const empty = this.sees('comma') || this.sees('brace-close') || this.sees('bracket-close');
            elements.push(empty ? { kind: 'quoted', pieces: [] } : this.element(depth));
        } while (this.skip('comma'));
        return elements;
    }
    element(depth) {
        if (depth > parse_maxDepth)
            throw new Malformed();
        if (this.skip('quote-open'))
            return this.quoted(depth);
        if (this.skip('bracket-open'))
            return this.list(depth);
        if (this.skip('brace-open'))
            return this.dict(depth);
        return { kind: 'primitive', pieces: this.pieces(primitiveKinds, depth) };
    }
    quoted(depth) {
        const pieces = this.sees('quote-close') ? [] : this.pieces(textKinds, depth);
        this.take('quote-close');
        return { kind: 'quoted', pieces };
    }
    list(depth) {
        const items = this.sees('bracket-close') ? [] : this.sequence(depth + 1);
        this.take('bracket-close');
        return { kind: 'list', items };
    }
    dict(depth) {
        const pairs = [];
        if (this.skip('brace-close'))
            return { kind: 'dict', pairs };
        do {
            const key = { kind: 'primitive', pieces: this.pieces(keyKinds, depth) };
            this.take('colon');
            pairs.push([key, this.element(depth + 1)]);
        } while (this.skip('comma'));
        this.take('brace-close');
        return { kind: 'dict', pairs };
    }
}

;// CONCATENATED MODULE: ./build/src/documents/omegaconf/resolvers.js


const resolvers = new Map([
    ['oc.env', environment],
    ['oc.select', resolvers_select],
    ['oc.decode', decode],
    ['oc.create', create],
    ['oc.deprecated', deprecated],
    ['oc.dict.keys', keys],
]);
function checkCount(args, most) {
    if (args.length === 0 || args.length > most)
        throw new Skipped('the resolver takes another number of arguments');
}
function keyOf([key]) {
    if (key?.node.type !== 'str')
        throw new Skipped('the key is no text');
    return key.node.value;
}
function environment(args) {
    checkCount(args, 2);
    const name = keyOf(args);
    const fallback = args[1]?.node;
    if (fallback === undefined)
        throw new Skipped(`the environment variable ${name.slice(0, 60)} has no default here`);
    return made(fallback.type === 'NoneType' ? literal_none : textNode(pythonText(fallback)));
}
function resolvers_select(args, around) {
    checkCount(args, 2);
    return around.select(keyOf(args)) ?? args[1] ?? notFound(args);
}
function deprecated(args, around) {
    checkCount(args, 2);
    return around.select(keyOf(args)) ?? notFound(args);
}
function notFound(args) {
    throw new Skipped(`${keyOf(args).slice(0, 60)} names nothing in this file`);
}
function decode(args, around) {
    checkCount(args, 1);
    if (args[0]?.node.type === 'NoneType')
        return made(literal_none);
    const element = parseElement(keyOf(args));
    if (element === undefined)
        throw new Skipped('oc.decode cannot read its text');
    return around.evaluate(element);
}
function create(args) {
    checkCount(args, 1);
    const [literal] = args;
    const isContainer = literal?.node.type === 'dict' || literal?.node.type === 'list';
    if (literal === undefined || !isContainer || literal.path !== undefined)
        throw new Skipped('oc.create makes a config of what is no literal');
    return madeConfig(literal.node);
}
function keys(args, around) {
    checkCount(args, 1);
    const { node } = around.select(keyOf(args)) ?? notFound(args);
    if (node.type !== 'dict')
        throw new Skipped(`${keyOf(args).slice(0, 60)} is no mapping`);
    const items = [...node.entries.values()].map(({ key }) => key);
    return madeConfig({ type: 'list', items, start: 0, end: 0 });
}

;// CONCATENATED MODULE: ./build/src/documents/omegaconf/select.js

function routeOf(key, at) {
    const [, dots = '', rest = ''] = /^(\.*)([\s\S]*)$/.exec(key) ?? [];
    const up = Math.max(0, dots.length - 1);
    if (up > at.length)
        throw new Skipped('a relative interpolation leads above the top');
    const [head = ''] = /^[^.[]*/.exec(rest) ?? [];
    const others = [...rest.slice(head.length).matchAll(/\.([^.[]*)|\[(.*?)\]/g)];
    const steps = others.map(([, dotted = '', bracketed = '']) => dotted || bracketed);
    return {
        start: dots === '' ? [] : at.slice(0, at.length - up),
        steps: head === '' ? steps : [head, ...steps],
    };
}
function select_childOf({ node, path }, step) {
    if (node.type === 'list')
        return itemOf(node.items, path, step);
    const entry = node.type === 'dict' ? entryOf(node, step) : undefined;
    return entry === undefined
        ? undefined
        : { node: entry.value, path: path === undefined ? undefined : [...path, entry.name] };
}
function itemOf(items, path, step) {
    if (!/^\s*[-+]?\d+(?:_\d+)*\s*$/.test(step))
        throw new Skipped(`${step.slice(0, 60)} is no index of a list`);
    const index = Number(step.replaceAll('_', ''));
    const item = items[index];
    return item === undefined
        ? undefined
        : { node: item, path: path === undefined ? undefined : [...path, index] };
}
function entryOf({ entries }, step) {
    const named = entries.get(step);
    if (named?.key.type === 'str')
        return named;
    return [...entries.values()].find(({ key }) => key.type === 'str' && key.value === step);
}

;// CONCATENATED MODULE: ./build/src/documents/omegaconf/interpolate.js








const maxLength = 10_000;
const maxSteps = 20_000;
const maxOpen = 30;
function interpolate(root) {
    const resolver = new Resolver(root);
    return { root: resolver.node(root, []), problems: resolver.problems };
}
class Resolver {
    problems = [];
    root;
    open = new Set();
    steps = 0;
    constructor(root) {
        this.root = root;
    }
    node(node, path) {
        if (node.type === 'dict')
            return this.dict(node, path);
        if (node.type === 'list')
            return this.list(node, path);
        return isInterpolated(node) ? this.told(node, path) : node;
    }
    list(node, path) {
        return { ...node, items: node.items.map((item, index) => this.node(item, [...path, index])) };
    }
    dict(node, path) {
        const entries = new Map();
        for (const [name, entry] of node.entries) {
            entries.set(name, { ...entry, value: this.node(entry.value, [...path, name]) });
        }
        return { ...node, entries };
    }
    told(node, path) {
        const pieces = parseText(node.value);
        if (pieces === undefined) {
            this.problems.push(malformed(node));
            return node;
        }
        try {
            const value = this.settled(this.pieces(pieces, path.slice(0, -1)));
            return { ...value, start: node.start, end: node.end };
        }
        catch (error) {
            if (!(error instanceof Skipped))
                throw error;
            this.problems.push(skipped(node, error.message));
            return node;
        }
    }
    settled({ node, path }) {
        if (path === undefined || (node.type !== 'dict' && node.type !== 'list'))
            return node;
        this.count(10);
        return this.within(path, () => this.node(node, path));
    }
    within(path, resolve) {
        const identity = JSON.stringify(path);
        if (this.open.has(identity))
            throw new Skipped('it leads back to itself');
        if (this.open.size > maxOpen)
            throw new Skipped('it is nested too deep');
        this.open.add(identity);
        try {
            return resolve();
        }
        finally {
            this.open.delete(identity);
        }
    }
    count(steps) {
        this.steps += steps;
        if (this.steps > maxSteps)
            throw new Skipped('there are too many interpolations to resolve');
    }
    pieces(pieces, at) {
        const [only] = pieces;
        if (pieces.length === 1 && only !== undefined && isInterpolation(only))
            return this.interpolation(only, at);
        return made(textNode(this.joined(pieces, at)));
    }
    joined(pieces, at) {
        const text = pieces
            .map((piece, index) => isInterpolation(piece)
            ? pythonText(this.interpolation(piece, at).node)
            : written(piece, pieces[index + 1]))
            .join('');
        if (text.length > maxLength)
            throw new Skipped('the interpolations make too long a text');
        return text;
    }
    interpolation(part, at) {
        this.count(1);
        return part.kind === 'call' ? this.call(part, at) : this.reference(part, at);
    }
    reference(part, at) {
        const key = part.key.map((piece) => this.keyPart(piece, at)).join('');
        const found = this.select(key, at);
        const named = clip(part.written, 61);
        if (found === undefined)
            throw new Skipped(`${named} names nothing in this file`);
        if (isMissing(found.node))
            throw new Skipped(`${named} leads to a value that must still be given (???)`);
        if (found.path?.every((step, index) => step === at[index]) === true)
            throw new Skipped(`${named} leads back to itself`);
        return found;
    }
    keyPart(piece, at) {
        if (!isInterpolation(piece))
            return piece.text;
        const { node } = this.interpolation(piece, at);
        if (node.type === 'str')
            return node.value;
        throw new Skipped(`${clip(piece.written, 61)} is used as a key, and is no text`);
    }
    select(key, at) {
        const { start, steps } = routeOf(key, at);
        const node = nodeAt(this.root, start);
        let found = node === undefined || steps.length === 0 ? undefined : { node, path: start };
        for (const step of steps) {
            if (found?.isPlain === true)
                throw new Skipped(`${clip(key, 61)} leads into what a resolver gives`);
            const child = found === undefined ? undefined : select_childOf(found, step);
            if (child === undefined)
                return undefined;
            found = this.dereferenced(child);
        }
        return found;
    }
    dereferenced(found) {
        const { node, path } = found;
        if (path === undefined || !isInterpolated(node))
            return found;
        const pieces = parseText(node.value);
        if (pieces === undefined)
            throw new Skipped(`the interpolation ${clip(node.value, 61)} cannot be read`);
        return this.within(path, () => this.pieces(pieces, path.slice(0, -1)));
    }
    call(part, at) {
        const name = part.name.map((piece) => this.keyPart(piece, at)).join('');
        const resolver = resolvers.get(name);
        if (resolver === undefined)
            throw new Skipped(`${clip(part.written, 61)} cannot be resolved here`);
        const args = part.args.map((arg) => this.element(arg, at));
        return resolver(args, {
            select: (key) => present(this.select(key, at)),
            evaluate: (element) => this.element(element, at),
        });
    }
    element(element, at) {
        if (element.kind === 'list')
            return made(this.literalList(element.items, at));
        if (element.kind === 'dict')
            return made(this.literalDict(element.pairs, at));
        const { kind, pieces } = element;
        if (kind === 'quoted')
            return made(textNode(pieces.length === 0 ? '' : pythonText(this.pieces(pieces, at).node)));
        const [only] = pieces;
        return pieces.length === 1 && only !== undefined && !isInterpolation(only)
            ? made(primitive(only))
            : this.pieces(pieces, at);
    }
    literalList(items, at) {
        return { type: 'list', items: items.map((item) => this.literal(item, at)), start: 0, end: 0 };
    }
    literalDict(pairs, at) {
        const entries = new Map();
        const names = new KeyNames(entries);
        for (const [rawKey, rawValue] of pairs) {
            const key = this.element(rawKey, at).node;
            if (key.type === 'dict' || key.type === 'list' || key.type === 'NoneType')
                throw new Skipped('OmegaConf refuses a key');
            const name = names.nameOf(key);
            entries.set(name, { key: entries.get(name)?.key ?? key, name, value: this.literal(rawValue, at) });
        }
        return { type: 'dict', entries, start: 0, end: 0 };
    }
    literal(element, at) {
        const node = this.settled(this.element(element, at));
        if (isInterpolated(node))
            throw new Skipped('an interpolation makes another one');
        return node;
    }
}
function present(found) {
    return found === undefined || isMissing(found.node) ? undefined : found;
}
function isInterpolated(node) {
    return node.type === 'str' && node.value.includes('${');
}
function isMissing(node) {
    return node.type === 'str' && node.value === '???';
}
function isDeferred(node) {
    return isInterpolated(node) || isMissing(node);
}
function isInterpolation(piece) {
    return piece.kind === 'reference' || piece.kind === 'call';
}
function skipped({ start, end }, message) {
    const help = 'it is settled when training starts; nothing is judged here';
    return { rule: textRules['interpolation-skipped'], message, help, start, end };
}
function malformed({ start, end, value }) {
    const message = `OmegaConf refuses the file: the interpolation in ${clip(value, 61)} cannot be read`;
    const help = 'write ${name}, ${a.b}, ${oc.env:NAME,default}; \\${ for the text itself, quotes around odd arguments';
    return { rule: textRules.unreadable, message, help, start, end };
}

;// CONCATENATED MODULE: ./build/src/documents/omegaconf/refusals.js

function refusals_refusals(root) {
    if (root.type !== 'dict' && root.type !== 'list')
        return [refused(`a ${root.type} instead of a mapping or list`, root)];
    const problems = [];
    const seen = new Set();
    const visit = (node) => {
        if (seen.has(node))
            return;
        seen.add(node);
        if (dates.has(node.type))
            problems.push(refused(`a value of type ${node.type}`, node));
        if (node.type === 'list')
            node.items.forEach(visit);
        if (node.type !== 'dict')
            return;
        for (const { key, value } of node.entries.values()) {
            if (key.type === 'NoneType' || dates.has(key.type))
                problems.push(refused(`a key of type ${key.type}`, key));
            visit(value);
        }
    };
    visit(root);
    return problems;
}
const dates = new Set(['date', 'datetime']);
function refused(what, { start, end }) {
    const help = 'quote it to make it text, or write it in another way';
    return { rule: textRules.unreadable, message: `OmegaConf refuses the file: ${what}`, help, start, end };
}

;// CONCATENATED MODULE: ./build/src/documents/omegaconf/read.js


function readOmegaConf(root) {
    const config = root.type === 'NoneType' ? emptyConfig(root) : root;
    const refused = refusals_refusals(config);
    if (refused.length > 0)
        return { root: config, problems: refused };
    return interpolate(config);
}
function emptyConfig({ start, end }) {
    return { type: 'dict', entries: new Map(), start, end };
}

;// CONCATENATED MODULE: ./build/src/documents/source/lines.js
class LineIndex {
    starts;
    padding;
    constructor(text, padding = new Map()) {
        this.starts = lineStarts(text);
        this.padding = padding;
    }
    place(start, end) {
        const from = this.point(start);
        const to = this.point(Math.max(start, end));
        return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    }
    point(offset) {
        let low = 0;
        let high = this.starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        const column = offset - (this.starts[low] ?? 0) - (this.padding.get(low) ?? 0);
        return { line: low + 1, column: Math.max(0, column) + 1 };
    }
}
function lineStarts(text) {
    const starts = [0];
    const ending = /\r\n?|\n/g;
    while (ending.test(text))
        starts.push(ending.lastIndex);
    return starts;
}

;// CONCATENATED MODULE: ./build/src/documents/source/decode.js
const maxConfigBytes = 4 * 1024 * 1024;
function decodeText(input) {
    const size = typeof input === 'string' ? input.length : input.byteLength;
    if (size > maxConfigBytes)
        return tooLarge(size);
    const text = typeof input === 'string' ? input : utf8(input);
    if (text === undefined) {
        return { ok: false, message: 'the file is not UTF-8 text', help: 'save the file as UTF-8' };
    }
    const nul = text.indexOf('\0');
    if (nul < 0)
        return { ok: true, text };
    return {
        ok: false,
        message: `the file holds a NUL byte (at offset ${nul}): it is not a text file`,
        help: 'save the file as UTF-8 text, without NUL bytes',
    };
}
function tooLarge(size) {
    return {
        ok: false,
        message: `the file is ${mebibytes(size)}; configs are read up to ${mebibytes(maxConfigBytes)}`,
        help: 'keep data out of the config, or leave this file out of the files that are judged',
    };
}
function mebibytes(bytes) {
    return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
function utf8(bytes) {
    try {
        return decoder.decode(bytes);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/documents/plain-value.js
function plainValue(root) {
    const made = new Map();
    const plain = (node) => {
        if (node.type === 'list' || node.type === 'dict') {
            const known = made.get(node);
            if (known !== undefined)
                return known;
            const value = node.type === 'list' ? node.items.map(plain) : plainDict(node.entries, plain);
            made.set(node, value);
            return value;
        }
        if (node.type === 'int')
            return Number(node.value);
        return node.type === 'bytes' ? Buffer.from(node.value).toString('base64') : node.value;
    };
    return plain(root);
}
function plainDict(entries, plain) {
    const record = Object.create(null);
    for (const [name, entry] of entries)
        record[name] = plain(entry.value);
    return record;
}
function expandedSize(root, limit) {
    const sizes = new Map();
    const size = (node) => {
        if (node.type !== 'list' && node.type !== 'dict')
            return 1;
        const known = sizes.get(node);
        if (known !== undefined)
            return known;
        let total = 1;
        const add = (child) => (total = Math.min(limit + 1, total + size(child)));
        if (node.type === 'list')
            node.items.forEach(add);
        else
            node.entries.forEach(({ value }) => add(value));
        sizes.set(node, total);
        return total;
    };
    return size(root);
}

;// CONCATENATED MODULE: external "../js-yaml/index.js"
const index_js_namespaceObject = require("../js-yaml/index.js");
;// CONCATENATED MODULE: ./build/src/documents/yaml/extent.js

function extentOf(event) {
    if (event.type === index_js_namespaceObject.EVENT_ID.ALIAS)
        return { start: event.anchorStart - 1, end: event.anchorEnd };
    if (event.type !== index_js_namespaceObject.EVENT_ID.SCALAR && event.type !== index_js_namespaceObject.EVENT_ID.SEQUENCE && event.type !== index_js_namespaceObject.EVENT_ID.MAPPING) {
        return { start: -1, end: -1 };
    }
    const value = event.type === index_js_namespaceObject.EVENT_ID.SCALAR ? scalarExtent(event) : { start: event.start, end: openingEnd(event) };
    if (event.anchorStart < 0 && event.tagStart < 0)
        return value;
    const anchor = event.anchorStart < 0 ? -1 : event.anchorStart - 1;
    return {
        start: firstWritten(value.start, firstWritten(anchor, event.tagStart)),
        end: Math.max(value.end, event.anchorEnd, event.tagEnd),
    };
}
function firstWritten(a, b) {
    if (a < 0)
        return b;
    return b < 0 ? a : Math.min(a, b);
}
function openingEnd(event) {
    return event.style === index_js_namespaceObject.COLLECTION_STYLE.FLOW ? event.start + 1 : event.start;
}
function scalarExtent(event) {
    if (event.valueStart < 0)
        return { start: -1, end: -1 };
    const quotes = event.style === index_js_namespaceObject.SCALAR_STYLE.SINGLE_QUOTED || event.style === index_js_namespaceObject.SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
    return { start: event.valueStart - quotes, end: event.valueEnd + quotes };
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/guard.js



function guardPyYaml(original, source, events) {
    guardText(source);
    guardMarkers(original, events);
    new Guard(source).walk(events);
}
const colon = /(?:\s|(?<=\s)#[^\r\n]*)*:/y;
const maxKeyLength = 1024;
function guardText(source) {
    const lineBreak = /[\u0085\u2028\u2029]/.exec(source);
    if (lineBreak !== null) {
        throw unreadable('PyYAML takes this character for a line break', lineBreak.index, lineBreak.index + 1, 'remove it, or escape it in double quotes');
    }
    const start = /^(?:\uFEFF?[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n))*\.\.\.(?:\s|$)/.exec(source);
    if (start !== null)
        throw guard_refused('a document cannot start with "..."', start[0].length - 1);
    const mark = source.indexOf('\uFEFF', 1);
    if (mark >= 0 && /^\.\.\.(?:\s|$)/m.test(source.slice(0, mark))) {
        throw guard_refused('a byte order mark behind "..."', mark);
    }
}
function guardMarkers(original, events) {
    if (!original.includes('---') && !original.includes('...'))
        return;
    const known = events.reduce((count, event) => event.type === index_js_namespaceObject.EVENT_ID.DOCUMENT
        ? count + Number(event.explicitStart) + Number(event.explicitEnd)
        : count, 0);
    const markers = [...original.matchAll(/^(?:---|\.\.\.)(?=\s|$)/gm)];
    const extra = markers[known];
    if (markers.length < known)
        throw guard_refused('blanks before the document marker', 0);
    if (extra !== undefined)
        throw guard_refused(`the document marker "${extra[0]}" at this place`, extra.index);
}
function guard_refused(message, at, end = at + 1, help) {
    return unreadable(`PyYAML refuses this: ${message}`, at, end, help);
}
function refusedTab(at) {
    return guard_refused('a tab outside of quotes and comments', at, at + 1, 'use spaces, or quote the text');
}
class Guard {
    source;
    stack = [];
    hasTabs;
    hasQuestions;
    last = 0;
    constructor(source) {
        this.source = source;
        this.hasTabs = source.includes('\t');
        this.hasQuestions = source.includes('?');
    }
    walk(events) {
        for (const event of events) {
            if (event.type === index_js_namespaceObject.EVENT_ID.POP)
                this.pop();
            else if (event.type === index_js_namespaceObject.EVENT_ID.DOCUMENT)
                this.push('document', false);
            else
                this.node(event);
        }
        this.gap(this.last, this.source.length);
    }
    push(kind, flow) {
        this.stack.push({ kind, flow, atKey: true, key: undefined });
    }
    pop() {
        this.stack.pop();
        const frame = this.stack.at(-1);
        if (frame?.kind !== 'map')
            return;
        frame.atKey = !frame.atKey;
        frame.key = undefined;
    }
    node(event) {
        const frame = this.stack.at(-1);
        const extent = extentOf(event);
        const from = this.last;
        if (extent.start >= 0)
            this.gap(from, extent.start);
        this.names(event);
        this.properties(event, extent);
        if (frame?.kind === 'map')
            this.inMap(frame, event, extent, from);
        if (event.type === index_js_namespaceObject.EVENT_ID.SCALAR)
            this.scalar(event, frame);
        if (extent.start >= 0)
            this.last = Math.max(this.last, extent.end);
        if (event.type === index_js_namespaceObject.EVENT_ID.SEQUENCE)
            this.push('list', event.style === index_js_namespaceObject.COLLECTION_STYLE.FLOW);
        else if (event.type === index_js_namespaceObject.EVENT_ID.MAPPING)
            this.push('map', event.style === index_js_namespaceObject.COLLECTION_STYLE.FLOW);
        else if (frame?.kind === 'map')
            frame.atKey = !frame.atKey;
    }
    gap(from, to) {
        if (!this.hasTabs)
            return;
        const tab = withoutComments(this.source.slice(from, to)).indexOf('\t');
        if (tab >= 0)
            throw refusedTab(from + tab);
    }
    names(event) {
        if (!('anchorStart' in event) || event.anchorStart < 0)
            return;
        const name = this.source.slice(event.anchorStart, event.anchorEnd);
        const bad = /[^0-9A-Za-z_-]/.exec(name);
        const after = this.source[event.anchorEnd];
        if (bad !== null || name === '' || after === '[' || after === '{')
            throw guard_refused('the name of an anchor', event.anchorStart, event.anchorEnd);
    }
    properties(event, extent) {
        if (!('tagStart' in event))
            return;
        if (event.tagStart >= 0 && !/^(?:[ \r\n]|$)/.test(this.source.slice(event.tagEnd, event.tagEnd + 1))) {
            throw guard_refused('a tag that no blank follows', event.tagStart, event.tagEnd);
        }
        const value = event.type === index_js_namespaceObject.EVENT_ID.SCALAR ? event.valueStart : event.start;
        if (extent.start >= 0)
            this.gap(extent.start, value < 0 ? extent.end : value);
    }
    inMap(frame, event, extent, from) {
        if (frame.atKey)
            this.key(frame, event, extent, from);
        else if (frame.key !== undefined && !frame.key.explicit)
            this.valueOf(frame, frame.key, event);
    }
    key(frame, event, extent, from) {
        const written = extent.start >= 0;
        const upTo = written
            ? extent.start
            : from + (/[:,}\]]/.exec(this.source.slice(from))?.index ?? this.source.length - from);
        const explicit = this.hasQuestions && withoutComments(this.source.slice(from, upTo)).includes('?');
        if (!written && !explicit)
            throw guard_refused('a ":" without a key', upTo);
        const plainNode = event.type === index_js_namespaceObject.EVENT_ID.SCALAR || event.type === index_js_namespaceObject.EVENT_ID.ALIAS;
        frame.key = { start: extent.start, end: extent.end, explicit, plainNode };
    }
    valueOf(frame, key, event) {
        colon.lastIndex = key.end;
        if (!key.plainNode || !colon.test(this.source))
            return;
        if (this.breaks(key.start, colon.lastIndex))
            throw guard_refused('a key of more than one line', key.start, key.end);
        if (colon.lastIndex - key.start - 1 > maxKeyLength)
            throw guard_refused('a key of more than 1024 characters', key.start, key.end);
        const block = (event.type === index_js_namespaceObject.EVENT_ID.MAPPING || event.type === index_js_namespaceObject.EVENT_ID.SEQUENCE) &&
            event.style === index_js_namespaceObject.COLLECTION_STYLE.BLOCK;
        if (frame.flow || !block)
            return;
        if (!this.breaks(key.end, event.start))
            throw guard_refused('a block in the line of its key', event.start);
    }
    breaks(from, to) {
        for (let at = from; at < to; at += 1) {
            const code = this.source.charCodeAt(at);
            if (code === 0x0a || code === 0x0d)
                return true;
        }
        return false;
    }
    scalar(event, frame) {
        if (event.valueStart < 0)
            return;
        if (event.style === index_js_namespaceObject.SCALAR_STYLE.PLAIN)
            this.plain(event, frame?.flow === true);
        if (event.style === index_js_namespaceObject.SCALAR_STYLE.DOUBLE_QUOTED)
            this.doubleQuoted(event);
        const block = event.style === index_js_namespaceObject.SCALAR_STYLE.LITERAL_BLOCK || event.style === index_js_namespaceObject.SCALAR_STYLE.FOLDED_BLOCK;
        if (!block || frame?.kind !== 'document')
            return;
        const header = /[|>][-+]?[1-9]|[|>][1-9]/.test(this.source
            .slice(0, event.valueStart)
            .split(/\r\n?|\n/)
            .at(-2) ?? '');
        if (header || event.indent === 0)
            throw guard_refused('a block scalar without indentation', event.valueStart);
    }
    doubleQuoted(event) {
        const text = this.source.slice(event.valueStart, event.valueEnd);
        const escaped = /\\(?:\r\n?|\n)[ \t]*[\r\n]/.exec(text);
        if (escaped !== null)
            throw guard_refused('an empty line after an escaped line break', event.valueStart + escaped.index);
    }
    plain(event, flow) {
        if (!flow && !this.hasTabs)
            return;
        const text = this.source.slice(event.valueStart, event.valueEnd);
        const tab = text.indexOf('\t');
        if (tab >= 0)
            throw refusedTab(event.valueStart + tab);
        if (!flow)
            return;
        const question = text.indexOf('?');
        if (question >= 0)
            throw guard_refused('a "?" inside [ ] or { }, outside of quotes', event.valueStart + question);
        if (text.startsWith(':'))
            throw guard_refused('a text that starts with ":" inside [ ] or { }', event.valueStart);
    }
}
function withoutComments(gap) {
    if (!gap.includes('#'))
        return gap;
    return gap.replaceAll(/#[^\r\n]*/g, (comment) => ' '.repeat(comment.length));
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/merge-order.js

function overriddenTooEarly(root, keys) {
    const filled = new Set();
    const problems = [];
    const fill = (map) => {
        if (filled.has(map))
            return;
        filled.add(map);
        for (const [key, value] of map.pairs) {
            if (!keys.isMerge(key))
                continue;
            for (const source of value.kind === 'list' ? value.items : [value])
                if (source.kind === 'map')
                    fill(source);
        }
    };
    const made = new Set([root]);
    for (const node of made) {
        if (node.kind === 'list')
            for (const item of node.items)
                made.add(item);
        if (node.kind !== 'map')
            continue;
        if (filled.has(node))
            problems.push(...repeated(keys.flatten(node), keys));
        fill(node);
        for (const [, value] of keys.flatten(node))
            made.add(value);
    }
    return problems;
}
function repeated(pairs, keys) {
    const seen = new Set();
    for (const [raw] of pairs) {
        const key = keys.key(raw);
        if (key.type !== 'str')
            continue;
        if (seen.has(key.value))
            return [merge_order_refused(key)];
        seen.add(key.value);
    }
    return [];
}
function merge_order_refused({ value, start, end }) {
    const message = `OmegaConf refuses the file: ${String(value).slice(0, 60)} is merged and overridden in a mapping that is itself merged higher up`;
    return unreadable(message, start, end, 'merge it at the same level, or write the values out').problem;
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/pad.js

const budget = 40_000_000;
function parsePadded(source, maxDepth) {
    const padding = new Map();
    let text = source;
    for (let spent = 0;; spent += text.length) {
        try {
            return { text, padding, events: (0,index_js_namespaceObject.parseEvents)(text, { maxDepth }) };
        }
        catch (error) {
            const line = spent > budget ? undefined : deficientLine(error, text, padding);
            if (line === undefined)
                throw error;
            const spaces = deepest(source) + 1;
            padding.set(line.number, spaces);
            text = text.slice(0, line.start) + ' '.repeat(spaces) + text.slice(line.start);
        }
    }
}
function deficientLine(error, text, padding) {
    if (!(error instanceof index_js_namespaceObject.YAMLException) || error.reason !== 'deficient indentation')
        return undefined;
    const { line, position, column } = error.mark ?? {};
    if (line === undefined || position === undefined || column === undefined || padding.has(line))
        return undefined;
    const start = position - column;
    return text.slice(start, position).trim() === '' ? { number: line, start } : undefined;
}
function deepest(source) {
    let most = 0;
    for (const [spaces] of source.matchAll(/^ +/gm))
        most = Math.max(most, spaces.length);
    return Math.min(most, 400);
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/raw.js



class Composer {
    source;
    events;
    handles;
    anchors = new Map();
    index;
    last = 0;
    constructor(source, events, first, handles) {
        this.source = source;
        this.events = events;
        this.index = first;
        this.handles = handles;
    }
    node() {
        const event = this.events[this.index];
        this.index += 1;
        if (event?.type === index_js_namespaceObject.EVENT_ID.SCALAR)
            return this.scalar(event);
        if (event?.type === index_js_namespaceObject.EVENT_ID.SEQUENCE)
            return this.list(event);
        if (event?.type === index_js_namespaceObject.EVENT_ID.MAPPING)
            return this.map(event);
        if (event?.type === index_js_namespaceObject.EVENT_ID.ALIAS)
            return this.alias(event);
        throw unreadable('the document ends too early', this.last, this.last);
    }
    scalar(event) {
        const written = event.valueStart >= 0;
        const quotes = event.style === index_js_namespaceObject.SCALAR_STYLE.SINGLE_QUOTED || event.style === index_js_namespaceObject.SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
        const start = written ? event.valueStart - quotes : this.emptyPlace(event);
        const end = written ? event.valueEnd + quotes : start;
        const text = unterminated(this.source, event, (0,index_js_namespaceObject.getScalarValue)(this.source, event));
        const plain = event.style === index_js_namespaceObject.SCALAR_STYLE.PLAIN;
        const anchored = event.anchorStart >= 0;
        const node = { kind: 'scalar', tag: this.tag(event), anchored, text, plain, start, end };
        this.define(event, node, false);
        this.last = end;
        return node;
    }
    emptyPlace(event) {
        return Math.max(this.last, event.anchorEnd, event.tagEnd);
    }
    list(event) {
        const node = { kind: 'list', ...this.opening(event), items: [] };
        const anchored = this.define(event, node, true);
        this.last = event.start + 1;
        while (this.events[this.index]?.type !== index_js_namespaceObject.EVENT_ID.POP)
            node.items.push(this.node());
        return this.close(node, anchored);
    }
    map(event) {
        const node = { kind: 'map', ...this.opening(event), pairs: [] };
        const anchored = this.define(event, node, true);
        this.last = event.start + (this.source[event.start] === '{' ? 1 : 0);
        while (this.events[this.index]?.type !== index_js_namespaceObject.EVENT_ID.POP)
            node.pairs.push([this.node(), this.node()]);
        return this.close(node, anchored);
    }
    opening(event) {
        return { tag: this.tag(event), anchored: event.anchorStart >= 0, start: event.start, end: 0 };
    }
    close(node, anchored) {
        this.index += 1;
        node.end = this.last;
        if (anchored !== undefined)
            anchored.open = false;
        return node;
    }
    alias(event) {
        const name = this.source.slice(event.anchorStart, event.anchorEnd);
        const target = this.anchors.get(name);
        this.last = event.anchorEnd;
        const start = event.anchorStart - 1;
        if (target === undefined)
            throw unreadable(`the alias *${name} has no anchor`, start, event.anchorEnd);
        if (!target.open)
            return target.node;
        throw unreadable(`the alias *${name} stands inside its own anchor`, start, event.anchorEnd);
    }
    define(event, node, open) {
        if (event.anchorStart < 0)
            return undefined;
        const name = this.source.slice(event.anchorStart, event.anchorEnd);
        if (this.anchors.has(name)) {
            throw unreadable(`the anchor &${name} is defined twice`, event.anchorStart - 1, event.anchorEnd, 'give each anchor its own name: PyYAML refuses the file');
        }
        const anchored = { node, open };
        this.anchors.set(name, anchored);
        return anchored;
    }
    tag(event) {
        if (event.tagStart < 0)
            return undefined;
        const tag = tagName(this.source.slice(event.tagStart, event.tagEnd), this.handles);
        if (tag !== undefined)
            return tag;
        throw unreadable('the tag has a handle that is not declared', event.tagStart, event.tagEnd);
    }
}
function unterminated(source, event, text) {
    const block = event.style === index_js_namespaceObject.SCALAR_STYLE.LITERAL_BLOCK || event.style === index_js_namespaceObject.SCALAR_STYLE.FOLDED_BLOCK;
    if (!block || event.valueStart < 0 || !text.endsWith('\n'))
        return text;
    const region = source.slice(event.valueStart, event.valueEnd);
    const lastLine = /[^\r\n]*$/.exec(region)?.[0] ?? '';
    if (lastLine === '')
        return text;
    const blank = /^ *$/.test(lastLine) && lastLine.length <= event.indent;
    const keep = event.chomping === 3;
    return blank && !keep ? text : text.slice(0, -1);
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/read.js








function readYaml(source, dialect) {
    const padded = { text: source, padding: new Map() };
    try {
        const { text, padding, events } = eventsOf(source, dialect);
        Object.assign(padded, { text, padding });
        if (events.length > 3 * (maxValues + 1))
            throw tooManyValues();
        if (dialect !== 'yaml-1.2')
            guardPyYaml(source, text, events);
        return { ...read_document(text, events, dialect), text, padding };
    }
    catch (error) {
        if (!(error instanceof Unreadable))
            throw error;
        return { root: undefined, problems: [error.problem], ...padded };
    }
}
function read_document(text, events, dialect) {
    const first = events.findIndex((event) => event.type === index_js_namespaceObject.EVENT_ID.DOCUMENT);
    const start = events[first];
    if (start?.type !== index_js_namespaceObject.EVENT_ID.DOCUMENT)
        return { root: emptyDocument(), problems: [] };
    const second = events.findIndex((event, index) => index > first && event.type === index_js_namespaceObject.EVENT_ID.DOCUMENT);
    if (second > first)
        throw severalDocuments(events, second, text, dialect);
    const raw = new Composer(text, events, first + 1, tagHandles(start.directives)).node();
    const builder = new Builder(dialect);
    const root = builder.build(raw);
    const refused = dialect === 'omegaconf' ? overriddenTooEarly(raw, builder) : [];
    return { root, problems: [...builder.problems, ...refused] };
}
function emptyDocument() {
    return { type: 'NoneType', value: null, start: 0, end: 0 };
}
function eventsOf(text, dialect) {
    try {
        return parsePadded(text, maxDepth);
    }
    catch (error) {
        if (!(error instanceof index_js_namespaceObject.YAMLException))
            throw error;
        const at = error.mark?.position ?? 0;
        if (error.reason.startsWith('nesting exceeded'))
            throw tooDeep(at);
        const reason = reasons.get(error.reason) ?? error.reason;
        throw unreadable(`${readers[dialect]} cannot read this: ${reason}`, at, at + 1);
    }
}
const reasons = new Map([
    ['deficient indentation', 'a tab or too little indentation inside of brackets or quotes'],
]);
function severalDocuments(events, second, text, dialect) {
    const next = events[second + 1];
    const at = next === undefined ? text.length : Math.max(0, startOf(next));
    return unreadable(`the file holds more than one document: ${readers[dialect]} refuses it`, at, at + 1, 'keep one document: remove the second "---" and what follows, or make two files');
}
function startOf(event) {
    if (event.type === index_js_namespaceObject.EVENT_ID.SCALAR)
        return event.valueStart;
    return event.type === index_js_namespaceObject.EVENT_ID.SEQUENCE || event.type === index_js_namespaceObject.EVENT_ID.MAPPING ? event.start : 0;
}

;// CONCATENATED MODULE: ./build/src/documents/document.js









function readDocument(input, options) {
    const decoded = decodeText(input);
    if (!decoded.ok)
        return unreadableDocument(options, decoded.message, decoded.help);
    return new ReadDocument(options, readText(decoded.text, options.dialect));
}
class ReadDocument {
    file;
    dialect;
    root;
    findings;
    reading;
    made;
    index;
    constructor(options, reading) {
        this.file = options.file;
        this.dialect = options.dialect;
        this.root = reading.root;
        this.reading = reading;
        this.findings = this.describe(reading.problems);
    }
    get value() {
        this.made ??= { value: this.root === undefined ? undefined : plainValue(this.root) };
        return this.made.value;
    }
    get lines() {
        return (this.index ??= new LineIndex(this.reading.text, this.reading.padding));
    }
    place(path, what) {
        return placeOf(this.root, path, what, this.lines);
    }
    describe(problems) {
        return problems.map((problem) => document_findingOf(problem, this.file, this.lines));
    }
}
function readSource(text, dialect) {
    if (dialect === 'json')
        return readJson(text);
    const reading = readYaml(text, dialect);
    if (dialect !== 'omegaconf' ||
        reading.root === undefined ||
        expandedSize(reading.root, maxValues) > maxValues) {
        return reading;
    }
    const { root, problems } = readOmegaConf(reading.root);
    return { ...reading, root, problems: [...reading.problems, ...problems] };
}
function readText(text, dialect) {
    const reading = readSource(text, dialect);
    if (reading.root === undefined || expandedSize(reading.root, maxValues) <= maxValues)
        return reading;
    const { problem } = tooManyValues();
    return { ...reading, root: undefined, problems: [problem] };
}
function unreadableDocument(options, message, help) {
    const finding = textRules.unreadable.finding({
        message,
        file: options.file,
        ...(help === undefined ? {} : { help }),
    });
    return {
        ...options,
        root: undefined,
        value: undefined,
        findings: [finding],
        place: () => undefined,
        describe: () => [],
    };
}
function helpForAny(file) {
    return `mend the text; if it is no config, take it out of files in the policy ("!${file}")`;
}
function document_findingOf(problem, file, lines) {
    const { rule } = problem;
    const help = problem.help ?? (rule === textRules.unreadable ? helpForAny(file) : undefined);
    const message = problem.message.replaceAll(/@\{(\d+)\}/g, (_, offset) => {
        const { line, column } = lines.point(Number(offset));
        return `in line ${line}, column ${column}`;
    });
    const place = lines.place(problem.start, problem.end);
    const severity = problem.severity ?? rule.severity;
    return rule.finding({ severity, message, file, ...place, ...(help === undefined ? {} : { help }) });
}
function placeOf(root, path, what, lines) {
    const node = what === 'key' ? keyAt(root, path) : nodeAt(root, path);
    return node === undefined ? undefined : lines.place(node.start, node.end);
}
function keyAt(root, path) {
    const last = path.at(-1);
    const parent = nodeAt(root, path.slice(0, -1));
    if (last === undefined || parent?.type !== 'dict')
        return nodeAt(root, path);
    return parent.entries.get(String(last))?.key;
}

;// CONCATENATED MODULE: ./build/src/config/rules/rules.js

const configRules = defineRules('config', {
    'unregistered-parameter': {
        severity: 'error',
        summary: 'The registry knows no such parameter. A warning where strict is off.',
        example: 'new_flag: true',
        fix: 'Register it, or remove it.',
    },
    'misspelt-parameter': {
        severity: 'error',
        summary: 'Not registered, and one slip away from a registered parameter.',
        example: 'num_expert: 128',
        fix: 'Write the registered name.',
    },
    'wrong-type': {
        severity: 'error',
        summary: 'The value has not the Python type that is registered.',
        example: 'num_hidden_layers: 48.0',
        fix: 'Write a value of the registered type.',
    },
    'out-of-range': {
        severity: 'error',
        summary: 'The value is below min or above max of the registry.',
        example: 'attention_dropout: 10',
        fix: 'Keep to the range, or have its owner widen it.',
    },
    'not-allowed': {
        severity: 'error',
        summary: 'The value is not in the registered enumeration.',
        example: 'hidden_act: sillu',
        fix: 'Use one of the values that are shown.',
    },
    'bad-value': {
        severity: 'error',
        summary: 'The value breaks another constraint of the registry or of the JSON Schema: a multiple, a pattern, a length.',
        example: 'hidden_size: 2050',
        fix: 'Mend the value as the message says.',
    },
    'missing-key': {
        severity: 'error',
        summary: 'A required parameter is not set.',
        example: 'hidden_size: 2048   # and no vocab_size',
        fix: 'Set it.',
    },
    'unknown-key': {
        severity: 'error',
        summary: "The team's JSON Schema allows no such key.",
        example: 'hidden_sise: 2048',
        fix: 'Write the name that the schema knows.',
    },
    'deprecated-parameter': {
        severity: 'warning',
        summary: 'The registry calls the parameter deprecated.',
        example: 'rope_scaling: {type: linear, factor: 2.0}',
        fix: 'Use what replaces it.',
    },
    'registry-invalid': {
        severity: 'error',
        summary: 'The registry cannot be read, contradicts itself, or is removed. No policy lowers it.',
        example: 'parameters:\n  lr: { type: float, min: 1, max: 0 }',
        fix: 'Mend the registry.',
    },
    'registry-changed': {
        severity: 'warning',
        summary: 'The same change alters the registry. Additions are notices; what is widened, removed or reclassified needs its owner.',
        example: 'parameters:\n  lr: { type: float, max: 10 }   # was max: 0.1',
        fix: 'Have the owner approve it.',
    },
    'schema-invalid': {
        severity: 'error',
        summary: "The team's JSON Schema is missing or cannot be compiled. No policy lowers it.",
        example: '{"type": "objekt"}',
        fix: 'Mend the schema, draft 2020-12; patterns without back-references and look-around.',
    },
    expression: {
        severity: 'error',
        summary: "One of the team's own rules cannot be read, or its parameters hold values that it cannot compute with.",
        example: 'check: num_experts %% 8 == 0',
        fix: 'Mend the rule in the policy, or the value.',
    },
    'default-size': {
        severity: 'notice',
        summary: "The config leaves sizes to the defaults of its model's class in transformers, and they are counted. A name may be misspelt.",
        example: 'model_type: llama\nhiden_size: 2048   # 4096 counts',
        fix: 'Set the sizes that are named, or correct their names.',
    },
    'parameters-unknown': {
        severity: 'notice',
        summary: 'The family is known, but a parameter that its size depends on is missing: nothing is counted.',
        example: 'model_type: llama   # and no num_hidden_layers',
        fix: 'Set the parameter that is named.',
    },
    'parameter-count': {
        severity: 'error',
        summary: 'The model has not as many parameters as expect-parameters says.',
        example: 'expect-parameters: 46.7B   # num_key_value_heads: 32 makes 47.51 B',
        fix: 'Correct the config, or the number that is expected.',
    },
    'checkpoint-unreadable': {
        severity: 'error',
        summary: 'A checkpoint cannot be read, is cut off or malformed, or cannot be compared with this model.',
        example: 'checkpoint: runs/17/model.safetensors   # a Git LFS pointer',
        fix: 'Give the path of a whole safetensors checkpoint.',
    },
    'checkpoint-missing-shard': {
        severity: 'error',
        summary: 'The index names a shard that is not there.',
        example: '(model-00009-of-00016.safetensors is missing)',
        fix: 'Complete the checkpoint.',
    },
    'checkpoint-total': {
        severity: 'warning',
        summary: "The index's total_size is not the size of its shards' tensors.",
        example: '{"metadata": {"total_size": 0}, …}',
        fix: 'Write the index anew.',
    },
    'checkpoint-missing-tensor': {
        severity: 'error',
        summary: 'The config describes tensors that the checkpoint lacks: they would start at random.',
        example: 'num_hidden_layers: 49   # the checkpoint has 48',
        fix: 'Correct the config, or name the checkpoint that belongs to it.',
    },
    'checkpoint-extra-tensor': {
        severity: 'error',
        summary: 'The checkpoint holds tensors that the config knows nothing of: they would be dropped.',
        example: 'num_hidden_layers: 47   # the checkpoint has 48',
        fix: 'Correct the config, or name the checkpoint that belongs to it.',
    },
    'checkpoint-shape': {
        severity: 'error',
        summary: 'A tensor of the checkpoint has another shape than the config makes it: loading stops.',
        example: 'vocab_size: 151936   # the checkpoint was made with 152064',
        fix: 'Correct the config, or name the checkpoint that belongs to it.',
    },
    'checkpoints-will-not-load': {
        severity: 'warning',
        summary: 'The change reshapes, adds or removes tensors: checkpoints of the config before it no longer load.',
        example: 'moe_intermediate_size: 768 → 1024',
        fix: 'Plan a conversion or a new run.',
    },
    'structural-without-reason': {
        severity: 'error',
        summary: 'The policy wants a reason for each structural change (structural: needs-reason), and the registry states none for this value.',
        example: 'num_experts: 64   # was 128',
        fix: 'Add to the registry: reasons: [{ parameter: num_experts, to: 64, reason: … }].',
    },
    'structural-reason': {
        severity: 'notice',
        summary: 'The reason that the registry states for a structural change.',
        example: 'reasons: [{ parameter: num_experts, to: 64, reason: halves the memory for the edge model }]',
        fix: 'Nothing to mend.',
    },
    'no-registry': {
        severity: 'notice',
        summary: 'There is no registry, so misspelt names and wild values pass.',
        example: '(no .github/model-registry.yml)',
        fix: 'Derive one: model-gates config --write-registry.',
    },
    deleted: {
        severity: 'notice',
        summary: 'The change deletes a config, or moves it to where no config is judged.',
        example: '(configs/old.yaml is gone)',
        fix: 'Nothing to mend; see that nothing reads it any more.',
    },
});

;// CONCATENATED MODULE: ./build/src/config/rules/overrides.js


const fixedRules = new Set([
    textRules.unreadable.id,
    configRules['registry-invalid'].id,
    configRules['schema-invalid'].id,
]);
function applyOverrides(findings, rules) {
    const settings = new Map(Object.entries(rules));
    return findings.flatMap((finding) => {
        const setting = settings.get(finding.rule);
        if (setting === undefined || fixedRules.has(finding.rule))
            return [finding];
        if (setting.severity === 'off')
            return [];
        const reason = setting.severity === finding.severity ? '' : ` (${setting.severity} by policy: ${setting.reason})`;
        return [{ ...finding, severity: setting.severity, message: `${finding.message}${reason}` }];
    });
}

;// CONCATENATED MODULE: ./build/src/config/change/classify.js

function valueChanges(before, after, kindOf) {
    const changes = [];
    const compare = (old, now, path) => {
        if (old === now)
            return;
        const steps = stepsOf(old, now);
        if (steps !== undefined)
            return steps.forEach((step) => compare(child(old, step), child(now, step), [...path, step]));
        if (old !== undefined && now !== undefined && fingerprint(old) === fingerprint(now))
            return;
        changes.push({ path, before: old, after: now, kind: kindOf(path) });
    };
    compare(before, after, []);
    return changes;
}
function stepsOf(old, now) {
    if (old !== undefined && old.type !== 'dict')
        return undefined;
    if (now !== undefined && now.type !== 'dict')
        return undefined;
    const names = [...(now?.entries.keys() ?? []), ...(old?.entries.keys() ?? [])];
    return names.length === 0 ? undefined : [...new Set(names)];
}
function child(node, step) {
    return node?.type === 'dict' ? node.entries.get(step)?.value : undefined;
}
function changeClass(changes) {
    if (changes.length === 0)
        return 'none';
    return changes.every(({ kind }) => kind === 'tuning') ? 'tuning' : 'structural';
}
function worstChange(all) {
    const order = ['structural', 'tuning', 'none'];
    return order.find((kind) => all.includes(kind)) ?? 'none';
}
function shortText(node) {
    if (node === undefined)
        return '(not set)';
    const text = longText(node, 200);
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
function longText(node, room) {
    if (room <= 0)
        return '…';
    if (node.type === 'str')
        return node.value === '' ? '""' : node.value;
    if (node.type === 'list') {
        return `[${node.items
            .slice(0, 20)
            .map((item) => longText(item, room / 2))
            .join(', ')}]`;
    }
    if (node.type !== 'dict')
        return scalarText(node);
    const pairs = [...node.entries.values()].slice(0, 10);
    return `{${pairs.map(({ name, value }) => `${name}: ${longText(value, room / 2)}`).join(', ')}}`;
}
function changeCells({ path, before, after, kind }) {
    return [pathText(path), shortText(before), shortText(after), kind];
}

;// CONCATENATED MODULE: ./build/src/config/checkpoint/expected.js
const maxTensors = 500_000;
function expectedTensors(architecture) {
    const count = architecture.groups.reduce((total, group) => total + (group.layers?.length ?? 1) * (group.experts ?? 1), 0);
    if (count > maxTensors)
        return undefined;
    const all = new Map();
    for (const group of architecture.groups) {
        for (const layer of group.layers ?? [undefined]) {
            const inLayer = layer === undefined ? group.name : group.name.replace('{l}', String(layer));
            for (let expert = 0; expert < (group.experts ?? 1); expert += 1) {
                all.set(canonicalName(inLayer.replace('{e}', String(expert))), { shape: group.shape, group, layer });
            }
        }
    }
    return all;
}
const prefixes = [
    [/^model\.language_model\./, 'model.'],
    [/^language_model\.model\./, 'model.'],
    [/^language_model\.lm_head\./, 'lm_head.'],
    [/^(?:model\.)?vision_tower\.(?:vision_model\.)?/, 'vision_tower.'],
    [/^model\.(visual|multi_modal_projector)\./, '$1.'],
    [/^model\.layers\.(\d+)\.block_sparse_moe\./, 'model.layers.$1.mlp.'],
];
function canonicalName(name) {
    for (const [pattern, replacement] of prefixes) {
        if (pattern.test(name))
            return name.replace(pattern, replacement);
    }
    return name;
}

;// CONCATENATED MODULE: ./build/src/config/checkpoint/compare.js

const incidental = [
    /\.rotary_emb\.inv_freq$/,
    /\.position_ids$/,
    /(?:_scale_inv|[._]weight_scale(?:_2)?|[._]input_scale|[._]scales?|\.k_scale|\.v_scale|\.biases)$/,
    /\.(?:SCB|weight_format)$|\.weight\.(?:absmax|quant_map|nested_absmax|nested_quant_map|quant_state\.\w+)$/,
];
const packed = /\.(?:qweight|qzeros|g_idx|weight_packed)$|_blocks$/;
const integers = /^[IU]\d+$/;
function compareCheckpoint(architecture, checkpoint) {
    const expected = expectedTensors(architecture);
    if (expected === undefined)
        return undefined;
    const stored = new Map([...checkpoint].map(([name, tensor]) => [canonicalName(name), tensor]));
    const used = new Set();
    const missing = [];
    const misshapen = [];
    for (const [name, wanted] of expected) {
        const fit = fitOf(name, wanted, stored);
        if (fit === undefined)
            missing.push(name);
        else if (fit.problem !== undefined)
            misshapen.push(fit.problem);
        for (const other of fit?.names ?? [])
            used.add(other);
    }
    const extra = [...stored.keys()].filter((name) => !used.has(name) && !isOptional(name, architecture));
    return [
        difference('missing', missing),
        difference('extra', extra),
        difference('misshapen', misshapen),
    ].filter(({ count }) => count > 0);
}
function difference(kind, names) {
    return { kind, count: names.length, examples: names.slice(0, 3) };
}
function fitOf(name, wanted, stored) {
    const own = stored.get(name);
    if (own?.dtype !== undefined && integers.test(own.dtype))
        return { names: [name] };
    if (own !== undefined)
        return { names: [name], ...shapeProblem(name, own.shape, wanted.shape) };
    const base = name.replace(/\.weight$/, '');
    const parts = [
        '.qweight',
        '.qzeros',
        '.scales',
        '.g_idx',
        '.weight_packed',
        '.weight_scale',
        '_blocks',
        '_scales',
    ]
        .map((suffix) => base + suffix)
        .filter((part) => stored.has(part));
    if (parts.some((part) => packed.test(part)))
        return { names: parts };
    const { fused } = wanted.group;
    if (fused === undefined)
        return undefined;
    const fusedName = canonicalName(fused.name.replace('{l}', String(wanted.layer)));
    const whole = stored.get(fusedName) ?? stored.get(`${fusedName}.weight`);
    if (whole === undefined)
        return undefined;
    const names = [fusedName, `${fusedName}.weight`];
    const same = whole.shape === undefined || compare_elements(whole.shape) === compare_elements(fused.shape);
    return same ? { names } : { names, ...shapeProblem(fusedName, whole.shape, fused.shape) };
}
function shapeProblem(name, stored, wanted) {
    if (stored === undefined || stored.join() === wanted.join())
        return {};
    return { problem: `${name} is [${stored.join(', ')}], the config makes it [${wanted.join(', ')}]` };
}
function compare_elements(shape) {
    return shape.reduce((product, length) => product * BigInt(length), 1n);
}
function isOptional(name, architecture) {
    const tied = name === 'lm_head.weight' && !architecture.groups.some(({ part }) => part === 'head');
    return (tied ||
        [...incidental, ...architecture.optional].some((pattern) => pattern.test(name)) ||
        packed.test(name));
}

;// CONCATENATED MODULE: ./build/src/config/checkpoint/findings.js



const help = 'correct the config, or name the checkpoint that belongs to it';
const findings_words = {
    missing: {
        rule: configRules['checkpoint-missing-tensor'],
        text: (path, tensors) => `the checkpoint ${path} lacks ${tensors}`,
    },
    extra: {
        rule: configRules['checkpoint-extra-tensor'],
        text: (path, tensors) => `the config does not describe ${tensors} of the checkpoint ${path}`,
    },
    misshapen: {
        rule: configRules['checkpoint-shape'],
        text: (path, tensors) => `the checkpoint ${path} holds ${tensors} in another shape`,
    },
};
function checkpointFindings(file, architecture, checkpoint) {
    const own = checkpoint.problems.map(({ rule, ...found }) => rule.finding(found));
    if (checkpoint.tensors.size === 0)
        return own.length > 0 ? own : [empty(file, checkpoint.path)];
    const differences = architecture === undefined ? undefined : compareCheckpoint(architecture, checkpoint.tensors);
    if (differences === undefined)
        return [...own, notCompared(file, checkpoint.path)];
    const found = differences.map(({ kind, count: many, examples }) => {
        const { rule, text } = findings_words[kind];
        const list = examples.join('; ') + (many > examples.length ? '; …' : '');
        return rule.finding({ file, help, message: `${text(checkpoint.path, count(many, 'tensor'))}: ${list}` });
    });
    return [...own, ...found];
}
function empty(file, path) {
    return configRules['checkpoint-unreadable'].finding({
        file,
        message: `the checkpoint ${path} holds no tensor`,
        help: 'give the path of a whole safetensors checkpoint',
    });
}
function notCompared(file, path) {
    return configRules['checkpoint-unreadable'].finding({
        file,
        message: `the checkpoint ${path} cannot be compared: the tensors of this config's model are not known`,
        help: 'name the family in the policy, or take the checkpoint out of it',
    });
}

;// CONCATENATED MODULE: ./build/src/config/checkpoint/shape-changes.js



const told = {
    reshaped: { one: 'changes shape', many: 'change shape' },
    new: { one: 'is new', many: 'are new' },
    gone: { one: 'is gone', many: 'are gone' },
};
const examples = 3;
function shapeChangeFinding(file, before, after) {
    const changes = shapeChanges(before, after);
    if (changes.length === 0)
        return undefined;
    const kinds = Object.entries(told).flatMap(([kind, { one, many }]) => {
        const n = changes.reduce((total, change) => total + (change.kind === kind ? change.count : 0), 0);
        return n === 0 ? [] : [{ kind, text: count(n, `tensor ${one}`, `tensors ${many}`) }];
    });
    const first = kinds
        .flatMap(({ kind }) => changes.filter((change) => change.kind === kind))
        .slice(0, examples)
        .map(({ name, shapes, count }) => `${name} ${shapes}${count > 1 ? ` (${count})` : ''}`);
    return configRules['checkpoints-will-not-load'].finding({
        file,
        message: `existing checkpoints will not load: ${kinds.map(({ text }) => text).join(', ')}: ${first.join('; ')}${changes.length > examples ? '; …' : ''}`,
        help: 'plan a conversion or a new training run, and say so in the pull request',
    });
}
function shapeChanges(before, after) {
    const [old, now] = [placesOf(before), placesOf(after)];
    const gathered = new Map();
    for (const place of new Set([...old.keys(), ...now.keys()])) {
        for (const change of changesAt(old.get(place), now.get(place))) {
            const key = `${change.kind} ${change.name} ${change.shapes}`;
            gathered.set(key, { ...change, count: change.count + (gathered.get(key)?.count ?? 0) });
        }
    }
    return [...gathered.values()];
}
function placesOf({ groups }) {
    const places = new Map();
    for (const group of groups) {
        const name = canonicalName(group.name);
        for (const layer of group.layers ?? [''])
            places.set(`${layer} ${name}`, shape_changes_placeOf(name, group));
    }
    return places;
}
function shape_changes_placeOf(name, { shape, experts = 1 }) {
    return { name: name.replaceAll(/\{[le]\}/g, '*'), shape, count: experts };
}
function changesAt(before, after) {
    const { name } = before ?? after ?? { name: '' };
    const [old, now] = [before?.count ?? 0, after?.count ?? 0];
    const [from, to] = [shapeText(before), shapeText(after)];
    const stay = from === to ? 0 : Math.min(old, now);
    const changes = [
        { name, kind: 'reshaped', shapes: `${from} → ${to}`, count: stay },
        { name, kind: 'new', shapes: to, count: now - old },
        { name, kind: 'gone', shapes: from, count: old - now },
    ];
    return changes.filter(({ count }) => count > 0);
}
function shapeText(place) {
    return place === undefined ? '' : `[${place.shape.join(', ')}]`;
}

;// CONCATENATED MODULE: ./build/src/config/architecture/defaults.js
function sizes([hidden, intermediate, layers, heads, kvHeads, vocab], more = {}) {
    return new Map([
        ['hidden_size', hidden],
        ['intermediate_size', intermediate],
        ['num_hidden_layers', layers],
        ['num_attention_heads', heads],
        ...(kvHeads === undefined ? [] : [['num_key_value_heads', kvHeads]]),
        ['vocab_size', vocab],
        ...Object.entries(more),
    ]);
}
const qwen2Vl = sizes([8192, 29_568, 80, 64, 8, 152_064], { max_window_layers: 80 });
const qwen3 = sizes([4096, 22_016, 32, 32, 32, 151_936], { head_dim: 128, max_window_layers: 28 });
const ofText = new Map([
    ['llama', sizes([4096, 11_008, 32, 32, undefined, 32_000])],
    ['mistral', sizes([4096, 14_336, 32, 32, 8, 32_000], { sliding_window: 4096 })],
    ['qwen2', sizes([4096, 22_016, 32, 32, 32, 151_936], { max_window_layers: 28 })],
    ['qwen3', qwen3],
    [
        'qwen2_moe',
        sizes([2048, 5632, 24, 16, 16, 151_936], {
            num_experts: 60,
            num_experts_per_tok: 4,
            moe_intermediate_size: 1408,
            shared_expert_intermediate_size: 5632,
            max_window_layers: 28,
        }),
    ],
    [
        'qwen3_moe',
        sizes([2048, 6144, 24, 32, 4, 151_936], {
            num_experts: 128,
            num_experts_per_tok: 8,
            moe_intermediate_size: 768,
        }),
    ],
    ['mixtral', sizes([4096, 14_336, 32, 32, 8, 32_000], { num_experts: 8, num_experts_per_tok: 2 })],
    ['phi3', sizes([3072, 8192, 32, 32, undefined, 32_064])],
    [
        'gemma3_text',
        sizes([2304, 9216, 26, 8, 4, 262_208], {
            head_dim: 256,
            sliding_window: 4096,
            sliding_window_pattern: 6,
        }),
    ],
    [
        'gpt_oss',
        sizes([2880, 2880, 36, 64, 8, 201_088], {
            head_dim: 64,
            num_experts: 128,
            num_experts_per_tok: 4,
            sliding_window: 128,
        }),
    ],
    [
        'deepseek_v3',
        sizes([7168, 18_432, 61, 128, 128, 129_280], {
            num_experts: 256,
            num_experts_per_tok: 8,
            moe_intermediate_size: 2048,
            n_shared_experts: 1,
            first_k_dense_replace: 3,
            kv_lora_rank: 512,
            q_lora_rank: 1536,
            qk_nope_head_dim: 128,
            qk_rope_head_dim: 64,
            v_head_dim: 128,
        }),
    ],
    ['qwen2_vl_text', qwen2Vl],
    ['qwen2_5_vl_text', qwen2Vl],
    ['qwen3_vl_text', qwen3],
    [
        'qwen3_vl_moe_text',
        sizes([2048, 5632, 24, 16, 16, 151_936], {
            num_experts: 60,
            num_experts_per_tok: 4,
            moe_intermediate_size: 1408,
        }),
    ],
]);
function textDefaults(...modelTypes) {
    const names = modelTypes.flatMap((name) => (name === undefined ? [] : [`${name}_text`, name]));
    return names.map((name) => ofText.get(name)).find((found) => found !== undefined) ?? new Map();
}
const qwen2Tower = {
    num_hidden_layers: 32,
    num_attention_heads: 16,
    hidden_size: 3584,
    in_channels: 3,
    patch_size: 14,
    spatial_merge_size: 2,
    temporal_patch_size: 2,
};
const qwen3Tower = {
    ...qwen2Tower,
    num_hidden_layers: 27,
    hidden_size: 1152,
    intermediate_size: 4304,
    patch_size: 16,
    out_hidden_size: 3584,
    num_position_embeddings: 2304,
};
const siglip = {
    num_hidden_layers: 12,
    num_attention_heads: 12,
    hidden_size: 768,
    intermediate_size: 3072,
    in_channels: 3,
    patch_size: 16,
    image_size: 224,
};
const ofVision = new Map(Object.entries({
    qwen2_vl: { ...qwen2Tower, embed_dim: 1280, mlp_ratio: 4 },
    qwen2_5_vl: { ...qwen2Tower, intermediate_size: 3420, out_hidden_size: 3584 },
    qwen3_vl: qwen3Tower,
    qwen3_vl_moe: qwen3Tower,
    gemma3: siglip,
}).map(([name, tower]) => [name, new Map(Object.entries(tower))]));
function visionDefaults(modelType) {
    return ofVision.get(modelType ?? '') ?? new Map();
}

;// CONCATENATED MODULE: ./build/src/config/architecture/section.js
const aliasGroups = [
    ['num_experts', 'num_local_experts', 'n_routed_experts', 'moe_num_experts'],
    ['num_experts_per_tok', 'experts_per_token', 'num_experts_per_token', 'moe_topk', 'moe_top_k'],
    ['dtype', 'torch_dtype'],
    ['in_channels', 'in_chans', 'num_channels'],
    ['hidden_size', 'n_embd', 'd_model'],
    ['num_attention_heads', 'n_head', 'num_heads'],
    ['num_hidden_layers', 'n_layer', 'num_layers', 'depth'],
];
const groupOf = new Map(aliasGroups.flatMap((group) => group.map((name) => [name, group])));
class Section {
    node;
    path;
    defaults;
    constructor(node, path, defaults = new Map()) {
        this.node = node;
        this.path = path;
        this.defaults = defaults;
    }
    withDefaults(defaults) {
        return new Section(this.node, this.path, defaults);
    }
    nameOf(name) {
        if (this.node.entries.has(name))
            return name;
        return groupOf.get(name)?.find((alias) => this.node.entries.has(alias)) ?? name;
    }
    get(name) {
        const own = this.node.entries.get(name);
        return own === undefined && groupOf.has(name)
            ? this.node.entries.get(this.nameOf(name))?.value
            : own?.value;
    }
    has(name) {
        const node = this.get(name);
        return node === undefined ? this.defaults.has(name) : node.type !== 'NoneType';
    }
    int(name) {
        const node = this.get(name);
        if (node === undefined)
            return this.defaults.get(name);
        if (node.type !== 'int')
            return undefined;
        const value = Number(node.value);
        return Number.isSafeInteger(value) ? value : undefined;
    }
    number(name) {
        const node = this.get(name);
        if (node === undefined)
            return this.defaults.get(name);
        return numberOf(node);
    }
    bool(name) {
        const node = this.get(name);
        return node?.type === 'bool' ? node.value : undefined;
    }
    text(name) {
        const node = this.get(name);
        return node?.type === 'str' ? node.value : undefined;
    }
    items(name) {
        const node = this.get(name);
        return node?.type === 'list' ? node.items : undefined;
    }
    ints(name) {
        const items = this.items(name)?.map((item) => (item.type === 'int' ? Number(item.value) : Number.NaN));
        return items?.every(Number.isSafeInteger) === true ? items : undefined;
    }
    section(name) {
        const node = this.get(name);
        return node?.type === 'dict' ? new Section(node, this.at(name)) : undefined;
    }
    at(name, ...more) {
        return [...this.path, this.nameOf(name), ...more];
    }
}
function numberOf(node) {
    if (node.type === 'int')
        return Number(node.value);
    return node.type === 'float' ? node.value : undefined;
}

;// CONCATENATED MODULE: ./build/src/config/architecture/models.js


const marks = [
    'model_type',
    'architectures',
    'hidden_size',
    'num_hidden_layers',
    'num_attention_heads',
    'num_key_value_heads',
    'vocab_size',
    'intermediate_size',
    'text_config',
    'vision_config',
];
const textSections = ['text_config', 'llm_config', 'language_config'];
const models_maxDepth = 4;
function findModels(root) {
    return root?.type === 'dict' ? search(root, []) : [];
}
function search(node, path) {
    if (marks.filter((name) => node.entries.has(name)).length >= 2)
        return [viewOf(node, path)];
    if (path.length >= models_maxDepth)
        return [];
    return [...node.entries.values()].flatMap(({ name, value }) => value.type === 'dict' ? search(value, [...path, name]) : []);
}
function viewOf(node, path) {
    const top = new Section(node, path);
    const modelType = top.text('model_type');
    const inner = textSections.flatMap((name) => top.section(name) ?? [])[0];
    const text = (inner ?? top).withDefaults(textDefaults(inner?.text('model_type'), modelType));
    const architectures = (top.items('architectures') ?? []).flatMap((item) => item.type === 'str' ? [item.value] : []);
    const vision = top.section('vision_config')?.withDefaults(visionDefaults(modelType));
    return {
        top: inner === undefined ? text : top,
        text,
        vision,
        modelType,
        architectures,
        sets: (name) => [top, text, vision].some((section) => section?.node.entries.has(name) === true),
    };
}

;// CONCATENATED MODULE: ./build/src/config/architecture/dimensions.js
const maxLayers = 10_000;
class MissingDimension extends Error {
    parameter;
    constructor(parameter) {
        super(parameter);
        this.parameter = parameter;
    }
}
function need(section, name, most = Number.MAX_SAFE_INTEGER) {
    const value = section.int(name);
    if (value === undefined || value < 1 || value > most)
        throw new MissingDimension(name);
    return value;
}
function orElse(section, name, fallback) {
    return section.has(name) ? need(section, name) : fallback;
}
function range(count) {
    const numbers = [];
    for (let index = 0; index < count; index += 1)
        numbers.push(index);
    return numbers;
}
function dimensionsOf(text, top, tiedByDefault) {
    const hidden = need(text, 'hidden_size');
    const heads = need(text, 'num_attention_heads');
    const kvHeads = orElse(text, 'num_key_value_heads', heads);
    return {
        hidden,
        heads,
        kvHeads,
        headDim: orElse(text, 'head_dim', Math.floor(hidden / heads)),
        intermediate: text.int('intermediate_size') ?? 0,
        layers: range(need(text, 'num_hidden_layers', maxLayers)),
        vocab: need(text, 'vocab_size'),
        tied: top.bool('tie_word_embeddings') ?? text.bool('tie_word_embeddings') ?? tiedByDefault,
    };
}

;// CONCATENATED MODULE: ./build/src/config/architecture/cache.js
const everyLayer = () => () => true;
const fromWindowLayer = (text) => {
    if (text.bool('use_sliding_window') !== true)
        return undefined;
    const first = text.int('max_window_layers') ?? 0;
    return (layer) => layer >= first;
};
const allButEveryNth = (text) => {
    const pattern = text.int('sliding_window_pattern') ?? 6;
    return (layer) => (layer + 1) % pattern !== 0;
};
const everyOther = () => (layer) => layer % 2 === 0;
function keyValueCache(text, d, slides) {
    const each = 2 * d.kvHeads * d.headDim;
    const elements = each * d.layers.length;
    const window = text.int('sliding_window');
    if (window === undefined || window < 1 || slides === undefined)
        return { elements };
    const layers = slidingLayers(text, d, slides);
    return layers === 0 ? { elements } : { elements, sliding: { layers, window, elements: each * layers } };
}
function slidingLayers(text, d, slides) {
    const types = text.items('layer_types');
    if (types?.length === d.layers.length) {
        return types.filter((type) => type.type === 'str' && type.value === 'sliding_attention').length;
    }
    const isSliding = slides(text);
    return isSliding === undefined ? 0 : d.layers.filter(isSliding).length;
}

;// CONCATENATED MODULE: ./build/src/config/architecture/decoder.js
function linear(name, shape, part, options = {}) {
    const layers = options.layers === undefined ? {} : { layers: options.layers };
    const weight = { name: `${name}.weight`, shape, part, ...layers };
    if (options.bias !== true)
        return [weight];
    return [weight, { name: `${name}.bias`, shape: [shape[0]], part, ...layers }];
}
function norm(name, width, layers, bias = false) {
    const all = layers === undefined ? {} : { layers };
    const kinds = bias ? ['weight', 'bias'] : ['weight'];
    return kinds.map((kind) => ({ name: `${name}.${kind}`, shape: [width], part: 'norm', ...all }));
}
function attention(prefix, d, options = {}) {
    const at = `${prefix}layers.{l}.self_attn`;
    const { layers } = d;
    const qkv = { layers, bias: options.qkvBias ?? false };
    const [q, kv] = [d.heads * d.headDim, d.kvHeads * d.headDim];
    return [
        ...linear(`${at}.q_proj`, [q, d.hidden], 'attention', qkv),
        ...linear(`${at}.k_proj`, [kv, d.hidden], 'attention', qkv),
        ...linear(`${at}.v_proj`, [kv, d.hidden], 'attention', qkv),
        ...linear(`${at}.o_proj`, [d.hidden, q], 'attention', { layers, bias: options.outputBias ?? false }),
        ...(options.qkNorm === true
            ? [...norm(`${at}.q_norm`, d.headDim, layers), ...norm(`${at}.k_norm`, d.headDim, layers)]
            : []),
    ];
}
function gatedMlp(at, hidden, width, layers, bias = false) {
    const options = { layers, bias };
    return [
        ...linear(`${at}.gate_proj`, [width, hidden], 'mlp', options),
        ...linear(`${at}.up_proj`, [width, hidden], 'mlp', options),
        ...linear(`${at}.down_proj`, [hidden, width], 'mlp', options),
    ];
}
const projections = { gate: 'gate_proj', up: 'up_proj', down: 'down_proj' };
function experts(at, sizes, names = projections) {
    const { hidden, width, count, layers } = sizes;
    const one = (name, shape, fused) => ({
        name: `${at}.{e}.${name}.weight`,
        shape,
        layers,
        experts: count,
        part: 'expert',
        ...(fused === undefined ? {} : { fused }),
    });
    const gateUp = { name: `${at}.gate_up_proj`, shape: [count, hidden, 2 * width] };
    const down = { name: `${at}.down_proj`, shape: [count, width, hidden] };
    return [
        one(names.gate, [width, hidden], gateUp),
        one(names.up, [width, hidden], gateUp),
        one(names.down, [hidden, width], down),
    ];
}
function layerNorms(prefix, d, more = []) {
    return ['input_layernorm', 'post_attention_layernorm', ...more].flatMap((name) => norm(`${prefix}layers.{l}.${name}`, d.hidden, d.layers));
}
function ends(prefix, d, head = 'lm_head') {
    const embedding = {
        name: `${prefix}embed_tokens.weight`,
        shape: [d.vocab, d.hidden],
        part: 'embedding',
    };
    const last = { name: `${head}.weight`, shape: [d.vocab, d.hidden], part: 'head' };
    return [embedding, ...norm(`${prefix}norm`, d.hidden), ...(d.tied ? [] : [last])];
}

;// CONCATENATED MODULE: ./build/src/config/architecture/make-decoder.js

function routing(text) {
    const count = need(text, 'num_experts', 100_000);
    const used = need(text, 'num_experts_per_tok');
    if (used > count)
        throw new MissingDimension('num_experts_per_tok');
    return { count, used };
}

;// CONCATENATED MODULE: ./build/src/config/architecture/deepseek.js



const deepseekV3 = ({ text, top, prefix, head }) => {
    const d = dimensionsOf(text, top, false);
    const { count, used } = routing(text);
    const dense = text.int('first_k_dense_replace') ?? 0;
    const every = orElse(text, 'moe_layer_freq', 1);
    const isSparse = (layer) => layer >= dense && layer % every === 0;
    const sparse = d.layers.filter(isSparse);
    const plain = d.layers.filter((layer) => !isSparse(layer));
    const width = need(text, 'moe_intermediate_size');
    const shared = text.int('n_shared_experts') ?? 0;
    const mlp = `${prefix}layers.{l}.mlp`;
    return {
        groups: [
            ...latentAttention(text, prefix, d),
            ...linear(`${mlp}.gate`, [count, d.hidden], 'router', { layers: sparse }),
            ...correctionBias(text, mlp, count, sparse),
            ...experts(`${mlp}.experts`, { hidden: d.hidden, width, count, layers: sparse }),
            ...(shared > 0 ? gatedMlp(`${mlp}.shared_experts`, d.hidden, width * shared, sparse) : []),
            ...(plain.length > 0 ? gatedMlp(mlp, d.hidden, need(text, 'intermediate_size'), plain) : []),
            ...layerNorms(prefix, d),
            ...ends(prefix, d, head),
        ],
        activeExperts: { used, of: count },
        cache: { elements: (need(text, 'kv_lora_rank') + need(text, 'qk_rope_head_dim')) * d.layers.length },
        optional: predictionLayers(text, d.layers.length),
    };
};
function correctionBias(text, mlp, count, layers) {
    const method = text.text('topk_method');
    if (method !== undefined && method !== 'noaux_tc')
        return [];
    return [{ name: `${mlp}.gate.e_score_correction_bias`, shape: [count], layers, part: 'router' }];
}
function latentAttention(text, prefix, d) {
    const at = `${prefix}layers.{l}.self_attn`;
    const { layers, hidden, heads } = d;
    const [nope, rope] = [need(text, 'qk_nope_head_dim'), need(text, 'qk_rope_head_dim')];
    const [value, kvRank] = [need(text, 'v_head_dim'), need(text, 'kv_lora_rank')];
    const bias = text.bool('attention_bias') ?? false;
    const queries = heads * (nope + rope);
    const qRank = text.has('q_lora_rank') ? need(text, 'q_lora_rank') : undefined;
    const query = qRank === undefined
        ? linear(`${at}.q_proj`, [queries, hidden], 'attention', { layers })
        : [
            ...linear(`${at}.q_a_proj`, [qRank, hidden], 'attention', { layers, bias }),
            ...norm(`${at}.q_a_layernorm`, qRank, layers),
            ...linear(`${at}.q_b_proj`, [queries, qRank], 'attention', { layers }),
        ];
    return [
        ...query,
        ...linear(`${at}.kv_a_proj_with_mqa`, [kvRank + rope, hidden], 'attention', { layers, bias }),
        ...norm(`${at}.kv_a_layernorm`, kvRank, layers),
        ...linear(`${at}.kv_b_proj`, [heads * (nope + value), kvRank], 'attention', { layers }),
        ...linear(`${at}.o_proj`, [hidden, heads * value], 'attention', { layers, bias }),
    ];
}
function predictionLayers(text, layers) {
    const count = Math.min(text.int('num_nextn_predict_layers') ?? 0, 16);
    return Array.from({ length: count }, (_, index) => new RegExp(`^model\\.layers\\.${layers + index}\\.`));
}

;// CONCATENATED MODULE: ./build/src/config/architecture/text-families.js





function attentionBias(text, byDefault = false) {
    const bias = text.bool('attention_bias') ?? byDefault;
    return { qkvBias: bias, outputBias: bias };
}
function dense(options) {
    return ({ text, top, prefix, head }) => {
        const d = dimensionsOf(text, top, false);
        const width = need(text, 'intermediate_size');
        const chosen = options(text);
        return {
            groups: [
                ...attention(prefix, d, chosen),
                ...gatedMlp(`${prefix}layers.{l}.mlp`, d.hidden, width, d.layers, chosen.mlpBias),
                ...layerNorms(prefix, d),
                ...ends(prefix, d, head),
            ],
            cache: keyValueCache(text, d, chosen.slides),
        };
    };
}
function sparseLayers(text, d) {
    const dense = new Set(text.ints('mlp_only_layers') ?? []);
    const step = orElse(text, 'decoder_sparse_step', 1);
    if (dense.size === 0 && step === 1)
        return { sparse: d.layers, dense: [] };
    const isSparse = (layer) => !dense.has(layer) && (layer + 1) % step === 0;
    return { sparse: d.layers.filter(isSparse), dense: d.layers.filter((layer) => !isSparse(layer)) };
}
function qwenMoe(options) {
    return ({ text, top, prefix, head }) => {
        const d = dimensionsOf(text, top, false);
        const { count, used } = routing(text);
        const { sparse, dense: plain } = sparseLayers(text, d);
        const width = need(text, 'moe_intermediate_size');
        const mlp = `${prefix}layers.{l}.mlp`;
        const chosen = options(text);
        return {
            groups: [
                ...attention(prefix, d, chosen),
                ...linear(`${mlp}.gate`, [count, d.hidden], 'router', { layers: sparse }),
                ...experts(`${mlp}.experts`, { hidden: d.hidden, width, count, layers: sparse }),
                ...(chosen.shared === true ? sharedExpert(text, mlp, d.hidden, sparse) : []),
                ...(plain.length > 0 ? gatedMlp(mlp, d.hidden, need(text, 'intermediate_size'), plain) : []),
                ...layerNorms(prefix, d),
                ...ends(prefix, d, head),
            ],
            activeExperts: { used, of: count },
            cache: keyValueCache(text, d, fromWindowLayer),
        };
    };
}
function sharedExpert(text, mlp, hidden, layers) {
    return [
        ...gatedMlp(`${mlp}.shared_expert`, hidden, need(text, 'shared_expert_intermediate_size'), layers),
        ...linear(`${mlp}.shared_expert_gate`, [1, hidden], 'mlp', { layers }),
    ];
}
const mixtral = ({ text, top, prefix, head }) => {
    const d = dimensionsOf(text, top, false);
    const { count, used } = routing(text);
    const width = need(text, 'intermediate_size');
    const at = `${prefix}layers.{l}.block_sparse_moe`;
    const sizes = { hidden: d.hidden, width, count, layers: d.layers };
    return {
        groups: [
            ...attention(prefix, d),
            ...linear(`${at}.gate`, [count, d.hidden], 'router', { layers: d.layers }),
            ...experts(`${at}.experts`, sizes, { gate: 'w1', up: 'w3', down: 'w2' }),
            ...layerNorms(prefix, d),
            ...ends(prefix, d, head),
        ],
        activeExperts: { used, of: count },
        cache: keyValueCache(text, d, everyLayer),
    };
};
const phi3 = ({ text, top, prefix, head }) => {
    const d = dimensionsOf(text, top, false);
    const width = need(text, 'intermediate_size');
    const options = { layers: d.layers };
    const at = `${prefix}layers.{l}`;
    const qkv = (d.heads + 2 * d.kvHeads) * d.headDim;
    return {
        groups: [
            ...linear(`${at}.self_attn.qkv_proj`, [qkv, d.hidden], 'attention', options),
            ...linear(`${at}.self_attn.o_proj`, [d.hidden, d.heads * d.headDim], 'attention', options),
            ...linear(`${at}.mlp.gate_up_proj`, [2 * width, d.hidden], 'mlp', options),
            ...linear(`${at}.mlp.down_proj`, [d.hidden, width], 'mlp', options),
            ...layerNorms(prefix, d),
            ...ends(prefix, d, head),
        ],
        cache: keyValueCache(text, d, everyLayer),
    };
};
const gemma3 = ({ text, top, prefix, head }) => {
    const d = dimensionsOf(text, top, true);
    const width = need(text, 'intermediate_size');
    const more = ['pre_feedforward_layernorm', 'post_feedforward_layernorm'];
    return {
        groups: [
            ...attention(prefix, d, { ...attentionBias(text), qkNorm: true }),
            ...gatedMlp(`${prefix}layers.{l}.mlp`, d.hidden, width, d.layers),
            ...layerNorms(prefix, d, more),
            ...ends(prefix, d, head),
        ],
        cache: keyValueCache(text, d, allButEveryNth),
    };
};
const gptOss = ({ text, top, prefix, head }) => {
    const d = dimensionsOf(text, top, false);
    const { count, used } = routing(text);
    const width = need(text, 'intermediate_size');
    const { layers } = d;
    const at = `${prefix}layers.{l}`;
    const fused = (name, shape) => ({
        name: `${at}.mlp.experts.${name}`,
        shape,
        layers,
        part: 'expert',
    });
    return {
        groups: [
            ...attention(prefix, d, attentionBias(text, true)),
            { name: `${at}.self_attn.sinks`, shape: [d.heads], layers, part: 'attention' },
            ...linear(`${at}.mlp.router`, [count, d.hidden], 'router', { layers, bias: true }),
            fused('gate_up_proj', [count, d.hidden, 2 * width]),
            fused('gate_up_proj_bias', [count, 2 * width]),
            fused('down_proj', [count, width, d.hidden]),
            fused('down_proj_bias', [count, d.hidden]),
            ...layerNorms(prefix, d),
            ...ends(prefix, d, head),
        ],
        activeExperts: { used, of: count },
        cache: keyValueCache(text, d, everyOther),
    };
};
const textFamilies = {
    llama: dense((text) => ({ ...attentionBias(text), mlpBias: text.bool('mlp_bias') ?? false })),
    mistral: dense(() => ({ slides: everyLayer })),
    qwen2: dense(() => ({ qkvBias: true, slides: fromWindowLayer })),
    qwen3: dense((text) => ({ ...attentionBias(text), qkNorm: true, slides: fromWindowLayer })),
    qwen2_moe: qwenMoe((text) => ({ qkvBias: text.bool('qkv_bias') ?? true, shared: true })),
    qwen3_moe: qwenMoe((text) => ({ ...attentionBias(text), qkNorm: true })),
    mixtral,
    phi3,
    gemma3_text: gemma3,
    gpt_oss: gptOss,
    deepseek_v3: deepseekV3,
};

;// CONCATENATED MODULE: ./build/src/config/architecture/vision.js


function tower(groups) {
    return groups.map((group) => ({ ...group, part: 'vision' }));
}
function patchShape(vision, width) {
    const patch = need(vision, 'patch_size');
    return [width, need(vision, 'in_channels'), need(vision, 'temporal_patch_size'), patch, patch];
}
function qkv(at, width, layers) {
    return [
        ...linear(`${at}.attn.qkv`, [3 * width, width], 'vision', { layers, bias: true }),
        ...linear(`${at}.attn.proj`, [width, width], 'vision', { layers, bias: true }),
    ];
}
function ratio(vision) {
    const value = vision.number('mlp_ratio');
    if (value === undefined || !(value > 0) || !Number.isFinite(value))
        throw new MissingDimension('mlp_ratio');
    return value;
}
const vision_qwen2Tower = (vision) => {
    const width = need(vision, 'embed_dim');
    const layers = range(need(vision, 'num_hidden_layers', maxLayers));
    const inner = Math.floor(width * ratio(vision));
    const merged = width * need(vision, 'spatial_merge_size') ** 2;
    const block = 'visual.blocks.{l}';
    return tower([
        { name: 'visual.patch_embed.proj.weight', shape: patchShape(vision, width), part: 'vision' },
        ...norm(`${block}.norm1`, width, layers, true),
        ...norm(`${block}.norm2`, width, layers, true),
        ...qkv(block, width, layers),
        ...linear(`${block}.mlp.fc1`, [inner, width], 'vision', { layers, bias: true }),
        ...linear(`${block}.mlp.fc2`, [width, inner], 'vision', { layers, bias: true }),
        ...norm('visual.merger.ln_q', width, undefined, true),
        ...linear('visual.merger.mlp.0', [merged, merged], 'vision', { bias: true }),
        ...linear('visual.merger.mlp.2', [need(vision, 'hidden_size'), merged], 'vision', {
            bias: true,
        }),
    ]);
};
const qwen25Tower = (vision) => {
    const width = need(vision, 'hidden_size');
    const inner = need(vision, 'intermediate_size');
    const layers = range(need(vision, 'num_hidden_layers', maxLayers));
    const merged = width * need(vision, 'spatial_merge_size') ** 2;
    const block = 'visual.blocks.{l}';
    const options = { layers, bias: true };
    return tower([
        { name: 'visual.patch_embed.proj.weight', shape: patchShape(vision, width), part: 'vision' },
        ...norm(`${block}.norm1`, width, layers),
        ...norm(`${block}.norm2`, width, layers),
        ...qkv(block, width, layers),
        ...linear(`${block}.mlp.gate_proj`, [inner, width], 'vision', options),
        ...linear(`${block}.mlp.up_proj`, [inner, width], 'vision', options),
        ...linear(`${block}.mlp.down_proj`, [width, inner], 'vision', options),
        ...norm('visual.merger.ln_q', width),
        ...linear('visual.merger.mlp.0', [merged, merged], 'vision', { bias: true }),
        ...linear('visual.merger.mlp.2', [need(vision, 'out_hidden_size'), merged], 'vision', {
            bias: true,
        }),
    ]);
};
const vision_qwen3Tower = (vision) => {
    const width = need(vision, 'hidden_size');
    const inner = need(vision, 'intermediate_size');
    const layers = range(need(vision, 'num_hidden_layers', maxLayers));
    const block = 'model.visual.blocks.{l}';
    const options = { layers, bias: true };
    const levels = vision.items('deepstack_visual_indexes')?.length ?? 3;
    return tower([
        { name: 'model.visual.patch_embed.proj.weight', shape: patchShape(vision, width), part: 'vision' },
        { name: 'model.visual.patch_embed.proj.bias', shape: [width], part: 'vision' },
        {
            name: 'model.visual.pos_embed.weight',
            shape: [need(vision, 'num_position_embeddings'), width],
            part: 'vision',
        },
        ...norm(`${block}.norm1`, width, layers, true),
        ...norm(`${block}.norm2`, width, layers, true),
        ...qkv(block, width, layers),
        ...linear(`${block}.mlp.linear_fc1`, [inner, width], 'vision', options),
        ...linear(`${block}.mlp.linear_fc2`, [width, inner], 'vision', options),
        ...qwen3Mergers(vision, width, levels, need(vision, 'out_hidden_size')),
    ]);
};
function qwen3Mergers(vision, width, levels, out) {
    const merged = width * need(vision, 'spatial_merge_size') ** 2;
    const merger = (at, normWidth, layers) => {
        const options = { bias: true, ...(layers === undefined ? {} : { layers }) };
        return [
            ...norm(`${at}.norm`, normWidth, layers, true),
            ...linear(`${at}.linear_fc1`, [merged, merged], 'vision', options),
            ...linear(`${at}.linear_fc2`, [out, merged], 'vision', options),
        ];
    };
    return [
        ...merger('model.visual.merger', width),
        ...(levels > 0
            ? merger('model.visual.deepstack_merger_list.{l}', merged, range(Math.min(levels, maxLayers)))
            : []),
    ];
}
const siglipTower = (vision, textHidden) => {
    const width = need(vision, 'hidden_size');
    const inner = need(vision, 'intermediate_size');
    const layers = range(need(vision, 'num_hidden_layers', maxLayers));
    const patch = need(vision, 'patch_size');
    const positions = Math.floor(need(vision, 'image_size') / patch) ** 2;
    const at = 'vision_tower.vision_model';
    const block = `${at}.encoder.layers.{l}`;
    const options = { layers, bias: true };
    return tower([
        ...['weight', 'bias'].map((kind) => ({
            name: `${at}.embeddings.patch_embedding.${kind}`,
            shape: kind === 'bias' ? [width] : [width, need(vision, 'in_channels'), patch, patch],
            part: 'vision',
        })),
        { name: `${at}.embeddings.position_embedding.weight`, shape: [positions, width], part: 'vision' },
        ...norm(`${block}.layer_norm1`, width, layers, true),
        ...norm(`${block}.layer_norm2`, width, layers, true),
        ...['q_proj', 'k_proj', 'v_proj', 'out_proj'].flatMap((name) => linear(`${block}.self_attn.${name}`, [width, width], 'vision', options)),
        ...linear(`${block}.mlp.fc1`, [inner, width], 'vision', options),
        ...linear(`${block}.mlp.fc2`, [width, inner], 'vision', options),
        ...norm(`${at}.post_layernorm`, width, undefined, true),
        ...(vision.bool('vision_use_head') === false ? [] : siglipHead(`${at}.head`, width, inner)),
        { name: 'multi_modal_projector.mm_input_projection_weight', shape: [width, textHidden], part: 'vision' },
        ...norm('multi_modal_projector.mm_soft_emb_norm', width),
    ]);
};
function siglipHead(at, width, inner) {
    const bias = { bias: true };
    return [
        { name: `${at}.probe`, shape: [1, 1, width], part: 'vision' },
        { name: `${at}.attention.in_proj_weight`, shape: [3 * width, width], part: 'vision' },
        { name: `${at}.attention.in_proj_bias`, shape: [3 * width], part: 'vision' },
        ...linear(`${at}.attention.out_proj`, [width, width], 'vision', bias),
        ...norm(`${at}.layernorm`, width, undefined, true),
        ...linear(`${at}.mlp.fc1`, [inner, width], 'vision', bias),
        ...linear(`${at}.mlp.fc2`, [width, inner], 'vision', bias),
    ];
}

;// CONCATENATED MODULE: ./build/src/config/architecture/families.js





const plain = (decoder) => ({ decoder, prefix: 'model.', head: 'lm_head' });
const families = new Map([
    ...Object.keys(textFamilies).map((name) => [name, plain(name)]),
    ['qwen2_vl', { ...plain('qwen2'), tower: vision_qwen2Tower }],
    ['qwen2_5_vl', { ...plain('qwen2'), tower: qwen25Tower }],
    ['qwen3_vl', { ...plain('qwen3'), tower: vision_qwen3Tower, prefix: 'model.language_model.' }],
    ['qwen3_vl_moe', { ...plain('qwen3_moe'), tower: vision_qwen3Tower, prefix: 'model.language_model.' }],
    [
        'gemma3',
        {
            decoder: 'gemma3_text',
            tower: siglipTower,
            prefix: 'language_model.model.',
            head: 'language_model.lm_head',
        },
    ],
]);
const sameAs = new Map([
    ['qwen3_vl_text', 'qwen3'],
    ['qwen3_vl_moe_text', 'qwen3_moe'],
    ['qwen2_5_vl_text', 'qwen2'],
    ['qwen2_vl_text', 'qwen2'],
    ['deepseek_v2', 'deepseek_v3'],
    ['kimi_k2', 'deepseek_v3'],
]);
const noTower = new Section({ type: 'dict', entries: new Map(), start: 0, end: 0 }, []);
const generative = /For(?:CausalLM|ConditionalGeneration)$/;
function familyOf(model, setting) {
    if (setting === 'none')
        return undefined;
    if (setting !== 'auto')
        return families.has(setting) ? setting : undefined;
    if (!model.architectures.every((name) => generative.test(name)))
        return undefined;
    const byType = known(model.modelType);
    return (byType ?? model.architectures.map((name) => known(modelTypeOf(name))).find((name) => name !== undefined));
}
function known(name) {
    if (name === undefined)
        return undefined;
    const canonical = sameAs.get(name) ?? name;
    return families.has(canonical) ? canonical : undefined;
}
function modelTypeOf(architecture) {
    const name = architecture.slice(0, 100).replace(/(?:For[A-Z]\w*|Model|LMHeadModel)$/, '');
    const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll(/([A-Z])([A-Z][a-z])/g, '$1_$2');
    return words.toLowerCase();
}
function architectureOf(model, setting) {
    const name = familyOf(model, setting);
    const family = name === undefined ? undefined : families.get(name);
    if (name === undefined || family === undefined)
        return { kind: 'unknown' };
    try {
        return { kind: 'known', architecture: build(name, family, model) };
    }
    catch (error) {
        if (error instanceof MissingDimension)
            return { kind: 'incomplete', family: name, parameter: error.parameter };
        throw error;
    }
}
function build(name, family, model) {
    const make = textFamilies[family.decoder];
    if (make === undefined)
        throw new MissingDimension('model_type');
    const decoder = make({ text: model.text, top: model.top, prefix: family.prefix, head: family.head });
    const hidden = decoder.groups.find(({ part }) => part === 'embedding')?.shape[1] ?? 0;
    const vision = (model.vision ?? noTower).withDefaults(visionDefaults(name));
    return {
        family: name,
        groups: [...decoder.groups, ...(family.tower?.(vision, hidden) ?? [])],
        activeExperts: decoder.activeExperts,
        cache: decoder.cache,
        optional: decoder.optional ?? [],
    };
}

;// CONCATENATED MODULE: ./build/src/config/architecture/tensors.js
function groupSize(group) {
    const factors = [...group.shape, group.layers?.length ?? 1, group.experts ?? 1];
    const product = factors.reduce((all, factor) => all * factor, 1);
    if (Number.isSafeInteger(product))
        return BigInt(product);
    return factors.reduce((all, factor) => all * BigInt(factor), 1n);
}
function countParameters(architecture) {
    let [total, experts, embedding] = [0n, 0n, 0n];
    for (const group of architecture.groups) {
        const size = groupSize(group);
        total += size;
        if (group.part === 'expert')
            experts += size;
        if (group.part === 'embedding' || group.part === 'head')
            embedding += size;
    }
    const share = architecture.activeExperts;
    const idle = share === undefined ? 0n : (experts * BigInt(share.of - share.used)) / BigInt(share.of);
    return {
        total,
        active: total - idle,
        embedding,
    };
}

;// CONCATENATED MODULE: ./build/src/config/size/summary.js


function sizeOf(summary) {
    const { architecture: _, ...size } = summary;
    return size;
}
const dtypeBits = new Map([
    ['float64', 64],
    ['float32', 32],
    ['float', 32],
    ['fp32', 32],
    ['bfloat16', 16],
    ['bf16', 16],
    ['float16', 16],
    ['half', 16],
    ['fp16', 16],
    ['float8_e4m3fn', 8],
    ['float8_e5m2', 8],
    ['fp8', 8],
    ['int8', 8],
    ['int4', 4],
    ['mxfp4', 4],
]);
function summarise(model, familySetting) {
    const result = architectureOf(model, familySetting);
    if (result.kind !== 'known')
        return { result };
    const { architecture } = result;
    const counts = countParameters(architecture);
    const dtype = model.top.text('dtype') ?? model.text.text('dtype') ?? 'bfloat16';
    const bits = BigInt(dtypeBits.get(dtype.replace(/^torch\./, '')) ?? 16);
    const quantization = quantizationOf(model);
    const summary = {
        family: architecture.family,
        counts,
        dtype,
        weightBytes: (counts.total * bits) / 8n,
        ...(quantization === undefined ? {} : { quantization }),
        ...cacheOf(architecture.cache),
        architecture,
    };
    return { summary, result };
}
function quantizationOf({ top, text }) {
    const section = top.section('quantization_config') ?? text.section('quantization_config');
    if (section === undefined)
        return undefined;
    const method = section.text('quant_method')?.slice(0, 40) ?? 'quantization_config';
    const loaded = ['4', '8'].find((bits) => section.bool(`load_in_${bits}bit`) === true);
    const bits = section.int('bits') ?? loaded;
    return bits === undefined ? method : `${method}, ${bits} bits`;
}
function cacheOf({ elements, sliding }) {
    const cacheBytesPerToken = 2 * elements;
    if (sliding === undefined)
        return { cacheBytesPerToken };
    const { layers, window } = sliding;
    return {
        cacheBytesPerToken,
        sliding: { layers, window, cacheBytesPerToken: 2 * (elements - sliding.elements) },
    };
}
function summary_digits(value) {
    return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
function billions(value) {
    const number = Number(value);
    if (number >= 1e9)
        return `${(number / 1e9).toFixed(2)} B`;
    return number >= 1e6 ? `${(number / 1e6).toFixed(0)} M` : summary_digits(value);
}
function bytesText(bytes) {
    const number = Number(bytes);
    if (number >= 1e9)
        return `${(number / 1e9).toFixed(1)} GB`;
    if (number >= 1e6)
        return `${(number / 1e6).toFixed(1)} MB`;
    return number >= 1024 ? `${(number / 1024).toFixed(0)} KiB` : `${number} B`;
}

;// CONCATENATED MODULE: ./build/src/config/size/counted.js



function countModels(document, settings) {
    return findModels(document.root).map((model) => ({ model, ...summarise(model, settings.family) }));
}
function firstSummary(models) {
    return models.find(({ summary }) => summary !== undefined)?.summary;
}
function uncountedFindings(document, models) {
    return models.flatMap(({ model, result }) => {
        if (result.kind !== 'incomplete')
            return [];
        const { family, parameter } = result;
        return [
            configRules['parameters-unknown'].finding({
                message: `the parameters of this ${family} model cannot be counted: ${parameter} is not set, or no sane number`,
                file: document.file,
                ...(document.place(model.text.path, 'key') ?? document.place(model.text.at('model_type'), 'key')),
                help: `set ${parameter}`,
            }),
        ];
    });
}
const counted_sizes = ['hidden_size', 'intermediate_size', 'num_hidden_layers', 'num_attention_heads', 'vocab_size'];
function defaultSizeFindings(document, models) {
    return models.flatMap(({ model: { text }, summary }) => {
        const unset = summary === undefined ? [] : counted_sizes.filter((name) => text.get(name) === undefined);
        if (unset.length === 0)
            return [];
        const list = unset.map((name) => `${name} ${text.int(name)}`).join(', ');
        return [
            configRules['default-size'].finding({
                message: `not set, so the defaults of its class count: ${list}`,
                file: document.file,
                ...(document.place(text.path, 'key') ?? document.place(text.at('model_type'), 'key')),
                help: 'set them, if the model is to have other sizes; a name may be misspelt',
            }),
        ];
    });
}

;// CONCATENATED MODULE: ./build/src/config/text/no-parameters.js


function noParametersFindings({ file, root, dialect }) {
    if (root === undefined || root.type === 'dict')
        return [];
    const place = { file, line: 1, column: 1 };
    if (root.type === 'list') {
        const message = 'this file is a list: the registry and the cross-field rules look for names, and find none';
        return [
            textRules['no-parameters'].finding({
                ...place,
                severity: 'notice',
                message,
                help: `take it out of files in the policy ("!${file}"), or make it a mapping`,
            }),
        ];
    }
    const isEmpty = root.type === 'NoneType';
    return [
        textRules['no-parameters'].finding({
            ...place,
            message: `${readers[dialect]} reads this file as ${isEmpty ? 'None' : `one ${root.type}`}: it holds no parameters`,
            help: isEmpty ? 'write {} if it is to hold none' : 'write each parameter as name: value',
        }),
    ];
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

;// CONCATENATED MODULE: ./build/src/documents/schema/words.js



function nameOf(path) {
    return path.length === 0 ? 'the document' : pathText(path);
}
function outOfRange(words, name, limit, data) {
    return { rule: 'out-of-range', message: `${name} must be ${words} ${String(limit)}${got(data)}` };
}
function notMultiple(name, of, data) {
    return badValue(`${name} must be a multiple of ${String(of)}${got(data)}`);
}
function notMatching(name, pattern) {
    return badValue(`${name} does not match the pattern ${pattern}`);
}
function notAllowed(name, allowed, data) {
    const near = typeof data === 'string' ? nearest(data, allowed.map(String)) : undefined;
    const list = allowed.slice(0, 30).map(words_shortText).join(', ');
    const help = near === undefined ? `allowed: ${list}` : `did you mean ${near}? Allowed: ${list}`;
    return { rule: 'not-allowed', message: `${name} may not be ${words_shortText(data)}`, help };
}
function wrongLength(words, name, limit, data) {
    const isList = Array.isArray(data);
    const length = isList || typeof data === 'string' ? Array.from(data).length : 0;
    const items = `${isList ? 'item' : 'character'}${limit === 1 ? '' : 's'}`;
    return badValue(`${name} must have ${words} ${String(limit)} ${items}, not ${length}`);
}
function missingKey(name, key) {
    return { rule: 'missing-key', message: `${name} has no ${key}`, help: `add ${key}` };
}
function badValue(message) {
    return { rule: 'bad-value', message };
}
function got(data) {
    return data === undefined ? '' : `, not ${words_shortText(data)}`;
}
function words_shortText(data) {
    if (typeof data === 'number')
        return String(data);
    const text = Array.isArray(data)
        ? 'a list'
        : typeof data === 'object' && data !== null
            ? 'a mapping'
            : JSON.stringify(data);
    return clip(text, 61);
}

;// CONCATENATED MODULE: ./build/src/config/registry/constraints.js

const texts = { types: ['str'], what: 'text' };
const numbers = {
    types: ['int', 'float'],
    what: 'numbers',
    measure: (data) => (typeof data === 'number' ? data : undefined),
};
const lists = {
    types: ['list'],
    what: 'lists',
    measure: (data) => (Array.isArray(data) ? data.length : undefined),
};
const hair = 1e-9;
const allConstraints = [
    limited('min', numbers, atLeast, (...found) => outOfRange('at least', ...found)),
    limited('max', numbers, atMost, (...found) => outOfRange('at most', ...found)),
    limited('multipleOf', numbers, isMultiple, notMultiple),
    {
        key: 'pattern',
        appliesTo: texts,
        breach: (data, { pattern }, path) => pattern?.compiled.ok === true && typeof data === 'string' && !pattern.compiled.pattern.test(data)
            ? notMatching(nameOf(path), pattern.source)
            : undefined,
    },
    {
        key: 'enum',
        breach: (data, { enum: allowed }, path) => allowed?.some((one) => isEqual(one, data)) === false
            ? notAllowed(nameOf(path), allowed, data)
            : undefined,
    },
    limited('minItems', lists, atLeast, (...found) => wrongLength('at least', ...found)),
    limited('maxItems', lists, atMost, (...found) => wrongLength('at most', ...found)),
];
function limited(key, appliesTo, isMet, words) {
    return {
        key,
        appliesTo,
        breach: (data, { [key]: limit }, path) => {
            const measured = limit === undefined ? undefined : appliesTo.measure(data);
            return limit === undefined || measured === undefined || isMet(measured, limit)
                ? undefined
                : words(nameOf(path), limit, data);
        },
    };
}
function atLeast(measured, limit) {
    return measured >= limit;
}
function atMost(measured, limit) {
    return measured <= limit;
}
function isMultiple(value, of) {
    return !(Math.abs(Math.round(value / of) - value / of) > hair);
}
function isEqual(a, b) {
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
        return a === b;
    const [here, there] = [Object.entries(a), new Map(Object.entries(b))];
    if (Array.isArray(a) !== Array.isArray(b) || here.length !== there.size)
        return false;
    return here.every(([key, value]) => there.has(key) && isEqual(value, there.get(key)));
}

;// CONCATENATED MODULE: ./build/src/config/registry/check.js










function checkAgainstRegistry(document, registry, strict) {
    if (document.root === undefined)
        return [];
    const check = new Check(document, registry, strict ? 'error' : 'warning');
    check.walk(document.root, registry.root, []);
    return [...check.findings, ...check.breaches.slice(0, maxBreaches)];
}
const maxBreaches = 100;
class Check {
    findings = [];
    breaches = [];
    document;
    registry;
    unregistered;
    wronglyTyped = new Set();
    constructor(document, registry, unregistered) {
        this.document = document;
        this.registry = registry;
        this.unregistered = unregistered;
    }
    walk(node, registered, path) {
        const { parameter } = registered;
        if (parameter !== undefined)
            this.typed(node, parameter, path, parameter);
        else if (path.length > 0 && isScalar(node))
            this.notMapping(node, path);
        if (parameter?.steps.at(-1) === '**' || covers(registered))
            return;
        if (node.type === 'dict')
            this.entries(node, registered, path);
        else if (node.type === 'list')
            this.items(node.items, registered, path);
    }
    entries(node, registered, path) {
        for (const [name, { parameter }] of registered.children) {
            if (parameter?.required !== true || node.entries.has(name) || name === '*' || name === '**')
                continue;
            this.breach(missingKey(nameOf(path), name), path, parameter);
        }
        for (const { name, value } of node.entries.values()) {
            const child = registryChild(registered, name);
            path.push(name);
            if (child === undefined)
                this.unknown(node, registered, path);
            else
                this.walk(value, child, path);
            path.pop();
        }
    }
    items(items, registered, path) {
        for (const [index, item] of items.entries()) {
            const child = registryChild(registered, index);
            if (child === undefined)
                continue;
            path.push(index);
            this.walk(item, child, path);
            path.pop();
        }
    }
    unknown(parent, registered, path) {
        const name = String(path.at(-1));
        const known = [...registered.children.keys()].filter((key) => isSlip(name, key));
        const near = nearest(name, known.filter((key) => !parent.entries.has(key)));
        const rule = near === undefined ? configRules['unregistered-parameter'] : configRules['misspelt-parameter'];
        const meant = near ?? nearest(name, known);
        const taken = near === undefined ? ' That one is set here too: keep one.' : '';
        const help = meant === undefined
            ? `register ${name} in ${this.registry.file}, or remove it`
            : `did you mean ${meant}?${taken} If not, register ${name} in ${this.registry.file}`;
        this.add(rule, `${pathText(path)} is not registered`, help, path, 'key', this.unregistered);
    }
    typed(node, constraints, path, parameter) {
        if (parameter.deprecated !== undefined && constraints === parameter)
            this.deprecated(parameter, path);
        if (this.document.dialect === 'omegaconf' && isDeferred(node)) {
            this.wronglyTyped.add(pathText(path));
        }
        else if (constraints.types !== undefined && !constraints.types.has(node.type)) {
            this.wrongType(node, constraints.types, path, parameter);
        }
        else {
            this.constrained(node, constraints, path, parameter);
        }
        const { items } = parameter;
        if (node.type !== 'list' || items === undefined || constraints === items)
            return;
        for (const [index, item] of node.items.entries())
            this.typed(item, items, [...path, index], parameter);
    }
    constrained(node, constraints, path, parameter) {
        let data;
        for (const { key, breach } of allConstraints) {
            if (constraints[key] === undefined)
                continue;
            const found = breach((data ??= plainValue(node)), constraints, path);
            if (found !== undefined)
                this.breach(found, path, parameter);
        }
    }
    breach({ rule, message, help }, path, parameter) {
        if (this.wronglyTyped.has(pathText(path)))
            return;
        const words = help ?? helpOf(parameter);
        this.add(configRules[rule], message, words, path, 'value', 'error', this.breaches);
    }
    wrongType(node, types, path, parameter) {
        this.wronglyTyped.add(pathText(path));
        const wanted = [...types].join(' or ');
        const wantsNumber = types.has('float') || types.has('int');
        const got = isScalar(node) ? `${scalarText(node)} (${node.type})` : `a ${node.type}`;
        let message = `${pathText(path)} must be ${wanted}, not ${got}`;
        const number = node.type === 'str' && wantsNumber ? looksLikeNumber(node) : undefined;
        if (number === undefined) {
            const widen = `or widen its type in ${this.registry.file}`;
            const help = parameter.doc === undefined ? `write a value of type ${wanted}, ${widen}` : parameter.doc;
            return this.add(configRules['wrong-type'], message, help, path, 'value');
        }
        if (number.found)
            return;
        message += ': quotes make it text';
        this.add(textRules['number-as-text'], message, 'remove the quotes', path, 'value');
    }
    deprecated(parameter, path) {
        const reason = parameter.deprecated === 'deprecated' ? '' : `: ${parameter.deprecated}`;
        const help = parameter.replacedBy === undefined ? 'remove it' : `use ${parameter.replacedBy} instead`;
        const message = `${pathText(path)} is deprecated${reason}`;
        this.add(configRules['deprecated-parameter'], message, help, path, 'key');
    }
    notMapping(node, path) {
        if (node.type === 'NoneType')
            return;
        const name = pathText(path);
        const help = `parameters are registered below ${name}`;
        this.add(configRules['wrong-type'], `${name} must be a mapping, not ${node.type}`, help, path, 'value');
    }
    add(rule, message, help, path, what, severity = rule.severity, to = this.findings) {
        const place = this.document.place(path, what);
        to.push(rule.finding({ severity, message, help, file: this.document.file, ...place }));
    }
}
function helpOf({ doc = 'keep to what the registry allows, or widen it there', owner }) {
    return owner === undefined ? doc : `${doc} (owner: ${owner})`;
}

;// CONCATENATED MODULE: ./build/src/config/change/structural.js




function structuralFindings(head, changes, settings, registry) {
    if (settings.structural !== 'needs-reason')
        return [];
    return changes.flatMap((change) => {
        if (change.kind !== 'structural')
            return [];
        const reason = registry?.reasons.find((one) => isFor(one, change));
        const place = head.place(change.path, 'key') ?? head.place(change.path.slice(0, -1), 'key');
        return [
            { file: head.file, ...place, ...(reason === undefined ? without(change) : withReason(change, reason)) },
        ];
    });
}
function isFor(reason, { path, after }) {
    const to = after === undefined ? null : plainValue(after);
    return reason.parameter === pathText(path) && JSON.stringify(reason.to) === JSON.stringify(to);
}
function without({ path, before, after }) {
    const name = pathText(path);
    return configRules['structural-without-reason'].finding({
        message: `${name} is structural and changes from ${shortText(before)} to ${shortText(after)} without a stated reason`,
        help: `add to the registry: reasons: [{ parameter: ${name}, to: ${after === undefined ? 'null' : shortText(after)}, reason: … }]`,
    });
}
function withReason({ path, before, after }, { reason }) {
    return configRules['structural-reason'].finding({
        message: `${pathText(path)} changes from ${shortText(before)} to ${shortText(after)}: ${reason}`,
    });
}

;// CONCATENATED MODULE: ./build/src/config/rules/rule-findings.js

function headDim(text) {
    if (text.has('head_dim'))
        return text.int('head_dim');
    const [hidden, heads] = [text.int('hidden_size'), text.int('num_attention_heads')];
    if (hidden === undefined || heads === undefined || heads <= 0)
        return undefined;
    return hidden % heads === 0 ? hidden / heads : undefined;
}
function rotaryDim(text) {
    const width = headDim(text);
    return width === undefined ? undefined : Math.floor(width * partialFactor(text) + 1e-9);
}
function partialFactor(text) {
    const inRope = ropeSections(text).map((rope) => rope.number('partial_rotary_factor'));
    const found = [...inRope, text.number('partial_rotary_factor'), text.number('rotary_pct')];
    return found.find((factor) => factor !== undefined) ?? 1;
}
function ropeSections(text) {
    return ['rope_parameters', 'rope_scaling'].flatMap((name) => {
        const section = text.section(name);
        if (section === undefined)
            return [];
        const inner = [...section.node.entries.values()].flatMap((entry) => entry.value.type === 'dict' ? [section.section(entry.name)] : []);
        return inner.length > 0 ? inner.filter((one) => one !== undefined) : [section];
    });
}
function outside(section, name, limit) {
    return (section.items(name) ?? []).flatMap((item, index) => {
        const value = numberOf(item);
        return value === undefined || (value >= 0 && value < limit)
            ? []
            : [{ value, at: section.at(name, index) }];
    });
}
function numbersAt(node, at) {
    const own = numberOf(node);
    if (own !== undefined)
        return [{ value: own, at }];
    if (node.type !== 'list')
        return [];
    return node.items.flatMap((item, index) => numbersAt(item, [...at, index]));
}

;// CONCATENATED MODULE: ./build/src/config/rules/attention.js

function namesMamba(node) {
    if (node?.type === 'list')
        return node.items.some(namesMamba);
    return node?.type === 'str' && node.value === 'mamba';
}
const attentionRules = [
    {
        id: 'config/heads-divide-hidden',
        severity: 'error',
        summary: 'Without head_dim, hidden_size must be a multiple of num_attention_heads: a head is as wide as their quotient.',
        source: 'Megatron-LM arguments.py (kv_channels), vLLM config get_head_size; GPT-NeoX leaves Mamba out',
        example: 'hidden_size: 4096\nnum_attention_heads: 30',
        fix: 'change num_attention_heads or hidden_size, or set head_dim',
        *check({ text }) {
            const [hidden, heads] = [text.int('hidden_size'), text.int('num_attention_heads')];
            if (hidden === undefined || heads === undefined || heads <= 0)
                return;
            if (text.has('head_dim') || text.has('kv_lora_rank') || text.has('d_kv') || hidden % heads === 0)
                return;
            if (namesMamba(text.get('attention_config')))
                return;
            const message = `hidden_size ${hidden} is no multiple of num_attention_heads ${heads}, and head_dim is not set`;
            yield { at: text.at('num_attention_heads'), message };
        },
    },
    {
        id: 'config/kv-heads-divide-heads',
        severity: 'error',
        summary: 'num_attention_heads must be a multiple of num_key_value_heads: each group of queries shares one.',
        source: 'Megatron-LM attention.py divide(num_attention_heads, num_query_groups), vLLM num_q_per_kv',
        example: 'num_attention_heads: 32\nnum_key_value_heads: 6',
        fix: 'change num_key_value_heads to a divisor of num_attention_heads',
        *check({ text }) {
            const [heads, kv] = [text.int('num_attention_heads'), text.int('num_key_value_heads')];
            if (heads === undefined || kv === undefined || (kv > 0 && heads % kv === 0))
                return;
            const message = `num_attention_heads ${heads} is no multiple of num_key_value_heads ${kv}`;
            yield { at: text.at('num_key_value_heads'), message };
        },
    },
    {
        id: 'config/window-layers',
        severity: 'warning',
        summary: 'max_window_layers counts layers, so it is at most num_hidden_layers where sliding windows are used.',
        needs: ['use_sliding_window'],
        source: 'Qwen2 configuration: layers from max_window_layers on slide',
        example: 'use_sliding_window: true\nmax_window_layers: 48\nnum_hidden_layers: 28',
        fix: 'set max_window_layers to num_hidden_layers or less',
        *check({ text }) {
            const [window, layers] = [text.int('max_window_layers'), text.int('num_hidden_layers')];
            if (text.bool('use_sliding_window') !== true || window === undefined || layers === undefined)
                return;
            if (window <= layers)
                return;
            const message = `max_window_layers ${window} is above num_hidden_layers ${layers}`;
            yield { at: text.at('max_window_layers'), message };
        },
    },
    {
        id: 'config/window-size',
        severity: 'warning',
        summary: 'A sliding window wider than max_position_embeddings never slides.',
        needs: ['use_sliding_window'],
        source: 'Qwen2 and Mistral attention masks',
        example: 'use_sliding_window: true\nsliding_window: 65536\nmax_position_embeddings: 32768',
        fix: 'narrow sliding_window, or switch it off',
        *check({ text }) {
            const [window, positions] = [text.int('sliding_window'), text.int('max_position_embeddings')];
            if (text.bool('use_sliding_window') !== true || window === undefined || positions === undefined)
                return;
            if (window <= positions)
                return;
            const message = `sliding_window ${window} is wider than max_position_embeddings ${positions}`;
            yield { at: text.at('sliding_window'), message };
        },
    },
    {
        id: 'config/linear-heads-divide',
        severity: 'error',
        summary: 'linear_num_value_heads must be a multiple of linear_num_key_heads.',
        needs: ['linear_num_value_heads'],
        source: 'Megatron-LM transformer_config.py (gated delta net)',
        example: 'linear_num_value_heads: 32\nlinear_num_key_heads: 12',
        fix: 'change one of them',
        *check({ text }) {
            const [values, keys] = [text.int('linear_num_value_heads'), text.int('linear_num_key_heads')];
            if (values === undefined || keys === undefined || (keys > 0 && values % keys === 0))
                return;
            const message = `linear_num_value_heads ${values} is no multiple of linear_num_key_heads ${keys}`;
            yield { at: text.at('linear_num_value_heads'), message };
        },
    },
    {
        id: 'config/query-scale',
        severity: 'warning',
        summary: 'query_pre_attn_scalar is the width of a head: head_dim, or hidden_size by num_attention_heads.',
        needs: ['query_pre_attn_scalar'],
        source: 'Gemma 2 and 3 configurations',
        example: 'query_pre_attn_scalar: 265\nhead_dim: 256',
        fix: 'set it to head_dim, or to hidden_size / num_attention_heads',
        *check({ text }) {
            const scale = text.number('query_pre_attn_scalar');
            const [hidden, heads, width] = [
                text.int('hidden_size'),
                text.int('num_attention_heads'),
                headDim(text),
            ];
            if (scale === undefined || width === undefined)
                return;
            const fits = [width, hidden !== undefined && heads !== undefined ? hidden / heads : width];
            if (fits.includes(scale))
                return;
            const message = `query_pre_attn_scalar ${scale} is neither head_dim nor hidden_size / num_attention_heads (${fits.join(', ')})`;
            yield { at: text.at('query_pre_attn_scalar'), message };
        },
    },
    {
        id: 'config/latent-head-dim',
        severity: 'error',
        summary: 'With latent attention qk_head_dim is qk_nope_head_dim + qk_rope_head_dim, and the rotating part is even.',
        needs: ['qk_rope_head_dim', 'qk_head_dim'],
        source: 'transformers deepseek_v3 configuration',
        example: 'qk_nope_head_dim: 128\nqk_rope_head_dim: 63',
        fix: 'make the parts add up, and the rotating part even',
        *check({ text }) {
            const [nope, rope] = [text.int('qk_nope_head_dim'), text.int('qk_rope_head_dim')];
            if (rope !== undefined && rope % 2 !== 0) {
                yield {
                    at: text.at('qk_rope_head_dim'),
                    message: `qk_rope_head_dim ${rope} is odd: it rotates in pairs`,
                };
            }
            const whole = text.int('qk_head_dim');
            if (nope === undefined || rope === undefined || whole === undefined || whole === nope + rope)
                return;
            const message = `qk_head_dim ${whole} is not qk_nope_head_dim ${nope} + qk_rope_head_dim ${rope}`;
            yield { at: text.at('qk_head_dim'), message };
        },
    },
];

;// CONCATENATED MODULE: ./build/src/config/rules/consistency.js




const strictAliases = aliasGroups.filter(([name]) => ['num_experts', 'num_experts_per_tok', 'dtype', 'in_channels'].includes(name ?? ''));
function sections({ top, text, vision }) {
    const own = top === text ? [top] : [top, text];
    return vision === undefined ? own : [...own, vision];
}
const tiedBefore5 = new Map([
    ['qwen2_vl', false],
    ['qwen2_5_vl', false],
    ['qwen3_vl', false],
    ['qwen3_vl_moe', false],
    ['gemma3', true],
]);
const consistencyRules = [
    {
        id: 'config/token-id-range',
        severity: 'error',
        summary: 'Every token id is below vocab_size: the embedding has no row for a larger one. -1 stands for none.',
        source: 'transformers validate_token_ids',
        example: 'vocab_size: 129280\neos_token_id: 151643',
        fix: "use the ids of this model's tokenizer",
        *check({ top, text }) {
            const vocab = text.int('vocab_size') ?? top.int('vocab_size');
            if (vocab === undefined)
                return;
            for (const section of top === text ? [top] : [top, text]) {
                for (const { name, value } of section.node.entries.values()) {
                    if (!/_token_(?:ids?|index)$/.test(name))
                        continue;
                    const wrong = numbersAt(value, section.at(name)).filter(({ value: id }) => id >= vocab || id < -1);
                    for (const { value: id, at } of wrong) {
                        yield { at, message: `${name} ${id} is not below vocab_size ${vocab}` };
                    }
                }
            }
        },
    },
    {
        id: 'config/tied-embeddings-conflict',
        severity: 'warning',
        summary: 'tie_word_embeddings at the top and in text_config disagree: which one holds depends on the reader.',
        needs: textSections,
        source: 'transformers 5 re-saves',
        example: 'tie_word_embeddings: false\ntext_config: { tie_word_embeddings: true }',
        fix: 'set both alike',
        *check({ top, text, modelType }) {
            const [outer, said] = [top.bool('tie_word_embeddings'), text.bool('tie_word_embeddings')];
            const inner = said ?? tiedBefore5.get(modelType ?? '');
            if (top === text || outer === undefined || inner === undefined || outer === inner)
                return;
            const section = String(text.path.at(-1));
            const other = said === undefined
                ? `not set in ${section}, where transformers 4 looks and takes ${inner}`
                : `${said} in ${section}`;
            const at = said === undefined ? top.at('tie_word_embeddings') : text.at('tie_word_embeddings');
            yield { at, message: `tie_word_embeddings is ${outer} at the top and ${other}` };
        },
    },
    {
        id: 'config/alias-conflict',
        severity: 'error',
        summary: 'Two names of one parameter are set to different values.',
        source: 'transformers attribute_map, vLLM get_num_experts',
        example: 'num_experts: 128\nnum_local_experts: 64',
        fix: 'keep one of them',
        *check(model) {
            for (const section of sections(model)) {
                for (const group of strictAliases) {
                    const set = group.flatMap((name) => {
                        const node = section.node.entries.get(name)?.value;
                        return node === undefined || node.type === 'NoneType' || !isScalar(node) ? [] : [{ name, node }];
                    });
                    const [first, ...others] = set;
                    const other = others.find(({ node }) => first !== undefined && fingerprint(node) !== fingerprint(first.node));
                    if (first === undefined || other === undefined)
                        continue;
                    const tell = ({ name, node }) => `${name} ${scalarText(node)}`;
                    yield {
                        at: [...section.path, other.name],
                        message: `${tell(first)} and ${tell(other)} are one parameter`,
                    };
                }
            }
        },
    },
    {
        id: 'config/labels',
        severity: 'error',
        summary: 'id2label names num_labels labels, and single-label classification needs more than one.',
        needs: ['num_labels', 'id2label', 'problem_type'],
        source: 'transformers configuration_utils',
        example: 'problem_type: single_label_classification\nnum_labels: 1',
        fix: 'make num_labels, id2label and problem_type fit',
        *check({ top }) {
            const [labels, names] = [top.int('num_labels'), top.section('id2label')?.node.entries.size];
            if (labels !== undefined && names !== undefined && labels !== names) {
                yield { at: top.at('num_labels'), message: `num_labels is ${labels}, but id2label names ${names}` };
            }
            if (top.text('problem_type') !== 'single_label_classification')
                return;
            const count = labels ?? names;
            if (count === undefined || count > 1)
                return;
            yield {
                at: top.at('problem_type'),
                message: `single_label_classification needs more than ${count} label`,
            };
        },
    },
    {
        id: 'config/quantization-blocks',
        severity: 'warning',
        summary: 'Blocks of a block-wise quantisation divide the widths they cut, or the last block is padded.',
        needs: ['quantization_config'],
        source: 'DeepSeek-V3 quantization_config',
        example: 'hidden_size: 7000\nquantization_config: { weight_block_size: [128, 128] }',
        fix: 'use widths that are multiples of the block, if that is not meant',
        *check({ top, text }) {
            const quantization = top.section('quantization_config') ?? text.section('quantization_config');
            const block = quantization?.ints('weight_block_size')?.[0];
            if (quantization === undefined || block === undefined || block < 1)
                return;
            for (const name of ['hidden_size', 'intermediate_size', 'moe_intermediate_size']) {
                const width = text.int(name);
                if (width === undefined || width % block === 0)
                    continue;
                yield { at: text.at(name), message: `${name} ${width} is no multiple of weight_block_size ${block}` };
            }
        },
    },
];

;// CONCATENATED MODULE: ./build/src/config/rules/experts.js

const expertRules = [
    {
        id: 'config/experts-per-token',
        severity: 'error',
        summary: 'A token uses at least one expert and at most all of them.',
        source: 'torch.topk in the routers of transformers',
        example: 'num_experts: 8\nnum_experts_per_tok: 16',
        fix: 'correct num_experts_per_tok or num_experts',
        *check({ text }) {
            const [experts, used] = [text.int('num_experts'), text.int('num_experts_per_tok')];
            if (experts === undefined || used === undefined || experts === 0)
                return;
            if (used >= 1 && used <= experts)
                return;
            const at = text.at('num_experts_per_tok');
            yield {
                at,
                message: `num_experts_per_tok ${used} is not between 1 and the number of experts, ${experts}`,
            };
        },
    },
    {
        id: 'config/expert-groups',
        severity: 'error',
        summary: 'Experts divide into n_group groups, topk_group of them are used, and hold all experts of a token.',
        needs: ['n_group'],
        source: 'Megatron-LM transformer_config.py (moe_router_num_groups)',
        example: 'n_routed_experts: 256\nn_group: 7',
        fix: 'make the groups fit the experts',
        *check({ text }) {
            const [experts, groups, used] = [text.int('num_experts'), text.int('n_group'), text.int('topk_group')];
            if (groups === undefined || groups === 0)
                return;
            if (experts !== undefined && (groups < 0 || experts % groups !== 0)) {
                yield { at: text.at('n_group'), message: `${experts} experts do not divide into n_group ${groups}` };
                return;
            }
            if (used === undefined)
                return;
            if (used > groups || used < 1) {
                yield {
                    at: text.at('topk_group'),
                    message: `topk_group ${used} is not between 1 and n_group ${groups}`,
                };
                return;
            }
            const perToken = text.int('num_experts_per_tok');
            const reachable = experts === undefined ? undefined : (used * experts) / groups;
            if (perToken === undefined || reachable === undefined || perToken <= reachable)
                return;
            const message = `num_experts_per_tok ${perToken} is more than the ${reachable} experts of topk_group ${used} groups`;
            yield { at: text.at('num_experts_per_tok'), message };
        },
    },
    {
        id: 'config/dense-layers',
        severity: 'error',
        summary: 'mlp_only_layers names layers that exist, and decoder_sparse_step is at least 1.',
        needs: ['mlp_only_layers', 'decoder_sparse_step'],
        source: 'transformers qwen3_moe configuration',
        example: 'num_hidden_layers: 48\nmlp_only_layers: [0, 48]',
        fix: 'layers count from 0 to num_hidden_layers - 1',
        *check({ text }) {
            const layers = text.int('num_hidden_layers');
            if (layers !== undefined) {
                for (const { value, at } of outside(text, 'mlp_only_layers', layers)) {
                    yield { at, message: `mlp_only_layers names layer ${value}, but there are ${layers}, from 0` };
                }
            }
            const step = text.int('decoder_sparse_step');
            if (step === undefined || step >= 1)
                return;
            yield { at: text.at('decoder_sparse_step'), message: `decoder_sparse_step ${step} is below 1` };
        },
    },
    {
        id: 'config/first-dense-layers',
        severity: 'error',
        summary: 'first_k_dense_replace is between 0 and num_hidden_layers.',
        source: 'transformers deepseek_v3 configuration',
        example: 'num_hidden_layers: 61\nfirst_k_dense_replace: 62',
        fix: 'correct first_k_dense_replace',
        *check({ text }) {
            const [first, layers] = [text.int('first_k_dense_replace'), text.int('num_hidden_layers')];
            if (first === undefined || layers === undefined || (first >= 0 && first <= layers))
                return;
            const message = `first_k_dense_replace ${first} is not between 0 and num_hidden_layers ${layers}`;
            yield { at: text.at('first_k_dense_replace'), message };
        },
    },
];

;// CONCATENATED MODULE: ./build/src/config/rules/layers.js


const layerTypes = [
    'full_attention',
    'sliding_attention',
    'chunked_attention',
    'linear_attention',
    'compressed_attention',
    'hybrid',
    'attention',
    'mamba',
    'moe',
    'sparse',
    'dense',
    'conv',
    'recurrent',
];
const layerRules = [
    {
        id: 'config/layer-types',
        severity: 'error',
        summary: 'layer_types has one entry for each layer.',
        needs: ['layer_types'],
        source: 'transformers configuration_utils validate_layer_type',
        example: 'num_hidden_layers: 3\nlayer_types: [sliding_attention, full_attention]',
        fix: 'give layer_types num_hidden_layers entries',
        *check({ text }) {
            const [types, layers] = [text.items('layer_types'), text.int('num_hidden_layers')];
            if (types === undefined)
                return;
            if (layers !== undefined && types.length !== layers) {
                const message = `layer_types has ${types.length} entries, but num_hidden_layers is ${layers}`;
                yield { at: text.at('layer_types'), message };
            }
            for (const [index, type] of types.entries()) {
                const near = type.type === 'str' && !layerTypes.includes(type.value)
                    ? nearest(type.value, layerTypes)
                    : undefined;
                if (near === undefined || type.type !== 'str')
                    continue;
                const at = text.at('layer_types', index);
                yield {
                    at,
                    message: `layer type ${type.value} is not known`,
                    help: `did you mean ${near}?`,
                    severity: 'warning',
                };
            }
        },
    },
    {
        id: 'config/attention-interval',
        severity: 'warning',
        summary: 'full_attention_interval says which layers of layer_types attend fully: every n-th.',
        needs: ['full_attention_interval'],
        source: 'Qwen3-Next configuration',
        example: 'full_attention_interval: 4\nlayer_types: [full_attention, linear_attention, …]',
        fix: 'change one of them, or leave layer_types out',
        *check({ text }) {
            const [interval, types] = [text.int('full_attention_interval'), text.items('layer_types')];
            if (interval === undefined || interval < 1 || types === undefined)
                return;
            const wrong = types.findIndex((type, index) => type.type === 'str' && (type.value === 'full_attention') !== ((index + 1) % interval === 0));
            if (wrong < 0)
                return;
            const message = `layer ${wrong} of layer_types does not fit full_attention_interval ${interval}`;
            yield { at: text.at('layer_types', wrong), message };
        },
    },
    {
        id: 'config/layer-index',
        severity: 'error',
        summary: 'Lists of layers name layers that exist.',
        needs: ['cross_attention_layers', 'fullatt_block_indexes', 'intermediate_layers_indices'],
        source: 'mllama and qwen2_5_vl configurations',
        example: 'num_hidden_layers: 40\ncross_attention_layers: [3, 40]',
        fix: 'layers count from 0',
        *check({ text, vision }) {
            const lists = [
                { section: text, list: 'cross_attention_layers' },
                { section: vision, list: 'fullatt_block_indexes' },
                { section: vision, list: 'intermediate_layers_indices' },
            ];
            for (const { section, list } of lists) {
                const layers = section?.int('num_hidden_layers');
                if (section === undefined || layers === undefined)
                    continue;
                for (const { value, at } of outside(section, list, layers)) {
                    yield { at, message: `${list} names layer ${value}, but there are ${layers}, from 0` };
                }
            }
        },
    },
];

;// CONCATENATED MODULE: ./build/src/config/rules/rope.js


const requiredKeys = new Map([
    ['default', []],
    ['mrope', []],
    ['proportional', []],
    ['linear', ['factor']],
    ['dynamic', ['factor']],
    ['yarn', ['factor']],
    ['llama3', ['factor', 'low_freq_factor', 'high_freq_factor', 'original_max_position_embeddings']],
    ['longrope', ['short_factor', 'long_factor']],
    ['su', ['short_factor', 'long_factor']],
]);
const sameType = [
    ['su', 'longrope'],
    ['mrope', 'default'],
];
function typeOf(rope) {
    return rope.text('rope_type') ?? rope.text('type');
}
function typeAt(rope) {
    return rope.at(rope.has('rope_type') ? 'rope_type' : 'type');
}
function* missingKeys(rope) {
    const type = typeOf(rope);
    const required = type === undefined ? undefined : requiredKeys.get(type);
    for (const key of required ?? []) {
        if (rope.has(key))
            continue;
        const message = `rope_type ${type} needs ${key}, which is not set`;
        yield { at: typeAt(rope), message, help: `set ${key} beside rope_type` };
    }
    const near = type === undefined || required !== undefined ? undefined : nearest(type, requiredKeys.keys());
    if (near === undefined)
        return;
    yield {
        at: typeAt(rope),
        message: `rope_type ${type} is not known`,
        help: `did you mean ${near}?`,
        severity: 'warning',
    };
}
const ropeNames = ['rope_parameters', 'rope_scaling'];
const ropeRules = [
    {
        id: 'config/mrope-section',
        severity: 'error',
        summary: 'mrope_section splits half of the rotating width in three: time, height, width.',
        needs: ropeNames,
        source: 'MaxText layers/embeddings.py, torchtitan rope.py',
        example: 'head_dim: 128\nrope_scaling: { rope_type: default, mrope_section: [24, 20, 18] }',
        fix: 'make the three numbers add up to half of the rotating width',
        *check({ text }) {
            const width = rotaryDim(text);
            for (const rope of ropeSections(text)) {
                const section = rope.ints('mrope_section');
                if (section === undefined || width === undefined)
                    continue;
                const sum = section.reduce((total, part) => total + part, 0);
                const at = rope.at('mrope_section');
                if (section.length !== 3)
                    yield { at, message: `mrope_section has ${section.length} parts, not 3` };
                else if (sum !== width / 2) {
                    yield {
                        at,
                        message: `mrope_section adds up to ${sum}, but half of the rotating width is ${width / 2}`,
                    };
                }
            }
        },
    },
    {
        id: 'config/odd-rotary-width',
        severity: 'error',
        summary: 'Numbers of a head rotate in pairs: the rotating width is even.',
        source: 'transformers modeling_rope_utils',
        example: 'head_dim: 127',
        fix: 'make head_dim (times partial_rotary_factor) even',
        *check({ text }) {
            const width = rotaryDim(text);
            if (text.has('kv_lora_rank') || width === undefined || width <= 4 || width % 2 === 0)
                return;
            const at = text.has('head_dim') ? text.at('head_dim') : text.at('num_attention_heads');
            yield { at, message: `the rotating width of a head is ${width}, which is odd` };
        },
    },
    {
        id: 'config/rope-keys',
        severity: 'error',
        summary: 'Each rope_type needs its own parameters, and the model stops at load without them.',
        needs: ropeNames,
        source: 'transformers modeling_rope_utils',
        example: 'rope_scaling: { rope_type: llama3, factor: 8.0 }',
        fix: 'set what is missing',
        *check({ text }) {
            for (const rope of ropeSections(text))
                yield* missingKeys(rope);
        },
    },
    {
        id: 'config/rope-type-conflict',
        severity: 'error',
        summary: '`type` is the old name of `rope_type`: where both stand they must agree.',
        needs: ropeNames,
        source: 'vLLM patch_legacy_rope_type',
        example: 'rope_scaling: { type: linear, rope_type: yarn, factor: 4.0 }',
        fix: 'keep rope_type only',
        *check({ text }) {
            for (const rope of ropeSections(text)) {
                const [old, now] = [rope.text('type'), rope.text('rope_type')];
                if (old === undefined || now === undefined || old === now)
                    continue;
                if (sameType.some((names) => names.includes(old) && names.includes(now)))
                    continue;
                yield { at: rope.at('type'), message: `type ${old} and rope_type ${now} disagree` };
            }
        },
    },
    {
        id: 'config/yarn-factor',
        severity: 'warning',
        summary: 'For yarn, factor is max_position_embeddings by original_max_position_embeddings.',
        needs: ropeNames,
        source: 'transformers modeling_rope_utils _validate_yarn',
        example: 'max_position_embeddings: 131072\nrope_scaling: { rope_type: yarn, factor: 2.0, original_max_position_embeddings: 32768 }',
        fix: 'correct factor, or one of the two lengths',
        *check({ text }) {
            const positions = text.int('max_position_embeddings');
            for (const rope of ropeSections(text)) {
                const [factor, original] = [rope.number('factor'), rope.int('original_max_position_embeddings')];
                if (typeOf(rope) !== 'yarn' || positions === undefined || factor === undefined || !original)
                    continue;
                const ratio = positions / original;
                if (ratio === 1 || Math.abs(ratio - factor) < 0.01)
                    continue;
                const message = `factor ${factor} is not max_position_embeddings ${positions} / original_max_position_embeddings ${original} = ${ratio}`;
                yield { at: rope.at('factor'), message };
            }
        },
    },
    {
        id: 'config/llama3-rope',
        severity: 'warning',
        summary: 'For llama3, high_freq_factor is above low_freq_factor, and the original length below the new one.',
        needs: ropeNames,
        source: 'transformers modeling_rope_utils _validate_llama3',
        example: 'rope_scaling: { rope_type: llama3, low_freq_factor: 4.0, high_freq_factor: 1.0, … }',
        fix: 'swap the two factors, or correct the length',
        *check({ text }) {
            const positions = text.int('max_position_embeddings');
            for (const rope of ropeSections(text)) {
                if (typeOf(rope) !== 'llama3')
                    continue;
                const [low, high] = [rope.number('low_freq_factor'), rope.number('high_freq_factor')];
                const original = rope.int('original_max_position_embeddings');
                if (low !== undefined && high !== undefined && high <= low) {
                    yield {
                        at: rope.at('high_freq_factor'),
                        message: `high_freq_factor ${high} is not above low_freq_factor ${low}`,
                    };
                }
                if (original === undefined || positions === undefined || original < positions)
                    continue;
                const message = `original_max_position_embeddings ${original} is not below max_position_embeddings ${positions}`;
                yield { at: rope.at('original_max_position_embeddings'), message };
            }
        },
    },
    {
        id: 'config/longrope-length',
        severity: 'warning',
        summary: 'For longrope, short_factor and long_factor have one number for each pair that rotates.',
        needs: ropeNames,
        source: 'transformers modeling_rope_utils _validate_longrope',
        example: 'head_dim: 96\nrope_scaling: { rope_type: longrope, short_factor: [1.0], long_factor: [1.0] }',
        fix: 'give half of the rotating width many numbers',
        *check({ text }) {
            const width = rotaryDim(text);
            for (const rope of ropeSections(text)) {
                for (const name of ['short_factor', 'long_factor']) {
                    const length = rope.items(name)?.length;
                    if (length === undefined || width === undefined || length === width / 2)
                        continue;
                    yield { at: rope.at(name), message: `${name} has ${length} numbers, not ${width / 2}` };
                }
            }
        },
    },
    {
        id: 'config/rope-set-twice',
        severity: 'error',
        summary: 'rope_parameters replaces rope_theta and rope_scaling: where both stand, readers disagree which one holds.',
        needs: ['rope_parameters'],
        source: 'vLLM rope_parameters patches, transformers 5',
        example: 'rope_theta: 10000.0\nrope_parameters: { rope_theta: 1000000.0, rope_type: default }',
        fix: 'keep rope_parameters only, or leave it out',
        *check({ text }) {
            const now = text.section('rope_parameters');
            if (now === undefined)
                return;
            const [outer, inner] = [text.number('rope_theta'), now.number('rope_theta')];
            if (outer !== undefined && inner !== undefined && outer !== inner) {
                yield {
                    at: text.at('rope_theta'),
                    message: `rope_theta ${outer} and rope_parameters.rope_theta ${inner} disagree`,
                };
            }
            if (text.section('rope_scaling') === undefined)
                return;
            yield { at: text.at('rope_scaling'), message: 'rope_scaling and rope_parameters are both set' };
        },
    },
];

;// CONCATENATED MODULE: ./build/src/config/rules/training.js
const heads = ['num_attention_heads', 'n_head'];
const kvHeads = ['num_key_value_heads', 'num_query_groups'];
const training_layers = ['num_hidden_layers', 'num_layers', 'n_layer'];
const training_experts = [
    'num_experts',
    'num_local_experts',
    'n_routed_experts',
    'num_moe_experts',
    'moe_num_experts',
];
const tensor = ['tensor_model_parallel_size', 'tensor_parallel_size', 'tp_size'];
const pipeline = ['pipeline_model_parallel_size', 'pipeline_parallel_size', 'pp_size'];
const virtual = ['virtual_pipeline_model_parallel_size', 'virtual_pipeline_parallel_size'];
const expert = ['expert_model_parallel_size', 'expert_parallel_size', 'ep_size'];
const context = ['context_parallel_size', 'cp_size'];
const unevenStages = [
    'decoder_first_pipeline_num_layers',
    'decoder_last_pipeline_num_layers',
    'num_layers_in_first_pipeline_stage',
    'num_layers_in_last_pipeline_stage',
    'account_for_embedding_in_pipeline_split',
    'account_for_loss_in_pipeline_split',
    'pipeline_model_parallel_layout',
];
function* undivided(whole, part) {
    if (whole === undefined || part === undefined || part.value < 1 || whole.value % part.value === 0)
        return;
    yield {
        at: part.path,
        message: `${whole.name} ${whole.value} is no multiple of ${part.name} ${part.value}`,
    };
}
const trainingRules = [
    {
        id: 'config/tensor-parallel',
        severity: 'error',
        summary: 'Heads divide over the tensor-parallel ranks; so do key-value heads, or the ranks over them.',
        needs: tensor,
        source: 'Megatron-LM transformer_config.py, vLLM config',
        example: 'num_attention_heads: 32\ntensor_model_parallel_size: 6',
        fix: 'use a size that divides the heads',
        *check(view) {
            const size = view.number(...tensor);
            yield* undivided(view.number(...heads), size);
            const kv = view.number(...kvHeads);
            if (size === undefined || kv === undefined || kv.value < 1 || size.value < 1)
                return;
            if (kv.value % size.value === 0 || size.value % kv.value === 0)
                return;
            yield {
                at: size.path,
                message: `${size.name} ${size.value} and ${kv.name} ${kv.value} do not divide each other`,
            };
        },
    },
    {
        id: 'config/expert-parallel',
        severity: 'error',
        summary: 'Experts divide over the expert-parallel ranks, and there are experts.',
        needs: expert,
        source: 'Megatron-LM arguments.py, transformer_config.py',
        example: 'num_experts: 128\nexpert_model_parallel_size: 12',
        fix: 'use a size that divides the experts',
        *check(view) {
            const size = view.number(...expert);
            yield* undivided(view.number(...training_experts), size);
            if (size === undefined || size.value <= 1 || view.has(...training_experts, '_target_'))
                return;
            if (!view.has(...training_layers))
                return;
            yield { at: size.path, message: `${size.name} is ${size.value}, but the model has no experts` };
        },
    },
    {
        id: 'config/pipeline-parallel',
        severity: 'error',
        summary: 'Layers divide over the pipeline stages, and those of a stage over its virtual stages.',
        needs: pipeline,
        source: 'Megatron-LM transformer_config.py',
        example: 'num_hidden_layers: 46\npipeline_model_parallel_size: 4',
        fix: 'use a size that divides the layers, or set an uneven split',
        *check(view) {
            const [all, stages, parts] = [
                view.number(...training_layers),
                view.number(...pipeline),
                view.number(...virtual),
            ];
            if (all === undefined || stages === undefined || stages.value < 1 || view.has(...unevenStages))
                return;
            if (all.value % stages.value !== 0)
                return yield* undivided(all, stages);
            if (parts === undefined || parts.value < 1 || (all.value / stages.value) % parts.value === 0)
                return;
            const message = `the ${all.value / stages.value} layers of a stage do not divide by ${parts.name} ${parts.value}`;
            yield { at: parts.path, message };
        },
    },
    {
        id: 'config/sequence-length',
        severity: 'error',
        summary: 'Sequences are no longer than max_position_embeddings, and divide in two for each context-parallel rank.',
        needs: ['seq_length'],
        source: 'Megatron-LM arguments.py',
        example: 'seq_length: 8192\nmax_position_embeddings: 4096',
        fix: 'shorten seq_length, or raise max_position_embeddings',
        *check(view) {
            const [length, most] = [view.number('seq_length'), view.number('max_position_embeddings')];
            if (length === undefined)
                return;
            if (most !== undefined && length.value > most.value) {
                yield {
                    at: length.path,
                    message: `${length.name} ${length.value} is above ${most.name} ${most.value}`,
                };
            }
            const ranks = view.number(...context);
            if (ranks === undefined || ranks.value <= 1 || length.value % (2 * ranks.value) === 0)
                return;
            yield {
                at: length.path,
                message: `${length.name} ${length.value} is no multiple of 2 × ${ranks.name} ${ranks.value}`,
            };
        },
    },
    {
        id: 'config/learning-rate-order',
        severity: 'error',
        summary: 'min_lr is not above lr.',
        needs: ['min_lr', 'min_learning_rate'],
        source: 'Megatron-LM arguments.py',
        example: 'lr: 1.0e-5\nmin_lr: 1.0e-4',
        fix: 'swap them, or correct the exponent',
        *check(view) {
            const [least, rate] = [view.number('min_lr', 'min_learning_rate'), view.number('lr', 'learning_rate')];
            if (least === undefined || rate === undefined || least.value <= rate.value)
                return;
            yield { at: least.path, message: `${least.name} ${least.value} is above ${rate.name} ${rate.value}` };
        },
    },
    {
        id: 'config/router',
        severity: 'error',
        summary: "Options of Megatron's router that exclude each other.",
        source: 'Megatron-LM transformer_config.py, router.py',
        example: 'moe_router_topk: 1\nmoe_router_score_function: softmax',
        fix: 'change one of the options',
        *check(view) {
            for (const { names, fails, message } of routerChecks) {
                const at = view.find(...names)?.path;
                if (at !== undefined && fails(view))
                    yield { at, message };
            }
        },
    },
];
function scoreFunction(view) {
    return view.text('moe_router_score_function') ?? view.text('scoring_func') ?? 'softmax';
}
const balancing = ['aux_loss', 'seq_aux_loss', 'global_aux_loss', 'none'];
const routerChecks = [
    {
        names: ['moe_router_topk'],
        message: 'moe_router_topk 1 with softmax needs moe_router_pre_softmax: after the top 1 softmax is always 1',
        fails: (view) => view.number('moe_router_topk')?.value === 1 &&
            scoreFunction(view) === 'softmax' &&
            view.text('moe_router_load_balancing_type') !== 'sinkhorn' &&
            !view.flag('moe_router_pre_softmax'),
    },
    {
        names: ['moe_router_enable_expert_bias'],
        message: 'moe_router_enable_expert_bias works with the score functions sigmoid and sqrtsoftplus only',
        fails: (view) => view.flag('moe_router_enable_expert_bias') &&
            !['sigmoid', 'sqrtsoftplus'].includes(scoreFunction(view)),
    },
    {
        names: ['moe_router_load_balancing_type'],
        message: 'sinkhorn balancing needs moe_aux_loss_coeff 0',
        fails: (view) => view.text('moe_router_load_balancing_type') === 'sinkhorn' &&
            (view.number('moe_aux_loss_coeff')?.value ?? 0) !== 0,
    },
    {
        names: ['moe_ffn_hidden_size'],
        message: 'moe_ffn_hidden_size is set, but no number of experts',
        fails: (view) => view.has('moe_ffn_hidden_size') && !view.has(...training_experts),
    },
    {
        names: ['moe_expert_capacity_factor'],
        message: `moe_expert_capacity_factor works with the balancing types ${balancing.join(', ')} only`,
        fails: (view) => view.has('moe_expert_capacity_factor') &&
            !balancing.includes(view.text('moe_router_load_balancing_type') ?? 'aux_loss'),
    },
];

;// CONCATENATED MODULE: ./build/src/config/rules/value-rules.js


const counts = [
    'hidden_size',
    'num_hidden_layers',
    'num_attention_heads',
    'num_key_value_heads',
    'head_dim',
    'vocab_size',
    'intermediate_size',
    'max_position_embeddings',
    'moe_intermediate_size',
    'num_experts_per_tok',
    'patch_size',
    'spatial_merge_size',
    'temporal_patch_size',
];
const share = /(?:^|_)(?:dropout|pdrop)(?:_prob|_rate|_p)?$/;
const scales = ['rms_norm_eps', 'layer_norm_eps', 'layernorm_epsilon', 'rope_theta', 'initializer_range'];
function value_rules_sections({ top, text, vision }) {
    return [...new Set([top, text])].concat(vision ?? []);
}
const published = [
    { name: 'Mixtral-8x7B', shape: [4096, 14_336, 32, 32, 8], kvHeads: 8 },
    { name: 'Mixtral-8x22B', shape: [6144, 16_384, 56, 48, 8], kvHeads: 8 },
    { name: 'Llama-3-8B', shape: [4096, 14_336, 32, 32, undefined], kvHeads: 8 },
    { name: 'Llama-2-70B and Llama-3-70B', shape: [8192, 28_672, 80, 64, undefined], kvHeads: 8 },
    { name: 'Qwen2.5-7B', shape: [3584, 18_944, 28, 28, undefined], kvHeads: 4 },
    { name: 'Qwen3-8B', shape: [4096, 12_288, 36, 32, undefined], kvHeads: 8 },
    { name: 'Qwen3-32B', shape: [5120, 25_600, 64, 64, undefined], kvHeads: 8 },
    { name: 'Qwen3-30B-A3B', shape: [2048, 6144, 48, 32, 128], kvHeads: 4 },
    { name: 'Qwen3-235B-A22B', shape: [4096, 12_288, 94, 64, 128], kvHeads: 4 },
];
const valueRules = [
    {
        id: 'config/not-positive',
        severity: 'error',
        summary: 'Widths, counts and lengths are integers of 1 or more.',
        source: 'every implementation allocates tensors of these sizes',
        example: 'num_hidden_layers: 0',
        fix: 'use an integer of 1 or more',
        *check(model) {
            for (const section of value_rules_sections(model)) {
                for (const name of counts) {
                    const node = section.get(name);
                    if (node === undefined || node.type === 'NoneType' || !isScalar(node))
                        continue;
                    if (node.type === 'int' && node.value > 0n)
                        continue;
                    if (isDeferred(node))
                        continue;
                    yield {
                        at: section.at(name),
                        message: `${name} must be an integer of 1 or more, not ${scalarText(node)} (${node.type})`,
                    };
                }
            }
        },
    },
    {
        id: 'config/share-range',
        severity: 'error',
        summary: 'A dropout is a share: 0 to 1.',
        source: 'torch.nn.Dropout',
        example: 'attention_dropout: 10',
        fix: 'write 0.1 for 10 %',
        *check(model) {
            for (const section of value_rules_sections(model)) {
                for (const { name } of section.node.entries.values()) {
                    const value = share.test(name) ? section.number(name) : undefined;
                    if (value === undefined || (value >= 0 && value <= 1))
                        continue;
                    yield { at: section.at(name), message: `${name} ${value} is not between 0 and 1` };
                }
            }
        },
    },
    {
        id: 'config/scale-sign',
        severity: 'error',
        summary: 'An epsilon, a base of rotation or an initial spread is above 0, and an epsilon below 0.1.',
        source: 'RMSNorm and RoPE divide by them',
        example: 'rms_norm_eps: 1.0e+6',
        fix: 'check the exponent: 1.0e-6',
        *check(model) {
            for (const section of value_rules_sections(model)) {
                for (const name of scales) {
                    const value = section.number(name);
                    if (value === undefined)
                        continue;
                    const wide = name.includes('eps') && value >= 0.1;
                    if (value < 0 || (value === 0 && name !== 'initializer_range') || wide || Number.isNaN(value)) {
                        yield { at: section.at(name), message: `${name} cannot be ${value}` };
                    }
                }
            }
        },
    },
    {
        id: 'config/unlikely-sizes',
        severity: 'warning',
        summary: 'Two sizes stand as no published model has them: more layers than a layer is wide, a head wider than the layer, or a dense feed-forward narrower than it. They may be swapped.',
        source: 'published config.json files',
        example: 'hidden_size: 14336\nintermediate_size: 4096',
        fix: 'swap them back, or switch the rule off for a model of your own',
        *check({ text }) {
            const hidden = text.int('hidden_size');
            if (hidden === undefined || text.get('hidden_size') === undefined)
                return;
            const isNarrow = (value) => !text.has('num_experts') && hidden >= 512 && value < hidden;
            const unlikely = [
                { name: 'num_hidden_layers', than: 'above', is: (value) => value > hidden },
                { name: 'head_dim', than: 'above', is: (value) => value > hidden && value >= 512 },
                { name: 'intermediate_size', than: 'below', is: isNarrow },
            ];
            for (const { name, than, is } of unlikely) {
                const value = text.get(name) === undefined ? undefined : text.int(name);
                if (value === undefined || value < 1 || !is(value))
                    continue;
                yield { at: text.at(name), message: `${name} ${value} is ${than} hidden_size ${hidden}` };
            }
        },
    },
    {
        id: 'config/differs-from-published',
        severity: 'warning',
        summary: 'Widths, layers, heads and experts are those of a published model, but the key-value heads are not: its checkpoints will not load.',
        source: 'published config.json files',
        example: 'hidden_size: 4096\nnum_local_experts: 8\nnum_key_value_heads: 32   # Mixtral-8x7B has 8',
        fix: 'use the published number, or switch the rule off for a model of your own',
        *check({ text }) {
            const shape = [
                'hidden_size',
                'intermediate_size',
                'num_hidden_layers',
                'num_attention_heads',
                'num_experts',
            ].map((name) => text.int(name));
            const kvHeads = text.int('num_key_value_heads');
            const same = published.filter((model) => model.shape.every((value, index) => value === shape[index]));
            const [first] = same;
            if (first === undefined || kvHeads === undefined || same.some((model) => model.kvHeads === kvHeads))
                return;
            const message = `num_key_value_heads is ${kvHeads}; ${first.name}, with which all else agrees, has ${first.kvHeads}`;
            yield { at: text.at('num_key_value_heads'), message };
        },
    },
];

;// CONCATENATED MODULE: ./build/src/config/rules/vision.js

function handOver({ modelType = '' }) {
    if (modelType === 'qwen2_vl')
        return 'hidden_size';
    return /^(?:qwen3_vl|qwen2_5_vl|qwen3_5)/.test(modelType) ? 'out_hidden_size' : undefined;
}
const visionRules = [
    {
        id: 'config/vision-output-width',
        severity: 'error',
        summary: "The vision tower's output is as wide as the language model: their tokens stand in one sequence.",
        needs: ['vision_config'],
        source: 'shapes of merger weights in Qwen-VL checkpoints',
        example: 'text_config: { hidden_size: 2048 }\nvision_config: { out_hidden_size: 4096 }',
        fix: "set the tower's output width to the language model's hidden_size",
        *check(model) {
            const name = handOver(model);
            const { text, vision } = model;
            const [hidden, out] = [text.int('hidden_size'), name === undefined ? undefined : vision?.int(name)];
            if (name === undefined ||
                vision === undefined ||
                hidden === undefined ||
                out === undefined ||
                out === hidden)
                return;
            const message = `vision_config.${name} ${out} is not the language model's hidden_size ${hidden}`;
            yield { at: vision.at(name), message };
        },
    },
    {
        id: 'config/deepstack-indexes',
        severity: 'error',
        summary: 'deepstack_visual_indexes rise strictly, name layers of the tower, and are no more than the language model has layers.',
        needs: ['vision_config'],
        source: 'Megatron-Bridge modelling_qwen3_vl/model.py',
        example: 'vision_config: { depth: 27, deepstack_visual_indexes: [8, 16, 27] }',
        fix: 'layers of the tower count from 0 to depth - 1',
        *check({ text, vision }) {
            const name = 'deepstack_visual_indexes';
            const indexes = vision?.ints(name);
            if (vision === undefined || indexes === undefined)
                return;
            const depth = vision.int('num_hidden_layers');
            if (depth !== undefined) {
                for (const { value, at } of outside(vision, name, depth)) {
                    yield { at, message: `${name} names layer ${value}, but the tower has ${depth}, from 0` };
                }
            }
            const falling = indexes.findIndex((value, index) => index > 0 && value <= (indexes[index - 1] ?? value));
            if (falling > 0)
                yield { at: vision.at(name, falling), message: `${name} does not rise at entry ${falling}` };
            const layers = text.int('num_hidden_layers');
            if (layers === undefined || indexes.length <= layers)
                return;
            yield { at: vision.at(name), message: `${name} has ${indexes.length} entries for ${layers} layers` };
        },
    },
    {
        id: 'config/position-grid',
        severity: 'error',
        summary: 'num_position_embeddings is a square: the positions form a grid.',
        needs: ['vision_config'],
        source: 'pos_embed of Qwen3-VL',
        example: 'vision_config: { num_position_embeddings: 2300 }',
        fix: 'use the square of the grid, such as 2304 = 48²',
        *check({ vision }) {
            const positions = vision?.int('num_position_embeddings');
            if (vision === undefined || positions === undefined || Number.isInteger(Math.sqrt(positions)))
                return;
            yield {
                at: vision.at('num_position_embeddings'),
                message: `num_position_embeddings ${positions} is no square`,
            };
        },
    },
    {
        id: 'config/vision-heads-divide',
        severity: 'error',
        summary: "The tower's width is a multiple of its heads.",
        needs: ['vision_config'],
        source: 'SiglipAttention.__init__',
        example: 'vision_config: { hidden_size: 1152, num_heads: 14 }',
        fix: 'change the heads or the width of the tower',
        *check({ vision, modelType }) {
            if (vision === undefined)
                return;
            const name = modelType === 'qwen2_vl' ? 'embed_dim' : 'hidden_size';
            const heads = vision.int('num_attention_heads') ?? vision.int('attention_heads');
            const width = vision.int(name);
            if (width === undefined ||
                heads === undefined ||
                vision.has('head_dim') ||
                (heads > 0 && width % heads === 0))
                return;
            yield {
                at: vision.at('num_attention_heads'),
                message: `the tower's ${name} ${width} is no multiple of its ${heads} heads`,
            };
        },
    },
    {
        id: 'config/patches-divide-image',
        severity: 'warning',
        summary: 'image_size is a multiple of patch_size, or pixels at the edge are dropped in silence.',
        needs: ['vision_config'],
        source: 'SiglipVisionEmbeddings divides with //',
        example: 'vision_config: { image_size: 900, patch_size: 14 }',
        fix: 'use a multiple of patch_size',
        *check({ vision }) {
            const [image, patch] = [vision?.int('image_size'), vision?.int('patch_size')];
            if (vision === undefined ||
                image === undefined ||
                patch === undefined ||
                patch < 1 ||
                image % patch === 0)
                return;
            const message = `image_size ${image} is no multiple of patch_size ${patch}: ${image % patch} pixels are dropped`;
            yield { at: vision.at('image_size'), message };
        },
    },
];

;// CONCATENATED MODULE: ./build/src/config/rules/table.js








const modelRules = [
    ...attentionRules,
    ...ropeRules,
    ...expertRules,
    ...layerRules,
    ...visionRules,
    ...consistencyRules,
    ...valueRules,
];
const crossFieldRules = [...modelRules, ...trainingRules];

;// CONCATENATED MODULE: ./build/src/config/rules/training-view.js

const training_view_maxDepth = 5;
const training_view_none = [];
class TrainingView {
    mappings = [];
    dashed = new Map();
    constructor(root) {
        if (root !== undefined)
            this.collect(root, []);
    }
    collect(node, path) {
        if (node.type !== 'dict' || path.length >= training_view_maxDepth)
            return;
        this.mappings.push({ node, path });
        for (const { name, value } of node.entries.values()) {
            if (name.includes('-'))
                this.collectDashed({ node: value, path: [...path, name], name });
            if (value.type === 'dict')
                this.collect(value, [...path, name]);
        }
    }
    collectDashed(found) {
        const canonical = found.name.replace(/^--/, '').replaceAll('-', '_');
        const same = this.dashed.get(canonical);
        if (same === undefined)
            this.dashed.set(canonical, [found]);
        else
            same.push(found);
    }
    all(name) {
        const dashed = this.dashed.get(name) ?? training_view_none;
        const holders = this.mappings.filter(({ node }) => node.entries.has(name));
        if (holders.length === 0)
            return dashed;
        const found = holders.flatMap(({ node, path }) => {
            const value = node.entries.get(name)?.value;
            return value === undefined ? [] : [{ node: value, path: [...path, name], name }];
        });
        return [...dashed, ...found];
    }
    sets(name) {
        return this.dashed.has(name) || this.mappings.some(({ node }) => node.entries.has(name));
    }
    find(...names) {
        let only;
        for (const name of names) {
            const [first, another] = this.all(name);
            if (first === undefined)
                continue;
            if (only !== undefined || another !== undefined)
                return undefined;
            only = first;
        }
        return only;
    }
    number(...names) {
        const found = this.find(...names);
        const value = found === undefined ? undefined : numberOf(found.node);
        return found === undefined || value === undefined ? undefined : { ...found, value };
    }
    text(name) {
        const node = this.find(name)?.node;
        return node?.type === 'str' ? node.value : undefined;
    }
    flag(name) {
        const node = this.find(name)?.node;
        return node?.type === 'bool' && node.value;
    }
    has(...names) {
        return names.some((name) => this.all(name).some(({ node }) => node.type !== 'NoneType'));
    }
}

;// CONCATENATED MODULE: ./build/src/config/rules/check.js





function checkRules(document, models, settings) {
    if (settings.family === 'none')
        return [];
    const findings = [];
    const collect = (rules, view) => {
        for (const rule of rules) {
            if (rule.needs?.some((name) => view.sets(name)) === false)
                continue;
            for (const violation of rule.check(view))
                findings.push(violationFinding(rule, violation, document));
        }
    };
    for (const model of models)
        collect(modelRules, model);
    collect(trainingRules, new TrainingView(document.root));
    return findings;
}
function violationFinding(rule, { at, message, help, severity }, document) {
    const place = document.place(at, 'value');
    return findingOf(rule, {
        ...(severity === undefined ? {} : { severity }),
        message: place === undefined ? `${message} (${pathText(at.slice(-1))} is not set: its default counts)` : message,
        help: help ?? rule.fix,
        file: document.file,
        ...(place ?? document.place(at.slice(0, -1), 'key')),
    });
}

// EXTERNAL MODULE: ./build/src/documents/schema/ajv.js
var schema_ajv = __nccwpck_require__(556);
;// CONCATENATED MODULE: ./build/src/documents/schema/messages.js


const messages_length = (words) => ({ params, data }, name) => wrongLength(words, name, params['limit'], data);
const messages_range = (words) => ({ params, data }, name) => outOfRange(words, name, params['limit'], data);
const table = new Map([
    ['additionalProperties', unknownKey],
    ['unevaluatedProperties', unknownKey],
    ['required', ({ params }, name) => missingKey(name, String(params['missingProperty']))],
    ['type', wrongType],
    ['enum', ({ params, data }, name) => notAllowed(name, listOf(params['allowedValues']), data)],
    ['const', notConstant],
    ['pattern', ({ params }, name) => notMatching(name, String(params['pattern']))],
    ['multipleOf', ({ params, data }, name) => notMultiple(name, params['multipleOf'], data)],
    ['minItems', messages_length('at least')],
    ['maxItems', messages_length('at most')],
    ['minLength', messages_length('at least')],
    ['maxLength', messages_length('at most')],
    ['minimum', messages_range('at least')],
    ['maximum', messages_range('at most')],
    ['exclusiveMinimum', messages_range('more than')],
    ['exclusiveMaximum', messages_range('less than')],
]);
function messages_explain(error, path) {
    const name = nameOf(path);
    const make = table.get(error.keyword);
    return make?.(error, name) ?? badValue(`${name} ${error.message ?? 'is not valid'}${got(error.data)}`);
}
function unknownKey(error, name) {
    const key = String(error.params['additionalProperty'] ?? error.params['unevaluatedProperty']);
    const known = propertyNames(error.parentSchema);
    const near = nearest(key, known);
    const where = name === 'the document' ? '' : ` in ${name}`;
    const message = `unknown key ${words_shortText(key)}${where}`;
    if (near !== undefined)
        return { rule: 'unknown-key', message, key, help: `did you mean ${near}?` };
    if (known.length === 0)
        return { rule: 'unknown-key', message, key };
    return { rule: 'unknown-key', message, key, help: `known keys are ${known.slice(0, 20).join(', ')}` };
}
function wrongType({ params, data }, name) {
    const wanted = [params['type']].flat().join(' or ');
    return { rule: 'wrong-type', message: `${name} must be ${article(wanted)}${got(data)}` };
}
function notConstant({ params, data }, name) {
    return { rule: 'not-allowed', message: `${name} must be ${words_shortText(params['allowedValue'])}${got(data)}` };
}
function listOf(values) {
    return Array.isArray(values) ? values : [];
}
function article(wanted) {
    const words = wanted
        .replaceAll('object', 'mapping')
        .replaceAll('array', 'list')
        .replaceAll('boolean', 'bool');
    return `${/^[aeio]/.test(words) ? 'an' : 'a'} ${words}`.replace(/^an? null$/, 'null');
}
function propertyNames(schema) {
    if (typeof schema !== 'object' || schema === null || !('properties' in schema))
        return [];
    const { properties } = schema;
    return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

// EXTERNAL MODULE: ./build/src/documents/schema/prepared.js
var prepared = __nccwpck_require__(726);
;// CONCATENATED MODULE: ./build/src/documents/schema/validate.js



const maxFindings = 100;
async function validateWithSchema(document, schema, rules, name) {
    if (document.root === undefined)
        return [];
    if (name !== undefined && prepared/* prepared */.sb.get(name)?.(document.value) === true)
        return [];
    return schemaFindings(document, await compiled(schema), rules);
}
const validators = new WeakMap();
async function compiled(schema) {
    const known = validators.get(schema);
    if (known !== undefined)
        return known;
    const validate = (await (0,schema_ajv.createAjv)({ known: true })).compile(schema);
    validators.set(schema, validate);
    return validate;
}
function schemaFindings(document, validate, rules) {
    if (document.root === undefined || validate(document.value))
        return [];
    const errors = withoutWrappers(validate.errors ?? []).slice(0, maxFindings);
    return errors.map((error) => validate_findingOf(document, error, pathOf(error.instancePath, document.value), rules));
}
const wrappers = new Map([
    ['if', 0],
    ['propertyNames', 0],
    ['oneOf', 0],
    ['anyOf', 0],
    ['type', 1],
]);
function withoutWrappers(errors) {
    const best = new Map();
    for (const { instancePath, keyword } of errors) {
        best.set(instancePath, Math.max(best.get(instancePath) ?? 0, wrappers.get(keyword) ?? 2));
    }
    return errors.filter(({ instancePath, keyword }) => (wrappers.get(keyword) ?? 2) >= (best.get(instancePath) ?? 0));
}
function validate_findingOf(document, error, path, rules) {
    const { rule, message, help, key } = messages_explain(error, path);
    const target = key === undefined ? path : [...path, key];
    const place = document.place(target, key === undefined ? 'value' : 'key') ?? document.place(path, 'key') ?? {};
    return rules[rule].finding({
        message,
        file: document.file,
        ...place,
        ...(help === undefined ? {} : { help }),
    });
}
function pathOf(pointer, value) {
    const path = [];
    let current = value;
    for (const part of pointer.split('/').slice(1)) {
        const step = part.replaceAll('~1', '/').replaceAll('~0', '~');
        path.push(Array.isArray(current) ? Number(step) : step);
        current = typeof current === 'object' && current !== null ? Reflect.get(current, step) : undefined;
    }
    return path;
}

;// CONCATENATED MODULE: ./build/src/config/team-schema.js




async function readTeamSchema(input, file) {
    const document = readDocument(input, { file, dialect: file.endsWith('.json') ? 'json' : 'yaml-1.2' });
    const { value, findings } = document;
    if (document.root === undefined)
        return { findings: findings.map((finding) => configRules['schema-invalid'].finding(finding)) };
    if (typeof value !== 'object' || value === null)
        return { findings: [invalid(file, 'it is no mapping')] };
    const schema = JSON.parse(JSON.stringify(value));
    if (typeof schema !== 'object' || schema === null)
        return { findings: [invalid(file, 'it is no mapping')] };
    const ajv = await (0,schema_ajv.createAjv)();
    try {
        return { schema: { file, validate: ajv.compile(schema) }, findings: [] };
    }
    catch (error) {
        return {
            findings: [
                invalid(file, error instanceof Error ? error.message.slice(0, 300) : 'it cannot be compiled'),
            ],
        };
    }
}
function invalid(file, problem) {
    return configRules['schema-invalid'].finding({
        file,
        message: `the JSON Schema cannot be used: ${problem}`,
        help: 'mend the schema (draft 2020-12)',
    });
}
function teamSchemaFindings(document, { validate, file }) {
    return schemaFindings(document, validate, configRules).map((finding) => ({
        ...finding,
        help: finding.help ?? `see ${file}`,
    }));
}

;// CONCATENATED MODULE: ./build/src/config/expression/evaluate.js
class BadValue extends Error {
}
function evaluate(expression, lookup) {
    if (expression.kind === 'literal')
        return expression.value;
    if (expression.kind === 'name')
        return lookup(expression.name);
    if (expression.kind === 'list')
        return expression.items.map((item) => evaluate(item, lookup));
    if (expression.kind === 'unary')
        return unary(expression.operator, evaluate(expression.operand, lookup));
    if (expression.kind === 'call')
        return call(expression, lookup);
    return binary(expression, lookup);
}
function unary(operator, value) {
    if (value === undefined)
        return undefined;
    if (operator === 'not' || operator === '!')
        return !truth(value);
    return operator === '-' ? -number(value) : number(value);
}
function binary({ operator, left, right }, lookup) {
    const first = evaluate(left, lookup);
    const logical = logic[operator];
    if (logical !== undefined)
        return logical(first, () => evaluate(right, lookup));
    const second = evaluate(right, lookup);
    if (first === undefined || second === undefined)
        return undefined;
    const compare = comparisons[operator];
    if (compare !== undefined)
        return compare(first, second);
    return arithmetic[operator]?.(number(first), number(second));
}
const logic = {
    and: (first, second) => both(first, second),
    '&&': (first, second) => both(first, second),
    or: (first, second) => either(first, second),
    '||': (first, second) => either(first, second),
    implies: (first, second) => (first === undefined || !truth(first) ? true : second()),
};
function both(first, second) {
    if (first !== undefined && !truth(first))
        return false;
    const other = second();
    if (other !== undefined && !truth(other))
        return false;
    return first === undefined || other === undefined ? undefined : true;
}
function either(first, second) {
    if (first !== undefined && truth(first))
        return true;
    const other = second();
    if (other !== undefined && truth(other))
        return true;
    return first === undefined || other === undefined ? undefined : false;
}
const comparisons = {
    '==': equal,
    '!=': (a, b) => !equal(a, b),
    '<': (a, b) => order(a, b) < 0,
    '<=': (a, b) => order(a, b) <= 0,
    '>': (a, b) => order(a, b) > 0,
    '>=': (a, b) => order(a, b) >= 0,
    in: contains,
    'not in': (a, b) => !contains(a, b),
};
const arithmetic = {
    '+': (a, b) => a + b,
    '-': (a, b) => a - b,
    '*': (a, b) => a * b,
    '/': (a, b) => a / divisor(b),
    '//': (a, b) => Math.floor(a / divisor(b)),
    '%': (a, b) => a - divisor(b) * Math.floor(a / b),
    '**': (a, b) => a ** b,
};
function divisor(value) {
    if (value === 0)
        throw new BadValue('division by zero');
    return value;
}
function equal(a, b) {
    if (isList(a) && isList(b))
        return a.length === b.length && a.every((item, index) => equal(item, b[index]));
    return typeof a === 'bigint' || typeof b === 'bigint'
        ? isNumber(a) && isNumber(b) && Number(a) === Number(b)
        : a === b;
}
function order(a, b) {
    if (typeof a === 'string' && typeof b === 'string')
        return a < b ? -1 : Number(a > b);
    const difference = number(a) - number(b);
    return Number.isNaN(difference) && number(a) === number(b) ? 0 : difference;
}
function contains(item, list) {
    if (typeof list === 'string' && typeof item === 'string')
        return list.includes(item);
    if (!isList(list))
        throw new BadValue(`"in" needs a list, not ${kind(list)}`);
    return list.some((other) => equal(item, other));
}
function call({ name, args }, lookup) {
    const values = args.map((arg) => evaluate(arg, lookup));
    if (name === 'defined')
        return values.every((value) => value !== undefined && value !== null);
    if (values.includes(undefined))
        return undefined;
    const [first] = values;
    if (name === 'len') {
        if (isList(first) || typeof first === 'string')
            return first.length;
        throw new BadValue(`len() needs a list or a text, not ${kind(first)}`);
    }
    return numeric[name]?.(values.flatMap((value) => (isList(value) ? value : [value])).map(number));
}
const numeric = {
    sum: (values) => values.reduce((total, value) => total + value, 0),
    min: (values) => values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
    max: (values) => values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
    abs: ([value = 0]) => Math.abs(value),
    floor: ([value = 0]) => Math.floor(value),
    ceil: ([value = 0]) => Math.ceil(value),
    sqrt: ([value = 0]) => Math.sqrt(value),
    all_multiples: (values) => values.slice(0, -1).every((value) => value % divisor(values.at(-1) ?? 1) === 0),
};
function truth(value) {
    if (typeof value === 'boolean')
        return value;
    throw new BadValue(`expected true or false, got ${kind(value)}`);
}
function number(value) {
    if (typeof value === 'number')
        return value;
    if (typeof value === 'bigint')
        return Number(value);
    throw new BadValue(`expected a number, got ${kind(value)}`);
}
function isNumber(value) {
    return typeof value === 'number' || typeof value === 'bigint';
}
function isList(value) {
    return Array.isArray(value);
}
function kind(value) {
    if (value === null)
        return 'null';
    if (isList(value))
        return 'a list';
    return typeof value === 'string' ? `the text ${JSON.stringify(value.slice(0, 40))}` : String(value);
}

;// CONCATENATED MODULE: ./build/src/config/expression/tokens.js
class BadExpression extends Error {
    at;
    constructor(message, at) {
        super(message);
        this.at = at;
    }
}
const tokens_maxLength = 2000;
const patterns = [
    { kind: 'number', pattern: /(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y },
    { kind: 'name', pattern: /[A-Za-z_]\w*(?:\.\w+|\[\d+\])*/y },
    { kind: 'text', pattern: /"[^"\\]*"|'[^'\\]*'/y },
    { kind: 'operator', pattern: /\/\/|<=|>=|==|!=|\*\*|&&|\|\||[-+*/%<>!(),[\]?:]/y },
];
function tokenize(source) {
    if (source.length > tokens_maxLength)
        throw new BadExpression(`longer than ${tokens_maxLength} characters`, 0);
    const tokens = [];
    let at = 0;
    for (;;) {
        while (/\s/.test(source[at] ?? ''))
            at += 1;
        if (at >= source.length)
            return [...tokens, { kind: 'end', value: '', at }];
        const token = tokenAt(source, at);
        tokens.push(token.token);
        at += token.length;
    }
}
function tokenAt(source, at) {
    for (const { kind, pattern } of patterns) {
        pattern.lastIndex = at;
        const text = pattern.exec(source)?.[0];
        if (text === undefined)
            continue;
        return { token: tokenOf(kind, text, at), length: text.length };
    }
    throw new BadExpression(`unexpected ${JSON.stringify(source[at])}`, at);
}
function tokenOf(kind, text, at) {
    if (kind === 'number')
        return { kind, value: Number(text), at };
    return { kind, value: kind === 'text' ? text.slice(1, -1) : text, at };
}

;// CONCATENATED MODULE: ./build/src/config/expression/parse.js

const levels = [
    ['implies'],
    ['or', '||'],
    ['and', '&&'],
    ['==', '!=', '<', '<=', '>', '>=', 'in', 'not in'],
    ['+', '-'],
    ['*', '/', '//', '%'],
];
const constants = new Map([
    ['true', true],
    ['True', true],
    ['false', false],
    ['False', false],
    ['null', null],
    ['None', null],
]);
const functionNames = [
    'len',
    'sum',
    'min',
    'max',
    'abs',
    'floor',
    'ceil',
    'sqrt',
    'defined',
    'all_multiples',
];
const expression_parse_maxDepth = 50;
function parseExpression(source) {
    const parser = new parse_Parser(tokenize(source));
    return parser.whole();
}
class parse_Parser {
    tokens;
    at = 0;
    depth = 0;
    constructor(tokens) {
        this.tokens = tokens;
    }
    whole() {
        const expression = this.level(0);
        const rest = this.peek();
        if (rest.kind !== 'end')
            throw new BadExpression(`unexpected ${rest.value}`, rest.at);
        return expression;
    }
    level(index) {
        const operators = levels[index];
        if (operators === undefined)
            return this.unary();
        if (operators.includes('and'))
            return this.binary(index, operators, () => this.negation(index + 1));
        return this.binary(index, operators, () => this.level(index + 1));
    }
    binary(index, operators, next) {
        let left = next();
        for (let operator = this.operator(operators); operator !== undefined; operator = this.operator(operators)) {
            const right = index === 0 ? this.deeper(() => this.level(0)) : next();
            left = { kind: 'binary', operator, left, right };
        }
        return left;
    }
    negation(index) {
        if (!this.take('not') && !this.take('!'))
            return this.level(index);
        return { kind: 'unary', operator: 'not', operand: this.deeper(() => this.negation(index)) };
    }
    operator(operators) {
        const { kind, value } = this.peek();
        if (kind !== 'operator' && kind !== 'name')
            return undefined;
        if (value === 'not' && operators.includes('not in') && this.tokens[this.at + 1]?.value === 'in') {
            this.at += 2;
            return 'not in';
        }
        if (!operators.includes(value))
            return undefined;
        this.at += 1;
        return value;
    }
    unary() {
        for (const operator of ['-', '+', '!', 'not']) {
            if (this.take(operator))
                return { kind: 'unary', operator, operand: this.deeper(() => this.unary()) };
        }
        const base = this.primary();
        if (!this.take('**'))
            return base;
        return { kind: 'binary', operator: '**', left: base, right: this.deeper(() => this.unary()) };
    }
    primary() {
        const token = this.peek();
        this.at += 1;
        if (token.kind === 'number' || token.kind === 'text')
            return { kind: 'literal', value: token.value };
        if (token.kind === 'name')
            return this.name(token.value, token.at);
        if (token.value === '(') {
            const inner = this.deeper(() => this.level(0));
            this.expect(')');
            return inner;
        }
        if (token.value === '[')
            return { kind: 'list', items: this.items(']') };
        throw new BadExpression(token.kind === 'end' ? 'the expression ends too early' : `unexpected ${token.value}`, token.at);
    }
    name(name, at) {
        const constant = constants.get(name);
        if (constant !== undefined)
            return { kind: 'literal', value: constant };
        if (!this.take('('))
            return { kind: 'name', name };
        if (!functionNames.includes(name)) {
            throw new BadExpression(`there is no function ${name}; there are ${functionNames.join(', ')}`, at);
        }
        return { kind: 'call', name, args: this.items(')') };
    }
    items(close) {
        const items = [];
        if (this.take(close))
            return items;
        do
            items.push(this.deeper(() => this.level(0)));
        while (this.take(','));
        this.expect(close);
        return items;
    }
    deeper(read) {
        this.depth += 1;
        if (this.depth > expression_parse_maxDepth)
            throw new BadExpression('nested too deep', this.peek().at);
        const value = read();
        this.depth -= 1;
        return value;
    }
    take(value) {
        const token = this.peek();
        if (token.kind === 'text' || token.value !== value)
            return false;
        this.at += 1;
        return true;
    }
    expect(value) {
        const token = this.peek();
        if (!this.take(value))
            throw new BadExpression(`expected ${value}`, token.at);
    }
    peek() {
        return this.tokens[Math.min(this.at, this.tokens.length - 1)] ?? { kind: 'end', value: '', at: 0 };
    }
}

;// CONCATENATED MODULE: ./build/src/config/expression/check.js









function checkExpressions(document, rules) {
    return rules.flatMap((rule) => {
        const finding = checkOne(document, rule);
        return finding === undefined ? [] : [finding];
    });
}
function checkOne(document, rule) {
    const names = new Names(document);
    try {
        const expression = parseExpression(rule.check);
        const result = evaluate(expression, (name) => names.value(name));
        if (result === true || result === undefined)
            return undefined;
        if (result !== false)
            return broken(document, rule, 'it gives no true or false');
        return failed(document, rule, names);
    }
    catch (error) {
        if (error instanceof BadExpression)
            return broken(document, rule, `${error.message} (at character ${error.at + 1})`);
        if (error instanceof BadValue)
            return broken(document, rule, error.message, names.place());
        throw error;
    }
}
function ruleId(rule) {
    return rule.id.startsWith('config/') ? rule.id : `config/${rule.id}`;
}
function failed(document, rule, names) {
    const told = names.told();
    const message = rule.message ?? `${rule.check} does not hold`;
    const { severity = 'error' } = rule;
    return findingOf({ id: ruleId(rule), severity }, {
        message: told === '' ? message : `${message} (${told})`,
        file: document.file,
        ...names.place(),
        help: `the policy demands: ${rule.check}`,
    });
}
function broken(document, rule, problem, place = {}) {
    return configRules.expression.finding({
        message: `the rule ${rule.id} cannot be evaluated: ${problem}`,
        file: document.file,
        ...place,
        help: `mend the rule in the policy, or the value: ${rule.check}`,
    });
}
class Names {
    document;
    used = new Map();
    constructor(document) {
        this.document = document;
    }
    value(name) {
        const found = this.find(name);
        if (found === undefined)
            return undefined;
        this.used.set(name, found);
        return check_valueOf(found.node);
    }
    find(name) {
        const steps = check_pathOf(name);
        const models = findModels(this.document.root);
        const starts = [
            [],
            ...models.flatMap(({ top, text, vision }) => [text.path, top.path, vision?.path ?? text.path]),
        ];
        for (const first of namesOf(String(steps[0]))) {
            for (const start of starts) {
                const path = [...start, first, ...steps.slice(1)];
                const node = nodeAt(this.document.root, path);
                if (node !== undefined)
                    return { node, path };
            }
        }
        return undefined;
    }
    told() {
        return [...this.used]
            .slice(0, 6)
            .map(([name, { node }]) => `${name} is ${nodeText(node)}`)
            .join(', ');
    }
    place() {
        const last = [...this.used.values()].at(-1);
        return last === undefined ? {} : (this.document.place(last.path, 'value') ?? {});
    }
}
function namesOf(name) {
    const group = aliasGroups.find((names) => names.includes(name)) ?? [];
    return [name, ...group.filter((other) => other !== name)];
}
function check_pathOf(name) {
    return name.split(/[.[\]]/).filter((step) => step !== '');
}
function check_valueOf(node) {
    if (node.type === 'list')
        return node.items.map(check_valueOf);
    if (node.type === 'dict')
        throw new BadValue('a mapping is no value');
    if (node.type === 'bytes')
        return scalarText(node);
    return node.value;
}
function nodeText(node) {
    return isScalar(node) ? clip(scalarText(node), 41) : `a ${node.type}`;
}
function expressionProblem(check) {
    try {
        return namesParameter(parseExpression(check)) ? undefined : 'it names no parameter';
    }
    catch (error) {
        if (error instanceof BadExpression)
            return `${error.message} (at character ${error.at + 1})`;
        throw error;
    }
}
function namesParameter(expression) {
    if (expression.kind === 'name')
        return true;
    if (expression.kind === 'unary')
        return namesParameter(expression.operand);
    if (expression.kind === 'binary')
        return namesParameter(expression.left) || namesParameter(expression.right);
    if (expression.kind === 'list')
        return expression.items.some(namesParameter);
    return expression.kind === 'call' && expression.args.some(namesParameter);
}

;// CONCATENATED MODULE: ./build/src/config/size/expected.js


const units = new Map([
    ['', 1],
    ['k', 1e3],
    ['m', 1e6],
    ['b', 1e9],
    ['t', 1e12],
]);
function parseExpectation(text) {
    const match = /^\s*([\d,_]+)(?:\.(\d+))?\s*([kmbt]?)\s*(?:(?:±|\+\/?-)\s*([\d.]+)\s*%)?\s*$/i.exec(text.slice(0, 60));
    if (match === null)
        return undefined;
    const [, whole = '', fraction = '', unit = '', percent] = match;
    const scale = units.get(unit.toLowerCase()) ?? 1;
    const count = Number(`${whole.replaceAll(/[,_]/g, '')}.${fraction}`) * scale;
    if (!Number.isFinite(count) || count <= 0)
        return undefined;
    const half = unit === '' ? 0 : (scale * 10 ** -fraction.length) / 2;
    const tolerance = percent === undefined ? half / count : Number(percent) / 100;
    return Number.isNaN(tolerance) ? undefined : { count, tolerance };
}
function expectedCountFindings(file, expected, summary) {
    const finding = (message, help) => [
        configRules['parameter-count'].finding({ message, help, file }),
    ];
    const wanted = parseExpectation(expected);
    if (wanted === undefined) {
        return finding(`expect-parameters cannot be read: ${expected.slice(0, 60)}`, 'write it as 31.07B ± 0.5%');
    }
    if (summary === undefined) {
        return finding(`${expected} parameters are expected, but this model's parameters cannot be counted`, 'name the family in the policy, or complete the config');
    }
    const { total } = summary.counts;
    const off = Math.abs(Number(total) - wanted.count) / wanted.count;
    if (off <= wanted.tolerance + 1e-12)
        return [];
    const percent = `${(off * 100).toPrecision(3)} % off`;
    return finding(`the model has ${summary_digits(total)} parameters (${billions(total)}), not ${expected}: ${percent}`, 'correct the config, or the number that is expected');
}

;// CONCATENATED MODULE: ./build/src/config/judge.js


















function judgeConfigFile(input) {
    const { head, base, settings } = input;
    const changes = head.root === undefined ? [] : valueChanges(base?.root, head.root, kindOf(input));
    const models = countModels(head, settings);
    const summary = firstSummary(models);
    const baseModels = base === head ? models : base && countModels(base, settings);
    const baseSummary = baseModels && firstSummary(baseModels);
    const faults = allFindings(input, models);
    const reshaped = shapeChange(head.file, summary, baseSummary);
    const found = [
        ...faults,
        ...atModel(head, models, [
            ...(models.length === 0 ? [] : checkpointFit(input, summary)),
            ...reshaped,
            ...expectedCount(input, summary, models.length > 0 || baseSummary !== undefined, faults),
        ]),
        ...uncountedFindings(head, models),
        ...defaultSizeFindings(head, models),
        ...(base === undefined ? [] : structuralFindings(head, changes, settings, input.registry)),
    ];
    return {
        file: head.file,
        findings: withoutEchoes(applyOverrides(found, settings.rules)),
        changes: base === undefined ? [] : changes,
        isNew: base === undefined,
        change: head.root === undefined || reshaped.length > 0 ? 'structural' : changeClass(changes),
        ...(summary === undefined ? {} : { summary: sizeOf(summary) }),
        ...(baseSummary === undefined ? {} : { baseSummary: sizeOf(baseSummary) }),
        unregistered: unregisteredOf(input, faults),
    };
}
function unregisteredOf({ head, registry }, findings) {
    const isUnknown = ({ rule }) => unknownRules.has(rule);
    return registry === undefined || !findings.some(isUnknown) ? new Map() : missingLines(head, registry);
}
const unknownRules = new Set([
    configRules['unregistered-parameter'].id,
    configRules['misspelt-parameter'].id,
]);
function allFindings({ head, registry, schema, settings }, models) {
    if (head.root === undefined)
        return [...head.findings];
    const expected = (path) => (registry === undefined ? undefined : parameterAt(registry, path)?.types);
    return [
        ...head.findings,
        ...noParametersFindings(head),
        ...head.describe(findHazards(head.root, head.dialect, expected)),
        ...(registry === undefined ? [] : checkAgainstRegistry(head, registry, settings.strict)),
        ...checkRules(head, models.map(({ model }) => model), settings),
        ...checkExpressions(head, settings.expressions),
        ...(schema === undefined ? [] : teamSchemaFindings(head, schema)),
    ];
}
function checkpointFit({ head, checkpoint }, summary) {
    return checkpoint === undefined ? [] : checkpointFindings(head.file, summary?.architecture, checkpoint);
}
function shapeChange(file, now, before) {
    if (now === undefined || before === undefined || now === before)
        return [];
    const change = shapeChangeFinding(file, before.architecture, now.architecture);
    return change === undefined ? [] : [change];
}
function expectedCount({ head, settings: { expectParameters } }, summary, isModel, faults) {
    if (expectParameters === undefined || !isModel)
        return [];
    if (summary === undefined && faults.some(({ severity }) => severity === 'error'))
        return [];
    return expectedCountFindings(head.file, expectParameters, summary);
}
function atModel(head, [first], findings) {
    if (first === undefined || findings.length === 0)
        return [...findings];
    const { text } = first.model;
    const place = head.place(text.path, 'key') ?? head.place(text.at('model_type'), 'key') ?? {};
    return findings.map((finding) => (finding.file === head.file ? { ...place, ...finding } : finding));
}
const echoes = new Set([
    'config/not-positive',
    configRules.expression.id,
    configRules['structural-without-reason'].id,
]);
function withoutEchoes(findings) {
    const placeOf = ({ line, column }) => `${line}:${column}`;
    const errors = findings.filter(({ rule, severity }) => severity === 'error' && !echoes.has(rule));
    const told = new Set(errors.map(placeOf));
    return findings.filter((finding) => !echoes.has(finding.rule) || finding.line === undefined || !told.has(placeOf(finding)));
}
function kindOf({ registry, baseRegistry }) {
    const registered = (path, by) => by === undefined ? undefined : parameterAt(by, path)?.kind;
    return (path) => {
        const known = registered(path, baseRegistry);
        if (known !== undefined)
            return known;
        const name = path.findLast((step) => typeof step === 'string');
        const isTuning = name !== undefined && isTuningName(name) && registered(path, registry) !== 'structural';
        return isTuning ? 'tuning' : 'structural';
    };
}

// EXTERNAL MODULE: ./build/src/kernel/pattern/compile.js + 2 modules
var compile = __nccwpck_require__(825);
;// CONCATENATED MODULE: ./build/src/config/registry/contradictions.js



const constraintChecks = [
    rangeProblem,
    multipleProblem,
    enumProblem,
    patternProblem,
    misplaced,
];
const checks = [
    ...constraintChecks.flatMap((check) => [
        (parameter) => check(parameter),
        ({ items }) => (items === undefined ? undefined : check(items)),
    ]),
    ({ types, items }) => items === undefined || types === undefined || types.has('list')
        ? undefined
        : 'items apply to a list, and its type is not list',
    (parameter) => parameter.required && parameter.deprecated !== undefined
        ? 'it is required and deprecated at once'
        : undefined,
    unknownReplacement,
    belowValue,
    (parameter) => (parameter.steps.includes('') ? 'its path has an empty step' : undefined),
    (parameter) => parameter.steps.slice(0, -1).includes('**') ? '** may stand only at the end of a path' : undefined,
];
function contradictions(registry, document) {
    return [...registry.parameters.values()].flatMap((parameter) => checks.flatMap((check) => {
        const problem = check(parameter, registry);
        return problem === undefined ? [] : [contradictions_findingOf(parameter, problem, document)];
    }));
}
function contradictions_findingOf(parameter, problem, document) {
    return configRules['registry-invalid'].finding({
        message: `${parameter.path}: ${problem}`,
        file: document.file,
        ...document.place(['parameters', parameter.path], 'key'),
        help: 'mend the registry',
    });
}
function rangeProblem({ min, max, minItems, maxItems }) {
    if (min !== undefined && max !== undefined && min > max)
        return `min ${min} is above max ${max}`;
    if (minItems === undefined || maxItems === undefined || minItems <= maxItems)
        return undefined;
    return `min-items ${minItems} is above max-items ${maxItems}`;
}
function multipleProblem({ min, max, multipleOf }) {
    if (min === undefined || max === undefined || multipleOf === undefined || min > max)
        return undefined;
    if (Math.floor(max / multipleOf + hair) >= Math.ceil(min / multipleOf - hair))
        return undefined;
    return `no multiple of ${multipleOf} lies between min ${min} and max ${max}`;
}
function enumProblem(constraints) {
    for (const value of constraints.enum ?? []) {
        const fault = enumFault(value, constraints);
        if (fault !== undefined)
            return `its enum allows ${JSON.stringify(value)}, which is ${fault}`;
    }
    return undefined;
}
function enumFault(value, constraints) {
    const { multipleOf, types } = constraints;
    if (types !== undefined && !kindsOf(value).some((kind) => types.has(kind)))
        return 'not of its type';
    const faults = {
        min: 'outside min and max',
        max: 'outside min and max',
        multipleOf: `no multiple of ${multipleOf}`,
        pattern: 'not matched by its pattern',
    };
    const broken = allConstraints.find(({ key, breach }) => faults[key] !== undefined && breach(value, constraints, []) !== undefined);
    return broken && faults[broken.key];
}
function kindsOf(value) {
    if (value === null)
        return ['NoneType'];
    if (typeof value === 'number')
        return ['int', 'float'];
    if (typeof value === 'boolean')
        return ['bool'];
    if (Array.isArray(value))
        return ['list'];
    return typeof value === 'string' ? ['str', 'date', 'datetime'] : ['dict'];
}
function patternProblem({ pattern }) {
    return pattern === undefined || pattern.compiled.ok
        ? undefined
        : `its pattern cannot be used: ${pattern.compiled.problem}`;
}
function misplaced(constraints) {
    const { types } = constraints;
    if (types === undefined)
        return undefined;
    for (const { key, appliesTo } of allConstraints) {
        if (constraints[key] === undefined || !appliesTo || appliesTo.types.some((type) => types.has(type)))
            continue;
        const name = key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
        return `${name} applies to ${appliesTo.what}, and its type is ${[...types].join(' or ')}`;
    }
    return undefined;
}
function belowValue({ steps, types }, registry) {
    if (types === undefined || types.has('dict') || types.has('list'))
        return undefined;
    const node = steps.reduce((above, step) => above?.children.get(step), registry.root);
    const [below] = node?.children.keys() ?? [];
    return below === undefined
        ? undefined
        : `its type is ${[...types].join(' or ')}, and yet ${below} is registered below it: add dict`;
}
function unknownReplacement(parameter, registry) {
    const { replacedBy } = parameter;
    if (replacedBy === undefined || parameterAt(registry, replacedBy.split('.')) !== undefined)
        return undefined;
    return `it is replaced by ${replacedBy}, which is not registered`;
}

;// CONCATENATED MODULE: ./build/src/config/registry/schema.js
const typeNames = [
    'int',
    'float',
    'number',
    'str',
    'bool',
    'null',
    'list',
    'dict',
    'date',
    'datetime',
    'any',
];
const type = {
    description: 'The Python type the value must have. float accepts an int, number is int or float; several with a list.',
    oneOf: [
        { enum: typeNames },
        { type: 'array', minItems: 1, maxItems: 11, uniqueItems: true, items: { enum: typeNames } },
    ],
};
const constraints = {
    type,
    min: { type: 'number', description: 'Smallest value that is allowed.' },
    max: { type: 'number', description: 'Largest value that is allowed.' },
    'multiple-of': { type: 'number', exclusiveMinimum: 0, description: 'The value is a multiple of this.' },
    enum: { type: 'array', minItems: 1, maxItems: 1000, description: 'The only values that are allowed.' },
    pattern: {
        type: 'string',
        maxLength: 500,
        description: 'A regular expression that a text value must match; without back-references and look-around.',
    },
    'min-items': { type: 'integer', minimum: 0, description: 'Least length of a list.' },
    'max-items': { type: 'integer', minimum: 0, description: 'Greatest length of a list.' },
};
const schema_text = { type: 'string', maxLength: 2000 };
const parameter = {
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
        ...constraints,
        items: {
            description: 'What each item of a list must be.',
            type: 'object',
            additionalProperties: false,
            properties: constraints,
        },
        required: { type: 'boolean', description: 'Every config that holds the mapping around it must set it.' },
        kind: {
            enum: ['structural', 'tuning'],
            description: 'structural (default): the model differs with it; tuning: only its training does.',
        },
        owner: { ...schema_text, description: 'Who answers for it, such as @team/architecture.' },
        since: { type: ['string', 'number'], description: 'The version that brought it.' },
        deprecated: { type: ['string', 'boolean'], description: 'Not to be used any more, and why.' },
        'replaced-by': { ...schema_text, description: 'The parameter to use instead.' },
        doc: { ...schema_text, description: 'What it does, in a sentence.' },
    },
};
const registrySchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'model-gates registry of model parameters',
    type: 'object',
    additionalProperties: false,
    required: ['parameters'],
    properties: {
        version: { const: 1 },
        reasons: {
            type: 'array',
            maxItems: 1000,
            description: 'Why a structural parameter gets another value: intent, for exactly this value.',
            items: {
                type: 'object',
                additionalProperties: false,
                required: ['parameter', 'to', 'reason'],
                properties: {
                    parameter: { ...schema_text, description: 'Its path in the config.' },
                    to: { description: 'The new value; null for a parameter that is removed.' },
                    reason: { type: 'string', minLength: 10, maxLength: 2000 },
                },
            },
        },
        parameters: {
            type: 'object',
            description: 'Dotted path → what it must be. `*` stands for one key or list index, `**` at the end for everything below.',
            propertyNames: { maxLength: 300 },
            maxProperties: 5000,
            additionalProperties: parameter,
        },
    },
};

;// CONCATENATED MODULE: ./build/src/config/registry/read.js






async function readRegistry(input, file) {
    const document = readDocument(input, { file, dialect: file.endsWith('.json') ? 'json' : 'yaml-1.2' });
    const findings = [
        ...document.findings,
        ...(await validateWithSchema(document, registrySchema, configRules, 'registry')),
    ];
    const errors = findings.map((finding) => configRules['registry-invalid'].finding(finding));
    if (errors.some(({ severity }) => severity === 'error'))
        return { registry: undefined, findings: errors, document };
    const parameters = new Map(parametersOf(document.value).map((parameter) => [parameter.path, parameter]));
    const registry = {
        file,
        parameters,
        root: treeOf(parameters.values()),
        reasons: reasonsOf(document.value),
    };
    const wrong = contradictions(registry, document);
    return { registry: wrong.length > 0 ? undefined : registry, findings: [...errors, ...wrong], document };
}
function reasonsOf(value) {
    const reasons = fields(value)['reasons'];
    return (Array.isArray(reasons) ? reasons : []).map((entry) => {
        const { parameter, to, reason } = fields(entry);
        return { parameter: String(parameter), to, reason: String(reason) };
    });
}
function parametersOf(value) {
    const parameters = fields(fields(value)['parameters']);
    return Object.entries(parameters).map(([path, spec]) => parameterOf(path, fields(spec)));
}
function parameterOf(path, spec) {
    return {
        path,
        steps: path.split('.'),
        ...constraintsOf(spec),
        ...(spec['items'] === undefined ? {} : { items: constraintsOf(fields(spec['items'])) }),
        required: spec['required'] === true,
        kind: spec['kind'] === 'tuning' ? 'tuning' : 'structural',
        ...read_texts(spec),
    };
}
function read_texts(spec) {
    const deprecated = spec['deprecated'] === true ? 'deprecated' : spec['deprecated'];
    return {
        ...read_text('owner', spec['owner']),
        ...read_text('since', spec['since']),
        ...read_text('deprecated', deprecated === false ? undefined : deprecated),
        ...read_text('replacedBy', spec['replaced-by']),
        ...read_text('doc', spec['doc']),
    };
}
function read_text(key, value) {
    const made = {};
    if (typeof value === 'string' || typeof value === 'number')
        made[key] = String(value);
    return made;
}
function constraintsOf(spec) {
    return {
        types: read_typesOf(spec['type']),
        ...read_number('min', spec['min']),
        ...read_number('max', spec['max']),
        ...read_number('multipleOf', spec['multiple-of']),
        ...read_number('minItems', spec['min-items']),
        ...read_number('maxItems', spec['max-items']),
        ...(Array.isArray(spec['enum']) ? { enum: spec['enum'] } : {}),
        ...read_pattern(spec['pattern']),
    };
}
function read_number(key, value) {
    const made = {};
    if (typeof value === 'number')
        made[key] = value;
    return made;
}
function read_pattern(source) {
    return typeof source === 'string' ? { pattern: { source, compiled: (0,compile/* compilePattern */.E)(source) } } : {};
}
const typeTable = {
    int: ['int'],
    float: ['float', 'int'],
    number: ['int', 'float'],
    str: ['str'],
    bool: ['bool'],
    null: ['NoneType'],
    list: ['list'],
    dict: ['dict'],
    date: ['date'],
    datetime: ['datetime'],
};
function read_typesOf(value) {
    const names = [value].flat();
    if (value === undefined || names.includes('any'))
        return undefined;
    return new Set(names.flatMap((name) => typeTable[typeof name === 'string' ? name : 'null'] ?? []));
}
function fields(value) {
    const made = Object.create(null);
    return typeof value === 'object' && value !== null ? Object.assign(made, value) : made;
}
function treeOf(parameters) {
    const root = { children: new Map() };
    for (const parameter of parameters) {
        let node = root;
        for (const step of parameter.steps) {
            const child = node.children.get(step) ?? { children: new Map() };
            node.children.set(step, child);
            node = child;
        }
        node.parameter = parameter;
    }
    return root;
}

;// CONCATENATED MODULE: ./build/src/config/change/habits.js



const least = 3;
const leastShare = 0.05;
async function standingFaultsOf(documents, registryText, settings) {
    const { registry } = await readRegistry(Buffer.from(registryText), settings.registry);
    const broken = documents.map((head) => {
        const input = { head, settings, ...(registry === undefined ? {} : { registry }) };
        const errors = judgeConfigFile(input).findings.filter(({ severity }) => severity === 'error');
        return { file: head.file, rules: new Set(errors.map(({ rule }) => rule)) };
    });
    const counts = new Map();
    for (const { rules } of broken)
        for (const rule of rules)
            counts.set(rule, (counts.get(rule) ?? 0) + 1);
    const isHabit = ([rule, files]) => !fixedRules.has(rule) && files >= least && files >= documents.length * leastShare;
    const habits = new Map([...counts].filter(isHabit));
    const faulty = broken.filter(({ rules }) => [...rules].some((rule) => !habits.has(rule)));
    return { habits, faulty: faulty.map(({ file }) => file) };
}

;// CONCATENATED MODULE: ./build/src/config/change/standing.js
function standingFaults(now, atBase) {
    const known = new Set(atBase.map(identity));
    return now.map((finding) => {
        if (finding.severity !== 'error' || !known.has(identity(finding)))
            return finding;
        return { ...finding, severity: 'warning', message: `${finding.message}; it was so before this change` };
    });
}
function identity({ rule, line, column, message }) {
    return JSON.stringify([rule, line, column, message]);
}

;// CONCATENATED MODULE: ./build/src/documents/dialect.js
const dialects = ['pyyaml', 'omegaconf', 'yaml-1.2'];
function dialectOf(file, settings) {
    return /\.json$/i.test(file) ? 'json' : settings.dialect;
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
function model_allFindings(report) {
    return [...report.findings, ...(report.reports ?? []).flatMap(model_allFindings)];
}
function blocks(report) {
    if (report.verdict === 'fail')
        return true;
    return (report.verdict === 'inconclusive' && model_allFindings(report).some(({ severity }) => severity === 'error'));
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
function placeText(place) {
    return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

;// CONCATENATED MODULE: ./build/src/kernel/record.js
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/src/config/checkpoint/shard-index.js

function readShardIndex(text) {
    const index = objectOf(parse(text));
    const map = objectOf(index?.get('weight_map'));
    if (map === undefined)
        return 'it has no weight_map';
    const tensors = new Map();
    for (const [tensor, shard] of map) {
        if (typeof shard !== 'string' || !/^[^/\\]+$/.test(shard) || shard.startsWith('..')) {
            return `the shard of ${tensor.slice(0, 100)} is no file name`;
        }
        tensors.set(tensor, shard);
    }
    const total = objectOf(index?.get('metadata'))?.get('total_size');
    return { tensors, totalBytes: typeof total === 'number' ? total : undefined };
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function objectOf(value) {
    return isRecord(value) ? new Map(Object.entries(value)) : undefined;
}

;// CONCATENATED MODULE: ./build/src/config/checkpoint/header.js

const maxHeaderBytes = 100_000_000;
const prefixBytes = 8;
const bitsOf = new Map([
    ['BOOL', 8],
    ['U8', 8],
    ['I8', 8],
    ['F8_E5M2', 8],
    ['F8_E4M3', 8],
    ['F8_E8M0', 8],
    ['I16', 16],
    ['U16', 16],
    ['F16', 16],
    ['BF16', 16],
    ['I32', 32],
    ['U32', 32],
    ['F32', 32],
    ['I64', 64],
    ['U64', 64],
    ['F64', 64],
    ['C64', 64],
    ['F4', 4],
    ['F6_E2M3', 6],
    ['F6_E3M2', 6],
]);
function headerLength(prefix, fileBytes) {
    if (prefix.byteLength < prefixBytes)
        return { ok: false, problem: 'the file is shorter than the length of its header' };
    const claimed = new DataView(prefix.buffer, prefix.byteOffset, prefix.byteLength).getBigUint64(0, true);
    if (claimed > BigInt(maxHeaderBytes)) {
        return { ok: false, problem: `the header claims ${claimed} bytes; the format allows ${maxHeaderBytes}` };
    }
    const length = Number(claimed);
    if (length < 2)
        return { ok: false, problem: `the header claims ${length} bytes: too few for a JSON object` };
    if (prefixBytes + length > fileBytes) {
        return {
            ok: false,
            problem: `the header claims ${length} bytes, but the file has ${fileBytes}: it is cut off`,
        };
    }
    return { ok: true, length };
}
function readHeader(header, fileBytes) {
    const entries = parseObject(header);
    if (entries === undefined)
        return { ok: false, problem: 'the header is not a JSON object' };
    const tensors = new Map();
    const slots = [];
    for (const [name, value] of entries) {
        if (name === '__metadata__') {
            if (!isTextMap(value))
                return { ok: false, problem: '__metadata__ must map text to text' };
            continue;
        }
        const read = readEntry(value);
        if (read === undefined)
            return { ok: false, problem: `the entry of ${clip(name, 101)} is malformed` };
        const wrong = sizeProblem(read.tensor, read.end - read.start);
        if (wrong !== undefined)
            return { ok: false, problem: `${clip(name, 101)} ${wrong}` };
        tensors.set(name, read.tensor);
        slots.push({ name, start: read.start, end: read.end });
    }
    const gap = layoutProblem(slots, fileBytes - prefixBytes - header.byteLength);
    if (gap !== undefined)
        return { ok: false, problem: gap };
    return { ok: true, tensors, dataBytes: fileBytes - prefixBytes - header.byteLength };
}
function parseObject(bytes) {
    if (bytes[0] !== 0x7b)
        return undefined;
    try {
        const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
        return typeof value === 'object' && value !== null ? Object.entries(value) : undefined;
    }
    catch {
        return undefined;
    }
}
function isTextMap(value) {
    return (typeof value === 'object' &&
        value !== null &&
        Object.values(value).every((item) => typeof item === 'string'));
}
function readEntry(value) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    const fields = new Map(Object.entries(value));
    const dtype = fields.get('dtype');
    const shape = header_integers(fields.get('shape'));
    const [start, end, more] = header_integers(fields.get('data_offsets')) ?? [];
    if (typeof dtype !== 'string' || shape === undefined || start === undefined || end === undefined)
        return undefined;
    return more === undefined && start <= end ? { tensor: { dtype, shape }, start, end } : undefined;
}
function header_integers(value) {
    if (!Array.isArray(value))
        return undefined;
    const numbers = value.filter((item) => Number.isSafeInteger(item) && item >= 0);
    return numbers.length === value.length ? numbers : undefined;
}
function sizeProblem({ dtype, shape }, bytes) {
    const bits = bitsOf.get(dtype);
    if (bits === undefined)
        return `has the unknown dtype ${clip(dtype, 101)}`;
    const elements = shape.reduce((product, length) => product * BigInt(length), 1n);
    const wanted = (elements * BigInt(bits) + 7n) / 8n;
    return wanted === BigInt(bytes)
        ? undefined
        : `has ${bytes} bytes of data, but its shape and dtype need ${wanted}`;
}
function layoutProblem(slots, dataBytes) {
    let at = 0;
    for (const { name, start, end } of slots.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
        if (start < at)
            return `the data of ${clip(name, 101)} overlaps that of another tensor`;
        if (start > at)
            return `there is a hole of ${start - at} bytes in front of the data of ${clip(name, 101)}`;
        at = end;
    }
    if (at > dataBytes)
        return `the tensors need ${at} bytes, but the file has ${dataBytes}: it is cut off`;
    return at < dataBytes ? `${dataBytes - at} bytes follow the last tensor` : undefined;
}

;// CONCATENATED MODULE: ./build/src/config/gate/checkpoint.js



const indexName = 'model.safetensors.index.json';
const singleName = 'model.safetensors';
const maxIndexBytes = 64 * 1024 * 1024;
async function readCheckpoint(tree, path) {
    const clean = path.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
    if (clean.endsWith('.json'))
        return readSharded(tree, clean, clean);
    if (clean.endsWith('.safetensors'))
        return readFiles(tree, clean, [clean]);
    return readFolder(tree, clean);
}
async function readFolder(tree, folder) {
    const present = (await tree.list()).filter((file) => file.startsWith(`${folder}/`) && !file.slice(folder.length + 1).includes('/'));
    const index = present.find((file) => file.endsWith('.safetensors.index.json')) ?? `${folder}/${indexName}`;
    if (present.includes(index) || (await exists(tree, index)))
        return readSharded(tree, index, folder);
    const files = present.filter((file) => file.endsWith('.safetensors'));
    return readFiles(tree, folder, files.length > 0 ? files : [`${folder}/${singleName}`]);
}
async function exists(tree, path) {
    return (await tree.read(path, maxIndexBytes).catch(() => undefined)) !== undefined;
}
async function readFiles(tree, path, files) {
    const tensors = new Map();
    const problems = [];
    for (const file of files) {
        const header = await readTensors(tree, file);
        if (typeof header === 'string')
            problems.push(checkpoint_unreadable(file, header));
        else
            for (const [name, tensor] of header.tensors)
                tensors.set(name, tensor);
    }
    return { path, tensors: problems.length > 0 ? new Map() : tensors, problems };
}
async function readSharded(tree, indexPath, path) {
    const bytes = await tree.read(indexPath, maxIndexBytes);
    if (bytes === undefined)
        return { path, tensors: new Map(), problems: [checkpoint_unreadable(indexPath, 'there is no such file')] };
    const index = readShardIndex(new TextDecoder().decode(bytes));
    if (typeof index === 'string')
        return { path, tensors: new Map(), problems: [checkpoint_unreadable(indexPath, index)] };
    const folder = indexPath.includes('/') ? indexPath.slice(0, indexPath.lastIndexOf('/') + 1) : '';
    const tensors = new Map();
    for (const name of index.tensors.keys())
        tensors.set(name, {});
    const problems = [];
    let dataBytes = 0;
    const shards = [...new Set(index.tensors.values())].toSorted();
    for (const shard of shards) {
        const header = await readTensors(tree, folder + shard);
        if (typeof header === 'string')
            problems.push(shardProblem(folder + shard, header, shards.length));
        else {
            dataBytes += header.dataBytes;
            for (const [name, tensor] of header.tensors)
                tensors.set(name, tensor);
            problems.push(...strangers(folder + shard, shard, header.tensors, index.tensors));
        }
    }
    if (problems.length === 0)
        problems.push(...totalProblem(indexPath, index.totalBytes, dataBytes));
    return { path, tensors, problems };
}
function strangers(file, shard, held, index) {
    const lost = [...index].filter(([name, where]) => where === shard && !held.has(name)).map(([name]) => name);
    if (lost.length === 0)
        return [];
    return [
        checkpoint_unreadable(file, `the index says that it holds ${lost.slice(0, 3).join(', ')}, which is not so (${lost.length} tensors)`),
    ];
}
const absent = 'there is no such file';
function shardProblem(file, message, shards) {
    if (message !== absent)
        return checkpoint_unreadable(file, message);
    return {
        rule: configRules['checkpoint-missing-shard'],
        file,
        message: `the shard is missing; the index names ${shards}`,
        help: 'complete the checkpoint',
    };
}
function totalProblem(file, claimed, dataBytes) {
    if (claimed === undefined || claimed === dataBytes)
        return [];
    const message = `the index says total_size ${claimed}, but the shards hold ${dataBytes} bytes`;
    return [{ rule: configRules['checkpoint-total'], file, message, help: 'write the index anew' }];
}
function checkpoint_unreadable(file, message) {
    return {
        rule: configRules['checkpoint-unreadable'],
        file,
        message,
        help: 'give the path of a whole safetensors checkpoint',
    };
}
async function readTensors(tree, file) {
    const read = rangeReader(tree, file);
    const prefix = await read(0, prefixBytes);
    if (typeof prefix === 'string')
        return prefix;
    if (new TextDecoder().decode(prefix.bytes) === 'version ')
        return 'it is a Git LFS pointer: fetch the file with git lfs pull';
    const length = headerLength(prefix.bytes, prefix.fileBytes);
    if (!length.ok)
        return length.problem;
    const header = await read(prefixBytes, length.length);
    if (typeof header === 'string')
        return header;
    const result = readHeader(header.bytes, header.fileBytes);
    return result.ok ? result : result.problem;
}
function rangeReader(tree, file) {
    return async (offset, length) => {
        try {
            const range = await tree.readRange?.(file, offset, length);
            if (tree.readRange !== undefined)
                return range ?? absent;
            const bytes = await tree.read(file);
            return bytes === undefined
                ? absent
                : { bytes: bytes.subarray(offset, offset + length), fileBytes: bytes.byteLength };
        }
        catch (error) {
            if (isUserError(error))
                return error.message;
            throw error;
        }
    };
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
function fields_number(limits = {}) {
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
const fields_numbers = {
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

;// CONCATENATED MODULE: ./build/src/kernel/kinds.js


const kinds_flag = { schema: { type: 'boolean' }, field: flag };
function kinds_choice(allowed) {
    return { schema: { enum: allowed }, field: choice(allowed) };
}
function kinds_number({ above, ...limits } = {}) {
    const lower = above === undefined ? {} : { exclusiveMinimum: above };
    return { schema: { type: 'number', ...lower, ...kinds_range(limits) }, field: fields_number(limits) };
}
function kinds_integer(limits = {}) {
    return { schema: { type: 'integer', ...kinds_range(limits) }, field: integer(limits) };
}
function kinds_text(limits = {}, expects) {
    const { min: minLength, max: maxLength, pattern } = limits;
    return {
        schema: { type: 'string', ...kinds_present({ minLength, maxLength, pattern }) },
        field: fields_text(expects),
    };
}
function kinds_list(items, { min, max } = {}) {
    return {
        schema: { type: 'array', ...kinds_present({ minItems: min, maxItems: max }), items: items.schema },
        read: (value) => (Array.isArray(value) ? value.map((item) => readAs(items, item)) : []),
    };
}
function map(values, keys) {
    const propertyNames = keys === undefined ? undefined : { pattern: keys };
    return { schema: { type: 'object', ...kinds_present({ propertyNames }), additionalProperties: values.schema } };
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
function kinds_range({ min, max }) {
    return kinds_present({ minimum: min, maximum: max });
}
function kinds_present(entries) {
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

;// CONCATENATED MODULE: ./build/src/config/registry/diff.js

function registryChanges(before, after) {
    const changes = [];
    for (const [path, old] of before.parameters) {
        const now = after.parameters.get(path);
        if (now === undefined)
            changes.push({ path, change: 'removed', detail: 'no longer registered', owner: old.owner });
        else
            changes.push(...parameterChanges(old, now));
    }
    for (const [path, now] of after.parameters) {
        if (before.parameters.has(path))
            continue;
        changes.push({ path, change: 'added', detail: `added, ${now.kind}`, owner: now.owner });
    }
    return changes;
}
function registryChangeFindings(changes, document) {
    return changes.map(({ path, change, detail, owner }) => {
        const severity = change === 'added' || change === 'narrowed' || change === 'changed' ? 'notice' : 'warning';
        const who = owner === undefined ? 'it has no owner' : `owner: ${owner}`;
        return configRules['registry-changed'].finding({
            severity,
            message: `this change alters the registry: ${path} is ${change} (${detail}; ${who})`,
            file: document.file,
            ...document.place(['parameters', path], 'key'),
            ...(severity === 'warning'
                ? { help: `have it approved by ${owner ?? 'the owners of the registry'}` }
                : {}),
        });
    });
}
function parameterChanges(before, after) {
    const owner = before.owner ?? after.owner;
    const { path } = after;
    const make = (change, detail) => ({
        path,
        change,
        detail,
        owner,
    });
    const differences = [...compare(before, after), ...compare(before.items, after.items)];
    const changes = differences.map(({ wider, detail }) => make(wider ? 'widened' : 'narrowed', detail));
    if (before.required && !after.required)
        changes.push(make('widened', 'no longer required'));
    if (!before.required && after.required)
        changes.push(make('narrowed', 'now required'));
    if (before.kind !== after.kind)
        changes.push(make('reclassified', `${before.kind} → ${after.kind}`));
    if (before.owner !== after.owner && before.owner !== undefined) {
        changes.push(make('reclassified', `owner ${before.owner} → ${after.owner ?? 'none'}`));
    }
    if (before.deprecated !== after.deprecated)
        changes.push(make('changed', after.deprecated ?? 'no longer deprecated'));
    return changes;
}
const noConstraints = { types: undefined };
function compare(before = noConstraints, after = noConstraints) {
    return [
        ...bound('min', before.min, after.min, -1),
        ...bound('max', before.max, after.max, 1),
        ...bound('min-items', before.minItems, after.minItems, -1),
        ...bound('max-items', before.maxItems, after.maxItems, 1),
        ...diff_choice('type', setOf(before.types), setOf(after.types)),
        ...diff_choice('enum', setOf(before.enum), setOf(after.enum)),
        ...replaced('pattern', before.pattern?.source, after.pattern?.source),
        ...replaced('multiple-of', before.multipleOf, after.multipleOf),
    ];
}
function bound(name, before, after, outward) {
    if (before === after)
        return [];
    const detail = `${name} ${before ?? 'none'} → ${after ?? 'none'}`;
    if (after === undefined)
        return [{ wider: true, detail }];
    return [{ wider: before !== undefined && (after - before) * outward > 0, detail }];
}
function setOf(values) {
    return values === undefined ? undefined : new Set([...values].map((value) => JSON.stringify(value)));
}
function diff_choice(name, before, after) {
    const text = (set) => set === undefined ? 'any' : [...set].join(' | ');
    const detail = `${name} ${text(before)} → ${text(after)}`;
    if (before === undefined)
        return after === undefined ? [] : [{ wider: false, detail }];
    if (after === undefined)
        return [{ wider: true, detail }];
    if (![...after].every((value) => before.has(value)))
        return [{ wider: true, detail }];
    return after.size < before.size ? [{ wider: false, detail }] : [];
}
function replaced(name, before, after) {
    if (before === after)
        return [];
    return [{ wider: before !== undefined, detail: `${name} ${before ?? 'none'} → ${after ?? 'none'}` }];
}

;// CONCATENATED MODULE: ./build/src/config/gate/registries.js


const maxBytes = 8 * 1024 * 1024;
async function readRegistries(file, { change }) {
    const changed = change.files.some(({ path, previousPath }) => path === file || previousPath === file);
    const head = await registryIn(change.head, file);
    const base = changed ? await registryIn(change.base, file) : head;
    if (head === undefined && base === undefined && file !== configDefaults.registry) {
        return { head: undefined, base: undefined, findings: [registries_absent(file)] };
    }
    return {
        head: head?.registry,
        base: base?.registry,
        findings: [...(head?.findings ?? []), ...changeFindings(file, head, changed ? base : undefined)],
    };
}
async function registryIn(tree, file) {
    const bytes = await tree.read(file, maxBytes);
    return bytes === undefined ? undefined : readRegistry(bytes, file);
}
function changeFindings(file, head, base) {
    if (base === undefined)
        return [];
    if (head === undefined)
        return [removed(file)];
    if (base.registry === undefined || head.registry === undefined)
        return [];
    return registryChangeFindings(registryChanges(base.registry, head.registry), head.document);
}
function registries_absent(file) {
    return configRules['registry-invalid'].finding({
        message: 'there is no such registry of parameters',
        file,
        help: 'correct the path, or add the file: model-gates config --write-registry derives one',
    });
}
function removed(file) {
    return configRules['registry-invalid'].finding({
        message: 'this change removes the registry: nothing would be registered any more',
        file,
        help: 'keep the registry; to move it, change its path in the policy first',
    });
}

;// CONCATENATED MODULE: ./build/src/config/gate/context.js




async function gatherContext(settings, ports) {
    const registries = await readRegistries(settings.registry, ports);
    const { schema, isOfBase, findings } = await schemaOf(settings, ports);
    const context = {
        settings,
        ...(registries.head === undefined ? {} : { registry: registries.head }),
        ...(registries.base === undefined ? {} : { baseRegistry: registries.base }),
        ...(schema === undefined ? {} : { schema }),
        isSchemaOfBase: isOfBase,
    };
    return { context, findings: [...registries.findings, ...findings] };
}
async function withCheckpoint(context, { workspace }) {
    const path = context.settings.checkpoint;
    return path === undefined ? context : { ...context, checkpoint: await readCheckpoint(workspace, path) };
}
async function schemaOf({ schema: file }, { change }) {
    if (file === undefined)
        return { isOfBase: false, findings: [] };
    const atBase = await change.base.read(file);
    const bytes = atBase ?? (await change.head.read(file));
    const isOfBase = atBase !== undefined;
    if (bytes === undefined)
        return { isOfBase, findings: [context_absent(file)] };
    const changed = change.files.some(({ path }) => path === file);
    const { findings, ...read } = await readTeamSchema(bytes, file);
    return { ...read, isOfBase, findings: changed && isOfBase ? [...findings, schemaChanged(file)] : findings };
}
function context_absent(file) {
    return configRules['schema-invalid'].finding({
        file,
        message: 'there is no such JSON Schema',
        help: 'correct schema in the policy, or add the file',
    });
}
function schemaChanged(file) {
    return configRules['registry-changed'].finding({
        file,
        message: 'this change alters the JSON Schema; the configs were held against that of the merge base',
        help: 'have it approved by the owners of the schema',
    });
}

;// CONCATENATED MODULE: ./build/src/config/gate/sections.js

const maxRows = 200;
function configSections(judgements) {
    const models = judgements.filter(({ summary }) => summary !== undefined);
    if (models.length > maxTables)
        return [...judgements.flatMap(changeSection), modelsSection(models)];
    return judgements.flatMap((judgement) => [...changeSection(judgement), ...modelSection(judgement)]);
}
const maxTables = 5;
function registrySection(judgements, registry) {
    const lines = new Map(judgements.flatMap(({ unregistered }) => [...unregistered]));
    if (lines.size === 0)
        return [];
    const title = `If the new names are meant: lines for parameters in ${registry}`;
    const items = [...lines.values()];
    const more = items.length > maxRows ? [`… and ${items.length - maxRows} more`] : [];
    return [{ kind: 'list', title, items: [...items.slice(0, maxRows), ...more] }];
}
function changeFacts({ changes }) {
    if (changes.length === 0)
        return {};
    const cells = changes.slice(0, maxRows).map(changeCells);
    return { changes: cells.map(([path, before, after, kind]) => ({ path, before, after, kind })) };
}
function changeSection({ file, changes }) {
    if (changes.length === 0)
        return [];
    const rows = changes.slice(0, maxRows).map(changeCells);
    const more = changes.length > maxRows ? ` (the first ${maxRows} of ${changes.length})` : '';
    return [
        {
            kind: 'table',
            title: `What changed in ${file}${more}`,
            open: true,
            columns: [
                { title: 'parameter', code: true },
                { title: 'before', code: true },
                { title: 'after', code: true },
                { title: 'kind' },
            ],
            rows,
        },
    ];
}
const measures = [
    { title: 'parameters', value: ({ counts }) => `${summary_digits(counts.total)} (${billions(counts.total)})` },
    { title: 'active a token', value: ({ counts }) => `${summary_digits(counts.active)} (${billions(counts.active)})` },
    { title: 'of them embeddings', value: ({ counts }) => summary_digits(counts.embedding) },
    { title: 'weights', value: weightsText },
    {
        title: 'weights in 16, 8 and 4 bits',
        value: ({ counts }) => [2n, 1n]
            .map((bytes) => bytesText(counts.total * bytes))
            .concat(bytesText(counts.total / 2n))
            .join(', '),
    },
    { title: 'cache a token (2 bytes an element)', value: cacheText },
];
const listed = [
    { title: 'parameters', value: ({ counts }) => summary_digits(counts.total) },
    { title: 'active', value: ({ counts }) => billions(counts.active) },
    { title: 'weights', value: ({ weightBytes }) => bytesText(weightBytes) },
    { title: 'cache a token', value: ({ cacheBytesPerToken }) => bytesText(cacheBytesPerToken) },
];
function weightsText({ weightBytes, dtype, quantization }) {
    const before = quantization === undefined ? '' : `, before quantisation (${quantization})`;
    return `${bytesText(weightBytes)} in ${dtype}${before}`;
}
function cacheText({ cacheBytesPerToken, sliding }) {
    const all = bytesText(cacheBytesPerToken);
    if (sliding === undefined)
        return all;
    return `${all}; ${bytesText(sliding.cacheBytesPerToken)} beyond ${summary_digits(sliding.window)} tokens (${sliding.layers} layers slide)`;
}
function modelSection({ file, summary, baseSummary }) {
    if (summary === undefined)
        return [];
    const title = `The model of ${file} (${summary.family})`;
    const now = measures.map((measure) => measure.value(summary));
    const before = measures.map((measure) => (baseSummary === undefined ? '' : measure.value(baseSummary)));
    const changed = baseSummary !== undefined && before.join() !== now.join();
    const value = (name) => ({ title: name, align: 'right' });
    const rows = measures.map((measure, index) => [
        measure.title,
        ...(changed ? [before[index] ?? ''] : []),
        now[index] ?? '',
    ]);
    const columns = [{ title: '' }, ...(changed ? [value('before'), value('after')] : [value('value')])];
    return [{ kind: 'table', title, columns, rows }];
}
function modelsSection(models) {
    const rows = models.map(({ file, summary, baseSummary }) => {
        const now = cellsOf(summary);
        const before = cellsOf(baseSummary);
        const cells = now.map((cell, index) => movement(before[index] ?? '', cell));
        return { isChanged: baseSummary !== undefined && before.join() !== now.join(), cells: [file, ...cells] };
    });
    const sorted = rows.toSorted((a, b) => Number(b.isChanged) - Number(a.isChanged));
    const more = rows.length > maxRows ? ` (the first ${maxRows} of ${rows.length})` : '';
    return {
        kind: 'table',
        title: `The models${more}`,
        columns: [
            { title: 'file', code: true },
            ...listed.map(({ title }) => ({ title, align: 'right' })),
        ],
        rows: sorted.slice(0, maxRows).map(({ cells }) => cells),
    };
}
function cellsOf(summary) {
    return summary === undefined ? [] : listed.map((measure) => measure.value(summary));
}
function movement(before, now) {
    return before === '' || before === now ? now : `${before} → ${now}`;
}

;// CONCATENATED MODULE: external "../picomatch/index.js"
const external_picomatch_index_js_namespaceObject = require("../picomatch/index.js");
var external_picomatch_index_js_default = /*#__PURE__*/__nccwpck_require__.n(external_picomatch_index_js_namespaceObject);
;// CONCATENATED MODULE: ./build/src/kernel/globs.js

function globMatcher(globs) {
    const exclusions = globs.filter(isExclusion).map((glob) => glob.slice(1));
    const inclusions = globs.filter((glob) => !isExclusion(glob));
    if (exclusions.length > 0 && inclusions.length === 0)
        inclusions.push('**');
    const wanted = external_picomatch_index_js_default()(inclusions, { dot: true });
    const unwanted = external_picomatch_index_js_default()(exclusions, { dot: true });
    return (path) => wanted(path) && !unwanted(path);
}
function isExclusion(glob) {
    return glob.startsWith('!') && !glob.startsWith('!(');
}

;// CONCATENATED MODULE: ./build/src/config/gate/select.js


async function selectConfigs(settings, { change }) {
    if (settings.only !== undefined && settings.only.length > 0)
        return select_named(settings.only, change);
    const matches = globMatcher(settings.files);
    const rules = [settings.registry, settings.schema].filter((path) => path !== undefined);
    const isConfig = (path) => matches(path) && !rules.includes(path) && !path.endsWith('.safetensors.index.json');
    const deleted = change.files.flatMap(({ status, path, previousPath }) => {
        if (status === 'deleted')
            return isConfig(path) ? [path] : [];
        return previousPath !== undefined && isConfig(previousPath) && !isConfig(path) ? [previousPath] : [];
    });
    if (change.files.some(({ path, previousPath = path }) => rules.includes(path) || rules.includes(previousPath))) {
        const all = (await change.head.list()).filter(isConfig);
        const files = all.map((path) => ({ path, ...basePath(change, path) }));
        return { files, deleted, reason: 'the registry changed' };
    }
    const changed = change.files.filter(({ status, path }) => status !== 'deleted' && isConfig(path));
    return {
        files: changed.map(({ path }) => ({ path, ...basePath(change, path) })),
        deleted,
        reason: 'changed',
    };
}
async function select_named(only, change) {
    const present = new Set(await change.head.list());
    const paths = only.map((path) => path.replaceAll('\\', '/').replace(/^\.\//, ''));
    const files = await Promise.all(paths.map(async (path) => {
        if (!present.has(path) && (await change.head.read(path)) === undefined)
            throw missing(path, present);
        return { path, ...basePath(change, path) };
    }));
    return { files, deleted: [], reason: 'named' };
}
function missing(path, present) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const like = [...present].filter((other) => other.endsWith(`/${name}`) || other === name).slice(0, 3);
    const help = like.length > 0 ? `Did you mean ${like.join(' or ')}?` : 'Give paths relative to the repository root.';
    return new user_error_UserError(`There is no file ${path}.`, { place: { file: path }, help });
}
function basePath(change, path) {
    const changed = change.files.find((file) => file.path === path);
    if (changed?.status === 'added')
        return {};
    return { basePath: changed?.previousPath ?? path };
}

;// CONCATENATED MODULE: ./build/src/config/gate/validate-model-config.js










const gate = 'validate-model-config';
const judgeConfig = async (settings, ports) => {
    const selection = await selectConfigs(settings, ports);
    const gathered = await gatherContext(settings, ports);
    if (selection.files.length === 0 && selection.deleted.length === 0 && gathered.findings.length === 0) {
        return nothingToJudge();
    }
    ports.log.info(`${gate}: ${count(selection.files.length, 'config file')} (${selection.reason})`);
    const judgements = await judgeAll(selection.files, gathered.context, ports);
    const ofAll = [
        ...gathered.findings,
        ...(gathered.findings.length === 0 ? noRegistry(gathered.context, judgements) : []),
        ...selection.deleted.map(deletedConfig),
    ];
    const ofFiles = judgements.flatMap((judgement) => judgement.findings);
    const findings = worstFirst([...applyOverrides(ofAll, settings.rules), ...ofFiles]);
    return report(selection, judgements, findings, settings.registry);
};
function nothingToJudge() {
    const title = 'No config file changed, nor the registry: nothing to judge';
    return makeReport({ gate, verdict: 'skipped', title, facts: { files: [], change: 'none' } });
}
async function judgeAll(files, gathered, ports) {
    if (files.length === 0)
        return [];
    const context = await withCheckpoint(gathered, ports);
    const judgements = [];
    for (let start = 0; start < files.length; start += readAtOnce) {
        const some = files.slice(start, start + readAtOnce);
        judgements.push(...(await Promise.all(some.map((file) => judgeFile(file, context, ports)))));
    }
    return judgements;
}
const readAtOnce = 16;
async function judgeFile({ path, basePath }, context, { change }) {
    const { settings } = context;
    const [now, before] = await Promise.all([
        contentOf(change.head, path),
        basePath === undefined ? undefined : contentOf(change.base, basePath),
    ]);
    if (now === undefined)
        throw new Error(`${path} is listed and yet not there`);
    const head = documentOf(now, path, settings);
    const isListed = change.files.some((file) => file.path === path);
    const isSame = before !== undefined && basePath === path && validate_model_config_isEqual(before, now, isListed);
    const base = isSame ? head : before && documentOf(before, basePath ?? path, settings);
    const input = { head, ...context, ...(base === undefined ? {} : { base }) };
    const judgement = judgeConfigFile(input);
    return isSame && settings.only === undefined ? leftAsItIs(judgement, input) : judgement;
}
function leftAsItIs(judgement, input) {
    if (verdictOf(judgement.findings) === 'pass')
        return judgement;
    const { baseRegistry: registry, schema, isSchemaOfBase, registry: _new, schema: _any, ...rest } = input;
    const atBase = judgeConfigFile({
        ...rest,
        ...(registry === undefined ? {} : { registry }),
        ...(schema === undefined || !isSchemaOfBase ? {} : { schema }),
    });
    return { ...judgement, findings: standingFaults(judgement.findings, atBase.findings) };
}
async function contentOf(tree, path) {
    try {
        return await tree.read(path);
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        return { message: error.message.replace(` (${tree.name})`, ''), help: error.help };
    }
}
function validate_model_config_isEqual(before, now, isListed) {
    if (before instanceof Uint8Array && now instanceof Uint8Array)
        return Buffer.compare(before, now) === 0;
    if (before instanceof Uint8Array || now instanceof Uint8Array)
        return false;
    return !isListed && before.message === now.message;
}
function documentOf(content, path, settings) {
    const options = { file: path, dialect: dialectOf(path, settings) };
    if (content instanceof Uint8Array)
        return readDocument(content, options);
    return unreadableDocument(options, content.message, content.help);
}
function noRegistry({ registry, settings }, judgements) {
    if (registry !== undefined || judgements.length === 0)
        return [];
    return [
        configRules['no-registry'].finding({
            message: `there is no registry of parameters at ${settings.registry}: misspelt names and values out of range pass`,
            help: 'derive one from the configs with: model-gates config --write-registry',
        }),
    ];
}
function deletedConfig(file) {
    const message = 'this change deletes the config, or moves it to where no config is judged';
    return configRules.deleted.finding({ message, file });
}
function report(selection, judgements, findings, registry) {
    const deleted = selection.deleted.length > 0 ? ['structural'] : [];
    const change = worstChange([...deleted, ...judgements.map((judgement) => judgement.change)]);
    const files = judgements.map((judgement) => ({
        file: judgement.file,
        ...sizeFacts(judgement),
        change: judgement.change,
        ...changeFacts(judgement),
    }));
    const parameters = files.map((file) => file.parameters).find((facts) => facts !== undefined);
    return makeReport({
        gate,
        title: titleOf(judgements, findings, change),
        findings,
        facts: { files, change, ...(parameters === undefined ? {} : { parameters }) },
        sections: [...configSections(judgements), ...registrySection(judgements, registry)],
    });
}
function sizeFacts({ summary }) {
    if (summary === undefined)
        return {};
    const { counts, dtype, weightBytes, quantization, cacheBytesPerToken, sliding } = summary;
    return {
        parameters: { total: Number(counts.total), active: Number(counts.active) },
        memory: {
            dtype,
            weightBytes: Number(weightBytes),
            ...(quantization === undefined ? {} : { quantization }),
            cacheBytesPerToken,
            ...(sliding === undefined ? {} : { sliding }),
        },
    };
}
function titleOf(judgements, findings, change) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    const places = [...new Set(errors.map(({ file }) => file))];
    if (errors.length > 0) {
        const where = places.length === 1 && places[0] !== undefined ? places[0] : `${places.length} files`;
        return `${count(errors.length, 'error')} in ${where}`;
    }
    const [first] = judgements;
    const what = judgements.length === 1 && first !== undefined ? first.file : `${judgements.length} configs`;
    const changes = change === 'none' ? 'no value changes' : `the change is ${change}`;
    return `${what}: no errors; ${changes}`;
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
const trunkRules = defineRules('trunk', {
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

;// CONCATENATED MODULE: ./build/src/config/rules.js



const allConfigRules = [
    ...Object.values(textRules),
    ...Object.values(configRules),
    ...crossFieldRules.map(({ id, severity, summary, source, example, fix }) => ({
        id,
        severity,
        summary: `${summary} (Source: ${source}.)`,
        example,
        fix,
    })),
];

;// CONCATENATED MODULE: ./build/src/config/policy-values.js






function policyValueFindings(policy, rule) {
    const rules = nodeAt(policy.root, ['config', 'expressions']);
    const checks = rules?.type === 'list' ? rules.items.map((_, index) => index) : [];
    return [
        ...checks.flatMap((index) => policy_values_badValue(policy, rule, ['config', 'expressions', index, 'check'], expressionProblem)),
        ...policy_values_unknownRules(policy, rule),
        ...policy_values_badValue(policy, rule, ['config', 'expect-parameters'], (text) => parseExpectation(text) === undefined ? 'it is no number of parameters' : undefined),
    ];
}
function policy_values_unknownRules(policy, rule) {
    const rules = nodeAt(policy.root, ['config', 'rules']);
    if (rules?.type !== 'dict')
        return [];
    const known = [...allConfigRules.map(({ id }) => id), ...teamRules(policy)];
    return [...rules.entries.values()].flatMap(({ name }) => {
        if (!name.startsWith('config/'))
            return [];
        const told = fixedRules.has(name) ? fixed(name) : known.includes(name) ? undefined : unknown(name, known);
        if (told === undefined)
            return [];
        const place = policy.place(['config', 'rules', name], 'key');
        return [rule.finding({ file: policy.file, ...place, ...told })];
    });
}
function fixed(name) {
    return { message: `no policy can lower ${name}`, help: 'remove it: what cannot be read is not judged' };
}
function unknown(name, known) {
    const near = nearest(name, known);
    return {
        message: `there is no rule ${name}`,
        help: near === undefined ? 'docs/rules.md lists them' : `did you mean ${near}?`,
    };
}
function teamRules(policy) {
    const rules = nodeAt(policy.root, ['config', 'expressions']);
    const items = rules?.type === 'list' ? rules.items : [];
    return items.flatMap((item) => {
        const id = nodeAt(item, ['id']);
        return id?.type === 'str' ? [`config/${id.value}`] : [];
    });
}
function policy_values_badValue(policy, rule, path, problemOf) {
    const node = nodeAt(policy.root, path);
    const problem = node?.type === 'str' ? problemOf(node.value) : undefined;
    if (node?.type !== 'str' || problem === undefined)
        return [];
    const example = path.at(-1) === 'check' ? 'num_experts % expert_parallel_size == 0' : '31.07B ± 0.5%';
    return [
        rule.finding({
            message: `${String(path.at(-1))} cannot be used: ${problem}`,
            file: policy.file,
            ...policy.place(path, 'value'),
            help: `write it like ${example}`,
        }),
    ];
}

;// CONCATENATED MODULE: ./build/src/dependencies/settings.js


const consequence = kinds_choice(['fail', 'warn', 'pass']);
const consequences = kinds_define('consequences', map(consequence));
const pairRow = settings({
    pair: { kind: kinds_name, required: true, description: '' },
    package: { kind: kinds_name, required: true, description: '' },
    versions: { kind: kinds_name, required: true, description: '' },
    needs: { kind: map(kinds_name), required: true, description: '' },
    severity: { kind: kinds_choice(['error', 'warning']) },
    source: { kind: path, required: true, description: '' },
});
const dependencyTable = settings({
    files: {
        kind: globs,
        default: [],
        description: '',
        input: '',
    },
    watch: {
        kind: globs,
        description: '',
        input: '',
        option: { value: 'NAMES', help: '' },
    },
    'also-watch': {
        kind: globs,
        default: [],
        description: '',
        input: '',
        option: { value: 'NAMES', help: '' },
    },
    classes: { kind: consequences, default: {}, description: '' },
    packages: {
        kind: map(consequences),
        default: {},
        description: '',
    },
    'allow-file': {
        kind: path,
        default: '.github/dependency-moves.txt',
        description: '',
        input: true,
        option: { value: 'FILE', help: '' },
    },
    bots: {
        kind: globs,
        default: [],
        description: '',
    },
    'bot-branches': {
        kind: globs,
        default: [],
        description: '',
    },
    locks: {
        kind: globs,
        default: [],
        description: '',
    },
    pairs: {
        kind: kinds_list(section(pairRow), { max: 1000 }),
        default: [],
        description: '',
    },
    'ignore-pairs': { kind: globs, default: [], description: '' },
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
        description: '',
    },
    environment: {
        kind: kinds_flag,
        default: false,
        description: '',
        input: '',
    },
    python: {
        kind: path,
        description: '',
        input: '',
    },
    snapshot: {
        kind: path,
        description: '',
        input: '',
    },
});
const dependencyDefaults = defaultsOf(dependencyTable);

;// CONCATENATED MODULE: ./build/src/regression/pinned.js
function pinned_entryOf(entry) {
    if (isLatestRelease(entry))
        return { ref: entry, path: '' };
    const [, ref, path] = /^([^\s:*?[\]{}()!\\.~^/-][^\s:*?[\]{}()!\\~^]*):(.+)$/s.exec(entry) ?? [];
    return ref === undefined || path === undefined ? { path: entry } : { ref, path };
}
function isLatestRelease(ref) {
    return /^(?:.*\/)?latest-release$/.test(ref);
}
function isPinned(entries) {
    return entries.some((entry) => pinned_entryOf(entry).ref !== undefined);
}
function globsOf({ baseline, candidate }) {
    const paths = baseline.map((entry) => pinned_entryOf(entry).path).filter((path) => path !== '');
    return paths.length > 0 ? paths : candidate;
}

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
        description: '',
        input: '',
    },
    baseline: {
        kind: globs,
        field: atMergeBase,
        default: [],
        description: '',
        input: '',
    },
    anchor: {
        kind: kinds_text({ min: 1 }, 'latest-release, a path or ref:path'),
        description: '',
        input: true,
    },
    metrics: {
        kind: globs,
        default: [],
        description: '',
        input: '',
        option: {
            value: 'NAME',
            help: '',
        },
    },
    mode: {
        kind: mode,
        default: 'paired',
        input: '',
        option: { value: 'NAME', help: '' },
    },
    tolerance: {
        kind: kinds_number({ min: 0 }),
        default: 0.5,
        description: '',
        input: true,
        option: { value: 'T', help: '' },
    },
    margin: {
        kind: kinds_number({ min: 0 }),
        default: 2,
        description: '',
        input: true,
        option: { value: 'M', help: '' },
    },
    unit: {
        kind: kinds_choice(['points', 'percent']),
        default: 'points',
        description: '',
        input: '',
        option: { value: 'NAME', help: '' },
    },
    alpha: {
        kind: kinds_number({ above: 0, max: 0.5 }),
        field: fields_number({ min: 0.000_001, max: 0.5 }),
        default: 0.05,
        description: '',
        input: true,
        option: { value: 'A', help: '' },
    },
    'on-inconclusive': {
        kind: kinds_choice(['auto', 'fail', 'warn', 'pass']),
        default: 'auto',
        input: '',
    },
    seed: {
        kind: kinds_integer({ min: 0 }),
        default: 1,
        description: '',
        input: true,
        option: { value: 'N', help: '' },
    },
    looks: {
        kind: kinds_list(kinds_integer({ min: 1 }), { min: 1, max: 20 }),
        field: fields_numbers,
        description: '',
        input: '',
    },
    evaluate: {
        kind: kinds_text({ min: 1, max: 4096 }, 'a command'),
        description: '',
        input: '',
    },
    pool: {
        kind: path,
        description: '',
        input: '',
    },
    'time-budget': {
        kind: kinds_number({ min: 0 }),
        description: '',
        input: true,
    },
});
const regressionDefaults = defaultsOf(regressionTable);

;// CONCATENATED MODULE: ./build/src/policy/gate-names.js
const gateNames = ['validate-model-config', 'detect-dep-drift', 'regression-gate'];

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
    gates: { kind: kinds_list(kinds_choice(gateNames), { min: 1 }), required: true, default: [] },
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

;// CONCATENATED MODULE: ./build/src/policy/schema.js







const policyTable = settings({
    trunk: {
        kind: kinds_name,
        description: "Name of the main branch. Default: the repository's default branch.",
    },
    gates: {
        kind: named(gateNames, kinds_flag),
        default: {},
        description: 'Turns a gate off (false). The report says so each time.',
    },
    config: {
        kind: partialSection(configTable),
        default: {},
        description: 'What validate-model-config judges and how.',
    },
    dependencies: {
        kind: partialSection(dependencyTable),
        default: {},
        description: 'What detect-dep-drift watches and how it judges.',
    },
    regression: {
        kind: partialSection(regressionTable),
        default: {},
        description: 'What regression-gate compares and how it decides.',
    },
    versioning: { kind: partialSection(versioningTable), default: {}, description: 'How tags are named.' },
    ...trunkSections,
});
let schema_published;
function policySchema() {
    return (schema_published ??= makeSchema());
}
function makeSchema() {
    const definitions = [entitled, kinds_name, path, globs, consequences];
    return {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: 'https://model-gates.example/schema/policy.schema.json',
        title: 'model-gates policy',
        description: 'Which gates judge a change, and by which thresholds. Read from the base commit. Everything has a default: an empty file works.',
        ...section(policyTable).schema,
        type: ['object', 'null'],
        $defs: Object.fromEntries(definitions.map(({ definition }) => definition)),
    };
}

;// CONCATENATED MODULE: ./build/src/policy/gate/policy-text.js



async function readPolicyText(bytes, file) {
    const document = readDocument(bytes, { file, dialect: 'yaml-1.2' });
    const problems = document.findings.filter(({ severity }) => severity === 'error');
    if (problems.length > 0 || document.value === null)
        return { value: null, findings: problems };
    const findings = await validateWithSchema(document, policySchema(), policyRules, 'policy');
    return {
        value: document.value,
        findings: [...findings, ...policyValueFindings(document, policyRules['bad-value'])],
    };
}

;// CONCATENATED MODULE: ./build/src/bundles/config.js




})();

module.exports = __webpack_exports__;
/******/ })()
;