import { emptyLabels } from "../codes.js";
import { accessMatrix } from "./access-matrix.js";
import { categoryLabels } from "./category-labels.js";
import { roleLabels } from "./role-labels.js";

describe("labels of visibility", () => {
  it("name every category of the matrix, and no other", () => {
    expect(Object.keys(categoryLabels).sort()).toEqual([...accessMatrix.keys()].sort());
  });
  it("are there in every language", () => {
    expect([...emptyLabels(categoryLabels), ...emptyLabels(roleLabels)]).toEqual([]);
  });
});
