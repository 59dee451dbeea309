/** The database could not be asked, or said that it can't be asked now. What was to be written was not. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
}

/** The server ended the stream that was to be gone on with, and did nothing of what it was asked. */
export class StreamGone extends DatabaseUnavailable {}

/** Whether an error, or what caused it, means "try again later" rather than a fault in the query. */
export function isDatabaseUnavailable(error: unknown): boolean {
  return (
    causesOf(error).some((cause) => cause instanceof DatabaseUnavailable || hasCode(cause, "BLOCKED")) ||
    isBusy(error)
  );
}

/** Whether other writers held the lock for too long. Nothing was written. */
export function isBusy(error: unknown): boolean {
  return causesOf(error).some((cause) => hasCode(cause, "SQLITE_BUSY"));
}

/** Whether the line broke before an answer came: not a timeout, and not a refusal. */
export function isConnectionLost(error: unknown): boolean {
  const causes = causesOf(error);
  const at = causes.findIndex((cause) => cause instanceof DatabaseUnavailable);
  const reason = at === -1 ? undefined : causes[at + 1];
  return reason !== undefined && reason.name !== "TimeoutError" && reason.name !== "AbortError";
}

function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) causes.push(cause);
  return causes;
}

function hasCode(error: Error, code: string): boolean {
  return "code" in error && error.code === code;
}
