/**
 * Telephone numbers and addresses that reach nobody.
 *
 * Belgium reserves no numbers for fiction (France, the United Kingdom and Germany do). We therefore use mobile blocks that are valid by the
 * numbering plan (04[5-9]x) but stand under no operator in the public lists of allocated blocks (0455 and 0456 do, and are left out).
 * A regulator may allocate one later: nothing in this product ever dials or sends, and this list is the only place to change.
 */

const personBlocks = ["450", "451", "452", "453", "454", "457", "458", "459", "462", "464"] as const;
const enterpriseBlock = "469";
const blockSize = 1_000_000;

/** Numbers reserved for fiction by the French regulator (01 99 00 …) and the British one (020 7946 0…). */
const foreignBlocks = [
  { prefix: "+3319900", digits: 4 },
  { prefix: "+442079460", digits: 3 },
] as const;

/** A bijection of 0 … size − 1, so that neighbours in the population are not neighbours by phone. `size` is a power of ten. */
function scatter(index: number, size: number): number {
  return (index * 73_687 + 181_937) % size;
}

/** The mobile number of a person, E.164, different for each of ten million; null beyond. */
export function personPhone(index: number): string | null {
  const size = personBlocks.length * blockSize;
  if (index >= size) return null;
  const place = scatter(index, size);
  return `+32${personBlocks[Math.floor(place / blockSize)]}${String(place % blockSize).padStart(6, "0")}`;
}

/** The number of an enterprise by its place in the sequence of enterprise numbers; null beyond the first million. */
export function enterprisePhone(sequence: number): string | null {
  return sequence < blockSize ? `+32${enterpriseBlock}${String(scatter(sequence, blockSize)).padStart(6, "0")}` : null;
}

/** A number abroad, reserved for fiction there. */
export function foreignPhone(index: number): string {
  const { prefix, digits } = foreignBlocks[index % 5 === 4 ? 1 : 0];
  return `${prefix}${String((index * 37 + 1234) % 10 ** digits).padStart(digits, "0")}`;
}

/** A Belgian mobile number as people write it, in one of the usual ways. */
export function asWritten(e164: string, way: number): string {
  const [, block = "", first = "", second = "", third = ""] = /^\+32(\d{3})(\d\d)(\d\d)(\d\d)$/.exec(e164) ?? [];
  if (!block) return e164;
  const ways = [
    `0${block} ${first} ${second} ${third}`,
    `0${block}/${first}.${second}.${third}`,
    `+32 (0)${block} ${first} ${second} ${third}`,
    `0032${block}${first}${second}${third}`,
  ];
  return ways[way % ways.length] ?? e164;
}

/** An address under `.example`, the top level that RFC 2606 keeps for examples. */
export function exampleEmail(given: string, family: string, index: number): string {
  return `${asciiWord(given)}.${asciiWord(family)}.${index}@mail.example`;
}

/** Letters and digits of a name, in ASCII and lower case: `L'Été` → `lete`. */
export function asciiWord(text: string): string {
  return text
    .replace(/[Łł]/g, "l")
    .replace(/[Øø]/g, "o")
    .replace(/ß/g, "ss")
    .replace(/ı/g, "i")
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}
