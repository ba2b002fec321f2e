/** Whether two files are one person's: findings, score, guards, verdict. Pure: a table of cases tests it, a bench tunes it. */
import { theBirthDatesAgree } from "./birth-date.rules.js";
import {
  theEmailsAgree,
  theEnterprisesAgree,
  theFormerEmailsAgree,
  theFormerPhonesAgree,
  theHomesAgree,
  theNationalNumbersAgree,
  thePhonesAgree,
} from "./contact.rules.js";
import { strictest, type GuardCode, type Verdict } from "./guards.rules.js";
import { formsOf, type FullNameForms } from "./name-forms.js";
import { theNameIsRareOrCommon, theNamesAgree, type NameFindings } from "./name.rules.js";
import { part, type Part } from "./part.js";
import type { PersonRecord, RegisterFacts } from "./person-record.js";
import { certainFrom, doubtfulFrom, provesNothing, weights, type Finding } from "./weights.js";

/** What came of a comparison, with all that it rests on. */
export interface Match {
  readonly verdict: Verdict;
  /** Bits: the sum of the parts. */
  readonly score: number;
  readonly parts: readonly Part[];
  /** The guard that lowered the verdict; null where the score alone decided. */
  readonly guard: GuardCode | null;
}

/** Compares two files. @param areKnownAsTwo whether somebody decided before that they are two people */
export function compare(one: PersonRecord, other: PersonRecord, facts: RegisterFacts, areKnownAsTwo = false): Match {
  const names = theNamesAgree(formsOfAll(one), formsOfAll(other), facts);
  const found = [
    ...(names ? findingsOfNames(names) : []),
    names && areAlike(names) ? theNameIsRareOrCommon([...formsOfAll(one), ...formsOfAll(other)], facts) : null,
    theBirthDatesAgree(one.birthDates, other.birthDates),
    thePhonesAgree(one.phones, other.phones, facts),
    theEmailsAgree(one.emails, other.emails, facts),
    theFormerPhonesAgree(one, other),
    theFormerEmailsAgree(one, other),
    theEnterprisesAgree(one.enterpriseNumbers, other.enterpriseNumbers, facts),
    theHomesAgree(one.municipalities, other.municipalities),
    theNationalNumbersAgree(one.nationalNumberHashes, other.nationalNumberHashes),
  ].filter((finding) => finding !== null);
  const parts = found.map(part);
  const [score, proven] = [sumOf(parts), sumOf(parts.filter(({ code }) => !provesNothing.has(code)))];
  const byScore = verdictOf(score);
  const restsOnWhatEnded = score >= certainFrom && proven < certainFrom;
  const guard = strictest({ one, other, found: new Set(found), areKnownAsTwo, restsOnWhatEnded });
  const isLower = guard !== null && byScore !== "DIFFERENT" && byScore !== guard.most;
  return { score, parts, verdict: isLower ? guard.most : byScore, guard: isLower ? guard.code : null };
}

function sumOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { weight }) => sum + weight, 0);
}

function verdictOf(score: number): Verdict {
  if (score >= certainFrom) return "CERTAIN";
  return score >= doubtfulFrom ? "DOUBTFUL" : "DIFFERENT";
}

const forms = new WeakMap<PersonRecord, readonly FullNameForms[]>();

/** The forms of a person's names, made once for each record. */
export function formsOfAll(record: PersonRecord): readonly FullNameForms[] {
  const known = forms.get(record);
  if (known) return known;
  const made = record.names.map(formsOf);
  forms.set(record, made);
  return made;
}

function findingsOfNames({ given, family, order }: NameFindings): readonly (Finding | null)[] {
  return [given, family, order];
}

function areAlike({ given, family }: NameFindings): boolean {
  return weights[given] > 0 && weights[family] > 0;
}
