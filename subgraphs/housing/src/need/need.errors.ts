import { defineErrors } from "@parcours/shared/errors";

/** Errors of needs. */
export const needErrors = defineErrors({
  NEED_ENDS_TWICE: {
    meaning: "A need has both a referral and a reason for none.",
    remedy: "Give one of the two.",
    messages: {
      fr: "Un besoin est transmis, ou ne l'est pas pour une raison : pas les deux.",
      nl: "Een behoefte wordt doorgegeven, of om een reden niet: niet allebei.",
      en: "A need is passed on, or is not for a reason: not both.",
    },
  },
});
