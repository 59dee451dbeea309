import { expect, test } from "vitest";
import { Colleagues } from "./colleagues.tsx";
import { renderDocument } from "../page/document.tsx";

const colleagues = [
  { id: "sgn_1", email: "mo@voorbeeld.nl", isConfirmed: true },
  { id: "sgn_2", email: "nel@voorbeeld.nl", isConfirmed: false },
];

const show = (change: { colleagues?: typeof colleagues; canRelease?: boolean }) =>
  renderDocument(<Colleagues token="geheim" colleagues={colleagues} canRelease isNews={false} {...change} />);

test("only who did not confirm can be released, and the page says who confirmed", () => {
  expect(show({})).toContain("mo@voorbeeld.nl heeft bevestigd.");
  expect(show({})).toContain("nel@voorbeeld.nl kreeg een mail van ons.");
  expect([...show({}).matchAll(/name="release" value="(\w+)"/gu)].map(([, id]) => id)).toEqual(["sgn_2"]);
});

test("nobody can be released once it began, and who came alone sees nothing of colleagues", () => {
  expect(show({ canRelease: false })).not.toContain("<button");
  expect(show({ colleagues: [] })).not.toContain("collega");
});
