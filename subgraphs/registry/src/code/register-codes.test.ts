import { emptyLabels } from "@parcours/shared/codes";
import { ownLabels } from "./register-codes.js";

describe("our own labels of the register's codes", () => {
  it.each(Object.entries(ownLabels))("are there in three languages: %s", (_, list) => {
    expect(emptyLabels(list)).toEqual([]);
  });
});
