/**
 * Who stands where in the population. It comes in chapters of 2,000: the first 60 of each play the hard cases (`cases.ts`), the others are
 * ordinary and stand in blocks of ten, of which five own an enterprise, one of these a second one, and one more holds a mandate in a
 * neighbour's. So every enterprise has its own place in the range of numbers that were never issued, without anybody counting.
 */
import { Random } from "./random.js";
import { chapterSize } from "./sites.js";
import type { World } from "./story.js";

/** Persons at the beginning of each chapter who play the hard cases. */
export const castSize = 60;
/** Enterprise numbers kept for each of them. */
export const numbersPerCast = 3;
const blockSize = 10;
const ownersPerBlock = 5;
const numbersPerBlock = ownersPerBlock + 1;
const numbersPerChapter = castSize * numbersPerCast + ((chapterSize - castSize) / blockSize) * numbersPerBlock;
/** The range below 0200.000.000 has this many numbers; the entrepreneurs beyond (from 2.8 million on) own no enterprise. */
const numbers = 1_900_000;

/** The place of one person. */
export interface Place {
  /** First index of the chapter. */
  readonly chapterStart: number;
  /** 0 … 59 for those who play a hard case, else null. */
  readonly role: number | null;
  /** Places in the range of enterprise numbers that are this person's to use. */
  readonly sequences: readonly number[];
  /** Index of an earlier person in whose first enterprise this one holds a mandate; null for nearly everybody. */
  readonly partnerOf: number | null;
}

/** Where somebody stands. */
export function placeInLineup(world: World, index: number): Place {
  const chapter = Math.floor(index / chapterSize);
  const chapterStart = chapter * chapterSize;
  const offset = index - chapterStart;
  const firstNumber = chapter * numbersPerChapter;
  if (offset < castSize) {
    const first = firstNumber + offset * numbersPerCast;
    return { chapterStart, role: offset, sequences: issued([first, first + 1, first + 2]), partnerOf: null };
  }
  const block = Math.floor((offset - castSize) / blockSize);
  const blockStart = chapterStart + castSize + block * blockSize;
  const order = new Random(world.seed, "block", blockStart).shuffle([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const rank = order.indexOf(index - blockStart);
  const first = firstNumber + castSize * numbersPerCast + block * numbersPerBlock;
  const partner = blockStart + (order[1] ?? 0);
  return {
    chapterStart,
    role: null,
    sequences: issued(rank === 0 ? [first, first + ownersPerBlock] : rank < ownersPerBlock ? [first + rank] : []),
    partnerOf: rank === ownersPerBlock && partner < index ? partner : null,
  };
}

function issued(sequences: readonly number[]): readonly number[] {
  return sequences.filter((sequence) => sequence < numbers);
}
