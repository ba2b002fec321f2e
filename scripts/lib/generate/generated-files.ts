import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";

/** Writes generated files, or with `checking` only tells which are not current. */
export class GeneratedFiles {
  readonly #changed: string[] = [];

  constructor(
    private readonly root: string,
    readonly checking: boolean,
  ) {}

  /** Makes the file hold this text. */
  put(file: string, text: string): void {
    if (existsSync(file) && readFileSync(file, "utf8") === text) return;
    this.#changed.push(relative(this.root, file));
    if (this.checking) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Prints what changed. Answers whether all is well: always when writing, when checking only if nothing had to change. */
  report(): boolean {
    if (this.#changed.length === 0) console.log("All generated files are current.");
    else if (this.checking) console.error(`Not current (run \`pnpm generate\`):\n  ${this.#changed.join("\n  ")}`);
    else console.log(`Written:\n  ${this.#changed.join("\n  ")}`);
    return !this.checking || this.#changed.length === 0;
  }
}
