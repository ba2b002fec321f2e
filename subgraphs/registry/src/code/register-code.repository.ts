import { loader, type Loader } from "@parcours/shared/batching";
import { columnsOf, statement, type Queries } from "@parcours/shared/database";
import { demonstrationSource } from "@parcours/shared/demonstration/loader";
import type { Code } from "@parcours/shared/graphql/values";
import { RegisterCode } from "./register-code.entity.js";
import { ownLabels } from "./register-codes.js";

/** A code as one asks for it. */
interface CodeKey {
  readonly category: string;
  readonly code: string;
}

const byKeys = statement(
  `select ${columnsOf(RegisterCode, "code")} from register_code code
     join unnest($1::text[], $2::text[]) as asked(category, code) on asked.category = code.category and asked.code = code.code`,
);

const keyOf = ({ category, code }: CodeKey): string => `${category} ${code}`;

/** Codes with their labels, batched over one request. */
export class RegisterCodes {
  readonly #labelled: Loader<string, Code>;

  constructor(queries: Queries) {
    this.#labelled = loader(async (keys) => {
      const asked = keys.map(parse);
      const rows = await queries.query<RegisterCode>(byKeys, [
        asked.map(({ category }) => category),
        asked.map(({ code }) => code),
      ]);
      return asked.map((key) =>
        labelled(
          key,
          rows.filter((row) => keyOf(row) === keyOf(key)),
        ),
      );
    });
  }

  /** The code with its labels; null stays null. One without any label answers with itself: the register may grow a list before we know it. */
  async of(category: string, code: string | null): Promise<Code | null> {
    return code === null ? null : this.#labelled.load(keyOf({ category, code }));
  }
}

function parse(key: string): CodeKey {
  const [category = "", code = ""] = key.split(" ");
  return { category, code };
}

/** The register's own words come first; ours fill what it lacks, as all of English. */
function labelled(key: CodeKey, rows: readonly RegisterCode[]): Code {
  const imported = rows.find(({ source }) => source !== demonstrationSource);
  const shipped = rows.find(({ source }) => source === demonstrationSource);
  const own = ownLabels[key.category]?.[key.code];
  const word = (language: "fr" | "nl" | "en"): string | null =>
    imported?.[language] ?? own?.[language] ?? shipped?.[language] ?? null;
  const labels = { fr: word("fr"), nl: word("nl"), en: word("en") };
  const isNameless = !labels.fr && !labels.nl && !labels.en;
  return { code: key.code, labels: isNameless ? { fr: key.code, nl: key.code, en: key.code } : labels };
}
