import { questionOn } from "./questions.js";
import { Random } from "./random.js";
import { tradeOf } from "./sectors.js";

const [hairSalon, itConsultancy] = [tradeOf("96210"), tradeOf("62200")];
const random = (): Random => new Random("any", "question", 0);

describe("a question to 1819", () => {
  it.each([
    ["FR", "Je cherche une affaire à reprendre (salon de coiffure)."],
    ["NL", "Ik zoek een zaak om over te nemen (kapsalon)."],
    ["EN", "I am looking for a business to take over (hair salon)."],
    ["DE", "Ich habe eine Frage zu meinem Vorhaben: An wen kann ich mich wenden?"],
  ] as const)("is asked in the language of who asks: %s", (language, question) => {
    expect(questionOn({ topic: "TRANSFER", trade: hairSalon, asOwner: false }, language, random())).toBe(question);
  });

  it("of who sells is another than of who buys", () => {
    expect(questionOn({ topic: "TRANSFER", trade: hairSalon, asOwner: true }, "EN", random())).toMatch(
      /sell my business/,
    );
  });

  it("keeps the capitals of an abbreviation", () => {
    expect(questionOn({ topic: "DIGITAL", trade: itConsultancy, asOwner: true }, "EN", random())).toContain(
      "(IT consultancy)",
    );
  });
});
