import type { Database, Queries } from "@parcours/shared/database";
import type { ServiceScope } from "@parcours/shared/server/context";
import { notShared } from "@parcours/shared/visibility/may-read";
import { whoStayKnown } from "../entrepreneur/entrepreneur.repository.js";
import { mayReadMatches } from "../identity/identity.service.js";
import { openReviewsOf, type FoundPair } from "../identity/match-review.repository.js";
import { fingerprintOf } from "../matching/fingerprint.js";
import { reasonsOf } from "../matching/match-reason.type.js";
import { matchesOf } from "../matching/matching.service.js";
import { refreshKeys } from "../matching/person-key.repository.js";
import {
  beginRound,
  endRound,
  holdSweep,
  notePage,
  peopleAfter,
  readMatchSweep,
  type SweptPerson,
} from "./match-sweep.repository.js";
import type { MatchSweep } from "./match-sweep.type.js";

/** How fast it goes. */
export interface SweepPace {
  /** Persons of one page: one transaction. */
  readonly pageSize: number;
  /** From one page to the next, in milliseconds. */
  readonly pause: number;
  /** From the beginning of a round to that of the next, in milliseconds. */
  readonly roundEvery: number;
}

/** What a step of the sweep came to. `IDLE`: nothing is due, or another process is at it. */
export type SweepStep = "IDLE" | "PAGE" | "ROUND_ENDED";

/** Doubts that are opened of one person at the most: the likeliest. Who has more is asked about again in the next round. */
const mostPairs = 10;

/**
 * Sweeps one page, in one transaction: a process that is killed in it leaves no trace, and the next goes on where the last page ended. Doubtful and
 * certain pairs wait for a reviewer alike: two files that exist are never merged in silence (design 5, J17).
 */
export async function sweepPage(database: Database, pace: SweepPace): Promise<SweepStep> {
  return database.transaction(async (queries) => {
    const held = await holdSweep(queries);
    if (!held) return "IDLE";
    if (held.afterId === null) await beginRound(queries);
    const people = await peopleAfter(queries, held.afterId, pace.pageSize);
    const last = people.at(-1);
    if (!last) {
      await endRound(queries, pace.roundEvery);
      return "ROUND_ENDED";
    }
    // Whoever wrote a name without its keys, an import or a script, is put right before anybody is looked for by them.
    await refreshKeys(
      queries,
      people.flatMap(({ ids }) => ids),
    );
    const pairs = await openReviewsOf(queries, await known(queries, await pairsOf(queries, people)));
    await notePage(queries, { afterId: last.id, people: people.length, pairs, pause: pace.pause });
    return "PAGE";
  });
}

/** Steps over one person: what cannot be swept must not keep those behind it from being found. */
export async function stepOver(database: Database, { pause }: SweepPace): Promise<SweepStep> {
  return database.transaction(async (queries) => {
    const held = await holdSweep(queries);
    const [person] = held ? await peopleAfter(queries, held.afterId, 1) : [];
    if (!person) return "IDLE";
    await notePage(queries, { afterId: person.id, people: 0, pairs: 0, pause });
    return "PAGE";
  });
}

async function pairsOf(queries: Queries, people: readonly SweptPerson[]): Promise<FoundPair[]> {
  const found = new Map<string, FoundPair>();
  for (const { id, ids, ...record } of people)
    for (const match of (await matchesOf(queries, record, ids)).slice(0, mostPairs)) {
      const { entrepreneurId: otherId, score } = match;
      const fingerprint = fingerprintOf(record, match.record);
      const key = [id, otherId].sort().join(" ");
      if (!found.has(key)) found.set(key, { id, otherId, score, fingerprint, reasons: reasonsOf(match) });
    }
  return [...found.values()];
}

/** Those of which both are known, and stay so until the doubt is written: an erasure waits, or was before. */
async function known(queries: Queries, pairs: readonly FoundPair[]): Promise<FoundPair[]> {
  if (pairs.length === 0) return [];
  const stay = await whoStayKnown(queries, [...new Set(pairs.flatMap(({ id, otherId }) => [id, otherId]))]);
  return pairs.filter(({ id, otherId }) => stay.has(id) && stay.has(otherId));
}

/** How far the sweep is, for who reads what it finds. */
export class MatchSweepService {
  constructor(private readonly scope: ServiceScope) {}

  /** Errors: those of access, NOT_SHARED. */
  async progress(): Promise<MatchSweep | null> {
    const { request, database } = this.scope;
    if (request.accessFault) throw request.accessFault;
    if (!mayReadMatches(request.reader)) throw notShared("MATCH_REVIEW");
    return readMatchSweep(database);
  }
}
