import { defineErrors } from "@parcours/shared/errors";

/** What can be wrong with a decision on who is one person. */
export const identityErrors = defineErrors({
  ALREADY_ONE_PERSON: {
    meaning: "Both ids lead to one person already.",
    remedy: "Nothing is to be done; to part them, take the merge back with `unmergeEntrepreneurs`.",
    messages: {
      fr: "Ces deux fiches sont déjà celles d'une même personne.",
      nl: "Deze twee fiches zijn al van dezelfde persoon.",
      en: "These two files are one person's already.",
    },
  },
  MERGE_TOLD_APART: {
    meaning: "Somebody noted with `notSamePerson` or in a review that these are two people.",
    remedy: "Read why; where that was wrong, merge with `overruleNotSamePerson: true`.",
    messages: {
      fr: "Quelqu'un a noté que ce sont deux personnes différentes.",
      nl: "Iemand noteerde dat dit twee verschillende personen zijn.",
      en: "Somebody noted that these are two people.",
    },
  },
  ALREADY_UNMERGED: {
    meaning: "The merge was taken back before.",
    remedy: "Read the persons again: nothing is to be done.",
    messages: {
      fr: "Cette fusion est déjà annulée.",
      nl: "Deze samenvoeging is al ongedaan gemaakt.",
      en: "This merge was taken back already.",
    },
  },
});
