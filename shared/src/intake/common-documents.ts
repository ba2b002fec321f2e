/**
 * Documents that several agencies ask for, of the same holder (R01): so what one was given stands for all. What a measure asks is cited where
 * its form is.
 */
import type { FormDocument } from "./form.js";

type CommonDocument = Pick<FormDocument, "type" | "about">;

/** The plan of what is to be undertaken: asked again and again today (D0:8). */
export const businessPlan: CommonDocument = { type: "BUSINESS_PLAN", about: "PROJECT" };

/** What it costs and brings in. */
export const financialPlan: CommonDocument = { type: "FINANCIAL_PLAN", about: "PROJECT" };
