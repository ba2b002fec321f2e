/** The template is a subgraph like any other, called `sample-agency`; a new one is the same text with another name, in every way it is spelt. */

/** What the template's subgraph is called. Two words, so that each way of writing it can be told from the others. */
const sampleName = "sample-agency";

/** A name in every way that code, tables and sentences write it. */
export interface Spelling {
  /** `air-quality`: the folder and the package. */
  readonly kebab: string;
  /** `airQuality`: fields and values. */
  readonly camel: string;
  /** `AirQuality`: types. */
  readonly pascal: string;
  /** `air_quality`: database and tables. */
  readonly snake: string;
  /** `AIR_QUALITY`: agency, kinds and errors. */
  readonly capitals: string;
  /** `Air quality`: for people. */
  readonly title: string;
}

/** Spells a name. @param kebab lower-case words joined by - */
export function spellingOf(kebab: string): Spelling {
  const words = kebab.split("-");
  const pascal = words.map(withCapital).join("");
  const snake = words.join("_");
  return {
    kebab,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    pascal,
    snake,
    capitals: snake.toUpperCase(),
    title: withCapital(words.join(" ")),
  };
}

const sample = spellingOf(sampleName);
const spellings = Object.keys(sample) as (keyof Spelling)[];
const sampleSpelt = new RegExp(spellings.map((spelling) => sample[spelling]).join("|"), "g");

/** A text of the template (a file's content, or its path), with the new name where the template has its own. */
export function renamed(text: string, name: Spelling): string {
  return text.replace(
    sampleSpelt,
    (found) => name[spellings.find((spelling) => sample[spelling] === found) ?? "kebab"],
  );
}

function withCapital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
