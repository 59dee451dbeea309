import { expect, test } from "vitest";
import { takeTurn } from "./take-turns.ts";

test("many runs asked for at once run one after another, and not at all once nothing is left", async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  // A clock that stands still: a machine that was put to sleep for a while loses no turns.
  const start = Date.now();
  const drain = async () => {
    runs += 1;
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 20));
    running -= 1;
    return runs >= 5 ? new Date(start + 1) : null;
  };
  await Promise.all(Array.from({ length: 40 }, () => takeTurn(() => new Date(start), drain)));
  expect(most).toBe(1);
  expect(runs).toBeGreaterThanOrEqual(5);
  expect(runs).toBeLessThan(10);
});

test("beside a run that takes long there is a second one, and no third", async () => {
  let now = Date.now() + 10_000;
  let begun = 0;
  const ends: (() => void)[] = [];
  const drain = () => {
    begun += 1;
    return new Promise<null>((resolve) => ends.push(() => resolve(null)));
  };
  const runs = [1, 2, 3].map(() => takeTurn(() => new Date(now), drain));
  const looked = () => new Promise((resolve) => setTimeout(resolve, 150));
  await looked();
  expect(begun).toBe(1);
  now += 1001;
  await looked();
  expect(begun).toBe(2);
  now += 5000;
  await looked();
  expect(begun).toBe(2);
  ends[0]?.();
  await looked();
  expect(begun).toBe(3);
  for (const end of ends) end();
  await Promise.all(runs);
});

test("a run that breaks gives its turn back", async () => {
  const broken = () => Promise.reject(new Error("broken"));
  for (let time = 0; time < 3; time += 1)
    await expect(takeTurn(() => new Date(), broken)).rejects.toThrow("broken");
  let ran = false;
  await takeTurn(
    () => new Date(),
    async () => {
      ran = true;
      return null;
    },
  );
  expect(ran).toBe(true);
});

test("a run that was cut off loses its turn after half a minute", async () => {
  let now = Date.now() + 60_000;
  const clock = () => new Date(now);
  const cutOff = () => new Promise<null>(() => {});
  void takeTurn(clock, cutOff);
  void takeTurn(clock, cutOff);
  now += 31_000;
  let ran = false;
  await takeTurn(clock, async () => {
    ran = true;
    return null;
  });
  expect(ran).toBe(true);
});
