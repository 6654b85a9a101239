// Builds facilitator/static/dist from the locked packages. No file of others is ever committed.
//
// Call: node build.mjs [--inputs HASH]. The hash of everything in this folder that decides the
// outcome is handed in by tools/assets.py, which compares it later to see what is stale.

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { compile } from "sass";

import { FONTS } from "./fonts.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = join(HERE, "..", "facilitator", "static", "dist");
const PACKAGES = join(HERE, "node_modules");

/** Every file below a folder, as paths with forward slashes, in a fixed order. */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => relative(folder, join(folder, name)).replaceAll("\\", "/"))
    .sort();
}

/** The style sheet without the one thing in it that is not ours to use: the royal arms. */
function withoutArms(css) {
  const rule = /[^{}]*govuk-footer__copyright-logo[^{}]*\{[^{}]*\}/g;
  const emptied = /@(?:supports|media)[^{}]*\{\s*\}/g;
  let [before, after] = ["", css.replace(rule, "")];
  while (before !== after) [before, after] = [after, after.replace(emptied, "")];
  return after;
}

/** Stops the build when the style sheet would show what isn't ours, or ask for a file of others. */
function refuseStrangers(css) {
  const addresses = [...css.matchAll(/url\(["']?([^"')]*)/g)].map((found) => found[1]);
  const strange = addresses.filter((address) => !/^(fonts\/|data:)/.test(address));
  strange.push(...["crest", "GDS Transport", "@import"].filter((word) => css.includes(word)));
  if (strange.length) throw new Error(`The style sheet still holds ${strange.join(", ")}.`);
  return css;
}

function buildStyles() {
  const { css } = compile(join(HERE, "app.scss"), {
    style: "compressed",
    quietDeps: true,
    loadPaths: [PACKAGES],
  });
  writeFileSync(join(OUT, "app.css"), refuseStrangers(withoutArms(css)));
}

function copyScript() {
  const name = "govuk-frontend.min.js";
  const script = readFileSync(join(PACKAGES, "govuk-frontend/dist/govuk", name), "utf8");
  // The source map is not shipped, so a browser's tools must not ask for it.
  writeFileSync(join(OUT, name), script.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n"));
}

function copyFonts() {
  for (const { name, files } of FONTS) {
    const from = join(PACKAGES, "@expo-google-fonts", name);
    for (const file of files) cpSync(join(from, file), join(OUT, "fonts", file.split("/").at(-1)));
    cpSync(join(from, "LICENSE_FONT"), join(OUT, "licences", `${name}.txt`));
  }
  cpSync(join(HERE, "..", "NOTICES.md"), join(OUT, "licences", "NOTICES.md"));
}

/** Written last: a build that stopped half-way has no build.json, and so counts as stale. */
function writeBuildNote(inputs) {
  const hash = (name) => createHash("sha256").update(readFileSync(join(OUT, name))).digest("hex");
  const files = Object.fromEntries(filesBelow(OUT).map((name) => [name, hash(name)]));
  const wanted = JSON.parse(readFileSync(join(HERE, "package.json"), "utf8"));
  const note = { inputs, versions: wanted.devDependencies, files };
  writeFileSync(join(OUT, "build.json"), `${JSON.stringify(note, null, 1)}\n`);
}

const { values } = parseArgs({ options: { inputs: { type: "string", default: "" } } });
rmSync(OUT, { recursive: true, force: true });
for (const folder of ["fonts", "licences"]) mkdirSync(join(OUT, folder), { recursive: true });
buildStyles();
copyScript();
copyFonts();
writeBuildNote(values.inputs);
