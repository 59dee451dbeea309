import * as z from "zod";
import { line } from "./fields.ts";

const isOwnOrSecure = (path: string) =>
  /^\/(?!\/)[\w/.?=&#%-]*$/u.test(path) || /^https:\/\/[^\s"<>]+$/u.test(path);

const item = z.object({
  label: line(40),
  path: z.string().max(300).refine(isOwnOrSecure, "an address on this site (/over-ons/), or one with https"),
});

/** The menu as an organiser writes it: up to seven above, up to twelve below. */
export const MenuDraft = z.object({ header: z.array(item).max(7), footer: z.array(item).max(12) });
