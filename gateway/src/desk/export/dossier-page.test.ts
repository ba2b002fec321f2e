import { dossierPage } from "./dossier-page.js";
import type { DossierCopy } from "./dossier-page.js";
import { shownValue } from "./shown-value.js";

const fact = (field: string, value: unknown) => ({ field, value, owner: "coaching", agency: "HUB", at: "2025-03-03" });
const copy: DossierCopy = {
  generatedAt: "2026-03-15T10:00:00.000Z",
  language: "FR",
  owners: [
    { owner: "coaching", agencies: ["HUB"], state: "ANSWERED" },
    { owner: "housing", agencies: ["CITYDEV"], state: "NOT_ANSWERED" },
  ],
  records: [
    {
      type: "CoachingSession",
      source: "entrepreneur.coaching.sessions",
      owner: "coaching",
      agency: "HUB",
      at: "2025-03-03",
      facts: [
        fact("CoachingSession.note", `<script>alert("1")</script> & 'more'`),
        fact("CoachingSession.minutes", 90),
      ],
      records: [],
    },
  ],
  withheld: [{ field: "entrepreneur.sex", category: "SEX" }],
  cut: [{ source: "entrepreneur.timeline", within: null, told: 50, after: "c<1>", reason: "SIZE" }],
};

describe("the page of a copy", () => {
  const html = dossierPage(copy);

  it("escapes every text", () => {
    expect(html).not.toContain("<script");
    expect(html).toContain("&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; &#39;more&#39;");
  });

  it("says what a limit left out, and where to read on", () => {
    expect(html).toContain("<li>entrepreneur.timeline: 50 (after: c&#60;1&#62;)</li>");
    expect(dossierPage({ ...copy, cut: [] })).not.toContain('id="cut"');
  });

  it("names on each row the owner, the agency, the date and the field", () => {
    expect(html).toContain('<td class="source">coaching · HUB · 3 mars 2025 · CoachingSession.note</td>');
  });

  it("has one heading of the first rank, ranks without gaps, and a caption on every table", () => {
    const ranks = [...html.matchAll(/<h(\d)/g)].map(([, rank]) => Number(rank));
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
    expect(ranks.every((rank, place) => place === 0 || rank <= (ranks[place - 1] ?? 0) + 1)).toBe(true);
    expect([...html.matchAll(/<table>/g)]).toHaveLength([...html.matchAll(/<table><caption>/g)].length);
  });

  it("says who did not answer and what is not shown", () => {
    expect(html).toContain("pas répondu partout");
    expect(html).toContain("entrepreneur.sex (SEX)");
  });
});

it.each([
  [true, "oui"],
  [{ amount: "1234.50", currency: "EUR" }, "1 234,50 €"],
  [{ code: "CREATION", label: "Création" }, "Création"],
  [{ code: "CREATION", label: null }, "CREATION"],
  [[{ given: "An", family: "Peeters" }], "An Peeters"],
  ["2025-03-03", "3 mars 2025"],
  ["2025-03-03T10:00:00.000Z", "3 mars 2025 à 11:00"],
  ["2025", "2025"],
  [null, ""],
])("shows %j as people read it", (value, expected) =>
  expect(shownValue(value, "FR").replace(/[\u00a0\u202f]/g, " ")).toBe(expected),
);
