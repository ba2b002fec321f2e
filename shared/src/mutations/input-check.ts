/** Reads the parts of an input and collects what is wrong, so that a form learns all of it at once. */
import type { ErrorDefinition } from "../errors.js";
import { isUuid } from "../ids.js";
import { mutationErrors } from "./mutation.errors.js";
import { UserFault, type Fault } from "./user-error.js";

/** A day, `YYYY-MM-DD`, that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** The check of one input. Each part is read by its name; call `end` before anything is done. */
export class InputCheck {
  readonly #faults: Fault[] = [];

  /** Notes a fault of a part. */
  fault(definition: ErrorDefinition, name: string, parameters: Fault["parameters"] = {}): void {
    this.#faults.push({ definition, path: ["input", name], parameters });
  }

  /** An id as the graph gives it. */
  id(name: string, value: string, definition = mutationErrors.INPUT_ID_INVALID): string {
    const id = value.trim().toLowerCase();
    if (!isUuid(id)) this.fault(definition, name);
    return id;
  }

  /** A text without the blanks at its ends. @param most in characters, as people count them */
  text(name: string, value: string, { least, most }: { readonly least: number; readonly most: number }): string {
    const text = value.trim();
    const { length } = Array.from(text);
    // PostgreSQL keeps no such sign.
    const isStorable = !text.includes("\u0000");
    if (length < least || length > most || !isStorable)
      this.fault(mutationErrors.INPUT_TEXT_LENGTH, name, { least, most });
    return text;
  }

  /** A day within bounds, both included. */
  day(name: string, value: string, { from, to }: { readonly from: string; readonly to: string }): string {
    if (!isDay(value) || value < from || value > to) this.fault(mutationErrors.INPUT_DATE_INVALID, name, { from, to });
    return value;
  }

  /** One of some codes. */
  code(name: string, value: string, allowed: readonly string[]): string {
    if (!allowed.includes(value))
      this.fault(mutationErrors.INPUT_CODE_UNKNOWN, name, { allowed: allowed.join(", ") || "–" });
    return value;
  }

  /** Whether no fault was noted until now. */
  get isGood(): boolean {
    return this.#faults.length === 0;
  }

  /** @throws UserFault with every fault that was noted */
  end(): void {
    if (this.#faults.length > 0) throw new UserFault(this.#faults);
  }
}
