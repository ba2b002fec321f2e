/** GraphiQL without internet: the page, its script and the libraries' own files, all from this server and under a strict policy. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { startScript } from "./graphiql-start.js";
import { signInBar, signInBarSettings } from "./sign-in-bar.js";

/** A file as it is sent. */
export interface Asset {
  readonly type: string;
  readonly body: Buffer;
}

/** Where the page's files are. */
export const assetFolder = "/graphiql/";

/** Scripts, styles and questions go to this server alone. GraphiQL's panes set styles from script, hence `unsafe-inline` for styles. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const javaScript = "text/javascript; charset=utf-8";
const css = "text/css; charset=utf-8";

/** File name → package, file in it, type. The packages do not export these files, so they are found beside their package.json. */
const packaged: Readonly<Record<string, readonly [string, string, string]>> = {
  "react.js": ["react", "umd/react.production.min.js", javaScript],
  "react-dom.js": ["react-dom", "umd/react-dom.production.min.js", javaScript],
  "graphiql.js": ["graphiql", "graphiql.min.js", javaScript],
  "graphiql.css": ["graphiql", "graphiql.min.css", css],
};

/** Reads the files once, at start: a missing one is told then and not to a reader. */
export function graphiqlAssets(): ReadonlyMap<string, Asset> {
  const assets = Object.entries(packaged).map(([name, [owner, file, type]]): [string, Asset] => {
    return [name, { type, body: readFileSync(join(folderOf(owner), file)) }];
  });
  return new Map([
    ...assets,
    ["start.js", { type: javaScript, body: Buffer.from(startScript) }],
    ["page.css", { type: css, body: Buffer.from(pageStyle) }],
  ]);
}

/** The variables that an operation names in its comment, as every example does: `# Variables: { "phone": "…" }`. */
function variablesOf(query: string): string | undefined {
  return /^#\s*Variables:\s*(\{.*\})\s*$/m.exec(query)?.[1];
}

/** Laid out as an editor shows it; undefined where it is no JSON, for an editor with a fault in it is worse than an empty one. */
function laidOut(json: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return undefined;
  }
}

/**
 * The page; it opens with `query` in the editor, and with its variables in theirs. Where people sign in, its head says who one is.
 * @param variables JSON; else what the query's own comment says
 */
export function graphiqlPage(query: string | undefined, hasSignIn: boolean, variables?: string): string {
  const given = variables ?? variablesOf(query ?? "");
  const shown = given === undefined ? undefined : laidOut(given);
  // In a script element only "<" could end the element early.
  const settings = JSON.stringify({
    query: query ?? welcome,
    ...(shown !== undefined && { variables: shown }),
    ...(hasSignIn && { signIn: signInBarSettings }),
  }).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Parcours – GraphiQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assetFolder}graphiql.css">
<link rel="stylesheet" href="${assetFolder}page.css">
</head>
<body>
<header><strong>Parcours</strong>${hasSignIn ? signInBar : ""}<label><span id="language-label">Language</span> <select id="language"><option>FR</option><option>NL</option><option>EN</option></select></label></header>
<main id="graphiql">Loading…</main>
<script type="application/json" id="settings">${settings}</script>
<script src="${assetFolder}react.js"></script>
<script src="${assetFolder}react-dom.js"></script>
<script src="${assetFolder}graphiql.js"></script>
<script src="${assetFolder}start.js"></script>
</body>
</html>
`;
}

const welcome = "# Every type and field is described in the panel on the left.\n\n{\n  __typename\n}\n";

const pageStyle = `html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; font-family: system-ui, sans-serif; }
header { display: flex; justify-content: space-between; align-items: center; padding: 0.5rem 1rem; background: #1b2a41; color: #fff; }
header select { margin-left: 0.5rem; }
#sign-in-bar { display: flex; align-items: center; gap: 0.75rem; margin-left: auto; margin-right: 1.5rem; }
#sign-in-bar p { margin: 0; }
#sign-in-bar a, #sign-in-bar button { font: inherit; color: #1b2a41; background: #fff; border: 0; border-radius: 4px; padding: 0.25rem 0.75rem; text-decoration: none; cursor: pointer; }
#sign-in-bar [hidden] { display: none; }
#sign-in-bar :focus-visible { outline: 3px solid #ffbf47; outline-offset: 2px; }
main { flex: 1; min-height: 0; }
`;

function folderOf(owner: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${owner}/package.json`));
}
