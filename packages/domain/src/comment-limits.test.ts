import { describe, expect, test } from "vitest";
import { networkOf, whatBecomesOf } from "./comment-limits.ts";

describe("the network of an address", () => {
  test.for([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["::ffff:cb00:7107", "203.0.113.7"],
    ["01.2.3.4", null],
    ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
    ["2001:0DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
    ["2001:db8::", "2001:db8:0:0::/64"],
    ["127.0.0.1", null],
    ["::1", null],
    ["::", null],
    ["", null],
    ["203.0.113.256", null],
    ["2001:db8:1:2", null],
    ["2001:db8::1::2", null],
    ["1:2:3:4:5:6:7:8:9", null],
    ["2001:db8:1:2::xyz", null],
    ["niets", null],
  ] as const)("%s is %s", ([address, network]) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe("a comment whose address is proved", () => {
  test.for([
    ["everyone", true, "clear", "held"],
    ["everyone", false, "clear", "held"],
    ["first_timers", true, "clear", "visible"],
    ["first_timers", true, "doubtful", "held"],
    ["first_timers", false, "clear", "held"],
    ["nobody", false, "clear", "visible"],
    ["nobody", false, "doubtful", "held"],
    ["nobody", true, "spam", "spam"],
    ["everyone", true, "spam", "spam"],
  ] as const)("with %s held, trusted %s and found %s is %s", ([setting, isTrusted, verdict, becomes]) => {
    expect(whatBecomesOf({ setting, isTrusted, verdict })).toBe(becomes);
  });
});
