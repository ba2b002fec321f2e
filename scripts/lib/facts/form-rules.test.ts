import { readFileSync } from "node:fs";
import { join } from "node:path";
import { conceptList } from "@parcours/shared/concepts/concept-list";
import type { DescribedForm } from "@parcours/shared/intake/described-form";
import {
  defineForm,
  required,
  requiredDocument,
  type IntakeForm,
  type QuestionWords,
} from "@parcours/shared/intake/form";
import { discoverSubgraphs } from "../discover-subgraphs.js";
import { workspaceRoot } from "../workspace.js";
import { ownedFields } from "./facts-of-graph.js";
import { brokenForms } from "./form-rules.js";

const root = workspaceRoot();
const subgraphs = discoverSubgraphs(root);
const fields = ownedFields(
  subgraphs.map(({ name, folder }) => ({ name, sdl: readFileSync(join(folder, "schema.graphql"), "utf8") })),
);
const agencies = subgraphs.find(({ name }) => name === "housing")?.manifest.agencies ?? [];
const words = { fr: "Un.", nl: "Een.", en: "One." };
const text: QuestionWords = {
  concept: "PITCH",
  label: words,
  help: words,
  answer: { kind: "TEXT", least: 1, most: 9 },
};
const asks = (concept: string, more: Partial<QuestionWords> = {}): Partial<IntakeForm> => ({
  questions: [required({ ...text, concept, ...more }, words)],
});
const form = defineForm({
  code: "SHED",
  agency: "CITYDEV",
  titles: words,
  measure: "none",
  category: "INTAKE_ANSWER",
  existence: "DOSSIER_HEADER",
  facts: ["Entrepreneur.familyName", "Enterprise.legalSituation"],
  questions: [required(text, words)],
  documents: [requiredDocument({ type: "LEASE", about: "ENTERPRISE" }, words)],
});
const wants = (type: string, more: { readonly mostMonths?: number } = {}): Partial<IntakeForm> => ({
  documents: [requiredDocument({ type, about: "PERSON", ...more }, words)],
});

function faultsOf(...changes: readonly Partial<IntakeForm>[]): string[] {
  const forms = changes.map((change) => ({ ...form, ...change }));
  return brokenForms(conceptList, fields, [{ owner: "housing", agencies, forms }]);
}

describe("a form", () => {
  it("takes facts and asks what nobody else can answer", () => {
    expect(faultsOf({})).toEqual([]);
  });

  it("is refused where it asks what an agency owns, with the owner, the fact and the way out", () => {
    expect(faultsOf(asks("HOME_POSTCODE"))).toEqual([
      'SHED asks HOME_POSTCODE, which "front-door" owns as Entrepreneur.postcode (authentic source: The person): take the question away and name Entrepreneur.postcode among the form\'s facts.',
    ]);
  });

  it("is refused where it asks what a register's fact in the graph says", () => {
    expect(faultsOf(asks("TURNOVER"))).toEqual([
      expect.stringContaining(
        'SHED asks TURNOVER, which "registry" owns as AnnualAccounts.turnover (authentic source: Central Balance Sheet Office (NBB))',
      ),
    ]);
    expect(faultsOf(asks("STATE_AID_RECEIVED"))).toEqual([expect.stringContaining('"financing" owns')]);
  });

  it("is refused where it asks what a register outside of the graph holds", () => {
    expect(faultsOf(asks("TAX_DEBTS"))).toEqual([
      "SHED asks TAX_DEBTS, which FPS Finance holds: it may not be asked (ordinance of 17 July 2020); take the question away.",
    ]);
  });

  it.each<[string, readonly Partial<IntakeForm>[], string]>([
    ["asks no concept", [asks("SHOE_SIZE")], "asks SHOE_SIZE, which is no concept"],
    ["asks twice", [{ questions: [required(text, words), required(text, words)] }], "SHED asks PITCH twice"],
    [
      "needs a field that is not there",
      [{ facts: ["Enterprise.zodiac"] }],
      "needs Enterprise.zodiac, and there is no such field",
    ],
    [
      "needs a list of entries",
      [{ facts: ["Entrepreneur.timeline"] }],
      "needs Entrepreneur.timeline, which is no fact",
    ],
    [
      "needs a part of a value",
      [{ facts: ["AnnualAccounts.turnover"] }],
      "a form reaches the fields of Entrepreneur, Enterprise, Project",
    ],
    ["names a fact twice", [{ facts: ["Entrepreneur.sex", "Entrepreneur.sex"] }], "names Entrepreneur.sex twice"],
    ["is of another pole's agency", [{ agency: "HUB" }], 'SHED is of HUB, which is no agency of "housing" today'],
    ["has a category that is none", [{ category: "SECRET" }], "names the category SECRET"],
    ["lacks a language", [{ titles: { ...words, nl: "" } }], "SHED lacks the text title.nl"],
    [
      "lacks a legal basis",
      [{ questions: [required(text, { ...words, fr: " " })] }],
      "lacks the text PITCH.legalBasis.fr",
    ],
    [
      "asks for a document of no type",
      [wants("HOROSCOPE")],
      "asks for HOROSCOPE, which is no type of document: choose one of BUSINESS_PLAN",
    ],
    [
      "asks for one document twice",
      [{ documents: [...form.documents, ...form.documents] }],
      "SHED asks for LEASE twice",
    ],
    [
      "asks for what is of a restricted dossier",
      [wants("RESTART_PLAN")],
      "asks for RESTART_PLAN, which is of a restricted dossier: CITYDEV may not read it",
    ],
    ["takes a document for no month", [wants("LEASE", { mostMonths: 0 })], "takes LEASE for 0 months"],
    [
      "lacks the legal basis of a document",
      [{ documents: [requiredDocument({ type: "LEASE", about: "PERSON" }, { ...words, en: "" })] }],
      "lacks the text LEASE.legalBasis.en",
    ],
    ["has the code of another", [{}, {}], "Two forms are called SHED"],
    [
      "asks in another type",
      [{}, { code: "BARN", ...asks("PITCH", { answer: { kind: "YES_NO" } }) }],
      "BARN asks PITCH with another type of answer than SHED",
    ],
  ])("is refused where it %s", (_, changes, message) => {
    expect(faultsOf(...changes)).toEqual([expect.stringContaining(message)]);
  });

  it("may ask an amount with other bounds than another form, for each amount is its form's own", () => {
    const upTo = (most: number): Partial<IntakeForm> =>
      asks("AMOUNT_ASKED", { answer: { kind: "MONEY", least: 1, most } });
    expect(faultsOf(upTo(5), { code: "BARN", ...upTo(9) })).toEqual([]);
  });
});

describe("the forms of this product", () => {
  const { forms } = JSON.parse(readFileSync(join(root, "gateway/forms.generated.json"), "utf8")) as {
    readonly forms: readonly DescribedForm[];
  };

  it("are at least ten, over the four poles", () => {
    expect(forms.length).toBeGreaterThanOrEqual(10);
    expect(new Set(forms.map(({ owner }) => owner))).toEqual(
      new Set(["coaching", "financing", "front-door", "housing"]),
    );
  });

  it("say that they were filled in to nobody who may not know of a restricted dossier", () => {
    const restricted = forms.filter(({ category }) => category === "DIFFICULTY_CASE");
    expect(restricted.map(({ existence }) => existence)).toEqual(["DIFFICULTY_CASE"]);
  });
});
