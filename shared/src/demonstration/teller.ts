/** What everybody who tells a part of a story needs: the world, the person, ids in order, chance per purpose, and a today nobody passes. */
import { idFrom } from "../ids.js";
import { dateOf, dayOf, officeHours } from "./calendar.js";
import type { Day } from "./calendar.js";
import { Random } from "./random.js";
import type { World } from "./story.js";

/** The context of one story while it is told. */
export class Teller {
  /** The last day on which something may have happened: the day before `asOf`, so that no hour of it is still to come. */
  readonly yesterday: Day;
  readonly entrepreneurId: string;
  private readonly counts = new Map<string, number>();

  constructor(
    readonly world: World,
    readonly index: number,
  ) {
    this.yesterday = dayOf(world.asOf) - 1;
    this.entrepreneurId = entrepreneurIdOf(world, index);
  }

  /** The next id of a kind in this story: the same story always hands out the same ids in the same order. */
  id(kind: string): string {
    const count = this.counts.get(kind) ?? 0;
    this.counts.set(kind, count + 1);
    return idFrom("demonstration", this.world.seed, this.index, kind, count);
  }

  /** A stream of chance of its own for a purpose. */
  chance(purpose: string): Random {
    return new Random(this.world.seed, purpose, this.index);
  }

  /** So many days ago, and never before `earliest`. */
  ago(days: number, earliest: Day = -Infinity): Day {
    return Math.max(earliest, this.yesterday - days);
  }

  /** An instant in office hours on a day that is past. */
  at(day: Day, random: Random): Date {
    return officeHours(Math.min(day, this.yesterday), random);
  }

  /** A date that something really happened on: never later than yesterday. */
  on(day: Day): string {
    return dateOf(Math.min(day, this.yesterday));
  }

  /** Whether a day is past. */
  isPast(day: Day): boolean {
    return day <= this.yesterday;
  }
}

/** The id of entrepreneur number `index`. */
export function entrepreneurIdOf(world: World, index: number): string {
  return idFrom("demonstration", world.seed, index, "entrepreneur", 0);
}
