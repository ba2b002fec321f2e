/** A copy as one page for people: headings, tables with captions, no script, every text escaped. Pure. */
import { pickText } from "@parcours/shared/languages";
import type { Language, LocalizedText } from "@parcours/shared/languages";
import type { DossierFact, DossierRecord } from "./dossier-document.js";
import { fieldLabels } from "./field-labels.js";
import { pageTexts } from "./page-texts.js";
import type { Cut } from "./reading-limits.js";
import { shownDate, shownValue } from "./shown-value.js";

/** All that a copy says. */
export interface DossierCopy {
  /** UTC, RFC 3339. */
  readonly generatedAt: string;
  readonly language: Language;
  readonly owners: readonly {
    readonly owner: string;
    readonly agencies: readonly string[];
    readonly state: "ANSWERED" | "NOT_ANSWERED";
  }[];
  readonly records: readonly DossierRecord[];
  /** Fields that were asked and not shown, with their category. */
  readonly withheld: readonly { readonly field: string; readonly category: string }[];
  /** What a limit left out, and where to read on. */
  readonly cut: readonly Cut[];
}

const style = `body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:auto;padding:1rem;color:#111;background:#fff}
table{border-collapse:collapse;width:100%;margin:0 0 1.5rem}caption{text-align:left;font-weight:600;padding:.25rem 0}
th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top}th[scope=row]{font-weight:400;width:16rem}
td.source{font-size:.85rem;width:18rem}@media print{a{color:inherit}}`;

/** The page. */
export function dossierPage(copy: DossierCopy): string {
  const page = new Page(copy.language);
  return page.whole(copy);
}

/** Text as it may stand in a page. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}

class Page {
  constructor(private readonly language: Language) {}

  whole(copy: DossierCopy): string {
    const title = escaped(this.#text(pageTexts.title));
    const sections = this.#sections(copy.records);
    return `<!doctype html>
<html lang="${this.language.toLowerCase()}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head>
<body>
<header><h1>${title}</h1>
<p>${escaped(`${this.#text(pageTexts.made)} ${shownDate(copy.generatedAt, this.language)}.`)}</p>
<p>${escaped(this.#text(pageTexts.intro))}</p></header>
<nav aria-labelledby="contents"><h2 id="contents">${escaped(this.#text(pageTexts.contents))}</h2><ol>
${sections.map(({ title: name }, place) => `<li><a href="#section-${place}">${escaped(name)}</a></li>`).join("\n")}
</ol></nav>
<main>
${this.#owners(copy)}
${sections.map(({ title: name, records }, place) => this.#section(name, records, place)).join("\n")}
${sections.length === 0 ? `<p>${escaped(this.#text(pageTexts.nothing))}</p>` : ""}
${this.#cut(copy)}
${this.#withheld(copy)}
</main>
</body>
</html>
`;
  }

  /** Records by where they stand, in order. */
  #sections(records: readonly DossierRecord[]): { readonly title: string; readonly records: DossierRecord[] }[] {
    const sections = new Map<string, DossierRecord[]>();
    for (const record of records) {
      const known = sections.get(record.source);
      if (known) known.push(record);
      else sections.set(record.source, [record]);
    }
    return [...sections].map(([source, inside]) => ({ title: this.#titleOf(source), records: inside }));
  }

  #titleOf(source: string): string {
    const [root = "", ...path] = source.split(".");
    const of = root === "enterprise" ? this.#text(pageTexts.enterprise) : "";
    const last = path.at(-1);
    if (last === undefined) return root === "enterprise" ? of : this.#text(pageTexts.person);
    return of === "" ? this.#name(last) : `${of}: ${this.#name(last)}`;
  }

  #section(title: string, records: readonly DossierRecord[], place: number): string {
    return `<section aria-labelledby="section-${place}"><h2 id="section-${place}">${escaped(title)}</h2>
${records.map((record) => this.#record(record, 3)).join("\n")}</section>`;
  }

  #record(record: DossierRecord, level: number): string {
    const { facts, records } = record;
    const title = escaped(this.#recordTitle(record));
    const heading = Math.min(level, 6);
    const rows = facts.map((fact) => this.#row(fact)).join("\n");
    const table =
      facts.length === 0
        ? ""
        : `<table><caption>${title}</caption><thead><tr>${["fact", "value", "source"]
            .map((name) => `<th scope="col">${escaped(this.#text(pageTexts[name as "fact"]))}</th>`)
            .join("")}</tr></thead><tbody>
${rows}
</tbody></table>`;
    return `<h${heading}>${title}</h${heading}>
${table}
${records.map((inner) => this.#record(inner, level + 1)).join("\n")}`;
  }

  /** What the record is, whose, and of when. */
  #recordTitle({ source, agency, at, facts }: DossierRecord): string {
    const named = facts.find(({ field }) => /\.(label|title|displayName|name|denomination|number)$/.test(field));
    const what = named ? shownValue(named.value, this.language) : this.#titleOf(source);
    return [what, agency, at && shownDate(at, this.language)].filter((part) => part).join(" – ");
  }

  #row({ field, value, owner, agency, at }: DossierFact): string {
    const name = field.split(".").at(-1) ?? field;
    const source = [owner, agency, at && shownDate(at, this.language), field].filter((part) => part).join(" · ");
    return `<tr><th scope="row">${escaped(this.#name(name))}</th><td>${escaped(shownValue(value, this.language))}</td><td class="source">${escaped(source)}</td></tr>`;
  }

  #owners({ owners }: DossierCopy): string {
    const title = escaped(this.#text(pageTexts.owners));
    const head = (["owner", "agencies", "state"] as const)
      .map((name) => `<th scope="col">${escaped(this.#text(pageTexts[name]))}</th>`)
      .join("");
    const rows = owners.map(
      ({ owner, agencies, state }) =>
        `<tr><th scope="row">${escaped(owner)}</th><td>${escaped(agencies.join(", "))}</td><td>${escaped(this.#text(pageTexts[state]))}</td></tr>`,
    );
    return `<section aria-labelledby="owners"><h2 id="owners">${title}</h2><table><caption>${title}</caption><thead><tr>${head}</tr></thead><tbody>
${rows.join("\n")}
</tbody></table></section>`;
  }

  #cut({ cut }: DossierCopy): string {
    if (cut.length === 0) return "";
    const items = cut.map(({ source, within, told, after }) => {
      const where = [source, within].filter((part) => part).join(" ");
      return `<li>${escaped(`${where}: ${told}${after === null ? "" : ` (after: ${after})`}`)}</li>`;
    });
    return `<section aria-labelledby="cut"><h2 id="cut">${escaped(this.#text(pageTexts.cut))}</h2>
<p>${escaped(this.#text(pageTexts.cutIntro))}</p><ul>${items.join("")}</ul></section>`;
  }

  #withheld({ withheld }: DossierCopy): string {
    if (withheld.length === 0) return "";
    const items = withheld.map(({ field, category }) => `<li>${escaped(`${field} (${category})`)}</li>`);
    return `<section aria-labelledby="withheld"><h2 id="withheld">${escaped(this.#text(pageTexts.withheld))}</h2>
<p>${escaped(this.#text(pageTexts.withheldIntro))}</p><ul>${items.join("")}</ul></section>`;
  }

  #name(field: string): string {
    const labels = fieldLabels.get(field);
    return labels ? this.#text(labels) : field;
  }

  #text(text: LocalizedText): string {
    return pickText(text, this.language)?.text ?? "";
  }
}
