/** The issuer's pages: plain HTML that works without script, by keyboard and by ear. */
import type { DemonstrationPerson } from "@parcours/shared/demonstration/people";
import { languageOf, type Language } from "@parcours/shared/languages";
import { roleLabels } from "@parcours/shared/visibility/role-labels";
import { style } from "./style.js";
import { texts, type Texts } from "./texts.js";

const languages: Readonly<Record<Language, string>> = { FR: "Français", NL: "Nederlands", EN: "English" };

/** What the page of people is made from. */
export interface LoginPage {
  /** Where the form is sent, and where the page stands in another language. */
  readonly path: string;
  readonly language: Language;
  readonly people: readonly DemonstrationPerson[];
}

/** The language asked for in the address, else by the client, else that of the browser. */
export function languageAsked(candidates: readonly (string | null | undefined)[], acceptLanguage: string): Language {
  const asked = candidates.find((candidate) => candidate);
  return languageOf(asked ?? acceptLanguage);
}

/** The people, by role; to choose one is to sign in. */
export function loginPage({ path, language, people }: LoginPage): string {
  const words = texts[language];
  const roles = [...new Set(people.map(({ role }) => role))];
  const sections = roles.map((role) =>
    section(
      roleLabels[role][key(language)] ?? role,
      people.filter((person) => person.role === role),
      language,
      words,
    ),
  );
  return document(
    language,
    words.title,
    `${languageSwitch(path, language)}
<main>
<h1>${escaped(words.title)}</h1>
<p class="notice">${escaped(words.notice)}</p>
<form method="post" action="${escaped(path)}">
${sections.join("\n")}
</form>
</main>`,
  );
}

/** What went wrong, and what to do. */
export function errorPage(acceptLanguage: string, fault: string): string {
  const language = languageOf(acceptLanguage);
  const words = texts[language];
  return document(
    language,
    words.fault,
    `<main><h1>${escaped(words.fault)}</h1><p>${escaped(words.faultAdvice)}</p><p><code>${escaped(fault)}</code></p></main>`,
  );
}

function section(title: string, people: readonly DemonstrationPerson[], language: Language, words: Texts): string {
  const items = people.map(({ handle, name, agency, about }) => {
    const where = [agency, about[key(language)]].filter(Boolean).join(" · ");
    return `<li><button name="person" value="${escaped(handle)}" aria-label="${escaped(`${words.choose} ${name}: ${where}`)}"><strong>${escaped(name)}</strong><span>${escaped(where)}</span></button></li>`;
  });
  return `<section><h2>${escaped(title)}</h2><ul>${items.join("")}</ul></section>`;
}

function languageSwitch(path: string, present: Language): string {
  const links = (Object.keys(languages) as Language[]).map((language) => {
    const current = language === present ? ' aria-current="true"' : "";
    const code = key(language);
    return `<li><a href="${escaped(path)}?language=${code}" lang="${code}" hreflang="${code}"${current}>${languages[language]}</a></li>`;
  });
  return `<nav aria-label="${escaped(texts[present].languages)}"><ul>${links.join("")}</ul></nav>`;
}

function document(language: Language, title: string, body: string): string {
  return `<!doctype html>
<html lang="${key(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)} – Parcours</title><style>${style}</style></head>
<body>
${body}
</body>
</html>
`;
}

function key(language: Language): "fr" | "nl" | "en" {
  return ({ FR: "fr", NL: "nl", EN: "en" } as const)[language];
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
