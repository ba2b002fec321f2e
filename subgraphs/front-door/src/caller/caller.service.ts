import type { Language } from "@parcours/shared/languages";
import { brusselsDate } from "@parcours/shared/periods";
import { labelIn, type ServiceScope } from "@parcours/shared/server/context";
import { isOpenToRole } from "@parcours/shared/visibility/access-matrix";
import { notShared } from "@parcours/shared/visibility/may-read";
import type { EnterpriseReference } from "../enterprise/enterprise.entity.js";
import { displayName, type Entrepreneur } from "../entrepreneur/entrepreneur.entity.js";
import type { EntrepreneurService } from "../entrepreneur/entrepreneur.service.js";
import { municipalityName } from "../municipality/municipalities.js";
import { candidateFacts, findCandidates, type CandidateFacts } from "./caller.repository.js";
import {
  callerCriteria,
  callerOutcome,
  canFindSomebody,
  namesPerson,
  type CallerClues,
  type CallerOutcome,
  type FoundCandidate,
} from "./caller.rules.js";

/** Somebody who may be the caller: only what tells candidates apart. */
export interface Candidate {
  readonly entrepreneurId: string | null;
  readonly enterpriseNumber: string | null;
  readonly displayName: string;
  readonly municipality: string | null;
  readonly reasons: readonly string[];
}

/** The answer to "who is calling?". */
export interface Caller {
  /** Whom the answer names, so that the guard decides by it and the log has the look even where only an id is asked. */
  readonly entrepreneurId: string | null;
  readonly enterpriseNumber: string | null;
  readonly outcome: CallerOutcome;
  readonly entrepreneur: Entrepreneur | null;
  readonly enterprise: EnterpriseReference | null;
  readonly candidates: readonly Candidate[];
  readonly more: boolean;
}

/** The most candidates an answer shows. */
const mostCandidates = 20;

/** Says who is calling. */
export class CallerService {
  constructor(
    private readonly scope: ServiceScope,
    private readonly entrepreneurs: EntrepreneurService,
  ) {}

  /** Looks a caller up by every clue given. An unknown caller is an answer, not an error. Errors: those of `callerCriteria`; NOT_SHARED. */
  async find(clues: CallerClues): Promise<Caller> {
    // Who may look up one enterprise only, by a mandate in it, would learn by other clues whose telephone a number is.
    if (!isOpenToRole("LOOK_UP", this.scope.request.reader.role) && namesPerson(clues)) throw notShared("LOOK_UP");
    const criteria = callerCriteria(clues);
    const today = brusselsDate(new Date());
    const found = canFindSomebody(criteria)
      ? await findCandidates(this.scope.database, criteria, today, mostCandidates + 1)
      : [];
    const outcome = callerOutcome(criteria, found.length);
    const asked = criteria.enterpriseNumber === null ? null : { number: criteria.enterpriseNumber };
    if (outcome === "ONE" && found[0]) return this.#one(found[0], asked);
    const shown = found.slice(0, mostCandidates);
    const candidates = await this.#candidates(shown, today);
    for (const candidate of candidates) this.#note(candidate);
    return {
      outcome,
      entrepreneurId: null,
      enterpriseNumber: asked?.number ?? null,
      entrepreneur: null,
      enterprise: asked,
      candidates,
      more: found.length > shown.length,
    };
  }

  async #one({ entrepreneurId, enterpriseNumber }: FoundCandidate, asked: EnterpriseReference | null): Promise<Caller> {
    const isPerson = entrepreneurId !== null;
    const enterprise = isPerson || enterpriseNumber === null ? asked : { number: enterpriseNumber };
    const caller: Caller = {
      outcome: "ONE",
      entrepreneurId,
      enterpriseNumber: enterprise?.number ?? null,
      entrepreneur: isPerson ? await this.entrepreneurs.byId(entrepreneurId) : null,
      enterprise,
      candidates: [],
      more: false,
    };
    this.#note(caller);
    return caller;
  }

  /** That somebody was found is a look at that person already: the outcome tells it, whatever else is asked. */
  #note(found: Candidate | Caller): void {
    const { entrepreneurId, enterpriseNumber } = found;
    this.scope.request.looks.note({ entrepreneurId, enterpriseNumber }, "LOOK_UP", true, found);
  }

  async #candidates(found: readonly FoundCandidate[], today: string): Promise<Candidate[]> {
    if (found.length === 0) return [];
    const facts = await candidateFacts(this.scope.database, found, today);
    return found.flatMap((candidate, place) => {
      const known = facts[place];
      return known ? [this.#candidate(candidate, known)] : [];
    });
  }

  #candidate({ entrepreneurId, enterpriseNumber, reasons }: FoundCandidate, facts: CandidateFacts): Candidate {
    const { givenName, familyName } = facts;
    const isPerson = entrepreneurId !== null && givenName !== null && familyName !== null;
    const enterpriseName = this.#text(facts.nameFr, facts.nameNl) ?? enterpriseNumber ?? "";
    const home = labelIn(municipalityName(facts.municipalityNis), null, this.scope.request);
    return {
      entrepreneurId,
      enterpriseNumber: facts.enterpriseNumber,
      displayName: isPerson ? displayName({ givenName, familyName }) : enterpriseName,
      municipality: (isPerson ? home : null) ?? this.#text(facts.municipalityFr, facts.municipalityNl),
      reasons,
    };
  }

  /** A name of the register: a name is no label, so a missing language needs no note. */
  #text(fr: string | null, nl: string | null): string | null {
    const language: Language = this.scope.request.language;
    return language === "NL" ? (nl ?? fr) : (fr ?? nl);
  }
}
