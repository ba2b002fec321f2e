import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CommandFailed } from "../command-failed.js";
import { withLock } from "../process-lock.js";
import { stateFolder } from "../workspace.js";

/**
 * The password kept for each of these names; made where missing. They lie in `.parcours/secrets.json`, mode 600.
 * @param names for instance `embedded/front_door_app`: server and role
 */
export function passwordsFor(
  names: readonly string[],
  folder: string = stateFolder(),
): Promise<Record<string, string>> {
  return keptSecrets(names, () => randomBytes(24).toString("base64url"), folder);
}

/** The secret kept for each of these names in the same file; made where missing. */
export async function keptSecrets(
  names: readonly string[],
  make: () => string,
  folder: string = stateFolder(),
): Promise<Record<string, string>> {
  const file = join(folder, "secrets.json");
  const busy = (holder: { pid: number }): Error =>
    new CommandFailed(`Process ${holder.pid} holds ${file}: end it and start again.`);
  return withLock(`${file}.lock`, 10_000, busy, () => {
    const known = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>) : {};
    const missing = names.filter((name) => known[name] === undefined);
    const all = {
      ...known,
      ...Object.fromEntries(missing.map((name) => [name, make()])),
    };
    if (missing.length > 0) writeWhole(file, JSON.stringify(all, undefined, 2));
    return Promise.resolve(Object.fromEntries(names.map((name) => [name, all[name] ?? ""])));
  });
}

/** Under another name first: a full disk or a crash leaves the old file as it was. */
function writeWhole(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.draft`, `${text}\n`, { mode: 0o600 });
  renameSync(`${file}.draft`, file);
}
