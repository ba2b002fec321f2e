import { DomainError } from "@parcours/shared/errors";
import { dossierExportErrors } from "./dossier-export.errors.js";
import { readingLimits } from "./reading-limits.js";
import type { ReadingLimits } from "./reading-limits.js";

/** The copies that this process is making: of each person one at a time, for one costs hundreds of questions. */
export class RunningExports {
  readonly #persons = new Set<string>();

  constructor(readonly limits: ReadingLimits = readingLimits) {}

  /** Does it unless it is being done. @throws DomainError DOSSIER_EXPORT_RUNNING */
  async alone<Result>(person: string, work: () => Promise<Result>): Promise<Result> {
    if (this.#persons.has(person)) throw new DomainError(dossierExportErrors.DOSSIER_EXPORT_RUNNING);
    this.#persons.add(person);
    try {
      return await work();
    } finally {
      this.#persons.delete(person);
    }
  }
}
