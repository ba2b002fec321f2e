import { defineErrors } from "@parcours/shared/errors";

/** Errors of coworking cheques. */
export const coworkingChequeErrors = defineErrors({
  COWORKING_CHEQUE_ALREADY_GRANTED: {
    meaning:
      "The entrepreneur has had a coworking cheque before, at this site or another; there is one per entrepreneur.",
    remedy: "None: `grantedOn` in the error's extensions is the day of the first.",
    messages: {
      fr: "Un chèque coworking a déjà été accordé le {grantedOn} ; il n'y en a qu'un par entrepreneur.",
      nl: "Er werd al een coworking-cheque toegekend op {grantedOn}; er is er één per ondernemer.",
      en: "A coworking cheque was granted on {grantedOn}; there is one per entrepreneur.",
    },
  },
  COWORKING_CHEQUE_MONTHS_INVALID: {
    meaning: "The months are not two free, two own and two sponsored ones, each after the one before.",
    remedy: "Give six months in order that do not overlap.",
    messages: {
      fr: "Un chèque compte six mois qui se suivent : deux gratuits, deux payés, deux offerts. Voyez le mois {number}.",
      nl: "Een cheque telt zes opeenvolgende maanden: twee gratis, twee betaalde, twee aangeboden. Zie maand {number}.",
      en: "A cheque has six months in order: two free, two own, two sponsored. See month {number}.",
    },
  },
  COWORKING_CHEQUE_SPONSOR_REQUIRED: {
    meaning: "Nobody is named who sponsors the last two months.",
    remedy: "Name the manager of the space.",
    messages: {
      fr: "Indiquez qui offre les deux derniers mois.",
      nl: "Geef aan wie de laatste twee maanden aanbiedt.",
      en: "Name who sponsors the last two months.",
    },
  },
});
