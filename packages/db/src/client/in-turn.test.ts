import { expect, test, vi } from "vitest";
import { inTurn } from "./in-turn.ts";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("writes that come together go two at a time, in the order in which they came", async () => {
  let writing = 0;
  let most = 0;
  const order: number[] = [];
  const write = (turn: number) => async () => {
    order.push(turn);
    writing += 1;
    most = Math.max(most, writing);
    await pause(5);
    writing -= 1;
    return turn;
  };
  const turns = Array.from({ length: 30 }, (_, turn) => turn);
  expect(await Promise.all(turns.map((turn) => inTurn(write(turn))))).toEqual(turns);
  expect(order).toEqual(turns);
  expect(most).toBe(2);
});

test("a write that fails gives its turn on, and tells its own caller only", async () => {
  const results = await Promise.allSettled([
    inTurn(() => Promise.reject(new Error("broken"))),
    inTurn(() => Promise.reject(new Error("broken"))),
    inTurn(async () => "kept"),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
});

test("a crowd of five hundred hardly looks whether it is its turn, and comes in the order in which it came", async () => {
  vi.useFakeTimers();
  const look = vi.spyOn(globalThis, "setTimeout");
  try {
    const order: number[] = [];
    const people = Array.from({ length: 500 }, (_, turn) => turn);
    const all = people.map((turn) => inTurn(() => pause(5).then(() => order.push(turn))));
    await vi.runAllTimersAsync();
    await Promise.all(all);
    expect(order).toEqual(people);
    expect(look.mock.calls.length).toBeLessThan(500 * 30);
  } finally {
    look.mockRestore();
    vi.useRealTimers();
  }
});
