import type { Language } from "@parcours/shared/languages";

/** Every word on the issuer's pages but those of people and roles. */
export interface Texts {
  readonly title: string;
  readonly notice: string;
  readonly choose: string;
  readonly languages: string;
  readonly fault: string;
  readonly faultAdvice: string;
}

/** The words in the languages of the product; NL and FR equal. Source: design 9. */
export const texts: Readonly<Record<Language, Texts>> = {
  FR: {
    title: "Se connecter à la démonstration",
    notice:
      "Pas de mot de passe : choisissez qui vous êtes. Toutes ces personnes sont inventées ; ne convient pas à de vraies données.",
    choose: "Se connecter comme",
    languages: "Langue",
    fault: "La connexion n'a pas abouti",
    faultAdvice: "Retournez à la page d'où vous venez et recommencez.",
  },
  NL: {
    title: "Aanmelden bij de demonstratie",
    notice: "Geen wachtwoord: kies wie u bent. Al deze personen zijn verzonnen; niet geschikt voor echte gegevens.",
    choose: "Aanmelden als",
    languages: "Taal",
    fault: "Het aanmelden is niet gelukt",
    faultAdvice: "Ga terug naar de pagina waar u vandaan komt en begin opnieuw.",
  },
  EN: {
    title: "Sign in to the demonstration",
    notice: "No password: choose who you are. All these people are invented; not for real data.",
    choose: "Sign in as",
    languages: "Language",
    fault: "Signing in did not succeed",
    faultAdvice: "Go back to the page you came from and begin again.",
  },
};
