import { describe, expect, test } from "vitest";
import { isOpenTo, whereSheStands } from "./step-access.ts";

const table = { slug: "rondetafel", requires: null };
const workshops = { slug: "workshops", requires: "rondetafel" };
const group = { slug: "intervisie", requires: "workshops" };
const plan = [table, workshops, group];

const nowhere = { attended: [], opened: [] };
const afterTable = { attended: ["rondetafel"], opened: [] };

describe("a step is open", () => {
  test("to everybody when it asks for nothing", () => {
    expect(isOpenTo(table, nowhere)).toBe(true);
  });

  test("to who attended the step that it asks for, and to nobody else", () => {
    expect(isOpenTo(workshops, afterTable)).toBe(true);
    expect(isOpenTo(workshops, nowhere)).toBe(false);
  });

  test("not to who attended only the step before that one", () => {
    expect(isOpenTo(group, afterTable)).toBe(false);
  });

  test("to whom it was opened by hand, and that opens no other step", () => {
    expect(isOpenTo(workshops, { attended: [], opened: ["workshops"] })).toBe(true);
    expect(isOpenTo(group, { attended: [], opened: ["workshops"] })).toBe(false);
  });
});

describe("where somebody stands in the plan", () => {
  const stones = (standing: { attended: string[]; opened: string[] }) =>
    whereSheStands(plan, standing).map(({ stone, isOpen }) => `${stone}${isOpen ? "" : ", shut"}`);

  test("is the first step for who was nowhere yet", () => {
    expect(stones({ attended: [], opened: [] })).toEqual(["here", "next, shut", "next, shut"]);
  });

  test("is the next step after each that was attended", () => {
    expect(stones({ attended: ["rondetafel"], opened: [] })).toEqual(["done", "here", "next, shut"]);
    expect(stones({ attended: ["rondetafel", "workshops"], opened: [] })).toEqual(["done", "done", "here"]);
  });

  test("is nowhere any more when all was attended", () => {
    expect(stones({ attended: ["rondetafel", "workshops", "intervisie"], opened: [] })).toEqual([
      "done",
      "done",
      "done",
    ]);
  });

  test("is one step at a time, also where two are open", () => {
    expect(stones({ attended: [], opened: ["intervisie"] })).toEqual(["here", "next, shut", "next"]);
  });
});
