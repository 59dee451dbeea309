/** The database could not be asked, or said that it can't be asked now. What was to be written was not. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
}

const PASSING: ReadonlySet<unknown> = new Set(["SQLITE_BUSY", "BLOCKED"]);

/** Whether an error, or what caused it, means "try again later" rather than a fault in the query. */
export function isDatabaseUnavailable(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof DatabaseUnavailable) return true;
    if ("code" in cause && PASSING.has(cause.code)) return true;
  }
  return false;
}
