// Compiles site.scss, takes over the script of GOV.UK Frontend, and notes what they were made from.
// Run with `npm ci && npm run build` in this folder; what it writes is committed.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { compile } from "sass";

const target = "../static/web";
const sources = ["_own.scss", "build.mjs", "package-lock.json", "site.scss"];
mkdirSync(target, { recursive: true });

const style = compile("site.scss", { style: "compressed", loadPaths: [".", "node_modules"], quietDeps: true });
// The one picture that the styles name is of a component that no page uses.
writeFileSync(`${target}/site.css`, style.css.replace(/url\(\/assets[^)]*\)/g, "none") + "\n");

const script = readFileSync("node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js", "utf8");
writeFileSync(`${target}/govuk-frontend.min.js`, script.replace(/\/\/# sourceMappingURL=.*\n?/, ""));

const digest = createHash("sha256");
for (const name of sources) digest.update(readFileSync(name));
writeFileSync(`${target}/made-from.txt`, digest.digest("hex") + "\n");
