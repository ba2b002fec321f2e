import type { Queries } from "@parcours/shared/database";
import { keepGiven } from "@parcours/shared/facts/fact-change";
import { newId } from "@parcours/shared/ids";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { actorOf, once } from "@parcours/shared/mutations/once";
import { attempt, refuse } from "@parcours/shared/mutations/user-error";
import { brusselsDate } from "@parcours/shared/periods";
import type { ServiceScope } from "@parcours/shared/server/context";
import type { Reader } from "@parcours/shared/visibility/reader";
import { entrepreneursByIds } from "../entrepreneur/entrepreneur.repository.js";
import type { EntrepreneurService } from "../entrepreneur/entrepreneur.service.js";
import { idsOf } from "../identity/identity.repository.js";
import { insertMatchReview, matchReviewsByIds } from "../identity/match-review.repository.js";
import { lockKeys } from "../matching/candidate.repository.js";
import { reasonsOf, shownReasons } from "../matching/match-reason.type.js";
import { matchesOf, type MatchedPerson } from "../matching/matching.service.js";
import { hashOfNationalNumber } from "../matching/national-number.js";
import { outcomeOf, type RegistrationOutcome } from "../matching/outcome.rules.js";
import { municipalityName } from "../municipality/municipalities.js";
import { checkedRegistration, recordAsked, type CheckedRegistration } from "./registration-check.js";
import {
  RegistrationOutcomeCode,
  type RegisterEntrepreneurInput,
  type RegisterEntrepreneurPayload,
} from "./registration.inputs.js";
import { insertNewFile, insertRegistration, registrationById } from "./registration.repository.js";

/** Doubts that are queued of one registration at the most: the likeliest. */
const mostReviews = 3;

const nothing = { outcome: null, entrepreneur: null, score: null, reasons: null, matchReviews: null } as const;

/** Whether a reader may register others: an advisor with somebody on the line, a coach with somebody at the desk. */
function mayRegisterOthers({ role, purpose }: Reader): boolean {
  return (role === "ADVISOR_1819" && purpose === "CALL") || (role === "COACH" && purpose === "COACHING");
}

/** Who registers the own file: somebody who signed in as a person. Answers the id under which the issuer knows that person. */
function ownIdOf({ role, purpose, entrepreneurId }: Reader): string | null {
  return role === "ENTREPRENEUR" && purpose === "OWN_PATH" && entrepreneurId !== undefined ? entrepreneurId : null;
}

/** Registers persons, for one request: finds before it creates (J17). */
export class RegistrationService {
  /** @param nationalNumberKey absent where no authorisation is held: then numbers are not used */
  constructor(
    private readonly scope: ServiceScope,
    private readonly entrepreneurs: EntrepreneurService,
    private readonly nationalNumberKey: string | undefined,
  ) {}

  /** Finds or creates a person. User errors: those of the input, ACT_NOT_ALLOWED. */
  async register(input: RegisterEntrepreneurInput): Promise<RegisterEntrepreneurPayload> {
    const { request, database } = this.scope;
    const { result, errors } = await attempt(request, async () => {
      const ownId = ownIdOf(request.reader);
      if (ownId === null && !mayRegisterOthers(request.reader)) return refuse(mutationErrors.ACT_NOT_ALLOWED);
      const today = brusselsDate(new Date());
      const asked = checkedRegistration(input, today);
      const hash = this.#hashOf(asked);
      // The number itself goes no further, not even into the digest of the input.
      const order = {
        actor: actorOf(request.reader),
        mutation: "registerEntrepreneur",
        idempotencyKey: input.idempotencyKey,
        // Who was erased comes back as somebody new: under the former id, what the law keeps would be that person's again.
        persons: ownId === null ? [] : [ownId],
        input: Object.assign({}, input, { nationalNumber: hash }),
      };
      const ids = await database.transaction((queries) =>
        once(queries, order, {
          work: () => this.#findOrCreate(queries, { asked, hash, ownId, today }),
          logged: (made) => this.#log(queries, made),
        }),
      );
      return this.#answer(ids, ownId !== null);
    });
    return { ...(result ?? nothing), errors };
  }

