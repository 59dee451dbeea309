import type * as z from "zod";

/** What can be wrong with one field. The Dutch sentence for each stands in `ui/words`. */
export type FieldFault =
  | "missing"
  | "too_long"
  | "too_many"
  | "too_many_for_session"
  | "party_full"
  | "unreadable"
  | "not_an_address"
  | "same_address"
  | "not_agreed"
  | "not_allowed";

export type FieldFaults = Record<string, FieldFault>;

const KNOWN: ReadonlySet<string> = new Set([
  "missing",
  "too_long",
  "too_many",
  "unreadable",
  "not_an_address",
  "not_agreed",
]);

const isFault = (message: string): message is FieldFault => KNOWN.has(message);

/** What a shape says of a field; what is no fault of ours is something that can't be used. */
export const faultIn = (message: string): FieldFault => (isFault(message) ? message : "not_allowed");

/** The first fault of each field, in the order of the form. A shape's own messages are the codes. */
export function faultsOf(error: z.ZodError): FieldFaults {
  const faults: FieldFaults = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "form");
    faults[field] ??= faultIn(issue.message);
  }
  return faults;
}
