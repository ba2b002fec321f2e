/** The part of GraphiQL's head that says who one is, and lets one sign in and out. */
import { purposes } from "@parcours/shared/identity/purposes";
import type { PurposeRule } from "@parcours/shared/identity/purposes";
import { roles } from "@parcours/shared/identity/roles";
import type { Role } from "@parcours/shared/identity/roles";

/** Its markup; the start script fills it in, in the reader's language. */
export const signInBar = `<div id="sign-in-bar"><p id="who" role="status"></p><a id="sign-in" href="/auth/login?return=%2Fgraphql&amp;prompt=login" hidden></a><button id="sign-out" type="button" hidden></button></div>`;

/** Its words, and the headers with which each role begins: so the caller query works once one has signed in. */
export const signInBarSettings = {
  texts: {
    FR: { signIn: "S'identifier", signOut: "Se déconnecter", nobody: "Personne n'est identifié.", language: "Langue" },
    NL: { signIn: "Aanmelden", signOut: "Afmelden", nobody: "Niemand is aangemeld.", language: "Taal" },
    EN: { signIn: "Sign in", signOut: "Sign out", nobody: "Nobody is signed in.", language: "Language" },
  },
  headers: Object.fromEntries(roles.map((role) => [role, headersOf(role)])),
};

/** The purpose that is a role's own is the one that fewest others share. */
function headersOf(role: Role): Readonly<Record<string, string>> {
  const own = Object.entries<PurposeRule>(purposes)
    .filter(([, { roles: allowed }]) => allowed.includes(role))
    .sort(([, one], [, other]) => one.roles.length - other.roles.length)[0];
  if (!own) return {};
  const [purpose, { needsCase }] = own;
  return { "X-Purpose": purpose, ...(needsCase && { "X-Case": `${purpose.toLowerCase()}-2026-0412` }) };
}