  /** Whom it found or made is in the log before it is final. */
  async #log(queries: Queries, [registrationId = "", ...reviews]: readonly string[]): Promise<void> {
    const registration = await registrationById(queries, registrationId);
    const subject = { entrepreneurId: registration?.entrepreneurId ?? null };
    await this.scope.logAct({ subject, category: "LOOK_UP", records: 1 + reviews.length });
  }

  #hashOf({ nationalNumber }: CheckedRegistration): string | null {
    const key = this.nationalNumberKey;
    return nationalNumber === null || key === undefined ? null : hashOfNationalNumber(nationalNumber, key);
  }

  async #findOrCreate(
    queries: Queries,
    {
      asked,
      hash,
      ownId,
      today,
    }: {
      readonly asked: CheckedRegistration;
      readonly hash: string | null;
      readonly ownId: string | null;
      readonly today: string;
    },
  ): Promise<string[]> {
    const { reader } = this.scope.request;
    // Read from the tables: whoever is not there now may be in a moment.
    const [own] = ownId === null ? [] : await entrepreneursByIds(queries, (await idsOf(queries, ownId)).slice(0, 1));
    if (own) {
      const known = { entrepreneurId: own.id, outcome: "FOUND", score: null, reasons: [] } as const;
      return [await insertRegistration(queries, known, reader)];
    }
    const record = recordAsked(asked, hash);
    await lockKeys(queries, record);
    const matches = await matchesOf(queries, record, ownId === null ? [] : [ownId]);
    const outcome = outcomeFor(matches, ownId !== null);
    const [best] = matches;
    const why = { outcome, score: best?.score ?? null, reasons: best ? reasonsOf(best) : [] };
    if (outcome === "FOUND" && best)
      return [await insertRegistration(queries, { entrepreneurId: best.entrepreneurId, ...why }, reader)];
    const id = ownId ?? newId();
    await insertNewFile(queries, { ...asked.file, id, nationalNumberHash: hash }, today);
    await keepGiven(queries, { entrepreneurId: id, reader }, factsGiven(asked.file));
    const registrationId = await insertRegistration(queries, { entrepreneurId: id, ...why }, reader);
    const reviews: string[] = [];
    for (const match of matches.slice(0, mostReviews))
      reviews.push(
        await insertMatchReview(queries, {
          entrepreneurId: id,
          otherId: match.entrepreneurId,
          score: match.score,
          reasons: reasonsOf(match),
        }),
      );
    return [registrationId, ...reviews];
  }

  /** Reads what was done, so that who asks again gets the same. */
  async #answer(ids: readonly string[], isOwn: boolean): Promise<Omit<RegisterEntrepreneurPayload, "errors">> {
    const { database } = this.scope;
    const [registrationId = "", ...reviewIds] = ids;
    const registration = await registrationById(database, registrationId);
    if (!registration) return nothing;
    const { entrepreneurId, outcome, score, reasons } = registration;
    return {
      outcome: RegistrationOutcomeCode[isOwn && outcome === "CREATED_FOR_REVIEW" ? "CREATED" : outcome],
      entrepreneur: await this.entrepreneurs.byId(entrepreneurId),
      score,
      reasons: shownReasons(reasons),
      matchReviews: await matchReviewsByIds(database, reviewIds),
    };
  }
}

/**
 * Whoever registers the own file is never led into somebody else's, whatever is known of that person: data of another are no proof of being the
 * other. The new file exists, and a reviewer looks.
 */
function outcomeFor(matches: readonly MatchedPerson[], isOwn: boolean): RegistrationOutcome {
  const outcome = outcomeOf(matches);
  return isOwn && outcome === "FOUND" ? "CREATED_FOR_REVIEW" : outcome;
}

/** With what facts a file is opened, as the graph shows them; what was not told is none. */
function factsGiven(file: CheckedRegistration["file"]): Readonly<Record<string, unknown>> {
  const reached = [
    ...file.phones.map(({ value }) => ({ kind: "PHONE", value })),
    ...file.emails.map(({ value }) => ({ kind: "EMAIL", value })),
  ];
  return {
    "Entrepreneur.givenName": file.givenName,
    "Entrepreneur.familyName": file.familyName,
    "Entrepreneur.preferredLanguage": file.preferredLanguage === "UNKNOWN" ? null : file.preferredLanguage,
    "Entrepreneur.birthDate": file.birthDate,
    "Entrepreneur.municipality": municipalityName(file.municipality)?.fr ?? null,
    "Entrepreneur.postcode": file.postcode,
    "Entrepreneur.contactPoints": reached.length > 0 ? reached : null,
  };
}
