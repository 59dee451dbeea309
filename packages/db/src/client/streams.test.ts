import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { putBack, takeStream } from "./streams.ts";

let now = Date.UTC(2027, 0, 1);

const wait = (ms: number) => vi.setSystemTime((now += ms));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  wait(3_600_000);
});

afterEach(() => vi.useRealTimers());

/** Takes a stream, and puts it back under this baton if that may be. */
function use(baton: string, server = "a"): string | null {
  const taken = takeStream(server);
  if (taken.place !== null) putBack(taken.place, baton);
  return taken.baton;
}

test("who is asked often goes on with the stream of the time before", () => {
  expect([use("1"), use("2"), use("3"), use("4")]).toEqual([null, null, "2", "3"]);
});

test("who is asked seldom keeps none, and gives up the one that was kept", () => {
  use("1");
  use("2");
  wait(1500);
  expect(takeStream("a")).toEqual({ baton: "2", place: null });
  wait(1500);
  expect(takeStream("a")).toEqual({ baton: null, place: null });
});

test("one that lay there for more than five seconds is not gone on with", () => {
  use("1");
  use("2");
  wait(5001);
  expect(use("3")).toBeNull();
});

test("a stream serves one at a time, and a crowd has two at most", () => {
  use("1");
  use("2");
  const crowd = Array.from({ length: 50 }, () => takeStream("a"));
  expect(crowd.map(({ baton }) => baton).filter((baton) => baton !== null)).toEqual(["2"]);
  expect(crowd.filter(({ place }) => place !== null)).toHaveLength(2);
  for (const { place } of crowd) if (place !== null) putBack(place, "kept");
  expect([takeStream("a"), takeStream("a"), takeStream("a")].map(({ baton }) => baton)).toEqual([
    "kept",
    "kept",
    null,
  ]);
});

test("a stream is gone on with at its own server and with its own token alone", () => {
  use("1", "a tokenA");
  use("2", "a tokenA");
  expect(use("3", "a tokenB")).toBeNull();
  expect(use("4", "a tokenA")).toBe("2");
});

test("one that is not put back, or that is in doubt, is not gone on with, and its place is free again", () => {
  use("1");
  const [one, two] = [takeStream("a").place, takeStream("a").place];
  expect([one, two]).not.toContain(null);
  if (one !== null) putBack(one, null);
  expect(takeStream("a")).toMatchObject({ baton: null, place: { server: "a" } });
  expect(takeStream("a").place).toBeNull();
  wait(31_000);
  use("cut off");
  expect(takeStream("a").place).not.toBeNull();
});
