/** One town: every intake registers, and what comes of it is held against the truth. */
import type { ErrorClass } from "./error-model.js";
import { errorClasses } from "./error-model.js";
import { comparedOf, type Matcher } from "./matcher.js";
import { intakesOf, lookAlikes, type Intake, type LookAlike } from "./population.js";
import { Register, type Judged } from "./register.js";

/** What became of the intakes of one class. */
export interface Tally {
  /** Intakes of somebody who was in the register already. */
  duplicates: number;
  /** Of these: found without being asked. */
  found: number;
  /** Of these: waiting for somebody, with the right file named. */
  queued: number;
  /** Of these: neither. */
  missed: number;
  /** Intakes of anybody that were taken for somebody else. */
  wrong: number;
  /** Intakes of somebody new that wait for somebody. */
  queuedInVain: number;
  registrations: number;
}

/** What became of all of them. */
export interface Trial {
  readonly all: Tally;
  readonly classes: Readonly<Record<ErrorClass, Tally>>;
  readonly lookAlikes: Readonly<Record<LookAlike, Tally>>;
  readonly comparisons: number;
  readonly seconds: number;
}

/** An intake that was decided wrongly, or not at all: for whoever tunes. */
export type Watcher = (
  why: "WRONG" | "MISSED" | "QUEUED" | "IN_VAIN",
  intake: Intake,
  judged: readonly Judged[],
) => void;

/** An empty tally. */
export function noTally(): Tally {
  return { duplicates: 0, found: 0, queued: 0, missed: 0, wrong: 0, queuedInVain: 0, registrations: 0 };
}

/** Registers a town. */
export function tryTown(
  matcher: Matcher,
  seed: string,
  size: { readonly people: number; readonly duplicateShare: number },
  watch: Watcher = () => undefined,
): Trial {
  const intakes = intakesOf(seed, size.people, size.duplicateShare);
  const trial = { all: noTally(), classes: tallies(errorClasses), lookAlikes: tallies(lookAlikes) };
  const [register, known] = [new Register(matcher), new Set<number>()];
  const began = performance.now();
  for (const intake of intakes) {
    const judged = register.judge(comparedOf(intake.data));
    const outcome = matcher.outcomeOf(judged.map(({ match }) => match));
    const tallied = [
      trial.all,
      ...intake.errors.map((error) => trial.classes[error]),
      ...(intake.lookAlike === null ? [] : [trial.lookAlikes[intake.lookAlike]]),
    ];
    const what = judge(intake, judged, outcome, known.has(intake.person));
    for (const tally of tallied) count(tally, what);
    if (what.why) watch(what.why, intake, judged);
    if (outcome !== "FOUND") register.add({ person: intake.person, record: comparedOf(intake.data) });
    known.add(intake.person);
  }
  return { ...trial, comparisons: register.comparisons, seconds: (performance.now() - began) / 1000 };
}

interface Judgement {
  readonly isKnown: boolean;
  readonly field: "found" | "queued" | "missed" | "queuedInVain" | null;
  readonly isWrong: boolean;
  readonly why: Parameters<Watcher>[0] | null;
}

function judge(intake: Intake, judged: readonly Judged[], outcome: string, isKnown: boolean): Judgement {
  const named = judged.filter(({ match }) => match.verdict !== "DIFFERENT");
  const isRight = ({ file }: Judged): boolean => file.person === intake.person;
  if (outcome === "FOUND") {
    const isWrong = !named.filter(({ match }) => match.verdict === "CERTAIN").every(isRight);
    return { isKnown, isWrong, field: isWrong ? (isKnown ? "missed" : null) : "found", why: isWrong ? "WRONG" : null };
  }
  if (!isKnown) {
    const inVain = outcome === "CREATED_FOR_REVIEW";
    return { isKnown, isWrong: false, field: inVain ? "queuedInVain" : null, why: inVain ? "IN_VAIN" : null };
  }
  const isQueued = outcome === "CREATED_FOR_REVIEW" && named.some(isRight);
  return { isKnown, isWrong: false, field: isQueued ? "queued" : "missed", why: isQueued ? "QUEUED" : "MISSED" };
}

function count(tally: Tally, { isKnown, field, isWrong }: Judgement): void {
  tally.registrations += 1;
  if (isKnown) tally.duplicates += 1;
  if (field !== null) tally[field] += 1;
  if (isWrong) tally.wrong += 1;
}

function tallies<Name extends string>(names: readonly Name[]): Record<Name, Tally> {
  return Object.fromEntries(names.map((name) => [name, noTally()])) as Record<Name, Tally>;
}
