/** `pnpm run token <person> [--purpose]`: a bearer token of somebody of the demonstration, from the issuer of the running system. (`pnpm token` is a command of pnpm's own.) */
import { parseArgs } from "node:util";
import type { DemonstrationPerson } from "@parcours/shared/demonstration/people";
import { CommandFailed, messageOf } from "./lib/command-failed.js";
import { peopleOf, tokenFor } from "./lib/issuer/ask-issuer.js";
import { runVerb } from "./lib/run-verb.js";
import { runningSystem } from "./lib/supervisor/checkout.js";

const usage = "pnpm run token <person> [--purpose]";

await runVerb(async () => {
  const { handle, wantsPurpose } = orderOf(process.argv.slice(2));
  // Another system than that of this checkout is named: by its issuer.
  const issuer = process.env["PARCOURS_ISSUER_URL"] ?? runningSystem()?.issuer;
  if (!issuer)
    throw new CommandFailed("No system runs from this checkout: start it with `pnpm start`, then ask again.");
  const people = await peopleOf(issuer);
  const person = people.find((candidate) => candidate.handle === handle);
  const said = person && (wantsPurpose ? person.purpose : await tokenFor(issuer, person.handle));
  if (!person) throw new CommandFailed(`${strangerText(handle)}\n${listOf(people)}`, 2);
  if (!said) throw new CommandFailed(`${person.name} (${person.role}) has no purpose that opens personal data.`);
  console.log(said);
});

function strangerText(handle: string): string {
  return handle ? `Nobody in the demonstration is called "${handle}". These are:` : `Usage: ${usage}. The people are:`;
}

function listOf(people: readonly DemonstrationPerson[]): string {
  const rows = people.map(
    ({ handle, name, role, agency }) => [handle, name, agency ? `${role} at ${agency}` : role] as const,
  );
  const width = (column: 0 | 1): number => Math.max(...rows.map((row) => row[column].length));
  return rows
    .map(([handle, name, role]) => `  ${handle.padEnd(width(0))}  ${name.padEnd(width(1))}  ${role}`)
    .join("\n");
}

/** Reads the options. @throws CommandFailed (exit code 2) */
function orderOf(options: readonly string[]): { readonly handle: string; readonly wantsPurpose: boolean } {
  try {
    const { values, positionals } = parseArgs({
      // Some launchers pass on the "--" that parts their options from ours.
      args: options.filter((option) => option !== "--"),
      options: { purpose: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    if (positionals.length > 1) throw new Error("Name one person");
    return { handle: positionals[0] ?? "", wantsPurpose: values.purpose };
  } catch (error) {
    throw new CommandFailed(`${messageOf(error)}. Usage: ${usage}`, 2);
  }
}
