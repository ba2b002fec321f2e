/** What the codes of corrections are called. */
import type { CodeList } from "@parcours/shared/codes";

/** Where a value came from, beside acts and forms. A source that is not here is an import, and is shown by its code. */
export const factSources: CodeList = {
  OFFICE: { fr: "Dossier de l'organisme", nl: "Dossier van de instantie", en: "The body's own file" },
  INTAKE: { fr: "Formulaire", nl: "Formulier", en: "A form" },
  DEMONSTRATION: { fr: "Données de démonstration", nl: "Demonstratiegegevens", en: "Demonstration data" },
};
