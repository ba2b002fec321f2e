/** Forms as a client fills them in: asked, answered with whatever fits, submitted. */
import { newId } from "@parcours/shared/ids";
import { operation, type Answer } from "../asking.js";
import type { Provided } from "../documents/giving.js";
import type { Asking, EndToEnd } from "../harness.js";

/** A question as the form shows it. */
export interface AskedQuestion {
  readonly concept: { readonly code: string };
  readonly state: string;
  readonly value: unknown;
  readonly text: string | null;
  readonly heldBy: { readonly code: string } | null;
  readonly givenOn: string | null;
  readonly rights: readonly string[];
  readonly grant: { readonly category: { readonly code: string } } | null;
  readonly answer: {
    readonly kind: string;
    readonly least: number | null;
    readonly most: number | null;
    readonly several: boolean;
    readonly options: readonly { readonly code: string }[];
  };
}

/** A version of a document by reference. */
export interface ToldReference {
  readonly documentId: string;
  readonly heldBy: { readonly code: string };
  readonly providedTo: readonly { readonly code: string }[];
  readonly givenOn: string | null;
}

/** A document as the form shows it. */
export interface AskedFor {
  readonly type: { readonly code: string };
  readonly state: string;
  readonly reference: (ToldReference & { readonly version: number; readonly givenAt: string }) | null;
  readonly former: { readonly documentId: string } | null;
  readonly takenUntil: string | null;
  readonly isRequired: boolean;
  readonly legalBasis: string;
  readonly rights: readonly string[];
  readonly grant: { readonly category: { readonly code: string }; readonly toAgency: { readonly code: string } } | null;
  readonly lastKnownAt: string | null;
}

/** A form as it arrives. */
export interface ArrivedForm {
  readonly asked: number;
  readonly spared: number;
  readonly documentsAsked: number;
  readonly documentsSpared: number;
  readonly documents: readonly AskedFor[];
  readonly facts: readonly {
    readonly concept: { readonly code: string };
    readonly coordinate: string;
    readonly state: string;
    readonly value: unknown;
    readonly isRegister: boolean;
    readonly asOf: string | null;
    readonly given: {
      readonly at: string;
      readonly author: string | null;
      readonly agency: { readonly code: string } | null;
      readonly source: { readonly code: string };
      readonly form: string | null;
    } | null;
  }[];
  readonly leftOut: readonly string[];
  readonly questions: readonly AskedQuestion[];
}

/** A form after it was submitted. */
export interface SubmittedForm {
  readonly submission: {
    readonly state: string;
    readonly asked: number;
    readonly spared: number;
    readonly fates: readonly {
      readonly concept: { readonly code: string };
      readonly coordinate: string | null;
      readonly fate: string;
      readonly owner: string;
      readonly corrections: string | null;
    }[];
    readonly documentsAsked: number;
    readonly documentsSpared: number;
    readonly documents: readonly {
      readonly type: { readonly code: string };
      readonly fate: string;
      readonly isRequired: boolean;
      readonly reference: ToldReference | null;
      readonly ticket: Provided["ticket"];
    }[];
  } | null;
  readonly errors: readonly { readonly code: string; readonly path: readonly string[]; readonly message: string }[];
}

/** For whom. */
export interface Holders {
  readonly entrepreneurId: string;
  readonly enterpriseNumber?: string;
  readonly projectId?: string;
}

/** One answer. */
export interface GivenAnswer {
  readonly concept: string;
  readonly value: unknown;
}

/** Somebody with forms before them. */
export class Forms {
  readonly #intake = operation(import.meta.dirname, "intake");
  readonly #submit = operation(import.meta.dirname, "submit");

  constructor(private readonly all: EndToEnd) {}

  /** A form as it arrives. */
  async arrive(form: string, holders: Holders, asking: Asking): Promise<ArrivedForm> {
    const { data, errors } = await this.all.ask<{ intake: ArrivedForm | null }>(
      this.#intake,
      { form, ...holders },
      asking,
    );
    if (!data.intake) throw new Error(`${form} did not arrive: ${JSON.stringify(errors)}`);
    return data.intake;
  }

  /** Submits one. */
  async submit(
    form: string,
    holders: Holders,
    answers: readonly GivenAnswer[],
    asking: Asking,
    idempotencyKey: string = newId(),
    documents: readonly object[] = [],
  ): Promise<SubmittedForm> {
    const input = { form, ...holders, answers, documents, idempotencyKey };
    const { data, errors }: Answer<{ submitIntake: SubmittedForm | null }> = await this.all.ask(
      this.#submit,
      { input },
      asking,
    );
    if (!data.submitIntake) throw new Error(`${form} was not submitted: ${JSON.stringify(errors)}`);
    return data.submitIntake;
  }
}

/** Something that fits a question. */
export function anAnswerTo({
  concept: { code },
  answer: { kind, least, options, several },
}: Pick<AskedQuestion, "concept" | "answer">): GivenAnswer {
  const fitting: Readonly<Record<string, unknown>> = {
    TEXT: "An answer that says enough about it. ".repeat(Math.ceil((least ?? 1) / 30) + 1),
    NUMBER: least,
    MONEY: `${least ?? 0}.00`,
    DAY: "2027-01-04",
    YES_NO: true,
    IBAN: "BE68 5390 0754 7034",
    CHOICE: several ? options.slice(0, 2).map((option) => option.code) : options[0]?.code,
  };
  return { concept: code, value: fitting[kind] };
}
