import { stateAidInstruments, stateAidObjectives } from "../labels/state-aid.js";
import { instrumentCodeOf, objectiveCodeOf } from "./published-terms.js";

describe("the words of the register", () => {
  test.each([
    ["Direct grant", "DIRECT_GRANT"],
    ["direct  grant/ Interest rate subsidy ", "GRANT_OR_INTEREST_SUBSIDY"],
    ["Loan/ Repayable advances", "LOAN_OR_REPAYABLE_ADVANCE"],
    ["Tax advantage or tax exemption", "TAX_ADVANTAGE"],
    ["Other (Capital)", "CAPITAL"],
    ["Barter", null],
    ["constructor", null],
  ])("%p is an instrument: %p", (words, code) => {
    expect(instrumentCodeOf(words)).toBe(code);
    if (code !== null) expect(stateAidInstruments).toHaveProperty(code);
  });

  test.each([
    ["Experimental development (Art. 31.2.c)", "RESEARCH_AND_DEVELOPMENT"],
    ["Investment aid for research infrastructures (Art. 26)", "RESEARCH_AND_DEVELOPMENT"],
    ["Investment aid to SMEs (Art. 17)", "SME_INVESTMENT"],
    ["Regional aid - investment aid (Art. 14) - Scheme", "REGIONAL"],
    ["Training aid (Art. 31)", "TRAINING"],
    ["Aid for start-ups (Art. 22)", "START_UP"],
    ["Investment aid for high-efficiency cogeneration (Art. 40)", "ENVIRONMENT"],
    ["Aid for culture and heritage conservation (Art. 53)", "CULTURE"],
    ["Aid schemes for audio-visual works (Art. 54)", "CULTURE"],
    ["Investment aid for local infrastructures (Art. 56)", "INFRASTRUCTURE"],
    ["Aid for the employment of workers with disabilities in the form of wage subsidies (Article 33)", "EMPLOYMENT"],
    ["Management, relief and advisory services for aquaculture farms (Art. 32 of Reg. (EU) 1388/2014)", null],
    ["Restructuring firms in difficulty", null],
  ])("%p is an objective: %p", (words, code) => {
    expect(objectiveCodeOf(words)).toBe(code);
    if (code !== null) expect(stateAidObjectives).toHaveProperty(code);
  });
});
