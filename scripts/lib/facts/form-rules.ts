/** The rules that a form obeys: above all that it asks nothing which somebody can already answer (R01, R06; decision 0020). */
import { emptyLabels } from "@parcours/shared/codes";
import type { Concept, ConceptList } from "@parcours/shared/concepts/concept-list";
import type { IntakeForm, IntakeQuestion } from "@parcours/shared/intake/form";
import type { AgencyManifest } from "@parcours/shared/manifest";
import { accessMatrix } from "@parcours/shared/visibility/access-matrix";
import { sharedEntities, type OwnedField } from "./facts-of-graph.js";
import { brokenDocuments } from "./form-document-rules.js";

/** A subgraph's forms. */
export interface FormsOfOwner {
  readonly owner: string;
  readonly agencies: readonly AgencyManifest[];
  readonly forms: readonly IntakeForm[];
}

type Fields = ReadonlyMap<string, OwnedField>;

/** Everything that is wrong with the forms; empty where all may be shown. */
export function brokenForms(list: ConceptList, fields: Fields, owners: readonly FormsOfOwner[]): string[] {
  const all = owners.flatMap(({ forms }) => forms);
  return [
    ...everyCodeIsOneForms(all),
    ...oneConceptHasOneTypeOfAnswer(list, all),
    ...owners.flatMap((owner) =>
      owner.forms.flatMap((form) => [
        ...itsAgencyReadsIt(owner, form),
        ...itsCategoriesExist(form),
        ...everyFactIsKnown(list, fields, form),
        ...form.questions.flatMap((question) => nobodyElseCanAnswer(list, fields, form, question)),
        ...nothingIsAskedTwice(form),
        ...brokenDocuments(form),
        ...everyWordIsThere(form),
      ]),
    ),
  ];
}

/** The heart of it: a concept that a fact or a register holds is not asked. */
function nobodyElseCanAnswer(
  { concepts, sources }: ConceptList,
  fields: Fields,
  { code }: IntakeForm,
  { concept: asked }: IntakeQuestion,
): string[] {
  const concept = concepts.get(asked);
  if (!concept)
    return [`${code} asks ${asked}, which is no concept: choose one of shared/concepts.yaml, or add it there.`];
  const source = sources.get(concept.source);
  if (concept.fact !== undefined)
    return [
      `${code} asks ${asked}, which "${fields.get(concept.fact)?.owner ?? "nobody"}" owns as ${concept.fact} (authentic source: ${source?.names.en ?? concept.source}): take the question away and name ${concept.fact} among the form's facts.`,
    ];
  if (source?.register)
    return [
      `${code} asks ${asked}, which ${source.names.en} holds: it may not be asked (ordinance of 17 July 2020); take the question away.`,
    ];
  return [];
}

/** A fact is named by the field of a shared entity that shows it. */
function everyFactIsKnown({ concepts, notFacts }: ConceptList, fields: Fields, { code, facts }: IntakeForm): string[] {
  const known = new Set([...concepts.values()].map(({ fact }) => fact));
  return facts.flatMap((fact) => {
    if (!fields.has(fact)) return [`${code} needs ${fact}, and there is no such field.`];
    if (!sharedEntities.includes(fact.split(".")[0] ?? ""))
      return [`${code} needs ${fact}: a form reaches the fields of ${sharedEntities.join(", ")}.`];
    const isFact = known.has(fact) || notFacts.get(fact)?.of !== undefined;
    return isFact ? [] : [`${code} needs ${fact}, which is no fact: see notFacts of shared/concepts.yaml.`];
  });
}

function everyCodeIsOneForms(forms: readonly IntakeForm[]): string[] {
  return repeated(forms.map(({ code }) => code)).map(
    (code) => `Two forms are called ${code}: codes are unique over all agencies.`,
  );
}

function itsAgencyReadsIt({ owner, agencies }: FormsOfOwner, { code, agency }: IntakeForm): string[] {
  const found = agencies.find((candidate) => candidate.code === agency);
  if (found && found.validTo === undefined && !found.external) return [];
  return [`${code} is of ${agency}, which is no agency of "${owner}" today.`];
}

function itsCategoriesExist({ code, category, existence }: IntakeForm): string[] {
  return [category, existence]
    .filter((name) => !accessMatrix.has(name))
    .map((name) => `${code} names the category ${name}, which is not in shared/access-matrix.yaml.`);
}

function nothingIsAskedTwice({ code, facts, questions }: IntakeForm): string[] {
  return [
    ...repeated(questions.map(({ concept }) => concept)).map((concept) => `${code} asks ${concept} twice.`),
    ...repeated(facts).map((fact) => `${code} names ${fact} twice.`),
  ];
}

/** An answer to a concept that outlives its form must fit wherever the concept is asked. */
function oneConceptHasOneTypeOfAnswer({ concepts }: ConceptList, forms: readonly IntakeForm[]): string[] {
  const first = new Map<string, { readonly form: string; readonly type: string }>();
  return forms.flatMap(({ code: form, questions }) =>
    questions.flatMap(({ concept, answer }) => {
      const type = JSON.stringify(answer);
      const before = first.get(concept);
      if (!before) first.set(concept, { form, type });
      if (!before || before.type === type || isOfOneForm(concepts.get(concept))) return [];
      return [
        `${form} asks ${concept} with another type of answer than ${before.form}: an answer to one must be one to the other.`,
      ];
    }),
  );
}

function isOfOneForm(concept: Concept | undefined): boolean {
  return concept?.about === "APPLICATION";
}

function everyWordIsThere({ code, titles, questions, documents }: IntakeForm): string[] {
  const lists = questions.flatMap(({ concept, label, help, legalBasis, answer }) => [
    { [`${concept}.label`]: label, [`${concept}.help`]: help, [`${concept}.legalBasis`]: legalBasis },
    ...(answer.kind === "CHOICE" ? [answer.options] : []),
  ]);
  const bases = Object.fromEntries(documents.map(({ type, legalBasis }) => [`${type}.legalBasis`, legalBasis]));
  return [{ title: titles }, ...lists, bases].flatMap((list) =>
    emptyLabels(list).map((missing) => `${code} lacks the text ${missing}.`),
  );
}

function repeated(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
}
