/** What the financing pole did: applications of every instrument, decisions, grants with payments, guarantees, state aid. */

/** Glossary 4.6, without what the other poles give. */
export const instruments = [
  "GENERAL_INVESTMENT_AID",
  "RECRUITMENT_AID",
  "CONSULTANCY_AID",
  "PRE_ACTIVITY_AID",
  "PROTOTYPE_AID",
  "EXPORT_AID",
  "RDI_AID",
  "TRANSITION_PREMIUM",
  "LOAN",
  "EQUITY",
  "GUARANTEE",
  "MICROCREDIT",
  "HONOUR_LOAN",
  "RESTART_CREDIT",
  "CO_INVESTMENT",
  "PRE_SEED",
  "CROWDFUNDING",
  "MEDIATION",
  "CALL",
] as const;

/** A way in which money, or a promise of it, helps an entrepreneur. */
export type Instrument = (typeof instruments)[number];

/** A request, whatever the instrument. At most one of `grant` and `guarantee` is set, and only when GRANTED. */
export interface ApplicationStory {
  readonly id: string;
  readonly agency: string;
  /** The id it was filed under: the entrepreneur's, or one of `formerIds`. */
  readonly entrepreneurId: string;
  readonly enterpriseNumber: string | null;
  readonly projectId: string | null;
  readonly instrument: Instrument;
  readonly amountAsked: bigint;
  /** What it is for. Paying off debts is not in the list (R24). */
  readonly use:
    | "EQUIPMENT"
    | "WORKING_CAPITAL"
    | "PREMISES"
    | "STAFF"
    | "ADVICE"
    | "RESEARCH"
    | "EXPORT"
    | "TAKEOVER"
    | "LIVING_COSTS";
  readonly submittedAt: Date;
  readonly status: "SUBMITTED" | "UNDER_ANALYSIS" | "GRANTED" | "REFUSED" | "WITHDRAWN";
  readonly withdrawnAt: Date | null;
  /** The applicant wants to know why, should it be refused (R13). */
  readonly motivationRequested: boolean;
  /** The coaching dossier tied to it (R18, R25), or null. */
  readonly coachingDossierId: string | null;
  /** The credit beside which an honour loan of Village Finance stands (R48): an application id, or null. */
  readonly besideApplicationId: string | null;
  readonly decision: DecisionStory | null;
  readonly grant: GrantStory | null;
  readonly guarantee: GuaranteeStory | null;
}

/** What the body decided. Refusals of coached applicants are motivated (R14), others on request (R13). */
export interface DecisionStory {
  readonly id: string;
  readonly at: Date;
  readonly outcome: "GRANTED" | "REFUSED";
  readonly motivation: string | null;
  /** True where a motivation is owed and not given yet. */
  readonly motivationDue: boolean;
}

/** Granted help: an entry of its own, with its own dates, that does not name its application (design 4). */
export interface GrantStory {
  readonly id: string;
  readonly agency: string;
  readonly entrepreneurId: string;
  readonly enterpriseNumber: string | null;
  readonly instrument: Instrument;
  readonly amount: bigint;
  readonly since: string;
  /** Contractual or real end; null where open. */
  readonly until: string | null;
  readonly payments: readonly PaymentStory[];
  readonly coInvestment: CoInvestmentStory | null;
}

/** Money on its way. Overdue where `paidOn` is null and `dueOn` is past. */
export interface PaymentStory {
  readonly id: string;
  readonly amount: bigint;
  readonly dueOn: string;
  readonly paidOn: string | null;
  readonly advance: boolean;
}

/** Public money beside private money: at most half, together 250,000 or more (R49). */
export interface CoInvestmentStory {
  readonly id: string;
  readonly publicShare: bigint;
  readonly privateShare: bigint;
  readonly privateInvestor: string;
}

/** A promise to a bank. Not a financing decision, never added to one (R22). */
export interface GuaranteeStory {
  readonly id: string;
  readonly agency: "BWF";
  readonly entrepreneurId: string;
  readonly enterpriseNumber: string | null;
  readonly kind: "CLASSIC" | "GREEN" | "SUBSIDY_BRIDGE" | "PUBLIC_CONTRACT" | "PORTFOLIO";
  readonly bank: string;
  readonly bankLoan: bigint;
  /** Whole per cents of the bank loan, at most 80. */
  readonly coveragePercent: number;
  readonly guaranteed: bigint;
  /** One-off flat contribution of the enterprise (R54). */
  readonly contribution: bigint;
  readonly since: string;
  readonly until: string | null;
  /** SUBSIDY_BRIDGE: the granted aid it waits for; it ends when that is paid (J20). */
  readonly forGrantId: string | null;
}

/** A line of the state-aid ledger (reference 5.8). */
export interface StateAidStory {
  readonly id: string;
  readonly enterpriseNumber: string;
  /** Granting body. */
  readonly agency: string;
  readonly regime: "DE_MINIMIS" | "GBER";
  readonly instrument: "DIRECT_GRANT" | "LOAN" | "GUARANTEE" | "EQUITY";
  readonly objective:
    | "SME_INVESTMENT"
    | "RESEARCH_AND_DEVELOPMENT"
    | "CONSULTANCY"
    | "EXPORT"
    | "EMPLOYMENT"
    | "RISK_FINANCE"
    | "OTHER";
  readonly grantedOn: string;
  /** Nominal amount. */
  readonly amount: bigint;
  /** Gross grant equivalent. */
  readonly grossGrantEquivalent: bigint;
  /** The grant or guarantee it stands for. */
  readonly forId: string;
}

/** Everything of one entrepreneur at the financing pole. */
export interface FinancingStory {
  readonly applications: readonly ApplicationStory[];
  readonly stateAid: readonly StateAidStory[];
}
