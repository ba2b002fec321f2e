/** The agencies' forms as the generator wrote them beside the supergraph: so the gateway knows no agency, and an agency adds one by itself. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DomainError } from "@parcours/shared/errors";
import type { DescribedForm } from "@parcours/shared/intake/described-form";
import { intakeErrors } from "./intake.errors.js";

/** All forms. */
export class IntakeForms {
  #forms: ReadonlyMap<string, DescribedForm> | undefined;

  /** @param file read when the first form is asked for */
  constructor(private readonly file: string = join(import.meta.dirname, "../../../forms.generated.json")) {}

  /** Every form, by code. */
  all(): readonly DescribedForm[] {
    return [...this.#read().values()];
  }

  /** One form. @throws DomainError INTAKE_FORM_UNKNOWN */
  of(code: string): DescribedForm {
    const form = this.#read().get(code);
    if (!form) throw new DomainError(intakeErrors.INTAKE_FORM_UNKNOWN);
    return form;
  }

  #read(): ReadonlyMap<string, DescribedForm> {
    if (!this.#forms) {
      const { forms } = JSON.parse(readFileSync(this.file, "utf8")) as { readonly forms: readonly DescribedForm[] };
      this.#forms = new Map(forms.map((form) => [form.code, form]));
    }
    return this.#forms;
  }
}
