import { NoSlot, Slots } from "./slots.js";

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("places", () => {
  it("let so many at once, the others in the order in which they came", async () => {
    const slots = new Slots(2, 1000);
    const began: number[] = [];
    let [inside, most] = [0, 0];
    await Promise.all(
      Array.from({ length: 9 }, (_, index) =>
        slots.within(async () => {
          began.push(index);
          most = Math.max(most, (inside += 1));
          await pause(2);
          inside -= 1;
        }),
      ),
    );
    expect([most, began]).toEqual([2, [0, 1, 2, 3, 4, 5, 6, 7, 8]]);
  });

  it("are given back by who failed", async () => {
    const slots = new Slots(1, 1000);
    await expect(slots.within(async () => Promise.reject(new Error("bad")))).rejects.toThrow("bad");
    expect(await slots.within(async () => "in")).toBe("in");
  });

  it("are not waited for for ever, and who gave up takes none", async () => {
    const slots = new Slots(1, 5);
    let leave = (): void => undefined;
    const staying = slots.within(() => new Promise<void>((resolve) => (leave = resolve)));
    await expect(slots.within(async () => "in")).rejects.toThrow(NoSlot);
    leave();
    await staying;
    expect(await slots.within(async () => "in")).toBe("in");
  });
});
