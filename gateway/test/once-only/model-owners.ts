/** Owners without a database: what they promise of forms, as plainly as it can be said. */
import type { DescribedForm } from "@parcours/shared/intake/described-form";
import type { ReadAnswers, SubmitForm, ToldAnswer, ToldFate } from "@parcours/shared/intake/intake-request";
import { mayRead } from "@parcours/shared/visibility/may-read";
import { ownAgencies, type Reader } from "@parcours/shared/visibility/reader";
import type { OwnerAnswer } from "../../src/desk/owners.js";
import { onlyOwn } from "./readers.js";
import { forms } from "./town.js";

interface Kept {
  readonly owner: string;
  readonly concept: string;
  readonly value: unknown;
  readonly form: DescribedForm;
  /** The person, enterprise or project for which it stands. */
  readonly standsFor: string;
  readonly agencyCode: string;
  readonly entrepreneurId: string;
  readonly enterpriseNumber: string | null;
}

/** All owners of one town. */
export class ModelOwners {
  readonly #kept: Kept[] = [];

  /** What an owner answers at `/intake`. */
  async answer(owner: string, reader: Reader, body: object): Promise<OwnerAnswer> {
    const asked = body as ReadAnswers | SubmitForm;
    if (!(await mayRead(reader, "INTAKE", asked, onlyOwn))) return { status: 403, body: {} };
    return asked.action === "READ" ? this.#read(owner, reader, asked) : this.#submit(owner, reader, asked);
  }

  async #read(owner: string, reader: Reader, asked: ReadAnswers): Promise<OwnerAnswer> {
    const keys = [asked.entrepreneurId, asked.enterpriseNumber, asked.projectId, ...(asked.linkedProjectIds ?? [])];
    const answers: ToldAnswer[] = [];
    for (const row of this.#kept) {
      if (row.owner !== owner || !asked.concepts.includes(row.concept) || !keys.includes(row.standsFor)) continue;
      const told = { concept: row.concept, category: row.form.category, agency: row.agencyCode };
      if (await mayRead(reader, row.form.category, row, onlyOwn))
        answers.push({ ...told, state: "KNOWN", value: row.value, form: row.form.code });
      else if (await mayRead(reader, row.form.existence, row, onlyOwn)) answers.push({ ...told, state: "NOT_SHARED" });
    }
    return { status: 200, body: { answers } };
  }

  #submit(owner: string, reader: Reader, asked: SubmitForm): OwnerAnswer {
    const isAllowed =
      ["ENTREPRENEUR", "ADVISOR_1819"].includes(reader.role) || ownAgencies(reader).includes(asked.agency);
    if (!isAllowed) return { status: 409, body: { code: "ACT_NOT_ALLOWED" } };
    const form = forms.of(asked.form);
    const { entrepreneurId, enterpriseNumber, projectId } = asked;
    for (const { concept, value } of [...(asked.answers ?? []), ...asked.known]) {
      const about = form.questions.find((question) => question.concept === concept)?.about;
      const whole =
        about === "PROJECT" ? (projectId ?? enterpriseNumber) : about === "ENTERPRISE" ? enterpriseNumber : null;
      const holders = { entrepreneurId, enterpriseNumber, agencyCode: form.agency };
      if (about && about !== "APPLICATION")
        this.#kept.push({ owner, concept, value, form, standsFor: whole ?? entrepreneurId, ...holders });
    }
    const fates: ToldFate[] = (asked.answers ?? []).map(({ concept }) => ({
      concept,
      coordinate: null,
      fate: "RECEIVED",
    }));
    return { status: 200, body: { fates } };
  }
}
