// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes the Lua that Oxpecker carries out of the npm packages (their modules hold it with all includes in place)
// and writes it, with our own scripts, a manifest and a .qrc into the build folder.
//   node extract.mjs --packages DIR --out DIR
// expected.json says which scripts are carried and how many keys each takes. Anything else stops the build:
// a signature that changed unseen would send keys in the wrong places.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const readJson = file => JSON.parse(fs.readFileSync(file, 'utf8'));

function argument(name) {
  const at = process.argv.indexOf('--' + name);
  if (at < 0) throw new Error(`--${name} is missing`);
  return path.resolve(process.argv[at + 1]);
}

/** Evaluates one generated module with nothing but `exports` in reach: nothing else of the package runs. */
function evaluate(file) {
  const exports = {};
  const sandbox = { exports, module: { exports } };
  vm.runInNewContext(fs.readFileSync(file, 'utf8'), sandbox, { filename: file, timeout: 1000 });
  const made = sandbox.module.exports;
  return [made, ...Object.values(made)].find(value => typeof value?.content === 'string');
}

/** The script `name` of a package, checked against its file name and the expected number of keys. */
function extract(folder, name, keys) {
  const where = [path.join(folder, 'dist/cjs/scripts'), path.join(folder, 'lib/scripts')].find(fs.existsSync);
  const file = path.join(where, `${name}-${keys}.js`);
  if (!fs.existsSync(file)) {
    const there = fs.readdirSync(where).filter(entry => entry.startsWith(name + '-') && entry.endsWith('.js'));
    throw new Error(`${file} is missing; the package has ${there.join(', ') || 'no such script'}`);
  }
  const script = evaluate(file);
  if (!script || script.name !== name || script.keys !== keys)
    throw new Error(`${file} holds ${script?.name} with ${script?.keys} keys`);
  if (/^\s*---\s*@include/m.test(script.content)) throw new Error(`${file} has an include that was not put in place`);
  return script.content;
}

const packages = argument('packages');
const out = argument('out');
const expected = readJson(path.join(here, 'expected.json'));
const pinned = readJson(path.join(here, 'package.json')).dependencies;
const files = [];
const manifest = [];

function write(name, text) {
  const file = path.join(out, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  files.push(name);
}

function entry(alias, name, keys, lua) {
  const file = `${alias}/${name}.lua`;
  write(file, lua);
  return { name, keys, sha1: crypto.createHash('sha1').update(lua).digest('hex'), file };
}

for (const [alias, scripts] of Object.entries(expected.packages)) {
  const folder = path.join(packages, alias);
  const { name, version } = readJson(path.join(folder, 'package.json'));
  if (pinned[alias] !== `npm:${name}@${version}`)
    throw new Error(`${folder} holds ${name}@${version}, wanted is ${pinned[alias]}`);
  const licence = fs.readdirSync(folder).find(entry => /^licen[sc]e/i.test(entry));
  write(`${alias}/LICENSE`, fs.readFileSync(path.join(folder, licence)));
  manifest.push({
    alias, package: name, version, licence: `${alias}/LICENSE`,
    scripts: Object.entries(scripts).map(([script, keys]) => entry(alias, script, keys, extract(folder, script, keys))),
  });
}

const own = Object.entries(expected.own)
  .map(([name, keys]) => entry('oxpecker', name, keys, fs.readFileSync(path.join(here, 'oxpecker', `${name}.lua`), 'utf8')));

write('manifest.json', JSON.stringify({ packages: manifest, own }, null, 1));
const listed = files.map(file => `  <file>${file}</file>`).join('\n');
fs.writeFileSync(path.join(out, 'scripts.qrc'), `<RCC><qresource prefix="/scripts">\n${listed}\n</qresource></RCC>\n`);
